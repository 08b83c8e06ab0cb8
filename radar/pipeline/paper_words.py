"""What is said of a paper's takeaway and flags, the same wherever it is told in full."""

from __future__ import annotations

from collections.abc import Iterator

from radar.abstracts.text.tex import readable_text
from radar.papers.reader.query import PaperEntry
from radar.papers.summaries.failed_checks import BY_A_MODEL
from radar.papers.summaries.flags import Basis, CodeStatus, DataStatus
from radar.papers.summaries.standing import OFFLINE, model_summary, rules_summary, uncounted
from radar.papers.summaries.summary import ORIGINS, Agreement, Provenance, Summary, Verdict, Verdicts
from radar.papers.text.money import cost_told
from radar.papers.text.safe_text import clean
from radar.pipeline.exporting.record import evidence_text

_BASES = {
    Basis.ABSTRACT: "the authors, in title or abstract",
    Basis.COMMENT: "the authors, in the comment field",
    Basis.LISTING: "the listing",
    Basis.GUESS: "the listing's own guess, not the authors' word",
    Basis.MODEL: "a model, by this sentence",
}
_DIGEST = 8
"""Characters of a digest, by which people tell prompts apart."""
_SAID = 40
"""Characters of a value that radar does not know."""


def whose(status: CodeStatus | DataStatus, entry: PaperEntry) -> str:
    """Return whose word a flag is."""
    if status.basis is Basis.LISTING and entry.paper.links.code_added_by == "author":
        return "the authors, in a field of the listing"
    return _BASES[status.basis]


def origin_words(summary: Summary) -> str:
    """Return where a takeaway comes from, and by which model; empty where there is none."""
    taken = summary.takeaway
    if not taken.text:
        return ""
    by = f": {summary.provenance.author}" if taken.origin in BY_A_MODEL else ""
    return f"{ORIGINS[taken.origin]}{by}"


def prompt_word(made: Provenance) -> str:
    """Return by which prompt a summary was made, as far as it tells prompts apart; empty where by none."""
    return f"prompt {clean(made.prompt_digest)[:_DIGEST]}" if made.prompt_digest else ""


def cost_words(made: Provenance) -> Iterator[str]:
    """Yield what a summary took: tokens, and money where a price was known."""
    if made.tokens_in or made.tokens_out:
        yield f"{made.tokens_in:,} + {made.tokens_out:,} tokens"
    if made.cost is not None:
        yield cost_told(made.cost)


def outdated_words(number: int) -> str:
    """Return that models made so many summaries of an earlier text of a paper."""
    what = "1 summary by a model is" if number == 1 else f"{number} summaries by models are"
    return f"{what} of an earlier text, and not shown"


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


def data_otherwise(entry: PaperEntry) -> tuple[str, ...]:
    """Return what the other reading says of data, a line, where it says otherwise than the shown one."""
    shown = entry.summary
    by_rule = shown.provenance.summariser == OFFLINE
    other = model_summary(entry.summaries, shown) if by_rule else rules_summary(entry.summaries)
    if other is None or other.flags.data.value is shown.flags.data.value:
        return ()
    who = other.provenance.author if by_rule else "the rules"
    return (f"{who} read it otherwise: {other.flags.data.value.value}",)


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
