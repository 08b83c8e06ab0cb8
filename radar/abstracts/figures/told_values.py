"""A value that a sentence gives with the noun before it, a power of ten or a bound among it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from radar.abstracts.figures.figure_words import OF_AN_OBJECT
from radar.abstracts.figures.measured import LONGEST_FIGURE, joined
from radar.abstracts.figures.measured_names import WORD, bare, unjudged
from radar.abstracts.figures.plain_values import is_others
from radar.abstracts.figures.whose_amounts import is_put_in
from radar.abstracts.text.units import fits, raised, unit_behind
from radar.abstracts.vocabulary.patterns import pattern
from radar.abstracts.vocabulary.words import any_of

_NUMBER = r"[-−]?\d{1,3}(?:,\d{3})*(?:\.\d{1,5})?|[-−]?\d{1,6}(?:\.\d{1,5})?"
_SIZE = r"\d{1,6}(?:\.\d{1,5})?"
_ERROR = (
    rf"(?:[\s$~]{{0,3}}(?:\\pm|±|\+/?-)[\s$~]{{0,3}}(?P<error>{_SIZE})"
    rf"|\$?\s?\^\{{\s?\+\s?(?P<up>{_SIZE})\s?\}}\s?_\{{\s?[-−]\s?(?P<down>{_SIZE})\s?\}}"
    rf"|\$?\s?_\{{\s?[-−]\s?(?P<down2>{_SIZE})\s?\}}\s?\^\{{\s?\+\s?(?P<up2>{_SIZE})\s?\}})"
)
_TENS = r"(?:\s?\$?\s?(?:\\times|×|\\cdot|x|\*)\s?\$?\s?10\s?\$?\s?\^\s?\{?\s?(?P<power>[-−–]?\d{1,3})\s?\}?)"
_RELATION = (
    r"(?:(?:=|≈|~|<|>|≤|≥|≲|≳|:|\\(?:simeq|approx|sim|lesssim|gtrsim|lessapprox|gtrapprox|geq?|leq?"
    r"|geqslant|leqslant|lt|gt)(?![a-z])"
    r"|\b(?:of|is|was|are|were|to be|to|below|above|under|over|exceeding|reaching|reaches|reached|around"
    r"|about"
    r"|approximately|roughly|nearly|only|just|up to|at least|at most|less than|more than|greater than|as"
    r" low as"
    r"|as high as|order|an?)\b)[\s$({~]*)"
)
_TOLD = pattern(
    rf"(?P<value>(?<![\w.,])(?:{_NUMBER}))(?!\d|\.\d|\s?\^\s?\{{?\s?[-−–\d])(?:{_ERROR}\)?)?{_TENS}?"
    r"|(?<![\w.,])10\s?\^\s?\{?\s?(?P<alone>[-−–]?\d{1,3}(?![.\d]))\s?\}?"
)
_RELATED = pattern(rf"{_RELATION}{{1,4}}$")
_LINK = 60
"""So many characters before a value may hold how it is told of its noun."""
_NOUNS = (
    r"(?:mass|age|distance|temperature|radius|radii|period|velocit(?:y|ies)|energ(?:y|ies)|luminosit(?:y|ies)"
    r"|densit(?:y|ies)|width|fwhm|separation|lifetime|half-life|gap|thickness|resolution|time|timescale"
    r"|delay|lag"
    r"|speed|dispersion|frequenc(?:y|ies)|diameter|height|offset|shift|scatter|bias|error|latenc(?:y|ies)"
    r"|overhead"
    r"|throughput|bandwidth|consumption|power|memory|footprint|duration|runtime|linewidth|displacement|field"
    r"|extent|coupling|strength|cross[- ]sections?|flux|rates?|rate density|fraction|abundance"
    r"|probabilit(?:y|ies)"
    r"|index|exponent|slope|concentration|polari[sz]ation|fidelit(?:y|ies)|visibilit(?:y|ies)"
    r"|efficienc(?:y|ies)"
    r"|sensitivit(?:y|ies)|signal-to-noise ratio|signal-to-noise|snr|mach number|number|column densit(?:y"
    r"|ies)"
    r"|metallicit(?:y|ies)|equivalent width|entropy|uncertainty|precision|accurac(?:y|ies)|rmse|rms"
    r"|residuals?"
    r"|conductivity|mobility|capacity|acceleration|force|pressure|area|volume|length|depth|magnitude|color"
    r"|colour"
    r"|extinction|spin|inclination|eccentricity|angle|contrast|gain|loss|ratio|amplitude|parameter"
    r"|coefficient|limit"
    r"|size|dose|intensity|brightness|current|voltage|charge|moment|factor|degree|level|percentage|score"
    r"|dimension"
    r"|temperatures|concentrations?|enhancement|suppression|reduction|improvement|anisotropy|optical"
    r" depth)(?:e?s)?"
)
_SYMBOL = (
    r"[\s({]{0,3}(?:(?:,? ?\$[^$]{1,40}\$?|\\[a-zA-Z]+[^\s,.;]{0,24}"
    r"|[|A-Za-zα-ωΑ-Ω]{1,2}(?:_[^\s,.;]{1,12})?)[\s)}]{0,3}|\$)?"
)
_NAME = pattern(
    rf"(?<![\w\\{{}}_^-])(?P<thing>(?:{WORD} ){{0,2}}?(?:[a-z]+-)?{_NOUNS})(?: \([^()]{{1,24}}\))?"
    r"(?: (?:of|for|in|on|at) (?!about\b|up\b|order\b|at\b|only\b|just\b)(?:(?!\b(?:is|was|are|of|to|at"
    r"|for|and|which|that)\b)[^,;:\d]){1,36}?)?"
    r"(?:,? (?:namely|that is|typically|approximately|which is))?"
    rf"(?: (?:is|are|was|were|to be|of))?{_SYMBOL}$"
)
"""The noun of a value, behind which a symbol may stand."""
_LIMIT = pattern(r"\b(?P<which>upper|lower) (?:limits?|bounds?)\b[^.;,]{0,90}$")
_LIMIT_ON = pattern(
    rf"\b(?:limits?|bounds?|constraints?) (?:on|for|of|to) (?:the |its |their )*(?P<thing>(?:{WORD}"
    rf" ){{0,3}}{WORD})"
    rf"(?: (?:of|for|in) [^.;,:\d]{{1,40}}?)?{_SYMBOL}$"
)
_FINDS = pattern(
    r"\b(?:find|found|obtain|yield|measur|deriv|infer|constrain|determin|giv|gave|estimat|result|report"
    r"|get|provid|set"
    r"|constraint|best[- ]fit|show|exhibit|reveal|achiev|reach|attain|deliver|demonstrat|indicat|suggest"
    r"|imply|implies"
    r"|detect|discover|identif|record|exclud|rul|place|limit|predict|correspond|observ|confirm|requir"
    r"|recover|has|have"
    r"|having|improv|reduc|lower|decreas|increas|produc|enabl|maintain|using only|exceed)[a-z]*\b[^;]{0,140}$"
)
_GIVEN = pattern(
    r"\b(?:assum|adopt|prior|input|fiducial|located at|redshifts? (?:of|range)|sample of|selected|survey"
    r"|threshold"
    r"|between|range|rang|within|from|over|at (?:a |an )?(?:redshift|distance|temperature|frequency|energy"
    r"|fixed|stellar)"
    r"|for (?:a |an )?(?:redshift|fixed|given)|when|where|if|with a mass of)[a-z]*\b[^,;]{0,60}$"
)
_NOT_FOUND = pattern(
    r"\b(?:not|never|no|inconsistent|discrepan\w*|consistent with|agree\w* with|literature|published"
    r"|previous(?:ly)?"
    r"|earlier|existing|standard|planned|future|will|would|could|should|expected|inspired by|motivated by"
    r"|recent|require\w* to)\b[^,;]{0,90}$"
    r"|\binspired by\b[^;]{0,90}$|\b(?:argued|thought|believed|known|proposed) (?:that|to)\b[^;]{0,150}$"
)
_BEHIND = pattern(
    rf"^[\s$)}}]{{0,3}}(?P<thing>(?:{WORD} ){{0,2}}?{_NOUNS})(?=[.,;:()]|$| (?:of|in|on|with|by|from|to|at"
    rf"|and|while"
    r"|that|for|under|as|between|over|across|per|when|per)\b)"
)
_GATES = (
    "\\pm",
    "±",
    "+-",
    "+/-",
    "^",
    "~",
    "=",
    "<",
    ">",
    "≲",
    "≳",
    "\\",
    " of ",
    " is ",
    " to ",
    " at ",
    " are ",
)
_LESS = ("<", "≤", "≲", "\\lesssim", "\\le", "\\lt", "\\lessapprox", "below", "under", "less than", "at most")
_MORE = (
    ">",
    "≥",
    "≳",
    "\\gtrsim",
    "\\ge",
    "\\gt",
    "\\gtrapprox",
    "above",
    "exceeding",
    "more than",
    "greater",
    "at least",
)
_UP_TO = ("up to",)


def told_value(lower: str, written: str) -> str:
    """Return a value of a sentence with the noun that it is of, short enough for the list, or nothing.

    Args:
        lower: the sentence in lower case.
        written: the sentence as it stands.
    """
    if not any_of(_GATES, lower):
        return ""
    return next(_values(lower, written), "")


def _values(lower: str, written: str) -> Iterator[str]:
    for found in _TOLD.finditer(written):
        number, plain = _number(found)
        unit = unit_behind(written[found.end() : found.end() + 70])
        behind = lower[found.end() + (unit[1] if unit else 0) :]
        if not number or _GOES_ON.match(behind) or (unit is None and (plain or _UNIT_UNKNOWN.match(behind))):
            continue
        near = lower[max(0, found.start() - _LINK) : found.start()]
        link = _RELATED.search(near)
        if link is None or "\\log" in link[0]:
            continue
        start = found.start() - len(near) + link.start()
        before = lower[max(0, start - 170) : start]
        if not (_has_error(found) or _FINDS.search(before)) or _is_no_outcome(before):
            continue
        if _TWO_SIDED.search(before) or is_put_in(behind, 0):
            continue
        thing = _thing(before, behind)
        if not thing or thing in _MAGNITUDES or not fits(thing, unit[0] if unit else ""):
            continue
        if not _has_error(found) and not _is_stated(link[0], before, thing):
            continue
        at = lower.rfind(thing, 0, start)
        at = at if at >= 0 else lower.find(thing)
        shown = f"{_bound(link[0], before)}{number}{' ' + unit[0] if unit else ''}"
        thing = written[at : at + len(thing)]
        if len(f"{shown} {thing}") > LONGEST_FIGURE:
            thing = thing.replace("black hole", "BH")
        whole = joined(shown, thing)
        if unit is None and " " not in whole.removeprefix(f"{shown} "):
            continue
        if whole != shown and not _VAGUE.search(whole.removeprefix(f"{shown} ").lower()):
            yield whole


_GOES_ON = pattern(
    r"\w|-[a-z]|[\s$})]{0,3}(?:times |dex )?(?:larg|small|high|low|great|long|short|few)er\b"
    r"|[\s$}]{0,3}(?:\\?%|\\times|×|/|\\pm|±|\^|_|[-–]{1,2}\s?[\d$]|(?:to|and|or) [$~]{0,2}\d"
    r"|\\[a-z])"
)


def _is_no_outcome(before: str) -> bool:
    """Say whether a value behind some words is a setting, denied, of others, or no value as it stands."""
    return (
        any(told.search(before) for told in (_GIVEN, _NOT_FOUND))
        or is_others(before)
        or OF_AN_OBJECT.search(before[-60:]) is not None
        or "log" in before[-50:]
        or _UNCERTAINTY.search(before[-30:]) is not None
    )


def _has_error(found: re.Match[str]) -> bool:
    return bool(found["error"] or found["up"] or found["up2"])


def _is_stated(link: str, before: str, thing: str) -> bool:
    """Say whether a value without an uncertainty is what a verb says was found, and no setting."""
    at = before.rfind(thing)
    if at < 0:
        return False
    limit = _LIMIT.search(before)
    bound = any_of(_LESS + _MORE, link)
    if limit and _LIMITED.search(before[max(0, limit.start() - 60) :]):
        return True
    governed = _GOVERNED.search(before[:at]) is not None
    if bound and not _LESSENED.search(before[:at]):
        return False
    return governed or (_STATED_OF.search(before[at:]) is not None and not _OF_OTHERS.search(before[:at]))


_LIMITED = pattern(
    r"\b(?:set|plac|obtain|deriv|find|found|giv|yield|provid|report|constrain|establish|improv|result"
    r"|measur)[a-z]*\b"
)
_LESSENED = pattern(
    r"\b(?:achiev|reach|attain|reduc|maintain|keep|deliver|lower|obtain|yield|with)[a-z]* (?:[\w'’-]+ ){0,3}$"
)
_GOVERNED = pattern(
    r"\b(?:achiev|reach|attain|obtain|yield|find|found|measur|deriv|estimat|infer|determin|constrain"
    r"|deliver|report"
    r"|demonstrat|reveal|predict|detect|discover|record|sustain|provid|support|suggest|imply|implies"
    r"|indicat|feature"
    r"|exhibit|reduc|improv|giv|maintain|keep|sustain)[a-z]* (?:that )?(?:(?!(?:with|for|at|in|where|when"
    r"|from|between|by|using|on|of|if|to"
    r"|around|galaxies|stars|haloes|halos|models?|assuming|around)\b)[\w'’$^{}\\-]+ ){0,5}$"
)
_STATED_OF = pattern(r"\b(?:is|are|was|were)[\s$({]{0,3}\S{0,12}$|\bto be[\s$({]{0,3}\S{0,12}$")
_OF_OTHERS = pattern(r"\b(?:if|when|where|for|with|at|assuming|given|which|whose)\b[^.;]{0,40}$")


def _thing(before: str, behind: str) -> str:
    """Return the noun of a value, before it or of its limit, or behind it."""
    for told in (_LIMIT_ON, _NAME):
        found = told.search(before)
        thing = bare(found["thing"]) if found else ""
        if (
            found
            and thing
            and not _VAGUE.search(thing)
            and not _CHANGED.search(before[: found.start("thing")])
            and not _BOUNDED.search(before[: found.start("thing")])
            and not _SET.search(before[max(0, found.start("thing") - _LINK) :])
        ):
            return unjudged(_VERBS.sub("", thing))
    found = _BEHIND.match(behind)
    return unjudged(bare(found["thing"])) if found else ""


_MAGNITUDES = ("magnitude", "magnitudes")
"""Nouns that say no more than their unit."""
_CHANGED = pattern(
    r"\b(?:increase|decrease|difference|change|shift|offset|reduction|improvement|gain|drop|variation"
    r"|error)s? (?:of|in|on)"
    r" (?:the |its |their )?$|\d[^.;,]{0,12} in $"
)
_BOUNDED = pattern(
    r"\b(?:m(?:in|ax)im(?:um|al)|min|max|detectable|lowest|highest|largest|smallest) [^,;.]{0,40}$"
)
"""Of such a value the noun alone says too much."""
_SET = pattern(r"\b(?:driv(?:e|ing)|pump\w*|appl(?:y|ied)|input|nominal|target|parameters) ")
"""What is chosen and not found."""
_VERBS = pattern(
    r"^(?:(?:exhibit|ha[sv]e|show|achieve|reach|find|measure|indicate|leverage|estimated?|similar|typical"
    r"|present"
    r"|constrain|inferred|derived|measured|observed|corresponding|obtain|yield|give|infer|suggest|imply"
    r"|predict"
    r"|require|detect|report|reveal)s? )+"
)
_UNCERTAINTY = pattern(r"(?:σ|\\sigma|\\delta|δ|var|std)\s?\(?[^()$]{0,14}\)$")
"""The uncertainty of something, and not its value: "σ(m) = 0.1"."""
_TWO_SIDED = pattern(r"\d[^,;]{0,14}(?:<|≤|≲|\\lesssim|\\leq?(?![a-z])|\\lt(?![a-z]))[^;]{0,30}$")
_UNIT_UNKNOWN = pattern(r"[\s$]{0,2}(?:\\ |\\?\\mu|μ|\\[,;:]|~|[\s{]*\\(?:mathrm|rm|text))")
_VAGUE = pattern(
    r"^(?:machine|double|single) precision$|"
    r"^(?:limits?|bounds?|levels?|parameters?|values?|factors?|numbers?|ratios?|degrees?|time|size|rates?"
    r"|error|field)$|\b(?:limits?|bounds?|levels?|resolutions?)$|^(?:high|low)-|^(?:upper|lower|confidence"
    r"|credible) |ly$"
)


def _bound(link: str, before: str) -> str:
    limit = _LIMIT.search(before)
    if any_of(_LESS, link) or (limit and limit["which"] == "upper"):
        return "<"
    if any_of(_UP_TO, link):
        return "up to "
    return ">" if any_of(_MORE, link) or limit else ""


def _number(found: re.Match[str]) -> tuple[str, bool]:
    """Return a number as it is shown, and whether it is a plain one, which needs a unit."""
    if found["alone"]:
        return raised(found["alone"]), False
    number = found["value"].replace("-", "−")
    error = f"±{found['error']}" if found["error"] else ""
    if up := found["up"] or found["up2"]:
        down = found["down"] or found["down2"]
        error = f"±{up}" if up == down else f"+{up}−{down}"
    if found["power"]:
        return f"{f'({number}{error})' if error else number}×{raised(found['power'])}", False
    return f"{number}{error}", not error
