"""The figure of a paper, from the figures of its claims."""

from __future__ import annotations

import re
from collections.abc import Callable

from radar.abstracts.bounds import bounded
from radar.abstracts.figures import Figure, may_be_bare, named_beside, names_itself
from radar.abstracts.measured import named_figure
from radar.abstracts.measured_around import named_around
from radar.abstracts.measured_further import named_change, named_further
from radar.abstracts.measured_over import named_over
from radar.abstracts.plain_scores import plain_score
from radar.abstracts.plain_values import plain_value
from radar.abstracts.shares_done import SHARE, share_done
from radar.abstracts.symbol_values import symbol_value
from radar.abstracts.text_units import Sentence


def key_figure(ordered: list[tuple[Sentence, Figure | None]]) -> tuple[str, int]:
    """Return the figure of the strongest claim that says what it measures, or else one that says less.

    A percentage, a multiple, points or a change that measure nothing tell a reader nothing, and neither
    does a share as much as another figure of the abstract.

    Args:
        ordered: the sentences that claim an outcome with a number, the strongest first, with their figures.

    Returns:
        the figure, empty for none, and the place of its claim.
    """
    bare = share = _NOTHING
    for place, (sentence, figure) in enumerate(ordered):
        if figure is None:
            continue
        named = named_figure(figure, sentence.text, sentence.lower)
        if SHARE.fullmatch(named):
            if done := share_done(named, figure, sentence.lower):
                return bounded(done, figure, sentence.lower), place
            share = share if share[0] else (bounded(named, figure, sentence.lower), place)
            continue
        if _PLACED.match(named) or figure.text == named:
            named = _first_named((named_change, named_around), figure, sentence) or named
        whole = bounded(named, figure, sentence.lower)
        if named != figure.text or names_itself(figure):
            return whole, place
        if not bare[0] and may_be_bare(figure):
            bare = whole, place
    return share if share[0] else _further(ordered, bare)


_NOTHING = "", 0
_PLACED = re.compile(r"[+−]?[\d.,–]+(?: %| points|×)? (?:on|in|over) ")
"""A figure that says where it holds, or over whom, which is less than what it measures."""


def _first_named(
    ways: tuple[Callable[[Figure, str, str], str], ...], figure: Figure, sentence: Sentence
) -> str:
    """Return a figure with what one of some ways finds that it measures, or nothing."""
    return next((named for way in ways if (named := way(figure, sentence.text, sentence.lower))), "")


def _further(ordered: list[tuple[Sentence, Figure | None]], bare: tuple[str, int]) -> tuple[str, int]:
    """Return a figure that only words further off name, or a value of no such kind, or nothing.

    Beside a figure that stands bare, another of its sentence goes first.
    """
    if (found := _named_by((named_further,), ordered))[0]:
        return found
    if bare[0] and (other := _other_of(ordered[bare[1]][0], bare[0])):
        return other, bare[1]
    for read in (plain_value, plain_score):
        for place, (sentence, _) in enumerate(ordered):
            if value := read(sentence.lower, sentence.text):
                return value, place
    if (told := symbol_value([(sentence.lower, sentence.text) for sentence, _ in ordered]))[0]:
        return told
    if (found := _named_by((named_over,), ordered))[0]:
        return found
    return bare


def _named_by(
    ways: tuple[Callable[[Figure, str, str], str], ...], ordered: list[tuple[Sentence, Figure | None]]
) -> tuple[str, int]:
    """Return the first figure that one of some ways names, with its place."""
    for place, (sentence, figure) in enumerate(ordered):
        if figure and (named := _first_named(ways, figure, sentence)):
            return bounded(named, figure, sentence.lower), place
    return _NOTHING


def _other_of(sentence: Sentence, shown: str) -> str:
    """Return another figure of a sentence whose figure stands bare, or nothing."""
    other = None if "→" in shown else named_beside(sentence.lower, sentence.text)
    return bounded(other.named, other, sentence.lower) if other else ""
