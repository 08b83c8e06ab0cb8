"""Papers written as files of questions that others answer: streamed, resumable, nothing private in them."""

from __future__ import annotations

import json
import secrets
from bisect import bisect_left
from collections.abc import Generator, Iterator, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from radar.abstracts.text.sentences import Span
from radar.errors import ExportError
from radar.papers.bases import Value, replace
from radar.papers.jobs.batch import Batch, Shard
from radar.papers.listed.paper import Paper
from radar.papers.text.places import is_there
from radar.papers.text.safe_text import clean
from radar.pipeline.batches.asking import Question, Terms, dialogue_of, questions_of
from radar.pipeline.batches.manifest import (
    MANIFEST,
    SKIPPED,
    Manifest,
    read_manifest,
    strangers,
    write_manifest,
)
from radar.pipeline.batches.shards import (
    REQUESTS,
    Questions,
    ShardWriter,
    cannot_write,
    close_whole,
    digest_of,
)
from radar.pipeline.workers import Workers, processes_for
from radar.summaries.batch_lines import schema_digest_of
from radar.summaries.prompting.estimate import estimate_tokens
from radar.summaries.prompting.prompt import Numbered, PaperText

if TYPE_CHECKING:
    from radar.library.jobs.batches import BatchBook
    from radar.library.reader import LibraryReader

MOST_LINES = 30_000
MOST_BYTES = 95_000_000
"""What all who take such files take: OpenAI 50,000 lines and 200 MB, Groq, Together and Fireworks less."""
_PAGE = 500
_SAMPLE = 64
_WORTH_PROCESSES = 3_000
DONE_BEFORE = "summarised before by this model and prompt"


class Exported(Value):
    """Papers are written or passed over; the counts are of this run so far."""

    papers: int
    """Of how many papers it is known whether they are asked about."""
    written: int
    skipped: int


class ExportEnded(Value):
    """All is written."""

    shards: tuple[Shard, ...]
    """All files of the batch, those of earlier runs among them; none where no batch was made."""
    kept: int
    """Questions that an earlier run had written."""
    written: int
    skipped: int
    reasons: tuple[tuple[str, int], ...]
    """Why papers were not asked about, and how many, the most frequent first."""


class Exporter(Value):
    """Writes the questions about papers.

    Raises:
        PromptError: the reader's own prompt cannot be used.
    """

    reader: LibraryReader
    book: BatchBook
    terms: Terms
    most_lines: int = MOST_LINES
    most_bytes: int = MOST_BYTES
    again: bool = False
    """Ask about papers too that have such a summary."""
    processes: int | None = None
    """How many help; None for as many as the papers are worth."""

    def size(self, keys: Sequence[int]) -> int:
        """Return about how many bytes the questions about papers will have, by an even sample."""
        sample = keys[:: max(1, len(keys) // _SAMPLE)][: 2 * _SAMPLE]
        questions = questions_of((self.terms, list(self.reader.papers(sample).items())))
        return round(sum(len(one.line) + 1 for one in questions) / max(1, len(questions)) * len(keys))

    def check(self, folder: Path) -> Manifest | None:
        """Return the unfinished batch of a folder, or None where a new one may begin there.

        Raises:
            ExportError: something else is in it, or it cannot be looked at.
        """
        shown = clean(str(folder))
        try:
            if not is_there(folder):
                return None
            if not folder.is_dir():
                raise ExportError(f"{shown} is a file", "Name a folder with --out")
            found = read_manifest(folder)
            strange = next(iter(strangers(folder)), "") if found else next(iter(folder.iterdir()), None)
        except OSError as error:
            raise cannot_write(folder, error) from error
        if strange:
            name = strange if isinstance(strange, str) else clean(strange.name)
            raise ExportError(
                f"{shown} holds something else already: {name}", "Name another folder with --out"
            )
        if found and found.complete:
            raise ExportError(f"{shown} holds a finished batch", "Name another folder with --out")
        if found and found.batch.token not in {batch.token for batch in self.book.batches().values()}:
            raise ExportError(f"{shown} holds a batch of another library", "Name another folder with --out")
        if found and self._of(found.batch.token) != replace(found.batch, summariser=self._of("").summariser):
            raise ExportError(
                f"{shown} holds an unfinished batch for {clean(found.batch.model)} with another prompt, "
                "model or dialect",
                "Name another folder with --out",
            )
        return found

    def run(self, keys: Sequence[int], folder: Path) -> Generator[Exported, None, ExportEnded]:
        """Write the questions about papers into a folder, as numbered files.

        A file that is finished stays, whatever ends the run; the next run with the same folder goes on
        from there. Where no paper is left to ask about there is no batch, and what this made is gone again.

        Raises:
            ExportError: the folder holds something else or cannot be written.
        """
        found = self.check(folder)
        try:
            made = [place for place in (folder, *folder.parents) if not place.exists()]
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise cannot_write(folder, error) from error
        ended = yield from _Run(self, folder, found or self._new()).write(keys)
        if not ended.shards:
            with suppress(OSError):
                for place in made:
                    place.rmdir()
        return ended

    def _new(self) -> Manifest:
        dialogue = dialogue_of(self.terms.settings)
        request = dialogue.question(_SPECIMEN, estimate_tokens)
        digest = schema_digest_of(request, dialogue.model)
        return Manifest(self._of(f"b-{secrets.token_hex(8)}"), datetime.now(UTC), digest)

    def _of(self, token: str) -> Batch:
        dialogue = dialogue_of(self.terms.settings)
        return Batch(
            token,
            dialogue.name,
            dialogue.model,
            dialogue.prompt_digest,
            str(self.terms.dialect),
            str(self.terms.format),
        )


class _Run:
    """One run of an export."""

    def __init__(self, exporter: Exporter, folder: Path, manifest: Manifest) -> None:
        self._exporter = exporter
        self._folder = folder
        self._batch = exporter.book.open(replace(manifest.batch, summariser=exporter.terms.settings.name))
        self._manifest = replace(manifest, batch=self._batch, shards=self._whole_shards())
        self._kept = sum(shard.lines for shard in self._manifest.shards)
        self._written = 0
        self._reasons: dict[str, int] = {}
        self._skipped_part = folder / f".{SKIPPED}.part"

    def write(self, keys: Sequence[int]) -> Generator[Exported, None, ExportEnded]:
        write_manifest(self._folder, self._manifest)
        numbers = [int(shard.name[len(REQUESTS) + 1 : -len(".jsonl")]) for shard in self._manifest.shards]
        writer = ShardWriter(
            self._folder,
            REQUESTS,
            most_lines=self._exporter.most_lines,
            most_bytes=self._exporter.most_bytes,
            finished=self._keep,
            number=max(numbers, default=0) + 1,
        )
        try:
            with self._skipped_part.open("wb") as skipped:
                yield from self._write_lines(keys, writer, skipped)
                writer.finish()
                close_whole(skipped, self._skipped_part, self._folder / SKIPPED)
        except OSError as error:
            raise cannot_write(self._folder, error) from error
        finally:
            writer.discard()
            with suppress(OSError):
                self._skipped_part.unlink(missing_ok=True)
        left_out = sum(self._reasons.values())
        if self._manifest.shards:
            self._manifest = replace(self._manifest, complete=True, skipped=left_out)
            write_manifest(self._folder, self._manifest)
        else:
            self._undo()
        reasons = tuple(sorted(self._reasons.items(), key=lambda reason: -reason[1]))
        return ExportEnded(self._manifest.shards, self._kept, self._written, left_out, reasons)

    def _undo(self) -> None:
        """Take away a batch without a question; an empty one would count as finished."""
        try:
            for name in (SKIPPED, MANIFEST):
                (self._folder / name).unlink(missing_ok=True)
        except OSError as error:
            raise cannot_write(self._folder, error) from error
        self._exporter.book.forget(self._batch)

    def _write_lines(self, keys: Sequence[int], writer: ShardWriter, skipped: BinaryIO) -> Iterator[Exported]:
        done = self._kept
        asked = self._exporter.book.asked_keys(self._batch)
        count = self._exporter.processes
        with Workers(processes_for(len(keys), _WORTH_PROCESSES) if count is None else count) as workers:
            pages = self._pages(keys, asked, skipped)
            for _, questions in workers.map(questions_of, pages, lambda page: (self._exporter.terms, page)):
                for one in questions:
                    self._take(one, writer, skipped)
                done = self._kept + self._written + sum(self._reasons.values())
                yield Exported(done, self._written, sum(self._reasons.values()))

    def _pages(
        self, keys: Sequence[int], asked: Sequence[int], skipped: BinaryIO
    ) -> Iterator[list[tuple[int, Paper]]]:
        """Return the papers to ask about, in pages; those that need not be asked about are noted."""
        reader, batch = self._exporter.reader, self._batch
        for start in range(0, len(keys), _PAGE):
            page = [key for key in keys[start : start + _PAGE] if not _holds(asked, key)]
            papers = reader.papers(page)
            if not self._exporter.again:
                for key in reader.summarised(page, batch.summariser, batch.model, batch.prompt_digest):
                    if key in papers:
                        self._skip(papers.pop(key).id, DONE_BEFORE, skipped)
            yield list(papers.items())

    def _take(self, question: Question, writer: ShardWriter, skipped: BinaryIO) -> None:
        if question.reason:
            self._skip(question.paper_id, question.reason, skipped)
        elif len(question.line) + 1 > self._exporter.most_bytes:
            self._skip(question.paper_id, "too long for a file", skipped)
        else:
            writer.add(question.custom_id, question.key, question.line)
            self._written += 1

    def _skip(self, paper_id: str, reason: str, skipped: BinaryIO) -> None:
        what = reason.partition(":")[0]
        self._reasons[what] = self._reasons.get(what, 0) + 1
        skipped.write(json.dumps({"id": paper_id, "reason": reason}, ensure_ascii=True).encode() + b"\n")

    def _keep(self, shard: Shard, questions: Questions) -> None:
        """Remember a finished file; the library first, for the manifest follows from it."""
        self._exporter.book.add_shard(self._batch, shard, questions)
        self._manifest = replace(self._manifest, shards=(*self._manifest.shards, shard))
        write_manifest(self._folder, self._manifest)

    def _whole_shards(self) -> tuple[Shard, ...]:
        """Return the files of an earlier run that are as they were; the others are forgotten."""
        whole = []
        for number, shard in self._exporter.book.shards(self._batch).items():
            path = self._folder / shard.name
            with suppress(OSError):
                if path.stat().st_size == shard.bytes and digest_of(path) == shard.sha256:
                    whole.append(shard)
                    continue
            self._exporter.book.forget_shard(number)
        names = {shard.name for shard in whole}
        for path in self._folder.glob(f"{REQUESTS}-*.jsonl"):
            if path.name not in names:
                path.unlink()
        return tuple(whole)


def _holds(keys: Sequence[int], key: int) -> bool:
    """Say whether a key is among sorted ones."""
    place = bisect_left(keys, key)
    return place < len(keys) and keys[place] == key


_SPECIMEN = PaperText("", (Numbered(1, Span(0, 1), "."),))
