"""What typed text means: a tree of frozen parts, and the mistakes in it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from radar.papers.bases import Value

_TOLD = 3
"""Mistakes that are told in one line, at most."""


class Column(StrEnum):
    """A part of a paper that words can be looked for in."""

    TITLE = "title"
    TAKEAWAY = "takeaway"
    AUTHOR = "author"
    ABSTRACT = "abstract"
    VENUE = "venue"
    COMMENT = "comment"
    NOTE = "note"
    """The reader's own."""


AS_LETTERS = frozenset({Column.VENUE, Column.COMMENT, Column.NOTE})
"""Columns in which letters that stand side by side are found, also amid a word."""


class State(StrEnum):
    """Something that a paper has or is."""

    CODE = "code"
    """Code is released."""
    PROMISED = "promised"
    """Code is released or promised."""
    DATA = "data"
    RESULTS = "results"
    NUMBERS = "numbers"
    """Results are claimed with a number."""
    SOTA = "sota"
    TAKEAWAY = "takeaway"
    """The takeaway shown is one that a model wrote."""
    TAG = "tag"
    """The reader gave it any tag."""
    NOTE = "note"
    """The reader wrote a note on it."""
    UNREAD = "unread"
    READ = "read"
    STARRED = "starred"
    DISPUTED = "disputed"
    UPDATED = "updated"
    """It changed since the reader could have seen it, and was not opened or marked read since."""
    NEW = "new"
    """Added since the reader last looked, and not read."""
    FAILED = "failed"
    """The last request for a summary of it failed."""


class Words(Value):
    """Words that stand side by side in a paper."""

    text: str
    column: Column | None = None
    """Where they stand; None for title, takeaway, authors or abstract."""
    prefix: bool = False
    """Whether the last of them may go on."""
    starred: bool = False
    """Whether that was typed as a star, and not left open by the end of the text."""


class Named(Value):
    """An id or a link that names one paper; text where the library does not know it."""

    id: str
    words: Words | None = None
    """What is looked for where no paper has the id; None for nothing."""


class IdBegins(Value):
    """The beginning of an id, with or without its scheme."""

    text: str


class Tag(Value):
    """A tag; where there is none of that name, those that begin so."""

    name: str
    exact: bool = False


class Category(Value):
    """A category, or all of an archive; where there is neither, those that begin so."""

    name: str
    exact: bool = False


class Source(Value):
    """The beginning of a listing's name that a paper came in with."""

    name: str
    alone: bool = False
    """Whether no other listing has named the paper."""


class Days(Value):
    """The days that papers are sorted under."""

    first: date | None = None
    end: date | None = None
    """The day after the last one."""


class Is(Value):
    """Papers in a state."""

    state: State


class Not(Value):
    """Papers that a part does not find."""

    part: Node


class All(Value):
    """Papers that every part finds."""

    parts: tuple[Node, ...]


class Either(Value):
    """Papers that at least one part finds."""

    parts: tuple[Node, ...]
    each: bool = False
    """Whether each part is to find one: several ids and nothing else."""
    alike: bool = False
    """Whether the parts are words as they may be written, the last of them as they were typed."""


Node = Words | Named | IdBegins | Tag | Category | Source | Days | Is | Not | All | Either


class Mistake(Value):
    """A place in the text that cannot be meant so; what is left of the text is searched all the same."""

    start: int
    end: int
    message: str
    """What is wrong."""
    help: str = ""
    """What there is instead."""
    unfinished: bool = False
    """It may only be that more is to be typed: it stands at the end."""

    def __str__(self) -> str:
        return f"{self.message}; {self.help}" if self.help else self.message


def told(mistakes: Iterable[Mistake]) -> str:
    """Return what is wrong and what there is instead, each once, at most three of several."""
    each = list({str(one): one for one in mistakes}.values())[:_TOLD]
    if len(each) == 1:
        return str(each[0])
    return " and ".join(f"{one.message} ({one.help})" if one.help else one.message for one in each)


class Part(Value):
    """One of the parts that must all hold, and where it was typed."""

    start: int
    end: int
    node: Node


class Search(Value):
    """What was typed, as parts that must all hold; none of them asks for everything."""

    parts: tuple[Part, ...] = ()
    mistakes: tuple[Mistake, ...] = ()

    @property
    def sought(self) -> tuple[Words, ...]:
        """The words that are looked for, to be marked where they stand; never those that must not occur."""
        return tuple(dict.fromkeys(words for part in self.parts for words in _sought(part.node)))

    @property
    def these(self) -> tuple[str, ...]:
        """The ids of which each is to be a paper, where nothing but several of them was typed; else none."""
        only = self.parts[0].node if len(self.parts) == 1 else None
        options = only.parts if isinstance(only, Either) and only.each else ()
        return tuple(node.id for node in options if isinstance(node, Named))

    @property
    def one(self) -> str:
        """The id or link of one paper, where nothing else was typed; else empty."""
        only = self.parts[0].node if len(self.parts) == 1 else None
        return only.id if isinstance(only, Named) else ""


def _sought(node: Node) -> tuple[Words, ...]:
    if isinstance(node, Words):
        return (node,)
    if isinstance(node, Named):
        return (node.words,) if node.words else ()
    if isinstance(node, All | Either):
        return tuple(words for part in node.parts for words in _sought(part))
    return ()
