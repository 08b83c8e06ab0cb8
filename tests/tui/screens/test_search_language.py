"""The search language on screen."""

from __future__ import annotations

import pytest

from radar.papers.reader.query import PaperQuery
from radar.papers.text.safe_text import clean
from radar.pipeline.radar import Radar
from tests.tui.driving import Seat, seated
from tests.tui.shelf import PAPERS, WITH_CODE

TITLES = [clean(paper.title) for paper in PAPERS]


async def typed(seat: Seat, text: str) -> list[str]:
    """Type a search and return the titles listed."""
    await seat.press("slash")
    seat.screen.search.value = text
    await seat.settled()
    return seat.titles()


async def test_fields_and_filter_keys_narrow_together(radar: Radar) -> None:
    async with seated(radar) as seat:
        assert await typed(seat, "has:code -title:gulls ") == [WITH_CODE[0], WITH_CODE[2]]
        assert "2 of 12" in seat.lines()[1]
        await seat.press("enter", "f")
        assert await typed(seat, 'title:"sorting shells" OR title:foam ') == [WITH_CODE[0], WITH_CODE[2]]
        await seat.press("enter", "c")
        assert seat.titles() == [WITH_CODE[0], WITH_CODE[2]]


async def test_a_mistake_is_explained_without_moving_anything(radar: Radar) -> None:
    async with seated(radar) as seat:
        assert await typed(seat, "gulls ") == ["Counting Gulls Without Looking"]
        before = seat.lines()
        assert await typed(seat, "gulls has:codex ") == ["Counting Gulls Without Looking"]
        lines = seat.lines()
        assert "there is no has:codex    1 of 12" in lines[1]
        assert lines[-1].startswith(" there is no has:codex; has: knows code, promised, data")
        assert lines[2:-1] == before[2:-1]
        await typed(seat, "gulls ")
        assert seat.lines() == before


@pytest.mark.parametrize("columns", [80, 100, 120])
async def test_what_helps_with_a_mistake_is_read_to_its_end(radar: Radar, columns: int) -> None:
    async with seated(radar, (columns, 24)) as seat:
        await typed(seat, "gulls ")
        before = seat.lines()
        await typed(seat, "gulls has:codex ")
        lines = seat.lines()
        assert "there is no has:codex" in lines[1]
        assert lines[-1].endswith(
            "has: knows code, promised, data, results, numbers, sota, takeaway, tag, note"
        )
        assert lines[2:-1] == before[2:-1]


@pytest.mark.parametrize("ending", ["", "codex "])
async def test_where_no_line_has_room_for_what_helps_it_takes_two(radar: Radar, ending: str) -> None:
    async with seated(radar, (60, 24)) as seat:
        await typed(seat, "gulls ")
        before = seat.lines()
        await typed(seat, f"gulls has:{ending}")
        lines = seat.lines()
        assert lines[-1].endswith("takeaway, tag, note")
        assert "has: knows code, promised" in lines[-2]
        assert lines[2:-3] == before[2:-3]
        await typed(seat, "gulls ")
        assert seat.lines() == before


async def test_what_helps_with_a_mistake_takes_the_place_of_what_was_said_before(radar: Radar) -> None:
    async with seated(radar) as seat:
        seat.screen.notice.say("taken back: star 1 paper")
        await typed(seat, "gulls ")
        assert seat.lines()[-1] == " taken back: star 1 paper"
        await typed(seat, "gulls has:codex ")
        assert seat.lines()[-1].startswith(" there is no has:codex; has: knows code")
        seat.screen.notice.say("all is lost", failed=True)
        await typed(seat, "gulls is:codex ")
        assert seat.lines()[-1] == " all is lost"


async def test_two_mistakes_are_both_told(radar: Radar) -> None:
    async with seated(radar, (140, 24)) as seat:
        assert await typed(seat, "gulls has:codex is:gone has:codex ") == ["Counting Gulls Without Looking"]
        lines = seat.lines()
        assert "there is no has:codex; there is no is:gone    1 of 12" in lines[1]
        said = " ".join(" ".join(lines[-3:]).split())
        assert "there is no has:codex (has: knows code, promised" in said
        assert "note) and there is no is:gone (is: knows unread" in said
        assert said.count("there is no has:codex") == 1
        await typed(seat, "gulls ")
        assert "there is no" not in " ".join(seat.lines())


async def test_a_long_mistake_that_is_cut_beside_the_search_is_told_whole_below(radar: Radar) -> None:
    async with seated(radar, (80, 24)) as seat:
        await typed(seat, "gulls has:everything-that-was-ever-written ")
        assert "there is no has:everything-that-was-ever-written; has: knows" in seat.lines()[-2]
        assert seat.lines()[-1].endswith("takeaway, tag, note")


async def test_what_is_being_typed_is_no_mistake_and_hides_nothing(radar: Radar) -> None:
    async with seated(radar) as seat:
        for ending in ("", "c", "co", "cod", "code"):
            found = await typed(seat, f"gulls has:{ending}")
            assert "Counting Gulls Without Looking" in found
            assert "there is no" not in seat.lines()[1]
        for ending in ("", "2", "20", "202", "2020", "2020-", "2020-0"):
            assert await typed(seat, f"after:{ending}") == TITLES
        assert await typed(seat, 'gulls "counting gul') == ["Counting Gulls Without Looking"]
        await typed(seat, "has:co")
        assert "has: knows code" in seat.lines()[-1]
        assert "all" in seat.lines()[1]


async def test_a_space_ends_the_last_word(radar: Radar) -> None:
    async with seated(radar) as seat:
        assert await typed(seat, "gull") == ["Counting Gulls Without Looking"]
        assert await typed(seat, "gull ") == []
        await typed(seat, "has:co ")
        assert "there is no has:co" in seat.lines()[1]
        assert await typed(seat, "  ") == TITLES
        assert "all" in seat.lines()[1]


async def test_found_words_are_marked_in_their_field_only(radar: Radar) -> None:
    async with seated(radar) as seat:
        await typed(seat, 'title:"sorting shells" -foam ')
        assert seat.screen.listing.words == seat.screen.detail.words
        assert [words.text for words in seat.screen.detail.words] == ["sorting shells"]


async def test_where_nothing_is_found_the_parts_to_drop_are_named(radar: Radar) -> None:
    async with seated(radar) as seat:
        assert await typed(seat, "gulls after:2999 ") == []
        text = seat.text()
        assert "nothing matches" in text
        assert "1 without after:2999" in text
        assert "12 without the words searched for: esc drops them" in text


async def test_what_to_drop_is_broken_at_words_in_a_list_beside_the_watches(radar: Radar) -> None:
    radar.library.add_watch("shells that are sorted by their sound", PaperQuery("shells "))
    async with seated(radar) as seat:
        assert await typed(seat, "gulls after:2999 ") == []
        await seat.press("enter")
        line = "12 without the words searched for: esc drops them"
        assert line in seat.text()
        seat.screen.action_watches()
        await seat.until(lambda: line not in seat.text(), "a narrow list")
        await seat.pilot.pause()
        list_at = seat.screen.paper_list.region
        words = " ".join(part[list_at.x : list_at.right - 1].strip() for part in seat.lines())
        assert line in " ".join(words.split())
        assert any(part[list_at.x :].strip().startswith("drops them") for part in seat.lines())
        seat.screen.action_watches()
        await seat.until(lambda: line in seat.text(), "the whole line")


async def test_the_help_shows_the_language_by_examples(radar: Radar) -> None:
    async with seated(radar, (120, 200)) as seat:
        await seat.press("question_mark")
        text = seat.text()
        assert "What to search for" in text
        for example in ("author:vaswani", "mamba OR rwkv", "after:2026-01", "cat:cs.CL"):
            assert example in text


@pytest.mark.parametrize(
    ("text", "wrong", "columns"),
    [
        ("gulls has:cod", "there is no has:cod", 80),
        ("gulls after:2025-1x", "2025-1x is no day", 80),
        ("gulls after:202", "202 is no day", 120),
        ("gulls -", "nothing follows -", 80),
        ("*", "there is no letter or digit", 80),
    ],
)
async def test_what_is_unfinished_is_wrong_once_the_typing_ends(
    radar: Radar, text: str, wrong: str, columns: int
) -> None:
    async with seated(radar, (columns, 24)) as seat:
        await typed(seat, text)
        while_typed = seat.lines()[1]
        await seat.press("enter")
        assert wrong in seat.lines()[1]
        assert wrong not in while_typed or text.endswith("x")
        await seat.press("slash")
        await seat.press(*"gulls")
        assert wrong not in seat.text()


async def test_what_is_unfinished_is_wrong_once_a_click_ends_the_typing(radar: Radar) -> None:
    async with seated(radar) as seat:
        await typed(seat, "gulls has:cod")
        assert "there is no has:cod" not in seat.lines()[1]
        await seat.pilot.click(seat.screen.paper_list)
        await seat.settled()
        assert "there is no has:cod" in seat.lines()[1]


async def test_what_is_unfinished_stays_so_while_papers_come(radar: Radar) -> None:
    async with seated(radar) as seat:
        await typed(seat, "zzz has:cod")
        seat.screen.listing.follow(papers=True)
        await seat.settled()
        assert "there is no has:cod" not in seat.lines()[1]
