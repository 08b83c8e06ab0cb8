"""Tables of sources written into the settings file, beside what stands there."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from radar.errors import SettingsError
from radar.settings.writing import change_settings, toml_value

_TABLES, _NAMES = "source", "sources"


def add_sources(file: Path, sources: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Write a [[source]] table for each source at the end of the settings file, made where there is none.

    Comments, order and everything else stay; a source that the file names already is left as it is.

    Args:
        sources: each with its name ("feed:https://kites.example/feed") and its label, which may be empty.

    Returns:
        The names that were added.

    Raises:
        SettingsError: the file holds something that no table can be added to, or it cannot be written; the
            hint says what to write by hand.
    """
    wanted = dict(sources)
    if not wanted:
        return ()
    added: list[str] = []

    def tables(before: Mapping[str, Any]) -> list[dict[str, str]]:
        known = _names_in(before)
        new = [(name, label) for name, label in wanted.items() if name not in known]
        added[:] = [name for name, _ in new]
        return [{"name": name, "label": label} if label else {"name": name} for name, label in new]

    def after(before: dict[str, Any]) -> dict[str, Any]:
        old = before.get(_TABLES, [])
        if not isinstance(old, list):
            raise SettingsError(f"source in {file} is not a list of tables", "Each is written [[source]]")
        new = tables(before)
        return before | ({_TABLES: [*old, *new]} if new else {})

    def change(text: str) -> str:
        ended = text if not text or text.endswith("\n") else text + "\n"
        gap = "\n" if ended.strip() and added else ""
        return ended + gap + "\n".join(map(_table_text, ((name, wanted[name]) for name in added)))

    by_hand = f"Write this into it by hand: {' '.join(_table_text(next(iter(wanted.items()))).split())}"
    change_settings(file, change, after, by_hand)
    return tuple(added)


def known_sources(file: Path) -> frozenset[str]:
    """Return the names of the sources that a settings file names; none where it cannot be read."""
    try:
        return _names_in(tomllib.loads(file.read_text(encoding="utf-8-sig")))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        return frozenset()


def _names_in(settings: Mapping[str, Any]) -> frozenset[str]:
    """Return the names in tables and in the list of names."""
    tables = settings.get(_TABLES, [])
    names = settings.get(_NAMES, [])
    in_tables = [table.get("name") for table in _sequence(tables) if isinstance(table, Mapping)]
    return frozenset(name for name in (*in_tables, *_sequence(names)) if isinstance(name, str))


def _sequence(value: object) -> Sequence[Any]:
    return value if isinstance(value, list | tuple) else ()


def _table_text(source: tuple[str, str]) -> str:
    name, label = source
    return f"[[{_TABLES}]]\nname = {toml_value(name)}\n" + (f"label = {toml_value(label)}\n" if label else "")
