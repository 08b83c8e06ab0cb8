"""What a run needs of its papers, read for those that come next together with the one at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from radar.abstracts.rules_version import RULES_VERSION
from radar.papers.bases import Value
from radar.papers.listed.paper import Paper
from radar.papers.summaries.not_sent import NotSent
from radar.papers.summaries.summary import Reading
from radar.pipeline.paper_order import PaperOrder

if TYPE_CHECKING:
    from radar.library.reader import LibraryReader


class PaperAtHand(Value):
    """A paper of a run."""

    key: int
    paper: Paper
    reading: Reading | None
    """What the rules of this program read in it; None where others did, or none."""
    done: bool
    """Whether it has a summary by the summariser of the run."""
    not_sent: NotSent = NotSent()
    """Whether that summary says that no model was asked."""


class ComingPapers:
    """Takes papers in the order of a run; a few questions to the library serve several of them.

    Args:
        order: of the papers.
        reader: of the library.
        maker: the summariser of the run, its model and the digest of its prompt.
    """

    def __init__(self, order: PaperOrder, reader: LibraryReader, maker: tuple[str, str, str]) -> None:
        self._order = order
        self._reader = reader
        self._maker = maker
        self._read: dict[int, PaperAtHand | None] = {}

    def take(self, together: int) -> tuple[int, PaperAtHand | None] | None:
        """Return the key of the next paper, and the paper where the library has it; None at the end.

        Args:
            together: how many papers are read at once, where this one is not read yet. What is read may be
                as old as it takes to come to the last of them.
        """
        key = self._order.take()
        if key is None:
            return None
        if key not in self._read:
            self._read = self._questions((key, *self._order.coming(together - 1)))
        return key, self._read.pop(key)

    def done_meanwhile(self, key: int) -> PaperAtHand | None:
        """Return a paper as it is now, where it has a summary by the summariser of the run; else None."""
        return self._questions((key,))[key] if self._reader.summarised((key,), *self._maker) else None

    def _questions(self, keys: tuple[int, ...]) -> dict[int, PaperAtHand | None]:
        papers = self._reader.papers(keys)
        readings = self._reader.readings(keys, RULES_VERSION)
        done = self._reader.summarised(keys, *self._maker)
        held = self._reader.not_sent(tuple(done), *self._maker) if done else {}
        return {
            key: PaperAtHand(key, papers[key], readings.get(key), key in done, held.get(key, NotSent()))
            if key in papers
            else None
            for key in keys
        }
