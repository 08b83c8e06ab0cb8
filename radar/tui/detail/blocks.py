"""The blocks a detail is made of, and how they fall into lines."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from radar.papers.bases import Value
from radar.tui.lines.wrapping import wrap

_ROOMY = 64
"""From this width on, what has no label stands in the column beside the labels."""
_NARROW_INDENT = 2


class Role(StrEnum):
    """What a piece of text is; the screen gives each a look that does not hang on colour alone."""

    TEXT = "text"
    TITLE = "title"
    QUIET = "quiet"
    LABEL = "label"
    TAKEAWAY = "takeaway"
    STRONG = "strong"
    WARNING = "warning"
    OPINION = "opinion"
    """What a model thinks: no fact of the paper."""
    LINK = "link"
    EVIDENCE = "evidence"
    """Words that the rules found."""
    POINTED = "pointed"
    """A sentence that only a model points at."""
    FOUND = "found"


class Mark(Value):
    """A span of a block's text that looks, or acts, differently."""

    start: int
    end: int
    role: Role
    evidence: int = -1
    """Number of the evidence it shows; negative for none."""
    target: str = ""
    """The link that a click opens, or the name of an action of the detail."""


class Block(Value):
    """A paragraph, with an optional label in the column before it."""

    text: str
    marks: tuple[Mark, ...] = ()
    role: Role = Role.TEXT
    label: str = ""
    label_role: Role = Role.LABEL
    indent: int = 0
    """Cells before every line; the label stands in those of the first."""
    origin: bool = False
    """Whether it is a text of the paper itself, so that walking along evidence leads here."""


class Line(Value):
    """One line on screen: a piece of a block's text."""

    block: Block
    start: int
    end: int
    first: bool
    cells: int
    """Cells before the text."""

    @property
    def text(self) -> str:
        """The piece of the block's text, without label and indent."""
        return self.block.text[self.start : self.end]

    @property
    def indent(self) -> str:
        """What stands before the text: the label or blanks."""
        label = self.block.label if self.first else ""
        return label.ljust(self.cells)

    @property
    def plain(self) -> str:
        """The whole line as text."""
        return self.indent + self.text

    def shows(self, evidence: int) -> bool:
        """Return whether words of this evidence stand on this line."""
        return any(
            mark.evidence == evidence and mark.start < self.end and mark.end > self.start
            for mark in self.block.marks
        )

    def target_at(self, index: int) -> str:
        """Return the link or action under the character `index` of the block's text, or an empty string."""
        for mark in self.block.marks:
            if mark.target and mark.start <= index < mark.end:
                return mark.target
        return ""


def lay_out(blocks: Iterable[Block], width: int) -> tuple[Line, ...]:
    """Break blocks into lines of at most `width` cells."""
    lines: list[Line] = []
    for block in blocks:
        indent = block.indent if block.label or width >= _ROOMY else min(block.indent, _NARROW_INDENT)
        room = max(8, width - indent)
        first_room = max(1, width - len(block.label.ljust(indent)))
        spans = wrap(block.text, room, first_room)
        lines.extend(Line(block, start, end, not number, indent) for number, (start, end) in enumerate(spans))
    return tuple(lines)


class Writer:
    """Puts a block's text together piece by piece and remembers where the pieces stand."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._marks: list[Mark] = []
        self._length = 0

    def add(self, text: str, role: Role = Role.TEXT, *, evidence: int = -1, target: str = "") -> Writer:
        """Append a piece; a plain one leaves no mark."""
        start = self._length
        self._pieces.append(text)
        self._length += len(text)
        if text and (role is not Role.TEXT or evidence >= 0 or target):
            self._marks.append(Mark(start, self._length, role, evidence, target))
        return self

    def mark(self, marks: Iterable[Mark], offset: int) -> Writer:
        """Add marks that were made for a piece which begins at `offset`."""
        self._marks.extend(
            Mark(mark.start + offset, mark.end + offset, mark.role, mark.evidence, mark.target)
            for mark in marks
        )
        return self

    @property
    def length(self) -> int:
        """How many characters were added so far."""
        return self._length

    def block(
        self,
        *,
        label: str = "",
        indent: int = 0,
        role: Role = Role.TEXT,
        label_role: Role = Role.LABEL,
        origin: bool = False,
    ) -> Block:
        """Return what was added as one block."""
        return Block("".join(self._pieces), tuple(self._marks), role, label, label_role, indent, origin)
