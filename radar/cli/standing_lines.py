"""How rules and model stand to each other, as `radar list` and `radar show` tell it."""

from __future__ import annotations

from collections.abc import Iterator

from radar.abstracts.tex import readable_text
from radar.papers.flags import Claim, Release
from radar.papers.query import PaperEntry, PaperRow
from radar.papers.standing import model_summary, uncounted
from radar.papers.summary import Agreement, Summary, Verdict, Verdicts
from radar.papers.text import clean
from radar.pipeline.exporting.record import evidence_text

STANDING_LEGEND = (
    "below: = rules and model agree, r only the rules, m only the model, ≠ they contradict each other"
)
_SIGNS = {Agreement.BOTH: "=", Agreement.RULE: "r", Agreement.MODEL: "m", Agreement.DISPUTED: "≠"}
_WORDS = {
    Agreement.BOTH: "agreed",
    Agreement.RULE: "rules-only",
    Agreement.MODEL: "model-only",
    Agreement.DISPUTED: "disputed",
}
_SAID = 40
"""Characters of a value that radar does not know."""


def standing_words(row: PaperRow) -> list[str]:
    """Return how both stand as words of a list of flags: "code-agreed", "results-disputed".

    That both find nothing is left out, as is nothing else that is not stated.
    """
    claims = row.state_of_the_art or row.claim is not Claim.NONE
    flags = (
        ("code", row.standing.code, row.code is not Release.NONE),
        ("results", row.standing.results, claims),
    )
    words = [
        f"{name}-{_WORDS[agreement]}"
        for name, agreement, stated in flags
        if agreement in _WORDS and (stated or agreement is not Agreement.BOTH)
    ]
    return [*words, "instructs-models"] if row.instructs else words


def standing_note(row: PaperRow) -> str:
    """Return what a reader should know at once of a row: a contradiction, or a text that instructs."""
    flags = (("code", row.standing.code), ("claims", row.standing.results))
    disputed = [name for name, agreement in flags if agreement is Agreement.DISPUTED]
    if row.instructs:
        return "instructs models"
    return f"disputed: {', '.join(disputed)}" if disputed else ""


def standing_signs(row: PaperRow, unicode: bool) -> tuple[str, str]:
    """Return the signs below code and claims, as the screen has them; a blank where no model was asked."""
    signs = (_SIGNS.get(one, " ") for one in (row.standing.code, row.standing.results))
    code, results = signs if unicode else (sign.replace("≠", "x") for sign in signs)
    return code, results


def agreement_lines(entry: PaperEntry) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what there is to say behind code and behind results, a line each: the standing, both sides."""
    model = model_summary(entry.summaries, entry.summary)
    if model is None:
        return (), ()
    rules = entry.summaries[0].flags
    standing, said = entry.standing, _said(model)
    shown = entry.summary.flags
    return (
        tuple(_lines(standing.code, shown.code.value, rules.code.value, said.code, model, entry)),
        tuple(_lines(standing.results, shown.results.value, rules.results.value, said.results, model, entry)),
    )


def _said(model: Summary) -> Verdicts:
    """Return what a model said; of a plug-in that gives no verdicts, what its flags say."""
    if model.verdicts != Verdicts():
        return model.verdicts
    flags = model.flags
    claim = flags.results.evidence[0] if flags.results.evidence else None
    return Verdicts(
        Verdict(said=flags.code.value, sentence=flags.code.evidence),
        Verdict(said=flags.results.value, sentence=claim),
    )


def _lines(
    agreement: Agreement, shown: str, rules: str, verdict: Verdict, model: Summary, entry: PaperEntry
) -> Iterator[str]:
    who, said = model.provenance.author, clean(verdict.said)[:_SAID]
    words = (
        readable_text(evidence_text(verdict.sentence, entry.paper)) if verdict.sentence is not None else ""
    )
    quoted = f": “{words}”" if words else ""
    match agreement:
        case Agreement.BOTH:
            yield f"the rules and {who} agree"
        case Agreement.RULE:
            yield "only the rules say so" if shown == rules else f"only the rules say {rules}"
        case Agreement.MODEL:
            yield f"only {who} says so" if shown != rules else f"only {who} says {said}{quoted}"
        case Agreement.DISPUTED:
            yield f"disputed: the rules say {rules}, {who} says {said or 'nothing'}{quoted}"
    if words and model.verdicts != Verdicts() and uncounted(verdict, agreement):
        yield f"{who} points at “{words}”, where nothing says so"
