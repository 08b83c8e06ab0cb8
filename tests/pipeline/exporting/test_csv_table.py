"""A table that spreadsheets read and never run."""

from __future__ import annotations

import csv
import io

import pytest

from radar.abstracts.tex import readable_text
from radar.papers.summary import Agreement, Verdict
from radar.pipeline.exporting.csv_table import COLUMNS, parts
from tests.pipeline.exporting.entries import HOSTILE, entry, judged, paper


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
