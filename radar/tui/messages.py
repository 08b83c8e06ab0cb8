"""Messages that no single widget owns."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from textual.message import Message
from textual.message_pump import MessagePump

from radar.library.background import BackgroundReader, Found
from radar.papers.watch import WatchCount


class FoundArrived(Message):
    """The background reader has the whole answer to a question."""

    def __init__(self, found: Found) -> None:
        super().__init__()
        self.found = found

    def can_replace(self, message: Message) -> bool:
        """Only the last answer matters; the size of one does not stand for its first papers."""
        if not isinstance(message, FoundArrived):
            return False
        return message.found.size is None or not self.found.first


class StarsWeighed(Message):
    """It is known what the stars say."""

    def can_replace(self, message: Message) -> bool:
        """Once is enough."""
        return isinstance(message, StarsWeighed)


def reader_for(target: MessagePump, path: Path, since: datetime | None) -> BackgroundReader:
    """Return a thread that answers questions to a library once it is begun; a widget gets its messages."""

    def answered(found: Found) -> None:
        target.post_message(FoundArrived(found))

    def weighed() -> None:
        target.post_message(StarsWeighed())

    return BackgroundReader(path, answered, since, weighed=weighed, waits=True)


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
