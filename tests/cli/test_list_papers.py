"""`radar list`."""

from __future__ import annotations

import json

import pytest

from radar.cli import main
from radar.library.library import Library
from radar.papers.bases import replace
from radar.papers.listed.paper import Links, Paper
from radar.papers.reader.query import Mark
from tests.cli.seeding import PAPERS, PROMISING, SILENT, SORTING, many, seed, settings
from tests.pipeline.exporting.entries import paper
from tests.terminal import Terminal


def _ids(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    assert main(["list", "--json", *arguments]) == 0
    return [json.loads(line)["id"] for line in capsys.readouterr().out.splitlines()]


def _expected(*papers: Paper) -> list[str]:
    return [about.id for about in papers]


@pytest.mark.parametrize(
    ("arguments", "papers"),
    [
        ([], PAPERS),
        (["--code"], (SORTING,)),
        (["--promised"], (SORTING, PROMISING)),
        (["--code", "--promised"], (SORTING, PROMISING)),
        (["--results", "any"], (SORTING, PROMISING)),
        (["--results", "quantified"], (SORTING,)),
        (["--results", "sota"], ()),
        (["--data"], ()),
        (["slugs"], (PROMISING,)),
        (["marb*"], (SORTING,)),
        (["marb"], ()),
        (["NOT", "slugs"], (SORTING, SILENT)),
        (["snails", "--code", "sort"], (SORTING,)),
        (["--limit", "2"], (SORTING, PROMISING)),
        (["--order", "title"], (SILENT, PROMISING, SORTING)),
        (["--starred"], ()),
        (["--tag", "garden"], ()),
    ],
)
def test_the_options_choose_papers(
    capsys: pytest.CaptureFixture[str], arguments: list[str], papers: tuple[Paper, ...]
) -> None:
    seed()
    capsys.readouterr()
    assert _ids(capsys, *arguments) == _expected(*papers)


def test_marks_and_tags_choose_papers(capsys: pytest.CaptureFixture[str]) -> None:
    keys = seed().keys
    library = Library.open(settings().library)
    library.mark([keys[0]], Mark.READ, True)
    library.mark([keys[1]], Mark.STARRED, True)
    library.set_tags(keys[2], ["shell"])
    library.close()
    assert _ids(capsys, "--unread") == _expected(PROMISING, SILENT)
    assert _ids(capsys, "--starred") == _expected(PROMISING)
    assert _ids(capsys, "--tag", "shell") == _expected(SILENT)


def test_a_json_line_holds_the_paper_its_flags_and_the_words_they_stand_on(
    capsys: pytest.CaptureFixture[str],
) -> None:
    seed()
    assert main(["list", "--code", "--json"]) == 0
    record = json.loads(capsys.readouterr().out)
    assert record["title"] == SORTING.title
    assert record["code_url"] == "https://github.com/snail/sort"
    assert record["takeaway"]
    assert "available" in record["evidence"]["code"]["text"]


def test_piped_a_paper_is_two_plain_lines(capsys: pytest.CaptureFixture[str]) -> None:
    seed()
    assert main(["list", "--code"]) == 0
    first, second = capsys.readouterr().out.splitlines()
    assert first.split("  ") == [SORTING.id, "2025-11-03", "code,quantified", SORTING.title]
    assert second.startswith("    ")
    assert second.strip()


def test_code_that_only_the_site_has_guessed_is_marked(capsys: pytest.CaptureFixture[str]) -> None:
    seed([replace(SILENT, links=Links(code="https://github.com/shell/book", code_added_by="auto"))])
    assert main(["list", "--code"]) == 0
    assert capsys.readouterr().out.splitlines()[0].split("  ")[2] == "code-guessed"
    with Terminal(["list"], columns=130) as terminal:
        terminal.wait_for("1 paper")
        assert "? · ·" in terminal.text
        assert terminal.wait_for_end() == 0


def test_a_paper_without_flags_has_a_mark_in_their_place(capsys: pytest.CaptureFixture[str]) -> None:
    seed()
    assert main(["list", "survey"]) == 0
    assert capsys.readouterr().out.splitlines()[0].split("  ")[2] == "-"


def test_nothing_found_says_which_filter_to_drop(capsys: pytest.CaptureFixture[str]) -> None:
    seed()
    assert main(["list", "slugs", "--code"]) == 0
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "nothing matches" in printed.err
    assert "1 without code" in printed.err


def test_an_empty_library_says_how_to_fill_it_and_is_not_created(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list"]) == 0
    assert "radar import FILE" in capsys.readouterr().err
    assert not settings().library.exists()


def test_a_broken_library_is_an_error_and_no_traceback(capsys: pytest.CaptureFixture[str]) -> None:
    path = settings().library
    path.parent.mkdir(parents=True)
    path.write_bytes(b"not a database at all" * 500)
    assert main(["list"]) == 2
    printed = capsys.readouterr()
    assert printed.err.startswith("radar: library: ")
    assert path.read_bytes().startswith(b"not a database")


@pytest.mark.parametrize("columns", [40, 80, 120])
def test_on_a_terminal_no_line_is_wider_than_it(columns: int) -> None:
    wide = paper(
        "数学的な問題を解く研究" * 9, "2511.00200", abstract="長さペナルティに関する研究である。" * 20
    )
    seed([*PAPERS, wide])
    with Terminal(["list", "--limit", "4"], columns=columns, lines=24) as terminal:
        terminal.wait_for("2511.00200")
        assert terminal.wait_for_end() == 0
        rows = [line for line in terminal.text.splitlines() if "2025-11-03" in line]
    assert len(rows) == 4
    assert all(line.rstrip().endswith("2025-11-03") for line in rows)
    assert b"\x1b[1m" in terminal.raw


def test_on_a_terminal_the_signs_are_explained() -> None:
    seed()
    with Terminal(["list"], columns=120) as terminal:
        terminal.wait_for("3 papers")
        assert "C code, c promised" in terminal.text
        assert terminal.wait_for_end() == 0


@pytest.mark.parametrize("arguments", [["list", "--ascii"], ["--ascii", "list"], ["list"]])
def test_signs_are_plain_letters_where_the_reader_wants_them(arguments: list[str]) -> None:
    seed()
    environment = {} if "--ascii" in arguments else {"RADAR_ASCII": "true"}
    with Terminal(arguments, columns=120, environment=environment) as terminal:
        terminal.wait_for("3 papers")
        assert "claims: S state of the art" in terminal.text
        assert terminal.wait_for_end() == 0
        assert terminal.text.isascii()


@pytest.mark.parametrize(
    ("arguments", "environment"),
    [(["list"], {"NO_COLOR": "1"}), (["list", "--no-color"], {}), (["list"], {"TERM": "dumb"})],
)
def test_without_colours_no_escape_sequence_reaches_the_terminal(
    arguments: list[str], environment: dict[str, str]
) -> None:
    seed()
    with Terminal(arguments, environment=environment) as terminal:
        assert terminal.wait_for_end() == 0
        assert b"Snails Sort" in terminal.raw
    assert b"\x1b" not in terminal.raw


def test_a_long_list_comes_whole(capsys: pytest.CaptureFixture[str]) -> None:
    seed(many(450))
    assert main(["list"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 900
