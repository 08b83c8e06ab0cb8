"""Messages that no single widget owns."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.message import Message
from textual.message_pump import MessagePump

if TYPE_CHECKING:
    from radar.library.background import Found
    from radar.papers.reader.watch import WatchCount


class FoundArrived(Message):
    """The background reader has the whole answer to a question."""

    def __init__(self, found: Found) -> None:
        super().__init__()
        self.found = found

    def can_replace(self, message: Message) -> bool:
        """Only the last answer matters."""
        return isinstance(message, FoundArrived)


def hand_over(target: MessagePump) -> Callable[[Found], None]:
    """Return what brings answers from the reading thread to a widget."""

    def post(found: Found) -> None:
        target.post_message(FoundArrived(found))

    return post


class WatchesCounted(Message):
    """What is new in the watches has been counted."""

    def __init__(self, counts: tuple[WatchCount, ...]) -> None:
        super().__init__()
        self.counts = counts

    def can_replace(self, message: Message) -> bool:
        """Only the last count matters."""
        return isinstance(message, WatchesCounted)


def hand_over_counts(target: MessagePump) -> Callable[[tuple[WatchCount, ...]], None]:
    """Return what brings counts from the counting thread to a widget."""

    def post(counts: tuple[WatchCount, ...]) -> None:
        target.post_message(WatchesCounted(counts))

    return post
