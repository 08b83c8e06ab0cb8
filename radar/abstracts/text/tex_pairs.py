"""Which braces and which dollar signs of a text belong together."""

from __future__ import annotations

import re

from radar.abstracts.vocabulary.patterns import pattern

_BRACES = re.compile(r"\\.|[{}]")
_DOLLARS = re.compile(r"(?<!\\)\$\$?")
_LONGEST_MATH = 800
_TEXT_GROUP = pattern(
    r"\\(?:text\w*|mathrm|mathit|mathbf|mathsf|mbox|operatorname|rm|it)\b ?(?:\{[^{}]{0,200}\})?"
)
_TWO_WORDS = pattern(r"(?<![\\\w])[A-Za-z]{2,30},? [A-Za-z]{2,30}(?!\w)")
_SENTENCE = pattern(r"[a-z]{2}\. [A-Z]")
_LONGEST_GROUP = 400
_GROUPED = pattern(r",(?: .*)?|[^\W\d_][^|=∈<>]*", re.DOTALL)
_LISTED = pattern(r"[^\s,]+(?: [^\s,]+)?(?:, ?[^\s,]+(?: [^\s,]+)?)+")
_LEFT_BEFORE = (")", ".", ",")
"""Beside a letter, what stands before such a brace."""
_OPEN_ENDS = ("-", "–", "—", "/", "(", "+", "<", ">", "~", "≈")


def partners(source: str) -> dict[int, int]:
    """Return for every balanced brace where its partner stands."""
    found: dict[int, int] = {}
    opened: list[int] = []
    for match in _BRACES.finditer(source):
        if match[0] == "{":
            opened.append(match.start())
        elif match[0] == "}" and opened:
            start = opened.pop()
            found[start] = match.start()
            found[match.start()] = start
    return found


def is_group(source: str, one: int, other: int) -> bool:
    """Say whether two braces enclose a stretch of text, and no set such as {0, 1} or {cat, dog}."""
    start, end = min(one, other) + 1, max(one, other)
    if end - start > _LONGEST_GROUP:
        return False
    content = source[start:end]
    if len(content) == 1 and content.isalpha() and not source[start - 2 : start - 1].isalpha():
        return source[end + 1 : end + 2].isalpha()  # {C}rab, and the set {x}
    return _GROUPED.fullmatch(content) is not None and _LISTED.fullmatch(content) is None


def is_left_over(source: str, place: int) -> bool:
    """Say whether a brace without a partner closes what a command began that was taken away.

    To be asked of a source without an escaped brace, which may be the partner.
    """
    before = source[place - 1 : place] if source[place] == "}" else ""
    return before.isalpha() or before in _LEFT_BEFORE


def math_borders(source: str) -> frozenset[int]:
    """Return where the dollar signs stand that enclose mathematics; the others are money."""
    found: list[int] = []
    opening: re.Match[str] | None = None
    for dollar in _DOLLARS.finditer(source):
        if opening is None:
            opening = dollar
        elif _is_math(source, opening, dollar):
            found += (opening.start(), dollar.start())
            opening = None
        else:
            opening = dollar
    return frozenset(found)


def _is_math(source: str, opening: re.Match[str], closing: re.Match[str]) -> bool:
    if closing.start() - opening.end() > _LONGEST_MATH:
        return False
    content = source[opening.end() : closing.start()]
    if not content.strip():
        return False
    if not content[0].isdigit():
        bare = _TEXT_GROUP.sub("", content)
        return not (_SENTENCE.search(bare) or (content[0] in " ,.;:)" and _TWO_WORDS.search(bare)))
    if content.endswith(_OPEN_ENDS) or (content[-1].isspace() and "\\" not in content):
        return False
    return not _TWO_WORDS.search(_TEXT_GROUP.sub("", content))


_LONGEST_VERBATIM = 120
_NO_DELIMITERS = "{}()[].,;:\\"
"""What belongs to the text behind a \\verb that lost what stood around its words."""


def verbatim_end(text: str, start: int, end: int) -> int:
    """Return where what stands as it is ends behind a \\verb, whose first sign is also its last, or -1."""
    sign = text[start : start + 1]
    if not sign or sign.isalnum() or sign.isspace() or sign in _NO_DELIMITERS:
        return -1
    return text.find(sign, start + 1, min(end, start + _LONGEST_VERBATIM))
