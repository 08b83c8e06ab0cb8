"""The first page as the terminal is sent it: what stands still from the record, the rest from the library."""

from __future__ import annotations

from datetime import date
from math import ceil

from radar.tui.lines.cells import cell_len
from radar.tui.lines.glyphs import glyphs
from radar.tui.lines.live_lines import FOUND_GAP, counts_pieces, found_text, standing_text, without_stub
from radar.tui.rows.painting import ROW_LINES, RowPainting, readable_text, row_lines

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from radar.library.records.first_page import FirstPage
    from radar.tui.early.record import Place, Record
    from radar.tui.rows.painting import Piece

_ENDS = " ▇▆▅▄▃▂▁"
"""Ends of the thumb of a scroll bar, by the eighths of a cell that it covers."""

Run = tuple[int, int, str, str]


class NoPage(Exception):
    """The record and the papers do not make a page."""


def page_of(record: Record, first: FirstPage, today: date) -> str:
    """Return the page, which fills the whole screen, without the sequences that begin and end it.

    Raises:
        NoPage: something in the rows has no style in the record or is no plain text, or the side bar of
            watches was shown or hidden since.
    """
    if record.watches is not first.watches:
        raise NoPage("watches")
    runs = [*record.runs, *_rows(record, first, today), *_bar(record, first), *_live(record, first)]
    written: list[str] = []
    at, pen = (-1, -1), None
    for y, x, style, text in runs:
        if not text.isprintable():
            raise NoPage(text)
        if at != (y, x):
            written.append(f"\x1b[{y + 1};{x + 1}H")
        if style != pen:
            written.append(f"\x1b[0;{style}m" if style else "\x1b[0m")
        written.append(text)
        at, pen = (y, x + cell_len(text)), style
    written.append("\x1b[0m")
    return "".join(written)


def rows_on(record: Record) -> int:
    """Return how many papers the list shows, one that is cut at the bottom among them."""
    return -(-record.places["list"].height // ROW_LINES)


def thumb(height: int, lines: int) -> tuple[int, int]:
    """Return how many cells the thumb of a scroll bar covers at the top, and eighths of the next cell."""
    if lines <= height:
        return 0, 0
    return divmod(ceil(max(1.0, height / (lines / height)) * 8), 8)


def _rows(record: Record, first: FirstPage, today: date) -> Iterator[Run]:
    place = record.places["list"]
    signs = glyphs(record.ascii)
    shown = record.readable

    def readable(text: str) -> str:
        return shown[text] if text in shown else readable_text(text)

    painting = RowPainting(place.width, signs, today, (), readable)
    for index in range(rows_on(record)):
        lines: Sequence[Sequence[Piece]] = ((), ())
        if index < len(first.rows):
            lines = row_lines(first.rows[index], painting, index == 0)
        for part, pieces in enumerate(lines):
            y = index * ROW_LINES + part
            if y < place.height:
                yield from _line(record, place, y, pieces, index == 0)


def _line(record: Record, place: Place, y: int, pieces: Sequence[Piece], cursor: bool) -> Iterator[Run]:
    x = 0
    for text, looks in pieces:
        if not text:
            continue
        style = record.looks.get((cursor, ",".join(looks)))
        if style is None:
            raise NoPage(looks)
        yield place.y + y, place.x + x, style, text
        x += cell_len(text)
    if x < place.width:
        style = record.looks[cursor and bool(pieces), ""]
        yield place.y + y, place.x + x, style, " " * (place.width - x)


def _bar(record: Record, first: FirstPage) -> Iterator[Run]:
    if record.bar is None:
        return
    x, ground, style, end = record.bar
    place = record.places["list"]
    full, eighths = thumb(place.height, first.papers * ROW_LINES)
    for y in range(place.height):
        if y < full:
            yield place.y + y, x, style, " "
        elif y == full and eighths:
            yield place.y + y, x, end, _ENDS[eighths]
        else:
            yield place.y + y, x, ground, " "


def _live(record: Record, first: FirstPage) -> Iterator[Run]:
    signs = glyphs(record.ascii)
    places, styles, texts = record.places, record.styles, record.texts
    if first.new is not None and "counts" in places:
        pieces = counts_pieces(first.new, first.papers, first.with_code, signs.dot, places["counts"].width)
        yield from _joined(places["counts"], 0, [(styles["counts"][look], text) for look, text in pieces])
    if "found" in places:
        count = found_text(first.papers)
        text = texts["found"] + FOUND_GAP
        start = places["found"].width - cell_len(text) - cell_len(count)
        yield from _joined(places["found"], start, list(zip(styles["found"], (text, count), strict=True)))
    if "standing" in places:
        width = places["standing"].width
        line = without_stub(standing_text(first.latest, texts["standing"]), width)
        text = _shortened(line, width, signs.ellipsis)
        yield from _joined(places["standing"], 0, [(styles["standing"][0], text)])


def _shortened(text: str, width: int, ellipsis: str) -> str:
    """Return the text cut as the line that shows it cuts it."""
    if cell_len(text) <= width or cell_len(text) != len(text):
        return text
    return text[: max(0, width - len(ellipsis))] + ellipsis


def _joined(place: Place, start: int, pieces: list[tuple[str, str]]) -> Iterator[Run]:
    """Yield pieces behind each other, or nothing where they do not fit."""
    if start < 0 or start + sum(cell_len(text) for _style, text in pieces) > place.width:
        return
    x = place.x + start
    for style, text in pieces:
        yield place.y, x, style, text
        x += cell_len(text)
