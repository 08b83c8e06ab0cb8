"""A digest as plain text for mail and terminals: lines of at most 72 columns, links on lines of their own."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from radar.pipeline.digest import wording
from radar.pipeline.digest.contents import Digest
from radar.pipeline.digest.wording import Fact, Told

WIDTH = 72
"""Columns of a line; only a link may be longer, for one that is broken leads nowhere."""
_INDENT = "    "


def render(digest: Digest) -> str:
    """Return the digest as text that ends with a line break; a paper is a few lines behind its number."""
    return "\n".join(_lines(digest)) + "\n"


def _lines(digest: Digest) -> Iterator[str]:
    title = wording.headline(digest)
    yield from (title, "=" * len(title))
    yield from _wrapped(wording.counted(digest))
    if digest.total:
        yield from _wrapped(digest.order_line)
    number = 0
    for section in digest.sections:
        heading = wording.heading(section, digest)
        yield from _heading(f"{heading} ({section.total:,})" if heading else "")
        for paper in section.papers:
            number += 1
            yield from ("", *_paper(wording.told(paper), f"{number}."))
        yield from _more(wording.more(section.more, digest))
    if digest.updated:
        yield from _heading(f"{wording.UPDATED} ({digest.updated_total:,})")
        for update in digest.updated:
            yield from ("", *_paper(wording.told_update(update), "*"))
        yield from _more(wording.more(digest.updated_total - len(digest.updated), digest))
    if digest.failing:
        yield from _heading("Sources that failed")
        for state in digest.failing:
            yield from ("", *_wrapped(wording.source_line(state)))


def _heading(text: str) -> Iterator[str]:
    if text:
        yield ""
        lines = _wrapped(text)
        yield from lines
        yield "-" * max(map(columns, lines))


def _paper(paper: Told, sign: str) -> Iterator[str]:
    first, *rest = _wrapped(paper.title, WIDTH - len(_INDENT))
    yield f"{sign:<4}{first}" if len(sign) < len(_INDENT) else f"{sign} {first}"
    yield from (_INDENT + line for line in rest)
    yield from _indented(paper.byline)
    for line, _ in paper.changes:
        yield from _indented(f"Updated: {line}")
    yield from _indented(f"{paper.takeaway} [{paper.origin}]" if paper.origin else paper.takeaway)
    for fact in paper.facts:
        yield from _fact(fact)
    if paper.because:
        yield from _indented(f"Because of: {paper.because}")
    if paper.also:
        yield from _indented(f"Also in: {paper.also}")
    if paper.link:
        yield _INDENT + paper.link.url


def _fact(fact: Fact) -> Iterator[str]:
    by = f" ({fact.by})" if fact.by else ""
    quote = f": “{fact.quote}”" if fact.quote else ""
    yield from _indented(f"{fact.label}: {fact.value}{by}{quote}")
    if fact.link:
        yield f"{_INDENT}  {fact.link.url}"
    for note in fact.notes:
        yield from _indented(f"  {note}")


def _more(text: str) -> Iterator[str]:
    if text:
        yield ""
        yield from _wrapped(text)


def _indented(text: str) -> Iterator[str]:
    if not text:
        return
    inner = len(text) - len(text.lstrip(" "))
    before = _INDENT + " " * inner
    yield from (before + line for line in _wrapped(text, WIDTH - len(before)))


def _wrapped(text: str, width: int = WIDTH) -> list[str]:
    """Return the text as lines that fit, broken at spaces, and within a word only where that fits no line."""
    lines = [""]
    for word in text.split():
        gap = " " if lines[-1] else ""
        if columns(lines[-1]) + len(gap) + columns(word) <= width:
            lines[-1] += gap + word
            continue
        head, *tail = _pieces(word, width)
        lines += [head, *tail] if lines[-1] else []
        if not lines[0]:
            lines = [head, *tail]
    return lines


def _pieces(word: str, width: int) -> list[str]:
    pieces = [""]
    for letter in word:
        if columns(pieces[-1]) + columns(letter) > width:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def columns(text: str) -> int:
    """Return how many columns a text takes where letters have one width, and wide ones two."""
    if text.isascii():
        return len(text)
    return sum(map(_column, text))


def _column(letter: str) -> int:
    if unicodedata.combining(letter) or unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1
