"""What is new in a watch: added since the reader looked, whatever its day, and cheap to count."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from datetime import timedelta

import pytest

from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.library.search.question import Question
from radar.library.search.searcher import Searcher
from radar.papers.bases import replace
from radar.papers.reader.query import CodeFilter, Mark, Order, PaperQuery
from radar.papers.reader.watch import Watch
from radar.papers.search.parsing import parse
from tests.library.samples import LISTING, NOON, paper, papers, read, with_code

CODE = PaperQuery(code=CodeFilter.RELEASED)


def _new(reader: LibraryReader, watch: Watch) -> int:
    """Count what is new in a watch as it stands in the library now."""
    (now_kept,) = (one for one in reader.watches() if one.number == watch.number)
    return len(reader.keys(now_kept.new_papers))


def test_a_new_watch_has_nothing_new_and_counts_what_is_added_from_then_on(
    library: Library, reader: LibraryReader
) -> None:
    library.add_papers([*papers(3), with_code(4)], LISTING, read)
    watch, _ = library.add_watch("code", CODE)
    assert _new(reader, watch) == 0
    library.add_papers([paper(5), with_code(6), with_code(7)], LISTING, read)
    assert _new(reader, watch) == 2


def test_a_watch_made_before_the_first_paper_counts_the_first_papers(
    library: Library, reader: LibraryReader
) -> None:
    watch, _ = library.add_watch("code", CODE)
    library.add_papers([with_code(1)], LISTING, read)
    assert _new(reader, watch) == 1


@pytest.mark.parametrize("text", ["tomato", "w7x", "tom", '"growing tomato"'])
def test_words_are_looked_for_among_the_new_papers_only(
    library: Library, reader: LibraryReader, text: str
) -> None:
    library.add_papers(papers(6), LISTING, read)
    watch, _ = library.add_watch("words", PaperQuery(text))
    library.add_papers([paper(7), paper(8, title="Beans", abstract="Beans climb.")], LISTING, read)
    assert _new(reader, watch) == 1


def test_new_is_what_was_added_later_whatever_its_day_and_its_marks(
    library: Library, reader: LibraryReader
) -> None:
    library.add_papers([with_code(1)], LISTING, read)
    watch, _ = library.add_watch("code", CODE)
    old = with_code(2, listed=NOON.date() - timedelta(days=900))
    library.mark(library.add_papers([old], LISTING, read).keys, Mark.READ, True)
    library.add_papers([with_code(1)], LISTING, read)
    assert _new(reader, watch) == 1


def test_looking_ends_what_is_new_up_to_its_moment_and_never_goes_back(
    library: Library, reader: LibraryReader
) -> None:
    watch, _ = library.add_watch("code", CODE)
    library.add_papers([with_code(1)], LISTING, read)
    first = reader.complete_until(CODE)
    library.add_papers([with_code(2)], LISTING, read)
    second = reader.complete_until(CODE)
    assert first is not None and second is not None
    library.look_at_watch(watch.number, first)
    assert _new(reader, watch) == 1, "what came since is new"
    library.look_at_watch(watch.number, second)
    library.look_at_watch(watch.number, first)
    assert _new(reader, watch) == 0


def test_what_search_cannot_find_yet_does_not_count_as_looked_at(
    library: Library, reader: LibraryReader
) -> None:
    assert reader.complete_until(CODE) is None, "there is no paper"
    library.add_papers(papers(2), LISTING, read)
    assert reader.complete_until(PaperQuery("tomato")) == reader.counts().latest
    library.database.run("INSERT INTO unindexed SELECT id FROM papers")
    assert reader.complete_until(PaperQuery("tomato")) is None
    assert reader.complete_until(CODE) == reader.counts().latest


def test_another_search_of_a_watch_begins_anew_and_its_undo_brings_back_what_was_new(
    library: Library, reader: LibraryReader
) -> None:
    watch, _ = library.add_watch("code", CODE)
    library.add_papers([with_code(1), paper(2)], LISTING, read)
    undo = library.change_watch(watch.number, PaperQuery("tomato"))
    assert _new(reader, watch) == 0
    library.undo_watch(undo)
    assert _new(reader, watch) == 1


def test_rows_in_a_watch_are_new_by_its_own_moment(
    library: Library, open_reader: Callable[[], LibraryReader]
) -> None:
    (old,) = library.add_papers([paper(1)], LISTING, read).keys
    watch, _ = library.add_watch("all", PaperQuery("tomato"))
    (late,) = library.add_papers([paper(2)], LISTING, read).keys
    looked = open_reader().complete_until(PaperQuery())
    assert looked is not None
    library.looked(looked)
    reader = open_reader()
    assert [row.new for row in reader.rows((old, late))] == [False, False]
    reader.rows_since = watch.seen
    assert [row.new for row in reader.rows((old, late))] == [False, True]
    assert reader.counts().new == 0, "the whole library is counted as before"


@pytest.mark.parametrize(
    "changes", [{}, {"text": "tomato"}, {"text": "tomato", "unread": True}, {"tag": "x"}]
)
def test_counting_looks_at_the_papers_added_since_and_not_at_the_others(
    library: Library, changes: dict[str, object]
) -> None:
    query = replace(PaperQuery(), **changes, added_after=NOON)  # type: ignore[arg-type]
    with closing(Searcher(library.database)) as searcher:
        question = Question(query, searcher.wanted(parse(query.text, NOON.date()), None))
    (way,) = (way for way in question.few_ways() if way.member is not None and way.member.recent)
    for ask in (way.count, question.texts(way), question.taken(way)):
        plan = library.database.rows(f"EXPLAIN QUERY PLAN {ask.sql}", ask.values)
        steps = [step for *_, step in plan]
        assert any("i_arrived (added>?)" in step for step in steps)
        assert not any(
            step.startswith("SCAN p") or "VIRTUAL TABLE" in step for step in steps if "json" not in step
        )
    assert question.few(2_000)
    assert not question.few(2_001), "from here on the index of all papers is quicker"


def _steps(library: Library, reader: LibraryReader, watch: Watch) -> int:
    """Count how many steps SQLite takes to count what is new in a watch."""
    taken = 0

    def step() -> int:
        nonlocal taken
        taken += 1
        return 0

    connection = reader._database._connection
    connection.set_progress_handler(step, 1)
    try:
        assert _new(reader, watch) == 5
    finally:
        connection.set_progress_handler(None, 1)
    return taken


def test_counting_costs_the_same_in_a_small_library_as_in_a_larger_one(
    library: Library, open_reader: Callable[[], LibraryReader]
) -> None:
    taken = []
    for first in (1, 1_001):
        library.add_papers(papers(50 if first == 1 else 900, first), LISTING, read)
        watch, undo = library.add_watch("words", PaperQuery("tomato", unread=True))
        library.add_papers(papers(5, first + 2_000), LISTING, read)
        taken.append(_steps(library, open_reader(), watch))
        library.undo_watch(undo)
    small, large = taken
    assert small < large * 1.2 and large < small * 1.2


def test_more_new_papers_than_are_worth_reading_are_counted_by_the_index(
    library: Library, reader: LibraryReader
) -> None:
    watch, _ = library.add_watch("words", PaperQuery("tomato"))
    for first in range(1, 2_502, 500):
        library.add_papers(papers(500, first), LISTING, read)
    library.finish_bulk()
    assert _new(reader, watch) == 3_000


@pytest.mark.parametrize(
    "changes", [{}, {"text": "tomato"}, {"unread": True}, {"order": Order.TITLE}, {"text": "番茄"}]
)
@pytest.mark.parametrize("late", [3, 2_500])
def test_the_first_screenful_of_what_is_new_is_the_beginning_of_all_of_it(
    library: Library, reader: LibraryReader, changes: dict[str, object], late: int
) -> None:
    library.add_papers(papers(5, abstract="番茄红了。"), LISTING, read)
    since = reader.complete_until(PaperQuery())
    assert since is not None
    for first in range(10, 10 + late, 500):
        chunk = papers(min(500, late), first, abstract="It bears 番茄.")
        library.add_papers(chunk, LISTING, read)
    library.finish_bulk()
    query = replace(PaperQuery(), **changes, added_after=since)  # type: ignore[arg-type]
    found = reader.keys(query)
    assert len(found) == late
    assert reader.first(query, 20) == found[:20]
