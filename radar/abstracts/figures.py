"""The key figure of a sentence, short enough for the list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from radar.abstracts.patterns import pattern
from radar.abstracts.words import any_of


class Kind(Enum):
    """How a figure is written."""

    CHANGE = "from one value to another"
    PERCENT = "a percentage"
    TIMES = "a multiple"
    POINTS = "points of a score"
    METRIC = "a metric with its value"
    RANK = "a rank"
    VALUE = "a measured value with its uncertainty"
    WORD = "a word for a number"


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure, how much it says, and where it stands in its sentence."""

    text: str
    weight: float
    kind: Kind
    start: int
    end: int


_N = r"(?P<{0}>(?<![\d.,])\d{{1,9}}(?:,\d{{3}}){{0,3}}(?:\.\d{{1,6}})?)"
_UNIT = r"\s?\$?\s?(?P<unit>\\?%|\\,?\\%|per ?cent\b|percentage points?|pp\b)?\$?"
_FROM_TO = pattern(
    rf"\bfrom (?:\w+ )?\$?{_N.format('a')}{_UNIT.replace('unit', 'unit1')} (?:\([^)]{{0,30}}\) "
    rf")?to (?:(?!\d)\w+ )?\$?{_N.format('b')}(?![\d,.]*\s?[kmb]\b){_UNIT.replace('unit', 'unit2')}"
)
_SPAN_OF = pattern(
    r"\b(?:rang\w*|var(?:y|ies|ying|ied)|span\w*|scal\w*|siz\w+|models?|years?|ages?|aged|epochs?|grows?|growing"
    r"|datasets?|lengths?|levels?|redshifts?|dates?|period)\W{0,3}(?:\w+\W{1,3}){0,2}$"
)
_COUNTED = pattern(
    r"^\W{0,3}(?:years?|parameters?|layers?|languages|steps|tokens|frames|bits?|nodes|agents|samples|images|shots"
    r"|tasks|classes|participants|hz|khz|mhz|ghz|kpc|mpc|pc)\b"
)
_PERCENT = pattern(
    rf"(?P<sign>(?<![\w)}}])[+\-−–]|\\sim\s?|~|≈|>)?(?<![\w.@]){_N.format('a')}(?:\s?\\?%?\s?(?:-|–|--"
    rf"|to)\s?{_N.format('b')})?\s?\$?\s?(?P<unit>\\?%|\\,\\%|per ?cent\b|percentage points?\b"
    rf"|pp\b)"
)
_TIMES = pattern(
    rf"(?P<a>\d(?<![\w.,]\d)\d{{0,8}}(?:,\d{{3}}){{0,3}}(?:\.\d{{1,6}})?)(?:\s?(?:\$?\\times\$?|×|x)?\s?(?:-|–|--"
    rf"|to)\s?{_N.format('b')})?\s?(?:\$?\\times\$?(?!\s?\d)|×(?!\s?\d)|x\b(?!\s?\d)"
    rf"|[- ]fold\b| times (?=faster|fewer|less|more|higher|lower|better|smaller|larger|speed"
    rf"|cheaper|the))"
)
_NOT_TIMES = pattern(
    r"^\W{0,3}(?:super-?resolution|sr\b|up-?(?:sampl|scal)\w*|down-?(?:sampl|scal)\w*|magnif\w*|zoom\w*|upscal\w*|nvidia"
    r"|gpus?|[ahb]\d00|rtx|scaling factor|compression ratio|grid|binning|image)\b"
)
_FACTOR = pattern(
    rf"\bby (?:a |more than a |nearly a |up to a )?factors? of (?:up to |about |over |roughly )?"
    rf"\$?{_N.format('a')}(?:\s?(?:-|–|--|to)\s?{_N.format('b')})?\$?(?!\s?\\times|\s?×|\^)"
)
_POINTS = pattern(
    rf"(?P<sign>(?<![\w)])[+\-−])?(?<![\w.]){_N.format('a')}(?:\s?(?:-|–|--|to|\$?\\sim\$?)\s?{_N.format('b')})? (?:absolute |relative |average |percentage "
    rf"|accuracy |macro-?)*(?P<unit>bleu|f1|rouge(?:-\w+)?|chrf|comet|db|elo|points?|pts)\b"
)
_METRIC = pattern(
    r"\b(?P<name>accuracy|f1(?:[- ]scores?)?|bleu|auc|auroc|wer|cer|map|miou|iou|psnr|ssim"
    r"|fid|recall|precision|kappa|mcc|ndcg|mrr|rmse|mae|spearman|pearson|perplexity|score"
    r"|correlation)(?:[^.;\d%]{0,24}?\b(?:of|is|was|to|at)"
    r"|\s?[=:(])? ?\$?(?:[^\s\d]{0,6}[=≈] ?)?(?P<a>(?<![\w-])\d*\.\d+)(?![\d\w]|\s?\\?%)"
)
_DOWN = pattern(
    r"\b(?:reduc\w*|decreas\w*|sav(?:e[sd]?|ings?)\b|cut(?:s|ting)?\b|lower(?:s|ed|ing)\b|drop\w*|fewer|less|declin\w*"
    r"|degrad\w*|shrink\w*|shorten\w*|loss of|minimi[sz]\w*|fall\w*|fell|trim\w*|diminish\w*)"
)
_UP = pattern(
    r"\b(?:improv\w*|increas\w*|gain\w*|boost\w*|rais\w*|lift\w*|rise\w*|rose|outperform\w*|surpass\w*|exceed\w*|enhanc\w*"
    r"|grow\w*|grew|beat(?:s|ing)?)\b"
)
_ABOUT = (
    r"(?:(?:up to|at least|more than|as much as|an average of|over|about|approximately|around|nearly|almost|roughly"
    r"|another|an additional|additional|averages? of|a relative|an absolute|a|an|on average|~|≈|\\sim) ?)*[$\s{~+\-−]*$"
)
_BY = pattern(r"\bby (?:[a-z]+ly )?" + _ABOUT)
_GAIN_NOUN = r"(?P<noun>improvements?|gains?|increases?|boosts?|rises?|reductions?|decreases?|drops?|savings?|declines?)"
_GAIN_OF = pattern(
    rf"\b{_GAIN_NOUN} (?:(?:in|on|over) [\w\s-]{{1,40}}? )?(?:of |by |exceeding |reaching |\()?" + _ABOUT
)
_GAIN_AFTER = pattern(
    r"^\s?(?:(?:relative|absolute|average|overall|total|mean|performance|accuracy|rank-1|f1|bleu|wer|error|cost|token"
    r"|latency|memory|speed|energy|throughput|relative|macro-f1|[a-z]+) ){0,2}?" + _GAIN_NOUN + r"\b"
)
_COMPARATIVE = pattern(
    r"^\s?(?:relative |absolute )?(?P<word>fewer|less|lower|smaller|shorter|more|higher|larger|greater|additional|extra)\b"
)
_SPEED = pattern(r"^\s?(?P<word>faster|slower|better|cheaper|worse)\b")
_SIZE = pattern(
    r"^\s?(?:of|in) (?:the |all |its |our |their )?(?:\w+ )?(?:data|samples|parameters"
    r"|annotations|training|examples|labels|labeled|papers|participants|dataset|corpus|tokens"
    r"|articles|respondents|cases|sentences|patients|population)\b"
)
_SETTING = pattern(
    r"\b(?:using|with|on|only|confidence|trained on|within|than|level of|a|at|under|after|requir\w+|just)\s(?:only |just "
    r"|less than |about |as little as |under |fewer than |a |the )*\$?$"
)
_RIVAL = pattern(
    r"(?:\b(?:compared (?:to|with)|versus|vs\.?|baselines?|rather than|against|from|chance|human\w*|instead of"
    r"|as opposed to|surpassing|exceeding|while \w+|whereas [\w\s]{1,30})\W{0,2}(?:(?!by\b)\w+ )?(?:only |at |the |of |is )?\$?)$"
)
_CONFIDENCE = pattern(
    r"^\$?\s?(?:\\?%?\s?)?(?:confidence|credib\w*|c\.?\s?l\b|ci\b|level|\(?\d+ ?sigma|upper limit)"
)
_HARMLESS = pattern(
    r"\b(?:only|less than|better than|to within|within|under|below|no more than|without|mere(?:ly)?|just|negligible|minor|minimal|slight)\s"
    r"(?:an? |the |about |\w+ )?\$?$"
)
_HARM = pattern(
    r"^\s?(?:\w+ ){0,3}?(?:accuracy|precision|errors?|loss|drop|degradation|decrease|decline|overhead|increase|deviation)\b"
)
_MEAN = pattern(r"\b(?:average|overall|mean|averaged|total)\b")
_WORDS = (
    ((" half", "halv"), pattern(r"\b(?:by|to|nearly|almost|about) half\b|\bhalv\w+\b"), "½"),
    (("doubl", "twice"), pattern(r"\bdoubl(?:es|ing|ed)\b|\btwice (?:as|the)\b"), "2×"),
)
_MAGNITUDE = pattern(r"\b(?:(?:\d|two|three|four|five|six)(?:[-–]\d)? )?orders? of magnitude\b")
_VALUE = pattern(
    rf"{_N.format('a')}\s?\$?\s?(?:\\pm|±)\s?\$?{_N.format('b')}(?!\s?\\times|\)?\s?×)"
    r"[\s~$\\,{}]{0,6}(?:(?:mathrm|rm|text|,)[\s~{\\]{0,3})?(?P<unit>[kmg]?pc|[kmg]yr|[kmg]ev|tev|ev|k|dex|mag|km/s|km"
    r"|[kmg]?hz|nm|mm|cm|ms|db|days?|hours?|minutes?|seconds?|au)\b"
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
_UNITS_AS_WRITTEN = {
    "kev": "keV", "mev": "MeV", "gev": "GeV", "tev": "TeV", "ev": "eV", "mpc": "Mpc", "gpc": "Gpc", "myr": "Myr",
    "gyr": "Gyr", "k": "K", "khz": "kHz", "mhz": "MHz", "ghz": "GHz", "hz": "Hz", "db": "dB",
}  # fmt: skip
_LONGEST = 20
"""So many characters the number and its unit have at most."""


def best_figure(lower: str) -> Figure | None:
    """Return the figure of a lower-case sentence that says most; its numbers stand in the sentence."""
    best: Figure | None = None
    for read in (_changes, _percents, _multiples, _points, _metric, _rank, _value, _word):
        for figure in read(lower):
            if len(figure.text) <= _LONGEST and (best is None or figure.weight > best.weight):
                best = figure
    return best


def _span(match: re.Match[str]) -> str:
    return f"{match['a']}–{match['b']}" if match["b"] else match["a"]


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


def _changes(lower: str) -> Iterator[Figure]:
    if "from " not in lower or " to " not in lower:
        return
    for match in _FROM_TO.finditer(lower):
        unit = _unit(match["unit2"] or match["unit1"])
        before, after = (
            lower[max(0, match.start() - 40) : match.start()],
            lower[match.end() : match.end() + 30],
        )
        if _SPAN_OF.search(before) or _COUNTED.match(after):
            continue
        if not unit and (_is_year(match["a"]) or _is_year(match["b"])):
            continue
        moved = _UP.search(lower, max(0, match.start() - 90), match.start()) or _DOWN.search(
            lower, max(0, match.start() - 90), match.start()
        )
        weight = (3.0 if unit else 2.4) if moved else 1.0
        yield Figure(f"{match['a']}→{match['b']}{unit}", weight, Kind.CHANGE, match.start(), match.end())


def _is_year(number: str) -> bool:
    return len(number) == 4 and number.startswith(("19", "20"))


def _percents(lower: str) -> Iterator[Figure]:
    if not any_of(_PERCENT_GATES, lower):
        return
    for match in _PERCENT.finditer(lower):
        before = lower[max(0, match.start() - 80) : match.start()]
        after = lower[match.end() : match.end() + 60].lstrip("$}")
        if _CONFIDENCE.match(after):
            continue
        sign = (match["sign"] or "").strip("$ ").replace("-", "−").replace("–", "−")
        directed = (sign if sign in ("+", "−") else "") or direction(before, after)
        span = _span(match)
        weight = 2.5 if directed else 2.0
        if _SIZE.match(after) or _SETTING.search(before):
            weight = 0.6 if not directed else 1.5
        if _RIVAL.search(before) or (_HARMLESS.search(before) and _HARM.match(after)):
            weight = 0.5
        elif directed and (_MEAN.search(before[-30:]) or _MEAN.search(after[:30])):
            weight += 0.05
        yield Figure(
            f"{directed}{span}{_unit(match['unit'])}", weight, Kind.PERCENT, match.start(), match.end()
        )


def direction(before: str, after: str) -> str:
    """Return "+" or "−" where the words around a number say that it is a rise or a fall."""
    compared = _COMPARATIVE.match(after)
    if compared:
        return "−" if compared["word"] in ("fewer", "less", "lower", "smaller", "shorter") else "+"
    noun = _GAIN_AFTER.match(after) or _GAIN_OF.search(before)
    if noun:
        return "−" if noun["noun"].startswith(("reduc", "decreas", "drop", "sav", "declin")) else "+"
    if not _BY.search(before):
        return ""
    down = max((match.end() for match in _DOWN.finditer(before)), default=-1)
    up = max((match.end() for match in _UP.finditer(before)), default=-1)
    return "" if down == up else "−" if down > up else "+"


def _multiples(lower: str) -> Iterator[Figure]:
    if any_of(_TIMES_GATES, lower):
        for match in _TIMES.finditer(lower):
            if _NOT_TIMES.match(lower[match.end() : match.end() + 40]):
                continue
            span = _span(match)
            weight = 0.5 if _RIVAL.search(lower[max(0, match.start() - 60) : match.start()]) else 2.3
            yield Figure(f"{span}×", weight, Kind.TIMES, match.start(), match.end())
    if "factor" in lower:
        for match in _FACTOR.finditer(lower):
            yield Figure(f"{_span(match)}×", 2.25, Kind.TIMES, match.start(), match.end())


def _points(lower: str) -> Iterator[Figure]:
    if not any_of(_POINTS_GATES, lower):
        return
    for match in _POINTS.finditer(lower):
        behind = lower[match.end() : match.end() + 40]
        if match["unit"].startswith("point") and re.match(r"\s?(?:cloud|process|source)", behind):
            continue
        sign = match["sign"] or direction(lower[max(0, match.start() - 80) : match.start()], behind)
        names = {"points": "points", "point": "point", "pts": "points", "db": "dB", "elo": "Elo"}
        unit = names.get(match["unit"], match["unit"].upper())
        yield Figure(
            f"{sign.replace('-', '−')}{_span(match)} {unit}", 2.2, Kind.POINTS, match.start(), match.end()
        )


def _metric(lower: str) -> Iterator[Figure]:
    match = _METRIC.search(lower) if "." in lower and any_of(_METRIC_GATES, lower) else None
    if match:
        name = {
            "accuracy": "accuracy",
            "correlation": "correlation",
            "precision": "precision",
            "score": "score",
            "recall": "recall",
            "perplexity": "perplexity",
            "map": "mAP",
            "miou": "mIoU",
            "iou": "IoU",
        }.get(match["name"], match["name"].split(" ")[0].split("-")[0].upper())
        weight = 0.5 if "baseline" in lower[max(0, match.start() - 25) : match.start()] else 1.6
        yield Figure(f"{name} {match['a']}", weight, Kind.METRIC, match.start(), match.end())


def _rank(lower: str) -> Iterator[Figure]:
    match = _RANK.search(lower) if any_of(_RANK_GATES, lower) else None
    if match:
        rank = _ORDINALS.get(match["a"], match["a"])
        yield Figure(f"rank {rank}", 1.7, Kind.RANK, match.start(), match.end())


def _value(lower: str) -> Iterator[Figure]:
    match = _VALUE.search(lower) if "\\pm" in lower or "±" in lower else None
    if match:
        unit = _UNITS_AS_WRITTEN.get(match["unit"], match["unit"])
        yield Figure(f"{match['a']}±{match['b']} {unit}", 1.8, Kind.VALUE, match.start(), match.end())


def _word(lower: str) -> Iterator[Figure]:
    magnitude = _MAGNITUDE.search(lower) if "of magnitude" in lower else None
    if magnitude:
        yield Figure(magnitude[0], 1.5, Kind.WORD, magnitude.start(), magnitude.end())
    for gates, phrase, text in _WORDS:
        match = phrase.search(lower) if any_of(gates, lower) else None
        if match:
            yield Figure(text, 1.2, Kind.WORD, match.start(), match.end())
