"""A number that a sentence gives with the name of what it measures, where no change stands."""

from __future__ import annotations

import re
from collections.abc import Callable

from radar.abstracts.figures.figure_words import RIVAL_FIRST
from radar.abstracts.figures.figures import last_match
from radar.abstracts.figures.measured import LONGEST_FIGURE
from radar.abstracts.figures.measured_beside import thing_before
from radar.abstracts.figures.measured_further import change_held
from radar.abstracts.figures.measured_names import WORD, bare
from radar.abstracts.figures.measured_senses import lower_by
from radar.abstracts.figures.whose_amounts import is_put_in, is_set_against_own
from radar.abstracts.vocabulary.claim_numbers import DIGIT
from radar.abstracts.vocabulary.patterns import pattern
from radar.abstracts.vocabulary.words import any_of, has_decimal

_NUMBER = r"(?P<a>(?<![\w.,–-])\d{1,6}(?:,\d{3})*(?:\.\d{1,6})?)"
_ABOUT = (
    r"(?:(?:about|approximately|around|roughly|nearly|almost|only|just|over|at least|more than|up to"
    r"|an average of|as low as|as high as|well|a|an|the|order|typically) ?){0,4}"
    r"[\s$~≈{=<>≲≳]*(?:\\(?:sim|approx|simeq|lesssim|gtrsim|leq?|geq?|textbf)(?![a-z])[\s${]*)?"
)
_METRIC_NAME = (
    r"r[\s-]squared|\$?r\s?(?:\^\s?\{?\s?2\}?|²|2)|(?:mean |average )?dice(?: (?:similarity )?(?:scores?"
    r"|coefficients?))?|dsc|jaccard(?: index)?|(?:harrell's )?c-index|concordance index"
    r"|(?:auroc|auprc|roc-auc|pr-auc|auc-roc|auc)s?"
    r"|map(?:[@_]?\{?\d[\d.:-]*+\}?)|ap[@_]?\{?50\}?|(?:ndcg|recall|precision|hits?|pass|p|r|mrr|hr)@\d+"
    r"|(?:cohen's |fleiss'? |quadratic[- ]weighted |weighted )?(?:kappa|κ)|krippendorff's (?:alpha|α)"
    r"|(?:s?mape|n?rmse|n?mse|n?mae|eer|psnr|ssim|lpips|fid|fvd|snr|si-sdr|ece|brier score|mcc|ari|nmi"
    r"|bertscore)"
    r"|exact[- ]match(?: scores?)?|(?:macro|micro|weighted)?[- ]?f_?\{?[12]\}?(?:[- ]scores?)?|f-scores?"
    r"|bleu(?:-\d)?"
    r"|(?:pearson|spearman|kendall)(?:'s)?(?: (?:rank )?correlations?)?(?: coefficients?)?"
    r"|(?:balanced |mean |average |overall |test |classification |top-1 )?accurac(?:y|ies)|specificity"
    r"|sensitivity"
    r"|silhouette score|hausdorff distance|chamfer distance|hd95|mean opinion score|mos|auprc"
)
_METRIC = pattern(
    rf"(?<![\w-])(?P<name>{_METRIC_NAME})(?![\w@])[$}})]*(?: \([^()]{{1,24}}\))?"
    r"(?: (?:values?|scores?))?(?P<link>[\s$]*[=:≈(]|[\s$]*\\approx|,? (?:of|is|was|were|are|reaches"
    r"|reached|reaching|to|at"
    rf"|below|above|under|over|exceeding))\s?{_ABOUT}(?P<value>-?(?<![\w.,-])\d*\.\d+"
    rf"|\d{{1,3}}(?=\$?\s?(?:\\?%|per ?cent)))"
    r"(?P<percent>\$?\s?(?:\\?%|per ?cent))?(?!\w|\.\d|\s?(?:million|billion|[kmg]b)\b)"
)
_METRIC_GATES = ("%", "percent", "per cent")
"""One of these, or a decimal point, stands wherever `_METRIC` matches."""
_UNIT = (
    r"[\s~$\\,;{}]{0,4}(?:(?:mathrm|rm|text)[\s~{\\]{0,3})?"
    r"(?P<unit>km[\s~\\,]{0,3}s\s?[${}]*\^\{?\s?[-−]1\}?|km/s|km|[kmg]?pc|[cmnμ]m|m[\s${}_]*\\odot|m_?sun\b"
    r"|[kmg]?yr|days?|hours?|minutes?|seconds?|ms|s|[mkgt]?ev|mk|k|dex|mag|dbm?|[kmgt]?hz|fps|[mkμ]?w|au|m"
    r"|[kmgt]b|degrees?|deg|arcsec(?:onds?)?|arcmin(?:utes?)?|[mμ]as|[mμ]?jy|[kmg]?pa|mv|v|å)"
    r"(?![\w^]|\$?_|[\s~\\,{}$]{0,5}(?:(?:rm|mathrm|text)?\W{0,2}(?:cm|km|m|s|yr|pc|[km]pc|sr|hz|deg"
    r"|arcsec|beam)\b|\^|/|-\w)"
    r"|[\s~]?(?:[-–]|to)\s?\d|[\s$}]{0,3}(?:higher|lower|larger|smaller|more|less|faster|shorter|longer"
    r"|above|below|before|after)\b)"
)
_QUANTITY_NOUN = (
    r"(?:mass|age|distance|temperature|radius|period|velocity|energy|luminosity|density|width|separation"
    r"|lifetime|gap|thickness|resolution|time|delay|lag|speed|dispersion|frequency|diameter|height"
    r"|offset|shift|scatter|bias|error|latency|overhead|snr|ratio|precision|accuracy|deviation|rmse|mae"
    r"|rms|amplitude|uncertainty|sensitivity|throughput|bandwidth|consumption|power|memory|footprint|gain|duration"
    r"|runtime|spread|broadening|timescale|linewidth|displacement|gap|shrinkage|loss|noise|field|extent)(?:e?s)?"
)
_VALUE = pattern(
    rf"(?P<a>{DIGIT}(?<![\w.,–-]\d)\d{{0,5}}(?:,\d{{3}})*(?:\.\d{{1,6}})?)(?:[\s~]?(?:[-–]"
    rf"|to)[\s~]?(?P<b>\d[\d.]*))?"
    rf"(?:(?:[\^_]\{{?[-+][^{{}}$]{{1,12}}\}}?){{2}})?{_UNIT}"
)
_QUANTITY = pattern(
    rf"(?<![\w-])(?P<thing>(?:{WORD} ){{0,2}}?(?:[a-z]+-)?{_QUANTITY_NOUN})(?: \([^()]{{1,20}}\))?"
    r"(?: \$[^$]{1,24}\$)? (?P<link>of|is|was|are|were|to|below|under|above|exceeding|reaching|down to"
    rf"|reaches|reached) {_ABOUT}$"
)
"""What the words before a value with its unit say that it is the value of."""
_QUANTITY_BEHIND = pattern(
    rf"\$? (?P<thing>(?:{WORD} ){{0,2}}?(?:[a-z]+-)?{_QUANTITY_NOUN})"
    r"(?=[.,;:()]|$| (?:of|in|on|with|by|from|to|at|and|while|that|for|under|as|between|over|across|per"
    r"|when)\b)"
)
_ABOUT_END = pattern(rf"{_ABOUT}$")
_OUTCOME = pattern(
    r"\b(?:achiev|attain|reach|obtain|yield|find|found|measur|deriv|estimat|infer|determin|reveal|show"
    r"|exhibit|detect|discover|deliver|provid|report|demonstrat|constrain|giv|gave|predict|observ|maintain|record"
    r"|identif|result|reduc|lower|improv|confirm|indicat|suggest|requir|complet|recover|has|have|having)[a-z]*\b[^;:]{0,90}$"
)
_SETTING = pattern(
    r"\b(?:at|for|using|under|from|given|assuming|over|within|on|despite|via|between|than|around|per|when"
    r"|if|by"
    r"|into|across|through|against|versus|without|which|where|while|out to|beyond|above|below|before"
    r"|after|until)"
    r" (?:an? |the |its |their |our |each |all |any |both |average |typical |mean |fixed |total |maximum "
    r"|minimum |given )*(?:[a-z-]+ )?$|\bfor [^,;]{0,40}\bwith (?:an? )?$"
)
_PLANNED = pattern(
    r"\b(?:will|would|aims?|goals?|planned|plan to|designed to|expected to|should|expected)\b[^,;]*$"
)
_OF_RIVAL = pattern(
    r"\b(?:baselines?|et al|previous(?:ly)?|prior|existing|conventional|compared (?:to|with)|versus|vs\.?"
    r"|instead of"
    r"|rather than|where|whereas|while(?! \w+ing\b)|although|unlike|than|human)\b[^,;]{0,50}$"
)
_IN_WORDS = {
    "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
    "ten": "10", "eleven": "11", "twelve": "12", "thirteen": "13", "fourteen": "14", "fifteen": "15",
    "sixteen": "16",
}  # fmt: skip
_COUNT = "|".join(sorted(_IN_WORDS, key=len, reverse=True))
_COUNTED = pattern(
    rf"(?<![\w.,$/-])(?P<a>\d{{1,5}}|{_COUNT})(?: (?:out )?of |/)(?:the |all |these |those |our |its |their "
    rf"|the total )?(?P<b>\d{{1,5}}|{_COUNT}) "
    rf"(?P<thing>{WORD}(?: {WORD}){{0,2}}?(?<=[a-z]s))(?=[.,;:()]|$| (?:in|on|with|by|from|to|at|and"
    rf"|while|that"
    r"|were|was|are|is|for|under|across|tested|showed|had|have|as|using|which|where|but|or|than|without)\b)"
)
_TRIALS = pattern(
    r"(?:settings|tasks|datasets|benchmarks|cases|metrics|comparisons|categories|domains|languages|models"
    r"|scenarios"
    r"|environments|conditions|problems|instances|subjects|games|families|runs|configurations|pairs"
    r"|criteria|groups"
    r"|domains|subsets|tests|targets|dimensions|fields|stages|seeds|cells|series)$"
)
_WON = pattern(
    r"\b(?P<best>best|highest|top|first|state-of-the-art|sota|lowest|leading)\b|\b(?:outperform|better"
    r"|improv|win|higher"
    r"|surpass|beat|superior|exceed)"
)
_DONE = pattern(
    r"\b(?P<verb>detect|identif|recover|solv|won|win|confirm|improv|pass|complet|resolv|reproduc|discover"
    r"|classif|clear"
    r"|match|exceed)(?:s|ed|es|ing|y|ies|ied|e)? (?:only |up to )?$"
)
_PARTICIPLES = {
    "detect": "detected", "identif": "identified", "recover": "recovered", "solv": "solved", "won": "won",
    "win": "won", "confirm": "confirmed", "improv": "improved", "pass": "passed", "complet": "completed",
    "resolv": "resolved", "reproduc": "reproduced", "discover": "discovered", "classif": "classified",
    "match": "matched", "exceed": "exceeded", "clear": "cleared",
}  # fmt: skip
_FRAMES = pattern(
    rf"\b(?:at|of|to|over|reach(?:es|ing)?|achiev(?:es|ing)|under) {_ABOUT}{_NUMBER}\+? ?(?:fps"
    rf"|frames (?:per|/) ?s(?:econd)?)\b"
)
_RUNS = pattern(
    r"\b(?:achiev|run|reach|process|real-time|speed|inference|render|throughput|operat|sustain|maintain"
    r"|track"
    r"|reconstruct|deliver|support|perform|latency|generat|stream)"
)
_RECORDED = pattern(
    r"\b(?:base|input|record|captur|sampl|size|camera|original|dataset|footage|acquir|baseline)"
)
_PARTS = {
    "half": "1/2", "third": "1/3", "quarter": "1/4", "fourth": "1/4", "fifth": "1/5", "sixth": "1/6",
    "eighth": "1/8", "tenth": "1/10",
}  # fmt: skip
_PART = pattern(
    r"\b(?P<how>(?:only|just|less than|fewer than|under|about|roughly|approximately|nearly|merely) )?"
    r"(?P<n>one|two|three|an?)[- ](?P<part>half|thirds?|quarters?|fourths?|fifths?|sixths?|eighths?"
    r"|tenths?) "
    rf"(?:of (?:the |its |their |all )*|(?:the |its |their )+)(?:number of |amount of )?"
    rf"(?P<thing>(?:{WORD} ){{0,2}}?(?:parameters?|time|costs?|data|memory|compute|computation|flops|size"
    rf"|tokens|samples"
    r"|latency|epochs?|energy|queries|steps|budget|runtime|power|examples|length|calls|labels|footprint"
    r"|storage"
    r"|trainable parameters|bandwidth|qubits|gates|area|annotations))"
    r"(?=[.,;:()]|$| (?:of|in|on|with|by|from|to|at|and|while|that|were|was|are|is|for|under|as|using|which"
    r"|where|but|or|than|required|needed|compared)\b)"
)
_PART_GATES = ("half", "third", "quarter", "fourth", "fifth", "sixth", "eighth", "tenth")
_FACTOR = pattern(
    rf"\b(?P<by>of|by) (?:an? )?(?:[a-z]+ )?factors? (?:of )?{_ABOUT}{_NUMBER}\$?(?:\s?(?:[-–]|--|to"
    rf"|and)\s?[$~≈]*"
    r"(?P<b>\d[\d.,]*\d|\d))?(?!\s?[×\\^]|[\d.,]*\d)"
)


def plain_value(lower: str, written: str) -> str:
    """Return a value of a sentence with what it measures, short enough for the list, or nothing.

    Args:
        lower: the sentence in lower case.
        written: the sentence as it stands.
    """
    for read in _READERS:
        if (value := read(lower, written)) and len(value) <= LONGEST_FIGURE:
            return value
    return ""


def _factor(lower: str, written: str) -> str:
    for found in _FACTOR.finditer(lower) if "factor" in lower else ():
        before = lower[max(0, found.start() - 110) : found.start()]
        held = change_held(f"{before}{found['by']} ")
        thing, less = held or (found["by"] == "by" and thing_before(f"{before}by "), _REDUCES.search(before))
        if thing and float(found["a"].replace(",", "")) > 1 and not _is_put_in(thing, before):
            number = f"{found['a']}–{found['b']}×" if found["b"] else f"{found['a']}×"
            return f"{number}{lower_by(thing) if less else ''} {_near(thing, found, lower, written)}"
    return ""


def _is_put_in(thing: str, before: str) -> bool:
    return _OF_RIVAL.search(before) is not None or (_PUT_IN.search(before) is not None and thing in before)


_PUT_IN = pattern(r"\b(?:initial|input|assumed|adopted) (?:[\w-]+ ){1,3}$")
_REDUCES = pattern(
    r"\b(?:reduc|decreas|lower(?:s|ed|ing)|cut|shrink|suppress|drop|declin|fall)[a-z]*\b(?!.*\b(?:improv"
    r"|increas|boost))"
)


def _near(thing: str, found: re.Match[str], lower: str, written: str) -> str:
    at = lower.rfind(thing, 0, found.start())
    return written[at : at + len(thing)] if at > 0 else thing


def _cased(thing: str, found: re.Match[str], lower: str, written: str) -> str:
    at = lower.find(thing, found.start())
    return written[at : at + len(thing)] if at > 0 else thing


def _metric(lower: str, written: str) -> str:
    for found in _METRIC.finditer(lower) if any_of(_METRIC_GATES, lower) or has_decimal(lower) else ():
        before = lower[max(0, found.start() - 60) : found.start()]
        if found["link"].endswith("to") and ")" in found[0]:
            continue
        if is_others(before) or _NOT_OWN.search(before) or _is_paired(before, lower, found.end()):
            continue
        if RIVAL_FIRST.match(lower, found.end()) or _TO_ANOTHER.match(lower, found.end()):
            continue
        name = _NAME_TAIL.sub("", written[found.start("name") : found.end("name")].strip("$ "))
        name = _SQUARE.sub("R²", name).replace("{", "").replace("}", "").replace("ccuracies", "ccuracy")
        bound = "<" if _BELOW.search(link := lower[found.start("link") : found.start("value")]) else ""
        bound = bound or ">" * bool(_ABOVE.search(link))
        if found["percent"]:
            if lower.startswith(" of ", found.end()):
                continue
            return f"{bound}{found['value']} % {name}"
        if unit := _UNIT_BEHIND.match(lower, found.end("value")):
            if _WITHIN.search(before):
                continue
            return f"{found['value']} {_unit(written[unit.start('unit') : unit.end('unit')])} {name}"
        if not (name.lower() in _SHARES and float(found["value"]) > 1) and not _DEGREES.match(
            lower, found.end()
        ):
            return f"{name} {bound}{found['value'].replace('-', '−')}"
    return ""


_BELOW = pattern(r"\b(?:below|under)\b|[<≲]|\\lesssim|\\l(?:eq?|t)(?![a-z])")
_ABOVE = pattern(r"\b(?:above|over|exceeding|more than|at least)\b|[>≳]|\\gtrsim|\\g(?:eq?|t)(?![a-z])")


_UNIT_BEHIND = pattern(_UNIT)
_DEGREES = pattern(r"[\s$}]*(?:\^|°|\\circ|[μa-z/]+(?:/|\^)|(?:kwh|pixels?|px|usd|wh)\b)")


def is_others(before: str, *, setting: bool = True) -> bool:
    """Say whether what stands behind some words is a plan, what others have, or, where asked, a setting."""
    return any(phrase.search(before) for phrase in (_OF_RIVAL, _PLANNED, *([_SETTING] if setting else [])))


def _is_paired(before: str, lower: str, end: int) -> bool:
    """Say whether two names stand before two numbers, so that the nearest are no pair."""
    return before.endswith("and ") and _AND_NUMBER.match(lower, end) is not None


_AND_NUMBER = pattern(r"[\s$}\\%a-z]{0,16}?(?: and|,) ?[$~≈\\{]*\d")


_NAME_TAIL = re.compile(r"(?i)(?<=dice) (?:similarity )?(?:scores?|coefficients?)$|[- ]scores?$")
_TO_ANOTHER = pattern(r"\$? ?(?:to|-+>|→|\$?\\(?:to|rightarrow)\$?) ?[$~≈]{0,2}\d")
"""Behind what a value was before it changed."""
_NOT_OWN = pattern(
    r"\b(?:random(?! forests?)|chance)\b[^.;]{0,50}$"
    r"|\b(?:improvement|gain|increase|decrease|reduction|drop|difference|gap|change)s? (?:of|in"
    r"|on) (?:the )?$"
)
_SHARES = ("sensitivity", "specificity", "r²")
_SQUARE = re.compile(r"(?i)\br[\s-]?(?:squared|\^\s?\{?\s?2\}?|²|2)")


def _quantity(lower: str, written: str) -> str:
    for found in _VALUE.finditer(lower):
        near = lower[max(0, found.start() - _REACH) : found.start()]
        held = _QUANTITY.search(near)
        behind = None if held or found["b"] else _QUANTITY_BEHIND.match(lower, found.end())
        told = held or behind
        thing = bare(_DETERMINERS.split(told["thing"])[-1]) if told else ""
        if not thing:
            continue
        before = near[: near.find(thing, held.start())] if held else _ABOUT_END.sub("", near)
        before = before.rstrip() + " "
        stated = held is not None and held["link"] in _STATING
        if is_others(before) or _is_paired(before, lower, found.end()) or (behind and _WITHIN.search(before)):
            continue
        if (stated or _OUTCOME.search(before)) and not _is_none_found(found, lower):
            unit = _unit(written[found.start("unit") : found.end("unit")])
            number = f"{found['a']}–{found['b']}" if found["b"] else found["a"]
            said = near[held.start("link") :] if held else near[-_SAID:]
            bound = "<" if _BELOW.search(said) else ">" * bool(_ABOVE.search(said))
            at = lower.find(thing, max(0, found.start() - _REACH) if held else found.end())
            return f"{bound}{number} {unit} {written[at : at + len(thing)]}"
    return ""


def _is_none_found(found: re.Match[str], lower: str) -> bool:
    """Say whether a value was put in, or more than two stand in its unit, so that none is the one found."""
    alike = re.findall(rf"\d\s?{re.escape(found['unit'])}(?![a-z])", lower)
    return len(alike) > _OF_TWO or is_put_in(lower, found.end())


_OF_TWO = 2
_REACH, _SAID = 160, 16
_WITHIN = pattern(r"\b(?:in|of|to|with) (?:an? |the )*$")
_DETERMINERS = re.compile(
    r"\b(?:this|these|that|those|such|typical|whose|(?:exhibit|have|show|achieve|reach|find|measure)s?"
    r"|has)\b ?"
)
_STATING = ("is", "was", "are", "were", "reaches", "reached")


def _unit(written: str) -> str:
    lower = written.lower()
    if "odot" in lower or "sun" in lower:
        return "Msun"
    if lower.startswith("km") and lower != "km":
        return "km/s"
    if lower == "k" and written != "K":
        return "K"
    return written


_DENIED = pattern(
    r"(?:\b(?:not|never|cannot|nor|no longer|fail(?:s|ed|ing)?|unable|without|instead of)|n['’]t)\b[^,;:]*$"
)
"""What was not done is counted as little as what others need."""


def _counted(lower: str, written: str) -> str:
    for found in _COUNTED.finditer(lower) if any_of(_OF_SO_MANY, lower) else ():
        trials = _TRIALS.search(found["thing"])
        thing = bare(found["thing"])
        if trials and not thing.endswith(trials[0]):
            thing = found["thing"]
        won, total = (_IN_WORDS.get(found[of], found[of]) for of in "ab")
        if int(won) > int(total) or not thing:
            continue
        count = f"{won} of {total} {_cased(thing, found, lower, written)}"
        before = lower[max(0, found.start() - 90) : found.start()]
        if _DENIED.search(before) or is_set_against_own(lower, found.start(), found.end()):
            continue
        if (done := _DONE.search(before)) and not _OF_RIVAL.search(before):
            return f"{count} {_PARTICIPLES[done['verb']]}"
        on_trials = trials if before.endswith(("in ", "on ", "across ", "for ")) else None
        if (
            on_trials
            and not _NOT_WON.search(before)
            and (beats := last_match(_WON, before))
            and (bare(thing) or not beats[0].startswith(_MORE))
        ):
            whole = f"{'best' if beats['best'] else 'better'} in {count}"
            return whole if len(whole) <= LONGEST_FIGURE else whole.replace(thing, on_trials[0])
    return ""


_NOT_WON = pattern(r"\b(?:comparable|on par|competitive)\b|, achieving [a-z ]*success ")
_OF_SO_MANY = (" of ", "/")
_MORE = ("exceed", "higher")
"""What one thing is beside another, and no win of the authors' own."""


def _frames(lower: str, written: str) -> str:
    for found in _FRAMES.finditer(lower) if any_of(("fps", "frames per", "frames/"), lower) else ():
        before = lower[max(0, found.start() - 90) : found.start()]
        if _RUNS.search(before) and not _RECORDED.search(before) and not _OF_RIVAL.search(before):
            return f"{found['a']} FPS"
    return ""


def _part(lower: str, written: str) -> str:
    found = _PART.search(lower) if any_of(_PART_GATES, lower) else None
    thing = bare(found["thing"]) if found else ""
    if found is None or not thing:
        return ""
    before = lower[max(0, found.start() - 90) : found.start()]
    if _DENIED.search(before) or _OF_RIVAL.search(before):
        return ""
    part = _PARTS[found["part"].removesuffix("s")]
    if found["n"] in ("two", "three"):
        part = part.replace("1", "2" if found["n"] == "two" else "3", 1)
    bound = "<" if found["how"] in ("less than ", "fewer than ", "under ") else ""
    return f"{bound}{part} of {_cased(thing, found, lower, written)}"


_READERS: tuple[Callable[[str, str], str], ...] = (_factor, _metric, _counted, _quantity, _part, _frames)
