"""An amount that no surer rule reads: what the best reaches, a gain, what was found, how long it took."""

from __future__ import annotations

import re
from collections.abc import Callable

from radar.abstracts.figures.bounds import LESS_THAN, UP_TO, bounded
from radar.abstracts.figures.figure_kinds import Figure, Kind
from radar.abstracts.figures.figure_percents import percents, span_of
from radar.abstracts.figures.figure_words import PERCENT_GATES
from radar.abstracts.figures.measured import LONGEST_FIGURE
from radar.abstracts.figures.measured_names import WORD, bare
from radar.abstracts.figures.measured_senses import improved
from radar.abstracts.figures.plain_values import is_others
from radar.abstracts.figures.whose_amounts import is_of_others, is_set_against_own
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
    r"|less than|more than|at least|as high as|well|an?|at) )*"
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
    r"\b(?P<verb>outperform|surpass|exceed|beat|improv|increas|boost|rais|gain)\w*\b(?P<gap>[^.;()%]{0,110}?)"
    r" (?P<link>by|of) "
    r"(?:(?:an average of|(?P<most>up to)|about|(?P<more>over|more than)|(?P<least>at least)|nearly"
    r"|a margin of) )*[\s$~≈+]*"
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
_GAINED = pattern(
    r"\b(?:gain|improvement|increase|boost|margin|lead|advantage)s?(?: (?:in|on|over|for) [^,;]{1,50})?$"
)
"""Of what else there is so much, a baseline or a loss, is no gain."""
_NO_GAIN = pattern(
    r"\b(?:lower|reduc|decreas|drop|degrad|worsen|declin|hurt|harm|sacrific|los[est]|fall|underperform|lag)\w*"
    r"|\b(?:expense|cost) of\b"
    r"|\b(?:earlier|previous|prior|other|recent|existing) [^,;]{0,40}"
    r"\b(?:report|show|achiev|claim|obtain|reach|bring|brought|find|found|gain)"
)
"""Between a gain and its amount, whose the amount may be."""
_OUTDONE_OWN = pattern(r" (?:ours?|the proposed)\b")
_RIVALS_GAIN = pattern(r"\w* (?:the |its |all |both |other )*(?:rivals?|competitors?|others)\b")
_OUTDOING = ("outperform", "surpass", "exceed", "beat")
_POSSIBLE = pattern(
    r"\b(?:could|would|should|might|may|must)(?: (?:also|further|even|be|have|been|possibly|potentially))* $"
)
_ON_CONDITION = pattern(r"[^.;]{0,40} (?:if|were|provided that)\b")
_MADE_IN = pattern(
    r"\b(?:generat|reconstruct|render|synthesi[sz]|simulat|comput|solv|complet|train|calibrat|infer|analy[sz]"
    r"|forecast|verif|encod|segment|process)(?:e?s|e?d|ing|e|y|ies|ied)? "
    rf"(?:(?:an?|the|each|one|entire|full|complete|whole) )*(?P<thing>{_NOUN_PHRASE}) (?:in|within)"
    r" (?:(?:only|just|about|(?P<less>under|less than)|approximately|around|roughly|nearly|a mere"
    r"|(?P<more>over|more than)) )*"
    r"[~≈$\s]*"
    r"(?P<a>\d{1,4}(?:\.\d{1,3})?)[\s~\\,]{0,3}(?P<unit>milliseconds?|seconds?|minutes?|hours?|days?|ms|s)\b"
    r"(?! of| after| long| ahead| windows?|/| per)"
)
_TIMES = ("second", "minute", "hour", "day", "ms", "0s", "5s")
_FOUND = pattern(
    r"\b(?:identify|identified|find|found|detect|detected|discover|discovered|confirm|confirmed|classify|recover"
    r"|uncover) (?:(?:a total of|(?P<more>over|more than)|about|(?P<least>at least)) )?"
    r"(?P<a>(?<![\w.,])\d{1,3}(?:,\d{3}|\d{0,3})) (?!of\b|out\b|per\b)"
    r"(?P<thing>(?:(?!(?:with|in|of|and|or|that|to|for|as|at|on|by|from)\b)[\w+-]+ ){0,3}?"
    r"(?:sources|galaxies|clusters|stars|quasars|candidates|planets|clouds|cores|binaries|pulsars|pulsators|dwarfs"
    r"|supernovae|systems|regions|members|bursts|filaments|bubbles|lenses|agns?|vulnerabilities|bugs|variables))"
    r"(?=[.,;:()]|$| (?:in|on|with|within|across|from|that|which|as|at|for|by|to|and|exhibiting|having"
    r"|distributed|using|around|among|between|over|toward|hosting|located)\b)"
)
_NOT_NEW = pattern(r"\b(?:known|simulated|mock|synthetic|injected|reported|catalogu?ed|existing)\b")
_SIMULATED = pattern(r"\b(?:simulat|mock|synthetic|inject)\w*")
_AND_MORE = pattern(r"(?:,|,? and) (?P<b>\d{1,3}(?:,\d{3})+|\d+) [a-z]")
_FINDS = ("identif", "find ", "found ", "detect", "discover", "confirm", "classify", "recover ", "uncover ")
_VALUE_OF = pattern(
    r"\b(?:achiev|attain|reach|obtain|yield|report|deliver|demonstrat|with)\w*,? "
    r"(?:(?:an?|the|mean|average|overall) )+"
    rf"(?P<thing>{_NOUN_PHRASE})(?: \([^()]{{1,24}}\))? of "
    r"(?:only |just |about |approximately |nearly |around "
    r"|(?P<more>over )|(?P<most>up to ))*[\s$~≈{]*(?P<a>\d{0,3}\.\d{1,4})"
    r"(?=\$?(?:[,;:)(]|\.(?!\d)|$|\s?(?:±|\\pm|\+/-)| (?:and|on|in|for|with|while|at|across|when|compared"
    r"|over|under|vs|versus|against|between|using|by|after)\b))(?! \S+ \$?\d)"
)
_NO_SCORE = pattern(
    r"\b(?:improvement|gain|increase|reduction|drop|decrease|redshift|threshold|resolution|rate|level|temperature"
    r"|points?|factor|median|deviation|score|ceiling|count|error|index|fairness|return|size|length|bound|constant|alpha|epsilon|weight|parameter"
    r"|momentum|dropout|budget|cutoff)s?$"
)
"""What is no score, or says alone too little of which one it is."""
_SET_TO = pattern(
    r"\b(?:train|initiali[sz]|configur|optimi[sz]|parametri[sz]|fine-?tun|pre-?train|regulari[sz]|simulat)\w*"
    r" [^,;]{0,50}$"
)
"""Before "with", what is done at a setting."""
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


def _is_authors(lower: str, found: re.Match[str]) -> bool:
    """Say whether an amount with its words is neither others' nor denied."""
    before = found.start()
    return _is_told(lower, before) and not is_set_against_own(lower, before, found.end())


def _is_told(lower: str, start: int) -> bool:
    """Say whether what stands behind some words is neither others' nor denied by them."""
    before = lower[max(0, start - 110) : start]
    return not is_others(before, setting=False) and not is_not_so(before) and not is_of_others(before)


def _share(found: re.Match[str], of: str, lower: str) -> str:
    """Return a share with its bound and what it is of."""
    told = f"{span_of(found)} %"
    return bounded(f"{told} {of}", Figure(told, 1, Kind.PERCENT, found.start("a"), found.end()), lower)


def _best(lower: str, written: str) -> str:
    asked = any_of(_BEST_GATES, lower) and any_of(PERCENT_GATES, lower)
    found = _BEST.search(lower) if asked and not any_of(_ON_A_PART, lower) else None
    if found is None or _BEYOND.match(lower, found.end()) or not _is_authors(lower, found):
        return ""
    return _share(found, found["who"], lower)


_BEYOND = pattern(
    r"[\s$}]*(?:points? )?(?:below|above|lower|higher|less|more|better|worse|behind|ahead|short|over|relative"
    r"|compared)\b"
)
"""Behind a share, what it differs from by so much."""
_OF_ANOTHER = pattern(r"[\s$}]*of\b")


def _performance(lower: str, written: str) -> str:
    found = _PERFORMANCE.search(lower) if any_of(_PERFORMANCE_GATES, lower) else None
    if found is None or not _is_authors(lower, found):
        return ""
    if _BEYOND.match(lower, found.end()) or _OF_ANOTHER.match(lower, found.end()):
        return ""
    return _share(found, found["thing"], lower)


def _gain(lower: str, written: str) -> str:
    found = _GAIN.search(written) if has_decimal(lower) and any_of(_METRICS, written) else None
    if found is None or not _is_authors(lower, found) or not _is_gained(found, lower):
        return ""
    number = improved(f"+{found['a']}", found["name"].lower(), lower[found.start() : found.end()])
    bound = UP_TO if found["most"] else _from_below(found)
    return f"{bound}{number} {found['name']}"


def _is_gained(found: re.Match[str], lower: str) -> bool:
    """Say whether the amount behind a gain is what the authors' own gained."""
    gap = found["gap"].lower()
    if _NO_GAIN.search(gap) or _POSSIBLE.search(lower[: found.start()]):
        return False
    if _ON_CONDITION.match(lower, found.end()):
        return False
    if found["verb"] in _OUTDOING and _OUTDONE_OWN.match(gap):
        return False
    if _RIVALS_GAIN.match(lower, found.start() + len(found["verb"])) and found["verb"] not in _OUTDOING:
        return False
    return found["link"] == "by" or _GAINED.search(lower[found.start() : found.end("gap")]) is not None


def _from_below(found: re.Match[str]) -> str:
    return ">" if found["more"] else "≥" if found["least"] else ""


def _made_in(lower: str, written: str) -> str:
    found = _MADE_IN.search(lower) if any_of(_TIMES, lower) else None
    thing = bare(found["thing"]) if found else ""
    if found is None or not thing or not _is_authors(lower, found):
        return ""
    at = lower.find(thing, found.start())
    bound = LESS_THAN if found["less"] else ">" if found["more"] else ""
    return f"{written[at : at + len(thing)]} in {bound}{found['a']} {found['unit']}"


def _found(lower: str, written: str) -> str:
    found = _FOUND.search(lower) if any_of(_FINDS, lower) else None
    if found is None or not _is_authors(lower, found) or _NOT_NEW.search(found["thing"]):
        return ""
    if _SIMULATED.search(lower, 0, found.start()):
        return ""
    more = _AND_MORE.match(lower, found.end())
    if more and int(more["b"].replace(",", "")) > int(found["a"].replace(",", "")):
        return ""
    return f"{_from_below(found)}{found['a']} {written[found.start('thing') : found.end('thing')]}"


def _value_of(lower: str, written: str) -> str:
    found = _VALUE_OF.search(lower) if has_decimal(lower) and " of " in lower else None
    thing = bare(found["thing"]) if found else ""
    if found is None or not thing or _NO_SCORE.search(thing) or not _is_authors(lower, found):
        return ""
    if found[0].startswith("with") and _SET_TO.search(lower, 0, found.start()):
        return ""
    at = lower.find(thing, found.start())
    name = written[at : at + len(thing)]
    bound = UP_TO if found["most"] else ">" if found["more"] else ""
    return f"{name} {bound}{found['a']}" if " " in name or name != thing else ""


def _part_of(lower: str, written: str) -> str:
    for figure in percents(lower) if any_of(_PARTS, lower) else ():
        if figure.text[0] in "+−" or " %" not in figure.text or figure.weight < _LEAST:
            continue
        found = _PART_OF.search(lower[max(0, figure.start - 110) : figure.start])
        thing = bare(found["thing"]) if found else ""
        start = figure.start - min(110, figure.start) + (found.start() if found else 0)
        if thing and _TELLS.search(lower[:start]) and _is_told(lower, start):
            at = lower.rfind(thing, 0, figure.start)
            return f"{bounded(figure.text, figure, lower)} {written[at : at + len(thing)]}"
    return ""


_LEAST = 1.5
_READERS: tuple[Callable[[str, str], str], ...] = (
    _best, _performance, _gain, _value_of, _part_of, _found, _made_in,
)  # fmt: skip
