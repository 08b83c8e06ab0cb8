"""The README's commands and tables are those of the program."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

from tests.architecture.readme_keys import with_tables

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_no_line_of_the_readme_but_those_of_tables_is_longer_than_120_characters() -> None:
    lines = [line for line in README.splitlines() if not line.startswith("|")]
    assert [line for line in lines if len(line) > 120] == []


def _commands() -> list[str]:
    return re.findall(r"^```(?:sh|console)\n(.+?)\n```", README, re.MULTILINE | re.DOTALL)


def test_continuous_integration_runs_exactly_the_test_command() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert _commands()[1] in script.splitlines()


def test_the_two_commands_are_one_line_each() -> None:
    for command in _commands()[:2]:
        assert "\n" not in command
        assert shlex.split(command)


def test_every_picture_of_the_readme_is_there() -> None:
    pictures = re.findall(r"!\[[^\]]*\]\(([^)]+)\)", README)
    assert pictures
    assert all((ROOT / picture).is_file() for picture in pictures)


def test_the_tables_of_keys_and_signs_are_those_of_the_program() -> None:
    """`python -m tests.architecture.readme_keys` writes them anew."""
    assert with_tables(README) == README
    assert "`ctrl+d`" in README
    assert "claims the state of the art" in README
