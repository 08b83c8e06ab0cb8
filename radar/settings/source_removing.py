"""A source taken out of the settings file, whether a table names it or the list of names."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from radar.errors import SettingsError
from radar.settings.writing import change_settings, end_of_settings, toml_value

_ANY_HEADER = re.compile(r"\s*\[")
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
    usual = () if _listed(settings, "source") else usual
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
        return text if _listed(left, "source") else _with_list(text, _list_line(fewer))

    change_settings(file, change, after, f"Take {name} out of it by hand, or write off = true into its table")
    return True


def _settings_without(before: Mapping[str, Any], name: str, fewer: Sequence[str]) -> dict[str, Any]:
    kept = dict(before)
    tables = [each for each in _listed(before, "source") if not _is_table_of(each, name)]
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
    in_list = any(_same(other, name) for other in _sequence(settings.get("sources", usual)))
    return in_list or any(_is_table_of(each, name) for each in _listed(settings, "source"))


def _is_table_of(table: object, name: str) -> bool:
    return isinstance(table, Mapping) and _same(table.get("name"), name)


def _same(one: object, other: str) -> bool:
    return isinstance(one, str) and one.strip().casefold() == other.strip().casefold()


def _listed(settings: Mapping[str, Any], key: str) -> Sequence[Any]:
    return _sequence(settings.get(key, []))


def _sequence(value: object) -> Sequence[Any]:
    return value if isinstance(value, list | tuple) else ()


def _without_table(text: str, name: str) -> str:
    """Return the text without the table of a source; comments before the next table stay with that one."""
    lines = text.splitlines(keepends=True)
    for first in [number for number, line in enumerate(lines) if _TABLE.match(line)]:
        end = next((n for n in range(first + 1, len(lines)) if _ANY_HEADER.match(lines[n])), len(lines))
        if not _holds(lines[first:end], name):
            continue
        last = end
        while last > first + 1 and (not lines[last - 1].strip() or lines[last - 1].lstrip().startswith("#")):
            last -= 1
        before, rest = lines[:first], lines[last:]
        if before and not before[-1].strip() and (not rest or not rest[0].strip()):
            before = before[:-1]
        return "".join([*before, *rest])
    return text


def _holds(lines: Sequence[str], name: str) -> bool:
    try:
        return any(_is_table_of(table, name) for table in tomllib.loads("".join(lines))["source"])
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


def _with_list(text: str, line: str) -> str:
    lines = text.splitlines(keepends=True)
    head = next((number for number, each in enumerate(lines) if _ANY_HEADER.match(each)), len(lines))
    place = end_of_settings(lines, head)
    if place and not lines[place - 1].endswith("\n"):
        lines[place - 1] += "\n"
    gap = ["\n"] if place < len(lines) and lines[place].strip() else []
    return "".join([*lines[:place], line, *gap, *lines[place:]])


def _list_line(names: Sequence[str]) -> str:
    return f"sources = [{', '.join(map(toml_value, names))}]\n"
