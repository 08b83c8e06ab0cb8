"""Where what the reader searched for stands."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from radar.papers.search.nodes import AS_LETTERS, Column, Words
from radar.papers.search.scripts import runs
from radar.papers.search.signs import signed, signs_end
from radar.papers.text.patterns import pattern
from radar.tui.detail.blocks import Mark, Role

_WORD = pattern(r"[^\W_]+")
_JOINED = pattern("[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]")
"""Scripts that are written without spaces, in which a search finds a part of a run."""


def found_marks(text: str, sought: Sequence[Words], column: Column) -> tuple[Mark, ...]:
    """Mark what a search found in a text: words and phrases as a whole, beginnings with what they begin.

    Case and accents do not count, as in the library's search.

    Args:
        sought: what was looked for; what was looked for in other columns is not marked.
        column: what the text is.
    """
    # Words that name no column are not looked for in venue, comment and note.
    columns = (column,) if column in AS_LETTERS else (None, column)
    wanted = [words for words in sought if words.column in columns]
    if not wanted:
        return ()
    spans = {
        span for standing in _standing(text) for words in wanted for span in _spans(text, standing, words)
    }
    return tuple(Mark(start, end, Role.FOUND) for start, end in _merged(sorted(spans)))


def plain(text: str) -> str:
    """Return the text in lower case and without accents."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in decomposed if not unicodedata.combining(character))


def _standing(text: str) -> Iterator[list[tuple[int, int, str]]]:
    """Yield the words of a text, and where parts of them are raised or lowered, also with those apart."""
    words = [found.span() for found in _WORD.finditer(text)]
    yield [(start, end, plain(text[start:end])) for start, end in words]
    if text.isascii():
        return
    parts = [
        (start + first, start + last)
        for start, end in words
        for first, last in runs(text[start:end]) or [(0, end - start)]
    ]
    if len(parts) > len(words):
        yield [(start, end, plain(text[start:end])) for start, end in parts]


def _spans(text: str, standing: Sequence[tuple[int, int, str]], words: Words) -> Iterator[tuple[int, int]]:
    if words.column in AS_LETTERS or _JOINED.search(words.text):
        for found in re.finditer(re.escape(words.text), text, re.IGNORECASE):
            yield found.span()
        return
    wanted = [plain(word) for word in _WORD.findall(words.text)]
    if not wanted:
        return
    signs = {plain(word): one for word, one in signed(words.text)}
    *before, last = wanted
    for place in range(len(before), len(standing)):
        word = standing[place][2]
        if word != last and not (words.prefix and word.startswith(last)):
            continue
        there = standing[place - len(before) : place + 1]
        ends = [signs_end(text, end, signs.get(one, "")) for _, end, one in there]
        if [one for _, _, one in there[:-1]] == before and min(ends) >= 0:
            yield there[0][0], ends[-1]


def _merged(spans: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield spans that do not overlap."""
    begun: tuple[int, int] | None = None
    for start, end in spans:
        if begun is not None and start < begun[1]:
            begun = begun[0], max(begun[1], end)
            continue
        if begun is not None:
            yield begun
        begun = start, end
    if begun is not None:
        yield begun
