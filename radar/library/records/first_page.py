"""The first page of the list, read with next to nothing imported, so that it stands on screen at once.

What is unusual about a library (locked, broken, of another schema, not there) is no matter for this module:
there is no first page then, and the reader proper finds out and tells.
"""

from __future__ import annotations

import os
import sqlite3
from datetime import UTC, date, datetime, timedelta

from radar.library.records import flag_bits as bits
from radar.library.records.keys import shown_day
from radar.papers.values import Agreement, Claim, Mark, Release, TakeawayOrigin

SCHEMA = 21
"""The number of the newest migration; a test holds it against the list of them."""
APPLICATION_ID = 0x72616461
"""Marks the file as a library of radar ("rada")."""
_LOG_BYTES = 8 * 1024 * 1024
"""A longer write-ahead log may have to be recovered first, which takes longer than a first page may."""
_STEPS = 20_000
"""Steps of SQLite after which a question is given up; only the count of new papers ever takes so many."""
_START = datetime(1970, 1, 1, tzinfo=UTC)
_PLAIN_BYTES = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._-")
_ROWS = (
    "SELECT id, title, takeaway, figure, flags, dated, added, error, withdrawn, "
    "EXISTS (SELECT 1 FROM notes WHERE notes.id = papers.id) FROM papers "
    "WHERE id IN (SELECT id FROM papers INDEXED BY i_list ORDER BY id DESC LIMIT ?) ORDER BY id DESC"
)


class Standings:
    """How rule and model stand to each other, as the bits say."""

    __slots__ = ("code", "results")

    def __init__(self, flags: int) -> None:
        self.code: Agreement = bits.agreement_of(flags >> bits.CODE_AGREEMENT_SHIFT)
        self.results: Agreement = bits.agreement_of(flags >> bits.RESULTS_AGREEMENT_SHIFT)


class FirstRow:
    """What the list shows of one paper: the parts of a PaperRow that are painted."""

    def __init__(self, row: tuple[int, str, str, str, int, int, int, str, int, int], since: int) -> None:
        """Take a row of the table; papers added after `since` are new."""
        key, title, takeaway, figure, flags, dated, added, error, withdrawn, noted = row
        self.title = title
        self.takeaway = takeaway
        self.figure = figure
        self.error = error
        self.dated = bool(dated)
        self.new = added > since
        self.day: date = shown_day(key, dated)
        self.takeaway_origin: TakeawayOrigin = bits.origin_of(flags)
        self.code: Release = bits.code_of(flags)
        self.data: Release = bits.data_of(flags)
        self.claim: Claim = bits.claim_of(flags)
        self.state_of_the_art = bool(flags & bits.STATE_OF_THE_ART)
        self.marks: Mark = bits.marks_of(flags)
        self.code_guessed = bool(flags & bits.CODE_GUESSED)
        self.standing = Standings(flags)
        self.instructs = bool(flags & bits.INSTRUCTS)
        self.updated = bool(flags & bits.UPDATED)
        self.withdrawn = bool(withdrawn)
        self.noted = bool(noted)


class FirstPage:
    """The newest papers and how many there are."""

    __slots__ = ("latest", "new", "papers", "rows", "watches", "with_code")

    def __init__(
        self,
        rows: tuple[FirstRow, ...],
        papers: int,
        new: int | None,
        with_code: int,
        latest: datetime | None,
        watches: bool,
    ) -> None:
        self.rows = rows
        self.papers = papers
        self.new = new
        """None where counting them would take too long."""
        self.with_code = with_code
        self.latest = latest
        """When the last paper was added; aware."""
        self.watches = watches
        """Whether the reader wants the side bar of watches."""


def read_first_page(path: str, limit: int) -> FirstPage | None:
    """Return the newest papers of a library, at most so many; None where that is not quick and plain."""
    if not os.path.isfile(path) or _length(path + "-wal") > _LOG_BYTES:
        return None
    try:
        connection = sqlite3.connect(
            f"file:{_in_address(os.path.abspath(path))}?mode=ro", timeout=0, isolation_level=None, uri=True
        )
    except sqlite3.Error:
        return None
    try:
        return _page(connection, limit)
    except (sqlite3.Error, ValueError, TypeError, OverflowError, IndexError):
        return None
    finally:
        connection.close()


def _page(connection: sqlite3.Connection, limit: int) -> FirstPage | None:
    ask = connection.execute
    ask("PRAGMA trusted_schema = OFF").fetchall()
    connection.set_progress_handler(lambda: True, _STEPS)
    if ask("PRAGMA application_id").fetchone() != (APPLICATION_ID,):
        return None
    if ask("PRAGMA user_version").fetchone() != (SCHEMA,):
        return None
    ask("BEGIN").fetchall()
    found = ask(_ROWS, (limit,)).fetchall()
    papers, unread, with_code = ask("SELECT papers, unread, with_code FROM counts").fetchall()[0]
    looked = ask("SELECT value FROM meta WHERE name = 'looked'").fetchone()
    watches = ask("SELECT 1 FROM meta WHERE name = 'watches_shown'").fetchone() is not None
    (latest,) = ask("SELECT max(added) FROM papers").fetchone()
    new, since = unread, -1
    if looked is not None:
        since = int(looked[0])
        count = "SELECT count(*) FROM papers INDEXED BY i_arrived WHERE added > ? AND (flags & 1) = 0"
        try:
            (new,) = ask(count, (since,)).fetchone()
        except sqlite3.OperationalError:
            new = None
    rows = tuple(FirstRow(row, since) for row in found)
    if not all(
        type(text) is str for row in rows for text in (row.title, row.takeaway, row.figure, row.error)
    ):
        return None
    when = None if latest is None else _START + timedelta(microseconds=latest)
    return FirstPage(rows, int(papers), None if new is None else int(new), int(with_code), when, watches)


def _in_address(path: str) -> str:
    """Return a path as an address holds it; what urllib would do costs more than the rest of the page."""
    return "".join(chr(byte) if byte in _PLAIN_BYTES else f"%{byte:02X}" for byte in os.fsencode(path))


def _length(path: str) -> int:
    try:
        return os.stat(path).st_size
    except OSError:
        return 0
