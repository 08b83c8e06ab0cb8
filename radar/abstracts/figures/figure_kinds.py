"""A figure: how it is written, how much it says, and whether it says so by itself."""

from __future__ import annotations

from enum import Enum

from radar.papers.bases import Value


class Kind(Enum):
    """How a figure is written."""

    CHANGE = "from one value to another"
    PERCENT = "a percentage"
    TIMES = "a multiple"
    POINTS = "points of a score"
    METRIC = "a metric with its value"
    RANK = "a rank"
    VALUE = "a measured value with its uncertainty"
    SIGNIFICANCE = "a number of standard deviations"
    WORD = "a word for a number"


class Figure(Value):
    """A figure, how much it says, and where it stands in its sentence."""

    text: str
    weight: float
    kind: Kind
    start: int
    end: int
    named: str = ""
    """The figure with what it measures, where that was asked already."""


_SIGNS = ("+", "−")


def names_itself(figure: Figure) -> bool:
    """Say whether the text of a figure says by itself what is measured, as "F1 0.92" and "+2.5 dB" do."""
    if figure.kind is Kind.POINTS:
        return "point" not in figure.text
    return figure.kind in (Kind.METRIC, Kind.RANK, Kind.VALUE, Kind.SIGNIFICANCE)


def may_be_bare(figure: Figure) -> bool:
    """Say whether a figure tells something where no word says what it measures."""
    if figure.kind in (Kind.PERCENT, Kind.TIMES, Kind.POINTS):
        return figure.text.startswith(_SIGNS)
    return figure.kind is not Kind.WORD
