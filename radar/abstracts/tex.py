"""TeX and HTML rubble of an abstract made readable, with a map from the source to what is shown."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache

from radar.abstracts import tex_words as words
from radar.abstracts.patterns import pattern
from radar.abstracts.words import any_of
from radar.papers.text import clean


@dataclass(frozen=True, slots=True)
class Readable:
    """A text as it is shown, and where each character of its source went."""

    text: str
    offsets: tuple[int, ...]
    """For every offset of the source, and the one behind its end, the offset in `text`."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where a span of the source stands in the shown text."""
        last = len(self.offsets) - 1
        return self.offsets[max(0, min(start, last))], self.offsets[max(0, min(end, last))]


_TOKEN = pattern(
    r"\\(?P<command>[a-zA-Z]{1,40})(?P<star>\*?)(?P<gap> ?)|\\(?P<sign>.)|(?P<group>[{}])"
    r"|(?P<dollars>\$\$?)|(?P<script>[\^_])"
    r"|(?P<entity>&(?:\#\d{1,7}|\#x[0-9a-fA-F]{1,6}|[a-zA-Z]{2,12});)|(?P<tie>~)"
    r"|(?P<quotes>``|'')|(?P<dash>(?<=[\w)])---?(?=[\w(])| --- )"
    r"|textx(?P<code>[0-9a-f]{4})"
)
_RUBBLE = pattern(r"[\\${}&~]|``|textx[0-9a-f]{4}|\w---?\w")
_RUBBLE_GATES = ("\\", "$", "{", "}", "&", "~", "``", "textx", "--")
_DEEPEST = 12
_LONGEST = 50_000
"""No abstract is longer; what stands behind it is shown as it is."""


def readable(text: str) -> Readable:
    """Return the text with TeX and HTML entities turned into plain characters."""
    if not _RUBBLE.search(text):
        return Readable(text, tuple(range(len(text) + 1)))
    painter = _Painter(text[:_LONGEST])
    painter.paint(0, len(painter.source), 0)
    painter.plain_rest(text)
    return Readable("".join(painter.shown), tuple(painter.offsets))


def readable_text(text: str) -> str:
    """Return only the text of `readable`."""
    return readable(text).text if has_rubble(text) else text


def has_rubble(text: str) -> bool:
    """Say whether a text may have to be changed to be readable."""
    return any_of(_RUBBLE_GATES, text) and _RUBBLE.search(text) is not None


@dataclass
class _Painter:
    """Writes the shown text piece by piece and notes where each source character went."""

    source: str
    shown: list[str] = field(default_factory=list)
    offsets: list[int] = field(default_factory=list)
    length: int = 0
    math: bool = False
    accent: str = ""

    def __post_init__(self) -> None:
        self.partners = _partners(self.source)
        dollars = len(re.findall(r"(?<!\\)\$", self.source))
        self.dollars_are_math = dollars % 2 == 0 and dollars > 0
        self.tex = "\\" in self.source or self.dollars_are_math

    def paint(self, start: int, end: int, depth: int) -> None:
        """Write source[start:end]."""
        position = start
        while position < end:
            token = _TOKEN.search(self.source, position, end)
            if token is None:
                self.plain(position, end)
                return
            self.plain(position, token.start())
            position = max(self._token(token, end, depth), token.end())

    def plain(self, start: int, end: int) -> None:
        """Write source[start:end] as it stands."""
        if end <= start:
            return
        piece = self.source[start:end]
        if self.accent and piece[0].isalpha():
            self.write(unicodedata.normalize("NFC", piece[0] + self.accent), start, start + 1)
            self.accent = ""
            start, piece = start + 1, piece[1:]
        self.shown.append(piece)
        self.offsets.extend(range(self.length, self.length + len(piece)))
        self.length += len(piece)

    def plain_rest(self, text: str) -> None:
        """Write what stands behind the part that is read, and close the map."""
        rest = text[len(self.source) :]
        self.shown.append(rest)
        self.offsets.extend(range(self.length, self.length + len(rest) + 1))

    def write(self, text: str, start: int, end: int) -> None:
        """Write other characters in the place of source[start:end]."""
        self.offsets.extend([self.length] * (end - start))
        self.shown.append(text)
        self.length += len(text)

    def _token(self, token: re.Match[str], end: int, depth: int) -> int:
        start, stop = token.span()
        if token["command"]:
            return self._command(token, end, depth)
        if token["script"]:
            return self._script(token, end, depth)
        if token["dollars"]:
            if self.dollars_are_math:
                self.math = not self.math
            self.write("" if self.dollars_are_math else token[0], start, stop)
        elif token["group"]:
            self.write("" if start in self.partners and self.tex else token[0], start, stop)
        elif token["sign"]:
            self._sign(token)
        else:
            self.write(self._replacement(token), start, stop)
        return stop

    def _replacement(self, token: re.Match[str]) -> str:
        if token["entity"]:
            import html

            return clean(html.unescape(token[0])) or ("" if token[0] != "&nbsp;" else " ")
        if token["tie"]:
            before = self.source[token.start() - 1 : token.start()]
            return " " if self.tex and before not in ("", " ") else "~"
        if token["quotes"]:
            return "“" if token[0] == "``" else "”"
        if token["dash"]:
            return " — " if token[0].startswith(" ") else "–" if len(token[0]) == 2 else "—"
        return clean(chr(int(token["code"], 16)))

    def _sign(self, token: re.Match[str]) -> None:
        sign = token["sign"]
        if sign in words.ACCENTS:
            self.accent = words.ACCENTS[sign]
            self.write("", *token.span())
        elif sign in "()[]":
            self.math = sign in "(["
            self.write("", *token.span())
        else:
            self.write(words.SIGNS.get(sign, sign), *token.span())

    def _command(self, token: re.Match[str], end: int, depth: int) -> int:
        name, stop = token["command"], token.end()
        group_end = self.partners.get(stop) if self.source[stop : stop + 1] == "{" else None
        if name in words.DROPPED_WITH_GROUP and group_end is not None and group_end < end:
            self.write("", token.start(), group_end + 1)
            return group_end + 1
        if name in ("frac", "dfrac", "tfrac", "sfrac") and group_end is not None and depth < _DEEPEST:
            return self._fraction(token.start(), stop, group_end, end, depth)
        if name in words.ACCENT_COMMANDS:
            self.accent = words.ACCENT_COMMANDS[name]
            self.write("", token.start(), stop)
            return stop
        shown = words.COMMANDS.get(name)
        if shown is None:
            shown = "" if name in words.TRANSPARENT else _symbol(name)
        keep_gap = token["gap"] and shown and (self.math or name in words.KEEP_SPACE)
        self.write(shown + (" " if keep_gap else ""), token.start(), stop)
        return stop

    def _fraction(self, start: int, stop: int, first_end: int, end: int, depth: int) -> int:
        second = first_end + 1
        second_end = self.partners.get(second) if self.source[second : second + 1] == "{" else None
        if second_end is None or second_end >= end:
            self.write("", start, stop)
            return stop
        self.write("", start, stop + 1)
        self.paint(stop + 1, first_end, depth + 1)
        self.write("/", first_end, second + 1)
        self.paint(second + 1, second_end, depth + 1)
        self.write("", second_end, second_end + 1)
        return second_end + 1

    def _script(self, token: re.Match[str], end: int, depth: int) -> int:
        start = token.end()
        if not self.math and self.source[start : start + 1] != "{":
            self.plain(token.start(), start)
            return start
        grouped = (
            self.source[start : start + 1] == "{" and start in self.partners and self.partners[start] < end
        )
        stop = self.partners[start] + 1 if grouped else start + 1
        content = self.source[start + 1 : stop - 1] if grouped else self.source[start:stop]
        table = words.SUPERSCRIPTS if token[0] == "^" else words.SUBSCRIPTS
        if content and all(character in table for character in content):
            self.write("".join(table[character] for character in content), token.start(), stop)
            return stop
        if content.strip() in ("\\circ", "\\prime", "\\star", "\\dagger"):
            self.write(words.COMMANDS[content.strip()[1:]], token.start(), stop)
            return stop
        if not grouped or depth >= _DEEPEST:
            self.write(token[0], token.start(), start)
            return start
        bare = len(content) < 2 or content.replace("\\rm", "").strip().isalnum()
        self.write(token[0] if bare else token[0] + "(", token.start(), start + 1)
        self.paint(start + 1, stop - 1, depth + 1)
        self.write("" if bare else ")", stop - 1, stop)
        return stop


def _partners(source: str) -> dict[int, int]:
    """Return for every balanced brace where its partner stands."""
    partners: dict[int, int] = {}
    opened: list[int] = []
    for match in re.finditer(r"\\.|[{}]", source):
        if match[0] == "{":
            opened.append(match.start())
        elif match[0] == "}" and opened:
            start = opened.pop()
            partners[start] = match.start()
            partners[match.start()] = start
    return partners


@lru_cache(maxsize=512)
def _symbol(name: str) -> str:
    """Return the character of a TeX command that is not in our own table, or its name where there is none."""
    from pylatexenc.latex2text import get_default_latex_context_db

    found = get_default_latex_context_db().get_macro_spec(name)
    shown = getattr(found, "simplify_repl", None) if found is not None else None
    return (
        shown
        if isinstance(shown, str) and "%" not in shown
        else ""
        if found is not None and found.macroname
        else name
    )
