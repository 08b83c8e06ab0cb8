"""Phrases in a large library, where the index would look for one through all papers that hold its words."""

from __future__ import annotations

from datetime import date

import pytest

from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.library.search.searcher import Searcher
from radar.papers.reader.query import CodeFilter, Mark, Order, PaperQuery
from radar.papers.search.parsing import parse
from tests.library.samples import LISTING, paper, read

ABSTRACTS = {
    1: "A chain of thoughts leads to the sea.",
    2: "The chain-of-thought of a crab.",
    3: "Links (chain of trust) hold, and the sea is calm.",
    4: "A chain of islands; thought is of no use to the crab.",
    5: "Of the chain, thought is all that is left of it.",
    6: "Crabs walk to the sea\nof their thoughts.",
}
PEOPLE = {4: ("Chain Oftena",), 6: ("Thea Strand", "Of Theodor")}


@pytest.fixture
def keys(library: Library) -> dict[int, int]:
    chunk = [
        paper(number, title=f"Title{number} to the crab", abstract=text, authors=PEOPLE.get(number, ()))
        for number, text in ABSTRACTS.items()
    ]
    keys = dict(zip(ABSTRACTS, library.add_papers(chunk, LISTING, read).keys, strict=True))
    # As if a million other papers held the same words.
    library.database.run("UPDATE counts SET papers = 1000000")
    library.database.run("UPDATE terms SET docs = 100000")
    return keys


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"chain of t', {1, 2, 3}),
        ('"chain of thought', {1, 2}),
        ('"chain of thought"', {2}),
        ("chain-of-t", {1, 2, 3}),
        ('"the s', {1, 3, 6}),
        ('"to the"', {1, 2, 3, 4, 5, 6}),
        ('title:"to the"', {1, 2, 3, 4, 5, 6}),
        ('title:"the crab"', {1, 2, 3, 4, 5, 6}),
        ('title:"the sea"', set()),
        ('abstract:"the cr', {4}),
        ('"of the"', {5}),
        ('"of the', {5, 6}),
        ('"the of"', set()),
        ('"the of t', set()),
        ('"sea of t', {6}),
        ('"thea s', {6}),
        ('calm "the sea"', {3}),
        ('"chain of" "the sea"', {1, 3}),
        ('"of the" OR calm', {3, 5}),
        ('calm OR "sea of t', {3, 6}),
        ('(calm OR "of the") crab', {3, 5}),
        ('-"the sea"', {2, 4, 5}),
        ('crab -"the sea" ', {2, 4, 5}),
        ("calm OR sea author:t", {6}),
        ("calm OR author:t", {3, 6}),
    ],
)
def test_the_first_papers_with_a_phrase_are_those_of_the_exact_answer(
    reader: LibraryReader, keys: dict[int, int], text: str, expected: set[int]
) -> None:
    for order in (Order.NEWEST, Order.OLDEST, Order.TITLE):
        query = PaperQuery(text=text, order=order)
        assert set(reader.keys(query)) == {keys[number] for number in expected}, order
        assert list(reader.first(query)) == list(reader.keys(query)), order


def test_a_filter_beside_a_phrase_narrows_it(
    library: Library, reader: LibraryReader, keys: dict[int, int]
) -> None:
    query = PaperQuery(text='"chain of t', code=CodeFilter.RELEASED)
    assert list(reader.first(query)) == list(reader.keys(query)) == []
    library.mark([keys[2], keys[6]], Mark.STARRED, True)
    query = PaperQuery(text='"chain of t', starred=True)
    assert list(reader.first(query)) == list(reader.keys(query)) == [keys[2]]


@pytest.mark.parametrize(
    ("abstract", "text"),
    [
        ("Profiles of Sérsic, and s.", '"of s"'),
        ("Norms of ℓ², an l² and l.", '"an l"'),
        ("A decay of xβ, and x.", '"of x"'),
        ("The a\u0301 of xa\u0301, and x.", '"of x"'),
    ],
)
def test_a_word_that_goes_on_in_letters_of_any_kind_is_another_word(
    library: Library, reader: LibraryReader, abstract: str, text: str
) -> None:
    library.add_papers([paper(1, abstract=abstract)], LISTING, read)
    library.database.run("UPDATE counts SET papers = 1000000")
    library.database.run("UPDATE terms SET docs = 100000")
    assert list(reader.keys(PaperQuery(text))) == []
    assert list(reader.first(PaperQuery(text))) == []


@pytest.mark.parametrize("between", [", ", '" ', " \u2014 ", ") (", " ... ", "_", "\u201d, \u201c", "\u00a0"])
def test_no_sign_between_the_words_of_a_phrase_keeps_a_paper_from_the_first(
    library: Library, reader: LibraryReader, between: str
) -> None:
    abstract = f"In this paper{between}we plant."
    (key,) = library.add_papers([paper(1, abstract=abstract)], LISTING, read).keys
    library.database.run("UPDATE counts SET papers = 1000000")
    library.database.run("UPDATE terms SET docs = 100000")
    for text in ('"this paper we"', '"in this paper w'):
        assert list(reader.first(PaperQuery(text))) == [key]


def test_a_name_that_begins_so_beside_a_word_that_no_paper_may_hold(
    library: Library, reader: LibraryReader, keys: dict[int, int]
) -> None:
    query = PaperQuery("-calm -sea author:t")
    assert list(reader.keys(query)) == list(reader.first(query)) == []
    query = PaperQuery("-calm author:t")
    assert list(reader.keys(query)) == list(reader.first(query)) == [keys[6]]


def test_the_few_that_pass_a_filter_hold_no_ending_of_an_unwanted_beginning(
    library: Library, reader: LibraryReader
) -> None:
    # More words with s than completions are asked for, of which this paper holds the rarest alone.
    common = [paper(number, abstract=f"We plant s{number}.") for number in range(1, 200)]
    library.add_papers(common, LISTING, read)
    (rare,) = library.add_papers([paper(900, title="Crab", abstract="Szzz.")], LISTING, read).keys
    library.mark([rare], Mark.STARRED, True)
    library.database.run("UPDATE counts SET papers = 1000000")
    library.database.run("UPDATE terms SET docs = 100000 WHERE term <> 'szzz'")
    query = PaperQuery("-s*", starred=True)
    assert list(reader.keys(query)) == list(reader.first(query)) == []


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ('"chain of t', '("chain" AND "of")'),
        ('"the of the"', '("the" AND "of")'),
        ('"zebra of t', '"zebra of"'),
        ('"zebra of"', '"zebra of"'),
    ],
)
def test_the_index_is_not_asked_for_what_it_would_look_for_in_all_papers(
    library: Library, keys: dict[int, int], text: str, asked: str
) -> None:
    searcher = Searcher(library.database)
    wanted = searcher.wanted(parse(text, date(2026, 2, 28)))
    searcher.close()
    assert wanted.quick == asked
