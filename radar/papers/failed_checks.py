"""Why a model's own words were not shown, or no model was asked, in words that a reader understands."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from radar.papers.summary import Summary
from radar.papers.text import clean

_INSTRUCTS = "instruction in "
"""What the reason begins with where no model was asked because the text speaks to one."""
_NO_ABSTRACT = "no abstract"
_SHOWN = 300
_PLAIN: Mapping[str, str] = MappingProxyType(
    {
        "strange characters": "they hold characters that no text has",
        "several lines": "they run over several lines",
        "too long": "they are longer than 25 words",
        "too short": "they are too few to say anything",
        "chatter": "they begin with small talk",
        "link or markup": "they hold a link or markup",
        "speaks to someone": "they speak to somebody instead of telling of the paper",
        "praise": "they praise the paper in words that are not its own",
        "number not in the abstract": "they name a number that the paper does not",
        "name not in the abstract": "they name something that the paper does not",
        "off topic": "they share too few words with the paper",
        "the title again": "they only repeat the title",
        "copied from the abstract": "they copy a part of the abstract",
        "words of the prompt": "they repeat what the model was told to do",
        "repeats itself": "they go round in circles",
        "says the opposite": "they say the opposite of the abstract",
        "not in the language asked for": "they are not in the language asked for",
        "a release that the abstract does not tell of": "they tell of a release that the abstract does not",
        "a claim to be the best that the abstract does not make": "they claim more than the abstract does",
    }
)


def instructs(summary: Summary) -> bool:
    """Return whether no model was asked because the text of the paper speaks to one."""
    return any(check.startswith(_INSTRUCTS) for check in summary.provenance.failed_checks)


def unasked_because(summary: Summary) -> tuple[str, str]:
    """Return why no model was asked for this summary, and the words of the paper that say so; else two ""."""
    for check in summary.provenance.failed_checks:
        if check.startswith(_INSTRUCTS):
            where, _, words = clean(check.removeprefix(_INSTRUCTS)).partition(": ")
            return f"{where} speaks to a model instead of a reader", words[:_SHOWN]
        if check == _NO_ABSTRACT:
            return "there is no abstract", ""
    return "", ""


def because(checks: tuple[str, ...]) -> str:
    """Return the end of a sentence about "the words" of a model: which checks they failed.

    What radar has no plain words for, such as what an endpoint answered, stands behind a colon as it is.
    """
    words = [_PLAIN.get(check, check) for check in checks]
    link = " because " if all(check in _PLAIN for check in checks) else ": "
    return link + clean("; ".join(words))[:_SHOWN]
