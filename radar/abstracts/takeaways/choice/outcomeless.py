"""Sentences that tell neither what was done nor what was found: the field, bare aims, promises, counts."""

from __future__ import annotations

from radar.abstracts.claims import SentenceClaim
from radar.abstracts.text import word_classes as classes
from radar.abstracts.text.text_units import Sentence
from radar.abstracts.vocabulary.patterns import EitherCase, pattern
from radar.abstracts.vocabulary.words import word_set
from radar.papers.summaries.flags import Claim

_OF_ITSELF = classes.WE | classes.PAPER
_THE_PAPER = (
    r"(?:this|our|the (?:present|current)) (?:paper|work|study|article|research|project|thesis|survey)"
)
_AIMS = pattern(
    r"(?:aims?[.:]? )?(?:[^,]{3,80}, )?(?:here,? )?(?:"
    rf"(?:we|i|{_THE_PAPER}) (?:\w+ly |also |therefore |thus |hence |here )?"
    r"(?:aim(?:s|ed)?|seeks?|wish|want|intends?|hope|plan|believe|need"
    r"|(?:are|is) (?:attempting|interested|devoted|intended|seeking|aiming|motivated))"
    r"|(?:our|the) (?:\w+ )?(?:aim|goal|purpose|objective)s?"
    rf" (?:of {_THE_PAPER} |here )?(?:is|was|are|were))\b"
)
_AIM_OF_SOMETHING = pattern(
    r"\b(?:by|through|with|via|using) (?:\w+ly )?(?:\w+ing|an?|our|novel|new)\b"
    r"|\bto (?:leverage|exploit|combine|adapt|adopt|apply|employ|use|reuse|utili[sz]e|integrate|extend"
    r"|unify)\b|\band (?:introduce|propose|present|develop)s?\b"
    r"|\bfirst to\b|\b(?:is|are|was) to (?:propose|present|introduce|provide|show|describe|demonstrate)\b"
)
"""Such an aim says by what means, which is what was done."""
_SIGNS = word_set(
    "aim aims aimed seek seeks wish want intend intends hope plan believe need attempting interested devoted "
    "intended seeking aiming motivated goal goals purpose purposes objective objectives "
    "motivate motivates advance advances inform informs pave paves open opens lay lays shed sheds inspire "
    "inspires serve serves contribute contributes highlight highlights underscore underscores offer offers "
    "provides conclude concludes continuation step based"
)
"""One of these stands wherever a sentence tells of an aim or of a promise."""
_OF_THE_FIELD = pattern(
    r"(?:existing|current(?:ly)?|recent(?:ly)?|prior|previous|traditional(?:ly)?|conventional|many|most"
    r"|there (?:is|are|has|have|exists?)|despite|although|while|with the|in recent|over the (?:past|last)"
    r"|however, (?:existing|current|recent|prior|previous|traditional|conventional|many|most)"
    r"|(?:in )?our previous"
    r"|(?:an?|one|the) (?:\w+ ){0,2}(?:obstacle|challenge|bottleneck|limitation|barrier|difficulty|gap)s?"
    r"|(?:this|these|such) (?:\w+ )?(?:assumption|limitation|gap|problem|challenge|issue)s?)\b"
)
_MAY_BE_OF_THE_FIELD = word_set(
    "existing current currently recent recently prior previous traditional traditionally conventional many "
    "most there despite although while with in over our however an a one the this these such"
)
"""What it begins with."""
_STATES_OF_THINGS = word_set(
    "remain remains increasingly essential crucial critical challenging suffer suffers hinder hinders"
)
_PROMISES = pattern(
    r"(?:we|(?:the|this) (?:paper|work|article|survey)) (?:finally )?concludes?"
    r" (?:(?:this|the|our) \w+ )?(?:with\b|by (?:discuss|reflect|point|outlin|identif|highlight|suggest)\w+)"
    r"|(?:[^,]{3,60}, )?(?:this|our|the present) (?:paper|work|study|article|research|findings?|results?"
    r"|framework|approach|method) (?:\w+ly |also |thus )?"
    r"(?:motivates?|advances?|informs?|paves?|opens?|lays?|sheds?|inspires?|serves?|contributes? to"
    r"|highlights? the (?:importance|need|potential|promise)|underscores?"
    r"|offers? (?:an? )?(?:\w+ ){0,2}(?:foundation|basis|path|direction|perspective|step)"
    r"|provides? (?:an? )?(?:\w+ ){0,2}(?:foundation|basis|path|step|stepping|groundwork)"
    r"|is (?:intended|a continuation|a (?:first |further )?step|based on))\b"
    r"(?!.* by (?:arguing|showing|introducing|proposing|developing|implementing)\b)"
)
_OF_OTHERS = EitherCase(
    r"(?:existing|current|recent|prior|previous|traditional|conventional|although|despite"
    r"|our (?:previous|earlier)|in paper [i\d]|there (?:is|are)"
    r"|in (?:previous|prior|earlier) (?:work|studies|research)"
    r"|(?:still, )?(?:to (?:the best of )?our knowledge, )?no (?:existing|current|prior|previous)"
    r"|(?:most|many) (?:existing|current|prior|previous))\b"
)
_FOUND_OUT = pattern(
    r"\b(?:find|found|show|shows|showed|reveal|reveals|revealed|demonstrate\w*|results|conclude|thus|therefore|hence)\b"
)
_OPENING = 60
_COUNTED = word_set(
    "twofold two-fold threefold three-fold fourfold four-fold factors issues reasons challenges problems "
    "questions aspects ways limitations contributions directions observations insights findings results "
    "obstacles difficulties goals objectives parts properties pattern patterns phenomenon phenomena"
)
_ONLY_COUNTS = pattern(
    r"\b(?:(?:two|three|four)-?fold|(?:two|three|four|five|six|several|following|a number of)"
    r" (?:[\w-]+ ){0,2}[\w-]+"
    r"|(?:consistent|clear|surprising|striking|intriguing|interesting|similar|common|anomalous)"
    r" (?:pattern|phenomen)\w+)\W*$"
)
"""What a sentence ends with that says how many things, or what a thing, and not which."""
_COUNT_REACH = 60
_REACH = 14
"""Among so many words stands the verb of a sentence that tells of an aim or a promise."""
_FIELD, _AIM, _PROMISE, _COUNT = 0.05, 0.09, 0.08, 0.08
"""What counts against a sentence, in what sentences are worth."""


def outcomeless(claim: SentenceClaim) -> float:
    """Return what counts against a sentence that tells neither what was done nor what was found."""
    sentence, kind = claim.sentence, claim.claim
    if kind is _QUANTIFIED:
        return 0.0
    words, has = sentence.words, sentence.classes
    penalty = 0.0
    if not _SIGNS.isdisjoint(words[:_REACH]):
        penalty = _aim_or_promise(sentence.lower, kind)
    if kind is _NONE and not penalty and not has & _OF_ITSELF and words and _is_of_the_field(sentence):
        penalty = _FIELD
    if words and words[-1] in _COUNTED and not has & classes.PROPOSES:
        penalty += _COUNT if _ONLY_COUNTS.search(sentence.lower[-_COUNT_REACH:]) else 0.0
    return penalty


def _aim_or_promise(lower: str, kind: Claim) -> float:
    if kind is _NONE and _AIMS.match(lower):
        return 0.0 if _AIM_OF_SOMETHING.search(lower) else _AIM
    return _PROMISE if _PROMISES.match(lower) else 0.0


def _is_of_the_field(sentence: Sentence) -> bool:
    has = sentence.classes
    if (
        has & classes.PROBLEM
        and not has & classes.PROPOSES
        and not _STATES_OF_THINGS.isdisjoint(sentence.words)
    ):
        return True
    first = sentence.words[0]
    return first in _MAY_BE_OF_THE_FIELD and _OF_THE_FIELD.match(sentence.lower) is not None


def tells_of_others(line: str, lower: str) -> bool:
    """Say whether a line tells of what others did, and its sentence does not call that a finding.

    Args:
        line: made of the sentence.
        lower: the sentence in lower case.
    """
    return _OF_OTHERS.begins(line) and _FOUND_OUT.search(lower[:_OPENING]) is None


_NONE, _QUANTIFIED = Claim.NONE, Claim.QUANTIFIED
