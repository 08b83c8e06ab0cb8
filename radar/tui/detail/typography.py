"""The few signs that the detail sets between words."""

from __future__ import annotations

from radar.papers.bases import Value
from radar.tui.lines.plain_figures import plain_figure


class Typography(Value):
    """Signs between words and around quotations."""

    dot: str
    """Between parts of a line; never first on a line."""
    ellipsis: str
    open_quote: str
    close_quote: str
    bar: str
    """Before the lines of the evidence that the reader is at."""
    plain: bool = False
    """Whether figures are written in ASCII too."""

    def figure(self, figure: str) -> str:
        """Return a figure as it is written with these signs."""
        return plain_figure(figure) if self.plain else figure


UNICODE = Typography(dot="\xa0· ", ellipsis="…", open_quote="“", close_quote="”", bar="▌")
ASCII = Typography(dot="\xa0- ", ellipsis="...", open_quote='"', close_quote='"', bar="|", plain=True)
