"""Findings without a word for one: what goes together, what a theory settles, how something did in trials."""

from __future__ import annotations

import re

from radar.abstracts.text.text_units import Sentence
from radar.abstracts.vocabulary import claim_words as words
from radar.abstracts.vocabulary.patterns import pattern
from radar.abstracts.vocabulary.words import word_set


def relates(sentence: Sentence) -> bool:
    """Say whether a sentence tells how things go together or how one did, as findings without a finder do."""
    if _SIGNS.isdisjoint(sentence.words):
        return False
    lower = sentence.lower
    told = _RELATES.search(lower) or _did_well(lower) or _compares(lower) or _SETTLES.search(" " + lower)
    if told is None or " if " in lower[: told.start()]:
        return False
    aim = words.AIM.search(" " + lower)
    return aim is None or aim.start() >= told.end()


def _did_well(lower: str) -> re.Match[str] | None:
    """Return where a sentence tells how something did, and not when or whether it does so."""
    told = _DID_WELL.search(lower)
    return None if told is None or _ASKED.search(lower, 0, told.start()) else told


def _compares(lower: str) -> re.Match[str] | None:
    """Return where a sentence sets something above or below other methods, and does not only mean to."""
    told = _COMPARES.search(lower)
    return None if told is None or _MEANT.search(lower, 0, told.start()) else told


_COMPARES = pattern(
    r"\b(?<!to )(?:more|less|fewer|better|worse|higher|lower|faster|slower|larger|smaller|greater|stronger"
    r"|weaker|cheaper) (?:[\w-]+ ){0,8}?than (?:(?:that|those) of )?(?:[\w-]+,? (?:and )?){0,6}?"
    r"(?:baselines?|methods?|approach(?:es)?|models?|algorithms?|techniques?|alternatives?|counterparts?"
    r"|interventions?|humans?)\b"
)
_MEANT = pattern(
    r"\b(?:to|can|could|may|will|should|for|of|that|which|where|whose|because|since|is no)\b[^,;]*\Z"
)
_ALSO = r"(?:\w+ly |also |further |then |additionally )?"
_SETTLED = (
    rf"(?:we|this (?:paper|work|article)) {_ALSO}(?:provide|give|derive|obtain|establish|prove)s? "
    r"(?:(?!(?:of|for|on|to|with)\b)[\w-]+,? ){0,6}?bounds?\b"
    rf"|we {_ALSO}(?:determine|unveil|pinpoint|resolve|settle)d? "
    r"(?!(?:how|whether|if|(?:this|these) issues?)\b)"
    rf"|we {_ALSO}identif(?:y|ied) (?:the|an?) (?:[\w-]+ ){{0,2}}"
    r"(?:region|regime|conditions?|mechanism|operators?|number|transition|phase|origin|cause)\b"
    rf"|(?:these|this|our) (?:[\w-]+ )?allows? us to {_ALSO}(?:determine|classify|constrain|derive|prove)\b"
    r"|(?:give|provide|obtain|present)s? (?:a |an |the )?(?:complete|full|exact) "
    r"(?:description|classification|characteri[sz]ation|solution|phase diagram)\b"
    r"|(?:closed|exact|analytic(?:al)?|explicit)[- ](?:form )?(?:expressions?|solutions?|formula(?:e|s)?)\b"
    r"|(?:spectrum|functions?|equations?|expressions?|formula(?:e|s)?|solutions?|conditions?|dependence"
    r"|distributions?|correlators?) [^.;]{0,90}?(?<!which )(?:is|are|was|were) "
    rf"{_ALSO}(?:derived|obtained)\b"
)
"""What a theory comes to: bounds, formulas, what is determined."""
_BY_DATA = (
    rf"(?:we|analys[ie]s|results|data|observations|measurements?) {_ALSO}"
    r"(?:place|set|put|impose|give|obtain)s? (?:an? |the |new )?(?:[\w-]+ ){0,2}"
    r"(?:bounds?|limits?|constraints?) (?:on|for)\b"
    r"|(?:is|are|was|were) (?:\w+ )?(?:\w+ly )?(?:favou?red|disfavou?red|ruled out)\b"
    r"|(?:all|both|they) (?:reveal|show|exhibit) "
    r"|(?:has|have|had) (?:an? )?(?:\w+ )?(?:stronger|weaker|larger|smaller|greater|negligible|significant"
    r"|strong|little|limited|modest) (?:effects?|impacts?|influence) (?:on|in)\b"
)
_IN_TRIALS = (
    r"(?<!to )(?<!that )(?<!can )(?:generali[sz]es?|transfers?) (?:\w+ly|well)\b"
    r"|with no (?:significant|meaningful|measurable|noticeable|appreciable|detectable)"
    r" (?:change|loss|difference|drop|effect|degradation)\b"
    r"|(?<=, )(?:exposing|revealing|uncovering) (?:(?!research\b)[\w-]+,? ){0,5}?"
    r"(?:failures?|limitations?|gaps?|weakness(?:es)?|vulnerabilit(?:y|ies)|differences|drops?)\b"
    r"|(?<=^ )across (?:[^,;]|, (?:and )?(?:\w+ ){1,4}(?=,)){8,140}, (?!(?:we|this|these|i)\b)"
)
_SETTLES = pattern(rf"{words.FROM_A_WORD}(?:{_SETTLED}|{_BY_DATA}|{_IN_TRIALS})")
"""To be asked of a sentence with a space before it."""
_RELATES = pattern(
    r"\b(?<!that )(?<!which )(?<!how )(?<!to )(?<!at )(?:"
    r"(?:grow|increase|decrease|decline|rise|fall|degrade|scale)s? (?:\w+ly )?with\b"
    r"|depends? (?:only|solely|mainly|linearly|strongly|weakly|sensitively) on\b"
    r"|follows? an? (?:[\w-]+,? ){0,4}?(?:law|curve|distribution|trend)s?\b"
    r"|(?:has|have) the same (?:[\w-]+ ){1,3}as\b|(?:excellent|good|close) match to\b"
    r"|match(?:es)? those observed\b|(?:is|are|was|were) (?:\w+ly )?(?:associated|(?:anti)?correlated) with\b"
    r"|appears? (?:preferentially|predominantly|mainly)\b"
    r"|(?:differences|deviations|corrections|biases) (?:[\w-]+ ){0,6}are (?:\w+ly )?(?:small|negligible"
    r"|large)\b)"
)
_DID_WELL = pattern(
    r"\b(?<!that )(?<!which )(?<!how )(?<!to )(?:"
    r"(?:shows?|showed|demonstrate[sd]?|exhibit(?:s|ed)?) (?:an? |very |\w+ly )*"
    r"(?:high|strong|good|excellent|promising|positive) [a-z]"
    r"|performs? (?:\w+ly )?(?:competitively|well|robustly|reliably)\b|performed (?:\w+ly )?well\b"
    r"|(?:showing|demonstrating) (?:its|their) (?:[\w-]+ )?"
    r"(?:ability|effectiveness|feasibility|applicability)\b"
    r"|(?:confirmed|validated|verified) by (?:[\w-]+ ){0,3}?"
    r"(?:simulations?|experiments?|calculations?|measurements?)\b)"
)
"""How something did: "shows strong performance", "performs well", "confirmed by simulations"."""
_ASKED = pattern(r"\b(?:which|whether|when|where) (?:[\w-]+ ){1,5}\Z")
_SIGNS = word_set(
    "grow grows increase increases decrease decreases decline declines rise rises fall falls "
    "degrade degrades scale scales depend depends follow follows same match matches associated correlated "
    "anticorrelated appear appears differences deviations corrections biases show shows showed demonstrate "
    "demonstrates demonstrated exhibit exhibits exhibited perform performs performed showing demonstrating "
    "confirmed validated verified than bound bounds generalize generalizes generalise generalises transfer "
    "transfers no effect effects impact impacts influence across determine determined unveil unveiled "
    "pinpoint pinpointed resolve resolved settle settled identify identified complete full exact closed "
    "analytic analytical reveal allow allows us exposing revealing uncovering explicit "
    "derived obtained limit limits constraint constraints favored favoured disfavored disfavoured ruled"
)
"""One of these stands wherever one of the patterns matches."""
