"""A part of what was made, told as one: "a sieve, with a net" for "a sieve; we introduce a net"."""

from __future__ import annotations

from radar.abstracts.vocabulary.patterns import pattern
from radar.abstracts.vocabulary.words import any_of

_SECOND = "; we "
_WHO = r"(?:[^,;]{3,90}, )?(?:we|this (?:paper|work|study))"
_MAKES = pattern(
    rf"(?i:{_WHO}) (?:\w+ ){{0,2}}?(?:propose|introduce|present|develop|design|build|construct|devise)s? "
    r"(?![^;]*\b(?:dataset|benchmark|corpus|task|problem|study|taxonomy|survey)\b)"
)
"""What has parts; sets of data and tasks have none."""
_PART = pattern(
    r"; we (?:\w+ly |also |further |then )?"
    r"(?:propose|introduce|design|develop|construct|build|devise|present|incorporate|integrate) "
    r"(?P<part>(?:an?|the|two|three) (?:(?!(?:for|of|to|that|which|with|by|in|on|from|via|using|and)\b)"
    r"[\w’'/-]+,? ){0,7}?(?:\([^()]+\) )?"
    r"(?:adapters?|aggregat(?:or|ion)|algorithms?|attention|augmentation|blocks?|branch(?:es)?|constraints?"
    r"|curriculum|decoders?|embeddings?|encoders?|estimators?|experts|functions?|heads?|injectors?|layers?"
    r"|loss(?:es)?|mechanisms?|memory|modules?|neurons?|objectives?|operators?|pooling|procedures?|prompts?"
    r"|regulari[sz](?:ers?|ation)|rewards?|routers?|samplers?|schedules?|schemes?|steps?|strateg(?:y|ies)|terms?"
    r"|tokeni[sz]ers?|tokens?|units?)(?![\w-]).*)$"
)
_ALSO_DOES = pattern(
    r" and (?:\w+ly |then |also )?(?:propose|introduce|design|develop|construct|build|devise|present|show"
    r"|prove|establish|demonstrate|evaluate|train|derive|find|analy[sz]e|use|apply)\b"
)
"""What the authors did besides is no part of the thing."""
_NO_PART = pattern(r"\b(?:baselines?|evaluat\w+|tests?|testing|judg\w+|defen[cs]es?|attacks?|experiments?)\b")
"""What stands beside the thing, or against it."""
_NOT_BEFORE = (" with ", " without ", " and propose ", " and introduce ")


def as_its_part(line: str) -> str:
    """Return a line that tells of two things made as one with its part, if the second is one by its kind."""
    if _SECOND not in line:
        return line
    found = _PART.search(line)
    if found is None or _MAKES.match(line) is None or line.count(";") > 1:
        return line
    head = line[: found.start()]
    if any_of(_NOT_BEFORE, head) or _ALSO_DOES.search(found["part"]) or _NO_PART.search(found["part"]):
        return line
    return f"{head}, with {found['part']}"
