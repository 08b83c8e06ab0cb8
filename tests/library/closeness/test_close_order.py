"""The order by closeness against the same worked out from the papers themselves."""

from __future__ import annotations

import itertools
import random
import re
from array import array
from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from pathlib import Path

import pytest

from radar.library.closeness.close_order import reordered
from radar.library.closeness.profiles import Kept, Profile, Ranking
from radar.library.closeness.telling import UNIT, telling_words
from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.papers.listed.paper import Paper
from radar.papers.reader.query import CodeFilter, Mark, Order, PaperQuery
from tests.library.samples import LISTING, MONDAY, paper, papers, read

CLOSE = PaperQuery(order=Order.CLOSE)
COMMON = tuple(f"plain{number}" for number in range(60))
TIDES = tuple(f"tide{number}" for number in range(14))


def _words(one: Paper) -> set[str]:
    return set(re.findall(r"[a-z0-9]+", f"{one.title} {one.abstract}".lower()))


class Shore:
    """Papers of two fields, some of one of them starred."""

    def __init__(self, library: Library, count: int = 400) -> None:
        self.library = library
        chance = random.Random(3)
        made = [self._paper(number, chance) for number in range(count)]
        keys = library.add_papers(made, LISTING, read).keys
        library.finish_bulk()
        self.papers = dict(zip(keys, made, strict=True))
        self.newest = sorted(self.papers, reverse=True)
        tides = [key for key in self.newest if "about tides" in self.papers[key].abstract]
        self.starred = set(tides[::7])
        library.mark(tuple(self.starred), Mark.STARRED, True)
        self.words = {key: _words(one) for key, one in self.papers.items()}

    def scores(self) -> dict[int, int]:
        """Return the score of every paper that is not starred, by the formula and plain sets."""
        among = [self.words[key] for key in self.starred]
        docs = {word: sum(word in words for words in self.words.values()) for word in set().union(*among)}
        counted = [(word, sum(word in words for words in among), docs[word]) for word in docs]
        telling = telling_words(counted, len(among), len(self.papers))
        return {
            key: sum(one.weight for one in telling if one.word in words)
            for key, words in self.words.items()
            if key not in self.starred
        }

    def expected(self, passing: Sequence[int]) -> list[int]:
        """Return papers, given newest first, by closeness."""
        scores = self.scores()
        close = sorted((key for key in passing if scores.get(key)), key=lambda key: (-scores[key], -key))
        held = set(close)
        return [*close, *(key for key in passing if key not in held)]

    def _paper(self, number: int, chance: random.Random) -> Paper:
        field = [*chance.sample(TIDES, 4), "about tides"] if number % 5 == 0 else chance.sample(COMMON, 4)
        said = [*field, *chance.sample(COMMON, 5), f"own{number}", *(["code released."] * (number % 3 == 0))]
        return paper(
            number,
            title=f"Paper {number} on {chance.choice(COMMON)}",
            authors=("Ada Tide0",),
            abstract=" ".join(said),
            listed=MONDAY - timedelta(days=number % 50),
        )


@pytest.fixture
def shore(library: Library) -> Shore:
    return Shore(library)


def test_papers_come_by_the_sum_of_the_weights_of_their_words(shore: Shore, reader: LibraryReader) -> None:
    keys = list(reader.keys(CLOSE))
    assert keys == shore.expected(shore.newest)
    scores = shore.scores()
    assert scores[keys[0]] > scores[keys[20]] > 0
    assert list(reader.first(CLOSE, 50)) == keys[:50]


@pytest.mark.parametrize("text", ["", "tide3 ", "plain", "own2"])
@pytest.mark.parametrize("code", [CodeFilter.ANY, CodeFilter.RELEASED])
@pytest.mark.parametrize("unread", [False, True])
def test_the_order_goes_with_every_filter_and_with_words(
    shore: Shore, open_reader: Callable[[], LibraryReader], text: str, code: CodeFilter, unread: bool
) -> None:
    shore.library.mark(shore.newest[::3], Mark.READ, True)
    reader = open_reader()
    passing = list(reader.keys(PaperQuery(text, code, unread=unread)))
    query = PaperQuery(text, code, unread=unread, order=Order.CLOSE)
    assert list(reader.first(query, 30)) == shore.expected(passing)[:30]
    assert list(reader.keys(query)) == shore.expected(passing)


def test_starred_papers_do_not_compete(shore: Shore, reader: LibraryReader) -> None:
    close = sum(score > 0 for score in shore.scores().values())
    assert shore.starred.isdisjoint(reader.keys(CLOSE)[:close])
    starred = PaperQuery(starred=True, order=Order.CLOSE)
    assert list(reader.keys(starred)) == sorted(shore.starred, reverse=True)
    assert all(reader.closeness(key) is None for key in shore.starred)


def test_without_a_star_the_newest_come_first(library: Library, reader: LibraryReader) -> None:
    library.add_papers(papers(30), LISTING, read)
    assert reader.keys(CLOSE) == reader.keys(PaperQuery())
    assert reader.first(CLOSE, 10) == reader.first(PaperQuery(), 10)
    assert reader.closeness(reader.keys(CLOSE)[0]) is None


def test_the_order_follows_the_stars(shore: Shore, reader: LibraryReader) -> None:
    before = list(reader.keys(CLOSE))
    more = [key for key in shore.newest if "plain7" in shore.words[key]][:9]
    shore.library.mark(more, Mark.STARRED, True)
    shore.starred |= set(more)
    assert list(reader.keys(CLOSE)) == shore.expected(shore.newest) != before
    shore.library.mark(tuple(shore.starred), Mark.STARRED, False)
    assert list(reader.keys(CLOSE)) == shore.newest


def test_the_order_takes_in_papers_that_come(shore: Shore, reader: LibraryReader) -> None:
    reader.keys(CLOSE)
    words = " ".join(TIDES)
    (key,) = shore.library.add_papers([paper(9_001, abstract=words)], LISTING, read).keys
    assert reader.keys(CLOSE)[0] == key


def test_a_paper_says_because_of_which_words_it_is_close(library: Library, reader: LibraryReader) -> None:
    filler = [paper(number, title=f"Of {number}", abstract=f"Nothing w{number}.") for number in range(40)]
    starred = [
        paper(
            100 + number,
            title=f"A length penalty for decoding {number}",
            abstract="Its naïve cost.",
            listed=MONDAY,
        )
        for number in range(3)
    ]
    near = paper(200, title="LENGTH-Penalty or not", abstract="We try decoding. A penalty of Naive form.")
    keys = library.add_papers([*filler, *starred, near], LISTING, read).keys
    library.mark(keys[40:43], Mark.STARRED, True)
    found = reader.closeness(keys[43])
    assert found is not None
    assert found.because[0] == "LENGTH-Penalty"
    assert set(found.because) == {"LENGTH-Penalty", "decoding", "Naive"}
    assert reader.keys(CLOSE)[0] == keys[43]
    assert reader.closeness(keys[0]) is None
    assert reader.closeness(12345) is None


def test_a_score_is_what_the_order_goes_by(shore: Shore, reader: LibraryReader) -> None:
    scores = shore.scores()
    for key in reader.keys(CLOSE)[:40]:
        found = reader.closeness(key)
        assert found is not None
        assert found.score == scores[key] / UNIT
        assert 1 <= len(found.because) <= 5
        text = f"{shore.papers[key].title} {shore.papers[key].abstract}"
        assert all(words in text for words in found.because)


def test_an_author_of_that_name_brings_no_paper_near(shore: Shore, reader: LibraryReader) -> None:
    tides = [key for key in shore.newest if "tide0" in shore.words[key]]
    assert len(tides) < len(shore.newest)
    far = next(key for key in shore.newest if not any(word.startswith("tide") for word in shore.words[key]))
    found = reader.closeness(far)
    assert found is None or not any("tide" in words.lower() for words in found.because)


class Beach:
    """More papers of one field than the bounded ranking looks at; every 40th of them starred."""

    def __init__(self, path: Path, count: int) -> None:
        self.library = Library.open(path)
        chance = random.Random(5)
        numbers = iter(range(count))
        while chunk := list(itertools.islice(numbers, 500)):
            self.library.add_papers([self._paper(number, chance) for number in chunk], LISTING, read)
        self.library.finish_bulk()
        self.reader = LibraryReader.open(path)
        field = self.reader.keys(PaperQuery("dune "))
        self.library.mark(field[::40], Mark.STARRED, True)

    def steps(self, ask: Callable[[], object]) -> int:
        """Return how many hundred steps SQLite takes to answer."""
        taken = 0

        def step() -> int:
            nonlocal taken
            taken += 1
            return 0

        connection = self.reader._database._connection
        connection.set_progress_handler(step, 100)
        try:
            ask()
        finally:
            connection.set_progress_handler(None, 0)
        return taken

    def close(self) -> None:
        self.reader.close()
        self.library.close()

    def _paper(self, number: int, chance: random.Random) -> Paper:
        field = ["dune", *chance.sample(TIDES, 13)] if number % 4 == 0 else chance.sample(COMMON, 6)
        return paper(
            number,
            title=f"Sand {number}",
            authors=(),
            abstract=" ".join(field),
            listed=MONDAY - timedelta(days=number // 20),
        )


@pytest.fixture(scope="module")
def beaches(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Beach, Beach]]:
    folder = tmp_path_factory.mktemp("beach")
    made = Beach(folder / "small.db", 5_000), Beach(folder / "large.db", 10_000)
    yield made
    for beach in made:
        beach.close()


def test_the_first_screenful_costs_the_same_however_many_papers_there_are(
    beaches: tuple[Beach, Beach],
) -> None:
    small, large = beaches
    first = [beach.steps(lambda beach=beach: beach.reader.first(CLOSE)) for beach in beaches]  # type: ignore[misc]
    exact = [beach.steps(lambda beach=beach: beach.reader.keys(CLOSE)) for beach in beaches]  # type: ignore[misc]
    assert first[1] < first[0] * 1.2
    assert exact[1] > exact[0] * 1.7
    for beach in (small, large):
        assert len(set(beach.reader.first(CLOSE))) == 60


def test_once_the_exact_order_is_known_the_first_screenful_is_its_beginning(
    beaches: tuple[Beach, Beach],
) -> None:
    _, large = beaches
    other = LibraryReader.open(large.reader.path)
    try:
        exact = other.keys(CLOSE)
        assert large.reader.first(CLOSE) == exact[:60]
        unread = PaperQuery(unread=True, order=Order.CLOSE)
        assert large.reader.first(unread) == other.keys(unread)[:60]
        known = large.steps(lambda: large.reader.first(CLOSE))
        assert known * 10 < large.steps(lambda: large.reader.keys(CLOSE))
    finally:
        other.close()


def test_what_is_kept_goes_with_the_stars_and_never_grows_worse() -> None:
    kept = Kept()
    profile, other = Profile(("a",)), Profile(("b",))
    rough, exact = Ranking(exact=False), Ranking()
    kept.keep(profile, rough)
    assert kept.ranking(("a",)) is rough
    kept.keep(profile, exact)
    kept.keep(profile, rough)
    assert kept.ranking(("a",)) is exact
    assert kept.profile(("b",)) is None
    kept.keep(other)
    assert kept.profile(("b",)) is other
    assert kept.ranking(("b",)) is None
    assert kept.ranking(("a",)) is None


def test_nothing_is_read_of_what_is_starred_for_what_is_at_hand(
    shore: Shore, reader: LibraryReader, open_reader: Callable[[], LibraryReader]
) -> None:
    asked: list[str] = []
    reader._database._connection.set_trace_callback(asked.append)
    assert reader.closeness_at_hand(shore.newest[1]) is None
    other = open_reader()
    first = other.first(CLOSE)
    why = reader.closeness_at_hand(first[0])
    assert why is not None
    assert why == other.closeness(first[0])
    shore.library.mark([first[0]], Mark.STARRED, True)
    assert reader.closeness_at_hand(first[0]) is None
    assert reader.closeness_at_hand(first[1]) is not None, "what is listed stands where it did"
    assert not [sql for sql in asked if "SELECT title, abstract" in sql]


def test_many_papers_and_few_are_put_in_order_alike() -> None:
    chance = random.Random(8)
    for count in (10, 3_999, 4_000, 4_001, 9_000):
        newest = sorted(chance.sample(range(20_000), count), reverse=True)
        ranked = chance.sample(range(20_000), 5_000)
        held = set(newest)
        first = [key for key in ranked if key in held]
        close = set(first)
        rest = [key for key in newest if key not in close]
        assert list(reordered(array("q", newest), ranked)) == [*first, *rest]


def test_ranked_papers_come_before_the_rest_and_strangers_are_passed_by() -> None:
    newest = array("q", [90, 80, 70, 60, 50])
    assert list(reordered(newest, [60, 75, 90, 10])) == [60, 90, 80, 70, 50]
    assert list(reordered(newest, [])) == [90, 80, 70, 60, 50]
    assert list(reordered(array("q"), [5])) == []
