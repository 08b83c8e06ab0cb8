"""What a figure measures that the words right beside it do not name."""

from __future__ import annotations

import re

from radar.abstracts.figures.figure_kinds import Figure, Kind
from radar.abstracts.figures.measured import LONGEST_FIGURE, as_written
from radar.abstracts.figures.measured_names import CHANGE, WORD, bare
from radar.abstracts.figures.measured_senses import lower_by
from radar.abstracts.figures.whose_amounts import is_set_against_own
from radar.abstracts.vocabulary.patterns import pattern
from radar.abstracts.vocabulary.words import any_of, word_set

_SIGNS = ("+", "−")
_SO_MANY = (
    r"(?:(?:up to|over|about|approximately|approx\.|around|nearly|roughly|almost|at least|more than"
    r"|as much as"
    r"|an average of|averaging|on average|exceeding|reaching|only|just|a|an) ?)*[\s$~≈+−{-]*"
    r"(?:\\(?:sim|approx|geq?|gtrsim|textbf|bm)(?![a-z])[\s${]*)?[+−-]?"
)
_CHANGE_HELD = pattern(
    rf"(?:^|[^\w-])(?P<thing>{WORD}(?: {WORD}){{0,2}}?)\)?(?: relative| absolute)? (?P<change>{CHANGE})"
    rf"(?: (?:of|(?:(?<=reduction )|(?<=improvement )|(?<=saving ))by|ranging from|between|exceeding"
    rf"|reaching|up to|is|was"
    rf"|averaging|factors? of)| ?[:(]"
    rf"|[-–]averaging) ?{_SO_MANY}$"
)
"""A change of something with its amount: "a power consumption reduction of 64%"."""
_PERFORMANCE = pattern(
    rf"\b(?:(?:improv|enhanc|boost|increas|rais|lift|reduc|degrad|lower)(?:e[sd]?|ing|s|ed)"
    rf"(?: [\w'’-]+){{0,3}}? performance(?: (?:on|in|across|for|of) [^.;,]{{1,40}}?)?(?: by| \((?:by )?)"
    rf"|performance (?:(?:of|on) [^.;,:()\d]{{1,40}}? )?(?:is |was )?(?:{CHANGE}"
    rf"|(?:improv|increas|enhanc|boost|drop|degrad)[a-z]*)(?: on average)?"
    rf"(?: (?:by|of|exceeding))?) ?{_SO_MANY}$"
)
_PERFORMANCE_FAR = pattern(
    r"\b(?:improv\w*|enhanc\w*|boost\w*|consistent|significant|substantial"
    r"|yields?|state-of-the-art|sota) "
    r"(?:[a-z]+ ){0,3}?performance\b"
    r"(?:(?!\b(?:whereas|while(?! \w+ing\b)|but)\b)[^.;:\d]){0,110}?\b(?:gains?|improvements?|increases?)"
    rf"(?: (?:of|averaging|reaching)| ?\()? ?{_SO_MANY}$|\bperformance gains?, with (?:even )?{_SO_MANY}$"
)
_PERFORMANCE_BEHIND = pattern(
    rf"^(?:(?:,| and|, and|/)\s?\$?[+−-]?\d[\d.]*)*[\s$}}*\\)%]*"
    rf"(?:(?:relative|absolute|average|overall|mean) )*(?:performance {CHANGE}\b|(?:higher"
    rf"|better|greater) performance\b"
    rf"|(?:{CHANGE} )(?:in|of) (?:the |its |overall |average )*performance\b)"
)
_PERFORMANCE_TIMES = pattern(
    rf"\b(?:improv|enhanc|boost|increas)[a-z]*(?: [\w'’-]+){{0,3}}? performance"
    rf"(?: (?:on|in|across|for|of) [^.;,:()\d]{{1,40}}?)? by {_SO_MANY}$"
)
_OUTDONE = pattern(
    r"\b(?:outperform|surpass|exceed|beat|outscor|improv)(?:e?s|ed|ing|en)?(?: (?:on|over|upon))? "
    r"(?:the |all |both |other |an? )*(?P<others>[a-z][\w-]*(?: [a-z][\w-]*){0,4}?)"
    r"(?: \([^()]{1,30}\))?(?: (?:on|in|across) [^.;,]{1,40}?)? by (?:[a-z]+ly )?(?:an? )?"
    rf"(?:margins? of )?{_SO_MANY}$"
)
HELD_TO = pattern(
    rf"^[\s$}}*\\)%]*(?:points? )?(?:{CHANGE} )?"
    r"(?:over|compared (?:to|with)|relative to|against|versus|vs\.?|than) "
)
"""Behind a figure, before those that it was held to, whoever was said to be outdone before it."""
_OUTDONE_GATES = ("outperform", "surpass", "exceed", "beat", "outscor", "improv")
_COMPARED = pattern(
    rf"^[\s$}}*\\)%]*(?:(?:relative|absolute|average|overall|mean) )*(?:performance )?{CHANGE} "
    r"(?:over|compared (?:to|with)|relative to|against|versus) (?:the |a |all |other )*"
    r"(?P<others>[a-z][\w-]*(?: [a-z][\w-]*){0,4}?)(?=[.,;:()]|$| (?:on|in|across|for|while|and|with|at"
    r"|by)\b)"
)
_STATE_OF_THE_ART = pattern(
    r"^(?:(?:existing|previous|prior|current|recent|strong) )*(?P<short>state-of-the-art|sota)\b"
)
_OTHERS = pattern(
    r"^(?:(?:strong(?:est)?|best|second-best|second|leading|next|previous|prior|existing|competing"
    r"|competitive"
    r"|conventional|traditional|standard|vanilla|supervised|unsupervised|fine-tuned|[\w-]+-based"
    r"|[\w-]+) ){0,3}"
    r"(?:baselines?|methods?|approach(?:es)?|models?|systems?|competitors?|counterparts?|techniques?|best"
    r"|algorithms?|alternatives?|fine-tuning|competitor)$"
)
_ADJECTIVES = word_set(
    "average mean overall relative absolute significant significantly substantial notable remarkable "
    "consistent "
    "large larger big clear major further strong robust impressive considerable maximum minimum max total "
    "additional modest slight marginal small steady typical median measurable material dramatic empirical "
    "percentage percent fold practical net final best highest largest massive respectable systematic great "
    "greater higher lower similar corresponding comparable potential possible observed reported visible an "
    "and or the of in with achieves achieving shows showing statistically yields yielding our its their "
    "these those this consistent such meaningful noticeable pronounced promising competitive end-to-end "
    "performance improved reduced increased better moderate tremendous huge striking sizable sizeable "
    "universal uniform noteworthy appreciable tangible outstanding cumulative simultaneous respective "
    "zero-shot few-shot aggregate aggregated two-fold threefold order-of-magnitude model method results "
    "gives "
    "maximal minimal extra severe sharp rapid incremental marked "
    "exhibit exhibits show shows permit permits experiments demonstrate demonstrates report reports reveal "
    "reveals confirm confirms indicate indicates bring brings give gives suggest suggests allow allows "
    "require requires represent represents computational"
)
_MAY_CHANGE = (Kind.PERCENT, Kind.TIMES, Kind.POINTS)


def named_further(figure: Figure, text: str, lower: str) -> str:
    """Return a figure that the words right beside it leave bare, with what it measures or over whom it gains.

    Args:
        figure: of the sentence.
        text: the sentence.
        lower: the sentence in lower case.
    """
    if figure.kind not in _MAY_CHANGE:
        return ""
    if named := named_change(figure, text, lower):
        return named
    before = lower[max(0, figure.start - 130) : figure.start]
    after = lower[figure.end : figure.end + 80]
    number = figure.text
    if figure.kind is Kind.TIMES and "performance" in before:
        by = before + "by " * lower.startswith("by ", figure.start)
        return f"{number} performance" if _PERFORMANCE_TIMES.search(by) else ""
    if number[0] not in _SIGNS or is_set_against_own(lower, figure.start, figure.end):
        return ""
    if _PERFORMANCE_BEHIND.match(after) or (
        "performance" in before and (_PERFORMANCE.search(before) or _PERFORMANCE_FAR.search(before))
    ):
        return f"{number} performance"
    found = _COMPARED.match(after)
    if not found and any_of(_OUTDONE_GATES, before) and not HELD_TO.match(after):
        found = _OUTDONE.search(before)
    others = _short(found["others"]) if found else ""
    if not others:
        return ""
    return _fitting(number, f"over {'SOTA' if others == 'sota' else as_written(others, text, lower, figure)}")


def named_change(figure: Figure, text: str, lower: str) -> str:
    """Return a figure with the noun before "reduction", "gain" and the like, or nothing."""
    held = (
        change_held(lower[max(0, figure.start - 130) : figure.start]) if figure.kind in _MAY_CHANGE else None
    )
    if held is None:
        return ""
    thing, less = held
    return _fitting(_with_sign(figure, thing, less=less), as_written(thing, text, lower, figure))


def change_held(before: str) -> tuple[str, bool] | None:
    """Return what the words before an amount say that it is the change of, and whether it is a fall."""
    found = _CHANGE_HELD.search(before)
    words = found["thing"].split() if found else []
    if "a" in words:
        words = words[words.index("a") + 1 :]
    while words and words[0] in _ADJECTIVES:
        words = words[1:]
    if found is None or not words or not _ADJECTIVES.isdisjoint(words):
        return None
    if _ADJECTIVE.search(words[-1]) or not bare(words[-1]):
        return None
    thing = bare(" ".join(words))
    return (thing, _FALLS.match(found["change"]) is not None) if thing else None


_ADJECTIVE = re.compile(r"(?:ive|able|ible|ful|ous|ed|ing|ly|ic)$")
_FALLS = re.compile(r"reduc|decreas|drop|saving|declin|degrad|loss|cut")


def _with_sign(figure: Figure, thing: str, *, less: bool) -> str:
    """Return an amount with the sign or the word of its change."""
    number = figure.text
    if figure.kind is Kind.TIMES:
        return f"{number}{lower_by(thing)}" if less else number
    return number if number[0] in _SIGNS else f"{'−' if less else '+'}{number}"


def _short(others: str) -> str:
    """Return who is outdone in few words, or nothing where they are no methods."""
    if found := _STATE_OF_THE_ART.match(others):
        return found["short"]
    return others if _OTHERS.match(others) else ""


def _fitting(number: str, words: str) -> str:
    whole = f"{number} {words}"
    return whole if len(whole) <= LONGEST_FIGURE else ""
