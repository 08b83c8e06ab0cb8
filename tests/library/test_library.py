"""Papers into the library and out again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from radar.errors import LibraryError
from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.papers.bases import replace
from radar.papers.listed.listing import Listing
from radar.papers.listed.paper import Links, Paper
from radar.papers.reader.query import Mark, PaperQuery
from radar.papers.summaries.flags import Basis, Claim, CodeStatus, Release
from radar.papers.summaries.summary import Reading, TakeawayOrigin
from tests.library.samples import LISTING, MONDAY, CountingRead, paper, papers, read, with_code

FULL = paper(
    7,
    authors=("Ada Åberg", "李 明"),
    abstract="Plants grow 5 % taller. code released. data promised. It is best.",
    venue="Journal of Windowsills",
    categories=("q-bio.TO", "cs.GR"),
    published=date(2024, 5, 1),
    links=Links(
        "https://plants.example/7",
        "https://plants.example/7.pdf",
        "https://code.example/7",
        "author",
        "https://p.example",
    ),
    comment="12 pages",
    doi="10.1234/plant.7",
    stars=12,
    upvotes=3,
)


def test_a_paper_comes_back_as_it_was_given(library: Library, reader: LibraryReader) -> None:
    (key,) = library.add_papers([FULL], LISTING, read).keys
    entry = reader.entry(key)
    assert entry is not None
    assert entry.paper == FULL
    assert entry.summary.flags == read(FULL).flags
    assert entry.summary.takeaway == read(FULL).takeaway
    assert entry.summary.provenance.summariser == "offline"
    assert entry.origins == (LISTING,)
    assert (entry.marks, entry.tags, entry.error, entry.shown) == (Mark.NONE, (), "", 0)
    assert datetime.now(UTC) - entry.added < timedelta(minutes=5)


def test_a_row_shows_the_flags_of_the_reading(library: Library, reader: LibraryReader) -> None:
    (key,) = library.add_papers([FULL], LISTING, read).keys
    (row,) = reader.rows([key])
    assert (row.key, row.id, row.title) == (key, FULL.id, FULL.title)
    assert (row.takeaway, row.takeaway_origin) == ("Plants grow 5 % taller", TakeawayOrigin.QUOTED)
    assert (row.code, row.data) == (Release.RELEASED, Release.PROMISED)
    assert (row.claim, row.state_of_the_art, row.figure) == (Claim.QUANTIFIED, True, "+5 % yield")
    assert (row.day, row.dated, row.standing.disputed, row.new) == (MONDAY, True, False, True)


@pytest.mark.parametrize(("basis", "guessed"), [(Basis.GUESS, True), (Basis.LISTING, False)])
def test_a_row_tells_the_site_s_guess_from_a_statement(
    library: Library, reader: LibraryReader, basis: Basis, guessed: bool
) -> None:
    def linked(about: Paper) -> Reading:
        reading = read(about)
        code = CodeStatus(Release.RELEASED, "https://code.example/7", basis=basis)
        return replace(reading, flags=replace(reading.flags, code=code))

    (key,) = library.add_papers([FULL], LISTING, linked).keys
    (row,) = reader.rows([key])
    assert (row.code, row.code_guessed) == (Release.RELEASED, guessed)
    entry = reader.entry(key)
    assert entry is not None and entry.summary.flags.code.basis is basis


def test_importing_twice_changes_nothing(library: Library, reader: LibraryReader) -> None:
    chunk = papers(66)
    first = library.add_papers(chunk, LISTING, read)
    before = library.database.rows("SELECT * FROM papers")
    counting = CountingRead()
    second = library.add_papers(chunk, LISTING, counting)
    assert (first.new, first.known, first.changed) == (66, 0, 0)
    assert (second.new, second.known, second.changed) == (0, 66, 0)
    assert second.keys == first.keys
    assert counting.seen == []
    assert library.database.rows("SELECT * FROM papers") == before
    assert reader.counts().papers == 66


def test_a_paper_twice_in_one_chunk_is_one_paper(library: Library, reader: LibraryReader) -> None:
    added = library.add_papers([paper(1), paper(2), paper(1, doi="10.1/x")], LISTING, read)
    assert (added.new, added.known, added.keys[0]) == (2, 1, added.keys[2])
    entry = reader.entry(added.keys[0])
    assert entry is not None
    assert entry.paper.doi == "10.1/x"


def test_a_known_paper_gains_what_it_lacked_and_keeps_what_it_had(
    library: Library, reader: LibraryReader
) -> None:
    bare = paper(1, abstract="", authors=(), upvotes=2, stars=9)
    (key,) = library.add_papers([bare], LISTING, read).keys
    library.mark([key], Mark.STARRED, True)
    richer = with_code(1, title="Another wording of the title in a later listing", upvotes=5)
    added = library.add_papers([richer], Listing("arxiv:q-bio"), read)
    entry = reader.entry(key)
    assert (added.new, added.known, added.changed, added.keys) == (0, 1, 1, (key,))
    assert entry is not None
    assert entry.paper == replace(richer, title=bare.title, stars=9)
    assert entry.origins == (LISTING, Listing("arxiv:q-bio"))
    assert entry.marks == Mark.STARRED
    assert entry.summary.flags.code.value is Release.RELEASED
    (row,) = reader.rows([key])
    assert (row.code, row.takeaway, row.marks) == (Release.RELEASED, "Plant w1x works", Mark.STARRED)
    assert list(reader.keys(PaperQuery(text="w1x"))) == [key]


def test_a_known_paper_is_read_again_only_for_a_new_text(library: Library) -> None:
    library.add_papers([paper(1)], LISTING, read)
    counting = CountingRead()
    library.add_papers([paper(1, upvotes=4)], LISTING, counting)
    assert counting.seen == []
    library.add_papers([paper(1, comment="code released")], LISTING, counting)
    assert [one.comment for one in counting.seen] == ["code released"]


def test_an_id_made_of_the_title_gives_way_to_a_real_one(library: Library, reader: LibraryReader) -> None:
    nameless = paper(1, id="title:0123456789abcdef", listed=None)
    (key,) = library.add_papers([nameless], LISTING, read).keys
    library.add_papers([paper(1)], LISTING, read)
    (row,) = reader.rows([key])
    assert row.id == paper(1).id
    assert reader.key_of("title:0123456789abcdef") == reader.key_of("2406.00001") == key


def test_the_order_of_a_file_is_the_order_of_a_day(library: Library, reader: LibraryReader) -> None:
    chunk = papers(30)
    keys = [*library.add_papers(chunk[:20], LISTING, read).keys]
    keys += library.add_papers(chunk[20:], LISTING, read).keys
    assert list(reader.keys(PaperQuery())) == keys
    assert keys == sorted(keys, reverse=True)


def test_papers_that_come_later_the_same_day_stand_above(library: Library, reader: LibraryReader) -> None:
    morning = library.add_papers(papers(3), LISTING, read).keys
    library.finish_bulk()
    evening = library.add_papers(papers(3, first=10), LISTING, read).keys
    assert tuple(reader.keys(PaperQuery())) == evening + morning


def test_newer_days_stand_above_older_ones_whatever_came_first(
    library: Library, reader: LibraryReader
) -> None:
    (new,) = library.add_papers([paper(1, listed=date(2025, 1, 1))], LISTING, read).keys
    (old,) = library.add_papers([paper(2, listed=None, published=date(1998, 2, 3))], LISTING, read).keys
    assert list(reader.keys(PaperQuery())) == [new, old]
    assert [row.day for row in reader.rows([new, old])] == [date(2025, 1, 1), date(1998, 2, 3)]


def test_a_paper_without_a_date_stands_under_the_day_of_its_import(
    library: Library, reader: LibraryReader
) -> None:
    (key,) = library.add_papers([paper(1, listed=None)], LISTING, read).keys
    (row,) = reader.rows([key])
    assert not row.dated
    assert abs((row.day - datetime.now(UTC).date()).days) <= 1


def test_hostile_text_is_clean_before_it_is_stored(library: Library, reader: LibraryReader) -> None:
    hostile = paper(
        1,
        id="hf:\x1b[31mred\u202e\x07",
        title="Red \x1b[31mtomatoes\x1b]0;owned\x07 [/x]\u202e",
        authors=("Eve\nMallory\x00", "\u200b"),
        comment="a\x9b2Jb",
        links=Links(landing="javascript:alert(1)", code="https://ok.example/\x1b[0mx"),
    )

    def hostile_read(one: Paper) -> Reading:
        reading = read(one)
        takeaway = replace(reading.takeaway, text="Grow\x1b[2J\u202e them")
        results = replace(reading.flags.results, figure="+1\x07 %")
        return replace(reading, takeaway=takeaway, flags=replace(reading.flags, results=results))

    (key,) = library.add_papers([hostile], Listing("file:\x1b[1mx", "\x07label"), hostile_read).keys
    entry = reader.entry(key)
    assert entry is not None
    assert entry.paper.id == "hf:red"
    assert entry.paper.title == "Red tomatoes [/x]"
    assert entry.paper.authors == ("Eve Mallory",)
    assert entry.paper.links == Links(code="https://ok.example/x")
    assert (entry.paper.comment, entry.origins) == ("ab", (Listing("file:x", "label"),))
    (row,) = reader.rows([key])
    assert (row.takeaway, row.figure) == ("Grow them", "+1 %")
    assert entry.summary.takeaway.text == "Grow them"


def test_a_chunk_that_cannot_be_read_adds_nothing(library: Library, reader: LibraryReader) -> None:
    def failing(one: Paper) -> Reading:
        if one == paper(2):
            raise LibraryError("unreadable")
        return read(one)

    with pytest.raises(LibraryError, match="unreadable"):
        library.add_papers(papers(3), LISTING, failing)
    assert reader.counts().papers == 0
    assert library.add_papers(papers(3), LISTING, read).new == 3


def test_new_means_added_since_the_reader_last_looked(
    library: Library, open_reader: Callable[[], LibraryReader]
) -> None:
    (old,) = library.add_papers([paper(1)], LISTING, read).keys
    before = open_reader()
    assert before.since is None
    assert before.rows([old])[0].new
    looked = datetime.now(UTC)
    library.looked(looked)
    (new,) = library.add_papers([paper(2)], LISTING, read).keys
    after = open_reader()
    assert after.since == looked
    assert [row.new for row in after.rows([old, new])] == [False, True]
    assert (before.counts().new, after.counts().new) == (2, 1)


def test_a_paper_that_was_read_is_not_counted_as_new(
    library: Library, open_reader: Callable[[], LibraryReader]
) -> None:
    library.add_papers(papers(2), LISTING, read)
    first = open_reader()
    library.looked(datetime.now(UTC))
    keys = library.add_papers(papers(5)[2:], LISTING, read).keys
    second = open_reader()
    assert (first.counts().new, second.counts().new) == (5, 3)
    library.mark(keys[:2], Mark.READ, True)
    assert (first.counts().new, second.counts().new) == (3, 1)
    library.mark(keys[:1], Mark.READ, False)
    assert (first.counts().new, second.counts().new) == (4, 2)


def test_new_papers_are_counted_in_an_index_alone(
    library: Library, open_reader: Callable[[], LibraryReader]
) -> None:
    library.looked(datetime.now(UTC))
    asked: list[str] = []
    reader = open_reader()
    reader._database._connection.set_trace_callback(asked.append)
    reader.counts()
    (question,) = [one for one in asked if "added >" in one]
    plan = library.database.rows(f"EXPLAIN QUERY PLAN {question}")
    assert "USING COVERING INDEX i_arrived" in str(plan)


def test_readings_by_older_rules_are_found_and_replaced(library: Library, reader: LibraryReader) -> None:
    keys = library.add_papers(papers(3), LISTING, read).keys
    assert (reader.outdated(1), reader.outdated(2)) == (0, 3)
    library.mark(keys[:1], Mark.READ, True)
    assert library.outdated(1, 10) == ()
    assert len(library.outdated(2, 2)) == 2
    stale = library.outdated(2, 10)
    assert stale == tuple(papers(3))
    library.save_readings([(one.id, replace(read(with_code(9)), rules_version=2)) for one in stale])
    assert library.outdated(2, 10) == ()
    rows = reader.rows(keys)
    assert {row.code for row in rows} == {Release.RELEASED}
    assert [row.marks for row in rows] == [Mark.READ, Mark.NONE, Mark.NONE]
    assert len(reader.keys(PaperQuery(text="w9x"))) == 3, "the new takeaway can be searched"


def test_the_counts_follow_every_change(library: Library, reader: LibraryReader) -> None:
    assert reader.counts().latest is None
    keys = library.add_papers([*papers(3), with_code(4)], LISTING, read).keys
    library.mark(keys[:2], Mark.READ, True)
    library.mark(keys[:1], Mark.STARRED, True)
    counts = reader.counts()
    assert (counts.papers, counts.unread, counts.starred, counts.with_code) == (4, 2, 1, 1)
    assert counts.latest is not None
    library.save_readings([(with_code(4).id, read(paper(4)))])
    library.mark(keys, Mark.READ, False)
    counts = reader.counts()
    assert (counts.unread, counts.starred, counts.with_code) == (4, 1, 0)


def test_code_that_is_only_promised_is_not_counted_as_out(library: Library, reader: LibraryReader) -> None:
    promised = paper(2, abstract="Plant w2x works. code promised.")
    library.add_papers([with_code(1), promised, paper(3)], LISTING, read)
    assert reader.counts().with_code == 1


def test_the_data_version_tells_that_another_wrote(library: Library, reader: LibraryReader) -> None:
    before = reader.data_version()
    assert reader.data_version() == before
    library.add_papers([paper(1)], LISTING, read)
    assert reader.data_version() != before


def test_folder_and_file_are_for_the_reader_only(library: Library, path: Path) -> None:
    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert path.stat().st_mode & 0o777 == 0o600


def test_newer_counts_of_a_known_paper_are_taken_and_cost_the_index_nothing(
    library: Library, reader: LibraryReader
) -> None:
    (key,) = library.add_papers([paper(1, upvotes=2, stars=9)], LISTING, read).keys
    before = library.database.rows("SELECT * FROM search_data")
    added = library.add_papers([paper(1, upvotes=5)], LISTING, read)
    entry = reader.entry(key)
    assert entry is not None
    assert (added.changed, entry.paper.upvotes, entry.paper.stars) == (1, 5, 9)
    assert library.database.rows("SELECT * FROM search_data") == before


def test_papers_without_an_id_are_told_apart_by_their_titles(library: Library, reader: LibraryReader) -> None:
    added = library.add_papers([paper(1, id=""), paper(2, id="\x07")], LISTING, read)
    assert added.new == 2
    assert all(row.id.startswith("title:") for row in reader.rows(added.keys))
