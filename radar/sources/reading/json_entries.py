"""The entries of a JSON document, cut out one at a time, so that memory stays flat however many there are.

The standard library parses a document only as a whole, which takes several times its size. Here the brackets
around the entries are counted, and each entry is parsed by itself.
"""

from __future__ import annotations

import json
import re
from collections.abc import Generator, Iterable, Iterator

from radar.papers.bases import Mutable, Value, field
from radar.sources.source import NOT_UTF8, undecodable

MAX_ENTRY_CHARACTERS = 8 << 20
"""A longer entry is left out and reported."""

_MARK = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+(?:"|\\?$)|[{}\[\]]')
_MARK_BETWEEN = re.compile(rf"{_MARK.pattern}|(?<!\w)(?:null|true|false|-?\d[\d.eE+-]*)(?!\w)")
_CALLED = {'"': "a text", "n": "null", "t": "true", "f": "false"}
_BRACKET = re.compile(r"[{}\[\]]")
_LIST = '"items"'
_LIST_DEPTH = 2
"""Better BibTeX and CSL have their list in the outermost object, Crossref in an object within it."""
_WRAPPERS = ("data", "message", "paper")
"""What the object is called that holds an item of Zotero's web API, of Crossref, or of Hugging Face."""
_DECODER = json.JSONDecoder(strict=False)


class JsonEntry(Value):
    """One entry of a document, or why it cannot be read."""

    line: int
    value: dict[str, object]
    problem: str = ""
    text: str = ""
    """Its beginning, where there is a problem."""
    unread: tuple[str, ...] = ()
    """Names of the fields that hold bytes that are no UTF-8, and were taken out of it."""


class _Open(Mutable):
    """An object whose end was not seen yet."""

    line: int
    indent: int
    outermost: bool
    """Whether nothing is around it, so that it may hold the list of entries."""
    depth: int = 1
    name: str = ""
    """The last text seen, which may be the name of the list."""
    parts: list[str] = field(default_factory=list)
    size: int = 0

    def keep(self, text: str) -> None:
        self.size += len(text)
        if self.size <= MAX_ENTRY_CHARACTERS:
            self.parts.append(text)

    def broken(self, problem: str) -> JsonEntry:
        return JsonEntry(self.line, {}, problem, "".join(self.parts)[:400])

    def ended(self) -> JsonEntry:
        if self.size > MAX_ENTRY_CHARACTERS:
            return self.broken(f"an entry of more than {MAX_ENTRY_CHARACTERS >> 20} MB")
        text = "".join(self.parts)
        try:
            value = _DECODER.decode(text)
            unread = tuple(taken_out(value)) if undecodable(text) else ()
        except (ValueError, RecursionError) as error:
            return self.broken(reason(error))
        if "title" in unread:
            return self.broken(NOT_UTF8)
        return JsonEntry(self.line, value, unread=unread)


class JsonEntries:
    """Counts brackets from line to line."""

    def __init__(self) -> None:
        self._around: list[str] = []
        """What is open around the entries: "list" for one that holds them, else the bracket."""
        self._open: _Open | None = None

    def of(self, lines: Iterable[str]) -> Iterator[JsonEntry]:
        """Yield the objects of an outermost array or a list "items" in an outermost object, or that object.

        Raises nothing. An entry that is never closed ends where the next one begins at the same indent, so
        that it does not swallow the rest.
        """
        for number, line in enumerate(lines, 1):
            yield from self._line(number, line.rstrip("\r\n").lstrip("\ufeff"))
        if self._open:
            yield self._open.broken("the entry is not closed: the text may be cut")
        elif self._around:
            yield JsonEntry(number, {}, "the list of entries is not closed: the text may be cut")

    def _line(self, number: int, line: str) -> Iterator[JsonEntry]:
        if self._open and self._another_begins(self._open, line):
            yield self._open.broken("the entry is not closed")
            self._open = None
        if self._open and not self._open.outermost and not _BRACKET.search(line):
            self._open.keep(line + "\n")
            return
        at = 0
        while at < len(line):
            if self._open is None:
                at = yield from self._between(number, line, at)
            else:
                at = yield from self._within(self._open, line, at)

    def _between(self, number: int, line: str, at: int) -> Generator[JsonEntry, None, int]:
        """Go on to the beginning of an entry, and return where reading goes on."""
        found = _MARK_BETWEEN.search(line, at)
        if not found:
            return len(line)
        mark, inside = found[0], self._around[-1] if self._around else ""
        if mark == "{" and inside in ("", "list"):
            if inside and (whole := self._whole(number, line, found.start())):
                entry, end = whole
                yield entry
                return end
            indent = len(line) - len(line.lstrip())
            self._open = _Open(number, indent, outermost=not inside)
            self._open.keep("{")
        elif mark in "{[":
            self._around.append("list" if mark == "[" and inside in ("", "list") else mark)
        elif mark in "}]":
            if self._around:
                self._around.pop()
        elif inside == "list":
            what = _CALLED.get(mark[0], "a number")
            yield JsonEntry(number, {}, f"{what} where an entry should be", mark[:400])
        return found.end()

    def _whole(self, number: int, line: str, at: int) -> tuple[JsonEntry, int] | None:
        """Return an entry that ends in the same line, and where."""
        try:
            value, end = _DECODER.raw_decode(line, at)
        except (ValueError, RecursionError):
            return None
        if end - at > MAX_ENTRY_CHARACTERS or undecodable(line[at:end]):
            return None
        return JsonEntry(number, value), end

    def _within(self, entry: _Open, line: str, start: int) -> Generator[JsonEntry, None, int]:
        """Read on to the end of an entry, and return where reading goes on."""
        for found in _MARK.finditer(line, start):
            mark = found[0]
            if mark in "{[":
                if mark == "[" and entry.outermost and entry.name == _LIST and entry.depth <= _LIST_DEPTH:
                    self._around = [*["{"] * entry.depth, "list"]
                    self._open = None
                    return found.end()
                entry.depth += 1
            elif mark in "}]":
                entry.depth -= 1
                if not entry.depth:
                    entry.keep(line[start : found.end()])
                    self._open = None
                    yield entry.ended()
                    return found.end()
            entry.name = mark
        entry.keep(line[start:] + "\n")
        return len(line)

    def _another_begins(self, entry: _Open, line: str) -> bool:
        plain = line.lstrip()
        return plain in ("{", "},{") and not entry.outermost and len(line) - len(plain) <= entry.indent


def taken_out(value: dict[str, object]) -> Iterator[str]:
    """Take the fields with bytes that are no UTF-8 out of an entry, or of the object its item is in.

    Yields the names of those that it takes.
    """
    for name, held in list(value.items()):
        if name in _WRAPPERS and isinstance(held, dict):
            yield from taken_out(held)
        elif undecodable(json.dumps([name, held], ensure_ascii=False)):
            del value[name]
            yield name


def reason(error: Exception) -> str:
    """Return why an entry is not JSON."""
    if isinstance(error, json.JSONDecodeError):
        place = f"line {error.lineno} of the entry, " if error.lineno > 1 else ""
        # Some of its messages end in the "at" that is to be followed by a place, others do not.
        return f"not JSON: {error.msg.removesuffix(' at')} at {place}character {error.colno}"
    return "nested too deeply" if isinstance(error, RecursionError) else f"not JSON: {error}"
