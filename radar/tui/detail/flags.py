"""Code, data and claims in the detail: the value, whose word it is, and the words it stands on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from radar.abstracts.links import LinkKind, kind_of
from radar.papers.evidence import Evidence, TextField
from radar.papers.flags import Basis, Claim, CodeStatus, DataStatus, Flags, Release, ResultClaim
from radar.papers.paper import Paper
from radar.papers.query import PaperEntry
from radar.papers.summary import Summary
from radar.papers.text import clean
from radar.tui.detail.blocks import Block, Role, Writer
from radar.tui.detail.evidence import EvidenceBook, claim_evidence
from radar.tui.detail.head import LABEL_WIDTH, link_block
from radar.tui.detail.typography import Typography

OFFLINE = "offline"
"""Name of the summariser that reads by rule."""
_QUOTED = 200
"""Characters of a quotation at most."""
_RELEASE = {Release.RELEASED: "released", Release.PROMISED: "promised", Release.NONE: "none stated"}
_CLAIM = {Claim.QUANTIFIED: "with numbers", Claim.QUALITATIVE: "in words", Claim.NONE: "none stated"}
_GUESSED = "the listing's own guess, not the authors' word"
_GIVEN = {"auto": _GUESSED, "author": "the authors, in a field of the listing"}


def flags(entry: PaperEntry, book: EvidenceBook, signs: Typography) -> Iterator[Block]:
    """Yield the three flags of the shown summary, each followed by what another reading says instead."""
    shown_flags = entry.summary.flags
    other = counterpart(entry)
    rest = other.flags if other is not None else shown_flags
    reader = _reader(other) if other is not None else ""
    for label, mine, its in (
        ("CODE", shown_flags.code, rest.code),
        ("DATA", shown_flags.data, rest.data),
    ):
        yield from _release(label, mine, entry.paper, book, signs)
        if its.value is not mine.value:
            yield _other(reader, _RELEASE[its.value]).block(indent=LABEL_WIDTH)
            yield from _grounds(its, book, signs)
    yield from _claims(shown_flags, book, signs)
    if _claim_differs(shown_flags.results, rest.results):
        yield _other(reader, _claim_words(rest.results, signs)).block(indent=LABEL_WIDTH)
        known = set(claim_evidence(shown_flags))
        yield from _quotes([span for span in claim_evidence(rest) if span not in known][:1], book, signs)


def counterpart(entry: PaperEntry) -> Summary | None:
    """Return the reading to compare the shown one with: the rules' for a model's, else the last model's."""
    by_rule = [one for one in entry.summaries if one.provenance.summariser == OFFLINE]
    others = [one for one in entry.summaries if one.provenance.summariser != OFFLINE]
    rest = others if entry.summary.provenance.summariser == OFFLINE else by_rule
    return rest[-1] if rest else None


def _release(
    label: str, status: CodeStatus | DataStatus, paper: Paper, book: EvidenceBook, signs: Typography
) -> Iterator[Block]:
    none = status.value is Release.NONE
    writer = Writer().add(_RELEASE[status.value], Role.QUIET if none else Role.STRONG)
    if not none:
        writer.add(f"{signs.dot}{_whose(status, paper)}", Role.QUIET)
    yield writer.block(label=label, indent=LABEL_WIDTH)
    yield from _grounds(status, book, signs)


def _grounds(status: CodeStatus | DataStatus, book: EvidenceBook, signs: Typography) -> Iterator[Block]:
    if status.url:
        kind = kind_of(status.url)
        note = "" if kind is LinkKind.REPOSITORY else f"{signs.dot}{kind.value}"
        yield link_block("", status.url, note)
    if status.evidence is not None:
        yield from _quotes([status.evidence], book, signs)


def _whose(status: CodeStatus | DataStatus, paper: Paper) -> str:
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


def _claims(these: Flags, book: EvidenceBook, signs: Typography) -> Iterator[Block]:
    results = these.results
    none = results.value is Claim.NONE and not results.state_of_the_art
    writer = Writer().add(_claim_words(results, signs), Role.QUIET if none else Role.STRONG)
    if results.figure:
        writer.add(f"{signs.dot}{signs.figure(results.figure)}", Role.STRONG)
    yield writer.block(label="CLAIMS", indent=LABEL_WIDTH)
    spans = list(claim_evidence(these))
    quoted = _best(spans, results.state_of_the_art_evidence)
    yield from _quotes(quoted, book, signs)
    rest = [span for span in spans if not any(_within(span, one) for one in quoted)]
    if rest:
        yield Block(f"and {len(rest)} more, underlined below", role=Role.QUIET, indent=LABEL_WIDTH)


def _best(spans: list[Evidence], state_of_the_art: Evidence | None) -> list[Evidence]:
    """Return the strongest claim, and the one to be best where it says more."""
    best = dict.fromkeys(span for span in (*spans[:1], state_of_the_art) if span is not None)
    return [one for one in best if not any(_within(one, other) for other in best if other != one)][:2]


def _within(span: Evidence, other: Evidence) -> bool:
    return span.field is other.field and other.start <= span.start and span.end <= other.end


def _claim_words(results: ResultClaim, signs: Typography) -> str:
    parts = ["state of the art"] if results.state_of_the_art else []
    if results.value is not Claim.NONE or not parts:
        parts.append(_CLAIM[results.value])
    return signs.dot.join(parts)


def _claim_differs(one: ResultClaim, other: ResultClaim) -> bool:
    return (one.value, one.state_of_the_art) != (other.value, other.state_of_the_art)


def _quotes(spans: Iterable[Evidence], book: EvidenceBook, signs: Typography) -> Iterator[Block]:
    for span in spans:
        words = _shortened(book.quote(span), signs)
        if words and span.field is not TextField.METADATA:
            quoted = f"{signs.open_quote}{words}{signs.close_quote}"
            writer = Writer().add(quoted, Role.TEXT, evidence=book.number(span))
            yield writer.block(indent=LABEL_WIDTH)


def _shortened(words: str, signs: Typography) -> str:
    """Cut long words short at a blank; they stand in full in the text below."""
    if len(words) <= _QUOTED:
        return words
    return words[:_QUOTED].rpartition(" ")[0] + signs.ellipsis


def _other(reader: str, value: str) -> Writer:
    return Writer().add(f"{reader} read it otherwise: ", Role.WARNING).add(value, Role.STRONG)


def _reader(summary: Summary) -> str:
    made = summary.provenance
    return "the rules" if made.summariser == OFFLINE else clean(made.model or made.summariser)
