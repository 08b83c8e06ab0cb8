"""The figure of a paper, from the figures of its claims."""

from __future__ import annotations

from radar.abstracts.bounds import bounded
from radar.abstracts.figures import Figure, may_be_bare, named_beside, names_itself
from radar.abstracts.measured import named_figure
from radar.abstracts.measured_further import named_further
from radar.abstracts.plain_values import plain_value
from radar.abstracts.text_units import Sentence


def key_figure(ordered: list[tuple[Sentence, Figure | None]]) -> tuple[str, int]:
    """Return the figure of the strongest claim that says what it measures, or else one that may be bare.

    A percentage or a multiple that neither rises nor falls and measures nothing tells a reader nothing.

    Args:
        ordered: the sentences that claim an outcome with a number, the strongest first, with their figures.

    Returns:
        the figure, empty for none, and the place of its claim.
    """
    shown = "", 0
    for place, (sentence, figure) in enumerate(ordered):
        if figure:
            named = named_figure(figure, sentence.text, sentence.lower)
            whole = bounded(named, figure, sentence.lower)
            if named != figure.text or names_itself(figure):
                return whole, place
            if not shown[0] and may_be_bare(figure):
                shown = whole, place
    return _further(ordered, shown) or shown


def _further(ordered: list[tuple[Sentence, Figure | None]], shown: tuple[str, int]) -> tuple[str, int] | None:
    """Return a figure that only words further off name, or a value of no such kind, or nothing.

    Beside a figure that is shown bare, only another of its sentence may go for it.
    """
    for place, (sentence, figure) in enumerate(ordered):
        if figure and (named := named_further(figure, sentence.text, sentence.lower)):
            return bounded(named, figure, sentence.lower), place
    if shown[0]:
        sentence = ordered[shown[1]][0]
        other = None if "→" in shown[0] else named_beside(sentence.lower, sentence.text)
        return (bounded(other.named, other, sentence.lower), shown[1]) if other else None
    for place, (sentence, _) in enumerate(ordered):
        if value := plain_value(sentence.lower, sentence.text):
            return value, place
    return None
