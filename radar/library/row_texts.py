"""Conditions on the texts of a row, near to what the index of words would say of it."""

from __future__ import annotations

from collections.abc import Sequence

from radar.library.conditions import Sql

_BETWEEN = (", ", "-", "(", '"', "/", "\n")
"""Signs that stand between words, beside the space."""
_RAISED = "\N{SUPERSCRIPT PLUS SIGN}"
_AS_READ = (("$", ""), ("^", ""), ("{", ""), ("}", ""), ("\\", ""), (_RAISED, "+"))
"""What is put for what in a text before a word with signs is looked for, as the reader sees it."""
_BEHIND = "[^a-z0-9\u00aa-\u200f\u2070-\U0010ffff]"
"""What may stand behind a whole word: nothing that may be a letter, a digit or an accent of any script, with
which the word would go on."""


def name_begins(text: str) -> Sql:
    """Return a condition on a row: a name in it begins so."""
    inside = pattern(text)
    return Sql(
        "(p.authors LIKE ? ESCAPE '\\' OR p.authors LIKE ? ESCAPE '\\' OR p.authors LIKE ? ESCAPE '\\')",
        (inside[1:], f"% {inside[1:]}", f"%\n{inside[1:]}"),
    )


def holds(columns: Sequence[str], tokens: Sequence[str], *, whole: bool) -> Sql:
    """Return a condition on a row: words stand in a text of it side by side, the last one whole or begun.

    It is no more than near: signs between words other than these are left to the exact answer.
    """
    spaced = "lower(' ' || p.{} || ' ')"
    for sign in _BETWEEN:
        spaced = f"replace({spaced}, '{sign}', ' ')"
    # The words hold letters and digits only, none of which means more to GLOB.
    side_by_side = f"* {' '.join(tokens)}{_BEHIND if whole else ''}*"
    tests = " OR ".join(f"{spaced.format(column)} GLOB ?" for column in columns)
    return Sql(f"({tests})", (side_by_side,) * len(columns))


def written(row: str, columns: Sequence[str], word: str) -> Sql:
    """Return a condition on a row: a word that ends in signs stands in a text of it.

    Neither the signs of TeX count that stand around those, nor that they are raised.
    """
    wanted, signs = pattern(word), "*".join(["", *_signs_of(word), ""])
    tests, values = [], list[str]()
    for column in columns:
        read = text = f"{row}.{column}"
        for sign, plain in _AS_READ:
            read = f"replace({read}, '{sign}', '{plain}')"
        raised = f" OR instr({text}, '{_RAISED}')" if "+" in word else ""
        # Most texts do not hold so many such signs, and are not read for more.
        like = "LIKE ? ESCAPE '\\'"
        tests.append(f"(({text} GLOB ?{raised}) AND ({text} {like} OR {read} {like}))")
        values += [signs, wanted, wanted]
    return Sql(f"({' OR '.join(tests)})", tuple(values))


def _signs_of(word: str) -> str:
    """Return the signs that a word ends in, neither of which means more to GLOB."""
    return word[len(word.rstrip("+#")) :]


def pattern(run: str) -> str:
    """Return a pattern for LIKE that a text matches where it holds a run of characters."""
    escaped = run.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"
