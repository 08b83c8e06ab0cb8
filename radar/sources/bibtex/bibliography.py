"""BibTeX, as the ACL Anthology, DBLP, Google Scholar and reference managers write it."""

from __future__ import annotations

import html
import logging
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from radar.papers.listed.paper import Paper, clean_paper
from radar.papers.reader.own_marks import OWN_FIELD
from radar.papers.text.safe_text import clean
from radar.sources.bibtex.entry import BibtexEntry, arxivs_comment, complaints_of, paper_of
from radar.sources.bibtex.values import MOST_OF_STRINGS, Strings, TooLong, fields_in, value_of
from radar.sources.bibtex.volumes import Volumes, complaint_of
from radar.sources.references.keywords import TakesTags, is_own, own_marks, with_own_id
from radar.sources.source import ESCAPED_BYTES, NOT_UTF8, FileParsed, not_understood, not_utf8, undecodable
from radar.sources.texts.tex_text import plain_text

if TYPE_CHECKING:
    from bibtexparser.model import Block, Entry, String

_BLOCK_START = re.compile(r"@\w+\s*[{(]")
_ANY_BLOCK = re.compile(r"^\s*@(\w+)\s*[{(]", re.MULTILINE)
_TYPES = frozenset(
    """article book booklet conference inbook incollection inproceedings manual mastersthesis misc phdthesis
    proceedings techreport unpublished online electronic thesis report dataset software collection preprint
    patent string comment preamble""".split()
)
_KEYWORDS = ("keywords", "mendeley-tags")
_OWN = ("annote", "annotation", "comment")
"""Fields that reference managers fill with words of their reader's."""
_OF_A_USER = "comment-"
"""How JabRef names the comments of one of several readers: comment-ada."""
_BLOCKS_AT_ONCE = 500
_MAX_CHARACTERS = 16 << 20


class Bibtex(TakesTags):
    """Entries of a bibliography; the text between them is comment by BibTeX's rules.

    Args:
        takes_tags: whether keywords become tags.
        most_waiting: how many entries may wait for a volume further down, so that memory stays flat.
    """

    name = "BibTeX"

    def __init__(self, *, takes_tags: bool = False, most_waiting: int = 10_000) -> None:
        super().__init__(takes_tags=takes_tags)
        self._most_waiting = most_waiting

    def recognises(self, head: str) -> bool:
        """Return whether a line begins with a kind of entry that BibTeX or biblatex knows."""
        return any(found[1].lower() in _TYPES for found in _ANY_BLOCK.finditer(head))

    def parse(self, lines: Iterable[str]) -> Iterator[FileParsed]:
        """Yield the papers, and a report for each entry that is broken or no paper."""
        file = _File(self, self._most_waiting)
        for first_line, text in _chunks(lines):
            yield from _parsed(text, first_line, file)
        for entry, line in file.waiting:
            yield from _entry(entry, line, file, at_end=True)


class _File:
    """What is kept from one entry of a file to the next."""

    def __init__(self, tags: TakesTags, most_waiting: int) -> None:
        self.tags = tags
        self.most_waiting = most_waiting
        self.strings = Strings()
        self.volumes = Volumes()
        self.waiting: list[tuple[Entry, int]] = []
        """Entries whose volume stands further down, as BibTeX wants it, each with its line."""


def _chunks(lines: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Yield some hundred entries at a time, with the number of the first line, so that memory stays flat."""
    waiting: list[str] = []
    first = 1
    blocks = size = 0
    for number, line in enumerate(lines, 1):
        if _BLOCK_START.match(line):
            if blocks >= _BLOCKS_AT_ONCE:
                yield first, "\n".join(waiting)
                waiting, first, blocks, size = [], number, 0, 0
            blocks += 1
        waiting.append(line.rstrip("\r\n"))
        size += len(line)
        if size > _MAX_CHARACTERS:
            yield first, "\n".join(waiting)
            waiting, first, blocks, size = [], number + 1, 0, 0
    yield first, "\n".join(waiting)


def _parsed(text: str, first_line: int, file: _File) -> Iterator[FileParsed]:
    from bibtexparser.model import (
        Entry,
        ExplicitComment,
        ImplicitComment,
        ParsingFailedBlock,
        Preamble,
        String,
    )
    from bibtexparser.splitter import Splitter

    # The library's warnings would be printed; what they say is reported by line.
    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)
    for block in Splitter(text).split().blocks:
        line = first_line + (block.start_line or 0)
        if isinstance(block, String):
            yield from _string(block, line, file)
        elif isinstance(block, Entry):
            yield from _entry(block, line, file)
        elif isinstance(block, ParsingFailedBlock):
            yield from _failed(block, line, file)
        elif not isinstance(block, ImplicitComment | ExplicitComment | Preamble):
            yield not_understood(line, "not an entry", block.raw or "")


def _failed(block: Block, line: int, file: _File) -> Iterator[FileParsed]:
    from bibtexparser.model import (
        DuplicateBlockKeyBlock,
        DuplicateFieldKeyBlock,
        Entry,
        ParsingFailedBlock,
        String,
    )

    within = block.ignore_error_block if isinstance(block, ParsingFailedBlock) else None
    if isinstance(block, DuplicateBlockKeyBlock) and isinstance(within, Entry):
        # Radar does not go by the keys of a bibliography: both entries are papers.
        yield from _entry(within, line, file)
    elif isinstance(block, DuplicateFieldKeyBlock) and isinstance(within, Entry):
        if names := ", ".join(sorted(name for name in block.duplicate_keys if name.lower() not in _KEYWORDS)):
            reason = f"{names} stands twice in the entry; the first is taken"
            yield not_understood(line, reason, block.raw or "", field=True)
        yield from _entry(within, line, file)
    elif isinstance(within, String):
        yield from _string(within, line, file)
    else:
        reason = getattr(getattr(block, "error", None), "abort_reason", "") or "the entry is broken"
        yield not_understood(line, f"not an entry: {str(reason).strip().rstrip('.')}", block.raw or "")


def _string(string: String, line: int, file: _File) -> Iterator[FileParsed]:
    try:
        file.strings.remember(string.key, string.value)
    except TooLong as error:
        yield not_understood(line, error.reason, string.raw or "")


def _fields_of(entry: Entry, strings: Strings) -> tuple[dict[str, str], list[str]]:
    """Return the fields of an entry, and the names of those that have no comma before them.

    Raises:
        TooLong: it becomes so by the strings that it names.
    """
    fields: dict[str, str] = {}
    joined: list[str] = []
    room = MOST_OF_STRINGS
    for field in entry.fields:
        for place, (name, raw) in enumerate(fields_in(field.key.lower().strip(), str(field.value))):
            if place:
                joined.append(name)
            value = value_of(raw, strings, room)
            room -= max(0, len(value) - len(raw))
            if name in _KEYWORDS and fields.get(name):
                # Some sites write a field for each.
                value = f"{fields.pop(name)}; {value}"
            fields.setdefault(name, value)
    return fields, joined


def _entry(entry: Entry, line: int, file: _File, *, at_end: bool = False) -> Iterator[FileParsed]:
    raw = entry.raw or ""
    try:
        fields, joined = _fields_of(entry, file.strings)
    except TooLong as error:
        yield not_understood(line, error.reason, raw)
        return
    kind = entry.entry_type.lower()
    file.volumes.remember(kind, entry.key, fields)
    if not (at_end or file.volumes.know(fields)) and len(file.waiting) < file.most_waiting:
        file.waiting.append((entry, line))
        return
    for name in joined:
        reason = f"a comma is missing before {name}, which is read all the same"
        yield not_understood(line, reason, raw, field=True)
    if not file.volumes.know(fields) and (reason := complaint_of(fields)):
        yield not_understood(line, reason, raw, field=True)
    file.volumes.complete(fields)
    if kind == "proceedings":
        yield not_understood(line, "a volume of proceedings, not a paper", raw)
        return
    unread = {name: text for name, text in fields.items() if undecodable(text)} if undecodable(raw) else {}
    if "title" in unread:
        yield not_understood(line + _lines_before(raw, unread["title"]), NOT_UTF8, raw.split("\n")[0])
        return
    for name, text in unread.items():
        del fields[name]
        at = line + _lines_before(raw, text)
        yield not_understood(at, not_utf8(f"the field {clean(name)}"), raw.split("\n")[0], field=True)
    paper = paper_of(BibtexEntry(entry.key, fields))
    if paper:
        for reason, text in complaints_of(fields):
            yield not_understood(line, reason, text, field=True)
    if paper:
        yield from _beside(clean_paper(paper), entry.key, fields, file.tags)
    else:
        yield not_understood(line, "the entry has no title", raw)


def _beside(paper: Paper, key: str, fields: Mapping[str, str], tags: TakesTags) -> Iterator[FileParsed]:
    """Yield a paper with what stands with it of the reader's own."""
    marker = fields.get(OWN_FIELD, "")
    if is_own(key, marker, [fields.get("note", "")], paper):
        tagged, note = (plain_text(fields.get(name, "")) for name in ("keywords", "annote"))
        yield from own_marks(tagged, note)
        yield with_own_id(paper, marker)
        return
    keywords = {name: [html.unescape(plain_text(fields[name]))] for name in _KEYWORDS if fields.get(name)}
    own = [*_OWN, *(name for name in fields if name.startswith(_OF_A_USER))]
    others = {name: fields.get(name) for name in own if name != "annote" or not arxivs_comment(fields)}
    yield from tags.beside(paper, keywords, others)


def _lines_before(raw: str, value: str) -> int:
    """Return how many lines of an entry stand before the first byte of a value that is no UTF-8."""
    start = max(0, raw.find(value))
    found = ESCAPED_BYTES.search(raw, start)
    return raw.count("\n", 0, found.start()) if found else 0
