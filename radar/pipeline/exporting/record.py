"""A paper as a JSON object: what `radar show --json` prints and what the jsonl export writes."""

from __future__ import annotations

from datetime import date

from radar.papers.listed.change import Change
from radar.papers.listed.conflict import Conflict
from radar.papers.listed.paper import Paper
from radar.papers.reader.closeness import Closeness
from radar.papers.reader.query import Mark, PaperEntry
from radar.papers.summaries.evidence import Evidence, TextField
from radar.papers.summaries.flags import Basis, Flags
from radar.papers.summaries.summary import Provenance, Summary, TakeawayOrigin, Verdicts
from radar.papers.text.partial_dates import written

Record = dict[str, object]


def entry_record(entry: PaperEntry) -> Record:
    """Return everything the library holds of a paper, in a form that `radar import` reads again.

    `relevance` is an opinion of the model about its reader, and no fact of the paper.
    """
    return {
        **paper_record(entry.paper),
        **summary_record(entry.summary, entry.paper),
        "agreement": {"code": entry.standing.code.value, "results": entry.standing.results.value},
        "verdicts": verdicts_record(entry.summary.verdicts, entry.paper),
        "relevance": entry.summary.relevance or None,
        "tags": list(entry.tags),
        "note": entry.note or None,
        "read": Mark.READ in entry.marks,
        "starred": Mark.STARRED in entry.marks,
        "origins": [listing.name for listing in entry.origins],
        "announced": {
            origin.listing.name: origin.announced.value for origin in entry.arrivals if origin.announced
        },
        "is_updated": entry.updated,
        "changes": [change_record(change) for change in entry.changes],
        "conflicts": [conflict_record(conflict) for conflict in entry.conflicts],
        "added": entry.added.isoformat(timespec="seconds"),
        "error": entry.error or None,
    }


def change_record(change: Change) -> Record:
    """Return what changed of a paper after the reader could have seen it, and which listing told."""
    return {
        "when": change.when.isoformat(timespec="seconds"),
        "kind": change.kind.value,
        "before": change.before or None,
        "after": change.after or None,
        "listing": change.listing.name,
        "says": change.line,
    }


def conflict_record(conflict: Conflict) -> Record:
    """Return what a listing says otherwise than what is shown."""
    return {
        "field": conflict.field.value,
        "shown": conflict.shown,
        "other": conflict.other,
        "listing": conflict.listing.name,
    }


def closeness_record(closeness: Closeness | None) -> Record | None:
    """Return how close a paper is to what is starred, and because of which of its words."""
    if closeness is None:
        return None
    return {"score": closeness.score, "because": list(closeness.because)}


def paper_record(paper: Paper) -> Record:
    """Return what the listing gave, under the names that arXiv-like JSON lines use."""
    return {
        "id": paper.id,
        "title": paper.title,
        "authors": list(paper.authors),
        "abstract": paper.abstract,
        "venue": paper.venue or None,
        "categories": list(paper.categories),
        "published": _day(paper.published),
        "listed": _day(paper.listed),
        "url": paper.links.landing or None,
        "pdf": paper.links.pdf or None,
        "project": paper.links.project or None,
        "doi": paper.doi or None,
        "comment": paper.comment or None,
        "github": paper.links.code or None,
        "github_added_by": paper.links.code_added_by or None,
        "stars": paper.stars,
        "upvotes": paper.upvotes,
        "version": paper.version or None,
        "updated": _day(paper.updated),
        "withdrawn": paper.withdrawn,
        "site_summary": paper.site_summary or None,
        "site_summary_by": paper.site_summary_by or None,
    }


def summary_record(summary: Summary, paper: Paper) -> Record:
    """Return the takeaway and the flags with the words they stand on."""
    flags = summary.flags
    return {
        "takeaway": summary.takeaway.text,
        "code": flags.code.value.value,
        "code_url": flags.code.url,
        "data": flags.data.value.value,
        "data_url": flags.data.url,
        "results": flags.results.value.value,
        "sota": flags.results.state_of_the_art,
        "figure": flags.results.figure or None,
        "evidence": evidence_record(flags, paper),
        "provenance": provenance_record(summary.provenance, summary.takeaway.origin),
    }


def verdicts_record(verdicts: Verdicts, paper: Paper) -> Record | None:
    """Return what the model said of code and results when it was asked; None where it said nothing."""
    if verdicts == Verdicts():
        return None
    return {
        name: {
            "agreement": verdict.agreement.value,
            "said": verdict.said or None,
            "sentence": _span(verdict.sentence, paper),
        }
        for name, verdict in (("code", verdicts.code), ("results", verdicts.results))
    }


def evidence_record(flags: Flags, paper: Paper) -> Record:
    """Return, for each flag, where in the paper's texts its words stand, and the words."""
    best = flags.results.state_of_the_art_evidence
    return {
        "code": _span(flags.code.evidence, paper, flags.code.basis),
        "data": _span(flags.data.evidence, paper, flags.data.basis),
        "results": [_span(evidence, paper) for evidence in flags.results.evidence],
        "sota": _span(best, paper),
    }


def provenance_record(provenance: Provenance, origin: TakeawayOrigin) -> Record:
    """Return who made a summary, with what and at which cost (US dollars)."""
    return {
        "summariser": provenance.summariser,
        "model": provenance.model or None,
        "takeaway": origin.value,
        "rules_version": provenance.rules_version,
        "prompt_digest": provenance.prompt_digest or None,
        "created": provenance.created.isoformat(timespec="seconds"),
        "tokens_in": provenance.tokens_in,
        "tokens_out": provenance.tokens_out,
        "cost": provenance.cost,
        "failed_checks": list(provenance.failed_checks),
    }


def evidence_text(evidence: Evidence, paper: Paper) -> str:
    """Return the words that a span covers; for the listing's own field, the link it gives."""
    texts = {
        TextField.TITLE: paper.title,
        TextField.ABSTRACT: paper.abstract,
        TextField.COMMENT: paper.comment,
        TextField.METADATA: paper.links.code,
    }
    return texts[evidence.field][evidence.start : evidence.end]


def _span(evidence: Evidence | None, paper: Paper, basis: Basis | None = None) -> Record | None:
    if evidence is None:
        return None
    span: Record = {
        "field": evidence.field.value,
        "start": evidence.start,
        "end": evidence.end,
        "text": evidence_text(evidence, paper),
    }
    return span if basis is None else {**span, "basis": basis.value}


def _day(day: date | None) -> str | None:
    return written(day) or None
