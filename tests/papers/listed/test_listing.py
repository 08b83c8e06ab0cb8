"""What a listing holds beside papers."""

from __future__ import annotations

from radar.papers.listed.listing import SHOWN_FIELDS, FieldsLeftOut


def test_the_fields_left_out_are_told_with_the_most_frequent_first() -> None:
    left_out = FieldsLeftOut((("bar", 3), ("foo", 1_200)))
    assert left_out.line == "left out: fields radar does not take: foo (1,200 papers), bar (3)"
    assert FieldsLeftOut((("bar", 1),)).line == "left out: fields radar does not take: bar (1 paper)"
    assert FieldsLeftOut().line == ""


def test_of_many_fields_a_few_are_named() -> None:
    left_out = FieldsLeftOut(tuple((f"field {at:02}", 1) for at in range(SHOWN_FIELDS + 5)))
    assert left_out.line.endswith(f"field {SHOWN_FIELDS - 1:02} (1), and 5 more")


def test_the_fields_of_several_files_are_told_together() -> None:
    both = FieldsLeftOut((("foo", 2), ("bar", 1))) + FieldsLeftOut((("foo", 3),), more=True)
    assert dict(both.papers) == {"foo": 5, "bar": 1}
    assert both.more


def test_summaries_by_models_are_told_beside_the_fields() -> None:
    one, more = FieldsLeftOut((("foo", 2),), summaries=1), FieldsLeftOut(summaries=1_440)
    first, second = (one + more).lines
    assert first == "left out: fields radar does not take: foo (2 papers)"
    assert second.startswith("left out: summaries by models (1,441 papers): ")
    assert one.lines[1].startswith("left out: summaries by models (1 paper): ")
    assert FieldsLeftOut().lines == ()
