"""Digests for the renderers, written by hand."""

from __future__ import annotations

from datetime import UTC, datetime

from radar.papers.bases import replace
from radar.papers.jobs.source_state import SourceState
from radar.papers.listed.change import Change, ChangeKind
from radar.papers.listed.listing import Listing
from radar.papers.reader.closeness import Closeness
from radar.papers.reader.query import Order, PaperEntry
from radar.pipeline.digest.contents import Digest, DigestPaper, Section, UpdatedPaper
from tests.pipeline.exporting.entries import HOSTILE, entry, paper

MADE = datetime(2026, 11, 26, 7, 0, tzinfo=UTC)
SINCE = datetime(2026, 11, 25, 7, 0, tzinfo=UTC)
LATER = datetime(2026, 11, 26, 5, 0, tzinfo=UTC)
CODE_OUT = Change(
    LATER, ChangeKind.CODE_OUT, "", "https://github.com/snail/sort", Listing("hf:daily", "Hugging Face")
)
FAILING = SourceState(
    "arxiv:cs.CL", "arXiv cs.CL", asked=LATER, error="it asks to slow down", hint="Wait", again=MADE
)
NASTY = (
    *HOSTILE,
    "</td></tr></table></body><script>alert(1)</script>",
    '" onmouseover="alert(1)',
    "<style>*{display:none}</style> <!-- -->]]> &#60;b&#62; <a href=//evil.example>x</a>",
    "x" * 300,
    "深度学习" * 40,
    "שלום עולם evil",
)


def digest(*papers: DigestPaper, **more: object) -> Digest:
    """Return a digest of one section with these papers; any field can be given."""
    chosen = papers or (DigestPaper(entry()),)
    made = Digest(
        MADE, SINCE, LATER, Order.NEWEST, "Newest first.", sections=(Section("", chosen, len(chosen)),)
    )
    return replace(made, **more)  # type: ignore[arg-type]


def full() -> Digest:
    """Return a digest with everything that one can hold."""
    close = Closeness(3.5, ("snails", "marbles"))
    first = DigestPaper(entry(), also=("code out",), closeness=close)
    return digest(
        sections=(
            Section("snails", (first,), 3, search="snail"),
            Section("", (DigestPaper(entry(paper("Slugs Climb", "2511.00124"))),), 1),
        ),
        watched=True,
        updated=(UpdatedPaper(entry(paper("Shells", "2511.00125")), (CODE_OUT,)),),
        updated_total=2,
        failing=(FAILING,),
        more_command="radar digest --since 2026-11-25T07:00:00Z --top 3",
    )


def hostile_entry(text: str) -> PaperEntry:
    """Return a paper with that text wherever a listing can put one."""
    about = paper(
        text, authors=(text, text), venue=text, abstract=f"{text} Our method sorts 40% faster. Code: x"
    )
    return entry(about, tags=(text,), takeaway=text)


def hostile(text: str) -> Digest:
    """Return a digest with that text wherever somebody else can put one."""
    about = hostile_entry(text)
    change = replace(CODE_OUT, kind=ChangeKind.TITLE, before=text)
    new = DigestPaper(about, also=(text,), closeness=Closeness(1, (text,)), changes=(change,))
    return digest(
        sections=(Section(text, (new,), 1, search=text),),
        watched=True,
        updated=(UpdatedPaper(about, (change,)),),
        updated_total=1,
        failing=(replace(FAILING, label=text, error=text, hint=text),),
        search=text,
    )
