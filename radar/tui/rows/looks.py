"""The styles of a row's pieces, worked out once from those of the style sheet."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from rich.style import Style

Looks = tuple[str, ...]
_CURSORS = {True: "row", False: "row-blurred"}
"""What the row under the cursor is called, by whether the list has the focus."""


class _Styles(dict[Looks, Style]):
    """Styles by what a piece is, each worked out when it is first asked for."""

    def __init__(self, worked_out: Callable[[Looks], Style]) -> None:
        super().__init__()
        self._worked_out = worked_out

    def __missing__(self, looks: Looks) -> Style:
        style = self[looks] = self._worked_out(looks)
        return style


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
        self._common = _Styles(lambda looks: self._added(self._ground(), looks))
        self._at_cursor = {focused: self._over(name) for focused, name in _CURSORS.items()}

    @property
    def common(self) -> Mapping[Looks, Style]:
        """The styles of the pieces of a common row."""
        return self._common

    def at_cursor(self, focused: bool) -> Mapping[Looks, Style]:
        """Return the styles of the pieces of the row under the cursor."""
        return self._at_cursor[focused]

    def forget(self) -> None:
        """Work all of them out again."""
        self._parts = self._ground_known = None
        for known in (self._common, *self._at_cursor.values()):
            known.clear()

    def _over(self, name: str) -> _Styles:
        """Return the styles of pieces that lie over a part of the list."""
        return _Styles(lambda looks: self._added(self._ground() + self._component(name), looks))

    def _ground(self) -> Style:
        # Textual works it out anew from all that lies behind the list.
        if self._ground_known is None:
            self._ground_known = self._ground_now()
        return self._ground_known

    def _component(self, name: str) -> Style:
        if self._parts is None:
            self._parts = self._parts_now()
        return self._parts[name]

    def _added(self, style: Style, looks: Looks) -> Style:
        for look in looks:
            style += self._component(look)
        return style
