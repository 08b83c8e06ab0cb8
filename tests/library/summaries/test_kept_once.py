"""What a paper's row says already is not kept a second time, and is never lost for it."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from radar.library.database.sweeping import Sweep, statement
from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.library.schema.later_tables import SHOWN_TAKEAWAYS
from radar.library.schema.migrations import MIGRATIONS, Migration, migrate
from radar.library.summaries.stored_summaries import kept_summaries
from radar.papers.listed.paper import Links, PaperId
from tests.library.samples import LISTING, paper, papers, read, summary


def takeaways(library: Library) -> list[str]:
    return [text for (text,) in library.database.rows("SELECT takeaway FROM readings ORDER BY id")]


def offline(reader: LibraryReader, key: int) -> str:
    entry = reader.entry(key)
    assert entry is not None
    return entry.summaries[0].takeaway.text


def test_what_the_rules_read_is_kept_once_where_it_is_shown(library: Library, reader: LibraryReader) -> None:
    (key,) = library.add_papers([paper(1)], LISTING, read).keys
    own = read(paper(1)).takeaway.text
    assert takeaways(library) == ["\x1f"]
    assert offline(reader, key) == reader.rows([key])[0].takeaway == own
    library.save_summaries([summary(paper(1), "A model speaks of basil")])
    assert takeaways(library) == [own]
    assert (offline(reader, key), reader.rows([key])[0].takeaway) == (own, "A model speaks of basil")
    library.show_summary(key, 0)
    assert takeaways(library) == ["\x1f"]
    assert offline(reader, key) == reader.rows([key])[0].takeaway == own
    library.show_summary(key, 1)
    assert offline(reader, key) == own


def test_an_empty_takeaway_stays_empty_when_a_model_has_one(library: Library, reader: LibraryReader) -> None:
    (key,) = library.add_papers([paper(1, abstract="")], LISTING, read).keys
    assert offline(reader, key) == ""
    library.save_summaries([summary(paper(1), "A model speaks of basil")])
    assert offline(reader, key) == ""


def test_a_reading_by_newer_rules_replaces_what_is_shown_or_stays_behind_it(
    library: Library, reader: LibraryReader
) -> None:
    one, two = library.add_papers([paper(1), paper(2)], LISTING, read).keys
    library.save_summaries([summary(paper(2), "A model speaks of basil")])
    newer = [read(paper(number, abstract="Read anew. And more.")) for number in (1, 2)]
    library.save_readings([(paper(1).id, newer[0]), (paper(2).id, newer[1])])
    assert [offline(reader, key) for key in (one, two)] == ["Read anew", "Read anew"]
    assert [row.takeaway for row in reader.rows([one, two])] == ["Read anew", "A model speaks of basil"]


def test_a_library_of_an_older_radar_is_made_narrower(path: Path) -> None:
    with closing(Library.open(path)) as library:
        keys = library.add_papers(papers(300), LISTING, read).keys
        library.save_summaries([summary(paper(7), "A model speaks of basil")])
        database = library.database
        database.run(
            "UPDATE readings SET takeaway = (SELECT takeaway FROM papers WHERE papers.id = readings.id) "
            "WHERE takeaway = char(31)"
        )
        again = Migration(
            MIGRATIONS[-1].number + 1, "again", (), Sweep("readings", statement(SHOWN_TAKEAWAYS))
        )
        migrate(database, (*MIGRATIONS, again))
        assert takeaways(library).count("\x1f") == 299
        kept = [kept_summaries(database, key, PaperId(""))[0][0].takeaway.text for key in keys]
        assert kept == [read(one).takeaway.text for one in papers(300)]


def test_the_page_that_an_id_leads_to_is_not_written_down(library: Library, reader: LibraryReader) -> None:
    landing = "https://arxiv.org/abs/2406.00001"
    given = [
        Links(landing=landing),
        Links(),
        Links(landing="https://moss.example/2"),
        Links(landing="https://arxiv.org/abs/2406.00004", pdf="https://moss.example/4.pdf"),
    ]
    written = [paper(number, links=links) for number, links in enumerate(given, 1)]
    keys = library.add_papers(written, LISTING, read).keys
    assert library.database.rows("SELECT links FROM papers WHERE id = ?", (keys[0],)) == [("~",)]
    entries = [reader.entry(key) for key in keys]
    assert [entry.paper.links for entry in entries if entry is not None] == given
