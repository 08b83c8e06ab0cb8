"""Why a model's own words were not shown, or no model was asked, in words that a reader understands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from radar.papers.summaries.not_sent import NotSent
from radar.papers.summaries.summary import Summary, TakeawayOrigin
from radar.papers.text.safe_text import clean

_INSTRUCTS = "instruction in "
"""What the reason begins with where no model was asked because the text speaks to one."""
_NO_ABSTRACT = "no abstract"
UNTOLD = "whether it is about this paper could not be told"
"""Stands among the checks of a takeaway in another language that has nothing to check it by, and is shown."""
_SHOWN = 300
BY_A_MODEL = (TakeawayOrigin.MODEL, TakeawayOrigin.TRIMMED)
"""Takeaways in a model's own words."""
_PLAIN: Mapping[str, str] = MappingProxyType(
    {
        "strange characters": "they hold characters that no text has",
        "several lines": "they run over several lines",
        "too long": "they are longer than 25 words",
        "too short": "they are too few to say anything",
        "ends in the middle of a sentence": "they break off in the middle of a sentence",
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
        "not in the language asked for": "they are not in the language that was asked for",
        "says the opposite": "they say the opposite of what the abstract says",
        "more than the abstract says": "they claim more than the abstract does",
        "a number of something else": "they tell a number of something else than the abstract does",
        "a release that the abstract does not tell of": "they tell of a release that the abstract does not",
        "a claim to be the best that the abstract does not make": (
            "they claim to be the best where the abstract does not"
        ),
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


def not_sent(summary: Summary) -> NotSent:
    """Count a summary among those that no model was asked for, if it is one."""
    return not_sent_of(summary.provenance.failed_checks)


def not_sent_of(checks: Sequence[str]) -> NotSent:
    """Count the failed checks of one summary among those that no model was asked for, if they say so."""
    return not_sent_because(checks[0]) if len(checks) == 1 else NotSent()


def not_sent_because(reason: str) -> NotSent:
    """Count a reason not to ask a model, as the dialogue with it gives one; none where it is empty."""
    return NotSent(no_abstract=int(reason == _NO_ABSTRACT), speaking=int(reason.startswith(_INSTRUCTS)))


def not_shown(summary: Summary) -> bool:
    """Return whether a model's own words are not shown, because a check failed or no model was asked."""
    return bool(summary.provenance.failed_checks) and summary.takeaway.origin not in BY_A_MODEL


def remark(summary: Summary, quotes: tuple[str, str] = ("“", "”")) -> tuple[str, str]:
    """Return what is to be said of a model's own words: that they were cut, not shown, or not asked for.

    Args:
        summary: of a model.
        quotes: stand around words of the paper.

    Returns:
        The beginning that deserves stress, and the rest; two empty texts where there is nothing to say.
    """
    checks, made = summary.provenance.failed_checks, summary.provenance
    if not checks:
        return "", ""
    why, words = unasked_because(summary)
    if why:
        return "no model was asked: ", f"{why}: {quotes[0]}{words}{quotes[1]}" if words else why
    who = made.author
    if checks == (UNTOLD,):
        return "", f"whether the words of {who} are about this paper could not be told"
    how = {
        TakeawayOrigin.MODEL: "are shown in spite of a check",
        TakeawayOrigin.TRIMMED: "were trimmed",
    }.get(summary.takeaway.origin, "are not shown")
    return "", f"the words of {who} {how}{because(checks)}"


def because(checks: tuple[str, ...]) -> str:
    """Return the end of a sentence about "the words" of a model: which checks they failed.

    What radar has no plain words for, such as what an endpoint answered, stands behind a colon as it is.
    """
    words = [_PLAIN.get(check, check) for check in checks]
    link = " because " if all(check in _PLAIN for check in checks) else ": "
    return link + clean("; ".join(words))[:_SHOWN]


def refused_most_often(failed: Counter[str]) -> str:
    """Return for what the words of a model were refused most often, as a clause; empty where for nothing.

    Args:
        failed: how often each check failed.
    """
    commonest = failed.most_common(1)
    return "".join(f"its words were refused most often{because((check,))}" for check, _ in commonest)
