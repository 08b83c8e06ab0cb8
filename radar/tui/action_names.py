"""Short plain names of the actions, in the words that people search for."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

ACTION_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "list.down": "Down",
        "list.up": "Up",
        "list.top": "Top of the list",
        "list.bottom": "Bottom of the list",
        "list.half_down": "Half a page down",
        "list.half_up": "Half a page up",
        "list.page_down": "Page down",
        "list.page_up": "Page up",
        "search.start": "Search",
        "search.keep": "Keep the search",
        "search.drop": "Drop the search",
        "unread.next": "Next unread paper",
        "unread.previous": "Previous unread paper",
        "paper.open": "Read the paper",
        "radar.back": "Back",
        "filter.code": "Code filter",
        "filter.promised": "Promised code filter",
        "filter.data": "Data filter",
        "filter.results": "Claims filter",
        "filter.unread": "Unread filter",
        "filter.starred": "Starred filter",
        "filter.updated": "Updated filter",
        "filter.disputed": "Disputed filter",
        "filter.tag": "Tag filter",
        "order.next": "Sort order",
        "watches.show": "Watches: show or hide",
        "watch.save": "Save this search as a watch",
        "watch.one": "Watch 1",
        "watch.two": "Watch 2",
        "watch.three": "Watch 3",
        "watch.four": "Watch 4",
        "watch.five": "Watch 5",
        "watch.six": "Watch 6",
        "watch.seven": "Watch 7",
        "watch.eight": "Watch 8",
        "watch.nine": "Watch 9",
        "watch.none": "Everything, no watch",
        "watches.choose": "Show this watch",
        "watches.rename": "Rename this watch",
        "watches.lower": "Move this watch down",
        "watches.raise": "Move this watch up",
        "watches.remove": "Remove this watch",
        "paper.summarise": "Summarise this paper",
        "papers.summarise": "Summarise all in view",
        "endpoint.choose": "Ask by another endpoint",
        "paper.browse": "Open in the browser",
        "paper.pdf": "Open the PDF",
        "paper.code": "Open the code",
        "paper.star": "Star this paper",
        "paper.read": "Mark read or unread",
        "paper.tags": "Tag this paper",
        "paper.note": "Note on this paper",
        "paper.copy": "Copy",
        "papers.export": "Export papers",
        "papers.mark": "Mark or tag all in view",
        "summary.switch": "Other summary",
        "summary.compare": "Compare summaries",
        "radar.undo": "Undo the last mark",
        "radar.refresh": "Refresh",
        "paper.add": "Add a paper or a source",
        "radar.add": "Import papers",
        "job.cancel": "Cancel the job",
        "jobs.show": "Jobs",
        "usage.show": "Spending and budgets",
        "screen.copy": "Copy selected text",
        "help.show": "Help",
        "palette.show": "Command palette",
        "radar.quit": "Quit",
        "radar.quit_always": "Quit from anywhere",
        "evidence.next": "Next evidence",
        "evidence.previous": "Previous evidence",
        "detail.authors": "All authors",
    }
)
"""By the action's id; the keys that only scroll have none but what they do."""


def action_name(id: str, instead: str) -> str:
    """Return the name of an action, or `instead` where it has none of its own."""
    return ACTION_NAMES.get(id, instead)
