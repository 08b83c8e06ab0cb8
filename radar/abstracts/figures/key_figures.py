"""The figure of a paper, from the figures of its claims."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from radar.abstracts.figures.bounds import bounded
from radar.abstracts.figures.complexities import complexity
from radar.abstracts.figures.figures import Figure, Kind, may_be_bare, named_beside, names_itself
from radar.abstracts.figures.further_amounts import further_amount
from radar.abstracts.figures.measured import compared_only, named_figure
from radar.abstracts.figures.measured_around import named_around
from radar.abstracts.figures.measured_errors import short_error
from radar.abstracts.figures.measured_further import named_change, named_further
from radar.abstracts.figures.measured_levels import any_level, named_level
from radar.abstracts.figures.measured_over import named_over
from radar.abstracts.figures.plain_scores import is_no_score, plain_score
from radar.abstracts.figures.plain_values import plain_value
from radar.abstracts.figures.shares_done import SHARE, is_of_time, share_done
from radar.abstracts.figures.symbol_values import symbol_value
from radar.abstracts.figures.told_indices import told_index
from radar.abstracts.figures.told_values import told_value
from radar.abstracts.text.plain_signs import with_plain_signs
from radar.abstracts.text.text_units import Sentence
from radar.abstracts.vocabulary.patterns import pattern
from radar.abstracts.vocabulary.words import any_of


def key_figure(ordered: list[tuple[Sentence, Figure | None]]) -> tuple[str, int]:
    """Return the figure of the strongest claim that says what it measures, or else one that says less.

    A percentage, a multiple, points or a change that measure nothing tell a reader nothing, and neither
    does a share as much as another figure of the abstract. So a share goes first only with what was done
    with it, and else, like a figure that stands bare, behind those that say what they measure; behind those
    come what words further off name, another figure of the sentence, values and scores that have a name,
    symbols, and last a gain with over whom it is.

    Args:
        ordered: the sentences that claim an outcome with a number, the strongest first, with their figures.

    Returns:
        the figure, empty for none, and the place of its claim.
    """
    told: list[_Claim] = []
    for sentence, figure in ordered:
        plain = _Told(with_plain_signs(sentence.text), with_plain_signs(sentence.lower))
        told.append((plain, figure if figure and _leads(figure, plain.lower) else None))
    contrasted = _contrasted([sentence for sentence, _ in ordered])
    order = sorted(
        range(len(told)),
        key=lambda place: place in contrasted or _ABLATION.match(told[place][0].lower) is not None,
    )
    shown, place = _first([told[place] for place in order])
    place = order[place] if order else 0
    shown = _SPAN.sub(_in_order, shown)
    return short_error(shown, told[place][0].lower) if told else shown, place


_ABLATION = pattern(r"\s*(?:(?:our|an|the|in|further|additional|extensive) )*ablations?\b")
"""Begins a sentence whose figures go behind all others."""


_CONTRASTS = ("in contrast", "by contrast", "conversely", "however", "in comparison")
_OWN_CONTRAST = pattern(
    r"(?:in contrast|by contrast|conversely|however|in comparison),? (?:ours?\b|the proposed )"
    r"(?! ?(?:ablat|simplif|reduc|weak|small)\w*\b)(?! ?(?:[\w-]+ ){1,3}"
    r"(?:drop|fall|degrad|declin|deteriorat|suffer|los[et]|fail|struggl|worsen|lag)\w*)"
)
_OWN_FIRST = pattern(
    r"(?:[a-z][^.;,]{0,60}, )?(?:our (?!(?:[\w-]+ )?(?:experiment|result|analy[sz]|evaluation|stud|benchmark"
    r"|finding|survey|investigation|comparison|review|audit|measurement|observation|test)s?)|ours\b"
    r"|the proposed |we (?:\w+ly )?(?:achiev|reach|improv|reduc|attain|obtain|outperform|surpass))"
)
"""Begins a sentence that is of the authors' own, so that what follows is no contrast of others with it."""


def _contrasted(sentences: list[Sentence]) -> set[int]:
    """Return the places of those sentences whose figures are others', as the next tells what is the own."""
    own = [
        sentence.start
        for sentence in sentences
        if sentence.lower.startswith(_CONTRASTS) and _OWN_CONTRAST.match(sentence.lower)
    ]
    if not own:
        return set()
    return {
        place
        for place, sentence in enumerate(sentences)
        for start in own
        if not _OWN_FIRST.match(sentence.lower.lstrip())
        and 0 <= start - sentence.start - len(sentence.text) <= _NEXT
    }


_NEXT = 3
"""So many characters lie between a sentence and the next."""


class _Told(NamedTuple):
    """A sentence with plain signs before its numbers."""

    text: str
    lower: str


_Claim = tuple[_Told, Figure | None]
_SPAN = pattern(r"(?P<a>\d[\d.]*)–(?P<b>\d[\d.]*)(?=[ ×]|$)")


def _in_order(span: re.Match[str]) -> str:
    """Return a span with its smaller end first."""
    ends = span["a"].rstrip("."), span["b"].rstrip(".")
    if any(end.count(".") > 1 for end in ends) or float(ends[0]) <= float(ends[1]):
        return span[0]
    return f"{span['b']}–{span['a']}"


_SIGNED = ("-", "−", "–", "$-", "$−")
_IN_A_BRACKET = pattern(r"\d\s?\\?%\$? \((?:from |between |95\s?\\?% ci[:,]? )?$")
_OF_A_FEW = pattern(r"\b(?:a few|several|some) (?:percentage )?points \((?:from |between )?$")
"""A span behind it may be of the points, or of what they changed."""
_RANGED_FROM = pattern(r"\b(?:rang|vary|vari|span)\w* (?:widely )?(?:from|between) $")


def _leads(figure: Figure, lower: str) -> bool:
    """Say whether a figure tells what it seems to: no interval around another, and no span across zero."""
    before = lower[max(0, figure.start - 60) : figure.start]
    if figure.kind is Kind.METRIC:
        return figure.text[0] == "+" or "→" in figure.text or not is_no_score(lower, figure.start, figure.end)
    if not any_of(_SPANS, figure.text):
        return True
    if _OF_A_FEW.search(before):
        return False
    if "→" in figure.text:
        return True
    across = lower.startswith(_SIGNED, figure.start) and _RANGED_FROM.search(before)
    falls = before.endswith("(") and _SPAN.sub(_in_order, figure.text) != figure.text
    return not across and not falls and not _IN_A_BRACKET.search(before)


_SPANS = ("–", "→")


def _first(ordered: list[_Claim]) -> tuple[str, int]:
    """Return the first figure that says what it measures, or what is told where none does."""
    bare = share = _NOTHING
    for place, (sentence, figure) in enumerate(ordered):
        if figure is None:
            continue
        named = named_figure(figure, sentence.text, sentence.lower)
        if SHARE.fullmatch(named):
            if done := share_done(named, figure, sentence.lower):
                return bounded(done, figure, sentence.lower), place
            if is_of_time(named):
                continue
            share = share if share[0] else (bounded(named, figure, sentence.lower), place)
            continue
        if _PLACED.match(named) or figure.text == named:
            named = _first_named((named_change, named_around), figure, sentence) or named
        whole = bounded(named, figure, sentence.lower)
        if named != figure.text or names_itself(figure):
            better = (
                _value_with_noun(ordered) if whole == figure.text and figure.kind is Kind.VALUE else _NOTHING
            )
            return better if better[0] else (whole, place)
        if not bare[0]:
            bare = (whole if may_be_bare(figure) else compared_only(figure, sentence.lower)), place
    if not share[0]:
        return _further(ordered, bare)
    for told in (_value, _level):
        found = told(ordered)
        beside = found[1] == share[1] and not found[0].startswith(_PART)
        beside = beside and not _is_threshold(found[0], ordered[found[1]][0].lower)
        if found[0] and (beside or any_of(_ERRORS, found[0])):
            return found
    return share


def _is_threshold(told: str, lower: str) -> bool:
    """Say whether a value is the bound that those have of which a sentence tells the share."""
    number = _VALUE.search(told)
    at = lower.find(number[0]) if number else -1
    return at >= 0 and _THRESHOLD.search(lower[max(0, at - 60) : at]) is not None


_VALUE = re.compile(r"\d[\d.,]*")
_THRESHOLD = pattern(
    r"\b(?:threshold|cut-?off|criterion)\b[^,;.]{0,50}$"
    r"|(?:[<>≥≤≳≲]|\\(?:geq?|leq?|gtrsim|lesssim|gt|lt)(?![a-z])|\bat (?:least|most)"
    r"|\b(?:more|less|greater|larger|smaller|higher|lower|fewer) than"
    r"|\b(?:above|below|over|under|exceeding|beyond))[\s$~≈]*$"
)
_PART = "1/"
"""Begins a part in words, which tells no more than a share does."""


_NOTHING = "", 0
_PLACED = pattern(r"[+−]?[\d.,–]+(?: %| points|×)? (?:on|in|over) ")
"""A figure that says where it holds, or over whom, which is less than what it measures."""


def _first_named(ways: tuple[Callable[[Figure, str, str], str], ...], figure: Figure, sentence: _Told) -> str:
    """Return a figure with what one of some ways finds that it measures, or nothing."""
    return next((named for way in ways if (named := way(figure, sentence.text, sentence.lower))), "")


def _further(ordered: list[_Claim], bare: tuple[str, int]) -> tuple[str, int]:
    """Return a figure that only words further off name, or a value of no such kind, or nothing.

    Beside a figure that stands bare, another of its sentence goes first.
    """
    if (found := _named_by((named_further,), ordered))[0]:
        return found
    if bare[0] and (other := _other_of(ordered[bare[1]][0], bare[0])):
        return other, bare[1]
    if (told := _value(ordered))[0]:
        return told
    if (found := _named_by((named_over, named_level), ordered))[0] or bare[0]:
        return found if found[0] else bare
    return _read_by((any_level, told_index, told_value, complexity, further_amount), ordered)


def _level(ordered: list[_Claim]) -> tuple[str, int]:
    """Return a percentage with what it is of, or a value with its noun, with its place, or nothing."""
    found = _named_by((named_over, named_level), ordered)
    return found if found[0] else _read_by((any_level, told_value), ordered)


def _value(ordered: list[_Claim]) -> tuple[str, int]:
    """Return a value or a score that has a name, or one of a symbol, with its place, or nothing."""
    if (told := _read_by((plain_value, plain_score), ordered))[0]:
        return told
    return symbol_value([(sentence.lower, sentence.text) for sentence, _ in ordered])


def _read_by(ways: tuple[Callable[[str, str], str], ...], ordered: list[_Claim]) -> tuple[str, int]:
    """Return what the first of some ways reads in the first sentence that it reads, with its place."""
    for read in ways:
        for place, (sentence, _) in enumerate(ordered):
            if value := read(sentence.lower, sentence.text):
                return value, place
    return _NOTHING


def _value_with_noun(ordered: list[_Claim]) -> tuple[str, int]:
    """Return a measured value that says what it is of, with its place, or nothing."""
    told = symbol_value([(sentence.lower, sentence.text) for sentence, _ in ordered])
    told = told if told[0] else _read_by((told_value,), ordered)
    return told if any_of(_ERRORS, told[0]) else _NOTHING


_ERRORS = ("±", "−")


def _named_by(ways: tuple[Callable[[Figure, str, str], str], ...], ordered: list[_Claim]) -> tuple[str, int]:
    """Return the first figure that one of some ways names, with its place."""
    for place, (sentence, figure) in enumerate(ordered):
        if figure and (named := _first_named(ways, figure, sentence)):
            return bounded(named, figure, sentence.lower), place
    return _NOTHING


def _other_of(sentence: _Told, shown: str) -> str:
    """Return another figure of a sentence whose figure stands bare, or nothing."""
    other = None if "→" in shown else named_beside(sentence.lower, sentence.text)
    return bounded(other.named, other, sentence.lower) if other else ""
