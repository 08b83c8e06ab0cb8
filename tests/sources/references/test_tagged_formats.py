"""Papers from PubMed and from the Web of Science."""

from __future__ import annotations

from datetime import date

import pytest

from radar.papers.listed.paper import Links, Paper
from radar.sources.references.pubmed import Nbib
from radar.sources.references.web_of_science import WebOfScience
from radar.sources.source import Format
from tests.sources.parsing import meet_hostile_texts, paper_in, parsed

PUBMED = """\

PMID- 12345678
OWN - NLM
DP  - 2024 Jun 3
TI  - Slack Lines: A Kite's
      View.
LID - 10.1000/Kites.77 [doi]
LID - 77 [pii]
AB  - BACKGROUND: Wind.
      RESULTS: We fly 12% higher.
FAU - Kite, Ada
AU  - Kite A
FAU - Line, Bo
AU  - Line B
CN  - The Reel Group
TA  - Trans Kites
JT  - Transactions on Kites
"""
WOS = """\
FN Clarivate Analytics Web of Science
VR 1.0
PT J
AU Kite, A
   Line, B
AF Kite, Ada
   Line, Bo
TI Slack Lines: A Kite's
   View
SO TRANSACTIONS ON KITES
AB We fly 12% higher.
PD JUN 3
PY 2024
DI 10.1000/Kites.77
UT WOS:000000000000077
ER

EF
"""


def test_a_record_of_pubmed_becomes_a_paper() -> None:
    assert Nbib().recognises(PUBMED)
    assert paper_in(Nbib(), PUBMED) == Paper(
        id="doi:10.1000/kites.77",  # type: ignore[arg-type]
        title="Slack Lines: A Kite's View.",
        authors=("Ada Kite", "Bo Line", "The Reel Group"),
        abstract="BACKGROUND: Wind. RESULTS: We fly 12% higher.",
        venue="Transactions on Kites",
        published=date(2024, 6, 3),
        links=Links(landing="https://pubmed.ncbi.nlm.nih.gov/12345678/"),
        doi="10.1000/kites.77",
    )


def test_a_record_of_the_web_of_science_becomes_a_paper() -> None:
    assert WebOfScience().recognises(WOS)
    assert paper_in(WebOfScience(), WOS) == Paper(
        id="doi:10.1000/kites.77",  # type: ignore[arg-type]
        title="Slack Lines: A Kite's View",
        authors=("Ada Kite", "Bo Line"),
        abstract="We fly 12% higher.",
        venue="TRANSACTIONS ON KITES",
        published=date(2024, 6, 3),
        links=Links(landing="https://doi.org/10.1000/kites.77"),
        doi="10.1000/kites.77",
    )


def test_what_is_not_understood_is_told_by_line() -> None:
    papers, left_out = parsed(
        Nbib(), "PMID- 1\nTI  - Caf\udce9\n\nPMID- 2\nDP  - 2024\n\nPMID- 3\nTI  - Kept"
    )
    assert [paper.title for paper in papers] == ["Kept"]
    assert [item.line for item in left_out] == [2, 4]
    papers, left_out = parsed(
        WebOfScience(), "PT J\nTI Kept\nDI none\nER\n\nPT J\nAU Kite, A\nER\nPT J\nTI Cut"
    )
    assert [paper.title for paper in papers] == ["Kept", "Cut"]
    assert [(item.line, item.reason) for item in left_out] == [
        (1, "the field DI holds no DOI"),
        (6, "the record has no title"),
        (9, "the record has no end (ER): the file may be cut"),
    ]


@pytest.mark.parametrize(
    ("format", "begin"), [(Nbib(), "PMID- 1"), (WebOfScience(), "PT J")], ids=["nbib", "wos"]
)
def test_an_endless_record_is_bounded(format: Format, begin: str) -> None:
    papers, left_out = parsed(format, [begin, "TI  - One", *["      " + "kite " * 200_000] * 6])
    assert papers == []
    assert left_out[0].reason == "a record of more than 4 MB"


@pytest.mark.parametrize(("format", "text"), [(Nbib(), PUBMED), (WebOfScience(), WOS)], ids=["nbib", "wos"])
def test_hostile_text_never_raises_and_leaves_clean_papers(format: Format, text: str) -> None:
    meet_hostile_texts(format, text)
