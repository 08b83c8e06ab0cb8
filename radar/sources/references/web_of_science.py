"""The plain text that Web of Science exports: tags of two letters, from PT to ER, as its help page "Web of
Science Core Collection field tags" describes them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from radar.sources.reading.tagged_records import TaggedRecord, records
from radar.sources.references.complaints import date_complaints
from radar.sources.references.keywords import TakesTags
from radar.sources.references.reference import Reference, doi_of, paper_of
from radar.sources.source import FileParsed, not_understood
from radar.sources.texts.names import turned

_TAG = re.compile(r"([A-Z][A-Z0-9])(?: |$)(.*)")
_BEGIN = re.compile(
    r"^\ufeff?(?:FN .*\r?\nVR .*\r?\n)?PT [JBSPC]\r?\n(?:AU|BA|CA|AF|TI|BE|GP) ", re.MULTILINE
)


class WebOfScience(TakesTags):
    """Records from PT to ER."""

    name = "Web of Science text"

    def recognises(self, head: str) -> bool:
        """Return whether a line begins a record, and authors or a title follow."""
        return bool(_BEGIN.search(head))

    def parse(self, lines: Iterable[str]) -> Iterator[FileParsed]:
        """Yield the papers, and a report for each record that is none."""
        for record in records(lines, _TAG, "PT", "ER"):
            unread = list(record.unread_fields("TI"))
            if record.problem:
                yield not_understood(record.problem_line, record.problem, record.first)
                continue
            yield from unread
            for text in record.all_of("DI"):
                if not doi_of(text):
                    yield not_understood(record.line, "the field DI holds no DOI", text, field=True)
            paper = paper_of(_reference(record))
            if paper:
                for reason, text in date_complaints(record.stated("PY", "PD", "EA")):
                    yield not_understood(record.line, reason, text, field=True)
            if paper:
                yield from self.beside(paper, {"DE": record.all_of("DE")}, {})
            else:
                yield not_understood(record.line, "the record has no title", record.first)
            if "ER" not in record.fields:
                yield not_understood(record.line, "the record has no end (ER): the file may be cut")


def _reference(record: TaggedRecord) -> Reference:
    return Reference(
        title=next(iter(record.all_of("TI")), ""),
        authors=tuple(turned(name) for name in record.lines_of("AF") or record.lines_of("AU")),
        abstract=" ".join(record.all_of("AB")),
        venues=record.all_of("SO", "CT", "JI"),
        dois=record.all_of("DI"),
        dates=record.all_of("PY", "PD", "EA"),
        numbers=record.all_of("AR"),
    )
