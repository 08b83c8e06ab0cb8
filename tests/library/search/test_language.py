"""The search language against the same asked of the papers themselves."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest

from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.papers.bases import replace
from radar.papers.reader.query import CodeFilter, Order, PaperQuery
from radar.papers.search.parsing import parse
from tests.library.plots import _LEAVES, TODAY, Plots, first_and_all, random_text

SEEDS = range(12)
A_SEED = 12
"""Questions of each seed."""


@pytest.fixture(scope="module")
def plots(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Plots]:
    library = Library.open(tmp_path_factory.mktemp("plots") / "library.db")
    yield Plots(library)
    library.close()


@pytest.fixture(scope="module", params=["small", "large"])
def opened(plots: Plots, request: pytest.FixtureRequest) -> Iterator[LibraryReader]:
    """A reader of the library as it is, and of one that takes itself for large."""
    papers = len(plots.newest) if request.param == "small" else 1_000_000
    plots.library.database.run("UPDATE counts SET papers = ?", (papers,))
    plots.library.database.run(
        "UPDATE terms SET docs = docs * ?", (1 if request.param == "small" else 1_000,)
    )
    reader = LibraryReader.open(plots.library.path)
    yield reader
    reader.close()


def parts_of(text: str) -> tuple[object, ...]:
    return tuple(part.node for part in parse(text, TODAY).parts)


@pytest.mark.parametrize("text", _LEAVES)
def test_each_element_finds_what_it_says_and_nothing_else(
    plots: Plots, opened: LibraryReader, text: str
) -> None:
    filled = text.format(number=7, month=3)
    for typed in (filled, filled + " ", f"-{filled}", f"garden {filled}", f"{filled} OR orchid"):
        expected = plots.expected(parts_of(typed))
        first, every = first_and_all(opened, PaperQuery(typed))
        assert every == expected, typed
        assert set(first) <= set(expected), typed


@pytest.mark.parametrize("seed", SEEDS)
def test_random_questions_find_exactly_what_they_say(plots: Plots, opened: LibraryReader, seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(A_SEED):
        text = random_text(chance)
        query = PaperQuery(text, order=chance.choice([Order.NEWEST, Order.NEWEST, Order.OLDEST]))
        expected = plots.expected(parts_of(text))
        if query.order is Order.OLDEST:
            expected.reverse()
        first, every = first_and_all(opened, query)
        assert every == expected, text
        ordered = [key for key in expected if key in set(first)]
        assert first == ordered, text


@pytest.mark.parametrize("seed", SEEDS[::4])
def test_other_orders_and_filters_change_nothing_of_what_is_found(
    plots: Plots, opened: LibraryReader, seed: int
) -> None:
    chance = random.Random(1_000 + seed)
    for _ in range(A_SEED):
        text = random_text(chance)
        order = chance.choice(list(Order))
        query = PaperQuery(
            text, code=chance.choice(list(CodeFilter)), unread=chance.random() < 0.3, order=order
        )
        narrowed = {
            CodeFilter.ANY: "",
            CodeFilter.RELEASED: " has:code",
            CodeFilter.PROMISED: " has:promised",
        }
        also = narrowed[query.code] + (" is:unread" if query.unread else "")
        expected = plots.expected((*parts_of(text), *parts_of(also)))
        first, every = first_and_all(opened, query)
        assert sorted(every, reverse=True) == expected, (text, order)
        assert set(first) <= set(expected), (text, order)
        typed = replace(
            query, text=f"{text.strip()} {also}" if also else text, code=CodeFilter.ANY, unread=False
        )
        if also and text.endswith(" "):
            assert list(opened.keys(typed)) == every, (text, order)


def test_parts_of_a_search_that_hide_papers_are_named_as_typed(plots: Plots, opened: LibraryReader) -> None:
    query = PaperQuery('garden -tomatoes "row 7" after:2999 ', unread=True)
    assert not opened.keys(query)
    without = dict(opened.without(query))
    wider = {
        "text": "is:unread ",
        "after:2999": 'garden -tomatoes "row 7" is:unread ',
    }
    assert without == {name: len(plots.expected(parts_of(text))) for name, text in wider.items()}
    assert dict(opened.without(PaperQuery("zebra "))).keys() == {"text"}
    assert dict(opened.without(PaperQuery("after:2999 "))).keys() == {"text"}, "all of it is named once"


def test_names_that_no_paper_has_are_known_as_typed(opened: LibraryReader) -> None:
    query = PaperQuery('garden tag:"no such" from:nowhere -tag:none cat:x.YZ (tag:a OR tag:b)', tag="gone")
    assert opened.unknown(query) == tuple(
        f"there is no {name}" for name in ("tag:gone", 'tag:"no such"', "from:nowhere", "cat:x.YZ")
    )
    assert opened.unknown(PaperQuery("garden is:unread ")) == ()
    assert opened.unknown(
        PaperQuery("garden colour:red -size:big title:none doi:10.1000/x arxiv:2401.99999 ")
    ) == ("there is no field colour:",)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("on:1950-01-02", "no paper is listed on 1950-01-02"),
        ("date:1950-01", "no paper is listed in 1950-01"),
        ("year:1950", "no paper is listed in 1950"),
        ("since:2999", "no paper is listed from 2999 on"),
        ("before:1900-03", "no paper is listed before 1900-03"),
        ("on:1950q", ""),
    ],
)
def test_days_without_papers_are_told_in_words(opened: LibraryReader, typed: str, told: str) -> None:
    assert opened.unknown(PaperQuery(f"garden {typed} ")) == ((told,) if told else ())
