"""A pasted text stays one: what it holds is never taken for keys, whatever escape characters stand in it.

Textual's parser looks for sequences of keys within a pasted text too, and hands on the characters behind an
escape that begins none of them as if they had been typed: a `q` there would leave the program. It also fails,
and with it the screen, over reports whose numbers it divides by or takes for characters as they are.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterable

from textual._parser import Peek1, Read1, TokenCallback
from textual._xterm_parser import BRACKETED_PASTE_END, BRACKETED_PASTE_START, XTermParser
from textual.message import Message

from radar.papers.text.patterns import pattern

_ESCAPE = pattern(r"\x1b([@-_]?)")
_BEGINNINGS = tuple(BRACKETED_PASTE_END[:length] for length in range(len(BRACKETED_PASTE_END) - 1, 0, -1))


class PastedApart:
    """Takes the escape characters out of what stands between the two marks of a pasted text."""

    def __init__(self) -> None:
        self._pasted = False
        self._held = ""
        """The end of what came, where the mark of the end may have begun."""
        self._before = ""
        """What came last outside, in which the mark of the beginning may have begun."""

    def safe(self, text: str) -> str:
        """Return what may be read for keys of a piece of what the terminal sends."""
        made = []
        while text:
            part, text = self._inside(text) if self._pasted else self._outside(text)
            made.append(part)
        return "".join(made)

    def _outside(self, text: str) -> tuple[str, str]:
        seen = self._before + text
        at = seen.find(BRACKETED_PASTE_START)
        if at < 0:
            self._before = seen[-(len(BRACKETED_PASTE_START) - 1) :]
            return text, ""
        end = at + len(BRACKETED_PASTE_START) - len(self._before)
        self._pasted, self._before = True, ""
        return text[:end], text[end:]

    def _inside(self, text: str) -> tuple[str, str]:
        text, self._held = self._held + text, ""
        inside, mark, rest = text.partition(BRACKETED_PASTE_END)
        if mark:
            self._pasted = False
        else:
            self._held = next((part for part in _BEGINNINGS if inside.endswith(part)), "")
            inside = inside[: len(inside) - len(self._held)]
        return _ESCAPE.sub(_one_character, inside) + mark, rest


class PasteParser(XTermParser):
    """Textual's parser, which is given no escape characters of pasted texts and outlasts every sequence."""

    def __init__(self, debug: bool = False) -> None:
        """Begin outside a pasted text."""
        self._apart = PastedApart()
        super().__init__(debug)

    def feed(self, data: str) -> Iterable[Message]:
        """Return what a piece of what the terminal sends means; an empty one is the end."""
        safe = self._apart.safe(data)
        return super().feed(safe) if safe or not data else ()

    def parse(self, token_callback: TokenCallback[Message]) -> Generator[Read1 | Peek1, str, None]:
        """Begin anew behind a sequence that Textual fails over, which then means nothing."""
        while True:
            try:
                return (yield from super().parse(token_callback))
            except (ArithmeticError, ValueError):
                continue

    def parse_mouse_code(self, code: str) -> Message | None:
        """Return what the mouse did; a terminal that does not tell its size in pixels reports cells."""
        if not (self.terminal_size and self.terminal_pixel_size):
            self.terminal_pixel_size = None
        return super().parse_mouse_code(code)


def _one_character(escape: re.Match[str]) -> str:
    """Return the character that means the same as an escape and a letter, which cleaning knows as well."""
    return chr(ord(escape[1]) + 0x40) if escape[1] else ""
