"""Every key of the list and the main screen; what the help screen and the README say comes from here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial

from textual.binding import Binding

from radar.tui.keys.chosen_keys import NO_KEY, keys_in
from radar.tui.keys.detail_keys import DETAIL

_hidden = partial(Binding, show=False)

LIST: tuple[Binding, ...] = (
    Binding("j,down", "move(1)", "move", key_display="j/k", id="list.down", tooltip="To the paper below"),
    _hidden("k,up", "move(-1)", "Up", id="list.up", tooltip="To the paper above"),
    _hidden("g,home", "edge(False)", "Top", id="list.top", tooltip="To the first paper"),
    _hidden("G,end", "edge(True)", "Bottom", id="list.bottom", tooltip="To the last paper"),
    _hidden("ctrl+d", "half(1)", "Half page down", id="list.half_down", tooltip="Half a page down"),
    _hidden("ctrl+u", "half(-1)", "Half page up", id="list.half_up", tooltip="Half a page up"),
    _hidden("pagedown", "half(2)", "Page down", id="list.page_down", tooltip="A page down"),
    _hidden("pageup", "half(-2)", "Page up", id="list.page_up", tooltip="A page up"),
)
"""Moving in the list, while the list has the focus."""

SEARCH: tuple[Binding, ...] = (
    Binding(
        "enter,tab",
        "keep",
        "to the papers",
        key_display="enter",
        id="search.keep",
        tooltip="Keep the words, go to the list",
    ),
    Binding(
        "escape",
        "drop",
        "drop the search",
        key_display="esc",
        id="search.drop",
        tooltip="Drop the words, back to the list",
    ),
    Binding("down", "move(1)", "move", key_display="down/up", id="search.down", tooltip="To the paper below"),
    _hidden("up", "move(-1)", "Up", id="search.up", tooltip="To the paper above"),
)
"""While words are typed into the search line."""

WATCHES: tuple[Binding, ...] = (
    Binding(
        "enter",
        "choose",
        "show",
        key_display="enter",
        id="watches.choose",
        tooltip="List the papers of this watch",
    ),
    Binding("j,down", "move(1)", "move", key_display="j/k", id="watches.down", tooltip="To the watch below"),
    _hidden("k,up", "move(-1)", "Up", id="watches.up", tooltip="To the watch above"),
    _hidden("g,home", "edge(False)", "Top", id="watches.top", tooltip="To the top: everything"),
    _hidden("G,end", "edge(True)", "Bottom", id="watches.bottom", tooltip="To the last watch"),
    _hidden("ctrl+d", "half(1)", "Half page down", id="watches.half_down", tooltip="Half a page down"),
    _hidden("ctrl+u", "half(-1)", "Half page up", id="watches.half_up", tooltip="Half a page up"),
    _hidden("pagedown", "half(2)", "Page down", id="watches.page_down", tooltip="A page down"),
    _hidden("pageup", "half(-2)", "Page up", id="watches.page_up", tooltip="A page up"),
    Binding("r", "rename", "rename", id="watches.rename", tooltip="Give this watch another name"),
    Binding(
        "J,shift+down",
        "place(1)",
        "reorder",
        key_display="J/K",
        id="watches.lower",
        tooltip="Move this watch down, and its number with it",
    ),
    _hidden(
        "K,shift+up",
        "place(-1)",
        "Move up",
        id="watches.raise",
        tooltip="Move this watch up, and its number with it",
    ),
    Binding(
        "d,delete", "remove", "remove", id="watches.remove", tooltip="Remove this watch; its papers stay"
    ),
    Binding(
        "escape,tab,right,l",
        "leave",
        "back",
        key_display="esc",
        id="watches.leave",
        tooltip="Back to the papers",
    ),
)
"""While the side bar of watches has the focus."""

NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
"""The watches that have a key, as the ids of their actions name them."""
_EACH = Binding.Group("List the papers of this watch; again: only those that are new in it")
SCREEN: tuple[Binding, ...] = (
    _hidden("n", "unread(1)", "Next unread", id="unread.next", tooltip="To the next unread paper"),
    _hidden("p", "unread(-1)", "Previous unread", id="unread.previous", tooltip="To the unread paper before"),
    Binding(
        "enter,tab,right,l",
        "open",
        "read",
        key_display="enter",
        id="paper.open",
        tooltip="Open the paper: marks it read",
    ),
    Binding(
        "escape",
        "back",
        "back",
        key_display="esc",
        id="radar.back",
        tooltip="One step back: detail, search, filters, watch",
    ),
    Binding("slash", "search", "search", key_display="/", id="search.start", tooltip="Search as you type"),
    Binding("c", "filter('code')", "code", id="filter.code", tooltip="Only papers with released code"),
    _hidden(
        "C",
        "filter('promised')",
        "Code or promised",
        id="filter.promised",
        tooltip="Released or promised code",
    ),
    _hidden("d", "filter('data')", "Data", id="filter.data", tooltip="Only papers with released data"),
    Binding(
        "r",
        "filter('results')",
        "claims",
        id="filter.results",
        tooltip="Only papers that claim results: any, with a number, state of the art, all again",
    ),
    _hidden("u", "filter('unread')", "Unread", id="filter.unread", tooltip="Only unread papers"),
    _hidden(
        "asterisk",
        "filter('starred')",
        "Starred",
        key_display="*",
        id="filter.starred",
        tooltip="Only starred papers",
    ),
    _hidden(
        "N",
        "filter('updated')",
        "Updated",
        id="filter.updated",
        tooltip="Only papers updated since you could have seen them: code is out, a new version",
    ),
    _hidden(
        "D",
        "filter('disputed')",
        "Disputed",
        id="filter.disputed",
        tooltip="Only papers on which rules and model contradict each other (not: only one says so)",
    ),
    Binding(
        "w",
        "watches",
        "watches",
        id="watches.show",
        tooltip="Show the side bar of watches and go there, or hide it",
    ),
    _hidden(
        "left,h",
        "left",
        "To the watches",
        id="watches.enter",
        tooltip="From the list to the side bar of watches, where that is shown",
    ),
    _hidden(
        "W",
        "save_watch",
        "Save as watch",
        id="watch.save",
        tooltip="Save this search with its filters as a watch",
    ),
    *(
        _hidden(
            str(number),
            f"watch({number})",
            f"Watch {number}",
            id=f"watch.{name}",
            tooltip=f"List the papers of watch {number}",
            group=_EACH,
        )
        for number, name in enumerate(NUMBERS, 1)
    ),
    Binding("0", "watch(0)", "everything", id="watch.none", tooltip="List everything: no watch, no filter"),
    _hidden("t", "paper('tags')", "Tags", id="paper.tags", tooltip="Write the tags of this paper"),
    _hidden("i", "paper('note')", "Note", id="paper.note", tooltip="Write a note on this paper"),
    _hidden("delete", "paper('remove')", "Remove", id="paper.remove", tooltip="Remove the paper: asks first"),
    _hidden(
        "T",
        "filter('tag')",
        "Tag",
        id="filter.tag",
        tooltip="Only papers with the tag of this one, the next tag, all again",
    ),
    _hidden(
        "L",
        "view('order')",
        "Order",
        id="order.next",
        tooltip="Newest, last added, oldest, closest to stars, upvotes, stars, title, best match",
    ),
    Binding(
        "m",
        "paper('summarise')",
        "summarise",
        id="paper.summarise",
        tooltip="Ask the endpoint for a summary of this paper; where it has one, for a new one",
    ),
    _hidden(
        "M",
        "view('summarise')",
        "Summarise all",
        id="papers.summarise",
        tooltip="Summarise all in view: says how many and what it costs, then asks",
    ),
    _hidden(
        "A",
        "view('choose')",
        "Ask by ...",
        id="endpoint.choose",
        tooltip="Choose the endpoint that writes summaries, for this session",
    ),
    Binding("o", "paper('browse')", "open", id="paper.browse", tooltip="Open the paper in the browser"),
    _hidden("P", "paper('pdf')", "Open PDF", id="paper.pdf", tooltip="Open the paper's PDF in the browser"),
    _hidden(
        "O", "paper('code')", "Open code", id="paper.code", tooltip="Open the paper's code in the browser"
    ),
    Binding("s", "paper('star')", "star", id="paper.star", tooltip="Star, or take the star away"),
    _hidden(
        "space", "read", "Read", id="paper.read", tooltip="Mark read and go on to the next, or mark unread"
    ),
    Binding(
        "y",
        "paper('copy')",
        "copy",
        id="paper.copy",
        tooltip="Copy BibTeX, link, title, abstract or takeaway",
    ),
    _hidden(
        "E",
        "view('all')",
        "Every paper",
        id="papers.mark",
        tooltip="Every paper in view: mark read or unread, star, tag, remove",
    ),
    _hidden("e", "view('export')", "Export", id="papers.export", tooltip="Write all in view to a file"),
    _hidden(
        "v",
        "paper('switch')",
        "Other summary",
        id="summary.switch",
        tooltip="Show another summary of this paper",
    ),
    _hidden(
        "V",
        "app.compare",
        "Compare summaries",
        id="summary.compare",
        tooltip="All summaries of this paper side by side, to choose the one shown",
    ),
    _hidden(
        "U",
        "view('undo')",
        "Undo",
        id="radar.undo",
        tooltip="Take back the last mark, tags, note, removal or act on a watch, then the one before",
    ),
    Binding(
        "R", "view('refresh')", "refresh", id="radar.refresh", tooltip="Fetch what is new from the network"
    ),
    Binding(
        "a",
        "view('bring')",
        "add a paper",
        id="paper.add",
        tooltip="Add a paper by id, link or DOI, or follow a source such as arxiv:cs.CL",
    ),
    Binding(
        "I", "add", "add papers", id="radar.add", tooltip="Import a file, paste a listing, load the sample"
    ),
    _hidden(
        "x", "view('cancel')", "Cancel", id="job.cancel", tooltip="Cancel the running job; what is done stays"
    ),
    _hidden("J", "jobs", "Jobs", id="jobs.show", tooltip="Show running and past jobs, and how sources stand"),
    _hidden(
        "dollar_sign",
        "app.usage",
        "Spending",
        id="usage.show",
        tooltip="What summaries cost, by day, model and endpoint, and what is left of the budgets",
    ),
    _hidden(
        "ctrl+c",
        "screen.copy_text",
        "Copy selection",
        id="screen.copy",
        tooltip="Copy the text selected by mouse",
    ),
)
"""What can be done to papers, with the focus on the list or on the detail."""

APP: tuple[Binding, ...] = (
    Binding(
        "question_mark", "help", "help", key_display="?", id="help.show", tooltip="Every key, searchable"
    ),
    _hidden(
        "ctrl+p",
        "command_palette",
        "Palette",
        id="palette.show",
        tooltip="Every action by name, and the theme",
        priority=True,
    ),
    _hidden("q", "quit", "Quit", id="radar.quit", tooltip="Leave; running jobs go on"),
    _hidden("ctrl+q", "quit", "Quit", id="radar.quit_always", tooltip="Leave from anywhere", priority=True),
    _hidden(
        "ctrl+z",
        "suspend_process",
        "Suspend",
        id="radar.suspend",
        tooltip="Back to the shell for a while; fg there returns to where you were",
        priority=True,
    ),
)
"""Everywhere."""


def key_label(id: str, chosen: Mapping[str, str] | None = None) -> str:
    """Return the first key of an action as people write it, or what says how to have it without one.

    Args:
        chosen: keys that the reader has chosen, by the action's id, in Textual's names.
    """
    own = chosen or {}
    for binding in _ALL:
        if binding.id == id:
            keys = keys_in(own.get(id, binding.key))
            return _SIGNS.get(keys[0], keys[0]) if keys else _in_palette(id, own)
    return id


def _in_palette(id: str, chosen: Mapping[str, str]) -> str:
    """Return the name of an action in the palette, which holds those without a key too."""
    from radar.tui.keys.action_names import action_name

    palette = "palette.show"
    if id == palette or not keys_in(chosen.get(palette, palette)):
        return NO_KEY
    return f'"{action_name(id, id)}" in {key_label(palette, chosen)}'


def moving_keys(chosen: Mapping[str, str]) -> Mapping[str, str]:
    """Return the actions of all keys that move in the list and can do nothing else there, by the key.

    A key that the reader has chosen goes before one that another move has by itself. The keys to unread
    papers are the screen's, whose name stands before their actions; one that has another use is left out.

    Args:
        chosen: keys that the reader has chosen, by the action's id, in Textual's names.
    """
    first = _keys([binding for binding in (*SCREEN, *APP) if binding.priority], chosen)
    by_choice = sorted(LIST, key=lambda binding: binding.id not in chosen)
    moves = {key: binding.action for binding in reversed(by_choice) for key in _keys([binding], chosen)}
    return {
        **{key: action for key, action in moves.items() if key not in first},
        **dict(_unread_keys(chosen, [*LIST, *SCREEN, *(binding for binding in APP if binding.priority)])),
    }


def _unread_keys(chosen: Mapping[str, str], heard: Sequence[Binding]) -> Iterator[tuple[str, str]]:
    """Yield key and action of what goes to unread papers, without keys that others of those heard have."""
    for binding in SCREEN:
        if binding.action.startswith("unread("):
            others = _keys([other for other in heard if other is not binding], chosen)
            for key in _keys([binding], chosen) - others:
                yield key, f"screen.{binding.action}"


def _keys(bindings: Iterable[Binding], chosen: Mapping[str, str]) -> set[str]:
    return {key for one in bindings for key in keys_in(chosen.get(str(one.id), one.key))}


_ALL = (*LIST, *SEARCH, *WATCHES, *SCREEN, *APP, *DETAIL)
_SIGNS = {
    "dollar_sign": "$",
    "asterisk": "*",
    "slash": "/",
    "question_mark": "?",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "escape": "esc",
}
