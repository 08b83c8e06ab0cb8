"""`radar mark` and `radar tag`."""

from __future__ import annotations

from pathlib import Path

import pytest

from radar.cli import main
from radar.library.library import Library
from radar.library.reader import LibraryCounts, LibraryReader
from tests.cli.running import radar
from tests.cli.seeding import SILENT, SORTING, seed, settings
from tests.terminal import Terminal


def _counts() -> LibraryCounts:
    reader = LibraryReader.open(settings().library)
    try:
        return reader.counts()
    finally:
        reader.close()


def _tags() -> tuple[tuple[str, int], ...]:
    library = Library.open(settings().library)
    try:
        return library.tag_counts()
    finally:
        library.close()


def test_papers_that_a_query_finds_are_marked_and_that_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    seed()
    assert main(["mark", "read", "--promised"]) == 0
    printed = capsys.readouterr()
    assert printed.out == "2 papers marked read\n"
    assert "radar mark undo takes it back" in printed.err
    assert main(["mark", "read", "--all"]) == 0
    assert capsys.readouterr().out == "1 of 3 papers marked read, the others were already\n"
    assert main(["mark", "read", "shells"]) == 0
    assert capsys.readouterr().out == "nothing changed: it was so already\n"
    assert _counts().unread == 0


@pytest.mark.parametrize(
    ("act", "back"),
    [
        (["mark", "star", "--all"], "mark undo takes it back"),
        (["tag", "later", "--all"], "mark undo takes it back"),
        (["remove", "--all", "--yes"], "remove --undo puts them back"),
    ],
)
def test_what_takes_an_act_back_names_the_library_that_was_named(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, act: list[str], back: str
) -> None:
    library = tmp_path / "an other.sqlite3"
    seed()
    settings().library.rename(library)
    assert main(["--library", str(library), *act]) == 0
    assert f"radar --library '{library}' {back}" in capsys.readouterr().err


def test_acts_are_taken_back_the_last_one_first(capsys: pytest.CaptureFixture[str]) -> None:
    seed()
    assert main(["mark", "star", "--code"]) == 0
    assert main(["mark", "read", "--all"]) == 0
    assert main(["mark", "unstar", "--all"]) == 0
    assert (_counts().unread, _counts().starred) == (0, 0)
    capsys.readouterr()
    for label in ("unstar 1 paper", "read 3 papers", "star 1 paper"):
        assert main(["mark", "undo"]) == 0
        assert capsys.readouterr().out.startswith(f"taken back: {label}, of 20")
    assert (_counts().unread, _counts().starred) == (3, 0)
    assert main(["mark", "undo"]) == 1
    assert "nothing to take back" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "typed", "code", "starred"), [([], "n\r", 1, 1), ([], "\r", 0, 0), (["--yes"], "", 0, 0)]
)
def test_whoever_is_there_is_asked_before_an_act_is_taken_back(
    arguments: list[str], typed: str, code: int, starred: int
) -> None:
    seed()
    assert radar("mark", "star", "--code").returncode == 0
    with Terminal(["mark", "undo", *arguments]) as terminal:
        if typed:
            terminal.wait_for("take back: star 1 paper, of 20")
            terminal.type(typed)
        assert terminal.wait_for_end() == code
    assert _counts().starred == starred


def test_papers_are_tagged_and_lose_a_tag(capsys: pytest.CaptureFixture[str]) -> None:
    seed()
    assert main(["tag", "snail, later", "--all"]) == 0
    assert capsys.readouterr().out == "3 papers tagged snail, later\n"
    assert main(["tag", "later", "--remove", "--code"]) == 0
    assert capsys.readouterr().out == "1 paper no longer tagged later\n"
    assert _tags() == (("snail", 3), ("later", 2))
    assert main(["mark", "undo"]) == 0
    assert _tags() == (("later", 3), ("snail", 3))


def test_where_nothing_is_found_nothing_is_marked(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["mark", "read", "--all"]) == 1
    assert "the library is empty" in capsys.readouterr().err
    seed()
    assert main(["tag", "later", "zebra"]) == 1
    assert "nothing tagged later: nothing matches" in capsys.readouterr().err
    assert _tags() == ()


def test_several_ids_are_these_papers_and_those_that_are_not_there_are_named(
    capsys: pytest.CaptureFixture[str],
) -> None:
    seed()
    ids = [SORTING.id, "2511.99999", "https://arxiv.org/abs/2511.00125", "10.1234/moss"]
    assert main(["mark", "star", *ids]) == 1
    printed = capsys.readouterr()
    assert printed.out == "2 papers starred\n"
    assert [line for line in printed.err.splitlines() if "no paper" in line] == [
        "radar: no paper '2511.99999' in the library",
        "radar: no paper '10.1234/moss' in the library",
    ]
    assert main(["tag", "later", f"{SORTING.id}, {SILENT.id}", "--starred"]) == 0
    assert _tags() == (("later", 2),)


def test_a_tag_without_a_letter_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    seed()
    assert main(["tag", " , "]) == 2
    assert "is no tag" in capsys.readouterr().err


def test_an_unknown_action_is_answered_with_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["mark", "raed"]) == 2
    assert "Did you mean read?" in capsys.readouterr().err


@pytest.mark.parametrize("command", [("mark", "read"), ("tag", "later")])
def test_a_query_that_was_forgotten_is_not_taken_for_all_papers(
    capsys: pytest.CaptureFixture[str], command: tuple[str, ...]
) -> None:
    count = seed().new
    capsys.readouterr()
    assert main(command) == 2
    said = capsys.readouterr().err
    assert f"that would be all {count:,} papers" in said
    assert "--all" in said
    assert main([*command, "--all"]) == 0


def test_a_dash_before_a_tag_takes_it_away(capsys: pytest.CaptureFixture[str]) -> None:
    seed()
    assert main(["tag", "later, snail", "--all"]) == 0
    capsys.readouterr()
    assert main(["tag", "shore; -later", SORTING.id]) == 0
    assert capsys.readouterr().out == "1 paper tagged shore; no longer tagged later\n"
    assert _tags() == (("snail", 3), ("later", 2), ("shore", 1))
    assert main(["tag", "snail,-later", "--remove", "--all"]) == 2
    assert "takes a tag away already" in capsys.readouterr().err
    assert _tags() == (("snail", 3), ("later", 2), ("shore", 1))


def test_a_dash_takes_no_tag_behind_the_next_semicolon_away(capsys: pytest.CaptureFixture[str]) -> None:
    seed()
    assert main(["tag", "snail; later", "--all"]) == 0
    capsys.readouterr()
    assert main(["tag", "shore,-later;snail", SORTING.id]) == 0
    assert capsys.readouterr().out == "1 paper tagged shore, snail; no longer tagged later, later;snail\n"
    assert _tags() == (("snail", 3), ("later", 2), ("shore", 1))


def test_the_help_of_tags_tells_where_a_dash_may_stand(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["tag", "--help"]) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert "behind another tag, -TAG takes one away (later,-old); else --remove" in told


def test_a_tag_is_told_as_it_is_kept(capsys: pytest.CaptureFixture[str]) -> None:
    seed()
    assert main(["tag", "X" * 100, "--all"]) == 0
    assert capsys.readouterr().out == f"3 papers tagged {'X' * 60} (cut at 60 letters)\n"
    assert _tags() == (("X" * 60, 3),)
