"""The text of HTML, JATS, MathML and the like, without its tags; linear in its length, whatever it holds."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

_HIDDEN = frozenset(
    "script style template noscript svg head iframe object annotation annotation-xml".split()  # noqa: SIM905
)
_BREAKS = frozenset(
    """address article aside blockquote br caption dd div dl dt figcaption figure footer form h1 h2 h3 h4 h5
    h6 header hr li main nav ol p pre sec section table td th title tr ul list list-item""".split()  # noqa: SIM905
)
_INLINE = frozenset(
    """a abbr acronym b bdi bdo big body center cite code data del dfn em embed ext-link font html i img input
    ins italic kbd label link mark meta monospace named-content q s samp sc small source span strike strong
    sub sup time tt tbody thead tfoot u underline uri var video audio wbr xref bold
    math mi mn mo mrow msub msup msubsup mfrac msqrt mroot mtext mover munder munderover mspace mstyle mfenced
    mtable mtr mtd mpadded mphantom menclose semantics inline-formula tex-math""".split()  # noqa: SIM905
)
_NAMES = _HIDDEN | _BREAKS | _INLINE
_TOKEN = re.compile(
    r"<!--|<!\[CDATA\[|<[!?][a-z][^<>]{0,2000}>"
    r"|<(?P<end>/?)(?P<name>[a-z][\w.-]{0,30}(?::[a-z][\w.-]{0,30})?)"
    r"""(?:(?P<strict>(?:\s+[\w:.-]++\s*+=\s*+(?:"[^"]{0,4000}+"|'[^']{0,4000}+'|[^\s"'<>]++))*+\s*+/?>)"""
    r"|(?P<loose>[^<>]*+>))",
    re.IGNORECASE,
)
_ROUNDS = 2
"""Some feeds escape their markup twice."""


def text_without_markup(text: str) -> str:
    """Return the text of a piece of HTML: no tags, scripts, styles or comments, entities as characters.

    A text without markup comes out as it is: in `a < b` and `if x<y then z>y` there is no tag.
    """
    for _ in range(_ROUNDS):
        if "<" not in text and "&" not in text:
            break
        text = html.unescape("".join(_shown(text)))
    return text


def _shown(text: str) -> Iterator[str]:
    """Yield what a browser would show, entities as they are."""
    at = 0
    while found := _TOKEN.search(text, at):
        yield text[at : found.start()]
        at = found.end()
        if found["name"] is None:
            shown, at = _after_declaration(text, found[0], at)
            yield shown
            continue
        name = found["name"].lower().rpartition(":")[2]
        if name not in _NAMES or (found["strict"] is None and len(name) == 1 and "=" not in found[0]):
            # What looks like a tag and is none, as in x<y and y>z.
            yield text[found.start() : found.start() + 1]
            at = found.start() + 1
        elif name in _HIDDEN and not found["end"] and not found[0].endswith("/>"):
            end = re.compile(rf"</(?:[\w.-]+:)?{name}\s*>", re.IGNORECASE).search(text, at)
            at = end.end() if end else len(text)
        elif name in _BREAKS:
            yield " "
    yield text[at:]


def _after_declaration(text: str, opening: str, at: int) -> tuple[str, int]:
    """Return what is shown of a comment, of CDATA or of a declaration, and where the text goes on."""
    if opening == "<!--":
        end = text.find("-->", at)
        return "", end + 3 if end >= 0 else len(text)
    if opening.startswith("<!["):
        end = text.find("]]>", at)
        return (text[at:end], end + 3) if end >= 0 else (text[at:], len(text))
    return "", at
