"""What a model said of a flag beside what the rules read: who says what, and in which words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from radar.papers.bases import Value
from radar.papers.listed.paper import Paper
from radar.papers.reader.query import PaperEntry
from radar.papers.summaries.evidence import Evidence, TextField
from radar.papers.summaries.flags import Basis, Claim, CodeStatus, DataStatus, Flags, Release
from radar.papers.summaries.standing import (
    OFFLINE,
    Standing,
    model_summary,
    rules_summary,
    standing_of,
    uncounted,
)
from radar.papers.summaries.summary import Agreement, Summary, Verdict, Verdicts
from radar.papers.text.safe_text import clean
from radar.tui.detail.blocks import Block, Role, Writer
from radar.tui.detail.evidence import EvidenceBook, claim_evidence
from radar.tui.detail.head import LABEL_WIDTH
from radar.tui.detail.quoting import quotation, quotes
from radar.tui.detail.typography import Typography

RELEASE = {Release.RELEASED: "released", Release.PROMISED: "promised", Release.NONE: "none stated"}
CLAIM = {Claim.QUANTIFIED: "with numbers", Claim.QUALITATIVE: "in words", Claim.NONE: "none stated"}
RULES = "the rules"
_GUESSED = "the listing's own guess, not the authors' word"
_GIVEN = {"auto": _GUESSED, "author": "the authors, in a field of the listing"}
WORDS: Mapping[str, str] = {str(value): words for value, words in (*RELEASE.items(), *CLAIM.items())}
_SAID = 40
"""Characters of a value that radar does not know."""


class Voice(Value):
    """What the rules or a model say of one flag."""

    who: str
    value: str
    """In words."""
    spans: tuple[Evidence, ...] = ()
    """The words it stands on, the strongest first."""
    by_model: bool = False
    note: str = ""
    """Whose words the rules read."""


class Voices(Value):
    """Both sides of one flag."""

    agreement: Agreement
    model: str
    """The name of the model; empty where none has been asked."""
    rules: Voice | None = None
    theirs: Voice | None = None
    pointed: Evidence | None = None
    """A sentence that the model points at although it does not say so."""


def name_of(summary: Summary) -> str:
    """Return whose word a summary is."""
    made = summary.provenance
    return RULES if made.summariser == OFFLINE else made.author


def voices_of(entry: PaperEntry) -> tuple[Voices, Voices]:
    """Return both sides on code and on results, of the summary shown or behind the rules' of the newest."""
    summaries = entry.summaries
    model, rules = model_summary(summaries, entry.summary), rules_summary(summaries)
    if model is None or rules is None:
        return Voices(Agreement.UNASKED, ""), Voices(Agreement.UNASKED, "")
    standing = standing_of(summaries, entry.summary)
    return _code(model, rules, entry.paper, standing), _results(model, rules, standing)


def agreed(voices: Voices, signs: Typography, stated: bool) -> str:
    """Return how both stand to each other, as the end of the line of a flag; empty where that is no news.

    Args:
        stated: whether the shown summary finds something.
    """
    words = {
        Agreement.BOTH: f"{RULES} and {voices.model} agree",
        Agreement.RULE: f"only {RULES} say so" if stated else "",
        Agreement.MODEL: f"only {voices.model} says so" if stated else "",
    }.get(voices.agreement, "")
    return f"{signs.dot}{words}" if words else ""


def dispute(voices: Voices, book: EvidenceBook, signs: Typography) -> Iterator[Block]:
    """Yield both sides of a contradiction, each with its words; nothing where there is none."""
    if voices.agreement is Agreement.DISPUTED:
        for voice in (voices.rules, voices.theirs):
            if voice is not None:
                yield from spoken(voice, book, signs)


def spoken(voice: Voice, book: EvidenceBook, signs: Typography) -> Iterator[Block]:
    """Yield what one side says, and the words it stands on."""
    verb = "say" if voice.who == RULES else "says"
    writer = Writer().add(f"{voice.who} {verb}: ", Role.WARNING).add(voice.value, Role.STRONG)
    if voice.note:
        writer.add(f"{signs.dot}{voice.note}", Role.QUIET)
    yield writer.block(indent=LABEL_WIDTH)
    yield from quotes(voice.spans[:1], book, signs, by_model=voice.by_model)


def aside(voices: Voices, book: EvidenceBook, signs: Typography) -> Iterator[Block]:
    """Yield, quietly, a claim of the model that does not count."""
    if voices.pointed is not None:
        words = quotation(voices.pointed, book, signs)
        if words:
            text = f"{voices.model} points at {words}, where nothing says so"
            yield Block(text, role=Role.QUIET, indent=LABEL_WIDTH)


def whose(status: CodeStatus | DataStatus, paper: Paper) -> str:
    """Return whose word it is that code or data are out."""
    if status.basis is Basis.LISTING:
        return _GIVEN.get(paper.links.code_added_by, "the listing")
    if status.basis is Basis.GUESS:
        return _GUESSED
    if status.basis is Basis.COMMENT:
        return "the authors, in the comment field"
    if status.basis is Basis.MODEL:
        return "a model, by this sentence"
    in_title = status.evidence is not None and status.evidence.field is TextField.TITLE
    return f"the authors, in the {'title' if in_title else 'abstract'}"


def _code(model: Summary, rules: Summary, paper: Paper, standing: Standing) -> Voices:
    ours, theirs = rules.flags.code, model.flags.code
    verdict = model.verdicts.code
    note = whose(ours, paper) if ours.value is not Release.NONE else ""
    spans = (ours.evidence,) if ours.evidence is not None else ()
    own = (theirs.evidence,) if theirs.evidence is not None else ()
    return Voices(
        standing.code,
        name_of(model),
        Voice(RULES, RELEASE[ours.value], spans, note=note),
        _model_voice(model, verdict, RELEASE[theirs.value], own),
        verdict.sentence if uncounted(verdict, standing.code) else None,
    )


def _results(model: Summary, rules: Summary, standing: Standing) -> Voices:
    ours, verdict = rules.flags, model.verdicts.results
    return Voices(
        standing.results,
        name_of(model),
        Voice(RULES, _claim(ours), tuple(claim_evidence(ours))),
        _model_voice(model, verdict, _claim(model.flags), tuple(claim_evidence(model.flags))),
        verdict.sentence if uncounted(verdict, standing.results) else None,
    )


def _model_voice(model: Summary, verdict: Verdict, value: str, spans: tuple[Evidence, ...]) -> Voice:
    """Return the model's side: its verdict or, of a plug-in that gives none, its flags."""
    who = name_of(model)
    if model.verdicts == Verdicts():
        return Voice(who, value, spans, by_model=True)
    said = clean(verdict.said)[:_SAID]
    sentence = (verdict.sentence,) if verdict.sentence is not None else ()
    return Voice(who, WORDS.get(said, said) or "nothing", sentence, by_model=True)


def _claim(these: Flags) -> str:
    results = these.results
    best = "state of the art, " if results.state_of_the_art else ""
    return f"{best}{CLAIM[results.value]}"
