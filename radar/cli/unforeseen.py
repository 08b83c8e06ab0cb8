"""What nobody foresaw is told in a line; the whole account goes to a file that can be sent with a report."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from traceback import format_exception

from radar import __version__
from radar.errors import Unforeseen
from radar.papers.text import clean

NAME = "errors.log"
_LIMIT = 1_000_000
"""Bytes from which on the file is put aside for a new one."""
_OF_SECRETS = ("KEY", "TOKEN", "PASSWORD", "SECRET")
"""How the names of variables end that hold what nobody else may read."""
_SHORTEST = 6
"""Texts shorter than this are no keys, and to take them out would maim the account."""


def told(error: BaseException, environ: Mapping[str, str]) -> Unforeseen:
    """Write down where an exception came up, and return it as an error that says where that is written.

    Args:
        error: what nothing in radar caught.
        environ: the XDG variables in it say which folder the file lies in.
    """
    kept = "What is in the library stays; radar doctor checks it"
    try:
        file = _write(error, environ)
    except OSError:
        return _without_keys(Unforeseen.of(error, kept))
    return _without_keys(Unforeseen.of(error, f"{kept}. {clean(str(file))} tells more, for a report"))


def _write(error: BaseException, environ: Mapping[str, str]) -> Path:
    from radar.settings.folders import Folders

    file = Folders.of(environ).state / NAME
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if file.exists() and file.stat().st_size > _LIMIT:
        file.replace(file.with_name(f"{NAME}.old"))
    account = "".join(format_exception(error))
    lines = "\n".join(_cleaned(line) for line in _hidden(account).splitlines())
    handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as log:
        log.write(f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC, radar {__version__}\n{lines}\n\n")
    return file


def _cleaned(line: str) -> str:
    """Return a line without anything that a terminal would act on; the spaces it begins with stay."""
    return line[: len(line) - len(line.lstrip(" "))] + clean(line)


def _without_keys(error: Unforeseen) -> Unforeseen:
    return Unforeseen(_hidden(error.message), error.hint)


def _hidden(text: str) -> str:
    """Return a text without the keys that this process has fetched, and without those of its environment."""
    from radar.net.key_sources import fetched_keys

    secret = (value for name, value in os.environ.items() if name.upper().endswith(_OF_SECRETS))
    for key in (*fetched_keys(), *secret):
        if len(key) >= _SHORTEST:
            text = text.replace(key, "***")
    return text
