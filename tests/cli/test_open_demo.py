"""`radar demo`."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from tests.cli.running import radar
from tests.cli.seeding import settings
from tests.terminal import Terminal


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for temporary files, of this test alone, since others open demos at the same time."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    return tmp_path


def test_without_a_terminal_the_demo_prints_the_main_job_and_leaves_no_trace(temporary: Path) -> None:
    done = radar("demo")
    assert (done.returncode, done.stderr) == (0, "")
    everything, with_code, one = done.stdout.split("\n== ")[0:3]
    assert "(radar list)" in everything
    assert len(everything.splitlines()) > 2 * 30
    assert "(radar list --code)" in with_code
    assert "radar show" in one
    assert "code      released" in one
    assert all(
        "code" in line.split("  ")[2] for line in with_code.splitlines()[1:] if line and line[0] != " "
    )
    assert not settings().library.exists()
    assert not list(temporary.glob("radar-demo-*"))


def test_on_a_terminal_headless_prints_too() -> None:
    with Terminal(["demo", "--headless"], environment={"NO_COLOR": "1"}, lines=200) as terminal:
        assert terminal.wait_for_end() == 0
        assert "(radar list --code)" in terminal.text
    assert b"\x1b" not in terminal.raw


def test_on_a_terminal_that_cannot_draw_the_demo_prints() -> None:
    with Terminal(["demo"], environment={"TERM": "dumb"}, lines=200) as terminal:
        assert terminal.wait_for_end() == 0
        assert "(radar list --code)" in terminal.text
    assert b"\x1b" not in terminal.raw


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_demo_that_is_told_to_end_leaves_no_trace(temporary: Path, number: signal.Signals) -> None:
    with Terminal(["demo"], columns=120, lines=36) as terminal:
        terminal.wait_for("Mamba")
        os.kill(terminal._process.pid, number)
        assert terminal.wait_for_end() == 128 + number
        assert "Traceback" not in terminal.text
    assert not list(temporary.glob("radar-demo-*"))


def test_the_options_of_the_screen_may_stand_behind_the_demo() -> None:
    with Terminal(["demo", "--ascii", "--theme", "light"], columns=120, lines=36) as terminal:
        terminal.wait_for("Mamba")
        assert " new - 44 papers" in terminal.text


def test_an_encoding_without_signs_gets_plain_letters_of_its_own_accord() -> None:
    with Terminal(["demo"], columns=120, lines=36, environment={"PYTHONIOENCODING": "latin-1"}) as terminal:
        terminal.wait_for("Mamba")
        lines = terminal.text.splitlines()
        assert " new - 44 papers" in lines[0]
        assert lines[2].startswith("|N . . #")


@pytest.mark.parametrize("behind", [True, False])
def test_an_unknown_theme_is_refused_with_those_that_there_are(behind: bool) -> None:
    environment = {} if behind else {"RADAR_THEME": "purpel"}
    with Terminal(["demo", *(["--theme", "purpel"] if behind else [])], environment=environment) as terminal:
        assert terminal.wait_for_end() == 2
        assert "there is no theme 'purpel'" in terminal.text
        assert "dark, light, plain" in terminal.text


def test_the_demo_makes_nothing_in_the_home() -> None:
    assert radar("demo", "--headless").returncode == 0
    assert not list(Path(os.environ["HOME"]).rglob("*.sqlite3"))


def test_on_a_terminal_the_screen_opens_on_the_sample_and_c_leaves_those_with_code(
    temporary: Path,
) -> None:
    with Terminal(["demo"], columns=120, lines=36) as terminal:
        terminal.wait_for("Mamba")
        terminal.type("c")
        terminal.wait_for(lambda text: "QLoRA" in text and "Mamba" not in text)
        terminal.type("q")
        assert terminal.wait_for_end() == 0
    assert not list(temporary.glob("radar-demo-*"))
