"""What a job does and tells, in the process of the test."""

from __future__ import annotations

import gzip
from collections.abc import AsyncGenerator, Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest

from radar.abstracts.reading import read
from radar.errors import EndpointError
from radar.library.jobs.job_queue import JobQueue
from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.papers.bases import replace
from radar.papers.jobs.job import JobKind, JobState
from radar.papers.jobs.standstill import Standstill
from radar.papers.listed.paper import Paper
from radar.papers.summaries.summary import Reading
from radar.pipeline.events import Summarised, SummariseEnded, SummariseEvent, SummariseStarted, Waiting
from radar.pipeline.importing import Importer
from radar.pipeline.job_kinds import import_job, summarise_job
from radar.pipeline.job_run import JobCancelled, JobRun, concluding
from radar.sources.records.json_lines import JsonLines
from tests.pipeline.fakes import paper, write_listing
from tests.pipeline.worker_process import make_worker

if TYPE_CHECKING:
    from radar.pipeline.summarising import Summarising

MANY = 1_000_000


def test_a_cancel_amid_the_search_index_ends_the_job_at_once(
    library: Library, jobs: JobQueue, tmp_path: Path
) -> None:
    path = write_listing(tmp_path / "moss.jsonl", range(5000))
    jobs.add(JobKind.IMPORT, "import", {"paths": [str(path)]})
    job = jobs.claim("1")
    assert job is not None
    run = JobRun(job, jobs, lambda: False)

    def build(finishing: Callable[[int, int], None]) -> Importer:
        def cancelled_meanwhile(done: int, total: int) -> None:
            jobs.cancel(job.number)
            run._looked = 0.0
            finishing(done, total)

        return Importer(library, (JsonLines(),), read, None, cancelled_meanwhile)

    with pytest.raises(JobCancelled):
        import_job(run, build)
    assert library.index_behind > 0


def test_what_was_stored_when_an_import_is_cancelled_is_counted(
    library: Library, reader: LibraryReader, jobs: JobQueue, tmp_path: Path
) -> None:
    path = write_listing(tmp_path / "moss.jsonl", range(1000))
    jobs.add(JobKind.IMPORT, "import moss.jsonl", {"paths": [str(path)]})
    job = jobs.claim("1")
    assert job is not None
    run = JobRun(job, jobs, lambda: False, seconds=map(float, count()).__next__)
    numbers = count()

    def cancelled_amid_a_chunk(paper: Paper) -> Reading:
        if next(numbers) == 300:
            jobs.cancel(job.number)
        return read(paper)

    with concluding(run) as conclude:
        conclude(
            import_job(
                run, lambda told: Importer(library, (JsonLines(),), cancelled_amid_a_chunk, None, told)
            )
        )
    ended, papers = jobs.get(job.number), reader.counts().papers
    assert ended is not None
    assert 300 < papers < 1000
    assert ended.message.startswith(f"cancelled at {papers} of ~")
    assert (ended.progress.done, ended.progress.new) == (papers, papers)


def test_how_many_papers_a_file_holds_is_a_guess_until_its_end_also_where_so_many_came(
    library: Library, jobs: JobQueue, tmp_path: Path
) -> None:
    path = write_listing(tmp_path / "moss.jsonl", range(1000))
    # A few bytes hold them all, which are read before the first paper is there.
    path.write_bytes(gzip.compress(path.read_bytes()))
    jobs.add(JobKind.IMPORT, "import moss.jsonl", {"paths": [str(path)]})
    job = jobs.claim("1")
    assert job is not None
    run = JobRun(job, jobs, lambda: False)
    told: set[str] = set()

    def read_and_look(paper: Paper) -> Reading:
        told.add(replace(job, progress=run.progress).total_told)
        return read(paper)

    import_job(run, lambda report: Importer(library, (JsonLines(),), read_and_look, None, report))
    assert len(told) > 2
    assert all(total.startswith("~") for total in told - {""})
    assert replace(job, progress=run.progress).total_told == "1,000"


def test_how_many_papers_a_file_holds_is_no_estimate_once_it_is_read(
    library: Library, jobs: JobQueue, ledger: Path, tmp_path: Path
) -> None:
    path = write_listing(tmp_path / "moss.jsonl", range(2))
    path.write_text(path.read_text(encoding="utf-8") + '{"abstract": "On moss."}\n' * 600, encoding="utf-8")
    jobs.add(JobKind.IMPORT, "import moss.jsonl", {"paths": [str(path)]})
    make_worker(library.path, ledger, MANY).run()
    (imported,) = jobs.list()
    assert (imported.progress.done, imported.total_told) == (2, "2")


def test_arguments_that_are_not_those_of_the_kind_fail_the_job_only(
    library: Library, jobs: JobQueue, ledger: Path
) -> None:
    job = jobs.add(JobKind.IMPORT, "import", {"keys": [1]})
    assert make_worker(library.path, ledger, MANY).run() == 0
    failed = jobs.get(job.number)
    assert failed is not None
    assert (failed.state, failed.message) == (JobState.FAILED, f"job {job.number} does not say which paths")


def test_arguments_that_nobody_can_read_fail_the_job_only(
    library: Library, jobs: JobQueue, ledger: Path
) -> None:
    job = jobs.add(JobKind.IMPORT, "import", {"paths": []})
    library.database.run("UPDATE jobs SET arguments = ? WHERE number = ?", ("[" * 100_000, job.number))
    assert make_worker(library.path, ledger, MANY).run() == 0
    failed = jobs.get(job.number)
    assert failed is not None
    assert failed.message == f"job {job.number} has arguments that are no JSON"


def test_what_came_of_each_is_told_with_its_name_where_there_are_several(
    library: Library, jobs: JobQueue, ledger: Path, tmp_path: Path
) -> None:
    paths = [write_listing(tmp_path / name, range(2)) for name in ("a.jsonl", "b.jsonl")]
    jobs.add(JobKind.IMPORT, "import", {"paths": [str(path) for path in paths]})
    jobs.add(JobKind.REFRESH, "refresh", {"sources": ["arxiv:cs.CL", "hf:daily"]})
    make_worker(library.path, ledger, MANY).run()
    refreshed, imported = jobs.list()
    assert imported.message == "a.jsonl: 2 papers: 2 new, 0 known; b.jsonl: 2 papers: 0 new, 2 known"
    assert (imported.progress.done, imported.progress.new, imported.progress.known) == (4, 2, 2)
    assert sorted(refreshed.message.split("; ")) == [
        "arxiv:cs.CL: 0 new, 1 known",
        "hf:daily: 0 new, 1 known",
    ]


@pytest.mark.parametrize(
    ("bad", "told"),
    [
        (1, "1 line not understood (line 3: there is no title)"),
        (
            5,
            "5 lines not understood (line 3: there is no title; line 4: there is no title; "
            "line 5: there is no title; and 2 more)",
        ),
    ],
)
def test_the_first_lines_that_were_not_understood_are_told_with_why(
    library: Library, jobs: JobQueue, ledger: Path, tmp_path: Path, bad: int, told: str
) -> None:
    path = write_listing(tmp_path / "a.jsonl", range(2))
    path.write_text(path.read_text(encoding="utf-8") + '{"abstract": "On moss."}\n' * bad, encoding="utf-8")
    jobs.add(JobKind.IMPORT, "import", {"paths": [str(path)]})
    make_worker(library.path, ledger, MANY).run()
    (imported,) = jobs.list()
    assert imported.message == f"2 papers: 2 new, 0 known, {told}"


def test_a_file_that_cannot_be_imported_fails_the_job_with_the_reason(
    library: Library, jobs: JobQueue, ledger: Path, tmp_path: Path
) -> None:
    job = jobs.add(JobKind.IMPORT, "import", {"paths": [str(tmp_path / "missing.jsonl")]})
    make_worker(library.path, ledger, MANY).run()
    failed = jobs.get(job.number)
    assert failed is not None
    assert failed.state is JobState.FAILED
    assert "missing.jsonl cannot be read" in failed.message


def test_a_list_of_feeds_fails_its_job_and_says_what_adds_them(
    library: Library, jobs: JobQueue, ledger: Path, tmp_path: Path
) -> None:
    path = tmp_path / "feeds.opml"
    path.write_text(
        '<opml><body><outline xmlUrl="https://kites.example/feed"/></body></opml>', encoding="utf-8"
    )
    job = jobs.add(JobKind.IMPORT, "import feeds.opml", {"paths": [str(path)]})
    assert make_worker(library.path, ledger, MANY).run() == 0
    ended = jobs.get(job.number)
    assert ended is not None
    assert (ended.state, ended.message) == (
        JobState.FAILED,
        "1 feed, no papers: radar import FILE adds them as sources",
    )


def test_what_is_wrong_in_a_list_of_feeds_is_told_of_no_other_file(
    library: Library, jobs: JobQueue, ledger: Path, tmp_path: Path
) -> None:
    feeds, papers = tmp_path / "feeds.opml", tmp_path / "moss.jsonl"
    feeds.write_text('<opml><body><outline xmlUrl="nowhere"/></body></opml>', encoding="utf-8")
    papers.write_text('{"id": "2401.00001", "title": "Moss"}\n', encoding="utf-8")
    job = jobs.add(JobKind.IMPORT, "import", {"paths": [str(feeds), str(papers)]})
    make_worker(library.path, ledger, MANY).run()
    ended = jobs.get(job.number)
    assert ended is not None
    of_feeds, _, of_papers = ended.message.partition("moss.jsonl: ")
    assert "line 1" in of_feeds
    assert "line 1" not in of_papers
    assert ended.state_told == "in part"


def test_an_import_of_which_a_file_failed_is_done_in_part(
    library: Library, jobs: JobQueue, ledger: Path, tmp_path: Path
) -> None:
    paths = [write_listing(tmp_path / "moss.jsonl", range(2)), tmp_path / "missing.jsonl"]
    for some in (paths, paths[:1], paths[1:]):
        jobs.add(JobKind.IMPORT, "import", {"paths": [str(path) for path in some]})
    make_worker(library.path, ledger, MANY).run()
    assert [job.state_told for job in reversed(jobs.list())] == ["in part", "done", "failed"]


def test_a_job_that_adds_papers_ends_with_the_id_of_the_last_one_as_its_note(
    library: Library, jobs: JobQueue, ledger: Path
) -> None:
    jobs.add(JobKind.ADD, "add", {"texts": ["2603.00001", "2603.00009"]})
    make_worker(library.path, ledger, MANY).run()
    (added,) = jobs.list()
    assert (added.state, added.progress.note) == (JobState.DONE, "arxiv:2603.00001")
    assert (added.progress.new, added.progress.failed) == (1, 1)
    assert added.message.startswith("added: Weighing Moss Number 1; 2603.00009: no site that was asked has")


def test_the_one_text_that_a_job_is_called_by_is_not_told_again_in_what_came_of_it(
    library: Library, jobs: JobQueue, ledger: Path
) -> None:
    jobs.add(JobKind.ADD, "add 2603.00009", {"texts": ["2603.00009"]})
    make_worker(library.path, ledger, MANY).run()
    (failed,) = jobs.list()
    assert failed.state is JobState.FAILED
    assert failed.message.startswith("no site that was asked has")


def test_a_job_that_goes_back_counts_papers_and_names_a_source_that_cannot(
    library: Library, jobs: JobQueue, ledger: Path
) -> None:
    jobs.add(JobKind.REFRESH, "refresh", {"sources": ["hf:daily"], "since": "2026-01-01"})
    jobs.add(JobKind.REFRESH, "refresh", {"sources": ["hf:daily"], "since": "soon"})
    make_worker(library.path, ledger, MANY).run()
    second, first = jobs.list()
    assert (first.state, first.message) == (JobState.FAILED, "cannot be asked for earlier days")
    assert (second.state, second.message) == (JobState.FAILED, "job 2 does not say since which day")


def test_fields_that_were_left_out_are_told_at_the_end_of_the_job(
    library: Library, jobs: JobQueue, ledger: Path, tmp_path: Path
) -> None:
    paths = [tmp_path / "a.jsonl", tmp_path / "b.jsonl"]
    for path in paths:
        path.write_text(f'{{"title": "Moss of {path.name}", "colour": "green"}}\n', encoding="utf-8")
    job = jobs.add(JobKind.IMPORT, "import", {"paths": [str(path) for path in paths]})
    make_worker(library.path, ledger, MANY).run()
    done = jobs.get(job.number)
    assert done is not None
    assert done.message.endswith("; left out: fields radar does not take: colour (2 papers)")


@dataclass
class Told:
    """A run of summaries that tells what it is given, and keeps what its job then says."""

    events: Sequence[SummariseEvent]
    run_of: JobRun
    notes: list[str] = field(default_factory=list)

    async def run(
        self,
        keys: Iterable[int],
        again: bool = False,
        urgent: bool = False,
        late: Callable[[Summarised], None] = lambda _event: None,
    ) -> AsyncGenerator[SummariseEvent, None]:
        for event in self.events:
            yield event
            self.notes.append(self.run_of.progress.note)

    async def aclose(self) -> None:
        """Nothing is open."""


async def test_the_end_of_a_wait_takes_back_its_own_word_and_no_failure(jobs: JobQueue) -> None:
    jobs.add(JobKind.SUMMARISE, "summarise 2 papers", {"keys": [1, 2]})
    job = jobs.claim("1")
    assert job is not None
    run = JobRun(job, jobs, lambda: False)
    failed = Summarised(1, paper(1).id, None, False, EndpointError("no answer within 120 s"))
    ended = SummariseEnded(0, 0, 1, 0, 0, 0, 0, 0, None, None)
    a, b, over = (Waiting(Standstill(why)) for why in ("a", "b", ""))
    events = (SummariseStarted(2), a, over, b, failed, over, ended)
    told = Told(events, run)
    await summarise_job(run, cast("Callable[[str], Summarising]", lambda _: told))
    assert told.notes == ["", "a", "", "b", *["no answer within 120 s"] * 3]
