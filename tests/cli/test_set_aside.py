"""A library that is damaged, met at the start of the screen."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import radar
from tests.cli.seeding import settings
from tests.terminal import Terminal

RUBBLE = b"this is no library" * 1000


@pytest.fixture
def broken() -> Path:
    path = settings().library
    path.parent.mkdir(parents=True)
    path.write_bytes(RUBBLE)
    return path


def _kept(path: Path) -> list[bytes]:
    return [aside.read_bytes() for aside in path.parent.glob(f"{path.name}.broken-*")]


def test_a_broken_library_is_set_aside_after_a_yes_and_the_screen_begins_with_a_new_one(broken: Path) -> None:
    with Terminal([]) as terminal:
        terminal.wait_for("Set it aside, with nothing deleted, and begin a new one? [y/N]")
        assert "is damaged or no" in " ".join(terminal.text.split())
        terminal.type("y\r")
        terminal.wait_for("Load the sample")
        assert _kept(broken) == [RUBBLE]
        assert broken.read_bytes()[:6] == b"SQLite"


@pytest.mark.parametrize("answer", ["\r", "n\r"])
def test_a_broken_library_stays_where_that_is_not_wanted(broken: Path, answer: str) -> None:
    with Terminal([]) as terminal:
        terminal.wait_for("begin a new one? [y/N]")
        terminal.type(answer)
        assert terminal.wait_for_end() == 2
        assert "start anew: mv" in terminal.text
    assert (broken.read_bytes(), _kept(broken)) == (RUBBLE, [])


def test_nobody_is_asked_where_nobody_can_answer(broken: Path) -> None:
    done = radar("mark", "read", "--all")
    assert done.returncode == 2
    assert "Set it aside" not in done.stderr
    assert broken.read_bytes() == RUBBLE
