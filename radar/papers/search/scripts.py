"""Raised and lowered letters and digits, which abstracts hold as TeX, as signs of their own, or in the line.

To the index `CO$_2$` are two words, `CO₂` and `CO2` are one each, and the first is shown as the second. So a
word that holds such signs, or letters and digits in turn, is looked for in each of these ways.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, pairwise, product
from math import prod

from radar.papers.bases import replace
from radar.papers.search.nodes import AS_LETTERS, Column, Words
from radar.papers.text.patterns import pattern

_RAISED = "\u00b2\u00b3\u00b9\u02b0-\u02b8\u02e1-\u02e3\u1d2c-\u1d61\u1d78\u1d9b-\u1dbf\u2070-\u207f\u2c7d"
_LOWERED = "\u1d62-\u1d6a\u2080-\u209c\u2c7c"
_SCRIPT = pattern(f"[{_RAISED}{_LOWERED}]")
_SIGN = pattern("[\u207a-\u207e\u208a-\u208e]")
"""Those of them that are neither letters nor digits: they part words, or end them, as they do in the line."""
_TEX = pattern(r"(?<=[^\W_])\$?([_^])(?:\{([0-9+-]+)\}|([0-9]+))\$?")
"""Digits behind a word that are written as TeX."""
_IN_TEX = "0123456789+-"
_WRITTEN = {
    "_": str.maketrans(_IN_TEX, "₀₁₂₃₄₅₆₇₈₉₊₋"),
    "^": str.maketrans(_IN_TEX, "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻"),
}
_COMMANDS = ("textsubscript", "textsuperscript")
"""Commands of TeX before what is raised or lowered, which are words to the index."""
_BEFORE_SUCH = pattern(" (?=[0-9]|(?:st|nd|rd|th)$)")
_WORD = pattern(r"[^\W_]+")
_PIECE = pattern("[0-9]+|[^0-9]+")
_RUN = pattern(f"[{_RAISED}]+|[{_LOWERED}]+|[^{_RAISED}{_LOWERED}]+")
_OTHER = pattern("[\u0590-\u1cff\u2150-\u2bff\u2e80-\U0010ffff]")
"""Scripts in which a digit belongs to the word that it stands in, and signs."""
_MOST_PIECES = 12
_MOST_WAYS = 25
"""Ways to write a text; where its words make more, all of them are looked for as written alike, and while the
last of them is typed: for each way the index gathers the words that begin so."""
_LONG = 3
"""Letters from which the last piece of a word may go on: the index would gather all words that begin with
fewer for a second and more."""
_LONG_BEHIND = 5
"""The same of a word behind such a one, which is gathered for each way to write that."""
_EVERYDAY = frozenset("a an as at be by do he i if in is it me my no of on or so to up us we".split())
"""Words beside which a number of anything may stand."""
_APART, _BEFORE, _JOINED, _LOW, _HIGH = "apart", "before", "joined", "low", "high"


def in_line(words: Words) -> Words:
    """Return words with raised and lowered signs that are no letters or digits in the line."""
    if words.text.isascii() or words.column in AS_LETTERS:
        return words
    return replace(words, text=_SIGN.sub(_plain, words.text))


def written(words: Words) -> tuple[Words, ...]:
    """Return the other ways in which words with raised or lowered parts may be written; none for most."""
    if words.column is Column.AUTHOR or words.column in AS_LETTERS:
        return ()
    text = _SIGN.sub(_plain, _TEX.sub(_as_signs, words.text))
    found = list(_WORD.finditer(text))
    ways = [_ways(one[0]) for one in found]
    if not any(ways) or all(len(_RUN.findall(one[0])) == 1 and _SCRIPT.match(one[0]) for one in found):
        return ()
    goes_on = words.prefix and not ways[-1]
    if goes_on:
        if len(found[-1][0]) < _LONG_BEHIND:
            return ()
        ways = [{kind: way[kind] for kind in (_APART, _BEFORE, _JOINED) if kind in way} for way in ways]
    by_command = () if goes_on else _by_command([one[0] for one in found], ways)
    others = dict.fromkeys(_other(words, text, found, way) for way in chain(by_command, _chosen(ways, words)))
    others.pop(words, None)
    return tuple(others)


def _other(words: Words, text: str, found: Sequence[re.Match[str]], texts: Sequence[str]) -> Words:
    pieces, end = list[str](), 0
    for one, instead in zip(found, texts, strict=True):
        pieces += [text[end : one.start()], instead or one[0]]
        end = one.end()
    prefix = words.prefix and _may_go_on(pieces[-1], words.starred)
    return replace(
        words, text="".join([*pieces, text[end:]]), prefix=prefix, starred=words.starred and prefix
    )


def _may_go_on(piece: str, starred: bool) -> bool:
    """Return whether the index is asked for what the last of the pieces of a word may become."""
    _first, *others = piece.split()
    return (
        not others
        or (len(others[-1]) >= _LONG and others[-1].isalpha())
        or (starred and others[-1].isdigit() and others[0] not in _COMMANDS)
    )


def _ways(word: str) -> Mapping[str, str]:
    """Return how a word may be written otherwise, by kind."""
    raised_or_lowered, pieces = _SCRIPT.search(word) is not None, _pieces(word)
    if not 1 < len(pieces) + raised_or_lowered <= _MOST_PIECES or _OTHER.search(word):
        return {}
    plain = [_in_the_line(piece) for piece in pieces]
    split = map(_SCRIPT.match if raised_or_lowered else str.isdigit, pieces)
    before = "".join(f" {one}" if parts else one for one, parts in zip(plain, split, strict=True))
    # TeX that stands for the whole word, such as `H_2O`, parts a number from what is before it alone.
    others = {_APART: " ".join(plain), _BEFORE: before.strip()}
    if raised_or_lowered:
        # Two numbers side by side would be read as another one.
        parted = all(one[-1].isdigit() != other[0].isdigit() for one, other in pairwise(plain))
        return others | ({_JOINED: "".join(plain)} if parted and len(plain) > 1 else {})
    if len(pieces) == 2 and not _EVERYDAY.isdisjoint(map(str.lower, pieces)):
        others = {}
    return others | {_LOW: word.translate(_WRITTEN["_"]), _HIGH: word.translate(_WRITTEN["^"])}


def _pieces(word: str) -> list[str]:
    return (_RUN if _SCRIPT.search(word) else _PIECE).findall(word)


def _chosen(ways: Sequence[Mapping[str, str]], words: Words) -> Iterable[Sequence[str]]:
    """Yield what stands in the place of each word, empty for what was typed."""
    alone = sum(map(bool, ways)) == 1
    if alone or (not words.prefix and prod(len(way) + 1 for way in ways) <= _MOST_WAYS):
        return product(*(["", *way.values()] for way in ways))
    return ([way.get(kind, "") for way in ways] for kind in ("", _APART, _BEFORE, _JOINED, _LOW, _HIGH))


def _by_command(words: Sequence[str], ways: Sequence[Mapping[str, str]]) -> Iterable[Sequence[str]]:
    """Yield what stands in the place of each word where a command lowers or raises a part of one of them.

    Where several words hold digits that would multiply what the index is asked for, for very few papers.
    """
    if sum(map(bool, ways)) > 1:
        return
    apart = next(
        " ".join(map(_in_the_line, _pieces(word))) for word, way in zip(words, ways, strict=True) if way
    )
    if _BEFORE_SUCH.search(apart):
        for command in _COMMANDS:
            yield [_BEFORE_SUCH.sub(f" {command} ", apart) if way else "" for way in ways]


def _as_signs(found: re.Match[str]) -> str:
    return (found[2] or found[3]).translate(_WRITTEN[found[1]])


def _in_the_line(piece: str) -> str:
    return unicodedata.normalize("NFKC", piece) if _SCRIPT.match(piece) else piece


def _plain(found: re.Match[str]) -> str:
    return _in_the_line(found[0])


def runs(word: str) -> list[tuple[int, int]]:
    """Return where raised, lowered and other parts of a word stand; none where all are in the line."""
    return [found.span() for found in _RUN.finditer(word)] if _SCRIPT.search(word) else []
