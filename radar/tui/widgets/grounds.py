"""What lies behind the lines and areas of the screen: nothing but its colour."""

from __future__ import annotations

from typing import ClassVar

from textual.widget import Widget


class Ground(Widget):
    """Widgets beside each other, or below where the style sheet says so.

    Textual asks whatever lies behind a changed place for its lines too, with every key; a ground that is
    known to be blank is one line as often as it is high.
    """

    DEFAULT_CSS = """
    Ground { width: 1fr; height: 1fr; layout: horizontal; overflow: hidden hidden; }
    """
    BLANK: ClassVar[bool] = True
