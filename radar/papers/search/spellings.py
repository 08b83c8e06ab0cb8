"""Words in each way that a text may hold them which shows them as they were typed."""

from __future__ import annotations

from radar.papers.search import greek, scripts
from radar.papers.search.nodes import Either, Node, Words


def spelled(words: Words) -> Node:
    """Return words, or where a text may hold others for them, either of these."""
    words = scripts.in_line(words)
    found = dict.fromkeys(other for way in scripts.written(words) for other in greek.spelled(way))
    # As typed comes last, as whoever looks for how the last word was typed expects.
    typed = greek.spelled(words)
    ways = (*(way for way in found if way not in typed), *typed)
    return Either(ways, alike=bool(found)) if len(ways) > 1 else words
