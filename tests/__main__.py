"""Everything that must hold before a commit: style, types, import contracts and tests.

Run as `python -m tests`. The tests run with a real model server on loopback where one can be set up
(see tests/real_llm); without one, those tests are skipped and the run says so.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
_AT_ONCE = "4"
"""Processes of tests: on two cores two more work while others wait for servers and programs."""
CHECKS = (
    ("style", ["-m", "ruff", "check", "."]),
    ("format", ["-m", "ruff", "format", "--check", "."]),
    ("types", ["-m", "mypy"]),
    ("tests", ["-m", "tests.real_llm.run", "--", sys.executable, "-m", "pytest", "-n", _AT_ONCE, "-rs"]),
)
_ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""Modules are kept compiled: thousands of processes import them."""
_COMPILING = ["-m", "pytest", "--collect-only"]
"""Beside the check of types, which leaves a core idle; else each process of tests compiles all of them."""


def main() -> int:
    """Run every check, report each, and return 1 if any failed."""
    failed = []
    compiling = subprocess.Popen(
        [sys.executable, *_COMPILING], cwd=ROOT, env=_ENVIRONMENT, stdout=subprocess.DEVNULL
    )
    for name, arguments in CHECKS:
        print(f"== {name}", flush=True)
        if name == "tests":
            compiling.wait()
        started = time.monotonic()
        if subprocess.run([sys.executable, *arguments], cwd=ROOT, env=_ENVIRONMENT, check=False).returncode:
            failed.append(name)
        print(f"== {name}: {time.monotonic() - started:.0f} s", flush=True)
    if failed:
        print(f"== failed: {', '.join(failed)}", flush=True)
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main())
