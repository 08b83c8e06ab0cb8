"""Values that no radar stores are told as such, whoever comes upon them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from radar.abstracts.reading import read
from radar.errors import StrangeLibrary
from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.papers.bases import replace
from radar.papers.listed.listing import Listing
from radar.papers.reader.query import PaperQuery
from tests.library.samples import paper

ONE = paper(1)
MAKER = ("moss", "model", "digest")


def _again(library: Library, reader: LibraryReader) -> None:
    library.add_papers([replace(ONE, version=3)], Listing("other"), read)


def _looked(library: Library, reader: LibraryReader) -> None:
    library.looked(datetime.now(UTC))


def _acceptance(library: Library, reader: LibraryReader) -> None:
    reader.acceptance(*MAKER[:2])


def _not_sent(library: Library, reader: LibraryReader) -> None:
    reader.not_sent(reader.keys(PaperQuery()), *MAKER)


@pytest.mark.parametrize("value", ["text", b"\xff", 9e99, "[1]", '{"a": 1}', "[" * 5_000])
@pytest.mark.parametrize(
    ("column", "ask"),
    [
        ("papers.added", _again),
        ("papers.added", _looked),
        ("papers.flags", _again),
        ("summaries.failed_checks", _acceptance),
        ("summaries.failed_checks", _not_sent),
    ],
)
def test_what_comes_upon_a_strange_value_says_so_or_does_without(
    library: Library,
    reader: LibraryReader,
    column: str,
    value: object,
    ask: Callable[[Library, LibraryReader], None],
) -> None:
    (key,) = library.add_papers([ONE], Listing("moss"), read).keys
    entry = reader.entry(key)
    assert entry is not None
    summariser, model, digest = MAKER
    made = replace(
        entry.summary.provenance,
        summariser=summariser,
        model=model,
        prompt_digest=digest,
        failed_checks=("too long",),
    )
    library.save_summaries([replace(entry.summary, provenance=made)])
    table, name = column.split(".")
    library.database.run(f"UPDATE {table} SET {name} = ?", (value,))
    try:
        ask(library, reader)
    except StrangeLibrary as error:
        assert "radar doctor --rescue" in error.hint
