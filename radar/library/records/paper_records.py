"""Papers and their summaries <-> rows of the library; lists of names are lines, links and flags are JSON."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from radar.library.database.connection import Row
from radar.library.records.flag_records import (
    packed_flags,
    packed_verdicts,
    unpacked_flags,
    unpacked_verdicts,
)
from radar.library.records.rows import (
    COST,
    NUMBER_OR_NOTHING,
    TEXT_OR_NOTHING,
    check_kinds,
    microseconds,
    moment,
    understood,
)
from radar.papers.listed.identity import landing_of, normalised_title
from radar.papers.listed.paper import Links, Paper, PaperId
from radar.papers.summaries.standing import OFFLINE
from radar.papers.summaries.summary import Provenance, Reading, Summary, Takeaway, TakeawayOrigin
from radar.papers.text.json_text import compact_json
from radar.papers.text.partial_dates import date_written, written
from radar.papers.text.safe_text import clean

_SORT_LETTERS = 24
"""Letters of the normalised title that the order by title looks at."""

PAPER_COLUMNS = (
    "paper_id, title, authors, abstract, venue, categories, published, listed, "
    "links, comment, doi, stars, upvotes, version, updated, site_summary, site_summary_by, withdrawn"
)
USUAL_LINKS = "~"
"""Stands in `papers.links` for the page that a paper's id leads to, where nothing else is linked."""
_SAME_DAY = "="
"""Stands in `papers.updated` for the day of `papers.published`, which it mostly is."""
AS_SHOWN = "\x1f"
"""Stands in `readings.takeaway` for that of the paper's row, mostly the same; no clean text holds it."""
READING_COLUMNS = (
    "readings.created, readings.rules_version, readings.origin, "
    f"CASE readings.takeaway WHEN '{AS_SHOWN}' THEN papers.takeaway ELSE readings.takeaway END, "
    "readings.flags"
)
"""Of READINGS."""
READINGS = "readings JOIN papers ON papers.id = readings.id"
SUMMARY_COLUMNS = (
    "created, rules_version, origin, takeaway, flags, "
    "summariser, model, prompt_digest, tokens_in, tokens_out, cost, failed_checks, verdicts, relevance"
)

_PAPER_KINDS = (
    *(str, str, str, str, str, str, TEXT_OR_NOTHING, TEXT_OR_NOTHING, str, str, str),
    *(NUMBER_OR_NOTHING, NUMBER_OR_NOTHING, int, TEXT_OR_NOTHING, str, str, int),
)
_READING_KINDS = (int, int, str, str, str)
_SUMMARY_KINDS = (int, int, str, str, str, str, str, str, int, int, COST, str, str, str)


def sort_title(title: str) -> str:
    """Return the beginning of a title as the order by title compares it."""
    return normalised_title(title)[:_SORT_LETTERS]


def paper_values(paper: Paper) -> dict[str, object]:
    """Return the columns of `papers` that hold the listing's own facts."""
    return {
        "paper_id": paper.id,
        "title": paper.title,
        "sort_title": sort_title(paper.title),
        "authors": "\n".join(paper.authors),
        "abstract": paper.abstract,
        "venue": paper.venue,
        "categories": "\n".join(paper.categories),
        "published": _day_text(paper.published),
        "listed": _day_text(paper.listed),
        "links": _packed_links(paper),
        "comment": paper.comment,
        "doi": paper.doi,
        "stars": paper.stars,
        "upvotes": paper.upvotes,
        "version": paper.version,
        "updated": _updated_text(paper),
        "site_summary": paper.site_summary,
        "site_summary_by": paper.site_summary_by,
        # SQLite asks of a truth value whether somebody adapts it, of a number it does not.
        "withdrawn": int(paper.withdrawn),
    }


@understood("a paper that is none")
def paper_from(row: Row) -> Paper:
    """Return the paper of a row of PAPER_COLUMNS; raises StrangeLibrary where that is none."""
    check_kinds(row, _PAPER_KINDS)
    (
        paper_id,
        title,
        authors,
        abstract,
        venue,
        categories,
        published,
        listed,
        links,
        comment,
        doi,
        stars,
        upvotes,
        version,
        *later,
    ) = row
    return Paper(
        id=PaperId(paper_id),
        title=title,
        authors=_lines(authors),
        abstract=abstract,
        venue=venue,
        categories=_lines(categories),
        published=_day(published),
        listed=_day(listed),
        links=_links(links, paper_id),
        comment=comment,
        doi=doi,
        stars=stars,
        upvotes=upvotes,
        version=version,
        **_later_facts(published, *later),
    )


def _later_facts(
    published: str | None, updated: str | None, site_summary: str, site_summary_by: str, withdrawn: int
) -> dict[str, Any]:
    return {
        "updated": _day(published if updated == _SAME_DAY else updated),
        "site_summary": site_summary,
        "site_summary_by": site_summary_by,
        "withdrawn": bool(withdrawn),
    }


@understood("a reading that is none")
def offline_summary_from(paper_id: PaperId, row: Row) -> Summary:
    """Return the offline summary of a row of READING_COLUMNS; raises StrangeLibrary where that is none."""
    check_kinds(row, _READING_KINDS)
    created, rules_version, origin, takeaway, flags = row
    return Summary(
        paper_id=paper_id,
        takeaway=Takeaway(takeaway, TakeawayOrigin(origin)),
        flags=unpacked_flags(flags),
        provenance=Provenance(summariser=OFFLINE, created=moment(created), rules_version=rules_version),
    )


@understood("a summary that is none")
def summary_from(paper_id: PaperId, row: Row) -> Summary:
    """Return the summary of a row of SUMMARY_COLUMNS; raises StrangeLibrary where that is none."""
    check_kinds(row, _SUMMARY_KINDS)
    (
        created,
        rules_version,
        origin,
        takeaway,
        flags,
        summariser,
        model,
        digest,
        tokens_in,
        tokens_out,
        cost,
        failed,
        verdicts,
        relevance,
    ) = row
    return Summary(
        paper_id=paper_id,
        takeaway=Takeaway(takeaway, TakeawayOrigin(origin)),
        flags=unpacked_flags(flags),
        provenance=Provenance(
            summariser=summariser,
            created=moment(created),
            model=model,
            prompt_digest=digest,
            rules_version=rules_version,
            tokens_in=tokens_in,
            tokens_out=tokens_out,
            cost=cost,
            failed_checks=failed_checks_of(failed),
        ),
        verdicts=unpacked_verdicts(verdicts),
        relevance=relevance,
    )


@understood("a summary that is none")
def failed_checks_of(packed: str) -> tuple[str, ...]:
    """Return the checks that a summary failed, as they are stored with it."""
    checks = json.loads(packed)
    check_kinds(checks, (str,) * len(checks))
    return tuple(checks)


def summary_values(summary: Summary) -> dict[str, object]:
    """Return the columns of `summaries` but the key; texts are cleaned."""
    made = summary.provenance
    return {
        "summariser": clean(made.summariser),
        "model": clean(made.model),
        "prompt_digest": clean(made.prompt_digest),
        "rules_version": made.rules_version,
        "created": microseconds(made.created),
        "origin": summary.takeaway.origin.value,
        "takeaway": clean(summary.takeaway.text),
        "flags": packed_flags(summary.flags),
        "tokens_in": made.tokens_in,
        "tokens_out": made.tokens_out,
        "cost": made.cost,
        "failed_checks": json.dumps([clean(check) for check in made.failed_checks], ensure_ascii=False),
        "verdicts": packed_verdicts(summary.verdicts),
        "relevance": clean(summary.relevance),
    }


def reading_of(summary: Summary) -> Reading:
    """Return what an offline summary was made from."""
    return Reading(summary.takeaway, summary.flags, summary.provenance.rules_version)


def _packed_links(paper: Paper) -> str:
    links = paper.links
    if links == Links(landing=landing_of(paper.id)):
        return USUAL_LINKS if links.landing else ""
    named = {
        "landing": links.landing,
        "pdf": links.pdf,
        "code": links.code,
        "code_added_by": links.code_added_by,
        "project": links.project,
    }
    given = {name: link for name, link in named.items() if link}
    return compact_json(given) if given else ""


def _links(packed: str, paper_id: str) -> Links:
    if packed == USUAL_LINKS:
        return Links(landing=landing_of(PaperId(paper_id)))
    if not packed:
        return Links()
    named = json.loads(packed)
    check_kinds(tuple(named.values()), (str,) * len(named))
    return Links(**named)


def _lines(text: str) -> tuple[str, ...]:
    return tuple(text.split("\n")) if text else ()


def _updated_text(paper: Paper) -> str | None:
    same = paper.updated is not None and _day_text(paper.updated) == _day_text(paper.published)
    return _SAME_DAY if same else _day_text(paper.updated)


def _day_text(day: date | None) -> str | None:
    return written(day) or None


def _day(text: str | None) -> date | None:
    return None if text is None else date_written(text)
