"""Names of sources."""

from __future__ import annotations

import pytest

from radar.errors import SettingsError
from radar.sources.site import Page, PageRequest
from radar.sources.sites import FORMS, find_source


async def _nothing(request: PageRequest) -> Page:
    raise AssertionError(request.url)


@pytest.mark.parametrize("name", FORMS)
def test_every_form_that_is_shown_is_a_source(name: str) -> None:
    assert find_source(name, _nothing).name == name


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("arxv:cs.CL", "arxiv:cs.CL"),
        ("daily", "hf:daily"),
        ("", "hf:daily"),
        ("https://x.example", "arxiv:cs.CL"),
    ],
)
def test_an_unknown_name_is_refused_with_the_nearest_form(name: str, hint: str) -> None:
    with pytest.raises(SettingsError) as caught:
        find_source(name, _nothing)
    assert hint in caught.value.hint
