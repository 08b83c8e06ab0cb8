"""A year or a month alone is shown and exported as such: no day is made up."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from radar.cli import main
from radar.papers.text.partial_dates import written
from radar.sources.records.json_lines import JsonLines
from radar.sources.references.csv_table import CsvTable
from tests.sources.parsing import parsed

DATES = ("2020", "2024-03", "2024-03-05")
BOOK = """@article{a, title = {Kites of a Year}, author = {Kite, Ada}, year = 2020}
@article{b, title = {Kites of a Month}, author = {Kite, Bo}, year = 2024, month = mar}
@article{c, title = {Kites of a Day}, author = {Kite, Cy}, year = 2024, month = mar, day = 5}
"""


@pytest.fixture(autouse=True)
def _book(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[None]:
    book = tmp_path / "kites.bib"
    book.write_text(BOOK, encoding="utf-8")
    assert main(["import", str(book)]) == 0
    capsys.readouterr()
    yield


def exported(capsys: pytest.CaptureFixture[str], name: str) -> str:
    capsys.readouterr()
    assert main(["export", "--format", name, "--order", "oldest"]) == 0
    return capsys.readouterr().out


def test_lists_and_details_tell_no_day_that_nobody_gave(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list"]) == 0
    lines = [line.split("  ") for line in capsys.readouterr().out.splitlines() if "Kites of" in line]
    assert [line[1] for line in lines] == ["2024-03-05", "2024-03", "2020"]
    for (id, *_), day in zip(lines, reversed(DATES), strict=True):
        assert main(["show", id]) == 0
        assert f"\n{day} · " in capsys.readouterr().out


@pytest.mark.parametrize(("name", "format"), [("jsonl", JsonLines()), ("csv", CsvTable())])
def test_what_is_known_goes_out_and_comes_in_again(
    capsys: pytest.CaptureFixture[str], name: str, format: JsonLines | CsvTable
) -> None:
    papers, left_out = parsed(format, exported(capsys, name))
    assert [item for item in left_out if "day" in item.reason] == []
    assert sorted(written(paper.published) for paper in papers if paper.published) == sorted(DATES)


def test_markdown_tells_no_day_that_nobody_gave(capsys: pytest.CaptureFixture[str]) -> None:
    text = exported(capsys, "markdown")
    assert "Ada Kite · 2020  \n" in text
    assert "Bo Kite · 2024-03  \n" in text
