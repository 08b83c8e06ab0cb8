"""Tags on the screen: written, shown, and gone through by a key."""

from __future__ import annotations

from radar.papers.reader.query import PaperQuery
from radar.papers.text.safe_text import clean
from radar.pipeline.radar import Radar
from tests.tui.driving import seated
from tests.tui.shelf import PAPERS

TITLES = [clean(paper.title) for paper in PAPERS]


def _tags_of_first(radar: Radar) -> tuple[str, ...]:
    entry = radar.reader.entry(radar.reader.keys(PaperQuery())[0])
    assert entry is not None
    return entry.tags


async def test_tags_are_written_shown_filtered_and_taken_back(radar: Radar) -> None:
    async with seated(radar) as seat:
        await seat.press("T")
        assert seat.said() == "no paper has a tag; t writes them"
        await seat.press("t")
        await seat.type("beach, to read")
        await seat.press("enter")
        assert _tags_of_first(radar) == ("beach", "to read")
        await seat.press("T")
        assert seat.titles() == TITLES[:1]
        assert "tag beach" in seat.lines()[1]
        await seat.press("escape", "U")
        assert _tags_of_first(radar) == ()


async def test_the_tags_begin_with_those_of_the_paper_under_the_cursor(radar: Radar) -> None:
    keys = radar.reader.keys(PaperQuery())
    for key in keys[1:6]:
        radar.library.set_tags(key, ("reef",))
    radar.library.set_tags(keys[0], ("Sand", "tide"))
    radar.library.set_tags(keys[6], ("sand", "foam"))
    async with seated(radar) as seat:
        shown = []
        for _ in range(4):
            await seat.press("T")
            shown.append(seat.screen.listing.query.tag.casefold())
            assert (seat.titles()[0] == TITLES[0]) is (shown[-1] in ("sand", "tide"))
        assert shown == ["sand", "tide", "reef", "foam"]
        await seat.press("T")
        assert seat.screen.listing.query.tag == ""


async def test_the_tag_of_a_paper_that_has_none_filters_by_no_other_papers_tag(radar: Radar) -> None:
    keys = radar.reader.keys(PaperQuery())
    radar.library.set_tags(keys[0], ("reef", "sand"))
    radar.library.set_tags(keys[1], ("tide",))
    async with seated(radar) as seat:
        await seat.press("j", "j", "T")
        assert (seat.said(), seat.screen.listing.query.tag) == ("this paper has no tag; t writes them", "")
        await seat.press("c", "g")
        tags = []
        for _ in range(3):
            await seat.press("T")
            tags.append(seat.screen.listing.query.tag)
        assert tags == ["reef", "sand", ""]
