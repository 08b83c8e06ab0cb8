"""What a digest holds, before any format."""

from __future__ import annotations

from datetime import datetime

from radar.papers.bases import Value
from radar.papers.jobs.source_state import SourceState
from radar.papers.listed.change import Change
from radar.papers.reader.closeness import Closeness
from radar.papers.reader.query import Order, PaperEntry


class DigestPaper(Value):
    """A new paper."""

    entry: PaperEntry
    also: tuple[str, ...] = ()
    """Names of the other watches that have it."""
    closeness: Closeness | None = None
    """What brings it near to what is starred, where papers are ordered by that."""
    changes: tuple[Change, ...] = ()
    """What became of it since the last digest, though it is new."""


class UpdatedPaper(Value):
    """A paper that came before, and changed since."""

    entry: PaperEntry
    changes: tuple[Change, ...]
    """By time; never empty."""


class Section(Value):
    """New papers of one watch."""

    name: str
    """The watch's; empty for the papers that no watch has, or for all where there are no watches."""
    papers: tuple[DigestPaper, ...]
    """The first of them."""
    total: int
    """How many there are, those that are not shown among them."""
    search: str = ""
    """What the watch asks for, as it is written on the command line."""

    @property
    def more(self) -> int:
        """How many are not shown."""
        return self.total - len(self.papers)


class Digest(Value):
    """What came in between two moments."""

    made: datetime
    """Aware, UTC, as are the others."""
    since: datetime
    """Papers that came after this moment are told."""
    until: datetime
    """And up to this one."""
    order: Order
    order_line: str
    """Why papers stand in this order, one sentence for people."""
    sections: tuple[Section, ...] = ()
    """Those with papers, in the reader's order."""
    updated: tuple[UpdatedPaper, ...] = ()
    """The first of those that changed."""
    updated_total: int = 0
    failing: tuple[SourceState, ...] = ()
    """Sources that could not be asked lately."""
    search: str = ""
    """What the reader asked for, as it is written on the command line; empty for everything."""
    watched: bool = False
    """Whether there are watches that sort the papers."""
    more_command: str = ""
    """A command that shows everything, where something is left out."""

    @property
    def total(self) -> int:
        """How many papers are new."""
        return sum(section.total for section in self.sections)

    @property
    def empty(self) -> bool:
        """Whether nothing came and nothing changed."""
        return not self.total and not self.updated_total
