"""How much the bounded form of a search looks at: told by its plan and by steps of SQLite, not by a clock."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.papers.reader.query import CodeFilter, Order, PaperQuery
from tests.library.plots import MANY, Plots

TEXTS = (
    "orchid ", "garden ", "t", "gar", "garden tom", '"row 7"', "author:muller ", "author:m",
    "title:tomatoes ", "title:t", "id:24", "tag:soil ", "tag:s", "after:2024-02 ", "before:2024-02 ",
    "on:2024-03 ", "cat:cs ", "cat:cs.CL ", "cat:c", "from:hf", "is:new ", "is:read ", "has:takeaway ",
    "has:tag ", "-orchid ", "garden -orchid ", "-cat:cs ", "garden cat:cs.CL ", "garden after:2024-02 ",
    "(orchid OR has:sota) cat:cs ", "orchid OR is:starred ", "garden (is:starred OR beans) ",
    "beans OR cress ", "2401.00002 ", "comment:acl ",
)  # fmt: skip
COPIES = 100
_DAY = 1 << 20
_PAPERS = (
    "paper_id, flags, dated, added, shown, stars, upvotes, title, takeaway, figure, error, sort_title, "
    "authors, venue, categories, published, listed, links, comment, doi, abstract"
)


@pytest.fixture(scope="module")
def plots(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Plots]:
    library = Library.open(tmp_path_factory.mktemp("plots") / "library.db")
    yield Plots(library)
    library.close()


@pytest.fixture(scope="module")
def opened(plots: Plots) -> Iterator[LibraryReader]:
    reader = LibraryReader.open(plots.library.path)
    yield reader
    reader.close()


def grow(library: Library, first: int, last: int) -> None:
    """Copy all papers to earlier days, so that the newest stay what they are."""
    database = library.database
    with database.transaction():
        database.run("CREATE TEMP TABLE IF NOT EXISTS seeds AS SELECT id AS seed FROM papers")
        database.run("CREATE TEMP TABLE IF NOT EXISTS turns (turn INTEGER)")
        database.run("DELETE FROM turns")
        database.run_many("INSERT INTO turns VALUES (?)", [(turn,) for turn in range(first, last)])
        new = f"seed - turn * {450 * _DAY}"
        database.run(
            f"INSERT INTO papers (id, {_PAPERS}) SELECT {new}, {_PAPERS} FROM seeds, turns "
            "JOIN papers ON papers.id = seed"
        )
        for table, column in (("tags", "folded"), ("categorised", "category"), ("origins", "listing")):
            columns = {"tags": ", tag", "origins": ", arrived"}.get(table, "")
            database.run(
                f"INSERT INTO {table} ({column}, id{columns}) SELECT {column}, {new}{columns} "
                f"FROM seeds, turns JOIN {table} t ON t.id = seed"
            )
        database.run(f"INSERT INTO aliases SELECT alias || '-' || turn, {new} FROM seeds, turns "
                     "JOIN aliases t ON t.id = seed")  # fmt: skip
        database.run("UPDATE counts SET papers = (SELECT count(*) FROM papers)")
        database.run("INSERT INTO search (search) VALUES ('rebuild')")
        database.run("UPDATE terms SET docs = docs * ?", (last // max(first, 1),))


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LibraryReader]:
    """A library so large that the index is not asked for all words that begin with a letter."""
    library = Library.open(tmp_path_factory.mktemp("grown") / "library.db")
    grow(Plots(library).library, 1, 50)
    reader = LibraryReader.open(library.path)
    yield reader
    reader.close()
    library.close()


def steps(reader: LibraryReader, query: PaperQuery) -> int:
    """Return how many steps, by the hundred, SQLite takes for the first screenful."""
    counted = 0

    def count() -> None:
        nonlocal counted
        counted += 1

    reader._database._connection.set_progress_handler(count, 100)
    try:
        reader.first(query)
    finally:
        reader._database._connection.set_progress_handler(None, 0)
    return counted


def test_the_first_screenful_takes_the_same_steps_in_twice_the_library(
    plots: Plots, opened: LibraryReader
) -> None:
    queries = [
        PaperQuery(text, code=code, order=order)
        for text in TEXTS
        for code in (CodeFilter.ANY, CodeFilter.RELEASED)
        for order in (Order.NEWEST, Order.OLDEST, Order.UPVOTES, Order.MATCH)
    ]
    grow(plots.library, 1, COPIES)
    assert opened.counts().papers == MANY * COPIES
    before = [steps(opened, query) for query in queries]
    grow(plots.library, COPIES, 2 * COPIES)
    for query, few in zip(queries, before, strict=True):
        # Sets of some two thousand are sorted whole, larger ones are walked to a bound.
        assert steps(opened, query) <= max(few * 1.1, 6_000), query


def test_for_papers_that_are_named_by_their_ids_no_others_are_looked_at(grown: LibraryReader) -> None:
    ids = " ".join(f"2401.{number:05}" for number in range(20))
    assert len(grown.keys(PaperQuery(ids))) > 1
    assert steps(grown, PaperQuery(ids)) < 100


@pytest.mark.parametrize("order", [Order.NEWEST, Order.OLDEST, Order.UPVOTES, Order.MATCH])
def test_the_wide_rows_are_never_looked_through(opened: LibraryReader, order: Order) -> None:
    for text in TEXTS:
        question = opened._finding._question(PaperQuery(text, order=order))
        for ask in (question.some(60), *(way.count for way in question.few_ways())):
            for step in opened._database.rows("EXPLAIN QUERY PLAN " + ask.sql, ask.values):
                assert "AUTOMATIC" not in step[3], (text, order, step)
                assert not step[3].startswith(("SCAN papers", "SCAN aliases")), (text, order, step)


def test_the_index_of_words_is_never_asked_without_a_limit(opened: LibraryReader) -> None:
    for text in TEXTS:
        sql = opened._finding._question(PaperQuery(text)).some(60).sql
        for piece in sql.split("search MATCH ?")[1:]:
            assert "LIMIT" in piece or "rowid >=" in piece, (text, sql)


@pytest.mark.parametrize(
    ("query", "merged"),
    [
        (PaperQuery("garden", code=CodeFilter.RELEASED), "MERGE (INTERSECT)"),
        (PaperQuery("garden", unread=True, order=Order.OLDEST), "MERGE (INTERSECT)"),
        (PaperQuery('"row 7" has:sota '), "MERGE (INTERSECT)"),
        (PaperQuery("t"), "MERGE (EXCEPT)"),
        (PaperQuery("garden t", order=Order.OLDEST), "MERGE (EXCEPT)"),
        (PaperQuery("garden t", code=CodeFilter.RELEASED), "MERGE (INTERSECT)"),
        (PaperQuery("-orchid "), "MERGE (EXCEPT)"),
        (PaperQuery("-orchid ", code=CodeFilter.RELEASED), "MERGE (EXCEPT)"),
        (PaperQuery("-orchid -beans ", order=Order.OLDEST), "MERGE (EXCEPT)"),
    ],
)
def test_the_exact_answer_merges_hits_and_papers_and_sorts_none_of_them(
    grown: LibraryReader, query: PaperQuery, merged: str
) -> None:
    ask = grown._finding._question(query).all()
    plan = [step[3] for step in grown._database.rows("EXPLAIN QUERY PLAN " + ask.sql, ask.values)]
    assert merged in plan
    assert not any("TEMP B-TREE" in step or "LIST SUBQUERY" in step for step in plan), plan


@pytest.mark.parametrize("column", ["comment", "venue"])
@pytest.mark.parametrize("text", ["{}:acl ", "garden {}:acl ", "-{}:acl ", "{}:acl t"])
def test_comments_and_venues_are_looked_through_in_indexes_of_their_own(
    opened: LibraryReader, text: str, column: str
) -> None:
    for code in (CodeFilter.ANY, CodeFilter.RELEASED):
        ask = opened._finding._question(PaperQuery(text.format(column), code=code)).all()
        plan = [step[3] for step in opened._database.rows("EXPLAIN QUERY PLAN " + ask.sql, ask.values)]
        assert any(step.endswith(f"c USING COVERING INDEX i_{column}") for step in plan), plan
        assert all("COVERING" in step for step in plan if step.startswith(("SCAN p ", "SEARCH p "))), plan


@pytest.mark.parametrize("text", ["garden+ ", "title:garden# ", "-garden+ ", "orchid garden++ "])
def test_for_a_sign_only_papers_with_such_signs_are_read(opened: LibraryReader, text: str) -> None:
    ask = opened._finding._question(PaperQuery(text)).all()
    plan = [step[3] for step in opened._database.rows("EXPLAIN QUERY PLAN " + ask.sql, ask.values)]
    merged = plan.index("MERGE (INTERSECT)")
    assert plan[merged + 2].endswith(" i_signed"), plan
    assert plan[merged + 4].startswith("SCAN search "), plan


def test_papers_with_a_sign_are_left_out_as_a_set_that_comes_in_order(opened: LibraryReader) -> None:
    for text in ("-garden+ ", "orchid -garden+ ", "-garden+ -orchid# after:2024-02 "):
        ask = opened._finding._question(PaperQuery(text)).all()
        plan = [step[3] for step in opened._database.rows("EXPLAIN QUERY PLAN " + ask.sql, ask.values)]
        assert plan.count("MERGE (EXCEPT)") == text.count("-garden") + text.count("-orchid"), plan
        assert not any("TEMP B-TREE" in step for step in plan), plan


@pytest.mark.parametrize("text", ["garden before:2020 is:unread ", "-orchid before:2020 "])
def test_what_is_merged_is_read_only_within_the_days_asked_for(opened: LibraryReader, text: str) -> None:
    ask = opened._finding._question(PaperQuery(text)).all()
    plan = [step[3] for step in opened._database.rows("EXPLAIN QUERY PLAN " + ask.sql, ask.values)]
    (papers,) = [step for step in plan if " p " in step]
    (words,) = [step for step in plan if "search" in step]
    assert papers.endswith("(id>? AND id<?)")
    assert words.endswith("><")
