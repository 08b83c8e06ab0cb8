"""What a text speaks of as known that nothing beside it names: "the mound", "their prints", "WTS"."""

from __future__ import annotations

import re

from radar.abstracts.takeaways.lines.borders import VERB
from radar.abstracts.takeaways.telling_words import telling
from radar.abstracts.vocabulary.patterns import EitherCase, pattern
from radar.abstracts.vocabulary.words import word_set

_POINTS = EitherCase(
    r"(?:it|its|they|their|them|these|those|this|that|such|both|he|she|some|others?|another|each|either|neither"
    r"|all|here|there|doing|one|two|three|four|five|most|many|several|few|only|no|none"
    r"|(?:in|by) (?:comparison|contrast)|conversely|instead|however|for example|for instance|overall|together"
    r"|beyond|additional|further|similarly|finally|first|second|third)\b(?! (?:and|LLMs)\b)"
)
"""What begins with these may go on with what another sentence named."""
_POINTS_INSIDE = pattern(
    r"(?i:\b(?:this|these|such(?! as\b)|aforementioned|above|former|latter|respectively|proposed|presented"
    r"|corresponding(?! to\b)|the (?:two|three|four|five|six|other|first|second|third|new|original"
    r"|resulting|remaining|additional|derived|studied|considered)|all (?:two|three|four|five|six|seven"
    r"|eight|ten|the|of the)|(?:either|neither|none|each|one|two|some|most|many|any|both) of"
    r" (?:the|these|them)"
    r"|those(?! (?:of|who|that|with|in|from|for|without)\b)|here|others|another|in turn|otherwise|instead"
    r"|as well(?! as\b)|likewise|do so|does so|doing so|thus|therefore|hence"
    r"|our|ours|both(?! [^,;]* and )|them|they|it|he|she|his|her)\b)"
)
_ITS = pattern(r"\b(?:its|their|itself|themselves)\b")
_DEFINITE = pattern(r"\b[Tt]he (?P<phrase>[\w’'-]+(?: [\w’'-]+){0,4})")
_COUNTED = pattern(
    r"(?:All|Most|Many|No|Some|Several|Few|One-|Two-|Three-|Four-|Five-)(?: |(?<=-))"
    r"(?P<what>(?!(?:of|other|others|two|three|four) )[\w-]+(?: [\w-]+)?) "
)
"""How many, or which of several kinds, and of what."""
_WHICH = (["for"], ["to"], ["between"])
_TOLD_APART = pattern(r" (?:of|for|as|on|between)\b")
"""Behind a noun it is said which one is meant."""
_ENDS_PHRASE = word_set(
    "of in on at for with from by to that which who whose and or is are was were be can may has have had do "
    "does when where while than as but if not during between among across under over within without through "
    "via using into onto after before because since near about around along against toward towards both "
    "only also we it they will would should must could might remains remain becomes become"
)
_UNIQUE = word_set(
    "same best worst most least highest lowest largest smallest greatest strongest weakest fastest slowest "
    "first only number majority literature field state-of-the-art universe sun earth moon sky milky galactic "
    "galaxy web internet world us uk eu human past future present public presence absence existence more "
    "less better larger smaller higher lower following maximum minimum optimal dominant primary main key "
    "error cost time accuracy performance quality risk rate efficiency gap latency memory amount size level "
    "degree standard real classical usual well-known global general"
)
"""What there is but one of, or what the words themselves tell."""
_DESCRIBES = ("ed", "ing", "al", "ic", "ive", "ous")
"""A word with one of these ends tells how a thing is, and not which."""
_SHORT = pattern(
    r"(?<![\w-])(?:[A-Z][A-Za-z0-9]*[A-Z][A-Za-z0-9-]*s?|[A-Z][a-z]*\d[\w-]*|[A-Z][a-z]+-[A-Z]\w+)\b"
)
"""An abbreviation, or a name with capitals or digits inside."""
_KNOWN = word_set(
    "AI API CNN CPU CT DNA EU GAN GPS GPU GPT GUI HIV IoT LLM LSTM ML MLP MRI NLP PDF QA RGB RL RNA RNN UK "
    "US USA UV VLM WWW JWST ALMA LHC GPT-4 GPT-4o ChatGPT BERT ResNet ImageNet SVM PCA 2D 3D CoT RAG MLLM "
    "LaTeX PyTorch GitHub arXiv OpenAI YouTube ViT CLIP NASA GW QCD QED CMB"
)
"""Better known than what they stand for."""
_NAMES = pattern(
    r"\b(?:introduc|propos|present|develop|call|nam|dub|term|design|denot|creat|build|built|construct)\w*"
    r"(?: [^ ,;.]+){0,6}?,? [\"“'‘(]?$"
)
"""Goes before a name that is given."""
_SHORT_LY = 5
"""A word that ends with "ly" and has no more letters may be a noun."""
_LEAST_BEFORE = 2
"""So many words at least stand before "its" where they name whose."""


def names_all(text: str, beside: str, abstract: str, *, common: bool = False) -> bool:
    """Say whether a text speaks of nothing as known that neither it nor what stands beside it names.

    Args:
        text: a clause.
        beside: what is read before it, and the title.
        abstract: it explains what is no common abbreviation.
        common: whether a name is known that the abstract neither explains nor gives to a thing, and a thing
            of which it is said what it is for.
    """
    points = _POINTS.begins(text) and not (common and _counts_named(text, beside))
    if points or _POINTS_INSIDE.search(text):
        return False
    its = _ITS.search(text)
    if its and text.count(" ", 0, its.start()) < _LEAST_BEFORE:
        return False
    if any(
        not (_is_named(found, text, beside) or (common and _is_told_apart(found)))
        for found in _DEFINITE.finditer(text)
    ):
        return False
    shorts = (short.removesuffix("s") for short in _SHORT.findall(text))
    return not any(
        short not in beside
        and _is_of_the_abstract(short, text, abstract)
        and not (common and _is_common(short, abstract))
        for short in shorts
    )


def points_inside(text: str) -> bool:
    """Say whether a text points somewhere at what was named before it."""
    return _POINTS_INSIDE.search(text) is not None


def begins_named(text: str, beside: str) -> bool:
    """Say whether a text begins with nothing as known that neither it nor what stands beside it names."""
    if _POINTS.begins(text):
        return False
    found = _DEFINITE.match(text)
    return found is None or _TOLD_APART.search(found["phrase"]) is not None or _is_named(found, text, beside)


def _is_named(found: re.Match[str], text: str, beside: str) -> bool:
    """Say whether what "the" stands before is named beside it or before it, or says itself what it is."""
    words = found["phrase"].split()
    end = next((at for at, word in enumerate(words) if at and _ends(word)), len(words))
    phrase = words[:end]
    if words[end : end + 1] == ["of"] or any(_is_unique(word.lower()) for word in phrase):
        return True
    if any(word[0].isupper() for word in phrase):
        return True
    stems = telling(phrase[-1])
    if not stems:
        return phrase[-1].lower().rstrip("s") in beside.lower()
    if len(phrase) > 1 and not phrase[-2].endswith(_DESCRIBES):
        stems |= telling(phrase[-2])
    return not stems.isdisjoint(telling(beside) | telling(text[: found.start()]))


def _is_of_the_abstract(short: str, text: str, abstract: str) -> bool:
    """Say whether an abbreviation, or a name, was explained or named before what is told of it."""
    if short in _KNOWN:
        return False
    return abstract.count(short) > text.count(short)


def _counts_named(text: str, beside: str) -> bool:
    """Say whether a text begins with how many of something that is named beside it: "Most crabs"."""
    counted = _COUNTED.match(text)
    return counted is not None and not telling(counted["what"]).isdisjoint(telling(beside))


def _is_told_apart(found: re.Match[str]) -> bool:
    """Say whether behind a noun with "the" it is said which one is meant."""
    words = found["phrase"].split()
    end = next((at for at, word in enumerate(words) if at and _ends(word)), len(words))
    return words[end : end + 1] in _WHICH


def _is_common(short: str, abstract: str) -> bool:
    """Say whether an abstract uses a name as known: it neither explains it nor gives it to anything."""
    if f"({short})" in abstract or f"({short}s)" in abstract:
        return False
    return _NAMES.search(abstract[: abstract.find(short)]) is None


def _is_unique(word: str) -> bool:
    return word in _UNIQUE or word.removesuffix("s") in _UNIQUE


def _ends(word: str) -> bool:
    """Say whether a noun phrase ends before a word."""
    lower = word.lower()
    if lower in _ENDS_PHRASE or lower in ("the", "a", "an") or VERB.search(lower):
        return True
    return lower.endswith("ly") and len(lower) > _SHORT_LY
