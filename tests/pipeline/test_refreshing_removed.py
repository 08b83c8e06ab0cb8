"""Sources that list papers which the reader removed."""

from __future__ import annotations

from contextlib import aclosing

from radar.abstracts.reading import read
from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.papers.listed.listing import Listing
from radar.pipeline.events import PageKept
from radar.pipeline.source_standing import standing_lines
from tests.pipeline.fakes import NOON, FakeSource, paper
from tests.pipeline.test_refreshing import outcomes_of, refresher_of


async def test_a_page_tells_what_the_library_had_before(library: Library) -> None:
    removed = library.add_papers([paper(1), paper(2)], Listing("mine"), read).keys[:1]
    library.remove(removed)
    source = FakeSource("hf:daily", [[paper(1), paper(2), paper(3)]])
    async with aclosing(refresher_of(library, source).run(["hf:daily"])) as events:
        (kept,) = [event async for event in events if isinstance(event, PageKept)]
    assert (kept.papers, kept.new, kept.known) == (3, 1, 1)


async def test_what_the_reader_removed_is_left_out_and_counted_once(
    library: Library, reader: LibraryReader
) -> None:
    source = FakeSource("hf:daily", [[paper(1), paper(2)], [paper(2), paper(3)]])
    await outcomes_of(refresher_of(library, source), "hf:daily")
    keys = [reader.key_of(paper(number).id) or 0 for number in (1, 2, 3)]
    library.remove(keys[1:2])
    done = await outcomes_of(refresher_of(library, source), "hf:daily")
    assert done["hf:daily"].line == "hf:daily: 0 new, 2 known, 1 left out that you removed"
    assert (done["hf:daily"].papers, done["hf:daily"].removed) == (3, 1)
    library.remove(keys)
    done = await outcomes_of(refresher_of(library, source), "hf:daily")
    assert done["hf:daily"].line == "hf:daily: nothing new, 3 left out that you removed"
    assert reader.counts().papers == 0


async def test_a_source_whose_papers_were_all_removed_is_not_said_to_list_none(library: Library) -> None:
    source = FakeSource("hf:daily", [[paper(1), paper(2)]])
    await outcomes_of(refresher_of(library, source), "hf:daily")
    library.remove([key for (key,) in library.database.rows("SELECT id FROM papers")])
    await outcomes_of(refresher_of(library, source), "hf:daily")
    for state in library.source_states():
        assert standing_lines(state, NOON)[0].endswith("  all 2 papers listed were removed by you")
    library.undo(library.removals()[0].number)
    await outcomes_of(refresher_of(library, source), "hf:daily")
    assert library.source_states()[-1].removed == 0


async def test_what_was_removed_long_ago_is_forgotten_by_the_way(library: Library) -> None:
    source = FakeSource("hf:daily", [[paper(1)]])
    await outcomes_of(refresher_of(library, source), "hf:daily")
    library.remove([key for (key,) in library.database.rows("SELECT id FROM papers")])
    await outcomes_of(refresher_of(library, source), "hf:daily")
    assert [removal.kept for removal in library.removals()] == [True]
    library.database.run("UPDATE removals SET removed = 0")
    await outcomes_of(refresher_of(library, source), "hf:daily")
    assert library.database.value("SELECT count(*) FROM removed_papers") == 0
    assert library.database.value("SELECT count(*) FROM removed") == 1
