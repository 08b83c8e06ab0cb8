"""Every filter and order against the same asked of the papers themselves."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.library.records.paper_records import sort_title
from radar.library.search.question import Question
from radar.library.search.wanted import Wanted
from radar.papers.bases import replace
from radar.papers.listed.paper import Paper
from radar.papers.reader.query import CodeFilter, Mark, Order, PaperQuery, ResultFilter
from radar.papers.summaries.flags import Claim, Release
from radar.papers.summaries.summary import Agreement, Verdict, Verdicts
from tests.library.samples import LISTING, paper, read, summary

MANY = 2_600
CODES = {
    CodeFilter.ANY: tuple(Release),
    CodeFilter.RELEASED: (Release.RELEASED,),
    CodeFilter.PROMISED: (Release.RELEASED, Release.PROMISED),
}
CLAIMS = {
    ResultFilter.CLAIMED: (Claim.QUANTIFIED, Claim.QUALITATIVE),
    ResultFilter.QUANTIFIED: (Claim.QUANTIFIED,),
}
PLANTS = ("Tomatoes", "Beans", "Élan peas", "zucchini", "Cress")


class Garden:
    """A library with every kind of paper, and what is known of each."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.papers: dict[int, Paper] = {}
        self.arrived: dict[int, int] = {}
        chunk = [self._paper(number) for number in range(MANY)]
        for start in range(0, MANY, 500):
            part = chunk[start : start + 500]
            keys = library.add_papers(part, LISTING, read).keys
            self.papers.update(zip(keys, part, strict=True))
            self.arrived.update(dict.fromkeys(keys, start))
        library.finish_bulk()
        self.newest = sorted(self.papers, reverse=True)
        self.flags = {key: read(self.papers[key]).flags for key in self.newest}
        self.texts = {key: f" {one.title} {one.abstract}".lower() for key, one in self.papers.items()}
        self.read = set(self.newest[::3])
        self.starred = set(self.newest[5::40])
        self.tagged = set(self.newest[7::90])
        library.mark(tuple(self.read), Mark.READ, True)
        library.mark(tuple(self.starred), Mark.STARRED, True)
        for key in self.tagged:
            library.set_tags(key, ["soil"])
        self.updated = set(self.newest[3::90])
        for key in self.updated & self.read:
            library.add_papers([replace(self.papers[key], version=1)], LISTING, read)
            library.add_papers([replace(self.papers[key], version=2)], LISTING, read)
        self.updated &= self.read
        self.disputed = set(self.newest[3::60])
        for key in self.disputed:
            one = self.papers[key]
            made = summary(one, read(one).takeaway.text)
            library.save_summaries([replace(made, verdicts=Verdicts(Verdict(Agreement.DISPUTED)))])

    def passing(self, query: PaperQuery) -> list[int]:
        """Return the keys of the papers that pass, newest first."""
        codes, claims = CODES[query.code], CLAIMS.get(query.results, tuple(Claim))
        best = query.results is ResultFilter.STATE_OF_THE_ART
        begun = [f" {word}" for word in query.text.split()]
        return [
            key
            for key, flags in self.flags.items()
            if flags.code.value in codes
            and flags.results.value in claims
            and (not best or flags.results.state_of_the_art)
            and (not query.data or flags.data.value is Release.RELEASED)
            and (not query.unread or key not in self.read)
            and (not query.starred or key in self.starred)
            and (not query.disputed or key in self.disputed)
            and (not query.updated or key in self.updated)
            and (not query.tag or key in self.tagged)
            and (not query.ids or self.papers[key].id in query.ids)
            and all(word in self.texts[key] for word in begun)
        ]

    def expected(self, query: PaperQuery) -> list[int]:
        keys = self.passing(query)
        if query.order is Order.OLDEST:
            return keys[::-1]
        if query.order is Order.ADDED:
            return sorted(keys, key=lambda key: (self.arrived[key], key), reverse=True)
        if query.order is Order.UPVOTES:
            return sorted(
                keys,
                key=lambda key: -1 if (votes := self.papers[key].upvotes) is None else votes,
                reverse=True,
            )
        if query.order is Order.STARS:
            return sorted(
                keys, key=lambda key: -1 if (stars := self.papers[key].stars) is None else stars, reverse=True
            )
        if query.order is Order.TITLE:
            return sorted(keys, key=lambda key: sort_title(self.papers[key].title))
        return keys

    def _paper(self, number: int) -> Paper:
        said = ["We plant."]
        if number % 5 == 0:
            said.append("code released.")
        elif number % 7 == 0:
            said.append("code promised.")
        said += ["data released."] * (number % 11 == 0)
        said += ["It works."] * (number % 2)
        said += ["Up 5 %."] * (number % 4 == 1)
        said += ["The best."] * (number % 13 == 0)
        said += ["A rare orchid."] * (number % 300 == 0)
        return paper(
            number,
            title=f"{PLANTS[number % 5]} of row {number % 50} and garden {number}",
            abstract=" ".join(said),
            listed=date(2024, 6, 30) - timedelta(days=number * 7 % 200),
            upvotes=number % 17 if number % 3 else None,
            stars=number % 5 if number % 10 == 0 else None,
        )


@pytest.fixture(scope="module")
def garden(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Garden]:
    library = Library.open(tmp_path_factory.mktemp("garden") / "library.db")
    yield Garden(library)
    library.close()


@pytest.fixture(scope="module")
def opened(garden: Garden) -> Iterator[LibraryReader]:
    reader = LibraryReader.open(garden.library.path)
    yield reader
    reader.close()


FILTERS = [
    PaperQuery(code=code, data=data, results=results, unread=unread, starred=starred)
    for code, data, results, unread, starred in itertools.product(
        CodeFilter, (False, True), ResultFilter, (False, True), (False, True)
    )
]
FILTERS += [replace(query, disputed=True) for query in FILTERS[::7]]
FILTERS += [replace(query, updated=True) for query in FILTERS[::9]]
ORDERS = [order for order in Order if order not in (Order.MATCH, Order.CLOSE)]
"""Those that go by what a paper is; the others have tests of their own."""
TEXTS = ["", "tomatoes ", "gard", "orchid", "best code"]
SETS = [
    {"tag": "SOIL"},
    {"ids": tuple(f"arxiv:2406.{number:05d}" for number in range(0, 270, 3))},
    {"ids": ("2406.00004v2", "arxiv:9999.00001"), "tag": "soil"},
]


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("text", TEXTS)
def test_every_filter_in_every_order_gives_exactly_the_papers_that_pass(
    garden: Garden, opened: LibraryReader, order: Order, text: str
) -> None:
    for filters in FILTERS[:: 1 if order is Order.NEWEST else 7]:
        query = PaperQuery(
            text, filters.code, filters.data, filters.results, filters.unread, filters.starred, order=order
        )
        assert list(opened.keys(query)) == garden.expected(query), query


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("text", TEXTS)
def test_the_first_screenful_is_the_beginning_of_all(
    garden: Garden, opened: LibraryReader, order: Order, text: str
) -> None:
    for filters in FILTERS[::5]:
        query = PaperQuery(
            text, filters.code, filters.data, filters.results, filters.unread, filters.starred, order=order
        )
        expected = garden.expected(query)
        first = list(opened.first(query, 20))
        if text == "gard" and order not in (Order.NEWEST, Order.OLDEST):
            # More hits than the bounded form looks at: papers that pass, in order among themselves.
            assert set(first) <= set(expected)
            assert bool(first) == bool(expected)
        else:
            assert first == expected[:20], query


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("chosen", SETS)
def test_tags_and_ids_choose_too(
    garden: Garden, opened: LibraryReader, order: Order, chosen: dict[str, object]
) -> None:
    for text in ("", "tomatoes", "gard"):
        query = PaperQuery(text, unread=True, order=order, **chosen)  # type: ignore[arg-type]
        expected = garden.expected(query)
        assert list(opened.keys(query)) == expected
        assert list(opened.first(query, 20)) == expected[:20]


def test_ids_are_taken_in_any_form(garden: Garden, opened: LibraryReader) -> None:
    query = PaperQuery(ids=("https://arxiv.org/abs/2406.00007", "2406.00009v1", "2406.77777"))  # type: ignore[arg-type]
    found = {garden.papers[key].id for key in opened.keys(query)}
    assert found == {"arxiv:2406.00007", "arxiv:2406.00009"}


def test_the_best_match_comes_first(opened: LibraryReader, garden: Garden) -> None:
    rare = PaperQuery("garden orchid", order=Order.MATCH)
    assert set(opened.keys(rare)) == set(garden.expected(PaperQuery("garden orchid")))
    query = PaperQuery("beans", order=Order.MATCH)
    assert list(opened.first(query, 30)) == list(opened.keys(query))[:30]


def test_a_word_in_the_title_weighs_more_than_in_the_abstract(
    library: Library, reader: LibraryReader
) -> None:
    body = paper(1, title="On soil and its worth to gardens", abstract="There is an orchid in it. An orchid.")
    title = paper(
        2,
        title="On an orchid and its worth to gardens",
        abstract="There is soil in it.",
        listed=date(2001, 1, 1),
    )
    keys = library.add_papers([body, title], LISTING, read).keys
    assert tuple(reader.keys(PaperQuery("orchid"))) == keys
    assert tuple(reader.keys(PaperQuery("orchid", order=Order.MATCH))) == keys[::-1]
    assert tuple(reader.first(PaperQuery("orchid", order=Order.MATCH))) == keys[::-1]


def test_hits_beyond_the_newest_few_thousand_follow_the_best_by_day(
    opened: LibraryReader, garden: Garden
) -> None:
    for unread in (False, True):
        query = PaperQuery("gard", unread=unread, order=Order.MATCH)
        keys = list(opened.keys(query))
        expected = garden.expected(PaperQuery("gard", unread=unread))
        assert set(keys) == set(expected) and len(keys) == len(expected)
        behind = [key for key in expected if key < garden.newest[1_999]]
        assert len(behind) > 100
        assert keys[-len(behind) :] == behind


def test_best_match_without_words_is_newest_first(garden: Garden, opened: LibraryReader) -> None:
    query = PaperQuery(order=Order.MATCH, unread=True)
    assert list(opened.keys(query)) == garden.expected(query)
    assert list(opened.first(query, 10)) == garden.expected(query)[:10]


def test_where_nothing_passes_the_filter_to_drop_is_named(garden: Garden, opened: LibraryReader) -> None:
    query = PaperQuery(
        "orchid", code=CodeFilter.RELEASED, results=ResultFilter.STATE_OF_THE_ART, starred=True
    )
    assert not opened.keys(query)
    expected = {
        name: len(garden.expected(dropped))
        for name, dropped in (
            ("text", PaperQuery(code=query.code, results=query.results, starred=True)),
            ("code", PaperQuery("orchid", results=query.results, starred=True)),
            ("results", PaperQuery("orchid", code=query.code, starred=True)),
            ("starred", PaperQuery("orchid", code=query.code, results=query.results)),
        )
    }
    assert dict(opened.without(query)) == {name: number for name, number in expected.items() if number}
    assert opened.without(PaperQuery()) == ()


def test_rows_come_in_the_order_asked_and_unknown_keys_are_left_out(
    garden: Garden, opened: LibraryReader
) -> None:
    asked = [garden.newest[3], 17, garden.newest[900], garden.newest[3], *garden.newest[1_000:1_700]]
    assert [row.key for row in opened.rows(asked)] == [key for key in asked if key != 17]
    assert opened.rows([]) == ()
    assert opened.entry(17) is None


def test_no_question_reads_the_wide_table_from_end_to_end(garden: Garden) -> None:
    for filters, order in itertools.product(FILTERS, Order):
        query = replace(filters, order=order)
        question = Question(query, Wanted())
        for ask in (question.all(), question.some(60)):
            steps = garden.library.database.rows("EXPLAIN QUERY PLAN " + ask.sql, ask.values)
            plan = [step[3] for step in steps]
            if "CO-ROUTINE p" in plan:
                plan.remove("SCAN p")
            for step in plan:
                assert not step.startswith("SCAN p") or "COVERING INDEX" in step, (query, plan)
                assert "TEMP B-TREE" not in step or ask.sql == question.all().sql, (query, plan)


def test_the_path_may_hold_any_sign(tmp_path: Path) -> None:
    path = tmp_path / "a?b #c%20d" / "lib'rary.db"
    library = Library.open(path)
    (key,) = library.add_papers([paper(1)], LISTING, read).keys
    reader = LibraryReader.open(path)
    assert list(reader.keys(PaperQuery())) == [key]
    reader.close()
    library.close()
