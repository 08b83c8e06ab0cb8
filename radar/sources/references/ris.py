"""RIS, the tagged records that Zotero, EndNote, Mendeley, Web of Science, Scopus and publishers export.

There is no binding standard: of the 2001 and the 2011 description (Reference Manager, Wikipedia "RIS (file
format)") the tags of both are read, and what exporters do besides: one blank in place of two, wrapped lines,
records without their end, text of a database between records.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from radar.papers.bases import Mutable, field
from radar.sources.references.complaints import date_complaints, link_complaints
from radar.sources.references.keywords import TakesTags
from radar.sources.references.reference import Reference, holds_doi, is_own_note, paper_of
from radar.sources.references.ris_names import names_below
from radar.sources.source import NOT_UTF8, FileParsed, not_understood, not_utf8, undecodable
from radar.sources.texts.names import in_a_line

_BEGIN = re.compile(r"[\s\ufeff]*TY( {1,2})-(?: |$)")
_TAG = re.compile(r"[\s\ufeff]*([A-Z][A-Z0-9])(?:  -| {1,2}-(?= |$))(.*)", re.DOTALL)
_GLUED = re.compile(r"ER {1,2}- *(?=TY {1,2}-)")
_KNOWN = frozenset(
    """TY ER TI T1 T2 T3 CT BT ST AU A1 A2 A3 A4 ED AB N2 N1 PY Y1 Y2 DA DO UR L1 L2 L3 L4 LK JO JF JA J1 J2
    VL IS SP EP SN PB CY C1 C2 C3 C4 C5 C6 C7 C8 AN AD KW ID M1 M2 M3 DB DP LA CN U1 U2 U3 U4 U5 RN NV OP RP
    SE ET TA TT VO AV CA""".split()
)
_TELLS_OF_A_PAPER = frozenset(["TI", "T1", "CT", "BT", "AU", "A1", "AB", "N2", "DO"])
_DATES = ("PY", "Y1", "DA")
_LINKS = ("UR", "LK", "L2")
_NAMES = frozenset(["AU", "A1"])
"""One name each, and one line each: neither description has names go on in the next line, exporters do where
a line is long, and some give each name a line below the first."""
_WRAPPED_AT = 60
_UNENDED = re.compile(r"(?:[,;&/-]|\b(?:and|of|for|the|de|van|von))$")
_LONGEST_UNENDED = 8
"""Characters at the end of a line that tell whether it goes on."""
_SAME_BEGINNING = 80
"""Characters by which two texts are known as one, of which one may be cut; what has fewer is no abstract."""
_MAX_CHARACTERS = 4 << 20
"""Of one record; what is longer is given up, so that memory stays bounded."""


class _Record(Mutable):
    line: int
    begun: bool
    """Whether a TY stands at its beginning."""
    pieces: dict[str, list[list[str]]] = field(default_factory=dict)
    """The values of each tag, each with its lines."""
    going_on: list[str] = field(default_factory=list)
    """The lines of the value that the next line may be more of."""
    last: str = ""
    size: int = 0
    unread: dict[str, int] = field(default_factory=dict)
    """Tags with bytes that are no UTF-8, and the line of the first of each."""
    below: dict[str, list[tuple[int, list[str]]]] = field(default_factory=dict)
    """Texts without a tag below a name that are no part of it, and where they stand, by its tag."""
    first: str = ""
    before: int = 0
    """Characters of the line before."""


class Ris(TakesTags):
    """Records of lines "TAG  - value", from TY to ER."""

    name = "RIS"

    def recognises(self, head: str) -> bool:
        """Return whether a line begins a record, and another tag stands near it."""
        lines = head.splitlines()
        for number, line in enumerate(lines):
            if _BEGIN.match(line):
                return any(_tag(after) for after in lines[number + 1 : number + 6])
        return False

    def parse(self, lines: Iterable[str]) -> Iterator[FileParsed]:
        """Yield the papers, and a report for each record that is none."""
        record: _Record | None = None
        for number, line in _unglued(lines):
            found = _tag(line)
            tag = found[1] if found else ""
            if tag == "TY" or (record is None and tag not in ("", "ER")):
                if record:
                    yield from _ended(record, self)
                record = _Record(number, begun=tag == "TY", first=line)
            if record is None:
                continue  # what a database writes between records
            _add(record, number, line, found)
            if tag == "ER":
                yield from _ended(record, self)
                record = None
        if record:
            yield from _ended(record, self)
            if record.begun:
                yield not_understood(record.line, "the last record has no end (ER): the file may be cut")


def _unglued(lines: Iterable[str]) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(lines, 1):
        if "ER" in line[:8] and (glued := _GLUED.match(line.lstrip("\ufeff "))):
            text = line.lstrip("\ufeff ")
            yield number, "ER  - "
            yield number, text[glued.end() :]
        else:
            yield number, line


def _tag(line: str) -> re.Match[str] | None:
    found = _TAG.match(line)
    return found if found and found[1] in _KNOWN else None


def _add(record: _Record, number: int, line: str, found: re.Match[str] | None) -> None:
    record.size += len(line)
    if record.size > _MAX_CHARACTERS:
        return
    if found:
        record.last = found[1]
        record.going_on = [found[2].strip()]
        record.pieces.setdefault(record.last, []).append(record.going_on)
    elif record.last and (more := line.strip()) and not _other_tag(line):
        _go_on(record, number, more)
    else:
        return
    record.before = len(line)
    if record.last and undecodable(line):
        record.unread.setdefault(record.last, number)


def _go_on(record: _Record, number: int, more: str) -> None:
    """Take a line without a tag: more of the text before it, but for a name that is whole."""
    before = record.going_on[-1]
    whole = record.before < _WRAPPED_AT and not _UNENDED.search(before[-_LONGEST_UNENDED:])
    if record.last in _NAMES and before and whole:
        record.going_on = []
        record.below.setdefault(record.last, []).append((number, record.going_on))
    record.going_on.append(more)


def _fields(record: _Record) -> tuple[dict[str, list[str]], list[tuple[int, str]]]:
    """Return the values of each tag, and the lines below a name that are none."""
    fields = {tag: [_joined(lines) for lines in values] for tag, values in record.pieces.items()}
    strays: list[tuple[int, str]] = []
    for tag, below in record.below.items():
        texts = [(number, _joined(lines)) for number, lines in below]
        # Where each name has its tag, what stands below one is something else.
        names = names_below(text for _, text in texts) if len(fields[tag]) == 1 else frozenset()
        fields[tag] += [text for _, text in texts if text in names]
        strays += [(number, text) for number, text in texts if text not in names]
    return fields, strays


def _joined(lines: list[str]) -> str:
    return " ".join(filter(None, lines))


def _other_tag(line: str) -> bool:
    """Whether the line has a tag that radar does not know, which is no part of the value before it."""
    return bool(_TAG.match(line)) and line.lstrip()[2:4] == "  "


def _ended(record: _Record, tags: TakesTags) -> Iterator[FileParsed]:
    if not record.begun and not _TELLS_OF_A_PAPER & record.pieces.keys():
        return
    if record.size > _MAX_CHARACTERS:
        yield not_understood(record.line, f"a record of more than {_MAX_CHARACTERS >> 20} MB", record.first)
        return
    fields, strays = _fields(record)
    for tag in record.unread:
        fields[tag] = [text for text in fields[tag] if not undecodable(text)]
    if lost := _line_of_lost_title(fields, record.unread):
        yield not_understood(lost, NOT_UTF8, record.first)
        return
    for tag, line in record.unread.items():
        yield not_understood(line, not_utf8(f"the field {tag}"), record.first, field=True)
    get = fields.get
    for text in get("DO", ()):
        if text and not holds_doi(text):
            yield not_understood(record.line, "the field DO holds no DOI", text, field=True)
    paper = paper_of(_reference(fields))
    if paper is None:
        yield not_understood(record.line, "the record has no title", record.first)
        return
    for line, text in strays:
        yield not_understood(line, "a line without a tag behind an author is no name", text, field=True)
    for reason, text in _complaints(fields):
        yield not_understood(record.line, reason, text, field=True)
    own = {"N1": any(map(is_own_note, get("N1", ())))}
    yield from tags.beside(paper, {"KW": get("KW", ())}, own)


def _line_of_lost_title(fields: dict[str, list[str]], unread: dict[str, int]) -> int:
    """Return where the title stands that cannot be read, so that nothing else is taken for it; 0 for none."""
    for tags in (("TI", "T1", "CT"), ("BT",), ("T2", "ST")):
        if any(text for tag in tags for text in fields.get(tag, ())):
            return 0
        if lost := min((unread[tag] for tag in tags if tag in unread), default=0):
            return lost
    return 0


def _reference(fields: dict[str, list[str]]) -> Reference:
    def all_of(*tags: str) -> tuple[str, ...]:
        return tuple(value for tag in tags for value in fields.get(tag, ()) if value)

    titles = all_of("TI", "T1", "CT")
    books = all_of("BT")
    return Reference(
        title=next(iter(titles or books or all_of("T2", "ST")), ""),
        authors=tuple(dict.fromkeys(name for text in all_of("AU", "A1") for name in in_a_line(text))),
        abstract=_abstract(all_of("AB", "N2")),
        venues=all_of("JF", "T2", "JO", *(("BT",) if titles else ()), "C3", "JA", "J2", "J1", "PB"),
        dois=all_of("DO", "M3", "L3"),
        links=all_of(*_LINKS),
        pdfs=all_of("L1"),
        dates=all_of(*_DATES),
        numbers=all_of("AN", "C7", "M1", "VL"),
        notes=all_of("N1"),
    )


def _abstract(texts: tuple[str, ...]) -> str:
    """Return the first text, or a longer one of which it is only the beginning; others are translations."""
    first = next(iter(texts), "")
    start = first.removesuffix("...").rstrip(" .…")[:_SAME_BEGINNING]
    whole = len(start) == _SAME_BEGINNING
    return max((text for text in texts if not whole or text.startswith(start)), key=len, default="")


def _complaints(fields: dict[str, list[str]]) -> Iterator[tuple[str, str]]:
    def stated(*tags: str) -> Iterator[tuple[str, str]]:
        return ((f"the field {tag}", text) for tag in tags for text in fields.get(tag, ()))

    yield from date_complaints(stated(*_DATES))
    yield from link_complaints(stated(*_LINKS, "L1"))
