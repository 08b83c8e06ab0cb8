"""What a format and a source promise, and which format a text is in."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Iterable, Iterator, Sequence
from datetime import date
from typing import Protocol, TypeAlias

from radar.errors import ListingError
from radar.papers.listed.identity import are_ids
from radar.papers.listed.listing import FieldsLeftOut, ListingPage, NotUnderstood
from radar.papers.listed.paper import Paper
from radar.papers.reader.own_marks import OwnMarks
from radar.papers.text.safe_text import clean

Parsed: TypeAlias = Paper | NotUnderstood
"""What a parser yields: a paper, or a line it could not use."""

FileParsed: TypeAlias = Parsed | OwnMarks | FieldsLeftOut
"""What the parser of a file yields: marks before their paper, and fields that were left out as they come."""

SHOWN_CHARACTERS = 80
"""How much of a line a report quotes."""

_QUOTED_PART = 400
ESCAPED_BYTES = re.compile("[\udc80-\udcff]")
_WEB_PAGE = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_MARKUP = re.compile(r"<(?:\?xml|feed|rss|svg|!DOCTYPE)\b", re.IGNORECASE)
_OWN = re.compile(
    r"# Papers\r?\n\r?\n- \*\*|(?:# )?Radar digest, \w+ \d|"
    r"\S+:\S+  (?:\d{4}(?:-\d\d){0,2}|undated)  [a-z,-]+  \S"
)
"""How an export as Markdown, a digest and a list begin."""
_LINK_ITEM = re.compile(
    r"\s*(?:[-*+]|\d{1,3}[.)])\s.*?(?:arxiv\.org/(?:abs|pdf)/|huggingface\.co/papers/\d|doi\.org/10\.|"
    r"aclanthology\.org/|openreview\.net/(?:forum|pdf))",
    re.IGNORECASE,
)
_MOST = 0.6
_LINES_OF_A_TABLE = 2
_TITLE_COLUMN = re.compile(r'"?title"?\s*[,;\t]|[^.]{1,200}[,;\t]\s*"?title"?\s*(?:[,;\t]|$)', re.IGNORECASE)
_COLUMNS_NEEDED = (
    "Its first line must name the columns in English: title, and two or more of authors, abstract, year, "
    "doi, url"
)
_SAVE_AS_TEXT = "Copy the text of the page into a file, or name the site as a source: hf:daily, arxiv:cs.CL"


class Format(Protocol):
    """A way to write papers down in a file."""

    name: str
    """For people: "JSON lines"."""

    def recognises(self, head: str) -> bool:
        """Return whether a text that begins like this is in this format.

        Args:
            head: the beginning of the text, at most 64 kB of it.
        """

    def parse(self, lines: Iterable[str]) -> Iterator[FileParsed]:
        """Yield the papers, and what was left out and why; raises nothing, whatever the lines hold.

        Args:
            lines: the lines of the file with or without their line ends; bytes that are not UTF-8 are
                escaped as lone surrogates (`surrogateescape`), so that numbers of lines stay right.
        """


class Source(Protocol):
    """A site that lists papers; fetching and parsing are apart, so that a stored page can be read again."""

    name: str
    """As the reader writes it: "hf:daily", "arxiv:cs.CL"."""

    label: str
    """For people: "Hugging Face daily papers"."""

    goes_back: bool
    """Whether it can be asked for what was listed since a day."""

    def pages(self, since: date | None = None, resume: str = "") -> AsyncIterator[ListingPage]:
        """Fetch the pages of the listing, each with what to resume from after it.

        Args:
            since: asks for everything listed on that day or later; None for what is new, the newest first.
            resume: what the last page that was kept says to go on from; empty for the beginning.

        Raises:
            ListingError: the site answered, but not with a listing; or it cannot go back.
            NetworkError: the site could not be reached.
        """

    def parse(self, page: ListingPage) -> Iterator[Parsed]:
        """Yield the papers of a page; raises nothing, whatever the text of the page holds."""


def recognise(head: str, formats: Sequence[Format]) -> Format:
    """Return the format of a text by its beginning.

    Raises:
        ListingError: it is in none of them; the message says what it is and the hint what radar reads.
    """
    if _OWN.match(head):
        # As the text of a page each of its lines would be taken for a title or an abstract.
        raise ListingError(
            "this is what radar wrote for people to read",
            "What radar export --format jsonl writes is what radar import reads again",
        )
    for format in formats:
        if format.recognises(head):
            return format
    raise _unknown(head, formats)


def not_understood(line: int, reason: str, text: str = "", *, field: bool = False) -> NotUnderstood:
    """Return the report of a line that was left out.

    Args:
        line: its number, counted from 1.
        reason: why, without a full stop.
        text: the line, of which the clean beginning is kept.
        field: whether no more than a field was left out, of the paper that is yielded next.
    """
    shown = clean(text[:_QUOTED_PART])[:SHOWN_CHARACTERS].rstrip()
    return NotUnderstood(line, clean(reason), shown, field)


def is_web_page(text: str) -> bool:
    """Return whether a text begins as the source of a web page does."""
    start = text[:1000].lstrip("\ufeff \t\r\n")
    return bool(_WEB_PAGE.match(start) or (_MARKUP.match(start) and _WEB_PAGE.search(start)))


def is_link_list(text: str) -> bool:
    """Return whether a text is a Markdown list that points at papers, as reading lists do.

    Such an item has a title at best; beside the heading, it would be taken for the abstract of a paper.
    """
    lines = [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    items = sum(_LINK_ITEM.match(line) is not None for line in lines)
    return items > 0 and items >= _MOST * len(lines)


def undecodable(text: str) -> bool:
    """Return whether the text holds bytes that were not UTF-8."""
    return not text.isascii() and ESCAPED_BYTES.search(text) is not None


NOT_UTF8 = "not UTF-8 text; convert the file, for instance by iconv -f latin1 -t utf-8"
"""Reason for a line that holds such bytes."""


def not_utf8(field: str) -> str:
    """Return the reason for a field that holds such bytes, and is left out of its paper."""
    return f"{field} is left out: {NOT_UTF8}"


def _unknown(head: str, formats: Sequence[Format]) -> ListingError:
    start = head.lstrip("\ufeff \t\r\n")[:1000]
    known = f"radar reads {', '.join(format.name for format in formats)}"
    if not start:
        return ListingError("there is nothing in it", known)
    if is_web_page(start):
        return ListingError("this is the source of a web page (HTML)", f"{known}. {_SAVE_AS_TEXT}")
    if _MARKUP.match(start):
        return ListingError("this is XML", f"{known}. {_SAVE_AS_TEXT}")
    if are_ids(start.rpartition("\n")[0] or start):
        # Their end may be cut.
        return ListingError(
            "these are ids or links of papers, and no listing", "radar add - < FILE adds them"
        )
    if is_link_list(start):
        return ListingError("this is a list of links to papers", "radar add brings papers by id, link or DOI")
    if _is_table(start):
        return ListingError("this looks like a table whose columns radar cannot tell", _COLUMNS_NEEDED)
    return ListingError("this is in no format that radar knows", known)


def _is_table(start: str) -> bool:
    """Return whether the first lines have the same number of cells, three or more, or one is called title."""
    lines = [line for line in start.splitlines() if line.strip()][:_LINES_OF_A_TABLE]
    if lines and _TITLE_COLUMN.match(lines[0]):
        return True
    cells = ({line.count(separator) for line in lines} for separator in ",;\t")
    return len(lines) > 1 and any(len(counts) == 1 and counts.pop() > 1 for counts in cells)
