"""A digest as Markdown, escaped as the export is, so that no paper's text becomes mark-up or a link."""

from __future__ import annotations

from collections.abc import Iterator

from radar.pipeline.digest import wording
from radar.pipeline.digest.contents import Digest
from radar.pipeline.digest.links import Link
from radar.pipeline.digest.wording import Fact, Told
from radar.pipeline.exporting.markdown import escaped, linked


def render(digest: Digest) -> str:
    """Return the digest as Markdown that ends with a line break; a paper is an item of a list."""
    return "\n".join(_lines(digest)) + "\n"


def _lines(digest: Digest) -> Iterator[str]:
    yield from (f"# {escaped(wording.headline(digest))}", "", escaped(wording.counted(digest)))
    if digest.total:
        yield from ("", escaped(digest.order_line))
    for section in digest.sections:
        heading = wording.heading(section, digest)
        yield ""
        if heading:
            yield from (f"## {escaped(heading)} ({section.total:,})", "")
        for paper in section.papers:
            yield from _paper(wording.told(paper))
        yield from _more(wording.more(section.more, digest))
    if digest.updated:
        yield from ("", f"## {wording.UPDATED} ({digest.updated_total:,})", "")
        for update in digest.updated:
            yield from _paper(wording.told_update(update))
        yield from _more(wording.more(digest.updated_total - len(digest.updated), digest))
    if digest.failing:
        yield from ("", "## Sources that failed", "")
        yield from (f"- {escaped(wording.source_line(state))}" for state in digest.failing)


def _paper(paper: Told) -> Iterator[str]:
    title = linked(paper.title, paper.link.url) if paper.link else escaped(paper.title)
    host = f" ({escaped(paper.link.host)})" if paper.link else ""
    yield f"- **{title}**{host}  "
    origin = f" *({escaped(paper.origin)})*" if paper.origin else ""
    last = f"  {escaped(paper.takeaway)}{origin}"
    yield from (f"  {escaped(paper.byline)}  ", last) if paper.byline else (last,)
    for line, link in paper.changes:
        yield f"  - Updated: {escaped(line)}{_behind(link)}"
    for fact in paper.facts:
        yield from _fact(fact)
    if paper.because:
        yield f"  - Because of: {escaped(paper.because)}"
    if paper.also:
        yield f"  - Also in: {escaped(paper.also)}"


def _fact(fact: Fact) -> Iterator[str]:
    by = f" ({escaped(fact.by)})" if fact.by else ""
    quote = f": “{escaped(fact.quote)}”" if fact.quote else ""
    yield f"  - {fact.label}: {escaped(fact.value)}{by}{quote}{_behind(fact.link)}"
    yield from (f"    - {escaped(note)}" for note in fact.notes)


def _behind(link: Link | None) -> str:
    return f" {linked(link.short, link.url)}" if link else ""


def _more(text: str) -> Iterator[str]:
    if text:
        yield from ("", escaped(text))
