"""Records of lines that begin with a tag, wrapped lines without: of PubMed, Web of Science and EndNote."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from radar.papers.bases import Mutable, field
from radar.papers.listed.listing import NotUnderstood
from radar.sources.source import NOT_UTF8, not_understood, not_utf8, undecodable

MAX_CHARACTERS = 4 << 20
"""Of one record; what is longer is given up, so that memory stays bounded."""


class TaggedRecord(Mutable):
    """The fields of one record."""

    line: int
    first: str
    fields: dict[str, list[list[str]]] = field(default_factory=dict)
    """The values of each tag, each by its lines."""
    unread: dict[str, int] = field(default_factory=dict)
    """Tags with bytes that are no UTF-8, and the line of the first of each."""
    problem: str = ""
    """Why it cannot be used; empty where it can."""
    problem_line: int = 0
    size: int = 0

    def all_of(self, *tags: str) -> tuple[str, ...]:
        """Return the values of these tags, each on one line."""
        return tuple(" ".join(value.split()) for tag in tags for value in self.texts_of(tag))

    def texts_of(self, tag: str) -> tuple[str, ...]:
        """Return the values of a tag with their lines."""
        values = map("\n".join, self.fields.get(tag, ()))
        return tuple(value for value in values if value.strip() and not (self.unread and undecodable(value)))

    def stated(self, *tags: str) -> Iterator[tuple[str, str]]:
        """Yield the values of these tags, each with what its field is told as."""
        return ((f"the field {tag}", text) for tag in tags for text in self.all_of(tag))

    def lines_of(self, tag: str) -> tuple[str, ...]:
        """Return the lines of a tag whose wrapped lines are values of their own."""
        lines = (line for value in self.fields.get(tag, ()) for line in value)
        return tuple(line for line in lines if line.strip() and not (self.unread and undecodable(line)))

    def unread_fields(self, *titles: str) -> Iterator[NotUnderstood]:
        """Yield what to tell of fields with bytes that are no UTF-8.

        Args:
            titles: the tags of the title, without which the record is no paper and its `problem` is set.
        """
        lost = min((self.unread[tag] for tag in titles if tag in self.unread), default=0)
        if lost and not self.all_of(*titles):
            self.problem, self.problem_line = NOT_UTF8, lost
            return
        for tag, line in self.unread.items():
            yield not_understood(line, not_utf8(f"the field {tag}"), self.first, field=True)

    def add(self, number: int, line: str, found: re.Match[str] | None, last: str) -> str:
        """Take a line, and return the tag that a wrapped line after it belongs to."""
        self.size += len(line)
        if not self.problem and self.size > MAX_CHARACTERS:
            self.problem, self.problem_line = f"a record of more than {MAX_CHARACTERS >> 20} MB", self.line
        if self.problem:
            return last
        if found:
            last = found[1]
            self.fields.setdefault(last, []).append([found[2].strip()])
        elif last and line.strip():
            self.fields[last][-1].append(line.strip())
        if last and undecodable(line):
            self.unread.setdefault(last, number)
        return last


def records(
    lines: Iterable[str], tag: re.Pattern[str], begins: str, ends: str = ""
) -> Iterator[TaggedRecord]:
    """Yield the records.

    Args:
        tag: matches a line with a tag; its groups are the tag and the value.
        begins: the tag that a record begins with.
        ends: the tag that ends one; what stands between two records is passed over.
    """
    record: TaggedRecord | None = None
    last = ""
    for number, raw in enumerate(lines, 1):
        line = raw.rstrip("\r\n").lstrip("\ufeff")
        found = tag.match(line)
        if found and found[1] == begins:
            if record:
                yield record
            record, last = TaggedRecord(number, line), ""
        if record is None:
            continue
        last = record.add(number, line, found, last)
        if ends and found and found[1] == ends:
            yield record
            record = None
    if record:
        yield record
