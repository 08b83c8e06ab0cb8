"""Readings by older rules."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from radar.abstracts.reading import RULES_VERSION, read
from radar.errors import LibraryError
from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.papers.bases import replace
from radar.papers.listed.listing import Listing
from radar.papers.listed.paper import Paper
from radar.papers.reader.query import Mark
from radar.papers.summaries.summary import Reading, Takeaway, TakeawayOrigin
from radar.pipeline.rereading import reread
from tests.pipeline.fakes import FakeSummariser, paper


def _newer(paper: Paper) -> Reading:
    takeaway = Takeaway(f"Read anew: {paper.title}", TakeawayOrigin.OFFLINE)
    return replace(read(paper), rules_version=RULES_VERSION + 1, takeaway=takeaway)


def test_papers_that_older_rules_read_are_read_again(library: Library, reader: LibraryReader) -> None:
    papers = [paper(number) for number in range(600)]
    keys = tuple(
        key
        for start in (0, 300)
        for key in library.add_papers(papers[start : start + 300], Listing("file:moss"), read).keys
    )
    assert [event.done for event in reread(library, _newer, RULES_VERSION + 1)] == [256, 512, 600]
    assert all(row.takeaway.startswith("Read anew: ") for row in reader.rows(keys))
    assert list(reread(library, _newer, RULES_VERSION + 1)) == []


def test_marks_tags_and_the_summaries_of_models_stay(library: Library, reader: LibraryReader) -> None:
    (key,) = library.add_papers([paper(1)], Listing("file:moss"), read).keys
    library.mark([key], Mark.STARRED, True)
    library.set_tags(key, ["moss"])
    library.looked(datetime.now(UTC))
    library.save_summaries([FakeSummariser().summary_of(paper(1))])
    list(reread(library, _newer, RULES_VERSION + 1))
    entry = reader.entry(key)
    assert entry is not None
    assert (entry.marks, entry.tags) == (Mark.STARRED, ("moss",))
    assert entry.summary.takeaway.text.startswith("fake-1 on ")
    assert entry.summaries[0].takeaway.text.startswith("Read anew: ")


def test_rules_that_do_not_grow_end_in_an_error_and_not_in_an_endless_loop(library: Library) -> None:
    library.add_papers([paper(1)], Listing("file:moss"), read)
    with pytest.raises(LibraryError):
        list(reread(library, read, RULES_VERSION + 1))
