"""What a search should find, asked of the papers themselves: slow and simple."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from functools import cache

from radar.papers.bases import Value
from radar.papers.listed.identity import acl_id, arxiv_id, doi_id
from radar.papers.listed.paper import Paper
from radar.papers.search.nodes import (
    All,
    Category,
    Column,
    Days,
    Either,
    IdBegins,
    Is,
    Named,
    Node,
    Not,
    Source,
    State,
    Tag,
    Words,
)
from radar.papers.summaries.flags import Claim, Flags, Release


class Known(Value):
    """One paper with all that a search may ask of it."""

    paper: Paper
    flags: Flags
    takeaway: str
    by_model: bool = False
    day: date = date(2024, 1, 1)
    tags: frozenset[str] = frozenset()
    note: str = ""
    listings: frozenset[str] = frozenset()
    read: bool = False
    starred: bool = False
    disputed: bool = False
    updated: bool = False
    failed: bool = False
    new: bool = False


class Oracle:
    """Knows every paper."""

    def __init__(self, papers: dict[int, Known]) -> None:
        self.papers = papers
        self._tags = {tag for known in papers.values() for tag in known.tags}
        self._categories = {name for known in papers.values() for name in _categories(known)}
        self._words: dict[tuple[int, str], tuple[str, ...]] = {}

    def finds(self, parts: tuple[Node, ...], key: int) -> bool:
        """Return whether every part finds the paper."""
        said = [found for part in parts if (found := self._finds(part, key)) is not None]
        return all(said)

    def _finds(self, node: Node, key: int) -> bool | None:
        known = self.papers[key]
        match node:
            case Words():
                return self._words_stand(node, key)
            case Named(id, words):
                if any(_canonical(id) == one.paper.id for one in self.papers.values()):
                    return _canonical(id) == known.paper.id
                return bool(self._words_stand(words, key)) if words else False
            case IdBegins(text):
                name = known.paper.id.lower()
                wanted = (_canonical(text) or text).lower()
                return name.startswith(wanted) or name.partition(":")[2].startswith(text.lower())
            case Tag(name, exact):
                exact = exact or name.lower() in self._tags
                return any(
                    tag == name.lower() if exact else tag.startswith(name.lower()) for tag in known.tags
                )
            case Category(name, exact):
                exact = exact or name.lower() in self._categories
                mine = _categories(known)
                return any(one == name.lower() if exact else one.startswith(name.lower()) for one in mine)
            case Source(name):
                return any(one.startswith(name.lower()) for one in known.listings)
            case Days(first, end):
                return (first is None or known.day >= first) and (end is None or known.day < end)
            case Is(state):
                return _is(known, state)
            case Not(part):
                found = self._finds(part, key)
                return None if found is None else not found
            case All(parts):
                said = [found for part in parts if (found := self._finds(part, key)) is not None]
                return all(said) if said else None
            case Either(parts):
                said = [found for part in parts if (found := self._finds(part, key)) is not None]
                return any(said) if said else None

    def _words_stand(self, words: Words, key: int) -> bool | None:
        known = self.papers[key]
        if words.column is Column.VENUE:
            return words.text.lower() in known.paper.venue.lower()
        if words.column is Column.COMMENT:
            return words.text.lower() in known.paper.comment.lower()
        if words.column is Column.NOTE:
            return words.text.casefold() in known.note.casefold()
        wanted = tokens(words.text)
        if not wanted:
            return None
        texts = {
            Column.TITLE: known.paper.title,
            Column.TAKEAWAY: known.takeaway,
            Column.AUTHOR: "\n".join(known.paper.authors),
            Column.ABSTRACT: known.paper.abstract,
        }
        columns = texts if words.column is None else [words.column]
        for column in columns:
            if (key, column) not in self._words:
                self._words[key, column] = tokens(texts[column])
            if _stands(wanted, self._words[key, column], words.prefix):
                return _signs_stand(words.text, [texts[column] for column in columns])
        return False


@cache
def tokens(text: str) -> tuple[str, ...]:
    """Return the words of a text, in lower case and without accents."""
    plain = unicodedata.normalize("NFKD", text.lower())
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return tuple(re.findall(r"[^\W_]+", plain))


def _stands(wanted: tuple[str, ...], text: tuple[str, ...], prefix: bool) -> bool:
    for start in range(len(text) - len(wanted) + 1):
        there = text[start : start + len(wanted)]
        if there[:-1] == wanted[:-1] and (
            there[-1].startswith(wanted[-1]) if prefix else there[-1] == wanted[-1]
        ):
            return True
    return False


def _signs_stand(wanted: str, texts: list[str]) -> bool:
    read = [re.sub(r"[$^{}\\\\]", "", text).lower() for text in texts]
    signed = re.findall(r"[^\W_]+[+#]+(?![^\W_])", wanted.lower())
    return all(any(one in text for text in read) for one in signed)


@cache
def _canonical(text: str) -> str | None:
    return arxiv_id(text) or acl_id(text) or doi_id(text)


def _categories(known: Known) -> set[str]:
    named = {name.lower() for name in known.paper.categories if re.fullmatch(r"[A-Za-z.-]+", name)}
    return named | {name.partition(".")[0] for name in named}


def _is(known: Known, state: State) -> bool:
    flags = known.flags
    return {
        State.CODE: flags.code.value is Release.RELEASED,
        State.PROMISED: flags.code.value is not Release.NONE,
        State.DATA: flags.data.value is Release.RELEASED,
        State.RESULTS: flags.results.value is not Claim.NONE,
        State.NUMBERS: flags.results.value is Claim.QUANTIFIED,
        State.SOTA: flags.results.state_of_the_art,
        State.TAKEAWAY: known.by_model,
        State.TAG: bool(known.tags),
        State.NOTE: bool(known.note),
        State.UNREAD: not known.read,
        State.READ: known.read,
        State.STARRED: known.starred,
        State.DISPUTED: known.disputed,
        State.UPDATED: known.updated,
        State.FAILED: known.failed,
        State.NEW: known.new and not known.read,
    }[state]
