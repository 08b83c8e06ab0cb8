"""A number that a sentence gives with the name of its metric, or as a part that is enough."""

from __future__ import annotations

from collections.abc import Callable

from radar.abstracts.figures.figure_percents import direction
from radar.abstracts.figures.measured import LONGEST_FIGURE
from radar.abstracts.figures.measured_names import LEVELS, WORD, bare
from radar.abstracts.figures.measured_senses import improved
from radar.abstracts.figures.plain_values import is_others
from radar.abstracts.vocabulary.patterns import pattern
from radar.abstracts.vocabulary.words import any_of, has_decimal

_NUMBER = r"(?<![\w.,+−–/-])(?P<a>\d{0,3}\.\d{1,4})"
_NO_METRIC = (
    r"(?![kmgtpμn]?(?:eV|Hz|B|W|V|A|b|bps|Pa|K|J|T|Ω|FLOPs|FLOPS|flops|MACs|OPs|TOPS|C|L)\b)(?!(?:PM|AM|US"
    r"|USD|UTC|AU|GPU|CPU)s?\b)"
    r"(?![KMGTP](?:B|Hz|W|V|FLOPs?|FLOPS|MACs?|iB|bps|bit|OPS|eV|pc|yr|Pa)\b)"
)
_ACRONYM = (
    rf"(?:[A-Za-z]{{1,9}}-)?{_NO_METRIC}[A-Z][A-Za-z]{{0,4}}[A-Z][A-Za-z]{{0,3}}"
    r"(?:@?\d{1,3})?(?:-[A-Z]{1,3})?"
)
_KNOWN = (
    r"(?:(?:macro|micro|weighted)[- ]|(?:mean|average|overall|balanced|top-1|test|cosine"
    r"|[A-Z][A-Za-z-]{1,11}) )?"
    r"(?:F1(?:[- ]scores?)?|accuracy|precision|recall|similarity|correlation|scores?|mAP|mIoU|agreement"
    r"|AUCs?)"
)
_NAME = rf"(?P<name>{_ACRONYM}(?:@\d[\d.:-]*\d)?(?: scores?)?|{_KNOWN}(?:@\d[\d.:-]*\d)?)(?![\w@/-])"
_BEHIND = pattern(
    rf"{_NUMBER}\$? {_NAME}(?! (?:points?|pts|gains?|improvements?|of \d|drop|reduction|increase)\b)"
)
_BEFORE = pattern(
    rf"(?<![\w/-])(?:(?i:an?|the|mean|average|overall|best|final|state-of-the-art)"
    rf" ){{0,4}}(?P<name>{_ACRONYM}(?: scores?)?)"
    rf"(?: \([^()]{{1,24}}\))?(?: scores?| values?)? ?(?:of|=|:|reaches|reaching|is|was) ?"
    rf"[\s$~≈]{{0,4}}{_NUMBER}"
    r"(?!\w|\.\d|\$?\s?\+/?-|\$?\s?(?:\\?%|±|\\pm|\^|[-–]|to\b|\w+/|[kKMGTmμ]?(?:eV|Hz|B|W|V|m|s|pc|K|J"
    r"|Pa|dex|mag|yr|min|day|hour|bit|h)s?\b))"
)
_REACHES = pattern(
    r"\b(?:achiev|obtain|reach|attain|yield|deliver|scor|result|record|set|establish|report|demonstrat"
    r"|show|perform|with)[a-z]*\b"
    r"[^;:()]{0,70}$"
)
_NO_SCORE = pattern(
    r"\b(?:gains?|improvements?|increases?|drops?|loss(?:es)?|decreases?|reductions?|degradations?|declines?"
    r"|differences?|gaps?|margins?|scatter|deviations?|uncertainty|errors? of|correlation between"
    r"|correlations between|as low as|random(?! forests?)|chance)\b[^;:()]{0,40}$"
    r"|\bwithin (?:only |just |about )?[\s$~≈]{0,3}$|(?:\+/?-|±|\\pm)[\s$~]{0,3}$"
)
"""A number that says by how much something changed or is uncertain, or what comes of itself."""
_OURS = pattern(r"(?:\b(?:while|whereas|but)|;) (?=(?:we|ours?)\b)")
_THEIRS = pattern(
    r"^[^.;]{0,60}?(?:;|\b(?:while|whereas|but)) (?:[a-z-]+ ){0,2}?(?:ours?|we)\b[^;]{0,60}?\d\.\d"
)
"""What others have is told first, and what the authors have behind it."""
_MADE = pattern(
    r"\b(?:from|than|over|versus|vs\.?|exceed\w*|compared (?:to|with)|baseline|instead of)\b[^,;()]{0,40}$"
)
_GAIN = pattern(
    rf"(?<![\w.)}}])(?:\b(?:by|gains? of|improvements? of|increase of|up to|exceeding) (?:up to |about "
    rf"|over |an average of )?|\()?"
    rf"\$?(?<![\d.)}}])(?P<sign>[+])(?P<a>\d{{0,2}}\.\d{{1,4}})\$? (?:(?:absolute|points?) )?(?:in |of"
    rf" )?(?:the )?(?P<name>(?:(?!(?:on|in|of|over|for|at|and|vs|with) )[A-Za-z]+ )?(?:{_ACRONYM}"
    rf"|{_KNOWN}))(?![\w-])"
)
_RISE = pattern(
    rf"\b(?:improv|rais|increas|boost|lift)\w* (?:the |average |mean |overall ){{0,3}}(?P<name>{_ACRONYM}"
    rf"|{_KNOWN}) by (?:up to |about |over )?"
    r"\$?\+?(?P<a>\d{0,2}\.\d{1,4})\$?(?!\w|\.\d|\$?\s?(?:\\?%|points?|pp\b|pts|[x×]|\\times|percent|per"
    r" cent|dB|[-–]))"
)
_RANGE = pattern(
    rf"(?<![\w-])(?P<name>{_ACRONYM}|{_KNOWN}|R\^?2)s?(?: (?:values?|scores?|coefficients?))?(?P<link>(?:,?"
    rf" (?:of|ranging|ranges|ranged|between|from|varying)){{1,2}}) ?"
    r"[\s$~≈]{0,4}(?P<a>\d?\.\d{1,4})\$?(?: to | and |\s?[-–]{1,2}\s?)\$?(?P<b>\d?\.\d{1,4})(?!\w|\.\d"
    r"|\s?\\?%|\$? (?:to|->|→) )"
)
_ARROW = pattern(
    r"(?<![\w.@+-])(?P<name>[A-Za-z][\w.@+-]{0,30}(?: [A-Za-z0-9][\w.@+-]{0,30})?)(?::| \(|,)?"
    r" ?\$?(?P<a>\d[\d.]{0,9})\s?\$?(?P<u>\\?%)?\$?\s?"
    r"(?:-{1,2}>|→|\$?\\(?:to|rightarrow)\$?)\s?\$?(?P<b>\d[\d.]{0,9}\d|\d)(?!\d)\s?\$?(?P<v>\\?%)?"
)
_ENOUGH = pattern(
    r"\b(?P<how>only|just|merely|as little as|as few as|less than|fewer than|under|a mere) (?:about "
    r"|approximately |around |an? |additional |\$?\\sim ?)*"
    r"[$~≈]*(?P<a>\d[\d.]*)\s?\\?%\$? (?P<of>of )?(?:the |its |all |its original |original |available "
    r"|total |additional |extra |more )*"
    rf"(?P<thing>(?:{WORD} ){{0,2}}?(?:parameters?|data|tokens?|memory|compute|computation|costs?|flops"
    rf"|labels|annotations|samples|storage|budget|time|latency"
    r"|energy|weights|neurons|dimensions|features|images|examples|frames|heads|overhead|runtime|pixels"
    r"|points|supervision))"
    r"(?=[.,;:()]|$| (?:of|in|on|with|by|from|to|at|and|while|that|were|was|are|is|for|under|as|using|used"
    r"|which|compared|required|needed|than|when)\b)"
)
_LISTED = pattern(
    rf"(?<![\w-])(?P<thing>(?:{WORD} ){{0,2}}?{LEVELS}) (?:on|for|in|across) [^;:()]{{3,90}}"
    rf" \((?P<a>\d[\d.]*)\s?\\?%(?=[,)])"
)
_PURE = pattern(
    rf"(?<![\w-])(?P<thing>(?:{WORD} ){{0,2}}?(?:slope|index|exponent|fraction|ratio|eccentricity"
    rf"|dimension|coefficient))"
    r"(?: \([^()]{1,20}\))?(?: \$[^$]{1,20}\$)? (?P<link>of|is|was|=) (?:about |approximately |only |an?"
    r" )*[\s$~≈]*(?:\\(?:sim|approx|simeq)[\s$]*)?"
    r"(?P<a>[-−]?\d?\.\d{1,4})(?!\w|\.\d|\$?\s?(?:\\?%|±|\\pm|\^|[-–]|to\b|x\b|\\times|×))"
)
_FOUND = pattern(
    r"\b(?:find|found|show|obtain|yield|measur|deriv|infer|estimat|determin|reveal|giv|gave|has|have"
    r"|having|indicat|exhibit|follow)[a-z]*\b[^;:]{0,90}$"
)
_SPENDS = pattern(
    r"\b(?:requir|us|consum|add|incur|need|updat|train|tun|retain|modif|introduc|edit|process|select|prun"
    r"|keep|maintain|rel)\w* "
)
_WITH = pattern(
    r"\b(?:achiev|attain|reach|match|outperform|surpass|exceed|retain|preserv|maintain|obtain|perform"
    r"|approach"
    r"|recover|rival|beat|yield)\w* [^.;:()]{0,90}\bwith (?:only |just )?$"
)
_THEN_REACHED = pattern(
    r"^[^.;:,()]{0,40}, [^.;:()]{0,60}?\b(?:achiev|attain|reach|match|outperform|surpass|exceed|retain"
    r"|preserv|obtain|perform|recover|rival|beat)"
)
"""With how little something was reached."""
_GATES = (".", "%")


def plain_score(lower: str, written: str) -> str:
    """Return a score of a sentence with its name, short enough for the list, or nothing.

    Args:
        lower: the sentence in lower case.
        written: the sentence as it stands.
    """
    if not any_of(_GATES, lower):
        return ""
    for read in _READERS if has_decimal(lower) else _OF_WHOLE_NUMBERS:
        if (value := read(lower, written)) and len(value) <= LONGEST_FIGURE:
            return value
    return ""


def is_no_score(lower: str, start: int, end: int) -> bool:
    """Say whether a value is a change, an uncertainty, or what others have beside the authors' own."""
    before = _OURS.split(_before(lower, start))[-1]
    return _NO_SCORE.search(before) is not None or _THEIRS.match(lower[end : end + 110]) is not None


def _before(lower: str, start: int) -> str:
    return lower[max(0, start - 110) : start]


def _score(lower: str, written: str) -> str:
    for told in (_BEHIND, _BEFORE):
        for found in told.finditer(written):
            before = _OURS.split(_before(lower, found.start()))[-1]
            if is_others(before) or _MADE.search(before) or not _REACHES.search(before):
                continue
            if is_no_score(lower, found.start(), found.end()):
                continue
            if told is _BEHIND and (before.endswith(_BY) or direction(before, "")):
                continue
            if found["name"] == _FRAMES:
                return f"{found['a']} {_FRAMES}"
            return f"{_shown(found['name'])} {found['a']}"
    return ""


_FRAMES = "FPS"
_BY = (" within ", " by ", " by $", " of +")


def _shown(name: str) -> str:
    return name.removesuffix("ccuracies") + "ccuracy" if name.endswith("ccuracies") else name


_IN_BRACKETS = (
    pattern(
        rf"(?<![\w/-])(?P<name>{_ACRONYM}|[A-Z][a-z]+[A-Z][a-z]+(?:-[A-Z]\w+)?)"
        rf" \(\$?(?P<a>0?\.\d{{2,4}})\$?(?=[,;)]| vs)"
    ),
    pattern(rf"\((?P<name>{_ACRONYM}) (?P<a>0?\.\d{{2,4}})(?=[,;)])"),
)
"""A score in brackets behind its name, or both in brackets: "GenEval (0.72)"."""


def _bracketed(lower: str, written: str) -> str:
    for told in _IN_BRACKETS:
        found = told.search(written) if "(" in written else None
        if found is None:
            continue
        before = _OURS.split(_before(lower, found.start()))[-1]
        if is_others(before) or _MADE.search(before) or not _REACHES.search(before):
            continue
        if not is_no_score(lower, found.start(), found.end()):
            return f"{found['name']} {found['a']}"
    return ""


def _gain(lower: str, written: str) -> str:
    for told in (_GAIN, _RISE):
        for found in told.finditer(written):
            before = _before(lower, found.start())
            if not _MADE.search(before) and float(found["a"]) < 100:
                number = improved(f"+{found['a']}", found["name"].lower(), before + found[0].lower())
                return f"{number} {found['name']}"
    return ""


_MOVED = pattern(
    rf"(?<!to )\b(?P<verb>improv|rais|increas|boost|lift|reduc|lower|decreas|cut)(?:e?s|ed|ing|e) (?:the "
    rf"|average |mean |overall |its )*"
    rf"(?P<thing>(?:{WORD} ){{0,2}}{WORD}) by (?:up to |about |over |an average of |nearly"
    rf" )?[\s$~≈+]*(?P<a>\d{{0,2}}\.\d{{1,4}})"
    r"(?=[.,;:()/]|$|\$| \(| (?:and|on|in|for|at|over|compared|from|across|to|with|while|when|versus"
    r"|respectively|relative)\b)(?!\.\d)"
)


def _moved(lower: str, written: str) -> str:
    for found in _MOVED.finditer(lower) if " by " in lower else ():
        thing = bare(found["thing"])
        if thing and not is_others(_before(lower, found.start()), setting=False) and _A_LEVEL.search(thing):
            fell = found["verb"] in ("reduc", "lower", "decreas", "cut")
            at = lower.find(thing, found.start())
            number = f"−{found['a']}" if fell else improved(f"+{found['a']}", thing, found[0])
            return f"{number} {written[at : at + len(thing)]}"
    return ""


_A_LEVEL = pattern(
    rf"\b(?:{LEVELS}|confidence|entropy|regret|[a-z]+(?:ity|ness|ance|ence|acy|tion|ment)|safety"
    rf"|faithfulness|[a-z0-9-]*bench[a-z-]*"
    r"|p-acc|acc|miou|auprc|mcc|ece|hota|ssim|n?dcg|kappa|dsc|ap\d*)(?: scores?| metrics?)?$"
)


def _range(lower: str, written: str) -> str:
    for found in _RANGE.finditer(written):
        before = _before(lower, found.start())
        if float(found["a"]) < float(found["b"]) and not is_others(before) and not _MADE.search(before):
            if found["link"].strip(" ,") == "from":
                return f"{found['a']}→{found['b']} {_shown(found['name'])}"
            return f"{_shown(found['name'])} {found['a']}–{found['b']}"
    return ""


def _arrow(lower: str, written: str) -> str:
    found = _ARROW.search(written) if any_of(_ARROWS, written) else None
    if found is None or bool(found["u"]) > bool(found["v"]):
        return ""
    thing = bare(found["name"].lower())
    at = found["name"].lower().find(thing)
    return f"{found['a']}→{found['b']}{' %' if found['v'] else ''} {found['name'][at:]}" if thing else ""


_ARROWS = ("->", "→", "\\to", "\\rightarrow")


def _enough(lower: str, written: str) -> str:
    for found in _ENOUGH.finditer(lower):
        before = _before(lower, found.start())
        thing = bare(found["thing"])
        spent = _SPENDS.search(before[-40:] + " ") or _WITH.search(before)
        if not spent and before.endswith("with "):
            spent = _THEN_REACHED.match(lower[found.end() : found.end() + 120])
        if thing and spent and not is_others(before, setting=False):
            bound = "<" if found["how"] in ("less than", "fewer than", "under") else ""
            return f"{bound}{found['a']} % {'of ' if found['of'] else ''}{thing}"
    return ""


_LIST_GATES = ("%,", "%)")
_PURE_GATES = ("slope", "index", "exponent", "fraction", "ratio", "eccentric", "dimension", "coefficient")


def _listed(lower: str, written: str) -> str:
    found = _LISTED.search(lower) if any_of(_LIST_GATES, lower) else None
    thing = bare(found["thing"]) if found else ""
    if found is None or not thing or is_others(_before(lower, found.start())):
        return ""
    return f"{found['a']} % {thing}"


def _pure(lower: str, written: str) -> str:
    for found in _PURE.finditer(lower) if any_of(_PURE_GATES, lower) else ():
        before = _before(lower, found.start())
        thing = bare(found["thing"])
        if thing and (_FOUND.search(before) or found["link"] == "is") and not is_others(before):
            return f"{found['a'].replace('-', '−')} {thing}"
    return ""


_READERS: tuple[Callable[[str, str], str], ...] = (
    _score, _gain, _range, _listed, _arrow, _enough, _pure, _bracketed, _moved,
)  # fmt: skip
_OF_WHOLE_NUMBERS: tuple[Callable[[str, str], str], ...] = (_listed, _arrow, _enough)
"""Those of them that read more than numbers with a decimal point."""
