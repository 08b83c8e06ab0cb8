"""Names of sources of Hugging Face, and links to its papers."""

from __future__ import annotations

import pytest

from radar.errors import SettingsError
from radar.sources.huggingface.site import SITE
from radar.sources.source import Source
from tests.sources.answering import Answering


def source(name: str) -> Source:
    return SITE.source(name, Answering().means())


def test_every_form_that_is_shown_is_a_source() -> None:
    assert [source(form).name for form in SITE.forms] == list(SITE.forms)


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("hf:weekly", "hf:daily/2026-11-20"),
        ("hf:daily/", "hf:daily/2026-11-20"),
        ("hf:daily/2026-13-01", "hf:daily/2026-11-20"),
        ("hf:daily/2026-W60", "hf:daily/2026-W47"),
        ("hf:daily/today", "hf:daily/2026-11-20"),
        ("hf:dayly/2026-03-01", "hf:daily/2026-03-01"),
        ("hf:trendin", "hf:trending"),
        ("hf:trending/2026", "hf:trending"),
        ("hf:kites", "hf:search/kites"),
        ("hf:search/", "hf:search/small language models"),
        ("hf:search/" + "kite " * 60, "250 characters"),
        ("hf:paper/10.1/x", "hf:paper/2406.01234"),
        ("hf:https://huggingface.co/papers/2406.01234", "hf:paper/2406.01234"),
        ("hf:", "hf:trending"),
    ],
)
def test_a_name_of_another_form_is_refused_with_the_nearest(name: str, hint: str) -> None:
    with pytest.raises(SettingsError) as caught:
        source(name)
    assert hint in caught.value.hint


def test_links_to_lists_are_names() -> None:
    papers = "hf:https://huggingface.co/papers"
    assert [
        source(f"{papers}{more}").name for more in ("", "/date/2026-03-01", "/week/2026-W09", "/trending")
    ] == [
        "hf:daily",
        "hf:daily/2026-03-01",
        "hf:daily/2026-W09",
        "hf:trending",
    ]


def test_names_are_put_into_their_usual_form() -> None:
    assert source("hf:Daily/2026w09").name == "hf:daily/2026-W09"
    assert source("hf:search/ a  \n b ").name == "hf:search/a b"
    assert source("hf:search/kites").label == "Hugging Face search: kites"


@pytest.mark.parametrize(
    "text",
    [
        "https://huggingface.co/papers/2603.00001",
        " huggingface.co/papers/2603.00001?ref=mail#community ",
        "https://huggingface.co/papers/2603.00001.md",
    ],
)
def test_a_link_to_a_paper_leads_to_it_here_and_at_arxiv(text: str) -> None:
    assert SITE.sources_of(text) == ("hf:paper/2603.00001", "arxiv:id/2603.00001")


def test_what_names_no_paper_of_the_site_leads_nowhere() -> None:
    for text in (
        "2603.00001",
        "https://huggingface.co/papers",
        "https://huggingface.co/kites",
        "",
        "hf:daily",
    ):
        assert SITE.sources_of(text) == ()
