"""The text of a Hugging Face Papers page, as it is copied from a browser or saved by a tool."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from radar.papers.listed.paper import Paper
from radar.sources.huggingface.page_cards import Cards
from radar.sources.huggingface.page_pieces import BANNER, pieces
from radar.sources.huggingface.page_texts import whole_texts
from radar.sources.source import Parsed, is_link_list

_SURE = re.compile(r"huggingface\.co/papers/\d{4}\.\d{4,5}")
_BANNER_LINE = re.compile(rf"^\s*{BANNER.pattern}", re.MULTILINE | re.IGNORECASE)
_OTHER_TEXT = re.compile(r"^(?:```|[{<]|@\w+\{|\|.*\|$)", re.MULTILINE)
_HEADING = re.compile(r"^#{1,6} \S", re.MULTILINE)
_LABELS = re.compile(r"^[\s#>*_-]*(?:abstract|authors?)\b[*_]*\s*(?::|$)", re.MULTILINE | re.IGNORECASE)


def _tell_of_papers(papers: Sequence[Paper], head: str) -> bool:
    """Whether Markdown lists papers: a heading and a text below it make a section of any document."""
    known = sum(not paper.id.startswith("title:") or bool(paper.authors) for paper in papers)
    return 2 * known >= len(papers) or len(_LABELS.findall(head)) >= len(papers)


class ListingText:
    """A title on a line and its abstract after it, with or without votes, authors, dates and links."""

    name = "Hugging Face listing"

    def recognises(self, head: str) -> bool:
        """Return whether the text has a banner or links of that site, or reads like titles and abstracts."""
        if _BANNER_LINE.search(head):
            return True
        if is_link_list(head):
            return False
        lines = head.splitlines()
        found = list(self.parse(lines[:-1] if len(lines) > 2 else lines))
        papers = [item for item in found if isinstance(item, Paper)]
        if not papers or _OTHER_TEXT.search(head):
            return False
        if _HEADING.search(head) and not _tell_of_papers(papers, head):
            return False
        return bool(_SURE.search(head)) or 2 * len(papers) >= len(found)

    def parse(self, lines: Iterable[str]) -> Iterator[Parsed]:
        """Yield the papers, and each text that is part of none with the number of its line."""
        return Cards().of(whole_texts(pieces(lines)))
