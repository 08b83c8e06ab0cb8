"""What summaries of papers of the library would take, before anybody is asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from radar.library.reader import LibraryReader
from radar.papers.query import PaperEntry
from radar.pipeline.endpoint_info import EndpointInfo
from radar.pipeline.surroundings import Surroundings

if TYPE_CHECKING:
    from radar.summaries.estimate import Estimate

_ESTIMATED = 400
"""Papers that an estimate reads where it does not read all; they are taken evenly and stand for the rest."""
_LOOKED_UP = 2_000
"""Up to so many papers are looked at one by one for summaries that they have; more would be felt."""


def estimate_for(
    reader: LibraryReader,
    keys: Sequence[int],
    surroundings: Surroundings,
    asked: EndpointInfo | None,
    *,
    again: bool,
) -> Estimate:
    """Return what summaries of these papers would take.

    Of up to a few thousand papers for an endpoint, those that have such a summary are counted apart;
    else the estimate says what all of them would take at most.

    Args:
        asked: the endpoint; None for a summariser that is none.
        again: take the papers for papers without a summary.

    Raises:
        PromptError: the reader's own prompt cannot be read.
    """
    from radar.summaries.estimate import estimate

    terms = terms_of(asked, surroundings)
    if again or asked is None or len(keys) > _LOOKED_UP:
        step = max(1, len(keys) // _ESTIMATED)
        papers = (entry.paper for entry in entries_of(reader, keys[::step]))
        return replace(estimate(papers, terms, total=len(keys)), at_most=not again)
    wanted = _unsummarised(reader, keys, asked, terms.prompt)
    found = estimate((entry.paper for entry in wanted), terms)
    return replace(found, passed_over=len(keys) - len(wanted))


def terms_of(asked: EndpointInfo | None, surroundings: Surroundings) -> Surroundings:
    """Return the surroundings with the prices and the prompt of an endpoint that has a name of its own."""
    if asked is None or asked is surroundings.endpoint:
        return surroundings
    return replace(
        surroundings,
        endpoint=asked,
        price_in=asked.price_in,
        price_out=asked.price_out,
        prompt=asked.prompt,
    )


def entries_of(reader: LibraryReader, keys: Sequence[int]) -> Iterator[PaperEntry]:
    """Yield the papers of these keys that are still there."""
    return (entry for entry in map(reader.entry, keys) if entry is not None)


def _unsummarised(
    reader: LibraryReader, keys: Sequence[int], asked: EndpointInfo, prompt: str
) -> list[PaperEntry]:
    """Return the papers without a summary by this endpoint, its model and the prompt of today."""
    from radar.summaries.prompt import load_prompt

    by = (asked.summariser, asked.model, load_prompt(prompt).digest)
    return [
        entry
        for entry in entries_of(reader, keys)
        if not any(one.provenance.is_by(*by) for one in entry.summaries)
    ]
