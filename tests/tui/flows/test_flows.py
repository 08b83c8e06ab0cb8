from __future__ import annotations

from pathlib import Path

import pytest

from radar.errors import ExportError, ListingError
from radar.papers.bases import replace
from radar.papers.reader.query import Mark, PaperQuery
from radar.pipeline.many_papers import ManyPapers
from radar.pipeline.radar import Radar
from radar.tui.flows.adding import add_papers
from radar.tui.flows.choosing import Choosing
from radar.tui.flows.clipboard import Clipboard
from radar.tui.flows.copying import Copying
from radar.tui.flows.marking import Marking
from radar.tui.flows.step import Ask, Later, Say
from radar.tui.flows.summarising import Summarising
from tests.tui.conftest import MakeRadar
from tests.tui.flows.taken import done, replied, said
from tests.tui.flows.test_ordering import Listed
from tests.tui.flows.viewing import keys_of, rows_of, view_steps
from tests.tui.shelf import ENDPOINT, PAPERS


def test_every_change_of_a_mark_can_be_taken_back_the_last_one_first(radar: Radar) -> None:
    marking = Marking(radar.library, ManyPapers(radar.path, radar.library.reader), "U", "t", "i")
    first, second = rows_of(radar)[:2]
    said(marking.toggle(first, Mark.STARRED))
    said(marking.toggle(second, Mark.READ))
    replied(marking.ask_tags(first.key, ()), "tides, , tides, dunes")
    assert [row.marks for row in rows_of(radar)[:2]] == [Mark.STARRED, Mark.READ]
    assert done(marking.undo()) == Say("taken back: tag 1 paper", changed=(first.key,), cursor_on=first.key)
    entry = radar.reader.entry(first.key)
    assert entry is not None and entry.tags == ()
    for key in (second.key, first.key):
        assert said(marking.undo()).cursor_on == key
    assert [row.marks for row in rows_of(radar)[:2]] == [Mark.NONE, Mark.NONE]
    assert marking.undo() == Say("nothing to take back")


def _tags(radar: Radar, key: int) -> tuple[str, ...]:
    entry = radar.reader.entry(key)
    assert entry is not None
    return entry.tags


def test_the_tags_a_paper_has_are_there_to_be_changed(radar: Radar) -> None:
    asked = Marking(radar.library, ManyPapers(radar.path, radar.library.reader), "U", "t", "i").ask_tags(
        rows_of(radar)[0].key, ("dunes", "tides")
    )
    assert asked.value == "dunes, tides"


def test_a_tag_that_is_too_long_is_said_to_be_cut(radar: Radar) -> None:
    marking = Marking(radar.library, ManyPapers(radar.path, radar.library.reader), "U", "t", "i")
    asked = marking.ask_tags(rows_of(radar)[0].key, ())
    told = said(replied(asked, f"dunes, {'t' * 61}"))
    assert told.text.startswith(f"tags: dunes, {'t' * 60} (cut at 60 letters)")
    assert "cut" not in said(replied(asked, "t" * 60)).text


def test_a_dash_before_a_tag_means_without_it_on_one_paper_too(radar: Radar) -> None:
    marking, key = (
        Marking(radar.library, ManyPapers(radar.path, radar.library.reader), "U", "t", "i"),
        rows_of(radar)[0].key,
    )
    radar.library.set_tags(key, ["dunes", "tides"])
    replied(marking.ask_tags(key, _tags(radar, key)), "dunes, tides, -dunes, -reef")
    assert _tags(radar, key) == ("tides",)
    radar.library.set_tags(key, ["dunes", "gulls", "tides"])
    replied(marking.ask_tags(key, _tags(radar, key)), "-dunes;gulls, tides")
    assert _tags(radar, key) == ("gulls", "tides")


def test_tags_that_are_left_as_they_are_stay_so(radar: Radar) -> None:
    key = rows_of(radar)[0].key
    radar.library.set_tags(key, ["t" * 55, "to read, again"])
    radar.library.database.run("INSERT INTO tags (folded, id, tag) VALUES ('a; b', ?, 'a; b')", (key,))
    before = _tags(radar, key)
    marking = Marking(radar.library, ManyPapers(radar.path, radar.library.reader), "U", "t", "i")
    asked = marking.ask_tags(key, before)
    assert said(replied(asked, asked.value))
    assert _tags(radar, key) == before == ("a; b", "again", "to read", "t" * 55)


def _note(radar: Radar, key: int) -> str:
    entry = radar.reader.entry(key)
    assert entry is not None
    return entry.note


def test_a_note_is_there_to_be_changed_and_an_empty_one_takes_it_away(radar: Radar) -> None:
    marking = Marking(radar.library, ManyPapers(radar.path, radar.library.reader), "U", "t", "i")
    key = rows_of(radar)[0].key
    assert said(replied(marking.ask_note(key, ""), " ask  Ada ")).text == "note written   U takes it back"
    asked = marking.ask_note(key, _note(radar, key))
    assert asked.value == "ask Ada"
    assert said(replied(asked, "")) == Say("no note   U takes it back", changed=(key,))
    assert _note(radar, key) == ""
    assert said(marking.undo()).text == "taken back: take the note from 1 paper"
    assert _note(radar, key) == "ask Ada"


def test_a_note_that_is_too_long_is_asked_for_again_whole(radar: Radar) -> None:
    marking = Marking(radar.library, ManyPapers(radar.path, radar.library.reader), "U", "t", "i")
    key = rows_of(radar)[0].key
    assert said(replied(marking.ask_note(key, ""), "n" * 2_000)).text.startswith("note written")
    typed = " ".join(["word"] * 550)
    again = replied(marking.ask_note(key, _note(radar, key)), typed)
    assert isinstance(again, Ask) and again.value == typed
    assert "at most 2,000 letters, and this had 749 more" in again.question
    assert _note(radar, key) == "n" * 2_000
    assert again.left is not None
    again.left(typed)
    assert marking.ask_note(key, _note(radar, key)).value == typed
    assert said(replied(again, "word")).text.startswith("note written") and _note(radar, key) == "word"
    assert said(replied(marking.ask_note(key, "m" * 2_500), "m" * 2_500))


def test_a_paper_without_code_has_no_code_link_to_copy(radar: Radar) -> None:
    copied: list[str] = []
    copying = Copying(radar, Clipboard(copied.append, tuple))
    asked = copying.start(rows_of(radar)[1].key)
    assert said(replied(asked, "t")).text == f"title handed to the terminal: {PAPERS[1].title}"
    assert said(replied(asked, "a")).text == f"abstract handed to the terminal: {PAPERS[1].abstract}"
    assert copied == [PAPERS[1].title, PAPERS[1].abstract]
    with pytest.raises(ExportError):
        radar.text_of(rows_of(radar)[1].key, "code")


@pytest.mark.parametrize(
    ("name", "words"),
    [("summarise", "summarise 2 papers"), ("export", "export 2"), ("all", "2 papers in view")],
)
def test_what_is_done_to_all_in_view_waits_until_they_are_counted(
    make_radar: MakeRadar, name: str, words: str
) -> None:
    radar = make_radar(endpoint=ENDPOINT, living=True)
    listed = Listed()
    listed.counting = True
    step = view_steps(radar, listed).take(name)
    assert isinstance(step, Later)
    assert step.text == "counting the papers in view"
    step.when(lambda: None)
    assert len(listed.then) == 1
    listed.counting, listed.papers = False, keys_of(radar)[:2]
    asked = step.then()
    assert isinstance(asked, Ask)
    assert words in asked.question


def test_what_was_marked_while_all_in_view_were_counted_is_not_among_them(make_radar: MakeRadar) -> None:
    radar = make_radar(living=True)
    listed = Listed()
    listed.counting = True
    step = view_steps(radar, listed).take("all")
    assert isinstance(step, Later)
    listed.counting, listed.papers = False, keys_of(radar)[:3]
    listed.marked = {listed.papers[1]}
    asked = step.then()
    assert isinstance(asked, Ask)
    assert "2 papers in view" in asked.question


def test_what_waited_for_one_list_is_not_done_to_another(make_radar: MakeRadar) -> None:
    listed = Listed()
    listed.counting = True
    step = view_steps(make_radar(living=True), listed).take("all")
    assert isinstance(step, Later)
    listed.ask(PaperQuery("tides"))
    listed.counting = False
    assert step.then() == Say("another list is in view now: ask again for it")


def test_cancelling_takes_the_job_at_work_before_one_that_waits(make_radar: MakeRadar) -> None:
    radar = make_radar(sources=("hf:daily",), living=True)
    steps = view_steps(radar, Listed())
    done(steps.take("refresh"))
    first = radar.reader.jobs()[0]
    done(steps.take("refresh"))
    radar.jobs.claim("1")
    assert "stopping" in said(steps.take("cancel")).text
    assert [job.number for job in radar.reader.jobs() if job.cancel_requested] == [first.number]


def test_cancelling_again_takes_the_other_job_at_work(make_radar: MakeRadar) -> None:
    radar = make_radar(sources=("hf:daily",), endpoint=ENDPOINT, living=True)
    steps = view_steps(radar, Listed())
    radar.request_summaries(keys_of(radar))
    done(steps.take("refresh"))
    radar.jobs.claim("1"), radar.jobs.claim("1")
    done(steps.take("cancel"))
    assert [job.label for job in radar.reader.jobs() if not job.cancel_requested] == ["refresh hf:daily"]
    assert done(steps.take("cancel")) == Say("stopping: refresh hf:daily; what is done stays")


def test_papers_come_in_by_file_by_paste_and_from_the_sample(make_radar: MakeRadar, tmp_path: Path) -> None:
    radar = make_radar(papers=(), living=True)
    listing = tmp_path / "shore.jsonl"
    listing.write_text("{}", encoding="utf-8")
    assert said(add_papers(radar, "import", str(listing))).text == "asked for: import shore.jsonl"
    assert "import the pasted text" in said(add_papers(radar, "paste", "A title\nAn abstract.")).text
    assert "new papers" in said(add_papers(radar, "sample", "")).text
    sample = radar.reader.keys(PaperQuery("from:sample "))
    radar.library.remove(sample)
    told = said(add_papers(radar, "sample", "")).text
    assert f"{len(sample)} left out that you removed: " in told and "radar add ID" in told
    with pytest.raises(ListingError):
        done(add_papers(radar, "import", str(tmp_path / "missing.txt")))


def test_the_endpoint_that_is_asked_is_chosen_by_one_key(make_radar: MakeRadar) -> None:
    other = replace(ENDPOINT, name="dear at other", model="dear", summariser="other", key_env="OTHER_KEY")
    radar = make_radar(endpoint=ENDPOINT, endpoints=(other,), living=True)
    choosing = Choosing(radar.asked)
    asked = choosing.start()
    assert isinstance(asked, Ask)
    assert asked.question == "summaries by tiny-writer now; ask by"
    assert asked.choices == {"1": "tiny-writer", "2": "other"}
    told = said(replied(asked, "2"))
    assert told.standing
    assert (
        told.text == "dear at other writes summaries until radar is left; its key is not there yet: OTHER_KEY"
    )
    assert radar.summariser == "other"
    refused = Summarising(radar).one(keys_of(radar)[0])
    assert "OTHER_KEY" in said(refused).text


def test_where_there_is_nothing_to_choose_the_way_to_another_endpoint_is_told(make_radar: MakeRadar) -> None:
    for radar, words in ((make_radar(), "no endpoint is set"), (make_radar(endpoint=ENDPOINT), "the only")):
        told = said(Choosing(radar.asked).start())
        assert words in told.text
        assert "radar endpoint add" in told.text
        assert told.text.endswith("start radar again then"), "which reads the settings once"
