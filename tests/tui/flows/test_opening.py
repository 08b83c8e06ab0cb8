"""Links to where a reader might not expect to be sent are asked about."""

from __future__ import annotations

import pytest

from radar.tui.flows.opening import Opening
from radar.tui.flows.step import Ask, Say


class Browser:
    """Takes links and remembers them."""

    def __init__(self) -> None:
        self.opened: list[str] = []

    def open(self, url: str) -> Say:
        self.opened.append(url)
        return Say(f"Opening {url}")


def test_u2_a_link_to_a_well_known_site_opens_at_once() -> None:
    browser = Browser()
    assert isinstance(Opening(browser.open).start("https://arxiv.org/abs/2602.1"), Say)
    assert browser.opened == ["https://arxiv.org/abs/2602.1"]


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://pebbles.example/get", "pebbles.example/get?"),
        ("https://pebbles.example/", "pebbles.example?"),
        ("http://pebbles.example/", "http://pebbles.example?"),
        ("https://github.com.evil.example/", "github.com.evil.example?"),
        ("https://gıthub.com/x", "xn--gthub-n4a.com (https://gıthub.com/x)?"),
        ("https://pebbles.example/" + "x" * 9_000, f"pebbles.example/{'x' * 39}...?"),
        (f"https://github.com.{'a' * 60}.evil.example/", f"...{'a' * 47}.evil.example?"),
    ],
)
def test_u2_elsewhere_the_host_is_shown_and_nothing_opens_before_the_answer(url: str, host: str) -> None:
    browser = Browser()
    opening = Opening(browser.open)
    asked = opening.start(url)
    assert isinstance(asked, Ask)
    assert asked.question.startswith(f"open {host}")
    assert len(asked.question) < 150
    assert browser.opened == []
    assert asked.reply("n") == Say("not opened")
    assert browser.opened == []
    asked.reply("y")
    assert browser.opened == [url]


def test_u1_a_link_that_may_not_be_opened_is_not_asked_about() -> None:
    assert isinstance(Opening(lambda url: Say("Not opened")).start("javascript:alert(1)"), Say)
