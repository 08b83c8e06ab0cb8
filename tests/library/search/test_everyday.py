"""Which words the best match goes by."""

from __future__ import annotations

import pytest

from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.library.search.everyday import without_endings, without_everyday_words
from radar.papers.reader.query import Order, PaperQuery
from tests.library.samples import LISTING, paper, read


@pytest.fixture
def garden(library: Library) -> Library:
    """Sixty papers: "soil" in all, "bean" in a sixth, "clay" and "clod" in a third each."""
    made = [
        paper(
            number,
            title=f"Soil {number}",
            authors=(),
            abstract=" ".join(
                ["soil", *(["bean"] * (number % 6 == 0)), *(["clay", "clod", "silt"][number % 3 :][:1])]
            ),
        )
        for number in range(60)
    ]
    library.add_papers(made, LISTING, read)
    library.finish_bulk()
    return library


@pytest.mark.parametrize(
    ("match", "by"),
    [
        ('"soil" AND "bean"', '"bean"'),
        ('"bean" AND "soil" AND "clay"', '"bean" AND "clay"'),
        ('"bean" AND ("clay" OR "clod")', '"bean"'),
        ('"bean" AND ("clay" OR "pea")', '"bean" AND ("clay" OR "pea")'),
        ('"bean" AND "cl" *', '"bean"'),
        ('"bean" AND "cla" *', '"bean" AND "cla" *'),
        ('"bean" AND "soil bean"', '"bean" AND "soil bean"'),
        ('"soil"', '"soil"'),
        ('"soil" AND "so" *', '"soil" AND "so" *'),
        ('"soil" OR "bean"', '"soil" OR "bean"'),
        ('"soil" AND "bean" NOT "clay"', '"soil" AND "bean" NOT "clay"'),
        ('"bean" AND ("soil" AND "clay")', '"bean" AND ("soil" AND "clay")'),
        ('title : "soil" AND "bean"', 'title : "soil" AND "bean"'),
        ("", ""),
    ],
)
def test_what_more_than_half_of_the_papers_hold_is_left_out_where_another_word_stays(
    garden: Library, match: str, by: str
) -> None:
    assert without_everyday_words(garden.database, match) == by


@pytest.mark.parametrize(
    ("match", "by"),
    [
        ('("soil b" OR "soil bean" OR "soil by")', '"soil"'),
        ('(("pea") OR (title : ("of soil b" OR "of soil bean")))', '(("pea") OR (title : "of soil"))'),
        ('"pea" AND (("clay" OR "clod") OR ("a b" OR "a c"))', '"pea" AND (("clay" OR "clod") OR "a")'),
        ('("soil bean" OR "clay bean")', '("soil bean" OR "clay bean")'),
        ('("soil bean") OR ("soil by")', '("soil bean") OR ("soil by")'),
        ('("pea") NOT ("soil bean" OR "soil by")', '("pea") NOT ("soil bean" OR "soil by")'),
        ("", ""),
    ],
)
def test_a_phrase_that_goes_on_in_one_of_many_words_counts_without_those(match: str, by: str) -> None:
    assert without_endings(match) == by


def test_an_everyday_word_must_still_occur(garden: Library, reader: LibraryReader) -> None:
    extra = paper(99, title="Bean only", authors=(), abstract="bean bean bean")
    (alone,) = garden.add_papers([extra], LISTING, read).keys
    query = PaperQuery("soil bean ", order=Order.MATCH)
    hits = set(reader.keys(PaperQuery("soil bean ")))
    assert len(hits) == 10
    assert alone not in hits
    assert set(reader.first(query)) == set(reader.keys(query)) == hits
    assert list(reader.first(query)) == list(reader.keys(query))
