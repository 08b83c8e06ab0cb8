"""Values of a bibliography as they are written: quoted, braced, joined by "#", and named by a string."""

from __future__ import annotations

import re
from collections.abc import Iterator

MOST_OF_STRINGS = 10_000
"""Characters that a string may have, and that an entry may become longer by the strings it names."""
_FIELD = re.compile(r"\s*([A-Za-z][\w:-]*)\s*=\s*(\S.*)", re.DOTALL)
_WORD = re.compile(r"[^\s{}\"#,=]+")
_BOUND = re.compile(r"[{}\"]")
_SPACE = re.compile(r"\s*")


class TooLong(Exception):
    """What strings come to is longer than anybody writes; `reason` says what is."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Strings:
    """The strings of a file, by their names in lower case.

    Strings may be made of strings, each twice as long as the one before, so there are bounds to all of it.

    Args:
        most: how many characters all of them may have.
    """

    def __init__(self, most: int = 8_000_000) -> None:
        self._most = most
        self._size = 0
        self._values: dict[str, str] = {}

    def remember(self, name: str, raw: str) -> None:
        """Keep a string, in place of an earlier one of the name.

        Raises:
            TooLong: it is, or all of them together are; it is not kept then.
        """
        value = value_of(raw, self)
        name = name.lower()
        if len(value) > MOST_OF_STRINGS:
            raise TooLong(f"a string of more than {MOST_OF_STRINGS:,} characters")
        size = self._size + len(value) - len(self._values.get(name, ""))
        if size > self._most:
            raise TooLong(f"the strings of the file come to more than {self._most:,} characters")
        self._size = size
        self._values[name] = value

    def find(self, text: str) -> str:
        """Return what a name stands for; the text itself where there is no such string."""
        return self._values.get(text.lower(), text)


def value_of(raw: str, strings: Strings, room: int = MOST_OF_STRINGS) -> str:
    """Return a value without its quotes or braces, its parts joined and the names of strings resolved.

    Args:
        raw: the value as it is written.
        strings: what names stand for.
        room: how many characters it may become longer by them.

    Raises:
        TooLong: it becomes longer than that.
    """
    raw = raw.strip()
    if raw.startswith("{") and raw.endswith("}") and "#" not in raw:
        return raw[1:-1]
    parts: list[str] = []
    left = len(raw) + room
    for part in _value_parts(raw, strings):
        left -= len(part)
        if left < 0:
            raise TooLong(f"the strings that it names come to more than {MOST_OF_STRINGS:,} characters")
        parts.append(part)
    return "".join(parts)


def fields_in(name: str, raw: str) -> Iterator[tuple[str, str]]:
    """Yield a field and its value, then those that stand within the value because a comma is missing."""
    while True:
        # Most values hold no sign that could begin another field, and are not looked through.
        end = _end(raw) if "=" in raw else len(raw)
        following = _FIELD.fullmatch(raw, end)
        if following is None:
            yield name, raw
            return
        yield name, raw[:end]
        name, raw = following[1].lower(), following[2]


def _end(raw: str) -> int:
    """Return where the first value of a text ends, which may be joined of several parts."""
    at = 0
    while True:
        start = _after_space(raw, at)
        at = _end_of_part(raw, start)
        following = _after_space(raw, at)
        if at == start or not raw.startswith("#", following):
            return at
        at = following + 1


def _end_of_part(raw: str, start: int) -> int:
    if raw[start : start + 1] not in ("{", '"'):
        word = _WORD.match(raw, start)
        return word.end() if word else start
    quoted, depth = raw[start] == '"', 0
    for found in _BOUND.finditer(raw, start):
        sign, at = found[0], found.start()
        depth += (sign == "{") - (sign == "}")
        if depth == 0 and (sign == '"' and at > start if quoted else sign == "}"):
            return at + 1
    return len(raw)


def _after_space(raw: str, at: int) -> int:
    space = _SPACE.match(raw, at)
    return space.end() if space else at


def _value_parts(raw: str, strings: Strings) -> Iterator[str]:
    depth = start = 0
    quoted = False
    for at, character in enumerate(raw):
        if character == "{":
            depth += 1
        elif character == "}":
            depth -= 1
        elif character == '"' and depth == 0:
            quoted = not quoted
        elif character == "#" and depth == 0 and not quoted:
            yield _part(raw[start:at], strings)
            start = at + 1
    yield _part(raw[start:], strings)


def _part(text: str, strings: Strings) -> str:
    text = text.strip()
    if len(text) > 1 and (text[0], text[-1]) in (("{", "}"), ('"', '"')):
        return text[1:-1]
    return strings.find(text)
