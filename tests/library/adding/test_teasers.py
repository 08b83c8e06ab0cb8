"""What is no abstract gives way to one."""

from __future__ import annotations

import pytest

from radar.library.adding.merging import merged
from radar.library.adding.teasers import gives_way
from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.papers.bases import replace
from radar.papers.listed.change import ChangeKind
from radar.papers.listed.listing import Listing
from tests.library.samples import LISTING, paper, read

WHOLE = (
    "We let kites steer themselves by the tension of their lines. A kite that feels the wind turn follows it "
    "before it stalls, and comes back to its course by itself. On forty days of flights over the dunes it "
    "stayed up 93.5% of the time, where kites on plain lines came down twice an hour. code released."
)
TEASER = "Nature, Published online: 20 November 2026; doi:10.1038/x"
OTHER = Listing("arxiv:cs.RO", "arXiv")


@pytest.mark.parametrize(
    "text",
    [
        "",
        TEASER,
        "Nature Machine Intelligence, Published online: 20 November 2026; doi:10.1038/s42256-026-1",
        "Publication date: December 2026 Source: Journal of Kites, Volume 3 Author(s): Ada Kite",
        "Journal of Kites, Volume 36, Issue 2, Page 1-10, March 2026.",
        "Journal of Kites, Ahead of Print.",
        "Kites that steer. https://doi.org/10.1234/kites.7",
        "We let kites steer themselves by the tension of their lines. A kite that feels the wi…",
        "We let kites steer themselves by the tension of their lines. A kite [...]",
        "We let kites steer themselves by the tension of their lines... Read more",
        "We let kites steer themselves by the tension of their lines.",
        "An article about kites.",
    ],
)
def test_what_is_surely_less_gives_way_to_an_abstract_and_never_the_other_way_round(text: str) -> None:
    assert gives_way(text, WHOLE)
    assert not gives_way(WHOLE, text)


@pytest.mark.parametrize(
    ("text", "other"),
    [
        (WHOLE, "We let kites steer. " * 60),
        (WHOLE, WHOLE + " We also fly them at night."),
        ("This paper has been withdrawn by the authors.", WHOLE),
        ("Retracted because of an error in Figure 2.", WHOLE),
        (
            "We prove that every kite with an even tail flies.",
            "Every kite flies if its tail is even, as we prove.",
        ),
        (TEASER, "Journal of Kites, Published online: 21 November 2026; doi:10.1038/x, in a longer line."),
        (WHOLE, ""),
    ],
)
def test_of_two_abstracts_the_first_stays(text: str, other: str) -> None:
    assert not gives_way(text, other)


def test_an_abstract_takes_the_place_of_a_line_of_the_publishers_without_being_a_change(
    library: Library, reader: LibraryReader
) -> None:
    (key,) = library.add_papers([paper(1, abstract=TEASER)], LISTING, read).keys
    library.database.run("UPDATE papers SET added = 0")
    added = library.add_papers([paper(1, abstract=WHOLE)], OTHER, read)
    assert (added.changed, added.updated) == (1, 1)
    for listing in (LISTING, OTHER):
        again = library.add_papers([paper(1, abstract=TEASER)], listing, read)
        assert (again.changed, again.updated) == (0, 0)
    entry = reader.entry(key)
    assert entry is not None
    assert entry.paper.abstract == WHOLE
    assert [change.kind for change in entry.changes] == [ChangeKind.CODE_OUT]
    assert reader.rows([key])[0].takeaway == "We let kites steer themselves by the tension of their lines"


def test_a_short_text_of_a_later_version_stays_but_a_line_of_the_publishers_does_not() -> None:
    short = paper(1, version=2, abstract="A note about kites.")
    assert merged(short, paper(1, abstract=WHOLE)).abstract == short.abstract
    assert merged(short, paper(1, version=2, abstract=WHOLE)).abstract == WHOLE
    assert merged(replace(short, abstract=TEASER), paper(1, abstract=WHOLE)).abstract == WHOLE
