from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from radar.abstracts.reading import read
from radar.errors import RadarError
from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.papers.bases import replace
from radar.papers.listed.listing import Listing
from radar.papers.reader.query import PaperQuery
from radar.pipeline.watches import Watches
from tests.pipeline.fakes import paper


def test_a_watch_that_there_is_not_leads_to_the_one_that_was_meant(tmp_path: Path) -> None:
    library = Library.open(tmp_path / "library.sqlite3")
    for number in range(12):
        library.add_watch(f"Length penalty {'x' * number}", PaperQuery("nothing"))
    reader = LibraryReader.open(library.path)
    with pytest.raises(RadarError, match=r"there is no watch lenght penalty\. Did you mean Length penalty\?"):
        Watches(reader).called("lenght penalty")
    with pytest.raises(RadarError, match=r"There are: Length penalty; .*x{9}; and 2 more: radar watch list"):
        Watches(reader).called("zebra")
    reader.close()
    library.close()


def test_watches_are_found_by_name_or_number_and_tell_what_came_since_a_moment(tmp_path: Path) -> None:
    library = Library.open(tmp_path / "library.sqlite3")
    reader = LibraryReader.open(library.path)
    watches = Watches(reader)
    with pytest.raises(RadarError, match="there is no watch 1"):
        watches.called("1")
    early = library.add_papers([paper(1)], Listing("x"), read).keys
    made, _ = library.add_watch("two", PaperQuery(paper(1).title.split()[0]))
    other, _ = library.add_watch("one", PaperQuery("nothing"))
    with library.database.transaction():
        # As it may be called that was saved when a number could still be a name.
        library.database.run("UPDATE watches SET name = '2', folded = '2' WHERE number = ?", (made.number,))
    made = replace(made, name="2")
    late = library.add_papers([paper(2)], Listing("x"), read).keys
    assert watches.all() == (made, other)
    assert watches.called(" 2 ") == made, "a name goes before a number"
    assert watches.called("ONE") == other
    assert tuple(watches.new_papers(made)) == late
    before = replace(made, seen=made.seen - timedelta(microseconds=1))
    assert set(watches.new_papers(before)) == {*early, *late}
    assert not watches.new_papers(other)
    reader.close()
    library.close()
