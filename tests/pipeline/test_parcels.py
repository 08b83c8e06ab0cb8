"""What goes to another process comes out as it was."""

from __future__ import annotations

import pickletools
from datetime import UTC, date, datetime

import pytest

from radar.papers.bases import Mutable, Value
from radar.papers.listed.paper import Links, Paper, PaperId
from radar.papers.summaries.evidence import Evidence, TextField
from radar.papers.summaries.flags import Claim, CodeStatus, Flags, Release, ResultClaim
from radar.papers.summaries.summary import Provenance, Summary, Takeaway, TakeawayOrigin
from radar.pipeline.parcels import packed, unpacked

SPAN = Evidence(TextField.ABSTRACT, 3, 9)
PAPER = Paper(
    PaperId("arxiv:2611.00001"),
    "Pebbles",
    ("Ada Reh",),
    "We count them.",
    published=date(2026, 11, 1),
    links=Links(code="https://example.org/p"),
)
SUMMARY = Summary(
    PAPER.id,
    Takeaway("Pebbles are counted.", TakeawayOrigin.MODEL),
    Flags(CodeStatus(Release.RELEASED, None, SPAN), results=ResultClaim(Claim.QUALITATIVE, evidence=(SPAN,))),
    Provenance("endpoint", datetime(2026, 11, 2, tzinfo=UTC), "m", cost=0.25, failed_checks=("praise",)),
)


class Changing(Mutable):
    """Is not frozen."""

    name: str
    letters: int


class Named(Value, kw_only=True):
    """Is made with the names of its fields."""

    name: str
    letters: int


class Single(Value):
    """Has one field."""

    names: tuple[str, ...]


@pytest.mark.parametrize(
    "value",
    [
        pytest.param(value, id=type(value).__name__)
        for value in (PAPER, SUMMARY, Changing("a", 2), Named(name="a", letters=1), Single(("a", "b")))
    ],
)
def test_what_is_packed_comes_out_as_it_was(value: object) -> None:
    assert unpacked(packed([value, {"one": value}])) == [value, {"one": value}]


def test_papers_and_summaries_are_made_by_calling_their_classes_and_not_field_by_field() -> None:
    assert "BUILD" not in {code.name for code, _, _ in pickletools.genops(packed([PAPER, SUMMARY]))}
