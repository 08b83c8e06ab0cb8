"""A text goes to the terminal and to a program of the machine, and only what arrived is told to be copied."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from radar.pipeline.radar import Radar
from radar.tui.flows.clipboard import Clipboard, clipboard_programs, given_to
from radar.tui.flows.step import Say, Step, Work
from tests.tui.driving import Seat, seated
from tests.tui.shelf import PAPERS

TEXT = "Crabs & $(touch x) “shells”\nsecond line"
TAKES = (
    "import sys, pathlib; pathlib.Path(__file__).with_suffix('.took').write_bytes(sys.stdin.buffer.read())"
)
SAYS = "import sys, pathlib; pathlib.Path(__file__).with_suffix('.called').write_text(' '.join(sys.argv[1:]))"
FAILS = "import sys; sys.stdin.read(); print('no \\x1b[31mdisplay', file=sys.stderr); sys.exit(1)"
HANGS = "import time; time.sleep(60)"
WAITS = """\
import pathlib, time
while not pathlib.Path(__file__).with_suffix(".go").exists():
    time.sleep(0.01)
"""
STAYS = "import os, sys, time; sys.stdin.read(); os.fork() or time.sleep(20)"


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is all of PATH, for programs of a test."""
    folder = tmp_path / "programs"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


def put(folder: Path, name: str, code: str) -> Path:
    """Put a program there, and return the file that it writes what it took to."""
    program = folder / name
    program.write_text(f"#!{sys.executable}\n{code}\n")
    program.chmod(0o755)
    return program.with_suffix(".took")


def told(step: Step) -> Say:
    """Do the work of a step, and return what is said of it."""
    done = step.run() if isinstance(step, Work) else step
    assert isinstance(done, Say)
    return done


@pytest.mark.parametrize(
    ("environment", "platform", "there", "found"),
    [
        ({"TMUX": "/tmp/t,1,0", "DISPLAY": ":0"}, "linux", "tmux xclip", ["tmux", "xclip"]),
        ({"TMUX": "/tmp/t,1,0", "SSH_TTY": "/dev/pts/1"}, "linux", "tmux xclip", ["tmux"]),
        (
            {"WAYLAND_DISPLAY": "w", "DISPLAY": ":0"},
            "linux",
            "wl-copy xclip xsel",
            ["wl-copy", "xclip", "xsel"],
        ),
        ({"DISPLAY": ":0"}, "linux", "wl-copy xsel tmux", ["xsel"]),
        ({"DISPLAY": "localhost:10.0", "SSH_CONNECTION": "1"}, "linux", "xclip", ["xclip"]),
        ({"SSH_CONNECTION": "1"}, "linux", "xclip wl-copy tmux", []),
        ({}, "darwin", "pbcopy", ["pbcopy"]),
        ({"SSH_CLIENT": "1"}, "darwin", "pbcopy", []),
        ({"WSL_DISTRO_NAME": "Debian"}, "linux", "clip.exe", ["clip.exe"]),
        ({"WSL_INTEROP": "/run", "SSH_TTY": "/dev/pts/1"}, "linux", "clip.exe", []),
        ({}, "linux", "clip.exe pbcopy tmux xclip xsel wl-copy", []),
    ],
)
def test_the_programs_are_those_that_reach_the_readers_clipboard(
    environment: dict[str, str], platform: str, there: str, found: list[str]
) -> None:
    here = {name: f"/usr/bin/{name}" for name in there.split()}
    assert [words[0] for words in clipboard_programs(environment, platform, here.get)] == found


def test_a_program_gets_the_text_as_it_is_and_no_shell_reads_it(programs: Path) -> None:
    took = put(programs, "taker", TAKES + "\n" + SAYS)
    assert given_to(("taker", "-selection", "$(touch x)"), TEXT) == ""
    assert took.read_text(encoding="utf-8") == TEXT
    assert took.with_suffix(".called").read_text() == "-selection $(touch x)"


def test_windows_gets_letters_beyond_ascii_in_its_own_form(programs: Path) -> None:
    took = put(programs, "clip.exe", TAKES)
    for text, form in (("plain", "ascii"), (TEXT, "utf-16-le")):
        assert given_to(("clip.exe",), text) == ""
        assert (programs / took.name).read_bytes().decode(form) == text


def test_why_a_program_took_no_text_is_told_without_what_would_reach_the_terminal(programs: Path) -> None:
    put(programs, "xclip", FAILS)
    put(programs, "xsel", HANGS)
    assert given_to(("xclip",), TEXT) == "xclip failed: no display"
    assert given_to(("xsel",), TEXT, patience=0.2) == "xsel takes no text"
    assert given_to(("gone",), TEXT) == "gone cannot be started"


def test_a_program_gets_the_text_where_no_file_can_be_made_for_what_it_says(
    programs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(programs / "gone"))
    took = put(programs, "taker", TAKES)
    put(programs, "xclip", FAILS)
    assert given_to(("taker",), TEXT) == ""
    assert took.read_text(encoding="utf-8") == TEXT
    assert given_to(("xclip",), TEXT) == "xclip failed"


def test_a_program_that_stays_to_serve_the_clipboard_is_not_waited_for(programs: Path) -> None:
    put(programs, "xclip", STAYS)
    assert given_to(("xclip",), TEXT, patience=15) == ""


def test_without_a_program_nobody_says_that_it_is_copied() -> None:
    handed: list[str] = []
    step = Clipboard(handed.append, tuple).copy(TEXT, "Crabs", "title")
    assert told(step) == Say("title handed to the terminal: Crabs")
    assert handed == [TEXT]


def test_the_next_program_takes_what_the_first_one_does_not(programs: Path) -> None:
    put(programs, "tmux", FAILS)
    took = put(programs, "xsel", TAKES)
    handed: list[str] = []
    clipboard = Clipboard(handed.append, lambda: (("tmux",), ("xsel",)))
    assert told(clipboard.copy(TEXT, "Crabs", "title")) == Say("copied title: Crabs")
    assert took.read_text(encoding="utf-8") == TEXT
    assert handed == [TEXT]


def test_where_no_program_takes_it_the_reason_of_the_best_is_told(programs: Path) -> None:
    put(programs, "xclip", FAILS)
    clipboard = Clipboard(lambda _: None, lambda: (("xclip",), ("gone",)))
    said = told(clipboard.copy(TEXT, "crabs.example", before="No browser here; "))
    reason = "No browser here; xclip failed: no display; handed to the terminal: crabs.example"
    assert said == Say(reason, failed=True)


async def copied(seat: Seat, *keys: str) -> str:
    """Press keys that copy, and return what is said once all is done."""
    await seat.press(*keys)
    await seat.until(lambda: seat.said() not in ("", "copying"), "the copy")
    return seat.said()


async def test_under_tmux_the_screen_hands_it_to_tmux(
    radar: Radar, programs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    took = put(programs, "tmux", TAKES + "\n" + SAYS)
    monkeypatch.setenv("TMUX", "/tmp/tmux-0/default,1,0")
    async with seated(radar) as seat:
        assert await copied(seat, "y", "t") == f"copied title: {PAPERS[0].title}"
        assert took.read_text() == PAPERS[0].title == seat.app.clipboard
        assert took.with_suffix(".called").read_text() == "load-buffer -w -"


async def test_keys_go_on_while_a_program_takes_the_text(
    radar: Radar, programs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    took = put(programs, "xclip", WAITS + TAKES)
    monkeypatch.setenv("DISPLAY", ":0")
    async with seated(radar) as seat:
        await seat.press("y", "t", "j", "j")
        assert seat.title() == PAPERS[2].title
        assert not took.exists()
        took.with_suffix(".go").touch()
        await seat.until(lambda: seat.said().startswith("copied title: "), "the copy")
        assert took.read_text() == PAPERS[0].title


async def test_without_browser_and_program_a_link_is_said_to_be_handed_to_the_terminal(
    radar: Radar, programs: Path
) -> None:
    async with seated(radar) as seat:
        assert (await copied(seat, "o")).startswith("No browser here; handed to the terminal: arxiv.org/abs/")
        assert seat.app.clipboard.startswith("https://arxiv.org/abs/")


async def test_what_the_mouse_selected_goes_the_same_way(
    radar: Radar, programs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    took = put(programs, "xsel", TAKES)
    monkeypatch.setenv("DISPLAY", ":0")
    async with seated(radar) as seat:
        seat.screen.detail.text_select_all()
        await seat.pilot.pause()
        text = seat.screen.get_selected_text()
        assert text
        assert (await copied(seat, "ctrl+c")).startswith("copied selection: ")
        assert took.read_text() == text == seat.app.clipboard
