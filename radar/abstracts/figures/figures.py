"""The key figure of a sentence, short enough for the list."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from operator import attrgetter

from radar.abstracts.figures import figure_words as words
from radar.abstracts.figures.figure_kinds import Figure as Figure
from radar.abstracts.figures.figure_kinds import Kind as Kind
from radar.abstracts.figures.figure_kinds import may_be_bare as may_be_bare
from radar.abstracts.figures.figure_kinds import names_itself as names_itself
from radar.abstracts.figures.figure_percents import direction, last_of, percents, span_of, unit_of
from radar.abstracts.figures.measured import named_figure
from radar.abstracts.text.plain_signs import with_plain_signs
from radar.abstracts.vocabulary.patterns import pattern
from radar.abstracts.vocabulary.words import any_of

_LEAST = 1.0
"""A figure that weighs less is a setting or a rival's; none is better than that."""
_LONGEST = 24
"""So many characters the number and its unit have at most."""


def best_figure(lower: str, written: str) -> Figure | None:
    """Return the figure of a sentence that says most; its numbers stand in the sentence.

    Args:
        lower: the sentence in lower case.
        written: the sentence as it stands, which alone tells milli from mega.
    """
    lower = with_plain_signs(lower)
    found: list[Figure] = []
    unread: list[Callable[[str], Iterator[Figure]]] = []
    least = _LEAST
    for read, most in _READERS:
        if least >= most:
            unread.append(read)
            continue
        for figure in read(lower):
            if figure.weight > _LEAST and len(figure.text) <= _LONGEST:
                found.append(figure)
                least = max(least, figure.weight)
    if not found:
        return None
    best = max(found, key=_WEIGHT)
    if telling := _telling(best, lower, written):
        return _milli(telling, written) if telling.kind is Kind.VALUE else telling
    return _next_that_tells(found, unread, lower, written) or best


def _next_that_tells(
    found: list[Figure], unread: list[Callable[[str], Iterator[Figure]]], lower: str, written: str
) -> Figure | None:
    """Return the figure that says most but for the best one, of those that tell a reader something."""
    for read in unread:
        found += [figure for figure in read(lower) if figure.weight > _LEAST and len(figure.text) <= _LONGEST]
    found.sort(key=_WEIGHT, reverse=True)
    for figure in found[1:]:
        if telling := _telling(figure, lower, written):
            return _milli(telling, written) if telling.kind is Kind.VALUE else telling
    return None


def named_beside(lower: str, written: str) -> Figure | None:
    """Return the figure of a sentence that says most of those that say what they measure, or nothing.

    Args:
        lower: the sentence in lower case.
        written: the sentence as it stands.
    """
    found = [figure for read, most in _READERS if most >= _NAMED for figure in read(lower)]
    for figure in sorted(found, key=_WEIGHT, reverse=True):
        if figure.weight < _NAMED:
            return None
        if len(figure.text) > _LONGEST or figure.kind not in _MAY_GO_FIRST:
            continue
        named = named_figure(figure, written, lower)
        if names_itself(figure) or (named != figure.text and not _OF_A_CONDITION.search(named)):
            return Figure(figure.text, figure.weight, figure.kind, figure.start, figure.end, named)
    return None


_NAMED = 1.9
"""A figure that weighs so much goes, with what it measures, before a heavier one that does not say it."""
_MAY_GO_FIRST = (Kind.PERCENT, Kind.TIMES, Kind.POINTS, Kind.CHANGE)
_OF_A_CONDITION = pattern(
    r"\b(?:pruning|compression|sparsity|masking|dropout|noise|sampling|false|confidence|CIs?|margins?"
    r"|enhancement)\b"
    r"|^[+−\d.,–]+(?: %| points|×)? (?:on|in|over|of) |^[\d.,–]+× .*\b(?:larger|smaller|more|fewer|less)\b"
)
"""What is no outcome, or whose name may be another's where a better figure stands beside it."""
_WEIGHT = attrgetter("weight")


def _telling(figure: Figure, lower: str, written: str) -> Figure | None:
    """Return a figure that tells something, by itself or with what it measures, or nothing."""
    if names_itself(figure) or may_be_bare(figure):
        return figure
    named = named_figure(figure, written, lower)
    if named == figure.text:
        return None
    return Figure(figure.text, figure.weight, figure.kind, figure.start, figure.end, named)


def _milli(figure: Figure, written: str) -> Figure:
    """Return a measured value, with a unit of thousandths where the sentence has one: "41 meV"."""
    number, _, unit = figure.text.rpartition(" ")
    milli = f"m{unit[1:]}"
    if not unit.startswith("M") or not written.endswith(milli, figure.start, figure.end):
        return figure
    return Figure(f"{number} {milli}", figure.weight, figure.kind, figure.start, figure.end)


def _changes(lower: str) -> Iterator[Figure]:
    if "from " not in lower or " to " not in lower:
        return
    for match in words.FROM_TO.finditer(lower):
        if match["unit1"] and match["unit2"] in words.SHORT_UNITS and match["unit1"] != match["unit2"]:
            continue
        unit = unit_of(match["unit2"] or match["unit1"])
        other = unit_of(match["unit1"]) if match["unit1"] and match["unit2"] else unit
        before, after = (
            lower[max(0, match.start() - 40) : match.start()],
            lower[match.end() : match.end() + 30],
        )
        if words.SPAN_OF.search(before) or words.COUNTED.match(after):
            continue
        if not unit and (_is_year(match["a"]) or _is_year(match["b"])):
            continue
        weight = _weight_of_change(
            lower, match.start(), bool(unit) and match["unit2"] not in words.SHORT_UNITS
        )
        text = f"{match['a']}{'' if other == unit else other}→{match['b']}{unit}"
        yield Figure(text, weight, Kind.CHANGE, match.start(), match.end())


def _weight_of_change(lower: str, start: int, with_unit: bool) -> float:
    """Return what a change from one value to another weighs; what got worse is the arm of a comparison."""
    before = lower[max(0, start - 90) : start]
    better = 3.0 if with_unit else 2.4
    up, down = last_of(words.UP, before), last_of(words.DOWN, before)
    if up > down:
        return 1.1 if any_of(words.SUFFERS, lower) and any_of(words.BETTER_LOWER, before[-45:]) else better
    if down < 0:
        return 1.0
    worse = any_of(words.BETTER_HIGHER, before[-30:]) and not any_of(words.ATTACKS, before[-60:])
    return 1.2 if worse else better


def _is_year(number: str) -> bool:
    return len(number) == 4 and number.startswith(("19", "20"))


def _multiples(lower: str) -> Iterator[Figure]:
    if any_of(words.TIMES_GATES, lower):
        for match in words.TIMES.finditer(lower):
            if words.NOT_TIMES.match(lower[match.end() : match.end() + 40]):
                continue
            before, after = (
                lower[max(0, match.start() - 45) : match.start()],
                lower[match.end() : match.end() + 40],
            )
            weight = 0.5 if words.RIVAL.search(before) else 2.3
            if _of_a_size(before, after):
                continue
            if words.TIMES_SETTING.search(before) and not any_of(words.TIMES_GAIN, before[-30:] + after[:22]):
                weight = 0.8
            if words.OVERHEAD.match(after):
                weight = 0.9
            if not (words.BELOW_ONE.match(span_of(match)) and _is_change(before, after)):
                yield Figure(f"{span_of(match)}×", weight, Kind.TIMES, match.start(), match.end())
    for match in words.OF_TIMES.finditer(lower) if " times" in lower else ():
        yield Figure(f"{span_of(match)}×", 2.25, Kind.TIMES, match.start("a"), match.end())
    for gate, phrase in ((("factor",), words.FACTOR), ((" times",), words.BY_TIMES)):
        for match in phrase.finditer(lower) if any_of(gate, lower) else ():
            if not words.BELOW_ONE.match(span_of(match)):
                yield Figure(f"{span_of(match)}×", 2.25, Kind.TIMES, match.start(), match.end())


def _of_a_size(before: str, after: str) -> bool:
    """Say whether a multiple tells how large the data or the models of some are."""
    if words.SIZE_BEHIND.match(after):
        return True
    return words.LARGER_BEHIND.match(after) is not None and words.SIZE_BEFORE.search(before[-45:]) is not None


def _worded(lower: str) -> Iterator[Figure]:
    for match in words.WORDED.finditer(lower) if any_of(words.WORDED_GATES, lower) else ():
        after = lower[match.end() : match.end() + 40]
        if not words.SIZE_BEHIND.match(after) and not words.NOT_TIMES.match(after):
            number = words.NUMBERS[match["fold"] or match["factor"]]
            if match["low"]:
                number = f"{words.NUMBERS[match['low']]}–{number}"
            yield Figure(f"{number}×", 1.4, Kind.TIMES, match.start(), match.end())


def _is_change(before: str, after: str) -> bool:
    """Say whether the words around a part tell of a change by it, and not of what is left."""
    return bool(words.CHANGED_BY.search(before[-24:]) or words.CHANGE_BEHIND.match(after))


def _points(lower: str) -> Iterator[Figure]:
    for match in words.METRIC_POINTS.finditer(lower) if any_of(words.METRIC_POINTS_GATES, lower) else ():
        sign = match["sign"] or direction(
            lower[max(0, match.start() - 80) : match.start()], " gains" * (not match["points"])
        )
        yield Figure(
            f"{sign.replace('-', '−')}{span_of(match)} points", 2.2, Kind.POINTS, match.start(), match.end()
        )
    for match in words.POINTS.finditer(lower) if any_of(words.POINTS_GATES, lower) else ():
        behind = lower[match.end() : match.end() + 40]
        if match["unit"].startswith("point") and (
            "," in match["a"] or len(match["a"]) > 5 or words.POINTS_IN_SPACE.match(behind)
        ):
            continue
        before = lower[max(0, match.start() - 80) : match.start()]
        sign = match["sign"] or direction(before, behind) or _ahead_or_lost(before, behind)
        weight = 1.6 if words.LISTED.search(lower[max(0, match.start() - 12) : match.start()]) else 2.2
        if words.RIVAL.search(lower[max(0, match.start() - 45) : match.start()]):
            weight = 0.5
        if sign and _ADVANTAGE.match(behind):
            weight = min(weight, 1.9)
        if not sign and words.WITH.search(lower[max(0, match.start() - 12) : match.start()]):
            weight = 0.8
        names = {"points": "points", "point": "points", "pts": "points", "db": "dB", "elo": "Elo"}
        unit = names.get(match["unit"], match["unit"].upper())
        yield Figure(
            f"{sign.replace('-', '−')}{span_of(match)} {unit}",
            weight,
            Kind.POINTS,
            match.start(),
            match.end(),
        )


_ADVANTAGE = pattern(r"^[\s$}]*(?:absolute |relative )?(?:advantages?|leads?|margins?)\b")
"""Behind points by which something is ahead."""
_LOSS_OF = pattern(
    r"\b(?:loss|degradation|drop|penalty|reduction|decrease)(?:e?s)? (?:of|by|below|under|within) "
    r"(?:(?:at most|only|just|about|up to|less than|around|approximately|no more than) )*[$~≈<]*$"
)
"""Before points or decibels that were lost."""


def _ahead_or_lost(before: str, behind: str) -> str:
    """Return the sign of points by which something is ahead, or of which it loses so many."""
    if _ADVANTAGE.match(behind):
        return "+"
    return "−" if _LOSS_OF.search(before) else ""


def _metric(lower: str) -> Iterator[Figure]:
    if words.DECIMAL.search(lower) and any_of(words.METRIC_GATES, lower):
        yield from sorted(_metrics(lower), key=attrgetter("start"))


def _metrics(lower: str) -> Iterator[Figure]:
    if correlated := words.CORRELATION.search(lower):
        value = correlated["a"].replace(" ", "").replace("-", "−").replace("–", "−")
        yield Figure(f"correlation {value}", 1.6, Kind.METRIC, correlated.start(), correlated.end())
    if behind := words.METRIC_BEHIND.search(lower):
        rival = words.RIVAL.search(lower[max(0, behind.start() - 45) : behind.start()])
        text = f"{_metric_name(behind['name'])} {behind['a']}"
        yield Figure(text, 0.5 if rival else 1.6, Kind.METRIC, behind.start(), behind.end())
    match = words.METRIC.search(lower)
    if match and not (match["name"] in _UNITLESS and words.MEASURE_BEHIND.match(lower, match.end())):
        before = lower[max(0, match.start() - 60) : match.start()]
        of_a_rival = (
            "baseline" in _OWN_DEED.split(before[-25:])[-1]
            or any_of(words.BASELINE_DOES, before)
            or words.FAILS.search(lower, 0, match.start())
            or words.RATED.search(before)
            or words.RIVAL_FIRST.match(lower, match.end())
        )
        weight = 0.5 if of_a_rival else 1.6
        name, between = _metric_name(match["name"]), lower[match.end("name") : match.start("a")]
        changed = words.METRIC_CHANGE.search(between) if any_of(words.METRIC_CHANGES, between) else None
        if changed is None:
            rest = words.METRIC_REST.match(lower, match.end())
            value = f"{match['a']}{_joint(rest['how'], before)}{rest['b']}" if rest else match["a"]
            yield Figure(f"{name} {value}", weight, Kind.METRIC, match.start(), match.end())
        elif changed["gain"] and "," not in between:
            yield Figure(f"+{match['a']} {name}", weight, Kind.METRIC, match.start(), match.end())


_OWN_DEED = re.compile(r"baselines?, (?=(?:achiev|reach|attain|obtain|yield|deliver)ing\b)")
"""What the one that outdoes baselines does: "outperforms all baselines, achieving an AUC"."""


def _joint(how: str, before: str) -> str:
    """Return the sign between two values of a metric: that of a change, or of a range."""
    changed = how == "to" and max(last_of(words.UP, before), last_of(words.DOWN, before)) >= 0
    return "→" if changed or ">" in how or how == "→" else "–"


def _metric_name(name: str) -> str:
    return _METRICS.get(name) or name.split(" ")[0].split("-")[0].upper()


_METRICS = {
    "accuracy": "accuracy",
    "correlation": "correlation",
    "precision": "precision",
    "score": "score",
    "recall": "recall",
    "perplexity": "perplexity",
    "map": "mAP",
    "mean average precision": "mAP",
    "average precision": "average precision",
    "miou": "mIoU",
    "iou": "IoU",
    "kappa": "kappa",
    "spearman": "Spearman",
    "pearson": "Pearson",
}
_UNITLESS = ("accuracy", "map", "precision", "score", "correlation")
"""Names of metrics that also name something else, which has a unit."""


def _rank(lower: str) -> Iterator[Figure]:
    ordinal = any_of(words.FIRST_ORDINALS, lower) or words.ORDINAL.search(lower)
    match = words.RANK.search(lower) if ordinal else None
    if match:
        rank = words.ORDINALS.get(match["a"]) or _ordinal(match["a"])
        yield Figure(f"rank {rank}", 1.7, Kind.RANK, match.start(), match.end())


def _ordinal(written: str) -> str:
    """Return an ordinal number with the ending that it has in English, whatever stands behind its digits."""
    digits = written[:-2]
    ending = (
        "th"
        if digits.endswith(("11", "12", "13"))
        else {"1": "st", "2": "nd", "3": "rd"}.get(digits[-1], "th")
    )
    return digits + ending


def _value(lower: str) -> Iterator[Figure]:
    for match in words.VALUE.finditer(lower) if any_of(words.VALUE_GATES, lower) else ():
        before = lower[max(0, match.start() - 80) : match.start()]
        if words.BELOW_NOTHING.search(before) or words.OF_AN_OBJECT.search(before):
            continue
        unit = words.UNITS_AS_WRITTEN.get(match["unit"], match["unit"])
        yield Figure(f"{match['a']}±{match['b']} {unit}", 1.8, Kind.VALUE, match.start(), match.end())


def _significance(lower: str) -> Iterator[Figure]:
    for match in words.SIGMA.finditer(lower) if any_of(words.SIGMA_GATES, lower) else ():
        around = lower[max(0, match.start() - 60) : match.start()], lower[match.end() : match.end() + 40]
        told = words.SIGNIFICANT.search(around[1]) or last_match(words.SIGNIFICANT, around[0])
        if told:
            noun = words.SIGNIFICANCES[told["stem"]]
            yield Figure(f"{span_of(match)}σ {noun}", 1.3, Kind.SIGNIFICANCE, match.start(), match.end())


def last_match(phrase: re.Pattern[str], text: str) -> re.Match[str] | None:
    """Return the last match of a phrase in a text, or nothing."""
    found = None
    for match in phrase.finditer(text):
        found = match
    return found


def _word(lower: str) -> Iterator[Figure]:
    magnitude = words.MAGNITUDE.search(lower) if "magnitude" in lower else None
    around = (lower[: magnitude.start()], lower[magnitude.end() :]) if magnitude else ("", "")
    if (
        magnitude
        and not _of_a_size(*around)
        and (
            words.CHANGE_BEHIND.match(lower[magnitude.end() : magnitude.end() + 40])
            or not words.REACH.search(lower[max(0, magnitude.start() - 30) : magnitude.start()])
        )
    ):
        text = words.SPAN_JOINT.sub("–", magnitude[0].replace("-of-", " of "))
        if "–" in text:
            text = words.IN_WORDS.sub(lambda number: words.NUMBERS.get(number[0], "1"), text)
        yield Figure(text, 1.5, Kind.WORD, magnitude.start(), magnitude.end())
    for gates, phrase, text in words.WORDS:
        match = phrase.search(lower) if any_of(gates, lower) else None
        if match:
            yield Figure(text, 1.2, Kind.WORD, match.start(), match.end())


_READERS = (
    (_changes, 3.0), (percents, 2.7), (_multiples, 2.3), (_worded, 1.4), (_points, 2.2), (_metric, 1.6),
    (_rank, 1.7), (_value, 1.8), (_significance, 1.3), (_word, 1.5),
)  # fmt: skip
"""What reads figures, and the most that one of them weighs, so that none is asked in vain."""
