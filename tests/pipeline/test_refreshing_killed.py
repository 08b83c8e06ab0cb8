"""Refreshes that are killed at every stage, and two at once: nothing is lost, nothing is there twice."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.pipeline.source_standing import unfinished
from tests.pipeline.refreshing_process import A_PAGE, NAME, PAGES, SINCE, STAGES

ROOT = Path(__file__).parents[2]
ALL = PAGES * A_PAGE


def start(library: Path, stage: str, back: bool) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.pipeline.refreshing_process"]
    return subprocess.Popen(
        [*command, str(library), stage, "back" if back else "new"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def go(process: subprocess.Popen[str]) -> None:
    assert process.stdin is not None
    process.stdin.write("\n")
    process.stdin.close()


def word(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def killed_at(library: Path, stage: str, back: bool) -> None:
    process = start(library, stage, back)
    go(process)
    assert word(process) == "here"
    process.send_signal(signal.SIGKILL)
    process.wait(30)
    assert process.stdout is not None
    process.stdout.close()


def ended(library: Path, back: bool) -> tuple[list[int], int, int]:
    """Run to the end; return the pages that were asked for, and the papers that were new and known."""
    process = start(library, "", back)
    go(process)
    said = word(process).split()
    assert process.wait(30) == 0
    assert process.stdout is not None
    process.stdout.close()
    new, known = said[-1].split("/")
    return [int(page) for page in said[0].split(",")], int(new), int(known)


@pytest.mark.parametrize("stage", STAGES)
def test_a_back_fill_that_is_killed_goes_on_with_what_it_had_not_noted(
    library: Library, reader: LibraryReader, stage: str
) -> None:
    killed_at(library.path, stage, back=True)
    before = reader.counts().papers
    (state,) = library.source_states()
    assert unfinished(state)
    pages, new, known = ended(library.path, back=True)
    first = {"asked": 0, "noted": 2, "ending": PAGES - 1}.get(stage, 1)
    assert pages == list(range(first, PAGES))
    assert (before + new, reader.counts().papers) == (ALL, ALL)
    assert known <= A_PAGE
    fill = library.back_fill(NAME, SINCE)
    assert fill is not None
    assert (fill.papers, fill.ended is not None) == (ALL, True)
    (state,) = library.source_states()
    assert not unfinished(state)


@pytest.mark.parametrize("stage", ["asked", "fetched", "state", "ending"])
def test_a_refresh_that_is_killed_keeps_what_came_and_the_next_one_brings_the_rest(
    library: Library, reader: LibraryReader, stage: str
) -> None:
    killed_at(library.path, stage, back=False)
    before = reader.counts().papers
    assert before % A_PAGE == 0
    _, new, known = ended(library.path, back=False)
    assert (new, known) == (ALL - before, before)
    assert reader.counts().papers == ALL


@pytest.mark.parametrize("back", [False, True])
def test_two_processes_that_ask_the_same_source_at_once_bring_each_paper_once(
    library: Library, reader: LibraryReader, back: bool
) -> None:
    processes = [start(library.path, "", back) for _ in range(2)]
    for process in processes:
        go(process)
    said = [word(process).split()[-1].split("/") for process in processes]
    assert [process.wait(30) for process in processes] == [0, 0]
    for process in processes:
        assert process.stdout is not None
        process.stdout.close()
    assert sum(int(new) for new, _ in said if new.isdecimal()) == ALL
    assert reader.counts().papers == ALL
    (state,) = library.source_states()
    assert not unfinished(state)
