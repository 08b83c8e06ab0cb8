"""Whether this start can begin with a page that is painted before Textual is there, and which.

Light to import: what it does stands before everything else. Where anything is unusual there is no first page,
and the start goes on as it would without.
"""

from __future__ import annotations

import os
import sys

from radar import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from radar.tui.early.terminal import EarlyTerminal

_ALONE = ("--ascii", "--no-color")
_WITH_VALUE = ("--theme", "--library", "--config")
_SEEN = [
    "HOME",
    "XDG_CONFIG_HOME",
    "XDG_DATA_HOME",
    "XDG_CACHE_HOME",
    "OPENAI_BASE_URL",
    "RADAR_ASCII",
    "RADAR_BASE_URL",
    "RADAR_CACHE_FOLDER",
    "RADAR_CONFIG",
    "RADAR_KEYS",
    "RADAR_LIBRARY",
    "RADAR_MODEL",
    "RADAR_PRESET",
    "RADAR_SUMMARISER",
    "RADAR_THEME",
    "TERM",
    "COLORTERM",
    "TERM_PROGRAM",
    "NO_COLOR",
    "FORCE_COLOR",
    "TEXTUAL_COLOR_SYSTEM",
    "TEXTUAL_FILTERS",
    "TEXTUAL_THEME",
    "PYTHONIOENCODING",
    "PYTHONUTF8",
    "PYTHONCOERCECLOCALE",
    "LANG",
    "LC_ALL",
    "LC_CTYPE",
]
"""Variables that change what a screen shows; none of them is a key."""
_NARROWEST, _LOWEST = 40, 10
"""Cells that the screen needs."""
_PRIME = (1 << 64) - 59
"""The largest prime of 64 bits: what is left of a long number by it tells texts apart, in one step."""


def is_screen(arguments: Sequence[str]) -> bool:
    """Return whether these arguments open the screen, as far as can be said without a parser."""
    left = iter(arguments)
    for word in left:
        name, equals, _value = word.partition("=")
        if word in _ALONE or (equals and name in _WITH_VALUE):
            continue
        value = next(left, "") if word in _WITH_VALUE else ""
        if not value or value.startswith("-"):
            return False
    return True


def folder_of(environ: Mapping[str, str]) -> str:
    """Return the folder of the records; empty where none can be named."""
    chosen = environ.get("RADAR_CACHE_FOLDER", "")
    if os.path.isabs(chosen):
        return os.path.join(chosen, "first-page")
    caches, home = environ.get("XDG_CACHE_HOME", ""), environ.get("HOME", "")
    if not os.path.isabs(caches):
        if not os.path.isabs(home):
            return ""
        caches = os.path.join(home, "Library", "Caches") if sys.platform == "darwin" else f"{home}/.cache"
    return os.path.join(caches, "radar", "first-page")


def name_of(arguments: Sequence[str], environ: Mapping[str, str]) -> str:
    """Return what tells this way of calling radar from others, as 16 hexadecimal digits."""
    seen = [f"{name}={environ[name].rpartition('@')[2]}" for name in _SEEN if name in environ]
    named = any(name.startswith("RADAR_") for name in environ)
    seen += [__version__, *arguments, os.getcwd() if arguments or named else ""]
    number = int.from_bytes("\0".join(seen).encode(errors="surrogateescape"), "big")
    return f"{number % _PRIME:016x}"


def paint_first_page(arguments: Sequence[str], environ: Mapping[str, str]) -> EarlyTerminal | None:
    """Put the first page on the terminal, where one is known, and return the terminal; None where none is."""
    folder = folder_of(environ)
    unusual = environ.get("TERM", "") in ("", "dumb", "unknown") or "TEXTUAL_DRIVER" in environ
    # The page is written in UTF-8, whatever its titles hold.
    unusual |= (getattr(sys.__stderr__, "encoding", "") or "").lower().replace("-", "") != "utf8"
    if sys.platform == "win32" or unusual or not folder or not is_screen(arguments):
        return None
    from radar.tui.early.terminal import foreground_size

    size = foreground_size()
    if size is None or size[0] < _NARROWEST or size[1] < _LOWEST:
        return None
    from radar.tui.early.record import read_record, state_of

    record = read_record(f"{folder}/{name_of(arguments, environ)}-{size[0]}x{size[1]}")
    if record is None or record.version != __version__ or (record.width, record.height) != size:
        return None
    if state_of(record.settings[0]) != record.settings[1]:
        return None
    from radar.tui.early.painting import painted

    return painted(record)
