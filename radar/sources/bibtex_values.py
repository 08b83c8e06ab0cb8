"""Values of a bibliography as they are written: quoted, braced, joined by "#", and named by a string."""

from __future__ import annotations

import re
from collections.abc import Iterator

_FIELD = re.compile(r"\s*([A-Za-z][\w:-]*)\s*=\s*(\S.*)", re.DOTALL)
_WORD = re.compile(r"[^\s{}\"#,=]+")
_BOUND = re.compile(r"[{}\"]")
_SPACE = re.compile(r"\s*")


def value_of(raw: str, strings: dict[str, str]) -> str:
    """Return a value without its quotes or braces, its parts joined and the names of strings resolved."""
    raw = raw.strip()
    if raw.startswith("{") and raw.endswith("}") and "#" not in raw:
        return raw[1:-1]
    return "".join(_value_parts(raw, strings))


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


def _value_parts(raw: str, strings: dict[str, str]) -> Iterator[str]:
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


def _part(text: str, strings: dict[str, str]) -> str:
    text = text.strip()
    if len(text) > 1 and (text[0], text[-1]) in (("{", "}"), ('"', '"')):
        return text[1:-1]
    return strings.get(text.lower(), text)
