"""What the texts of a copied page are: wrapped or whole, title or abstract, names of people."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from radar.papers.bases import replace
from radar.sources.huggingface.page_pieces import Piece, PieceKind

ABSTRACT_CHARACTERS = 250
"""A longer text is an abstract; titles of this length hardly exist."""

_UNWRAPPED = 220
_MAX_RUN = 400
_MAX_WAITING = 60
_MAX_TITLE_LINES = 3
_CERTAIN_RUN = 4
"""In shorter runs a sentence that ends with its line is taken for a text that ends there."""
_MIN_WIDTH = 45
_EXPLAINED = 0.6
_SHORT_ABSTRACT_WORDS = 8
_SENTENCE_END = re.compile(r"[.!?…][\"')\]”’]*$")
_STATEMENT_END = re.compile(r"[.…][\"')\]”’]*$")
_GOES_ON = re.compile(
    r"(?:[,:;&/+\-–—]|\b(?:a|an|the|of|for|to|in|on|with|without|and|or|by|from|via|at|as|is|are|using|"
    r"under|over|through|towards?|between|into|than|that|its|their|beyond|against|across|vs\.?))$",
    re.IGNORECASE,
)
_PAPER_LINK = re.compile(r"/papers/|arxiv", re.IGNORECASE)
_PARTICLE = re.compile(
    r"d[aeiou]|do?s|das|del|della|v[ao]n|de[nr]|te[nr]|l[ae]|[ea]l|[bi]bn|bin|y|e|zu", re.IGNORECASE
)
_NAME_WORD = re.compile(r"[^\W\d_][^\W\d_]*(?:['’.\-][^\W\d_]*)*")
_NAME_SEPARATOR = re.compile(r"\s*(?:,\s*(?:and|&)\s|,|;|·|\s(?:and|&)\s)\s*")
_OTHERS = re.compile(r"(?:et al\.?|…|\.\.\.|\+?\s?\d+ (?:more|others)(?: authors)?|others)", re.IGNORECASE)
_ET_AL = re.compile(r",?\s+et\.? al\.?$", re.IGNORECASE)
_MAX_NAME_WORDS = 5
_MANY_NAMES = 6
_NAME_MARKS = "*†‡§¶∗⋆0123456789, "


def whole_texts(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yield the pieces with wrapped lines put together; blank ones have done their part and go."""
    return _Wrapping().of(pieces)


def is_abstract(text: str, after_title: bool) -> bool:
    """Return whether a text is an abstract rather than a title.

    Args:
        after_title: something that can be its title stands before it.
    """
    if len(text) >= ABSTRACT_CHARACTERS:
        return not are_names(text)
    return after_title and len(text.split()) >= _SHORT_ABSTRACT_WORDS and bool(_STATEMENT_END.search(text))


def are_names(text: str, expected: bool = False) -> bool:
    """Return whether a text is a list of at least two people: "Jane Doe, John Smith and Ada Lovelace".

    Args:
        expected: names have been found at this place before, so that a part may look odd.
    """
    text = _ET_AL.sub(", et al.", text.strip().rstrip(",;"))
    parts = [part for part in _NAME_SEPARATOR.split(text) if part]
    people = [part for part in parts if not _OTHERS.fullmatch(part)]
    names = sum(map(is_name, people))
    if len(parts) >= (2 if expected else _MANY_NAMES):
        # In a long list some are groups, have one word, or carry marks.
        longest = max((len(part.split()) for part in people), default=0)
        return names >= (0.4 if expected else 0.7) * len(people) and longest <= 2 * _MAX_NAME_WORDS
    return len(parts) > 1 and names == len(people) > 0


def is_name(text: str) -> bool:
    """Return whether a text may be the name of one person."""
    words = text.rstrip(_NAME_MARKS).split()
    if not 2 <= len(words) <= _MAX_NAME_WORDS:
        return False
    return all(_NAME_WORD.fullmatch(word) for word in words) and all(
        word[0].isupper() or not word[0].islower() or _PARTICLE.fullmatch(word) for word in words
    )


def _may_be_wrapped(piece: Piece, run: Sequence[Piece]) -> bool:
    if piece.sealed or len(piece.text) >= _UNWRAPPED:
        return False
    if run and piece.kind is not PieceKind.BLANK and piece.kind is not PieceKind.TEXT:
        # The last line of a wrapped abstract may be a link or a number and nothing else.
        return _ends_wrapped(piece, run)
    return piece.kind is PieceKind.TEXT and not piece.links


def _ends_wrapped(piece: Piece, run: Sequence[Piece]) -> bool:
    """Whether a date, number or link is the rest of a sentence: the line before had no room for it."""
    width = _width(run) or max(len(before.text) for before in run)
    if not _is_full(run[-1].text, piece.text, width):
        return False
    if piece.kind is PieceKind.LINK:
        return len(run) > 1 and not _PAPER_LINK.search(piece.text)
    return len(run) > 2 and not _SENTENCE_END.search(run[-1].text)


def _is_full(line: str, following: str, width: int) -> bool:
    return len(line) <= width < len(line) + 1 + len(following.split(" ", 1)[0])


class _Wrapping:
    """Puts the lines of runs together.

    How a page is wrapped shows in its abstracts; the few lines of a title wait for the next of these.
    """

    def __init__(self) -> None:
        self._run: list[Piece] = []
        self._waiting: list[Piece | list[Piece]] = []

    def of(self, pieces: Iterable[Piece]) -> Iterator[Piece]:
        for piece in pieces:
            if _may_be_wrapped(piece, self._run):
                self._run.append(piece)
                if len(self._run) > _MAX_RUN:
                    yield from self._cut()
                continue
            yield from self._end()
            if _may_be_wrapped(piece, ()):
                self._run = [piece]
            elif piece.kind is not PieceKind.BLANK:
                self._waiting.append(piece)
                if len(piece.text) >= _UNWRAPPED or len(self._waiting) > _MAX_WAITING:
                    yield from self._release(0)
        yield from self._end()
        yield from self._release(0)

    def _end(self) -> Iterator[Piece]:
        run, self._run = self._run, []
        if run:
            self._waiting.append(run)
            if width := _width(run):
                yield from self._release(width)

    def _cut(self) -> Iterator[Piece]:
        """End a run that is too long, but for its last text, which may go on."""
        width = _width(self._run)
        last = _wholes(self._run, width)[-1]
        run = self._run[: len(self._run) - len(last)] or self._run
        self._run = self._run[len(run) :]
        self._waiting.append(run)
        yield from self._release(width)

    def _release(self, width: int) -> Iterator[Piece]:
        waiting, self._waiting = self._waiting, []
        for item in waiting:
            if isinstance(item, Piece):
                yield item
            else:
                yield from map(_as_one, _wholes(item, width))


def _wholes(run: Sequence[Piece], width: int) -> list[Sequence[Piece]]:
    """Return the lines of a run, those that belong together in one list."""
    wholes: list[list[Piece]] = [[run[0]]]
    for before, after in pairwise(run):
        if _continues(before.text, after.text, width):
            wholes[-1].append(after)
        else:
            wholes.append([after])
    parted = (
        [part for lines in wholes[:-1] for part in _without_title_at_end(lines)] if width else wholes[:-1]
    )
    return [*parted, wholes[-1]]


def _without_title_at_end(lines: Sequence[Piece]) -> Iterator[Sequence[Piece]]:
    """Part an abstract from the title that follows, where the last line of the abstract is just full."""
    yet = lines[max(len(lines) - 1 - _MAX_TITLE_LINES, 0) :]
    ends = [at for at, piece in enumerate(yet[:-1]) if _SENTENCE_END.search(piece.text)]
    title = yet[ends[-1] + 1 :] if ends else ()
    if not title or _SENTENCE_END.search(lines[-1].text) or any("/" in piece.text for piece in title):
        yield lines
    else:
        yield lines[: len(lines) - len(title)]
        yield title


def _as_one(lines: Sequence[Piece]) -> Piece:
    return replace(lines[0], text=" ".join(piece.text for piece in lines), wrapped=len(lines))


def _width(run: Sequence[Piece]) -> int:
    """Return the width at which a run is wrapped, 0 where it is not.

    A wrapped line is no longer than the width, and the next word would not have fitted: the width is the
    one that explains most lines so, if it explains nearly all of them.
    """
    if len(run) < 3:
        return 0
    changes: list[tuple[int, int]] = []
    for before, after in pairwise(run):
        length = len(before.text)
        changes += [(length, 1), (length + 1 + len(after.text.split(" ", 1)[0]), -1)]
    explained = most = width = 0
    for length, change in sorted(changes):
        explained += change
        if explained > most:
            most, width = explained, length
    if width < _MIN_WIDTH or most < _EXPLAINED * (len(run) - 1):
        return 0
    short = len(run) < _CERTAIN_RUN and any(_SENTENCE_END.search(piece.text) for piece in run[:-1])
    return 0 if short else width


def _continues(line: str, following: str, width: int) -> bool:
    if _is_full(line, following, width):
        return True
    if _SENTENCE_END.search(line):
        return False
    return bool(_GOES_ON.search(line)) or (bool(width) and following[0].islower())
