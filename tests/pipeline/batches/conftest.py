"""A library with papers, and both directions of a batch around it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from radar.abstracts.reading import read
from radar.library.jobs.batches import BatchBook
from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.papers.bases import replace
from radar.papers.listed.listing import Listing
from radar.papers.listed.paper import Paper
from radar.papers.reader.query import PaperEntry, PaperQuery
from radar.papers.summaries.summary import Summary
from radar.pipeline.batches.asking import Terms
from radar.pipeline.batches.exporting import ExportEnded, Exporter
from radar.pipeline.batches.importing import ImportEvent, ResultImporter
from radar.pipeline.batches.retrying import Retries, write_retries
from radar.pipeline.batches.tally import Tally
from radar.summaries.batch_lines import Dialect
from radar.summaries.summariser import SummariserSettings
from tests.net.loopback import Loopback
from tests.new_library import new_library
from tests.pipeline.batches.answering import MODEL, chat, shelf

SETTINGS = SummariserSettings("endpoint", model=MODEL)


@dataclass
class Desk:
    """What a reader of radar does with batches."""

    library: Library
    reader: LibraryReader
    folder: Path

    @property
    def book(self) -> BatchBook:
        return BatchBook(self.library)

    def exporter(self, dialect: Dialect = Dialect.OPENAI, **more: Any) -> Exporter:
        terms = Terms(more.pop("settings", SETTINGS), dialect)
        return Exporter(self.reader, self.book, terms, **more)

    def export(self, dialect: Dialect = Dialect.OPENAI, out: str = "out", **more: Any) -> ExportEnded:
        writing = self.exporter(dialect, **more).run(self.reader.keys(PaperQuery()), self.folder / out)
        while True:
            try:
                next(writing)
            except StopIteration as ended:
                value: ExportEnded = ended.value
                return value

    def importer(self, **more: Any) -> ResultImporter:
        return replace(ResultImporter(self.library, self.reader, self.book, lambda name: SETTINGS), **more)

    def take(self, *paths: Path, **more: Any) -> tuple[Tally, Retries, list[ImportEvent]]:
        """Read results and write what is missing."""
        importer, events = self.importer(**more), []
        reading = importer.run(paths)
        while True:
            try:
                events.append(next(reading))
            except StopIteration as ended:
                tally: Tally = ended.value
                break
        return tally, write_retries(importer, self.folder / "out", of_rows=tally.of_rows), events

    def entries(self) -> list[PaperEntry]:
        found = [self.reader.entry(key) for key in self.reader.keys(PaperQuery())]
        return [entry for entry in found if entry is not None]

    def summaries(self) -> dict[str, Summary]:
        """Return the summaries of the model, by paper."""
        return {
            entry.paper.id: one
            for entry in self.entries()
            for one in entry.summaries
            if one.provenance.summariser == "endpoint"
        }


@pytest.fixture
def make_desk(tmp_path: Path) -> Iterator[Callable[..., Desk]]:
    opened: list[Desk] = []

    def make(name: str = "mine", papers: list[Paper] | None = None) -> Desk:
        path = tmp_path / name / "library.db"
        library = new_library(path)
        library.add_papers(
            shelf() if papers is None else papers, Listing("file:animals.txt", "animals"), read
        )
        library.finish_bulk()
        opened.append(Desk(library, LibraryReader.open(path), tmp_path / name))
        return opened[-1]

    yield make
    for desk in opened:
        desk.reader.close()
        desk.library.close()


@pytest.fixture
def desk(make_desk: Callable[..., Desk]) -> Desk:
    return make_desk()


@pytest.fixture
def server() -> Iterator[Loopback]:
    running = Loopback(rule=chat)
    yield running
    running.close()
