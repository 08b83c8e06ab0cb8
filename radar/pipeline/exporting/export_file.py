"""An export as a file: all of it or none."""

from __future__ import annotations

import os
import re
import secrets
import stat
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from radar.errors import ExportError
from radar.papers.reader.query import PaperEntry
from radar.papers.text.safe_text import clean
from radar.pipeline.exporting.formats import export_parts

_DATABASES = (b"SQLite format 3\0", b"\x37\x7f\x06\x82", b"\x37\x7f\x06\x83")
"""What the files of a library begin with: the papers, and what was written last."""
_OPEN = re.compile(r"/dev/(?:std(?:in|out|err)|fd/\d+)|/proc/(?:self|\d+)/fd/\d+")
"""Names of what a process has open, which may be a plain file that it goes on writing to."""
_PREFIX = ".radar-export-"
"""How the names of files begin that are not whole yet."""
_LEFT_ALONE = 2 * 86_400.0
"""Seconds after which such a file is surely no export at work, also one whose machine slept over a night."""


def write_export(entries: Iterable[PaperEntry], format: str, path: Path, *, force: bool = False) -> int:
    """Write papers to a file that appears only when it is whole, and return how many.

    Raises ExportError for an unknown format, a file that is there already (without `force`), a library or
    a device in its place (also with it), and a place that cannot be written.
    """
    counted = _Counted(entries)
    with _new_file(path, force) as stream:
        for part in export_parts(counted, format):
            stream.write(part)
    return counted.number


def write_text(text: str, path: Path, *, force: bool = False) -> None:
    """Write a text to a file that appears only when it is whole; ExportError as of `write_export`."""
    with _new_file(path, force) as stream:
        stream.write(text)


def hindrance(path: Path) -> str:
    """Return why no file can be written at a path, as far as that shows before; empty where nothing does."""
    try:
        if not stat.S_ISDIR(path.parent.stat().st_mode):
            return "its folder is a file"
        if not os.access(path.parent, os.W_OK | os.X_OK):
            return "its folder cannot be written"
        with suppress(FileNotFoundError):
            os.lstat(path)  # which refuses what is no name, where the questions below find no file
        refusal = _refusal(path, force=True)
    except FileNotFoundError:
        return "there is no such folder"
    except ValueError:
        return "that is no name of a file"
    except OSError as error:
        return (error.strerror or str(error)).lower()
    return f"that {refusal[0]}" if refusal else ""


class _Counted:
    """Counts papers while they pass."""

    def __init__(self, entries: Iterable[PaperEntry]) -> None:
        self._entries = entries
        self.number = 0

    def __iter__(self) -> Iterator[PaperEntry]:
        for entry in self._entries:
            self.number += 1
            yield entry


@contextmanager
def _new_file(path: Path, force: bool) -> Iterator[TextIO]:
    temporary: Path | None = None
    try:
        _refuse(path, force)
        # A link stays what it is; what it leads to is written.
        path = Path(os.path.realpath(path)) if force else path
        _sweep(path.parent)
        descriptor, temporary = _begun(path)
        # newline="" keeps the line ends that a format has chosen.
        with os.fdopen(descriptor, "w", encoding="utf-8", errors="backslashreplace", newline="") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        _publish(temporary, path, force)
    except OSError as error:
        raise ExportError(
            f"{_shown(path)} cannot be written: {error.strerror or error}", "Choose another place"
        ) from error
    finally:
        if temporary is not None:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)


def _sweep(folder: Path) -> None:
    """Take away what the reader's exports that were killed have left in a folder.

    It is nothing that an export is at: that writes all the time.
    """
    latest = time.time() - _LEFT_ALONE
    for left in folder.glob(f"{_PREFIX}*"):
        with suppress(OSError):
            found = left.lstat()
            if stat.S_ISREG(found.st_mode) and found.st_uid == os.geteuid() and found.st_mtime < latest:
                left.unlink()


def _begun(path: Path) -> tuple[int, Path]:
    """Open a new file beside a path, and return it with its name.

    The system gives it the rights that new files have there; it is open to nobody who may not read what it
    takes the place of, also while it is not whole.
    """
    rights = stat.S_IMODE(path.stat().st_mode) if path.exists() else 0o666
    temporary = path.parent / f"{_PREFIX}{secrets.token_hex(8)}"
    return os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, rights), temporary


def _refuse(path: Path, force: bool) -> None:
    if refusal := _refusal(path, force):
        what, hint = refusal
        raise ExportError(f"{_shown(path)} {what}", hint)


def _refusal(path: Path, force: bool) -> tuple[str, str] | None:
    """Return why a path is left as it is, and what helps; None where it is written."""
    if path.is_dir():
        return "is a folder", "Name a file in it"
    if path.exists() and (not path.is_file() or _OPEN.fullmatch(str(path.absolute()))):
        return "is no plain file, and is not replaced", "Choose another name; - is standard output"
    if _is_database(path):
        return "is a database, as radar's library is, and is not replaced", "Choose another name"
    if path.exists() and not force:
        return "is there already", "Choose another name, or overwrite it with --force"
    if path.is_symlink() and not path.exists() and not force:
        return _about_dangling(path)
    return None


def _about_dangling(path: Path) -> tuple[str, str]:
    to = Path(os.path.realpath(path))
    what = f"is a link to {clean(str(to))}, which is not there"
    if to.is_symlink():
        return "is a link that leads round to itself", "Choose another name"
    if not to.parent.is_dir():
        return what, "Choose another name, or make the folder of that file first"
    return what, "Choose another name, or have that file written with --force"


def _is_database(path: Path) -> bool:
    if not path.exists():
        return False
    with path.open("rb") as stream:
        return stream.read(max(map(len, _DATABASES))).startswith(_DATABASES)


def _publish(temporary: Path, path: Path, force: bool) -> None:
    if force and path.exists():
        # Who may read what is there may read what takes its place.
        temporary.chmod(stat.S_IMODE(path.stat().st_mode))
    if force:
        temporary.replace(path)
        return
    try:
        # A link refuses a name that appeared meanwhile, where a rename would overwrite it.
        path.hardlink_to(temporary)
    except FileExistsError:
        raise ExportError(f"{_shown(path)} is there already", "Choose another name") from None
    except OSError:
        temporary.replace(path)


def _shown(path: Path) -> str:
    return clean(str(path))
