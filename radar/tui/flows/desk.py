"""All flows on one desk: where a key begins one, and who takes the answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from radar.tui.flows.choosing import Choosing
from radar.tui.flows.copying import Copying
from radar.tui.flows.exporting import Exporting
from radar.tui.flows.marking import Marking
from radar.tui.flows.opening import Opening
from radar.tui.flows.paper_steps import PaperSteps
from radar.tui.flows.step import Say, Step
from radar.tui.flows.summarising import Summarising
from radar.tui.flows.view_steps import ViewSteps
from radar.tui.flows.watching import Watching, later

if TYPE_CHECKING:
    from radar.pipeline.radar import Radar


@dataclass(frozen=True, slots=True)
class Desk:
    """The flows of one screen."""

    of_paper: PaperSteps
    of_view: ViewSteps
    of_watches: Watching
    replies: Mapping[str, Callable[[str, str], Step]]
    """Who takes the answers, by the first word of a question's purpose."""


def desk(
    radar: Radar,
    *,
    undo_key: str,
    papers: Callable[[], Sequence[int]],
    copy: Callable[[str], None],
    open_link: Callable[[str], str],
) -> Desk:
    """Return the flows around a radar.

    Args:
        undo_key: the key that takes marks back, to be told with each of them.
        papers: gives all papers in view, in order.
        copy: puts a text on the clipboard.
        open_link: opens a link and returns what happened.
    """
    marking, summarising = Marking(radar.library, undo_key), Summarising(radar)
    copying, exporting = Copying(radar, copy), Exporting(radar)
    choosing, opening = Choosing(radar.asked), Opening(open_link)
    watching = Watching(radar.library, radar.reader, undo_key)

    def undo() -> Say:
        return watching.undo() if later(watching.last, marking.last) else marking.undo()

    return Desk(
        PaperSteps(radar, marking, summarising, copying, opening),
        ViewSteps(radar, undo, summarising, choosing, exporting, papers),
        watching,
        {
            "tags": marking.answer,
            "copy": copying.answer,
            "export": exporting.answer,
            "summarise": summarising.answer,
            "open": opening.answer,
            "choose": choosing.answer,
            "watch": watching.answer,
        },
    )
