"""The whole detail of a paper, top to bottom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from radar.papers.bases import Value
from radar.papers.reader.query import PaperEntry
from radar.papers.search.nodes import Column, Words
from radar.papers.summaries.evidence import TextField
from radar.papers.text.safe_text import clean
from radar.tui.detail.blocks import Block, Role
from radar.tui.detail.evidence import EvidenceBook
from radar.tui.detail.flags import flags
from radar.tui.detail.found import found_marks
from radar.tui.detail.head import LABEL_WIDTH, head
from radar.tui.detail.readable import link_marks
from radar.tui.detail.takeaway import takeaway
from radar.tui.detail.typography import UNICODE, Typography
from radar.tui.detail.updates import changes, origins, site_summary

_COLUMNS = {TextField.ABSTRACT: Column.ABSTRACT, TextField.COMMENT: Column.COMMENT}


class Detail(Value):
    """What is shown of one paper."""

    blocks: tuple[Block, ...]
    evidence: int
    """How many spans of evidence there are to walk through."""


def detail_of(
    entry: PaperEntry,
    words: Sequence[Words] = (),
    signs: Typography = UNICODE,
    all_people: bool = False,
) -> Detail:
    """Return the detail of a paper.

    Args:
        entry: what the library holds of it.
        words: what was searched for.
        signs: the signs between words.
        all_people: whether a long list of authors is shown whole.
    """
    book = EvidenceBook(entry.paper)
    # First, so that evidence is numbered in the order of its quotations, and the title is marked too.
    flag_blocks = tuple(flags(entry, book, signs))
    blocks = (
        *head(entry, book, words, signs, all_people),
        Block(""),
        *changes(entry, signs),
        *_closeness(entry),
        *takeaway(entry, words, signs),
        *site_summary(entry),
        Block(""),
        *flag_blocks,
        *_texts(entry, book, words),
        *origins(entry),
    )
    return Detail(blocks, len(book))


def _closeness(entry: PaperEntry) -> Iterator[Block]:
    if entry.closeness is not None:
        text = f"because of: {', '.join(clean(words) for words in entry.closeness.because)}"
        yield Block(text, label="CLOSE", indent=LABEL_WIDTH)
        yield Block("")


def _texts(entry: PaperEntry, book: EvidenceBook, words: Sequence[Words]) -> Iterator[Block]:
    yield Block("")
    abstract = book.texts[TextField.ABSTRACT].text
    if abstract:
        yield _text(book, TextField.ABSTRACT, words)
    else:
        yield Block("No abstract was listed.", role=Role.QUIET)
    if entry.paper.comment:
        yield Block("")
        yield _text(book, TextField.COMMENT, words, label="COMMENT", indent=LABEL_WIDTH)
    if entry.tags:
        yield Block("")
        yield Block("  ".join(entry.tags), label="TAGS", indent=LABEL_WIDTH)
    if entry.note:
        yield Block("")
        yield Block(entry.note, found_marks(entry.note, words, Column.NOTE), label="NOTE", indent=LABEL_WIDTH)


def _text(
    book: EvidenceBook, field: TextField, words: Sequence[Words], label: str = "", indent: int = 0
) -> Block:
    text = book.texts[field].text
    marks = (*link_marks(text), *book.marks(field), *found_marks(text, words, _COLUMNS[field]))
    return Block(text, marks, label=label, indent=indent, origin=True)
