"""Words of a paper as quotations in the detail, each numbered with the evidence it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from radar.papers.summaries.evidence import Evidence, TextField
from radar.tui.detail.blocks import Block, Role, Writer
from radar.tui.detail.evidence import EvidenceBook
from radar.tui.detail.head import LABEL_WIDTH
from radar.tui.detail.typography import Typography

_QUOTED = 200
"""Characters of a quotation at most."""


def quotes(
    spans: Iterable[Evidence], book: EvidenceBook, signs: Typography, *, by_model: bool = False
) -> Iterator[Block]:
    """Yield a line for each span; a link in a field of the listing is shown elsewhere, and only numbered."""
    for span in spans:
        number = book.number(span, by_model=by_model)
        words = quotation(span, book, signs)
        if words and span.field is not TextField.METADATA:
            yield Writer().add(words, Role.TEXT, evidence=number).block(indent=LABEL_WIDTH)


def quotation(span: Evidence, book: EvidenceBook, signs: Typography) -> str:
    """Return the words of a span between quotation marks; empty where it lies outside its text."""
    words = book.quote(span)
    if len(words) > _QUOTED:
        # They stand in full in the text below.
        words = words[:_QUOTED].rpartition(" ")[0] + signs.ellipsis
    return f"{signs.open_quote}{words}{signs.close_quote}" if words else ""
