from __future__ import annotations

from datetime import UTC, datetime, timedelta

from radar.library.background import Found
from radar.papers.bases import replace
from radar.papers.jobs.job import Job, JobKind, JobProgress, JobState
from radar.papers.jobs.source_state import SourceState
from radar.papers.reader.query import CodeFilter, PaperQuery
from radar.pipeline.radar import Radar
from radar.tui.keys.keymap import key_label
from radar.tui.words.states import Instead, instead_of_papers, shorter_standing, standing
from tests.tui.conftest import MakeRadar
from tests.tui.shelf import ENDPOINT

FOUND = Found(1, PaperQuery(code=CodeFilter.RELEASED), without=(("code", 3),))
NOW = datetime(2026, 2, 3, 9, 30, tzinfo=UTC)
JOB = Job(1, JobKind.IMPORT, "import shore.txt", "{}", JobState.RUNNING, JobProgress(), NOW)
UNTIL = datetime(2026, 2, 3, 9, 30, 20).astimezone()


def test_an_empty_library_names_the_keys_that_fill_it() -> None:
    text = "\n".join(instead_of_papers(PaperQuery(), None, (), key_label))
    assert "the library is empty" in text
    assert "I adds papers" in text
    assert "R fetches them" in text


def test_an_empty_library_that_is_being_filled_says_so() -> None:
    text = "\n".join(instead_of_papers(PaperQuery(), None, (JOB,), key_label))
    assert "import shore.txt" in text
    assert "empty" not in text


def test_nothing_is_called_empty_before_the_answer_is_there() -> None:
    query = PaperQuery(code=CodeFilter.RELEASED)
    assert "nothing matches" not in "\n".join(instead_of_papers(query, None, (), key_label))
    text = "\n".join(instead_of_papers(query, FOUND, (), key_label))
    assert "nothing matches" in text
    assert "3 without `code`: c drops it" in text


def test_a_tag_that_no_paper_has_is_told_as_such() -> None:
    query = PaperQuery("tag:reef ")
    found = Found(1, query, without=(("text", 3),), unknown=("there is no tag:reef",))
    assert instead_of_papers(query, found, (), key_label)[1:3] == ("nothing matches", "there is no tag:reef")


def test_where_it_is_not_enough_to_drop_one_filter_the_key_is_named_that_drops_all() -> None:
    query = PaperQuery(starred=True, disputed=True, updated=True)
    lines = instead_of_papers(query, Found(1, query), (), key_label)
    assert lines[-1] == "to drop one of the filters is not enough: 0 lists everything"


def test_what_stands_instead_of_papers_is_broken_at_words_for_the_width_of_the_list() -> None:
    width = 0
    lines = ("", "nothing matches", "", "66 without the words searched for: esc drops them")
    instead = Instead(lambda _query, _found: lines, lambda: width)
    assert instead(PaperQuery(), None) == lines
    width = 58
    assert instead.again() == (*lines[:3], "66 without the words searched for: esc drops", "  them")
    width = 41
    assert instead.again() == (*lines[:3], "66 without the words searched", "  for: esc drops them")
    width = 60
    assert instead.again() == lines


def test_the_keys_named_are_the_readers_own() -> None:
    own = {"filter.code": "F2"}
    lines = instead_of_papers(PaperQuery(code=CodeFilter.RELEASED), FOUND, (), lambda id: key_label(id, own))
    assert lines[-1] == "3 without `code`: F2 drops it"


def test_what_stands_there_all_the_time_says_who_writes_summaries(
    radar: Radar, make_radar: MakeRadar
) -> None:
    assert standing(radar, None, key_label) == "takeaways offline, m says how a model writes them"
    asked = make_radar(endpoint=replace(ENDPOINT, name="big-writer"))
    line = standing(asked, NOW, key_label)
    assert line.startswith("last addition 3 Feb")
    assert line.endswith("big-writer writes summaries: m")


def test_an_installed_summariser_is_named_and_not_the_endpoint_beside_it(make_radar: MakeRadar) -> None:
    radar = make_radar(endpoint=ENDPOINT)
    radar.asked.summariser = "gull"
    assert standing(radar, None, key_label) == "gull writes summaries: m"


def test_with_several_endpoints_the_key_that_chooses_is_told(make_radar: MakeRadar) -> None:
    other = replace(ENDPOINT, name="dear at other", summariser="other")
    radar = make_radar(endpoint=ENDPOINT, endpoints=(other,))
    assert standing(radar, None, key_label) == "tiny-writer writes summaries: m, A asks another"
    radar.asked.choose("other")
    assert standing(radar, None, key_label).startswith("dear at other writes summaries")


def test_where_no_source_is_chosen_the_line_says_what_would_be_asked_until_it_was(
    make_radar: MakeRadar,
) -> None:
    every = timedelta(hours=6)
    radar = make_radar(sources=("hf:daily",), unnamed_sources=("hf:daily",), refresh_every=every)
    line = standing(radar, NOW, key_label)
    assert line == "no source is chosen: R fetches hf:daily, a follows another"
    radar.library.note_source(SourceState("hf:daily", asked=NOW, succeeded=NOW))
    assert standing(radar, NOW, key_label).startswith("last addition")
    named = make_radar(sources=("hf:daily",), refresh_every=every)
    assert standing(named, NOW, key_label).startswith("last addition")


def test_work_that_no_worker_begins_is_told_with_the_key_that_tries_again(make_radar: MakeRadar) -> None:
    radar = make_radar(sources=("hf:daily",))
    radar.request_refresh()
    assert standing(radar, NOW, key_label).startswith("last addition")
    while radar.wake():
        pass
    told = f"no worker begins what waits: R tries again; radar doctor or {radar.log} tells why"
    assert standing(radar, NOW, key_label) == told


def test_where_sources_cannot_be_reached_the_last_addition_is_told_too(make_radar: MakeRadar) -> None:
    radar = make_radar(sources=("hf:daily",), refresh_every=timedelta(hours=6))
    radar.library.note_source(SourceState("hf:daily", asked=NOW, error="offline: no machine"))
    line = standing(radar, NOW, key_label)
    local = NOW.astimezone()
    told = f"offline   last addition {local.day} {local:%b %H:%M}"
    assert line == f"{told}   takeaways offline, m says how a model writes them"
    assert shorter_standing((), key_label, line) == (told, "offline")
    assert standing(radar, None, key_label).startswith("offline   takeaways offline")
    assert shorter_standing((), key_label, standing(radar, None, key_label)) == ()


def test_a_throwaway_library_says_that_it_is_one_and_what_its_abstracts_are(radar: Radar) -> None:
    radar.throwaway = True
    assert standing(radar, NOW, key_label).startswith(
        "demo, thrown away at the end: abstracts are paraphrases"
    )


def test_while_the_endpoint_asks_to_wait_the_line_says_why_nothing_comes_and_what_helps(
    make_radar: MakeRadar,
) -> None:
    waits = JobProgress(total=66, done=9, note="models.example asks to wait", waits_until=UNTIL)
    job = replace(JOB, state=JobState.RUNNING, progress=waits)
    assert standing(make_radar(endpoint=ENDPOINT), NOW, key_label, (job,)) == (
        "models.example asks to wait until 09:30:20, 57 papers left; x stops it, what is done stays"
    )
    beside = replace(job, number=2)
    first = replace(JOB, state=JobState.RUNNING)
    assert standing(make_radar(endpoint=ENDPOINT), NOW, key_label, (first, beside)) == (
        "models.example asks to wait until 09:30:20, 57 papers left; J and there x stops it, "
        "what is done stays"
    )


def test_of_a_wait_the_moment_and_the_key_are_told_in_the_shortest_words_too() -> None:
    waits = JobProgress(total=66, done=9, note="models.example asks to wait", waits_until=UNTIL)
    job = replace(JOB, state=JobState.RUNNING, progress=waits)
    assert shorter_standing((job,), key_label) == (
        "models.example asks to wait until 09:30:20, 57 papers left; x stops it",
        "models.example asks to wait until 09:30:20; x stops it",
        "x stops it: models.example asks to wait until 09:30:20",
    )
    assert shorter_standing((JOB,), key_label) == ()
