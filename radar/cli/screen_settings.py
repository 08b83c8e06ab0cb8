"""What only the screen uses of the settings, looked at before it opens, when a mistake would do nothing."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from radar.cli.output import printable
from radar.errors import SettingsError
from radar.settings import Settings


def refuse_wrong_settings(settings: Settings) -> None:
    """Raise a SettingsError where there is no such theme, action or key; it tells of all of them."""
    _refuse(wrong_settings(settings))


def wrong_settings(settings: Settings) -> Iterator[SettingsError]:
    """Yield all that is wrong with the theme and the keys."""
    if error := _unknown_theme(settings):
        yield error
    yield from _wrong_keys(settings.keys, settings.config_file)


def refuse_wrong_keys(chosen: Mapping[str, str], file: Path) -> None:
    """Raise a SettingsError where keys are given to no action, or actions keys that there are not.

    Args:
        chosen: the keys, divided by commas, by the action's id; none leaves the action without a key.
        file: that gives them.
    """
    _refuse(_wrong_keys(chosen, file))


def _refuse(mistakes: Iterable[SettingsError]) -> None:
    if found := list(mistakes):
        raise SettingsError.together(found)


def _unknown_theme(settings: Settings) -> SettingsError | None:
    from radar.tui.looks.theme import theme_names

    name, names = settings.theme, theme_names()
    if not name or name in names:
        return None
    told = f"{_who_names_theme(settings)}: there is no theme {printable(name)!r}"
    return SettingsError(told, f"There are {', '.join(names)}")


def _who_names_theme(settings: Settings) -> str:
    """Return which of the places that may name a theme names the one that holds."""
    if os.environ.get("RADAR_THEME") == settings.theme:
        return "environment variable RADAR_THEME"
    import tomllib

    try:
        in_file = tomllib.loads(settings.config_file.read_text(encoding="utf-8-sig")).get("theme")
    except (OSError, ValueError, RecursionError):
        in_file = None
    return str(settings.config_file) if in_file == settings.theme else "option --theme"


def _wrong_keys(chosen: Mapping[str, str], file: Path) -> Iterator[SettingsError]:
    if not chosen:
        return
    from radar.settings.checks import nearest
    from radar.tui.keys.key_areas import action_ids, is_key

    ids = action_ids()
    for action, keys in chosen.items():
        if action not in ids:
            near = nearest(action, sorted(ids), 0.6)
            hint = f"Did you mean {near}?" if near else "radar settings --keys lists the actions"
            yield SettingsError(f"{file}: [keys] holds {printable(action)!r}, which is no action", hint)
            continue
        for key in filter(None, map(str.strip, keys.split(","))):
            if not is_key(key):
                yield SettingsError(
                    f"{file}: [keys] gives {action} the key {printable(key)!r}, which there is not",
                    "Keys are written b, B, asterisk, ctrl+b, shift+down, f5",
                )


def clashes_told(chosen: Mapping[str, str]) -> tuple[str, str]:
    """Return which of the reader's own keys are in the way of each other, and what to do; or empty texts."""
    if not chosen:
        return "", ""
    from radar.tui.keys.clashing_keys import CLASH_HINT, key_clashes

    clashes = key_clashes(chosen)
    return ("; ".join(map(str, clashes)), CLASH_HINT) if clashes else ("", "")


def key_lines(chosen: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """Yield each action once: its id, its keys divided by commas, and what it does; before them their area.

    The area comes as what is done, without an id and keys.

    Args:
        chosen: the reader's own keys by the action's id.
    """
    from radar.tui.keys.key_areas import AREAS

    told: set[str] = set()
    for area, bindings in AREAS.items():
        yield "", "", area
        for binding in bindings:
            id = str(binding.id)
            if id not in told:
                told.add(id)
                yield id, chosen.get(id, binding.key), binding.tooltip or binding.description
