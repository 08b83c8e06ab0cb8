"""Keys that come back in what a server says, however they are written there."""

from __future__ import annotations

import re
from base64 import b64encode, urlsafe_b64encode
from collections.abc import Iterator
from functools import lru_cache

_ENTITIES = {
    "&": "amp", "<": "lt", ">": "gt", '"': "quot", "'": "apos", "+": "plus", "/": "sol", "=": "equals",
}  # fmt: skip
_BACKSLASHES = r"\\{0,15}"
"""JSON within JSON has two before a sign, JSON within that four; there is a bound, since runs cost time."""
_SHORTEST = 8
"""Characters of base64 from which on they are no chance."""


def without_key(text: str, key: str, instead: str = "[key]") -> str:
    r"""Return a text without a key: plain, or as JSON (`\u002B`), addresses (`%2B`), HTML or base64 write it.

    Args:
        text: what a server said; where it is JSON, it still is.
        key: what was sent to the server; empty for none.
        instead: what stands where the key stood.
    """
    return _pattern(key).sub(lambda found: instead, text) if key else text


@lru_cache(maxsize=16)
def _pattern(key: str) -> re.Pattern[str]:
    written = "".join(map(_sign, key))
    return re.compile("|".join([written, *_in_base64(key.encode("utf-8", "replace"))]))


def _sign(sign: str) -> str:
    """Return what matches a sign of a key; each way begins with a sign of its own, which is found fast."""
    number, plain = ord(sign), re.escape(sign)
    digits = "".join(f"[{digit}{digit.upper()}]" if digit.isalpha() else digit for digit in f"{number:02x}")
    named = f"|{_ENTITIES[sign]};" if sign in _ENTITIES else ""
    entity = rf"(?:amp;){{0,3}}(?:#0{{0,5}}{number};?|#[xX]0{{0,5}}{digits};?{named})"
    # A letter behind a backslash is another sign: \n is a line break.
    escaped = "" if sign.isalnum() else f"|{plain}"
    backslash = rf"\\{_BACKSLASHES}(?:u00{digits}|x{digits}|u0026{entity}{escaped})"
    return rf"(?:{plain}|{backslash}|%(?:25){{0,3}}{digits}|&{entity})"


def _in_base64(key: bytes) -> Iterator[str]:
    """Yield how a key stands in base64 behind nothing, or behind a text of any length."""
    for before, unsure in enumerate((0, 2, 3)):
        whole = 8 * (before + len(key)) // 6
        for encode in (b64encode, urlsafe_b64encode):
            sure = encode(bytes(before) + key).decode()[unsure:whole]
            if len(sure) >= _SHORTEST:
                yield "".join(sign if sign.isalnum() else _sign(sign) for sign in sure) + r"[\w+/-]?={0,2}"
