"""Takeaways as the tests of what is told in one line ask for them."""

from __future__ import annotations

from radar.abstracts.reading import read_text
from radar.papers.summaries.summary import TAKEAWAY_WORDS

TITLE = "Sidestep: a gait for crabs on wet sand"


def line(text: str, title: str = TITLE) -> str:
    """Return the takeaway of an abstract, which is never longer than it may be."""
    found = read_text(title, text).takeaway.text
    assert found.count(" ") < TAKEAWAY_WORDS
    return found
