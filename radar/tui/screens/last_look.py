"""Up to when the reader has looked: what comes in while nobody touches the screen stays new."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from textual import events

from radar.errors import RadarError
from radar.tui.screens.watching_part import AT_THE_END

if TYPE_CHECKING:
    from textual.app import App

    from radar.pipeline.radar import Radar

    _App = App[None]
else:
    # A part of an application, none itself: Textual looks through all that a class inherits for each.
    _App = object

_ACTS = (events.Key, events.Paste, events.MouseDown, events.MouseScrollUp, events.MouseScrollDown)


class Look(NamedTuple):
    """One moment at which somebody was in front of the screen."""

    when: datetime
    shown: datetime | None
    """When the last paper came that the screen knew of; None where it knew of none."""


class LastLook:
    """Notes each act of the reader, for only then somebody is sure to be there.

    Args:
        shown: says when the last paper came that the screen knows of.
        clock: the time.
    """

    def __init__(
        self,
        shown: Callable[[], datetime | None],
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._shown = shown
        self._clock = clock
        self._before: Look | None = None
        self._last: Look | None = None

    def take(self, event: events.Event) -> None:
        """Note an event where it is an act of the reader."""
        if isinstance(event, _ACTS) and not event.is_forwarded:
            self.note()

    def note(self) -> None:
        """Note that somebody is there."""
        look = Look(self._clock(), self._shown())
        self._before, self._last = self._last or look, look

    def leave(self) -> None:
        """Let the last act be the one that leaves: what came since the one before was not looked at."""
        self._last = self._before

    @property
    def last(self) -> Look | None:
        """The last act; None where there was none yet."""
        return self._last

    @property
    def before(self) -> datetime | None:
        """When the last paper came that was known at the act before the last one."""
        return None if self._before is None else self._before.shown


class LookedAt(_App):
    """The part of an application that keeps for the next start up to when the reader has looked."""

    radar: Radar

    @cached_property
    def last_look(self) -> LastLook:
        """That of the main screen, once it is there."""
        return LastLook(lambda: None)

    def on_unmount(self) -> None:
        if (look := self.last_look.last) is None:
            return
        try:
            self.radar.library.wait_for_others(AT_THE_END)
            self.radar.library.looked(look.when, look.shown)
        except RadarError as error:
            self.log.error(str(error))
