"""A table that spreadsheets read and never run."""

from __future__ import annotations

import csv
import io

import pytest

from radar.abstracts.text.tex import readable_text
from radar.papers.bases import replace
from radar.papers.listed.paper import Paper
from radar.papers.summaries.flags import Basis, DataStatus, Release
from radar.papers.summaries.summary import Agreement, Verdict
from radar.pipeline.exporting.csv_table import COLUMNS, parts
from radar.sources.references.csv_table import CsvTable
from tests.pipeline.exporting.entries import HOSTILE, entry, guessed, judged, paper


def _rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_row_holds_the_paper_under_named_columns() -> None:
    (row,) = _rows("".join(parts([entry()])))
    assert tuple(row) == COLUMNS
    assert row["authors"] == "Ada van der Berg; Bo Chen; OpenSnail"
    assert (row["code"], row["code_url"]) == ("released", "https://github.com/snail/sort")
    assert (row["read"], row["starred"], row["sota"]) == ("no", "yes", "no")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "＝", "＠", " =", "'="])
def test_a_cell_that_looks_like_a_formula_gets_an_apostrophe(start: str) -> None:
    title = f"{start}1+1"
    (row,) = _rows(
        "".join(parts([entry(paper(title, authors=(title,)), tags=(title,), takeaway=title, note=title)]))
    )
    for column in ("title", "authors", "tags", "note", "takeaway"):
        assert row[column] == f"'{title}"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "＝", " =", "'=", '"=', "\t="])
def test_no_cell_begins_with_a_formula_where_semicolons_part_them_either(start: str) -> None:
    title = f"notitle;{start}1+1 ;{start}1"
    text = "".join(parts([entry(paper(title, authors=("Ada", title)), tags=("a", title), note=title)]))
    cells = [cell for row in csv.reader(io.StringIO(text, newline=""), delimiter=";") for cell in row]
    assert len(cells) > 8
    for cell in cells:
        assert cell.lstrip(" '\"\t")[:1] not in tuple("=+-@＝") or cell.startswith("'"), cell


@pytest.mark.parametrize(
    "title",
    ["Gulls;=1+1", "Gulls; -1", "Gulls;'=1", "Gulls;''@x;'y", 'Gulls;"=1"', "Gulls;x=1;", "'=1;=2", "a;'b"],
)
def test_what_a_semicolon_stands_before_comes_back_as_it_was(title: str) -> None:
    given = paper(title, authors=("Ada Moss", "=Moss", "'-Moss"), comment=title)
    text = "".join(parts([entry(given)]))
    (read,) = (one for one in CsvTable().parse(text.splitlines(keepends=True)) if isinstance(one, Paper))
    assert (read.title, read.authors, read.comment) == (given.title, given.authors, given.comment)


def test_the_key_figure_of_a_saving_is_no_formula() -> None:
    (row,) = _rows("".join(parts([entry()])))
    assert row["figure"] == "'-40 %"


@pytest.mark.parametrize("title", HOSTILE)
def test_a_row_stays_a_row(title: str) -> None:
    rows = _rows("".join(parts([entry(paper(title, abstract=title)), entry()])))
    assert [row["id"] for row in rows] == ["arxiv:2511.00123"] * 2
    assert rows[0]["title"].removeprefix("'") == readable_text(title)


def test_how_rules_and_model_stand_to_each_other_has_columns_of_its_own() -> None:
    stood = judged(Verdict(Agreement.DISPUTED, "promised"), Verdict(Agreement.RULE, "none"), "=snails()")
    plain, row = _rows("".join(parts([entry(), stood])))
    assert (row["code"], row["code_agreement"], row["results_agreement"]) == ("released", "disputed", "rule")
    assert row["relevance"] == "'=snails()"
    assert (plain["code_agreement"], plain["results_agreement"], plain["relevance"]) == ("", "", "")


def test_whose_word_code_and_data_are_stands_right_behind_their_links() -> None:
    assert COLUMNS[COLUMNS.index("code_url") + 1] == "code_basis"
    assert COLUMNS[COLUMNS.index("data_url") + 1] == "data_basis"
    said, guess = _rows("".join(parts([entry(), guessed()])))
    assert (said["code"], said["code_basis"]) == ("released", "abstract")
    assert (guess["code"], guess["code_basis"]) == ("released", "guess")
    assert (said["data"], said["data_basis"]) == ("none", "")


def test_whose_word_data_are_has_a_column() -> None:
    one = entry()
    flags = replace(one.summary.flags, data=DataStatus(Release.PROMISED, basis=Basis.COMMENT))
    (row,) = _rows("".join(parts([replace(one, summaries=(replace(one.summary, flags=flags),))])))
    assert (row["data"], row["data_url"], row["data_basis"]) == ("promised", "", "comment")


def test_the_table_of_a_guess_is_read_again_and_its_columns_bring_no_code() -> None:
    text = "".join(parts([guessed()]))
    lines = text.splitlines(keepends=True)
    (read,) = [one for one in CsvTable().parse(lines) if isinstance(one, Paper)]
    assert (read.id, read.links.code) == ("arxiv:2511.00123", "")


@pytest.mark.parametrize(
    "authors",
    [
        ("Moss and Friends, Inc.",),
        ("Ada Moss",),
        ("Moss & Sons", "Ada van der Berg", "Snail Team, Berlin"),
        (),
    ],
)
def test_names_come_back_as_they_were_also_those_of_groups(authors: tuple[str, ...]) -> None:
    text = "".join(parts([entry(paper(authors=authors))]))
    (read,) = (one for one in CsvTable().parse(text.splitlines(keepends=True)) if isinstance(one, Paper))
    assert read.authors == authors


def test_a_comment_that_speaks_of_another_paper_changes_neither_id_nor_doi() -> None:
    said = "https://doi.org/10.48550/arXiv.2401.00001"
    text = "".join(parts([entry(paper(comment=said))]))
    (read,) = (one for one in CsvTable().parse(text.splitlines(keepends=True)) if isinstance(one, Paper))
    assert (read.id, read.doi, read.comment) == ("arxiv:2511.00123", "", said)
