"""Where papers were listed."""

from __future__ import annotations

from collections import Counter
from datetime import datetime

from radar.papers.bases import Value
from radar.papers.text.plurals import plural

SHOWN_FIELDS = 8
"""How many of the fields that were left out are named."""


class Listing(Value):
    """A place that lists papers, named as the reader names it: "hf:daily", "arxiv:cs.CL", "file:name"."""

    name: str
    label: str = ""


class ListingPage(Value):
    """The text of a listing as retrieved."""

    listing: Listing
    text: str
    retrieved: datetime
    resume: str = ""
    """What the source goes on from after this page; empty after the last one."""
    total: int | None = None
    """How many papers there are on all pages, where the listing says so."""
    unasked: bool = False
    """Whether its site was not asked again, for what it had said was young enough."""


class NotUnderstood(Value):
    """A line of a listing that was left out, and why."""

    line: int
    """Number of the line in the file, counted from 1."""
    reason: str
    text: str = ""
    """The beginning of the line, clean and at most 80 characters."""
    field: bool = False
    """Whether no more than a field was left out, of the paper that follows."""


class FieldsLeftOut(Value):
    """Fields of the papers of a file that radar does not know, so that what they hold is not kept."""

    papers: tuple[tuple[str, int], ...] = ()
    """Each name, clean and short, with the number of papers in which it holds something."""
    more: bool = False
    """Whether there were so many names that some are not among them."""
    summaries: int = 0
    """Papers of a library's export whose summary by a model is not believed of a file."""

    def __add__(self, other: FieldsLeftOut) -> FieldsLeftOut:
        """Return the fields of both."""
        both = Counter(dict(self.papers)) + Counter(dict(other.papers))
        return FieldsLeftOut(tuple(both.items()), self.more or other.more, self.summaries + other.summaries)

    @property
    def lines(self) -> tuple[str, ...]:
        """All that was left out, in words."""
        summaries = (
            f"left out: summaries by models ({plural(self.summaries, 'paper')}): a file is not believed to "
            "have checked them, and only the library's own file (library.sqlite3) brings them along"
        )
        return tuple(filter(None, (self.line, summaries if self.summaries else "")))

    @property
    def line(self) -> str:
        """Which fields were left out, the most frequent first; empty where none was."""
        if not self.papers:
            return ""
        fields = sorted(self.papers, key=lambda field: (-field[1], field[0]))
        first = fields[0][1]
        counts = [f"{name} ({papers:,})" for name, papers in fields[:SHOWN_FIELDS]]
        counts[0] = f"{fields[0][0]} ({plural(first, 'paper')})"
        rest = len(fields) - SHOWN_FIELDS
        if rest > 0:
            counts.append(f"and {'more than ' if self.more else ''}{rest:,} more")
        return f"left out: fields radar does not take: {', '.join(counts)}"
