"""How surely a sentence asserts an outcome, in words or as a number."""

from __future__ import annotations

from radar.abstracts.outcomes.places_told import PLACED, takes_a_place
from radar.abstracts.outcomes.tests_told import HINTED, NO_FINITE, fault, tests_show
from radar.abstracts.outcomes.told import told
from radar.abstracts.text import word_classes as classes
from radar.abstracts.text.text_units import Sentence
from radar.abstracts.vocabulary import claim_numbers as numbers
from radar.abstracts.vocabulary import claim_words as words
from radar.abstracts.vocabulary.patterns import pattern
from radar.abstracts.vocabulary.words import any_of, has_decimal, word_set

_DECIMAL = pattern(
    r"\.(?:(?<![\w.-]\.)|(?<=0\.)(?<![\w.]0\.)(?<!\w-0\.)(?<!z=0\.)(?<!z = 0\.)(?<!_\{0\.))\d{2,}\b"
)
_UNCERTAIN = pattern(r"\.\d{1,5}\(\d{1,3}(?:\.\d{1,3})?\)")
"""A measured value with its last digits' uncertainty in brackets: 6.1(4), or 6.1(0.4)."""
_EXACT_PERCENT = pattern(
    r"[.~∼≈mx](?:(?<=\d\.)\d{1,3}(?:\(\d[\d.]{0,3}\))?|(?<=[~∼≈])\s?\d{1,2}|(?<=\\sim)\s?\d{1,2}|(?<=\\approx)\s?\d{1,2})\$?\s?\$?\\?%"
)


def stated(sentence: Sentence) -> float:
    """Return how surely a sentence asserts an outcome in words; 0 where it does not."""
    return _stated(sentence) or (HINTED if told(sentence) else 0.0)


def _stated(sentence: Sentence) -> float:
    lower, has = sentence.lower, sentence.classes
    finds = has & classes.FINDS_VERB and has & classes.FINDS_SUBJECT
    if finds and has & classes.THAT and _finds_that(sentence.words):
        return 0.0 if any_of(words.SUPPOSES, lower) else 1.2
    if has & classes.FINDS_VERB and _reports(sentence.words):
        return 1.1
    finds = finds and _finds(sentence.words)
    if not finds and not has & (classes.STRONG_CLAIM | classes.WEAK_CLAIM):
        return fault(sentence.words) or (0.5 if shows(sentence) else 0.0) if has & classes.FINDS_VERB else 0.0
    if has & _PERHAPS_AIM and (aim := words.AIM.search(" " + lower)):
        return 1.1 if _asserted_beside(sentence, aim.start()) else fault(sentence.words)
    if has & classes.STRONG_CLAIM and not (
        ("improvement" in lower or ("achieved" in lower and any_of(_ACHIEVED_BY, lower)))
        and _yet_to_come(sentence.words)
    ):
        return 1.1
    if finds:
        return fault(sentence.words) or HINTED
    if " to " in lower and words.PURPOSE.search(lower):
        return 0.0
    return 0.0 if _only_meant(sentence.words) else 0.5


def shows(sentence: Sentence) -> bool:
    """Say whether a sentence tells of a finding whose subject is nobody, or what the authors made."""
    lower = sentence.lower
    if not _PARTICIPLES.isdisjoint(sentence.words) and _PASSIVE.search(" " + lower):
        return True
    return (
        any_of(words.SHOWS, lower)
        or told(sentence)
        or (
            sentence.classes & classes.THAT != 0
            and (
                any_of(words.SHOWS_THAT, lower)
                or (any_of(_SHOW, lower) and _SHOW_THAT.search(lower) is not None)
            )
        )
    )


_PARTICIPLES = word_set(
    "shown proved proven demonstrated verified confirmed validated established found observed evidence"
)
"""One of these stands wherever `_PASSIVE` matches."""
_PASSIVE = pattern(
    words.FROM_A_WORD + r"(?:(?:is|are|was|were) (?:\w+ly |also |further |then |thus )?"
    r"(?:(?:shown|proved|proven|demonstrated|verified|confirmed|established|found|observed) that\b"
    r"|(?:shown|proved|proven|demonstrated|found|observed) to be\b|(?:proved|proven|found|shown) to\b)"
    r"|(?:effectiveness|efficacy|efficiency|superiority|feasibility|validity|advantages?|benefits?"
    r"|usefulness|utility|accuracy|robustness|practicality|ability) [^.;]{0,80}?(?:is|are|was|were) "
    r"(?:\w+ly |also |further |then )?(?:demonstrated|validated|verified|confirmed|proven|shown)\b"
    r"|(?:differences?|correlations?|associations?|dependences?|dependenc(?:y|ies)|trends?|improvements?)"
    r" [^.;]{0,60}?(?:is|are|was|were) (?:\w+ly |also )?(?:observed|found|established)\b"
    r"|(?:experimental|empirical|numerical|theoretical) evidence [^.;,]{0,60}?"
    r"(?:demonstrat|show|confirm|verifi|validat|support|indicat|suggest)(?:ed|e?s)\b)"
)
"""A finding in the passive voice: "it is demonstrated that", "its effectiveness was validated".

To be asked of a sentence with a space before it.
"""
_SHOW = ("l that ", "e that ", "t that ", "w that ", "m that ")
"""One of these stands wherever `_SHOW_THAT` matches."""
_SHOW_THAT = pattern(
    r" (?<!\bto )(?<!\bnot )(?<!\bor )(?<!\bcan )(?<!\bmay )(?<!\bwill )(?<!\bwould )(?<!\bcould )"
    r"(?<!\bmight )"
    r"(?:reveal|indicate|suggest|show|demonstrate|confirm) that "
)
"""The same of several things: "both maps reveal that"."""


def _yet_to_come(said: list[str]) -> bool:
    """Say whether all that a sentence claims is an improvement that it asks for, or how a thing is done.

    "Room for improvement" and "this is achieved by weighing" are such.
    """
    for place, word in enumerate(said):
        if word not in words.STRONG_CLAIM or not place:
            continue
        before = said[place - 1]
        if not (word.startswith("improvement") and before in _WISHED) and not (
            word == "achieved" and before in _IS and said[place + 1 : place + 2] in _BY
        ):
            return False
    return not said or said[0] not in words.STRONG_CLAIM


_WISHED = word_set(
    "for further future continuous continual cumulative iterative targeted targeting fostering foster "
    "progressive guiding"
)
_IS = frozenset(("is", "are", "be", "being"))
_BY = (["by"], ["through"], ["via"], ["using"])
_ACHIEVED_BY = ("achieved by", "achieved through", "achieved via", "achieved using")
"""One of these stands wherever something is said to be done so."""
_PERHAPS_AIM = classes.AIM | classes.PERHAPS_AIM


def _asserted_beside(sentence: Sentence, aim: int) -> bool:
    """Say whether a sentence claims an outcome before an intention, or joins one to it."""
    lower, said = sentence.lower, sentence.words
    if words.ASSERTING_TOO.isdisjoint(said):
        return False
    if words.ASSERTED.search(" " + lower[: max(0, aim - 1)]):
        return True
    if words.ASSERTING.isdisjoint(said) and _MORE.isdisjoint(said):
        return False
    return words.ALSO_ASSERTED.search(lower) is not None


_MORE = frozenset(("improvements", "gains", "reductions"))


def _finds_that(said: list[str]) -> bool:
    """Say whether a "that" stands behind a verb of finding, and so begins what was found."""
    place = -1
    for _ in range(said.count("that")):
        place = said.index("that", place + 1)
        before = said[max(0, place - _VERB_REACH) : place]
        if not words.FINDS_VERBS.isdisjoint(before[-1:]):
            return True
        if not words.SAYS_THAT.isdisjoint(before) and not _concludes_with(before):
            return True
    return False


def _concludes_with(before: list[str]) -> bool:
    """Say whether the one verb of finding among some words tells what a text ends with."""
    found = [place for place, word in enumerate(before) if word in words.SAYS_THAT]
    if len(found) != 1 or before[found[0] : found[0] + 2] not in _ENDS:
        return False
    return _DERIVING.isdisjoint(before[found[0] + 2 : found[0] + 3])


_DERIVING = word_set("deriving computing calculating solving")
"""What one may end by and finds something."""
_ENDS = (["conclude", "with"], ["conclude", "by"], ["concludes", "with"], ["concludes", "by"])


def _finds(said: list[str]) -> bool:
    """Say whether a verb of finding tells what was found, and not what is wanted or what ends the text."""
    for place, verb in enumerate(said):
        if (
            verb in words.FINDS_ALONE
            and not (verb.startswith("characteriz") and "we" not in said[max(0, place - 3) : place])
            and (place == 0 or said[place - 1] not in _WANTED)
            and not (verb.startswith("conclude") and said[place + 1 : place + 2] in _CONCLUDING)
            and not (verb.startswith("establish") and not words.FOUNDED.isdisjoint(said[place : place + 6]))
        ):
            return True
    return False


_WANTED = ("to", "be")
_CONCLUDING = (["with"], ["by"])


def _only_meant(said: list[str]) -> bool:
    """Say whether a sentence calls things good only in telling what they are for: "made for robust aim"."""
    for place, word in enumerate(said):
        if word in words.WEAK_CLAIM and not (
            word in words.QUALITIES
            and not _FOR.isdisjoint(said[max(0, place - _PURPOSE_REACH) : place])
            and _SEEN.isdisjoint(said[max(0, place - _PURPOSE_REACH - 1) : place])
        ):
            return False
    return True


_FOR = frozenset(("for", "to", "towards"))
_SEEN = frozenset(("be", "able", "shown", "found", "seen", "observed", "proven", "proved", "converging"))
"""Before "to", they say that it came true: "is shown to be robust"."""
_PURPOSE_REACH = 3
"""So many words behind "to" and "for" belong to a purpose: "to iterate efficiently"."""


def _reports(said: list[str]) -> bool:
    """Say whether experiments or the like are the subject, and show something: "experiments reveal gaps"."""
    subject = said[:_SUBJECT_REACH]
    if words.REPORTING.isdisjoint(subject) or (words.REPORTS.isdisjoint(said) and "shown" not in said):
        return False
    start = next(place for place, word in enumerate(subject) if word in words.REPORTING)
    return any(
        (verb in words.REPORTS and before not in NO_FINITE) or (verb == "shown" and before in _HAVE)
        for before, verb in zip(said[start:], said[start + 1 :], strict=False)
    ) or tests_show(said, start)


_SUBJECT_REACH = 6
_HAVE = ("have", "has")
_VERB_REACH = 10
"""So many words before "that" may hold the verb: "we show through experiments on two corpora that"."""


def may_measure(sentence: Sentence) -> bool:
    """Say whether a sentence has a word of an outcome, or a number that needs none."""
    lower = sentence.lower
    return (
        sentence.classes & classes.OUTCOME != 0
        or (("%" in lower or "$" in lower) and _gives_by_itself(lower))
        or (sentence.numbered and _is_measured(lower))
        or _takes_time(sentence)
    )


def measured(sentence: Sentence) -> float:
    """Return how surely a sentence gives an outcome as a number; 0 where it does not."""
    lower, has = sentence.lower, sentence.classes
    numbered = sentence.numbered
    if numbered and _strong_number(lower):
        return 3.0
    if has & classes.STRONG_WORD and _strong_phrase(lower):
        return 3.0
    if has & PLACED and takes_a_place(sentence):
        return 3.0
    if has & classes.FACTOR and _counted(sentence):
        return 3.0
    if (numbered or has & classes.FACTOR) and _changed(lower, numbered):
        return 3.0
    if not numbered:
        return 2.0 if ("$" in lower or "(" in lower) and _bounded(lower) else 0.0
    if _DECIMAL.search(lower) or (_has_metric(sentence) and _metric_number(lower)):
        return 2.5
    if ("$" in lower or "(" in lower) and _bounded(lower):
        return 2.0
    if "$" in lower and numbers.SETS_IN.search(lower):
        return 1.5
    if any_of(_FRAMES, lower) and numbers.FRAME_RATE.search(lower):
        return 2.0
    if "aims to" in lower:
        return 0.0
    timed = _takes_time(sentence)
    if timed and numbers.TIME_TAKEN.search(lower):
        return 2.0
    if not numbers.VALUE.search(lower):
        return 0.0
    if timed:
        return 2.0
    if not numbers.FINDS.search(lower) and not _comes_to(lower):
        return 1.5 if _ranged(lower) or _bracketed(lower) else 0.0
    if any_of(numbers.STUDIED_GATES, lower):
        lower = numbers.STUDIED.sub(" ", lower)
    bare = numbers.PARENTHESIS.sub(" ", numbers.SETTINGS.sub(" ", numbers.SIZES.sub(" ", lower)))
    return 1.5 if numbers.VALUE.search(bare) or _bracketed(lower) else 0.0


def gives_a_number(sentence: Sentence) -> bool:
    """Say whether a sentence that asserts an outcome in words gives a number of it."""
    lower = sentence.lower
    if not sentence.numbered:
        return False
    if "(" in lower and numbers.GIVEN_IN_BRACKETS.search(lower):
        return True
    if not any_of(numbers.GIVEN_GATES, lower) and not numbers.DECIMAL_POINT.search(lower):
        return False
    return numbers.GIVEN.search(" " + lower) is not None


def _takes_time(sentence: Sentence) -> bool:
    """Say whether a sentence tells how long something made takes."""
    lower = sentence.lower
    return (
        sentence.numbered
        and sentence.classes & classes.TIMES != 0
        and (numbers.TIME.search(lower) is not None or numbers.TIME_TAKEN.search(lower) is not None)
    )


def _ranged(lower: str) -> bool:
    bare = numbers.SETTINGS.sub(" ", lower)
    return numbers.RANGED.search(bare) is not None


def _bracketed(lower: str) -> bool:
    return "(" in lower and numbers.BRACKETED.search(lower) is not None


def _comes_to(lower: str) -> bool:
    """Say whether a sentence tells what a quantity comes to, and not what it will."""
    if not any_of(numbers.QUANTITY_GATES, lower) or " will " in lower:
        return False
    return numbers.QUANTITY.search(lower) is not None


_FRAMES = ("fps", "frames per second", "frames/s")


def _counted(sentence: Sentence) -> bool:
    """Say whether a sentence has a count over a count, in words."""
    if " of " not in sentence.lower or len(numbers.COUNTS.intersection(sentence.words)) < _TWO:
        return False
    return numbers.COUNT_OF.search(" " + sentence.lower) is not None


_TWO = 2


def _changed(lower: str, numbered: bool) -> bool:
    gates: tuple[str, ...] = numbers.FACTOR_GATES
    if numbered:
        gates = numbers.CHANGE_GATES if has_decimal(lower) else numbers.WHOLE_CHANGE_GATES
    return any_of(gates, lower) and numbers.CHANGE.search(" " + lower) is not None


def _gives_by_itself(lower: str) -> bool:
    """Say whether a sentence gives an outcome without a word for one.

    No plan and no size of data has a percentage to a decimal, a bound or an exponent.
    """
    return any_of(_LAWS, lower) or ("%" in lower and _EXACT_PERCENT.search(lower) is not None)


_LAWS = ("exponent $", "$o(", "{o}(", "propto")


def _is_measured(lower: str) -> bool:
    """Say whether a sentence with a digit gives a value that needs no word of an outcome.

    No plan has an error or a significance, or tells how often something came true; people's ages have.
    """
    return any_of(_WITH_AN_ERROR, lower) and " age" not in lower and _IS_MEASURED.search(lower) is not None


_WITH_AN_ERROR = ("±", "\\pm", "+-", "+/-", "σ", "sigma", "% of ", "percent of ", "per cent of ", "(+", "(−")
"""One of these stands wherever `_IS_MEASURED` matches."""
_IS_MEASURED = pattern(
    r"(?<=\d)\)?\$?\s?(?:\\pm|±|\+-|\+/-)\s?\$?\d"
    r"|(?<![\d.a-z])(?:[2-9]|\d{2}|\d{1,2}\.\d{1,2})[\s{$~-]{0,2}(?:σ|\\sigma\b|sigma\b)(?![\^_])"
    r"|(?:%|per ?cent) of (?:the |all |tested )*cases\b|\([+−]\d[\d.]{0,4}\s?\\?%"
)
"""What was measured, with its error or its significance, and how often something came true."""


def _has_metric(sentence: Sentence) -> bool:
    """Say whether a sentence may name a metric, by itself or as a part of a compound."""
    if sentence.classes & classes.METRIC or any_of(numbers.METRIC_SIGNS, sentence.lower):
        return True
    compounds = [word for word in sentence.words if "-" in word]
    return any(not numbers.METRIC_WORDS.isdisjoint(word.split("-")) for word in compounds)


def _metric_number(lower: str) -> bool:
    if numbers.NUMBER_METRIC.search(lower):
        return True
    if "\\" in lower:
        return numbers.METRIC_NUMBER.search(lower) is not None
    return numbers.PLAIN_METRIC_NUMBER.search(" " + lower) is not None


def _strong_number(lower: str) -> bool:
    if numbers.STRONG_NUMBER.search(lower) or ("(" in lower and _UNCERTAIN.search(lower)):
        return True
    if "+" in lower and numbers.PLUS_MINUS.search(lower):
        return True
    return any_of(numbers.STRONG_SIGN_GATES, lower) and numbers.STRONG_SIGN.search(lower) is not None


def _strong_phrase(lower: str) -> bool:
    if "order of magnitude" in lower or "orders of magnitude" in lower:
        lower = numbers.RANGE_OF_MAGNITUDES.sub(" ", lower)
    gated = any_of(numbers.STRONG_PHRASE_GATES, lower)
    return gated and numbers.STRONG_PHRASE.search(" " + lower) is not None


def _bounded(lower: str) -> bool:
    """Say whether a sentence with a dollar or a bracket gives a bound or a formula."""
    marked = "$" in lower or "\\(" in lower
    if any_of(numbers.BOUND_GATES, lower) and numbers.BOUND.search(lower):
        return True
    return marked and any_of(numbers.FORMULA_GATES, lower) and numbers.FORMULA.search(lower) is not None
