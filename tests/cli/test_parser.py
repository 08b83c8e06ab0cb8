"""Arguments as they are typed, and what is said of those that are not known."""

from __future__ import annotations

import pytest

from radar.cli import main
from tests.terminal import Terminal

NAMES = (
    "demo",
    "import",
    "refresh",
    "list",
    "show",
    "summarise",
    "export",
    "read",
    "jobs",
    "doctor",
    "settings",
    "work",
)


@pytest.mark.parametrize(
    ("arguments", "message", "hint"),
    [
        (["lst"], "there is no command 'lst'", "Did you mean list?"),
        (["sumarize"], "there is no command 'sumarize'", "Did you mean summarise?"),
        (["ls"], "there is no command 'ls'", "Did you mean list?"),
        (["search", "crabs"], "there is no command 'search'", "Did you mean list?"),
        (["fetch"], "there is no command 'fetch'", "Did you mean refresh?"),
        (["star", "2406.01234"], "there is no command 'star'", "Did you mean mark?"),
        (["config"], "there is no command 'config'", "Did you mean settings?"),
        (["watch", "rm", "x"], "there is no action 'rm'", "Did you mean remove?"),
        (["sources", "delete", "x"], "there is no action 'delete'", "Did you mean remove?"),
        (["import", ""], "an empty name names no file", "radar import --help tells"),
        (["read", ""], "an empty name names no file", "radar read --help tells"),
        (["batch", "import", ""], "an empty name names no file", "radar batch import --help tells"),
        (["mark", "read"], "that would be all papers", "Choose some, or add --all"),
        (["works"], "there is no command 'works'", "radar --help names all"),
        (["list", "--cod"], "radar list does not take --cod", "Did you mean --code?"),
        (["list", "-code"], "radar list does not take -code", "Did you mean --code?"),
        (["list", "-survey"], "radar list does not take -survey", "put -- before the query: -- -survey"),
        (["tag", "-x", "mamba"], "radar tag does not take -x", "name it without a dash and add --remove"),
        (["tag", "-x", "mamba"], "radar tag does not take -x", "put -- before the query: -- -x"),
        (
            ["tag", "-later", "--all"],
            "are required: TAGS",
            "  To take a tag away, name it without a dash and add --remove.\n",
        ),
        (["tag", "--all"], "are required: TAGS", "  radar tag --help tells\n"),
        (["list", "--result=any"], "radar list does not take --result=any", "Did you mean --results?"),
        (
            ["list", "--results", "sotta"],
            "'sotta' is not known. Did you mean sota?",
            "radar list --help tells",
        ),
        (["list", "--order", "zzz"], "It takes newest, oldest", "radar list --help tells"),
        (["list", "--limit", "0"], "'0' is not a number from 1", "radar list --help tells"),
        (["list", "--limit", "9" * 5_000], "9' is not a number from 1", "radar list --help tells"),
        (["list", "--limit", "-5"], "", "radar list --help tells"),
        (["export"], "--format", "radar export --help tells"),
        (["show"], "ID", "radar show --help tells"),
        (["--frobnicate"], "radar does not take --frobnicate", "radar --help tells"),
        (["list", "--all"], "radar list does not take --all", "radar list --help tells"),
        (["usage", "--since", "foo"], "radar usage does not take --since", "radar usage --help tells"),
    ],
)
def test_a_wrong_argument_is_answered_with_what_was_meant(
    capsys: pytest.CaptureFixture[str], arguments: list[str], message: str, hint: str
) -> None:
    assert main(arguments) == 2
    printed = capsys.readouterr()
    assert printed.err.startswith("radar: usage: ")
    assert message in printed.err
    assert hint in printed.err
    assert printed.out == ""


@pytest.mark.parametrize(
    "arguments",
    [
        ["\x1b[31mlst"],
        ["list", "--\x1b]0;x\x07"],
        ["list", "--limit", "\x1b[2J"],
        ["export", "--format", "\u202e"],
        ["show", "\x9b1m"],
    ],
)
def test_an_argument_with_an_escape_sequence_does_not_reach_the_terminal(
    capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    assert main(arguments) != 0
    printed = capsys.readouterr()
    assert not set(printed.err + printed.out) & set("\x1b\x9b\x07\u202e")


def test_words_may_stand_on_both_sides_of_an_option(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list", "snails", "--code", "marbles"]) == 0
    assert "is empty" in capsys.readouterr().err


def test_what_holds_everywhere_may_stand_before_and_behind_the_command(
    capsys: pytest.CaptureFixture[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    library = str(tmp_path_factory.mktemp("elsewhere") / "mine.sqlite3")
    for arguments in (["--library", library, "settings"], ["settings", "--library", library]):
        assert main(arguments) == 0
        assert f"{library}  # option --library" in capsys.readouterr().out


def test_the_help_names_every_command_but_the_workers_and_every_exit_code(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["--help"]) == 0
    text = capsys.readouterr().out
    for name in NAMES[:-1]:
        assert f"    {name} " in text
    assert "    work " not in text
    for code in ("0 ", "1 ", "2 ", "3 ", "130"):
        assert f"\n  {code}" in text


@pytest.mark.parametrize("name", NAMES)
def test_every_command_has_a_help(capsys: pytest.CaptureFixture[str], name: str) -> None:
    assert main([name, "--help"]) == 0
    printed = capsys.readouterr()
    assert printed.out.startswith(f"usage: radar {name}")
    assert printed.err == ""


@pytest.mark.parametrize("asked", ["--version", "-V", "version"])
def test_the_version_is_that_of_the_package(capsys: pytest.CaptureFixture[str], asked: str) -> None:
    from radar import __version__

    assert main([asked]) == 0
    assert capsys.readouterr().out == f"radar {__version__}\n"


@pytest.mark.parametrize("arguments", [["--help"], *([name, "--help"] for name in NAMES)])
def test_help_fits_a_terminal_of_80_columns(arguments: list[str]) -> None:
    with Terminal(arguments, columns=80, lines=80) as terminal:
        assert terminal.wait_for_end() == 0
        assert max(map(len, bytes(terminal.raw).decode().splitlines())) < 80


def test_the_help_of_the_command_that_nobody_lists_begins_with_what_it_does(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["work", "--help"]) == 0
    told = capsys.readouterr().out
    assert "\n\nDoes the jobs that wait" in told
    assert ".\n\nDoes" not in told
    assert main(["jobs", "--help"]) == 0
    assert "\n\nList what the worker process does, or cancel it.\n" in capsys.readouterr().out
