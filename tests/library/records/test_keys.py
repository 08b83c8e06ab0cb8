"""Keys of papers."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.library.records.first_page import read_first_page
from radar.library.records.keys import KeyMaker, day_of, shown_day, sorting_day
from radar.papers.reader.query import PaperQuery
from radar.papers.text.partial_dates import PartialDate, written
from tests.library.samples import LISTING, paper, papers, read

TODAY = date(2024, 6, 10)


@pytest.mark.parametrize(
    ("listed", "published", "day", "dated"),
    [
        (date(2024, 6, 3), date(2024, 5, 1), date(2024, 6, 3), True),
        (None, date(2024, 5, 1), date(2024, 5, 1), True),
        (None, None, TODAY, False),
        (None, date(1821, 1, 1), date(1900, 1, 1), True),
        (None, date(9999, 12, 31), TODAY, False),
        (None, date(2024, 12, 1), date(2024, 12, 1), True),
        (None, PartialDate(2023), date(2023, 1, 1), 3),
        (None, PartialDate(2023, 5), date(2023, 5, 1), 2),
        (date(2024, 6, 3), PartialDate(2023), date(2024, 6, 3), True),
    ],
)
def test_the_day_is_the_one_listed_or_published_or_today(
    listed: date | None, published: date | None, day: date, dated: int
) -> None:
    days, known = sorting_day(paper(1, listed=listed, published=published), TODAY)
    assert (day_of(days << 20), known) == (day, dated)


def test_a_day_that_cannot_be_is_no_day_in_the_list_and_in_the_record(
    library: Library, reader: LibraryReader
) -> None:
    days = (date(2100, 5, 1), date(1, 1, 1), date(1821, 1, 1))
    keys = library.add_papers(
        [paper(number, published=day, listed=None, updated=day) for number, day in enumerate(days, 1)],
        LISTING,
        read,
    ).keys
    shown = {row.key: row.dated for row in reader.rows(keys)}
    kept = [entry.paper for entry in map(reader.entry, keys) if entry]
    assert [shown[key] for key in keys] == [False, False, True]
    assert [(one.published, one.updated) for one in kept] == [(None, None), (None, None), (days[2],) * 2]


def test_keys_stay_below_two_to_the_forty() -> None:
    days, _ = sorting_day(paper(1, listed=date(4000, 1, 1)), date(4000, 1, 1))
    assert KeyMaker(lambda lowest, above: None).next(days) < 2**40


def test_a_file_longer_than_what_is_set_apart_still_has_keys_of_its_own() -> None:
    maker = KeyMaker(lambda lowest, above: None)
    keys = [maker.next(40_000) for _ in range(30_000)]
    assert len(set(keys)) == 30_000
    assert {day_of(key) for key in keys} == {day_of(40_000 << 20)}
    assert keys[:4096] == sorted(keys[:4096], reverse=True)


def test_a_full_day_spills_into_the_day_before() -> None:
    full = (40_000 << 20) + (1 << 20) - 1
    maker = KeyMaker(lambda lowest, above: full if lowest <= full < above else None)
    assert day_of(maker.next(40_000)) == day_of(full) - timedelta(days=1)


def test_a_run_that_was_rolled_back_does_not_use_up_keys() -> None:
    maker = KeyMaker(lambda lowest, above: None)
    first = maker.next(40_000)
    maker.forget()
    assert maker.next(40_000) == first


def test_a_long_file_of_undated_papers_keeps_its_order(library: Library, reader: LibraryReader) -> None:
    keys: list[int] = []
    for start in range(0, 2_500, 500):
        keys += library.add_papers(papers(500, first=start, listed=None), LISTING, read).keys
    library.finish_bulk()
    assert list(reader.keys(PaperQuery())) == keys


@pytest.mark.parametrize("published", [PartialDate(2023), PartialDate(2023, 5), date(2023, 5, 1)])
def test_what_is_known_of_a_day_is_kept_and_shown(
    library: Library, reader: LibraryReader, published: date
) -> None:
    (key,) = library.add_papers([paper(1, published=published, listed=None)], LISTING, read).keys
    (row,) = reader.rows([key])
    early = read_first_page(str(library.path), 10)
    assert early
    kept = reader.entry(key)
    assert kept and kept.paper.published
    days = [written(day) for day in (row.day, early.rows[0].day, kept.paper.published)]
    assert days == [written(published)] * 3
    assert row.dated


def test_the_first_day_of_a_year_says_more_than_the_year(library: Library, reader: LibraryReader) -> None:
    (key,) = library.add_papers([paper(1, published=PartialDate(2023), listed=None)], LISTING, read).keys
    library.add_papers([paper(1, published=date(2023, 1, 1), listed=None)], LISTING, read)
    kept = reader.entry(key)
    assert kept and kept.paper.published and written(kept.paper.published) == "2023-01-01"


@pytest.mark.parametrize(("published", "dated"), [(PartialDate(2023), 3), (PartialDate(2023, 5), 2)])
def test_a_year_or_month_is_told_rightly_where_its_first_day_is_full(published: date, dated: int) -> None:
    day, known = sorting_day(paper(1, published=published, listed=None), TODAY)
    full = KeyMaker(lambda lowest, end: end - 1 if lowest == day << 20 else None)
    key = full.next(day)
    assert known == dated
    assert day_of(key) < published
    assert written(shown_day(key, dated)) == written(published)
