"""Sentences that tell what goes beside the main thing: tests of it, whose it is, how everything was run."""

from __future__ import annotations

from radar.abstracts.claims import SentenceClaim
from radar.abstracts.vocabulary.patterns import pattern
from radar.abstracts.vocabulary.words import any_of
from radar.papers.summaries.flags import Claim

_OPENING = r"(?:[^,;]{3,80}, )?"
_OF_THE_AUTHORS = (
    r"(?:methods?|approach|framework|findings?|theory|results?|algorithms?|models?|systems?|technique"
    r"|predictions?|procedure|pipeline|analysis|formalism|construction|design|scheme|conclusions?"
    r"|hypothes[ie]s|claims?|theorems?|bounds?|tool|toolkit)\b"
)
_TEST_GATES = ("our ", "the ")
_TESTS = pattern(
    rf"{_OPENING}(?:we|i|this (?:paper|work|study|article)) (?:\w+ly |also |further |then |first |finally )?"
    r"(?:validat|evaluat|verif|test|demonstrat|confirm|assess|illustrat|appl|benchmark|exemplif|showcas)"
    r"(?:e|y|ies|es|ed|s)? (?:[\w-]+ ){0,4}?(?:our|the (?:proposed|resulting|new|developed))"
    rf" (?:[\w-]+ ){{0,3}}?{_OF_THE_AUTHORS}"
)
_IS_TESTED = pattern(
    rf"{_OPENING}(?:the|our) (?:[\w-]+ ){{0,3}}?{_OF_THE_AUTHORS} (?:is|are|was|were|has been|have been)"
    r" (?:then |also |further |\w+ly )?(?:validated|evaluated|verified|tested|demonstrated|applied"
    r"|implemented|assessed|illustrated|trained|benchmarked|compared|exemplified)\b"
)
_OUTCOME = pattern(
    r"\b(?:show|find|observ|demonstrat|achiev|outperform|reveal|improv|reach|obtain|introduc|propos|attain"
    r"|yield|indicat|suggest|discover)(?:s|es|ing|ed|e)?\b"
)
"""A test tells what came of it, or what was made."""
_VERB_REACH = 30
"""The verb of the test itself stands within so many characters."""
_WHOSE = pattern(
    r"we (?:\w+ly |also |further |then )?(?!argue|find|make|show|believe|think|take)[a-z]+"
    r" (?:on |for |to |with |from )?(?:their|its) "
)
"""Whose it is was said before."""
_WHOSE_GATES = (" their ", " its ")
_RUNS = pattern(
    r"(?:all|every) (?:of the |the |our )?(?:\w+ )?(?:runs?|experiments?|simulations?|trainings?|evaluations?"
    r"|tests) (?:use|employ|adopt|assume|are|were|was|is)\b"
    r"|(?:special|particular|specific) (?:emphasis|attention|focus|care) (?:is|was|has|were)\b"
)
"""How everything was run, or what was looked at above all."""
_RUN_STARTS = ("all ", "every ", "special ", "particular ", "specific ")
_TEST, _OWNER, _RUN = 0.08, 0.08, 0.1
"""What counts against a sentence, in what sentences are worth."""


def side_detail(claim: SentenceClaim) -> float:
    """Return what counts against a sentence that tells what goes beside the main thing."""
    if claim.claim is Claim.QUANTIFIED:
        return 0.0
    lower = claim.sentence.lower
    if lower.startswith(_RUN_STARTS) and _RUNS.match(lower):
        return _RUN
    if lower.startswith("we ") and any_of(_WHOSE_GATES, lower) and _WHOSE.match(lower):
        return _OWNER
    if not any_of(_TEST_GATES, lower) or not (_TESTS.match(lower) or _IS_TESTED.match(lower)):
        return 0.0  # what hardly any sentence begins with is asked before what may stand anywhere
    return 0.0 if _OUTCOME.search(lower, _VERB_REACH) else _TEST
