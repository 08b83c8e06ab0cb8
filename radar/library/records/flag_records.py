"""Flags with their evidence, and what a model said of them <-> JSON text."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from radar.library.records.rows import TEXT_OR_NOTHING, check_kinds
from radar.papers.summaries.evidence import Evidence, TextField
from radar.papers.summaries.flags import Basis, Claim, CodeStatus, DataStatus, Flags, Release, ResultClaim
from radar.papers.summaries.summary import Agreement, Verdict, Verdicts
from radar.papers.text.json_text import compact_json
from radar.papers.text.safe_text import clean
from radar.papers.text.web_links import web_link

_LATELY = 4_096
"""Flags that are remembered: those of a paper are read when it is taken, and twice when it is saved."""


def packed_flags(flags: Flags) -> str:
    """Return the flags as JSON that names only what differs from nothing said."""
    named: dict[str, object] = {}
    for name, status in (("code", flags.code), ("data", flags.data)):
        if status.value is not Release.NONE or status.url or status.evidence:
            named[name] = [
                status.value,
                web_link(status.url or "") or None,
                _packed_span(status.evidence),
                status.basis,
            ]
    results = flags.results
    if results.value is not Claim.NONE or results.state_of_the_art or results.evidence or results.figure:
        named["results"] = [
            results.value,
            int(results.state_of_the_art),
            clean(results.figure),
            [_packed_span(span) for span in results.evidence],
            _packed_span(results.state_of_the_art_evidence),
        ]
    return compact_json(named) if named else ""


@lru_cache(maxsize=_LATELY)
def unpacked_flags(text: str) -> Flags:
    """Return the flags that `packed_flags` wrote."""
    packed: Mapping[str, Any] = json.loads(text) if text else {}
    return Flags(
        code=CodeStatus(*_status(packed["code"])) if "code" in packed else CodeStatus(),
        data=DataStatus(*_status(packed["data"])) if "data" in packed else DataStatus(),
        results=_results(packed["results"]) if "results" in packed else ResultClaim(),
    )


def packed_verdicts(verdicts: Verdicts) -> str:
    """Return what a model said as JSON that leaves out what it was not asked."""
    named = {"code": verdicts.code, "results": verdicts.results}
    given = {
        name: [verdict.agreement, clean(verdict.said), _packed_span(verdict.sentence)]
        for name, verdict in named.items()
        if verdict != Verdict()
    }
    return compact_json(given) if given else ""


def unpacked_verdicts(text: str) -> Verdicts:
    """Return what `packed_verdicts` wrote."""
    packed: Mapping[str, Any] = json.loads(text) if text else {}
    return Verdicts(*(_verdict(packed.get(name)) for name in ("code", "results")))


def _verdict(packed: list[Any] | None) -> Verdict:
    if packed is None:
        return Verdict()
    agreement, said, span = packed
    check_kinds((said,), (str,))
    return Verdict(Agreement(agreement), said, _span(span))


def _status(packed: list[Any]) -> tuple[Release, str | None, Evidence | None, Basis]:
    value, url, span, basis = packed
    check_kinds((url,), (TEXT_OR_NOTHING,))
    return Release(value), url, _span(span), Basis(basis)


def _results(packed: list[Any]) -> ResultClaim:
    value, best, figure, spans, best_span = packed
    check_kinds((figure,), (str,))
    evidence = tuple(found for found in map(_span, spans) if found is not None)
    return ResultClaim(Claim(value), bool(best), figure, evidence, _span(best_span))


def _packed_span(evidence: Evidence | None) -> list[object] | None:
    return None if evidence is None else [evidence.field, evidence.start, evidence.end]


def _span(packed: list[Any] | None) -> Evidence | None:
    if packed is None:
        return None
    field, start, end = packed
    check_kinds((start, end), (int, int))
    return Evidence(TextField(field), start, end)
