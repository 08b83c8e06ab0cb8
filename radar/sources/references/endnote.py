"""EndNote's tagged text (.enw): lines of a per cent sign, one letter or sign and a value, as its help page
"Creating a tagged EndNote import file" describes them; Google Scholar, the ACM and the ACL Anthology
export it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from radar.sources.reading.tagged_records import TaggedRecord, records
from radar.sources.references.complaints import date_complaints, link_complaints
from radar.sources.references.keywords import TakesTags
from radar.sources.references.reference import Reference, doi_of, is_own_note, paper_of
from radar.sources.source import FileParsed, not_understood
from radar.sources.texts.names import in_a_line

_TAG = re.compile(r"(%[0-9A-Z?@!#$\]&()*+^><\[=~])(?:\s+|$)(.*)")
_BEGIN = re.compile(r"^\ufeff?%0 +\S.*\r?\n(?:%.*\r?\n){0,6}?%[AT] +\S", re.MULTILINE)
_MEANS_A_DOI = re.compile(r"10\.|\bdoi\b", re.IGNORECASE)
"""What the number of an electronic resource has that is meant to be a DOI; it may be any other."""
_DATES = ("%D", "%8")


class EndNote(TakesTags):
    """Records that begin with the kind of a reference, %0."""

    name = "EndNote"

    def recognises(self, head: str) -> bool:
        """Return whether a line begins a record, and an author or a title follows."""
        return bool(_BEGIN.search(head))

    def parse(self, lines: Iterable[str]) -> Iterator[FileParsed]:
        """Yield the papers, and a report for each record that is none."""
        for record in records(lines, _TAG, "%0"):
            unread = list(record.unread_fields("%T"))
            if record.problem:
                yield not_understood(record.problem_line, record.problem, record.first)
                continue
            yield from unread
            paper = paper_of(_reference(record))
            if paper is None:
                yield not_understood(record.line, "the record has no title", record.first)
                continue
            for reason, text in _complaints(record):
                yield not_understood(record.line, reason, text, field=True)
            notes = record.all_of("%<") + tuple(filter(is_own_note, record.texts_of("%Z")))
            yield from self.beside(paper, {"%K": record.lines_of("%K")}, {"notes": notes})


def _reference(record: TaggedRecord) -> Reference:
    return Reference(
        title=next(iter(record.all_of("%T")), ""),
        authors=tuple(name for line in record.lines_of("%A") for name in in_a_line(line)),
        abstract=" ".join(record.all_of("%X")),
        venues=record.all_of("%J", "%B", "%S"),
        dois=record.all_of("%R"),
        links=record.lines_of("%U"),
        pdfs=record.lines_of("%>"),
        dates=record.all_of(*_DATES),
        numbers=record.all_of("%M", "%]"),
        notes=record.texts_of("%Z"),
    )


def _complaints(record: TaggedRecord) -> Iterator[tuple[str, str]]:
    for text in record.all_of("%R"):
        if _MEANS_A_DOI.search(text) and not doi_of(text):
            yield "the field %R holds no DOI", text
    yield from date_complaints(record.stated(*_DATES))
    yield from link_complaints(("the field %U", text) for text in record.lines_of("%U"))
