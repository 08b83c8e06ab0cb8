"""Papers of a file that stand under the id of another one."""

from __future__ import annotations

import pytest

from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.papers.bases import replace
from radar.papers.listed.listing import Listing
from radar.papers.listed.paper import Links, Paper, PaperId
from tests.library.samples import paper, read

FILE = Listing("file:kites.bib", "kites.bib")
BORROWED = PaperId("arxiv:2406.01234")


def record(title: str, *authors: str, **changes: object) -> Paper:
    own = {"id": BORROWED, "doi": "", "links": Links(landing="https://arxiv.org/abs/2406.01234")}
    return paper(1, title=title, authors=authors, listed=None, **{**own, **changes})


FIRST = record("On the patience of tomatoes in winter", "Ada Åberg")
OTHERS = (
    record("A dictionary of electrical engineering", "Ben Builder"),
    record("Seven ways to fly a kite", "Cy Reel", doi="10.1234/kites"),
)


@pytest.mark.parametrize("together", [True, False])
def test_papers_that_have_nothing_but_an_id_in_common_are_several(
    library: Library, reader: LibraryReader, together: bool
) -> None:
    parts = [[FIRST, *OTHERS]] if together else [[FIRST], OTHERS]
    keys = [key for papers in parts for key in library.add_papers(papers, FILE, read).keys]
    stored = {paper.title: paper for paper in reader.papers(keys).values()}
    assert len(stored) == 3
    assert stored[FIRST.title].id == BORROWED
    dictionary, kites = (stored[one.title] for one in OTHERS)
    assert dictionary.id.startswith("title:")
    assert dictionary.links.landing == ""
    assert (kites.id, kites.links.landing) == ("doi:10.1234/kites", "https://doi.org/10.1234/kites")


def test_they_are_known_when_the_file_comes_again(library: Library) -> None:
    first = library.add_papers([FIRST, *OTHERS], FILE, read)
    again = library.add_papers([FIRST, *OTHERS], FILE, read)
    assert (first.new, again.new) == (3, 0)
    assert first.keys == again.keys


def test_a_doi_that_was_copied_is_taken_from_the_copy_alone(library: Library, reader: LibraryReader) -> None:
    kites = replace(OTHERS[1], id=PaperId("doi:10.1234/kites"))
    copy = record("Anthology of reels", "Di Bow", id=PaperId("acl:2024.kites-1.1"), doi="10.1234/kites")
    keys = library.add_papers([kites, copy], FILE, read).keys
    stored = {paper.title: paper for paper in reader.papers(keys).values()}
    assert (stored[copy.title].id, stored[copy.title].doi) == ("acl:2024.kites-1.1", "")
    assert stored[kites.title].doi == "10.1234/kites"


@pytest.mark.parametrize(
    "same",
    [
        record("Another name altogether", "Åberg, A."),
        record("Patience of the tomatoes", "Ben Builder"),
        record("Another name altogether"),
        record("耐心的番茄", "王小明"),
    ],
    ids=["same author", "title alike", "no author", "other script"],
)
def test_what_may_be_one_paper_stays_one(library: Library, same: Paper) -> None:
    added = library.add_papers([FIRST], FILE, read)
    again = library.add_papers([same], FILE, read)
    assert added.keys == again.keys


def test_a_site_is_believed_about_its_own_papers(library: Library) -> None:
    added = library.add_papers([FIRST], FILE, read)
    again = library.add_papers([OTHERS[0]], Listing("arxiv:cs.CL", "arXiv"), read)
    assert added.keys == again.keys
