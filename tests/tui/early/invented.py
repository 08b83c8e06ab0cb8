"""A record of a small screen, and rows to paint on it."""

from __future__ import annotations

from datetime import UTC, date, datetime

from radar.library.records.first_page import FirstPage, FirstRow
from radar.tui.early.record import Place, Record
from radar.tui.rows.painting import LOOKS, Look

TODAY = date(2026, 2, 3)
_DAY = (TODAY - date(1900, 1, 1)).days


def record(width: int = 60, height: int = 12) -> Record:
    """Return the record of a screen whose styles are numbers that no two looks share."""
    made = Record()
    made.version, made.library, made.settings = "0", "/library", ("/settings", "absent")
    made.width, made.height = width, height
    made.places["list"] = Place(0, 2, width, height - 4)
    made.places["counts"] = Place(1, 0, width - 2, 1)
    made.places["found"] = Place(20, 1, width - 21, 1)
    made.places["standing"] = Place(1, height - 1, width - 2, 1)
    made.texts = {"found": "all", "standing": "takeaways offline"}
    made.styles = {"counts": ("1", "2", "3"), "found": ("4", "5"), "standing": ("6",)}
    looks = [(), *((look,) for look in LOOKS), *((look, Look.DISPUTED) for look in LOOKS)]
    for cursor in (False, True):
        for number, each in enumerate(looks):
            made.looks[cursor, ",".join(each)] = f"{int(cursor)};{number + 10}"
    made.bar = (width - 1, "100", "101", "102")
    made.runs = [(0, 0, "9", " " * width), (1, 0, "9", " " * width), (height - 1, 0, "9", " " * width)]
    return made


def row(
    title: str = "Pebbler", takeaway: str = "It sorts pebbles.", figure: str = "", flags: int = 0
) -> FirstRow:
    """Return a row of the third of February."""
    return FirstRow((_DAY << 20 | 1, title, takeaway, figure, flags, 1, 5, "", 0, 0), 0)


def first(*rows: FirstRow, papers: int = 0, new: int | None = 0, watches: bool = False) -> FirstPage:
    """Return a first page of these rows."""
    return FirstPage(rows, papers or len(rows), new, 0, datetime(2026, 2, 3, 9, 30, tzinfo=UTC), watches)
