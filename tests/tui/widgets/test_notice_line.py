"""How long the last line says what happened."""

from __future__ import annotations

import asyncio

from textual.app import App, ComposeResult

from radar.tui.widgets.notice_line import NoticeLine


class _Brief(NoticeLine):
    SHOWN_FOR = 0.01


class _Page(App[None]):
    def compose(self) -> ComposeResult:
        yield _Brief()


async def _past_its_time(line: NoticeLine) -> None:
    """Wait for a timer that begins behind that of the message and takes longer."""
    over = asyncio.Event()
    line.set_timer(5 * line.SHOWN_FOR, over.set)
    await over.wait()


async def test_a_message_goes_when_its_time_is_over() -> None:
    app = _Page()
    async with app.run_test():
        line = app.query_one(_Brief)
        line.say("three papers came")
        await _past_its_time(line)
        assert not line.text


async def test_one_that_lasts_stays_until_somebody_is_there_again() -> None:
    app = _Page()
    async with app.run_test():
        line = app.query_one(_Brief)
        line.say("ten of them failed", lasting=True)
        line.go_on()
        assert line.text, "whoever types may not have read it yet"
        await _past_its_time(line)
        assert line.text
        line.go_on()
        assert not line.text
