"""The order by closeness to what the reader starred: which papers come first, and because of which words.

A paper's score is the sum of the weights of the telling words in its title, takeaway and abstract; equals
are ordered by day. Starred papers are known to the reader and do not compete: they stand among the rest,
which follows by day.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence

from radar.library.closeness.profiles import Kept, Profile, Profiles, Ranking
from radar.library.closeness.telling import UNIT, TellingWord
from radar.library.database.connection import Database
from radar.library.index.words import Tokeniser
from radar.library.records import bits
from radar.library.records.rows import in_json
from radar.papers.reader.closeness import Closeness
from radar.papers.text.patterns import pattern

RANKED = 20_000
"""Papers that are ranked; no reader goes further, and the rest follows by day."""
_CHEAP = 20_000
"""Up to so many hits of all words the exact ranking is worked out at once."""
_NEWEST = 1_000
"""Hits of a word that the bounded ranking looks at."""
_STRONGEST = 12
"""Words that the bounded ranking looks at."""
_ROUGH = 2_000
"""Papers that the bounded ranking gives, by the strongest words alone."""
_READ = 100
"""The first of them, whose texts are read and put in order by all words."""
_CHUNKS = (200, 200, 600, 3_000)
"""Ranked papers that are looked at one after the other for those that pass a filter."""
_COLUMNS = "{title takeaway abstract} : "
_UNSTARRED = f"id NOT IN (SELECT id FROM papers INDEXED BY i_starred WHERE (flags & {bits.STARRED}) != 0)"
_POOL = 4_000
"""So few papers are looked for among the ranked ones rather than the other way round."""
_BECAUSE = 5
"""Words or phrases that explain a paper's place."""
_PHRASE = 3
"""Words of a phrase at most."""
_OPEN, _CLOSE = "\x01", "\x02"
"""Put around found words; the texts of the library hold no control characters."""
_RUN = pattern(f"{_OPEN}[^{_CLOSE}]*{_CLOSE}(?:[ -]{_OPEN}[^{_CLOSE}]*{_CLOSE})*")


class CloseOrder:
    """Ranks and explains; belongs to one reader."""

    def __init__(self, database: Database, kept: Kept) -> None:
        self._database = database
        self._kept = kept
        self._profiles = Profiles(database, kept)
        self._words = Tokeniser()

    def first(
        self,
        limit: int,
        pool: array[int] | None,
        among: Callable[[Sequence[int]], list[int]],
        newest: Callable[[int], Sequence[int]],
    ) -> array[int]:
        """Return the first screenful within a bound of work.

        Args:
            pool: the papers to choose from, newest first, where they are few.
            among: those of some papers that pass, in the order given.
            newest: the newest so many papers that pass.
        """
        ranking = self._ranking(exact=False)
        if pool is not None:
            return reordered(pool, ranking.keys)[:limit]
        found: list[int] = []
        for chunk in _chunks(ranking.keys):
            found += among(chunk)
            if len(found) >= limit:
                return array("q", found[:limit])
        held = set(found)
        found += [key for key in newest(limit + len(found)) if key not in held]
        return array("q", found[:limit])

    def all(self, newest: array[int]) -> array[int]:
        """Return all papers that pass, given newest first, in order."""
        return reordered(newest, self._ranking(exact=True).keys)

    def explained(self, key: int, *, at_hand: bool = False) -> Closeness | None:
        """Return why a paper stands where it does; None where nothing brings it near.

        Args:
            at_hand: by the words that were worked out last, which take no time; None where none were.
        """
        profile = self._kept.last() if at_hand else self._profile()
        if not profile.telling:
            return None
        paper = self._database.row("SELECT flags, title, takeaway, abstract FROM papers WHERE id = ?", (key,))
        if paper is None or paper[0] & bits.STARRED:
            return None
        # The index of all papers would open what it holds of each of these words.
        texts = self._words.marked(paper[1:], _any(profile.words), _OPEN, _CLOSE)
        return self._explained(texts, profile) if texts else None

    def close(self) -> None:
        """Give the tokeniser's memory back."""
        self._words.close()

    def _profile(self) -> Profile:
        return self._profiles.now(self._words)

    def _ranking(self, *, exact: bool) -> Ranking:
        profile = self._profile()
        if not profile.telling:
            return Ranking()
        ranking = self._kept.ranking(profile.stamp)
        if ranking is None or (exact and not ranking.exact):
            cheap = sum(one.docs for one in profile.words) <= _CHEAP
            ranking = self._exactly(profile) if exact or cheap else self._roughly(profile)
            self._kept.keep(profile, ranking)
        return ranking

    def _exactly(self, profile: Profile) -> Ranking:
        telling = _any(profile.telling)
        parts = [(one.weight, _match(_quoted(one.word))) for one in profile.telling]
        parts += [(one.weight, _match(f"{_quoted(one.word)} AND ({telling})")) for one in profile.supporting]
        hits = "SELECT rowid AS id, {} AS weight FROM search WHERE search MATCH ?"
        return Ranking(array("q", self._summed(hits, parts, RANKED)))

    def _roughly(self, profile: Profile) -> Ranking:
        parts = [(one.weight, _match(_quoted(one.word))) for one in profile.telling[:_STRONGEST]]
        hits = (
            "SELECT * FROM (SELECT rowid AS id, {} AS weight FROM search WHERE search MATCH ? "
            f"ORDER BY rowid DESC LIMIT {_NEWEST})"
        )
        keys = self._summed(hits, parts, _ROUGH)
        return Ranking(array("q", [*self._sorted(keys[:_READ], profile), *keys[_READ:]]), exact=False)

    def _summed(self, hits: str, parts: Sequence[tuple[int, str]], limit: int) -> list[int]:
        union = " UNION ALL ".join(hits.format(weight) for weight, _match in parts)
        question = (
            f"SELECT id FROM ({union}) GROUP BY id HAVING {_UNSTARRED} "
            f"ORDER BY sum(weight) DESC, id DESC LIMIT {limit}"
        )
        return [key for (key,) in self._database.rows(question, tuple(match for _weight, match in parts))]

    def _sorted(self, keys: Sequence[int], profile: Profile) -> list[int]:
        """Return papers in order by all words, read from their texts."""
        papers = self._database.rows(
            "SELECT id, title, takeaway, '', abstract FROM papers "
            "WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id",
            (in_json(keys),),
        )
        weights = {one.word: one.weight for one in profile.words}
        scores = dict.fromkeys(keys, 0)
        for key, word in self._words.held(papers, list(weights)):
            scores[key] += weights[word]
        return sorted(keys, key=lambda key: (-scores[key], -key))

    def _explained(self, texts: Sequence[str], profile: Profile) -> Closeness | None:
        weights = {one.word: one.weight for one in profile.words}
        phrases = list(_phrases(texts))
        words = [set(found) & weights.keys() for found in self._words.tokens(phrases)]
        held = set().union(*words)
        if held.isdisjoint(one.word for one in profile.telling):
            return None
        score = sum(weights[word] for word in held) / UNIT
        because: list[str] = []
        while held and len(because) < _BECAUSE:
            worth = [sum(weights[word] for word in found & held) for found in words]
            place = worth.index(max(worth))
            because.append(phrases[place])
            held -= words[place]
        return Closeness(score, tuple(because))


def reordered(newest: array[int], ranked: Sequence[int]) -> array[int]:
    """Return papers, given newest first, with those that are ranked before the rest."""
    if len(newest) <= _POOL:
        held = set(newest)
        first = array("q", (key for key in ranked if key in held))
        held.difference_update(first)
        first.extend(key for key in newest if key in held)
        return first
    rising = newest[::-1]
    places: list[int] = []
    first = array("q")
    for key in ranked:
        place = bisect_left(rising, key)
        if place < len(rising) and rising[place] == key:
            first.append(key)
            places.append(len(rising) - 1 - place)
    start = 0
    for place in sorted(places):
        first.extend(newest[start:place])
        start = place + 1
    first.extend(newest[start:])
    return first


def _chunks(keys: array[int]) -> Iterator[array[int]]:
    start = 0
    for size in _CHUNKS:
        if chunk := keys[start : start + size]:
            yield chunk
        start += size


def _phrases(texts: Sequence[str]) -> Iterator[str]:
    """Yield what is marked in texts as it stands there, neighbours as one phrase."""
    for text in texts:
        for run in _RUN.findall(text):
            # Behind each opening sign a word, its closing sign, and what parts it from the next one.
            words = run.replace(_CLOSE, "").split(_OPEN)[1:]
            for start in range(0, len(words), _PHRASE):
                yield "".join(words[start : start + _PHRASE]).strip(" -")


def _quoted(word: str) -> str:
    return f'"{word}"'


def _any(words: Sequence[TellingWord]) -> str:
    return " OR ".join(_quoted(one.word) for one in words)


def _match(expression: str) -> str:
    return f"{_COLUMNS}({expression})"
