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
    ("tests", ["-m", "tests.real_llm.run", "--", sys.executable, "-m", "pytest", "-n", _AT_ONCE, "-rs"]),
)
_ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""Modules are kept compiled: thousands of processes import them."""
_TYPES = ["-m", "mypy"]
"""Beside the others, for one process alone leaves a core idle; what it finds is told at the end."""
_COMPILING = ["-m", "pytest", "--collect-only"]
"""Before the tests, each process of which would compile all of them."""


def main() -> int:
    """Run every check, report each, and return 1 if any failed."""
    failed = []
    compiling = _begun(_COMPILING, subprocess.DEVNULL)
    types = _begun(_TYPES, subprocess.PIPE)
    for name, arguments in CHECKS:
        print(f"== {name}", flush=True)
        if name == "tests":
            compiling.wait()
        started = time.monotonic()
        if subprocess.run([sys.executable, *arguments], cwd=ROOT, env=_ENVIRONMENT, check=False).returncode:
            failed.append(name)
        print(f"== {name}: {time.monotonic() - started:.0f} s", flush=True)
    print("== types", flush=True)
    print(types.communicate()[0], end="", flush=True)
    if types.returncode:
        failed.append("types")
    if failed:
        print(f"== failed: {', '.join(failed)}", flush=True)
    return bool(failed)


def _begun(arguments: list[str], output: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=_ENVIRONMENT,
        stdout=output,
        stderr=subprocess.STDOUT,
        text=True,
    )


if __name__ == "__main__":
    sys.exit(main())
