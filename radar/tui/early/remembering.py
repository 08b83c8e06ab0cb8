"""Writes down what the next start needs to paint its first page, while the screen rests."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from itertools import repeat
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip

from radar.abstracts.text.rubble import may_be_rubble
from radar.net.cached_file import write_cached
from radar.papers.reader.query import PaperQuery
from radar.tui.early.memory import Memory
from radar.tui.early.page import thumb
from radar.tui.early.record import Place, Record, state_of, written
from radar.tui.lines.cells import cell_len, drawn_parts, one_cell_each
from radar.tui.lines.live_lines import FOUND_GAP, found_text
from radar.tui.looks.theme import KnownThemes
from radar.tui.rows.painting import LOOKS, ROW_LINES, Look, readable_text
from radar.tui.screens.watching_part import BESIDE
from radar.tui.words.states import who_summarises

if TYPE_CHECKING:
    from radar.tui.screens.radar_screen import RadarScreen

_KEPT = 12
"""Records that are kept: one a size of the terminal, and a way of calling radar."""
_NO_LOOKS: tuple[str, ...] = ()

Cell = tuple[str, str]
"""A character and its style; no character behind a wide one."""


class Remembering:
    """Looks now and then whether the screen shows what a start would show, and writes it down once a size."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._done: dict[tuple[int, int], bool] = {}
        """Whether the side bar was shown, by the size of the screen."""

    def look(self, screen: RadarScreen) -> None:
        """Write the record of this screen, where it rests and is not written yet.

        What cannot be written is left: the next start then does without a first page.
        """
        size = (screen.app.size.width, screen.app.size.height)
        if self._done.get(size) is screen.has_class(BESIDE) or not _as_at_start(screen):
            return
        self._done[size] = screen.has_class(BESIDE)
        with suppress(ValueError, OSError, StopIteration):
            text = written(_Recorder(screen).record(self._memory))
            _write(self._memory.file(*size), text)
            _forget_oldest(self._memory.folder)


def _as_at_start(screen: RadarScreen) -> bool:
    """Whether it shows what it would show if it were opened now, the detail and the cursor aside."""
    papers, said = screen.paper_list, screen.notice.text or screen.prompt.purpose or screen.job_status.line
    listed = screen.listing.complete and screen.listing.query == PaperQuery() and len(papers.pages) > 0
    app = screen.app
    coloured = not isinstance(app, KnownThemes) or app.theme == app.theme_at_start
    return listed and coloured and papers.has_focus and not said and not papers.scroll_offset.y


class _Recorder:
    """Takes a screen apart into what stands still and what the library says."""

    def __init__(self, screen: RadarScreen) -> None:
        self._screen = screen
        self._console: Console = screen.app.console
        strips = screen._compositor.render_strips()  # noqa: SLF001 (nothing public gives them)
        codes: dict[Style | None, str] = {}
        self._lines = [_cells(strip, self._console, codes) for strip in strips]
        if any(len(cells) != screen.app.size.width for cells in self._lines):
            raise ValueError("a line is not as wide as the screen")

    def record(self, memory: Memory) -> Record:
        """Return the whole record."""
        screen, record = self._screen, Record()
        record.version = memory.version
        record.library = str(memory.library)
        record.settings = (str(memory.settings), state_of(str(memory.settings)))
        record.width, record.height = screen.app.size
        record.watches = screen.has_class(BESIDE)
        record.ascii = screen.app.has_class("-ascii")
        self._take_list(record)
        self._take_counts(record)
        self._take_found(record)
        self._take_standing(record)
        detail, jobs = screen.detail, screen.job_status
        for beside in (detail, screen.bar):
            # What stands in them now may be long past at the next start.
            if beside.region:
                self._blank(beside.region.shrink(beside.styles.border.spacing))
        self._blank(jobs.region)
        record.runs.extend(self._runs())
        return record

    def _take_list(self, record: Record) -> None:
        papers = self._screen.paper_list
        place, inner = papers.content_region, papers.scrollable_content_region
        record.places["list"] = _place(place)
        filters = papers.get_line_filters()
        ground = papers.background_colors[1]
        for cursor in (False, True):
            for looks in (
                _NO_LOOKS,
                *((look,) for look in LOOKS),
                *((look, Look.DISPUTED) for look in LOOKS),
            ):
                strip = Strip([Segment("x", papers.look_style(looks, on_cursor=cursor))])
                for each in filters:
                    strip = strip.apply_filter(each, ground)
                record.looks[cursor, ",".join(looks)] = _codes(strip, self._console)
        for index in range(min(len(papers.pages), place.height)):
            row = papers.pages.row(index)
            for text in (row.title, row.takeaway) if row is not None else ():
                if may_be_rubble(text):
                    record.readable[text] = readable_text(text)
        if inner.right < place.right:
            column = [self._lines[y][inner.right][1] for y in range(place.y, place.bottom)]
            full, eighths = thumb(place.height, len(papers.pages) * ROW_LINES)
            end = column[full] if eighths else ""
            record.bar = (inner.right, column[-1], column[0] if full else "", end)
        for y in range(place.y, place.bottom):
            self._lines[y][place.x : place.right] = [("", "")] * place.width

    def _take_counts(self, record: Record) -> None:
        counts = self._screen.counts
        place = counts.content_region
        text, styles = self._line(place)
        brand, rest = styles[text.index("radar")], styles[text.index("papers")]
        # It may grow to the right, over what is left blank.
        record.places["counts"] = Place(place.x, place.y, self._screen.app.size.width - place.x - 1, 1)
        record.styles["counts"] = (brand, brand, rest)
        self._blank(counts.region)

    def _take_found(self, record: Record) -> None:
        line = self._screen.filter_line
        place = line.content_region
        text, styles = self._line(place)
        words, gap, count = text.rpartition(FOUND_GAP)
        if gap and count == found_text(line.papers):
            record.places["found"] = _place(place)
            record.texts["found"] = words.lstrip()
            record.styles["found"] = (styles[len(words) - 1], styles[-1])
        self._blank(line.region)

    def _take_standing(self, record: Record) -> None:
        notice = self._screen.notice
        how = who_summarises(self._screen.radar, self._screen.key_of)
        _text, styles = self._line(notice.content_region)
        if notice.standing.endswith(how):
            record.places["standing"] = _place(notice.content_region)
            record.texts["standing"] = how
            record.styles["standing"] = (styles[0],)
        self._blank(notice.region)

    def _line(self, place: Region) -> tuple[str, list[str]]:
        """Return the text of a line and the style of each character; only of narrow ones."""
        cells = self._lines[place.y][place.x : place.right]
        return "".join(text or "?" for text, _style in cells), [style for _text, style in cells]

    def _blank(self, region: Region) -> None:
        """Empty what a part has on the screen, in the style of its left edge, where nothing stands."""
        shown = region.intersection(self._screen.region)
        for y in range(shown.y, shown.bottom if shown else shown.y):
            style = self._lines[y][shown.x][1]
            self._lines[y][shown.x : shown.right] = [(" ", style)] * shown.width

    def _runs(self) -> Iterator[tuple[int, int, str, str]]:
        for y, cells in enumerate(self._lines):
            start, text, style = 0, "", ""
            for x, (character, own) in enumerate([*cells, ("", "")]):
                goes_on = text and own == style and (character or x < start + cell_len(text))
                if text and not goes_on:
                    yield y, start, style, text
                    text = ""
                if character and not text:
                    start, style = x, own
                text += character


def _cells(strip: Strip, console: Console, codes: dict[Style | None, str]) -> list[Cell]:
    """Return what stands in each cell; nothing behind what takes several, no cell for what takes none.

    Args:
        codes: the parameters of the styles that were met before.
    """
    cells: list[Cell] = []
    for segment in strip:
        if segment.style not in codes:
            codes[segment.style] = _codes(Strip([Segment("x", segment.style)]), console)
        style = codes[segment.style]
        if one_cell_each(segment.text):
            cells.extend(zip(segment.text, repeat(style)))
            continue
        for drawn, width in drawn_parts(segment.text):
            if width:
                cells.append((drawn if drawn.isprintable() else " " * width, style))
                cells.extend([("", style)] * (width - 1))
            elif cells and cells[-1][0]:
                cells[-1] = (cells[-1][0] + drawn, cells[-1][1])
    return cells


def _codes(strip: Strip, console: Console) -> str:
    """Return the parameters of SGR that Textual paints a single "x" with."""
    before, _x, after = strip.render(console).partition("x")
    if not before and not after:
        return ""
    if not (before.startswith("\x1b[") and before.endswith("m") and after == "\x1b[0m"):
        raise ValueError(before)
    return before[2:-1]


def _place(region: Region) -> Place:
    return Place(region.x, region.y, region.width, region.height)


def _write(file: Path, text: str) -> None:
    data = text.encode()
    if not file.is_symlink() and file.is_file() and file.read_bytes() == data:
        return
    write_cached(file, data)


def _forget_oldest(folder: Path) -> None:
    files = sorted(folder.iterdir(), key=lambda file: file.lstat().st_mtime, reverse=True)
    for file in files[_KEPT:]:
        file.unlink(missing_ok=True)
