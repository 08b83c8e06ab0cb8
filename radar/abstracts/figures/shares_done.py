"""What was done with a share of something, or how it is: "36 % of variance explained"."""

from __future__ import annotations

from radar.abstracts.figures.figure_kinds import Figure
from radar.abstracts.figures.measured import LONGEST_FIGURE
from radar.abstracts.vocabulary.patterns import pattern
from radar.abstracts.vocabulary.words import word_set

SHARE = pattern(r"(?P<number>[\d.,–]+ %) of (?P<thing>.+)")
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
_OFTEN = {
    "agree": "agreed", "fail": "failed", "succeed": "succeeded", "choos": "chosen", "prefer": "preferred",
    "occur": "occurring", "outperform": "better", "compl": "complying", "identif": "identified",
    "detect": "detected", "match": "matched", "flag": "flagged", "win": "won", "solv": "solved",
}  # fmt: skip
_DOES = pattern(
    r"(?<!\bnot )(?<!\bto )\b(?P<verb>"
    + "|".join(sorted(_VERBS, key=len, reverse=True))
    + r")(?:e?s|e?d|ing|e|ies|y|ied|ning|ped|ping|ned)? "
    r"(?:only |over |about |up to |just |more than |nearly |at least |on average |approximately |around "
    r"|almost |less than |as much as |an average of )*"
    r"[\s$~≈><]{0,4}(?:\\(?:sim|approx|textbf)[\s${]{0,3})?$"
)
_NOUN_TOO = pattern(
    r"(?:answers?|match(?:es)?|flags?|process(?:es)?|trains?|needs?|wins?|blocks?|covers?|filters?|fix(?:es)?"
    r"|repairs?|pass(?:es)?|us(?:es?)|corrects?|captures?|updates?|discards?|prunes?|skips?|proves?|train)\b"
)
_OF_A_NOUN = pattern(
    r"\b(?:the|an?|its|their|our|his|her|your|these|those|this|such|all|some|most|many|more|few|no|other|own"
    r"|red|good|bad|right|wrong|full|new|long|short|direct|final|false|true|human|first|second|two|three|best"
    r"|[a-z-]+(?:ic|ous|al|ful|ive|ed|ing|able|ible|less|ant|ent|ish|ary|ory)) $"
)
"""Before a noun that is a verb too: "red flags", "evasive answers"."""
_DENIED = pattern(
    r"\b(?:(?:not|never|cannot|fail(?:s|ed|ing)?|unable|without|would|could|might|may)\b[^,;:]{0,40}"
    r"|(?:prevent\w*|stop\w*|keep\w*|block\w*|before|prior|previous(?:ly)?|unlike)\b[^;:]{0,80}"
    r"|(?:existing|earlier|baselines?)\b[^,;:]{0,80})$"
)
_IS = pattern(
    r"^(?P<rest>(?: [a-z-]+){0,2}?) (?:are|were|is|was|being|remain(?:s|ed)?) "
    r"(?:(?:fully|correctly|successfully|automatically|actually|already|now|entirely|completely"
    r"|gravitationally) )?"
    r"(?P<how>[a-z]{3,14})"
    r"(?=[.,;:()]|$| (?:in|on|by|at|with|from|for|to|as|of|and|or|while|when|under|across|within|without"
    r"|than|using)\b)(?! by (?:no|none|neither)\b)"
)
_HOW = frozenset(_VERBS.values()) | word_set(
    "correct incorrect wrong valid invalid solvable unsolvable unique sufficient insufficient missed "
    "produced generated lost trapped quenched unbound bound underspecified safe unsafe harmful stable "
    "unstable redundant persuaded successful unsuccessful identical missing hallucinated fabricated "
    "misclassified accepted rejected deleted irrelevant relevant vulnerable exploitable insecure "
    "reproducible duplicated contaminated"
)
"""How the members of a share may be without another word."""
_ENDS = pattern(
    r"(?=\s?(?:[,.;:()$\\]|$)| (?:by|from|to|on|in|of|for|with|over|across|at|and|or|while|when|than|compared"
    r"|without|under|using|via|is|are|was|were|between|among|but|after|before|during|per|that|which|through"
    r"|within|where|as|being|remain|larger|smaller|greater|present|who|[a-z]+ly)\b)"
)
_TIME = ("time", "times", "day", "year")
"""Of it a share is no part of things with which something is done."""


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
    after, thing = lower[figure.end : figure.end + 90], share["thing"].lower()
    if share["thing"] in _TIME:
        done = _done_so_often(before)
    else:
        done = (_is_whole(after, thing) and _done(before)) or _how(after, thing)
        if not done and (does := _does(after, thing)) and len(f"{named} {does}") <= LONGEST_FIGURE:
            return f"{named} {does}"
    if not done:
        return ""
    whole = f"{named} {done}"
    return whole if len(whole) <= LONGEST_FIGURE else ""  # without its first word it may be of another thing


def is_of_time(named: str) -> bool:
    """Say whether a share is only of time, which tells nothing without what happens then."""
    share = SHARE.fullmatch(named)
    return share is not None and share["thing"] in _TIME


_SO_OFTEN = pattern(
    r"\b(?P<verb>" + "|".join(sorted(_OFTEN, key=len, reverse=True)) + r")(?:e?s|e?d|ing|e|ies|y|ied)?"
    r"\b[^.,;:]{0,70}$"
)


def _done_so_often(before: str) -> str:
    found = _SO_OFTEN.search(before)
    if found is None or _DENIED.search(before[: found.start()]):
        return ""
    if _NOUN_TOO.match(found[0]) and _OF_A_NOUN.search(before[: found.start()]):
        return ""
    return _OFTEN[found["verb"]]


def _done(before: str) -> str:
    found = _DOES.search(before)
    if found is None or _DENIED.search(before[: found.start()]):
        return ""
    if _NOUN_TOO.match(found[0]) and _OF_A_NOUN.search(before[: found.start()]):
        return ""
    return _VERBS[found["verb"]]


def _is_whole(after: str, thing: str) -> bool:
    """Say whether a noun phrase ends with a thing."""
    at = after.find(thing)
    return at >= 0 and _ENDS.match(after, at + len(thing)) is not None


_DOES_SO = pattern(
    r"^(?: (?:in|of|from|at|under|within|with|on) [^.;,:()]{1,30}?)? (?P<does>(?:correctly |still |also "
    r"|never |actively )?"
    r"(?:carry|contain|ha[sdv]e?|show|exhibit|include|lack|use|fail|require|report|prefer|host|support"
    r"|need|mention|survive"
    r"|express|receive|belong|remain|agree|perceive|rate|favou?r|choose|chose|admit|believe|consider|cite"
    r"|violate|adopt"
    r"|depend|improve|identify|identified|prioriti[sz]e|trust|recommend|accept|reject|disagree|oppose|find"
    r"|found|feel|felt"
    r"|think|want|struggle|experience|suffer|achieve|exceed|satisfy|satisfied|respond|succeed|die|live"
    r"|undergo|underwent"
    r"|lie|reside|occur|appear|come|originate|involve|share|miss|match|follow|comply|complied|leak"
    r"|hallucinate|improv|achiev)(?:e?[ds]|ing)?"
    r"(?: [\w'’-]+){0,4}?)(?=[.,;:()]|$| (?:in|on|by|at|with|from|for|as|of|and|or|while|when|under|across"
    r"|within|without"
    r"|than|using|before|after|that|which|compared|over|during|because|despite|during|via)\b)"
)
_OPEN_END = pattern(
    r" (?:to|a|an|the|no|not|be|been|more|less|at|its|their|our|this|that|any|it|some|least|most|fewer"
    r"|strong|weak|significant|high|low|large|small|great|than|greater|higher|lower|larger|smaller|and|or"
    r"|[a-z]+(?:al|ive|ous|ful|ic|ible|able|ly))$"
)


def _does(after: str, thing: str) -> str:
    """Return what the members of a share do, told to the end of its phrase: "lack documentation"."""
    at = after.find(thing)
    found = _DOES_SO.match(after[at + len(thing) :]) if at >= 0 else None
    if found is None or _OPEN_END.search(f" {found['does']}"):
        return ""
    return found["does"] if " " in found["does"] or found["does"].startswith(_ALONE) else ""


_ALONE = ("surviv", "die", "fail", "struggl", "succe", "agree", "disagree", "hallucinat", "compl")
"""What says enough without an object."""


def _how(after: str, thing: str) -> str:
    at = after.find(thing)
    found = _IS.match(after[at + len(thing) :]) if at >= 0 else None
    return "" if found is None or found["rest"] or found["how"] not in _HOW else found["how"]
