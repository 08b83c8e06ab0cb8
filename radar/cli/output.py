"""Where the commands print to: clean text always, colours and width only for a person's terminal."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Mapping
from enum import StrEnum
from typing import TextIO

from radar.errors import RadarError
from radar.papers.text.safe_text import clean

_PIPED_WIDTH = 100


class Style(StrEnum):
    """How words stand out on a terminal, as SGR parameters."""

    BOLD = "1"
    DIM = "2"
    GREEN = "32"
    YELLOW = "33"
    RED = "31"
    CYAN = "36"


def printable(text: str) -> str:
    """Return the text on one line without anything a terminal would act on; spaces stay as they are."""
    return " ".join(map(clean, text.split(" ")))


class Output:
    """Standard output and standard error of one run.

    Args:
        environ: the environment; NO_COLOR and TERM are looked at.
        colour: False takes colours away where a terminal has them.
    """

    def __init__(
        self, out: TextIO, errors: TextIO, environ: Mapping[str, str], *, colour: bool = True
    ) -> None:
        self._out = out
        self._errors = errors
        self.colour = colour and not environ.get("NO_COLOR") and environ.get("TERM") not in (None, "", "dumb")
        """Whether colours are wanted where there is a terminal."""
        self.person = out.isatty()
        """Whether a person reads standard output."""
        self.person_aside = errors.isatty()
        """Whether a person reads standard error, where progress goes."""
        self.width = (
            max(shutil.get_terminal_size((_PIPED_WIDTH, 24)).columns, 20) if self.person else _PIPED_WIDTH
        )
        """Columns of the terminal."""
        self.ascii = False
        """Whether signs are drawn with plain letters, as a reader may want it."""

    @classmethod
    def of_process(cls, *, colour: bool = True) -> Output:
        """Return the output of this process; characters its encoding lacks are replaced, never fatal."""
        for stream in (sys.stdout, sys.stderr):
            reconfigure = getattr(stream, "reconfigure", None)
            if reconfigure is not None:
                reconfigure(errors="replace")
        return cls(sys.stdout, sys.stderr, os.environ, colour=colour)

    @property
    def unicode(self) -> bool:
        """Whether signs beyond ASCII can be written."""
        return (getattr(self._out, "encoding", None) or "utf-8").lower().replace("-", "").startswith("utf")

    @property
    def plain(self) -> bool:
        """Whether signs are drawn with plain letters."""
        return self.ascii or not self.unicode

    @property
    def coloured(self) -> bool:
        """Whether standard output takes colours."""
        return self.colour and self.person

    def styled(self, text: str, *styles: Style) -> str:
        """Return the clean text with the style around it, or just the clean text where none is shown."""
        text = printable(text)
        return f"\x1b[{';'.join(styles)}m{text}\x1b[0m" if self.coloured and styles and text else text

    def line(self, *pieces: str) -> None:
        """Print pieces that `styled` returned, as one line."""
        self._out.write("".join(pieces).rstrip(" ") + "\n")

    def hold_a_file(self) -> None:
        """Write UTF-8 from here on, as a file would hold it, unless a terminal shows it."""
        reconfigure = getattr(self._out, "reconfigure", None)
        if reconfigure is not None and not self.person:
            reconfigure(encoding="utf-8")

    def text(self, text: str) -> None:
        """Print text of our own as it stands, such as an export or a template, line breaks included."""
        self._out.write(text)

    def json(self, value: object) -> None:
        """Print a value as one line of JSON."""
        from radar.pipeline.exporting.json_text import json_line

        self.json_text(json_line(value))

    def json_text(self, line: str) -> None:
        """Print a line of JSON; where the encoding is not Unicode, as ASCII."""
        self._out.write((line if self.unicode else _ascii_json(line)) + "\n")

    def aside(self, text: str) -> None:
        """Say something on standard error that is not part of the result.

        A person's terminal gets it in lines that end between words; a log gets it in one.
        """
        self.flush()
        self._errors.write(self._broken(printable(text)) + "\n")
        self._errors.flush()

    def prompt(self, text: str) -> None:
        """Put a question on standard error, with the place for its answer behind it."""
        self.flush()
        self._errors.write(printable(text).rstrip() + " ")
        self._errors.flush()

    def error(self, error: RadarError, about: str = "") -> None:
        """Say what went wrong, with what, and what to do, on standard error."""
        about = "" if about in error.message else about
        titles = [title for title in ("radar", error.title, about) if title]
        for one in error.each:
            self.aside(": ".join((*dict.fromkeys(titles), one.message)))
            self.hint(one.hint)

    def hint(self, hint: str) -> None:
        """Say on standard error what to do about an error; what is to be copied keeps its lines."""
        words, *lines = hint.split("\n")
        if words:
            self.aside(f"  {words}")
        for line in lines:
            self._errors.write(f"{printable(line)}\n")
        self._errors.flush()

    def _broken(self, text: str) -> str:
        if not (self.person and self.person_aside) or len(text) <= self.width:
            return text
        from radar.cli.columns import wrapped

        indent = " " * (len(text) - len(text.lstrip(" ")))
        return "\n".join(f"{indent}{line}" for line in wrapped(text, self.width - len(indent)))

    def flush(self) -> None:
        """Hand everything printed so far to the other side."""
        self._out.flush()


def _ascii_json(line: str) -> str:
    # JSON escapes are UTF-16 code units, so a character beyond the first plane becomes a pair.
    return "".join(
        character if character.isascii() else "".join(f"\\u{unit.hex()}" for unit in _utf16_units(character))
        for character in line
    )


def _utf16_units(character: str) -> list[bytes]:
    encoded = character.encode("utf-16-be")
    return [encoded[start : start + 2] for start in range(0, len(encoded), 2)]
