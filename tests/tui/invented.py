"""Invented papers for the tests of the detail and what stands around it."""

from __future__ import annotations

from datetime import UTC, date, datetime

from radar.papers.listed.listing import Listing
from radar.papers.listed.paper import Links, Paper, PaperId
from radar.papers.reader.query import Mark, PaperEntry
from radar.papers.summaries.evidence import Evidence, TextField
from radar.papers.summaries.flags import Claim, CodeStatus, DataStatus, Flags, Release, ResultClaim
from radar.papers.summaries.summary import Provenance, Summary, Takeaway, TakeawayOrigin

WHEN = datetime(2026, 2, 3, 9, 30, tzinfo=UTC)
ID = PaperId("arxiv:2602.00017")
ABSTRACT = (
    "Sorting pebbles by hand is slow and dull. We present Pebbler, a small network that looks at each pebble "
    "once and lays it on the right heap. On three beaches it sorts 40% more pebbles an hour than the best "
    "sorter before it, which makes it the new state of the art. Mistakes are rare and gentle. Our "
    "implementation is available at https://github.com/pebbles/pebbler. The beach photographs will be "
    "released after the tide."
)
COMMENT = "12 pages, 4 figures, scripts at https://codeberg.org/pebbles/scripts"


def span(words: str, text: str = ABSTRACT, field: TextField = TextField.ABSTRACT) -> Evidence:
    """Return the evidence that these words of a text are."""
    start = text.index(words)
    return Evidence(field, start, start + len(words))


CODE = CodeStatus(
    Release.RELEASED,
    "https://github.com/pebbles/pebbler",
    span("Our implementation is available at https://github.com/pebbles/pebbler"),
)
DATA = DataStatus(Release.PROMISED, None, span("The beach photographs will be released after the tide."))
RESULTS = ResultClaim(
    Claim.QUANTIFIED,
    True,
    "+40 % pebbles",
    (span("it sorts 40% more pebbles an hour than the best sorter before it"),),
    span("the new state of the art"),
)
FLAGS = Flags(CODE, DATA, RESULTS)
PAPER = Paper(
    id=ID,
    title="Pebbler: Sorting Pebbles at a Glance",
    authors=("Ada Strand", "Bo Kiesel"),
    abstract=ABSTRACT,
    venue="BeachConf 2026",
    categories=("cs.RO", "cs.CV"),
    published=date(2026, 2, 1),
    listed=date(2026, 2, 3),
    links=Links(landing="https://arxiv.org/abs/2602.00017", pdf="https://arxiv.org/pdf/2602.00017"),
    comment=COMMENT,
)


def offline(text: str = "Pebbler sorts 40% more pebbles an hour.", flags: Flags = FLAGS) -> Summary:
    """Return a summary by rule."""
    return Summary(
        ID,
        Takeaway(text, TakeawayOrigin.OFFLINE),
        flags,
        Provenance("offline", WHEN, rules_version=3),
    )


def by_model(
    text: str = "A small network sorts pebbles at a glance.",
    flags: Flags = FLAGS,
    origin: TakeawayOrigin = TakeawayOrigin.MODEL,
    failed_checks: tuple[str, ...] = (),
) -> Summary:
    """Return a summary by a model."""
    made = Provenance(
        "endpoint", WHEN, "tiny-writer", "3fa9c21b77d0", 3, 412, 38, 0.0002, failed_checks=failed_checks
    )
    return Summary(ID, Takeaway(text, origin), flags, made)


def entry(
    paper: Paper = PAPER,
    summaries: tuple[Summary, ...] = (),
    shown: int = 0,
    key: int = 1,
    tags: tuple[str, ...] = (),
    marks: Mark = Mark.NONE,
    error: str = "",
    note: str = "",
) -> PaperEntry:
    """Return what a library would hold of a paper."""
    return PaperEntry(
        key=key,
        paper=paper,
        summaries=summaries or (offline(),),
        numbers=tuple(range(len(summaries) or 1)),
        shown=shown,
        marks=marks,
        tags=tags,
        origins=(Listing("hf:daily"),),
        added=WHEN,
        error=error,
        note=note,
    )
