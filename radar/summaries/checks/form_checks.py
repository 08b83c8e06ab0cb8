"""What is wrong with a line whatever it is about: its characters, its markup, whom it speaks to."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import Final

from radar.papers.text.safe_text import clean

_STRANGE = frozenset({"Cc", "Cf", "Co", "Cs"})
_MARKUP = re.compile(
    r"://|\b(?:https?|javascript|vbscript|file|mailto):|\bdata:\w+/|www\."
    r"|[a-z0-9][。．｡][a-z]{2}|\b[a-z][\w-]*(?:\.[a-z][\w-]+)+/\w"
    r"|\b[\w-]+\.(?:com|org|net|io|ai|dev|gov|edu|co|me|app|sh|ly|cn|de|uk|ru|example)\b(?!\.)"
    r"|`|\*\*|__|~~|[{}\\|]|<(?=[\w/!?])(?!\d)|(?<=[\w\"'/])>(?![ =\d])"
    # A forbidden line of a spectrum, [Ne II], is no markup.
    r"|\]\(|(?!(?-i:\[[A-Z][a-z]? ?[IVX]+\]))\[/?[\w@#=.:(\" ]*\]|^\s*(?:[#*>-]|\d+[.)])\s"
    r"|:[a-z_]+:|\S@[\w-]+\.[^\W\d]",
    re.IGNORECASE,
)
_MAY_MARK_UP = re.compile(r"[:`*_~{}\\|<>\[@#。．｡]|\]\(|\.[^\W\d_]|www|\A\s*[-\d]", re.IGNORECASE)
"""What stands in all that `_MARKUP` finds: one look at each character, where that takes a dozen."""
_CHATTER = re.compile(
    r"\s*(?:sure|here(?:'s| is| are)|okay|ok|certainly|of course|as an ai|i |i'm|the (?:one-line )?takeaway"
    r"|in (?:summary|conclusion|short)|note|answer|takeaway|summary|title|abstract|json|hier ist|voici"
    r"|aquí está|ecco)"
    r"\b(?:[:,!.]| is\b| i\b| of\b)|以下|(?:the|this) abstract (?:says|is|was|states|describes)\b",
    re.IGNORECASE,
)
_ADDRESSES = re.compile(
    r"\b(?:you|your|yours|yourself|click|subscribe|please|buy now|must[- ]read)\b", re.IGNORECASE
)
_PRAISES = re.compile(
    r"\b(?:ground-?breaking|revolutionary|masterpieces?|masterful(?:ly)?|flawless(?:ly)?|outstanding"
    r"|brilliant(?:ly)?|seminal|amazing(?:ly)?|incredibl[ey]|unbeatable|award-winning"
    r"|(?:papers?|works?|articles?|stud(?:y|ies)) of the (?:year|decade|century)"
    r"|best (?:papers?|articles?|stud(?:y|ies))|ranked first"
    r"|(?:everyone|everybody|all) (?:should|must) read)\b"
)
_IDIOM = re.compile(r"\ball you need\b", re.IGNORECASE)


def strange_characters(text: str) -> bool:
    """Say whether a text holds control, format, private or surrogate characters, or heaps of marks.

    A TeX command in JSON ("\\textit") turns into one, so such text is not worth mending.
    """
    if text.isascii():
        return not text.isprintable()
    if any(unicodedata.category(character) in _STRANGE for character in text):
        return True
    return clean(text) != unicodedata.normalize("NFC", " ".join(text.split()))


def addressed(plain: str) -> set[str]:
    """Return the words of a text in plain form that speak to someone, in lower case."""
    return {found.lower() for found in _ADDRESSES.findall(_IDIOM.sub(" ", plain))}


def praises(plain: str) -> set[str]:
    """Return the words of a text in plain form that advertise, in lower case."""
    return set(_PRAISES.findall(plain.lower()))


def _has_strange_characters(text: str) -> bool:
    return strange_characters(text.strip().replace("\n", " "))


def _has_lines(text: str) -> bool:
    return len(text.strip().splitlines()) > 1


def _is_chatter(text: str) -> bool:
    return bool(_CHATTER.match(text))


def _has_markup(text: str) -> bool:
    return bool(_MAY_MARK_UP.search(text) and _MARKUP.search(text))


FORM_CHECKS: Final[tuple[tuple[str, Callable[[str], bool]], ...]] = (
    ("strange characters", _has_strange_characters),
    ("several lines", _has_lines),
    ("chatter", _is_chatter),
    ("link or markup", _has_markup),
)
"""The checks with their names."""
