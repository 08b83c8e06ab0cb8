"""What the library remembers of questions that others answer."""

from __future__ import annotations

import pytest

from radar.errors import LibraryError
from radar.library.jobs.batches import BatchBook
from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.papers.bases import replace
from radar.papers.jobs.batch import Batch, Shard
from tests.library.samples import LISTING, papers, read, summary

BATCH = Batch("b-1", "endpoint", "small", "d1", "openai", "json_schema")
SHARD = Shard("requests-0001.jsonl", 2, 100, "ab")


@pytest.fixture
def book(library: Library) -> BatchBook:
    return BatchBook(library)


def test_a_batch_is_found_again_by_its_token(book: BatchBook) -> None:
    opened = book.open(BATCH)
    assert opened == replace(BATCH, number=opened.number)
    assert book.open(BATCH) == opened
    assert book.batches() == {opened.number: opened}
    with pytest.raises(LibraryError, match="another model"):
        book.open(replace(BATCH, model="large"))


def test_a_question_leads_to_its_paper_and_others_to_none(book: BatchBook) -> None:
    batch = book.open(BATCH)
    book.add_shard(batch, SHARD, [("r1-a", 11), ("r1-b", 12)])
    found = book.items(["r1-a", "r1-z", "\ud800"])
    assert {name: (item.key, item.batch, item.answer) for name, item in found.items()} == {
        "r1-a": (11, batch.number, 0)
    }
    assert list(book.asked_keys(batch)) == [11, 12]
    assert list(book.shards(batch).values()) == [SHARD]


def test_what_is_open_is_of_files_that_had_answers(book: BatchBook) -> None:
    batch = book.open(BATCH)
    book.add_shard(batch, SHARD, [("r1-a", 11), ("r1-b", 12), ("r1-c", 13)])
    book.add_shard(batch, SHARD, [("r1-d", 14)])
    assert book.open_shards() == {}
    items = book.items(["r1-a", "r1-b"])
    book.settle({"r1-a": 5, "r1-b": -5}, [item.shard for item in items.values()])
    (shard,) = book.open_shards()
    assert sorted((key, answer) for page in book.open_items([shard]) for _, key, answer in page) == [
        (12, -5),
        (13, 0),
    ]
    book.ask_again(batch, SHARD, [("r1-b", 12, -5)])
    book.close_shards([shard])
    assert book.open_shards() == {}
    assert book.items(["r1-b"])["r1-b"].answer == -5
    assert book.items(["r1-c"]) == {}, "it could not be asked again"
    assert book.items(["r1-a", "r1-d"]).keys() == {"r1-a", "r1-d"}


def test_a_file_that_is_gone_is_forgotten_with_its_questions(book: BatchBook) -> None:
    batch = book.open(BATCH)
    book.add_shard(batch, SHARD, [("r1-a", 11)])
    (number,) = book.shards(batch)
    book.forget_shard(number)
    assert (book.shards(batch), list(book.asked_keys(batch))) == ({}, [])


def test_many_papers_are_read_at_once(library: Library, reader: LibraryReader) -> None:
    shelf = papers(3)
    keys = library.add_papers(shelf, LISTING, read).keys
    library.save_summaries([summary(shelf[1])])
    asked = [keys[2], 999, keys[0]]
    assert list(reader.papers(asked).items()) == [(keys[2], shelf[2]), (keys[0], shelf[0])]
    assert reader.summarised(keys, "endpoint", "small", "d1") == {keys[1]}
    assert reader.summarised(keys, "endpoint", "small", "d2") == frozenset()
    readings = reader.readings(keys, 1)
    assert readings == {key: read(one) for key, one in zip(keys, shelf, strict=True)}
    assert reader.readings(keys, 2) == {}
