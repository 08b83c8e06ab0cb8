"""Entries as ADS, Better BibTeX, PubMed and Zotero write them."""

from __future__ import annotations

import json

import pytest

from radar.papers.listed.listing import FieldsLeftOut
from radar.papers.listed.paper import Paper
from radar.sources.bibtex.bibliography import Bibtex
from radar.sources.references.csv_table import CsvTable
from radar.sources.source import recognise
from radar.sources.texts.tex_text import plain_text
from radar.wiring.listings import build_formats
from tests.sources.parsing import paper_in, parsed

ADS = r"""@ARTICLE{2023ApJ...950..101H,
       author = {{Halvorsen}, Kari and {de la Cruz}, J.~P.},
        title = "{Thermals of a Hot Jupiter: H$_{2}$O at 5{\ensuremath{\sigma}}}",
      journal = {\apj},
         year = 2023,
        month = jun,
archivePrefix = {arXiv},
       eprint = {2304.09999},
 primaryClass = {astro-ph.EP}
}"""


def test_an_entry_of_ads_names_its_journal_and_keeps_its_formulas() -> None:
    paper = paper_in(Bibtex(), ADS)
    assert paper.venue == "Astrophysical Journal"
    assert paper.title == r"Thermals of a Hot Jupiter: H$_{2}$O at 5$\sigma$"
    assert paper_in(Bibtex(), ADS.replace(r"\apj", r"\somewhere")).venue == r"\somewhere"


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        (r"a \ensuremath{x^{10}} b", "a $x^{10}$ b"),
        (r"\ensuremath{\alpha}-moss", r"$\alpha$-moss"),
        (r"\ensuremath{$x$} b", "$x$ b"),
        (r"\ensuremath{} b", r"\ensuremath{} b"),
        (r"\ensuremath b", r"\ensuremath b"),
        (r"\ensuremath{never closed", r"\ensuremath{never closed}"),
    ],
)
def test_a_formula_by_command_is_one_between_dollars(text: str, plain: str) -> None:
    assert plain_text(text) == plain


def test_better_bibtex_files_the_comment_of_arxiv_as_note_and_an_archive_as_category() -> None:
    text = (
        "@online{r, title = {Tidepool}, eprint = {2503.04567}, eprinttype = {arXiv}, eprintclass = {@}, "
        "note = {Comment: 9 pages, 3 figures}}"
    )
    paper = paper_in(Bibtex(), text.replace("@}", "cs}"))
    assert (paper.comment, paper.categories) == ("9 pages, 3 figures", ())
    assert paper_in(Bibtex(), text.replace("@}", "hep-th}")).categories == ("hep-th",)


def test_people_of_a_table_of_pubmed_have_their_initials_before_their_name() -> None:
    text = (
        "PMID,Title,Authors,First Author,Journal/Book,Publication Year,Create Date,PMCID,NIHMS ID,DOI\n"
        '36999999,Thermals,"Halvorsen K, de la Cruz JP, Soaring Group, LI W.",Halvorsen K,J Glid,'
        "2023,2023/04/17,,,10.1234/glide\n"
    )
    paper = paper_in(CsvTable(), text)
    assert paper.authors == ("K Halvorsen", "JP de la Cruz", "Soaring Group", "LI W")


@pytest.mark.parametrize(
    ("notes", "comment", "told"),
    [
        ("<p>Comment: 9 pages, 3 figures</p>", "9 pages, 3 figures", []),
        ("Comment: 9 pages", "9 pages", []),
        ("<p>Comment: 9 pages</p>; <p>read again</p>", "", ["notes"]),
        ("<p>read again</p>", "", ["notes"]),
        ("", "", []),
    ],
)
def test_the_comment_of_arxiv_among_zoteros_notes_is_taken_and_the_readers_own_told(
    notes: str, comment: str, told: list[str]
) -> None:
    head = '"Item Type","Publication Year","Author","Title","Notes"'
    text = f'{head}\n"preprint","2025","Ruiz, M","Tide","{notes}"'
    paper, *rest = CsvTable().parse(text.split("\n"))
    assert isinstance(paper, Paper)
    assert paper.comment == comment
    assert [name for one in rest if isinstance(one, FieldsLeftOut) for name, _ in one.papers] == told


def test_an_item_of_better_bibtex_is_no_work_of_openalex() -> None:
    item = {"id": "ruiz2025", "type": "article", "title": "Tidepool", "author": [{"family": "Ruiz"}]}
    text = json.dumps([item])
    format = recognise(text, build_formats())
    assert format.name == "CSL-JSON"
    assert len(parsed(format, text)[0]) == 1
