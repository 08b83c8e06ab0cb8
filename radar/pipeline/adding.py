"""What import and refresh share: papers gathered into chunks, and what came of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from radar.papers.listing import NotUnderstood
from radar.papers.paper import Paper

if TYPE_CHECKING:
    from radar.library.library import Added

CHUNK = 256
"""Papers that are committed together: small enough that a cancel is obeyed within a moment."""


@dataclass(slots=True)
class Counts:
    """Papers met so far, and what they were to the library."""

    papers: int = 0
    new: int = 0
    known: int = 0
    changed: int = 0
    not_understood: int = 0

    def count(self, added: Added, papers: int) -> None:
        """Count a chunk of papers that was committed."""
        self.papers += papers
        self.new += added.new
        self.known += added.known
        self.changed += added.changed


def chunks(items: Iterable[Paper | NotUnderstood], size: int) -> Iterator[list[Paper] | NotUnderstood]:
    """Yield the papers in lists of at most `size`, and what was not understood as soon as it is met."""
    chunk: list[Paper] = []
    for item in items:
        if isinstance(item, NotUnderstood):
            yield item
            continue
        chunk.append(item)
        if len(chunk) == size:
            yield chunk
            chunk = []
    if chunk:
        yield chunk
