"""Errors by their whole name: "RMSE" for what is called a root mean squared error."""

from __future__ import annotations

import re

from radar.abstracts.vocabulary.patterns import pattern

_CUT = pattern(
    r"(?:\broot[- ])?(?:\bmean[- ])?\b(?P<how>squared?|absolute(?: percentage)?) (?P<end>errors?"
    r"|deviations?)$"
)
_SHORT = {
    ("root", "squar"): "RMSE", ("", "squar"): "MSE", ("", "absolute"): "MAE",
    ("", "absolute percentage"): "MAPE",
}  # fmt: skip


def short_error(shown: str, lower: str) -> str:
    """Return a figure with the usual abbreviation of its error, where only a part of the name had room.

    Args:
        shown: the figure.
        lower: the sentence in lower case.
    """
    cut = _CUT.search(shown) if shown.endswith(("error", "errors")) else None
    if cut is None:
        return shown
    how = re.escape(cut["how"]).replace("squared", "squared?")
    kinds = {
        _SHORT.get((found["root"] or "", cut["how"].removesuffix("d").removesuffix("e")))
        or _SHORT.get((found["root"] or "", cut["how"]))
        for found in re.finditer(rf"\b(?:(?P<root>root)[- ])?mean[- ]{how} error", lower)
    }
    short = kinds.pop() if len(kinds) == 1 else None
    return f"{shown[: cut.start()]}{short}" if short else shown
