"""Questions that a batch left open, written as new files: what is missing, failed or has changed."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import islice
from pathlib import Path

from radar.errors import ExportError
from radar.library.jobs.batches import BatchBook
from radar.library.reader import LibraryReader
from radar.papers.bases import Mutable, Value, field, replace
from radar.papers.jobs.batch import Batch, Shard
from radar.pipeline.batches.asking import Question, Terms, questions_of
from radar.pipeline.batches.exporting import MOST_BYTES, MOST_LINES
from radar.pipeline.batches.importing import ResultImporter
from radar.pipeline.batches.manifest import read_manifest
from radar.pipeline.batches.shards import RETRY, Questions, ShardWriter, next_number
from radar.summaries.batch_lines import Dialect
from radar.summaries.endpoints.ladder import Format

_PAGE = 500


class _Chosen(Value):
    """The dialect in which questions are asked again."""

    batch: Batch
    """Theirs, in that dialect."""
    others: tuple[str, ...] = ()
    """Dialects that would fit as well."""


class Retries(Mutable):
    """What is asked again."""

    missing: int = 0
    """Questions that nothing came back for, though something did for others of their file."""
    done: int = 0
    """Questions without an answer whose paper has got a summary by that model and prompt from elsewhere since
    they were written: not asked again. A summary from before was there when they were asked in spite of it.
    """
    questions: int = 0
    files: list[tuple[Batch, Shard]] = field(default_factory=list)
    settled: list[str] = field(default_factory=list)
    """Files of questions asked again, of which none is open any more or all that are stand in newer files."""
    other_dialects: list[str] = field(default_factory=list)
    """Dialects in which the same was asked, where nothing tells which of them answered."""


def write_retries(importer: ResultImporter, folder: Path, *, of_rows: bool | None = None) -> Retries:
    """Write what is open in every file of questions that had an answer, and return what was written.

    A question moves to its new file, so that the same results read again do not write it anew.

    Args:
        of_rows: whether the results were plain rows, which tells in what form the same is asked again where
            the folder does not; None where that is open.

    Raises:
        ExportError: the folder cannot be written; nothing is lost, and the next import writes it.
    """
    retries = Retries()
    batches = importer.book.batches()
    by_batch: dict[int, list[int]] = {}
    for shard, batch in importer.book.open_shards().items():
        by_batch.setdefault(batch, []).append(shard)
    for number, shards in by_batch.items():
        if importer.asks_the_same(batches[number]):
            chosen = _in_dialect_of(folder, batches[number], batches.values(), of_rows)
            files = len(retries.files)
            _ask_again(importer, chosen.batch, shards, folder, retries)
            if len(retries.files) > files:
                retries.other_dialects += chosen.others
            known = importer.book.shards(batches[number])
            retries.settled += (known[shard].name for shard in shards if _is_retry(folder, known[shard]))
    return retries


def _is_retry(folder: Path, shard: Shard) -> bool:
    """Say whether a file of questions asked again lies in a folder as it was written."""
    try:
        return shard.name.startswith(f"{RETRY}-") and (folder / shard.name).stat().st_size == shard.bytes
    except OSError:
        return False


def _in_dialect_of(folder: Path, batch: Batch, batches: Collection[Batch], of_rows: bool | None) -> _Chosen:
    """Return a batch as it is asked again: in the dialect of the folder, where that asks the same; else in
    one that the results fit.

    A question that was written twice, for two services, is kept with the batch written last.
    """
    same = [one for one in batches if _is_the_same(one, batch)]
    token = _token_in(folder)
    here = next((one for one in same if one.token == token), None)
    if here is not None:
        return _Chosen(_as_in(batch, here))
    fitting = [one for one in same if of_rows is None or (one.dialect == Dialect.ROWS) == of_rows] or same
    chosen = batch if batch in fitting else max(fitting, key=lambda one: one.number)
    others = {one.dialect for one in fitting} - {chosen.dialect}
    return _Chosen(_as_in(batch, chosen), tuple(sorted(others)))


def _token_in(folder: Path) -> str:
    try:
        manifest = read_manifest(folder)
    except ExportError:
        return ""
    return manifest.batch.token if manifest else ""


def _as_in(batch: Batch, other: Batch) -> Batch:
    return replace(batch, dialect=other.dialect, answer_format=other.answer_format)


def _is_the_same(one: Batch, other: Batch) -> bool:
    """Say whether two batches ask the same, in whatever dialect."""
    return replace(one, token=other.token, number=other.number) == _as_in(other, one)


def _ask_again(
    importer: ResultImporter, batch: Batch, shards: Sequence[int], folder: Path, retries: Retries
) -> None:
    before: dict[str, int] = {}

    def keep(shard: Shard, questions: Questions) -> None:
        importer.book.ask_again(
            batch, shard, [(custom_id, key, before.get(custom_id, 0)) for custom_id, key in questions]
        )
        before.clear()
        retries.files.append((batch, shard))
        retries.questions += shard.lines

    writer = ShardWriter(
        folder,
        RETRY,
        most_lines=MOST_LINES,
        most_bytes=MOST_BYTES,
        finished=keep,
        number=next_number(folder, RETRY),
    )
    begun = importer.book.begun(batch)
    terms = Terms(importer.terms_of(batch), Dialect(batch.dialect), Format(batch.answer_format))
    try:
        for page in _open_pages(importer.book, shards):
            answers = dict(page)
            for question in _questions(importer.reader, batch, begun, terms, answers, retries):
                retries.missing += answers[question.key] == 0
                writer.add(question.custom_id, question.key, question.line)
                before[question.custom_id] = answers[question.key]
        writer.finish()
    finally:
        writer.discard()
    importer.book.close_shards(shards)


def _questions(
    reader: LibraryReader, batch: Batch, begun: int, terms: Terms, answers: dict[int, int], retries: Retries
) -> Iterator[Question]:
    """Return the questions that can still be asked; those whose paper has got a summary are only counted."""
    papers = reader.papers(list(answers))
    done = reader.summarised(list(papers), batch.summariser, batch.model, batch.prompt_digest, begun)
    wanted = [(key, paper) for key, paper in papers.items() if key not in done]
    retries.done += len(papers) - len(wanted)
    return (question for question in questions_of((terms, wanted)) if not question.reason)


def _open_pages(book: BatchBook, shards: Sequence[int]) -> Iterator[list[tuple[int, int]]]:
    """Return what is open, in small pages: the key of the paper and what the question got before."""
    for page in book.open_items(shards):
        rows = iter(page)
        while part := list(islice(rows, _PAGE)):
            yield [(key, answer) for _, key, answer in part]
