"""What lies behind the lines and areas of the screen: nothing but its colour."""

from __future__ import annotations

from typing import ClassVar

from textual.containers import Horizontal, Vertical


class Across(Horizontal):
    """Widgets beside each other.

    Textual asks whatever lies behind a changed place for its lines too, with every key; a ground that is
    known to be blank is one line as often as it is high.
    """

    BLANK: ClassVar[bool] = True


class Down(Vertical):
    """Widgets below each other."""

    BLANK: ClassVar[bool] = True
