"""What the doctor sees, and what it advises."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Awaitable, Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from radar.abstracts.reading import read
from radar.errors import KeyRefused, SettingsError, SummariserError
from radar.library.jobs.job_queue import JobQueue
from radar.library.library import Library
from radar.papers.bases import replace
from radar.papers.jobs.job import Job, JobKind, JobProgress, JobState
from radar.papers.jobs.source_state import SourceState
from radar.papers.jobs.spending import Budgets, Limits, Totals
from radar.papers.listed.listing import Listing
from radar.papers.summaries.acceptance import Acceptance
from radar.pipeline.doctor import (
    Check,
    TerminalFacts,
    Verdict,
    acceptance_checks,
    budget_check,
    cache_check,
    endpoint_check,
    library_checks,
    program_check,
    source_check,
    space_checks,
    summariser_check,
    terminal_checks,
)
from radar.pipeline.endpoint_info import EndpointInfo
from tests.pipeline.fakes import paper

_FACTS = TerminalFacts(
    is_terminal=True,
    term="xterm-256color",
    colorterm="truecolor",
    no_color=False,
    columns=120,
    lines=36,
    encoding="utf-8",
)
_ENDPOINT = EndpointInfo(
    "small", "models.example", "https://models.example/v1", "small", "MY_KEY", True, False
)


def _library(path: Path) -> Library:
    library = Library.open(path)
    library.add_papers([paper(1), paper(2)], Listing("hf:daily"), read)
    library.finish_bulk()
    return library


def _verdicts(checks: list[Check]) -> dict[str, Verdict]:
    return {check.part: check.verdict for check in checks}


def _answering(works: bool, message: str) -> Callable[[], Awaitable[tuple[bool, str]]]:
    async def ask() -> tuple[bool, str]:
        return works, message

    return ask


def test_a_library_that_works_is_counted_and_searched(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite3"
    _library(path).close()
    checks = list(library_checks(path))
    assert _verdicts(checks) == {"library": Verdict.OK, "search": Verdict.OK}
    assert checks[0].message.startswith("2 papers, ")


def test_what_stands_beside_a_library_is_part_of_its_size(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite3"
    with closing(_library(path)):
        log = path.with_name(f"{path.name}-wal").stat().st_size
        assert log > 500_000
        told = next(library_checks(path)).message
        assert told.startswith(f"2 papers, {(path.stat().st_size + log) / 1e6:,.1f} MB")


@pytest.mark.parametrize(
    ("titles", "said"),
    [
        (("?", "2406.01234", "ข่าวสาร", "Moss on stones"), "finds a new paper by a word of its title"),
        (("Moss on stones", "Moss, of stones?"), "finds the newest paper by a word of its title"),
        (("?", "OR"), "finds a new paper by a word of its title"),
        (("?", "2406.01234"), "not checked: none of the newest 200 titles has a word to look for"),
        ((), "nothing to find yet"),
    ],
)
def test_the_search_is_tried_by_the_newest_title_that_has_a_word(
    tmp_path: Path, titles: tuple[str, ...], said: str
) -> None:
    path = tmp_path / "library.sqlite3"
    with closing(Library.open(path)) as library:
        chunk = [paper(number, title=title) for number, title in enumerate(titles)]
        # The first of a listing is the newest.
        library.add_papers(chunk, Listing("file:moss"), read)
        library.finish_bulk()
    (check,) = (check for check in library_checks(path) if check.part == "search")
    assert (check.verdict, check.message) == (Verdict.OK, said)


def test_one_paper_is_one_paper(tmp_path: Path) -> None:
    with closing(Library.open(tmp_path / "library.sqlite3")) as library:
        library.add_papers([paper(1)], Listing("file:moss"), read)
    assert next(library_checks(tmp_path / "library.sqlite3")).message.startswith("1 paper, ")


def test_a_library_that_is_not_there_is_no_failure_and_is_not_made(tmp_path: Path) -> None:
    (check,) = library_checks(tmp_path / "library.sqlite3")
    assert check.verdict is Verdict.OK
    assert not list(tmp_path.iterdir())


def test_a_library_that_was_left_while_it_was_made_is_no_failure_and_stays_so(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite3"
    path.touch()
    (check,) = library_checks(path)
    assert (check.verdict, path.read_bytes()) == (Verdict.OK, b"")
    assert check.message.startswith("nothing stored yet")


def test_a_library_that_cannot_be_made_is_a_failure_that_names_the_folder(tmp_path: Path) -> None:
    (tmp_path / "shelf").write_text("no folder")
    (check,) = library_checks(tmp_path / "shelf" / "radar" / "library.sqlite3")
    assert check.verdict is Verdict.FAIL
    assert f"written into {tmp_path / 'shelf'}" in check.message
    assert "--library" in check.hint


def test_a_library_that_cannot_be_looked_at_is_a_failure_that_says_why(tmp_path: Path) -> None:
    (check,) = library_checks(tmp_path / ("x" * 300))
    assert check.verdict is Verdict.FAIL
    assert "cannot be looked at (File name too long)" in check.message
    assert "Make its folders readable for you" in check.hint


def test_a_broken_library_fails_with_advice(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite3"
    path.write_bytes(b"no database" * 1000)
    (check,) = library_checks(path)
    assert check.verdict is Verdict.FAIL
    assert check.hint


def test_a_job_that_failed_is_a_warning(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite3"
    library = _library(path)
    queue = JobQueue(library)
    queue.add(JobKind.REFRESH, "refresh hf:daily", {})
    job = queue.claim("somebody")
    assert job
    queue.end(job.number, JobState.FAILED, "the site was silent")
    checks = list(library_checks(path))
    library.close()
    assert checks[-1] == Check(
        "jobs", Verdict.WARN, "job 1: it failed: the site was silent", "radar jobs shows all"
    )


def test_a_job_whose_worker_is_gone_is_named(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite3"
    library = _library(path)
    queue = JobQueue(library)
    queue.add(JobKind.REFRESH, "refresh hf:daily", {})
    queue.claim("somebody")
    queue.note_lost(lambda _worker: False)
    checks = list(library_checks(path))
    library.close()
    assert checks[-1].message == "job 1: its worker ended without a word: refresh hf:daily"


def test_a_job_that_failed_days_ago_is_history(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite3"
    library = _library(path)
    queue = JobQueue(library)
    queue.add(JobKind.REFRESH, "refresh hf:daily", {})
    job = queue.claim("somebody")
    assert job
    queue.end(job.number, JobState.FAILED, "the site was silent")
    library.close()
    with closing(sqlite3.connect(path)) as database:
        database.execute("UPDATE jobs SET created = created - 2e11, ended = ended - 2e11")
        database.commit()
    assert "jobs" not in _verdicts(list(library_checks(path)))


@pytest.mark.skipif(sys.platform != "linux", reason="needs /proc, a file system that never has room")
def test_a_disk_without_room_fails(tmp_path: Path) -> None:
    (full,) = space_checks(Path("/proc/library.sqlite3"))
    assert (full.verdict, full.hint) == (Verdict.FAIL, "Make room")
    assert all(check.verdict is Verdict.WARN for check in space_checks(tmp_path / "library.sqlite3"))


def test_a_cache_is_written_to_and_read(tmp_path: Path) -> None:
    assert cache_check(tmp_path / "cache").verdict is Verdict.OK


def test_a_cache_that_cannot_be_had_is_a_warning_only(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be", encoding="utf-8")
    check = cache_check(tmp_path / "cache")
    assert check.verdict is Verdict.WARN
    assert check.hint


async def test_no_endpoint_is_a_warning_that_says_how_to_set_one() -> None:
    check = await endpoint_check(None, _answering(True, ""))
    assert check.verdict is Verdict.WARN
    assert "radar endpoint add" in check.hint


@pytest.mark.parametrize(("works", "verdict"), [(True, Verdict.OK), (False, Verdict.FAIL)])
async def test_an_endpoint_is_asked(works: bool, verdict: Verdict) -> None:
    check = await endpoint_check(_ENDPOINT, _answering(works, "it has \x1b[31msmall"))
    assert (check.verdict, check.message) == (verdict, "it has small")


async def test_a_key_that_is_not_there_is_named_and_nobody_is_asked() -> None:
    async def ask() -> tuple[bool, str]:
        raise AssertionError("asked without a key")

    check = await endpoint_check(replace(_ENDPOINT, key_present=False), ask)
    assert check.verdict is Verdict.FAIL
    assert "MY_KEY" in check.hint


async def test_an_endpoint_that_raises_fails_with_its_hint() -> None:
    async def ask() -> tuple[bool, str]:
        raise KeyRefused("the key is wrong", "Set another")

    assert await endpoint_check(_ENDPOINT, ask) == Check(
        "endpoint", Verdict.FAIL, "the key is wrong", "Set another"
    )


def test_a_summariser_that_cannot_be_loaded_fails() -> None:
    def build() -> object:
        raise SummariserError("no summariser is called x", "Did you mean y?")

    assert summariser_check("x", build).verdict is Verdict.FAIL
    assert summariser_check("offline", object) == Check("summariser", Verdict.OK, "offline")


def _refresh_job(message: str) -> Job:
    when = datetime(2026, 3, 1, 7, 2, tzinfo=UTC)
    return Job(1, JobKind.REFRESH, "refresh", "{}", JobState.DONE, JobProgress(), when, when, when, message)


def test_sources_are_known_by_name_and_the_last_refresh_is_told() -> None:
    check = source_check(("hf:daily", "arxiv:cs.CL"), str, [_refresh_job("40 papers: 12 new, 28 known")])
    assert check.verdict is Verdict.OK
    assert (
        check.message
        == "hf:daily, arxiv:cs.CL; last refresh 2026-03-01 07:02 UTC: 40 papers: 12 new, 28 known"
    )


def test_a_source_that_failed_when_it_was_last_asked_is_a_warning() -> None:
    states = [SourceState("HF:daily", error="the site answers 404"), SourceState("arxiv:cs.CL"),
              SourceState("arxiv:cs.LG", error="no longer followed")]  # fmt: skip
    jobs = [_refresh_job("40 papers: 12 new, 28 known")]
    check = source_check(("hf:daily", "arxiv:cs.CL"), str, jobs, states)
    assert check.verdict is Verdict.WARN
    assert check.message == "1 of 2 failed when last asked: hf:daily"
    assert "radar sources" in check.hint


def test_a_source_of_no_known_kind_fails_and_none_at_all_is_a_warning() -> None:
    def build(name: str) -> object:
        raise SettingsError(f"no source is called {name}")

    assert source_check(("nowhere",), build, []).verdict is Verdict.FAIL
    assert source_check((), build, []).verdict is Verdict.WARN


def test_all_sources_of_no_known_kind_are_told() -> None:
    def build(name: str) -> object:
        if name == "hf:daily":
            return name
        raise SettingsError(f"no source is called {name}", f"Such as {name}:daily")

    check = source_check(("nowhere", "hf:daily", "never"), build, [])
    assert check.message == "no source is called nowhere; no source is called never"
    assert "radar sources" in check.hint
    assert source_check(("hf:daily", "never"), build, []).hint == "Such as never:daily"


@pytest.mark.parametrize(
    ("facts", "part", "verdict"),
    [
        (_FACTS, "colours", Verdict.OK),
        (_FACTS, "mouse", Verdict.OK),
        (replace(_FACTS, term="dumb"), "terminal", Verdict.FAIL),
        (replace(_FACTS, term=""), "terminal", Verdict.FAIL),
        (replace(_FACTS, is_terminal=False), "terminal", Verdict.OK),
        (replace(_FACTS, columns=60), "size", Verdict.WARN),
        (replace(_FACTS, lines=12), "size", Verdict.WARN),
        (replace(_FACTS, term="vt100", colorterm=""), "colours", Verdict.WARN),
        (replace(_FACTS, term="vt100", colorterm=""), "mouse", Verdict.WARN),
        (replace(_FACTS, no_color=True), "colours", Verdict.OK),
        (replace(_FACTS, encoding="ANSI_X3.4-1968"), "letters", Verdict.WARN),
        (replace(_FACTS, encoding="UTF8"), "letters", Verdict.OK),
        (replace(_FACTS, term="tmux-256color"), "mouse", Verdict.OK),
    ],
)
def test_a_terminal_is_judged_by_what_the_screen_needs(
    facts: TerminalFacts, part: str, verdict: Verdict
) -> None:
    checks = list(terminal_checks(facts))
    assert _verdicts(checks)[part] is verdict
    assert all(check.hint for check in checks if check.verdict is not Verdict.OK)


def test_where_what_is_copied_goes_is_told() -> None:
    (alone,) = (check for check in terminal_checks(_FACTS) if check.part == "clipboard")
    assert "the terminal alone" in alone.message
    facts = replace(_FACTS, clipboard=("tmux", "xclip"))
    (check,) = (check for check in terminal_checks(facts) if check.part == "clipboard")
    assert check.message == "what is copied goes to tmux, and to the terminal"


def test_the_program_says_its_versions() -> None:
    assert program_check().message.startswith("radar ")


def test_budgets_are_told_where_there_are_any() -> None:
    assert list(budget_check(Budgets(), Totals(), lambda: False)) == []
    budgets = Budgets(Limits(tokens=5_000), Limits(cost=2.0))
    (check,) = budget_check(budgets, Totals(cost=0.5), lambda: True)
    assert (check.verdict, check.message) == (Verdict.OK, "5,000 tokens a run; $2.00 a day, $1.50 left today")


def test_a_budget_in_dollars_without_a_price_is_a_warning() -> None:
    (check,) = budget_check(Budgets(run=Limits(cost=1.0)), Totals(), lambda: False)
    assert check.verdict is Verdict.WARN
    assert "No price is known for the model, so a budget in dollars does not hold" in check.message
    assert "price_in" in check.hint
    (other,) = budget_check(Budgets(run=Limits(tokens=1)), Totals(), lambda: False)
    assert other.verdict is Verdict.OK


async def test_k6_an_endpoint_without_encryption_works_and_is_said_to_be_so() -> None:
    plain = replace(_ENDPOINT, base_url="http://models.example/v1")
    check = await endpoint_check(plain, _answering(True, "models.example answers"))
    assert (check.verdict, check.message) == (Verdict.WARN, "models.example answers, without encryption")
    assert "papers and key" in check.hint
    keyless = await endpoint_check(
        replace(plain, key_env="", key_present=False), _answering(True, "it answers")
    )
    assert "can read papers;" in keyless.hint
    local = replace(plain, base_url="http://127.0.0.1:8080/v1", local=True)
    assert (await endpoint_check(local, _answering(True, "it answers"))).verdict is Verdict.OK


async def test_a_key_that_is_fetched_is_fetched_by_asking() -> None:
    fetched = replace(_ENDPOINT, key_env="", key_present=None, key_place="from `pass`")
    check = await endpoint_check(fetched, _answering(False, "the key_command `pass` failed (exit code 1)"))
    assert (check.verdict, check.message) == (Verdict.FAIL, "the key_command `pass` failed (exit code 1)")


def test_a_model_whose_words_fail_too_often_is_a_warning_and_never_a_failure() -> None:
    assert list(acceptance_checks(Acceptance())) == []
    (check,) = acceptance_checks(Acceptance(50, 19, 6))
    assert check.verdict is Verdict.WARN
    assert check.message == (
        "19 of the last 50 passed all checks, 6 more were trimmed; the model seems too weak for the prompt"
    )
    assert "radar compare" in check.hint
    (check,) = acceptance_checks(Acceptance(50, refused="its words were refused most often: no"))
    assert "; its words were refused most often: no; the model seems too weak" in check.message
    (check,) = acceptance_checks(Acceptance(50, 20))
    assert check == Check("takeaways", Verdict.OK, "20 of the last 50 passed all checks")
    (check,) = acceptance_checks(Acceptance(3, 0))
    assert (check.verdict, check.hint) == (Verdict.OK, "")
