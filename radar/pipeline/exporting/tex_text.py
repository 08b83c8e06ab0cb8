"""Plain text as TeX source that no title can break out of."""

from __future__ import annotations

import re
from collections.abc import Callable

from radar.abstracts.text.tex import readable_text
from radar.pipeline.exporting.addressed import addressed

_SPECIAL = {
    "\\": r"\textbackslash{}",
    # \{ and \} would do for TeX, but BibTeX counts the braces of \{ too.
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{character: f"\\{character}" for character in "$&%#_"},
}
_MATH = re.compile(r"\$(?! )(?P<math>[^$]{1,80}?)(?<! )\$(?!\d)")
_COMMANDS = (
    "alpha|beta|gamma|delta|epsilon|varepsilon|zeta|eta|theta|vartheta|iota|kappa|lambda|mu|nu|xi|pi|rho|sigma|tau|"
    "upsilon|phi|varphi|chi|psi|omega|Gamma|Delta|Theta|Lambda|Xi|Pi|Sigma|Upsilon|Phi|Psi|Omega|ell|infty|nabla|"
    "partial|times|cdot|pm|mp|leq|geq|le|ge|neq|ne|approx|sim|simeq|equiv|to|rightarrow|leftarrow|Rightarrow|"
    "mapsto|in|notin|subset|cup|cap|forall|exists|sqrt|frac|log|exp|min|max|sum|prod|int|circ|star|ast|dagger|"
    "mathbb|mathcal|mathbf|mathrm|mathsf|mathit|mathtt|boldsymbol|text|textit|textbf|texttt|textsc|prime|odot|lesssim|gtrsim|rm|bf|it|tilde|hat|bar|overline|vec"
)
_HARMLESS = re.compile(rf"(?:[\w ^+\-=<>()\[\]|,./!*':;{{}}]|\\(?:{_COMMANDS})(?![A-Za-z])|\\[,;! ])*")
_OF_TEX = re.compile(r"[\\~{]")
_RUN = re.compile(r"-{2,}|`{2,}|'{2,}")
"""Signs that TeX makes one of: a dash, or a quote."""
_WORD = re.compile(r"[^\W_]+")
_Change = Callable[[str], str]


def tex_text(text: str) -> str:
    """Escape what TeX acts on; plain mathematics between dollars stays mathematics, other TeX is resolved."""
    return _around_math(text, _escape, addressed)


def tex_words(text: str) -> str:
    """Escape what TeX acts on in words that are no TeX, such as a reader's own."""
    return _RUN.sub(lambda run: "{}".join(run[0]), _escape(text))


def tex_title(text: str) -> str:
    """Like `tex_text`, and words with inner capitals are braced so that no style lowers them."""
    return _around_math(text, _escape_keeping_capitals, readable_text)


def tex_link(link: str) -> str:
    """Return a link for a `url` or `doi` field, which TeX reads verbatim: only braces matter."""
    return link.replace("\\", "%5C").replace("{", "%7B").replace("}", "%7D")


def _around_math(text: str, escape: _Change, readable: _Change) -> str:
    parts: list[str] = []
    end = 0
    for found in _MATH.finditer(text):
        if _HARMLESS.fullmatch(found["math"]) and _balanced(found["math"]):
            parts += (escape(_resolved(text[end : found.start()], readable)), found[0])
            end = found.end()
            if text.startswith("~", end):
                parts.append("~")
                end += 1
    return "".join((*parts, escape(_resolved(text[end:], readable))))


def _resolved(text: str, readable: _Change) -> str:
    r"""Return `\'etude` as `étude`: escaped, the commands of a listing would show as they are typed."""
    return readable(text) if _OF_TEX.search(text) or _MATH.search(text) else text


def _escape(text: str) -> str:
    return "".join(_SPECIAL.get(character, character) for character in text)


def _escape_keeping_capitals(text: str) -> str:
    parts: list[str] = []
    end = 0
    for found in _WORD.finditer(text):
        word = found[0]
        parts += (_escape(text[end : found.start()]), f"{{{word}}}" if word[1:] != word[1:].lower() else word)
        end = found.end()
    return "".join((*parts, _escape(text[end:])))


def _balanced(math: str) -> bool:
    depth = 0
    for character in math:
        depth += (character == "{") - (character == "}")
        if depth < 0:
            return False
    return depth == 0
