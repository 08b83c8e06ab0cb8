"""Papers by how their ids begin: the same papers in both ways, and the newest at once."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.library.search.conditions import Negated
from radar.library.search.ids_begun import papers_with
from radar.library.search.question import Question
from radar.library.search.wanted import Wanted
from radar.papers.listed.paper import Links, Paper, PaperId
from radar.papers.reader.query import Order, PaperQuery
from tests.library.samples import LISTING, paper, read

_SEVERAL = (
    paper(1, id=PaperId("arxiv:2401.00001"), doi="10.5555/crab.1"),
    paper(2, id=PaperId("arxiv:2401.00002"), links=Links(landing="https://aclanthology.org/2024.acl-long.2")),
    paper(3, id=PaperId("arxiv:2309.00003")),
    paper(4, id=PaperId("acl:2024.acl-long.4")),
    paper(5, id=PaperId("doi:10.5555/crab.5")),
    paper(6, id=PaperId("crab-6")),
    paper(7, id=PaperId("bare-7"), authors=()),
    paper(8, id=PaperId("written by hand")),
)
_BEGINNINGS = (
    "2", "24", "2401", "arxiv:2", "ARXIV:2401.0", "acl:", "2024", "doi:10", "10.5555/crab", "crab", "c",
    "bare", "bare-7", "b", "w", "written", "written:", "nameless:", "z", "é",
)  # fmt: skip


def found(library: Library, text: str, many: int) -> list[int]:
    papers = papers_with(library.database, text, many=many).select
    question = f"SELECT id FROM papers WHERE id IN ({papers.text}) ORDER BY id"
    return [key for (key,) in library.database.rows(question, papers.values)]


def expected(text: str, known: dict[int, Paper]) -> list[int]:
    """Return the papers whose id, DOI or page begins so, as whoever wrote `_SEVERAL` knows them."""
    begun = tuple(scheme + text.lower() for scheme in ("", "arxiv:", "acl:", "doi:"))
    keys = []
    for key, one in known.items():
        page = one.links.landing.removeprefix("https://aclanthology.org/")
        names = [one.id.lower(), f"doi:{one.doi}" if one.doi else "", f"acl:{page}" if page else ""]
        if any(name.startswith(begun) for name in names if name):
            keys.append(key)
    return sorted(keys)


@pytest.mark.parametrize("text", _BEGINNINGS)
def test_all_but_the_others_are_those_that_begin_so(library: Library, text: str) -> None:
    keys = library.add_papers(_SEVERAL, LISTING, read).keys
    known = dict(zip(keys, _SEVERAL, strict=True))
    assert found(library, text, many=10_000) == expected(text, known)
    assert found(library, text, many=0) == expected(text, known)


@pytest.mark.parametrize("text", _BEGINNINGS)
@pytest.mark.parametrize("order", list(Order))
def test_whichever_way_they_are_told_the_answer_and_its_count_are_the_same(
    library: Library, text: str, order: Order
) -> None:
    keys = library.add_papers(_SEVERAL, LISTING, read).keys
    passing = expected(text, dict(zip(keys, _SEVERAL, strict=True)))
    words = '"w1x" OR "w4x" OR "w5x"'
    named = {keys[0], keys[3], keys[4]}
    for many in (10_000, 0):
        begun = papers_with(library.database, text, many=many)
        assert answered(library, Wanted(parts=(begun,)), order) == passing
        assert answered(library, Wanted(parts=(Negated(begun),)), order) == sorted(
            {*keys}.difference(passing)
        )
        among = Wanted(words, words, parts=(begun,))
        assert answered(library, among, order) == sorted(named.intersection(passing))


def answered(library: Library, wanted: Wanted, order: Order) -> list[int]:
    question = Question(PaperQuery(order=order), wanted)
    whole, count = question.all(), question.count()
    keys = [key for (key,) in library.database.rows(whole.sql, whole.values)]
    assert library.database.value(count.sql, count.values) == len(keys) == len(set(keys))
    if question.by_day:
        assert keys == sorted(keys, reverse=order is not Order.OLDEST)
    return sorted(keys)


def test_papers_that_became_one_are_found_once_in_both_ways(library: Library) -> None:
    library.add_papers(
        [paper(1, id=PaperId("arxiv:2401.00001")), paper(2, id=PaperId("doi:10.5555/x"))], LISTING, read
    )
    both = paper(1, id=PaperId("arxiv:2401.00001"), doi="10.5555/x")
    (key,) = library.add_papers([both], LISTING, read).keys
    for text in ("2401", "10.5555"):
        assert found(library, text, many=10_000) == found(library, text, many=0) == [key]
    # A name may lead to the paper that became part of the other one.
    gone = library.database.value("SELECT id FROM moved")
    library.database.run("UPDATE aliases SET id = ? WHERE alias = 'doi:10.5555/x'", (gone,))
    for text in ("2401", "10.5555"):
        assert found(library, text, many=10_000) == found(library, text, many=0) == [key]


def test_where_few_others_are_left_only_those_are_counted(library: Library) -> None:
    papers = [paper(number, id=PaperId(f"arxiv:2401.{number:05}")) for number in range(1, 40)]
    library.add_papers([*papers, *_SEVERAL[3:]], LISTING, read)
    # An id may lead to a paper that is gone.
    library.database.run("INSERT INTO aliases (alias, id) VALUES ('doi:10.5555/gone', 1)")
    wanted = Wanted(parts=(papers_with(library.database, "2401", many=0),))
    assert len(answered(library, wanted, Order.NEWEST)) == len(papers)
    count = Question(PaperQuery(), wanted).count()
    plan = [step[3] for step in library.database.rows(f"EXPLAIN QUERY PLAN {count.sql}", count.values)]
    assert not [step for step in plan if step.startswith("SCAN p ")]


@pytest.mark.parametrize("order", [Order.NEWEST, Order.OLDEST])
def test_the_first_screenful_is_at_the_end_of_the_list_however_ids_run(
    library: Library, reader: LibraryReader, order: Order
) -> None:
    newest = date(2024, 6, 1)
    # From both ends inwards: the last ids are of the days in the middle.
    days = [day for pair in zip(range(1_300), range(2_599, 1_299, -1), strict=True) for day in pair]
    papers = [
        paper(
            number, id=PaperId(f"arxiv:2400.{number:05}"), listed=newest - timedelta(days=day), published=None
        )
        for number, day in enumerate(days)
    ]
    library.add_papers(papers, LISTING, read)
    query = PaperQuery("id:24", order=order)
    assert reader.first(query, 20) == reader.keys(query)[:20]


@pytest.mark.parametrize("text", ["-id:24", "-id:24 has:code OR -id:24 -has:code", "title:seal -id:24"])
def test_the_first_screenful_shows_none_whose_id_is_not_to_begin_so(
    library: Library, reader: LibraryReader, text: str
) -> None:
    newest = date(2024, 6, 1)
    # So many that begin so are the newest, in an order that their ids do not follow.
    numbers = [(7 * number) % 4_600 for number in range(3_000)]
    begun = [
        paper(number, id=PaperId(f"arxiv:2400.{number:05}"), title=f"Seal {number}", listed=newest)
        for number in numbers
    ]
    others = [
        paper(number, id=PaperId(f"arxiv:2300.{number:05}"), title=f"Seal {number}", listed=date(2023, 6, 1))
        for number in range(5_000, 5_030)
    ]
    library.add_papers([*begun, *others], LISTING, read)
    assert reader.first(PaperQuery(text), 20) == reader.keys(PaperQuery(text))[:20]


def test_ids_are_counted_for_the_exact_answer_alone(library: Library, reader: LibraryReader) -> None:
    library.add_papers(_SEVERAL, LISTING, read)
    asked: list[str] = []
    reader._database._connection.set_trace_callback(asked.append)
    for answer, counts in ((reader.first, False), (reader.keys, True)):
        asked.clear()
        assert len(answer(PaperQuery("id:2401"))) == 2
        assert any("OFFSET 20000" in sql for sql in asked) is counts
