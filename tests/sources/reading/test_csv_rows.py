"""Rows of tables in which a quote is not closed."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from radar.sources.reading.csv_rows import CsvRows
from radar.sources.references.csv_table import CsvTable
from tests.cli.running import radar
from tests.sources.parsing import parsed

HEAD = "Title,Abstract,Year"
NOT_CLOSED = "a quote is not closed in this line, which is left out"
UNDOUBLED = "a quote stands within a cell and is not doubled, so that its text may be cut wrongly"


def told(text: str) -> tuple[list[str], list[tuple[int, str]]]:
    papers, left_out = parsed(CsvTable(), text)
    return [paper.title for paper in papers], [(item.line, item.reason) for item in left_out]


PLAIN = [f"Paper {number},We show.,2020" for number in range(300)]
QUOTED = [f'"Paper {number}","We, too, show.","2020"' for number in range(300)]
LONG = [f'"Paper {number}","We show,\nat length,\nmuch.",2020' for number in range(300)]
SOME_QUOTED = [f'Paper {number},"We, too, show.",2020' for number in range(300)]


@pytest.mark.parametrize("rows", [PLAIN, QUOTED, LONG, SOME_QUOTED], ids=["plain", "quoted", "long", "some"])
@pytest.mark.parametrize(
    "broken", ['"Paper 2,We show.,2020', 'Paper 2,"We show.,2020', 'Paper 2,We show.,"2020']
)
def test_a_quote_that_is_not_closed_costs_no_more_than_its_line(rows: list[str], broken: str) -> None:
    rows = [*rows[:2], broken, *rows[3:]]
    titles, left_out = told("\n".join([HEAD, *rows]))
    assert titles == [f"Paper {number}" for number in range(300) if number != 2]
    line = 2 + "\n".join(rows[:2]).count("\n") + 1
    assert left_out == [(line, NOT_CLOSED)]


@pytest.mark.parametrize("place", [0, 1, 298, 299])
def test_the_line_is_told_wherever_it_stands_and_however_many_there_are(place: int) -> None:
    rows = PLAIN.copy()
    rows[place] = '"' + rows[place]
    rows[150] = '"' + rows[150]
    titles, left_out = told("\n".join([HEAD, *rows]))
    assert len(titles) == 298
    assert left_out == [(line + 2, NOT_CLOSED) for line in sorted((place, 150))]


def test_a_quote_that_is_closed_by_chance_far_behind_swallows_no_rows() -> None:
    rows = ['"Paper 0,We show.,2020', *PLAIN[1:9], 'A disk of 9",We show.,2020', *PLAIN[10:]]
    titles, left_out = told("\n".join([HEAD, *rows]))
    assert titles[:2] == ["Paper 1", "Paper 2"] and 'A disk of 9"' in titles
    assert len(titles) == 299 and left_out == [(2, NOT_CLOSED)]


def test_lines_behind_it_that_are_no_rows_are_counted() -> None:
    titles, left_out = told("\n".join([HEAD, 'Paper 0,"We', "show, and", "", "more.,2020", *PLAIN[1:]]))
    assert titles == [f"Paper {number}" for number in range(1, 300)]
    assert left_out == [(2, f"{NOT_CLOSED}; the 2 lines behind it are no rows")]


@pytest.mark.parametrize("separator", [",", ";"])
def test_long_cells_with_line_breaks_are_read_whatever_their_lines_hold(separator: str) -> None:
    abstract = "We show,\n2019; 2020, and more\n\n" + "A, B, C\n" * 200 + '"Quoted", all, 2020'
    table = io.StringIO()
    rows = csv.writer(table, delimiter=separator, lineterminator="\n")
    rows.writerow(["title", "abstract", "url", "year"])
    rows.writerows(["Kites", abstract, "https://kites.example/1", 2020] for _ in range(3))
    papers, left_out = parsed(CsvTable(), table.getvalue())
    assert left_out == []
    assert [paper.abstract for paper in papers] == [" ".join(abstract.split())] * 3


def test_quotes_within_a_cell_that_are_not_doubled_are_told_as_a_field() -> None:
    papers, left_out = parsed(CsvTable(), f'{HEAD}\n"The "best" kites","We,\nwe show",2020\n{PLAIN[1]}')
    assert [paper.abstract for paper in papers] == ["We, we show", "We show."]
    assert [(item.line, item.reason, item.field) for item in left_out] == [(2, UNDOUBLED, True)]


@pytest.mark.parametrize("line", ['x""y","', '"x', '"x""', 'x,"'])
def test_a_table_of_nothing_but_open_quotes_takes_its_lines_a_bounded_number_of_times(line: str) -> None:
    drawn = 0

    class Counted(str):
        def __add__(self, other: str) -> Counted:
            return Counted(str(self) + other)

        def __len__(self) -> int:
            nonlocal drawn
            drawn += 1
            return super().__len__()

    lines = 4_000
    for _ in CsvRows(((number, Counted(line)) for number in range(lines)), ",", 3, {}).read():
        pass
    assert lines <= drawn < 200 * lines


def test_the_other_papers_are_imported_and_the_line_is_told_on_standard_error(tmp_path: Path) -> None:
    path = tmp_path / "papers.csv"
    rows = [*PLAIN[:2], '"Paper unclosed,We show.,2020', *PLAIN[3:]]
    path.write_text("\n".join([HEAD, *rows]) + "\n", encoding="utf-8")
    done = radar("import", str(path))
    assert done.returncode == 1
    assert "299 papers: 299 new" in done.stdout
    assert "papers.csv:4: " in done.stderr and NOT_CLOSED in done.stderr and "Paper unclosed" in done.stderr


@pytest.mark.parametrize(
    ("head", "row"),
    [
        ("title,year,abstract", 'Gaits,2020,"We study crabs.\nSnails, in 2019, moved.\nEnd."'),
        ("title,abstract,url", 'Gaits,"We do.\nCode, data, https://x.example/y\nEnd.",'),
        ("title,abstract,year", '"Gaits","One.\nTwo, three, 2019\nFour, five, 2018\nEnd.",2020'),
    ],
)
def test_lines_of_a_closed_cell_that_look_like_rows_are_none(head: str, row: str) -> None:
    titles, left_out = told(f"{head}\n{row}\nNext,2021,2021")
    assert titles[0] == "Gaits" and len(titles) == 2
    assert left_out == []


def test_a_long_row_is_read_whole_behind_many_quotes_that_are_not_closed() -> None:
    rows = [f'"Paper {number},We show.,2020\nNext {number},We show.,2020' for number in range(200)]
    text = "\n".join(f"line {number} of it" for number in range(60))
    titles, left_out = told("\n".join([HEAD, *rows, *PLAIN, *PLAIN, f'Long,"{text}",2020']))
    assert titles[-1] == "Long"
    assert len(titles) == 200 + 600 + 1 and len(left_out) == 200


def test_two_quotes_in_a_row_that_are_not_closed_do_not_make_one_paper_of_two() -> None:
    head = "title,authors,year,abstract"
    rows = ['Gaits,Ada Kite,2019,"We walk.', 'Moss,Bo Fern,2020,"We grow.', "Peat,Cy Bog,2021,We burn."]
    titles, left_out = told("\n".join([head, *rows]))
    assert titles == ["Gaits", "Moss", "Peat"]
    why = "a quote is not closed in this line, which is read as a row to its end"
    assert left_out == [(2, why), (3, why)]
    (first, second, _), _ = parsed(CsvTable(), "\n".join([head, *rows]))
    assert (first.abstract, second.abstract) == ("We walk.", "We grow.")


def test_a_quote_that_is_not_closed_before_a_row_of_several_lines_costs_neither() -> None:
    rows = [
        'Gaits,Ada Kite,2019,"We walk.',
        'Moss,Bo Fern,2020,"We grow.',
        'Slowly, and wet."',
        "Peat,Cy Bog,2021,x",
    ]
    (first, second, third), notes = parsed(CsvTable(), "\n".join(["title,authors,year,abstract", *rows]))
    assert (first.title, second.title, third.title) == ("Gaits", "Moss", "Peat")
    assert second.abstract == "We grow. Slowly, and wet."
    assert [note.line for note in notes] == [2]


CUT_OFF = {
    "title,authors,abstract,year": (['Gaits,Ada Kite,"We walk.', 'Moss,Bo Fern,"We grow, and stay.'], "2021"),
    "title,authors,abstract,tags": (['Gaits,Ada Kite,"We walk.', 'Moss,Bo Fern,"We grow, and stay.'], "x"),
    "title,abstract,year": (['Gaits,"We walk.', 'Moss,"We grow, and stay.'], "2021"),
    "title,authors,abstract,url,year": (['Gaits,Ada Kite,"We walk.', 'Moss,Bo Fern,"'], ",2021"),
}


@pytest.mark.parametrize("head", CUT_OFF)
@pytest.mark.parametrize("place", [0, 1, 2])
def test_two_rows_in_a_row_that_are_cut_off_within_a_quote_are_no_paper(head: str, place: int) -> None:
    rows, last = CUT_OFF[head]
    whole = [f'Peat {number},{"Cy Bog," * ("authors" in head)}"We burn, too.",{last}' for number in range(2)]
    titles, left_out = told("\n".join([head, *whole[:place], *rows, *whole[place:]]))
    assert titles == ["Peat 0", "Peat 1"]
    assert left_out == [(2 + place, f"{NOT_CLOSED}; the line behind it is no row")]


def test_a_row_that_is_cut_off_behind_one_that_is_not_is_told_by_itself() -> None:
    rows = ['Gaits,Ada Kite,2019,"We walk.', 'Moss,Bo Fern,"We grow.', "Peat,Cy Bog,2021,We burn."]
    titles, left_out = told("\n".join(["title,authors,year,abstract", *rows]))
    assert titles == ["Gaits", "Peat"]
    assert left_out == [
        (2, "a quote is not closed in this line, which is read as a row to its end"),
        (3, NOT_CLOSED),
    ]


@pytest.mark.parametrize(
    "row",
    [
        'Gaits,Ada Kite,"We walk.\nAnd rest.","Proc.\nof Gaits"',
        'Gaits,Ada Kite,"We walk.\nAnd rest.","Proc.\nof Gaits",2021,x,y',
        'Gaits,Ada Kite,"We walk.\nAnd ""rest"".","Proc.\nof Gaits"',
        'Gaits,Ada Kite,"We walk.\nAnd "rest" too.","Proc.\nof Gaits",2021',
    ],
)
def test_two_cells_of_several_lines_in_a_row_with_fewer_or_more_cells_are_one_paper(row: str) -> None:
    head = "title,authors,abstract,venue,year"
    titles, _ = told(
        "\n".join([head, 'Peat,Cy Bog,"We burn.",Journal,2021', row, "Moss,Bo Fern,We grow.,J,2021"])
    )
    assert titles == ["Peat", "Gaits", "Moss"]
