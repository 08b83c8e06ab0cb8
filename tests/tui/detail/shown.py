"""What the detail of an invented paper reads like."""

from __future__ import annotations

from collections.abc import Sequence

from radar.papers.query import PaperEntry
from radar.tui.detail.blocks import Block, Role, lay_out
from radar.tui.detail.text import detail_of


def text_of(shown: PaperEntry, words: Sequence[str] = (), width: int = 78, all_people: bool = False) -> str:
    """Return the whole detail as text."""
    blocks = detail_of(shown, words, all_people=all_people).blocks
    return "\n".join(line.plain.replace("\u00a0", " ") for line in lay_out(blocks, width))


def block_with(shown: PaperEntry, words: str, search: Sequence[str] = ()) -> Block:
    """Return the first block that has these words."""
    return next(block for block in detail_of(shown, search).blocks if words in block.text)


def marked(block: Block, role: Role) -> list[str]:
    """Return the pieces of a block that are marked so."""
    return [block.text[mark.start : mark.end] for mark in block.marks if mark.role is role]
