"""Papers taken out of the library: what goes with them, what stays away, and how they come back."""

from __future__ import annotations

from contextlib import closing

import pytest

from radar.library.index import rebuilding
from radar.library.jobs.batches import BatchBook
from radar.library.library import Library
from radar.library.listings.givers import Named
from radar.library.reader import LibraryReader
from radar.library.records.removed_rows import TABLES
from radar.library.removal.removing import losses_of
from radar.papers.bases import replace
from radar.papers.jobs.batch import Batch, Shard
from radar.papers.listed.listing import Listing
from radar.papers.listed.paper import Paper, PaperId
from radar.papers.reader.own_marks import OwnMarks
from radar.papers.reader.query import Mark, PaperQuery
from radar.papers.reader.removal import Losses
from tests.library.adding.test_bulk_imports import check_search
from tests.library.samples import LISTING, paper, papers, read, summary

BOOK = Listing("file:book.bib", "book.bib")
FEED = Listing("feed:https://journal.example/rss", "A journal")


def agree(library: Library) -> None:
    """Check that nothing hangs on a paper that is gone, and that all that is counted agrees."""
    database = library.database
    assert database.rows("PRAGMA integrity_check") == [("ok",)]
    for table in (*TABLES[1:], "categorised", "unindexed", "looked_at"):
        lost = f"SELECT count(*) FROM {table} WHERE id NOT IN (SELECT id FROM papers)"
        assert database.value(lost) == 0, table
    assert database.value("SELECT count(*) FROM removed WHERE id IN (SELECT id FROM papers)") == 0
    assert [part.amiss for part in library.mend()] == [0, 0, 0]
    check_search(library)


def contents(library: Library) -> dict[str, list[tuple[object, ...]]]:
    """Return all that is kept of papers, but for the numbers of summaries."""
    found = {table: sorted(library.database.rows(f"SELECT * FROM {table}"), key=repr) for table in TABLES}
    found["summaries"] = [row[1:] for row in found["summaries"]]
    shown = "SELECT id, created FROM summaries WHERE number IN (SELECT shown FROM papers) ORDER BY id"
    found["shown"] = library.database.rows(shown)
    columns = [name for (name,) in library.database.rows("SELECT name FROM pragma_table_info('papers')")]
    place = columns.index("shown")
    found["papers"] = [(*row[:place], *row[place + 1 :]) for row in found["papers"]]
    for table in ("categorised", "counts"):
        found[table] = sorted(library.database.rows(f"SELECT * FROM {table}"))
    return found


def test_a_removed_paper_is_nowhere_any_more(
    library: Library, reader: LibraryReader, keys: tuple[int, ...]
) -> None:
    act = library.remove(keys[:1], "by hand")
    assert (act.label, act.papers) == ("remove 1 paper", 1)
    counts = reader.counts()
    assert (counts.papers, counts.unread, counts.starred, counts.with_code) == (3, 3, 0, 0)
    assert list(reader.keys(PaperQuery())) == sorted(keys[1:], reverse=True)
    for text in ("w1x", "cat:cs.CL", "tag:sill id:2406.00001", "id:2406.00001", "note:Ada", "from:file"):
        assert list(reader.keys(PaperQuery(f"{text} "))) == [], text
    assert list(reader.keys(PaperQuery(ids=(PaperId("arxiv:2406.00001"),)))) == []
    assert reader.entry(keys[0]) is None
    assert reader.key_of("2406.00001") is None
    assert reader.key_of("10.1234/plant.1") is None
    assert library.database.value("SELECT count(*) FROM terms WHERE term = 'w1x'") == 0
    agree(library)


def test_what_goes_with_papers_is_known_before(library: Library, keys: tuple[int, ...]) -> None:
    losses = losses_of(library.database, keys)
    assert losses == Losses(papers=4, starred=1, noted=1, tagged=2, summarised=2)
    assert losses.line == "4 papers (1 starred, 1 with a note, 2 tagged, 2 summarised by a model)"
    assert losses_of(library.database, keys[:1]).line == (
        "1 paper (starred, with a note, tagged, summarised by a model)"
    )
    assert losses_of(library.database, keys[3:]).line == "1 paper"
    assert losses_of(library.database, [keys[3], 1, 2]).papers == 1, "of those that are there"


def test_a_removal_taken_back_leaves_all_as_it_was(
    library: Library, reader: LibraryReader, keys: tuple[int, ...]
) -> None:
    before = contents(library)
    act = library.remove(keys, "all")
    assert reader.counts().papers == 0
    assert library.undo(act.number) == 4
    assert contents(library) == before
    assert reader.key_of("10.1234/plant.1") == keys[0]
    assert list(reader.keys(PaperQuery("w1x"))) == [keys[0]]
    assert library.removals() == ()
    assert library.undo(act.number) is None
    agree(library)


def test_words_are_counted_without_the_removed_and_with_them_again(library: Library) -> None:
    words = "SELECT term, docs FROM terms ORDER BY term"
    keys = library.add_papers(papers(4), LISTING, read).keys
    before = library.database.rows(words)
    act = library.remove(keys[1:])
    assert ("windowsill", 1) in library.database.rows(words)
    assert ("w2x", 1) in before and ("w2x", 1) not in library.database.rows(words)
    library.undo(act.number)
    assert library.database.rows(words) == before


def test_marks_of_before_can_still_be_taken_back(
    library: Library, reader: LibraryReader, keys: tuple[int, ...]
) -> None:
    act = library.mark(keys[3:], Mark.STARRED, True)
    removed = library.remove(keys[3:])
    last = library.last_act(lambda reader: True)
    assert last is not None and last.number == removed.number
    library.undo(last.number)
    entry = reader.entry(keys[3])
    assert entry is not None and Mark.STARRED in entry.marks
    assert library.undo(act.number) == 1
    entry = reader.entry(keys[3])
    assert entry is not None and not entry.marks


def test_a_mark_of_what_was_removed_since_is_not_said_to_be_taken_back(
    library: Library, keys: tuple[int, ...]
) -> None:
    act = library.mark(keys[2:], Mark.STARRED, True)
    library.remove(keys[3:])
    assert library.undo(act.number) == 1


@pytest.mark.parametrize("listing", [LISTING, BOOK])
def test_no_listing_brings_a_removed_paper_back(
    library: Library, reader: LibraryReader, keys: tuple[int, ...], listing: Listing
) -> None:
    library.remove(keys[:2])
    by_doi = paper(1, id="doi:10.1234/plant.1", title="Tomatoes")
    by_title = paper(2, id="title:0123456789abcdef")
    added = library.add_papers([by_doi, paper(9), by_title, paper(3), by_doi], listing, read)
    assert (added.new, added.known, len(added.removed)) == (1, 1, 2)
    assert len(added.keys) == 2 and added.keys[1] == keys[2]
    assert reader.counts().papers == 3
    agree(library)


def test_a_paper_that_only_looks_like_a_removed_one_comes_in(library: Library, keys: tuple[int, ...]) -> None:
    library.remove(keys[:1])
    same_title = replace(paper(1), id=PaperId("arxiv:2406.99999"))
    assert library.add_papers([same_title], LISTING, read).new == 1
    borrowed = Paper(
        PaperId("arxiv:2406.00001"), "Why bees return to the same field of clover", ("Zoe Zander",)
    )
    assert library.add_papers([borrowed], BOOK, read).new == 1, "a file put the id of another paper at it"


def test_an_item_of_a_feed_is_known_by_its_page(library: Library) -> None:
    item = paper(1, id="title:0123456789abcdef")
    item = replace(item, links=replace(item.links, landing="https://journal.example/1"))
    library.remove(library.add_papers([item], FEED, read).keys)
    corrected = replace(item, id=PaperId("title:fedcba9876543210"), title=f"{item.title}s")
    added = library.add_papers([corrected], FEED, read)
    assert (added.new, len(added.removed)) == (0, 1)


def test_marks_of_others_follow_those_that_come_in(library: Library, reader: LibraryReader) -> None:
    library.remove(library.add_papers([paper(1)], LISTING, read).keys)
    marks = (OwnMarks(Mark.STARRED), OwnMarks(tags=("lamp",)))
    prepared = library.prepare(papers(2), BOOK, Named(), marks)
    added = library.add_prepared(prepared, BOOK, read)
    assert (added.new, len(added.removed), added.marked) == (1, 1, 1)
    entry = reader.entry(added.keys[0])
    assert entry is not None and (entry.tags, entry.marks) == (("lamp",), Mark.NONE)


def test_what_is_removed_after_a_chunk_was_prepared_stays_away(library: Library) -> None:
    (key,) = library.add_papers([paper(1)], LISTING, read).keys
    prepared = library.prepare(papers(2), BOOK, Named())
    with closing(Library.open(library.path)) as other:
        other.remove([key])
    added = library.add_prepared(prepared, BOOK, read)
    assert (added.new, len(added.removed)) == (1, 1)


def test_what_is_asked_for_by_name_comes_anew_and_is_forgotten(
    library: Library, reader: LibraryReader, keys: tuple[int, ...]
) -> None:
    library.remove(keys[:2])
    added = library.add_papers([paper(1, doi="10.1234/plant.1")], LISTING, read, anew=True)
    assert (added.new, len(added.removed)) == (1, 0)
    (new,) = added.keys
    assert new != keys[0]
    assert reader.key_of("2406.00001") == reader.key_of("10.1234/plant.1") == new
    assert list(reader.keys(PaperQuery("id:2406.00001 "))) == [new]
    entry = reader.entry(new)
    assert entry is not None and (entry.marks, entry.tags, entry.note) == (Mark.NONE, (), "")
    again = library.add_papers([paper(1)], BOOK, read)
    assert (again.new, again.known, len(again.removed)) == (0, 1, 0)
    assert library.removals()[0].left == 1
    agree(library)


def test_what_came_anew_gets_its_marks_when_the_removal_is_taken_back(
    library: Library, reader: LibraryReader, keys: tuple[int, ...]
) -> None:
    act = library.remove(keys[:2])
    (new,) = library.add_papers([paper(1)], LISTING, read, anew=True).keys
    library.set_note(new, "again")
    assert library.undo(act.number) == 2
    entry = reader.entry(new)
    assert entry is not None
    assert (entry.marks, entry.tags) == (Mark.STARRED | Mark.READ, ("sill",))
    assert entry.note == "again / ask Ada"
    assert reader.counts().papers == 4
    agree(library)


def test_the_key_of_a_removed_paper_is_given_to_no_other(library: Library) -> None:
    keys = library.add_papers(papers(3), LISTING, read).keys
    library.finish_bulk()
    library.remove(keys)
    library.finish_bulk()
    later = library.add_papers(papers(3, 10), LISTING, read).keys
    assert not set(keys) & set(later)


def test_a_paper_that_others_became_part_of_is_removed_with_all_names(
    library: Library, reader: LibraryReader
) -> None:
    by_doi = paper(1, id="doi:10.1234/plant.1", title="Tomatoes, a view from the sill")
    first = library.add_papers([by_doi], BOOK, read).keys[0]
    second = library.add_papers([paper(1)], LISTING, read).keys[0]
    assert library.add_papers([paper(1, doi="10.1234/plant.1")], LISTING, read).joined == 1
    act = library.remove([first, second])
    assert act.papers == 1
    assert len(library.add_papers([by_doi, paper(1)], LISTING, read).removed) == 1
    agree(library)
    assert library.undo(act.number) == 1
    assert reader.key_of("10.1234/plant.1") == first
    agree(library)


def test_a_record_that_names_a_removed_paper_and_a_known_one_is_of_the_known(
    library: Library, reader: LibraryReader
) -> None:
    by_doi = paper(1, id="doi:10.1234/plant.1", title="Tomatoes, a view from the sill")
    (first, _) = library.add_papers([by_doi, paper(2)], LISTING, read).keys
    act = library.remove([first])
    both = paper(2, doi="10.1234/plant.1", upvotes=7)
    added = library.add_papers([both], LISTING, read)
    assert (added.known, len(added.removed), added.joined) == (1, 0, 0)
    agree(library)
    library.undo(act.number)
    assert reader.counts().papers == 2
    agree(library)


def test_summaries_of_a_removed_paper_are_dropped_and_not_missed(
    library: Library, keys: tuple[int, ...]
) -> None:
    library.remove(keys[:1])
    library.save_summaries([summary(paper(1)), summary(paper(2))], [(PaperId("arxiv:2406.00001"), "late")])
    library.save_readings([(PaperId("arxiv:2406.00001"), read(paper(1)))])
    library.save_error(PaperId("arxiv:2406.00001"), "late")
    assert library.database.rows("SELECT id FROM summaries ORDER BY id") == sorted([(keys[1],), (keys[2],)])
    agree(library)


def test_results_of_a_batch_find_no_removed_paper(library: Library, keys: tuple[int, ...]) -> None:
    book = BatchBook(library)
    batch = book.open(Batch("t", "endpoint", "small", "d1", "openai", "schema"))
    book.add_shard(batch, Shard("one.jsonl", 1, 1, "0"), [("q", keys[0])])
    library.remove(keys[:1])
    with closing(LibraryReader.open(library.path)) as reader:
        assert reader.papers([item.key for item in book.items(["q"]).values()]) == {}


def test_papers_that_wait_for_the_index_are_removed_too(library: Library, reader: LibraryReader) -> None:
    keys = [
        key for one in range(3) for key in library.add_papers(papers(999, 1 + 999 * one), LISTING, read).keys
    ]
    assert library.index_behind
    library.remove(keys[-500:])
    library.finish_bulk()
    assert reader.counts().papers == 2_497
    agree(library)


def test_an_index_that_is_made_anew_meanwhile_loses_them_and_finds_them_again(
    library: Library, reader: LibraryReader, keys: tuple[int, ...]
) -> None:
    rebuilding.begin(library.database)
    act = library.remove(keys[:2])
    library.finish_bulk()
    agree(library)
    rebuilding.begin(library.database)
    library.undo(act.number)
    library.finish_bulk()
    assert list(reader.keys(PaperQuery("w1x"))) == [keys[0]]
    agree(library)


def test_many_are_removed_and_put_back_by_the_part(library: Library, reader: LibraryReader) -> None:
    keys = library.add_papers(papers(1_500), LISTING, read).keys
    library.finish_bulk()
    told: list[tuple[int, int]] = []
    act = library.remove(keys[::2], "every second", lambda done, total: told.append((done, total)))
    assert told[-1] == (750, 750)
    agree(library)
    assert library.undo(act.number, lambda done, total: told.append((done, total))) == 750
    assert told[-1] == (750, 750)
    assert reader.counts().papers == 1_500
    agree(library)


def test_what_is_stopped_has_changed_nothing(library: Library, keys: tuple[int, ...]) -> None:
    def stop(done: int, total: int) -> None:
        raise KeyboardInterrupt

    before = contents(library)
    with pytest.raises(KeyboardInterrupt):
        library.remove(keys, "all", stop)
    assert contents(library) == before
    assert library.removals() == ()
    act = library.remove(keys)
    with pytest.raises(KeyboardInterrupt):
        library.undo(act.number, stop)
    assert library.undo(act.number) == 4
    assert contents(library) == before
