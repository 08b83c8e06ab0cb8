"""Painting one paper of the list on two lines; pure, knows no widget."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from datetime import date
from functools import lru_cache

from radar.abstracts.text.rubble import may_be_rubble
from radar.papers.text.beside_title import beside_title
from radar.papers.text.partial_dates import known_parts
from radar.papers.values import Agreement, Claim, Mark, Release, TakeawayOrigin
from radar.tui.lines.cells import cell_len, cut
from radar.tui.lines.glyphs import Glyphs

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final, Protocol

    from radar.papers.search.nodes import Words

    class Agreements(Protocol):
        """How rule and model stand to each other."""

        @property
        def code(self) -> Agreement: ...
        @property
        def results(self) -> Agreement: ...

    class ListedRow(Protocol):
        """What the list shows of a paper; PaperRow says what each means."""

        @property
        def title(self) -> str: ...
        @property
        def takeaway(self) -> str: ...
        @property
        def takeaway_origin(self) -> TakeawayOrigin: ...
        @property
        def figure(self) -> str: ...
        @property
        def code(self) -> Release: ...
        @property
        def data(self) -> Release: ...
        @property
        def claim(self) -> Claim: ...
        @property
        def state_of_the_art(self) -> bool: ...
        @property
        def marks(self) -> Mark: ...
        @property
        def new(self) -> bool: ...
        @property
        def day(self) -> date: ...
        @property
        def dated(self) -> bool: ...
        @property
        def error(self) -> str: ...
        @property
        def code_guessed(self) -> bool: ...
        @property
        def standing(self) -> Agreements: ...
        @property
        def instructs(self) -> bool: ...
        @property
        def updated(self) -> bool: ...
        @property
        def withdrawn(self) -> bool: ...
        @property
        def noted(self) -> bool: ...


ROW_LINES = 2
INDENT = 11
"""Cells before title and takeaway; the signs stand in them."""
_DATE_CELLS = 8
_GAP = 2
_WITHDRAWN, _INSTRUCTS = "withdrawn", "instructs models"
"""The second is said where no model was asked, because the text speaks to one."""
_LOOSE_ENDS = " ,;:-–—"
_LEAST_OF_A_LINE = 0.6
"""A takeaway is cut at a word only where that leaves at least this part of the line."""


class Look:
    """What a piece of a row is; the list gives each a style.

    No enumeration: to make one of so many takes a start as long as to paint half a page.
    """

    CURSOR: Final = "cursor"
    NEW: Final = "new"
    STARRED: Final = "starred"
    UPDATED: Final = "updated"
    FAILED: Final = "failed"
    CODE: Final = "code"
    DATA: Final = "data"
    CLAIM: Final = "claim"
    ABSENT: Final = "absent"
    AGREED: Final = "agreed"
    ALONE: Final = "alone"
    """Only the rules or only a model says so."""
    DISPUTED: Final = "disputed"
    CONTRADICTED: Final = "contradicted"
    """The sign below a disputed flag."""
    INSTRUCTS: Final = "instructs"
    UNREAD: Final = "unread"
    READ: Final = "read"
    DATE: Final = "date"
    MODEL: Final = "model"
    TRIMMED: Final = "trimmed"
    QUOTED: Final = "quoted"
    OFFLINE: Final = "offline"
    FIGURE: Final = "figure"
    FOUND: Final = "found"


LOOKS: tuple[str, ...] = tuple(look for name, look in vars(Look).items() if name.isupper())
"""Every one of them."""


def readable_text(text: str) -> str:
    """Return a stored text with its TeX made readable."""
    if not may_be_rubble(text):
        return text
    from radar.tui.detail.readable import readable

    return readable(text).text


class RowPainting:
    """What all rows of one painting share."""

    __slots__ = ("glyphs", "shown", "today", "width", "words")

    def __init__(
        self,
        width: int,
        glyphs: Glyphs,
        today: date,
        words: tuple[Words, ...],
        shown: Callable[[str], str] = readable_text,
    ) -> None:
        """Keep it.

        Args:
            width: cells of a row.
            words: what was searched for.
            shown: gives a stored text as it is shown.
        """
        self.width = width
        self.glyphs = glyphs
        self.today = today
        self.words = words
        self.shown = shown


Piece = tuple[str, tuple[str, ...]]
Lines = tuple[tuple[Piece, ...], tuple[Piece, ...]]
"""Pieces of the upper and of the lower line of a paper."""


def row_lines(row: ListedRow, painting: RowPainting, cursor: bool) -> Lines:
    """Return the pieces of both lines of a paper, up to where nothing but the ground follows."""
    signs, below = row_signs(row, painting.glyphs, cursor)
    title, takeaway = row_texts(row, painting)
    return (*signs, *title), (*below, *takeaway)


def row_signs(row: ListedRow, glyphs: Glyphs, cursor: bool) -> Lines:
    """Return the pieces before title and takeaway, INDENT cells wide; `signs_told_by` says by what."""
    bar = glyphs.cursor if cursor else " "
    return tuple(_signs(row, glyphs, bar)), tuple(_margin(row, glyphs, bar))


def signs_told_by(row: ListedRow) -> tuple[Hashable, ...]:
    """Return all that the signs of a paper follow from; few papers have others than those before them."""
    return (
        row.marks, row.new, row.updated, row.noted, row.error != "", row.code, row.code_guessed, row.data,
        row.claim, row.state_of_the_art, row.standing.code, row.standing.results,
        row.takeaway_origin, row.takeaway != "",
    )  # fmt: skip


def row_texts(row: ListedRow, painting: RowPainting) -> Lines:
    """Return the pieces of title and takeaway, and of what stands behind them."""
    return tuple(_title(row, painting)), tuple(_takeaway(row, painting))


def row_date(row: ListedRow, today: date) -> str:
    """Return the day as "3 Feb" in the year of today, else as "Feb 2025"; only what is known of it."""
    if not row.dated:
        return ""
    # What is known goes along, for a year is equal to its first day.
    return _day(row.day, len(known_parts(row.day)), row.day.year == today.year)


@lru_cache(maxsize=1024)
def _day(day: date, known: int, of_this_year: bool) -> str:
    # A page of the list has few days, and to write one takes as long as to paint a title.
    if known == 1:
        return f"{day:%Y}"
    return f"{day.day} {day:%b}" if of_this_year and known == 3 else f"{day:%b %Y}"


def cut_at_word(text: str, width: int, ellipsis: str) -> str:
    """Return the text cut to `width` cells, behind a whole word where that costs little."""
    short = cut(text, width, ellipsis)
    if short == text or not short.endswith(ellipsis):
        return short
    kept = short.removesuffix(ellipsis)
    if text[len(kept) : len(kept) + 1].isspace():
        return kept.rstrip(_LOOSE_ENDS) + ellipsis
    space = kept.rfind(" ")
    if space < 0 or cell_len(kept[:space]) < width * _LEAST_OF_A_LINE:
        return short
    return kept[:space].rstrip(_LOOSE_ENDS) + ellipsis


def _signs(row: ListedRow, glyphs: Glyphs, bar: str) -> Iterator[Piece]:
    claims = row.state_of_the_art or row.claim is not Claim.NONE
    yield bar, (Look.CURSOR,)
    state = glyphs.state(row)
    yield state, ({glyphs.starred: Look.STARRED, glyphs.updated: Look.UPDATED}.get(state, Look.NEW),)
    yield " ", ()
    code = glyphs.code_of(row.code, row.code_guessed)
    yield code, (Look.ABSENT if row.code is Release.NONE else Look.CODE, *_disputed(row.standing.code))
    yield " ", ()
    yield glyphs.data_of(row.data), (Look.ABSENT if row.data is Release.NONE else Look.DATA,)
    yield " ", ()
    sign = glyphs.claim_of(row.claim, row.state_of_the_art)
    yield sign, (Look.CLAIM if claims else Look.ABSENT, *_disputed(row.standing.results))
    yield " " * 3, ()


def _disputed(agreement: Agreement) -> tuple[str, ...]:
    return (Look.DISPUTED,) if agreement is Agreement.DISPUTED else ()


def _title(row: ListedRow, painting: RowPainting) -> Iterator[Piece]:
    when = row_date(row, painting.today)
    room = max(0, painting.width - INDENT - 1 - ((_DATE_CELLS + _GAP) if when else 0))
    shown = cut(painting.shown(row.title) or "(no title)", room, painting.glyphs.ellipsis)
    look = Look.READ if row.marks & Mark.READ else Look.UNREAD
    yield from _with_found(shown, painting.words, "title", look)
    if when:
        yield " " * (room - cell_len(shown)), ()
        yield when.rjust(_DATE_CELLS + _GAP), (Look.DATE,)


def _margin(row: ListedRow, glyphs: Glyphs, bar: str) -> Iterator[Piece]:
    yield bar, (Look.CURSOR,)
    below = glyphs.below_state(row)
    yield below, ({glyphs.updated: Look.UPDATED, glyphs.noted: Look.STARRED}.get(below, Look.FAILED),)
    yield " ", ()
    yield _agreement(row.standing.code, row.code is not Release.NONE, glyphs)
    yield "   ", ()
    claims = row.state_of_the_art or row.claim is not Claim.NONE
    yield _agreement(row.standing.results, claims, glyphs)
    yield " ", ()
    yield glyphs.origin_of(row.takeaway_origin) if row.takeaway else " ", (Look.DATE,)
    yield " ", ()


def _agreement(agreement: Agreement, stated: bool, glyphs: Glyphs) -> Piece:
    """Return the sign that stands below a flag; faint where both find nothing."""
    look = {
        Agreement.BOTH: Look.AGREED if stated else Look.ABSENT,
        Agreement.DISPUTED: Look.CONTRADICTED,
    }.get(agreement, Look.ALONE)
    return glyphs.agreement_of(agreement), (look,)


def _takeaway(row: ListedRow, painting: RowPainting) -> Iterator[Piece]:
    room = max(0, painting.width - INDENT - 1)
    behind = tuple(_behind(row, painting, room))
    text_room = max(0, room - sum(cell_len(part) for part, _ in behind))
    takeaway = beside_title(row.takeaway, row.takeaway_origin, row.title)
    text = painting.shown(takeaway) if takeaway else "no abstract to read"
    shown = cut_at_word(text, text_room, painting.glyphs.ellipsis)
    yield from _with_found(shown, painting.words, "takeaway", _takeaway_look(row))
    if behind:
        yield " " * (text_room - cell_len(shown)), ()
        yield from behind


def _behind(row: ListedRow, painting: RowPainting, room: int) -> Iterator[Piece]:
    """Yield what stands at the right edge: that it is withdrawn or why no model was asked; the key figure."""
    figure = cut_at_word(painting.glyphs.figure(row.figure), room // 2, painting.glyphs.ellipsis)
    left = room // 2 - (cell_len(figure) + _GAP if figure else 0)
    said = _WITHDRAWN if row.withdrawn else _INSTRUCTS if row.instructs else ""
    if said and left >= len(said):
        yield " " * _GAP, ()
        yield said, (Look.INSTRUCTS,)
    if figure:
        yield " " * _GAP, ()
        yield figure, (Look.READ if row.marks & Mark.READ else Look.FIGURE,)


def _takeaway_look(row: ListedRow) -> str:
    if not row.takeaway:
        # Faint is for single signs; words are to be read.
        return Look.OFFLINE
    return {
        TakeawayOrigin.MODEL: Look.MODEL,
        TakeawayOrigin.TRIMMED: Look.TRIMMED,
        TakeawayOrigin.QUOTED: Look.QUOTED,
        TakeawayOrigin.OFFLINE: Look.OFFLINE,
    }[row.takeaway_origin]


def _with_found(text: str, words: Sequence[Words], column: str, look: str) -> Iterator[Piece]:
    at = 0
    if words:
        from radar.papers.search.nodes import Column
        from radar.tui.detail.found import found_marks
    for mark in found_marks(text, words, Column(column)) if words else ():
        if mark.start > at:
            yield text[at : mark.start], (look,)
        yield text[mark.start : mark.end], (look, Look.FOUND)
        at = mark.end
    if at < len(text):
        yield text[at:], (look,)
