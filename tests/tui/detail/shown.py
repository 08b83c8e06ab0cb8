"""What the detail of an invented paper reads like."""

from __future__ import annotations

from datetime import date

from radar.papers.reader.query import PaperEntry
from radar.papers.search.nodes import Words
from radar.papers.search.parsing import parse
from radar.tui.detail.blocks import Block, Role, lay_out
from radar.tui.detail.text import detail_of


def sought(typed: str) -> tuple[Words, ...]:
    """Return what a search looks for."""
    return parse(typed, date(2026, 11, 23)).sought


def text_of(shown: PaperEntry, typed: str = "", width: int = 78, all_people: bool = False) -> str:
    """Return the whole detail as text."""
    blocks = detail_of(shown, sought(typed), all_people=all_people).blocks
    return "\n".join(line.plain.replace("\u00a0", " ") for line in lay_out(blocks, width))


def block_with(shown: PaperEntry, words: str, typed: str = "") -> Block:
    """Return the first block that has these words."""
    return next(block for block in detail_of(shown, sought(typed)).blocks if words in block.text)


def marked(block: Block, role: Role) -> list[str]:
    """Return the pieces of a block that are marked so."""
    return [block.text[mark.start : mark.end] for mark in block.marks if mark.role is role]
