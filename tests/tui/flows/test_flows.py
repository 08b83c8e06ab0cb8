from __future__ import annotations

import json
import re
import threading
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

from radar.abstracts.reading import read
from radar.errors import ExportError, ListingError
from radar.papers.bases import replace
from radar.papers.flags import Flags
from radar.papers.listing import Listing
from radar.papers.paper import Paper, PaperId
from radar.papers.query import Mark, PaperQuery, PaperRow
from radar.papers.spending import Budgets, Limits
from radar.papers.summary import Provenance, Summary, Takeaway, TakeawayOrigin
from radar.pipeline.many_papers import ManyPapers
from radar.pipeline.radar import Radar
from radar.summaries.prices import has_list
from radar.summaries.prompt import load_prompt
from radar.tui.clipboard import Clipboard
from radar.tui.flows.adding import add_papers
from radar.tui.flows.choosing import Choosing
from radar.tui.flows.copying import Copying
from radar.tui.flows.marking import Marking
from radar.tui.flows.step import Ask, Later, Say, Work
from radar.tui.flows.summarising import Summarising
from tests.tui.conftest import MakeRadar
from tests.tui.flows.taken import done, replied, said
from tests.tui.flows.test_ordering import Listed
from tests.tui.flows.viewing import view_steps
from tests.tui.shelf import ENDPOINT, PAPERS


def _rows(radar: Radar) -> tuple[PaperRow, ...]:
    return radar.reader.rows(radar.reader.keys(PaperQuery()))


def _keys(radar: Radar) -> Sequence[int]:
    return radar.reader.keys(PaperQuery())


def _keys_of(radar: Radar, papers: Sequence[Paper]) -> set[int | None]:
    return {radar.reader.key_of(paper.id) for paper in papers}


def _summary(paper: Paper, model: str, prompt: str) -> Summary:
    made = Provenance("endpoint", datetime(2026, 3, 1, tzinfo=UTC), model, prompt)
    return Summary(paper.id, Takeaway("Shells pile up.", TakeawayOrigin.MODEL), Flags(), made)


def test_every_change_of_a_mark_can_be_taken_back_the_last_one_first(radar: Radar) -> None:
    marking = Marking(radar.library, ManyPapers(radar.path, radar.library.reader), "U", "t", "i")
    first, second = _rows(radar)[:2]
    said(marking.toggle(first, Mark.STARRED))
    said(marking.toggle(second, Mark.READ))
    replied(marking.ask_tags(first.key, ()), "tides, , tides, dunes")
    assert [row.marks for row in _rows(radar)[:2]] == [Mark.STARRED, Mark.READ]
    assert done(marking.undo()) == Say("taken back: tag 1 paper", changed=(first.key,), cursor_on=first.key)
    entry = radar.reader.entry(first.key)
    assert entry is not None and entry.tags == ()
    for key in (second.key, first.key):
        assert said(marking.undo()).cursor_on == key
    assert [row.marks for row in _rows(radar)[:2]] == [Mark.NONE, Mark.NONE]
    assert marking.undo() == Say("nothing to take back")


def _tags(radar: Radar, key: int) -> tuple[str, ...]:
    entry = radar.reader.entry(key)
    assert entry is not None
    return entry.tags


def test_the_tags_a_paper_has_are_there_to_be_changed(radar: Radar) -> None:
    asked = Marking(radar.library, ManyPapers(radar.path, radar.library.reader), "U", "t", "i").ask_tags(
        _rows(radar)[0].key, ("dunes", "tides")
    )
    assert asked.value == "dunes, tides"


def test_a_tag_that_is_too_long_is_said_to_be_cut(radar: Radar) -> None:
    marking = Marking(radar.library, ManyPapers(radar.path, radar.library.reader), "U", "t", "i")
    asked = marking.ask_tags(_rows(radar)[0].key, ())
    told = said(replied(asked, f"dunes, {'t' * 61}"))
    assert told.text.startswith(f"tags: dunes, {'t' * 60} (cut at 60 letters)")
    assert "cut" not in said(replied(asked, "t" * 60)).text


def test_a_dash_before_a_tag_means_without_it_on_one_paper_too(radar: Radar) -> None:
    marking, key = (
        Marking(radar.library, ManyPapers(radar.path, radar.library.reader), "U", "t", "i"),
        _rows(radar)[0].key,
    )
    radar.library.set_tags(key, ["dunes", "tides"])
    replied(marking.ask_tags(key, _tags(radar, key)), "dunes, tides, -dunes, -reef")
    assert _tags(radar, key) == ("tides",)
    radar.library.set_tags(key, ["dunes", "gulls", "tides"])
    replied(marking.ask_tags(key, _tags(radar, key)), "-dunes;gulls, tides")
    assert _tags(radar, key) == ("gulls", "tides")


def test_tags_that_are_left_as_they_are_stay_so(radar: Radar) -> None:
    key = _rows(radar)[0].key
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
    key = _rows(radar)[0].key
    assert said(replied(marking.ask_note(key, ""), " ask  Ada ")).text == "note written   U takes it back"
    asked = marking.ask_note(key, _note(radar, key))
    assert asked.value == "ask Ada"
    assert said(replied(asked, "")) == Say("no note   U takes it back", changed=(key,))
    assert _note(radar, key) == ""
    assert said(marking.undo()).text == "taken back: take the note from 1 paper"
    assert _note(radar, key) == "ask Ada"


def test_a_note_that_is_too_long_is_asked_for_again_whole(radar: Radar) -> None:
    marking = Marking(radar.library, ManyPapers(radar.path, radar.library.reader), "U", "t", "i")
    key = _rows(radar)[0].key
    assert said(replied(marking.ask_note(key, ""), "n" * 2_000)).text.startswith("note written")
    typed = " ".join(["word"] * 550)
    again = replied(marking.ask_note(key, _note(radar, key)), typed)
    assert isinstance(again, Ask) and again.value == typed
    assert "at most 2,000 letters, and this has 749 more" in again.question
    assert _note(radar, key) == "n" * 2_000
    assert again.left is not None
    again.left(typed)
    assert marking.ask_note(key, _note(radar, key)).value == typed
    assert said(replied(again, "word")).text.startswith("note written") and _note(radar, key) == "word"
    assert said(replied(marking.ask_note(key, "m" * 2_500), "m" * 2_500))


def test_a_paper_without_code_has_no_code_link_to_copy(radar: Radar) -> None:
    copied: list[str] = []
    copying = Copying(radar, Clipboard(copied.append, tuple))
    asked = copying.start(_rows(radar)[1].key)
    assert said(replied(asked, "t")).text == f"title handed to the terminal: {PAPERS[1].title}"
    assert said(replied(asked, "a")).text == f"abstract handed to the terminal: {PAPERS[1].abstract}"
    assert copied == [PAPERS[1].title, PAPERS[1].abstract]
    with pytest.raises(ExportError):
        radar.text_of(_rows(radar)[1].key, "code")


def test_many_summaries_are_asked_about_with_number_and_tokens_before_anything_is_queued(
    make_radar: MakeRadar,
) -> None:
    radar = make_radar(endpoint=ENDPOINT, living=True)
    summarising = Summarising(radar)
    asked = summarising.all(_keys(radar))
    assert isinstance(asked, Ask)
    assert "summarise 12 papers by tiny-writer: ~" in asked.question
    assert "tokens in" in asked.question
    assert radar.reader.jobs() == ()
    assert replied(asked, "n") == Say("nothing asked, nothing spent")
    assert radar.reader.jobs() == ()
    replied(asked, "y")
    assert [job.label for job in radar.reader.jobs()] == ["summarise 12 papers by tiny-writer"]


def test_papers_that_have_such_a_summary_are_passed_over_and_that_is_said(make_radar: MakeRadar) -> None:
    radar = make_radar(endpoint=ENDPOINT, living=True)
    keys = _keys(radar)
    digest = load_prompt().digest
    for paper, model, prompt in (
        *((paper, ENDPOINT.model, digest) for paper in PAPERS[:3]),
        (PAPERS[3], "another-writer", digest),
        (PAPERS[4], ENDPOINT.model, "another prompt"),
    ):
        radar.library.save_summaries([_summary(paper, model, prompt)])
    summarising = Summarising(radar)
    asked = summarising.all(keys)
    assert isinstance(asked, Ask)
    assert (
        "summarise 9 papers by tiny-writer (3 have one, 1 was done with another prompt): ~" in asked.question
    )
    replied(asked, "y")
    (job,) = radar.reader.jobs()
    assert job.label == "summarise 9 papers by tiny-writer"
    assert set(json.loads(job.arguments)["keys"]) == _keys_of(radar, PAPERS[3:])
    told = Summarising(radar).all([key for key in keys if key in _keys_of(radar, PAPERS[:3])])
    assert told == Say("no paper in view lacks a summary by tiny-writer")


def test_papers_that_are_not_sent_are_said_and_where_nothing_is_sent_nothing_is_asked(
    make_radar: MakeRadar,
) -> None:
    radar = make_radar(endpoint=ENDPOINT, living=True)
    silent = [Paper(PaperId(f"arxiv:2603.0000{n}"), f"Moss {n}") for n in range(2)]
    held = radar.library.add_papers(silent, Listing("file:moss"), read).keys
    three = [key for key in _keys(radar) if key in _keys_of(radar, PAPERS[:3])]
    asked = Summarising(radar).all([*three, *held])
    assert isinstance(asked, Ask)
    assert "summarise 3 papers by tiny-writer (2 not sent: 2 have no abstract): ~" in asked.question
    assert radar.reader.jobs() == ()
    assert done(Summarising(radar).all(held)) == Say("no model is asked: 2 not sent: 2 have no abstract")
    assert [job.label for job in radar.reader.jobs()] == ["summarise 2 papers by tiny-writer"]


def test_papers_that_could_not_be_sent_before_are_not_said_to_have_a_summary(make_radar: MakeRadar) -> None:
    radar = make_radar(endpoint=ENDPOINT, living=True)
    silent = Paper(PaperId("arxiv:2603.00001"), "Moss")
    held = radar.library.add_papers([silent], Listing("file:moss"), read).keys
    digest = load_prompt().digest
    summary = _summary(silent, ENDPOINT.model, digest)
    unasked = replace(summary, provenance=replace(summary.provenance, failed_checks=("no abstract",)))
    radar.library.save_summaries([unasked])
    radar.library.save_summaries([_summary(PAPERS[0], ENDPOINT.model, digest)])
    (one,) = (key for key in _keys(radar) if key in _keys_of(radar, PAPERS[:1]))
    said = "no other paper in view lacks a summary by tiny-writer; 1 not sent: 1 has no abstract"
    assert Summarising(radar).all([one, *held]) == Say(said)
    assert Summarising(radar).all([one]) == Say("no paper in view lacks a summary by tiny-writer")


def test_of_very_many_papers_the_most_that_it_may_take_is_said(make_radar: MakeRadar) -> None:
    radar = make_radar(endpoint=ENDPOINT, living=True)
    summarising = Summarising(radar)
    asked = summarising.all([*_keys(radar)] * 200)
    assert isinstance(asked, Ask)
    assert "summarise up to 2,400 papers by tiny-writer: ~" in asked.question


def test_c1_ten_thousand_papers_are_asked_about_with_an_estimate_and_nothing_is_queued(
    make_radar: MakeRadar,
) -> None:
    remote = replace(ENDPOINT, host="models.example", base_url="https://models.example/v1", local=False)
    priced = replace(remote, price_in=1.0, price_out=4.0)
    radar = make_radar(endpoint=priced, living=True)
    asked = Summarising(radar).all([*_keys(radar)] * 1000)
    assert isinstance(asked, Ask)
    assert "summarise up to 12,000 papers by tiny-writer: ~" in asked.question
    assert re.search(r"~1,080,000 out, \$\d+\.\d\d to \$\d+\.\d\d\?$", asked.question)
    assert radar.reader.jobs() == ()


def test_a_budget_that_a_run_would_reach_is_said_in_the_question(make_radar: MakeRadar) -> None:
    radar = make_radar(endpoint=ENDPOINT, living=True, budgets=Budgets(run=Limits(requests=3)))
    asked = Summarising(radar).all(_keys(radar))
    assert isinstance(asked, Ask)
    assert asked.question.endswith(
        "on this machine, free; the run's budget has 3 requests left, enough for about 3 papers; "
        "begin all the same?"
    )


@pytest.mark.skipif(not has_list(), reason="genai-prices is not installed")
def test_a_list_price_is_looked_up_in_a_thread_before_the_question(
    make_radar: MakeRadar, tmp_path: Path
) -> None:
    mini = replace(
        ENDPOINT,
        host="api.openai.com",
        base_url="https://api.openai.com/v1",
        model="gpt-4o-mini",
        local=False,
    )
    radar = make_radar(endpoint=mini, living=True, cache_folder=tmp_path)
    work = Summarising(radar).all(_keys(radar))
    assert isinstance(work, Work)
    thread = threading.Thread(target=work.run)
    thread.start()
    thread.join()
    assert work.then is not None
    asked = work.then()
    assert isinstance(asked, Ask)
    assert " out, $0.00" in asked.question
    assert isinstance(Summarising(radar).all(_keys(radar)), Ask), "it is known now"


def test_a_summary_of_one_paper_is_queued_at_once(make_radar: MakeRadar) -> None:
    radar = make_radar(endpoint=ENDPOINT, living=True)
    done(Summarising(radar).one(_rows(radar)[0].key))
    assert [job.label for job in radar.reader.jobs()] == [
        'summarise "Sorting Shells by Sound" by tiny-writer'
    ]


def test_jobs_for_one_paper_each_are_told_apart_by_a_long_title_too(make_radar: MakeRadar) -> None:
    long = replace(
        PAPERS[0], title="Sorting \\emph{Shells} by the Sound That They Make on Wet and on Dry Sand"
    )
    radar = make_radar((long,), endpoint=ENDPOINT, living=True)
    (key,) = _keys(radar)
    label = radar.request_summaries([key]).label
    assert label == 'summarise "Sorting Shells by the Sound That They Make on..." by tiny-writer'
    assert radar.request_summaries([key + 1]).label == "summarise 1 paper by tiny-writer", "it is gone"


def test_a_key_that_is_not_set_is_named_before_anything_is_queued(make_radar: MakeRadar) -> None:
    radar = make_radar(endpoint=replace(ENDPOINT, key_env="SHORE_KEY"), living=True)
    for step in (Summarising(radar).one(1), Summarising(radar).all([1])):
        assert isinstance(step, Say)
        assert "SHORE_KEY" in step.text
    assert radar.reader.jobs() == ()


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
    listed.counting, listed.papers = False, _keys(radar)[:2]
    asked = step.then()
    assert isinstance(asked, Ask)
    assert words in asked.question


def test_what_was_marked_while_all_in_view_were_counted_is_not_among_them(make_radar: MakeRadar) -> None:
    radar = make_radar(living=True)
    listed = Listed()
    listed.counting = True
    step = view_steps(radar, listed).take("all")
    assert isinstance(step, Later)
    listed.counting, listed.papers = False, _keys(radar)[:3]
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
    radar.request_summaries(_keys(radar))
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
    refused = Summarising(radar).one(_keys(radar)[0])
    assert "OTHER_KEY" in said(refused).text


def test_where_there_is_nothing_to_choose_the_way_to_another_endpoint_is_told(make_radar: MakeRadar) -> None:
    for radar, words in ((make_radar(), "no endpoint is set"), (make_radar(endpoint=ENDPOINT), "the only")):
        told = said(Choosing(radar.asked).start())
        assert words in told.text
        assert "radar endpoint add" in told.text
        assert told.text.endswith("start radar again then"), "which reads the settings once"
