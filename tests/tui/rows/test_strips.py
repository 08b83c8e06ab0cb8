"""What is painted anew, and what stays as it was painted."""

from __future__ import annotations

import pytest
from rich.style import Style
from textual.strip import Strip

from radar.papers.bases import replace
from radar.papers.reader.query import Mark
from radar.papers.summaries.standing import Standing
from radar.papers.values import Agreement, Claim, Release, TakeawayOrigin
from radar.pipeline.radar import Radar
from radar.tui.lines.glyphs import UNICODE
from radar.tui.looks.joined import Joined
from radar.tui.looks.styles import LookStyles
from radar.tui.rows.looks import RowLooks
from radar.tui.rows.painting import INDENT
from radar.tui.rows.strips import RowStrips
from tests.tui.driving import seated
from tests.tui.rows.test_painting import ROW


async def test_rows_stay_painted_when_the_focus_goes_elsewhere_and_comes_back(radar: Radar) -> None:
    async with seated(radar) as seat:
        papers = seat.screen.paper_list
        below = papers.whole_lines(range(4, 20))
        at_cursor = papers.render_line(0)
        await seat.press("slash")
        assert not papers.has_focus
        assert all(line is old for line, old in zip(papers.whole_lines(range(4, 20)), below, strict=True))
        assert papers.render_line(0) != at_cursor
        await seat.press("escape")
        assert papers.has_focus
        assert papers.render_line(0) == at_cursor


async def test_rows_are_painted_anew_in_other_colours(radar: Radar) -> None:
    async with seated(radar) as seat:
        papers = seat.screen.paper_list
        before = papers.render_line(4)
        seat.app.theme = "radar-light"
        await seat.settled()
        assert papers.render_line(4) != before


@pytest.mark.parametrize(
    "changes",
    [
        {"marks": Mark.READ},
        {"marks": Mark.STARRED},
        {"new": False},
        {"updated": True},
        {"error": "the endpoint is asleep"},
        {"code": Release.PROMISED},
        {"code_guessed": True},
        {"data": Release.RELEASED},
        {"claim": Claim.QUALITATIVE},
        {"state_of_the_art": True},
        {"standing": Standing(code=Agreement.RULE)},
        {"standing": Standing(results=Agreement.DISPUTED)},
        {"takeaway_origin": TakeawayOrigin.MODEL},
        {"takeaway": ""},
    ],
    ids=lambda changes: "-".join(map(str, changes)),
)
def test_the_signs_of_one_paper_are_never_those_of_another(changes: dict[str, object]) -> None:
    row = replace(ROW, takeaway_origin=TakeawayOrigin.QUOTED)
    other = replace(replace(row, key=8), **changes)  # type: ignore[arg-type]
    strips = RowStrips(UNICODE, RowLooks(Style, lambda: LookStyles({}, {})))
    strips.paint_for(width=70)
    alone = RowStrips(UNICODE, RowLooks(Style, lambda: LookStyles({}, {})))
    alone.paint_for(width=70)
    before = strips.pair(row, False, False)
    after = strips.pair(other, False, False)
    assert [line.text for line in after] == [line.text for line in alone.pair(other, False, False)]
    assert [line.text[:INDENT] for line in after] != [line.text[:INDENT] for line in before]
    assert [line.text[:INDENT] for line in strips.pair(replace(row, key=9), False, False)] == [
        line.text[:INDENT] for line in before
    ]


def test_papers_with_the_same_signs_share_them_and_the_one_at_the_cursor_has_its_own() -> None:
    strips = RowStrips(UNICODE, RowLooks(Style, lambda: LookStyles({}, {})))
    strips.paint_for(width=70)
    one, other = (strips.pair(replace(ROW, key=key), False, False)[0] for key in (1, 2))
    assert _signs(one) is _signs(other)
    at_cursor = strips.pair(ROW, True, True)[0]
    assert at_cursor.text.startswith(UNICODE.cursor)
    strips.restyle("other colours")
    assert _signs(strips.pair(replace(ROW, key=1), False, False)[0]) is not _signs(one)


def _signs(line: Strip) -> Strip:
    assert isinstance(line, Joined)
    assert isinstance(line.parts[0], Joined)
    return line.parts[0].parts[0]
