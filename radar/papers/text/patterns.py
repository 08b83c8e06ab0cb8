"""Regular expressions that are compiled at their first use, so that importing them costs nothing."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from typing import cast

_PARTS = (
    "search",
    "match",
    "fullmatch",
    "finditer",
    "findall",
    "sub",
    "split",
    "pattern",
    "flags",
    "groupindex",
)


class _Compiled:
    """What a compiled pattern has."""

    __slots__ = (*_PARTS, "_asked", "_source")

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._asked = flags


class _Lazy(_Compiled):
    """Stands for a compiled pattern; its methods appear with the first question.

    It then is what has no `__getattr__`, with which Python would look up every method the slow way.
    """

    __slots__ = ()

    def __getattr__(self, name: str) -> object:
        compiled = re.compile(self._source, self._asked)
        for part in _PARTS:
            setattr(self, part, getattr(compiled, part))
        self.__class__ = _Compiled  # type: ignore[assignment]
        return getattr(compiled, name)


def _ascii_flag(source: str) -> int:
    """Return the flag with which a pattern finds the same in ASCII, and faster: a table tells what a word is.

    None where it asks for white space, of which Unicode has more among the control characters.
    """
    return 0 if r"\s" in source.lower() else re.ASCII


class AsciiFirst:
    """A pattern that asks for words, of texts that are nearly all ASCII, where these are told faster."""

    __slots__ = ("_any", "_ascii")

    def __init__(self, source: str) -> None:
        """Take the pattern."""
        self._ascii = pattern(source, _ascii_flag(source))
        self._any = pattern(source)

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Return the first match wherever it stands between two places."""
        return (self._ascii if text.isascii() else self._any).search(text, start, end)


class EitherCase:
    """A pattern that heeds no case, asked of texts from their beginning.

    In lower case the same pattern takes a fraction of the time; what is ASCII keeps its length there, and so
    what is found its place.
    """

    __slots__ = ("_any_case", "_lower")

    def __init__(self, source: str) -> None:
        """Take the pattern in lower case."""
        self._lower = pattern(source, _ascii_flag(source))
        self._any_case = pattern(source, re.IGNORECASE)

    def end(self, text: str) -> int:
        """Return where the match ends that begins a text, or -1."""
        found = self._lower.match(text.lower()) if text.isascii() else self._any_case.match(text)
        return -1 if found is None else found.end()

    def begins(self, text: str) -> bool:
        """Say whether a text begins with a match."""
        if text.isascii():
            return self._lower.match(text.lower()) is not None
        return self._any_case.match(text) is not None

    def search(self, text: str) -> re.Match[str] | None:
        """Return the first match wherever it stands; its offsets are those in the text."""
        return self._lower.search(text.lower()) if text.isascii() else self._any_case.search(text)


def at_a_word(*beginnings: str) -> str:
    r"""Return the pattern of plain texts that stand where a word begins.

    It matches what `\b(?:...)` does, and is found faster: it begins with letters, to which a search jumps.
    """
    alone = [rf"{text}(?<!\w{text})" for text in beginnings]
    return f"(?:{'|'.join(alone)})"


def compile_one(names: Mapping[str, object]) -> bool:
    """Compile a pattern that nobody has asked yet; return whether there was one among these names."""
    lazy = next(_uncompiled(tuple(names.values())), None)
    if lazy is not None:
        lazy.__getattr__("pattern")
    return lazy is not None


def _uncompiled(value: object) -> Iterator[_Lazy]:
    """Yield the patterns that nobody has asked yet, those within tuples too."""
    if isinstance(value, _Lazy):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _uncompiled(one)


def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """Return what behaves like `re.compile(source, flags)` but compiles at its first use."""
    return cast("re.Pattern[str]", _Lazy(source, flags))
