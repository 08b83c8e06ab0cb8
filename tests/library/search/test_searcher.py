"""Typed text as questions to the index."""

from __future__ import annotations

from datetime import date

import pytest

from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.library.search.searcher import Searcher
from radar.papers.reader.query import Order, PaperQuery
from radar.papers.search.parsing import parse
from tests.library.samples import LISTING, paper, read

ABSTRACTS = {
    1: "Pre-trained tomatoes generalize to naïve soils. They pay off.",
    2: "We pretrained cucumbers. The universal C++ greenhouse is a state_of_the_art house.",
    3: "A university studies generalization of tomato growth, and the length penalty.",
    4: "对番茄的研究 tomatoes 温室. 완두콩을 키운다.",
    5: "Length without a penalty; the penalty of length.",
}


@pytest.fixture
def keys(library: Library) -> dict[int, int]:
    chunk = [
        paper(number, title=f"Title{number}", abstract=text, authors=("José Müller",) if number == 2 else ())
        for number, text in ABSTRACTS.items()
    ]
    return dict(zip(ABSTRACTS, library.add_papers(chunk, LISTING, read).keys, strict=True))


@pytest.mark.parametrize("text", ["王小明", "小明 ", "author:王小明 ", "王小明 kites ", "-李 王小明 "])
def test_a_name_in_chinese_is_found_as_a_plain_word(
    library: Library, reader: LibraryReader, text: str
) -> None:
    chunk = [
        paper(1, title="Kites in the wind", authors=("Ada Author", "王小明")),
        paper(2, title="Kites in the rain", authors=("王大明", "李小明")),
    ]
    keys = library.add_papers(chunk, LISTING, read).keys
    expected = list(keys) if text == "小明 " else [keys[0]]
    assert list(reader.keys(PaperQuery(text=text))) == expected
    assert list(reader.first(PaperQuery(text=text))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("λ", {1, 2, 3}),
        ("λ-calculus", {1, 2}),
        ("λ-calc", {1, 2}),
        ("λφ", {3}),
        ("Λ ", {1, 2, 3}),
        ("-λ ", {4}),
    ],
)
@pytest.mark.parametrize("order", [Order.NEWEST, Order.OLDEST])
def test_a_letter_finds_the_command_that_is_shown_as_it(
    library: Library, reader: LibraryReader, text: str, expected: set[int], order: Order
) -> None:
    texts = (r"Of $\lambda$-calculus.", "Of λ-calculus.", r"Of $\lambda\varphi^4$ and more.", "Of lambdas.")
    # The takeaway is read, and quotes the first sentence.
    chunk = [paper(at, title=f"T{at}", abstract=f"We go. {text}") for at, text in enumerate(texts, 1)]
    keys = library.add_papers(chunk, LISTING, read).keys
    found = reader.keys(PaperQuery(text=text, order=order))
    assert {1 + keys.index(key) for key in found} == expected
    assert set(reader.first(PaperQuery(text=text, order=order))) == set(found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tomatoes", {1, 4}),
        ("tomato", {1, 3, 4}),
        ("tomato ", {3}),
        ("TOMATOES Generalize", {1}),
        ("generaliz", {1, 3}),
        ("univers", {2, 3}),
        ("universal ", {2}),
        ("naive", {1}),
        ("naïve", {1}),
        ("pre-trained", {1}),
        ("pre-tr", {1}),
        ("pretrained", {2}),
        ("jose muller", {2}),
        ("Müll", {2}),
        ("title3", {3}),
        ("length penalty", {3, 5}),
        ("length-penalty", {3}),
        ("tomato cucumber", set()),
        ("zzz", set()),
    ],
)
def test_all_words_must_occur_and_the_last_may_be_unfinished(
    reader: LibraryReader, keys: dict[int, int], text: str, expected: set[int]
) -> None:
    query = PaperQuery(text=text)
    assert set(reader.keys(query)) == {keys[number] for number in expected}
    assert list(reader.first(query)) == list(reader.keys(query))


@pytest.mark.parametrize("text", ["", "   ", "!!!", "(", '"', "*", "\u200b", "\x00", "\ud800\udcff"])
def test_text_without_any_word_asks_for_everything(
    reader: LibraryReader, keys: dict[int, int], text: str
) -> None:
    assert set(reader.first(PaperQuery(text=text))) == set(keys.values())


@pytest.mark.parametrize(
    "text",
    [
        'tomatoes"', '"tomatoes', "tomatoes(", "tomatoes)", "tomatoes*", "^tomatoes", "+tomatoes",
        "'tomatoes'", "{tomatoes}", "tomatoes;", "tomatoes\x00", "tomatoes\\",
    ],
)  # fmt: skip
def test_signs_that_mean_something_to_the_index_are_only_signs(
    reader: LibraryReader, keys: dict[int, int], text: str
) -> None:
    assert set(reader.keys(PaperQuery(text=text))) == {keys[1], keys[4]}


@pytest.mark.parametrize(
    "text",
    [
        "title:tomatoes",
        "NEAR(tomatoes soils)",
        "tomatoes AND",
        "NOT tomatoes",
        "tomatoes OR",
        "NEAR/2",
        "c++",
        "search:x",
        "'; --",
    ],
)
def test_words_of_the_index_language_are_only_words(
    reader: LibraryReader, keys: dict[int, int], text: str
) -> None:
    for order in Order:
        query = PaperQuery(text=text, order=order)
        assert set(reader.first(query)) <= set(keys.values())
        assert set(reader.keys(query)) <= set(keys.values())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("c++", {1, 2}),
        ("C++ ", {1, 2}),
        ("c+", {1, 2}),
        ("c#", {3}),
        ("c ", {1, 2, 3, 4}),
        ("-c++", {3, 4, 5}),
        ("hco+", {3, 4, 5}),
        ("hco ", {3, 4, 5, 1}),
        ('"modern c++ tem', {2}),
        ('"modern c++" templates', {2}),
        ("title:c++", {1}),
        ("cmb+bao", {5}),
        ("c++ OR c#", {1, 2, 3}),
        ("c+++", set()),
    ],
)
def test_a_sign_at_the_end_of_a_word_belongs_to_it(
    library: Library, reader: LibraryReader, text: str, expected: set[int]
) -> None:
    says = {
        1: ("Soil in C++", "HCO- too"),
        2: ("Modern C", "Of modern C++ templates"),
        3: ("In C\\# alone", "HCO$^{+}$"),
        4: ("C to earth", "{HCO}^+ lines"),
        5: ("Peas", "HCO⁺ with CMB + BAO"),
    }
    chunk = [paper(number, title=title, abstract=abstract) for number, (title, abstract) in says.items()]
    keys = dict(zip(says, library.add_papers(chunk, LISTING, read).keys, strict=True))
    for order in Order:
        query = PaperQuery(text=text, order=order)
        assert set(reader.keys(query)) == {keys[number] for number in expected}
        assert set(reader.first(query)) == {keys[number] for number in expected}


def test_a_very_long_text_is_answered(reader: LibraryReader, keys: dict[int, int]) -> None:
    assert list(reader.keys(PaperQuery(text="tomatoes " * 5_000))) == [keys[1], keys[4]]
    assert list(reader.first(PaperQuery(text="x" * 100_000))) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("番茄", {4}),
        ("的研究", {4}),
        ("番茄 tomatoes", {4}),
        ("番茄 cucumbers", set()),
        ("콩을", {4}),
        ("温室", {4}),
    ],
)
def test_runs_of_chinese_or_korean_are_found_anywhere_in_a_small_library(
    reader: LibraryReader, keys: dict[int, int], text: str, expected: set[int]
) -> None:
    query = PaperQuery(text=text)
    assert set(reader.keys(query)) == {keys[number] for number in expected}
    assert set(reader.first(query)) == {keys[number] for number in expected}


def test_in_a_large_library_runs_of_chinese_are_found_by_their_beginning(
    library: Library, reader: LibraryReader, keys: dict[int, int]
) -> None:
    library.database.run("UPDATE counts SET papers = 1000000")
    assert list(reader.keys(PaperQuery(text="对番"))) == [keys[4]]
    assert list(reader.keys(PaperQuery(text="番茄"))) == []


def test_percent_and_underscore_are_no_wildcards(reader: LibraryReader, keys: dict[int, int]) -> None:
    assert list(reader.keys(PaperQuery(text="番%"))) == []
    assert list(reader.keys(PaperQuery(text="番_"))) == []


def test_a_frequent_beginning_is_answered_by_its_most_frequent_completions(
    library: Library, reader: LibraryReader, keys: dict[int, int]
) -> None:
    library.database.run("DELETE FROM terms")
    library.database.run("INSERT INTO terms VALUES ('tomato', 90000), ('tomatoes', 80000)")
    assert set(reader.first(PaperQuery(text="tom"))) == {keys[1], keys[3], keys[4]}
    library.database.run("DELETE FROM terms WHERE term = 'tomatoes'")
    assert set(reader.first(PaperQuery(text="tom"))) == {keys[3]}
    assert set(reader.keys(PaperQuery(text="tom"))) == {keys[1], keys[3], keys[4]}, "exact all the same"


def test_words_of_later_papers_complete_too(library: Library, reader: LibraryReader) -> None:
    library.add_papers([paper(1)], LISTING, read)
    (key,) = library.add_papers([paper(2, title="Zucchini grow everywhere in summer")], LISTING, read).keys
    assert list(reader.first(PaperQuery(text="zucc"))) == [key]
    terms: dict[str, int] = dict(library.database.rows("SELECT term, docs FROM terms"))
    assert (terms["zucchini"], terms["plant"]) == (1, 2)


def test_newest_first_is_the_reverse_of_oldest_first_for_every_word(
    library: Library, reader: LibraryReader
) -> None:
    for start in range(0, 1_500, 300):
        chunk = [
            paper(number, title=f"Beans {number % 7} by {number % 11} in garden {number}")
            for number in range(start, start + 300)
        ]
        library.add_papers(chunk, LISTING, read)
    terms = [term for (term,) in library.database.rows("SELECT term FROM terms ORDER BY docs DESC LIMIT 300")]
    assert len(terms) == 300
    for term in terms:
        rising = library.database.rows(
            "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid", (term,)
        )
        falling = library.database.rows(
            "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid DESC", (term,)
        )
        assert falling == rising[::-1]
        assert list(reader.keys(PaperQuery(text=term + " "))) == [key for (key,) in falling]


def test_as_many_completions_are_asked_as_papers_would_be_missed_without(
    library: Library, keys: dict[int, int]
) -> None:
    searcher = Searcher(library.database)

    def completions(text: str) -> int:
        return searcher.wanted(parse(text, date.today())).quick.count(" OR ") + 1

    library.database.run("UPDATE counts SET papers = 100000")
    library.database.run("DELETE FROM terms")
    library.database.run("INSERT INTO terms VALUES ('the', 99000), ('to', 98000), ('this', 90000)")
    in_letters = str.maketrans("0123456789", "abcdefghij")
    library.database.run_many(
        "INSERT INTO terms VALUES (?, ?)",
        [(f"t{number:04d}".translate(in_letters), 40) for number in range(1_000)],
    )
    library.database.run_many(
        "INSERT INTO terms VALUES (?, ?)", [(f"con{number:04d}", 500) for number in range(1_000)]
    )
    assert completions("t") < 30, "every paper holds one of the three"
    assert completions("con") > 100, "each paper holds another"
    assert completions("taj") == 1, "so rare that the index is asked for the beginning itself"
    searcher.close()
