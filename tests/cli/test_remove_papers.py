"""`radar remove`: what it asks, what it says, and the way back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from radar.cli import main
from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.papers.reader.query import Mark, PaperQuery
from radar.papers.search.quoting import in_quotes
from tests.cli.running import radar
from tests.cli.seeding import PAPERS, PROMISING, SILENT, SORTING, many, seed, settings
from tests.terminal import Terminal

Captured = pytest.CaptureFixture[str]


def _ids() -> set[str]:
    reader = LibraryReader.open(settings().library)
    try:
        return {row.id for row in reader.rows(reader.keys(PaperQuery()))}
    finally:
        reader.close()


@pytest.fixture
def seeded() -> None:
    """Three papers, one of them starred and noted."""
    keys = seed().keys
    library = Library.open(settings().library)
    library.mark(keys[:1], Mark.STARRED, True)
    library.set_note(keys[0], "try it")
    library.tag(keys[:2], ["snail"])
    library.close()


@pytest.mark.usefixtures("seeded")
def test_papers_that_a_query_finds_are_removed_and_put_back(capsys: Captured) -> None:
    assert main(["remove", "--promised", "--yes"]) == 0
    printed = capsys.readouterr()
    assert printed.out == "2 papers removed\n"
    assert "radar remove --undo puts them back" in printed.err
    assert _ids() == {SILENT.id}
    assert main(["list", "--starred"]) == 0
    assert "nothing matches" in capsys.readouterr().err
    assert main(["remove", "--undo"]) == 0
    assert capsys.readouterr().out == "2 papers put back\n"
    assert _ids() == {one.id for one in PAPERS}
    assert main(["show", SORTING.id]) == 0
    assert "try it" in capsys.readouterr().out
    assert main(["remove", "--undo"]) == 1
    assert "nothing to put back" in capsys.readouterr().err


@pytest.mark.usefixtures("seeded")
def test_the_last_act_is_taken_back_by_mark_undo_too(capsys: Captured) -> None:
    assert main(["remove", SORTING.id, "--yes"]) == 0
    capsys.readouterr()
    assert main(["mark", "undo"]) == 0
    assert capsys.readouterr().out.startswith("taken back: remove 1 paper, of 20")
    assert _ids() == {one.id for one in PAPERS}


@pytest.mark.usefixtures("seeded")
def test_nothing_is_removed_where_nobody_can_be_asked(capsys: Captured) -> None:
    assert main(["remove", "--promised"]) == 2
    said = capsys.readouterr().err
    assert "remove 2 papers (1 starred, 1 with a note, 2 tagged)?" in said
    assert "--yes" in said
    assert main(["remove", "--promised", "--dry-run"]) == 0
    assert capsys.readouterr().out == "would remove 2 papers (1 starred, 1 with a note, 2 tagged)\n"
    assert len(_ids()) == 3


@pytest.mark.parametrize(("typed", "code", "left"), [("n\r", 1, 3), ("\r", 1, 3), ("y\r", 0, 1)])
@pytest.mark.usefixtures("seeded")
def test_whoever_is_there_is_asked_and_told_what_is_lost(typed: str, code: int, left: int) -> None:
    with Terminal(["remove", "--promised"]) as terminal:
        terminal.wait_for("remove 2 papers (1 starred, 1 with a note, 2 tagged)? [y/N]")
        terminal.type(typed)
        assert terminal.wait_for_end() == code
    assert len(_ids()) == left


@pytest.mark.usefixtures("seeded")
def test_a_query_that_was_forgotten_is_not_taken_for_all_papers(capsys: Captured) -> None:
    assert main(["remove", "--yes"]) == 2
    assert "that would be all 3 papers" in capsys.readouterr().err
    assert main(["remove", "zebra", "--yes"]) == 1
    assert "nothing removed: nothing matches" in capsys.readouterr().err
    assert main(["remove", "2511.99999", PROMISING.id, "--yes"]) == 1
    printed = capsys.readouterr()
    assert printed.out == "1 paper removed\n"
    assert "no paper '2511.99999' in the library" in printed.err
    assert main(["remove", "--all", "--yes"]) == 0
    assert _ids() == set()
    assert main(["remove", "--all", "--yes"]) == 1


@pytest.mark.usefixtures("seeded")
def test_what_was_removed_is_listed_and_forgotten(capsys: Captured) -> None:
    assert main(["remove", "--list"]) == 0
    assert "nothing was removed" in capsys.readouterr().err
    main(["remove", "snails", "--yes"])
    main(["remove", "--promised", "--yes"])
    capsys.readouterr()
    assert main(["remove", "--list"]) == 0
    last, first = capsys.readouterr().out.splitlines()
    assert "  1 paper (tagged): --promised; can be taken back until 20" in last
    assert "  1 paper (starred, with a note, tagged): snails; can be" in first
    assert main(["remove", "--forget"]) == 2
    assert "let go of 2 papers" in capsys.readouterr().err
    assert main(["remove", "--forget", "--yes"]) == 0
    assert capsys.readouterr().out == "2 papers forgotten; only the names are left\n"
    assert main(["remove", "--undo"]) == 1
    assert main(["remove", "--forget", "--yes"]) == 0
    assert "nothing to forget" in capsys.readouterr().err
    assert main(["remove", "--list"]) == 0
    assert capsys.readouterr().out.count("only their names are kept") == 2


@pytest.mark.parametrize("rest", [["snails"], ["--all"], ["--limit", "2"], ["--code"], ["--dry-run"]])
@pytest.mark.parametrize("what", ["--undo", "--list", "--forget"])
@pytest.mark.usefixtures("seeded")
def test_what_was_removed_is_not_chosen_by_a_query(capsys: Captured, what: str, rest: list[str]) -> None:
    assert main(["remove", what, *rest]) == 2
    assert f"{what} is about what was removed" in capsys.readouterr().err
    assert len(_ids()) == 3


def _listing(path: Path, count: int = 3) -> str:
    records = [{"id": one.id, "title": one.title, "abstract": one.abstract} for one in many(count)]
    path.write_text("".join(json.dumps(record) + "\n" for record in records))
    return str(path)


def test_an_import_is_undone_and_leaves_out_what_was_removed(capsys: Captured, tmp_path: Path) -> None:
    seed()
    listing = _listing(tmp_path / "snails.jsonl")
    assert main(["import", listing]) == 0
    assert main(["remove", "only:file:snails.jsonl", "--yes"]) == 0
    assert _ids() == {one.id for one in PAPERS}
    capsys.readouterr()
    assert main(["import", listing]) == 0
    printed = capsys.readouterr()
    assert printed.out == "snails.jsonl: 3 papers: 0 new, 0 known, 3 left out that you removed\n"
    assert "radar add ID brings a paper anew" in printed.err
    assert len(_ids()) == 3
    assert main(["import", listing, "--anew"]) == 0
    assert "3 new" in capsys.readouterr().out
    assert len(_ids()) == 6


@pytest.mark.parametrize("name", ["my snails.jsonl", 'my "snails".jsonl', 'my"snails".jsonl'])
def test_an_import_of_a_file_with_spaces_or_quotes_in_its_name_is_undone(
    capsys: Captured, tmp_path: Path, name: str
) -> None:
    seed()
    listing = _listing(tmp_path / name)
    for query in (f"only:file:{name}", f"only:{in_quotes(f'file:{name}')}"):
        main(["import", listing, "--anew"])
        capsys.readouterr()
        # As a shell hands on only:"file:my snails.jsonl", and the same between apostrophes.
        assert main(["remove", query, "--yes"]) == 0
        assert "3 papers removed" in capsys.readouterr().out
        assert _ids() == {one.id for one in PAPERS}


def test_a_query_in_one_argument_is_not_taken_for_the_name_of_a_file(
    capsys: Captured, tmp_path: Path
) -> None:
    main(["import", _listing(tmp_path / "snails.jsonl")])
    capsys.readouterr()
    assert main(["list", "only:file:snails.jsonl has:note"]) == 0
    assert "nothing matches" in capsys.readouterr().err


def test_many_are_removed_and_put_back_by_the_real_program(capsys: Captured, tmp_path: Path) -> None:
    seed(many(300))
    removed = radar("remove", "--limit", "250", "--yes")
    assert (removed.returncode, removed.stdout) == (0, "250 papers removed\n")
    assert len(_ids()) == 50
    assert radar("remove", "--undo").stdout == "250 papers put back\n"
    assert len(_ids()) == 300


@pytest.mark.parametrize("word", ["delete", "rm"])
def test_other_words_for_it_are_understood(capsys: Captured, word: str) -> None:
    assert main([word]) == 2
    assert "Did you mean remove?" in capsys.readouterr().err
