"""Whether a phrase of a title would say something odd or false of what a takeaway tells."""

from __future__ import annotations

from radar.abstracts.takeaways.scope.purposes import as_what_for, is_purpose, makes
from radar.abstracts.takeaways.telling_words import telling
from radar.abstracts.text.titles import Words
from radar.abstracts.vocabulary.patterns import EitherCase, pattern
from radar.abstracts.vocabulary.words import SAYS_NOTHING, any_of, word_set

_PLACES = word_set("in under across within")
_BY_MEANS = word_set("via using through with")
_AUTHORS = r"(?:we|i|(?:the|this) (?:\w+ )?(?:paper|work|study|article|thesis|report|letter|survey|review))"
_HOW = r"(?:\w+ly |also |further |first |then |have |has |had )*"
_BY_SUCH_MEANS = EitherCase(
    rf"(?:[^,;]{{3,80}}, )?{_AUTHORS} {_HOW}(?:propos|present|introduc|develop|design|buil[dt]|construct"
    r"|formulat|deriv|devis|establish|creat|provid|offer|implement|describ|report|stud|investigat|examin"
    r"|explor|analy[sz]|address|revisit|reconstruct|measur|constrain|estimat"
    r"|us(?:e|es|ed)\b|appl|extract|train|learn|infer|model|simulat|comput|predict|classif)\w* "
    r"(?!whether |how |why |that )"
)
"""What is done by means that a title names; what is shown, argued or hoped for is hardly ever."""
_DATA = pattern(
    r"\b(?:benchmarks?|data ?sets?|corpus|corpora|metrics?|suite|testbed|taxonomy|database)\b(?!-)"
    r"|\b(?:task|challenge|concept|notion|test|protocol)(?= of|,|\.|$| \()"
)
"""What is tried with the means of a title, and not made by them."""
_IS_DATA = word_set(
    "benchmark benchmarks dataset datasets data set corpus corpora metric metrics suite testbed taxonomy "
    "database evaluation survey test task"
)
_FINDS = EitherCase(
    rf"{_AUTHORS} {_HOW}(?:find|found|observ|identif|detect|reveal|uncover|argue|show|discover|verif"
    r"|prov(?:e|es|ed)\b|caution|warn|conclud|not(?:e|es|ed)\b|point out|validat|confirm|report"
    r"|acknowledg|highlight|describ|discuss|outlin|summari|conduct|aim|adapt various)"
)
_LOOKS = EitherCase(
    rf"{_AUTHORS} {_HOW}(?:stud(?:y|ies|ied)|investigat|examin|explor|analy[sz]|consider|review|survey"
    r"|evaluat|assess|compar|measur|delv|focus|trac|ask|look)"
)
"""What is looked at is no means to an end."""
_LOOKING = word_set(
    "understanding characterizing characterising quantifying measuring evaluating assessing comparing "
    "investigating examining probing analyzing analysing explaining interpreting identifying testing"
)
"""What is done by looking at something."""
_PURPOSES = word_set("efficient effective improved better enhanced superior robust reliable trustworthy")
_ANY_PAPERS = word_set(
    "accuracy addressing analysis application applications approach approaches basic challenges design "
    "evaluation experiments framework generation implementation improvement learning limitations method "
    "methods model models modeling modelling optimization optimisation performance prediction problems "
    "process reasoning results scale settings simulation solution solutions studies study system systems "
    "tackling tasks theory training understanding world"
)
"""Nearly any paper is for these."""
_HARM = (
    "malicious", "attack", "jailbreak", "misuse", "collaps", "failure", "degradation", "poison", "backdoor",
    "threat", "forgetting", "hallucination", "overthinking", "leakage", "hijack", "bypass",
)  # fmt: skip
_AGAINST = pattern(
    r"(?:detect|mitigat|defen[cs]|defend|prevent|diagnos|prevention|protect|reduc|overcom|alleviat|evaluat"
    r"|assess|measur|quantif|attribution|localiz|analy|avoid|counter|suppress|remov|resist|robust|predict"
    r"|understand|test|benchmark|audit|red-team|characteri)"
)
_FEW = 4
_GOES_ON = pattern(r",? (?:that|which) (?:\w+ly )?(?:does|has|is|was|[a-z]+(?<!s)s) ")
_POINTS = (" this ", " these ", " such ")
"""What points back is left out where it is told within a line what something is for."""
_NO_PLURALS = ("ss", "us", "is")
_FROM_ANOTHER = pattern(
    r" (?:aimed|anchored|based|built|cent(?:er|re)d|collected|compiled|constructed|created|curated|derived"
    r"|designed|developed|drawn|extracted|focused|generated|grounded|inspired|mined|motivated|obtained"
    r"|rooted|sourced|spanning|tailored|taken|trained) (?:around|at|by|from|in|on|over|to|upon|using|with) "
    r"(?!.* to [a-z]+ )|, [^,;]+, and (?!\w+ly )[^,;]+$"
)
"""Behind one of these a phrase would belong to where a thing is from, or to the last of many things."""


def is_out_of_place(line: str, place: int, words: Words, before: str) -> bool:
    """Say whether a line would say something odd or false with a phrase at a place.

    Args:
        line: the takeaway.
        place: where the phrase would begin, 0 being the front.
        words: the phrase as it would be written, its preposition first.
        before: the word that stands before it in the title, or nothing.
    """
    return (
        _is_of_any_paper(words)
        or (words[0] == "in" and _ends_as_said(words, line))
        or (words[0] in _BY_MEANS and not _is_done_so(line, words[0], before))
        or (not place and (_is_no_purpose(line, words, before) or _is_made_there(line, words)))
        or (words[0] == "for" and not before and _is_harm(words))
    )


def of_another_thing(body: str, place: int, words: Words) -> bool:
    """Say whether a phrase at a place within a line would be read as part of another thing than is made.

    Args:
        body: the line, or the first of its parts.
        place: where the phrase would begin.
        words: the phrase, its preposition first.
    """
    is_long = len(words) > _FEW and (is_purpose(words[1]) or _are_many(words[-1]))
    if is_long and _GOES_ON.match(body, place) and not any_of(_POINTS, body[place:]):
        return True
    at_the_end = not body[place:].strip(".")
    return at_the_end and words[0].lower() == "for" and _FROM_ANOTHER.search(body) is not None


def _are_many(word: str) -> bool:
    """Say whether a word is a plural, of which "that enables" is not said."""
    return word.endswith("s") and not word.endswith(_NO_PLURALS)


def _ends_as_said(words: Words, line: str) -> bool:
    """Say whether the noun that a phrase ends with is told by a line: "beaches in sandy beaches"."""
    return not telling(words[-1]).isdisjoint(telling(line))


def _is_of_any_paper(words: Words) -> bool:
    return {word.lower() for word in words[1:]} <= _ANY_PAPERS | SAYS_NOTHING


def _is_done_so(line: str, means: str, before: str) -> bool:
    """Say whether a line tells of what the means of a title may be those of."""
    deed = line.partition(";")[0]
    if not (_BY_SUCH_MEANS.begins(deed) or (means == "using" and not _FINDS.begins(deed))):
        return False
    return before.lower() in _IS_DATA or _DATA.search(deed) is None


def _is_no_purpose(line: str, words: Words, before: str) -> bool:
    """Say whether what a line tells was not done for what a phrase says, or in it."""
    if words[0] != "for":
        return False
    is_done = words[1].endswith("ing")
    if words[1] in _LOOKING:
        return False
    if _FINDS.begins(line):
        return is_done or not before or words[1] in _PURPOSES
    return is_done and _LOOKS.begins(line)


def _is_made_there(line: str, words: Words) -> bool:
    """Say whether a line would say where its authors made something, or what for in two ways."""
    if words[0] not in _PLACES or not makes(line):
        return False
    return words[0] != "in" or "for" in words or as_what_for(words, line) == words


def _is_harm(words: Words) -> bool:
    phrase = " ".join(words).lower()
    return any_of(_HARM, phrase) and _AGAINST.search(phrase) is None
