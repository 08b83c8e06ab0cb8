"""Whether a takeaway says the opposite of what the paper says, as far as words alone can tell."""

from __future__ import annotations

import re
from collections.abc import Iterator

from radar.abstracts.vocabulary.words import any_of, word_set

_VERBS = (
    "improv outperform surpass exceed beat help benefit generali transfer increas reduc decreas match "
    "hurt harm "
    "degrad affect correlat converg scal solv prevent enabl achiev gain boost lower rais enhanc"
)
_OUTCOMES = word_set("improv outperform surpass exceed beat help benefit increas reduc decreas boost enhanc")
"""Verbs that, where the paper has them denied only, are no matter of what others could not do."""
_VERB = re.compile(rf"\b({'|'.join(_VERBS.split())})\w*")
_NOT = re.compile(
    r"(?:\b(?:not|no|never|cannot|neither|nor|hardly|barely|rarely|seldom|without|little|unable|fail(?:s"
    r"|ed|ing)?"
    r"|lacks?|lacking|unlikely|unclear|whether)\b|n't\b(?!-))"
)
_CONTRAST = re.compile(
    r"[.;:!?]|,(?! (?:nor|or)\b)|\b(?:but|while|whereas|although|though|yet|however|only)\b"
)
_DENIED = re.compile(
    r"(?:\b(?:not|no|never|cannot|neither|nor|fail(?:s|ed|ing)?|unable|lacks?)\b|n't\b(?!-))"
)
_BEFORE = 34
"""So many characters before a verb may deny it."""
_ADVERSE = re.compile(
    r"\b(?:limit\w*|fail\w*|worse\w*|degrad\w*|negative\w*|drop\w*|insignificant\w*|ineffective\w*"
    r"|poor\w*|harm\w*"
    r"|hurt\w*|decreas\w*|reduc\w*|lower\w*|un\w+|in(?:effect|suffic|signific|abil|cap)\w*|only|rather"
    r"|instead"
    r"|nothing|none|independent\w*|despite|limits?|challeng\w*|hard\w*|impossib\w*|prevent\w*|avoid\w*|free|robust\w*"
    r"|invarian\w*"
    r"|preserv\w*|maintain\w*|retain\w*|keep\w*|same|minimal\w*|counter\w*)\b"
)
_LESSENS = re.compile(
    r"\b(?:limit(?:ed|s|ation\w*)?|worse\w*|insignificant\w*|ineffective\w*|nothing|none|nobody|only|marginal\w*"
    r"|slight\w*|despite|rather than|impossib\w*)\b"
)
"""Words that take something back of the verb in their sentence."""
_FROM_TO = re.compile(
    r"\bfrom (?:about |around |nearly |over )?(\d[\d.]*)[^.;]{0,12}? to (?:about |only )?(\d[\d.]*)"
)
_NAME = r"[A-Z][\w.-]*[A-Z\d][\w.-]*\w|[A-Z]{2,}"
_WINS = (
    r"(?:(?:out|sur)(?:perform|pass)\w*|beats?|beat(?:s|ing)?|exceed\w*|is (?:\w+ )?(?:better|faster"
    r"|smaller|stronger"
    r"|more \w+|\w+er) than|(?:better|faster|smaller|stronger|more \w+|\w+er) than)"
)
_STRETCH = r"(?:[^.;]|\.(?=\d))"
_GAINS = ("speedup", "speed-up", "improvement", "gain", "advantage")
_OVER = rf"(?:{'|'.join(_GAINS)})s? over"
_WIN = re.compile(
    rf"({_NAME})(?:'s)?\b({_STRETCH}{{0,90}}?)\b(?:{_WINS}|{_OVER})\b({_STRETCH}{{0,30}}?)\b({_NAME})"
)
_WINNING = (
    *("perform", "pass", "beat", "exceed", " than"),
    *(f"{gain}{plural} over" for gain in _GAINS for plural in ("", "s")),
)
"""One of these stands in everything that tells a win."""


def says_the_opposite(plain: str, text: str) -> str:
    """Return what a takeaway turns round of a text, or "" where words alone do not show that it does.

    Three things are looked at: a verb of outcome that is denied in one and in no place of the other; two
    numbers with "from" and "to" exchanged; and which of two names beats which.

    Args:
        plain: the takeaway in plain form.
        text: title and abstract in plain form.
    """
    lower, against = plain.lower(), text.lower()
    return _denied(lower, against) or _exchanged(lower, against) or _loser(plain, text)


def _denied(lower: str, against: str) -> str:
    said = set(_polarities(lower, _DENIED))
    if not said:
        return ""
    for verb, denied in sorted(said):
        # Only words that plainly deny count in the takeaway, but whatever may deny counts for the paper.
        theirs = _polarities_of(verb, against)
        if denied in theirs:
            continue
        if denied and not _doubted(verb if theirs else "", against):
            return verb
        if not denied and theirs and verb in _OUTCOMES:
            return verb
    return ""


def _polarities_of(verb: str, against: str) -> set[bool]:
    """Return whether a verb is denied where it stands; both where it is and is not, none where it is not."""
    found: set[bool] = set()
    start = against.find(verb)
    while start >= 0 and len(found) < 2:
        before = against[start - 1 : start]
        if not before.isalnum() and before != "_":
            found.add(_is_denied(against, start, _NOT))
        start = against.find(verb, start + len(verb))
    return found


def _doubted(verb: str, against: str) -> bool:
    """Say whether words that deny or lessen stand in a sentence of that verb; in any for an empty one."""
    lessening = _LESSENS if verb else _ADVERSE
    return any(
        verb in sentence and (_NOT.search(sentence) or lessening.search(sentence)) is not None
        for sentence in against.split(". ")
    )


def _polarities(lower: str, denying: re.Pattern[str]) -> Iterator[tuple[str, bool]]:
    for match in _VERB.finditer(lower):
        yield match[1], _is_denied(lower, match.start(), denying)


def _is_denied(lower: str, verb: int, denying: re.Pattern[str]) -> bool:
    """Say whether a word that denies stands before a verb, with nothing between that divides them."""
    before = lower[max(0, verb - _BEFORE) : verb]
    border = max((found.end() for found in _CONTRAST.finditer(before)), default=0)
    return denying.search(before, border) is not None


def _exchanged(lower: str, against: str) -> str:
    for one, other in _FROM_TO.findall(lower):
        pairs = [(first.rstrip("."), second.rstrip(".")) for first, second in _FROM_TO.findall(against)]
        if (other.rstrip("."), one.rstrip(".")) in pairs and (
            one.rstrip("."),
            other.rstrip("."),
        ) not in pairs:
            return f"from {one} to {other}"
    return ""


def _loser(plain: str, text: str) -> str:
    if not any_of(_WINNING, plain):
        return ""
    said = {(match[1], match[4]) for match in _WIN.finditer(plain) if not _NOT.search(match[2] + match[3])}
    if not said:
        return ""
    theirs = {(match[1], match[4]) for match in _WIN.finditer(text) if not _NOT.search(match[2] + match[3])}
    return next((f"{one} beats {other}" for one, other in said if (other, one) in theirs - said), "")
