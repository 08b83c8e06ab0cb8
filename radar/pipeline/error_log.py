"""The one file that says where errors came up that nobody foresaw: in a command, a thread or the worker."""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from radar import __version__
from radar.papers.text.safe_text import clean

ERROR_LOG = "errors.log"
"""Its name, in the folder for state."""
_LIMIT = 1_000_000
"""Bytes from which on the file is put aside for a new one."""
_OF_SECRETS = ("KEY", "TOKEN", "PASSWORD", "SECRET")
"""How the names of variables end that hold what nobody else may read."""
_SHORTEST = 6
"""Texts shorter than this are no keys, and to take them out would maim the account."""


def write_account(log: Path, error: BaseException, what: str = "", secrets: Iterable[str] = ()) -> None:
    """Add where an exception came up, without keys and without anything a terminal would act on.

    Args:
        what: says what it ended.
        secrets: texts that must not reach the file, beside the keys that this process knows of.

    Raises:
        OSError: the file cannot be written.
    """
    from traceback import format_exception

    make_room_in(log)
    account = hidden("".join(format_exception(error)), secrets)
    lines = [heading(), *([clean(what)] if what else []), *map(_cleaned, account.splitlines())]
    handle = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace") as file:
        file.write("\n".join(lines) + "\n\n")


def make_room_in(log: Path) -> None:
    """Make the folder of a log, and put one aside that has grown long."""
    log.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if log.exists() and log.stat().st_size > _LIMIT:
        log.replace(log.with_name(f"{log.name}.old"))


def heading() -> str:
    """Return the line that an account begins with."""
    return f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC, radar {__version__}"


def hidden(text: str, secrets: Iterable[str] = ()) -> str:
    """Return a text without these secrets, the keys that were fetched, and those of the environment."""
    from radar.net.key_sources import fetched_keys
    from radar.net.repeated_keys import without_key

    known = (value for name, value in os.environ.items() if name.upper().endswith(_OF_SECRETS))
    # The longest first: one key may begin another.
    for key in sorted({*secrets, *fetched_keys(), *known}, key=len, reverse=True):
        if len(key) >= _SHORTEST:
            text = without_key(text, key, "***")
    return text


def _cleaned(line: str) -> str:
    """Return a line without anything that a terminal would act on; the spaces it begins with stay."""
    return line[: len(line) - len(line.lstrip(" "))] + clean(line)
