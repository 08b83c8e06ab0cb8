"""One letter is answered exactly by a few completions and the papers they leave."""

from __future__ import annotations

from array import array

import pytest

from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.library.search.covering import left_over, put_in
from radar.papers.listed.paper import Paper
from radar.papers.reader.query import Order, PaperQuery
from tests.library.samples import LISTING, paper, read
from tests.new_library import file_of

MANY = 2_400


def keys_of(numbers: range | list[int]) -> array[int]:
    return array("q", numbers)


@pytest.mark.parametrize("left", [[], [0], [99], [0, 1, 2], [97, 98, 99], [3, 4, 50, 51, 98]])
def test_what_is_left_over_is_found_wherever_it_stands(left: list[int]) -> None:
    every = keys_of(range(100))
    found = keys_of([key for key in every if key not in left])
    assert left_over(every, found) == left
    assert left_over(every[::-1], found[::-1]) == left[::-1]


def test_too_many_left_over_are_not_looked_for() -> None:
    assert left_over(keys_of(range(5_000)), keys_of(range(10))) is None


@pytest.mark.parametrize("rising", [True, False])
def test_what_is_put_in_stands_where_it_belongs(rising: bool) -> None:
    found = keys_of([2, 4, 8] if rising else [8, 4, 2])
    put_in(found, [1, 5, 9], rising=rising)
    assert list(found) == sorted([1, 2, 4, 5, 8, 9], reverse=not rising)


def _fill(library: Library) -> None:
    for start in range(0, MANY, 400):
        library.add_papers([_paper(number) for number in range(start, start + 400)], LISTING, read)
    library.finish_bulk()
    library.database.run(f"UPDATE counts SET papers = {MANY * 12}")
    library.database.run("UPDATE terms SET docs = docs * 12")


@pytest.fixture(scope="module")
def filled_file() -> bytes:
    return file_of(_fill)


@pytest.fixture
def full(filled: None, library: Library) -> Library:
    """A library that is taken for large, in which a beginning is not asked for itself."""
    return library


def _paper(number: int) -> Paper:
    # All but every hundredth hold "xylem"; of those, every second holds another word with x.
    if number % 100:
        text = "We plant a xylem. code released." if number % 3 else "We plant a xylem."
    else:
        text = "We plant a xyris." if number % 200 else "We plough a field. code released."
    return paper(number, title=f"Zgarden {number}", abstract=text, authors=("Ada Berg",))


@pytest.mark.parametrize("order", [Order.NEWEST, Order.OLDEST, Order.MATCH, Order.TITLE])
@pytest.mark.parametrize(
    "text",
    [
        "x", "plant x", "has:code x", "zg", "ada zg", "-xyris x",
        "(is:unread plant) zg", "(is:unread -plough) zg",
    ],
)  # fmt: skip
def test_the_answer_is_what_the_beginning_itself_finds(
    full: Library, reader: LibraryReader, text: str, order: Order
) -> None:
    found = list(reader.keys(PaperQuery(text, order=order)))
    full.database.run("INSERT INTO meta VALUES ('terms_behind', '1')")
    assert list(reader.keys(PaperQuery(text, order=order))) == found, "by the index alone"
    assert len(found) == len(set(found)) > 600


def test_the_index_is_not_asked_for_one_letter(full: Library, reader: LibraryReader) -> None:
    asked: list[str] = []
    reader._database._connection.set_trace_callback(asked.append)
    assert len(reader.keys(PaperQuery("x"))) == MANY - MANY // 200
    assert any("MATCH" in sql for sql in asked)
    assert not [sql for sql in asked if '"x" *' in sql]
