"""What a start leaves out and a key may ask for: it is done behind the first papers, while nobody types.

A start that imports all of it would have the first papers wait, and a key that finds none of it would wait
itself.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import ClassVar, Protocol

from radar.papers.text.patterns import compile_one

LATER = (
    "radar.papers.summaries.summary",
    "radar.papers.search.nodes",
    "radar.papers.search.fields",
    "radar.papers.search.parsing",
    "radar.papers.reader.notes",
    "radar.library.search.conditions",
    "radar.library.search.question",
    "radar.library.search.finding",
    "radar.library.identity.identities",
    "radar.library.search.searcher",
    "radar.library.search.joining",
    "radar.library.search.row_texts",
    "radar.library.summaries.stored_summaries",
    "radar.library.records.key_packs",
    "radar.library.marks.notes",
    "radar.library.marks.acts",
    "radar.library.marks.unread",
    "radar.library.search.everyday",
    "radar.library.search.covering",
    "radar.library.search.dropping",
    "radar.library.closeness.profiles",
    "radar.library.closeness.close_order",
    "radar.papers.text.money",
    "radar.papers.jobs.spending",
    "radar.pipeline.apart",
    "radar.pipeline.estimating",
    "radar.pipeline.course",
    "radar.pipeline.many_papers",
    "radar.tui.words.job_words",
    "radar.tui.screens.conversation",
    "radar.tui.listing.next_unread",
    "radar.tui.listing.tag_round",
    "radar.tui.flows.browser",
    "radar.tui.listing.coming",
    "radar.tui.terminal.given_path",
    "radar.tui.flows.step",
    "radar.tui.flows.copying",
    "radar.tui.flows.opening",
    "radar.tui.flows.marking",
    "radar.tui.flows.choosing",
    "radar.tui.flows.ordering",
    "radar.tui.flows.exporting",
    "radar.tui.flows.summarising",
    "radar.tui.flows.watching",
    "radar.tui.flows.all_in_view",
    "radar.tui.flows.bringing",
    "radar.tui.flows.paper_steps",
    "radar.tui.flows.view_steps",
    "radar.tui.flows.desk",
    "radar.papers.search.examples",
    "radar.tui.words.help_text",
    "radar.tui.screens.help_screen",
    "radar.tui.screens.action_palette",
)
"""In this order: what another one needs stands before it, so that no step takes long."""
PATTERNS = (
    "radar.abstracts.text.tex_pairs", "radar.abstracts.text.tex", "radar.abstracts.releases.links",
    "radar.papers.text.web_links",
)  # fmt: skip
"""Modules whose patterns the first paper with TeX or a link would have compiled, which takes half a frame."""


class Typist(Protocol):
    """Whoever types."""

    @property
    def typing(self) -> bool:
        """Whether the next key may be on its way."""
        ...


class Stopped(Protocol):
    """What can be stopped; a timer is one."""

    def stop(self) -> None:
        """Come to an end."""
        ...


class Behind:
    """Imports one module after the other."""

    INTERVAL: ClassVar[float] = 0.02
    """Seconds between two of them."""

    def __init__(
        self,
        typist: Typist,
        names: Sequence[str] = LATER,
        load: Callable[[str], object] = import_module,
        patterns: Sequence[str] = (),
    ) -> None:
        """Begin with the first.

        Args:
            load: imports a module by its name.
            patterns: modules whose patterns are compiled behind all that.
        """
        self._typist = typist
        self._left = list(reversed(names))
        self._load = load
        self._patterns = list(reversed(patterns))
        self._timer: Stopped | None = None

    def begin(self, every: Callable[[float, Callable[[], object]], Stopped]) -> None:
        """Import them all; `every` calls back at an interval of so many seconds, until it is stopped."""
        self._timer = every(self.INTERVAL, self.go_on)

    def go_on(self) -> None:
        """Import the next one, or compile the next pattern, unless somebody types."""
        if self._typist.typing:
            return
        if self._left:
            self._load(self._left.pop())
        else:
            self._compile()
        if not (self._left or self._patterns) and self._timer is not None:
            self._timer.stop()

    def _compile(self) -> None:
        while self._patterns and not compile_one(vars(import_module(self._patterns[-1]))):
            self._patterns.pop()
