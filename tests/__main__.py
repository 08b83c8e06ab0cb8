"""Everything that must hold before a commit: style, types, import contracts and tests.

Run as `python -m tests`. The tests run with a real model server on loopback where one can be set up
(see tests/real_llm); without one, those tests are skipped and the run says so.
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
_AT_ONCE = "3"
"""Processes of tests: on two cores a third one works while the others wait for servers and programs."""
CHECKS = (
    ("style", ["-m", "ruff", "check", "."]),
    ("format", ["-m", "ruff", "format", "--check", "."]),
    ("types", ["-m", "mypy"]),
    ("tests", ["-m", "tests.real_llm.run", "--", sys.executable, "-m", "pytest", "-n", _AT_ONCE, "-rs"]),
)


def main() -> int:
    """Run every check, report each, and return 1 if any failed."""
    failed = []
    for name, arguments in CHECKS:
        print(f"== {name}", flush=True)
        started = time.monotonic()
        if subprocess.run([sys.executable, *arguments], cwd=ROOT, check=False).returncode:
            failed.append(name)
        print(f"== {name}: {time.monotonic() - started:.0f} s", flush=True)
    if failed:
        print(f"== failed: {', '.join(failed)}", flush=True)
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main())
