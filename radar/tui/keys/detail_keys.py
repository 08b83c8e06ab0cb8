"""The keys of the detail."""

from __future__ import annotations

from functools import partial

from textual.binding import Binding

_hidden = partial(Binding, show=False)

DETAIL: tuple[Binding, ...] = (
    _hidden("j,down", "lines(1)", "Line down", id="detail.down", tooltip="One line down"),
    _hidden("k,up", "lines(-1)", "Line up", id="detail.up", tooltip="One line up"),
    _hidden("ctrl+d", "half(1)", "Half page down", id="detail.half_down", tooltip="Half a page down"),
    _hidden("ctrl+u", "half(-1)", "Half page up", id="detail.half_up", tooltip="Half a page up"),
    _hidden("pagedown", "half(2)", "Page down", id="detail.page_down", tooltip="A page down"),
    _hidden("pageup", "half(-2)", "Page up", id="detail.page_up", tooltip="A page up"),
    _hidden("g,home", "edge(False)", "Top", id="detail.top", tooltip="To the title"),
    _hidden("G,end", "edge(True)", "Bottom", id="detail.bottom", tooltip="To the end"),
    _hidden("left,h", "screen.leave", "To the list", id="detail.leave", tooltip="Back to the list"),
    Binding(
        "right_square_bracket",
        "screen.neighbour(1)",
        "next",
        key_display="]",
        id="detail.next",
        tooltip="Open the next paper of the list: marks it read",
    ),
    _hidden(
        "left_square_bracket",
        "screen.neighbour(-1)",
        "Previous paper",
        id="detail.previous",
        tooltip="Open the paper before in the list: marks it read",
    ),
    Binding(
        "tab", "evidence(1)", "evidence", id="evidence.next", tooltip="To the next words a flag rests on"
    ),
    _hidden(
        "shift+tab",
        "evidence(-1)",
        "Evidence back",
        id="evidence.previous",
        tooltip="To the words a flag rests on before these",
    ),
    _hidden(
        "v", "switch", "Other summary", id="summary.switch", tooltip="Show another summary of this paper"
    ),
    _hidden("a", "people", "All authors", id="detail.authors", tooltip="Show or fold a long list of authors"),
)
"""While the detail has the focus."""
