"""One key at a time: the next one goes to what is open when all that the one before asked for is done.

Textual hands each key to what has the focus when the key comes, and looks for its binding when it has passed
that and all around it. Keys that came meanwhile are on their way to the same place by then, so that the
letters of a search typed at once, while the program starts or is busy, would be commands to the list.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Awaitable, Callable, Collection
from typing import Any

from textual import events
from textual.app import App
from textual.message_pump import MessagePump

Typed = events.Key | events.Paste

LINE_FEED = "ctrl+j"
"""What a terminal makes of Enter as long as no program has set it otherwise, and what ctrl+j sends."""
_ROUNDS = 3
"""Ways from the focus to the application, for what a key set off may itself send messages, such as that the
search line was left, and a screen that it opened takes no key before it is there. The palette hands a choice
to its list, and hears from that what was chosen. The application is passed twice in each, which moves the
focus when it has dealt with what came before."""


class TypedAhead:
    """Holds keys back while one is being obeyed that may lead the next one elsewhere."""

    def __init__(
        self,
        app: App[Any],
        hand_on: Callable[[Typed], Awaitable[None]],
        stays: Callable[[Typed], bool],
        *,
        waits: bool = False,
    ) -> None:
        """Begin with no key.

        Args:
            hand_on: hands a key, or a paste, to what has the focus.
            stays: whether a key that is handed on now is sure to leave the focus and the screen as they are.
                The next one is handed on at once: what passes the same way stays in order by itself. A key
                that is held is such a one, and to follow each of its repeats would cost more than to obey it.
            waits: whether no key is obeyed before `begin`.
        """
        self._app = app
        self._hand_on = hand_on
        self._stays = stays
        self._waiting: deque[Typed] = deque()
        self._under_way = self.waits = waits

    def begin(self) -> None:
        """Obey the keys that came already, and those that come."""
        if self.waits:
            self.waits = False
            self._next()

    async def take(self, typed: Typed) -> None:
        """Hand a key on when its turn comes: at once where none is under way."""
        if self._under_way:
            self._waiting.append(typed)
        else:
            await self._obey(typed)

    def answer(self, choices: Collection[str]) -> str:
        """Take the key that waits next if it is one of these, and return its name; empty if it is none."""
        first = self._waiting[0] if self._waiting else None
        name = chosen(first, choices) if isinstance(first, events.Key) else ""
        if name:
            self._waiting.popleft()
        return name

    async def _obey(self, typed: Typed) -> None:
        if self._stays(typed):
            await self._hand_on(typed)
            return
        self._under_way = True
        first = _way(self._app)
        await self._hand_on(typed)
        self._follow([*first, self._app], lambda: self._go_round(_ROUNDS - 1))

    def _go_round(self, rounds: int) -> None:
        """Hand the next one on when so many more rounds are done."""
        if rounds:
            self._follow([*_way(self._app), self._app], lambda: self._go_round(rounds - 1))
        else:
            self._next()

    def _follow(self, way: list[MessagePump], then: Callable[[], object]) -> None:
        """Call back when each on the way has dealt with what it has now; one that is closed is passed by."""
        while way:
            if way.pop(0).call_later(self._follow, way, then):
                return
        then()

    def _next(self) -> None:
        self._app.call_later(self._obey_next)

    async def _obey_next(self) -> None:
        """Hand on what waited, up to the first key that the others have to wait for."""
        self._under_way = False
        while self._waiting and not self._under_way:
            await self._obey(self._waiting.popleft())


def enter_for_line_feed(typed: Typed, bound: bool) -> Typed:
    """Return Enter for a line feed that has no other meaning, as the prompts of terminals take it.

    Args:
        bound: whether the reader has given ctrl+j to an action, and it was not typed before the screen was
            there, when Enter comes as the same character.
    """
    if isinstance(typed, events.Key) and typed.key == LINE_FEED and not bound:
        return events.Key("enter", "\r")
    return typed


def chosen(key: events.Key, choices: Collection[str]) -> str:
    """Return which of these a key is, by its character or its name; empty where it is none."""
    return next((name for name in (key.character, key.key) if name and name in choices), "")


def _way(app: App[Any]) -> list[MessagePump]:
    """Return what a key passes: what has the focus, all around it, the application."""
    return [node for node in (app.focused or app.screen).ancestors_with_self if isinstance(node, MessagePump)]
