"""Papers read over all cores while others are stored; few are read where they are stored."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from types import TracebackType
from typing import Any, TypeVar

from radar.papers.evidence import Evidence, TextField
from radar.papers.flags import Basis, Claim, CodeStatus, DataStatus, Flags, Release, ResultClaim
from radar.papers.paper import Links, Paper, PaperId
from radar.papers.summary import Reading, Takeaway, TakeawayOrigin
from radar.pipeline.workers import Workers, processes_for

ALONE = 1_024
"""Papers read before others are asked to help: half a second, about what it takes them to begin."""
_MOST = 4
"""Processes that read at most: storing what they read keeps one busy."""

Read = Callable[[Paper], Reading]
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
        self, batches: Iterable[_Batch], papers_of: Callable[[_Batch], Sequence[Paper]]
    ) -> Iterator[tuple[_Batch, Sequence[Reading]]]:
        """Yield each batch, in order, with the readings of its papers; only a few batches are taken ahead.

        Args:
            papers_of: says which papers of a batch are to be read.
        """
        each = iter(batches)
        if not self._helped:
            for batch in each:
                yield batch, [self._read(paper) for paper in papers_of(batch)]
            return
        for batch in each:
            papers = papers_of(batch)
            self._alone += len(papers)
            yield batch, [self._read(paper) for paper in papers]
            if self._alone >= ALONE:
                break
        for batch, read in self._workers.map(
            _read_all, each, lambda batch: (self._read, [_texts(paper) for paper in papers_of(batch)])
        ):
            yield batch, [_reading(flat) for flat in read]


def _texts(paper: Paper) -> tuple[str, ...]:
    """Return what a reading looks at."""
    return paper.title, paper.abstract, paper.comment, paper.links.code, paper.links.code_added_by


def _read_all(task: tuple[Read, Sequence[tuple[str, ...]]]) -> list[tuple[Any, ...]]:
    """Read papers in a process that helps; plain tuples cross over in a fifth of the time of flags."""
    read, papers = task
    return [
        _flat(
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
        for title, abstract, comment, code, added_by in papers
    ]


def _flat(reading: Reading) -> tuple[Any, ...]:
    flags, results = reading.flags, reading.flags.results
    return (
        reading.rules_version,
        reading.takeaway.text,
        str(reading.takeaway.origin),
        *(
            (str(status.value), status.url, _flat_span(status.evidence), str(status.basis))
            for status in (flags.code, flags.data)
        ),
        str(results.value),
        results.state_of_the_art,
        results.figure,
        tuple([_flat_span(span) for span in results.evidence]),
        _flat_span(results.state_of_the_art_evidence),
    )


def _reading(flat: tuple[Any, ...]) -> Reading:
    version, text, origin, code, data, claim, best, figure, evidence, best_evidence = flat
    spans = tuple([span for span in map(_span, evidence) if span is not None])
    results = ResultClaim(_CLAIMS[claim], best, figure, spans, _span(best_evidence))
    flags = Flags(CodeStatus(*_status(code)), DataStatus(*_status(data)), results)
    return Reading(Takeaway(text, _ORIGINS[origin]), flags, version)


_CLAIMS = {str(one): one for one in Claim}
_ORIGINS = {str(one): one for one in TakeawayOrigin}
_RELEASES = {str(one): one for one in Release}
_BASES = {str(one): one for one in Basis}
_FIELDS = {str(one): one for one in TextField}
"""Names of values and what they name: to look them up costs less than to call an enumeration."""


def _status(flat: tuple[Any, ...]) -> tuple[Release, str | None, Evidence | None, Basis]:
    value, url, span, basis = flat
    return _RELEASES[value], url, _span(span), _BASES[basis]


def _flat_span(evidence: Evidence | None) -> tuple[str, int, int] | None:
    return None if evidence is None else (str(evidence.field), evidence.start, evidence.end)


def _span(flat: tuple[str, int, int] | None) -> Evidence | None:
    return None if flat is None else Evidence(_FIELDS[flat[0]], flat[1], flat[2])
