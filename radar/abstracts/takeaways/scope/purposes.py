"""What is done, as titles name it, told as a purpose: "enhancing vision" is there "to enhance vision"."""

from __future__ import annotations

from radar.abstracts.vocabulary.patterns import EitherCase
from radar.abstracts.vocabulary.words import word_set

_VERBS = word_set(
    "accelerate achieve adapt address advance align alleviate amplify analyse analyze assess audit automate "
    "balance benchmark bootstrap boost break bridge build calibrate capture characterise characterize "
    "classify close combine compare compress constrain construct convert correct create decompose decouple "
    "design detect diagnose discover disentangle distill distinguish elicit emulate empower enable "
    "enhance estimate evaluate examine expand explain exploit expose extend extract facilitate generalise "
    "generalize harmonise harmonize harness identify illuminate improve incentivize incorporate increase "
    "integrate interpret investigate jailbreak lift localise localize make maximise maximize measure "
    "minimise minimize mitigate navigate optimise optimize orchestrate overcome predict preserve prevent "
    "probe profile protect quantify reconcile reconstruct recover redefine reduce reinforce remove reproduce "
    "repurpose reshape resolve retrieve reveal secure select shape simplify simulate solve stabilise "
    "stabilize steer strengthen study synergize synthesise synthesize tackle teach test trace translate "
    "uncover understand unify unlock unveil update utilise utilize validate verify"
)
"""Verbs whose form in -ing at the beginning of a title hardly ever describes the noun behind it."""
_VERB_OF = {verb.removesuffix("e") + "ing": verb for verb in _VERBS} | {"inferring": "infer"}
SPEAKERS = (
    "We ", "I ", "This paper ", "This work ", "This study ", "This article ", "This survey ",
    "This thesis ", "This report ", "This review ",
)  # fmt: skip
"""Who can have a purpose: a model that "achieves" something did not do so to enhance it."""


_MAKES = EitherCase(
    r"(?:we|i|this (?:paper|work|study|article|thesis|report)) (?:\w+ly |also |further |first |then )?"
    r"(?:propose|present|introduce|develop|design|build|devise|construct|create|formulate|release|derive)"
    r"(?:s|d|ed)? "
    r"(?!that\b|[^,;]{0,60}?\b(?:analys[ie]s|stud(?:y|ies)|survey|reviews?|investigations?|observations?"
    r"|measurements?|evidence|results|findings|images|imaging|spectr[ao]\w*|catalog(?:ue)?s?|census"
    r"|(?:discover(?:y|ies)|detections?)(?= of))\b)"
)
"""Behind this stands what was made for a field, and not what was seen in a place."""
_NO_FIELD = word_set(
    "wild loop dark world practice reality vivo vitro silico situ presence absence age era space spaces "
    "seconds minutes hours scale one-pass"
)
"""What is made "in the wild" or "in latent space" is not made for it."""


def as_what_for(words: list[str], line: str) -> list[str]:
    """Return "for gait models" for "in gait models" before what the authors made for them, or the words."""
    if words[0] != "in" or not line.startswith(SPEAKERS) or not _NO_FIELD.isdisjoint(words):
        return words
    return ["for", *words[1:]] if makes(line) else words


def makes(line: str) -> bool:
    """Say whether a line tells what its authors made for a field."""
    return _MAKES.begins(line)


def is_purpose(gerund: str) -> bool:
    """Say whether what is done, by its form in -ing, is told as a purpose."""
    return gerund.lower() in _VERB_OF


def as_purpose(words: list[str], line: str) -> list[str]:
    """Return "to enhance vision" for "for enhancing vision" before what its authors did, or the words."""
    if words[0] != "for" or not line.startswith(SPEAKERS) or words[2:3] == ["of"]:
        return words
    done = list(words)
    for place in (1, *[number + 1 for number, word in enumerate(words[:-1]) if word in ("and", "or")]):
        verb = _VERB_OF.get(words[place].lower())
        if verb:
            done[place] = verb
        elif place == 1 or words[place].endswith("ing"):
            return words
    return ["to", *done[1:]]
