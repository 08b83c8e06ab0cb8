"""What a start leaves out and a key may ask for: it is imported behind the first papers, while nobody types.

A start that imports all of it would have the first papers wait; a key that finds none of it would wait itself.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import ClassVar

LATER = (
    "radar.papers.summary",
    "radar.papers.search.nodes",
    "radar.papers.search.fields",
    "radar.papers.search.parsing",
    "radar.library.identities",
    "radar.library.search",
    "radar.library.joining",
    "radar.library.row_texts",
    "radar.library.summaries",
    "radar.library.key_packs",
    "radar.library.marks",
    "radar.library.unread",
    "radar.library.everyday",
    "radar.library.covering",
    "radar.library.dropping",
    "radar.library.profiles",
    "radar.library.closeness",
    "radar.pipeline.course",
    "radar.pipeline.many_papers",
    "radar.tui.conversation",
    "radar.tui.next_unread",
    "radar.tui.opening",
    "radar.tui.coming",
    "radar.tui.flows.step",
    "radar.tui.flows.marking",
    "radar.tui.flows.exporting",
    "radar.tui.flows.summarising",
    "radar.tui.flows.desk",
    "radar.tui.help_text",
    "radar.tui.screens.help_screen",
)
"""In this order: what another one needs stands before it, so that no step takes long."""


class Behind:
    """Imports one module after the other."""

    INTERVAL: ClassVar[float] = 0.02
    """Seconds between two of them."""

    def __init__(self, names: Sequence[str] = LATER, load: Callable[[str], object] = import_module) -> None:
        """Begin with the first; `load` imports a module by its name."""
        self._left = list(reversed(names))
        self._load = load

    def go_on(self) -> bool:
        """Import the next one, and return whether any is left."""
        if self._left:
            self._load(self._left.pop())
        return bool(self._left)
