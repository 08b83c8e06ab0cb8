"""TeX and HTML rubble of an abstract made readable, with a map from the source to what is shown."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from radar.abstracts.text import tex_words as words
from radar.abstracts.text.rubble import RUBBLE
from radar.abstracts.text.tex_pairs import is_group, is_left_over, math_borders, partners, verbatim_end
from radar.abstracts.text.tex_spacing import is_tie, stands_apart
from radar.abstracts.vocabulary.patterns import pattern
from radar.abstracts.vocabulary.words import any_of
from radar.papers.bases import Value


class Readable(Value):
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
    r"|(?P<quotes>``|'')|(?P<dash>(?<=[\w)}$%])---?(?=[\w($\\])|(?<= )---? )"
    r"|textx(?P<code>[0-9a-f]{4})"
)
_FIRST = pattern(r"[\\{}$^_&~`'-]")
_FIRST_OF_CODED = pattern(r"[\\{}$^_&~`'-]|textx")
"""What tokens begin with, found faster than they are."""
_DASH = pattern(r"--(?:(?<=[\w)%]--)-?[\w(]|(?<= --))")
_CODED = pattern(r"textx[0-9a-f]{4}")
_MONEY = pattern(r"[ -]?\.?\d|/")
_COMMAND = pattern(r"\\[a-zA-Z]{1,40}")
_OPERAND = pattern(r"\s*[A-Za-z({_]")
"""Behind \\deg in a formula: the degree of something."""
_SPACES = pattern(r"^(?:\\[,;:! ]|[ ~])+|[ ~]+$")
_ONE_SIGN = pattern(
    r"\s*(?:\\(?:rm|it|bf|mathrm|mathit|mathbf|text|textrm|textit|operatorname|mathcal|mathbb)\b *)?"
    r"\{?\s*(?:[\d.]+|[^\W\d]\w*(?:[\^_](?:\w|\{[\w+-]+\})){0,2}|\\[a-zA-Z]+(?:[\^_](?:\w|\{[\w+-]+\})){0,2}|[*∗⋆+])\s*\}?\s*"
)
"""What needs no brackets around it: a name, a number, a command."""
_UPRIGHT = pattern(
    r"\\(?:rm|it|bf|sf|mathrm|mathit|mathbf|mathsf|text|textrm|textit|textbf|operatorname)\b"
    r" *(?:\{ *([\d+−-]+|st|nd|rd|th) *\}|([\d+−-]+|st|nd|rd|th))"
)
"""Digits, or the end of an ordinal number, in a font of their own: raised or lowered they look alike."""
_DEEPEST = 12
_LONGEST = 20_000
"""No abstract is longer; what stands behind it is shown as it is."""


def readable(text: str) -> Readable:
    """Return the text with TeX and HTML entities turned into plain characters."""
    if not has_rubble(text):
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
    if any_of(RUBBLE, text) or ("`" in text and "``" in text):
        return True
    return ("--" in text and _DASH.search(text) is not None) or (
        "textx" in text and _CODED.search(text) is not None
    )


class _Painter:
    """Writes the shown text piece by piece and notes where each source character went."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.shown: list[str] = []
        self.offsets: list[int] = []
        self.length = 0
        self.math = False
        self.accent = ""
        self.squeezed = False
        """What was written last stands in the place of others: a space behind it may be one too many."""
        self.partners = partners(source)
        self.borders = math_borders(source)
        self.first = (_FIRST_OF_CODED if "textx" in source else _FIRST).search
        self.tex = "\\" in source or bool(self.borders)
        self.escapes = "\\{" in source

    def paint(self, start: int, end: int, depth: int) -> None:
        """Write source[start:end]."""
        position = start
        while position < end:
            token = self._next(position, end)
            if token is None:
                self.plain(position, end)
                return
            self.plain(position, token.start())
            position = max(self._token(token, end, depth), token.end())

    def _next(self, position: int, end: int) -> re.Match[str] | None:
        while first := self.first(self.source, position, end):
            token = _TOKEN.match(self.source, first.start(), end)
            if token:
                return token
            position = first.end()
        return None

    def plain(self, start: int, end: int) -> None:
        """Write source[start:end] as it stands."""
        if end <= start:
            return
        piece = self.source[start:end]
        if piece[0] == " " and self.squeezed and self._ends_with(" (".__contains__):
            self.offsets.append(self.length)
            start, piece = start + 1, piece[1:]
        self.squeezed = False
        if self.accent and piece[:1].isalpha():
            self.write(piece[0], start, start + 1)
            start, piece = start + 1, piece[1:]
        self.accent = ""
        if piece:
            self.shown.append(piece)
        self.offsets.extend(range(self.length, self.length + len(piece)))
        self.length += len(piece)

    def plain_rest(self, text: str) -> None:
        """Write what stands behind the part that is read, and close the map."""
        rest = text[len(self.source) :]
        self.shown.append(rest)
        self.offsets.extend(range(self.length, self.length + len(rest) + 1))

    def write(self, text: str, start: int, end: int) -> None:
        """Write other characters in the place of source[start:end]; never a second space."""
        text = text[1:] if text[:1] == " " and self._ends_with(str.isspace) else text
        self.squeezed = True
        if self.accent and text.strip():
            text = (
                unicodedata.normalize("NFC", text[0] + self.accent) + text[1:] if text[0].isalpha() else text
            )
            self.accent = ""
        self.offsets.extend([self.length] * (end - start))
        if text:
            self.shown.append(text)
            self.length += len(text)

    def _ends_with(self, kind: Callable[[str], bool]) -> bool:
        return bool(self.shown) and kind(self.shown[-1][-1])

    def _token(self, token: re.Match[str], end: int, depth: int) -> int:
        start, stop = token.span()
        if token["command"]:
            return self._raised(token, end) or self._command(token, end, depth)
        if token["script"]:
            return self._script(token, end, depth)
        if token["dollars"]:
            border = start in self.borders
            self.math = self.math is not border
            stray = border or (self.borders and not _MONEY.match(self.source, stop))
            self.write("" if stray else token[0], start, stop)
        elif token["group"]:
            self.write("" if self._only_groups(start) else token[0], start, stop)
        elif token["sign"]:
            self._sign(token)
        else:
            tie = bool(token["tie"]) and is_tie(self.source, start, self.tex)
            self.write(words.replacement(token, tie), start, stop)
        return stop

    def _only_groups(self, place: int) -> bool:
        """Say whether a brace is one of TeX's, which a reader does not see, and not of a set."""
        partner = self.partners.get(place)
        if partner is None:
            return not self.escapes and is_left_over(self.source, place)
        return self.tex or is_group(self.source, place, partner)

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
        if name == "verb" and (closed := verbatim_end(self.source, stop, end)) > stop:
            self.write("", token.start(), stop + 1)
            self.plain(stop + 1, closed)
            self.write("", closed, closed + 1)
            return closed + 1
        group_end = self.partners.get(stop) if self.source[stop : stop + 1] == "{" else None
        dropped = name in words.DROPPED_WITH_GROUP and not _is_all_to_read(self.source, name, group_end)
        if dropped and group_end is not None and group_end < end:
            self._drop(token.start(), group_end + 1)
            return group_end + 1
        if group_end is not None and group_end < end and depth < _DEEPEST:
            if name in words.PAIRS:
                return self._pair(words.PAIRS[name], token.start(), stop, group_end, end, depth)
            if name in words.BRACKETED:
                self.write(words.BRACKETED[name], token.start(), stop)
                self._bracketed(stop, group_end, depth, always=name == "footnote")
                return group_end + 1
        if name in words.ACCENT_COMMANDS:
            self.accent = words.ACCENT_COMMANDS[name]
            self.write("", token.start(), stop)
            return stop
        shown = words.COMMANDS.get(name)
        if name in words.MEASURES and self._ends_with(str.isdecimal):
            of_something = self.math and name == "deg" and _OPERAND.match(self.source, stop)
            shown = shown if of_something else words.MEASURES[name]
        if shown is None:
            shown = "" if name in words.TRANSPARENT else words.symbol(name)
        if self.math and len(shown) > 1 and shown.isalpha() and self._ends_with(str.isalnum):
            shown = " " + shown
        if self.math and name in words.RELATIONS:
            self._relation(shown, token, end)
            return stop
        keep_gap = token["gap"] and shown and (name in words.KEEP_SPACE or self._keeps_gap(name, stop))
        self.write(shown + (" " if keep_gap else ""), token.start(), stop)
        return stop

    def _raised(self, token: re.Match[str], end: int) -> int:
        """Write digits that a command raises or lowers, and return where it ends; 0 where it is none such."""
        table, start = words.RAISING.get(token["command"]), token.end()
        stop = self.partners.get(start, end) if table else end
        content = self.source[start + 1 : stop].strip().replace("$-$", "-").replace("--", "-")
        if table is None or stop >= end or not content or not all(one in "0123456789+-−" for one in content):
            return 0
        self.write("".join(table[one] for one in content), token.start(), stop + 1)
        return stop + 1

    def _drop(self, start: int, end: int) -> None:
        """Leave source[start:end] out, and the space before it where punctuation follows."""
        last = self.shown[-1] if self.shown else ""
        if self.source[end : end + 1] in (".", ",", ";", ":", ")") and last.endswith(" "):
            self.shown[-1:] = [last[:-1]] if len(last) > 1 else []
            self.length -= 1
        self.write("", start, end)

    def _keeps_gap(self, name: str, stop: int) -> bool:
        """Say whether the space behind a command separates: that behind a Greek letter only ends the name."""
        if not self.math:
            return name not in words.COMMANDS and name not in words.TRANSPARENT
        return not (name in words.CLOSE and self.source[stop : stop + 1].isalpha())

    def _relation(self, shown: str, token: re.Match[str], end: int) -> None:
        """Write a sign as close to what follows as it stands to what is before it."""
        start, stop = token.span()
        following = self.source[stop : min(stop + 1, end)]
        apart = stands_apart(self.source, start, following, token["command"] in ("times", "pm"))
        self.write(shown + (" " if apart else ""), start, stop)

    def _pair(
        self, around: tuple[str, str, str], start: int, stop: int, first_end: int, end: int, depth: int
    ) -> int:
        """Write a command of two arguments, such as a fraction."""
        second = first_end + 1
        second_end = self.partners.get(second) if self.source[second : second + 1] == "{" else None
        if second_end is None or second_end >= end:
            self.write("", start, stop)
            return stop
        before, between, behind = around
        self.write(before, start, stop)
        never = not between.strip()
        self._bracketed(stop, first_end, depth, never=never)
        self.write(between, second, second)
        self._bracketed(second, second_end, depth, never=never)
        self.write(behind, second_end + 1, second_end + 1)
        return second_end + 1

    def _bracketed(
        self, opened: int, closed: int, depth: int, *, always: bool = False, never: bool = False
    ) -> None:
        """Write a group, in round brackets where it is more than one sign or number."""
        bare = never or (not always and _ONE_SIGN.fullmatch(self.source[opened + 1 : closed]) is not None)
        self.write("" if bare else "(", opened, opened + 1)
        self.paint(opened + 1, closed, depth + 1)
        self.write("" if bare else ")", closed, closed + 1)

    def _script(self, token: re.Match[str], end: int, depth: int) -> int:
        start = token.end()
        if not self.math and self.source[start : start + 1] != "{":
            self.plain(token.start(), start)
            return start
        grouped = (
            self.source[start : start + 1] == "{" and start in self.partners and self.partners[start] < end
        )
        command = None if grouped else _COMMAND.match(self.source, start, end)
        stop = self.partners[start] + 1 if grouped else command.end() if command else start + 1
        content = self.source[start + 1 : stop - 1] if grouped else self.source[start:stop]
        content = _SPACES.sub("", content)
        if content[:1] == "\\" and (upright := _UPRIGHT.fullmatch(content)):
            content = upright[1] or upright[2]
        table = words.SUPERSCRIPTS if token[0] == "^" else words.SUBSCRIPTS
        if content and all(character in table for character in content):
            self.write("".join(table[character] for character in content), token.start(), stop)
            return stop
        if token[0] == "^" and content in ("\\circ", "\\prime", "\\star", "\\dagger", "\\degree"):
            self.write(words.COMMANDS[content[1:]], token.start(), stop)
            return stop
        if grouped and not content:
            self.write("", token.start(), stop)
            return stop
        if not grouped or depth >= _DEEPEST:
            self.write(token[0], token.start(), start)
            return start
        bare = _ONE_SIGN.fullmatch(content) is not None
        bare = bare and "." not in content
        self.write(token[0] if bare else token[0] + "(", token.start(), start + 1)
        self.paint(start + 1, stop - 1, depth + 1)
        self.write("" if bare else ")", stop - 1, stop)
        return stop


def _is_all_to_read(source: str, name: str, group_end: int | None) -> bool:
    """Return whether a link lacks the words that are shown in its place."""
    if name != "href" or group_end is None:
        return False
    return not source[group_end + 1 : group_end + 3].lstrip().startswith("{")
