"""Tables of sources written into the settings file, beside what stands there."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeAlias

from radar.errors import SettingsError
from radar.settings.sources import SourceSettings
from radar.settings.toml_text import inline_table, table_text, takes_table, with_tables, write_by_hand
from radar.settings.writing import change_settings

_TABLES, _NAMES = "source", "sources"
Table: TypeAlias = Mapping[str, str | int]


def add_source(file: Path, source: SourceSettings, asked: Iterable[str] = ()) -> bool:
    """Write one source with all that is set of it; False where the file names it already.

    Args:
        asked: names of sources that were asked so far though none is named; where this is still so they are
            written too, for they would not be asked any more.

    Raises:
        SettingsError: as `add_sources`.
    """
    values = {
        "label": source.label,
        "key_env": source.key_env,
        "limit": source.limit,
        "off": source.off,
    }
    table = {"name": source.name} | {key: value for key, value in values.items() if value}
    added = _add(file, {source.name: table}, {name: {"name": name} for name in asked})
    return source.name in added


def add_sources(file: Path, sources: Iterable[tuple[str, str]], asked: Iterable[str] = ()) -> tuple[str, ...]:
    """Write a [[source]] table for each source at the end of the settings file, made where there is none.

    Comments, order and everything else stay; a source that the file names already is left as it is.

    Args:
        sources: each with its name ("feed:https://kites.example/feed") and its label, which may be empty.
        asked: as of `add_source`.

    Returns:
        The names that were added.

    Raises:
        SettingsError: the file holds something that no table can be added to, or it cannot be written; the
            hint says what to write by hand.
    """
    wanted = {name: {"name": name} | ({"label": label} if label else {}) for name, label in sources}
    return _add(file, wanted, {name: {"name": name} for name in asked}) if wanted else ()


def _add(
    file: Path, wanted: Mapping[str, Table], first: Mapping[str, Table] = MappingProxyType({})
) -> tuple[str, ...]:
    """Write tables, the first ones only where the file names no source."""
    added: list[str] = []
    tables = {**first, **wanted}

    def after(before: dict[str, Any]) -> dict[str, Any]:
        old = before.get(_TABLES, [])
        if not isinstance(old, list):
            raise SettingsError(f"source in {file} is not a list of tables", "Each is written [[source]]")
        known = _names_in(before)
        missing = wanted if known or _NAMES in before else tables
        added[:] = [name for name in missing if name not in known]
        new = [tables[name] for name in added]
        return before | ({_TABLES: [*old, *new]} if new else {})

    def change(text: str) -> str:
        return with_tables(text, [_table_text(tables[name]) for name in added])

    change_settings(file, change, after, lambda text: _by_hand(text, list(wanted.values())))
    return tuple(added)


def _by_hand(text: str, tables: Sequence[Table]) -> str:
    """Return what to write by hand into a file that holds this text."""
    others = f", and {len(tables) - 1} more in the same way" if len(tables) > 1 else ""
    table = _table_text(tables[0])
    if takes_table(text, table):
        return write_by_hand(table, f"Write this into it by hand{others}")
    words = f"Put this into its list {_TABLES} by hand, with commas between{others}"
    return write_by_hand(inline_table(tables[0]), words)


def known_sources(file: Path) -> frozenset[str]:
    """Return the names of the sources that a settings file names; none where it cannot be read."""
    try:
        return _names_in(tomllib.loads(file.read_text(encoding="utf-8-sig")))
    except (OSError, ValueError, RecursionError):
        return frozenset()


def _names_in(settings: Mapping[str, Any]) -> frozenset[str]:
    """Return the names in tables and in the list of names."""
    in_tables = [table.get("name") for table in listed(settings, _TABLES) if isinstance(table, Mapping)]
    return frozenset(name for name in (*in_tables, *listed(settings, _NAMES)) if isinstance(name, str))


def listed(settings: Mapping[str, Any], key: str) -> Sequence[Any]:
    """Return what a settings file lists under a key; nothing where that is no list."""
    value = settings.get(key)
    return value if isinstance(value, list) else ()


def _table_text(table: Table) -> str:
    return table_text(f"[[{_TABLES}]]", table)
