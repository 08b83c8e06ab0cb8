from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from radar.errors import LibraryBusy, LibraryError
from radar.papers.reader.query import CodeFilter, Mark, Order, PaperQuery, ResultFilter
from radar.papers.reader.watch import LONGEST_NAME
from radar.pipeline.radar import Radar
from radar.tui.flows.clipboard import Clipboard
from radar.tui.flows.desk import desk
from radar.tui.flows.step import Ask, Say
from radar.tui.flows.watching import Watching, later, suggested_name
from tests.tui.busy import busy
from tests.tui.flows.taken import replied, said
from tests.tui.flows.test_ordering import Listed

CODE = PaperQuery(code=CodeFilter.RELEASED)


@pytest.fixture
def watching(radar: Radar) -> Watching:
    return Watching(radar.library, radar.reader, "U")


def _names(radar: Radar) -> list[str]:
    return [watch.name for watch in radar.watches.all()]


def _save(watching: Watching, name: str, query: PaperQuery) -> Say:
    return said(replied(watching.save(query, None), name))


def test_a_name_that_is_too_long_is_cut_and_said_to_be(radar: Radar, watching: Watching) -> None:
    told = _save(watching, "a" * (LONGEST_NAME + 1), CODE)
    cut = f"{'a' * LONGEST_NAME} (cut at {LONGEST_NAME} letters)"
    assert told.text == f"saved as watch 1: {cut}   U takes it back"
    (watch,) = radar.watches.all()
    renamed = said(replied(watching.rename(watch), "b" * (LONGEST_NAME + 1)))
    assert f"(cut at {LONGEST_NAME} letters)" in renamed.text
    other = _save(watching, "c" * LONGEST_NAME, PaperQuery(text="foam"))
    assert f"(cut at {LONGEST_NAME} letters)" not in other.text


def test_a_search_is_saved_under_the_name_that_is_given(radar: Radar, watching: Watching) -> None:
    told = _save(watching, "  foam\x1b[31m and\nsand ", CODE)
    (watch,) = radar.watches.all()
    assert (watch.name, watch.query) == ("foam and sand", CODE)
    assert told == Say("saved as watch 1: foam and sand   U takes it back", watch=watch.number, made_of=CODE)
    assert said(watching.undo()).text == "taken back: watch foam and sand"
    assert _names(radar) == []


@pytest.mark.parametrize(
    ("query", "name"),
    [
        (PaperQuery("gulls"), "gulls"),
        (PaperQuery("2024"), "papers on 2024"),
        (PaperQuery("gulls", CodeFilter.RELEASED, unread=True), "gulls, code, unread"),
        (PaperQuery(tag="tides", results=ResultFilter.QUANTIFIED), "tag tides, claims with numbers"),
        (
            PaperQuery("many words that go on and on and on", data=True),
            "many words that go on and on and on",
        ),
        (PaperQuery("x" * 90), "x" * 40),
    ],
)
def test_the_name_that_is_offered_says_what_is_searched(query: PaperQuery, name: str) -> None:
    assert suggested_name(query) == name
    assert len(name) <= LONGEST_NAME


@pytest.mark.parametrize("text", ["", '"', "-("])
def test_the_whole_list_in_whatever_order_is_no_search_to_save(watching: Watching, text: str) -> None:
    step = watching.save(PaperQuery(text=text, order=Order.TITLE), None)
    assert step == Say("this is the whole list: search or filter first, and save that")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("foam has:cod", "nothing saved: there is no has:cod; has: knows code"),
        ("is:foo", "nothing saved: there is no is:foo; is: knows unread"),
        ("foam has:cork gulls", "nothing saved: there is no has:cork"),
        (
            "has:cod foam is:old",
            "nothing saved: there is no has:cod (has: knows code, promised, data, results, numbers, sota, "
            "takeaway, tag, note) and there is no is:old (is: knows",
        ),
        ('"foam of the', "nothing saved: this quotation is not closed"),
    ],
)
def test_a_search_with_a_mistake_is_not_saved(watching: Watching, text: str, told: str) -> None:
    step = watching.save(PaperQuery(text), None)
    assert isinstance(step, Say) and step.failed
    assert step.text.startswith(told)


def test_a_search_is_not_saved_twice(watching: Watching) -> None:
    _save(watching, "foam", CODE)
    assert watching.save(CODE, None) == Say("this search is saved already: foam")


def test_a_watch_is_given_another_search_only_after_a_yes(radar: Radar, watching: Watching) -> None:
    _save(watching, "foam", CODE)
    other = PaperQuery("foam")
    naming = watching.save(other, radar.watches.called("foam"))
    assert isinstance(naming, Ask) and naming.value == "foam"
    for answer, kept in (("n", CODE), ("y", other)):
        asked = replied(naming, "FOAM")
        assert isinstance(asked, Ask)
        assert asked.question == "there is a watch foam: give it this search?"
        replied(asked, answer)
        assert [watch.query for watch in radar.watches.all()] == [kept]
    said(watching.undo())
    assert [watch.query for watch in radar.watches.all()] == [CODE]


def test_without_a_name_nothing_is_saved_and_nothing_is_renamed(radar: Radar, watching: Watching) -> None:
    assert _save(watching, " \x1b[2J ", CODE).text == "nothing changed: a watch needs a name"
    _save(watching, "foam", CODE)
    replied(watching.rename(radar.watches.called("foam")), "")
    assert _names(radar) == ["foam"]


def test_watches_are_renamed_moved_and_removed_and_each_is_taken_back_the_last_first(
    radar: Radar, watching: Watching
) -> None:
    _save(watching, "foam", CODE)
    _save(watching, "tides", PaperQuery("tides"))
    asked = watching.rename(radar.watches.called("foam"))
    assert asked.value == "foam"
    replied(asked, "spray")
    said(watching.move(radar.watches.called("tides"), -1))
    removed = said(watching.remove(radar.watches.called("spray")))
    assert removed.text == "removed: spray   U takes it back"
    seen = [_names(radar)]
    for _ in range(3):
        said(watching.undo())
        seen.append(_names(radar))
    assert seen == [["tides"], ["tides", "spray"], ["spray", "tides"], ["foam", "tides"]]


def test_what_changes_nothing_is_not_to_be_taken_back(radar: Radar, watching: Watching) -> None:
    _save(watching, "foam", CODE)
    said(watching.move(radar.watches.called("foam"), 5))
    replied(watching.rename(radar.watches.called("foam")), "foam")
    assert said(watching.undo()).text == "taken back: watch foam"
    assert watching.undo() == Say("nothing to take back")


def test_a_number_is_no_name_and_another_one_is_asked_for(radar: Radar, watching: Watching) -> None:
    again = replied(watching.save(CODE, None), "2")
    assert isinstance(again, Ask)
    assert again.question.startswith("2 would be the number of a watch. Choose a name with a letter in it")
    assert again.value == "2" and _names(radar) == []
    assert said(replied(again, "2 tides")).text == "saved as watch 1: 2 tides   U takes it back"
    renamed = replied(watching.rename(radar.watches.called("2 tides")), "7")
    assert isinstance(renamed, Ask) and renamed.value == "7"
    assert _names(radar) == ["2 tides"]


def test_a_name_of_another_watch_is_refused(radar: Radar, watching: Watching) -> None:
    _save(watching, "foam", CODE)
    _save(watching, "tides", PaperQuery("tides"))
    asked = watching.rename(radar.watches.called("tides"))
    again = replied(asked, "Foam")
    assert isinstance(again, Ask)
    assert again.question == "there is a watch foam already. Choose another name:"
    assert again.value == "Foam", "what was typed is there to be changed"
    assert said(replied(again, "foam of tides")).text == "called: foam of tides   U takes it back"


def test_undo_takes_back_the_last_act_whether_on_papers_or_on_watches(radar: Radar) -> None:
    made = desk(
        radar,
        key_of=lambda _: "U",
        listing=Listed(),
        clipboard=Clipboard(lambda _: None, tuple),
        open_link=lambda _: Say(""),
        stop_work=lambda: "",
        set_up=lambda then: None,
        expect=lambda job: None,
    )
    (row,) = radar.reader.rows(radar.reader.keys(PaperQuery())[:1])
    said(made.of_paper.take("star", row))
    _save(made.of_watches, "foam", CODE)
    said(made.of_paper.take("read", row))
    labels = []
    for _ in range(3):
        labels.append(said(made.of_view.take("undo")).text)
    assert labels == [
        "taken back: read 1 paper",
        "taken back: watch foam",
        "taken back: star 1 paper",
    ]
    (row,) = radar.reader.rows((row.key,))
    assert row.marks == Mark.NONE and _names(radar) == []


def test_an_act_that_never_was_is_no_later_than_any() -> None:
    now = datetime.now(UTC)
    assert later(now, None) and later(now, now - timedelta(seconds=1))
    assert not later(None, now) and not later(None, None)


def test_what_cannot_be_taken_back_does_not_stand_in_the_way_of_what_was_done_before(
    radar: Radar, watching: Watching
) -> None:
    _save(watching, "foam", CODE)
    _save(watching, "tides", PaperQuery("tides"))
    said(watching.remove(radar.watches.called("tides")))
    radar.library.add_watch("tides", PaperQuery("other"))
    with pytest.raises(LibraryError, match="there is a watch tides already"):
        said(watching.undo())
    assert said(watching.undo()).text == "taken back: watch tides"


def test_an_act_on_watches_is_forgotten_only_once_it_is_taken_back(radar: Radar, watching: Watching) -> None:
    _save(watching, "foam", CODE)
    radar.library.wait_for_others(0)
    with busy(radar), pytest.raises(LibraryBusy):
        said(watching.undo())
    assert _names(radar) == ["foam"]
    assert said(watching.undo()).text == "taken back: watch foam"
    assert _names(radar) == []
