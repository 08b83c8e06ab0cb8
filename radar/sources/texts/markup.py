"""Titles and abstracts without the HTML, JATS and MathML that reference managers and publishers leave in.

Only tags of those languages go, so that "a < b" and "<mask>" stay; formulas in TeX stay as they are.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable

from radar.sources.texts.linked_words import with_addresses

_INLINE = """a abbr acronym b bdi bdo big bold cite code del dfn em embed ext-link font i img inf
inline-formula ins italic kbd label mark monospace named-content nobr overline roman samp sans-serif sc scp
small span strike strong styled-content sub sup time tt u underline uri var video audio wbr xref alternatives
tex-math""".split()
_BLOCKS = """abstract abstracttext address article aside blockquote body br caption center dd def div dl dt
disp-formula disp-quote figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html li list list-item
main nav ol p pre sec section table tbody td tfoot th thead tr title ul""".split()
_MATHML = """math mi mn mo mrow msub msup msubsup mfrac msqrt mroot mtext mspace mover munder munderover
mtable mtr mtd mstyle mfenced menclose mpadded mphantom mprescripts
mmultiscripts none semantics merror""".split()
_BLOCK_NAMES = frozenset(_BLOCKS)
_NAMES = "|".join(sorted({*_INLINE, *_BLOCKS, *_MATHML}, key=len, reverse=True))
_PREFIXED = r"(?:jats|mml|xhtml):(?P<prefixed>[\w.-]{1,40})"
"""Whatever has such a prefix is markup, also where its name means nothing here."""
_ATTRIBUTES = r"""(?:\s++[\w:.-]++\s*+=\s*+(?:"[^"<]*+"|'[^'<]*+'|[^\s"'<>][^\s<>]*+))*+\s*+"""
_BARE = r"(?<=[a-z\d-][a-z\d-])\s[^<>]*+"
"""Attributes without a value, such as nowrap; not of <b and c>, which is none of them."""
_TAG = re.compile(
    rf"</?(?:{_PREFIXED}|(?:(?:m|ns\d):)?(?P<plain>{_NAMES}))(?:{_ATTRIBUTES}|{_BARE})/?>", re.IGNORECASE
)
_UNSEEN = re.compile(
    r"<(?P<name>!--|script|style|svg|iframe|object|template|noscript|copyrightinformation"
    r"|(?:mml:)?annotation(?:-xml)?)"
    r"(?:(?<=--)|(?=[\s>])[^<>]*+(?<!/)>)",
    re.IGNORECASE,
)
_EMPTY = re.compile(r"<(?:svg|iframe|object)(?:\s[^<>]*)?/>", re.IGNORECASE)
_TEX_FORMULA = re.compile(r"<(?P<name>(?:jats:)?tex-math)\b[^<>]*>", re.IGNORECASE)
_SAME_FORMULA = re.compile(r"<(?P<name>(?:mml:)?math)\b[^<>]*>", re.IGNORECASE)
_OTHERWISE_SEEN = re.compile(r"<!\[CDATA\[|\]\]>|<\?[^<>]{0,2000}\?>")
_TEX_BEGIN, _TEX_END = r"\begin{document}", r"\end{document}"
_HEADING = re.compile(
    r"<(?P<name>(?:jats:)?(?:title|h[1-6]))\b[^<>]*> ?([^<>]{1,80}?) ?[:.]? ?</(?P=name) ?>", re.IGNORECASE
)
_LABELLED = re.compile(r"<AbstractText\b[^<>]{0,200}?\bLabel=\"([^\"<>]{1,80})\"[^<>]*>", re.IGNORECASE)
_POWER = re.compile(
    r"(?<=\d)<(?:jats:)?sup(?: [^<>]*)?> ?([-+−–]?\d{1,4}) ?</(?:jats:)?sup ?>", re.IGNORECASE
)
_ROUNDS = 2
"""Some publishers and feeds escape what they send twice."""
_NO_HEADING = frozenset({"abstract", "summary", "abstracts", "synopsis", "graphical abstract"})


def without_markup(text: str) -> str:
    """Return the text of a title or an abstract that may hold tags and entities, also escaped twice.

    It takes time in proportion to the length of the text, and is not cleaned of what a terminal would obey.
    A power keeps its sign ("10^5" for 10<sup>5</sup>), so that no figure is read as another one.
    """
    return _read(text)


def abstract_without_markup(text: str, own: str = "") -> str:
    """Return the text of an abstract in which the address of a link stands behind its words.

    Args:
        own: the address of the paper, which no link has to tell.
    """
    return _read(text, own)


def _read(text: str, own: str | None = None) -> str:
    for done in range(_ROUNDS):
        if "<" in text:
            text = _without_tags(text, own, _ROUNDS - done)
        if "&" not in text:
            break
        text = html.unescape(text)
    return _without_tags(text, own, 0) if "<" in text else text


def _without_tags(text: str, own: str | None, escapes: int) -> str:
    """Return a text without tags.

    Args:
        own: the address of the paper, where addresses of links are to stay.
        escapes: how often what is returned will be unescaped.
    """
    # White space first: with runs of it the patterns below would take the square of their length.
    text = _replaced(" ".join(_OTHERWISE_SEEN.sub("", text).split()), _UNSEEN, lambda unseen: "")
    if _TEX_FORMULA.search(text):
        text = _replaced(_replaced(text, _TEX_FORMULA, _formula), _SAME_FORMULA, lambda same: "")
    if own is not None:
        text = with_addresses(text, own, escapes=escapes)
    text = _POWER.sub(r"^\1", _HEADING.sub(_heading, text))
    return _TAG.sub(_space, _EMPTY.sub("", _LABELLED.sub(_label, text)))


def _space(tag: re.Match[str]) -> str:
    """Return what parts the words around a tag."""
    return " " if (tag["prefixed"] or tag["plain"]).lower() in _BLOCK_NAMES else ""


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
        end = "-->" if name == "!--" else rf"</{re.escape(name)} ?>"
        close = re.compile(end, re.IGNORECASE).search(text, found.end())
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


def _label(found: re.Match[str]) -> str:
    """Return the heading of a part of an abstract as PubMed has it, where it does not stand there already."""
    label, at = f"{found[1].strip()}:", found.start()
    before = found.string[max(0, at - len(label) - 1) : at]
    return " " if before.rstrip().endswith(label) else f" {label} "


def _heading(found: re.Match[str]) -> str:
    """Return the heading of a part of an abstract; the one that only says what it is goes."""
    name = found[2].strip()
    if name.lower() in _NO_HEADING:
        return " "
    return f" {name} " if name.endswith(("?", "!")) else f" {name}: "
