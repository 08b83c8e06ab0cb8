"""A comparison of summarisers as one JSON object."""

from __future__ import annotations

from radar.pipeline.comparison import ComparedPaper, Comparison, Pair, Result, Tally


def comparison_record(comparison: Comparison) -> dict[str, object]:
    """Return all that is known of a comparison, with every paper, for scripts."""
    names = [contender.name for contender in comparison.contenders]
    return {
        "papers": len(comparison.papers),
        "summarisers": [_tally(tally) for tally in comparison.tallies],
        "agreement": [_pair(pair, names) for pair in comparison.pairs],
        "by_paper": [_paper(paper, names) for paper in comparison.papers],
    }


def _tally(tally: Tally) -> dict[str, object]:
    return {
        "summariser": tally.contender.name,
        "model": tally.contender.model,
        "accepted": tally.accepted,
        "trimmed": tally.trimmed,
        "quoted": tally.quoted,
        "failed": tally.failed,
        "not_asked": tally.missing,
        "words": tally.words,
        "code_unlike_rules": tally.code_otherwise,
        "claims_unlike_rules": tally.claims_otherwise,
        "papers_paid": tally.paid,
        "tokens_in": tally.tokens_in,
        "tokens_out": tally.tokens_out,
        "cost": tally.cost,
        "seconds": tally.seconds,
        "papers_timed": tally.timed,
        "reasons": dict(tally.reasons),
        "no_question": dict(tally.unasked),
        "stopped": tally.contender.stopped,
    }


def _pair(pair: Pair, names: list[str]) -> dict[str, object]:
    return {
        "summarisers": [names[pair.one], names[pair.other]],
        "papers": pair.papers,
        "code": pair.code,
        "claims": pair.claims,
        "takeaways": pair.takeaways,
    }


def _paper(paper: ComparedPaper, names: list[str]) -> dict[str, object]:
    return {
        "id": paper.paper_id,
        "title": paper.title,
        "rules": {"code": paper.rules.code.value, "claims": paper.rules.results.value},
        "summaries": [
            {"summariser": name, **_result(result)} for name, result in zip(names, paper.results, strict=True)
        ],
    }


def _result(result: Result) -> dict[str, object]:
    summary = result.summary
    if summary is None:
        return {"takeaway": None, "error": result.error}
    made = summary.provenance
    return {
        "takeaway": summary.takeaway.text,
        "origin": summary.takeaway.origin.value,
        "failed_checks": list(made.failed_checks),
        "code": summary.flags.code.value,
        "code_said": result.code,
        "claims": summary.flags.results.value,
        "claims_said": result.claims,
        "tokens_in": made.tokens_in,
        "tokens_out": made.tokens_out,
        "cost": made.cost,
        "seconds": result.seconds,
        "error": "",
    }
