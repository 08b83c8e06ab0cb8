"""Raised and lowered letters and digits, found however a text writes them."""

from __future__ import annotations

from datetime import date

import pytest

from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.library.search.searcher import Searcher
from radar.papers.reader.query import Order, PaperQuery
from radar.papers.search.parsing import parse
from tests.library.samples import LISTING, paper, read

TITLES = {
    1: "Light on CO$_2$ and MoS$_{2}$ sheets",
    2: "How CO₂ and H₂O meet on ice",
    3: "Snow without CO2 or H2O",
    4: r"Clouds of $\mathrm{H_2O}$ over N$_2$H$^+$",
    5: "A bound of $O(n^2)$ in $L^2$",
    6: r"Sparse $\ell_1$ terms and $\chi^2$ in the 2nd place",
    7: "COs of 25 places, with nothing but a 1 in it",
    8: "GPT-4 among poets, at 10$^{6}$ cm$^{-3}$",
    9: r"Na\textsuperscript{+}, CaCl\textsubscript{2} and SO{\textsubscript 4}, 20\textsuperscript{th} year",
}


@pytest.fixture(params=["small", "large"])
def keys(library: Library, request: pytest.FixtureRequest) -> dict[int, int]:
    # The takeaway is the first sentence of the abstract.
    chunk = [
        paper(number, title=text, abstract=f"Rain falls. It is row r{number}q.")
        for number, text in TITLES.items()
    ]
    found = dict(zip(TITLES, library.add_papers(chunk, LISTING, read).keys, strict=True))
    if request.param == "large":
        library.database.run("UPDATE counts SET papers = 1000000")
        library.database.run("UPDATE terms SET docs = docs * 100000")
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("CO2", {1, 2, 3}),
        ("co2 ", {1, 2, 3}),
        ("CO₂", {1, 2, 3}),
        ("CO_2 ", {1, 2, 3}),
        ("CO$_2$ ", {1, 2, 3}),
        ("title:CO₂ ", {1, 2, 3}),
        ("abstract:CO2 ", set()),
        ("CO2* ", {1, 2, 3}),
        ('"CO2 and" ', {1, 2}),
        ('"CO₂ and MoS₂" ', {1}),
        ('"light on CO2" ', {1}),
        ('"light on CO2', {1}),
        ('"CO2 and sheet', set()),
        ('"MoS2 sheet', {1}),
        ("mos2 ", {1}),
        ("mos2 light ", {1}),
        ("H2O ", {2, 3, 4}),
        ("H₂O", {2, 3, 4}),
        ("N2H+ ", {4}),
        ("N₂H⁺ ", {4}),
        ("O(n²) ", {5}),
        ("L2 ", {5}),
        ("L² ", {5}),
        ("ℓ₁ ", {6}),
        ("χ² ", {6}),
        ("χ2 ", {6}),
        ("CaCl2", {9}),
        ("CaCl₂ ", {9}),
        ("CaCl_2 ", {9}),
        ("CaCl2* ", {9}),
        ("SO4 ", {9}),
        ("Na+ ", {9}),
        ("Na⁺ ", {9}),
        ("20th", {9}),
        ('"CaCl2 and" ', {9}),
        ("title:so4 -cacl3 ", {9}),
        ("a1 ", set()),
        ("A₁ ", {7}),
        ("gpt4 ", {8}),
        ("10⁶ ", {8}),
        ("cm⁻³ ", {8}),
        ("-CO2 ", {4, 5, 6, 7, 8, 9}),
        ("-title:CO₂ -l2 ", {4, 6, 7, 8, 9}),
        ("-(N2H+ OR co2) ", {5, 6, 7, 8, 9}),
        ("co2 -h2o ", {1}),
        ("co2 OR l2 ", {1, 2, 3, 5}),
        ("author:co2 ", set()),
    ],
)
@pytest.mark.parametrize("order", [Order.NEWEST, Order.OLDEST, Order.MATCH])
def test_what_stands_on_screen_is_found_however_it_is_written(
    keys: dict[int, int], reader: LibraryReader, text: str, expected: set[int], order: Order
) -> None:
    query = PaperQuery(text=text, order=order)
    assert set(reader.keys(query)) == {keys[number] for number in expected}
    assert set(reader.first(query)) == set(reader.keys(query))


def test_a_takeaway_is_found_as_it_is_shown(library: Library, reader: LibraryReader) -> None:
    chunk = [paper(1, title="Rain", abstract="We weigh CO₂ in L². It works.")]
    (key,) = library.add_papers(chunk, LISTING, read).keys
    for text in ("takeaway:CO2 ", "takeaway:CO₂ ", "takeaway:L2 ", "takeaway:CO_2 "):
        assert list(reader.keys(PaperQuery(text=text))) == [key]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ('"of 7k and 9k ponds" ', '(("of 7k and 9k ponds"))'),
        ('"xo2 and ponds" ', '(("xo2 and ponds") OR ("xo₂ and ponds"))'),
        ('"and xo2 ponds', '(("and xo2"))'),
        ('"9k ponds" ', '((("9" AND "k" AND "ponds")) OR (("9k" AND "ponds")))'),
        ('"k4 ponds" ', '((("k" AND "4" AND "ponds")))'),
        ('"9k of xo2" ', '(("9k of xo2") OR ("9 k of xo₂") OR ("9 k of xo2") OR ("9k of xo₂"))'),
    ],
)
def test_a_bounded_look_for_a_phrase_goes_by_rare_words_or_by_the_newest_papers_with_all_frequent_ones(
    library: Library, reader: LibraryReader, text: str, asked: str
) -> None:
    frequent = ("of", "and", "ponds", "9k", "9", "k", "4", "7", "2", "xo")
    some = {"7k": 28_000, "xo2": 900, "xo₂": 500}
    library.database.run("UPDATE counts SET papers = 1000000")
    library.database.run_many(
        "INSERT INTO terms VALUES (?, ?)", [*dict.fromkeys(frequent, 200_000).items(), *some.items()]
    )
    searcher = Searcher(library.database)
    wanted = searcher.wanted(parse(text, date(2026, 2, 28)), bounded=True)
    searcher.close()
    assert wanted.quick == asked
    assert bool(wanted.near) == ("AND" in asked or text.endswith("ponds"))


def test_many_words_that_may_be_written_in_many_ways_are_answered(
    library: Library, reader: LibraryReader
) -> None:
    (key,) = library.add_papers([paper(1, title="Rain")], LISTING, read).keys
    text = " ".join(f'-"λ{number}χ{number} a{number}b+"' for number in range(20))
    assert list(reader.keys(PaperQuery(text=f"{text} "))) == [key]
