"""Files of results read into the library, through the same checks as answers that come online."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from radar.abstracts.rules_version import RULES_VERSION
from radar.errors import ListingError
from radar.papers.bases import Mutable, Value, field, replace
from radar.papers.jobs.batch import Batch, Item
from radar.papers.summaries.summary import Summary
from radar.papers.text.safe_text import clean
from radar.pipeline.batches.asking import ToGround, dialogue_of, summaries_of
from radar.pipeline.batches.manifest import beside_questions
from radar.pipeline.batches.result_files import ResultFile
from radar.pipeline.batches.tally import Tally
from radar.pipeline.workers import Workers, processes_for
from radar.summaries.batch_lines import is_custom_id
from radar.summaries.batch_results import NotAResult, Question, Result, result_of
from radar.summaries.summariser import SummariserSettings

if TYPE_CHECKING:
    from radar.library.jobs.batches import BatchBook
    from radar.library.library import Library
    from radar.library.reader import LibraryReader

CHUNK = 1_000
"""Lines that are stored in one transaction."""
_WORTH_BYTES = 3_000_000
_FAILED = -1


class Taken(Value):
    """Results are stored."""

    name: str
    """The file they came from."""
    position: int
    """Bytes of all files that are read."""
    size: int
    tally: Tally
    """What it came to so far; goes on counting."""


class LineProblem(Value):
    """A line that is no result, or a result that is an error."""

    name: str
    line: int
    reason: str


class FileProblem(Value):
    """A file that cannot be read; the others are."""

    error: ListingError


class FileLeftOut(Value):
    """A file, or lines of it, in which no results are looked for."""

    name: str
    reason: str


ImportEvent = Taken | LineProblem | FileProblem | FileLeftOut
Spent = Callable[[Sequence[Summary]], None]


class _Chunk(Value):
    """Lines of one file, and what of them is to be held against the papers."""

    name: str
    position: int
    batch: int
    """The library's number of the batch that they belong to."""
    answers: tuple[ToGround, ...]
    items: dict[str, Item]
    settled: dict[str, int]
    """Answers and failures to note, by id."""


class ResultImporter(Value):
    """Reads results, grounds and stores them; in any order, in parts, as often as one likes."""

    library: Library
    reader: LibraryReader
    book: BatchBook
    settings_of: Callable[[str], SummariserSettings]
    """Gives those of today for a summariser's name; the model is taken from the batch."""
    spent: Spent = lambda summaries: None
    """Is told what was stored, once for each summary: the place for a ledger."""
    processes: int | None = None
    """How many help; None for as many as the files are worth."""

    def run(self, paths: Sequence[Path]) -> Generator[ImportEvent, None, Tally]:
        """Read the files one after the other and return what it came to.

        Whatever ends it, what was stored stays; the same files again store the rest.
        """
        return (yield from _Run(self).read(paths))

    def terms_of(self, batch: Batch) -> SummariserSettings:
        """Return the settings that the questions of a batch were asked with."""
        return replace(self.settings_of(batch.summariser), name=batch.summariser, model=batch.model)

    def asks_the_same(self, batch: Batch) -> bool:
        """Say whether today's prompt is that of a batch."""
        return dialogue_of(self.terms_of(batch)).prompt_digest == batch.prompt_digest


class _Run(Mutable):
    """One run of an import."""

    importer: ResultImporter
    tally: Tally = field(default_factory=Tally)
    problems: list[ImportEvent] = field(default_factory=list)
    batches: dict[int, Batch] = field(default_factory=dict)
    same: dict[int, bool] = field(default_factory=dict)
    under_way: dict[str, int] = field(default_factory=dict)
    """Answers and failures by id that are read, but not stored yet: chunks are read ahead."""
    before: int = 0
    """Bytes of the files that are read to their end."""

    def read(self, paths: Sequence[Path]) -> Generator[ImportEvent, None, Tally]:
        importer = self.importer
        self.batches = importer.book.batches()
        self.same = {number: importer.asks_the_same(batch) for number, batch in self.batches.items()}
        size = sum(path.stat().st_size for path in paths if path.is_file())
        count = importer.processes
        with Workers(processes_for(size, _WORTH_BYTES) if count is None else count) as workers:
            for chunk, made in workers.map(summaries_of, self._chunks(paths), self._task):
                self._store(chunk, made)
                yield from self._told()
                yield Taken(chunk.name, chunk.position, size, self.tally)
        yield from self._told()
        return self.tally

    def _task(self, chunk: _Chunk) -> tuple[SummariserSettings, Sequence[ToGround]]:
        return self.importer.terms_of(self.batches[chunk.batch]), chunk.answers

    def _told(self) -> Iterator[ImportEvent]:
        problems, self.problems = self.problems, []
        yield from problems

    def _chunks(self, paths: Sequence[Path]) -> Iterator[_Chunk]:
        for path in paths:
            if reason := beside_questions(path):
                self.problems.append(FileLeftOut(clean(path.name), f"{reason}: left out"))
                continue
            try:
                file = ResultFile(path)
            except ListingError as error:
                self.problems.append(FileProblem(error))
                continue
            with closing(file):
                results: list[tuple[int, Result]] = []
                for result in self._results(file):
                    results.append(result)
                    if len(results) == CHUNK:
                        yield from self._matched(file, results)
                        results = []
                yield from self._matched(file, results)
            self.before += file.size

    def _results(self, file: ResultFile) -> Iterator[tuple[int, Result]]:
        """Yield the results of a file by their lines, and note what else it holds."""
        lines = questions = 0
        for line in file.lines():
            lines += 1
            found = NotAResult(line.problem) if line.problem else result_of(line.content)
            if isinstance(found, Question):
                questions += 1
            elif isinstance(found, NotAResult):
                self.tally.bad_lines += 1
                self.problems.append(LineProblem(file.name, line.number, found.reason))
            else:
                self.tally.lines += 1
                self.tally.rows += found.row
                yield line.number, found
        if not lines:
            self.problems.append(FileLeftOut(file.name, "is empty"))
        elif questions:
            held = "holds the questions" if questions == lines else f"holds {questions:,} of the questions"
            self.problems.append(FileLeftOut(file.name, f"{held}: left out"))

    def _matched(self, file: ResultFile, results: Sequence[tuple[int, Result]]) -> Iterator[_Chunk]:
        """Find the questions of results, a chunk for each batch; the last good one of several holds."""
        known = self.importer.book.items(
            result.custom_id for _, result in results if is_custom_id(result.custom_id)
        )
        last: dict[str, Result] = {}
        for number, result in results:
            if result.custom_id not in known:
                self.tally.unknown += 1
                continue
            if result.failure:
                self.problems.append(LineProblem(file.name, number, result.failure))
            if not result.failure or result.custom_id not in last or last[result.custom_id].failure:
                last[result.custom_id] = result
        for batch in sorted({known[custom_id].batch for custom_id in last}):
            of_batch = {custom_id: known[custom_id] for custom_id in last if known[custom_id].batch == batch}
            yield self._chunk(file, batch, of_batch, last)

    def _chunk(
        self, file: ResultFile, batch: int, items: dict[str, Item], results: dict[str, Result]
    ) -> _Chunk:
        settled: dict[str, int] = {}
        wanted: dict[str, Result] = {}
        for custom_id, item in items.items():
            result = results[custom_id]
            answer, before = _digest(result), self.under_way.get(custom_id, item.answer)
            if answer == before:
                self.tally.unchanged += result.completion is not None
                self.tally.failed += result.completion is None
            elif result.completion is None:
                self.tally.failed += 1
                if before <= 0:
                    settled[custom_id] = answer
            elif not self.same[batch]:
                self.tally.foreign += 1
            else:
                wanted[custom_id] = result
                settled[custom_id] = answer
        keys = [items[custom_id].key for custom_id in wanted]
        papers = self.importer.reader.papers(keys)
        readings = self.importer.reader.readings(keys, RULES_VERSION)
        answers = [
            ToGround(custom_id, key, papers[key], readings.get(key), result.completion)
            for (custom_id, result), key in zip(wanted.items(), keys, strict=True)
            if key in papers and result.completion is not None
        ]
        gone = set(wanted) - {answer.custom_id for answer in answers}
        self._lose(gone, settled)
        self.under_way.update(settled)
        position = self.before + file.position()
        return _Chunk(file.name, position, batch, tuple(answers), items, settled)

    def _lose(self, custom_ids: set[str], settled: dict[str, int]) -> None:
        """Count questions whose paper or text is gone; those that still can be asked are asked again."""
        self.tally.stale += len(custom_ids)
        for custom_id in custom_ids:
            settled[custom_id] = _FAILED

    def _store(self, chunk: _Chunk, made: list[tuple[str, Summary | None]]) -> None:
        for custom_id, answer in chunk.settled.items():
            if self.under_way.get(custom_id) == answer:
                del self.under_way[custom_id]
        summaries = [summary for _, summary in made if summary is not None]
        self._lose({custom_id for custom_id, summary in made if summary is None}, chunk.settled)
        self.importer.library.save_summaries(summaries)
        shards = {chunk.items[custom_id].shard for custom_id in chunk.settled}
        if chunk.settled:
            self.importer.book.settle(chunk.settled, shards)
        self.tally.count(summaries)
        if summaries:
            self.importer.spent(summaries)


def _digest(result: Result) -> int:
    """Return the number by which a result is known again: above 0 for an answer, below for a failure."""
    completion = result.completion
    parts = (result.failure,) if completion is None else (completion.text, completion.finish_reason)
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part.encode(errors="replace") + b"\x1f")
    number = (int.from_bytes(digest.digest()[:8], "big") >> 1) | 2
    return number if completion is not None else -number
