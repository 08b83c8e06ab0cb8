"""Invented papers and a small reading of them, for the tests of the library."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from radar.library.database.connection import Database
from radar.library.library import Library
from radar.papers.listed.listing import Listing
from radar.papers.listed.paper import Links, Paper, PaperId
from radar.papers.summaries.evidence import Evidence, TextField
from radar.papers.summaries.flags import Claim, CodeStatus, DataStatus, Flags, Release, ResultClaim
from radar.papers.summaries.summary import Provenance, Reading, Summary, Takeaway, TakeawayOrigin

LISTING = Listing("hf:daily", "Hugging Face daily")
MONDAY = date(2024, 6, 3)
NOON = datetime(2024, 6, 3, 12, tzinfo=UTC)


def paper(number: int = 1, **changes: object) -> Paper:
    """Return an invented paper; papers of different numbers have nothing in common."""
    values: dict[str, object] = {
        "id": PaperId(f"arxiv:2406.{number:05d}"),
        "title": f"Growing tomato number {number} on a windowsill in winter",
        "authors": (f"Ada Author{number}", "Ben Builder"),
        "abstract": f"We grow plant w{number}x under a lamp. It bears fruit.",
        "listed": MONDAY,
    }
    values.update(changes)
    return Paper(**values)  # type: ignore[arg-type]


def papers(count: int, first: int = 1, **changes: object) -> list[Paper]:
    """Return invented papers with rising numbers."""
    return [paper(number, **changes) for number in range(first, first + count)]


def read(one: Paper) -> Reading:
    """Read a paper by plain words: "code released", "code promised", "best", "works", "%"."""
    text = one.abstract
    code = _release(text, "code")
    evidence = Evidence(TextField.ABSTRACT, 0, 4) if code is not Release.NONE else None
    if one.links.code:
        code = Release.RELEASED
    claim = Claim.QUANTIFIED if "%" in text else Claim.QUALITATIVE if "works" in text else Claim.NONE
    results = ResultClaim(
        claim,
        "best" in text,
        "+5 % yield" if claim is Claim.QUANTIFIED else "",
        (Evidence(TextField.ABSTRACT, 1, 3),) if claim is not Claim.NONE else (),
    )
    flags = Flags(
        CodeStatus(code, one.links.code or None, evidence), DataStatus(_release(text, "data")), results
    )
    return Reading(Takeaway(text.split(".")[0], TakeawayOrigin.QUOTED), flags, rules_version=1)


def summary(
    one: Paper,
    text: str = "A model says that tomatoes grow.",
    *,
    summariser: str = "endpoint",
    model: str = "small",
    digest: str = "d1",
    flags: Flags | None = None,
    created: datetime = NOON,
) -> Summary:
    """Return a summary as a model would make it."""
    made = Provenance(
        summariser, created, model, digest, rules_version=1, tokens_in=300, tokens_out=40, cost=0.002,
        failed_checks=("a number was missing",),
    )  # fmt: skip
    return Summary(one.id, Takeaway(text, TakeawayOrigin.MODEL), flags or read(one).flags, made)


@dataclass
class CountingRead:
    """A reading function that remembers what it was given."""

    seen: list[Paper] = field(default_factory=list)

    def __call__(self, one: Paper) -> Reading:
        self.seen.append(one)
        return read(one)


def with_code(number: int, **changes: object) -> Paper:
    """Return a paper whose code is out."""
    return paper(number, abstract=f"Plant w{number}x works. code released.", **changes)


def linked(number: int, **links: str) -> Paper:
    """Return a paper with links."""
    return paper(number, links=Links(**links))


def _release(text: str, what: str) -> Release:
    if f"{what} released" in text:
        return Release.RELEASED
    return Release.PROMISED if f"{what} promised" in text else Release.NONE


def copies(library: Library, count: int) -> list[int]:
    """Fill a library with one paper again and again, in next to no time, and return the keys."""
    (key,) = library.add_papers([paper()], LISTING, read).keys
    names = [name for (name,) in library.database.rows("SELECT name FROM pragma_table_info('papers')")][1:]
    columns = ", ".join(names)
    library.database.run(
        "WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < ?) "
        f"INSERT INTO papers (id, {columns}) SELECT id - n, {columns} FROM papers, n WHERE id = ?",
        (count - 1, key),
    )
    library.database.run("UPDATE counts SET papers = ?, unread = ?", (count, count))
    return [key - number for number in range(count)]


def without_moments_of_jobs(database: Database) -> None:
    """Take from a library what migration 19 and those behind it add, as if a radar of before had made it."""
    for column in ("worked", "waits_until", "silent_since"):
        database.run(f"ALTER TABLE jobs DROP COLUMN {column}")
    database.run("DROP INDEX i_signed")
    without_removals(database)
    database.run("DELETE FROM migrations WHERE number >= 19")
    database.run("PRAGMA user_version = 18")


def without_removals(database: Database) -> None:
    """Take from a library what migration 21 adds, as if a radar of before had made it."""
    for table in ("removals", "removed", "removed_papers"):
        database.run(f"DROP TABLE {table}")
    database.run("DELETE FROM migrations WHERE number >= 21")
    database.run("PRAGMA user_version = 20")
