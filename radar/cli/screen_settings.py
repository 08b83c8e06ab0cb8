"""What only the screen uses of the settings, looked at before it opens, when a mistake would do nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from radar.cli.output import printable
from radar.errors import SettingsError
from radar.settings import Settings


def refuse_wrong_settings(settings: Settings) -> None:
    """Raise a SettingsError where there is no such theme, action or key; it tells of all of them."""
    _refuse(wrong_settings(settings))


def wrong_settings(settings: Settings) -> Iterator[SettingsError]:
    """Yield all that is wrong with the theme and the keys."""
    if error := _unknown_theme(settings.theme):
        yield error
    yield from _wrong_keys(settings.keys)


def refuse_wrong_keys(chosen: Mapping[str, str]) -> None:
    """Raise a SettingsError where keys are given to no action, or actions keys that there are not.

    Args:
        chosen: the keys, divided by commas, by the action's id; none leaves the action without a key.
    """
    _refuse(_wrong_keys(chosen))


def _refuse(mistakes: Iterable[SettingsError]) -> None:
    if found := list(mistakes):
        raise SettingsError.together(found)


def _unknown_theme(name: str) -> SettingsError | None:
    from radar.tui.theme import theme_names

    names = theme_names()
    if not name or name in names:
        return None
    return SettingsError(f"there is no theme {printable(name)!r}", f"There are {', '.join(names)}")


def _wrong_keys(chosen: Mapping[str, str]) -> Iterator[SettingsError]:
    if not chosen:
        return
    from radar.settings.checks import nearest
    from radar.tui.key_areas import action_ids, is_key

    ids = action_ids()
    for action, keys in chosen.items():
        if action not in ids:
            near = nearest(action, sorted(ids), 0.5)
            hint = f"Did you mean {near}?" if near else "radar settings --keys lists the actions"
            yield SettingsError(f"[keys] holds {printable(action)!r}, which is no action", hint)
            continue
        for key in filter(None, map(str.strip, keys.split(","))):
            if not is_key(key):
                yield SettingsError(
                    f"[keys] gives {action} the key {printable(key)!r}, which there is not",
                    "Keys are written b, B, asterisk, ctrl+b, shift+down, f5",
                )


def clashes_told(chosen: Mapping[str, str]) -> tuple[str, str]:
    """Return which of the reader's own keys are in the way of each other, and what to do; or empty texts."""
    if not chosen:
        return "", ""
    from radar.tui.clashing_keys import CLASH_HINT, key_clashes

    clashes = key_clashes(chosen)
    return ("; ".join(map(str, clashes)), CLASH_HINT) if clashes else ("", "")


def key_lines(chosen: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """Yield each action once: its id, its keys divided by commas, and what it does; before them their area.

    The area comes as what is done, without an id and keys.

    Args:
        chosen: the reader's own keys by the action's id.
    """
    from radar.tui.key_areas import AREAS

    told: set[str] = set()
    for area, bindings in AREAS.items():
        yield "", "", area
        for binding in bindings:
            id = str(binding.id)
            if id not in told:
                told.add(id)
                yield id, chosen.get(id, binding.key), binding.tooltip or binding.description
