"""What a reader types, as conditions on papers; their text never reaches MATCH as it is.

Each part is split into words as the index does it; a part of several words ("pre-trained") is a phrase. A run
of Chinese, Japanese or Korean is one word to the index, so in small libraries it is looked for anywhere in
title, takeaway, authors and abstract; in large ones only at the beginning of such a run.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from types import MappingProxyType

from radar import library
from radar.library.database.connection import Database
from radar.library.index.completions import FREQUENT, Completions, phrase
from radar.library.index.words import Tokeniser
from radar.library.records import bits
from radar.library.records.keys import key_before
from radar.library.search import conditions
from radar.library.search.conditions import (
    Any,
    Condition,
    Every,
    Flag,
    Keys,
    Lacks,
    Match,
    Negated,
    Nothing,
    Signed,
    Text,
    guessed,
    unwanted_words,
)
from radar.library.search.members import Sets
from radar.library.search.row_texts import Beside
from radar.library.search.wanted import LAST_KEY, OpenPhrase, Wanted
from radar.papers.search.nodes import (
    AS_LETTERS,
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
    Search,
    Source,
    State,
    Tag,
    Words,
)
from radar.papers.search.signs import signed

_CJK = (
    (0x1100, 0x11FF),
    (0x2E80, 0x2FFF),
    (0x3005, 0x30FF),
    (0x3130, 0x318F),
    (0x31F0, 0x31FF),
    (0x3400, 0x9FFF),
    (0xAC00, 0xD7AF),
    (0xF900, 0xFAFF),
    (0x20000, 0x3FFFF),
)
"""First and last code points of the scripts that are written without spaces, or join words."""
_INDEXED = {
    Column.TITLE: "title",
    Column.TAKEAWAY: "takeaway",
    Column.AUTHOR: "authors",
    Column.ABSTRACT: "abstract",
}
_LEFT_OUT_ONE_BY_ONE = 12
"""Parts beside OR: SQLite joins 500 sets at most, and there may be 32 such groups."""
_RARE = 10_000
"""Papers that a bounded look may be through with for other ways to write a phrase."""
_STATES = MappingProxyType(
    {
        State.CODE: (conditions.CODE, conditions.RELEASED),
        State.PROMISED: (conditions.CODE,),
        State.DATA: (conditions.DATA,),
        State.RESULTS: (conditions.CLAIMED,),
        State.NUMBERS: (conditions.QUANTIFIED,),
        State.SOTA: (conditions.SOTA,),
        State.TAKEAWAY: (bits.BY_MODEL,),
        State.UNREAD: (conditions.UNREAD,),
        State.READ: (f"(p.flags & {bits.READ}) != 0",),
        State.STARRED: (conditions.STARRED,),
        State.DISPUTED: (conditions.DISPUTED,),
        State.UPDATED: (conditions.UPDATED,),
    }
)
"""The states that the flags of a paper tell, as conditions that must all hold."""


class Searcher:
    """Turns typed text into conditions; belongs to one reader."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.completions = Completions(database)
        self._sets, self._bounded_sets = Sets(database), Sets(database, bounded=True)
        self.tokeniser = Tokeniser()
        """What splits texts as the index does."""
        library.row_texts.teach(database)

    def wanted(self, search: Search, since: datetime | None = None, *, bounded: bool = False) -> Wanted:
        """Return what a text asks for; text without any word asks for nothing.

        Args:
            since: when the reader last looked, which is what makes a paper new.
            bounded: whether only the first papers are looked for.
        """
        if not search.parts:
            return Wanted()
        nodes = [part.node for part in search.parts]
        sets = self._bounded_sets if bounded else self._sets
        found = _Reading(self._database, self.completions, sets, since, self._split(nodes))
        return _sorted_out(found.conditions(nodes), found.opened, found.phrases)

    def matching(self, papers: Sequence[Sequence[object]], match: str) -> list[int]:
        """Return the keys of those papers (key and four texts each, by rising key) that match."""
        return self.tokeniser.matching(papers, match)

    def close(self) -> None:
        """Give the tokeniser's memory back."""
        self.tokeniser.close()

    def _split(self, nodes: Iterable[Node]) -> dict[str, list[str]]:
        texts = list(dict.fromkeys(words.text for node in nodes for words in _words_in(node)))
        return dict(zip(texts, self.tokeniser.tokens(texts), strict=True)) if texts else {}


class _Reading:
    """Reads one tree."""

    def __init__(
        self,
        database: Database,
        completions: Completions,
        sets: Sets,
        since: datetime | None,
        tokens: dict[str, list[str]],
    ) -> None:
        self._database = database
        self._completions = completions
        self._sets = sets
        self._since = since
        self._tokens = tokens
        self._small = completions.small
        self.opened: dict[Match, str] = {}
        """The words whose ending is open, by the condition that they became."""
        self.phrases: list[OpenPhrase] = []
        """The phrases whose last word is only begun and that every paper must hold."""

    def conditions(self, nodes: Iterable[Node]) -> tuple[Condition, ...]:
        """Return the conditions that nodes make; a node without any word makes none."""
        found = (self.condition(node) for node in nodes)
        return tuple(condition for condition in found if condition is not None)

    def condition(self, node: Node) -> Condition | None:
        """Return the condition that a node makes."""
        match node:
            case Words():
                return self._of_words(node)
            case Named(id, words):
                key = library.identities.key_of(self._database, id)
                if key is not None:
                    return Keys(key, key + 1)
                return self._of_words(words) if words else Nothing()
            case Days(first, end):
                return Keys(key_before(first) if first else 0, key_before(end) if end else LAST_KEY)
            case Is(state):
                return self._of_state(state)
            case IdBegins() | Tag() | Category() | Source():
                return self._sets.of(node)
            case Not(part):
                phrases = len(self.phrases)
                inner = self.condition(part)
                del self.phrases[phrases:]
                if isinstance(inner, Any) and len(inner.parts) <= _LEFT_OUT_ONE_BY_ONE:
                    # Each of them comes by its keys, and is left out so.
                    return Every(tuple(Negated(one) for one in inner.parts))
                return None if inner is None else Negated(inner)
            case All(parts):
                return library.joining.all_of(self.conditions(parts))
            case Either(parts, alike=alike):
                phrases = len(self.phrases)
                either = library.joining.either_of(self.conditions(parts))
                del self.phrases[phrases:]
                return self._alike(parts, either) if alike and isinstance(either, Match) else either

    def _alike(self, parts: Sequence[Node], either: Match) -> Match:
        """Return a phrase as it may be written, of which a bounded look asks for few ways, or all at once.

        Each of them may take as long as a bounded look may.
        """
        ways = [part for part in parts if isinstance(part, Words)]
        if min(len(self._tokens[words.text]) for words in ways) == 1:
            return either
        looked_for = self._few(ways)
        found = [(words, self._of_tokens(words, self._tokens[words.text])) for words in looked_for]
        loose = " OR ".join(f"({match.by_itself})" for _, match in found)
        if not any(match.near for _, match in found):
            return Match(either.exact, f"({loose})")
        quick = " OR ".join(f"({match.quick})" for _, match in found)
        wanted = [_beside(words, self._tokens[words.text]) for words in looked_for]
        near = library.row_texts.holds(_columns_of(ways[0]), *wanted)
        return Match(either.exact, f"({quick})", (near,), f"({loose})")

    def _few(self, ways: Sequence[Words]) -> Sequence[Words]:
        """Return the ways that hold a rare word, or as typed, last, a word that is not frequent; else all."""
        papers = {words: self._papers_to_look_at(words) for words in ways}
        known = [words for words in ways if papers[words]] or ways
        if papers[ways[-1]] > FREQUENT:
            return known
        left, chosen = _RARE, list[Words]()
        for words in reversed(known):
            if words == ways[-1] or papers[words] <= left:
                chosen.append(words)
                left -= papers[words]
        return chosen or known

    def _papers_to_look_at(self, words: Words) -> int:
        *before, last = self._tokens[words.text]
        if not words.prefix:
            return self._completions.rarest((*before, last))
        papers = self._completions.rarest(before)
        # Of one letter it takes long to add up, and there are many.
        return papers if len(last) == 1 else min(papers, self._completions.places(last))

    def _of_state(self, state: State) -> Condition:
        if state is State.NEW and self._since is not None:
            return self._sets.new(self._since)
        if state is State.TAG:
            return self._sets.tagged()
        if state is State.NOTE:
            return library.members.noted()
        if state is State.FAILED:
            return library.members.failed()
        texts = _STATES[State.UNREAD if state is State.NEW else state]
        flags = tuple(Flag(text) for text in texts)
        return flags[0] if len(flags) == 1 else Every(flags)

    def _of_words(self, words: Words) -> Condition | None:
        if words.column is Column.NOTE:
            return library.members.noted(words.text)
        if words.column in AS_LETTERS:
            return Text((words.column.value,), library.row_texts.pattern(words.text))
        tokens = self._tokens[words.text]
        if self._small and _is_cjk(words.text):
            return Text(_columns_of(words), library.row_texts.pattern(words.text))
        if not tokens:
            return None
        found = self._of_tokens(words, tokens)
        signs = signed(words.text)
        signed_words = [Signed(_columns_of(words), "".join(one), found.exact) for one in signs]
        return Every((found, *signed_words)) if signs else found

    def _of_tokens(self, words: Words, tokens: list[str]) -> Match:
        if not words.prefix:
            return self._of_whole(words, tokens)
        name = "" if words.column is None else _INDEXED[words.column]
        column = f"{name} : " if name else ""
        ending = self._completions.of(tokens)
        exact = column + ending.prefix
        told = library.beginnings.lacking(tokens[0], name) if len(tokens) == 1 and not ending.cheap else ""
        without = (Lacks(told),) if told else ()
        *before, last = tokens
        if before and not ending.cheap:
            self.phrases.append(OpenPhrase(exact, name, tuple(before), last, ending.places))
        if words.column is Column.AUTHOR and not ending.cheap:
            # The most frequent words that begin so are no names.
            # Those stand for all only beside OR, where no condition on a row can.
            begins = library.row_texts.name_begins(" ".join(tokens))
            return Match(exact, "", (begins,), column + ending.quick, without)
        if before and not ending.cheap:
            # Most words that begin so never stand there, and the index would look for each in all papers.
            goes_on = library.row_texts.holds(_columns_of(words), _beside(words, tokens))
            beginning = self._side_by_side(before) or phrase(before)
            return Match(exact, column + beginning, (goes_on,), column + ending.quick)
        made = Match(exact, column + ending.quick, without=without)
        if not ending.cheap and len(tokens) == 1 and words.column is None:
            self.opened[made] = tokens[0]
        return made

    def _of_whole(self, words: Words, tokens: list[str]) -> Match:
        column = "" if words.column is None else f"{_INDEXED[words.column]} : "
        whole = column + phrase(tokens)
        if apart := self._side_by_side(tokens):
            return Match(
                whole,
                column + apart,
                (library.row_texts.holds(_columns_of(words), _beside(words, tokens)),),
                whole,
            )
        return Match(whole, whole)

    def _side_by_side(self, tokens: list[str]) -> str:
        """Return a phrase of nothing but frequent words as its words; empty for any other.

        Such a phrase may stand in no paper at all, and the index would look for it through all of them.
        """
        if len(tokens) == 1 or not self._completions.all_frequent(tokens):
            return ""
        return "(" + " AND ".join(phrase([token]) for token in dict.fromkeys(tokens)) + ")"


def _beside(words: Words, tokens: Sequence[str]) -> Beside:
    return Beside(tuple(tokens), not words.prefix)


def _sorted_out(
    parts: Sequence[Condition], opened: dict[Match, str], phrases: Sequence[OpenPhrase]
) -> Wanted:
    """Tell apart what a question treats in ways of their own."""
    joined = library.joining.all_of(parts, lacking_apart=True)
    flat = joined.parts if isinstance(joined, Every) else (() if joined is None else (joined,))
    keys = [part for part in flat if isinstance(part, Keys)]
    match = next((part for part in flat if isinstance(part, Match)), Match("", ""))
    first = max((part.first for part in keys), default=0)
    return Wanted(
        match.exact,
        match.quick,
        match.near,
        Keys(first, max(min((part.end for part in keys), default=LAST_KEY), first)),
        tuple(dict.fromkeys(part.text for part in flat if isinstance(part, Flag))),
        tuple(part for part in flat if not isinstance(part, Keys | Match | Flag)),
        _open_word(parts, opened),
        " OR ".join(f"({one.exact})" for one in _guessed(parts)),
        match.without,
        match.rest,
        library.phrases.only_one(match.exact, phrases),
    )


def _guessed(parts: Sequence[Condition]) -> Iterator[Match]:
    """Yield the words that no paper may hold and whose ending is open."""
    for part in parts:
        if isinstance(part, Every):
            yield from _guessed(part.parts)
        else:
            yield from (match for match in unwanted_words((part,)) if guessed(Negated(match)))


def _open_word(parts: Sequence[Condition], opened: dict[Match, str]) -> tuple[str, str] | None:
    """Return the one top word that is open, and what else must match."""
    flat = [one for part in parts for one in (part.parts if isinstance(part, Every) else (part,))]
    found = [part for part in flat if isinstance(part, Match) and part in opened]
    if len(found) != 1:
        return None
    others = [part for part in flat if part is not found[0]]
    rest = library.joining.all_of([part for part in others if isinstance(part, Match)])
    if any(isinstance(part, Negated) for part in others):
        return None
    return opened[found[0]], rest.exact if isinstance(rest, Match) else ""


def _words_in(node: Node) -> list[Words]:
    match node:
        case Words():
            return [node]
        case Named(_, words):
            return [words] if words else []
        case Not(part):
            return _words_in(part)
        case All(parts) | Either(parts):
            return [words for part in parts for words in _words_in(part)]
        case _:
            return []


def _columns_of(words: Words) -> tuple[str, ...]:
    return tuple(_INDEXED.values()) if words.column is None else (_INDEXED[words.column],)


def _is_cjk(text: str) -> bool:
    return any(first <= ord(letter) <= last for letter in text for first, last in _CJK if letter > "\u10ff")
