"""The key figure of a sentence, short enough for the list."""

from __future__ import annotations

import re
from dataclasses import dataclass

from radar.abstracts.patterns import pattern
from radar.abstracts.words import any_of

LONGEST = 14
"""A figure has at most so many characters."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure and how much it says."""

    text: str
    weight: float


_N = r"(?P<{0}>(?<![\d.,])\d{{1,9}}(?:,\d{{3}}){{0,3}}(?:\.\d{{1,6}})?)"
_UNIT = r"\s?\$?\s?(?P<unit>\\?%|\\,?\\%|per ?cent\b|percentage points?|pp\b)?\$?"
_FROM_TO = pattern(
    rf"\bfrom (?:\w+ )?\$?{_N.format('a')}{_UNIT.replace('unit', 'unit1')} (?:\([^)]{{0,30}}\) "
    rf")?to (?:\w+ )?\$?{_N.format('b')}{_UNIT.replace('unit', 'unit2')}"
)
_PERCENT = pattern(
    rf"(?P<sign>[+\-−–]|\\sim\s?|~|≈|>)?(?<![\w.]){_N.format('a')}(?:\s?\\?%?\s?(?:-|–|--"
    rf"|to)\s?{_N.format('b')})?\s?\$?\s?(?P<unit>\\?%|\\,\\%|per ?cent\b|percentage points?\b"
    rf"|pp\b)"
)
_TIMES = pattern(
    rf"(?P<a>\d(?<![\w.,]\d)\d{{0,8}}(?:,\d{{3}}){{0,3}}(?:\.\d{{1,6}})?)(?:\s?(?:\$?\\times\$?|×|x)?\s?(?:-|–|--"
    rf"|to)\s?{_N.format('b')})?\s?(?:\$?\\times\$?(?!\s?\d)|×(?!\s?\d)|x\b(?!\s?\d)"
    rf"|[- ]fold\b| times (?=faster|fewer|less|more|higher|lower|better|smaller|larger|speed"
    rf"|cheaper|the))"
)
_POINTS = pattern(
    rf"(?P<sign>[+\-−])?(?<![\w.]){_N.format('a')} (?:absolute |relative |average |percentage "
    rf"|macro-?)*(?P<unit>bleu|f1|rouge(?:-\w+)?|chrf|comet|db|elo|points?|pts)\b"
)
_METRIC = pattern(
    r"\b(?P<name>accuracy|f1(?:[- ]scores?)?|bleu|auc|auroc|wer|cer|map|miou|iou|psnr|ssim"
    r"|fid|recall|precision|kappa|mcc|ndcg|mrr|rmse|mae|spearman|pearson|perplexity|score"
    r"|correlation)(?:[^.;\d%]{0,24}?\b(?:of|is|was|to|at)"
    r"|\s?[=:(])? ?\$?(?:[^\s\d]{0,6}[=≈] ?)?(?P<a>\d*\.\d+)(?![\d\w]|\s?\\?%)"
)
_DOWN = pattern(
    r"\b(?:reduc\w*|decreas\w*|sav\w*|cut\w*|lower\w*|drop\w*|fewer|less|declin\w*|degrad\w*"
    r"|shrink\w*|compress\w*|shorten\w*|faster by|smaller|loss of|minimi[sz]\w*|fall\w*|fell"
    r"|trim\w*|diminish\w*)\b"
)
_UP = pattern(
    r"\b(?:improv\w*|increas\w*|gain\w*|boost\w*|rais\w*|higher|outperform\w*|surpass\w*"
    r"|exceed\w*|enhanc\w*|more)\b"
)
_SIZE = pattern(
    r"^\s?(?:of|in) (?:the |all |its |our |their )?(?:\w+ )?(?:data|samples|parameters"
    r"|annotations|training|examples|labels|labeled|papers|participants|dataset|corpus|tokens"
    r"|articles|respondents|cases|sentences|patients|population)\b"
)
_SETTING = pattern(
    r"\b(?:using|with|on|only|confidence|trained on|within|than|level of|a)\s(?:only |just "
    r"|less than |about |as little as |under |fewer than )*\$?$"
)
_WORDS = (
    ((" half", "halv"), pattern(r"\b(?:by|to|nearly|almost|about) half\b|\bhalv\w+\b"), "½"),
    (("doubl", "twice"), pattern(r"\bdoubl(?:es|ing|ed)\b|\btwice (?:as|the)\b"), "2×"),
)
_RANK = pattern(
    r"\b(?:ranks?|ranked|ranking|placed|won|wins?|achiev\w*|secur\w*|obtain\w*|the|came"
    r"|finish\w*) (?:\w+ ){0,3}?(?P<a>\d+(?:st|nd|rd|th)|first|second|third|fourth"
    r"|fifth)[ -](?:place|rank|position|out|overall|in|at|among|on)\b"
)
_PERCENT_GATES = ("%", "percent", "per cent", "pp")
_TIMES_GATES = ("\\times", "×", "x", "fold", "times ")
_POINTS_GATES = ("point", "pts", "bleu", "f1", "rouge", "chrf", "comet", "db", "elo")
_METRIC_GATES = (
    "accuracy", "f1", "bleu", "auc", "roc", "wer", "cer", "map", "iou", "psnr", "ssim", "fid", "recall",
    "precision", "kappa", "mcc", "ndcg", "mrr", "rmse", "mae", "spearman", "pearson", "perplexity", "score",
    "correlation",
)  # fmt: skip
_RANK_GATES = ("st ", "nd ", "rd ", "th ", "st-", "nd-", "rd-", "th-")
_ORDINALS = {"first": "1st", "second": "2nd", "third": "3rd", "fourth": "4th", "fifth": "5th"}


def best_figure(lower: str) -> Figure | None:
    """Return the figure of a lower-case sentence that says most; its numbers stand in the sentence."""
    found = [
        figure
        for read in (_from_to, _percent, _times, _points, _metric, _rank, _word)
        if (figure := read(lower))
    ]
    fitting = [figure for figure in found if len(figure.text) <= LONGEST]
    return max(fitting, key=lambda figure: figure.weight, default=None)


def _unit(unit: str | None) -> str:
    if not unit:
        return ""
    return (
        " points"
        if unit.startswith(("percentage", "pp"))
        else " %"
        if "%" in unit or unit.startswith("per")
        else f" {unit}"
    )


def _from_to(lower: str) -> Figure | None:
    match = _FROM_TO.search(lower) if "from " in lower and " to " in lower else None
    if not match:
        return None
    unit = _unit(match["unit2"] or match["unit1"])
    return Figure(f"{match['a']}→{match['b']}{unit}", 3.0 if unit else 2.2)


def _percent(lower: str) -> Figure | None:
    if not any_of(_PERCENT_GATES, lower):
        return None
    best: Figure | None = None
    for match in _PERCENT.finditer(lower):
        weight = 2.0
        before = lower[max(0, match.start() - 60) : match.start()]
        after = lower[match.end() : match.end() + 50]
        if _SIZE.match(after) or _SETTING.search(before):
            weight = 0.6
        sign = (
            ""
            if match["sign"] is None or match["sign"].strip("$ ") not in "+-−–"
            else match["sign"].replace("-", "−").replace("–", "−")
        )
        directed = sign or _direction(before, after)
        span = f"{match['a']}–{match['b']}" if match["b"] else match["a"]
        figure = Figure(f"{directed}{span}{_unit(match['unit'])}", weight + (0.5 if directed else 0.0))
        if best is None or figure.weight > best.weight:
            best = figure
    return best


def _direction(before: str, after: str) -> str:
    near = before[-45:]
    if re.search(
        r"\b(?:by|of|up to|over|about|approximately|around|nearly|than|an?|additional|roughly"
        r"|almost|least)\s\$?$",
        near,
    ) or re.match(
        r"\s?(?:\w+ )?(?:reduction|improvement|increase|decrease|gain|fewer|less|more|higher"
        r"|lower|faster|drop|relative|absolute|boost|savings?)",
        after,
    ):
        down = max((match.end() for match in _DOWN.finditer(near)), default=-1)
        up = max((match.end() for match in _UP.finditer(near)), default=-1)
        if _DOWN.match(after.lstrip().split(" ", 1)[0]):
            return "−"
        if _UP.match(after.lstrip().split(" ", 1)[0]):
            return "+"
        if down > up:
            return "−"
        if up > down:
            return "+"
    return ""


def _times(lower: str) -> Figure | None:
    match = _TIMES.search(lower) if any_of(_TIMES_GATES, lower) else None
    if not match:
        return None
    span = f"{match['a']}–{match['b']}" if match["b"] else match["a"]
    return Figure(f"{span}×", 2.3)


def _points(lower: str) -> Figure | None:
    match = _POINTS.search(lower) if any_of(_POINTS_GATES, lower) else None
    if not match or (
        match["unit"].startswith("point") and re.match(r"\s?(?:cloud|process|source)", lower[match.end() :])
    ):
        return None
    sign = (
        match["sign"]
        or _direction(
            lower[max(0, match.start() - 60) : match.start()], lower[match.end() : match.end() + 40]
        )
    ).replace("-", "−")
    names = {"points": "points", "point": "point", "pts": "points", "db": "dB", "elo": "Elo"}
    return Figure(f"{sign}{match['a']} {names.get(match['unit'], match['unit'].upper())}", 2.2)


def _metric(lower: str) -> Figure | None:
    match = _METRIC.search(lower) if "." in lower and any_of(_METRIC_GATES, lower) else None
    if not match:
        return None
    name = {
        "accuracy": "acc.",
        "correlation": "corr.",
        "precision": "prec.",
        "score": "score",
        "recall": "recall",
    }.get(match["name"], match["name"].split(" ")[0].split("-")[0].upper())
    return Figure(f"{name} {match['a']}", 1.6)


def _rank(lower: str) -> Figure | None:
    match = _RANK.search(lower) if any_of(_RANK_GATES, lower) else None
    return Figure(f"rank {_ORDINALS.get(match['a'], match['a'])}", 1.7) if match else None


def _word(lower: str) -> Figure | None:
    for gates, phrase, text in _WORDS:
        if any_of(gates, lower) and phrase.search(lower):
            return Figure(text, 1.2)
    return None
