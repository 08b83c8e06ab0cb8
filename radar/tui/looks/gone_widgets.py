"""What is left of widgets that were taken off the screen."""

from __future__ import annotations

from textual._styles_cache import StylesCache


def forget_gone_widgets() -> None:
    """Let go of the lines that widgets painted which are gone.

    Textual remembers two colours for each of the last 1,024 painters of widgets, and with the painter all
    lines that it has painted: some kilobytes a widget, for every screen that was ever opened. Those that are
    still there have their colours worked out again.
    """
    StylesCache.get_inner_outer.cache_clear()
