"""The box that a listing is pasted into."""

from __future__ import annotations

import pytest
from textual import events
from textual.app import App, ComposeResult

from radar.tui.widgets.listing_area import ListingArea


class _Box(App[None]):
    def compose(self) -> ComposeResult:
        yield ListingArea()


async def _after(*steps: str) -> str:
    """Return what the box holds after texts were pasted, and keys pressed where a step begins with "key:"."""
    app = _Box()
    async with app.run_test() as pilot:
        area = app.query_one(ListingArea)
        area.focus()
        for step in steps:
            if step.startswith("key:"):
                await pilot.press(step.removeprefix("key:"))
            else:
                app.post_message(events.Paste(step))
            await pilot.pause()
        return area.text


async def test_what_is_pasted_behind_a_paste_begins_a_line() -> None:
    assert await _after("moss", "fern") == "moss\nfern"
    assert await _after("moss", "key:s", "fern") == "mosssfern"


@pytest.mark.parametrize("nothing", ["\n", "\x1b", "\n\n"])
async def test_a_paste_of_nothing_puts_nothing_in_and_ends_nowhere(nothing: str) -> None:
    assert await _after("key:a", nothing, "fern") == "afern"
    assert await _after("key:a", nothing, "key:b", "fern") == "abfern"
    assert await _after("moss", nothing) == "moss"
    assert await _after("moss", nothing, "key:s", "fern") == "mosssfern"
