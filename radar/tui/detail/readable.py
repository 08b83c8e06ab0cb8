"""A paper's texts as they are shown, kept for the papers looked at last."""

from __future__ import annotations

from functools import lru_cache

from radar.abstracts.releases.links import links
from radar.abstracts.text.tex import Readable
from radar.abstracts.text.tex import readable as read_tex
from radar.tui.detail.blocks import Mark, Role
from radar.tui.detail.weblinks import refusal

_KEPT = 512


@lru_cache(maxsize=_KEPT)
def readable(text: str) -> Readable:
    """Return a stored text with its TeX made readable, and where its spans stand then."""
    return read_tex(text)


@lru_cache(maxsize=_KEPT)
def link_marks(text: str) -> tuple[Mark, ...]:
    """Mark the links that stand in a shown text, so that a click opens them."""
    return tuple(
        Mark(link.start, link.end, Role.LINK, target=link.url)
        for link in links(text)
        if not refusal(link.url)
    )
