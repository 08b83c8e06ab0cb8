"""What the reader sees of a model's word beside the rules', by keys on the main screen."""

from __future__ import annotations

import pytest

from radar.library.library import Library
from radar.papers.bases import replace
from radar.papers.listed.paper import Links, Paper
from radar.papers.reader.query import PaperQuery
from radar.papers.summaries.evidence import Evidence, TextField
from radar.papers.summaries.summary import Agreement, Provenance, Takeaway, TakeawayOrigin, Verdict, Verdicts
from radar.pipeline.radar import Radar
from tests.tui.conftest import MakeRadar
from tests.tui.driving import seated
from tests.tui.shelf import PAPERS

DISPUTED, AGREED = PAPERS[2], PAPERS[0]
SENTENCE = "We describe a way of sorting number 3."


def _judge(radar: Radar, paper: Paper, code: Verdict, model: str = "tiny-writer") -> None:
    """Keep a model's summary as a worker would, on a connection of its own."""
    entry = radar.reader.entry(radar.reader.key_of(paper.id) or 0)
    assert entry is not None
    worker = Library.open(radar.path)
    made = entry.summaries[0]
    worker.save_summaries(
        [
            replace(
                made,
                takeaway=Takeaway("A model tells of shells.", TakeawayOrigin.MODEL),
                provenance=Provenance("endpoint", made.provenance.created, model, "d"),
                verdicts=Verdicts(code, Verdict(Agreement.BOTH, made.flags.results.value)),
            )
        ]
    )
    worker.close()


@pytest.fixture
def judged(radar: Radar) -> Radar:
    """The shelf, with a paper on which rules and model contradict each other and one on which they agree."""
    start = DISPUTED.abstract.index(SENTENCE)
    pointed = Evidence(TextField.ABSTRACT, start, start + len(SENTENCE))
    _judge(radar, DISPUTED, Verdict(Agreement.DISPUTED, "released", pointed))
    _judge(radar, AGREED, Verdict(Agreement.BOTH, "released"))
    return radar


async def test_d_leaves_the_papers_on_which_rules_and_model_contradict_each_other(judged: Radar) -> None:
    async with seated(judged) as seat:
        await seat.press("D")
        assert seat.titles() == [DISPUTED.title]
        assert "disputed · newest    1 of 12" in seat.lines()[1]
        await seat.press("u")
        assert seat.titles() == [DISPUTED.title]
        await seat.press("escape")
        assert len(seat.titles()) == len(PAPERS)


async def test_where_nothing_is_disputed_the_filter_and_its_key_are_named(radar: Radar) -> None:
    async with seated(radar) as seat:
        await seat.press("D")
        await seat.until(lambda: "nothing matches" in seat.text(), "that nothing matches")
        assert "12 without `disputed`: D drops it" in seat.text()


async def test_rows_tell_at_a_glance_and_nothing_moves_when_a_verdict_comes(radar: Radar) -> None:
    async with seated(radar) as seat:
        before = seat.lines()
        _judge(radar, AGREED, Verdict(Agreement.DISPUTED, "promised"))
        await seat.until(lambda: "≠" in seat.lines()[3], "the verdict")
        assert seat.lines()[3].startswith("▌  ≠   = » A model tells of shells.")
        listed, then = ([line.partition("│")[0] for line in lines[2:26]] for lines in (seat.lines(), before))
        assert listed[:1] + listed[2:] == then[:1] + then[2:]


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 50)])
async def test_tab_walks_to_both_sentences_of_a_contradiction(judged: Radar, size: tuple[int, int]) -> None:
    async with seated(judged, size) as seat:
        await seat.press("D", "enter")
        assert "CODE      disputed" in seat.text()
        quoted = []
        for _ in range(2):
            await seat.press("tab")
            detail = seat.screen.detail
            quoted.append(
                next(
                    line.text
                    for line in detail._lines
                    if line.shows(detail.current) and not line.block.origin
                )
            )
        assert quoted == ["“We will release our code”", f"“{SENTENCE}”"]


async def test_v_shows_the_verdicts_of_each_summary(judged: Radar) -> None:
    _judge(judged, DISPUTED, Verdict(Agreement.RULE, "none"), model="large-writer")
    async with seated(judged, (200, 50)) as seat:
        await seat.press("j", "j")
        assert "only the rules say so" in seat.text()
        await seat.press("v")
        assert "large-writer" in seat.text(), "behind the rules' own summary stands the newest verdict"
        await seat.press("v")
        await seat.until(lambda: "tiny-writer says: released" in seat.text(), "the other verdict")
        assert list(judged.reader.keys(PaperQuery(disputed=True))) == [seat.screen.paper_list.key]


@pytest.mark.parametrize(("key", "page"), [("o", "abs/1"), ("P", "pdf/1")])
async def test_u2_a_key_that_opens_a_link_to_an_unknown_site_asks_with_its_host(
    make_radar: MakeRadar, key: str, page: str
) -> None:
    links = Links(landing="https://shells.example/abs/1", pdf="https://shells.example/pdf/1")
    async with seated(make_radar((replace(AGREED, links=links),))) as seat:
        await seat.press(key)
        assert f"open shells.example/{page}? radar does not know this site" in seat.text()
        await seat.press("n")
        assert seat.said() == "not opened"


async def test_u2_a_click_on_a_link_to_an_unknown_site_asks_too(make_radar: MakeRadar) -> None:
    paper = replace(AGREED, links=Links(landing="https://shells.example/abs/1"))
    async with seated(make_radar((paper,))) as seat:
        y, line = next((y, line) for y, line in enumerate(seat.lines()) if "page " in line)
        await seat.pilot.click(offset=(line.index("shells.example"), y))
        await seat.settled()
        assert "open shells.example/abs/1? radar does not know this site" in seat.text()
