"""PubMed's own format (.nbib, "MEDLINE"): tags of four letters, as NLM describes them in
pubmed.ncbi.nlm.nih.gov/help, "MEDLINE/PubMed data element descriptions"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from radar.sources.reading.tagged_records import TaggedRecord, records
from radar.sources.references.complaints import date_complaints
from radar.sources.references.keywords import TakesTags
from radar.sources.references.reference import Reference, paper_of
from radar.sources.source import FileParsed, not_understood
from radar.sources.texts.names import turned

_TAG = re.compile(r"([A-Z]{2,4}) {0,2}- ?(.*)")
_BEGIN = re.compile(r"^\ufeff?PMID ?- ?\d+", re.MULTILINE)
_IS_DOI = " [doi]"


class Nbib(TakesTags):
    """Records that begin with the number of PubMed."""

    name = "PubMed nbib"

    def recognises(self, head: str) -> bool:
        """Return whether a line begins a record."""
        return bool(_BEGIN.search(head))

    def parse(self, lines: Iterable[str]) -> Iterator[FileParsed]:
        """Yield the papers, and a report for each record that is none."""
        for record in records(lines, _TAG, "PMID"):
            unread = list(record.unread_fields("TI", "BTI"))
            if record.problem:
                yield not_understood(record.problem_line, record.problem, record.first)
                continue
            yield from unread
            paper = paper_of(_reference(record))
            if paper:
                for reason, text in date_complaints(record.stated("DP")):
                    yield not_understood(record.line, reason, text, field=True)
            if paper:
                yield from self.beside(paper, {"OT": record.all_of("OT")}, {})
            else:
                yield not_understood(record.line, "the record has no title", record.first)


def _reference(record: TaggedRecord) -> Reference:
    numbers = record.all_of("LID", "AID")
    pmid = next(iter(record.all_of("PMID")), "")
    home = f"https://pubmed.ncbi.nlm.nih.gov/{pmid}/" if pmid.isdecimal() else ""
    return Reference(
        title=next(iter(record.all_of("TI", "BTI")), ""),
        authors=(
            *(turned(name) for name in record.all_of("FAU") or record.all_of("AU")),
            *record.all_of("CN"),
        ),
        abstract=" ".join(record.all_of("AB")),
        venues=record.all_of("JT", "TA"),
        dois=tuple(filter(None, map(_doi, numbers))),
        links=(home,),
        dates=record.all_of("DP"),
    )


def _doi(number: str) -> str:
    # By its mark: with a pattern that begins with anything, a long line takes the square of its time.
    at = number.lower().find(_IS_DOI)
    return number[:at].rsplit(maxsplit=1)[-1] if at > 0 and not number[:at].isspace() else ""
