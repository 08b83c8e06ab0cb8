"""From a record to a page on the terminal."""

from __future__ import annotations

import termios
from datetime import date

from radar.library.records.first_page import read_first_page
from radar.tui.early.page import NoPage, page_of, rows_on
from radar.tui.early.terminal import EarlyTerminal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from radar.tui.early.record import Record


def painted(record: Record) -> EarlyTerminal | None:
    """Read the newest papers and put them on the terminal; None where that cannot be done at once."""
    first = read_first_page(record.library, rows_on(record))
    if first is None or not first.rows:
        return None
    try:
        terminal = EarlyTerminal()
        terminal.show(page_of(record, first, date.today()))
    except (NoPage, OSError, termios.error):
        return None
    return terminal
