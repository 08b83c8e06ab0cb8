"""Ctrl-Z: back to the shell, and from there to where the reader was."""

from __future__ import annotations

import signal
import termios
from pathlib import Path

import pytest

from tests.cli.job_shell import BEHIND, END, STOPPED
from tests.cli.test_first_page import _leave_a_record, _taken, library
from tests.terminal import Terminal

__all__ = ["library"]

_CTRL_Z = "\x1a"


class _OfShell(Terminal):
    """A terminal that controls what runs in it, as the one of a shell does."""

    CONTROLS = True


def _echoes(terminal: Terminal) -> bool:
    """Return whether the terminal shows what is typed and gives whole lines, as a shell wants it."""
    wanted = termios.ECHO | termios.ICANON
    return bool(termios.tcgetattr(terminal.handle)[3] & wanted == wanted)


def test_the_whole_job_stops_and_comes_back_to_where_it_was(library: Path) -> None:
    with _OfShell([], module="tests.cli.job_shell") as terminal:
        terminal.wait_for(lambda text: _taken(terminal) and "titles, abstracts" in text)
        for word in ("tex", "ture"):
            terminal.type(f"/{word}")
            terminal.wait_for(f"/ {word}")
            terminal.type(_CTRL_Z)
            terminal.wait_for(STOPPED)
            assert _echoes(terminal)
            terminal.type("\n")
            # All of it is painted anew, over what the shell wrote.
            terminal.wait_for(lambda text: STOPPED not in text)
            assert "12 papers" in terminal.text
            assert f"/ {word}" in terminal.text
            assert not _echoes(terminal)
            terminal.type("\x1b")
            terminal.wait_for("titles, abstracts")
        terminal.type("q")
        assert terminal.wait_for_end() == 0
        assert _echoes(terminal)


def test_a_job_that_has_stopped_ends_when_it_is_told_to(library: Path) -> None:
    _leave_a_record()
    with _OfShell([], module="tests.cli.job_shell") as terminal:
        terminal.wait_for(lambda text: _taken(terminal) and "titles, abstracts" in text)
        terminal.type(_CTRL_Z)
        terminal.wait_for(STOPPED)
        terminal.type(f"{END}\n")
        assert terminal.wait_for_end() == 128 + signal.SIGTERM


def test_a_job_that_stopped_behind_the_shell_ends_at_the_first_word(library: Path) -> None:
    with _OfShell([], module="tests.cli.job_shell") as terminal:
        terminal.wait_for(lambda text: _taken(terminal) and "titles, abstracts" in text)
        terminal.type(_CTRL_Z)
        terminal.wait_for(STOPPED)
        terminal.type(f"{BEHIND}\n")
        terminal.wait_for(lambda _text: terminal.raw.count(STOPPED.encode()) == 2)
        assert _echoes(terminal)
        terminal.type(f"{END}\n")
        assert terminal.wait_for_end() == 128 + signal.SIGTERM


def test_without_a_shell_to_go_back_to_the_screen_stays(library: Path) -> None:
    with _OfShell([]) as terminal:
        terminal.wait_for(lambda text: _taken(terminal) and "titles, abstracts" in text)
        terminal.type(_CTRL_Z)
        terminal.wait_for(lambda _text: terminal.raw.count(b"\x1b[?1049h") == 2)
        terminal.type("/tex")
        terminal.wait_for("/ tex")


def test_a_screen_that_another_stopped_and_brought_back_gives_its_terminal_back_at_the_end(
    library: Path,
) -> None:
    with _OfShell([]) as terminal:
        terminal.wait_for(lambda text: _taken(terminal) and "titles, abstracts" in text)
        terminal.send(signal.SIGSTOP)
        terminal.send(signal.SIGCONT)
        terminal.wait_for(lambda _text: terminal.raw.count(b"\x1b[?1049h") == 2)
        terminal.type("/texture")
        terminal.wait_for("/ texture")
        terminal.type("\x11")
        assert terminal.wait_for_end() == 0
        assert _echoes(terminal)


def test_a_screen_that_is_brought_back_while_it_is_being_left_leaves_and_gives_its_terminal_back(
    library: Path,
) -> None:
    with _OfShell([]) as terminal:

        def brought_back(_text: str) -> bool:
            terminal.send(signal.SIGCONT)
            return False

        terminal.wait_for(lambda text: _taken(terminal) and "titles, abstracts" in text)
        terminal.send(signal.SIGTERM)
        with pytest.raises(AssertionError, match="never on screen"):
            terminal.wait_for(brought_back)
        assert terminal.wait_for_end() == 128 + signal.SIGTERM
        assert terminal.raw.rfind(b"\x1b[?1049l") > terminal.raw.rfind(b"\x1b[?1049h")
        assert _echoes(terminal)
