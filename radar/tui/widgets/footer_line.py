"""The line of keys: what can be done here, from the bindings of whatever has the focus."""

from __future__ import annotations

from collections.abc import Callable

from textual import events
from textual.app import App
from textual.content import Content
from textual.dom import DOMNode
from textual.screen import Screen
from textual.widget import Widget

from radar.papers.bases import Value
from radar.tui.keys.chosen_keys import is_no_key


class FooterKey(Value):
    """One key of the line."""

    key: str
    words: str
    action: str
    namespace: DOMNode

    @property
    def cells(self) -> int:
        """How wide it is."""
        return len(self.key) + 1 + len(self.words)


class FooterLine(Widget):
    """The keys that matter here, as many as fit; help always does. A click acts like the key."""

    DEFAULT_CSS = """
    FooterLine { height: 1; padding: 0 1; background: $surface; color: $text-muted; }
    """
    _GAP = 2

    def __init__(
        self,
        idle: Callable[[str], bool],
        rank: Callable[[str], int] = lambda _: 0,
        *,
        id: str | None = None,
    ) -> None:
        """Make the line.

        Args:
            idle: tells of an action whether it would do nothing now.
            rank: gives the place of an action among the others; of one rank, they stand as their bindings do.
        """
        super().__init__(id=id, classes="whole")
        self._idle = idle
        self._rank = rank
        self._keys: list[FooterKey] | None = None

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, self._look_again)

    def on_unmount(self) -> None:
        self.screen.bindings_updated_signal.unsubscribe(self)

    def render(self) -> Content:
        parts = [
            Content.assemble((key.key, "bold $footer-key-foreground"), " ", key.words)
            for key in self._fitting()
        ]
        return Content(" " * self._GAP).join(parts)

    async def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        if offset is None:
            return
        start = 0
        for key in self._fitting():
            if start <= offset.x < start + key.cells:
                await self.app.run_action(key.action, key.namespace)
                return
            start += key.cells + self._GAP

    @property
    def keys(self) -> list[FooterKey]:
        """The keys that do something now, whether there is room for them or not.

        Found when they are painted: a start, and many a key, changes several times what can be done.
        """
        if self._keys is None:
            heard = [key for key in _keys_of(self.screen, self.app) if not self._idle(key.action)]
            self._keys = sorted(heard, key=lambda key: self._rank(key.action))
        return self._keys

    def _look_again(self, screen: Screen[object]) -> None:
        if screen is self.screen:
            self._keys = None
            self.refresh()

    def _fitting(self) -> list[FooterKey]:
        last = [key for key in self.keys if isinstance(key.namespace, App)]
        room = self.size.width - sum(key.cells + self._GAP for key in last)
        shown: list[FooterKey] = []
        for key in self.keys:
            if key in last:
                continue
            room -= key.cells + self._GAP
            if room < 0:
                break
            shown.append(key)
        return shown + last


def _keys_of(screen: Screen[object], app: App[object]) -> list[FooterKey]:
    seen: set[str] = set()
    keys: list[FooterKey] = []
    for namespace, binding, enabled, _tooltip in screen.active_bindings.values():
        if not binding.show or not enabled or binding.action in seen or is_no_key(binding.key):
            continue
        seen.add(binding.action)
        keys.append(FooterKey(app.get_key_display(binding), binding.description, binding.action, namespace))
    return keys
