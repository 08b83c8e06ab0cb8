"""Fields of JSON objects that radar does not know."""

from __future__ import annotations

import json
from collections.abc import Iterable

from radar.papers.listed.listing import FieldsLeftOut
from radar.papers.text.safe_text import clean
from radar.sources.records.json_lines import JsonLines
from radar.sources.records.unknown_fields import MAX_CHARACTERS, MAX_NAMES


def left_out_of(records: Iterable[dict[str, object]]) -> list[FieldsLeftOut]:
    lines = [json.dumps({"title": f"Moss number {at}", **record}) for at, record in enumerate(records)]
    return [item for item in JsonLines().parse(lines) if isinstance(item, FieldsLeftOut)]


def test_a_field_is_counted_in_the_papers_in_which_it_holds_something() -> None:
    (left_out,) = left_out_of(
        [
            {"colour": "green", "depth": 0, "abstract": "Moss."},
            {"colour": "grey", "depth": None},
            {"colour": "", "shade": []},
        ]
    )
    assert dict(left_out.papers) == {"colour": 2, "depth": 1}


def test_where_every_field_is_known_nothing_is_told() -> None:
    assert left_out_of([{"abstract": "Moss.", "authors": ["Ada Moss"], "paper": {"upvotes": 3}}]) == []


def test_a_field_of_the_object_within_is_counted_too() -> None:
    (left_out,) = left_out_of([{"paper": {"upvotes": 3, "mediaUrls": ["https://moss.example"]}}])
    assert left_out.papers == (("mediaUrls", 1),)


def test_a_record_that_is_no_paper_is_reported_once_and_not_by_its_fields() -> None:
    assert left_out_of([{"title": "", "colour": "green"}]) == []


def test_names_are_clean_and_short() -> None:
    (left_out,) = left_out_of([{"a\x1b[31m\u202e\nb": 1, "x" * 5_000: 1, "\x07": 1}])
    names = dict(left_out.papers)
    assert names == {"a b": 1, "x" * (MAX_CHARACTERS - 1) + "…": 1, "one without a name": 1}
    assert all(name == clean(name) for name in names)


def test_names_without_end_are_counted_to_a_bound_and_said_to_be_more() -> None:
    (left_out,) = left_out_of({f"key {at}": 1} for at in range(10 * MAX_NAMES))
    assert len(left_out.papers) == MAX_NAMES
    assert left_out.line.endswith("key 104 (1), and more than 248 more")
