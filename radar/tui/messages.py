"""Messages that no single widget owns."""

from __future__ import annotations

from textual.message import Message

from radar.library.background import Found


class FoundArrived(Message):
    """The background reader has the whole answer to a question."""

    def __init__(self, found: Found) -> None:
        super().__init__()
        self.found = found

    def can_replace(self, message: Message) -> bool:
        """Only the last answer matters."""
        return isinstance(message, FoundArrived)
