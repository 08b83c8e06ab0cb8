"""Turning a line of the detail into pieces that each have one look."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from radar.tui.detail.blocks import Line, Mark, Role

CURRENT = "current"
"""Look of the evidence that the reader is at, on top of the look of evidence."""
_ON_TOP = (Role.POINTED, Role.EVIDENCE, Role.FOUND)


def pieces(line: Line, current: int) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the pieces of a line with the names of their looks, from the ground up."""
    if line.indent:
        yield line.indent, (line.block.label_role,)
    marks = [mark for mark in line.block.marks if mark.start < line.end and mark.end > line.start]
    edges = {line.start, line.end}
    for mark in marks:
        edges.update((max(mark.start, line.start), min(mark.end, line.end)))
    for start, end in pairwise(sorted(edges)):
        here = [mark for mark in marks if mark.start <= start and mark.end >= end]
        # A no-break space has done its work now that the text is folded.
        yield line.block.text[start:end].replace("\xa0", " "), (line.block.role, *_looks(here, current))


def _looks(marks: list[Mark], current: int) -> Iterator[str]:
    marks.sort(key=_height)
    for mark in marks:
        yield mark.role
    if current >= 0 and any(mark.evidence == current for mark in marks):
        yield CURRENT


def _height(mark: Mark) -> int:
    return _ON_TOP.index(mark.role) + 1 if mark.role in _ON_TOP else 0
