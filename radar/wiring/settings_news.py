"""Whether the settings file says something else by now than a running radar was started with."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from radar.errors import SettingsError
from radar.papers.bases import names_of
from radar.papers.text.safe_text import clean
from radar.settings import Settings

_HEEDED = frozenset({"config_file", "sources", "source", "sources_named"})
"""What a running radar reads again by itself, or cannot change."""
_COMMAND_LINE = frozenset({"library", "ascii", "theme"})
"""What may have been said there, and wins over the file."""


def settings_news(settings: Settings) -> Callable[[], str]:
    """Return what says, in words, that a running radar does not go by its settings file any more.

    The words are short, for they stand beside others in one line, and empty while the file says what
    the radar was started with. Nothing is read before the file was written to.
    """
    file = settings.config_file
    state, told = state_of(file), ""

    def news() -> str:
        nonlocal state, told
        if (found := state_of(file)) != state:
            state, told = found, _news(settings, found != ())
        return told

    return news


def read_again(file: Path, *, there: bool) -> Settings:
    """Return what the environment and a settings file say now; raises SettingsError."""
    from radar.settings.reading import CONFIG_VARIABLE

    return Settings.load({**os.environ, **({CONFIG_VARIABLE: str(file)} if there else {})})


def state_of(file: Path) -> tuple[int, ...]:
    """Return what becomes another where a file is written to; nothing where there is none."""
    try:
        found = file.stat()
    except OSError:
        return ()
    return found.st_ino, found.st_size, found.st_mtime_ns


def _news(settings: Settings, there: bool) -> str:
    try:
        now = read_again(settings.config_file, there=there)
    except SettingsError as error:
        return f"settings changed and cannot be used: {clean(error.message)}"
    names = (name for name in names_of(Settings) if name not in _HEEDED | _COMMAND_LINE)
    if all(getattr(now, name) == getattr(settings, name) for name in names):
        return ""
    return "settings changed: start radar again"
