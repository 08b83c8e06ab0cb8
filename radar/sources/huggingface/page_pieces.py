"""The lines of a copied Hugging Face page as pieces: texts, dates, counts, links, furniture of the page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import Enum

from radar.papers.bases import Value, replace
from radar.papers.text.safe_text import clean


class PieceKind(Enum):
    """What a piece of a page is."""

    BLANK = "blank"
    FURNITURE = "furniture"
    """Banners, menus, captions of buttons."""
    COUNT = "count"
    """Votes or comments, or the dash that stands for none."""
    DATE = "date"
    AUTHOR_COUNT = "author count"
    """"9 authors": the page does not name them."""
    AUTHORS = "authors"
    """Names with a label: "Authors: ..."."""
    MARK = "mark"
    """The dot between an institution and a date."""
    LINK = "link"
    TEXT = "text"


class Piece(Value):
    """A line of a page, or several that one link holds together."""

    line: int
    kind: PieceKind
    text: str = ""
    links: tuple[str, ...] = ()
    heading: bool = False
    sealed: bool = False
    """A heading or a link encloses the text, so that it neither goes on nor begins elsewhere."""
    wrapped: int = 1
    """How many wrapped lines were put together to it."""


BANNER = re.compile(r"get trending papers in your email inbox", re.IGNORECASE)

_MAX_GROUP_LINES = 200
_SHORT = 200
_IMAGE = re.compile(r"!\[[^\]]{0,500}\](?:\([^)\s]{0,2000}\)|\[\d{1,6}\])?")
_LINK = re.compile(r"\[([^\[\]]*)\](?:\((\S{0,2000}?)\)|\[\d{1,6}\])")
_TARGET = re.compile(r"(?:\((\S{1,2000})\)|\[\d{1,6}\])")
_LINK_END = re.compile(r"\](?:\(\S{1,2000}?\)|\[\d{1,6}\])")
_HEADING = re.compile(r"\A#{1,6}\s+")
_BULLET = re.compile(r"\A[-*•]\s+(?=\S)")
_BOLD = re.compile(r"\*\*(.+)\*\*|__(.+)__")
_HARD_BREAK = re.compile(r"\\{1,4}(?=\s\s|\s?$)")
_URL = re.compile(r"https?://\S+")
_ONLY_URLS = re.compile(r"https?://\S+(?:\s+https?://\S+)*")
_PEOPLE_LINK = re.compile(r"https://huggingface\.co/(?!papers\b)[\w.-]+/?")
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DATE = re.compile(
    r"[(\[]?(?:(?:published|submitted|posted|listed|date)(?:\s+on)?:?\s+)?"
    rf"(?P<date>{_MONTH} \d{{1,2}}(?:, \d{{4}})?|\d{{1,2}} {_MONTH} \d{{4}}|\d{{4}}-\d{{2}}-\d{{2}})"
    r"[)\]]?(?:\s+[\d.,]+k?)?",
    re.IGNORECASE,
)
_AGO = re.compile(
    r"(?:about |over |almost )?(?:an?|\d+) (?:minute|hour|day|week|month|year)s? ago|yesterday", re.I
)
_COUNT = re.compile(
    r"[-–—]|\[?\s*-\s*\]?\s*\d*|[(\[+]?[\d.,]+\s?[kKmM]?[)\]]?\s*[▲△⬆↑👍♥❤⭐★☆💬]?\ufe0f?"
    r"|[▲△⬆↑👍♥❤⭐★☆💬]\ufe0f?\s*[\d.,]+\s?[kK]?"
    r"|[\d.,]+\s?[kK]?\s+(?:up)?(?:votes?|likes?|comments?|points?|stars?)"
    r"|(?:up)?(?:votes?|likes?|comments?|points?|stars?):?\s*[\d.,]+\s?[kK]?",
    re.IGNORECASE,
)
_AUTHOR_COUNT = re.compile(r"[·•\-*\s]*\d+\s+authors?[·\s]*", re.IGNORECASE)
_MARKS = re.compile(r"[·•|\[\]*\s]+")
_DOT = re.compile(r"(?:^|\s+)[·•|–—-]\s+")
_FACTS = (PieceKind.DATE, PieceKind.AUTHOR_COUNT, PieceKind.COUNT)
_LABELLED_LINK = re.compile(
    r"(?:(?:github|arxiv page|arxiv|paper|pdf|html|code|project page|view pdf)\s*[\d.,]*k?\s*)+",
    re.IGNORECASE,
)
_ARXIV = re.compile(r"arxiv:\s*\S+(?:\s+\[[\w.-]+\])?", re.IGNORECASE)
_LOWER_CASE = ("new", "by", "and the research community", "by AK and the research community")
_NO_BRACKETS = str.maketrans("", "", "[]")
_FURNITURE = frozenset(
    """new|subscribe|daily papers|trending papers|daily|weekly|monthly|upvote|hugging face|hugging face's logo
|hugging face's logo hugging face|models|datasets|spaces|buckets|buckets new|docs|enterprise|pricing|website
|tasks|huggingchat|collections|languages|organizations|community|blog|posts|learn|discord|forum|github|solutions
|team & enterprise|hugging face pro|enterprise support|inference providers|inference endpoints|storage buckets
|log in|sign up|papers|search|previous|next|by|ak|and the research community|by ak and the research community
|trending|submitted by|view all|show more|load more|company|about|careers|press|terms of service|privacy|jobs
|tos|arxiv|arxiv page|view arxiv page|view pdf|add to collection|bookmark|share|login|paper page""".replace(
        "\n", ""
    ).split("|")
)


def pieces(lines: Iterable[str]) -> Iterator[Piece]:
    """Yield the pieces of a page in order."""
    waiting: list[tuple[int, str]] = []
    for number, line in enumerate(lines, 1):
        waiting.append((number, line.strip()))
        while waiting and (taken := _first_group(waiting, ended=False)):
            yield from _parted(_piece(*_joined(waiting[:taken])))
            del waiting[:taken]
    while waiting:
        taken = _first_group(waiting, ended=True)
        yield from _parted(_piece(*_joined(waiting[:taken])))
        del waiting[:taken]


def _first_group(lines: list[tuple[int, str]], ended: bool) -> int:
    """Return how many lines the first piece takes, 0 where that cannot be told yet."""
    first = lines[0][1]
    opened = _HEADING.sub("", first, count=1)
    if not opened.startswith("[") or opened.count("[") <= opened.count("]"):
        return 1
    last = lines[-1][1]
    if len(lines) > 1:
        if _LINK_END.search(last):
            return len(lines)
        if _HEADING.match(last) or BANNER.search(last) or len(lines) > _MAX_GROUP_LINES:
            return 1
    return 1 if ended else 0


def _joined(lines: list[tuple[int, str]]) -> tuple[int, str]:
    if len(lines) == 1:
        return lines[0]
    texts = (_HARD_BREAK.sub("", line) for _, line in lines)
    return lines[0][0], " ".join(text for text in texts if text)


def _piece(line: int, raw: str) -> Piece:
    if not raw:
        return Piece(line, PieceKind.BLANK)
    heading = _HEADING.match(raw)
    text = _IMAGE.sub("", raw[heading.end() :] if heading else raw).strip()
    text = _BULLET.sub("", text, count=1)
    if bold := _BOLD.fullmatch(text):
        text = bold[1] or bold[2]
    linked = _whole_link(text)
    text, links = linked or _without_short_links(text)
    enclosed = bool(heading or linked)
    if enclosed:
        text = _HARD_BREAK.sub("", text)
    piece = Piece(line, PieceKind.TEXT, " ".join(text.split()), links, bool(heading), enclosed)
    return replace(piece, kind=_kind(piece))


def _whole_link(text: str) -> tuple[str, tuple[str, ...]] | None:
    """Return text and target of a line that is one link from end to end."""
    end = max(text.rfind("]("), text.rfind("]["))
    target = _TARGET.fullmatch(text, end + 1) if end > 0 and text.startswith("[") else None
    if target is None or _LINK_END.search(text, 0, end):
        return None
    return text[1:end], (target[1],) if target[1] else ()


def _parted(piece: Piece) -> Iterator[Piece]:
    """Part a short line such as "Institute · 12 votes · May 3, 2024" at its dots, if any part is no text."""
    if len(piece.text) > _SHORT or piece.heading or not _DOT.search(piece.text):
        yield piece
        return
    parts = [part for part in _DOT.split(piece.text) if part] or [piece.text]
    kinds = [_kind(replace(piece, text=part, links=())) for part in parts]
    # A number behind a dash may belong to a sentence that is wrapped there; a date does not.
    facts = _FACTS if kinds[0] is not PieceKind.TEXT else _FACTS[:2]
    if PieceKind.TEXT in kinds[1:] or not any(kind in facts for kind in kinds):
        yield piece
        return
    for place, (part, kind) in enumerate(zip(parts, kinds, strict=True)):
        if place:
            yield Piece(piece.line, PieceKind.MARK, "·", sealed=True)
        yield replace(piece, kind=kind, text=part, links=() if place else piece.links, sealed=True)


def _without_short_links(text: str) -> tuple[str, tuple[str, ...]]:
    """Take the links out of a short line; a long one is an abstract, which keeps its own."""
    if len(text) > 10 * _SHORT:
        return text, ()
    plain = _LINK.sub(r" \1 ", text)
    if len(plain) > _SHORT:
        return text, ()
    links = tuple(found[2] for found in _LINK.finditer(text) if found[2])
    return (
        (plain, links)
        if plain != text
        else (text, tuple(_URL.findall(text)) if _ONLY_URLS.fullmatch(text) else ())
    )


def _kind(piece: Piece) -> PieceKind:
    text = clean(piece.text)
    if not text or _MARKS.fullmatch(text):
        return PieceKind.LINK if piece.links else PieceKind.MARK if "·" in text else PieceKind.FURNITURE
    if len(text) > _SHORT and not _ONLY_URLS.fullmatch(text):
        return PieceKind.TEXT
    if _is_furniture(text, piece):
        return PieceKind.FURNITURE
    if _ONLY_URLS.fullmatch(text) or _ARXIV.fullmatch(text):
        return PieceKind.LINK
    if piece.links and _LABELLED_LINK.fullmatch(text):
        return PieceKind.LINK
    if _COUNT.fullmatch(text):
        return PieceKind.COUNT
    if _DATE.fullmatch(text):
        return PieceKind.DATE
    return PieceKind.AUTHOR_COUNT if _AUTHOR_COUNT.fullmatch(text) else PieceKind.TEXT


def _is_furniture(text: str, piece: Piece) -> bool:
    if BANNER.match(text) or _AGO.fullmatch(text):
        return True
    if piece.links and all(_PEOPLE_LINK.fullmatch(link) for link in piece.links) and not piece.heading:
        return not _DATE.fullmatch(text)
    caption = text.translate(_NO_BRACKETS).strip("*·: ")
    # Captions begin with a capital; "models" on a line of its own is the end of a sentence.
    known = caption.lower() in _FURNITURE and (not caption[:1].islower() or caption in _LOWER_CASE)
    return known or (piece.heading and text.lower().startswith("by ak"))


def date_in(text: str) -> str:
    """Return the date of a DATE piece as it is written."""
    found = _DATE.fullmatch(clean(text))
    return found["date"] if found else ""
