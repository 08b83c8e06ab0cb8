from __future__ import annotations

from itertools import count

from radar.papers.reader.query import PaperQuery
from radar.tui.listing.tag_round import TagRound


def test_the_tags_of_a_paper_come_first_and_all_others_by_their_use() -> None:
    tag_round, query, seen = TagRound(), PaperQuery("shells"), []
    for own in (("Foam", "gone"), ("reef",), (), ("tide",)):
        found = tag_round.next(query, ["reef", "foam", "tide"], lambda own=own: own)  # type: ignore[misc]
        assert found is not None
        query = found
        seen.append(query.tag)
    assert seen == ["foam", "reef", "tide", ""]
    assert query == PaperQuery("shells")


def test_each_round_begins_with_the_paper_that_is_then_under_the_cursor() -> None:
    tag_round = TagRound()
    for own in ("reef", "tide"):
        found = tag_round.next(PaperQuery(), ["foam", "reef", "tide"], lambda own=own: (own,))  # type: ignore[misc]
        assert found == PaperQuery(tag=own)


def test_a_tag_that_came_from_elsewhere_is_followed_by_the_next_one() -> None:
    found = TagRound().next(PaperQuery(tag="foam"), ["reef", "foam", "tide"], tuple)
    assert found == PaperQuery(tag="tide")


def test_a_round_does_not_begin_on_a_paper_without_a_tag() -> None:
    assert TagRound().next(PaperQuery("shells"), ["reef"], tuple) is None


def test_a_tag_that_no_paper_in_view_has_is_passed_over_while_that_takes_no_time() -> None:
    seconds = count()
    slow = TagRound(lambda: next(seconds))
    found = slow.next(PaperQuery(), ["reef", "foam"], lambda: ("reef",), lambda asked: False)
    assert found == PaperQuery(tag="reef")


def test_a_tag_that_no_paper_in_view_has_is_passed_over() -> None:
    tag_round, query, seen = TagRound(lambda: 0.0), PaperQuery("shells"), []
    for _ in range(3):
        found = tag_round.next(
            query,
            ["reef", "foam", "tide", "wind"],
            lambda: ("foam",),
            lambda asked: asked.tag in ("foam", "tide"),
        )
        assert found is not None
        query = found
        seen.append(query.tag)
    assert seen == ["foam", "tide", ""]
