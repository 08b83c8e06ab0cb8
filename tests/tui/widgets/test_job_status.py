from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from textual.app import App, ComposeResult

from radar.abstracts.reading import RULES_VERSION, read
from radar.errors import LibraryError
from radar.library.jobs.job_queue import JobQueue
from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.papers.bases import replace
from radar.papers.jobs.job import JobKind, JobProgress, JobState
from radar.papers.listed.listing import Listing
from radar.pipeline.rereading import reread
from radar.tui.lines.glyphs import UNICODE
from radar.tui.widgets.job_status import JobStatus
from tests.pipeline.fakes import paper


class Corner(App[None]):
    """Nothing but the status, over a real queue."""

    def __init__(self, reader: LibraryReader, since: int | None = None) -> None:
        super().__init__()
        self.woken = 0
        self.status = JobStatus(reader, UNICODE, self._wake, since=since)
        self.seen: list[object] = []

    def compose(self) -> ComposeResult:
        yield self.status

    def on_job_status_library_changed(self, message: JobStatus.LibraryChanged) -> None:
        self.seen.append(message)

    def on_job_status_ended(self, message: JobStatus.Ended) -> None:
        self.seen.append(message)

    def _wake(self) -> None:
        self.woken += 1
        if self.woken > 1:
            raise LibraryError("the library is locked")

    def ended(self) -> list[str]:
        return [one.job.message for one in self.seen if isinstance(one, JobStatus.Ended)]


async def test_a_job_of_another_process_shows_up_moves_on_and_ends(tmp_path: Path) -> None:
    library = Library.open(tmp_path / "library.sqlite3")
    reader = LibraryReader.open(library.path)
    queue = JobQueue(library)
    corner = Corner(reader)
    async with corner.run_test(size=(80, 5)) as pilot:

        async def until(condition: Callable[[], bool]) -> None:
            for _ in range(200):
                if condition():
                    return
                await pilot.pause(0.02)
            raise AssertionError(corner.status.line)

        assert corner.status.line == ""
        job = queue.add(JobKind.SUMMARISE, "summarise 4 papers", {})
        await until(lambda: "waiting" in corner.status.line)
        queue.claim("1")
        queue.progress(job.number, JobProgress(total=4, done=1, failed=1))
        await until(lambda: "1/4" in corner.status.line)
        assert "1 failed" in corner.status.line
        queue.end(job.number, JobState.DONE, "3 written, 1 failed")
        await until(lambda: corner.ended() == ["3 written, 1 failed"])
        assert corner.status.line == ""
        assert any(isinstance(one, JobStatus.LibraryChanged) for one in corner.seen)
    reader.close()
    library.close()


async def test_papers_that_newer_rules_read_again_are_counted_until_none_is_left(tmp_path: Path) -> None:
    library = Library.open(tmp_path / "library.sqlite3")
    papers = [paper(number) for number in range(300)]
    older = [replace(read(one), rules_version=RULES_VERSION - 1) for one in papers]
    readings = dict(zip(papers, older, strict=True))
    library.add_papers(papers, Listing("file:moss"), readings.__getitem__)
    reader = LibraryReader.open(library.path)
    corner = Corner(reader)
    async with corner.run_test(size=(80, 5)) as pilot:
        assert corner.status.line.endswith("  0/300")
        steps = reread(library, read, RULES_VERSION)
        for line in ("256/300", ""):
            next(steps)
            for _ in range(200):
                if corner.status.line.endswith(line) and bool(line) == bool(corner.status.line):
                    break
                await pilot.pause(0.02)
            assert corner.status.line.endswith(line) and bool(line) == bool(corner.status.line)
    reader.close()
    library.close()


async def test_what_was_written_before_the_status_was_there_is_a_change_of_what_is_on_screen(
    tmp_path: Path,
) -> None:
    library = Library.open(tmp_path / "library.sqlite3")
    reader = LibraryReader.open(library.path)
    since = reader.data_version()
    JobQueue(library).add(JobKind.REFRESH, "refresh", {})
    corner = Corner(reader, since)
    async with corner.run_test(size=(80, 5)) as pilot:
        corner.status.look()
        await pilot.pause()
        assert [type(one) for one in corner.seen] == [JobStatus.LibraryChanged]
        corner.status.look()
        await pilot.pause()
        assert len(corner.seen) == 1
    reader.close()
    library.close()


async def test_jobs_that_ended_before_are_not_told_again(tmp_path: Path) -> None:
    library = Library.open(tmp_path / "library.sqlite3")
    reader = LibraryReader.open(library.path)
    queue = JobQueue(library)
    job = queue.add(JobKind.REFRESH, "refresh", {})
    queue.claim("1")
    queue.end(job.number, JobState.FAILED, "offline")
    corner = Corner(reader)
    async with corner.run_test(size=(80, 5)) as pilot:
        corner.status.look()
        await pilot.pause()
        assert corner.ended() == []
    reader.close()
    library.close()


async def test_a_job_that_began_and_ended_between_two_looks_is_told_once(tmp_path: Path) -> None:
    library = Library.open(tmp_path / "library.sqlite3")
    reader = LibraryReader.open(library.path)
    queue = JobQueue(library)
    corner = Corner(reader)
    async with corner.run_test(size=(80, 5)) as pilot:
        for message in ("no site has it", "nor this one"):
            job = queue.add(JobKind.ADD, "add 2406.01234", {})
            queue.claim("1")
            queue.end(job.number, JobState.FAILED, message)
            corner.status.look()
            await pilot.pause()
        queue.add(JobKind.REFRESH, "refresh", {})
        corner.status.look()
        await pilot.pause()
        assert corner.ended() == ["no site has it", "nor this one"]
    reader.close()
    library.close()


async def test_a_worker_is_looked_for_at_the_start_and_trouble_is_a_line_not_an_end(tmp_path: Path) -> None:
    library = Library.open(tmp_path / "library.sqlite3")
    reader = LibraryReader.open(library.path)
    corner = Corner(reader)
    async with corner.run_test(size=(80, 5)) as pilot:
        while not corner.woken:
            await pilot.pause(0.02)
        assert corner.woken == 1
        corner.status.wake()
        assert corner.status.line == "the library is locked"
        corner.woken = 0
        corner.status.wake()
        assert corner.status.line == "", "a worker can be looked for again"
    reader.close()
    library.close()
