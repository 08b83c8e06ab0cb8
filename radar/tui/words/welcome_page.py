"""What the first page says, and how much of it a terminal has room for; pure, knows no widget."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual.content import Content

from radar.papers.bases import Value, replace
from radar.tui.lines.wrapping import wrap

ABOUT = (
    "New research papers in the terminal: for each one line on what came out of it, "
    "whether it claims results, and whether its code is out."
)
HOW = "its letter, or arrows and enter, or a click"
FORMATS = "BibTeX, RIS, CSL-JSON, Zotero, JSON lines, page text"
_KNOWN = {"hf:daily": " (Hugging Face, daily)"}
"""What is said of a source that stands in the list where the reader has written none."""
_WIDTH = 76
"""Cells of the page, as its style sheet says."""
_PADDING = 4
"""Cells of these beside the text."""
_BAR = 1
"""Cells of the scroll bar, as the style sheet says."""
_INDENT = 5
"""Cells before what is said of a choice, for its key."""
_TALL = 24
"""Lines of a terminal from which on the names of the sources may take two."""
_NAME = 2
"""Lines of the name of the program, with the blank one below it."""


class Page(Value):
    """How much stands on the first page."""

    about: bool = True
    """What radar is, above the choices."""
    model: bool = True
    """How to have a model, below them."""
    library: bool = True
    """In which file papers are kept."""
    said: bool = True
    """What is said of each choice."""
    gaps: bool = True
    """A blank line below each choice."""
    scrolls: bool = False
    """Whether there is no room for the choices all the same."""


_PAGES = (
    Page(),
    Page(gaps=False),
    Page(gaps=False, model=False),
    Page(gaps=False, model=False, about=False),
    Page(gaps=False, model=False, about=False, said=False),
    Page(gaps=False, model=False, about=False, said=False, library=False),
)
"""Each says less than the one before."""


class Choices(Value):
    """The choices as they are drawn, by their actions, on a page that has room for them."""

    page: Page
    rows: tuple[tuple[str, Content], ...]


def model_line(endpoint: str) -> str:
    """Return the way to takeaways by a model.

    Args:
        endpoint: that writes them where it is asked; empty for none.
    """
    if endpoint:
        return f"Takeaways need no model. {endpoint} writes them where it is asked."
    return "Takeaways need no model. e sets up one that writes them."


def how_to_choose(help_key: str) -> str:
    """Return how to choose, and the key of the help."""
    return f"{HOW}   {help_key} help"


def kept_in(library: str, *, made: bool) -> str:
    """Return in which file papers are kept, and whether there was none of that name before."""
    return f"Papers are kept in {library}{', which is new' if made else ''}."


def choices_for(
    width: int,
    height: int,
    sources: Sequence[str],
    *,
    first: bool,
    help_key: str = "?",
    library: str = "",
    endpoint: str = "",
) -> Choices:
    """Return the choices on the page that says most of those that a terminal has room for.

    Args:
        width: cells of the terminal.
        height: its lines.
        sources: names of what a refresh would fetch.
        first: whether the way out quits, for there is no list.
        help_key: opens the help.
        library: in which file papers are kept, in a sentence; empty where that is not said.
        endpoint: that writes summaries; empty for none.
    """
    room = max(1, min(_WIDTH, width) - _PADDING)
    named = 2 if height >= _TALL else 1
    for page in _PAGES:
        rows = _rows(page, room, _offered(sources, room - _INDENT, named, first))
        below = [how_to_choose(help_key), *([library] if library and page.library else [])]
        below += [model_line(endpoint)] if page.model else []
        if _lines(page, rows, room, below) <= height:
            return Choices(page, rows)
    scrolling = replace(_PAGES[-1], scrolls=True)
    # The scroll bar takes room from them.
    return Choices(scrolling, _rows(scrolling, room - _BAR, _offered((), room, named, first)))


def _lines(page: Page, rows: Sequence[tuple[str, Content]], room: int, below: Sequence[str]) -> int:
    """Return how many lines a page has."""
    texts = [*below, *([ABOUT] if page.about else [])]
    blank = _NAME + 1 if page.about else 0
    return blank + sum(
        text.get_height({}, room) for text in (*map(Content, texts), *(row for _, row in rows))
    )


def _offered(
    sources: Sequence[str], room: int, named: int, first: bool
) -> Mapping[str, tuple[str, str, str]]:
    """Return key, name and what is said of each choice by its action."""
    return {
        "import": ("i", "Import a file", FORMATS),
        "paste": ("p", "Paste a listing", "copied from a page, into a box"),
        "refresh": ("r", "Refresh from the network", _named(sources, room, named)),
        "name": ("a", "Another source: arxiv:cs.CL ...", ""),
        "sample": ("d", "Load the sample", "about 40 papers, no network; the abstracts are paraphrases"),
        "leave": ("q", "Quit", "") if first else ("esc", "Back to the list", ""),
    }


def _rows(
    page: Page, width: int, offered: Mapping[str, tuple[str, str, str]]
) -> tuple[tuple[str, Content], ...]:
    return tuple(
        (action, _row(key, name, about if page.said else "", max(1, width - _INDENT), page.gaps))
        for action, (key, name, about) in offered.items()
    )


def _named(sources: Sequence[str], room: int, lines: int) -> str:
    """Return the names of what a refresh asks, as far as there is room, and how many more there are."""
    names = [f"{name}{_KNOWN.get(name, '')}" for name in sources]
    line = "no source is set"
    for count in range(len(names), 0, -1):
        more = f" and {len(names) - count:,} more" if count < len(names) else ""
        line = ", ".join(names[:count]) + more
        if len(wrap(line, room)) <= lines:
            break
    return line


def _row(key: str, name: str, about: str, room: int, gap: bool) -> Content:
    indent = Content(" " * _INDENT)
    names = [indent + Content.styled(name[start:end], "bold") for start, end in wrap(name, room)]
    names[0] = Content.styled(key.ljust(_INDENT), "bold $text-accent") + names[0][_INDENT:]
    said = wrap(about, room) if about else ()
    lines = [
        *names,
        *(indent + Content.styled(about[start:end], "$foreground-muted") for start, end in said),
    ]
    return Content("\n").join([*lines, Content(" ")] if gap else lines)
