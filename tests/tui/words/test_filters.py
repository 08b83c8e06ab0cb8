from __future__ import annotations

import pytest

from radar.papers.reader.query import CodeFilter, Order, PaperQuery, ResultFilter
from radar.tui.words.filters import (
    FILTERS,
    drop_words,
    filter_words,
    has_filters,
    next_order,
    next_tag,
    with_text,
    without_filters,
)


def _line(query: PaperQuery) -> str:
    return " · ".join(words for words, _narrows, _name in filter_words(query))


@pytest.mark.parametrize("name", ["code", "promised", "data", "unread", "starred", "updated", "disputed"])
def test_a_filter_key_pressed_twice_changes_nothing(name: str) -> None:
    once = FILTERS[name](PaperQuery())
    assert once != PaperQuery()
    assert FILTERS[name](once) == PaperQuery()


def test_released_code_and_promised_code_take_each_others_place() -> None:
    query = FILTERS["promised"](FILTERS["code"](PaperQuery()))
    assert query.code is CodeFilter.PROMISED


def test_claims_go_round_from_any_over_a_number_to_the_best() -> None:
    query, seen = PaperQuery(), []
    for _ in range(4):
        query = FILTERS["results"](query)
        seen.append(query.results)
    assert seen == [
        ResultFilter.CLAIMED,
        ResultFilter.QUANTIFIED,
        ResultFilter.STATE_OF_THE_ART,
        ResultFilter.ALL,
    ]


def test_the_best_match_is_an_order_only_while_words_are_searched() -> None:
    def orders(query: PaperQuery) -> list[Order]:
        found = []
        for _ in range(8):
            query = next_order(query)
            found.append(query.order)
        return found

    assert Order.MATCH not in orders(PaperQuery())
    assert Order.MATCH in orders(PaperQuery(text="tides"))
    assert with_text(PaperQuery(text="tides", order=Order.MATCH), "").order is Order.NEWEST


def test_tags_go_round_and_end_with_none() -> None:
    query = next_tag(PaperQuery(), ["shells", "tides"])
    assert query.tag == "shells"
    query = next_tag(query, ["shells", "tides"])
    assert query.tag == "tides"
    assert next_tag(query, ["shells", "tides"]).tag == ""


def test_dropping_the_filters_leaves_words_and_order() -> None:
    query = PaperQuery(text="tides", data=True, tag="x", order=Order.OLDEST)
    assert has_filters(query)
    assert without_filters(query) == PaperQuery(text="tides", order=Order.OLDEST)
    assert not has_filters(PaperQuery(text="tides", order=Order.OLDEST))


def test_the_filter_line_names_what_is_on() -> None:
    assert _line(PaperQuery()) == "all · newest"
    narrow = PaperQuery(
        code=CodeFilter.PROMISED, data=True, unread=True, results=ResultFilter.STATE_OF_THE_ART
    )
    assert _line(narrow) == "code or promised · data · unread · claims state of the art · newest"


def test_where_nothing_matches_each_line_names_a_filter_and_the_key_that_drops_it() -> None:
    keys = {"filter.code": "c", "radar.back": "esc"}
    lines = list(drop_words([("code", 3), ("text", 1200), ("data", 0)], keys.__getitem__))
    assert lines == ["3 without `code`: c drops it", "1,200 without the words searched for: esc drops them"]
