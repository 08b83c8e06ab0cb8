r"""Links in the HTML and JATS of abstracts, their addresses in brackets behind the words that carry them.

`here (https://...)` is how `\href` of a bibliography is read too; the rules take the address for that of the
words, and takeaways leave it out.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from radar.abstracts.releases.links import LinkKind, kind_of, links, same_place
from radar.papers.bases import Value
from radar.sources.texts.released_words import SENTENCE_BREAK, tells_of_release

_VALUE = r"""(?:"[^"<]*+"|'[^'<]*+'|[^\s"'<>][^\s<>]*+)"""
_ATTRIBUTE = re.compile(rf"([\w:.-]++)\s*+=\s*+({_VALUE})")
_LINK = re.compile(
    rf"<(?P<end>/?)(?:[\w.-]{{1,40}}:)?(?P<kind>a|ext-link|uri)(?=[\s>])"
    rf"(?P<attributes>(?:\s++[\w:.-]++\s*+=\s*+{_VALUE})*+)\s*+>",
    re.IGNORECASE,
)
_TAG = re.compile(r"<[^<>]*+>")
_LETTER_BEHIND_TAGS = re.compile(r"(?:<[^<>]*+>)*+\w")
_REFERENCE = re.compile(r"&#?\w{1,32};")
_MOST_CHARACTERS = 2_000
_MOST_WORDS = 200
"""Characters of what is still held to be the words of a link, with tags and without."""
_BEHIND_ADDRESS = " .,;:!?"
_WORD = re.compile(r"[^\W\d_]{2}")
"""What marks of notes, numbers of references and pictures lack."""
_FORMULA = re.compile(
    r"\$|\\\(|<(?:\w{1,40}:)?(?:math|tex-math|inline-formula|disp-formula)\b", re.IGNORECASE
)
_DOI = re.compile(r"10\.\d{4,9}/")
_OF_DOIS = re.compile(r"https?://(?:(?:dx|www)\.)?doi\.org/", re.IGNORECASE)
_SELF_TELLING = re.compile(
    r"(?i:.{0,80}\bet al\b.*|.{2,80}\b(?:1[89]|20)\d\d[a-z]?\W{0,2}"
    r"|(?:supplementary )?(?:figs?|figures?|tab|tables?|eqs?|equations?|secs?|sections?|refs?|references?"
    r"|appendix)\b\.?[ (]{0,2}[\da-z][\w.]{0,4}\W{0,2})"
    r"|[A-Z][A-Z-]{1,20}[_:.-]?\d{3,20}"
)
"""Citations, parts of the paper and numbers of records."""
_CUT = ("…", "...")
_CUT_TAG = re.compile(r"\A[^<>]*+>|<[^<>]*+\Z")
_BLOCK = re.compile(
    r"</?(?:\w{1,40}:)?(?:p|br|div|li|ul|ol|td|tr|table|hr|h\d|sec|title|section|blockquote)(?=[\s/>])"
    r"[^<>]*+>",
    re.IGNORECASE,
)
_MOST_OF_SENTENCE = 400
"""Characters before a link and behind it in which its sentence is looked for, with tags."""


class _Linked(Value):
    """Words that carry a link."""

    start: int
    end: int
    address: str


def with_addresses(text: str, own: str = "", *, escapes: int = 0) -> str:
    """Return a text with tags in which the address of each link stands behind its words.

    Only addresses of the web that the words do not tell are kept, and none of a note, a citation, a formula
    or a publication's DOI. It takes time in proportion to the length of the text.

    Args:
        own: the address of the paper itself, which is not kept either.
        escapes: how often what is returned will be unescaped.
    """
    parts: list[str] = []
    at = 0
    for linked in _links(text):
        words = text[linked.start : linked.end]
        if not _leads_on(words, linked.address, own) or not _is_told_of(text, linked):
            continue
        address = linked.address.replace("&", "&" + "amp;" * escapes)
        if _is_cut(words):
            parts += [text[at : linked.start], address]
            at = linked.end
        else:
            behind = linked.start + len(words.rstrip(_BEHIND_ADDRESS))
            # A letter that follows at once would be taken for a part of the address.
            glued = behind == linked.end and _LETTER_BEHIND_TAGS.match(text, behind)
            parts += [text[at:behind], f" ({address}) " if glued else f" ({address})"]
            at = behind
    return "".join([*parts, text[at:]])


def _links(text: str) -> Iterator[_Linked]:
    """Yield the links that are closed; one within another, which neither language has, ends it."""
    kind, start, address = "", 0, ""
    for tag in _LINK.finditer(text):
        if not tag["end"]:
            kind, start, address = tag["kind"].lower(), tag.end(), _address(tag["attributes"])
        elif kind == tag["kind"].lower():
            if address and tag.start() - start <= _MOST_CHARACTERS:
                yield _Linked(start, tag.start(), address)
            kind = ""


def _address(attributes: str) -> str:
    """Return the address of a tag, where it is one of the web that is read whole wherever it stands."""
    for name, value in _ATTRIBUTE.findall(attributes):
        if name.lower().rpartition(":")[2] == "href":
            bare = value[1:-1] if value[0] in "\"'" else value
            address = _REFERENCE.sub(lambda sign: html.unescape(sign[0]), bare).strip()
            found = links(f"({address})") if address.lower().startswith(("http://", "https://")) else ()
            return address if len(found) == 1 and found[0].end == len(address) + 1 else ""
    return ""


def _leads_on(words: str, address: str, own: str) -> bool:
    """Say whether an address tells a reader what the words do not."""
    plain = html.unescape(_TAG.sub("", words)).strip(" ()[]")
    if len(plain) > _MOST_WORDS or not _WORD.search(plain) or _FORMULA.search(words) or _DOI.search(plain):
        return False
    if links(plain) and not _is_cut(words):
        return False
    if _OF_DOIS.match(address) and kind_of(address) is not LinkKind.ARCHIVE:
        return False
    if kind_of(links(address)[0].url) is LinkKind.PAGE and _SELF_TELLING.fullmatch(plain):
        return False
    return not (own and same_place(_page(address), _page(own)))


def _is_told_of(text: str, linked: _Linked) -> bool:
    """Say whether a link leads to what the paper comes with, which of most pages only the text can tell."""
    words = text[linked.start : linked.end]
    if kind_of(links(linked.address)[0].url) is not LinkKind.PAGE or _is_cut(words):
        return True
    before = text[max(0, linked.start - _MOST_OF_SENTENCE) : linked.start]
    behind = text[linked.end : linked.end + _MOST_OF_SENTENCE]
    return tells_of_release(*map(_plain, (before, words, behind)))


def _plain(text: str) -> str:
    return html.unescape(_TAG.sub("", _BLOCK.sub(SENTENCE_BREAK, _CUT_TAG.sub("", text))))


def _is_cut(words: str) -> bool:
    """Say whether the words are the beginning of an address, which a program has shortened."""
    return words.endswith(_CUT) and bool(links(words)) and " " not in words


def _page(address: str) -> str:
    return address.partition("#")[0].partition("?")[0]
