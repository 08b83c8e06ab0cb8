"""Tags and notes in bibliographies: those that radar wrote, and those of other programs."""

from __future__ import annotations

import json
import re

import pytest

from radar.papers.listed.identity import title_id
from radar.papers.listed.listing import FieldsLeftOut
from radar.papers.listed.paper import Links, Paper, PaperId
from radar.papers.reader.own_marks import OwnMarks
from radar.papers.reader.query import PaperEntry
from radar.pipeline.exporting.formats import export_parts
from radar.sources.bibtex.bibliography import Bibtex
from radar.sources.references.csl_json import CslJson
from radar.sources.references.keywords import _MARKER_IN_NOTE
from radar.sources.references.reference import _ARXIV_IN_NOTE
from radar.sources.source import FileParsed, recognise
from radar.wiring.listings import build_formats
from tests.pipeline.exporting.entries import entry, paper

NOTE = "read again"
OWN = OwnMarks(tags=("garden",), note=NOTE)
FORMATS = pytest.mark.parametrize("format", ["bibtex", "csl-json"])
CHANGED_IDS = {
    "a DOI beside a page of arXiv": paper(
        id=PaperId("doi:10.1234/moss"),
        doi="10.1234/moss",
        links=Links(landing="https://arxiv.org/abs/2511.00123"),
    ),
    "TeX in the title of a paper without an id": paper(
        r"$\alpha$-Moss \emph{Grows}", id=PaperId("title:0123456789abcdef"), links=Links()
    ),
    "no author, no day": paper(id=PaperId("acl:2024.acl-long.1"), authors=(), listed=None, links=Links()),
}


def _read(text: str) -> list[FileParsed]:
    return list(recognise(text, build_formats()).parse(text.split("\n")))


def _exported(kept: PaperEntry, format: str) -> str:
    return "".join(export_parts([kept], format))


@FORMATS
@pytest.mark.parametrize("case", CHANGED_IDS)
def test_own_tags_and_notes_come_back_however_the_id_is_read(case: str, format: str) -> None:
    marks, back = _read(_exported(entry(CHANGED_IDS[case], note=NOTE), format))
    assert marks == OWN
    assert isinstance(back, Paper)


@pytest.mark.parametrize("format", ["bibtex", "csl-json", "csv"])
@pytest.mark.parametrize("title", ["Moss in $CS_2$", r"\emph{Moss} of $\nu_1+\nu_2$"])
def test_a_paper_known_by_a_title_with_formulas_is_known_again(title: str, format: str) -> None:
    kept = paper(title, id=title_id(title, "Ada van der Berg"), links=Links())
    papers = [one for one in _read(_exported(entry(kept, tags=()), format)) if isinstance(one, Paper)]
    assert [one.id for one in papers] == [kept.id]


@FORMATS
def test_signs_that_tex_makes_one_of_stay_several_in_tags_and_notes(format: str) -> None:
    note = "see ``kites'' -- and --- lines"
    kept = entry(paper(), tags=("Kites--Lines", "wind"), note=note)
    marks, _ = _read(_exported(kept, format))
    assert marks == OwnMarks(tags=("Kites--Lines", "wind"), note=note)


@FORMATS
def test_a_paper_with_tex_in_its_title_is_no_second_paper_of_the_same_library(format: str) -> None:
    kept = CHANGED_IDS["TeX in the title of a paper without an id"]
    assert _read(_exported(entry(kept), format))[1].id == kept.id  # type: ignore[union-attr]


@FORMATS
@pytest.mark.parametrize("id", ["title:0123456789abcdeg", "title:", "doi:10.1234/other", "arxiv:2511.00999"])
def test_a_marker_names_no_paper_but_by_an_id_of_its_title(id: str, format: str) -> None:
    text = _exported(entry(paper()), format).replace("arxiv:2511.00123", id)
    assert id in text
    assert _read(text)[1].id == "arxiv:2511.00123"  # type: ignore[union-attr]
    plain = _exported(entry(paper(id=PaperId("title:0123456789abcdef"), links=Links())), format)
    (_, one), (_, other) = _read(plain), _read(plain.replace("title:0123456789abcdef", id))
    assert one.id != other.id == title_id(paper().title, "Ada van der Berg")  # type: ignore[union-attr]


@FORMATS
def test_a_key_that_the_reader_changed_takes_nothing_away(format: str) -> None:
    text = _exported(entry(note=NOTE), format).replace("berg2025snails-2511.00123", "vdBerg_snails")
    assert "vdBerg_snails" in text
    assert _read(text)[0] == OWN


@FORMATS
def test_what_was_exported_before_there_was_a_marker_comes_back_by_its_key(format: str) -> None:
    text = _exported(entry(note=NOTE), format)
    old = re.sub(r'(?m)^  radar-id = .*\n|, ?"custom": ?\{[^}]*\}', "", text)
    assert len(old) < len(text)
    assert _read(old)[0] == OWN


@FORMATS
def test_a_paper_without_tags_and_note_carries_no_marker(format: str) -> None:
    assert "radar-id" not in _exported(entry(tags=()), format)


@pytest.mark.parametrize(
    "key",
    [
        "arxiv-2511.00123",
        "Smith2025-2511.00123",
        "smith-2511.00123",
        "smith_2025-2511.00123",
        "a-2025-2511.00123",
    ],
)
def test_a_key_of_another_program_that_ends_in_the_papers_id_is_not_radars(key: str) -> None:
    bib = (
        f"@misc{{{key}, title={{Moss}}, year=2025, eprint={{2511.00123}}, archiveprefix={{arXiv}}, "
        "keywords={publisher}, annote={n}}"
    )
    first, left_out = Bibtex().parse([bib])
    assert isinstance(first, Paper)
    assert left_out == FieldsLeftOut((("keywords", 1), ("annote", 1)))
    item = {
        "id": key,
        "type": "article",
        "title": "Moss",
        "number": "arXiv:2511.00123",
        "keyword": "publisher",
    }
    first, left_out = CslJson().parse([json.dumps([item | {"issued": {"date-parts": [[2025]]}}])])
    assert isinstance(first, Paper)
    assert left_out == FieldsLeftOut((("keyword", 1),))


@pytest.mark.parametrize("line", ["tex.radar-id: arxiv:2511.00123", "Citation Key: x\nradar-id: title:0123"])
def test_the_marker_is_read_where_zotero_keeps_fields_that_it_does_not_know(line: str) -> None:
    bib = f"@article{{x, title={{Moss}}, keywords={{wet}}, note={{{line}}}}}"
    assert next(Bibtex().parse(bib.split("\n"))) == OwnMarks(tags=("wet",))
    item = {"id": "x", "type": "article", "title": "Moss", "keyword": "wet", "note": line}
    marks, back = CslJson().parse([json.dumps([item])])
    assert marks == OwnMarks(tags=("wet",))
    assert isinstance(back, Paper)
    assert back.comment == ""


@pytest.mark.parametrize("custom", [None, 7, [], {}, {"radar-id": ""}, {"radar-id": ["", 7]}, {"other": "x"}])
def test_what_else_stands_in_the_place_of_the_marker_is_none(custom: object) -> None:
    item = {"id": "x", "type": "article", "title": "Moss", "keyword": "wet", "custom": custom}
    assert list(CslJson().parse([json.dumps([item])]))[1:] == [FieldsLeftOut((("keyword", 1),))]


@pytest.mark.parametrize(
    ("pattern", "field"),
    [(_MARKER_IN_NOTE, "radar-id: arxiv:2401.00001"), (_ARXIV_IN_NOTE, "arXiv:2401.00001")],
)
def test_empty_lines_of_a_note_are_read_once(pattern: re.Pattern[str], field: str) -> None:
    # What takes all lines before a field along begins anew at each of them: 2,000 cost a fifth of a second.
    found = pattern.search("\n" * 50 + f"  {field}")
    assert found is not None and found.start() == 50
