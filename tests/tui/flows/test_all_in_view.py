"""Marks and tags of everything in view: said before, done away from the keys, said after, taken back."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing

import pytest

from radar.library.library import Library
from radar.papers.reader.query import Mark, PaperQuery
from radar.pipeline.many_papers import ManyPapers
from radar.pipeline.radar import Radar
from radar.tui.flows.all_in_view import CHOICES, AllInView
from radar.tui.flows.marking import Marking
from radar.tui.flows.removing import Removing
from radar.tui.flows.step import Ask, Say, Step, Work
from tests.tui.flows.taken import replied


@pytest.fixture
def together(radar: Radar) -> AllInView:
    many = ManyPapers(radar.path, radar.library.reader)
    return AllInView(many, Removing(many, "U"), "U")


@pytest.fixture
def marking(radar: Radar) -> Marking:
    return Marking(radar.library, ManyPapers(radar.path, radar.library.reader), "U", "t", "i")


def _keys(radar: Radar) -> Sequence[int]:
    return radar.reader.keys(PaperQuery())


def _said(step: Step | None) -> str:
    assert isinstance(step, Work)
    assert step.course is not None
    said = step.run()
    assert said is not None and said.everything
    return said.text


def test_how_many_papers_it_is_about_is_said_before(radar: Radar, together: AllInView) -> None:
    asked = together.start(_keys(radar))
    assert isinstance(asked, Ask)
    assert asked.question == "12 papers in view:"
    assert asked.choices == CHOICES
    assert together.start(()) == Say("no paper in view")


def test_all_are_marked_and_that_is_taken_back(radar: Radar, together: AllInView, marking: Marking) -> None:
    keys = _keys(radar)
    radar.library.mark(keys[:2], Mark.READ, True)
    assert _said(replied(together.start(keys), "r")) == "10 of 12 papers marked read   U takes it back"
    assert _said(replied(together.start(keys), "s")) == "12 papers starred   U takes it back"
    assert radar.reader.counts().starred == 12
    assert _said(marking.undo()) == "taken back: star 12 papers"
    assert _said(marking.undo()) == "taken back: read 10 papers"
    assert radar.reader.counts().unread == 10


@pytest.mark.parametrize(
    ("key", "words"), [("u", "12 papers marked unread"), ("S", "12 papers without a star")]
)
def test_marks_are_taken_from_all(radar: Radar, together: AllInView, key: str, words: str) -> None:
    keys = _keys(radar)
    radar.library.mark(keys, Mark.READ | Mark.STARRED, True)
    assert _said(replied(together.start(keys), key)).startswith(words)


def test_what_is_so_already_is_not_done(radar: Radar, together: AllInView) -> None:
    work = replied(together.start(_keys(radar)), "u")
    assert isinstance(work, Work)
    assert work.run() == Say("nothing changed: it is so already")


def test_all_get_tags_and_lose_others(radar: Radar, together: AllInView) -> None:
    keys = _keys(radar)
    radar.library.set_tags(keys[0], ["dunes"])
    asked = replied(together.start(keys), "t")
    assert isinstance(asked, Ask)
    assert asked.question == "tags for 12 papers, commas between, -tag takes one away:"
    said = _said(replied(asked, "tides, {later}, -dunes"))
    assert said == "tags of 12 papers: tides, {later}, -dunes   U takes it back"
    assert radar.library.tag_counts() == (("tides", 12), ("{later}", 12))
    assert replied(asked, " , ") == Say("nothing changed: no tag was written")


def test_an_act_of_an_earlier_visit_is_asked_about(radar: Radar, marking: Marking) -> None:
    radar.library.reader = "4194999"
    radar.library.mark(_keys(radar), Mark.READ, True)
    radar.library.reader = "this"
    asked = marking.undo()
    assert isinstance(asked, Ask)
    assert asked.question.startswith("take back: read 12 papers, of ")
    assert asked.reply("n") == Say("nothing taken back")
    assert _said(asked.reply("y")) == "taken back: read 12 papers"
    assert radar.reader.counts().unread == 12


def test_what_another_screen_took_back_is_not_taken_back_twice(radar: Radar, marking: Marking) -> None:
    radar.library.mark(_keys(radar), Mark.READ, True)
    work = marking.undo()
    act = radar.library.last_act(lambda name: False)
    assert act is not None
    radar.library.undo(act.number)
    assert _said(work) == "taken back already: read 12 papers"


def test_what_another_screen_changed_since_is_not_told_as_taken_back(radar: Radar, marking: Marking) -> None:
    keys = _keys(radar)
    radar.library.mark(keys, Mark.READ, True)
    with closing(Library.open(radar.path)) as elsewhere:
        elsewhere.reader = "another"
        elsewhere.mark(keys[:3], Mark.READ, False)
        assert _said(marking.undo()) == "taken back: read 12 papers, but for 3 changed again since"
        radar.library.mark(keys[:3], Mark.STARRED, True)
        elsewhere.mark(keys[:3], Mark.STARRED, False)
    assert _said(marking.undo()) == "not taken back: star 3 papers, changed again since"
