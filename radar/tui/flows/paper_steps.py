"""What a key does with one paper, by the name of the key's action."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from radar.errors import ExportError
from radar.papers.reader.query import Mark, PaperEntry, PaperRow
from radar.papers.reader.removal import GONE
from radar.tui.detail.weblinks import refused_code_link
from radar.tui.flows.copying import Copying
from radar.tui.flows.decided import Decided
from radar.tui.flows.marking import Marking
from radar.tui.flows.opening import Opening
from radar.tui.flows.removing import Removing
from radar.tui.flows.step import Say, Step, Write
from radar.tui.flows.summarising import Summarising
from radar.tui.flows.wanted import Wanted
from radar.tui.words.states import no_other_summary

if TYPE_CHECKING:
    from radar.pipeline.radar import Radar

_NOTHING_TO_OPEN = {
    "link": "this paper has no link to open: the listing it came from gave none",
    "pdf": "this paper has no link to a PDF: its listing gave none",
    "code": "this paper has no link to code: neither its listing nor its abstract gave one",
}


class PaperSteps:
    """The first step of everything that can be done with one paper."""

    def __init__(
        self,
        radar: Radar,
        key_of: Callable[[str], str],
        marking: Marking,
        summarising: Summarising,
        copying: Copying,
        opening: Opening,
        removing: Removing,
    ) -> None:
        """Make the steps; `key_of` gives the key of an action, by its id."""
        self._radar = radar
        self._key_of = key_of
        self._marking = marking
        self._opening = opening
        self._summaries = Wanted[int, int]()
        self._steps: dict[str, Callable[[PaperRow], Step | None]] = {
            "opened": marking.read,
            "read": lambda row: marking.toggle(row, Mark.READ),
            "star": lambda row: marking.toggle(row, Mark.STARRED),
            "tags": self._tags,
            "note": self._note,
            "browse": lambda row: self._open(row, "link"),
            "pdf": lambda row: self._open(row, "pdf"),
            "code": lambda row: self._open(row, "code"),
            "remove": removing.one,
            "copy": lambda row: copying.start(row.key),
            "summarise": lambda row: summarising.one(row.key),
            "switch": self._switch,
        }

    @property
    def decided(self) -> Decided:
        """What the reader has decided of papers and is not written yet."""
        return self._marking.decided

    @property
    def typed(self) -> tuple[str, int]:
        """What was typed of papers and is not written, as `Marking.typed` tells it."""
        return self._marking.typed

    def take(self, name: str, row: PaperRow | None) -> Step | None:
        """Take the first step, or say why it cannot be taken."""
        return Say("no paper is listed here") if row is None else self._steps[name](row)

    def show_summary(self, key: int, number: int, told: str = "") -> Write:
        """Show another of a paper's summaries, by its number of `PaperEntry.numbers`."""

        def write() -> Say:
            self._radar.library.show_summary(key, number)
            return Say(told, changed=(key,))

        return self._summaries.write(key, number, write)

    def open_link(self, url: str) -> Step:
        """Open a link of the paper that is shown."""
        return self._opening.start(url)

    def _tags(self, row: PaperRow) -> Step:
        entry = self._radar.reader.entry(row.key)
        return Say(GONE) if entry is None else self._marking.ask_tags(row.key, entry.tags)

    def _note(self, row: PaperRow) -> Step:
        entry = self._radar.reader.entry(row.key)
        return Say(GONE) if entry is None else self._marking.ask_note(row.key, entry.note)

    def _open(self, row: PaperRow, form: str) -> Step:
        try:
            link = self._radar.text_of(row.key, form)
        except ExportError:
            link = self._refused_code(row) if form == "code" else ""
            if not link:
                return Say(_NOTHING_TO_OPEN[form])
        return self._opening.start(link)

    def _refused_code(self, row: PaperRow) -> str:
        """Return where a paper says that its code is, and nobody is sent; empty where it does not."""
        entry = self._radar.reader.entry(row.key)
        return "" if entry is None else refused_code_link(entry.paper.abstract, entry.paper.comment)

    def _switch(self, row: PaperRow) -> Step:
        entry = self._radar.reader.entry(row.key)
        if entry is None:
            return Say(GONE)
        if len(entry.summaries) < 2:
            return Say(no_other_summary(self._radar, self._key_of))
        number = self._summaries.of(row.key, entry.numbers[entry.shown])
        shown = entry.numbers.index(number) if number in entry.numbers else entry.shown
        index = (shown + 1) % len(entry.numbers)
        return self.show_summary(row.key, entry.numbers[index], _shown(entry, index))


def _shown(entry: PaperEntry, index: int) -> str:
    made = entry.summaries[index].provenance
    return f"summary {index + 1} of {len(entry.summaries)}, by {made.model or made.summariser}"
