"""What never happens, or hardly ever, to the takeaways of real abstracts."""

from __future__ import annotations

import gzip
import json
import os
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from radar.abstracts.reading import read_text
from radar.abstracts.text.tex import readable_text
from radar.papers.summaries.summary import TAKEAWAY_WORDS, TakeawayOrigin

pytestmark = [
    pytest.mark.eval,
    pytest.mark.skipif("RADAR_EVAL_DATA" not in os.environ, reason="RADAR_EVAL_DATA is not set"),
]
COUNT = 2000
GOES_ON = re.compile(r"[ ,]*(?:and|or|but|of|than|as)\b")
"""What was made may end before "by" and "that", which say how it works."""
ADDS = re.compile(r"[ ,]*(?:to|in|for|with|from|on|over|under)\b")
DEED = re.compile(r"(?:[^,]+, )*(?:we|this \w+|our \w+) \w+", re.IGNORECASE)
"""What was done may end before where and what for it was done."""
JOINS = re.compile(r", which | that ")
SECOND_CLAUSE = re.compile(r", and (?:\w+ly |then |also )?\w+")


def stands_in(line: str, text: str) -> bool:
    bare = "".join(line.removesuffix("…").removesuffix(".").split())
    return any(first + bare[1:] in text for first in (bare[:1], bare[:1].lower(), bare[:1].upper()))


def has_words_of(line: str, text: str) -> bool:
    """Say whether all words of a line stand in a text, in one number or the other.

    An article, and the "for" that leads to what the title says, may be put in.
    """
    words = set(re.findall(r"\w+", text.lower()))
    return all(
        word in words or word + "s" in words or word.removesuffix("s") in words
        for word in re.findall(r"\w+", line.lower())
        if word not in ("a", "an", "for")
    )


SHORT = re.compile(r"((?:[\w/-]+ ){1,9})\(([A-Za-z][\w/-]{0,7}[A-Z]s?)\)")


def long_forms(text: str) -> Iterator[tuple[str, str]]:
    """Return the abbreviations that a text explains, with the words before them that have their letters."""
    for found in SHORT.finditer(text):
        words, letters = found[1].split(), re.sub(r"[^a-z]", "", found[2].removesuffix("s").lower())
        for start in range(len(words) - 1, -1, -1):
            pieces = re.findall(r"[a-z]+", " ".join(words[start:]).lower())
            if pieces and len(pieces) <= len(letters) and spells(pieces, letters):
                yield found[2], " ".join(words[start:])
                break


def spells(pieces: list[str], letters: str) -> bool:
    """Say whether letters stand in some words in their order, the first of each word among them."""
    if not pieces or not letters:
        return not pieces and not letters
    taken = [end for end in range(1, len(letters) + 1) if within(letters[:end], pieces[0])]
    return any(spells(pieces[1:], letters[end:]) for end in taken)


def within(letters: str, word: str) -> bool:
    rest = iter(word)
    return word[0] == letters[0] and all(letter in rest for letter in letters)


def in_short(text: str, pairs: dict[str, str]) -> str:
    """Return a text with one form of each thing that is abbreviated, whichever of them it has."""
    for short, long in pairs.items():
        one = short.removesuffix("s")
        many = rf"{re.escape(long.removesuffix('s'))}s?(?: \({re.escape(one)}s?\))?"
        text = re.sub(rf"(?<![\w-])(?:{many}|{re.escape(one)}s?)(?!\w)", one, text, flags=re.IGNORECASE)
    return text


def without_title(part: str, title: str) -> Iterator[str]:
    """Return a line without each stretch of it that is the title's, once with a word that leads to it."""
    words, plain = part.split(), " ".join(re.findall(r"\w+", title.lower()))
    bare = [re.findall(r"\w+", word.lower()) for word in words]
    for start in range(len(words)):
        stretch: list[str] = []
        for end in range(start + 1, len(words) + 1):
            stretch += bare[end - 1]
            if " ".join(stretch).removeprefix("for ") in plain:
                mark = words[end - 1][-1] if words[end - 1][-1] in ",." and start else ""
                yield f"{' '.join(words[:start])}{mark} {' '.join(words[end:])}".strip()
            elif stretch != ["for"]:
                # What goes on from words that the title does not hold is not in it either.
                break


def said_by_title(part: str, title: str, packed: str) -> bool:
    """Say whether all of a line that is not the abstract's is the title's."""
    for rest in without_title(part, title):
        if stands_in(rest, packed) or any(stands_in(other, packed) for other in without_title(rest, title)):
            return True
    return False


def apposed(line: str) -> Iterator[tuple[str, str, str]]:
    """Return the ways to read a line as a name, what it is between two commas, and what it does."""
    pieces = line.split(", ")
    for first in range(1, len(pieces) - 1):
        for second in range(first + 1, len(pieces)):
            yield (
                ", ".join(pieces[:first]),
                ", ".join(pieces[first:second]),
                ", ".join(pieces[second:]),
            )


def parts_of(line: str, origin: TakeawayOrigin, packed: str) -> list[str]:
    """Return the parts of a takeaway that were taken from different sentences of an abstract."""
    if origin is TakeawayOrigin.QUOTED:
        return [line]
    first, *others = line.split("; ")
    if others:
        return [first, *(other.removeprefix("it ") for other in others)]
    for name, what, clause in apposed(line):
        if stands_in(what, packed) and stands_in(clause, packed):
            return [name, what, clause]
    for join in JOINS.finditer(line):
        parts = [line[: join.start()], line[join.end() :]]
        if all(stands_in(part, packed) for part in parts):
            return parts
    return [line]


def not_of_the_abstract(line: str, origin: TakeawayOrigin, title: str, abstract: str) -> str:
    """Return what a takeaway has or lacks beside the abstract, but for the forms of abbreviations."""
    pairs = dict(long_forms(f"{title}. {abstract}"))
    line, title, abstract = (in_short(text, pairs) for text in (line, title, abstract))
    packed = "".join(abstract.split())
    parts = parts_of(line, origin, packed)
    if all(stands_in(part, packed) for part in parts):
        return ""
    said = all(stands_in(part, packed) or said_by_title(part, title, packed) for part in parts)
    return "said by the title" if said else "something left out"


def troubles(line: str, origin: TakeawayOrigin, title: str, abstract: str) -> set[str]:
    """Return what is wrong with a takeaway."""
    packed = "".join(abstract.split())
    parts = parts_of(line, origin, packed)
    found = set()
    if len(line.split()) > TAKEAWAY_WORDS:
        found.add("long")
    if not all(stands_in(part, packed) for part in parts):
        if origin is TakeawayOrigin.QUOTED:
            found.add("false quotation")
        elif told := not_of_the_abstract(line, origin, title, abstract):
            found.add(told)
        if not all(has_words_of(part, f"{title} {abstract}") for part in parts):
            found.add("changed")
    for part in line.split("; ") if len(parts) > 1 else parts:
        end = part.removesuffix(".")[-40:]
        place = abstract.find(end)
        rest = abstract[place + len(end) :] if place >= 0 else ""
        if not part.endswith("…") and GOES_ON.match(rest) and not SECOND_CLAUSE.match(rest):
            found.add("cut within a phrase")
        if not part.endswith("…") and ADDS.match(rest):
            found.add("a deed without an adjunct" if DEED.match(part) else "cut within a phrase")
    if line.endswith("…"):
        found.add("broken off")
    return found


@pytest.fixture(scope="module")
def counted() -> Counter[str]:
    path = Path(os.environ["RADAR_EVAL_DATA"]) / "data" / "arxiv_40k.jsonl.gz"
    counts: Counter[str] = Counter()
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line, _ in zip(file, range(COUNT), strict=False):
            paper = json.loads(line)
            takeaway = read_text(paper["title"], paper["abstract"]).takeaway
            shown = " ".join(readable_text(paper["abstract"]).split())
            title = " ".join(readable_text(paper["title"]).split())
            counts.update(troubles(takeaway.text, takeaway.origin, title, shown))
    return counts


def test_no_takeaway_is_called_a_quotation_that_is_none(counted: Counter[str]) -> None:
    assert counted["false quotation"] == 0
    assert counted["long"] == 0


def test_hardly_any_takeaway_ends_within_a_phrase_without_an_ellipsis(counted: Counter[str]) -> None:
    assert counted["cut within a phrase"] <= 0.005 * COUNT
    assert counted["a deed without an adjunct"] <= 0.02 * COUNT


def test_few_takeaways_break_off_or_have_something_left_out(counted: Counter[str]) -> None:
    assert counted["broken off"] <= 0.1 * COUNT
    assert counted["changed"] <= 0.025 * COUNT
    assert counted["something left out"] <= 0.11 * COUNT


def test_many_takeaways_say_what_only_the_title_says_and_most_do_not(counted: Counter[str]) -> None:
    assert 0.15 * COUNT <= counted["said by the title"] <= 0.3 * COUNT
