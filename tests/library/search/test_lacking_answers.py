"""What is asked of common beginnings of words is answered by the papers that lack them."""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable, Sequence
from datetime import date

import pytest

from radar.library.index.search_index import SearchIndex
from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.library.search.asked import Ask
from radar.library.search.conditions import Any, Condition, Every, Match, Negated
from radar.library.search.question import Question
from radar.library.search.wanted import Wanted
from radar.papers.bases import replace
from radar.papers.listed.listing import Listing
from radar.papers.reader.query import CodeFilter, Mark, Order, PaperQuery
from tests.library.invented import MANY, invented
from tests.library.samples import LISTING, papers, read
from tests.new_library import file_of


def _fill(library: Library) -> None:
    chance = random.Random(7)
    keys: list[int] = []
    for start in range(0, MANY, 400):
        many = [invented(chance, number) for number in range(start, start + 400)]
        keys += library.add_papers(many, LISTING, read).keys
    library.finish_bulk()
    library.mark(keys[::3], Mark.READ, True)
    library.tag(keys[::2], ["soil"])
    library.database.run("UPDATE terms SET docs = docs * 40")


@pytest.fixture(scope="module")
def filled_file() -> bytes:
    return file_of(_fill)


@pytest.fixture
def large(filled: None, library: Library) -> Library:
    """A library that is taken for large, in which a beginning is not asked for itself."""
    return library


TEXTS = (
    "m", "mod", "model", "kale m", "m kale", "the of m", "tag:soil m", "-kale m", "after:2020-01 m", "z",
    "(is:unread OR kale) m", "title:kale m", "is:unread z", '"the soil" to', "soil OR m", "-m",
    "comment:figures m", "on:2024-06-03 q", "title:m", "author:a", "abstract:w", "abstract:mod",
    "kale title:m", "mod* author:a", "title:m is:unread", "-kale abstract:m", "mod* s", "mo* OR l",
    "kale OR m", "mo* OR kale", "abstract:g OR title:m", "kale OR (mod* author:a", "soil OR (-kale m",
    "tag:soil OR m", "-tag:soil m", "is:unread OR title:m", "(mod* OR tomatoes) s",
    "comment:figures title:m", "after:2020-01 title:m", "abstract:mod* title:m", "-comment:figures m",
    "-comment:figures", "-kale -comment:figures", "-tag:soil", "-comment:figures is:unread",
    "kale -comment:figures", "-m*", "-title:m", "-author:a", "-abstract:w", "-m* -tag:soil",
    "-title:m -author:a", "-(m* OR kale)", "-(title:m author:a", "after:2020-01 -title:m",
    "on:2024-06-03 -title:m", "tag:soil -title:m", "-comment:figures -title:m", "is:read -author:a",
    "from:hf", "from:hf tag:soil", "from:hf -tag:soil", "from:hf after:2020-01", "from:hf kale",
    "from:hf -author:a", "from:hf -from:other", "from:h OR title:kale",
    "kale -title:m", "soil -author:a", "m -title:g", "kale -author:a -title:m", "soil -kale -author:a",
    "tag:soil kale -title:m", "after:2020-01 soil -author:a", "kale -(title:m author:a",
    "venue:soil", "venue:kale_2", "-venue:soil", "kale venue:soil", "m -venue:kale", "venue:soil -title:m",
    "venue:annals venue:soil comment:figures", "venue:soil OR title:m", "after:2020-01 venue:kale",
    "kale OR (soil -title:m", "kale (soil OR -author:a", "is:unread kale -title:m",
)  # fmt: skip


def _untold(wanted: Wanted) -> Wanted:
    """Return what is wanted with nothing told by the papers that lack it."""
    return replace(wanted, without=(), parts=tuple(map(_plain, wanted.parts)))


def _plain(condition: Condition) -> Condition:
    if isinstance(condition, Match):
        return replace(condition, without=())
    if isinstance(condition, Negated):
        return replace(condition, part=_plain(condition.part))
    if isinstance(condition, Every | Any):
        return replace(condition, parts=tuple(map(_plain, condition.parts)))
    return condition


@pytest.mark.parametrize("text", TEXTS)
def test_the_answer_is_what_the_index_finds_of_the_beginning_itself(large: Library, text: str) -> None:
    reader = LibraryReader(large.path, part=97)
    alike: dict[tuple[CodeFilter, bool], set[int]] = {}
    for order, code, unread in itertools.product(Order, (CodeFilter.ANY, CodeFilter.RELEASED), (False, True)):
        query = PaperQuery(text, order=order, code=code, unread=unread)
        asked = reader._finding._question(query)
        by_index = Question(query, _untold(asked.wanted)).all()
        expected = [key for (key,) in reader._database.rows(by_index.sql, by_index.values)]
        found = list(reader.keys(query))
        if order in (Order.MATCH, Order.CLOSE):
            found.sort(reverse=True)
        assert found == expected, query
        assert reader.size(query) in (None, len(expected)), query
        # Other orders take the papers in other ways.
        assert set(found) == alike.setdefault((code, unread), set(found)), query
        if order is Order.NEWEST and not unread:
            assert len(expected) > 5
    reader.close()


def test_the_index_is_not_asked_to_gather_words_that_begin_so(large: Library, reader: LibraryReader) -> None:
    for text in (
        "m", "mod", "kale m", "is:unread m", "tag:soil m", "title:m", "author:a", "abstract:mod", "-kale m",
        "mod* title:m", "kale OR m", "mo* OR abstract:g", "is:unread OR m", "mod* author:a",
    ):  # fmt: skip
        asked: list[str] = []
        reader._database._connection.set_trace_callback(asked.append)
        assert reader.keys(PaperQuery(text))
        assert any("lacking MATCH" in sql for sql in asked), text
        assert not [sql for sql in asked if '" *' in sql], text


@pytest.mark.parametrize("order", [Order.NEWEST, Order.OLDEST, Order.MATCH])
def test_the_first_screenful_is_the_beginning_of_the_exact_answer(
    large: Library, reader: LibraryReader, order: Order
) -> None:
    # As if the words of the papers were no frequent ones.
    names = [f"{letter}{number:03}a" for letter in "mlscg" for number in range(200)]
    large.database.run_many("INSERT INTO terms VALUES (?, 1000000)", ((name,) for name in names))
    for text in ("m", "title:m", "kale m", "after:2020-01 m", "soil abstract:g", "abstract:m", "author:a"):
        for code, unread in itertools.product((CodeFilter.ANY, CodeFilter.RELEASED), (False, True)):
            query = PaperQuery(text, order=order, code=code, unread=unread)
            if not reader._finding._question(query).quickly_ranked:
                keys = reader.keys(query)
                assert len(keys) > 5, query
                assert reader.first(query, 20) == keys[:20], query


def test_old_papers_are_found_behind_many_that_lack_what_is_typed(
    large: Library, reader: LibraryReader
) -> None:
    newer = papers(2_100, 10_000, listed=date(2025, 1, 1))
    large.add_papers(newer, LISTING, read)
    first = reader.first(PaperQuery("z"), 20)
    assert first == reader.keys(PaperQuery("z"))[:20]
    assert len(first) == 20


@pytest.mark.parametrize("text", ["kale m", "the of mod", "tag:soil kale con"])
def test_the_best_match_is_the_same_by_the_papers_that_lack_it(
    large: Library, reader: LibraryReader, text: str
) -> None:
    query = PaperQuery(text, order=Order.MATCH, unread=True)
    asked = reader._finding._question(query)
    by_index = Question(query, _untold(asked.wanted))
    found = []
    for question in (asked, by_index):
        boundary = reader._database.value(*_of(question.boundary(exact=True))) or 0
        by = reader._finding._ranked_by(question, exact=True)
        ranked = reader._database.rows(*_of(question.best(boundary, by, exact=True)))
        found.append((boundary, ranked))
    assert found[0] == found[1]
    assert len(found[0][1]) > 30


def _of(ask: Ask) -> tuple[str, tuple[object, ...]]:
    return ask.sql, ask.values


def test_an_ending_that_few_papers_hold_counts_beside_a_filter_that_few_pass(
    large: Library, reader: LibraryReader
) -> None:
    starred = reader.keys(PaperQuery("m"))[:15]
    large.mark(starred, Mark.STARRED, True)
    assert reader.keys(PaperQuery("is:starred (abstract:w* OR -m*)")) == starred


@pytest.mark.parametrize("text", ["m", "title:m", "abstract:w"])
def test_one_or_two_letters_match_all_papers_alike(large: Library, reader: LibraryReader, text: str) -> None:
    for answer in (reader.first, reader.keys):
        best, newest = (answer(PaperQuery(text, order=order)) for order in (Order.MATCH, Order.NEWEST))
        assert len(best) > 30
        assert best == newest


def test_what_must_not_begin_so_is_told_by_the_papers_that_lack_it(
    large: Library, reader: LibraryReader
) -> None:
    asked: list[str] = []
    reader._database._connection.set_trace_callback(asked.append)
    counted = LibraryReader(large.path, part=10)
    counted._database._connection.set_trace_callback(asked.append)
    for text in (
        "-m*", "-title:m", "-m* -tag:soil", "-title:m -author:a", "after:2020-01 -m*", "kale -title:m",
        "kale -m*", "soil -author:a -kale", "kale -m* tag:soil",
    ):  # fmt: skip
        query = PaperQuery(text)
        exact = reader.keys(query)
        assert counted.size(query) in (None, len(exact))
        # The first page knows it too, and not by the most frequent words that begin so.
        first = list(reader.first(query))
        assert first == [key for key in exact if key in set(first)]
    assert any("lacking MATCH" in sql for sql in asked)
    assert not [sql for sql in asked if '" *' in sql]
    counted.close()


def test_papers_of_one_listing_come_in_its_own_order(large: Library, reader: LibraryReader) -> None:
    known = set(reader.keys(PaperQuery("from:hf")))
    others = large.add_papers(
        [invented(random.Random(8), number) for number in (*range(30), *range(100_000, 100_060))],
        Listing("other:list"),
        read,
    ).keys
    large.finish_bulk()
    large.tag(others[::2], ["sand"])
    more = large.add_papers(
        [invented(random.Random(9), number) for number in (*range(20, 50), *range(100_050, 100_090))],
        Listing("other:list:two"),
        read,
    ).keys
    large.finish_bulk()
    either = {*others, *more}
    counted = LibraryReader(large.path, part=10)
    every = reader.keys(PaperQuery())
    passing: dict[str, Callable[[int], bool]] = {
        "from:hf": lambda key: key in known,
        "from:other": lambda key: key in either,
        "-from:other": lambda key: key not in either,
        "from:other:list:two": lambda key: key in more,
        "-from:hf": lambda key: key not in known,
        "from:hf from:other": lambda key: key in known and key in either,
        "-from:hf -from:other": lambda key: False,
        "from:other tag:sand": lambda key: key in others[::2],
        "from:other -tag:sand": lambda key: key in either and key not in others[::2],
    }
    for text, passes in passing.items():
        expected = [key for key in every if passes(key)]
        query = PaperQuery(text)
        assert list(reader.keys(query)) == expected, text
        assert counted.size(query) in (None, len(expected)), text
        assert list(reader.keys(replace(query, order=Order.OLDEST))) == expected[::-1], text
        asked = reader._finding._question(query).all()
        plan = [step[3] for step in reader._database.rows("EXPLAIN QUERY PLAN " + asked.sql, asked.values)]
        assert not any("TEMP B-TREE" in step for step in plan), (text, plan)
    for text in ("from:hf", "from:other"):
        (way,) = reader._finding._question(PaperQuery(text)).few_ways()
        plan = [step[3] for step in reader._database.rows("EXPLAIN QUERY PLAN " + way.count.sql)]
        assert any("i_listed (listing=?)" in step for step in plan), "no other listing is looked at"
    assert len(set(others) & known) == 30
    assert len(set(others) & set(more)) == 20
    counted.close()


def _let_wait(library: Library, keys: Sequence[int]) -> None:
    """Take papers out of the index, as if they waited for it."""
    index = SearchIndex(library.database)
    with library.database.transaction():
        index.forget(keys)
        index.defer(keys)
    index.close()


def test_papers_that_wait_for_the_index_pass_what_must_not_begin_so(
    large: Library, reader: LibraryReader
) -> None:
    waiting = reader.keys(PaperQuery("title:m"))[:3]
    _let_wait(large, waiting)
    counted = LibraryReader(large.path, part=10)
    for text in ("-m*", "-title:m", "-title:m -tag:sand", "after:2020-01 -title:m", "-title:m -author:a"):
        for order in (Order.NEWEST, Order.OLDEST, Order.TITLE):
            query = PaperQuery(text, order=order)
            by_index = Question(query, _untold(reader._finding._question(query).wanted)).all()
            expected = [key for (key,) in reader._database.rows(by_index.sql, by_index.values)]
            assert list(reader.keys(query)) == expected, query
            assert set(waiting) <= set(expected)
            assert counted.size(query) in (None, len(expected)), query
    counted.close()


def test_papers_that_wait_for_the_index_are_not_found(large: Library, reader: LibraryReader) -> None:
    waiting = reader.keys(PaperQuery("m"))[:3]
    _let_wait(large, waiting)
    counted = LibraryReader(large.path, part=10)
    for text in (
        "m", "kale m", "is:unread m", "tag:soil m", "kale OR m", "is:starred OR m", "title:m", "author:a",
    ):  # fmt: skip
        for order in (Order.NEWEST, Order.TITLE):
            query = PaperQuery(text, order=order)
            assert set(waiting).isdisjoint(found := reader.keys(query))
            assert set(reader.first(query)) <= set(found), query
            assert counted.size(query) in (None, len(found))
    counted.close()
