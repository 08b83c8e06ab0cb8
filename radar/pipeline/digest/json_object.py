"""A digest as one JSON object.

digest      1, the number of this form
made, since, until    times in UTC: when it was made; what came after `since`, up to `until`
new, updated_papers   how many papers are new, and how many changed
order       {name, line}: the order of the papers, and why, for people
search      what was asked for, as on the command line; null for everything
sections    [{watch, search, new, more, papers}]: `watch` is null for what no watch has; `more` are
            those that are not shown; a paper is what `radar show --json` prints, with
              link      where it can be read, http(s) only, null where that is unknown
              also_in   names of the other watches that have it
              closeness {score, because}, where papers are ordered by that
              changes   as below
updated     [{id, title, link, code, code_url, changes}]: papers that came before and changed;
            a change is {when, kind, before, after, listing, line}, the line being for people
failed      [{source, label, asked, answered, again, error, hint}]: sources that could not be asked
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from radar.papers.jobs.source_state import SourceState
from radar.papers.listed.change import Change
from radar.pipeline.digest.contents import Digest, DigestPaper, Section, UpdatedPaper
from radar.pipeline.digest.links import link_to
from radar.pipeline.exporting.citation import link_of
from radar.pipeline.exporting.json_text import json_line
from radar.pipeline.exporting.record import Record, closeness_record, entry_record

FORM = 1
"""Grows when a field changes its meaning or goes."""


def render(digest: Digest) -> str:
    """Return the digest as one JSON object on one line."""
    return json_line(record_of(digest)) + "\n"


def record_of(digest: Digest) -> Record:
    """Return the digest in values of JSON."""
    return {
        "digest": FORM,
        "made": _time(digest.made),
        "since": _time(digest.since),
        "until": _time(digest.until),
        "new": digest.total,
        "updated_papers": digest.updated_total,
        "order": {"name": digest.order.value, "line": digest.order_line},
        "search": digest.search or None,
        "sections": [_section(section) for section in digest.sections],
        "updated": [_updated(paper) for paper in digest.updated],
        "failed": [_failed(state) for state in digest.failing],
    }


def _section(section: Section) -> Record:
    return {
        "watch": section.name or None,
        "search": section.search or None,
        "new": section.total,
        "more": section.more,
        "papers": [_paper(paper) for paper in section.papers],
    }


def _paper(paper: DigestPaper) -> Record:
    link = link_to(link_of(paper.entry.paper))
    return {
        **entry_record(paper.entry),
        "link": link.url if link else None,
        "also_in": list(paper.also),
        "closeness": closeness_record(paper.closeness),
        "changes": _changes(paper.changes),
    }


def _updated(paper: UpdatedPaper) -> Record:
    of, code = paper.entry.paper, paper.entry.summary.flags.code
    link = link_to(link_of(of))
    return {
        "id": of.id,
        "title": of.title,
        "link": link.url if link else None,
        "code": code.value.value,
        "code_url": code.url,
        "changes": _changes(paper.changes),
    }


def _changes(changes: Sequence[Change]) -> list[Record]:
    return [
        {
            "when": _time(change.when),
            "kind": change.kind.value,
            "before": change.before or None,
            "after": change.after or None,
            "listing": change.listing.name,
            "line": change.line,
        }
        for change in changes
    ]


def _failed(state: SourceState) -> Record:
    return {
        "source": state.name,
        "label": state.label or None,
        "asked": _time(state.asked),
        "answered": _time(state.succeeded),
        "again": _time(state.again),
        "error": state.error,
        "hint": state.hint or None,
    }


def _time(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None
