"""What the reader's stars say: their telling words, worked out anew only when stars or papers change."""

from __future__ import annotations

import threading
from array import array
from pathlib import Path

from radar.library.closeness.telling import TellingWord, can_tell, least_starred, telling_words
from radar.library.database.connection import Database
from radar.library.index.words import Tokeniser
from radar.library.records import bits
from radar.library.records.rows import in_json, papers_counted
from radar.papers.bases import Value, field

READ = 300
"""Starred papers that are read, the newest first; more of them change the words little and cost time."""
TELLING = 120_000
"""Hits of the words that make a paper close; those that are commoner only add to it."""
_STARRED = (
    f"SELECT id FROM papers INDEXED BY i_starred WHERE (flags & {bits.STARRED}) != 0 "
    f"ORDER BY id DESC LIMIT {READ}"
)

Stamp = tuple[object, ...]


class Profile(Value):
    """The telling words of what is starred, and what they were worked out from."""

    stamp: Stamp = ()
    telling: tuple[TellingWord, ...] = ()
    """A paper is close that holds one of these; the most telling first."""
    supporting: tuple[TellingWord, ...] = ()
    """Commoner words, which count only in papers that hold one of the others."""

    @property
    def words(self) -> tuple[TellingWord, ...]:
        """All of them."""
        return (*self.telling, *self.supporting)


class Ranking(Value):
    """The closest papers, as far as they are ranked."""

    keys: array[int] = field(default_factory=lambda: array("q"))
    exact: bool = True
    """Whether all papers were looked at, and not only the newest hits of the most telling words."""


class Kept:
    """The last profile and ranking of one library; shared by the threads that read it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._profile = Profile()
        self._ranking: Ranking | None = None

    def profile(self, stamp: Stamp) -> Profile | None:
        """Return the profile worked out from that, or None."""
        with self._lock:
            return self._profile if self._profile.stamp == stamp else None

    def ranking(self, stamp: Stamp) -> Ranking | None:
        """Return the best ranking by the profile worked out from that, or None."""
        with self._lock:
            return self._ranking if self._profile.stamp == stamp else None

    def last(self) -> Profile:
        """Return the profile worked out last, whatever has been starred since; one without words at first."""
        with self._lock:
            return self._profile

    def keep(self, profile: Profile, ranking: Ranking | None = None) -> None:
        """Keep a profile, and a ranking by it unless there is a better one."""
        with self._lock:
            if self._profile.stamp != profile.stamp:
                self._profile, self._ranking = profile, None
            if ranking is not None and (ranking.exact or self._ranking is None):
                self._ranking = ranking


_KEPT: dict[Path, Kept] = {}
_KEPT_LOCK = threading.Lock()


def kept_for(path: Path) -> Kept:
    """Return what is kept of a library, the same for all its readers in this process.

    The screen and the thread that answers exactly read by connections of their own; so the first screenful
    is that of the exact order as soon as one of them knows it.
    """
    with _KEPT_LOCK:
        return _KEPT.setdefault(path.absolute(), Kept())


class Profiles:
    """Works out profiles; belongs to one reader."""

    def __init__(self, database: Database, kept: Kept) -> None:
        self._database = database
        self._kept = kept

    def now(self, tokeniser: Tokeniser) -> Profile:
        """Return what the stars say now; without any word where none is set."""
        stamp = self.stamp()
        profile = self._kept.profile(stamp)
        if profile is None:
            profile = self._worked_out(stamp, tokeniser)
            self._kept.keep(profile)
        return profile

    def stamp(self) -> Stamp:
        """Return what a profile of now is worked out from."""
        # While papers wait for the index, or words for their count, an answer holds until that has ended.
        counts = self._database.row(
            "SELECT papers, starred, (SELECT max(id) FROM unindexed), "
            "EXISTS (SELECT 1 FROM meta WHERE name = 'terms_behind') FROM counts"
        )
        return counts, tuple(key for (key,) in self._database.rows(_STARRED))

    def _worked_out(self, stamp: Stamp, tokeniser: Tokeniser) -> Profile:
        texts = self._database.rows(
            f"SELECT title, abstract, '', '' FROM papers WHERE id IN ({_STARRED}) AND title || abstract != ''"
        )
        if not texts:
            return Profile(stamp)
        least = least_starred(len(texts))
        counted = {
            word: among for word, among in tokeniser.counts(texts) if among >= least and can_tell(word)
        }
        known = self._database.rows(
            "SELECT term, docs FROM json_each(?) CROSS JOIN terms ON term = value", (in_json(counted),)
        )
        papers = papers_counted(self._database)
        words = telling_words(((word, counted[word], docs) for word, docs in known), len(texts), papers)
        return _divided(stamp, words)


def _divided(stamp: Stamp, words: tuple[TellingWord, ...]) -> Profile:
    """Set the commonest words apart, as many as it takes to keep the hits of the others within a bound."""
    telling: set[str] = set()
    hits = 0
    for one in sorted(words, key=lambda one: (one.docs, one.word)):
        if telling and hits + one.docs > TELLING:
            break
        telling.add(one.word)
        hits += one.docs
    return Profile(
        stamp,
        tuple(one for one in words if one.word in telling),
        tuple(one for one in words if one.word not in telling),
    )
