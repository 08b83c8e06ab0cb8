"""A digest as one HTML page that a mail program and a browser show alike: no script, nothing remote.

Mail programs take parts of a page away: Gmail's apps the <style> of some accounts, Outlook on Windows what
is not a table. So the page is laid out by tables, every element carries its own style, and <style> holds
only what cannot stand there: dark colours and small screens.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from radar.pipeline.digest import wording
from radar.pipeline.digest.contents import Digest
from radar.pipeline.digest.links import Link
from radar.pipeline.digest.wording import Fact, Told

_FONT = "font-family:-apple-system,Segoe UI,Roboto,Helvetica,Arial,sans-serif;"
_BREAK = "word-break:break-word;"
_STYLES = {
    "page": "background-color:#f6f8fa;margin:0;padding:0;",
    "sheet": "background-color:#ffffff;border:1px solid #d1d9e0;border-radius:8px;",
    "head": f"{_FONT}padding:24px 24px 8px 24px;",
    "part": f"{_FONT}padding:24px 24px 4px 24px;",
    "paper": f"{_FONT}padding:12px 24px;border-top:1px solid #d1d9e0;{_BREAK}",
    "foot": f"{_FONT}padding:12px 24px 20px 24px;border-top:1px solid #d1d9e0;",
    "h1": "margin:0 0 8px;font-size:22px;line-height:28px;font-weight:600;color:#1f2328;",
    "h2": f"margin:0;font-size:18px;line-height:24px;font-weight:600;color:#1f2328;{_BREAK}",
    "h3": "margin:0 0 4px;font-size:16px;line-height:22px;font-weight:600;color:#1f2328;",
    "text": "margin:0 0 6px;font-size:15px;line-height:22px;color:#1f2328;",
    "small": "margin:0 0 6px;font-size:13px;line-height:19px;color:#59636e;",
    "fact": "margin:0 0 4px;font-size:14px;line-height:20px;color:#1f2328;",
    "new": "margin:0 0 6px;font-size:14px;line-height:20px;font-weight:600;color:#9a3412;",
    "quiet": "font-weight:400;color:#59636e;",
    "quote": "font-style:italic;color:#424a53;",
    "link": "color:#0550ae;text-decoration:underline;",
}
_DARK = {
    "page": "background-color:#0d1117 !important;",
    "sheet": "background-color:#161b22 !important;border-color:#3d444d !important;",
    "paper": "border-color:#3d444d !important;",
    "foot": "border-color:#3d444d !important;",
    "h1": "color:#f0f6fc !important;",
    "h2": "color:#f0f6fc !important;",
    "h3": "color:#f0f6fc !important;",
    "text": "color:#e6edf3 !important;",
    "small": "color:#9da7b1 !important;",
    "fact": "color:#e6edf3 !important;",
    "new": "color:#f0883e !important;",
    "quiet": "color:#9da7b1 !important;",
    "quote": "color:#c5ccd3 !important;",
    "link": "color:#79b8ff !important;",
}
_DARK_RULES = "".join(f".{name}{{{style}}}" for name, style in _DARK.items())
_STYLE = (
    f"@media (prefers-color-scheme:dark){{{_DARK_RULES}}}"
    "@media (max-width:480px){.head,.part,.paper,.foot{padding-left:16px !important;"
    "padding-right:16px !important;}.sheet{border-radius:0 !important;border-width:0 !important;}"
    ".around{padding:0 !important;}}"
)
# For browsers: whatever came to stand in the page by mistake would still load and run nothing.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'"
# Outlook on Windows knows no max-width, and reads these comments.
_OUTLOOK_BEGIN = '<!--[if mso]><table role="presentation" width="680" align="center"><tr><td><![endif]-->'
_OUTLOOK_END = "<!--[if mso]></td></tr></table><![endif]-->"
_TABLE = 'role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"'


def render(digest: Digest) -> str:
    """Return the digest as a whole HTML document that ends with a line break."""
    end = ("</table>", _OUTLOOK_END, "</td></tr></table>", "</body>", "</html>\n")
    return "\n".join((*_top(digest), *_body(digest), *end))


def _top(digest: Digest) -> Iterator[str]:
    yield "<!DOCTYPE html>"
    yield '<html lang="en">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield f"<title>{escape(wording.headline(digest))}</title>"
    yield f'<meta http-equiv="Content-Security-Policy" content="{escape(_POLICY)}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="color-scheme" content="light dark">'
    yield '<meta name="supported-color-schemes" content="light dark">'
    yield '<meta name="referrer" content="no-referrer">'
    yield f"<style>{_STYLE}</style>"
    yield "</head>"
    yield f"<body {_look('page')}>"
    yield f'<table {_TABLE} {_look("page")}><tr><td align="center" class="around" style="padding:16px 8px;">'
    yield _OUTLOOK_BEGIN
    yield f"<table {_TABLE} {_look('sheet', 'max-width:680px;text-align:left;')}>"


def _body(digest: Digest) -> Iterator[str]:
    lines = [
        f"<h1 {_look('h1')}>{escape(wording.headline(digest))}</h1>",
        _line("text", wording.counted(digest)),
    ]
    if digest.total:
        lines.append(_line("small", digest.order_line))
    yield _row("head", lines)
    number = 0
    for section in digest.sections:
        yield from _heading(wording.heading(section, digest), section.total)
        for paper in section.papers:
            number += 1
            yield _row("paper", _paper(wording.told(paper), f"{number}. "))
        yield from _more(wording.more(section.more, digest))
    if digest.updated:
        yield from _heading(wording.UPDATED, digest.updated_total)
        for update in digest.updated:
            yield _row("paper", _paper(wording.told_update(update), ""))
        yield from _more(wording.more(digest.updated_total - len(digest.updated), digest))
    if digest.failing:
        yield from _heading("Sources that failed", len(digest.failing))
        yield from (_row("paper", [_line("small", wording.source_line(state))]) for state in digest.failing)


def _heading(text: str, count: int) -> Iterator[str]:
    if text:
        number = f"<span {_look('quiet')}>({count:,})</span>"
        yield _row("part", [f'<h2 dir="auto" {_look("h2")}>{escape(text)} {number}</h2>'])


def _paper(paper: Told, number: str) -> Iterator[str]:
    title = _link(paper.link, paper.title) if paper.link else escape(paper.title)
    host = _aside(paper.link.host) if paper.link else ""
    yield f'<h3 dir="auto" {_look("h3")}>{number}{title}{host}</h3>'
    if paper.byline:
        yield _line("small", paper.byline)
    for line, link in paper.changes:
        yield f"<p {_look('new')}>Updated: {escape(line)}{_behind(link)}</p>"
    origin = _aside(f"[{paper.origin}]") if paper.origin else ""
    yield f'<p dir="auto" {_look("text")}>{escape(paper.takeaway)}{origin}</p>'
    for fact in paper.facts:
        yield from _fact(fact)
    if paper.because:
        yield _line("small", f"Because of: {paper.because}")
    if paper.also:
        yield _line("small", f"Also in: {paper.also}")


def _fact(fact: Fact) -> Iterator[str]:
    by = f" <span {_look('quiet')}>({escape(fact.by)})</span>" if fact.by else ""
    # The marks are written out: Outlook draws none around <q>.
    quote = f': <em dir="auto" {_look("quote")}>“{escape(fact.quote)}”</em>' if fact.quote else ""
    yield (
        f"<p {_look('fact')}><strong>{escape(fact.label)}:</strong> {escape(fact.value)}{by}{quote}"
        f"{_behind(fact.link)}</p>"
    )
    yield from (_line("small", note) for note in fact.notes)


def _more(text: str) -> Iterator[str]:
    if text:
        yield _row("foot", [_line("small", text)])


def _row(kind: str, lines: Iterator[str] | list[str]) -> str:
    return f"<tr><td {_look(kind)}>" + "\n".join(lines) + "</td></tr>"


def _line(kind: str, text: str) -> str:
    return f'<p dir="auto" {_look(kind)}>{escape(text)}</p>'


def _aside(text: str) -> str:
    return f" <span {_look('quiet', 'font-size:13px;')}>{escape(text)}</span>"


def _behind(link: Link | None) -> str:
    return f" {_link(link, link.short)}" if link else ""


def _link(link: Link, text: str) -> str:
    return f'<a href="{escape(link.url)}" {_look("link")}>{escape(text)}</a>'


def _look(kind: str, more: str = "") -> str:
    return f'class="{kind}" style="{escape(_STYLES[kind] + more)}"'
