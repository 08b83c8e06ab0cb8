"""Summaries: all kept, one shown."""

from __future__ import annotations

from datetime import timedelta

import pytest

from radar.errors import LibraryError
from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.papers.bases import replace
from radar.papers.listed.paper import PaperId
from radar.papers.reader.query import Mark, PaperEntry, PaperQuery, PaperRow
from radar.papers.summaries.flags import Basis, Claim, CodeStatus, Flags, Release, ResultClaim
from radar.papers.summaries.summary import Takeaway, TakeawayOrigin
from tests.library.samples import LISTING, NOON, paper, papers, read, summary, with_code

ONE = with_code(1)
NO_CODE = Flags(results=ResultClaim(Claim.QUALITATIVE))


@pytest.fixture
def key(library: Library) -> int:
    return library.add_papers([ONE], LISTING, read).keys[0]


def entry_of(reader: LibraryReader, key: int) -> PaperEntry:
    entry = reader.entry(key)
    assert entry is not None
    return entry


def row_of(reader: LibraryReader, key: int) -> PaperRow:
    return reader.rows([key])[0]


def test_a_summary_is_shown_and_comes_back_whole(library: Library, reader: LibraryReader, key: int) -> None:
    made = summary(ONE)
    library.save_summaries([made])
    entry = entry_of(reader, key)
    assert entry.summary == made
    assert [kept.provenance.summariser for kept in entry.summaries] == ["offline", "endpoint"]
    row = row_of(reader, key)
    assert (row.takeaway, row.takeaway_origin) == (made.takeaway.text, TakeawayOrigin.MODEL)


def test_older_summaries_are_kept_by_time(library: Library, reader: LibraryReader, key: int) -> None:
    library.save_summaries([summary(ONE, "Later.", model="large", created=NOON + timedelta(hours=1))])
    library.save_summaries([summary(ONE, "Earlier.", model="small", created=NOON)])
    entry = entry_of(reader, key)
    assert [kept.takeaway.text for kept in entry.summaries[1:]] == ["Earlier.", "Later."]
    assert entry.summary.takeaway.text == "Earlier.", "the one saved last is shown"


def test_the_same_summariser_model_and_prompt_keep_only_the_newest(
    library: Library, reader: LibraryReader, key: int
) -> None:
    library.save_summaries([summary(ONE, "First.")])
    library.save_summaries([summary(ONE, "Second.", digest="d2")])
    library.save_summaries([summary(ONE, "Third.")])
    entry = entry_of(reader, key)
    assert sorted(kept.takeaway.text for kept in entry.summaries[1:]) == ["Second.", "Third."]
    assert entry.summary.takeaway.text == "Third."


def test_the_reader_chooses_which_summary_is_shown(library: Library, reader: LibraryReader, key: int) -> None:
    library.save_summaries([summary(ONE, flags=NO_CODE)])
    assert row_of(reader, key).code is Release.NONE
    library.show_summary(key, 0)
    row = row_of(reader, key)
    assert (row.takeaway, row.code) == ("Plant w1x works", Release.RELEASED)
    assert entry_of(reader, key).shown == 0
    library.show_summary(key, 1)
    assert row_of(reader, key).takeaway_origin is TakeawayOrigin.MODEL
    with pytest.raises(LibraryError, match="no longer kept"):
        library.show_summary(key, 2)
    with pytest.raises(LibraryError):
        library.show_summary(999, 0)


def test_a_summary_made_anew_is_not_shown_for_one_that_was_chosen_before(
    library: Library, reader: LibraryReader, key: int
) -> None:
    for hour, model in enumerate(("first", "second", "third")):
        library.save_summaries(
            [summary(ONE, f"By {model}", model=model, created=NOON + timedelta(hours=hour))]
        )
    seen = entry_of(reader, key)
    library.save_summaries([summary(ONE, "Anew", model="first", created=NOON + timedelta(hours=9))])
    library.show_summary(key, seen.numbers[2])
    assert entry_of(reader, key).summary.takeaway.text == seen.summaries[2].takeaway.text == "By second"
    with pytest.raises(LibraryError, match="no longer kept"):
        library.show_summary(key, seen.numbers[1])
    assert entry_of(reader, key).summary.takeaway.text == "By second"


def test_flags_and_filters_follow_the_shown_summary_and_marks_stay(
    library: Library, reader: LibraryReader, key: int
) -> None:
    library.mark([key], Mark.READ, True)
    assert reader.counts().with_code == 1
    library.save_summaries([summary(ONE, flags=NO_CODE)])
    assert reader.counts().with_code == 0
    assert row_of(reader, key).marks == Mark.READ


@pytest.mark.parametrize(
    ("flags", "disputed"),
    [
        (read(ONE).flags, False),
        (replace(read(ONE).flags, code=CodeStatus(Release.RELEASED, "https://x.example", None)), False),
        (replace(read(ONE).flags, code=CodeStatus(Release.PROMISED, basis=Basis.MODEL)), True),
        (replace(read(ONE).flags, results=ResultClaim(Claim.QUANTIFIED)), True),
    ],
)
def test_rule_and_model_dispute_code_or_claim(
    library: Library, reader: LibraryReader, key: int, flags: Flags, disputed: bool
) -> None:
    library.save_summaries([summary(ONE, flags=flags)])
    assert row_of(reader, key).standing.disputed is disputed
    library.show_summary(key, 0)
    assert row_of(reader, key).standing.disputed is disputed, "whichever of the two is shown"


def test_new_rules_settle_a_dispute(library: Library, reader: LibraryReader, key: int) -> None:
    promised = replace(read(ONE).flags, code=CodeStatus(Release.PROMISED))
    library.save_summaries([summary(ONE, flags=promised)])
    assert row_of(reader, key).standing.disputed
    library.save_readings([(ONE.id, replace(read(ONE), flags=promised, rules_version=2))])
    row = row_of(reader, key)
    assert not row.standing.disputed
    assert row.takeaway_origin is TakeawayOrigin.MODEL, "what is shown stays"
    assert entry_of(reader, key).summaries[0].provenance.rules_version == 2


def test_the_words_of_the_shown_takeaway_are_found(library: Library, reader: LibraryReader, key: int) -> None:
    library.save_summaries([summary(ONE, "Greenhouses pay off.")])
    assert list(reader.keys(PaperQuery(text="greenhouses"))) == [key]
    library.save_summaries([summary(ONE, "Cellars do not.")])
    assert list(reader.keys(PaperQuery(text="greenhouses"))) == []
    assert list(reader.keys(PaperQuery(text="cellars w1x"))) == [key]


def test_an_offline_summary_replaces_the_reading_and_is_shown(
    library: Library, reader: LibraryReader, key: int
) -> None:
    library.save_summaries([summary(ONE)])
    library.save_summaries([summary(ONE, "By rule.", summariser="offline", model="", digest="")])
    entry = entry_of(reader, key)
    assert (len(entry.summaries), entry.shown) == (2, 0)
    assert entry.summary.takeaway.text == "By rule."


def test_an_error_stays_until_a_summary_comes(library: Library, reader: LibraryReader, key: int) -> None:
    library.save_error(ONE.id, "the endpoint\x1b[2J said no")
    assert row_of(reader, key).error == entry_of(reader, key).error == "the endpoint said no"
    library.save_summaries([summary(ONE)])
    assert row_of(reader, key).error == ""


def test_a_summary_finds_its_paper_by_any_of_its_names(
    library: Library, reader: LibraryReader, key: int
) -> None:
    library.save_summaries([replace(summary(ONE), paper_id=PaperId("2406.00001v3"))])
    assert entry_of(reader, key).summary.paper_id == ONE.id


def test_a_summary_of_an_unknown_paper_is_an_error(library: Library) -> None:
    with pytest.raises(LibraryError, match="no paper"):
        library.save_summaries([summary(paper(99))])
    with pytest.raises(LibraryError, match="no paper"):
        library.save_error(paper(99).id, "x")
    with pytest.raises(LibraryError, match="no paper"):
        library.save_readings([(paper(99).id, read(ONE))])


def test_what_a_model_says_is_clean_before_it_is_stored(
    library: Library, reader: LibraryReader, key: int
) -> None:
    hostile = Flags(
        CodeStatus(Release.RELEASED, "javascript:alert(1)"),
        results=ResultClaim(Claim.QUANTIFIED, figure="5\x1b[31m %"),
    )
    made = summary(ONE, "Click\x1b]8;;https://evil.example\x07 here\u202e", model="m\x07", flags=hostile)
    library.save_summaries([made])
    kept = entry_of(reader, key).summary
    assert (kept.takeaway.text, kept.provenance.model) == ("Click here", "m")
    assert (kept.flags.code.url, kept.flags.results.figure) == (None, "5 %")
    assert row_of(reader, key).figure == "5 %"


def test_many_summaries_are_kept_as_one_after_the_other_would_be(
    library: Library, reader: LibraryReader
) -> None:
    shelf = papers(3)
    keys = library.add_papers(shelf, LISTING, read).keys
    first, second, _ = shelf
    library.save_error(second.id, "the endpoint said no")
    library.save_summaries(
        [
            summary(first, "Replaced."),
            summary(second, "Of the second, with cellars.", flags=NO_CODE),
            summary(first, "By rule.", summariser="offline", model="", digest=""),
            summary(first, "Of the first, with greenhouses."),
        ]
    )
    rows = reader.rows(keys)
    assert [row.takeaway for row in rows[:2]] == [
        "Of the first, with greenhouses.",
        "Of the second, with cellars.",
    ]
    assert [row.error for row in rows] == ["", "", ""]
    assert [kept.takeaway.text for kept in entry_of(reader, keys[0]).summaries] == [
        "By rule.",
        "Of the first, with greenhouses.",
    ]
    assert list(reader.keys(PaperQuery(text="greenhouses"))) == [keys[0]]
    assert list(reader.keys(PaperQuery(text="replaced"))) == []
    assert entry_of(reader, keys[2]).shown == 0


def test_of_many_summaries_none_is_kept_where_one_paper_is_unknown(
    library: Library, reader: LibraryReader, key: int
) -> None:
    with pytest.raises(LibraryError, match=r"no paper arxiv:2406\.00099"):
        library.save_summaries([summary(ONE), summary(paper(99))])
    assert len(entry_of(reader, key).summaries) == 1
    library.save_summaries([])


def test_words_that_were_refused_do_not_push_a_takeaway_by_a_model_off_the_list(
    library: Library, reader: LibraryReader, key: int
) -> None:
    good = summary(ONE)
    refused = replace(
        good,
        takeaway=Takeaway("Tomatoes are quoted.", TakeawayOrigin.QUOTED),
        provenance=replace(good.provenance, prompt_digest="d2", created=NOON + timedelta(days=1)),
    )
    extracted = replace(refused.provenance, prompt_digest="d3", failed_checks=())
    extract = replace(refused, provenance=extracted)
    library.save_summaries([refused])
    assert row_of(reader, key).takeaway == "Tomatoes are quoted.", "there is nothing better yet"
    library.save_summaries([good])
    library.save_summaries([refused])
    assert row_of(reader, key).takeaway == good.takeaway.text
    assert [one.takeaway.text for one in entry_of(reader, key).summaries[1:]] == [
        good.takeaway.text,
        "Tomatoes are quoted.",
    ]
    library.save_summaries([extract])
    assert row_of(reader, key).takeaway == "Tomatoes are quoted.", "a quotation that nobody refused"
    library.save_summaries([good])
    library.save_summaries([replace(refused, provenance=replace(refused.provenance, prompt_digest="d1"))])
    assert row_of(reader, key).takeaway == "Tomatoes are quoted.", "the better one is replaced"
