"""Titles and abstracts without the HTML, JATS and MathML that reference managers and publishers leave in.

Only tags of those languages go, so that "a < b" and "<mask>" stay; formulas in TeX stay as they are.
"""

from __future__ import annotations

import html
import re

_INLINE = """a abbr acronym b bdi bdo big bold cite code del dfn em ext-link font i img ins inline-formula
italic kbd label mark monospace named-content nobr overline q roman s samp sans-serif sc small span strike
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
_COMMENT = re.compile(r"<!--.*?-->|<!\[CDATA\[|\]\]>", re.DOTALL)
_UNSEEN = re.compile(
    r"<(?P<name>script|style|(?:mml:)?annotation(?:-xml)?)\b[^>]*>.*?</(?P=name)\s*>",
    re.DOTALL | re.IGNORECASE,
)
_TEX_FORMULA = re.compile(
    r"<(?:jats:)?tex-math\b[^>]*>(.*?)</(?:jats:)?tex-math\s*>", re.DOTALL | re.IGNORECASE
)
_ALTERNATIVE = re.compile(r"<(?P<name>(?:mml:)?math)\b[^>]*>.*?</(?P=name)\s*>", re.DOTALL | re.IGNORECASE)
_TEX_BODY = re.compile(r"\\begin\{document\}(.*?)\\end\{document\}", re.DOTALL)
_HEADING = re.compile(
    r"<(?:jats:)?(title|h[1-6])\b[^>]*>\s*([^<>]{1,80}?)\s*[:.]?\s*</(?:jats:)?\1\s*>", re.IGNORECASE
)
_POWER = re.compile(
    r"(?<=\d)<(?:jats:)?sup(?:\s[^<>]*)?>\s*([-+−–]?\d{1,4})\s*</(?:jats:)?sup\s*>", re.IGNORECASE
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
    text = _UNSEEN.sub("", _COMMENT.sub("", text))
    if _TEX_FORMULA.search(text):
        text = _ALTERNATIVE.sub("", _TEX_FORMULA.sub(_formula, text))
    text = _POWER.sub(r"^\1", _HEADING.sub(_heading, text))
    return _TAG.sub(lambda tag: " " if tag[2].lower() in _BLOCK_NAMES else "", text)


def _formula(found: re.Match[str]) -> str:
    body = _TEX_BODY.search(found[1])
    return (body[1] if body else found[1]).replace("$$", "$").strip()


def _heading(found: re.Match[str]) -> str:
    """Return the heading of a part of an abstract; the one that only says what it is goes."""
    name = found[2].strip()
    return " " if name.lower() in _NO_HEADING else f" {name}: "
