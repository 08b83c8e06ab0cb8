"""Which keys the footer has room for: not those that would do nothing now, and first those in use here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from radar.tui.screens.watching_part import OVER, WATCH_ACTS

if TYPE_CHECKING:
    from radar.tui.screens.radar_screen import RadarScreen

_OF_PAPERS = frozenset(
    {"move(1)", "open", "paper('summarise')", "paper('browse')", "paper('star')", "paper('copy')"}
)
"""What is offered only where a paper is listed."""
_BRINGING = frozenset({"view('bring')", "add", "view('refresh')"})
"""What is offered only where the library is empty, as the ways to papers."""
_FINDING = frozenset({"search", "filter('code')", "filter('results')"})
"""What finds nothing in an empty library."""
_EVIDENCE = "evidence(1)"
"""What is offered only where a flag of the paper rests on words."""
_RANKS = {"watches": 1}
"""Places in the footer while no paper is being read: the side bar is gone to once, the rest all day."""
_READING = {
    action: rank
    for rank, action in enumerate(
        (
            _EVIDENCE,
            "back",
            "screen.neighbour(1)",
            "paper('browse')",
            "paper('star')",
            "paper('copy')",
            "paper('summarise')",
        )
    )
}
"""Places in the footer while a paper is being read: what is done with it stands before what lists others."""
_EVERYTHING = "watch(0)"
"""What is offered only where filters leave nothing."""


def is_idle(screen: RadarScreen, action: str) -> bool:
    """Whether a key would do nothing now, or nothing that is worth its room."""
    if not screen.begun:
        return action == "back" or action == _EVERYTHING or action in WATCH_ACTS | _BRINGING
    if screen.prompt.purpose:
        return action != "cancel"
    reading = screen.detail.has_focus
    if action == "back":
        return not (reading or screen.listing.query.filters or screen.watched.shown)
    if action in WATCH_ACTS:
        return screen.bar.under_cursor is None
    if action in _BRINGING:
        return not screen.empty
    if action == _EVIDENCE:
        return screen.detail.evidence_count == 0
    if action == _EVERYTHING:
        return screen.empty or screen.paper_list.key is not None or not screen.listing.query.filters
    if screen.empty and action in _FINDING:
        return True
    if action in _OF_PAPERS and screen.paper_list.key is None:
        return not (action == "move(1)" and screen.has_class(OVER))
    return (action == "open" and reading) or (action == "search" and screen.search.has_focus)


def rank(screen: RadarScreen, action: str) -> int:
    """Return the place of an action in the footer, by what is done most where the focus is."""
    if screen.begun and screen.detail.has_focus:
        return _READING.get(action, len(_READING) + _RANKS.get(action, 0))
    return _RANKS.get(action, 0)
