"""Which braces and which dollar signs of a text belong together."""

from __future__ import annotations

import re

from radar.abstracts.patterns import pattern

_BRACES = re.compile(r"\\.|[{}]")
_DOLLARS = re.compile(r"(?<!\\)\$\$?")
_LONGEST_MATH = 800
_TEXT_GROUP = pattern(
    r"\\(?:text\w*|mathrm|mathit|mathbf|mathsf|mbox|operatorname|rm|it)\b ?(?:\{[^{}]{0,200}\})?"
)
_TWO_WORDS = pattern(r"(?<![\\\w])[A-Za-z]{2,30},? [A-Za-z]{2,30}(?!\w)")
_SENTENCE = pattern(r"[a-z]{2}\. [A-Z]")
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
