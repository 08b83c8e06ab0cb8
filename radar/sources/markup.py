"""Titles and abstracts without the HTML, JATS and MathML that reference managers and publishers leave in.

Only tags of those languages go, so that "a < b" and "<mask>" stay; formulas in TeX stay as they are.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable

_INLINE = """a abbr acronym b bdi bdo big bold cite code del dfn em ext-link font i img ins inline-formula
italic kbd label mark monospace named-content nobr overline roman samp sans-serif sc small span strike
strong styled-content sub sup tt u underline uri var wbr xref alternatives tex-math""".split()  # noqa: SIM905
_BLOCKS = """abstract article blockquote body br center dd def div dl dt disp-formula disp-quote h1 h2 h3 h4
h5 h6 head hr html li list list-item ol p pre section sec table tbody td th thead tr title ul""".split()  # noqa: SIM905
_MATHML = """math mi mn mo mrow msub msup msubsup mfrac msqrt mroot mtext mspace mover munder munderover
mtable mtr mtd mstyle mfenced menclose mpadded mphantom mprescripts
mmultiscripts none semantics merror""".split()  # noqa: SIM905
_BLOCK_NAMES = frozenset(_BLOCKS)
_NAMES = "|".join(sorted({*_INLINE, *_BLOCKS, *_MATHML}, key=len, reverse=True))
_ATTRIBUTES = r"""(?:\s++[\w:.-]++\s*+=\s*+(?:"[^"<]*+"|'[^'<]*+'|[^\s"'<>]++))*+\s*+"""
_TAG = re.compile(rf"<(/?)(?:(?:jats|mml|m|ns\d):)?({_NAMES}){_ATTRIBUTES}(/?)>", re.IGNORECASE)
_UNSEEN = re.compile(
    r"<(?P<name>!--|script|style|(?:mml:)?annotation(?:-xml)?)(?:(?<=--)|\b[^<>]*>)", re.IGNORECASE
)
_TEX_FORMULA = re.compile(r"<(?P<name>(?:jats:)?tex-math)\b[^<>]*>", re.IGNORECASE)
_SAME_FORMULA = re.compile(r"<(?P<name>(?:mml:)?math)\b[^<>]*>", re.IGNORECASE)
_CDATA = re.compile(r"<!\[CDATA\[|\]\]>")
_TEX_BEGIN, _TEX_END = r"\begin{document}", r"\end{document}"
_HEADING = re.compile(
    r"<(?P<name>(?:jats:)?(?:title|h[1-6]))\b[^<>]*> ?([^<>]{1,80}?) ?[:.]? ?</(?P=name) ?>", re.IGNORECASE
)
_POWER = re.compile(
    r"(?<=\d)<(?:jats:)?sup(?: [^<>]*)?> ?([-+−–]?\d{1,4}) ?</(?:jats:)?sup ?>", re.IGNORECASE
)
_NO_HEADING = frozenset({"abstract", "summary", "abstracts"})


def without_markup(text: str) -> str:
    """Return the text of a title or an abstract that may hold tags and entities, also escaped twice.

    A power keeps its sign ("10^5" for 10<sup>5</sup>), so that no figure is read as another one.
    """
    if "<" in text:
        text = _without_tags(text)
    if "&" not in text:
        return text
    text = html.unescape(text)
    return html.unescape(_without_tags(text)) if _TAG.search(text) else text


def _without_tags(text: str) -> str:
    # White space first: with runs of it the patterns below would take the square of their length.
    text = _replaced(" ".join(_CDATA.sub("", text).split()), _UNSEEN, lambda unseen: "")
    if _TEX_FORMULA.search(text):
        text = _replaced(_replaced(text, _TEX_FORMULA, _formula), _SAME_FORMULA, lambda same: "")
    text = _POWER.sub(r"^\1", _HEADING.sub(_heading, text))
    return _TAG.sub(lambda tag: " " if tag[2].lower() in _BLOCK_NAMES else "", text)


def _replaced(text: str, begin: re.Pattern[str], by: Callable[[str], str]) -> str:
    """Replace elements, in one walk however many are never closed.

    Args:
        begin: matches the tag that begins one, with its name.
        by: returns what stands for what is in it.
    """
    parts: list[str] = []
    at = 0
    unclosed: set[str] = set()
    for found in begin.finditer(text):
        name = found["name"].lower()
        if found.start() < at or name in unclosed:
            continue
        end = "-->" if name == "!--" else f"</{name}>"
        close = re.compile(re.escape(end), re.IGNORECASE).search(text, found.end())
        if close is None:
            unclosed.add(name)
            continue
        parts += [text[at : found.start()], by(text[found.end() : close.start()])]
        at = close.end()
    return "".join([*parts, text[at:]])


def _formula(tex: str) -> str:
    """Return a formula between dollars; publishers give it as a whole document of LaTeX."""
    _, begun, body = tex.partition(_TEX_BEGIN)
    return (body.partition(_TEX_END)[0] if begun else tex).replace("$$", "$").strip()


def _heading(found: re.Match[str]) -> str:
    """Return the heading of a part of an abstract; the one that only says what it is goes."""
    name = found[2].strip()
    return " " if name.lower() in _NO_HEADING else f" {name}: "
