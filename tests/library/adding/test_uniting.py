"""Papers that were known apart and turn out to be one."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from datetime import UTC, date, datetime, timedelta

import pytest

from radar.library.index import rebuilding
from radar.library.index.words import Tokeniser
from radar.library.jobs.batches import BatchBook
from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.papers.bases import replace
from radar.papers.jobs.batch import Batch, Shard
from radar.papers.listed.change import ChangeKind
from radar.papers.listed.listing import Listing
from radar.papers.listed.paper import Links, Paper, PaperId
from radar.papers.reader.query import Mark, PaperEntry, PaperQuery
from radar.papers.summaries.flags import Release
from tests.library.adding.test_bulk_imports import check_search
from tests.library.samples import LISTING, paper, papers, read, summary, with_code

BOOK = Listing("file:book.bib")
ARCHIVE = Listing("arxiv:q-bio.TO", "arXiv")
DOI = "10.1234/plant.1"
KNOWN_BY_DOI = paper(1, id=f"doi:{DOI}", doi=DOI, title="Tomatoes, a view from the sill", abstract="")
KNOWN_BY_ID = paper(1, listed=date(2024, 6, 10))
BOTH = paper(1, doi=DOI, listed=date(2024, 6, 12), upvotes=4)


def add(library: Library, *chunk: Paper, listing: Listing = LISTING) -> tuple[int, ...]:
    return library.add_papers(chunk, listing, read).keys


def entry(reader: LibraryReader, key: int) -> PaperEntry:
    found = reader.entry(key)
    assert found is not None
    return found


@pytest.fixture
def two(library: Library) -> tuple[int, int]:
    """The keys of two rows that are one paper: the one that came first, and one that came later."""
    first = add(library, KNOWN_BY_DOI, listing=BOOK)[0]
    second = add(library, KNOWN_BY_ID, listing=ARCHIVE)[0]
    assert first != second
    return first, second


def agree(library: Library) -> None:
    """Check that nothing points at a paper that is gone, and that all that is counted agrees."""
    database = library.database
    assert database.rows("PRAGMA integrity_check") == [("ok",)]
    counted = database.rows(
        "SELECT count(*), total((flags & 1) = 0), total((flags & 2) != 0), total((flags & 4) != 0) "
        "FROM papers"
    )
    assert counted == database.rows("SELECT papers, unread, starred, with_code FROM counts")
    tables = ("readings", "summaries", "origins", "tags", "categorised", "changes", "said", "other_names")
    for table in (*tables, "unindexed", "code_looks", "notes"):
        lost = f"SELECT count(*) FROM {table} WHERE id NOT IN (SELECT id FROM papers)"
        assert database.value(lost) == 0, table
    assert database.value("SELECT count(*) FROM moved WHERE into_id NOT IN (SELECT id FROM papers)") == 0
    assert database.value("SELECT count(*) FROM moved WHERE id IN (SELECT id FROM papers)") == 0
    assert [part.amiss for part in library.mend()] == [0, 0, 0]


def test_a_record_that_names_two_rows_makes_them_one(
    library: Library, reader: LibraryReader, two: tuple[int, int]
) -> None:
    added = library.add_papers([BOTH], LISTING, read)
    assert (added.new, added.known, added.joined, added.keys) == (0, 1, 1, (two[0],))
    assert list(reader.keys(PaperQuery())) == [two[0]]
    one = entry(reader, two[0])
    assert one.origins == (BOOK, ARCHIVE, LISTING)
    assert (one.paper.id, one.paper.abstract, one.paper.upvotes) == (KNOWN_BY_ID.id, BOTH.abstract, 4)
    names = (f"doi:{DOI}", DOI, "2406.00001", "https://arxiv.org/abs/2406.00001v3")
    assert {reader.key_of(name) for name in names} == {two[0]}
    assert list(reader.keys(PaperQuery("id:2406.00001"))) == [two[0]]
    assert list(reader.keys(PaperQuery(ids=(PaperId("arxiv:2406.00001"),)))) == [two[0]]
    check_search(library)
    assert list(reader.keys(PaperQuery("w1x"))) == [two[0]]
    agree(library)


def test_what_hangs_on_either_row_hangs_on_the_one(
    library: Library, reader: LibraryReader, two: tuple[int, int]
) -> None:
    library.mark([two[0]], Mark.READ, True)
    library.mark([two[1]], Mark.STARRED, True)
    library.tag([two[0]], ["sill"])
    library.tag([two[1]], ["Sill", "lamp"])
    library.set_note(two[0], "ask Ada")
    library.set_note(two[1], "dig here")
    library.save_summaries([summary(KNOWN_BY_ID)])
    library.note_code_looked([KNOWN_BY_ID.id])
    add(library, BOTH)
    one = entry(reader, two[0])
    assert one.marks == Mark.READ | Mark.STARRED
    assert one.tags == ("lamp", "sill")
    assert one.note == "ask Ada / dig here"
    assert list(reader.keys(PaperQuery("note:dig"))) == [two[0]]
    assert len(one.summaries) == 1, "it was made of another title"
    assert one.outdated_summaries == 1
    agree(library)


def test_the_code_of_a_paper_that_was_two_is_counted_once(library: Library, reader: LibraryReader) -> None:
    abstract = with_code(1).abstract
    first = add(library, replace(KNOWN_BY_DOI, abstract=abstract))[0]
    second = add(library, replace(KNOWN_BY_ID, abstract=abstract))[0]
    assert [row.code for row in reader.rows([first, second])] == [Release.RELEASED] * 2
    add(library, replace(BOTH, abstract=abstract))
    assert list(reader.keys(PaperQuery("has:code "))) == [first]
    agree(library)


def test_why_no_summary_came_is_told_of_the_one_whichever_row_was_asked_about(
    library: Library, reader: LibraryReader, two: tuple[int, int]
) -> None:
    library.save_error(KNOWN_BY_ID.id, "the endpoint is gone")
    add(library, BOTH)
    assert [row.error for row in reader.rows([two[0]])] == ["the endpoint is gone"]


def test_the_summary_that_is_shown_stays_so_where_its_text_does(
    library: Library, reader: LibraryReader
) -> None:
    twin = replace(KNOWN_BY_DOI, title=KNOWN_BY_ID.title, authors=())
    first = add(library, replace(twin, title="X"), listing=BOOK)[0]
    library.database.run("UPDATE papers SET title = ? WHERE id = ?", (KNOWN_BY_ID.title, first))
    library.rebuild_index()
    add(library, KNOWN_BY_ID, listing=ARCHIVE)
    library.save_summaries([summary(KNOWN_BY_ID)])
    library.save_summaries([summary(KNOWN_BY_ID, "Another model speaks.", model="large")])
    add(library, BOTH)
    one = entry(reader, first)
    assert (len(one.summaries), one.shown, one.outdated_summaries) == (3, 2, 0)
    assert reader.rows([first])[0].takeaway == "Another model speaks."
    agree(library)


def test_the_one_is_as_old_as_the_older_row(
    library: Library, open_reader: Callable[[], LibraryReader]
) -> None:
    (first,) = add(library, KNOWN_BY_DOI, listing=BOOK)
    library.looked(datetime.now(UTC))
    (second,) = add(library, KNOWN_BY_ID, listing=ARCHIVE)
    assert open_reader().counts().new == 1
    add(library, BOTH)
    reader = open_reader()
    assert reader.counts().new == 0, "it is not new: the reader has seen it before"
    assert not reader.rows([first])[0].new
    assert reader.now_at(second) == first


def test_a_row_under_a_day_of_its_own_stays_before_one_without(
    library: Library, reader: LibraryReader
) -> None:
    (undated,) = add(library, replace(KNOWN_BY_DOI, listed=None), listing=BOOK)
    (dated,) = add(library, KNOWN_BY_ID, listing=ARCHIVE)
    assert add(library, BOTH) == (dated,)
    assert entry(reader, undated).key == dated, "the old key leads to it"


def test_rows_that_contradict_each_other_stay_two(library: Library) -> None:
    (first,) = add(library, replace(KNOWN_BY_DOI, id=PaperId("arxiv:2406.00009")), listing=BOOK)
    (second,) = add(library, KNOWN_BY_ID, listing=ARCHIVE)
    added = library.add_papers([BOTH], LISTING, read)
    assert (added.keys, added.joined) == ((second,), 0)
    assert library.database.value("SELECT count(*) FROM papers") == 2
    assert first != second
    agree(library)


@pytest.mark.parametrize("landing", ["", "https://garden.example/2"])
def test_a_wrong_link_in_a_record_joins_nothing_however_often_it_comes(
    library: Library, reader: LibraryReader, landing: str
) -> None:
    (first,) = add(library, paper(1))
    (second,) = add(library, paper(2, links=Links(landing=landing)))
    wrong = paper(2, links=Links(landing="https://arxiv.org/abs/2406.00001"))
    for _ in range(3):
        assert add(library, wrong) == (second,)
        assert add(library, paper(1)) == (first,)
    (third,) = add(library, paper(3, links=wrong.links))
    assert third not in (first, second), "its own id counts more than its link"
    assert [reader.key_of(paper(number).id) for number in (1, 2, 3)] == [first, second, third]
    agree(library)


def test_a_short_title_does_not_make_one_paper_of_two(library: Library) -> None:
    editorial = paper(1, title="Editorial", id="doi:10.1234/a", doi="10.1234/a")
    (first,) = add(library, replace(editorial, authors=("Cy Carter",)), listing=BOOK)
    (second,) = add(library, replace(editorial, id=PaperId("doi:10.1234/b"), doi="10.1234/b"))
    assert first != second
    again = library.add_papers([replace(editorial, authors=("Ada Author1",))], LISTING, read)
    assert (again.keys, again.joined) == ((first,), 0)


def test_an_id_that_only_a_record_told_is_not_contradicted_either(library: Library) -> None:
    (key,) = add(library, paper(1, id="acl:2024.x-1"), listing=BOOK)
    assert add(library, paper(1, id="arxiv:2406.00001"), listing=ARCHIVE) == (key,)
    (other,) = add(library, paper(1, id="arxiv:2406.00002"), listing=ARCHIVE)
    assert other != key, "the same title, but the first one is another paper of the archive"
    assert add(library, paper(9, id="arxiv:2406.00001"), listing=ARCHIVE) == (key,)
    agree(library)


def test_rows_and_new_records_of_one_chunk_are_joined(library: Library, reader: LibraryReader) -> None:
    (first,) = add(library, KNOWN_BY_DOI, listing=BOOK)
    third = paper(1, id="acl:2024.x-1", title="A third name of the same work on plants", doi=DOI)
    keys = add(library, paper(5), KNOWN_BY_ID, paper(6), BOTH, third)
    assert (keys[1], keys[3], keys[4]) == (first, first, first)
    assert len(set(keys)) == 3
    assert library.database.value("SELECT count(*) FROM papers") == 3
    assert {reader.key_of(name) for name in ("acl:2024.x-1", DOI, "2406.00001")} == {first}
    check_search(library)
    agree(library)


def test_new_records_of_one_chunk_are_joined(library: Library) -> None:
    added = library.add_papers([KNOWN_BY_DOI, paper(2), KNOWN_BY_ID, BOTH], LISTING, read)
    assert (added.new, added.joined) == (2, 0)
    assert added.keys[0] == added.keys[2] == added.keys[3]
    agree(library)


def test_three_rows_become_one_at_once_and_old_keys_lead_on(
    library: Library, reader: LibraryReader, two: tuple[int, int]
) -> None:
    add(library, BOTH)
    later = paper(1, id="acl:2024.x-1", title="A third name of the same work on plants")
    (third,) = add(library, later, listing=BOOK)
    assert add(library, replace(later, doi=DOI)) == (two[0],)
    assert [reader.now_at(key) for key in (*two, third)] == [two[0]] * 3
    agree(library)


def test_acts_on_either_row_are_taken_back_on_the_one(
    library: Library, reader: LibraryReader, two: tuple[int, int]
) -> None:
    star = library.mark([two[1]], Mark.STARRED, True)
    tag = library.tag([two[1]], ["lamp"])
    add(library, BOTH)
    again = library.last_act(lambda name: False)
    assert again is not None and (again.number, again.only) == (tag.number, two[0])
    library.undo(tag.number)
    library.undo(star.number)
    assert (entry(reader, two[0]).marks, entry(reader, two[0]).tags) == (Mark.NONE, ())
    agree(library)


def test_a_later_act_on_the_one_is_not_undone_with_an_earlier_one(
    library: Library, reader: LibraryReader, two: tuple[int, int]
) -> None:
    act = library.mark([two[1]], Mark.STARRED, True)
    add(library, BOTH)
    library.mark([two[0]], Mark.STARRED, False)
    library.mark([two[0]], Mark.STARRED, True)
    library.undo(act.number)
    assert entry(reader, two[0]).marks == Mark.STARRED
    assert library.mark([two[1]], Mark.READ, True).papers == 1, "a screen may still hold the old key"


def test_the_key_of_a_paper_that_is_gone_is_given_to_no_other(library: Library) -> None:
    (first,) = add(library, replace(KNOWN_BY_DOI, listed=date(2024, 6, 3)), listing=BOOK)
    library.finish_bulk()
    (second,) = add(library, KNOWN_BY_ID, listing=ARCHIVE)
    add(library, BOTH)
    library.finish_bulk()
    keys = [add(library, *papers(3, number * 10, listed=KNOWN_BY_ID.listed)) for number in range(1, 4)]
    library.finish_bulk()
    assert second not in {key for some in keys for key in some} | {first}
    agree(library)


def test_answers_to_questions_about_either_row_find_the_one(library: Library, two: tuple[int, int]) -> None:
    book = BatchBook(library)
    batch = book.open(Batch("token", "endpoint", "small", "d1", "openai", "json"))
    book.add_shard(batch, Shard("one.jsonl", 1, 10, "00"), [("asked", two[1])])
    add(library, BOTH)
    assert book.items(["asked"])["asked"].key == two[0]
    assert list(book.asked_keys(batch)) == [two[0]]


def test_papers_that_wait_for_the_index_are_joined(library: Library, two: tuple[int, int]) -> None:
    for table in ("search", "lacking"):
        library.database.run(f"INSERT INTO {table} ({table}) VALUES ('delete-all')")
    library.database.run("INSERT INTO unindexed SELECT id FROM papers")
    add(library, BOTH)
    library.finish_bulk()
    check_search(library)


def test_an_index_that_is_made_anew_forgets_what_is_gone(library: Library, two: tuple[int, int]) -> None:
    rebuilding.begin(library.database)
    with closing(Tokeniser()) as tokeniser, library.database.transaction():
        rebuilding._step(library.database, tokeniser)
    add(library, BOTH)
    library.finish_bulk()
    check_search(library)
    agree(library)


def test_code_that_only_the_joined_row_told_of_is_no_news_where_it_could_be_seen(
    library: Library, reader: LibraryReader
) -> None:
    code = Links(code="https://code.example/1")
    (first,) = add(library, KNOWN_BY_DOI, listing=BOOK)
    add(library, replace(KNOWN_BY_ID, links=code), listing=ARCHIVE)
    library.looked(datetime.now(UTC) + timedelta(seconds=1))
    assert library.add_papers([BOTH], LISTING, read).updated == 0
    one = entry(reader, first)
    assert (one.summary.flags.code.value, one.changes) == (Release.RELEASED, ())
    assert library.add_papers([replace(BOTH, version=2, title="New")], LISTING, read).updated == 1
    assert ChangeKind.TITLE in {change.kind for change in entry(reader, first).changes}


def test_an_archives_id_that_gave_way_still_tells_papers_apart(library: Library) -> None:
    (key,) = add(library, paper(1, id="hf:x", links=Links(landing="https://arxiv.org/abs/2406.00001")))
    assert add(library, paper(1, id="acl:2024.x-1", links=Links())) == (key,)
    assert add(library, paper(1, id="arxiv:2406.00002")) != (key,)
    assert add(library, paper(8, id="arxiv:2406.00001")) == (key,)
