"""Papers for the exports, written by hand."""

from __future__ import annotations

from datetime import UTC, date, datetime

from radar.papers.bases import replace
from radar.papers.listed.listing import Listing
from radar.papers.listed.paper import Links, Paper, PaperId
from radar.papers.reader.query import Mark, PaperEntry
from radar.papers.summaries.evidence import Evidence, TextField
from radar.papers.summaries.flags import Basis, Claim, CodeStatus, Flags, Release, ResultClaim
from radar.papers.summaries.summary import (
    Provenance,
    Summary,
    Takeaway,
    TakeawayOrigin,
    Verdict,
    Verdicts,
)

ABSTRACT = "We teach snails to sort marbles. Our method sorts 40% faster. Code: https://github.com/snail/sort"
UNASKED = Verdict()
HOSTILE = (
    r"\input{/etc/passwd} } @misc{x, title={y}} $\write18{rm}$ 100% of A_B & C#1 ~ ^ {",
    '=HYPERLINK("http://evil.example","click")',
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "[click](javascript:alert(1)) <img src=x onerror=alert(1)> `code` **bold** | table | ![x](y)",
    "1. a list # heading > quote --- *** ~~~ &lt;b&gt; https://evil.example www.evil.example",
    "\"quoted\", with; commas, and a 'tick'",
    "Ends in a backslash \\",
    "[Experiment, Analysis & Benchmark]",
)


def paper(title: str = "Snails Sort Marbles with BERT", number: str = "2511.00123", **more: object) -> Paper:
    """Return a paper; any field can be given."""
    fields: dict[str, object] = {
        "id": PaperId(f"arxiv:{number}"),
        "title": title,
        "authors": ("Ada van der Berg", "Bo Chen", "OpenSnail"),
        "abstract": ABSTRACT,
        "categories": ("cs.RO", "cs.LG"),
        "listed": date(2025, 11, 3),
        "links": Links(landing=f"https://arxiv.org/abs/{number}", pdf=f"https://arxiv.org/pdf/{number}"),
        "comment": "4 pages",
    }
    return Paper(**{**fields, **more})  # type: ignore[arg-type]


def entry(
    of: Paper | None = None,
    *,
    tags: tuple[str, ...] = ("garden",),
    takeaway: str = "Snails sort 40% faster.",
    note: str = "",
) -> PaperEntry:
    """Return the paper as the library would give it, with code and a claim read out of its abstract."""
    about = of or paper()
    return PaperEntry(
        key=1,
        paper=about,
        summaries=(_summary(about, takeaway),),
        numbers=(0,),
        shown=0,
        marks=Mark.STARRED,
        tags=tags,
        origins=(Listing("file:snails.txt", "snails.txt"),),
        added=datetime(2025, 11, 4, 9, 30, tzinfo=UTC),
        note=note,
    )


def _summary(about: Paper, takeaway: str) -> Summary:
    start = about.abstract.find("Code:")
    code = CodeStatus(
        Release.RELEASED,
        "https://github.com/snail/sort",
        Evidence(TextField.ABSTRACT, start, len(about.abstract)),
    )
    claim = about.abstract.find("Our method")
    results = ResultClaim(
        Claim.QUANTIFIED,
        figure="-40 %",
        evidence=(Evidence(TextField.ABSTRACT, claim, start - 1),),
    )
    return Summary(
        about.id,
        Takeaway(takeaway, TakeawayOrigin.OFFLINE),
        Flags(code=code, results=results),
        Provenance("offline", datetime(2025, 11, 4, 9, 30, tzinfo=UTC), rules_version=1),
    )


def judged(code: Verdict, results: Verdict = UNASKED, relevance: str = "", model: str = "gull") -> PaperEntry:
    """Return the paper with a model's summary beside the rules', which is shown."""
    rules = entry()
    made = rules.summary
    theirs = replace(
        made,
        provenance=Provenance("endpoint", made.provenance.created, model),
        verdicts=Verdicts(code, results),
        relevance=relevance,
    )
    return replace(rules, summaries=(made, theirs), shown=1)


def guessed() -> PaperEntry:
    """Return a paper whose code is nothing but the listing's own guess."""
    url = "https://github.com/snail/guess"
    links = Links("https://arxiv.org/abs/2511.00123", code=url, code_added_by="auto")
    one = entry(paper(links=links))
    code = CodeStatus(Release.RELEASED, url, Evidence(TextField.METADATA, 0, len(url)), Basis.GUESS)
    return replace(one, summaries=(replace(one.summary, flags=replace(one.summary.flags, code=code)),))
