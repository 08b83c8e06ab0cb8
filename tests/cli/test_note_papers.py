"""`radar note`."""

from __future__ import annotations

import json

import pytest

from radar.cli import main
from radar.cli.exit_codes import ExitCode, exit_code_of
from radar.errors import PaperGone
from radar.papers.reader.notes import LONGEST
from tests.cli.running import radar
from tests.cli.seeding import seed

ID = "2511.00124"


def test_a_note_is_written_read_found_and_taken_back(capsys: pytest.CaptureFixture[str]) -> None:
    seed()
    assert main(["note", ID, "Ask Ada", "about  walls"]) == 0
    printed = capsys.readouterr()
    assert (printed.out, printed.err) == ("note written\n", "radar mark undo takes it back\n")
    assert main(["note", f"https://arxiv.org/abs/{ID}v2"]) == 0
    assert capsys.readouterr().out == "Ask Ada about walls\n"
    assert main(["list", "note:walls"]) == 0
    assert "Slugs Climb Walls" in capsys.readouterr().out
    assert main(["show", ID]) == 0
    assert "note      Ask Ada about walls\n" in capsys.readouterr().out
    assert main(["show", ID, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["note"] == "Ask Ada about walls"
    assert main(["mark", "undo"]) == 0
    assert capsys.readouterr().out.startswith("taken back: note on 1 paper, of 20")
    main(["list", "has:note"])
    assert "nothing matches" in capsys.readouterr().err


def test_a_note_is_taken_away_and_where_there_is_none_that_is_said(
    capsys: pytest.CaptureFixture[str],
) -> None:
    seed()
    assert main(["note", ID]) == 1
    assert capsys.readouterr().err == "there is no note on this paper\n"
    assert main(["note", ID, "--remove"]) == 1
    assert capsys.readouterr().out == "nothing changed: there is no note on it\n"
    assert main(["note", ID, "--", "-soon"]) == 0
    assert main(["note", ID, "-soon"]) == 2
    assert "What begins with a dash goes behind --: -- -soon" in capsys.readouterr().err
    assert main(["note", ID, "--", "-soon"]) == 0
    assert capsys.readouterr().out == "nothing changed: it was so already\n"
    assert main(["note", ID, "--remove"]) == 0
    assert capsys.readouterr().out == "note taken away\n"
    assert main(["note", ID]) == 1


@pytest.mark.parametrize(
    ("arguments", "said", "code"),
    [
        (["2511.99999", "dig"], "no paper '2511.99999' in the library", 1),
        ([ID, "dig", "--remove"], "--remove takes no text", 2),
        ([ID, " \n"], "an empty text is no note", 2),
        ([ID, "n" * (LONGEST + 1)], "a note has at most 2,000 characters, and this has 2,001", 2),
    ],
)
def test_what_cannot_be_a_note_is_refused_and_changes_nothing(
    capsys: pytest.CaptureFixture[str], arguments: list[str], said: str, code: int
) -> None:
    seed()
    main(["note", ID, "there before"])
    capsys.readouterr()
    assert main(["note", *arguments]) == code
    assert said in capsys.readouterr().err
    assert main(["note", ID]) == 0
    assert capsys.readouterr().out == "there before\n"


def test_no_note_reaches_the_terminal_with_an_escape_in_it(capsys: pytest.CaptureFixture[str]) -> None:
    seed()
    assert main(["note", ID, "red \x1b[31m alert"]) == 0
    assert main(["note", ID]) == 0
    assert "\x1b" not in capsys.readouterr().out


def test_a_note_is_read_from_standard_input_as_one_paragraph(capsys: pytest.CaptureFixture[str]) -> None:
    seed()
    done = radar("note", ID, "-", stdin="Ask Ada\nabout wälls\n")
    assert (done.returncode, done.stdout) == (0, "note written\n")
    main(["note", ID])
    assert capsys.readouterr().out == "Ask Ada about wälls\n"


@pytest.mark.parametrize(
    ("stdin", "said"),
    [
        (b"w\xe4lls", "what came is not UTF-8 text"),
        (b"\n", "an empty text is no note"),
        (b"n" * (LONGEST + 1), "a note has at most 2,000 characters, and this has 2,001"),
    ],
)
def test_standard_input_that_is_no_note_leaves_the_one_before(
    capsys: pytest.CaptureFixture[str], stdin: bytes, said: str
) -> None:
    seed()
    main(["note", ID, "there before"])
    done = radar("note", ID, "-", stdin=stdin)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    capsys.readouterr()
    main(["note", ID])
    assert capsys.readouterr().out == "there before\n"


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (["note", ID, "-"], "what came is not UTF-8 text"),
        (["add", "-"], "wlls: this names no paper that radar can ask for"),
    ],
)
def test_standard_input_that_is_no_text_is_told_in_a_locale_that_reads_nothing_else(
    command: list[str], said: str
) -> None:
    seed()
    done = radar(*command, stdin=b"w\xe4lls\n", environment={"PYTHONIOENCODING": "utf-8:strict"})
    assert said in done.stderr
    assert "that radar does not know" not in done.stderr


def test_a_paper_that_vanished_meanwhile_is_as_one_that_is_not_there() -> None:
    assert exit_code_of(PaperGone("gone")) is ExitCode.INCOMPLETE
