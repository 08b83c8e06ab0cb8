"""Commands of TeX that stand right before a number, as plain signs of the same length."""

from __future__ import annotations

import re

_PLAIN = {
    "sim": "~", "simeq": "~", "approx": "~", "geq": "≥", "ge": "≥", "leq": "≤", "le": "≤", "gtrsim": ">",
    "lesssim": "<", "gt": ">", "lt": "<",
}  # fmt: skip
_COMMAND = re.compile(rf"\\({'|'.join(_PLAIN)})(?=\d)")


def with_plain_signs(text: str) -> str:
    r"""Return a text, as long as it was, with a sign for each command before a digit: "~22" for "\sim22"."""
    return _COMMAND.sub(_sign, text) if "\\" in text else text


def _sign(command: re.Match[str]) -> str:
    return _PLAIN[command[1]].rjust(len(command[0]))
