"""The parts of an XML document that hold one entry each, read one at a time in flat memory.

The parser is the standard library's expat, with what makes XML dangerous refused here: a document that
declares entities is given up at that declaration, so that none is ever expanded (billion laughs, quadratic
blow-up), and nothing outside the document is read (external entities, external DTDs: no handler asks for
them). This is what the package defusedxml does too (docs.python.org/3/library/xml.html, "XML security");
reading in parts it does not do.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from xml.parsers import expat

from radar.papers.bases import Mutable, field
from radar.papers.listed.listing import NotUnderstood
from radar.sources.source import NOT_UTF8, not_understood, undecodable

MAX_DEPTH = 64
MAX_PART_CHARACTERS = 8 << 20
"""A longer part is left out and reported."""

UNREAD = "\ufffd"
"""Stands for bytes that are no UTF-8."""
NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_PIECE = 1 << 20
_CUT = frozenset(
    [
        expat.errors.XML_ERROR_NO_ELEMENTS,
        expat.errors.XML_ERROR_UNCLOSED_TOKEN,
        expat.errors.XML_ERROR_INVALID_TOKEN,
        expat.errors.XML_ERROR_UNCLOSED_CDATA_SECTION,
    ]
)
"""What the parser says of a document that ends too early."""


class Part(Mutable):
    """An element with what is in it."""

    name: str
    """Without a namespace: "Article"."""
    line: int
    attributes: dict[str, str]
    """Names without a namespace."""
    children: list[Part] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    """Its own text, and that of the children in their places."""
    undecodable: int = 0
    """The last line of it with bytes that are no UTF-8; 0 where there are none."""

    @property
    def text(self) -> str:
        """All text in it, in reading order."""
        return "".join(self.pieces)

    def find(self, *path: str) -> Part | None:
        """Return the first part under these names, each directly within the one before."""
        return next(self.all(*path), None)

    def all(self, *path: str) -> Iterator[Part]:
        """Yield all parts under these names, each directly within the one before."""
        name, *rest = path
        for child in self.children:
            if child.name == name:
                if rest:
                    yield from child.all(*rest)
                else:
                    yield child

    def text_of(self, *path: str) -> str:
        """Return the text of the first part under these names, or nothing."""
        part = self.find(*path)
        return part.text.strip() if part else ""

    def texts_of(self, *path: str) -> tuple[str, ...]:
        """Return the texts of all parts under these names that hold one."""
        return tuple(text for text in (part.text.strip() for part in self.all(*path)) if text)

    def take_out_unread(self, kept: str = "") -> Iterator[str]:
        """Take the parts with bytes that are no UTF-8 out of it, save those of a name; yield their names."""
        for child in [child for child in self.children if child.name != kept and UNREAD in child.text]:
            self.children.remove(child)
            yield child.name


class _Refused(Exception):
    """The document does what radar does not follow."""


class XmlParts:
    """Reads a document line by line."""

    def __init__(self, depth: int, *, keeps_undecodable: bool = False) -> None:
        """Read the elements at a depth.

        Args:
            depth: how many elements are around one that is a part.
            keeps_undecodable: whether a part with bytes that are no UTF-8 is yielded all the same, with
                `UNREAD` in their places and the line in `Part.undecodable`.
        """
        self._keeps_undecodable = keeps_undecodable
        self._wanted = depth
        self._open: list[Part] = []
        self._around = 0
        self._ready: list[Part | NotUnderstood] = []
        self._size = 0
        self._undecodable = 0
        self._blank = 0
        """Blank lines before the document, which XML does not allow and a paste may bring."""
        self._parser = expat.ParserCreate(encoding="utf-8", namespace_separator=" ")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text
        self._parser.EntityDeclHandler = self._entity

    def of(self, lines: Iterable[str]) -> Iterator[Part | NotUnderstood]:
        """Yield the parts, and a report by line where the document is broken; raises nothing."""
        rest = iter(lines)
        try:
            for number, line in enumerate(rest, 1):
                self._feed(number, line.rstrip("\r\n"))
                yield from self._taken()
            self._parser.Parse(b"", True)
            yield from self._taken()
        except expat.ExpatError as error:
            yield from self._taken()
            yield not_understood(error.lineno + self._blank, _problem(error, last=next(rest, None) is None))
        except _Refused as refused:
            yield from self._taken()
            yield not_understood(self._line, f"{refused}; the rest is left out")

    @property
    def _line(self) -> int:
        return self._parser.CurrentLineNumber + self._blank

    def _feed(self, number: int, line: str) -> None:
        if self._blank == number - 1:
            line = line.lstrip("\ufeff \t")
            if not line:
                self._blank = number
                return
        if not line.isascii() or not line.isprintable():
            if undecodable(line):
                self._undecodable = number
            # What XML forbids is a common slip of exporters, and no reason to give the document up.
            line = NOT_IN_XML.sub(UNREAD if self._undecodable == number else "", line)
        for start in range(0, len(line) or 1, _PIECE):
            self._parser.Parse(line[start : start + _PIECE].encode(), False)
        self._parser.Parse(b"\n", False)

    def _taken(self) -> list[Part | NotUnderstood]:
        ready, self._ready = self._ready, []
        return ready

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if self._around < self._wanted:
            self._around += 1
            return
        if len(self._open) >= MAX_DEPTH:
            raise _Refused(f"elements within each other more than {MAX_DEPTH} deep")
        if not self._open:
            self._size = 0
        plain = {key.rpartition(" ")[2]: value for key, value in attributes.items()}
        self._size += 64 + sum(map(len, plain.values()))
        self._open.append(Part(name.rpartition(" ")[2], self._line, plain))

    def _end(self, name: str) -> None:
        if not self._open:
            self._around -= 1
            return
        part = self._open.pop()
        if self._open:
            if self._size <= MAX_PART_CHARACTERS:
                self._open[-1].children.append(part)
                self._open[-1].pieces.append(part.text)
            return
        if self._size > MAX_PART_CHARACTERS:
            reason = f"an entry of more than {MAX_PART_CHARACTERS >> 20} MB"
            self._ready.append(not_understood(part.line, reason))
        elif part.line <= self._undecodable <= self._line and self._keeps_undecodable:
            part.undecodable = self._undecodable
            self._ready.append(part)
        elif part.line <= self._undecodable <= self._line:
            self._ready.append(not_understood(self._undecodable, NOT_UTF8, part.text[:400]))
        else:
            self._ready.append(part)

    def _text(self, text: str) -> None:
        if self._open:
            self._size += len(text)
            if self._size <= MAX_PART_CHARACTERS:
                self._open[-1].pieces.append(text)

    def _entity(self, *declared: object) -> None:
        raise _Refused(f"it declares the entity {declared[0]!s}, which radar does not follow")


def _problem(error: expat.ExpatError, *, last: bool) -> str:
    """Return what is wrong.

    Args:
        last: whether the document ends with the line that is broken.
    """
    said = expat.ErrorString(error.code)
    if last and said in _CUT:
        return "the document is not closed: the text may be cut"
    return f"not well-formed XML ({said}); the rest is left out"
