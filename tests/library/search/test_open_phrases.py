"""Phrases whose last word is only begun, in a library that takes itself for large."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest

from radar.library.database.failures import Interrupted
from radar.library.index.words import COLUMNS, Tokeniser
from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.library.search.phrases import Endings, Signs, usual
from radar.library.search.wanted import OpenPhrase
from radar.papers.listed.paper import Paper
from radar.papers.reader.query import CodeFilter, Order, PaperQuery
from tests.library.samples import LISTING, paper, read

MANY = 700
_WORDS = (
    "chain", "chain", "of", "of", "thought", "thought", "thoughts", "trust", "t", "tßa", "Thé", "tongue",
    "Chaîn", "oﬀ", "öf", "crab", "subchain", "ßchain", "chaind", "番茄",
)  # fmt: skip
_BETWEEN = (" ", " ", " ", "-", ", ", " (", "\n", "—", "\u2019", "_", " — ", "\x00", "\u0301 ", ".")


def _text(chance: random.Random, most: int) -> str:
    return "".join(chance.choice(_WORDS) + chance.choice(_BETWEEN) for _ in range(chance.randrange(1, most)))


def _paper(chance: random.Random, number: int) -> Paper:
    return paper(
        number,
        title=f"{_text(chance, 5).strip()} {number}",
        abstract=f"{_text(chance, 14)}{chance.choice(('code released.', 'A chain of thought.', ''))}",
        authors=(chance.choice(("Chain Oft", "Ada Berg", "Of Þór", "Chain", "Of Thea")), "T Strand"),
    )


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    library = Library.open(tmp_path_factory.mktemp("phrases") / "library.db")
    chance = random.Random(11)
    for start in range(0, MANY, 100):
        library.add_papers([_paper(chance, start + number) for number in range(100)], LISTING, read)
    library.finish_bulk()
    # As if a million papers held the same words.
    library.database.run("UPDATE counts SET papers = 1000000")
    library.database.run("UPDATE terms SET docs = docs * 2000")
    yield library
    library.close()


def _by_index(library: Library, match: str) -> list[int]:
    asked = "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid DESC"
    return [key for (key,) in library.database.rows(asked, (match,))]


@pytest.mark.parametrize("order", [Order.NEWEST, Order.OLDEST, Order.TITLE])
@pytest.mark.parametrize(
    ("text", "match"),
    [
        ('"chain of t', '"chain of t" *'),
        ('"chain of th', '"chain of th" *'),
        ("chain-of-t", '"chain of t" *'),
        ('"chain t', '"chain t" *'),
        ('"of th', '"of th" *'),
        ('"t c', '"t c" *'),
        ('"of of t', '"of of t" *'),
        ('title:"chain of t', 'title : "chain of t" *'),
        ('abstract:"chain of t', 'abstract : "chain of t" *'),
        ('author:"of t', 'authors : "of t" *'),
        ('author:"chain of', 'authors : "chain of" *'),
        ('crab "chain of t', 'crab AND "chain of t" *'),
        ('-crab "chain of t', '"chain of t" * NOT crab'),
        ('crab OR "chain of t', 'crab OR "chain of t" *'),
        ('(tongue OR crab) "chain of t', '(tongue OR crab) AND "chain of t" *'),
        ('c* OR "chain of t', 'c* OR "chain of t" *'),
        ('c* "chain of t', 'c* AND "chain of t" *'),
        ('-chain-of-t* "of t', '"of t" * NOT ("chain of t" *)'),
    ],
)
def test_the_answer_is_what_the_index_finds_of_the_beginning_itself(
    large: Library, text: str, match: str, order: Order
) -> None:
    reader = LibraryReader(large.path, part=97)
    for code in (CodeFilter.ANY, CodeFilter.RELEASED):
        passing = set(reader.keys(PaperQuery(code=code)))
        expected = [key for key in _by_index(large, match) if key in passing]
        assert len(expected) > 1 or code is not CodeFilter.ANY
        query = PaperQuery(text, order=order, code=code)
        found = list(reader.keys(query))
        assert sorted(found, reverse=True) == expected, query
        assert order is Order.TITLE or found == expected[:: 1 if order is Order.NEWEST else -1]
        assert reader.size(query) in (None, len(expected)), query
    reader.close()


def test_the_index_does_not_gather_the_words_that_begin_so(large: Library) -> None:
    reader = LibraryReader(large.path, part=97)
    for text in ('"chain of t', 'title:"chain of t', 'crab "chain of t'):
        asked: list[str] = []
        reader._database._connection.set_trace_callback(asked.append)
        assert reader.size(PaperQuery(text)) == len(reader.keys(PaperQuery(text)))
        assert not [sql for sql in asked if '" *' in sql], text
        reads = [sql for sql in asked if "SELECT id, CAST(" in sql]
        assert len(reads) < 5, "the texts are not read again for the keys"
    reader.close()


@pytest.mark.parametrize("text", ['crab OR "chain of t', 'tongue (crab OR title:"chain of t'])
def test_the_best_match_weighs_no_word_that_a_phrase_may_go_on_in(large: Library, text: str) -> None:
    reader = LibraryReader(large.path, part=97)
    asked: list[str] = []
    reader._database._connection.set_trace_callback(asked.append)
    found = reader.first(PaperQuery(text, order=Order.MATCH))
    (ranked,) = [sql for sql in asked if "bm25" in sql]
    weighed = ranked.partition("search MATCH ")[2].partition(" AND search.rowid")[0]
    assert '"chain of"' in weighed
    assert '"chain of ' not in weighed
    assert len(found) == 60
    assert set(found) <= set(reader.keys(PaperQuery(text)))
    reader.close()


@pytest.mark.parametrize("order", [Order.NEWEST, Order.TITLE, Order.MATCH])
@pytest.mark.parametrize(
    "text", ["crab OR author:t", 'has:code OR author:"chain o', "author:chain OR author:o"]
)
def test_the_first_screenful_gathers_no_names_that_begin_so_where_something_else_would_do(
    large: Library, text: str, order: Order
) -> None:
    reader = LibraryReader(large.path, part=97)
    asked: list[str] = []
    reader._database._connection.set_trace_callback(asked.append)
    found = reader.first(PaperQuery(text, order=order))
    assert asked
    assert not [sql for sql in asked if '" *' in sql]
    assert len(found) == 60
    assert set(found) <= set(reader.keys(PaperQuery(text)))
    reader.close()


def test_an_answer_follows_what_becomes_of_the_papers(library: Library, path: Path) -> None:
    library.add_papers(
        [paper(number, abstract=f"A chain of thought{'s' * (number % 40 == 0)}.") for number in range(200)],
        LISTING,
        read,
    )
    library.finish_bulk()
    library.database.run("UPDATE counts SET papers = 1000000")
    library.database.run("UPDATE terms SET docs = docs * 2000")
    reader = LibraryReader(path, part=50)
    query = PaperQuery('"chain of t')
    assert reader.size(query) == len(reader.keys(query)) == 200
    library.add_papers([paper(900, abstract="A chain of tools.")], LISTING, read)
    assert reader.size(query) == len(reader.keys(query)) == 201
    reader.close()


def test_a_question_that_is_outdated_while_texts_are_read_ends_before_the_next_of_them(
    library: Library, path: Path
) -> None:
    texts = [
        f"A chain of {'thought' if number % 20 == 0 else 'gulls'} by {chr(0x4E00 + number)}."
        for number in range(1_500)
    ]
    library.add_papers(
        [paper(number, abstract=text) for number, text in enumerate(texts, start=1)], LISTING, read
    )
    library.finish_bulk()
    library.database.run("UPDATE counts SET papers = 1000000")
    library.database.run("UPDATE terms SET docs = docs * 10000")
    reader = LibraryReader(path, part=97)
    asked: list[str] = []
    stopped_after = 0

    def reads() -> int:
        return sum("SELECT id, CAST(" in sql for sql in asked)

    def outdate(_sql: str) -> None:
        # Signs are looked up between two questions to the library, so that there is none to be interrupted.
        nonlocal stopped_after
        if reads() == 2 and not stopped_after:
            stopped_after = reads()
            reader.stop()

    query = PaperQuery('"chain of t')
    reader._database._connection.set_trace_callback(asked.append)
    reader._finding._searcher.tokeniser._memory.set_trace_callback(outdate)
    reader.resume()
    with pytest.raises(Interrupted):
        reader.keys(query)
    assert (stopped_after, reads()) == (2, 2), "those of the sample, and the first 500"
    reader.resume()
    del asked[:]
    assert len(reader.keys(query)) == sum("thought" in text for text in texts)
    assert reads() == 3, "those of the sample, and what was not read before"
    reader.close()


@pytest.mark.parametrize("typed", ['"chain of thoughts', '"of thé', 'title:"chain of t', 'crab "of thoughts'])
def test_letter_by_letter_the_answer_is_what_the_index_finds(large: Library, typed: str) -> None:
    reader = LibraryReader(large.path, part=97)
    words = typed.index('"')
    before = {"": "", "title:": "title : "}.get(typed[:words], f"{typed[:words]} AND ")
    begun = [typed[:end] for end in range(typed.rindex(" ") + 2, len(typed) + 1)]
    for text in (*begun, *reversed(begun), *begun[::2]):
        match = f'{before}{text[words:]}" *'
        found = list(reader.keys(PaperQuery(text)))
        assert found == _by_index(large, match), text
        assert reader.size(PaperQuery(text)) in (None, len(found)), text
    reader.close()


def test_with_the_next_letter_no_text_is_read_again(library: Library, path: Path) -> None:
    ends = ("gulls", "thought", "gulls")
    texts = [f"A chain of {ends[number % 3] if number % 500 else 'thorns'}." for number in range(1_500)]
    library.add_papers(
        [paper(number, abstract=text) for number, text in enumerate(texts, start=1)], LISTING, read
    )
    library.finish_bulk()
    library.database.run("UPDATE counts SET papers = 1000000")
    library.database.run("UPDATE terms SET docs = docs * 10000")
    reader = LibraryReader(path, part=97)
    asked: list[str] = []
    reader._database._connection.set_trace_callback(asked.append)

    def reads(text: str) -> int:
        del asked[:]
        assert len(reader.keys(PaperQuery(text))) == sum(text[1:] in one.lower() for one in texts)
        return sum("SELECT id, CAST(" in sql for sql in asked)

    assert reads('"a chain of t') > 1
    assert reads('"a chain of th') == reads('"a chain of thou') == 1, "those of the sample"
    assert reads('"a chain of th') > 1, "what begins otherwise was forgotten"
    assert reader.size(PaperQuery('"a chain of th')) == sum("a chain of th" in one.lower() for one in texts)
    counts = [sql for sql in asked if "count(*)" in sql and "a chain of" in sql]
    assert counts and not [sql for sql in counts if "thought" in sql], "only what stands before is counted"
    library.add_papers([paper(9_000, abstract="A chain of gulls.")], LISTING, read)
    assert reads('"a chain of tho') > 1, "the papers are others"
    reader.close()


def _open(before: str, last: str, column: str = "") -> OpenPhrase:
    return OpenPhrase("", column, tuple(before.split()), last, 0)


def _endings(
    phrase: OpenPhrase, tokeniser: Tokeniser, papers: Sequence[tuple[object, ...]]
) -> list[list[str]]:
    endings = Endings(phrase, Signs(tokeniser))
    with closing(sqlite3.connect(":memory:")) as memory:
        memory.execute(f"CREATE TABLE papers (id INTEGER PRIMARY KEY, {COLUMNS})")
        memory.executemany("INSERT INTO papers VALUES (?, ?, ?, ?, ?)", papers)
        return endings.of(memory.execute(f"SELECT id, {endings.texts} FROM papers ORDER BY id").fetchall())


def test_endings_are_the_words_that_stand_behind_a_phrase_as_the_index_splits_texts() -> None:
    chance = random.Random(12)
    papers = [(number, *(_text(chance, 12) for _ in range(4))) for number in range(3_000)]
    tokeniser = Tokeniser()
    for before, last in (("chain", "t"), ("chain of", "th"), ("of of", "t"), ("of", "of")):
        found = _endings(_open(before, last), tokeniser, papers)
        match = f'"{before} {last}" *'
        passing = [row[0] for row, words in zip(papers, found, strict=True) if words]
        assert passing == tokeniser.matching(papers, match), match
        assert len(passing) > 100
    tokeniser.close()


def test_endings_are_looked_for_in_the_column_asked_for() -> None:
    tokeniser = Tokeniser()
    row = (1, "chain of tools", "a chain of\nthought", "Chain; of trust", "chain of\u2014 Té")
    for column, words in (
        ("title", ["tools"]), ("takeaway", ["thought"]), ("authors", ["trust"]), ("abstract", ["te"]),
        ("", ["tools", "thought", "trust", "te"]),
    ):  # fmt: skip
        assert _endings(_open("chain of", "t", column), tokeniser, [row]) == [words]
    tokeniser.close()


def test_the_usual_words_are_those_that_many_papers_hold() -> None:
    endings = [["a"]] * 50 + [["b", "b"]] * 30 + [["b", "a"]] * 10 + [["rare"]] + [[]] * 109
    assert usual(endings) == ["a", "b"]
    assert usual([]) == usual([[], []]) == []
