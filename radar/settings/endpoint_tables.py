"""Tables of endpoints written into the settings file, and taken out of it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from radar.errors import SettingsError
from radar.papers.bases import Value
from radar.settings.toml_text import (
    above_tables,
    inline_table,
    table_text,
    takes_table,
    toml_value,
    with_setting,
    with_tables,
    without_table,
    write_by_hand,
)
from radar.settings.writing import change_settings

Values = Mapping[str, str | int | float]
_INLINE, _BETWEEN = "table endpoints", "with commas between"
_SUMMARISER = re.compile(r"""\s*(?:summariser|"summariser"|'summariser')\s*=""")


class Removed(Value):
    """What was taken out of the settings file."""

    text: str
    """The table as it stood, so that it can be put back."""
    was_default: bool
    """Whether it was the summariser of the settings, which is then left out too."""


def endpoint_table(name: str, values: Values) -> str:
    """Return the table of an endpoint as it stands in a settings file."""
    return table_text(f"[endpoints.{name}]", values)


def add_endpoint(file: Path, name: str, values: Values, *, default: bool = False) -> None:
    """Write the table of a new endpoint at the end of the settings file, made where there is none.

    Args:
        default: make it the summariser of the settings too.

    Raises:
        SettingsError: there is such a table, the file holds something that no table can be added to, or
            it cannot be written; the hint says what to write by hand.
    """
    table = endpoint_table(name, values)

    def change(text: str) -> str:
        changed = with_tables(text, [table])
        return _with_summariser(changed, name) if default else changed

    def wanted(before: dict[str, Any]) -> dict[str, Any]:
        endpoints = before.get("endpoints", {})
        if not isinstance(endpoints, dict) or name in endpoints:
            raise SettingsError(f"{file} has an endpoint called {name} already", "Choose another name")
        after = before | {"endpoints": endpoints | {name: dict(values)}}
        return after | ({"summariser": name} if default else {})

    change_settings(file, change, wanted, lambda text: _by_hand(text, name, values, default))


def _by_hand(text: str, name: str, values: Values, default: bool) -> str:
    """Return what to write by hand into a file that holds this text."""
    table = endpoint_table(name, values)
    fits = takes_table(text, table)
    shown = table if fits else f"{name} = {inline_table(values)}"
    if not default:
        put = "Write this into it by hand" if fits else f"Put this into its {_INLINE} by hand, {_BETWEEN}"
        return write_by_hand(shown, put)
    put = "write this at its end" if fits else f"put this into its {_INLINE}, {_BETWEEN}"
    return write_by_hand(shown, f"{_default_by_hand(text, name)} by hand, and {put}")


def _default_by_hand(text: str, name: str) -> str:
    """Return how to make an endpoint the summariser: what stands there must not be written again."""
    wanted = f"summariser = {toml_value(name)}"
    try:
        before = tomllib.loads(text).get("summariser")
    except (ValueError, RecursionError):
        before = None
    if before is None:
        return f"Write {wanted} above its first table"
    old = toml_value(before) if isinstance(before, str) and before.isprintable() else "what stands there"
    return f"Set {wanted} (instead of {old})"


def remove_endpoint(file: Path, name: str) -> Removed:
    """Take the table of an endpoint out of the settings file.

    Raises:
        SettingsError: there is no such table, or it cannot be taken out without touching what else
            stands there; the hint says what to delete by hand.
    """
    taken: list[str] = []
    default: list[bool] = []

    def change(text: str) -> str:
        kept, table = _without_table(text, name)
        taken.append(table)
        return _with_summariser(kept, "") if default[-1] else kept

    def wanted(before: dict[str, Any]) -> dict[str, Any]:
        endpoints = before.get("endpoints", {})
        if not isinstance(endpoints, dict) or name not in endpoints:
            raise SettingsError(f"{file} has no endpoint called {name}", "radar endpoint list names all")
        default.append(before.get("summariser") == name)
        others = {other: table for other, table in endpoints.items() if other != name}
        after = {key: value for key, value in before.items() if key != "endpoints"}
        if default[-1]:
            del after["summariser"]
        return after | ({"endpoints": others} if others else {})

    by_hand = f"Delete the table [endpoints.{name}] in it by hand"
    change_settings(file, change, wanted, by_hand)
    return Removed(taken[-1], default[-1])


def _with_summariser(text: str, name: str) -> str:
    """Set the summariser above all tables; an empty name leaves it out."""
    lines = text.splitlines(keepends=True)
    line = f"summariser = {toml_value(name)}\n" if name else ""
    for number in range(above_tables(lines)):
        if _SUMMARISER.match(lines[number]):
            return "".join([*lines[:number], line, *lines[number + 1 :]])
    return with_setting(text, line) if line else text


def _without_table(text: str, name: str) -> tuple[str, str]:
    """Return the text without the table of an endpoint, and that table."""
    lines = text.splitlines(keepends=True)
    header = re.compile(rf"\s*\[\s*endpoints\s*\.\s*[\"']?{re.escape(name)}[\"']?\s*\]\s*(?:#.*)?$")
    first = next((number for number, line in enumerate(lines) if header.match(line)), len(lines))
    return without_table(lines, first)
