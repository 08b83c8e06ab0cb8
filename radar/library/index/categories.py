"""Which papers are in a category, and in which archive ("cs" of "cs.CL"): narrow enough for a million.

Only what looks like a category of a preprint server is kept: letters, hyphens and one full stop. Listings
give other classifications in the same field (numbers of the ACM or of mathematics), whole lines long.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from radar.library.database.connection import Database
from radar.library.index.completions import LAST
from radar.papers.text.patterns import pattern

_CATEGORY = pattern(r"[a-z-]{2,20}(?:\.[a-z-]{2,24})?")


@lru_cache(maxsize=2_048)
def categories_of(named: tuple[str, ...]) -> tuple[str, ...]:
    """Return the categories among what a paper names, and their archives, in lower case, each once."""
    found: dict[str, None] = {}
    for name in named:
        folded = name.strip().lower()
        if _CATEGORY.fullmatch(folded):
            found[folded] = None
            found[folded.partition(".")[0]] = None
    return tuple(found)


def store_categories(database: Database, papers: Iterable[tuple[int, Sequence[str]]]) -> None:
    """Note the categories of papers, by key, beside those that are noted."""
    rows = [(key, name) for key, named in papers for name in categories_of(tuple(named))]
    names = sorted({name for _, name in rows})
    database.run_many("INSERT OR IGNORE INTO category_names (name) VALUES (?)", ((name,) for name in names))
    numbers: dict[str, int] = dict(database.rows("SELECT name, number FROM category_names"))
    database.run_many(
        "INSERT OR IGNORE INTO categorised (category, id) VALUES (?, ?)",
        sorted((numbers[name], key) for key, name in rows),
    )


def forget_categories(database: Database, key: int, named: Sequence[str]) -> None:
    """Take a paper out of categories."""
    names = categories_of(tuple(named))
    database.run_many(
        "DELETE FROM categorised WHERE id = ? AND category = ("
        "SELECT number FROM category_names WHERE name = ?)",
        [(key, name) for name in names],
    )


def forget_all_categories(database: Database, papers: Iterable[tuple[int, Sequence[str]]]) -> None:
    """Take papers out of all that they name, by key; many at once."""
    numbers: dict[str, int] = dict(database.rows("SELECT name, number FROM category_names"))
    database.run_many(
        "DELETE FROM categorised WHERE category = ? AND id = ?",
        sorted(
            (numbers[name], key)
            for key, named in papers
            for name in categories_of(tuple(named))
            if name in numbers
        ),
    )


def category_numbers(database: Database, name: str, *, exact: bool) -> tuple[int, ...]:
    """Return the number of a category or archive; where there is none, those of all that begin so."""
    folded = name.lower()
    found = database.rows("SELECT number FROM category_names WHERE name = ?", (folded,))
    if not found and not exact:
        found = database.rows(
            "SELECT number FROM category_names WHERE name >= ? AND name < ? ORDER BY number",
            (folded, folded + LAST),
        )
    return tuple(int(number) for (number,) in found)
