"""What the authors made by the name in the title: "SideStep halves" for "our method halves"."""

from __future__ import annotations

import re

from radar.abstracts.vocabulary.patterns import pattern

_TITLE_NAME = pattern(r"[\"“'‘]?(?P<name>[A-Za-z][\w.+-]{1,40})[\"”'’]?(?=: | [-–—] )")
_OWN = pattern(
    r"(?:Our|The) (?:proposed |new |resulting |overall )?(?:method|approach|model|system|framework|algorithm"
    r"|technique|solution|pipeline|architecture|network|agent|strategy|scheme|tool)"
    r"(?:(?P<comma>,)? (?:(?:called|named|termed|dubbed|namely|namely,) )?"
    r"(?P<name>[\w.+-]{0,30}[A-Z][\w.+-]{0,40})"
    r"(?: ?\([^()]{2,80}\))?(?(comma),))? (?P<verb>(?:\w+ly |also )?[a-z]+(?:[a-rt-z]s|ed)) "
)
_BEGINS = ("Our ", "The proposed ")
_NOT_MADE = pattern(
    r"[^.]{0,80}\b(?:datasets?|data set|benchmark|corpus|corpora|challenge|survey|study|analysis|evaluation"
    r"|review)\b",
    re.IGNORECASE,
)
"""What a title says of a name that is no method, or not the authors' own."""
_MADE = r"(?:propos\w+|introduc\w+|present\w*|develop\w*|call(?:ed)?|named|dubbed|termed)\b[^.]{0,120}?"
_PART = r"(?!\w)(?!,? (?:an? )?(?:[\w-]+ ){0,2}(?:block|module|loss|layer|dataset|benchmark|corpus)\b)"
"""How an abstract says that something by a name was made, and that it is the whole."""
_NO_VERBS = ("based", "called", "named", "termed", "designed", "trained", "does", "has", "was")


def name_in(title: str, text: str) -> str:
    """Return the name that a title gives before its colon, where the abstract uses it, or nothing."""
    found = _TITLE_NAME.match(title)
    name = found["name"] if found else ""
    is_one = any(sign.isupper() or sign.isdigit() for sign in name[1:])
    if found is None or not is_one or name not in text or _NOT_MADE.match(title, found.end()):
        return ""
    return name


def may_be_named(sentence: str) -> bool:
    """Say whether a sentence begins with what the authors made, without its name."""
    return sentence.startswith(_BEGINS)


def named(sentence: str, name: str, text: str) -> str:
    """Return a sentence about "our method" as one about its name.

    Args:
        sentence: of the abstract.
        name: that the title gives.
        text: the abstract, which says that something by that name was made, if the sentence does not.
    """
    found = _OWN.match(sentence)
    if found is None or found["verb"] in _NO_VERBS or name in sentence[found.start("verb") :]:
        return sentence
    said = found["name"] == name if found["name"] else _says_it_was_made(name, text)
    if not said:
        return sentence
    return f"{name} {sentence[found.start('verb') :]}"


def _says_it_was_made(name: str, text: str) -> bool:
    return re.search(f"\\b{_MADE}\\b{re.escape(name)}{_PART}", text) is not None
