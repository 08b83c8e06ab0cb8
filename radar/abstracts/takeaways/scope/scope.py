"""What the title says of a takeaway's scope and the line does not: "for gait transfer", "in crowds"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from radar.abstracts.takeaways.scope.purposes import as_purpose, as_what_for
from radar.abstracts.takeaways.scope.scope_places import (
    TORN,
    TOWARDS,
    behind_opening,
    may_open,
    place_in_front,
    place_within,
)
from radar.abstracts.takeaways.scope.scope_sense import is_out_of_place
from radar.abstracts.takeaways.scope.scope_wording import (
    is_made,
    said_once,
    tells_nothing,
    with_article,
    without_last_comma,
    without_repeated,
)
from radar.abstracts.takeaways.telling_words import telling
from radar.abstracts.text.abbreviations import explained, long_form
from radar.abstracts.text.titles import PREPOSITIONS, TAKES_TO, Title, Words
from radar.abstracts.vocabulary.patterns import pattern
from radar.abstracts.vocabulary.words import word_set

_TAKEN = word_set("for in via using through under within across with from on")
_ARTICLES = word_set("a an the")
_NO_GERUND = word_set("string spring during bring king ring thing nothing something everything")
_NOT_DONE = (
    "beyond",
    "getting",
    "re-think",
    "revisit",
    "rethink",
    "investigat",
    "explor",
    "leverag",
    "demystif",
    "introduc",
    "adjust",
    "apply",
    "blending",
    "employ",
    "fine-tun",
    "finetun",
    "fusing",
    "harness",
    "masking",
    "merging",
    "mixing",
    "pruning",
    "utili",
)
"""What is done so is how a paper goes about it, and nothing is made for it."""
_IN_FIRST = word_set("for in via using")
"""What stands before a colon is often a play on words; these phrases of it are not."""
_NO_PROCESS = word_set(
    "distribution function relation condition equation population fraction question notion proportion "
    "version dimension direction position motivation implication intuition section tension mission setting "
    "competition environment element moment experiment segment document statement instrument building "
    "meaning solution limitation observation consideration variation transition emission formation evolution "
    "interaction accretion oscillation excitation ionization ionisation precession turbulence "
    "convection radiation polarization polarisation magnetization condensation quenching lensing absorption "
    "saturation proliferation collision method challenge"
)
"""Nouns that end as those of what is done do, among them those of what happens by itself."""
_STATES = word_set(
    "meet meets emerge emerges emerging arising outperform outperforms fail fails struggle struggles induces "
    "mitigates reduces boosts enhances drives predicts governs beats requires prevents allows becomes "
    "remains generates generalizes generalises encodes preserves accelerates explains determines affects "
    "undermines suffices unlocks breaks holds degrades increases decreases strengthens arises evolves hurts "
    "informs provides offers achieves surpasses produces correlates depends implies promotes facilitates "
    "solves confirms uncovers detects shows introduces outweighs verifies serves activates exploits exposes "
    "captures exists"
)
"""Words with one of these state what happens: "beats" behind a name, and not what is done."""
_ORDERS = word_set(
    "accelerate enhance boost reduce get let build train use unlock learn teach rethink revisit "
    "think scale align adapt predict detect discover generate understand evaluate explain speed unify bridge "
    "resolve enable improve solve tackle address mitigate overcome achieve advance automate"
)
"""A title that begins with one of these asks for something: "accelerate training"."""
_FORMS = {"LLM": "large language model", "VLM": "vision language model"}
"""What is hardly ever explained, and said in full in the title or the line."""
_SCHOOLS = word_set("deep machine reinforcement federated supervised unsupervised self-supervised")
"""Of learning: by what means, and not what for."""
_OF_THE_PAPER, _LOOKS = (
    word_set("comprehensive empirical systematic comparative"),
    word_set("analysis comparison"),
)
"""The paper is the analysis, and not for it."""
_ALL = word_set("all everyone everything everybody")
_IDIOMS = word_set("mind sight action disguise")
"""What is done "with crabs in mind" is not done in a mind."""
_ASKS_FOR_IT = word_set(
    "break breaking look looking think thinking turn turning go going made reach reaching"
)
"""What the preposition behind it belongs to: "break through a wall"."""
_FOR_WHICH = word_set("evidence hint hints implication implications prospects quest hunt searches")
_SEARCH = word_set("a the")
"""Before "search for" something; an architecture search is for another thing than what it looks for."""
_WITH_WHICH = word_set("interfacing interacting dealing coping competing comparison comparisons agreement")
_PROCESS = pattern(
    r"(?:[a-z]{3}(?:tion|sion|ment|ing)|analysis|synthesis|search|recovery|transfer|control|inference|discovery"
    r"|design|retrieval|defense|defence|removal)s?$"
)
_SHORTEST = 2
"""A phrase of a title has so many words at least."""
_LEAST_PARALLEL = 2
"""With no more phrases, none has another beside it."""
_ANY = 1_000
"""More words than a title has."""
_MISSING = 0.6
"""A line lacks a phrase where it lacks so large a part of the phrase's telling words.

Of 28 pairs, drawn at random, where it lacked less than two thirds, a reader took 22 lines without and 4 with.
"""


class _Addition(NamedTuple):
    """A phrase of a title that a line may take up."""

    words: Words
    tells: set[str]
    before: str
    """The word of the title that stands before it, or nothing."""
    rest: list[Words]
    """The phrases that follow it in the title."""


_WHERE = ("in", "on", "of", "for", "under")
"""What may stand behind another phrase though a line goes on: other words would take up the rest."""


class Scope:
    """What the title of one paper says of what it is for, where it holds and by what means."""

    __slots__ = ("_forms", "_found", "_short", "_text", "_title", "_words")

    def __init__(self, title: str, text: str) -> None:
        """Take the title and the abstract."""
        self._title, self._text = title, text
        self._found: list[_Addition] | None = None
        self._forms: dict[str, set[str]] = {}

    def added(self, line: str, limit: int, *, opens: bool = False) -> str:
        """Return a line of at most `limit` words with what the title says of its scope, or nothing.

        Args:
            line: the takeaway.
            limit: in words.
            opens: whether it may only open the line, which has another phrase of the title already.
        """
        room = limit - line.count(" ") - 1
        if room < _SHORTEST:
            return ""
        opening = behind_opening(line)
        told, lacking = self._lacking(line, room) if may_open(line, opening) else (set[str](), [])
        if not lacking:
            return ""
        if opens:
            lacking = [one for one in lacking if len(one.words) > _SHORTEST]
        for addition, place in _places(line, opening, lacking):
            if opens and place:
                continue
            words = self._written(addition, line, place, told, room)
            if words and not is_out_of_place(line, place, words, addition.before):
                longer = _joined(line, place, words)
                return (self.added(longer, limit, opens=True) if place else "") or longer
        return ""

    def need(self, line: str) -> int:
        """Return how many words the title may add to a line."""
        lacking = self._lacking(line)[1] if may_open(line, behind_opening(line)) else []
        return len(lacking[0].words) if lacking else 0

    def _lacking(self, line: str, room: int = _ANY) -> tuple[set[str], list[_Addition]]:
        """Return what a line tells, and what the title says in so many words and the line does not."""
        fitting = [one for one in self._additions() if len(one.words) <= room]
        if not fitting:
            return set(), []
        told = self._told(line)
        lower = line.lower()
        return told, [one for one in fitting if _is_new(told, one, lower) and not _repeats(told, one)]

    def _additions(self) -> list[_Addition]:
        """Return what the title adds; the title is taken apart for the first line that may take it up."""
        if self._found is None:
            self._words = Title(self._title, self._text)
            self._found = list(_additions(self._words))
            self._short = self._abbreviations() if self._found else []
        return self._found

    def _abbreviations(self) -> list[str]:
        found = explained(self._text)
        title = self._title
        if "LM" in title or "anguage" in title:
            found += [short for short in _FORMS if short not in found]
        return found

    def _told(self, line: str) -> set[str]:
        """Return what a line tells, abbreviations and what they stand for as one."""
        told = telling(line)
        for short in self._short:
            if short in line:
                told |= self._form(short)
            elif short in self._title and self._form(short) <= told:
                told |= telling(short)
        return told

    def _form(self, short: str) -> set[str]:
        form = self._forms.get(short)
        if form is None:
            form = self._forms[short] = telling(long_form(short, self._text) or _FORMS.get(short, ""))
        return form

    def _written(self, addition: _Addition, line: str, place: int, told: set[str], room: int) -> Words:
        """Return a phrase, and those behind it as far as they fit and tell something."""
        found = Words()
        ends = not place or not _goes_on(line, place)
        for words in (addition.words, *addition.rest):
            if found and not ends and words[0].lower() not in _WHERE:
                break
            if len(found) + len(words) > room or (found and not _lacks(told, telling(" ".join(words)))):
                break
            written = self._words.in_a_sentence(words)
            if not written or (found and tells_nothing(written)):
                break
            if not found:
                written = said_once(written, line.lower(), opens=not place)
                written = without_repeated(written, line[:place])
                written = as_what_for(written, line) if is_made(line[:place]) else written
            if not found and written[1].endswith("ing") and written[1].isalpha():
                written[1] = written[1].lower()  # what is done is no name, as in "Sidestep: Getting There"
            found += with_article(written)
        return Words() if tells_nothing(found) or len(found) > room else without_last_comma(found)


def _places(line: str, opening: int, lacking: list[_Addition]) -> Iterator[tuple[_Addition, int]]:
    """Return where a line may take up what it lacks: within it first, in front where that parts something.

    What belongs to a phrase that has no place has none either.
    """
    left, torn = list[_Addition](), list[Words]()
    for one in lacking:
        if one.words in torn:
            continue
        place = place_within(line, opening, one.words, one.before)
        if place == TORN:
            place = place_in_front(line, opening, one.words, one.before, torn=True)
            torn += one.rest
        elif place != TORN:
            left.append(one)
        if place >= 0:
            yield one, place
    for one in left:
        place = place_in_front(line, opening, one.words, one.before)
        if place >= 0:
            yield one, place


def _goes_on(line: str, place: int) -> bool:
    """Say whether a line goes on behind a place: what follows would belong to the last of several phrases."""
    return line[place : place + 1] not in (".", ";", "…", "")


def _joined(line: str, place: int, words: Words) -> str:
    if place:
        return f"{line[:place]} {' '.join(words)}{line[place:]}"
    words = as_purpose(as_what_for(words, line), line)
    return f"{words[0].capitalize()} {' '.join(words[1:])}, {line[0].lower()}{line[1:]}"


def _additions(title: Title) -> Iterator[_Addition]:
    """Return what a title says of the scope of the work, in its order."""
    for phrases in (title.last, title.first):
        if _is_parallel(phrases):
            continue
        first = phrases[0] if phrases else []
        if len(first) > 1 and first[0].lower() in TOWARDS:
            yield _Addition(["for", *first[1:]], telling(" ".join(first)), "", phrases[1:])
        elif (
            phrases is title.last and _is_done(first) and not (_is_taken_for(phrases) or _is_a_means(phrases))
        ):
            yield _Addition(["for", *first], telling(" ".join(first)), "", phrases[1:])
        for number, phrase in enumerate(phrases[1:], 1):
            before, rest = phrases[number - 1][-1], phrases[number + 1 :]
            word = phrase[0].lower()
            leads_to = word == "to" and before.lower() in TAKES_TO
            if not leads_to and not (word in _TAKEN and (phrases is title.last or word in _IN_FIRST)):
                continue
            lower = [part.lower() for part in phrase]
            if _asks_for(word, phrases[number - 1]) or not _STATES.isdisjoint(lower):
                continue
            if _is_saying(lower, before_colon=phrases is not title.last):
                continue
            if leads_to:
                yield _Addition(["for", *phrase[1:]], telling(" ".join(phrase)), "", rest)
            else:
                yield _Addition(phrase, telling(" ".join(phrase)), before, rest)


def _is_parallel(phrases: list[Words]) -> bool:
    """Say whether a part of a title sets one thing beside another: "sleep in pots, walk in sand"."""
    if len(phrases) <= _LEAST_PARALLEL:
        return False
    known = set[str]()
    for phrase in phrases[1:]:
        if phrase[0].lower() in known:
            return True
        if any(word.endswith(",") for word in phrase[:-1]):
            known.add(phrase[0].lower())
    return False


def _is_done(words: Words) -> bool:
    """Say whether words name something that is done: "learning to glide", "shell segmentation"."""
    if len(words) < _SHORTEST:
        return False
    lower = [word.lower() for word in words]
    first = lower[0]
    if first in PREPOSITIONS or first in _ARTICLES or first.startswith(_NOT_DONE):
        return False
    if "&" in words or any(word.endswith(",") for word in words) or not _STATES.isdisjoint(lower):
        return False
    if first in _ORDERS or (lower[-1] == "learning" and len(lower) == _SHORTEST and first in _SCHOOLS):
        return False
    if first.endswith("ing") and first not in _NO_GERUND:
        return True
    noun = lower[lower.index("of") - 1] if "of" in lower[1:] else lower[-1]
    if first in _OF_THE_PAPER and noun in _LOOKS:
        return False
    beside = " ".join(lower[:-2]) if lower[-2] == "and" and noun == lower[-1] else noun
    return _is_process(noun) and _is_process(beside)


def _is_process(noun: str) -> bool:
    return _PROCESS.search(noun) is not None and noun.removesuffix("s") not in _NO_PROCESS


def _is_taken_for(phrases: list[Words]) -> bool:
    """Say whether a title goes on with what its subject is taken for: "learning as a dialogue"."""
    return len(phrases) > 1 and phrases[1][0].lower() == "as"


def _is_a_means(phrases: list[Words]) -> bool:
    """Say whether the first phrase is done for what the title names next: "importance sampling for gaits"."""
    return not phrases[0][0].lower().endswith("ing") and [phrase[0].lower() for phrase in phrases[1:2]] == [
        "for"
    ]


def _asks_for(preposition: str, words: Words) -> bool:
    """Say whether a preposition belongs to the word before it: evidence is for what need not be made."""
    last = words[-1].lower()
    if preposition == "for":
        searches = last == "search" and (len(words) == 1 or words[-2].lower() in _SEARCH)
        return searches or last in _FOR_WHICH or last in _ASKS_FOR_IT
    return last in _ASKS_FOR_IT or (preposition == "with" and last in _WITH_WHICH)


def _is_saying(words: Words, *, before_colon: bool) -> bool:
    """Say whether a phrase belongs to a saying: "one for all", and before a colon "lost in the mix"."""
    if words[-1] in _IDIOMS:
        return True
    if words[1] in _ALL:
        return len(words) == _SHORTEST
    if words[1:2] == ["the"] and words[2:4] in (["face", "of"], ["lens", "of"]):
        return True
    return before_colon and words[1] == "the" and len(words) == _SHORTEST + 1 and words[2] != "wild"


def _repeats(told: set[str], addition: _Addition) -> bool:
    """Say whether the last word of a phrase is told, and half of it: what it is for says more."""
    words, tells = addition.words, addition.tells
    if words[0].lower() == "for" or 2 * len(tells - told) > len(tells):
        return False
    return telling(words[-1]) <= told


def _is_new(told: set[str], addition: _Addition, lower: str) -> bool:
    """Say whether a line lacks most of a phrase, as it would be written there."""
    if _lacks(told, addition.tells) or addition.words[0].lower() != "for":
        return _lacks(told, addition.tells)
    written = said_once(addition.words, lower)
    return len(written) < len(addition.words) and _lacks(told, telling(" ".join(written)))


def _lacks(told: set[str], tells: set[str]) -> bool:
    return bool(tells) and len(tells - told) >= _MISSING * len(tells)
