"""Abstracts that tell what is studied and propose nothing: there, what was found says more than that."""

from __future__ import annotations

from functools import lru_cache

from radar.abstracts.claims import SentenceClaim
from radar.abstracts.takeaways.findings.findings import stands_by_itself
from radar.abstracts.takeaways.lines.pointing import may_point_back
from radar.abstracts.takeaways.telling_words import is_own, telling_compounds
from radar.abstracts.text import word_classes as classes
from radar.abstracts.vocabulary.gated import any_found
from radar.abstracts.vocabulary.patterns import EitherCase, at_a_word, pattern
from radar.abstracts.vocabulary.words import word_set
from radar.papers.summaries.flags import Claim

_REMEMBERED = 16
"""So many lines are remembered, for the line of an abstract is asked three times over."""
_OF_ITSELF = classes.WE | classes.PAPER
_RESEARCH_PROPOSES = ("this research propose", "this research introduce")
"""Begins what the authors propose as well; "research" elsewhere may be that of others."""
_FINDS = classes.THAT | classes.FINDS_VERB
_NONE, _QUALITATIVE = Claim.NONE, Claim.QUALITATIVE
_ANNOUNCES = EitherCase(
    r"(?:[^,;.]{3,90}, )?(?:here )?"
    r"(?:we|i|this (?:paper|work|study|article|thesis|letter|survey|report|research|project|review)) "
    r"(?:have |has )?(?:\w+ly |also |then |first |further |here )?(?:(?:"
    r"investigate|stud(?:y|ie)|explore|examine|discuss|consider|review|ask|focus|aim|seek|address|revisit|report"
    r"|conduct|perform|evaluate|analy[sz]e|compare|test|assess|use|employ|appl(?:y|ie)|utili[sz]e|search|compile"
    r"|select|collect|survey|model|simulate|deploy|pilot|benchmark|carr(?:y|ie)|look)(?:e?s|e?d)?"
    r"|provides? an? (?:\w+ ){0,2}(?:investigation|analysis|study|overview))\b"
)
_A_STUDY = pattern(
    r"\b(?:present|introduce|propose|report|describe)(?:s|ed)? (?:an?|the|our) (?:[\w-]+ ){0,4}?"
    r"(?:study|analysis|investigation|evaluation|comparison|experiment|examination|assessment"
    r"|characteri[sz]ation)(?: (?:of|on|with|that|in|to|using|comparing"
    r"|across)\b|,|\.?$)"
)
"""What is presented is the study itself."""
_SURE = 0.9
"""What is claimed less surely is a hint."""
_PRAISES = word_set(
    "effectiveness superiority efficacy usefulness feasibility viability validity potential promise "
    "importance promising applicability utility insight insights valuable provide provides reproducible "
    "future this these"
)
"""Findings with these words praise the study, or point at it."""
_POINTS = word_set("it they its their those such both he she")
"""What begins with these tells of what another sentence named."""
_WHO = at_a_word(
    "We", "we", "This paper", "this paper", "This work", "this work", "This study", "this study"
)  # fmt: skip
_MAKES = pattern(
    rf"{_WHO} (?!will |would |can |could |should )(?:\w+ ){{0,2}}?"
    r"(?:propose|introduce|develop|design|build|construct|devise|derive"
    r"|present(?! (?:[\w-]+ ){1,5}?(?:study|analysis|investigation|evaluation|comparison|survey|review)\b)"
    r")s?\b"
)
_PROPOSES = pattern(
    rf"{_WHO} (?!will |would |can |could |should )(?:\w+ ){{0,2}}?"
    r"(?:propose|introduce|develop|design|build|construct|devise|derive)s?\b"
)
"""Tells of what was made, and not of what is presented, which may be a sample or a talk."""
_PART_OF_IT = pattern(r"\b(?:module|regulari[sz]er|loss|block|layer|directions|metrics?)\b")
"""Made beside what the paper is about."""
_BESIDES = pattern(
    r"[^,]{0,60}?\b(?:also|further|furthermore|additionally|in addition|moreover|finally|lastly|besides)\b"
)
_TELLS_MORE = (
    pattern(
        r"(?:We(?<!\wWe)|we(?<!\wwe)|This(?<!\wThis) \w+|this(?<!\wthis) \w+)"
        r" (?:\w+ly |have |has )?(?:report|review|survey)"
    ),
    pattern(
        r"(?:and(?<!\wand)|,) (?:\w+ly |also |then |we )*(?:propose|introduce|present|develop|show|find|prove"
        r"|demonstrate|derive|identify|establish|design|reveal|provide|obtain|achieve|construct)"
        r"(?:s|d|ed|ing)?\b"
    ),
    pattern(
        at_a_word(
            "showing", "finding", "revealing", "demonstrating", "proving", "introducing", "proposing"
        ) + r"\b"
    ),
)  # fmt: skip
"""A line that begins as an announcement tells a discovery, a survey or what came of it."""
_SURELY_FOUND = 1.1
_FOR_A_PURPOSE = "To "
"""Begins what was done, and not what was found."""
_OF_THE_TITLE = 2
"""So many telling words of the title has what goes before an announcement."""
_REPEATS, _LEAST_NEW = 2, 4
"""With so many telling words that the title lacks, a line only repeats it; with so many, one tells more."""


def announcement(claims: tuple[SentenceClaim, ...]) -> SentenceClaim | None:
    """Return the first sentence that only tells what is studied, or by what steps, or None.

    There is none where the authors propose something.
    """
    found = None
    for claim in claims:
        has, lower = claim.sentence.classes, claim.sentence.lower
        proposes = has & classes.PROPOSES and not _presents_a_study(claim)
        if proposes and (is_own(claim) or lower.startswith(_RESEARCH_PROPOSES)):
            return None
        if found is None and only_announces(claim):
            found = claim
    return found


def only_announces(claim: SentenceClaim) -> bool:
    """Say whether a sentence tells what is studied, or by what steps, and no finding."""
    if not claim.sentence.classes & _OF_ITSELF or not _tells_no_finding(claim):
        return False
    return _ANNOUNCES.begins(claim.sentence.lower) or _presents_a_study(claim)


def _presents_a_study(claim: SentenceClaim) -> bool:
    sentence = claim.sentence
    return sentence.classes & classes.STUDY != 0 and _A_STUDY.search(sentence.lower) is not None


def _tells_no_finding(claim: SentenceClaim) -> bool:
    if claim.claim is _NONE:
        return True
    return claim.claim is _QUALITATIVE and not claim.sentence.classes & _FINDS


def tells_a_finding(claim: SentenceClaim) -> bool:
    """Say whether a sentence surely tells what was found, and of what."""
    if claim.strength < _SURE or claim.background:
        return False
    words = claim.sentence.words
    if not _PRAISES.isdisjoint(words) or not _POINTS.isdisjoint(words[:1]):
        return False
    return not _ANNOUNCES.begins(claim.sentence.lower)  # what was found behind a step is often cut off


@lru_cache(_REMEMBERED)
def makes(line: str) -> bool:
    """Say whether a line tells what its authors made, other than a study."""
    return _MAKES.search(line) is not None


def proposes(text: str) -> bool:
    """Say whether a text tells what its authors made, and not what they present."""
    return _PROPOSES.search(text) is not None


def beside_the_main(line: str, claim: SentenceClaim) -> bool:
    """Say whether a line that tells what was made tells of a part, or of what was made besides."""
    return _PART_OF_IT.search(line) is not None or _BESIDES.match(claim.sentence.lower) is not None


def repeats(line: str, title: str) -> bool:
    """Say whether a line tells no more than the title does."""
    return len(telling_compounds(line) - telling_compounds(title)) <= _REPEATS


def tells_more(line: str, claim: SentenceClaim, title: str) -> bool:
    """Say whether a line, by itself, tells what was made or found, and more of it than the title does."""
    if len(telling_compounds(line) - telling_compounds(title)) < _LEAST_NEW:
        return False
    if makes(line):
        return not may_point_back(line.lower())
    return tells_a_finding(claim) and stands_by_itself(line, "")


def stands_instead(line: str, claim: SentenceClaim) -> bool:
    """Say whether a line is whole and tells by itself what is the authors' own."""
    return not (claim.background or line.endswith(("…", "?")) or may_point_back(line.lower()))


def announces(line: str) -> bool:
    """Say whether a line only tells what is studied, or a step of that."""
    return ";" not in line and _ANNOUNCES.begins(line) and not any_found(_TELLS_MORE, line)


def without_announcements(claims: tuple[SentenceClaim, ...]) -> tuple[SentenceClaim, ...]:
    """Return what sentences claim that announce nothing, if any may tell what was made or found."""
    rest = tuple(claim for claim in claims if not _ANNOUNCES.begins(claim.sentence.lower))
    tells = any(
        claim.sentence.classes & classes.PROPOSES
        or (claim.strength >= _SURELY_FOUND and not claim.background)
        for claim in rest
    )
    return rest if tells else ()


def goes_before(line: str, claim: SentenceClaim, announced: str, title: str) -> bool:
    """Say whether a line tells what the paper made or found, so that it goes before what is studied.

    Args:
        line: that tells more.
        claim: of its sentence.
        announced: the line that tells what is studied; what the title names in it is what the paper made.
        title: of the paper.
    """
    name, colon, _ = title.partition(": ")
    if colon and " " not in name and name in announced and name not in line:
        return False
    known = telling_compounds(title)
    if len(telling_compounds(line) & known) < _OF_THE_TITLE or line.endswith("…"):
        return False
    if _BESIDES.match(claim.sentence.lower) or not tells_more(line, claim, title):
        return False
    if _PROPOSES.search(line):
        return _PART_OF_IT.search(line) is None
    return claim.strength >= _SURELY_FOUND and not makes(line) and not line.startswith(_FOR_A_PURPOSE)
