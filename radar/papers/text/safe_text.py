"""Text from papers, models and servers made safe to store and to show."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from radar.papers.text.patterns import pattern

_UNSAFE = pattern(
    r"[^\x20-\x7e\u00a1-\u00ac\u00ae-\u02ff\u4e00-\u9fff"
    # Greek, Cyrillic, Armenian: but for marks, what is not assigned, and what is composed of other signs.
    r"\u0370-\u0373\u0375-\u0377\u037a-\u037d\u037f\u0384-\u0386\u0388-\u038a\u038c\u038e-\u03a1\u03a3-\u0482"
    r"\u048a-\u052f\u0531-\u0556\u0559-\u058a\u058d-\u058f"
    r"\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2102-\u2125\u2190-\u22ff]"  # dashes, quotes, signs
)
"""What a look at each character may change; all others stay as they are, whatever stands beside them."""
_DROPPED = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
_SELECTORS = frozenset("\ufe0e\ufe0f")
"""Ask for a sign as text or as an emoji: some terminals give it another width then, and some do not."""
_SKIN_TONES = frozenset("\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff")
"""Colour the emoji before them; terminals that do not know that draw them behind it, two cells wide."""
_PRINTABLE = bytes(range(0x20, 0x7F))
_LONG = 100
SEPARATED = bytes(ord(chr(code).lower()) if chr(code).isalnum() else ord(" ") for code in range(128)) + bytes(
    range(128, 256)
)
"""Of ASCII, letters and digits make words, and case is nothing; all else is left as it is."""
_SPACES = pattern(r"\s+")
_MARKS_A_BASE = 4


@cache
def _escape_sequences() -> re.Pattern[str]:
    """Return what a terminal takes for commands; compiled where a text is not plain, which few are."""
    return re.compile(
        r"\x1b\[[0-?]*[ -/]*[@-~]"  # CSI
        r"|\x1b[\]PX^_][^\x07\x1b\x9c]{0,4096}(?:\x07|\x1b\\|\x9c)?"  # OSC, DCS, SOS, PM, APC
        r"|\x1b[ -/]*[0-~]"  # the two- and three-byte escapes
        r"|\x9b[0-?]*[ -/]*[@-~]"  # CSI as one C1 byte
        r"|[\x90\x98\x9d\x9e\x9f][^\x07\x1b\x9c]{0,4096}(?:\x07|\x1b\\|\x9c)?"
    )


def clean(text: str) -> str:
    """Return the text on one line, without control, format, private or unassigned characters, nor those that
    terminals do not agree on the width of while what they change can do without.

    Escape sequences go as a whole, runs of white space become one space, a base character keeps at
    most four combining marks, and the rest is composed (NFC). Cleaning twice changes nothing.
    """
    safe = _is_printable(text) if text.isascii() else not _UNSAFE.search(text)
    if safe and "  " not in text:
        return text.strip()
    line = " ".join(text.split())
    # Abstracts that are broken into lines need no look at each of their characters.
    if line.isascii():
        if _is_printable(line):
            return line
    elif not _UNSAFE.search(line):
        return line
    text = _escape_sequences().sub("", text)
    text = _SPACES.sub(" ", text)
    # Composed before, too: a sign may fall into several marks, of which too many go.
    text = unicodedata.normalize("NFC", _safe_characters(unicodedata.normalize("NFC", text)))
    return _SPACES.sub(" ", text).strip()


def is_plain(text: str) -> bool:
    """Say whether a look at a text tells that it is clean, as most are, so that there is nothing to clean."""
    safe = _is_printable(text) if text.isascii() else not _UNSAFE.search(text)
    return safe and "  " not in text and text.strip() == text


def _is_printable(text: str) -> bool:
    """Say whether ASCII is printable; to take away all that is takes a quarter of the time in a long text."""
    if len(text) < _LONG:
        return text.isprintable()
    return not text.encode("ascii").translate(None, _PRINTABLE)


def clean_layout(text: str) -> str:
    """Clean a text whose layout says something: indentation, runs of blanks, tabs and line ends stay."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.isascii() and text.replace("\n", "").replace("\t", "").isprintable():
        return text
    text = _escape_sequences().sub("", text)
    return "\n".join("\t".join(map(_safe_characters, line.split("\t"))) for line in text.split("\n"))


def _safe_characters(text: str) -> str:
    kinds = {character: unicodedata.category(character) for character in set(text)}
    dropped = {character for character, kind in kinds.items() if kind in _DROPPED} | _SELECTORS
    marking = {character for character, kind in kinds.items() if kind.startswith("M")}
    # Chinese, Japanese, Korean and much else needs no look at each character.
    if not marking and kinds.keys().isdisjoint(dropped | _SKIN_TONES):
        return text
    kept: list[str] = []
    marks = 0
    for character in text:
        if character in dropped:
            continue
        if character in _SKIN_TONES and kept and kinds[kept[-1]] == "So":
            continue
        marks = marks + 1 if character in marking else 0
        if marks <= _MARKS_A_BASE:
            kept.append(character)
    return "".join(kept)
