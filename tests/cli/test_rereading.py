"""Papers that older rules have read, on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from radar.abstracts.reading import RULES_VERSION, read
from radar.cli import main
from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.papers.bases import replace
from radar.papers.listed.listing import Listing
from radar.papers.listed.paper import Paper
from radar.papers.reader.query import Mark
from radar.papers.summaries.flags import Flags, Release
from radar.papers.summaries.summary import Reading
from tests.cli.seeding import PAPERS, SORTING, settings


def _older(about: Paper) -> Reading:
    return replace(read(about), flags=Flags(), rules_version=RULES_VERSION - 1)


@pytest.fixture
def keys() -> tuple[int, ...]:
    """A library whose papers older rules have read, without a flag; the first is starred and tagged."""
    library = Library.open(settings().library)
    keys = library.add_papers(PAPERS, Listing("file:garden.txt", "garden.txt"), _older).keys
    library.mark(keys[:1], Mark.STARRED, True)
    library.set_tags(keys[0], ["shell"])
    library.close()
    return keys


def _rows(keys: tuple[int, ...]) -> tuple[tuple[Release, Mark], ...]:
    reader = LibraryReader.open(settings().library)
    try:
        return tuple((row.code, row.marks) for row in reader.rows(keys))
    finally:
        reader.close()


@pytest.mark.usefixtures("keys")
@pytest.mark.parametrize(
    "arguments", [["list"], ["list", "--json"], ["show", SORTING.id], ["export", "--format", "jsonl"]]
)
def test_what_older_rules_read_is_shown_and_told(
    capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    assert main(arguments) == 0
    printed = capsys.readouterr()
    assert SORTING.title in printed.out
    assert printed.err == (
        "3 papers are still read by older rules: the screen, radar refresh and radar import read them again\n"
    )


def _after_an_import(folder: Path) -> list[str]:
    path = folder / "more.jsonl"
    path.write_text('{"id": "2512.00007", "title": "Snails rest", "abstract": "We watch snails rest."}\n')
    return ["import", str(path)]


def _after_a_refresh_that_fails(_folder: Path) -> list[str]:
    return ["refresh", "garden:snails"]


@pytest.mark.parametrize("command", [_after_an_import, _after_a_refresh_that_fails])
def test_a_command_that_writes_reads_them_again_and_keeps_marks_and_tags(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], keys: tuple[int, ...], command: object
) -> None:
    assert callable(command)
    main(command(tmp_path))
    assert "3 papers read again by newer rules\n" in capsys.readouterr().err
    none = Mark.NONE
    assert _rows(keys) == (
        (Release.RELEASED, Mark.STARRED),
        (Release.PROMISED, none),
        (Release.NONE, none),
    )
    assert main(["list", "--tag", "shell"]) == 0
    printed = capsys.readouterr()
    assert SORTING.title in printed.out
    assert printed.err == ""
