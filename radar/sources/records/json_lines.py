"""JSON objects that describe papers: one a line, spread over lines, or in an array."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

from radar.papers.text.json_text import json_value
from radar.sources.reading.json_entries import reason, taken_out
from radar.sources.records.own_marks import marks_in, unread_marks
from radar.sources.records.record_reader import RecordReader, is_own
from radar.sources.records.site_records import flattened, is_work
from radar.sources.records.unknown_fields import UnknownFields
from radar.sources.source import NOT_UTF8, FileParsed, not_understood, not_utf8, undecodable

MAX_OBJECT_CHARACTERS = 64 << 20
"""An object spread over lines that grows longer is given up."""

_STRING_OR_BRACKET = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\]]')
_BETWEEN = re.compile(r"[\s,\[\]]*")
_OBJECT = re.compile(r"\{\s*(?:\"|$)")
_FIRST_LINES = 20
_LISTS = ("data", "recommendedPapers", "results", "papers")
"""What the papers are called in answers of Semantic Scholar and OpenAlex, and in what others make."""
_WRAPPED = "paper"
_DECODER = json.JSONDecoder()


class JsonLines:
    """Papers as JSON objects, such as arXiv's metadata or what radar exports."""

    name = "JSON lines"

    def recognises(self, head: str) -> bool:
        """Return whether the text begins like JSON objects, even if the first lines are broken."""
        lines = [line for line in map(str.strip, head.splitlines()[:_FIRST_LINES]) if line]
        if not lines:
            return False
        if re.match(r"\[\s*(?:\{|\]\s*$)|\{\s*[\"}]|\{$", lines[0]) or lines[:2] == ["[", "{"]:
            return True
        return 2 * sum(line.startswith('{"') for line in lines) > len(lines)

    def parse(self, lines: Iterable[str]) -> Iterator[FileParsed]:
        """Yield the paper of each object, a report for each that is none, and last the fields not known."""
        unknown = UnknownFields()
        reader = RecordReader(unknown)
        for number, text in _Objects().of(lines):
            yield from _papers(reader, number, text)
        if left_out := unknown.left_out():
            yield left_out


class _Objects:
    """Cuts lines into the texts of objects, each with the number of its first line.

    An object that is never closed ends where the next one begins, so that it does not swallow the rest.
    """

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._begun = self._depth = self._size = self._indent = 0
        self._indented = False

    def of(self, lines: Iterable[str]) -> Iterator[tuple[int, str]]:
        for number, raw in enumerate(lines, 1):
            line = raw.strip()
            if self._parts and self._another_begins(raw, line):
                yield self._end()
            if self._parts:
                done = self._add(line)
            elif whole := _whole(line):
                yield number, whole
                continue
            else:
                done = self._begin(number, raw, line)
            if done:
                yield self._end()
        if self._parts:
            yield self._end()

    def _begin(self, number: int, raw: str, line: str) -> bool:
        line = line.removeprefix("[").lstrip() if _depth(line) > 0 else line.strip(",")
        if line in ("", "]"):
            return False
        self._begun, self._indent, self._indented = number, _indent(raw), False
        self._depth = self._size = 0
        self._add(line)
        goes_on = self._depth > 0 and _OBJECT.match(line) and line.endswith(("{", ",", "[", "}", "]"))
        return not goes_on

    def _add(self, line: str) -> bool:
        self._parts.append(line)
        self._depth += _depth(line)
        self._size += len(line)
        return self._depth <= 0 or self._size > MAX_OBJECT_CHARACTERS

    def _end(self) -> tuple[int, str]:
        text = "\n".join(self._parts)
        self._parts = []
        return self._begun, text.rstrip(",")

    def _another_begins(self, raw: str, line: str) -> bool:
        indent = _indent(raw)
        if len(self._parts) == 1:
            self._indented = indent > self._indent
        return line.startswith("{") and indent <= self._indent and (self._indented or self._parts[0] != "{")


def _papers(reader: RecordReader, number: int, text: str) -> Iterator[FileParsed]:
    try:
        value = json_value(text)
    except (ValueError, RecursionError) as error:
        if text.startswith("[") or "Extra data" in str(error):
            yield from _papers_before_the_break(reader, number, text)
        else:
            yield not_understood(number, reason(error), text)
        return
    yield from _papers_of(reader, number, text, value, unread=undecodable(text))


def _papers_of(
    reader: RecordReader, number: int, text: str, value: object, *, unread: bool, listed: bool = False
) -> Iterator[FileParsed]:
    if isinstance(value, list) and (not value or any(isinstance(element, dict) for element in value)):
        for element in value:
            title = element.get("title") if isinstance(element, dict) else None
            shown = title if isinstance(title, str) else ""
            one = None if isinstance(element, list) else element
            yield from _papers_of(reader, number, shown, one, unread=unread, listed=listed)
        return
    if not isinstance(value, dict):
        yield not_understood(number, "not a JSON object", text)
        return
    # An answer lists papers once: lists within lists could go on for ever.
    if not listed and (inside := _listed_in(value)) is not None:
        yield from _papers_of(reader, number, text, inside, unread=unread, listed=True)
        return
    lost = list(taken_out(value)) if unread else []
    if "title" in lost:
        yield not_understood(number, NOT_UTF8, text)
        return
    paper = reader.paper_of_work(value) if is_work(value) else reader.paper(flattened(value))
    for complaint in (*(not_utf8(f"the field {name}") for name in lost if paper), *reader.complaints):
        yield not_understood(number, complaint, text, field=paper is not None)
    if paper:
        if is_own(value):
            for complaint in unread_marks(value):
                yield not_understood(number, complaint, text, field=True)
            if marks := marks_in(value):
                yield marks
        yield paper


def _listed_in(value: dict[str, object]) -> list[object] | None:
    """Return the papers of an answer that lists them; None where an object is no such answer."""
    lists = (value.get(name) for name in _LISTS if "title" not in value and _WRAPPED not in value)
    return next((found for found in lists if isinstance(found, list)), None)


def _papers_before_the_break(reader: RecordReader, number: int, text: str) -> Iterator[FileParsed]:
    """Read the objects of an array, or one after another, up to the place where they are broken."""
    at = _next_value(text, 0)
    if at == len(text):
        yield not_understood(number, "not a JSON object", text)
    while at < len(text):
        try:
            value, end = _DECODER.raw_decode(text, at)
        except (ValueError, RecursionError) as error:
            why = f"the rest of the array is left out: {reason(error)}"
            yield not_understood(number, why, text[at : at + 400])
            return
        yield from _papers_of(reader, number, text[at : at + 400], value, unread=undecodable(text))
        at = _next_value(text, end)


def _next_value(text: str, at: int) -> int:
    found = _BETWEEN.match(text, at)
    return found.end() if found else at


def _whole(line: str) -> str:
    """Return the line without the comma of an array, where it holds an object from end to end."""
    if line.endswith(("},", "}]")):
        line = line[:-1]
    return line if line.startswith("{") and line.endswith("}") else ""


def _depth(line: str) -> int:
    """Return how many brackets the line opens more than it closes."""
    marks = [mark for mark in _STRING_OR_BRACKET.findall(line) if len(mark) == 1]
    return sum(1 if mark in "{[" else -1 for mark in marks)


def _indent(raw: str) -> int:
    return len(raw) - len(raw.lstrip())
