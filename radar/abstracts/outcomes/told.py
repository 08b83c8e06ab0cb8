"""Findings told by data, by those who took part, or as evidence: "the maps reveal", "users preferred"."""

from __future__ import annotations

from radar.abstracts.text import word_classes as classes
from radar.abstracts.text.text_units import Sentence
from radar.abstracts.vocabulary import claim_words as words
from radar.abstracts.vocabulary.gated import Gated, first_found
from radar.abstracts.vocabulary.patterns import pattern

_HOW = r"(?:\w+ly |also |further |then |thus |here |clearly )?"
_EVIDENCE = (
    rf"(?:we|i|this (?:paper|work|study|letter)|results?|findings|analysis|observations|study) {_HOW}"
    r"(?:present|provide|obtain|offer|give|uncover)(?:s|ed)? (?:the |an? )?(?:[\w-]+,? ){0,3}?"
    r"evidence (?:for|of|that|to|against|in favou?r|supporting)\b"
)
_SETTLED = (
    r"(?:result|finding|outcomes?|conclusion) (?:of (?:our|this) \w+ )?is that\b"
    r"|(?:this|the|our) (?:article|paper|work|note|letter|results?) (?:also |thus |completely |fully )?"
    r"(?:solve|settle|resolve|disprove|refute)s? (?!(?:this|these|such|those|the above|the issue)\b)"
    r"|we experimentally (?:reali[sz]e|implement|observe) "
)
_DETERMINED = (
    rf"(?:is|are|was|were) {_HOW}(?:determined|inferred|estimated|deduced|measured|predicted) to be\b"
    rf"|was {_HOW}identified as (?:an? |the )?+"
    r"(?!(?:key|critical|major|main|important|relevant|eligible)\b)"
)
_BY_DATA = (
    r"(?:the|these|our|both|all|new|deep) (?:[\w-]+ ){0,3}?"
    r"(?:maps?|spectra|spectrum|images|imaging|data|light curves?|profiles?|photometry|spectroscopy"
    rf"|stud(?:y|ies)|fits|patterns?|diffraction) {_HOW}"
    r"(?:reveal|confirm|suggest|indicate|exhibit|favou?r|disfavou?r)s? "
    r"(?!(?:how|whether|why|potential)\b)"
)
_IDENTIFIED = (
    r"(?:our|this|the) (?:[\w-]+ ){0,3}?(?:analys[ie]s|experiments|evaluations?|results|ablations"
    rf"|simulations) {_HOW}identif(?:y|ies|ied) (?!(?:[\w-]+ ){{0,3}}"
    r"(?:gaps|challenges|directions|limitations|opportunities|issues|risks|findings|needs)\b)"
)
_BY_PEOPLE = (
    r"(?:users|participants|students|experts|respondents|teachers|clinicians|developers) "
    rf"{_HOW}(?:reported|preferred|rated|perceived|favou?red) "
)
_BY_US = (
    rf"we {_HOW}(?:show|find|prove) (?!how |that |the |our |an? )[\w-]+ (?:(?:\w+ly \w+s|is|are|cannot)\b)"
    rf"|(?<=, and ){_HOW}(?:demonstrate|validate|verify|confirm|show)s? (?:the |its |their |our )"
    r"(?:[\w-]+ )?(?:[\w-]+ and )?(?:effectiveness|efficacy|feasibility|superiority|viability|practicality"
    r"|usefulness)\b"
)
_BEGINS = words.FROM_A_WORD + (r"(?<!\bthat )(?<!\bwhich )(?<!\bby )(?<!\bto )(?<!\bwhether )(?<!\bhow )")
TOLD: tuple[Gated, ...] = tuple(
    (gates, pattern(f"{_BEGINS}(?:{finding})"))
    for gates, finding in (
        (("evidence ",), _EVIDENCE),
        (("is that", "solve", "settle", "disprove", "refute", "experimentally"), _SETTLED),
        ((" to be", "identified as"), _DETERMINED),
        (("reveal", "confirm", "suggest", "indicate", "exhibit", "favo"), _BY_DATA),
        (("identif",), _IDENTIFIED),
        (("reported", "preferred", "rated", "perceived", "favored", "favoured"), _BY_PEOPLE),
        (("show", "find", "prove", "demonstrate", "validate", "verify", "confirm"), _BY_US),
    )
)
"""To be asked of a sentence with a space before it."""
_YET = pattern(
    r"(?:aim|goal|intend|in order|we (?:argue|propose|plan|hope)|could|may|might|will|would|future"
    r"|hope|expected|hypothes)"
)
"""Intentions that reach over a comma; what is hard or needed is told before what was found."""


def told(sentence: Sentence) -> bool:
    """Say whether a sentence tells of a finding by who or what shows it, before any intention."""
    if not sentence.classes & classes.TOLD:
        return False
    lower = " " + sentence.lower
    found = first_found(TOLD, lower)
    if found is None:
        return False
    return not meant(lower, found.start(), found.end())


def meant(lower: str, start: int, end: int) -> bool:
    """Say whether an intention stands before a finding and reaches over it.

    Args:
        lower: the sentence in lower case, with a space before it.
        start: of the finding.
        end: of the finding.
    """
    aim = words.AIM.search(lower)
    if aim is None or aim.start() >= start:
        return False
    return ", " not in lower[aim.end() : end] or _YET.match(aim[0].lstrip()) is not None
