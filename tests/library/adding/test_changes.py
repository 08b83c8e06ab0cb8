"""What changes of papers after the reader could have seen them: noted, marked, found, and read away."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest

from radar.abstracts.reading import read as read_by_rule
from radar.library.adding.changes import TOGETHER
from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.papers.bases import replace
from radar.papers.listed.announced import Announced
from radar.papers.listed.change import ChangeKind
from radar.papers.listed.listing import Listing
from radar.papers.listed.paper import Links, Paper
from radar.papers.reader.query import Mark, PaperEntry, PaperQuery
from radar.papers.summaries.flags import Basis, CodeStatus, Release
from radar.papers.summaries.summary import Reading
from tests.library.samples import LISTING, paper, read, summary, with_code

OTHER = Listing("arxiv:q-bio.TO", "arXiv q-bio.TO")
LATER = Links(code="https://code.example/plants", code_added_by="author")


def add(library: Library, *papers: Paper, listing: Listing = LISTING) -> tuple[int, ...]:
    return library.add_papers(papers, listing, read).keys


def entry(reader: LibraryReader, key: int) -> PaperEntry:
    found = reader.entry(key)
    assert found is not None
    return found


def kinds(reader: LibraryReader, key: int) -> list[ChangeKind]:
    return [change.kind for change in entry(reader, key).changes]


def looked(library: Library) -> None:
    library.looked(datetime.now(UTC) + timedelta(seconds=1))


def updated(reader: LibraryReader) -> list[int]:
    return list(reader.keys(PaperQuery("is:updated")))


def test_code_that_comes_out_later_is_news_also_by_another_listing(
    library: Library, reader: LibraryReader
) -> None:
    (key, other) = add(library, paper(1), paper(2))
    looked(library)
    added = library.add_papers([paper(1, links=LATER), paper(2)], OTHER, read)
    assert (added.updated, added.changed) == (1, 1)
    (change,) = entry(reader, key).changes
    assert change.line == "code is now out: code.example/plants"
    assert change.listing == OTHER
    assert entry(reader, key).updated
    assert [row.updated for row in reader.rows([key, other])] == [True, False]
    assert updated(reader) == list(reader.first(PaperQuery(updated=True))) == [key]
    assert library.add_papers([paper(1, links=LATER)], OTHER, read).updated == 0, "once"


def test_two_listings_of_one_morning_are_no_news(library: Library, reader: LibraryReader) -> None:
    (key,) = add(library, paper(1))
    assert library.add_papers([paper(1, links=LATER)], OTHER, read).updated == 0
    assert reader.rows([key])[0].code is Release.RELEASED
    assert (kinds(reader, key), updated(reader)) == ([], [])


@pytest.mark.parametrize("seen", ["looked", "looked at the last", "read", "starred", "long ago"])
def test_a_paper_that_could_be_seen_is_updated(library: Library, reader: LibraryReader, seen: str) -> None:
    (key,) = add(library, paper(1))
    if seen == "looked":
        looked(library)
    elif seen == "looked at the last":
        # What was seen is noted as the moment at which the last of it came.
        library.looked(entry(reader, key).added)
    elif seen == "long ago":
        library.database.run("UPDATE papers SET added = added - ?", (TOGETHER,))
    else:
        library.mark([key], Mark.READ if seen == "read" else Mark.STARRED, True)
    add(library, paper(1, links=LATER))
    assert updated(reader) == [key]


def test_a_new_version_is_told_with_what_it_changes(library: Library, reader: LibraryReader) -> None:
    old = paper(1, version=2, updated=date(2024, 6, 3))
    (key,) = add(library, old)
    looked(library)
    new = replace(old, version=3, updated=date(2024, 7, 1), title="Lamps", abstract="Anew. It works.")
    add(library, new, listing=OTHER)
    assert kinds(reader, key) == [ChangeKind.VERSION, ChangeKind.TITLE, ChangeKind.ABSTRACT]
    version, title, abstract = entry(reader, key).changes
    assert (version.before, version.after) == ("2", "3")
    assert (title.before, title.after) == (old.title, "Lamps")
    assert (abstract.before, abstract.after) == ("", ""), "an abstract is not kept twice"
    assert entry(reader, key).paper == new
    assert list(reader.keys(PaperQuery("lamps"))) == [key]
    assert list(reader.keys(PaperQuery("windowsill"))) == []
    assert add(library, old) == (key,), "an older version changes nothing"
    assert entry(reader, key).paper == new
    assert len(kinds(reader, key)) == 3


def test_a_version_of_a_paper_whose_version_was_not_known_is_news_where_it_is_announced_as_such(
    library: Library, reader: LibraryReader
) -> None:
    (one, two) = add(library, paper(1), paper(2))
    looked(library)
    add(library, paper(1, version=2), paper(2, version=2, announced=Announced.REPLACED), listing=OTHER)
    assert (kinds(reader, one), kinds(reader, two)) == ([], [ChangeKind.VERSION])
    assert [origin.announced for origin in entry(reader, two).arrivals] == [
        Announced.UNKNOWN,
        Announced.REPLACED,
    ]


@pytest.mark.parametrize("version", [0, 1, 2])
def test_a_replacement_whose_number_is_not_told_is_news_by_its_day_and_once(
    library: Library, reader: LibraryReader, version: int
) -> None:
    day = date(2024, 7, 1) if version == 2 else None
    old = paper(1, published=date(2024, 6, 3), version=version, updated=day)
    (key,) = add(library, old)
    looked(library)
    mailed = replace(
        old, version=0, published=None, updated=date(2024, 7, 9), abstract="", title="Lamps in other words",
        announced=Announced.REPLACED,
    )  # fmt: skip
    add(library, mailed, listing=OTHER)
    assert kinds(reader, key) == [ChangeKind.VERSION, ChangeKind.TITLE]
    assert updated(reader) == [key]
    assert entry(reader, key).changes[0].line == "a new version"
    now = entry(reader, key).paper
    assert (now.title, now.abstract, now.updated) == (mailed.title, old.abstract, mailed.updated)
    add(library, mailed, listing=OTHER)
    add(library, replace(mailed, version=3, abstract=old.abstract), listing=OTHER)
    assert len(kinds(reader, key)) == 2, "told when it came, and not again with its number"
    assert entry(reader, key).paper.version == 3


@pytest.mark.parametrize(("version", "day"), [(2, date(2024, 7, 9)), (2, None), (0, None)])
def test_a_replacement_that_may_be_what_is_known_is_no_news(
    library: Library, reader: LibraryReader, version: int, day: date | None
) -> None:
    published = date(2024, 7, 9) if not version else date(2024, 6, 3)
    old = paper(1, published=published, version=version, updated=day)
    (key,) = add(library, old)
    looked(library)
    announced = replace(old, version=0, updated=date(2024, 7, 9), announced=Announced.REPLACED)
    add(library, announced, listing=OTHER)
    assert kinds(reader, key) == []


def test_a_withdrawn_paper_is_told_and_stays_so(library: Library, reader: LibraryReader) -> None:
    (key,) = add(library, paper(1, version=1))
    looked(library)
    add(library, paper(1, version=2, withdrawn=True))
    add(library, paper(1, version=3))
    assert ChangeKind.WITHDRAWN in kinds(reader, key)
    assert entry(reader, key).paper.withdrawn


def test_a_link_that_a_site_found_is_told_as_a_link_and_the_authors_word_as_code(
    library: Library, reader: LibraryReader
) -> None:
    def guessing(one: Paper) -> Reading:
        reading = read(one)
        basis = Basis.GUESS if one.links.code_added_by == "auto" else Basis.LISTING
        code = CodeStatus(Release.RELEASED, one.links.code, basis=basis) if one.links.code else CodeStatus()
        return replace(reading, flags=replace(reading.flags, code=code))

    (key,) = library.add_papers([paper(1)], LISTING, guessing).keys
    looked(library)
    guess = Links(code="https://code.example/plants", code_added_by="auto")
    library.add_papers([paper(1, links=guess)], OTHER, guessing)
    assert kinds(reader, key) == [ChangeKind.CODE_LINK]
    library.add_papers([paper(1, links=replace(guess, code_added_by="author"))], OTHER, guessing)
    assert kinds(reader, key) == [ChangeKind.CODE_LINK], "the same link was known"
    assert not reader.rows([key])[0].code_guessed


WORDS = "We grow plants under a lamp. For our code see here."
ADDRESS = "https://github.com/lamps/plants_(winter)"
LINKED = WORDS.replace("here", f"here ({ADDRESS})")


def test_addresses_that_a_listing_puts_behind_words_are_taken_in_and_are_no_news(
    library: Library, reader: LibraryReader
) -> None:
    (key,) = library.add_papers([paper(1, abstract=WORDS)], LISTING, read_by_rule).keys
    library.mark([key], Mark.STARRED, True)
    assert reader.rows([key])[0].code is Release.NONE
    assert library.add_papers([paper(1, abstract=LINKED)], LISTING, read_by_rule).updated == 0
    assert (kinds(reader, key), updated(reader)) == ([], [])
    assert entry(reader, key).paper.abstract == LINKED
    assert reader.rows([key])[0].code is Release.RELEASED


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"abstract": f"{LINKED} It works."}, [ChangeKind.CODE_OUT, ChangeKind.ABSTRACT]),
        ({"abstract": f"Code: {ADDRESS}"}, [ChangeKind.CODE_OUT, ChangeKind.ABSTRACT]),
        ({"abstract": LINKED, "links": LATER}, [ChangeKind.CODE_OUT]),
        ({"abstract": LINKED, "title": "Lamps"}, [ChangeKind.TITLE]),
        (
            {"abstract": LINKED, "version": 2},
            [ChangeKind.VERSION, ChangeKind.CODE_OUT, ChangeKind.ABSTRACT],
        ),
    ],
)
def test_what_changes_beside_the_addresses_is_news(
    library: Library, reader: LibraryReader, changes: dict[str, object], told: list[ChangeKind]
) -> None:
    (key,) = library.add_papers([paper(1, abstract=WORDS, version=1)], LISTING, read_by_rule).keys
    looked(library)
    library.add_papers([paper(1, **{"version": 1, **changes})], LISTING, read_by_rule)
    assert kinds(reader, key) == told


def test_another_address_behind_the_same_words_is_news(library: Library, reader: LibraryReader) -> None:
    (key,) = library.add_papers([paper(1, abstract=LINKED)], LISTING, read_by_rule).keys
    looked(library)
    other = LINKED.replace("lamps/plants", "others/seeds")
    library.add_papers([paper(1, abstract=other)], LISTING, read_by_rule)
    assert kinds(reader, key) == [ChangeKind.CODE_LINK, ChangeKind.ABSTRACT]


def test_another_link_to_the_code_is_told(library: Library, reader: LibraryReader) -> None:
    site = Links(code="https://code.example/others", code_added_by="auto")
    (key,) = add(library, paper(1, links=site))
    looked(library)
    add(library, paper(1, links=LATER))
    (change,) = entry(reader, key).changes
    assert (change.kind, change.before, change.after) == (ChangeKind.CODE_LINK, site.code, LATER.code)


def test_reading_takes_the_sign_away_and_undo_brings_it_back(library: Library, reader: LibraryReader) -> None:
    (key, other) = add(library, paper(1), paper(2))
    library.mark([key], Mark.READ, True)
    looked(library)
    add(library, paper(1, links=LATER), paper(2, links=LATER))
    assert updated(reader) == [key, other]
    act = library.mark([key, other], Mark.READ, True)
    assert (act.papers, act.label) == (2, "read 2 papers")
    assert updated(reader) == []
    assert len(kinds(reader, key)) == 1, "what changed is still told"
    library.undo(act.number)
    assert updated(reader) == [key, other]
    assert [bool(row.marks & Mark.READ) for row in reader.rows([key, other])] == [True, False]
    library.mark([other], Mark.READ, False)
    assert updated(reader) == [key, other], "to mark unread says nothing of updates"


def test_an_update_outlives_summaries_and_readings(library: Library, reader: LibraryReader) -> None:
    (key,) = add(library, paper(1))
    looked(library)
    add(library, paper(1, links=LATER))
    library.save_summaries([summary(paper(1))])
    library.save_readings([(paper(1).id, read(with_code(1)))])
    library.mark([key], Mark.STARRED, True)
    assert updated(reader) == [key]


def test_a_summary_of_another_text_is_put_aside_and_asked_for_anew(
    library: Library, reader: LibraryReader
) -> None:
    (key,) = add(library, paper(1, version=1))
    library.save_summaries([summary(paper(1))])
    add(library, paper(1, version=2, abstract="All is new. It works."))
    shown = entry(reader, key)
    assert (len(shown.summaries), shown.shown, shown.outdated_summaries) == (1, 0, 1)
    assert reader.rows([key])[0].takeaway == "All is new"
    assert reader.summarised([key], "endpoint", "small", "d1") == frozenset()
    library.save_summaries([summary(paper(1), "A model says that all is new.")])
    shown = entry(reader, key)
    assert (len(shown.summaries), shown.outdated_summaries) == (2, 0)
    assert reader.rows([key])[0].takeaway == "A model says that all is new."


def test_a_title_that_is_only_spelled_otherwise_leaves_a_summary_alone(
    library: Library, reader: LibraryReader
) -> None:
    (key,) = add(library, paper(1, version=1))
    library.save_summaries([summary(paper(1))])
    add(library, paper(1, version=2, title=paper(1).title.upper()))
    shown = entry(reader, key)
    assert (shown.paper.title, shown.shown, shown.outdated_summaries) == (paper(1).title.upper(), 1, 0)
    assert kinds(reader, key) == []


def test_a_summary_stays_where_no_text_was_replaced_and_learns_of_code_that_is_out(
    library: Library, reader: LibraryReader
) -> None:
    (key,) = add(library, paper(1, version=1))
    looked(library)
    library.save_summaries([summary(paper(1))])
    add(library, paper(1, version=2, comment="9 pages", links=LATER))
    shown = entry(reader, key)
    assert (shown.outdated_summaries, shown.shown) == (0, 1)
    assert shown.summary.flags.code.url == LATER.code
    assert reader.rows([key])[0].code is Release.RELEASED
    assert kinds(reader, key) == [ChangeKind.VERSION, ChangeKind.CODE_OUT]


def test_a_known_paper_is_not_new_again_when_another_listing_brings_it(
    library: Library, open_reader: Callable[[], LibraryReader]
) -> None:
    (key,) = add(library, paper(1))
    looked(library)
    watch, _ = library.add_watch("lamps", PaperQuery("lamp"))
    add(library, paper(1, links=LATER), listing=OTHER)
    reader = open_reader()
    assert (reader.counts().new, reader.rows([key])[0].new) == (0, False)
    assert list(reader.keys(watch.new_papers)) == []


def test_categories_that_a_new_version_drops_are_left(library: Library, reader: LibraryReader) -> None:
    (key,) = add(library, paper(1, version=1, categories=("cs.CL", "cs.LG")))
    add(library, paper(1, version=2, categories=("cs.CL", "stat.ML")))
    found = {name: list(reader.keys(PaperQuery(f'cat:"{name}"'))) for name in ("cs.CL", "cs.LG", "stat.ML")}
    assert found == {"cs.CL": [key], "cs.LG": [], "stat.ML": [key]}


def test_updated_papers_are_found_in_an_index_of_their_own(library: Library) -> None:
    plan = library.database.rows(
        "EXPLAIN QUERY PLAN SELECT p.id FROM papers p INDEXED BY i_updated WHERE (p.flags & 1048576) != 0"
    )
    assert "COVERING INDEX i_updated" in str(plan)
