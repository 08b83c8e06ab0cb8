"""The settings file changed by radar itself, everything else left as it is.

What comes out of a change is read as TOML and compared with what was wanted before anything is written.
"""

from __future__ import annotations

import os
import tempfile
import tomllib
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any

from radar.errors import SettingsError

_BOM = "\ufeff"


def change_settings(
    file: Path,
    change: Callable[[str], str],
    wanted: Callable[[dict[str, Any]], dict[str, Any]],
    by_hand: str | Callable[[str], str],
) -> None:
    """Change a settings file; it is written only where it then says what is wanted, and nothing else.

    Args:
        change: returns the new text of the file, with line ends of one kind.
        wanted: returns what the new text must say, given what the old one says; it is asked first.
        by_hand: the hint, where it cannot be done; or what returns it for what the file holds.

    Raises:
        SettingsError: it cannot be done, or `wanted` says so.
    """
    # What the name points at, so that a link to a file kept elsewhere stays one.
    target = Path(os.path.realpath(file))
    with _alone_in(target.parent):
        try:
            before = target.read_bytes().decode()
        except FileNotFoundError:
            before = ""
        except (OSError, UnicodeDecodeError) as error:
            hint = by_hand if isinstance(by_hand, str) else by_hand("")
            raise SettingsError(f"{file} cannot be read", hint) from error
        bom, text = (_BOM, before[1:]) if before.startswith(_BOM) else ("", before)
        ends = "\r\n" if "\r\n" in text else "\n"
        plain = text.replace("\r\n", "\n")
        hint = by_hand if isinstance(by_hand, str) else by_hand(plain)
        try:
            after = wanted(tomllib.loads(plain))
            changed = change(plain)
            good = tomllib.loads(changed) == after
        except (ValueError, RecursionError):
            good = False
        if not good:
            raise SettingsError(f"{file} is written in a way that radar does not change by itself", hint)
        _write(target, (bom + changed.replace("\n", ends)).encode(), hint)


@contextmanager
def _alone_in(folder: Path) -> Iterator[None]:
    """Let other radars wait that change a file of this folder: each would put its own in the other's place.

    Where the system has no such locks, nobody waits.
    """
    with ExitStack() as stack:
        with suppress(ImportError, OSError):
            import fcntl

            folder.mkdir(parents=True, exist_ok=True)
            descriptor = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
            stack.callback(os.close, descriptor)
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield


def _write(target: Path, content: bytes, by_hand: str) -> None:
    """Put a whole new file in the place of the old one, with its rights; half a file is never there."""
    made = None
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        mode = target.stat().st_mode & 0o7777 if target.exists() else 0o644
        descriptor, made = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(made).chmod(mode)
        Path(made).replace(target)
    except OSError as error:
        raise SettingsError(f"{target} cannot be written: {error.strerror}", by_hand) from error
    finally:
        if made is not None:
            with suppress(OSError):
                Path(made).unlink(missing_ok=True)
