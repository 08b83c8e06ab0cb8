"""Numbers that are an outcome by what stands around them, where no surer sign of one stands."""

from __future__ import annotations

import re

from radar.abstracts.figures.plain_values import is_others
from radar.abstracts.outcomes.outcomes import measured
from radar.abstracts.text import word_classes as classes
from radar.abstracts.text.text_units import Sentence
from radar.abstracts.vocabulary.patterns import pattern
from radar.abstracts.vocabulary.words import any_of

_SIGN = r"(?:[~≈≲≳∼<>]|\\(?:sim|approx|simeq|lesssim|gtrsim|leq?|geq?)(?![a-z]))"
_ABOUT = (
    r"(?:(?:about|approximately|around|roughly|nearly|almost|only|just|over|under|at least|at most|more than"
    r"|less than|up to|down to|as (?:low|high|little|much|small|large|short|long) as|an average of|of|the"
    r"|order|well|typically|conservatively|a few times|a few|several|close to) ){0,4}"
)
_SYMBOL = (
    rf"(?:\$?(?!up to|than|to )[\\\w_{{}}^*+/'-]{{1,20}}(?: [\\\w{{}}]{{1,8}}){{0,2}}[\s$]*(?==|{_SIGN}))?"
)
_LEAD = rf"{_ABOUT}(?:{_SYMBOL}(?:=|{_SIGN}))?[\s${{}}~+−-]{{0,4}}"
_POWER = r"(?:\$?\s?(?:\\times|×|x)\s?10|10\s?\$?\s?\^)\$?\^?\{?\(?[-−+]?\d[\d.]*\}?"
_SPAN = r"(?:\$?\s?(?:[-–—]{1,3}|to|and|\\sim)\s?\$?\d[\d,.]*)?"
_NUMBER = r"(?<![\w.,])\d[\d,]{0,9}(?:\.\d{1,6})?"
_UNIT = (
    r"[\s~$\\,;{}-]{0,4}(?:(?:mathrm|rm|text|textrm)[\s~{\\,]{0,4})?"
    r"(?:(?:[kmgt]?ev|[kmg]?pc|[kmg]?yrs?|km|kms|[cmnμu]m|microns?|[mkμ]?k(?![- ]?\w)|kelvin|dex"
    r"|mag(?:nitudes?)?|dbm?|[kmgt]?hz|au|days?|hours?|minutes?|(?:milli|nano|pico|femto)?seconds?|[mμupnf]?s|[kmg]?pa|m?v"
    r"|[mμkn]?w|m?as|[mμ]?jy|ppm|degrees?|deg|solar|tesla|fps|kg|mg)\b"
    r"|m[es]?_?\{?\\?(?:odot|sun|oplus)|m[⊙☉]|arcsec|arcmin|kj/mol|kcal|å|\\aa|\\circ|°|g/|erg"
    r"|frames (?:per|/)|%|per ?cent)"
)
_VALUE = rf"(?:{_POWER}|{_NUMBER}{_SPAN}\$?(?:{_POWER}|{_UNIT}))"
_QUANTITY = (
    r"(?:mass(?:es)?|ages?|distances?|temperatures?|radi(?:us|i)|periods?|velocit(?:y|ies)|energ(?:y|ies)"
    r"|luminosit(?:y|ies)|densit(?:y|ies)|widths?|separations?|lifetimes?|gaps?|thickness(?:es)?|delays?"
    r"|lags?|speeds?|dispersions?|offsets?|shifts?|scatters?|bias(?:es)?|errors?|latenc(?:y|ies)|overheads?"
    r"|ratios?|precision|deviations?|amplitudes?|uncertaint(?:y|ies)|sensitivit(?:y|ies)|throughputs?"
    r"|bandwidths?|consumption|durations?|runtimes?|times?|spreads?|timescales?|time-scales?|linewidths?"
    r"|displacements?|strengths?|abundances?|gradients?|slopes?|extents?|completeness|purity|pressures?"
    r"|particle sizes|grain sizes|lattice constants?|rates?|flux(?:es)?|magnitudes?|metallicit(?:y|ies)"
    r"|limits?|efficienc(?:y|ies)|fractions?|coefficients?|ind(?:ex|ices)|exponents?|eccentricit(?:y|ies)"
    r"|inclinations?|spins?|barriers?|loss(?:es)?|conductivit(?:y|ies)|moments?|attenuation|changes?)"
)
_LINK = (
    r"(?:(?: (?:of|is|are|was|were|exceeding|exceeds?|ranging from|ranges? from|ranging between|reaching"
    r"|reach(?:es)?|between|below|above|near|around|to be|as|by"
    r"|(?:lighter|heavier|larger|smaller|longer|shorter|higher|lower) than"
    r"|(?:in|within) the range(?: of| from| between)?)){1,2}|, at)"
)
_GIVEN = pattern(
    rf"(?<![\w-]){_QUANTITY}(?: \([^()]{{1,40}}\))?(?: \$[^$]{{1,24}}\$)?"
    rf"(?:{_LINK} {_LEAD}| \$?{_SYMBOL}{_SIGN}[\s${{}}~+−-]{{0,4}}){_VALUE}"
)
"""A quantity with what it comes to in its unit: "a scatter of 0.2 dex"."""
_PURE = pattern(
    r"(?<![\w-])(?:ratios?|slopes?|ind(?:ex|ices)|exponents?|fractions?|coefficients?|eccentricit(?:y|ies)"
    r"|values?|metallicit(?:y|ies)|factors?|gradients?|efficienc(?:y|ies)|correlations?)"
    rf"(?: \([^()]{{1,40}}\))?(?: \$[^$]{{1,24}}\$)?{_LINK} {_LEAD}"
    r"(?<![\w.])\d{0,3}\.\d{1,4}(?!\d|\.\d|\$? ?<)"
)
"""The same for what has no unit: "ratios between 0.1 and 0.4"."""
_BY = pattern(
    r"\b(?:larger|smaller|higher|lower|longer|shorter|stronger|weaker|faster|slower|brighter|fainter|older|younger"
    rf"|wider|narrower|hotter|cooler|earlier|later)(?: than [^.;,()]{{1,40}}?)? by {_LEAD}{_VALUE}"
)
_PART = pattern(
    r"\b(?:quality factors?|resolving powers?|exponents?) of \$?(?:about |up to |~|\\sim ?)?\d"
    r"|\bby (?:[a-z-]+ ){1,3}factors of (?:about |up to )?\d"
    r"|\b(?:just |only |about |at |with |to |fraction \()\$?1/\d{1,2}(?:th)?\$?\)? (?:of|the)\b"
)
_OF_ORDER = pattern(
    r"\b(?:is|are|was|were|remains?) (?:of (?:the )?order (?:of )?|about |approximately |around |roughly )"
    rf"[\s$~]{{0,3}}{_NUMBER}{_SPAN}{_UNIT}"
)
_IN_BRACKETS = pattern(
    rf"\b(?:{_QUANTITY}|(?:very|remains?|keep\w*|is|are|be|surprisingly|changes|relatively) (?:[a-z]+ )?"
    r"(?:modest|promising|small|low|high|negligible|common|rare|fast|slow|short|weak|strong|large|limited))"
    rf" \((?:[a-z]+ )?{_LEAD}{_VALUE}"
)
"""How much of something there is, with the amount in brackets: "very limited times (30 s at dusk)"."""
_RAISED = pattern(
    r"\b(?:originat|aris|confin|extend|reach|grow|evolv|declin|find|found|reveal|detect|verif|exhibit|infer"
    rf"|exclud|yield)\w*\b[^.;()]{{0,80}}? [${{}}]{{0,2}}{_SYMBOL}{_SIGN}[\s${{}}~+−-]{{0,4}}{_VALUE}"
)
_ACRONYM = r"(?:[A-Za-z]{0,4}\d?[A-Z][A-Za-z]{0,4}\d?[A-Z]+(?:\+\+|@[\d.:]+)?|chrF(?:\+\+)?)"
_SCORE = pattern(
    rf"(?<![\w.-]){_ACRONYM}(?: \([^()]{{1,60}}\))?(?: scores?| values?)? "
    r"(?:of|near|around|approximately|about|reaches|reaching|rang(?:es?|ing) (?:from|between)) "
    r"(?:about |approximately |nearly |over |up to |only ){0,2}[~$≈]{0,2}(?:\\SI\{)?"
    r"\d{0,3}\.\d{1,4}(?!\d|\.\d)"
    r"(?!\$?\s?[BMTK]\b| (?:billion|million)|\.0)"
)
"""The score of a metric that only its capitals show: "a TUNA of 86.3"."""
_SCORED = pattern(
    r"\b(?:obtain|achiev|reach|attain|scor|with|record)\w*,? (?:an? |up to |over |only ){0,2}"
    r"\$?\d{1,3}\.\d{1,3}\$? (?:\$?\\(?:mathrm|text)\{)?(?!(?:[KMGT]?(?:Hz|eV|i?B|pc|yr|Pa|FLOPs?|W)|[GCT]PU"
    rf"|AU|PM|AM|USD)s?\b){_ACRONYM}"
)
_NEAR = pattern(
    r"\b(?:accurac(?:y|ies)|f1|auc|auroc|recall|precision|scores?|correlations?|ccc|kappa|agreement"
    r"|similarity|curvature) (?:\$[^$=]{1,16})?(?:\([^()]{1,12}\) )?"
    r"(?:near|approximately|around|about|close to|≈|\$?\\approx|\(\$?\\?(?:sim|approx)) ?\$?\d?\.\d{1,3}"
)
_ONE_IN = pattern(
    r"\b(?:about|approximately|roughly|nearly|almost|only|in|for|affects?|every) "
    r"(?:one|two|three|[123]) (?:in|out of) (?:every )?(?:three|four|five|six|seven|eight|nine|ten|twenty"
    r"|[3-9]|10|20|100)(?: [a-z-]+)?? [a-z-]+s\b"
)
_RUNS = pattern(
    r"\b(?:achiev|attain|reach|maintain|run|render|sustain|deliver|support|exceed|real-time|speeds?|infer"
    r"|process|identif|assign|track|operat)\w*\b[^.;]{0,70}?\d\+?[\s~]?(?:fps\b|frames (?:per|/) ?s"
    r"|hz (?:control|on\b))"
    r"|\bspeeds? (?:of|at) (?:about |up to |over |~)*\d[\d.]*\+?[\s~]?hz\b"
    r"|\b(?:throughput|speed|rate|generat|process|handl|reach|achiev|up to|trained)[a-z]*\b[^.;]{0,40}?"
    r"\d[\d,.]*\+?[km]? (?:[a-z]+ ){0,2}?(?:per |/) ?(?:s|sec|second|minute|hour)\b"
    r"|\d ?(?:samples|tokens|images|queries|steps|frames)/s(?:ec)?\b"
)
"""How fast something made runs, by what it does in a second."""
_ROSE = pattern(
    r"\b(?:speed-?ups?|gains?|improvements?|reductions?|increases?|drops?|decreases?|declines?),?"
    r"(?: [-–—]{1,3})?(?: (?:in|of) (?:[\w-]+ ){1,4})? ?\(?from [~$]{0,2}\d[\d,]*\.?\d*[^.;\d]{0,16} to "
    r"[~$]{0,2}\d"
    r"|\d-points?\}? (?:[a-z]+ )?(?:improvement|gain|increase|drop|reduction|lead)\b"
)
_TAKES = pattern(
    r"\b(?:solves?|solving|complet\w+|handles?|forecast|takes?|computed?|trains?|runs?)\b[^.;]{0,110}?"
    r"\b(?:in|within|takes?|using only) "
    r"(?:only |just |about |under |less than |approximately |an average of |~|≈|\$\\approx |\$ ){0,2}"
    r"\d[\d.,]*[\s~\\,]{0,4}(?:ms|milliseconds?|seconds?|minutes?|hours?|[μn]?s)\b"
    r"(?! of| after| long| ahead| windows?)"
)
_PEAKS = pattern(
    r"\b(?:peak(?:s|ed|ing)?|turnover|plateau(?:s|ed)?|saturat(?:es|ed|ing)) (?:is )?(?:at|around|near"
    rf"|between) (?:\$?\\log[^~$]{{1,30}}{_SIGN} )?{_LEAD}(?:{_POWER}|\d)(?<!z>\d)(?<!z >\d)(?<!z > \d)"
)
_ALLOWED = pattern(
    r"\b(?:allow(?:s|ed)?|viable|should be|must be|window|permitted|(?:varies|lies) in the range)\b"
    rf"[^.;]{{0,60}}?\d[\d.]*[\s~\\${{}}a-z]{{0,16}}{_SIGN}"
    rf"(?![^.;]{{0,12}}redshift| ?z\b)[^.;]{{1,24}}?{_SIGN}\s?\{{?[\d.]"
)
_CLAIMS = classes.FINDS_VERB | classes.STRONG_CLAIM | classes.WEAK_CLAIM | classes.TOLD
_FINDS = pattern(
    r"\b(?:find|found|yield|reveal|show|result|infer|measur|deriv|detect|obtain|demonstrat|indicat|exhibit|achiev"
    r"|predict|estimat|extract|verif|establish|report|produc)[a-z]*\b"
)
_STUDIES = pattern(
    r"\b(?:we|i|this (?:paper|work|study)) (?:\w+ly |also |then |first )?(?:us(?:e|ed)\b|analy|stud"
    r"|investigat|examin|consider|model|simulat|perform|conduct|compar|test|evaluat|appl|assum|adopt|select|run\b|explor|follow"
    r"|construct|collect|curat|build|built|train|introduc|propos|develop|updat|choose"
    r"|do not|did not)"
    r"|\b(?:using|based on|designed|built|recorded|prescribed|varying|initial|existing|current|recent"
    r"|previous(?:ly)?|prior|known|typical(?:ly)?|will|would|any|setting|sample|samples|dataset|corpus|survey|footprint|trained"
    r"|assuming|assumed|possible|fiducial|postulates|requires?|required|targets?|aims?|goals?|not)\b"
)
"""Words of what was studied and how, of plans, and of others."""
_DATA = pattern(
    r"\b(?:datasets?|database|corpus|corpora|benchmarks?|annotat\w+|samples?|sampling|survey|split|folds?"
    r"|cross-validation|footprint|magnification|resolution|mask(?:ed|ing)?|train(?:s|ed|ing)?|validat\w+|images"
    r"|scans|videos|slides|released?|version|points? (?:tests?|scale|solver)|for example|https?|encompass\w*"
    r"|includes?|repeated|are used|revisit|parameters|mixture|simulations?|suite|box)\b|\\pm 1\b"
)
_GIVEN_THAT = pattern(
    r"^(?:for|with|at|within|under|from|assuming|given|if|when|because|since|while|although|in|on) [^,;:]*$"
    r"|(?:[,;:] |\bthat )(?:for|assuming|given|if|when|because|since|while|although) [^,;:]*$"
    r"|\b(?:not|no|cannot)\b[^,;]{0,40}$|\b(?:at|under|in) (?:[\w-]+ ){0,3}$"
    r"|\bfor example\b"
)
_OF_THINGS = pattern(r"\b(?:with|of|for|to|at) (?:an? |the )?(?:[a-z-]+ ){0,2}$")
"""Before a mass: what was looked at has it, as "galaxies with masses of"."""
_CLEAR = (
    "%", "percent", "per cent", "fold", " times ", "\\times", "magnitude", "half", " point", "rho", "median",
    "index", "exponent", " out of ", "p <",
)  # fmt: skip
"""One of these stands in a sentence whose number is a share, a multiple, a rank or a test."""
_IN_A_UNIT = pattern(rf"\d(?:{_UNIT}|\$?\^|\.\d|e\d)")
"""One of these stands in a sentence with a quantity that came to something."""
_READERS = (
    (_GIVEN, ()), (_RAISED, ("sim", "approx", "~", "≈", "<", ">", "geq", "leq")), (_IN_BRACKETS, ("(",)),
    (_PURE, (" of ", " by ", " is ", " are ", " w", " rang", " between ", " around ", " near ", " reach")),
    (_OF_ORDER, ("order", "about ", "approximately ", "around ", "roughly ")), (_BY, (" by ",)),
    (_NEAR, ("near", "about", "around", "close to", "≈", "approx", "sim")),
    (_TAKES, ("ms", "second", "minute", "hour")),
)  # fmt: skip
"""What is asked of a sentence with a number in a unit or to a decimal, and what stands where it matches."""
_OTHERS = (
    (_RUNS, ("fps", "hz", "/s", "per s", "per minute", "per hour", "/ s", "/minute", "/hour")),
    (_PEAKS, ("peak", "turnover", "plateau", "saturat")), (_ROSE, (" from ", "(from ", "-point")),
    (_PART, ("1/", "factors of", "exponents", "exponent of", "quality factor", "resolving power")),
    (_ALLOWED, ("allow", "viable", "should be", "must be", "window", "permitted", "in the range")),
)  # fmt: skip
_IN = (" one in ", " one out of ", " two in ", " two out of ", " 1 in ", " 1 out of ")
_FREE = pattern(r"[\s~$≈<>=({∼≲≳+−mxq][\d.]*\d")
"""A number that is no part of a name; many sentences with a digit have none."""
_WRITTEN = (_SCORE, _SCORED)


def tells_an_amount(sentence: Sentence) -> bool:
    """Say whether a sentence gives an outcome as a number, asked where the whole text has no surer one."""
    lower = sentence.lower
    if any_of(_IN, lower) and _ONE_IN.search(lower) and not _STUDIES.search(lower):
        return True
    if not sentence.numbered or not _FREE.search(lower):
        return False
    if any(any_of(gates, lower) and _tells(phrase, lower, lower) for phrase, gates in _OTHERS):
        return True
    if _IN_A_UNIT.search(lower) and (
        any(
            (not gates or any_of(gates, lower)) and _tells(phrase, lower, lower) for phrase, gates in _READERS
        )
        or (
            sentence.classes & _CLAIMS
            and any(_tells(phrase, sentence.text, lower, setting=False) for phrase in _WRITTEN)
        )
    ):
        return True
    if not any_of(_CLEAR, lower) or measured(sentence) < _SURE:
        return False
    return not (_STUDIES.search(lower) or _DATA.search(lower))


def _tells(phrase: re.Pattern[str], text: str, lower: str, *, setting: bool = True) -> bool:
    """Say whether a number that a phrase finds is told as what was found, and not as what was studied."""
    for found in phrase.finditer(text):
        before = lower[: found.start()]
        if found[0].startswith("mass") and _OF_THINGS.search(before):
            continue
        told = _FINDS.split(before)[-1]
        if _STUDIES.search(told) or is_others(before[-_REACH:], setting=setting):
            continue
        if not setting or not _GIVEN_THAT.search(before):
            return True
    return False


_SURE = 2.5
"""How surely a sentence without a word of an outcome gives one, at least."""
_REACH = 160
