"""What may be a key and is therefore not repeated, and where keys belong."""

from __future__ import annotations

from itertools import pairwise

KEY_HINT = (
    "radar keeps no secrets in its settings. Put the key into an environment variable and write the "
    'variable\'s name: key_env = "MY_ENDPOINT_KEY"'
)
_KEY_BEGINNINGS = (
    "sk-", "sk_", "gsk_", "hf_", "xai-", "AIza", "Bearer", "ghp_", "gho_", "github_pat_", "glpat-", "xox",
    "AKIA", "pypi-",
)  # fmt: skip
_LONG = 20
"""Characters that no name of an action or of a key has in one: "ctrl+right_square_bracket" has marks."""


_MOST_BORDERS = 5
"""Places where a letter meets a digit that no name of a variable has: "WORK_S3_KEY_2" has two."""


def may_be_a_key(text: str) -> bool:
    """Whether a text begins like a key, so that it must not be repeated."""
    return text.startswith(_KEY_BEGINNINGS)


def is_jumbled(text: str) -> bool:
    """Whether letters and digits alternate in a long text as in no name that a person gave."""
    borders = sum(
        one.isdigit() != other.isdigit() for one, other in pairwise(text) if one.isalnum() and other.isalnum()
    )
    return len(text) >= _LONG and borders >= _MOST_BORDERS


def may_hold_a_key(text: str) -> bool:
    """Whether a part of a text may be a key, in a place where only names of a few letters stand."""
    parts = text.replace(",", ".").replace("=", ".").replace(" ", ".").split(".")
    return any(may_be_a_key(part) or (len(part) >= _LONG and _is_random(part)) for part in parts)


def _is_random(text: str) -> bool:
    """Whether a long text has digits, or no mark between words."""
    return any(map(str.isdigit, text)) or not ("_" in text or "+" in text)
