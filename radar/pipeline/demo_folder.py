"""The folder of a demo: gone when the demo ends, and if that was sudden, when the next one begins."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from pathlib import Path

from radar.pipeline.worker_lock import process_lives

_NAME = re.compile(r"radar-demo-(?P<process>\d+)-\w+")


def make_demo_folder(parent: Path | None = None) -> Path:
    """Make a folder that carries the id of this process, and remove those of processes that are gone.

    Args:
        parent: where; by default the system's folder for temporary files.
    """
    parent = parent or Path(tempfile.gettempdir())
    for left in parent.glob("radar-demo-*"):
        found = _NAME.fullmatch(left.name)
        if found and not process_lives(found["process"]):
            # It refuses a link, and what belongs to others stays.
            shutil.rmtree(left, ignore_errors=True)
    return Path(tempfile.mkdtemp(prefix=f"radar-demo-{os.getpid()}-", dir=parent))
