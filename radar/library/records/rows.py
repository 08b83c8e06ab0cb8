"""What nearly every question to the library needs: moments, keys as JSON, and rows of the list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from functools import wraps

from radar.errors import LibraryError, StrangeLibrary
from radar.library.database.connection import Database, Row
from radar.library.records import bits
from radar.library.records.keys import shown_day
from radar.papers.reader.query import PaperRow

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import ParamSpec, TypeVar

    Given = ParamSpec("Given")
    Read = TypeVar("Read")

Kinds = Sequence[type | tuple[type, ...]]
"""What the values of a row may be."""
NOTHING = type(None)
TEXT_OR_NOTHING, NUMBER_OR_NOTHING, COST = (str, NOTHING), (int, NOTHING), (int, float, NOTHING)
GIVES_UP = (ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError, RecursionError)
"""How one reader or another gives up on values that no radar stores."""
_START = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)

ROW_COLUMNS = (
    "id, paper_id, title, takeaway, figure, flags, dated, added, error, withdrawn, "
    "EXISTS (SELECT 1 FROM notes WHERE notes.id = papers.id)"
)
_ROW_KINDS = (int, str, str, str, str, int, int, int, str, int, int)
_CLOCK_SLIPS = 86_400_000_000
"""Microseconds that a clock is set back at most in the ordinary course of things; more was a wrong clock."""


def understood(what: str) -> Callable[[Callable[Given, Read]], Callable[Given, Read]]:
    """Return what makes a function that reads rows raise StrangeLibrary where it gives up on one.

    Args:
        what: what the library then holds, such as "a job that is none".
    """

    def strict(read: Callable[Given, Read]) -> Callable[Given, Read]:
        @wraps(read)
        def reads(*given: Given.args, **named: Given.kwargs) -> Read:
            try:
                return read(*given, **named)
            except GIVES_UP as error:
                raise StrangeLibrary(what) from error

        return reads

    return strict


def check_kinds(row: Row, kinds: Kinds) -> None:
    """Raise TypeError where a value of a row is of another kind than its column is for."""
    if not all(map(isinstance, row, kinds)):
        raise TypeError(f"{[type(value).__name__ for value in row]}")


def papers_counted(database: Database) -> int:
    """Return how many papers there are, which is kept.

    Raises:
        LibraryError: it is not, or no number.
    """
    papers = database.value("SELECT papers FROM counts")
    if not isinstance(papers, int):
        raise LibraryError("The library has lost its counts", "radar doctor --rebuild-index mends it")
    return papers


def microseconds(when: datetime) -> int:
    """Return an aware time as microseconds since 1970, the form that the library stores."""
    return (when - _START) // _MICROSECOND


@understood("a time that is none")
def moment(stored: int) -> datetime:
    """Return a stored time, aware and UTC; raises StrangeLibrary where it is none."""
    return _START + stored * _MICROSECOND


def microseconds_or_nothing(when: datetime | None) -> int | None:
    """Return a time as `microseconds` does; None for none."""
    return None if when is None else microseconds(when)


def moment_or_nothing(stored: int | None) -> datetime | None:
    """Return a stored time as `moment` does; None for none."""
    return None if stored is None else moment(stored)


def now() -> int:
    """Return the present time as the library stores it."""
    return microseconds(datetime.now(UTC))


def now_after(latest: int | None) -> int:
    """Return the present moment as it is stored, behind all before though the clock was set back a little.

    Whoever asks for what came after a moment, such as the last digest, then misses nothing.

    Args:
        latest: what was stored last; None where nothing was.
    """
    present = now()
    slipped = latest is not None and present <= latest < present + _CLOCK_SLIPS
    return latest + 1 if latest is not None and slipped else present


@understood("a paper that is none")
def row_from(row: Row, since: int) -> PaperRow:
    """Return the list row of a row of ROW_COLUMNS; papers added after `since` are new."""
    check_kinds(row, _ROW_KINDS)
    key, paper_id, title, takeaway, figure, flags, dated, added, error, withdrawn, noted = row
    return PaperRow(
        key=key,
        id=paper_id,
        title=title,
        takeaway=takeaway,
        takeaway_origin=bits.origin_of(flags),
        figure=figure,
        code=bits.code_of(flags),
        data=bits.data_of(flags),
        claim=bits.claim_of(flags),
        state_of_the_art=bool(flags & bits.STATE_OF_THE_ART),
        marks=bits.marks_of(flags),
        new=added > since,
        day=shown_day(key, dated),
        dated=bool(dated),
        error=error,
        code_guessed=bool(flags & bits.CODE_GUESSED),
        standing=bits.standing_of(flags),
        instructs=bool(flags & bits.INSTRUCTS),
        updated=bool(flags & bits.UPDATED),
        withdrawn=bool(withdrawn),
        noted=bool(noted),
    )


def followed(column: str) -> str:
    """Return the key in a column as SQL, or that of the paper which its paper became part of."""
    return f"coalesce((SELECT into_id FROM moved WHERE moved.id = {column}), {column})"


def in_json(values: Iterable[object]) -> str:
    """Return values as one JSON array, to be bound once and opened by json_each however many they are."""
    import json

    return json.dumps(list(values))
