"""Common beginnings of words are answered by the papers that lack them, whatever becomes of the papers."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest

from radar.library.database.connection import open_writer
from radar.library.index import rebuilding
from radar.library.index.beginnings import ABSTRACT, AUTHORS, COMMON, TITLE, Lacking, spelt
from radar.library.index.search_index import SearchIndex
from radar.library.index.words import Tokeniser
from radar.library.library import Library
from radar.library.schema.migrations import MIGRATIONS, migrate
from tests.library.agreeing import check_lacking
from tests.library.invented import MANY, SAYS, invented
from tests.library.samples import LISTING, paper, papers, read, summary

_LETTERS = (
    "1", "3", "4",
    *"abcmopt", "mod", "con", "gen", "er", "Model", "The", "ÉL", "é", "m\u0308", "ß", "ı", "İ", "\u00ad", "ﬁ",
    "e\u0301", "—", "\u2019", "\u200b", "_", "-", ".", "7", "$m$", "\x01", "\u0301", "мо", "番茄", "𝐦", "𝔘",
    " ", "\n",
)  # fmt: skip


def test_what_is_lacking_is_what_no_word_of_the_index_begins_with() -> None:
    chance = random.Random(3)
    texts = [
        ["".join(chance.choices(_LETTERS, k=chance.randrange(30))) for _ in "four"] for _ in range(2_000)
    ]
    for four in texts[::2]:
        # As most takeaways, this one stands in the abstract, though not always from word to word.
        begin, end = sorted(chance.choices(range(len(four[3]) + 1), k=2))
        four[1] = four[3][begin:end]
    tokeniser = Tokeniser()
    lacking = Lacking(tokeniser).of(texts)
    split = iter(tokeniser.tokens([text for four in texts for text in four]))
    for four, lacks in zip(texts, lacking, strict=True):
        title, takeaway, authors, abstract = (next(split) for _ in four)
        missing = _missing(COMMON, [*title, *takeaway, *authors, *abstract])
        expected = missing | {f"4{one}" for one in _missing(ABSTRACT, abstract) - missing}
        expected |= {f"1{one}" for one in _missing(TITLE, title)}
        expected |= {f"3{one}" for one in _missing(AUTHORS, authors)}
        assert set(spelt(lacks).split()) == expected, four
    tokeniser.close()


def _missing(beginnings: Iterable[str], tokens: Sequence[str]) -> set[str]:
    return {one for one in beginnings if not any(token.startswith(one) for token in tokens)}


def test_it_follows_the_index_through_all_that_becomes_of_papers(library: Library) -> None:
    chance = random.Random(4)
    keys = library.add_papers([invented(chance, number) for number in range(150)], LISTING, read).keys
    check_lacking(library)
    library.save_summaries([summary(paper(number), chance.choice(SAYS)) for number in range(0, 150, 3)])
    check_lacking(library)
    newer = [
        paper(number, title=chance.choice(SAYS), abstract="Zeal.", version=2) for number in range(0, 150, 4)
    ]
    library.add_papers(newer, LISTING, read)
    check_lacking(library)
    index = SearchIndex(library.database)
    with library.database.transaction():
        index.forget(keys[:40])
        index.defer(keys[:40])
    check_lacking(library)
    library.save_summaries([summary(paper(number), "Onions") for number in range(30, 60)])
    check_lacking(library)
    index.close()
    library.finish_bulk()
    check_lacking(library)


def test_it_follows_an_import_of_many(library: Library) -> None:
    chance = random.Random(5)
    for start in range(0, 4_500, 500):
        many = [invented(chance, number) for number in range(start, start + 500)]
        library.add_papers(many, LISTING, read)
        check_lacking(library)
    library.finish_bulk()
    check_lacking(library)


def test_it_is_made_anew_with_the_index(library: Library) -> None:
    fill(library)
    library.database.run("INSERT INTO lacking (lacking) VALUES ('delete-all')")

    def meanwhile(done: int, total: int) -> None:
        if done == 1_000:
            library.save_summaries([summary(paper(number), "Onions") for number in (3, MANY - 2)])

    library.rebuild_index(meanwhile)
    check_lacking(library)
    left = library.database.rows("SELECT name FROM sqlite_schema WHERE name GLOB 'lacking_[no]*'")
    assert left == [], "nothing is left behind"


def test_an_index_that_an_older_radar_began_to_make_anew_is_ended(library: Library) -> None:
    fill(library)
    rebuilding.begin(library.database)
    # A radar that knows of none has left none, and papers that wait for the index it was made for.
    library.database.run("DROP TABLE lacking_new")
    index = SearchIndex(library.database)
    waiting = [key for (key,) in library.database.rows("SELECT id FROM papers LIMIT 7")]
    with library.database.transaction():
        index.forget(waiting)
        index.defer(waiting)
    index.close()
    library.finish_bulk()
    check_lacking(library)


@pytest.mark.parametrize("before", [13, 14])
def test_a_library_of_before_learns_what_its_papers_lack(path: Path, tmp_path: Path, before: int) -> None:
    today = Library.open(path)
    chance = random.Random(6)
    today.add_papers([invented(chance, number) for number in range(200)], LISTING, read)
    old = tmp_path / "old.db"
    database = open_writer(old)
    migrate(database, MIGRATIONS[:before])
    database.run("ATTACH ? AS today", (str(path),))
    for table in ("papers", "counts"):
        database.run(f"DELETE FROM {table}")
        database.run(f"INSERT INTO {table} SELECT * FROM today.{table}")
    database.run("INSERT INTO unindexed SELECT id FROM papers LIMIT 5")
    database.run(
        "INSERT INTO search (rowid, title, takeaway, authors, abstract) "
        "SELECT id, title, takeaway, authors, abstract FROM papers WHERE id NOT IN (SELECT id FROM unindexed)"
    )
    if before == 14:
        # What was kept then, and an index that was being made anew.
        rebuilding.begin(database)
        for table in ("lacking", "lacking_new"):
            database.run(f"INSERT INTO {table} (rowid, beginnings) SELECT id, 'a con hi' FROM papers")
    database.close()
    today.close()
    library = Library.open(old)
    check_lacking(library)
    library.finish_bulk()
    check_lacking(library)
    library.close()


def fill(library: Library) -> None:
    for start in range(0, MANY, 400):
        library.add_papers(papers(400, first=start), LISTING, read)
    library.finish_bulk()
