"""An amount that no surer rule reads: what the best reaches, a gain, what was found, how long it took."""

from __future__ import annotations

import re
from collections.abc import Callable

from radar.abstracts.figures.bounds import LESS_THAN, UP_TO, bounded
from radar.abstracts.figures.figure_percents import percents
from radar.abstracts.figures.figure_words import PERCENT_GATES
from radar.abstracts.figures.measured import LONGEST_FIGURE
from radar.abstracts.figures.measured_names import WORD, bare
from radar.abstracts.figures.measured_senses import improved
from radar.abstracts.figures.plain_values import is_others
from radar.abstracts.vocabulary.limiting import is_not_so
from radar.abstracts.vocabulary.patterns import pattern
from radar.abstracts.vocabulary.words import any_of, has_decimal

_LITTLE = (
    r"(?:the|an?|of|and|or|with|in|on|to|for|by|from|at|as|that|which|is|are|was|were|while|its|their|our"
    r"|number|total|sample|set|average|values?|maximum|minimum|only|small|low|high|large|significant|substantial"
    r"|negligible|notable|considerable|similar|strong|moderate)"
)
_NOUN_PHRASE = rf"(?:(?!{_LITTLE}\b){WORD} ){{0,3}}(?!{_LITTLE}\b){WORD}"
_ABOUT = (
    r"(?:(?:only|just|merely|about|approximately|around|roughly|nearly|almost|over|up to|above|below|under"
    r"|less than|more than|at least|as (?:low|high) as|well|an?|at) )*"
)
_SHARE = (
    r"[\s$~≈<>]*(?P<a>(?<![\w.])\d{1,3}(?:\.\d{1,3})?)"
    r"(?:\s?(?:\\?%)?\$?\s?(?:--?|–|to)\s?\$?(?P<b>\d{1,3}(?:\.\d{1,3})?))?\s?\$?(?:\\?%|per ?cent\b)"
)
_BEST = pattern(
    r"\b(?P<who>(?:best|strongest|leading|frontier|top)(?:[- ](?:performing|scoring))? (?:open-source )?"
    r"(?:model|system|agent|method|m?llm|vlm|configuration))s?"
    r"(?: \([^()]{1,60}\)|, [^.;:()%]{0,60}?,)?(?: (?:still|currently|typically|even))?"
    r" (?:only |just |merely )?(?:reach|achiev|scor|attain|solv|get|obtain|complet|pass|answer|resolv)\w*"
    rf" {_ABOUT}{_SHARE}"
)
_BEST_GATES = ("best ", "best-", "strongest ", "leading ", "frontier ", "top ", "top-")
_ON_A_PART = (" split", " subset")
_PERFORMANCE = pattern(
    r"(?<![\w-])(?P<thing>(?:(?:best|overall|average|mean|top|peak|end-to-end|normalized) )*performance)"
    rf"(?: (?:of|is|was|reach\w*|peak\w*))+ {_ABOUT}{_SHARE}"
)
_PERFORMANCE_GATES = (
    "performance of ", "performance is ", "performance was ", "performance reach", "performance peak",
)  # fmt: skip
_GAIN = re.compile(
    r"\b(?:outperform|surpass|exceed|beat|improv|increas|boost|rais|gain)\w*\b[^.;()%]{0,110}? (?:by|of) "
    r"(?:(?:an average of|(?P<most>up to)|about|over|more than|at least|nearly|a margin of) )*[\s$~≈+]*"
    r"(?P<a>\d{1,2}\.\d{1,3})\$? (?:in |on )?(?:the |COCO |average )?"
    r"(?P<name>(?:[mcg]?IoU|mAP|AP|FID|FVD|BLEU|chrF|COMET|WER"
    r"|AUC|AUROC|NDS|SSIM|A?MOTA|HOTA|n?DCG|NDCG|MRR|DSC|Dice|F1|PQ|EM|CIDEr|J&F|RMSE|MAE)(?:@\d+)?)(?![\w@-])"
    r"(?! and [+]?\d[\d.]* (?P=name))"
)
_METRICS = (
    "IoU", "AP", "FID", "FVD", "BLEU", "chrF", "COMET", "WER", "AUC", "AUROC", "NDS", "SSIM", "MOTA", "HOTA",
    "DCG", "MRR", "DSC", "Dice", "F1", "PQ", "EM", "CIDEr", "J&F", "RMSE", "MAE",
)  # fmt: skip
"""One of these stands wherever `_GAIN` matches."""
_MADE_IN = pattern(
    r"\b(?:generat|reconstruct|render|synthesi[sz]|simulat|comput|solv|complet|train|calibrat|infer|analy[sz]"
    r"|forecast|verif|encod|segment|process)(?:e?s|e?d|ing|e|y|ies|ied)? "
    rf"(?:(?:an?|the|each|one|entire|full|complete|whole) )*(?P<thing>{_NOUN_PHRASE}) (?:in|within)"
    r" (?:(?:only|just|about|(?P<less>under|less than)|approximately|around|roughly|nearly|a mere|over) )*"
    r"[~≈$\s]*"
    r"(?P<a>\d{1,4}(?:\.\d{1,3})?)[\s~\\,]{0,3}(?P<unit>milliseconds?|seconds?|minutes?|hours?|days?|ms|s)\b"
    r"(?! of| after| long| ahead| windows?|/| per)"
)
_TIMES = ("second", "minute", "hour", "day", "ms", "0s", "5s")
_FOUND = pattern(
    r"\b(?:identify|identified|find|found|detect|detected|discover|discovered|confirm|confirmed|classify|recover"
    r"|uncover) (?:(?:a total of|over|more than|about|at least) )?"
    r"(?P<a>(?<![\w.,])\d{1,3}(?:,\d{3}|\d{0,3})) (?!of\b|out\b|per\b)"
    r"(?P<thing>(?:(?!(?:with|in|of|and|or|that|to|for|as|at|on|by|from)\b)[\w+-]+ ){0,3}?"
    r"(?:sources|galaxies|clusters|stars|quasars|candidates|planets|clouds|cores|binaries|pulsars|pulsators|dwarfs"
    r"|supernovae|systems|regions|members|bursts|filaments|bubbles|lenses|agns?|vulnerabilities|bugs|variables))"
    r"(?=[.,;:()]|$| (?:in|on|with|within|across|from|that|which|as|at|for|by|to|and|exhibiting|having"
    r"|distributed|using|around|among|between|over|toward|hosting|located)\b)"
)
_FINDS = ("identif", "find ", "found ", "detect", "discover", "confirm", "classify", "recover ", "uncover ")
_VALUE_OF = pattern(
    r"\b(?:achiev|attain|reach|obtain|yield|report|deliver|demonstrat|with)\w*,? "
    r"(?:(?:an?|the|mean|average|overall) )+"
    rf"(?P<thing>{_NOUN_PHRASE})(?: \([^()]{{1,24}}\))? of "
    r"(?:only |just |about |approximately |nearly |around "
    r"|over |up to )*[\s$~≈{]*(?P<a>\d{0,3}\.\d{1,4})"
    r"(?=\$?(?:[,;:)(]|\.(?!\d)|$|\s?(?:±|\\pm|\+/-)| (?:and|on|in|for|with|while|at|across|when|compared"
    r"|over|under|vs|versus|against|between|using|by|after)\b))(?! \S+ \$?\d)"
)
_NO_SCORE = pattern(
    r"\b(?:improvement|gain|increase|reduction|drop|decrease|redshift|threshold|resolution|rate|level|temperature"
    r"|points?|factor|median|deviation|score|ceiling|count|error|index|fairness|return|size|length)s?$"
)
"""What is no score, or says alone too little of which one it is."""
_PART_OF = pattern(
    rf"(?<![\w-])(?P<thing>(?:(?!{_LITTLE}\b){WORD} ){{1,2}}(?:fraction|probability|uncertainty|purity"
    r"|errors?|completeness|yield|utili[sz]ation|occupancy|porosity|albedo))"
    r"(?: \([^()]{1,24}\))?(?: \$[^$]{1,30}\$)?(?: (?:of|is|was|are|were|to be|reach\w*|exceed\w*))+ "
    rf"{_ABOUT}(?:\$?[A-Za-z_\\{{}} ]{{1,16}}\s?(?:=|≈|~|<|>|\\approx|\\sim|\\simeq)\s?)?"
    r"[\s$~≈<>]*(?:\\(?:sim|approx|lesssim|gtrsim)\s?)?$"
)
_PARTS = (
    "fraction ", "probability ", "uncertainty ", "purity ", "error ", "errors ", "completeness ", "yield ",
    "zation ", "sation ", "occupancy ", "porosity ", "albedo ",
)  # fmt: skip
_TELLS = pattern(
    r"\b(?:find|found|yield|show|result|infer|measur|deriv|obtain|demonstrat|indicat|exhibit|achiev|predict|estimat"
    r"|report|reach|attain|ha[sv]e|with|maintain|observ|giv|provid)\w*\b"
)


def further_amount(lower: str, written: str) -> str:
    """Return an amount of a sentence with what it is of, short enough for the list, or nothing.

    Args:
        lower: the sentence in lower case.
        written: the sentence as it stands.
    """
    for read in _READERS:
        if (told := read(lower, written)) and len(told) <= LONGEST_FIGURE:
            return told
    return ""


def _is_own(lower: str, start: int) -> bool:
    """Say whether what stands behind some words is neither others' nor denied."""
    before = lower[max(0, start - 110) : start]
    return not is_others(before, setting=False) and not is_not_so(before)


def _span(found: re.Match[str]) -> str:
    return f"{found['a']}–{found['b']}" if found["b"] else found["a"]


def _best(lower: str, written: str) -> str:
    asked = any_of(_BEST_GATES, lower) and any_of(PERCENT_GATES, lower)
    found = _BEST.search(lower) if asked and not any_of(_ON_A_PART, lower) else None
    return f"{_span(found)} % {found['who']}" if found and _is_own(lower, found.start()) else ""


def _performance(lower: str, written: str) -> str:
    found = _PERFORMANCE.search(lower) if any_of(_PERFORMANCE_GATES, lower) else None
    return f"{_span(found)} % {found['thing']}" if found and _is_own(lower, found.start()) else ""


def _gain(lower: str, written: str) -> str:
    found = _GAIN.search(written) if has_decimal(lower) and any_of(_METRICS, written) else None
    if found is None or not _is_own(lower, found.start()):
        return ""
    number = improved(f"+{found['a']}", found["name"].lower(), lower[found.start() : found.end()])
    return f"{UP_TO if found['most'] else ''}{number} {found['name']}"


def _made_in(lower: str, written: str) -> str:
    found = _MADE_IN.search(lower) if any_of(_TIMES, lower) else None
    thing = bare(found["thing"]) if found else ""
    if found is None or not thing or not _is_own(lower, found.start()):
        return ""
    at = lower.find(thing, found.start())
    return (
        f"{written[at : at + len(thing)]} in {LESS_THAN if found['less'] else ''}{found['a']} {found['unit']}"
    )


def _found(lower: str, written: str) -> str:
    found = _FOUND.search(lower) if any_of(_FINDS, lower) else None
    if found is None or not _is_own(lower, found.start()):
        return ""
    return f"{found['a']} {written[found.start('thing') : found.end('thing')]}"


def _value_of(lower: str, written: str) -> str:
    found = _VALUE_OF.search(lower) if has_decimal(lower) and " of " in lower else None
    thing = bare(found["thing"]) if found else ""
    if found is None or not thing or _NO_SCORE.search(thing) or not _is_own(lower, found.start()):
        return ""
    at = lower.find(thing, found.start())
    name = written[at : at + len(thing)]
    return f"{name} {found['a']}" if " " in name or name != thing else ""


def _part_of(lower: str, written: str) -> str:
    for figure in percents(lower) if any_of(_PARTS, lower) else ():
        if figure.text[0] in "+−" or " %" not in figure.text or figure.weight < _LEAST:
            continue
        found = _PART_OF.search(lower[max(0, figure.start - 110) : figure.start])
        thing = bare(found["thing"]) if found else ""
        start = figure.start - min(110, figure.start) + (found.start() if found else 0)
        if thing and _TELLS.search(lower[:start]) and _is_own(lower, start):
            at = lower.rfind(thing, 0, figure.start)
            return f"{bounded(figure.text, figure, lower)} {written[at : at + len(thing)]}"
    return ""


_LEAST = 1.5
_READERS: tuple[Callable[[str, str], str], ...] = (
    _best, _performance, _gain, _value_of, _part_of, _found, _made_in,
)  # fmt: skip
