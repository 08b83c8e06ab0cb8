"""The text of a settings file, edited by its lines, so that comments, order and spacing stay."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence

HEADER = re.compile(r"\s*\[")
"""The line that a table begins with."""


def toml_value(value: str | int | float) -> str:
    """Return a value as it is written in TOML."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str):
        return repr(value)
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def table_text(header: str, values: Mapping[str, str | int | float]) -> str:
    """Return a table as it stands in a settings file; `header` has its brackets."""
    return f"{header}\n" + "".join(f"{key} = {toml_value(value)}\n" for key, value in values.items())


def inline_table(values: Mapping[str, str | int | float]) -> str:
    """Return a table as it stands within a list or behind a name, on one line."""
    return "{" + ", ".join(f"{key} = {toml_value(value)}" for key, value in values.items()) + "}"


def takes_table(text: str, table: str) -> bool:
    """Return whether a table may stand at the end of a text, unless that is no TOML even without it."""
    try:
        tomllib.loads(text)
    except (ValueError, RecursionError):
        return True
    try:
        tomllib.loads(with_tables(text, [table]))
    except (ValueError, RecursionError):
        return False
    return True


def write_by_hand(table: str, words: str = "Write this into it by hand") -> str:
    """Return the hint where a table cannot be written: it stands below the words as it would in the file."""
    return f"{words}:\n{table.rstrip()}"


def with_tables(text: str, tables: Sequence[str]) -> str:
    """Return the text with tables at its end, a blank line before each."""
    ended = text if not text or text.endswith("\n") else text + "\n"
    gap = "\n" if ended.strip() and tables else ""
    return ended + gap + "\n".join(tables)


def without_table(lines: Sequence[str], first: int) -> tuple[str, str]:
    """Return the text without the table that begins with a line, and that table.

    Comments before the next one stay with that one.
    """
    end = next((n for n in range(first + 1, len(lines)) if HEADER.match(lines[n])), len(lines))
    last = end
    while last > first + 1 and _says_nothing(lines[last - 1]):
        last -= 1
    before, rest = lines[:first], lines[last:]
    if before and not before[-1].strip() and (not rest or not rest[0].strip()):
        before = before[:-1]
    return "".join([*before, *rest]), "".join(lines[first:last])


def above_tables(lines: Sequence[str]) -> int:
    """Return how many lines stand above the first table, with what belongs to that one."""
    return next((number for number, line in enumerate(lines) if HEADER.match(line)), len(lines))


def with_setting(text: str, line: str) -> str:
    """Return the text with the line of a setting behind those above the first table."""
    lines = text.splitlines(keepends=True)
    place = _end_of_settings(lines, above_tables(lines))
    if place and not lines[place - 1].endswith("\n"):
        lines[place - 1] += "\n"
    gap = ["\n"] if place < len(lines) and lines[place].strip() else []
    return "".join([*lines[:place], line, *gap, *lines[place:]])


def _end_of_settings(lines: Sequence[str], head: int) -> int:
    """Return where the settings above the first table end; what stands between belongs to that table."""
    place = head
    while place and _says_nothing(lines[place - 1]):
        place -= 1
    return place if place or head == len(lines) else _after_first_comment(lines, head)


def _after_first_comment(lines: Sequence[str], head: int) -> int:
    """Return the first blank line, behind what is said at the top of the file; else its beginning."""
    return next((number for number in range(head) if not lines[number].strip()), 0)


def _says_nothing(line: str) -> bool:
    return not line.strip() or line.lstrip().startswith("#")
