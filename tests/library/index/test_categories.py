"""Papers by category: kept as papers come, and made up for in older libraries."""

from __future__ import annotations

from pathlib import Path

import pytest

from radar.library.database.connection import open_writer
from radar.library.index.categories import categories_of
from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.library.schema.later_tables import CATEGORIES
from radar.papers.reader.query import PaperQuery
from tests.library.samples import LISTING, paper, read

NAMED = [
    ("cs.CL", "cs.LG"),
    ("cs.LG", "stat.ML", "68T50, 68T45; I.2.7"),
    ("hep-th",),
    ("astro-ph.CO", 'a "quoted\\ one'),
    (),
    ("CS.cl", "x"),
]


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        (["cs.CL", "CS.cl"], ("cs.cl", "cs")),
        (["hep-th"], ("hep-th",)),
        (["68T50, 68T45", "I.2.7", "x", "a b", ""], ()),
        (["q-bio.NC"], ("q-bio.nc", "q-bio")),
    ],
)
def test_only_categories_of_preprint_servers_are_kept(named: list[str], expected: tuple[str, ...]) -> None:
    assert categories_of(tuple(named)) == expected


def found(reader: LibraryReader, text: str) -> list[int]:
    return sorted(key & 0xFFFFF for key in reader.keys(PaperQuery(text)))


def filled(path: Path) -> dict[str, list[int]]:
    library = Library.open(path)
    chunk = [paper(number, categories=named) for number, named in enumerate(NAMED)]
    library.add_papers(chunk, LISTING, read)
    library.close()
    return answers(path)


def answers(path: Path) -> dict[str, list[int]]:
    reader = LibraryReader.open(path)
    texts = (
        "cat:cs",
        "cat:cs.CL",
        "cat:cs.lg",
        "cat:stat.ML",
        "cat:hep-th",
        "cat:astro-ph",
        "cat:a",
        "cat:x",
    )
    try:
        return {text: found(reader, text) for text in texts}
    finally:
        reader.close()


def test_an_older_library_learns_its_categories(path: Path) -> None:
    expected = filled(path)
    assert [len(keys) for keys in expected.values()] == [3, 2, 2, 1, 1, 1, 1, 0]
    database = open_writer(path)
    for table in ("categorised", "category_names"):
        database.run(f"DROP TABLE {table}")
    with database.transaction():
        for statement in CATEGORIES:
            database.run(statement)
    database.close()
    assert answers(path) == expected


def test_a_known_paper_gains_a_category(library: Library, reader: LibraryReader) -> None:
    library.add_papers([paper(1)], LISTING, read)
    assert found(reader, "cat:cs.CL") == []
    library.add_papers([paper(1, categories=("cs.CL",))], LISTING, read)
    assert len(found(reader, "cat:cs.CL")) == 1
