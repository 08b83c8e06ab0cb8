"""Which papers that passed a question still do after marks."""

from __future__ import annotations

from radar.abstracts.reading import read
from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.papers.listed.listing import Listing
from radar.papers.reader.query import Mark, PaperQuery
from tests.pipeline.fakes import paper


def test_papers_that_marks_put_out_of_a_question_pass_no_more(library: Library) -> None:
    keys = library.add_papers([paper(each) for each in range(4)], Listing("file:moss"), read).keys
    reader = LibraryReader.open(library.path)
    try:
        library.mark(keys[:2], Mark.READ, True)
        library.tag(keys[1:2], ["reef"])
        assert reader.passing(PaperQuery(unread=True), keys) == keys[2:]
        assert reader.passing(PaperQuery(text="-is:read"), keys) == keys[2:]
        assert reader.passing(PaperQuery(tag="reef"), keys) == keys[1:2]
        assert reader.passing(PaperQuery(), ()) == ()
    finally:
        reader.close()
