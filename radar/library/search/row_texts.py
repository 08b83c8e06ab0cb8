"""Conditions on the texts of a row, near to what the index of words would say of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from radar.library.database.connection import Database
from radar.library.search.conditions import Sql
from radar.papers.bases import Value

_STANDS = "stands"
"""Of SQL: whether a text holds words, given as what finds them; see `teach`."""
_ACCENTS = "\u0300-\u036f"
"""Accents that stand behind their letters, which the index takes for parts of the word."""
_BETWEEN = f"(?:[^\\w{_ACCENTS}]|_)+"
_RAISED = "\N{SUPERSCRIPT PLUS SIGN}"
_COMMAND = "\\textsuperscript"
_AS_READ = ((_COMMAND, ""), ("$", ""), ("^", ""), ("{", ""), ("}", ""), ("\\", ""), (_RAISED, "+"))
"""What is put for what in a text before a word with signs is looked for, as the reader sees it."""
SIGNS_STAND = " OR ".join(
    f"{column} GLOB '*+*' OR {column} GLOB '*#*' OR instr({column}, '{_RAISED}')"
    for column in ("title", "takeaway", "authors", "abstract")
)
"""Of the index `i_signed`: signs that may belong to a word stand in a text. A change takes a migration."""
_GOES_ON = f"(?:[^\\W_]|[{_ACCENTS}])"
"""A letter or digit of any script, or an accent: with it a word goes on."""


class Beside(Value):
    """Words that stand side by side."""

    words: tuple[str, ...]
    whole: bool
    """Whether the last of them is, and not only begun."""


def teach(database: Database) -> None:
    """Let a database know what the conditions here ask for beyond SQL."""
    database.teach(_STANDS, _stands)


def name_begins(text: str) -> Sql:
    """Return a condition on a row: a name in it begins so."""
    inside = pattern(text)
    return Sql(
        "(p.authors LIKE ? ESCAPE '\\' OR p.authors LIKE ? ESCAPE '\\' OR p.authors LIKE ? ESCAPE '\\')",
        (inside[1:], f"% {inside[1:]}", f"%\n{inside[1:]}"),
    )


def holds(columns: Sequence[str], *phrases: Beside) -> Sql:
    """Return a condition on a row: one of some phrases stands in a text of it.

    It is no more than near: words with accents are left to the exact answer. It holds in databases that know
    it; see `teach`.
    """
    behind: dict[str, list[str]] = {}
    for phrase in phrases:
        first, *others = phrase.words
        end = f"(?!{_GOES_ON})" if phrase.whole else ""
        behind.setdefault(first, []).append(_BETWEEN.join(["", *others]) + end)
    # A word in front is quickly looked for, a sign that may be any of many is not.
    wanted = "|".join(f"{first}(?<!{_GOES_ON}{first})(?:{'|'.join(ends)})" for first, ends in behind.items())
    tests = " OR ".join(f"{_STANDS}(?, p.{column})" for column in columns)
    return Sql(f"({tests})", (wanted,) * len(columns))


def _stands(wanted: str, text: str) -> bool:
    return _finder(wanted)(text.lower()) is not None


@lru_cache(maxsize=64)
def _finder(wanted: str) -> Callable[[str], re.Match[str] | None]:
    return re.compile(wanted).search


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
