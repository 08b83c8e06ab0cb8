"""The styles of a row's pieces, worked out once from those of the style sheet."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from rich.style import Style

from radar.tui.rows import Look

Looks = tuple[Look, ...]
_PLAIN = Style()


class RowLooks:
    """Styles for every combination of looks that occurs, for common rows and for that of the cursor."""

    def __init__(self, ground: Callable[[], Style], parts: Callable[[], Mapping[str, Style]]) -> None:
        """Begin with none.

        Args:
            ground: the style of the list itself.
            parts: the styles of the parts of the list, by their names.
        """
        self._ground_now = ground
        self._ground_known: Style | None = None
        self._parts_now = parts
        self._parts: Mapping[str, Style] | None = None
        self._common: dict[Looks, Style] = {}
        self._cursor: dict[tuple[bool, Looks], Style] = {}

    def common(self, looks: Looks) -> Style:
        """Return the style of a piece of a common row."""
        if looks not in self._common:
            self._common[looks] = self._added(self._ground(), looks)
        return self._common[looks]

    def at_cursor(self, focused: bool) -> Callable[[Looks], Style]:
        """Return what gives the style of a piece of the row under the cursor."""

        def style(looks: Looks) -> Style:
            if (focused, looks) not in self._cursor:
                ground = self._ground() + self._component("row" if focused else "row-blurred")
                self._cursor[focused, looks] = self._added(ground, looks)
            return self._cursor[focused, looks]

        return style

    def forget(self) -> None:
        """Work all of them out again."""
        self._parts = self._ground_known = None
        self._common.clear()
        self._cursor.clear()

    def _ground(self) -> Style:
        # Textual works it out anew from all that lies behind the list.
        if self._ground_known is None:
            self._ground_known = self._ground_now()
        return self._ground_known

    def _component(self, name: str) -> Style:
        if self._parts is None:
            self._parts = self._parts_now()
        return self._parts.get(name, _PLAIN)

    def _added(self, style: Style, looks: Looks) -> Style:
        for look in looks:
            style += self._component(look)
        return style
