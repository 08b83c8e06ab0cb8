"""Percentages as figures, whether they are a rise or a fall, and what they weigh."""

from __future__ import annotations

import re
from collections.abc import Iterator

from radar.abstracts.figures import figure_words as words
from radar.abstracts.figures.figure_kinds import Figure, Kind
from radar.abstracts.vocabulary.patterns import pattern
from radar.abstracts.vocabulary.words import any_of


def span_of(match: re.Match[str]) -> str:
    return f"{match['a']}–{match['b']}" if match["b"] else match["a"]


def unit_of(unit: str | None) -> str:
    if not unit:
        return ""
    if unit.startswith(("percentage", "pp")) or "p" in unit.partition("%")[2]:
        return " points"
    if "%" in unit or unit.startswith("per"):
        return " %"
    if unit in ("mw", "kw", "w"):
        return f" {unit[:-1]}W"
    return f" {words.UNITS_AS_WRITTEN.get(unit) or (unit.upper() if unit[-1] == 'b' else unit)}"


def last_of(phrase: re.Pattern[str], text: str) -> int:
    """Return where a phrase ends in a text the last time, or -1."""
    return max((match.end() for match in phrase.finditer(text)), default=-1)


_ALL = 100
"""By more percent nothing falls."""
_BY, _NEAR, _FAR = " by ", 40, 160
"""Behind a "by", what rises or falls may have a long name: its verb is looked for further off."""

_NO_CHANGE_BY = re.compile(
    r"\b(?:bounded|limited|explained|caused|dominated|affected|gap\b[^.;,]{0,30}"
    r"|(?:hott|cool|larg|small|high|low|fast|slow|bright|faint|long|short|great|old"
    r"|young)er)(?: (?:from )?(?:above|below))?"
    r" by [^.;,]{0,24}$"
)
"""What stands by so much, or differs, but is told to have risen or fallen by no verb."""
_OTHER_CLAUSE = re.compile(r"[;:] | (?:but|while|whereas|although|though|where) ")


_SPREAD = pattern(r"s(?<!\ws)(?:\.?[ed]|tderr|tandard (?:error|deviation))\b[^a-z\d]{0,4}(?:of )?$")
"""Before how sure a share is, which is none itself: "(SE 1.1%)"."""


def percents(lower: str) -> Iterator[Figure]:
    if not any_of(words.PERCENT_GATES, lower):
        return
    for match in words.PERCENT.finditer(lower):
        start = match.start()
        found = words.SIGN.search(lower, max(0, start - words.LONGEST_SIGN), start)
        start = found.start() if found else start
        before = lower[max(0, start - 80) : start]
        after = lower[match.end() : match.end() + 60].lstrip("$}")
        if words.CONFIDENCE.match(after) or before.endswith(words.EITHER_WAY) or _SPREAD.search(before):
            continue
        sign = (found[0] if found else "").strip("$ ").replace("-", "−").replace("–", "−")
        end = match.end()
        between = (
            words.BETWEEN_AND.match(lower, end) if before.endswith(words.BETWEEN) and not match["b"] else None
        )
        if between:
            end = between.end()
            after = lower[end : end + 60].lstrip("$}")
        directed = (sign if sign in ("+", "−") else "") or direction(before, after)
        if not directed and _BY in before[-_NEAR:] and not _NO_CHANGE_BY.search(before):
            directed = direction(_OTHER_CLAUSE.split(lower[max(0, start - _FAR) : start])[-1], after)
        ranged = any_of(words.RANGE_GATES, before)
        if ranged and words.RANGE_BEGINS.search(before) and words.RANGE_GOES_ON.match(after):
            continue
        span, unit = span_of(match), unit_of(match["unit"])
        if between:
            span = f"{span}–{between['b']}"
        if ranged and not match["b"] and (begun := words.RANGE_BEGUN.search(before)):
            span, sign, before = f"{begun['a']}–{span}", "", f"{before[: begun.start()]}of "
        elif ranged and match["b"]:
            before = words.RANGE_BEGINS.sub("of ", before)
        if directed and unit == " %" and _absolute(before, after):
            unit = " points"
        if directed == "−" and float(match["a"].replace(",", "")) > _ALL:
            directed = ""
        weight = _weight(before, after, directed=bool(directed))
        yield Figure(f"{directed}{span}{unit}", weight, Kind.PERCENT, start, end)


def _weight(before: str, after: str, *, directed: bool) -> float:
    """Return what a percentage weighs, from the words around it."""
    if _of_others(before, after):
        return 0.5
    sized = after.startswith(words.SIZE_BEGINS) and words.SIZE.match(after)
    if sized or (words.SETTING.search(before[-30:]) and not _reached(before)):
        weight = 1.5 if directed else 0.6
    elif before.endswith(words.EDGES) and words.EDGE.search(before[-30:]):
        weight = 0.6
    elif after.startswith(words.SPLIT_BEGINS) and words.SPLIT.match(after):
        weight = 0.5
    else:
        weight = 2.5 if directed else 2.0
        if any_of(words.LEVEL_WORDS, before[-30:]) or any_of(words.LEVEL_WORDS, after[:30].partition(",")[0]):
            weight += 0.1
        if words.LISTED.search(before[-12:]):
            weight -= 0.6
    return weight + 0.05 if directed and (_is_mean(before[-30:]) or _is_mean(after[:30])) else weight


def _of_others(before: str, after: str) -> bool:
    """Say whether a percentage belongs to a condition, to others, or to a harm that is small."""
    return (
        (any_of(words.EVEN_GATES, before) and words.EVEN.search(before) is not None)
        or words.RIVAL.search(before[-45:]) is not None
        or _exceeded(before[-30:])
        or ("with " in before and words.WITH_A_LOSS.search(before) is not None)
        or (words.HARMLESS.search(before[-25:]) is not None and _is_harm(before, after))
    )


def _is_harm(before: str, after: str) -> bool:
    if words.HARM.match(after):
        return True
    return words.PRECISE.match(after) is not None and not _reached(before)


def _absolute(before: str, after: str) -> bool:
    """Say whether a percentage counts points."""
    if "absolute" in before and words.ABSOLUTE.search(before):
        return True
    return "absolute" in after and words.ABSOLUTELY.match(after) is not None


def _is_mean(near: str) -> bool:
    return any_of(words.MEANS, near) and words.MEAN.search(near) is not None


def _exceeded(near: str) -> bool:
    """Say whether a number is what others have that are exceeded."""
    if not any_of(words.EXCEEDED_GATES, near):
        return False
    return words.EXCEEDED.search(near) is not None and not words.LEVEL_EXCEEDS.search(near)


def _reached(before: str) -> bool:
    return words.REACHED.search(before[-45:]) is not None


def direction(before: str, after: str) -> str:
    """Return "+" or "−" where the words around a number say that it is a rise or a fall."""
    if after.startswith(words.LIST_GOES_ON):
        after = words.REST_OF_LIST.sub("", after)
    if before.endswith(words.LIST_BEFORE):
        before = words.LIST_SO_FAR.sub("", before)
    compared = words.COMPARATIVE.match(after)
    if compared:
        return (
            "−"
            if compared["word"] in ("fewer", "less", "lower", "smaller", "shorter", "reduced", "decreased")
            else "+"
        )
    noun = words.GAIN_AFTER.match(after) if any_of(words.GAIN_NOUNS, after) else None
    if not noun and any_of(words.GAIN_NOUNS, before):
        noun = words.GAIN_OF.search(before)
    if noun:
        return "−" if noun["noun"].startswith(("reduc", "decreas", "drop", "sav", "declin")) else "+"
    if not words.BY.search(before):
        return ""
    up, down = last_of(words.UP, before), last_of(words.DOWN, before)
    return "" if down == up else "−" if down > up else "+"
