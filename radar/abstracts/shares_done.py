"""What was done with a share of something, or how it is: "36 % of variance explained"."""

from __future__ import annotations

import re

from radar.abstracts.figure_kinds import Figure
from radar.abstracts.measured import LONGEST_FIGURE
from radar.abstracts.patterns import pattern

SHARE = re.compile(r"(?P<number>[\d.,–]+ %) of (?P<thing>.+)")
_VERBS = {
    "detect": "detected", "identif": "identified", "recover": "recovered", "solv": "solved",
    "pass": "passed", "complet": "completed", "resolv": "resolved", "reproduc": "reproduced",
    "classif": "classified", "match": "matched", "explain": "explained", "remov": "removed",
    "retain": "retained", "preserv": "preserved", "cover": "covered", "block": "blocked",
    "captur": "captured", "correct": "corrected", "reject": "rejected", "retriev": "retrieved",
    "eliminat": "eliminated", "filter": "filtered", "predict": "predicted", "answer": "answered",
    "win": "won", "won": "won", "fix": "fixed", "prevent": "prevented", "mitigat": "mitigated",
    "repair": "repaired", "discover": "discovered", "prun": "pruned", "discard": "discarded",
    "automat": "automated", "prov": "proved", "us": "used", "requir": "required", "updat": "updated",
    "maintain": "maintained", "skip": "skipped", "localiz": "localized", "flag": "flagged",
    "process": "processed", "train": "trained", "consum": "consumed", "need": "needed",
    "suppress": "suppressed",
}  # fmt: skip
_DOES = pattern(
    r"(?<!\bnot )(?<!\bto )\b(?P<verb>"
    + "|".join(sorted(_VERBS, key=len, reverse=True))
    + r")(?:e?s|e?d|ing|e|ies|y|ied|ning|ped|ping|ned)? "
    r"(?:only |over |about |up to |just |more than |nearly |at least |on average |approximately |around "
    r"|almost |less than |as much as |an average of )*"
    r"[\s$~≈><]*(?:\\(?:sim|approx|textbf)[\s${]*)?$"
)
_DENIED = pattern(
    r"\b(?:not|never|cannot|fail(?:s|ed|ing)?|unable|without|would|could|might|may)\b[^,;:]{0,40}$"
)
_IS = pattern(
    r"^(?P<rest>(?: [a-z-]+){0,2}?) (?:are|were|is|was|being|remain(?:s|ed)?) (?:[a-z]+ly )?"
    r"(?P<how>(?!(?:not|the|an?|in|on|at|of|to|from|by|with|for|likely|more|less|still|also|being|no|as"
    r"|above|below|within|due)\b)[a-z]{3,14})"
    r"(?=[.,;:()]|$| (?:in|on|by|at|with|from|for|to|as|of|and|or|while|when|under|across|within|without"
    r"|than|using|before|after)\b)(?! by (?:no|none|neither)\b)"
)
_NO_HOW = re.compile(r"ly$|^(?:found|able|available|expected|considered|associated|based|made|shown)$")


def share_done(named: str, figure: Figure, lower: str) -> str:
    """Return a share with what was done with it or how it is, or nothing.

    Args:
        named: the share with what it is of.
        figure: where it stands.
        lower: the sentence in lower case.
    """
    share = SHARE.fullmatch(named)
    if share is None:
        return ""
    before = lower[max(0, figure.start - 90) : figure.start]
    done = _done(before) or _how(lower[figure.end : figure.end + 90], share["thing"].lower())
    words = share["thing"].split() if done else []
    while words:
        whole = f"{share['number']} of {' '.join(words)} {done}"
        if len(whole) <= LONGEST_FIGURE:
            return whole
        words = words[1:]
    return ""


def _done(before: str) -> str:
    found = _DOES.search(before)
    return _VERBS[found["verb"]] if found and not _DENIED.search(before[: found.start()]) else ""


def _how(after: str, thing: str) -> str:
    at = after.find(thing)
    found = _IS.match(after[at + len(thing) :]) if at >= 0 else None
    return "" if found is None or found["rest"] or _NO_HOW.search(found["how"]) else found["how"]
