"""Keys read part by part, and how many there are told ahead of them."""

from __future__ import annotations

import itertools
import queue
from collections.abc import Iterator
from pathlib import Path

import pytest

from radar.library.background import BackgroundReader, Found
from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.papers.reader.query import CodeFilter, Mark, Order, PaperQuery
from tests.library.samples import LISTING, papers, read, with_code

QUERIES = [
    PaperQuery(text=text, order=order, code=code, unread=unread)
    for text, order, code, unread in itertools.product(
        ("", "tomato ", "tomat", "tomato number"), Order, (CodeFilter.ANY, CodeFilter.RELEASED), (True, False)
    )
]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    place = tmp_path_factory.mktemp("parts") / "library.db"
    library = Library.open(place)
    many = [*papers(2_300), *(with_code(number) for number in range(5_000, 5_150))]
    keys: list[int] = []
    for start in range(0, len(many), 500):
        keys += library.add_papers(many[start : start + 500], LISTING, read).keys
    library.finish_bulk()
    library.mark(keys[::3], Mark.READ, True)
    library.close()
    yield place


@pytest.mark.parametrize("part", [7, 100, 2_450])
def test_part_by_part_the_keys_are_the_same(path: Path, part: int) -> None:
    whole, parts = LibraryReader.open(path), LibraryReader(path, part=part)
    for query in QUERIES:
        assert parts.keys(query) == whole.keys(query), query
    whole.close()
    parts.close()


def test_what_is_counted_ahead_is_what_comes(path: Path) -> None:
    reader = LibraryReader(path, part=10)
    counted = {query: size for query in QUERIES if (size := reader.size(query)) is not None}
    assert counted[PaperQuery()] == 2_450
    assert len(counted) > 20
    for query, size in counted.items():
        assert size == len(reader.keys(query)), query
    reader.close()


def test_nothing_is_counted_ahead_where_the_keys_come_as_fast(path: Path) -> None:
    small, large = LibraryReader.open(path), LibraryReader(path, part=10)
    assert small.size(PaperQuery(unread=True)) is None
    assert large.size(PaperQuery(code=CodeFilter.RELEASED)) is None, "few papers"
    for text in ("t", '"how to'):
        assert large.size(PaperQuery(text=text)) is None, "the index gathers all words that begin so, twice"
    assert large.size(PaperQuery(text="to")) == len(large.keys(PaperQuery(text="to")))
    small.close()
    large.close()


def test_the_size_comes_before_the_answer(path: Path) -> None:
    answers: queue.Queue[Found] = queue.Queue()
    reader = BackgroundReader(path, answers.put, part=10)
    number = reader.ask(PaperQuery(text="tomato "))
    early, whole = answers.get(timeout=30), answers.get(timeout=30)
    assert (early.number, early.size, len(early.keys)) == (number, 2_450, 0)
    assert (whole.number, whole.size, len(whole.keys)) == (number, None, 2_450)
    reader.close()
