"""Papers read over all cores while others are stored; few are read where they are stored."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from types import TracebackType
from typing import Any, TypeVar

from radar.library.adding.merging import read_texts
from radar.library.summaries.packed_readings import PackedReading, packed_reading
from radar.papers.bases import astuple
from radar.papers.listed.paper import Links, Paper, PaperId
from radar.papers.summaries.summary import Read
from radar.pipeline.workers import Workers, processes_for

ALONE = 1_024
"""Papers read before others are asked to help, unless many are known to come: half a second, about what it
takes them to begin."""
MANY = 4 << 20
"""Bytes of a listing that is known to hold many, some 2,500 papers with their abstracts."""
_MOST = 4
"""Processes that read at most: storing what they read keeps one busy."""

_Batch = TypeVar("_Batch")


class ReadAhead:
    """Reads the papers of one batch after the other; used as a context manager, which ends the helpers.

    Args:
        read: reads one paper; a function of a module, for other processes have to find it.
        processes: how many help once there are many papers; None for as many as the cores are worth.
    """

    def __init__(self, read: Read, processes: int | None = None) -> None:
        self._read = read
        count = processes_for(1, 1, _MOST) if processes is None else processes
        self._workers = Workers(count, alone_if_ended=True)
        self._helped = count > 0
        self._alone = 0

    def __enter__(self) -> ReadAhead:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._workers.__exit__(kind, error, trace)

    def over(
        self,
        batches: Iterable[_Batch],
        papers_of: Callable[[_Batch], Sequence[Paper]],
        *,
        many: bool = False,
    ) -> Iterator[tuple[_Batch, Sequence[PackedReading]]]:
        """Yield each batch, in order, with the readings of its papers; only a few batches are taken ahead.

        Args:
            papers_of: says which papers of a batch are to be read.
            many: whether there are so many that others are to begin at once; until they have, this one reads.
        """
        each = iter(batches)
        if not self._helped:
            for batch in each:
                yield batch, [packed_reading(self._read(paper)) for paper in papers_of(batch)]
            return
        begun = self._workers.begin(_read_all, (self._read, ())) if many else None
        for batch in each:
            papers = papers_of(batch)
            self._alone += len(papers)
            yield batch, [packed_reading(self._read(paper)) for paper in papers]
            if begun() if begun is not None else self._alone >= ALONE:
                break
        for batch, read in self._workers.map(
            _read_all, each, lambda batch: (self._read, [read_texts(paper) for paper in papers_of(batch)])
        ):
            yield batch, [PackedReading(*flat) for flat in read]


def _read_all(task: tuple[Read, Sequence[tuple[str, ...]]]) -> list[tuple[Any, ...]]:
    """Read papers in a process that helps; plain tuples cross over in a fraction of the time of values."""
    read, papers = task
    return [
        astuple(
            packed_reading(
                read(
                    Paper(
                        PaperId(""),
                        title,
                        abstract=abstract,
                        comment=comment,
                        links=Links(code=code, code_added_by=added_by),
                    )
                )
            )
        )
        for title, abstract, comment, code, added_by in papers
    ]
