"""The reader's own keys, looked at before the screen opens: a mistake in them would change nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from radar.cli.output import printable
from radar.errors import SettingsError


def refuse_wrong_keys(chosen: Mapping[str, str]) -> None:
    """Raise a SettingsError where a key is given to no action, or an action a key that there is not.

    Args:
        chosen: the keys, divided by commas, by the action's id; none leaves the action without a key.
    """
    from radar.settings.checks import nearest
    from radar.tui.key_areas import action_ids, is_key

    ids = action_ids()
    for action, keys in chosen.items():
        if action not in ids:
            near = nearest(action, sorted(ids), 0.5)
            hint = f"Did you mean {near}?" if near else "radar settings --keys lists the actions"
            raise SettingsError(f"[keys] holds {printable(action)!r}, which is no action", hint)
        for key in filter(None, map(str.strip, keys.split(","))):
            if not is_key(key):
                raise SettingsError(
                    f"[keys] gives {action} the key {printable(key)!r}, which there is not",
                    "Keys are written b, B, asterisk, ctrl+b, shift+down, f5",
                )


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
