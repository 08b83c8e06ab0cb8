"""Links that a digest may lead to."""

from __future__ import annotations

import pytest

from radar.pipeline.digest.links import link_to


@pytest.mark.parametrize(
    "url",
    [
        "",
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "//github.com/x",
        "https://",
        "https://github.com@evil.example/x",
        "https://exa mple.org/",
        "https://x.example:port/",
        "https://a<b>.example/",
        "https://evil.example\\.github.com/login",
        "https://%65vil.example/",
        "https://" + "a" * 3000,
    ],
)
def test_u1_what_is_no_plain_web_link_leads_nowhere(url: str) -> None:
    assert link_to(url) is None


def test_u2_letters_that_look_like_others_are_seen() -> None:
    found = link_to("https://gіthub.com/x")
    assert found is not None
    assert found.host.startswith("xn--")
    assert found.url == f"https://{found.host}/x"


def test_a_link_is_ascii_and_without_what_mark_up_acts_on() -> None:
    found = link_to('https://github.com/a b"<é>(x)?q=1&r=[2]#f')
    assert found is not None
    assert found.url == "https://github.com/a%20b%22%3C%C3%A9%3E%28x%29?q=1&r=%5B2%5D#f"


def test_a_link_is_shown_by_its_host_and_cut_where_it_is_long() -> None:
    found = link_to("https://github.com/snail/" + "x" * 90)
    assert found is not None
    assert found.short.startswith("github.com/snail/x")
    assert len(found.short) == 60
    assert found.short.endswith("…")
