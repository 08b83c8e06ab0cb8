"""Code, data and claims in the detail: the value, whose word it is, and the words it stands on."""

from __future__ import annotations

from collections.abc import Iterator

from radar.abstracts.releases.links import LinkKind, kind_of
from radar.papers.listed.paper import Paper
from radar.papers.reader.query import PaperEntry
from radar.papers.summaries.evidence import Evidence
from radar.papers.summaries.flags import Basis, Claim, CodeStatus, DataStatus, Flags, Release, ResultClaim
from radar.papers.summaries.standing import OFFLINE, model_summary, rules_summary
from radar.papers.summaries.summary import Agreement, Summary
from radar.tui.detail.blocks import Block, Role, Writer
from radar.tui.detail.evidence import EvidenceBook, claim_evidence
from radar.tui.detail.head import LABEL_WIDTH, link_block
from radar.tui.detail.quoting import quotes
from radar.tui.detail.typography import Typography
from radar.tui.detail.voices import (
    CLAIM,
    RELEASE,
    Voice,
    Voices,
    agreed,
    aside,
    dispute,
    name_of,
    spoken,
    voices_of,
    whose,
)

_NO_VOICE = Voices(Agreement.UNASKED, "")


def flags(entry: PaperEntry, book: EvidenceBook, signs: Typography) -> Iterator[Block]:
    """Yield the three flags of the shown summary, each with how rules and model stand to each other on it."""
    shown, other = entry.summary.flags, _other(entry)
    code, results = voices_of(entry)
    yield from _release("CODE", shown.code, entry.paper, code, book, signs)
    yield from _unshown(code, shown.code.value is not Release.NONE, book, signs)
    yield from aside(code, book, signs)
    yield from _release("DATA", shown.data, entry.paper, _NO_VOICE, book, signs)
    if other is not None and other.flags.data.value is not shown.data.value:
        yield _otherwise(other, RELEASE[other.flags.data.value])
        yield from _grounds(other.flags.data, book, signs)
    yield from _claims(shown, results, book, signs)
    stated = shown.results.value is not Claim.NONE
    yield from _unshown(results, stated, book, signs)
    if other is not None and _differs_in_rank(shown.results, other.flags.results, results):
        yield _otherwise(other, _claim_words(other.flags.results, signs))
        known = set(claim_evidence(shown))
        yield from quotes(
            [span for span in claim_evidence(other.flags) if span not in known][:1], book, signs
        )
    yield from aside(results, book, signs)


def _other(entry: PaperEntry) -> Summary | None:
    """Return the reading to compare the shown one with: the rules' for a model's, else the last model's."""
    if entry.summary.provenance.summariser == OFFLINE:
        return model_summary(entry.summaries, entry.summary)
    return rules_summary(entry.summaries)


def _unshown(voices: Voices, stated: bool, book: EvidenceBook, signs: Typography) -> Iterator[Block]:
    """Yield what one side alone says where the shown summary is the other side's."""
    alone = {Agreement.RULE: voices.rules, Agreement.MODEL: voices.theirs}.get(voices.agreement)
    if alone is not None and not stated:
        yield from spoken(alone, book, signs)


def _release(
    label: str,
    status: CodeStatus | DataStatus,
    paper: Paper,
    voices: Voices,
    book: EvidenceBook,
    signs: Typography,
) -> Iterator[Block]:
    none = status.value is Release.NONE
    if voices.agreement is Agreement.DISPUTED:
        yield _contradiction(label, RELEASE[status.value], "", signs)
        if status.url:
            yield _link(status.url, signs)
        yield from dispute(voices, book, signs)
        return
    writer = Writer().add(RELEASE[status.value], Role.QUIET if none else Role.STRONG)
    if not none:
        writer.add(f"{signs.dot}{_whose(status, paper, voices)}", Role.QUIET)
    if status.basis is not Basis.MODEL or voices.agreement is not Agreement.MODEL:
        writer.add(agreed(voices, signs, not none), Role.QUIET)
    yield writer.block(label=label, indent=LABEL_WIDTH)
    yield from _grounds(status, book, signs)


def _contradiction(label: str, shown: str, figure: str, signs: Typography) -> Block:
    writer = Writer().add("disputed", Role.WARNING)
    writer.add(f"{signs.dot}the list shows: ", Role.QUIET).add(shown, Role.STRONG)
    if figure:
        writer.add(f"{signs.dot}{signs.figure(figure)}", Role.STRONG)
    return writer.block(label=label, indent=LABEL_WIDTH)


def _grounds(status: CodeStatus | DataStatus, book: EvidenceBook, signs: Typography) -> Iterator[Block]:
    if status.url:
        yield _link(status.url, signs)
    if status.evidence is not None:
        yield from quotes([status.evidence], book, signs, by_model=status.basis is Basis.MODEL)


def _link(url: str, signs: Typography) -> Block:
    kind = kind_of(url)
    return link_block("", url, "" if kind is LinkKind.REPOSITORY else f"{signs.dot}{kind.value}")


def _whose(status: CodeStatus | DataStatus, paper: Paper, voices: Voices) -> str:
    if status.basis is Basis.MODEL and voices.agreement is Agreement.MODEL:
        return f"only {voices.model} says so, by this sentence"
    return whose(status, paper)


def _claims(these: Flags, voices: Voices, book: EvidenceBook, signs: Typography) -> Iterator[Block]:
    results = these.results
    if voices.agreement is Agreement.DISPUTED:
        yield _contradiction("CLAIMS", _claim_words(results, signs), results.figure, signs)
        yield from dispute(voices, book, signs)
        yield from _more(these, [voice.spans[0] for voice in _sides(voices) if voice.spans], book)
        return
    none = results.value is Claim.NONE and not results.state_of_the_art
    writer = Writer().add(_claim_words(results, signs), Role.QUIET if none else Role.STRONG)
    if results.figure:
        writer.add(f"{signs.dot}{signs.figure(results.figure)}", Role.STRONG)
    writer.add(agreed(voices, signs, results.value is not Claim.NONE), Role.QUIET)
    yield writer.block(label="CLAIMS", indent=LABEL_WIDTH)
    quoted = _best(list(claim_evidence(these)), results.state_of_the_art_evidence)
    by_model = voices.agreement is Agreement.MODEL
    yield from quotes(quoted, book, signs, by_model=by_model)
    yield from _more(these, quoted, book, by_model=by_model)


def _sides(voices: Voices) -> tuple[Voice, ...]:
    return tuple(voice for voice in (voices.rules, voices.theirs) if voice is not None)


def _more(
    these: Flags, quoted: list[Evidence], book: EvidenceBook, *, by_model: bool = False
) -> Iterator[Block]:
    """Count the claims that are not quoted; they are marked in the text below."""
    rest = [span for span in claim_evidence(these) if not any(_within(span, one) for one in quoted)]
    for span in claim_evidence(these):
        book.number(span, by_model=by_model)
    if rest:
        how = "marked" if by_model else "underlined"
        yield Block(f"and {len(rest)} more, {how} below", role=Role.QUIET, indent=LABEL_WIDTH)


def _best(spans: list[Evidence], state_of_the_art: Evidence | None) -> list[Evidence]:
    """Return the strongest claim, and the one to be best where it says more."""
    best = dict.fromkeys(span for span in (*spans[:1], state_of_the_art) if span is not None)
    return [one for one in best if not any(_within(one, other) for other in best if other != one)][:2]


def _within(span: Evidence, other: Evidence) -> bool:
    return span.field is other.field and other.start <= span.start and span.end <= other.end


def _claim_words(results: ResultClaim, signs: Typography) -> str:
    parts = ["state of the art"] if results.state_of_the_art else []
    if results.value is not Claim.NONE or not parts:
        parts.append(CLAIM[results.value])
    return signs.dot.join(parts)


def _differs_in_rank(one: ResultClaim, other: ResultClaim, voices: Voices) -> bool:
    """Whether only one reading claims the state of the art, where no contradiction is told already."""
    told = voices.agreement in (Agreement.DISPUTED, Agreement.RULE, Agreement.MODEL)
    return not told and one.state_of_the_art is not other.state_of_the_art


def _otherwise(other: Summary, value: str) -> Block:
    writer = Writer().add(f"{name_of(other)} read it otherwise: ", Role.WARNING).add(value, Role.STRONG)
    return writer.block(indent=LABEL_WIDTH)
