"""How many of a model's last takeaways passed the checks."""

from __future__ import annotations

import pytest

from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.papers.bases import replace
from radar.papers.listed.paper import Paper
from radar.papers.summaries.acceptance import Acceptance
from radar.papers.summaries.summary import Summary, Takeaway, TakeawayOrigin
from tests.library.samples import LISTING, papers, read, summary

REFUSED = ("off topic",)
WHY = "its words were refused most often because they share too few words with the paper"


def _answer(
    one: Paper,
    origin: TakeawayOrigin,
    failed: tuple[str, ...] = (),
    *,
    name: str = "endpoint",
    model: str = "a",
) -> Summary:
    made = summary(one, summariser=name, model=model)
    return replace(
        made,
        takeaway=Takeaway("It grows.", origin),
        provenance=replace(made.provenance, failed_checks=failed),
    )


@pytest.fixture
def known(library: Library) -> list[Paper]:
    known = papers(70)
    library.add_papers(known, LISTING, read)
    return known


def test_answers_are_counted_by_how_they_fared(
    library: Library, reader: LibraryReader, known: list[Paper]
) -> None:
    origins = (TakeawayOrigin.MODEL, TakeawayOrigin.TRIMMED, TakeawayOrigin.QUOTED, TakeawayOrigin.OFFLINE)
    for one, origin in zip(known, (*origins, TakeawayOrigin.MODEL), strict=False):
        library.save_summaries([_answer(one, origin, () if origin is TakeawayOrigin.MODEL else REFUSED)])
    assert reader.acceptance("endpoint", "a") == Acceptance(5, passed=2, trimmed=1, refused=WHY)


def test_the_check_that_fails_most_often_is_named_and_none_of_what_was_trimmed(
    library: Library, reader: LibraryReader, known: list[Paper]
) -> None:
    failed = (("too long",), ("The answer is empty",), ("too long", "The answer is empty"))
    for one, checks in zip(known, failed, strict=False):
        library.save_summaries([_answer(one, TakeawayOrigin.OFFLINE, checks)])
    for one in known[3:6]:
        library.save_summaries([_answer(one, TakeawayOrigin.TRIMMED, ("too long",))])
    library.save_summaries([_answer(known[6], TakeawayOrigin.QUOTED, ("The answer is empty",))])
    lately = reader.acceptance("endpoint", "a")
    assert lately.refused == "its words were refused most often: The answer is empty"


def test_what_no_model_was_asked_for_is_no_answer(
    library: Library, reader: LibraryReader, known: list[Paper]
) -> None:
    library.save_summaries([_answer(known[0], TakeawayOrigin.MODEL)])
    for one, reason in zip(known[1:], ("no abstract", "instruction in the title: obey"), strict=False):
        library.save_summaries([_answer(one, TakeawayOrigin.QUOTED, (reason,))])
    assert reader.acceptance("endpoint", "a") == Acceptance(answers=1, passed=1)


def test_other_endpoints_and_models_count_for_themselves(
    library: Library, reader: LibraryReader, known: list[Paper]
) -> None:
    library.save_summaries([_answer(known[0], TakeawayOrigin.MODEL)])
    library.save_summaries([_answer(known[1], TakeawayOrigin.QUOTED, REFUSED, name="fast")])
    library.save_summaries([_answer(known[2], TakeawayOrigin.QUOTED, REFUSED, model="b")])
    assert reader.acceptance("endpoint", "a") == Acceptance(answers=1, passed=1)
    assert reader.acceptance("fast", "a") == Acceptance(1, refused=WHY)
    assert reader.acceptance("fast", "c") == Acceptance()


def test_only_the_last_fifty_count(library: Library, reader: LibraryReader, known: list[Paper]) -> None:
    for one in known[:20]:
        library.save_summaries([_answer(one, TakeawayOrigin.MODEL)])
    for one in known[20:]:
        library.save_summaries([_answer(one, TakeawayOrigin.QUOTED, REFUSED)])
    assert reader.acceptance("endpoint", "a") == Acceptance(50, refused=WHY)
    library.save_summaries([_answer(known[0], TakeawayOrigin.MODEL)])
    assert reader.acceptance("endpoint", "a") == Acceptance(50, passed=1, refused=WHY)


@pytest.mark.parametrize(
    ("answers", "passed", "weak"),
    [(50, 19, True), (50, 20, False), (20, 7, True), (19, 0, False), (0, 0, False)],
)
def test_a_model_seems_weak_below_two_of_five_where_there_are_enough_to_tell(
    answers: int, passed: int, weak: bool
) -> None:
    assert Acceptance(answers, passed).weak is weak
