"""What the flows of the pipeline report while they run."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from radar.errors import RadarError
from radar.papers.bases import Value
from radar.papers.jobs.standstill import Standstill
from radar.papers.listed.listing import FieldsLeftOut, Listing, NotUnderstood
from radar.papers.listed.paper import PaperId
from radar.papers.reader.removal import left_out_line
from radar.papers.summaries.not_sent import NotSent
from radar.papers.summaries.summary import Summary
from radar.papers.text.local_time import clock
from radar.papers.text.plurals import plural
from radar.pipeline.source_standing import again_line, counts_line, utc_now

if TYPE_CHECKING:
    from radar.sources.feeds.opml import Feed


TOO_YOUNG = "too young to be asked for again"
"""What is said of the answer of a site that was not asked, because it changes as seldom as that."""


class ImportStarted(Value):
    """A file is recognised and its papers follow."""

    listing: Listing
    format: str
    """Name of the format, for people."""
    size: int | None
    """Bytes of the file; None where it is not known, as for standard input."""


class Imported(Value):
    """Papers are committed; the counts are of this file so far."""

    position: int
    """Bytes of the file that are read."""
    size: int | None
    papers: int
    new: int
    known: int
    changed: int
    """Of the known: those that got a text or a link they lacked."""


class Finishing(Value):
    """All is committed, and the search index is brought up to date."""

    done: int
    total: int


class ImportEnded(Value):
    """A file is imported to its end."""

    listing: Listing
    papers: int
    new: int
    known: int
    changed: int
    not_understood: int
    """Lines that were left out."""
    left_out: FieldsLeftOut = FieldsLeftOut()
    """Fields that radar does not know."""
    unread_fields: int = 0
    """Papers that came in without a field that was not understood."""
    marked: int = 0
    """New papers whose marks, tags or notes came along, from an export of radar's own."""
    marked_here: int = 0
    """Known papers that have marks, tags or notes there too, which were not taken."""
    tagged_here: int = 0
    """Known papers that got tags which the reader had asked for."""
    dated_too_far: int = 0
    """Papers that came in without a date that was not believed."""
    removed: int = 0
    """Papers that were left out, for the reader removed them."""

    @property
    def line(self) -> str:
        """What came of it, such as "66 papers: 0 new, 66 known"."""
        counts = _counts(self.papers, self.new, self.known, self.changed, self.not_understood)
        marked = f"{self.marked:,} with marks, tags or notes" if self.marked else ""
        tagged = f"tags added to {self.tagged_here:,} known" if self.tagged_here else ""
        # What the reader has marked here is never overwritten by what a file says.
        stays = (
            f"marks, tags or notes of {self.marked_here:,} known not taken: your own stay"
            if self.marked_here
            else ""
        )
        unread, undated = unread_fields_line(self.unread_fields), _undated_line(self.dated_too_far)
        removed = left_out_line(self.removed)
        return ", ".join(filter(None, (counts, removed, marked, tagged, stays, unread, undated)))


class ImportFailed(Value):
    """A file cannot be read, or not to its end; what was committed stays."""

    listing: Listing
    error: RadarError


class FeedsFound(Value):
    """A file is a list of feeds, which are sources to ask and no papers."""

    listing: Listing
    feeds: tuple[Feed, ...]

    @property
    def line(self) -> str:
        """How many there are, such as "12 feeds"."""
        return plural(len(self.feeds), "feed")


ImportEvent = ImportStarted | Imported | NotUnderstood | Finishing | ImportEnded | ImportFailed | FeedsFound


class Refreshed(Value):
    """A source was asked, and its papers are committed."""

    source: str
    papers: int
    new: int
    known: int
    changed: int
    not_understood: int
    error: RadarError | None
    """Why it could not be asked, or not to its end."""
    updated: int = 0
    """Of the known: those of which something changed that the reader could have seen."""
    again: datetime | None = None
    """When it is to be asked again, where it failed."""
    label: str = ""
    """What it is called."""
    note: str = ""
    """What else there is to say, or what there is to say in place of counts."""
    left_out: tuple[NotUnderstood, ...] = ()
    """Items that were not understood and that its last answer did not hold, each once."""
    dated_too_far: int = 0
    """Papers that came in without a date that was not believed."""
    answered: datetime | None = None
    """When its site had given what came, where that was too young for the site to be asked again."""
    removed: int = 0
    """Papers that were left out, for the reader removed them."""

    @property
    def counts(self) -> str:
        """What came, such as "12 new, 28 known, 2 updated"."""
        listed = self.new + self.known or not self.removed
        line = counts_line(self.new, self.known, self.updated) if listed else "nothing new"
        if self.not_understood:
            items = "item" if self.not_understood == 1 else "items"
            line += f", {self.not_understood:,} {items} not understood"
        undated = _undated_line(self.dated_too_far)
        return ", ".join(filter(None, (line, left_out_line(self.removed), undated)))

    @property
    def failure(self) -> str:
        """Why it failed, what was kept and when it is asked again; empty where it did not."""
        if self.error is None:
            return ""
        kept = f" ({self.counts} before that)" if self.papers else ""
        # A site names the source itself, which stands in front of this line already.
        why = self.error.message.removeprefix(f"{self.source}: ")
        parts = (f"{why}{kept}", again_line(self.again, utc_now()), self.note)
        return "; ".join(part for part in parts if part)

    @property
    def result(self) -> str:
        """What came of it, such as "12 new, 28 known"."""
        return self.failure or self.note or f"{self.counts}{self._unasked}"

    @property
    def _unasked(self) -> str:
        """Why nothing else came, where nobody was asked."""
        if self.answered is None:
            return ""
        return f" (answer of {clock(self.answered, utc_now())}, {TOO_YOUNG})"

    @property
    def line(self) -> str:
        """The same with the name of the source in front."""
        return f"{self.called}: {self.result}"

    @property
    def called(self) -> str:
        """What readers know it by: what is no source that they named has only its label."""
        return self.source if ":" in self.source else self.label or self.source


class PageKept(Value):
    """A page of a source is committed."""

    source: str
    papers: int
    """Of this source so far; of a back-fill also those that earlier runs have brought."""
    new: int
    """Of those of this run: papers that were new."""
    known: int
    """Of those of this run: papers that the library had."""
    total: int | None
    """How many there are in all, where the site says."""
    share: float | None = None
    """Of a back-fill: how much is done, 0 to 1, where that can be known."""
    left: float | None = None
    """Seconds that the rest will take at the pace so far."""


RefreshEvent = Refreshed | PageKept


class SummariseStarted(Value):
    """The papers to summarise are known."""

    total: int
    """All that were asked for."""


class Skipped(Value):
    """One paper is passed over: it is gone, or has a summary by this summariser, model and prompt."""

    key: int


class Summarised(Value):
    """One paper is done: its summary is in the library, or its error is."""

    key: int
    paper_id: PaperId
    summary: Summary | None
    cached: bool
    """The answer was there from an earlier run, and cost nothing."""
    error: RadarError | None


class Waiting(Value):
    """The run waits for its endpoint, or does not any more."""

    standstill: Standstill
    """Without words when it goes on."""


class SummariseEnded(Value):
    """The run is over."""

    done: int
    """Summaries written by the summariser, the cached ones among them."""
    not_shown: int
    """Of those, summaries whose takeaway is not the model's, whose words did not hold."""
    failed: int
    cached: int
    skipped: int
    left: int
    """Papers that were not asked for, because the run stopped."""
    tokens_in: int
    tokens_out: int
    cost: float | None
    """US dollars; None where no price is known."""
    stopped: RadarError | None
    """Why the run ended before its end; None where it did not."""
    warning: str = ""
    """What the reader should know of the cache or of the model that answered; empty when all is well."""
    not_sent: NotSent = NotSent()
    """Papers that no model was asked about, now or before; the reading by rule stands as their summary."""
    why_not_shown: str = ""
    """The end of a sentence: why the words of the last that are not shown did not hold."""

    @property
    def counts(self) -> tuple[str, ...]:
        """What is to be said behind the number of those done, such as "1 failed"."""
        counts = (
            ("failed", self.failed),
            ("done before", self.skipped),
            ("left", self.left),
        )
        return tuple(f"{count:,} {what}" for what, count in counts if count)

    def answers(self, beside: str = "") -> str:
        """Return how many are done, such as "8 summarised", and of how many the words did not hold.

        Args:
            beside: what is said of them, such as how many cost nothing.
        """
        if not self.not_shown:
            return f"{self.done:,} summarised{beside}"
        whose = f"the words of {self.not_shown:,}"
        if self.not_shown == self.done:
            whose = "its words" if self.done == 1 else "their words"
        why = self.why_not_shown if self.done == 1 else ""
        return f"{self.done:,} answered{beside}, but {whose} were not used{why}"

    @property
    def line(self) -> str:
        """What came of it, such as "8 summarised, 1 failed, 1 left"."""
        counts = ", ".join((self.answers(), *self.counts))
        told = counts + (f": {self.stopped.message}" if self.stopped else "")
        return "; ".join(part for part in (told, self.not_sent.line) if part)


SummariseEvent = SummariseStarted | Skipped | Summarised | Waiting | SummariseEnded


class Reread(Value):
    """Papers that older rules had read are read again."""

    done: int


def unread_fields_line(papers: int) -> str:
    """Return in how many papers a field was not understood; empty for none."""
    return f"{plural(papers, 'paper')} with a field not understood" if papers else ""


def _undated_line(papers: int) -> str:
    """Return of how many papers a date was not believed, and why; empty for none."""
    return f"{plural(papers, 'paper')} with a date more than a year ahead, not believed" if papers else ""


def _counts(papers: int, new: int, known: int, changed: int, not_understood: int) -> str:
    line = f"{plural(papers, 'paper')}: {new:,} new, {known:,} known"
    if changed:
        line += f" ({changed:,} completed)"
    if not_understood:
        lines = "line" if not_understood == 1 else "lines"
        line += f", {not_understood:,} {lines} not understood"
    return line
