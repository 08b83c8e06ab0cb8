from __future__ import annotations

from radar.papers.query import PaperQuery
from radar.tui.tag_round import TagRound


def test_the_tags_of_a_paper_come_first_and_all_others_by_their_use() -> None:
    tag_round, query, seen = TagRound(), PaperQuery("shells"), []
    for own in (("Foam", "gone"), ("reef",), (), ("tide",)):
        query = tag_round.next(query, ["reef", "foam", "tide"], lambda own=own: own)  # type: ignore[misc]
        seen.append(query.tag)
    assert seen == ["foam", "reef", "tide", ""]
    assert query == PaperQuery("shells")


def test_each_round_begins_with_the_paper_that_is_then_under_the_cursor() -> None:
    tag_round = TagRound()
    for own in ("reef", "tide"):
        assert tag_round.next(PaperQuery(), ["foam", "reef", "tide"], lambda own=own: (own,)).tag == own  # type: ignore[misc]


def test_a_tag_that_came_from_elsewhere_is_followed_by_the_next_one() -> None:
    assert TagRound().next(PaperQuery(tag="foam"), ["reef", "foam", "tide"], tuple).tag == "tide"
