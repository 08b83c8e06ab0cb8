"""What a takeaway must pass before a reader sees it: it says nothing that the paper does not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from functools import cached_property, lru_cache
from itertools import chain
from typing import Final

from radar.papers.summaries.summary import TAKEAWAY_WORDS
from radar.summaries.checks.broken_off import is_broken_off
from radar.summaries.checks.form_checks import FORM_CHECKS, addressed, praises
from radar.summaries.checks.languages import ENGLISH, Language, find_language, is_in_another
from radar.summaries.checks.name_checks import Names, ungrounded_names
from radar.summaries.checks.numbers import (
    has_numbers,
    numbers_of,
    stand_as_written,
    ungrounded_numbers,
    with_decimal_points,
)
from radar.summaries.checks.place_checks import claims_more, misplaces_a_number, turns_round
from radar.summaries.checks.verbatim import may_follow, shares, stands
from radar.summaries.checks.wording import WORD, count_words, plain_form, stems_in, word_forms, words_in
from radar.summaries.prompting.instructions import instruction_in

FEWEST_WORDS: Final = 5
_SHARED = 0.4
"""The share of its content words that a takeaway has from the paper."""
COPIED = "copied from the abstract"
"""The check that a takeaway fails which is no more than the authors' own words."""
BROKEN_OFF = "ends in the middle of a sentence"
"""The check that a takeaway fails which breaks off."""
_TITLE_LIKENESS = 0.9
_TITLE_WORDS = 0.4
"""The share of the title's words that its likeness has at least, which is the cheaper question."""
_ECHO_WORDS = 5
_LOOP_WORDS = 4
_COGNATE = 5
"""Letters that words of two languages have in common at their beginning, where they are related."""
_NO_JOINERS = str.maketrans("", "", "\u200c\u200d")
"""What joins and divides letters in Persian and Hindi, and is shown by nothing of its own."""


class Ground:
    """What takeaways of one paper are held against; what few of them need is made when one does.

    Args:
        title: the paper's.
        texts: all that a takeaway may draw on, the title among them; what is there twice counts once.
        prompt: the words of the prompt, example included.
        language: that the takeaway was asked in; empty for the paper's own.
    """

    def __init__(self, title: str, texts: tuple[str, ...], prompt: str, language: str = "") -> None:
        self.title = title
        self.plain = plain_form(" . ".join(dict.fromkeys(texts)))
        self.prompt = prompt
        self.language: Language | None = find_language(language) if language else None
        self.foreign = bool(language) and not self._is_in_english_too()
        """Whether words of the takeaway need not be words of the paper."""

    def _is_in_english_too(self) -> bool:
        """Say whether English was asked for of a paper in English, which all checks are made for."""
        asked = self.language
        return asked is not None and asked.names[0] == "english" and not is_in_another(self.plain, asked)

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word and every part of a compound, in the forms that count as the same."""
        return frozenset(chain.from_iterable(map(word_forms, self._distinct)))

    @cached_property
    def numbers(self) -> frozenset[str]:
        """Every number, as `numbers_of` puts it."""
        return numbers_of(self.plain)

    @cached_property
    def stems(self) -> frozenset[str]:
        """The beginnings of the content words."""
        return stems_in(self._distinct)

    @cached_property
    def names(self) -> Names:
        """What names are held against."""
        return Names(self.plain, lambda: self.words)

    @cached_property
    def lower(self) -> str:
        """The text in plain form and lower case."""
        return self.plain.lower()

    @cached_property
    def in_order(self) -> str:
        """The words in their order, in lower case."""
        return f" {' '.join(self._tokens)} "

    @cached_property
    def _tokens(self) -> list[str]:
        return WORD.findall(self.lower)

    @cached_property
    def _distinct(self) -> frozenset[str]:
        return frozenset(self._tokens)


def ground_of(title: str, texts: tuple[str, ...], prompt: str, language: str = "") -> Ground:
    """Prepare what takeaways of a paper are held against; see `Ground`."""
    return Ground(title, texts, prompt, language)


def failed_checks(text: str, ground: Ground) -> tuple[str, ...]:
    """Return the names of the checks that a takeaway fails; none for one that may be shown."""
    return tuple(_failing(text, ground, _CHECKS))


def holds(text: str, ground: Ground) -> bool:
    """Say whether a takeaway fails no check; it costs less than to learn which of them it fails."""
    return next(_failing(text, ground, _CHECKS), None) is None


def is_copied(text: str, ground: Ground) -> bool:
    """Say whether a text stands in the paper word by word."""
    return _is_copied(text, plain_form(text), ground)


def failed_opinion_checks(text: str, ground: Ground) -> tuple[str, ...]:
    """Return the names of the checks that a line on why a paper may matter fails.

    It may speak to the reader, and be about what the reader works on instead of the paper, if both are
    among the texts of the ground.
    """
    return tuple(_failing(text, ground, _OPINION_CHECKS))


def cannot_be_told(text: str, ground: Ground) -> bool:
    """Say whether nothing in a takeaway shows that it is about this paper: no name, number or related word.

    That happens across languages only, and to good takeaways too.
    """
    if not ground.foreign:
        return False
    plain = plain_form(text)
    if stems_in(words_in(plain)) & ground.stems or numbers_of(plain) & ground.numbers:
        return False
    known = {word[:_COGNATE] for word in ground.words if len(word) >= _COGNATE}
    return not any(
        form in ground.words if len(form) < _COGNATE else form[:_COGNATE] in known
        for word in WORD.findall(plain)
        for form in word_forms(word)
        if len(form) >= _COGNATE or word.isupper()
    )


_Check = Callable[[str, str, Ground], bool]


def _failing(text: str, ground: Ground, checks: tuple[tuple[str, _Check], ...]) -> Iterator[str]:
    text = text.translate(_NO_JOINERS) if ground.foreign and not text.isascii() else text
    plain = plain_form(with_decimal_points(text) if ground.foreign else text)
    for name, has in FORM_CHECKS:
        if has(text):
            yield name
    for name, fails in checks:
        if fails(text, plain, ground):
            yield name


def _too_long(text: str, plain: str, ground: Ground) -> bool:
    return count_words(text) > TAKEAWAY_WORDS


def _too_short(text: str, plain: str, ground: Ground) -> bool:
    return count_words(text) < FEWEST_WORDS


def _is_broken_off(text: str, plain: str, ground: Ground) -> bool:
    if ground.foreign or not is_broken_off(text):
        return ground.foreign and is_broken_off(text, english=False)
    # Its language is asked for only where its words told something: that costs more than they do.
    return is_broken_off(text, english=False) or not is_in_another(text, ENGLISH)


def _addresses_someone(text: str, plain: str, ground: Ground) -> bool:
    return bool(instruction_in(text)) or any(
        not stands(word, ground.lower) and not word_forms(word) & ground.words for word in addressed(plain)
    )


def _instructs(text: str, plain: str, ground: Ground) -> bool:
    return bool(instruction_in(text))


def _praises(text: str, plain: str, ground: Ground) -> bool:
    found = praises(plain)
    return bool(found and found - praises(ground.plain))


def _has_ungrounded_number(text: str, plain: str, ground: Ground) -> bool:
    if not ground.foreign and stand_as_written(plain, ground.plain):
        return False
    return has_numbers(plain, abroad=ground.foreign) and bool(
        ungrounded_numbers(plain, ground.numbers, abroad=ground.foreign)
    )


def _has_ungrounded_name(text: str, plain: str, ground: Ground) -> bool:
    nouns = ground.foreign and (ground.language is None or ground.language.nouns)
    return bool(ungrounded_names(plain, ground.names, nouns=nouns, abroad=ground.foreign))


def _is_off_topic(text: str, plain: str, ground: Ground) -> bool:
    if ground.foreign:
        return False
    stems = stems_in(words_in(plain))
    least = _SHARED * len(stems)
    return not stems or (not shares(stems, ground.lower, least) and len(stems & ground.stems) < least)


def _is_title(text: str, plain: str, ground: Ground) -> bool:
    mine, title = words_in(plain), words_in(plain_form(ground.title))
    if len(set(mine) & set(title)) < _TITLE_WORDS * len(set(title)):
        return not mine and not title
    one, other = " ".join(mine), " ".join(title)
    if 2 * min(len(one), len(other)) <= _TITLE_LIKENESS * (len(one) + len(other)):
        # So different in length that the ratio cannot be reached, which is told without counting letters.
        return False
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.quick_ratio() > _TITLE_LIKENESS and matcher.ratio() > _TITLE_LIKENESS


def _is_copied(text: str, plain: str, ground: Ground) -> bool:
    """Say whether it stands in the abstract: the rules choose better among the authors' sentences."""
    return may_follow(words_in(plain), ground.lower) and _in_order(plain) in ground.in_order


def _echoes_prompt(text: str, plain: str, ground: Ground) -> bool:
    echoed = _runs(plain, _ECHO_WORDS) & _runs_of_prompt(ground.prompt)
    return any(f" {' '.join(run)} " not in ground.in_order for run in echoed)


def _loops(text: str, plain: str, ground: Ground) -> bool:
    words = words_in(plain)
    runs = [tuple(words[index : index + _LOOP_WORDS]) for index in range(len(words) - _LOOP_WORDS + 1)]
    twins = any(one == two == three for one, two, three in zip(words, words[1:], words[2:], strict=False))
    return twins or len(set(runs)) < len(runs)


def _turns_round(text: str, plain: str, ground: Ground) -> bool:
    return not ground.foreign and turns_round(plain, ground.plain)


def _claims_more(text: str, plain: str, ground: Ground) -> bool:
    return not ground.foreign and claims_more(plain, ground.plain)


def _misplaces_a_number(text: str, plain: str, ground: Ground) -> bool:
    return not ground.foreign and misplaces_a_number(plain, ground.plain)


def _is_in_another_language(text: str, plain: str, ground: Ground) -> bool:
    return ground.language is not None and is_in_another(text, ground.language)


_GROUNDED: Final[tuple[tuple[str, _Check], ...]] = (
    ("number not in the abstract", _has_ungrounded_number),
    ("name not in the abstract", _has_ungrounded_name),
    ("words of the prompt", _echoes_prompt),
    ("repeats itself", _loops),
    ("not in the language asked for", _is_in_another_language),
)
_CHECKS: Final[tuple[tuple[str, _Check], ...]] = (
    ("too long", _too_long),
    ("too short", _too_short),
    (BROKEN_OFF, _is_broken_off),
    ("speaks to someone", _addresses_someone),
    ("praise", _praises),
    *_GROUNDED,
    ("off topic", _is_off_topic),
    ("the title again", _is_title),
    (COPIED, _is_copied),
    ("says the opposite", _turns_round),
    ("more than the abstract says", _claims_more),
    ("a number of something else", _misplaces_a_number),
)
_OPINION_CHECKS: Final[tuple[tuple[str, _Check], ...]] = (
    ("too long", _too_long),
    ("too short", _too_short),
    (BROKEN_OFF, _is_broken_off),
    ("instructs", _instructs),
    *_GROUNDED,
    ("off topic", _is_off_topic),
)


def _in_order(plain: str) -> str:
    return f" {' '.join(words_in(plain))} "


def _runs(plain: str, length: int) -> frozenset[tuple[str, ...]]:
    words = words_in(plain)
    return frozenset(tuple(words[index : index + length]) for index in range(len(words) - length + 1))


@lru_cache(maxsize=8)
def _runs_of_prompt(prompt: str) -> frozenset[tuple[str, ...]]:
    return _runs(plain_form(prompt), _ECHO_WORDS)
