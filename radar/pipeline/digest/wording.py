"""What a digest says, in words that every format shares; nothing is escaped yet."""

from __future__ import annotations

from collections.abc import Iterator

from radar.abstracts.text.tex import readable_text
from radar.papers.bases import Value, replace
from radar.papers.jobs.source_state import SourceState
from radar.papers.listed.change import Change, ChangeKind
from radar.papers.reader.query import Mark, PaperEntry
from radar.papers.summaries.evidence import Evidence
from radar.papers.summaries.flags import Claim, CodeStatus, DataStatus, Release
from radar.papers.summaries.summary import Agreement
from radar.papers.text.local_time import local_minute
from radar.papers.text.partial_dates import written
from radar.papers.text.plurals import plural
from radar.papers.text.safe_text import clean
from radar.pipeline.digest.contents import Digest, DigestPaper, Section, UpdatedPaper
from radar.pipeline.digest.links import Link, link_to
from radar.pipeline.exporting.citation import day_of, link_of
from radar.pipeline.exporting.record import evidence_text
from radar.pipeline.paper_words import agreement_lines, origin_words, whose

_PEOPLE = 3
_BYLINE_NAME = 60
_QUOTE = 600
"""Characters of an evidence that are shown; no sentence is that long."""
ELSE = "Everything else"
UPDATED = "Updated"


class Fact(Value):
    """A flag of a paper, and what it stands on."""

    label: str
    """"Code"."""
    value: str
    """"released", or what is claimed."""
    link: Link | None = None
    quote: str = ""
    """The paper's own words that it stands on."""
    by: str = ""
    """Whose word that is."""
    notes: tuple[str, ...] = ()
    """How rules and model stand to each other."""


class Told(Value):
    """A paper in words."""

    title: str
    link: Link | None
    byline: str
    takeaway: str
    origin: str
    """Where the takeaway comes from: "offline, by rule", "gpt-x (model)"."""
    facts: tuple[Fact, ...] = ()
    because: str = ""
    """The words that bring it near to what is starred."""
    also: str = ""
    """The other watches that have it."""
    changes: tuple[tuple[str, Link | None], ...] = ()


def headline(digest: Digest) -> str:
    """Return the title of a digest: "Radar digest, Thursday 26 November 2026"."""
    made = digest.made.astimezone()
    return f"Radar digest, {made:%A} {made.day} {made:%B %Y}"


def counted(digest: Digest) -> str:
    """Return how much there is, since when, in one line; where there is nothing, that."""
    since = local_minute(digest.since)
    about = f" for {clean(digest.search)}" if digest.search else ""
    if digest.empty:
        return f"Nothing new since {since}{about}."
    parts = [plural(digest.total, "new paper")] if digest.total else ["no new paper"]
    if digest.updated_total:
        parts.append(f"{digest.updated_total:,} updated")
    said = f"{', '.join(parts)} since {since}{about}."
    return said[:1].upper() + said[1:]


def heading(section: Section, digest: Digest) -> str:
    """Return the heading of a section; empty where it is the only kind there is."""
    return section.name or (ELSE if digest.watched else "")


def more(count: int, digest: Digest) -> str:
    """Return that there are more papers than are shown, and how to see them; empty where there are not."""
    if not count:
        return ""
    how = f": {digest.more_command}" if digest.more_command else ""
    return f"and {count:,} more{how}"


def told(paper: DigestPaper) -> Told:
    """Return a new paper in words."""
    entry = paper.entry
    return replace(
        _common(entry),
        facts=tuple(_facts(entry)),
        because=", ".join(map(clean, paper.closeness.because)) if paper.closeness else "",
        also=", ".join(paper.also),
        changes=_changes(paper.changes),
    )


def told_update(paper: UpdatedPaper) -> Told:
    """Return a paper that changed in words: what changed, and of its code what the text says now."""
    out = any(change.kind in (ChangeKind.CODE_OUT, ChangeKind.CODE_LINK) for change in paper.changes)
    facts = [fact for fact in _facts(paper.entry) if fact.label == "Code"] if out else []
    return replace(_common(paper.entry), facts=tuple(facts), changes=_changes(paper.changes))


def source_line(state: SourceState) -> str:
    """Return how a source failed, when it answered last, and when it is asked again."""
    name = f"{state.label} ({state.name})" if state.label and state.label != state.name else state.name
    when = f" on {local_minute(state.asked)}" if state.asked else ""
    parts = [_sentence(f"{clean(name)} could not be asked{when}: {clean(state.error)}")]
    if state.hint:
        parts.append(_sentence(clean(state.hint)))
    last = f"last on {local_minute(state.succeeded)}" if state.succeeded else ""
    answered = f"It answered {last}" if last else "It has not answered yet"
    again = f", and is asked again after {local_minute(state.again)}" if state.again else ""
    return " ".join([*parts, f"{answered}{again}."])


def _sentence(text: str) -> str:
    bare = text.rstrip(".")
    return bare if bare.endswith(("?", "!")) else f"{bare}."


def title_of(entry: PaperEntry) -> str:
    """Return a paper's title as people read it, or its id where it has none."""
    return clean(readable_text(entry.paper.title)) or clean(entry.paper.id)


def _common(entry: PaperEntry) -> Told:
    return Told(
        title_of(entry),
        link_to(link_of(entry.paper)),
        _byline(entry),
        clean(entry.summary.takeaway.text) or "(no abstract)",
        origin_words(entry.summary),
    )


def _byline(entry: PaperEntry) -> str:
    paper = entry.paper
    names = [clean(name)[:_BYLINE_NAME] for name in paper.authors[:_PEOPLE]]
    people = ", ".join(names) + (" et al." if len(paper.authors) > _PEOPLE else "")
    day = day_of(paper)
    marks = "starred" if Mark.STARRED in entry.marks else ""
    votes = plural(paper.upvotes, "upvote") if paper.upvotes else ""
    gone = "withdrawn" if paper.withdrawn else ""
    facts = (people, written(day), clean(paper.venue), votes, marks, gone)
    return " · ".join(filter(None, facts))


def _facts(entry: PaperEntry) -> Iterator[Fact]:
    flags = entry.summary.flags
    code, results = _notes(entry)
    for label, status, notes in (("Code", flags.code, code), ("Data", flags.data, ())):
        if status.value is not Release.NONE or notes:
            yield _release(label, status, notes, entry)
    claim = flags.results
    if claim.value is not Claim.NONE or results:
        best = "state of the art" if claim.state_of_the_art else ""
        said = claim.value.value if claim.value is not Claim.NONE else "not claimed"
        value = ", ".join(filter(None, (said, best, clean(claim.figure))))
        strongest = (*claim.evidence[:1], claim.state_of_the_art_evidence)
        spans = _apart([span for span in strongest if span is not None])
        yield Fact("Results", value, quote=" … ".join(_words(span, entry) for span in spans), notes=results)
    if entry.summary.relevance:
        by = f"in the opinion of {entry.summary.provenance.author}"
        yield Fact("For you", clean(entry.summary.relevance), by=by)


def _notes(entry: PaperEntry) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return how rules and model stand to each other; that both find nothing is not worth a line."""
    flags, standing = entry.summary.flags, entry.standing
    silent = (Agreement.UNASKED, Agreement.BOTH)
    code, results = agreement_lines(entry)
    quiet = flags.code.value is Release.NONE and standing.code in silent
    mute = flags.results.value is Claim.NONE and standing.results in silent
    return () if quiet else tuple(map(clean, code)), () if mute else tuple(map(clean, results))


def _release(label: str, status: CodeStatus | DataStatus, notes: tuple[str, ...], entry: PaperEntry) -> Fact:
    said = status.value is not Release.NONE
    return Fact(
        label,
        status.value.value if said else "not said",
        link_to(status.url or ""),
        _words(status.evidence, entry) if status.evidence is not None else "",
        whose(status, entry) if said else "",
        notes,
    )


def _words(evidence: Evidence, entry: PaperEntry) -> str:
    words = clean(readable_text(evidence_text(evidence, entry.paper)))
    # What the listing's own field holds is the link itself, which stands there already.
    if link_to(words) is not None:
        return ""
    return words if len(words) <= _QUOTE else f"{words[:_QUOTE]}…"


def _apart(spans: list[Evidence]) -> list[Evidence]:
    """Return those spans that do not lie within one before them."""
    kept: list[Evidence] = []
    for span in spans:
        if not any(
            one.field is span.field and one.start <= span.start and span.end <= one.end for one in kept
        ):
            kept.append(span)
    return kept


def _changes(changes: tuple[Change, ...]) -> tuple[tuple[str, Link | None], ...]:
    return tuple(
        (
            clean(change.line),
            link_to(change.after) if change.kind in (ChangeKind.CODE_OUT, ChangeKind.CODE_LINK) else None,
        )
        for change in changes
    )
