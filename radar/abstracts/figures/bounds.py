"""Whether a figure is what is reached in every case, or only its bound: "up to 12 %", "<1 %"."""

from __future__ import annotations

from radar.abstracts.figures.figure_kinds import Figure, Kind
from radar.abstracts.vocabulary.patterns import pattern
from radar.abstracts.vocabulary.words import any_of

_SO_FAR = (
    r"(?: (?:an?|the|about|approximately|around|roughly|nearly))?"
    r"[\s$~≈]*(?:\\(?:sim|approx)[\s$]*)?(?:\\text[a-z]+\{)*"
)
_LISTED = r"(?:[+−-]?\d[\d.,]*\s?(?:\\?%|x|×|\\times)?\$?(?:,| and|, and| or)\s[$~≈]*)*"
"""Other figures of a list, of which the bound stands before the first."""
_AT_MOST = pattern(
    r"(?:(?<!-)\bup ?to|\bas (?:much|high|many|large) as|\bat most|≤|\\leq?(?![a-z])"
    r"|\b(?:no|none of the) (?:[\w-]+ ){1,4}?(?:exceed|surpass|reach|attain|achiev)(?:e?s|ed|ing)?"
    r"(?: an? [\w-]+ of)?)"
    rf"{_SO_FAR}{_LISTED}$"
)
_LESS = pattern(
    rf"(?:\bunder|\bbelow|(?<!\bno )(?<!\bnot )\b(?:less|fewer) than|<|\\(?:lt|lesssim)(?![a-z])){_SO_FAR}$"
)
_MORE = pattern(
    rf"(?:\bover|\babove|\bexceed(?:s|ed|ing)?|\bsurpass(?:es|ed|ing)|\b(?:more|greater|higher|better) than"
    rf"|>|\\(?:gt|gtrsim)(?![a-z])){_SO_FAR}$"
)
_DENIED = (
    r"\b(?:no|none|neither|nor|never|cannot|fail(?:s|ed|ing)? to|unable to"
    r"|not(?! (?:only|just|merely|simply|solely)\b))\b"
)
_NONE = pattern(
    rf"{_DENIED}(?:(?!\b(?:and|but|while|whereas|where|which|that|who|yet|fail(?:s|ed|ing)?)\b)[^.;:,()])"
    r"{0,70}$"
)
"""Who does not come above a bound stays below it."""
_NO_SIGN = pattern(
    r"(?:\b(?:not|no|none|neither|nor|never|cannot|fail(?:s|ed|ing)?|unable|without)\b[^.;,()]{0,70}"
    r"|\b(?:barely|hardly|rarely|seldom|scarcely|few|little|los(?:es?|t|ing))\b[^.;,()]{0,40}"
    r"|\b(?:only|just|merely) (?:[a-z]+ly |a little )?[a-z]+(?: than)?[\s$~≈]{0,3})$"
)
"""Before a bound of which it cannot be told whether it says much or little."""
_AT_LEAST = pattern(rf"(?:\bat least|≥|\\geq?(?![a-z])){_SO_FAR}$")
_ALMOST = pattern(r"\b(?:nearly|almost)(?: an?)?[\s$~≈]*$")
_GATES = (
    "up to", "upto", " as ", "at most", "≤", "\\le", "under", "below", " than", "<", "\\lt", "no ",
    "none ", "over", "above", "exceed", "surpass", ">", "\\g", "at least", "≥", "nearly", "almost",
)  # fmt: skip
"""One of these stands wherever a pattern matches."""
_REACH = 60
"""So many characters before a figure may hold what bounds it."""
_FAR = 100
"""And so many may hold what denies it."""
_BOUNDED = (Kind.PERCENT, Kind.TIMES, Kind.POINTS, Kind.WORD, Kind.SIGNIFICANCE)
_SIGNS = ("+", "−")
UP_TO, LESS_THAN = "up to ", "<"


def bounded(named: str, figure: Figure, lower: str) -> str:
    """Return a figure as it is shown, with its bound where the sentence gives it as no more than that.

    A bound from below is left out of a fall or a rise: "by over 12 %" as "−12 %" says nothing too much.

    Args:
        named: the figure, with what it measures.
        figure: where it stands.
        lower: the sentence in lower case.
    """
    before = lower[max(0, figure.start - _REACH) : figure.start]
    within = lower[figure.start : figure.end]
    if not any_of(_GATES, before + within):
        return named
    if figure.kind is Kind.METRIC:
        return named if _NO_SIGN.search(before) else _bounded_metric(named, within)
    if figure.kind not in _BOUNDED:
        return named
    if UP_TO in within or _AT_MOST.search(before):
        return UP_TO + named
    if named.startswith(_SIGNS):
        # "By less than 12 %" is a fall or a rise that is no bound any more once it has its sign.
        return named
    if _LESS.search(before):
        return LESS_THAN + named
    if _MORE.search(before) and _NONE.search(lower[max(0, figure.start - _FAR) : figure.start]):
        return UP_TO + named
    if named[0].isalpha() or "–" in named or _NO_SIGN.search(before):
        return named
    bound = _from_below(before, within)
    return (bound or "~") + named[1:] if named[0] == "~" else bound + named


def _bounded_metric(named: str, within: str) -> str:
    """Return a metric with its bound before its value: "recall up to 0.9", "AUC >0.9"."""
    name, _, value = named.replace(UP_TO, "").rpartition(" ")
    if UP_TO in within:
        return f"{name} {UP_TO}{value}"
    bound = _MORE.search(within.rstrip("0123456789.")) if value[0].isdigit() and "→" not in value else None
    return f"{name} >{value}" if bound else named


def _from_below(before: str, within: str) -> str:
    """Return the sign of what is more, is so much at least, or comes near it."""
    if within.startswith(">") or _MORE.search(before):
        return ">"
    return "≥" if _AT_LEAST.search(before) else _almost(before, within)


def _almost(before: str, within: str) -> str:
    return "~" if _ALMOST.search(before) or within.startswith(("nearly", "almost")) else ""
