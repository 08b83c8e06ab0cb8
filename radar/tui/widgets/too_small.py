"""What stands on a terminal that is too small for anything else."""

from __future__ import annotations

from textual.widgets import Static


class TooSmall(Static):
    """Says how much room radar needs; shown where the screen has less."""

    SCOPED_CSS = False
    DEFAULT_CSS = """
    TooSmall { display: none; width: 1fr; height: 1fr; }
    .-tiny TooSmall, .-flat TooSmall { display: block; }
    """

    def __init__(self) -> None:
        super().__init__("too small: radar needs 40 columns and 10 lines", id="too-small", markup=False)
