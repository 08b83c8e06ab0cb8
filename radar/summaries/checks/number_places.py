"""Whether each number of a takeaway is told of what the paper gives it to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from radar.summaries.checks.surroundings import (
    MOST_PLACES,
    Margin,
    Number,
    Surroundings,
    Tokens,
    counted,
    likeness,
)

_MARGIN: Final = Margin(least=0.4, times=2.0, more=0.1)
"""Chosen on takeaways by models: true ones, and such with one falsehood."""


def number_of_another(takeaway: Tokens, paper: Tokens) -> bool:
    """Say whether a number of a takeaway stands where the paper has another one of the same unit.

    Two numbers that both stand in the takeaway are compared as they are told and exchanged.
    """
    said = {number.value: takeaway.around(number.place) for number in takeaway.numbers}
    for number in takeaway.numbers:
        alike = [other for other in paper.numbers if other.unit == number.unit]
        if len({other.value for other in alike}) < 2 or len(alike) > MOST_PLACES:
            continue
        places = _by_value(alike, paper)
        if number.value in places and _is_of_another(number.value, said, places):
            return True
    return False


def _by_value(numbers: Sequence[Number], paper: Tokens) -> Mapping[str, Sequence[Surroundings]]:
    places: dict[str, list[Surroundings]] = {}
    for number in numbers:
        places.setdefault(number.value, []).append(paper.around(number.place))
    return places


def _is_of_another(
    value: str, said: Mapping[str, Surroundings], places: Mapping[str, Sequence[Surroundings]]
) -> bool:
    common = counted(around for of_one in places.values() for around in of_one)

    def fits(told: str, given: str) -> float:
        return max(likeness(said[told], around, common) for around in places[given])

    own = fits(value, value)
    for other in places.keys() - {value}:
        as_told, exchanged = own, fits(value, other)
        if other in said:
            as_told, exchanged = as_told + fits(other, other), exchanged + fits(other, value)
        if _MARGIN.is_passed(exchanged, as_told):
            return True
    return False
