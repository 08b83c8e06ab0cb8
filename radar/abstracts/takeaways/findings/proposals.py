"""What the authors made, told in the place of a line that announces what they study."""

from __future__ import annotations

from collections.abc import Callable

from radar.abstracts.claims import SentenceClaim
from radar.abstracts.takeaways.choice.off_topic import off_topic
from radar.abstracts.takeaways.findings.announcing import beside_the_main, only_announces, proposes
from radar.abstracts.takeaways.lines.pointing import may_point_back
from radar.abstracts.takeaways.lines.unnamed import points_inside
from radar.abstracts.takeaways.telling_words import telling, telling_compounds
from radar.abstracts.text import word_classes as classes
from radar.abstracts.vocabulary.patterns import pattern

Claims = tuple[SentenceClaim, ...]

_AIDS = pattern(
    r"\b(?:taxonomy|metrics?|agenda|conjecture|recommendations|guidelines|notions?|concepts?|definitions?"
    r"|datasets?|workflow|experiments?|tests|ratio|measures?|simulator|changes|intervention|criteri(?:on|a)"
    r"|protocol|refinements|pipelines|logic|tasks|blocks|modifications|setup|setting|universe|candidates"
    r"|annotation|that (?:\w+ly )?improves?)\b"
)
"""What is made to study something by it."""
_NAME = pattern(r"(?<=[\w)] )(?:[\w-]*[A-Z][\w-]*[A-Z][\w-]*|[A-Z][a-z]+ [A-Z][a-z]+)\b")
_OF_THE_PAPER = pattern(r"^(?:[^,;]{3,60}, )?(?:[Tt]his|[Ii]n this) (?:paper|work|study|article|thesis)\b")
_LEAST_NEW, _OF_TITLE = 3, 2
"""So many telling words has the line that the title lacks, and so many in common with it."""


def proposed(
    line_of: Callable[[Claims], tuple[str, SentenceClaim | None]],
    claims: Claims,
    chosen: SentenceClaim,
    title: str,
) -> tuple[str, SentenceClaim | None]:
    """Return the line on what the authors made and its sentence, or None where there is none.

    Args:
        line_of: returns the line of some sentences, and which of them it was made from.
        claims: of all sentences of the abstract.
        chosen: the sentence that announces what is studied.
        title: of the paper.
    """
    own = tuple(
        claim
        for claim in claims
        if claim is not chosen
        and claim.sentence.classes & classes.PROPOSES
        and not claim.background
        and proposes(claim.sentence.text)
        and not only_announces(claim)
        and not off_topic(claim, 1)
    )
    if not own:
        return "", None
    line, of = line_of(own)
    if of is None or not proposes(line) or line.endswith(("…", "?")) or _AIDS.search(line):
        return "", None
    if may_point_back(line.lower()) or points_inside(_OF_THE_PAPER.sub("", line)):
        return "", None
    if beside_the_main(line, of):
        return "", None
    new = telling_compounds(line) - telling_compounds(title)
    said = of.sentence.text  # without what the title adds to the line
    least = _OF_TITLE if _NAME.search(line) else _OF_TITLE + 1
    if len(new) < _LEAST_NEW or len(telling(said) & telling(title)) < least:
        return "", None
    return line, of
