"""A source taken out of the settings file, whether a table names it or the list of names."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from radar.errors import SettingsError
from radar.settings.source_tables import listed
from radar.settings.toml_text import toml_value, with_setting, without_table
from radar.settings.writing import change_settings

_TABLE = re.compile(r"\s*\[\[\s*[\"']?source[\"']?\s*\]\]\s*(?:#.*)?$")
_LIST = re.compile(r"(?m)^[ \t]*(?:sources|\"sources\"|'sources')[ \t]*=[ \t]*\[")
_PIECE = re.compile(
    r"""(?P<text>"(?:\\.|[^"\\\n])*"|'[^'\n]*')|(?P<comment>\#[^\n]*)|(?P<end>\])|[^"'\#\]]+"""
)


def remove_source(file: Path, name: str, usual: Sequence[str]) -> bool:
    """Take a source out of the settings file; comments, order and everything else stay.

    Where none is named any more, an empty list says so, for else the usual ones would be back.

    Args:
        usual: the sources of the list where the file names none at all; without the one that goes they are
            written.

    Returns:
        False where nobody names it.

    Raises:
        SettingsError: it cannot be taken out without touching what else stands there; the hint says what to
            do by hand.
    """
    settings = _settings_of(file, name)
    usual = () if listed(settings, "source") else usual
    if not _is_named(settings, name, usual):
        return False
    fewer = [other for other in usual if not _same(other, name)]

    def after(before: dict[str, Any]) -> dict[str, Any]:
        return _settings_without(before, name, fewer)

    def change(text: str) -> str:
        text = _without_table(text, name)
        left = tomllib.loads(text)
        if "sources" in left:
            return _without_name(text, name)
        return text if listed(left, "source") else with_setting(text, _list_line(fewer))

    change_settings(file, change, after, f"Take {name} out of it by hand, or write off = true into its table")
    return True


def _settings_without(before: Mapping[str, Any], name: str, fewer: Sequence[str]) -> dict[str, Any]:
    kept = dict(before)
    tables = [each for each in listed(before, "source") if not _is_table_of(each, name)]
    kept.pop("source", None)
    if tables:
        kept["source"] = tables
    if "sources" in before:
        kept["sources"] = [other for other in before["sources"] if not _same(other, name)]
    elif not tables:
        kept["sources"] = list(fewer)
    return kept


def _settings_of(file: Path, name: str) -> Mapping[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, RecursionError) as error:
        raise SettingsError(f"{file} cannot be read", f"Take {name} out of it by hand") from error


def _is_named(settings: Mapping[str, Any], name: str, usual: Sequence[str]) -> bool:
    names = listed(settings, "sources") if "sources" in settings else usual
    return any(_same(other, name) for other in names) or any(
        _is_table_of(each, name) for each in listed(settings, "source")
    )


def _is_table_of(table: object, name: str) -> bool:
    return isinstance(table, Mapping) and _same(table.get("name"), name)


def _same(one: object, other: str) -> bool:
    return isinstance(one, str) and one.strip().casefold() == other.strip().casefold()


def _without_table(text: str, name: str) -> str:
    """Return the text without the table of a source."""
    lines = text.splitlines(keepends=True)
    for first in [number for number, line in enumerate(lines) if _TABLE.match(line)]:
        kept, table = without_table(lines, first)
        if _holds(table, name):
            return kept
    return text


def _holds(text: str, name: str) -> bool:
    try:
        return any(_is_table_of(table, name) for table in tomllib.loads(text)["source"])
    except tomllib.TOMLDecodeError:
        return False


def _without_name(text: str, name: str) -> str:
    """Return the text without a name of the list, which may stand on several lines with comments."""
    begin = _LIST.search(text)
    if begin is None:
        return text
    place, names = begin.end(), []
    while found := _PIECE.match(text, place):
        if found["end"]:
            break
        if found["text"]:
            names.append(found.span("text"))
        place = found.end()
    for number, (start, stop) in enumerate(names):
        if _same(tomllib.loads(f"x = {text[start:stop]}")["x"], name):
            return _cut(text, start, stop, last=number == len(names) - 1, begin=begin.end())
    return text


def _cut(text: str, start: int, stop: int, *, last: bool, begin: int) -> str:
    """Take a value out of a list with the comma that divides it from its neighbour."""
    behind = re.compile(r"[ \t]*,[ \t]*(?:\n(?=[ \t]*\S))?").match(text, stop)
    if behind:
        line = text.rfind("\n", begin, start)
        alone = line >= 0 and not text[line:start].strip() and behind[0].endswith("\n")
        return text[: line + 1 if alone else start] + text[behind.end() :]
    before = text[begin:start].rstrip()
    if last and before.endswith(","):
        return text[: begin + len(before) - 1] + text[stop:]
    return text[:start] + text[stop:]


def _list_line(names: Sequence[str]) -> str:
    return f"sources = [{', '.join(map(toml_value, names))}]\n"
