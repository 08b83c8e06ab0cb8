"""What a takeaway must pass before a reader sees it: it says nothing that the paper does not."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final

from radar.papers.summary import TAKEAWAY_WORDS
from radar.papers.text import clean
from radar.summaries.instructions import instruction_in
from radar.summaries.wording import (
    Wording,
    count_words,
    numbers_in,
    plain_form,
    stems_in,
    word_forms,
    wording_of,
)

FEWEST_WORDS: Final = 5
_SHARED = 0.5
_TITLE_LIKENESS = 0.9
_ECHO_WORDS = 5
_LOOP_WORDS = 4
_STRANGE = frozenset({"Cc", "Cf", "Co", "Cs"})
_MARKUP = re.compile(
    r"://|\b(?:https?|javascript|file|mailto):|\bdata:\w+/|www\.|\b[\w-]+\.(?:com|org|net|io|ai|dev|gov|edu)\b|`|\*\*|__|~~|[{}<>\\|]"
    r"|\]\(|\[/?[\w@#=.:(\" ]*\]|^\s*(?:[#*>-]|\d+[.)])\s|:[a-z_]+:",
    re.IGNORECASE,
)
_CHATTER = re.compile(
    r"\s*(?:sure|here(?:'s| is| are)|okay|ok|certainly|of course|as an ai|i |i'm|the (?:one-line )?takeaway"
    r"|in (?:summary|conclusion|short)|note|answer|takeaway|summary|title|abstract)\b"
    r"(?:[:,!.]| is\b| i\b| of\b)",
    re.IGNORECASE,
)
_ADDRESSES = re.compile(
    r"\b(?:you|your|yours|yourself|click|subscribe|please|buy now|must[- ]read)\b", re.IGNORECASE
)
_WORD = re.compile(r"[^\W_]+(?:['’.&+/-][^\W_]+)*")
_SENTENCE_START = re.compile(r"(?:^|[.!?:]\s+)[\"'“(]*\Z")
_MAY_OPEN = """
a an the this these those it its they we our one two three four five six seven eight nine ten most many
some few all both each every no not only in on at by for from with without within under over through
across after before during despite although while when where as if to using via based new novel simple
paper papers work works study studies research researchers authors author method methods approach
approaches model models system systems framework algorithm tool tools survey review analysis experiments
experiment results result evidence theory proof first large small better best more less even also here
there such unlike contrary introduces presents proposes shows finds argues describes develops builds
offers provides
"""
_OPENERS = frozenset(_MAY_OPEN.split())
"""Words that a sentence may begin with although the paper has them nowhere."""
_OPENING_STEMS = """
accurat achiev address adapt aim allow analy appl argu assess attempt automat benchmark boost bring build
combin compar creat demonstrat deriv describ design detect develop discov discus draw effectiv efficien
employ enabl end ensur establish estimat evaluat examin exploit explor extend fast find formal generat
general help identif impact implement improv increas infer inspir integrat interpret introduc investigat
join learn leverag make measur mitigat motivat observ offer optim outperform perform predict prevent
provid quantif reduc reliab replac report reveal revisit robust scal scientists select shows simpl solv
speed state strong suggest summar support survey test theor train transfer understand unif valid varia
verif weak when wide
"""
_STEMS = tuple(_OPENING_STEMS.split())
"""Beginnings of such words."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What takeaways of one paper are held against."""

    title: str
    words: str
    """The words of title and abstract in their order, in lower case."""
    wording: Wording
    """Of title and abstract."""
    prompt: frozenset[tuple[str, ...]]
    """Runs of words that the prompt has and the paper has not."""


def ground_of(title: str, texts: tuple[str, ...], prompt: str) -> Ground:
    """Prepare the ground.

    Args:
        title: the paper's.
        texts: all that a takeaway may draw on, the title among them.
        prompt: the words of the prompt, example included.
    """
    text = " ".join(dict.fromkeys(texts))
    return Ground(title, _in_order(text), wording_of(text), _prompt_runs(prompt) - _runs(text, _ECHO_WORDS))


def failed_checks(text: str, ground: Ground) -> tuple[str, ...]:
    """Return the names of the checks that a takeaway fails; none for one that may be shown."""
    plain = plain_form(text)
    return tuple(name for name, fails in _CHECKS if fails(text, plain, ground))


def strange_characters(text: str) -> bool:
    """Say whether a text holds control, format, private or surrogate characters, or heaps of marks.

    A TeX command in JSON ("\\textit") turns into one, so such text is not worth mending.
    """
    if any(unicodedata.category(character) in _STRANGE for character in text):
        return True
    return clean(text) != unicodedata.normalize("NFC", " ".join(text.split()))


def _too_long(text: str, plain: str, ground: Ground) -> bool:
    return count_words(text) > TAKEAWAY_WORDS


def _too_short(text: str, plain: str, ground: Ground) -> bool:
    return count_words(text) < FEWEST_WORDS


def _has_lines(text: str, plain: str, ground: Ground) -> bool:
    return len(text.strip().splitlines()) > 1


def _has_strange_characters(text: str, plain: str, ground: Ground) -> bool:
    return strange_characters(text.strip().replace("\n", " "))


def _has_markup(text: str, plain: str, ground: Ground) -> bool:
    return bool(_MARKUP.search(text))


def _is_chatter(text: str, plain: str, ground: Ground) -> bool:
    return bool(_CHATTER.match(text))


def _addresses_someone(text: str, plain: str, ground: Ground) -> bool:
    words = {found.lower() for found in _ADDRESSES.findall(plain)}
    return bool(instruction_in(text)) or any(not word_forms(word) & ground.wording.words for word in words)


def _has_ungrounded_number(text: str, plain: str, ground: Ground) -> bool:
    return bool(numbers_in(plain) - ground.wording.numbers)


def _has_ungrounded_name(text: str, plain: str, ground: Ground) -> bool:
    words = ground.wording.words
    for found in _WORD.finditer(plain):
        word = found[0]
        if word_forms(word) & words and _joined(word) in words:
            continue
        first = bool(_SENTENCE_START.search(plain, 0, found.start()))
        if any(_is_name(part, first) and not word_forms(part) & words for part in re.split(r"[^\w]+", word)):
            return True
        if any(map(str.isdigit, word)) and any(map(str.isalpha, word)) and not _is_count(word):
            return True
    return False


def _is_off_topic(text: str, plain: str, ground: Ground) -> bool:
    stems = stems_in(plain)
    return not stems or len(stems & ground.wording.stems) < _SHARED * len(stems)


def _is_title(text: str, plain: str, ground: Ground) -> bool:
    mine, title = (" ".join(_WORD.findall(part.lower())) for part in (plain, plain_form(ground.title)))
    if not title:
        return False
    likeness = SequenceMatcher(None, mine, title, autojunk=False)
    # The first two are upper bounds, and settle nearly every case at a hundredth of the cost.
    bounds = (likeness.real_quick_ratio, likeness.quick_ratio, likeness.ratio)
    return all(ratio() > _TITLE_LIKENESS for ratio in bounds)


def _is_copied(text: str, plain: str, ground: Ground) -> bool:
    """Say whether it stands in the abstract: the rules choose better among the authors' sentences."""
    return _in_order(text) in ground.words


def _echoes_prompt(text: str, plain: str, ground: Ground) -> bool:
    return bool(_runs(text, _ECHO_WORDS) & ground.prompt)


def _loops(text: str, plain: str, ground: Ground) -> bool:
    words = _WORD.findall(plain.lower())
    runs = [tuple(words[index : index + _LOOP_WORDS]) for index in range(len(words) - _LOOP_WORDS + 1)]
    twins = any(one == two == three for one, two, three in zip(words, words[1:], words[2:], strict=False))
    return twins or len(set(runs)) < len(runs)


_CHECKS: Final[tuple[tuple[str, Callable[[str, str, Ground], bool]], ...]] = (
    ("strange characters", _has_strange_characters),
    ("several lines", _has_lines),
    ("too long", _too_long),
    ("too short", _too_short),
    ("chatter", _is_chatter),
    ("link or markup", _has_markup),
    ("speaks to someone", _addresses_someone),
    ("number not in the abstract", _has_ungrounded_number),
    ("name not in the abstract", _has_ungrounded_name),
    ("off topic", _is_off_topic),
    ("the title again", _is_title),
    ("copied from the abstract", _is_copied),
    ("words of the prompt", _echoes_prompt),
    ("repeats itself", _loops),
)


def _is_name(part: str, first: bool) -> bool:
    capitals = sum(character.isupper() for character in part)
    if capitals >= 2:
        return True
    if capitals == 0 or not part[:1].isupper():
        return bool(capitals)
    return not first or not _may_open(part.lower())


def _may_open(word: str) -> bool:
    return word in _OPENERS or word.endswith(("ing", "ed", "ly")) or word.startswith(_STEMS)


def _is_count(word: str) -> bool:
    """Say whether digits and letters are a number with a unit ("4x", "3rd", "10k", "4-fold"), not a name."""
    return bool(re.fullmatch(r"\d[\d.]*(?:-?[a-z]{1,3}|-\w+)", word))


def _joined(word: str) -> str:
    return re.sub(r"[^\w]", "", word.casefold())


def _in_order(text: str) -> str:
    return f" {' '.join(_WORD.findall(plain_form(text).lower()))} "


@lru_cache(maxsize=4)
def _prompt_runs(prompt: str) -> frozenset[tuple[str, ...]]:
    return _runs(prompt, _ECHO_WORDS)


def _runs(text: str, length: int) -> frozenset[tuple[str, ...]]:
    words = _WORD.findall(plain_form(text).lower())
    return frozenset(tuple(words[index : index + length]) for index in range(len(words) - length + 1))
