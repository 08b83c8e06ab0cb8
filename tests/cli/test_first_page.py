"""Whether a start begins with the first page, and the start from the first byte to the take-over."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import termios
from pathlib import Path

import pyte
import pytest

from radar.abstracts.reading import read
from radar.cli.first_page import folder_of, is_screen, name_of
from radar.library.library import Library
from radar.papers.listed.listing import Listing
from radar.papers.reader.query import PaperQuery
from tests.terminal import ROOT, Terminal
from tests.tui import shelf

_SHOWN = b"\x1b[?2026l"
_FIRST = b"\x1b[?1049h\x1b[?25l\x1b[?2026h"
_TAKEN = b"\x1b[?1004h"
_HEAVY = [
    "textual",
    "rich",
    "dataclasses",
    "msgspec",
    "argparse",
    "json",
    "typing",
    "pathlib",
    "logging",
    "asyncio",
    "re",
    "inspect",
    "tomllib",
]


@pytest.mark.parametrize(
    "arguments",
    [[], ["--ascii"], ["--no-color", "--theme", "light"], ["--library=/a"], ["--config", "/b", "--ascii"]],
)
def test_options_of_the_screen_open_the_screen(arguments: list[str]) -> None:
    assert is_screen(arguments)


@pytest.mark.parametrize(
    "arguments",
    [["list"], ["--help"], ["--version"], ["--library"], ["--theme", "--ascii"], ["demo"], ["--asci"], ["-"]],
)
def test_everything_else_is_for_the_parser(arguments: list[str]) -> None:
    assert not is_screen(arguments)


def test_records_lie_in_the_cache() -> None:
    assert folder_of({"XDG_CACHE_HOME": "/caches"}) == "/caches/radar/first-page"
    assert folder_of({"RADAR_CACHE_FOLDER": "/mine", "XDG_CACHE_HOME": "/caches"}) == "/mine/first-page"
    assert folder_of({"XDG_CACHE_HOME": "relative", "HOME": "/home/me"}).startswith("/home/me/")
    assert folder_of({}) == ""


def test_another_library_theme_or_terminal_is_another_page() -> None:
    calls = [
        name_of([], {}),
        name_of(["--ascii"], {}),
        name_of([], {"RADAR_LIBRARY": "/other"}),
        name_of([], {"TERM": "linux"}),
        name_of([], {"NO_COLOR": "1"}),
    ]
    assert len(set(calls)) == len(calls)
    assert name_of([], {"EDITOR": "vi"}) == name_of([], {})


def test_a_password_in_an_address_leaves_no_trace_in_the_name() -> None:
    with_password = {"RADAR_BASE_URL": "http://me:secret@host/v1"}
    assert name_of([], with_password) == name_of([], {"RADAR_BASE_URL": "http://you:other@host/v1"})


def test_the_first_page_needs_next_to_nothing() -> None:
    code = (
        "import sys\nimport radar.cli, radar.cli.first_page\n"
        "import radar.tui.early.record, radar.tui.early.painting\n"
        f"print([name for name in {_HEAVY!r} if name in sys.modules])"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-S", "-c", code], capture_output=True, text=True, env=environment, check=True
    )
    assert done.stdout.strip() == "[]"


@pytest.fixture
def library() -> Path:
    """A library where radar looks for one."""
    return _filled()


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Where homes with a record stand one after the other, and where a copy of the first is kept."""
    folder = tmp_path_factory.mktemp("homes")
    return folder / "home", folder / "kept"


@pytest.fixture
def recorded_library(places: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """The same, with the record of a screen of 120 by 36 cells, which names the place where it was made."""
    home, kept = places
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR"):
        monkeypatch.setenv(name, str(home / name.lower()))
    monkeypatch.setenv("HOME", str(home))
    shutil.rmtree(home, ignore_errors=True)
    if kept.exists():
        shutil.copytree(kept, home)
        return _library_path()
    home.mkdir()
    path = _filled()
    _leave_a_record()
    shutil.copytree(home, kept)
    return path


@pytest.fixture
def library_with_watches(library: Path) -> Path:
    """The same, with the side bar of watches on screen."""
    opened = Library.open(library)
    opened.add_watch("shells that were sorted by sound", PaperQuery("shells"))
    opened.show_watches(True)
    opened.close()
    return library


_LOOKS: list[tuple[list[str], dict[str, str], int, int]] = [
    ([], {}, 120, 36),
    ([], {}, 80, 24),
    (["--theme", "light"], {}, 200, 50),
    (["--ascii"], {}, 120, 23),
    ([], {"NO_COLOR": "1"}, 100, 30),
    (["--theme", "nord"], {}, 50, 17),
]


@pytest.mark.parametrize(("arguments", "environment", "columns", "lines"), _LOOKS)
def test_the_first_page_is_what_textual_paints(
    library: Path, arguments: list[str], environment: dict[str, str], columns: int, lines: int
) -> None:
    _leave_a_record(arguments, environment, columns, lines)
    with Terminal(arguments, columns=columns, lines=lines, environment=environment) as terminal:
        terminal.wait_for(lambda _text: _SHOWN in terminal.raw)
        assert terminal.raw.startswith(_FIRST)
        early = pyte.Screen(columns, lines)
        pyte.ByteStream(early).feed(bytes(terminal.raw.split(_SHOWN)[0].removeprefix(_FIRST)))
        assert "Sorting Shells by Sound" in "\n".join(early.display)
        terminal.wait_for(lambda _text: _taken(terminal) and not _differ(early, terminal.screen))
        # Nothing was wiped in between.
        assert terminal.raw.count(b"\x1b[?1049h") == 1 and b"\x1b[2J" not in terminal.raw
        terminal.type("q")
        assert terminal.wait_for_end() == 0
        assert terminal.raw.count(b"\x1b[?1049l") == 1


@pytest.mark.parametrize(("columns", "lines"), [(120, 36), (80, 24)])
def test_the_first_page_leaves_room_for_the_side_bar(
    library_with_watches: Path, columns: int, lines: int
) -> None:
    _leave_a_record(columns=columns, lines=lines)
    with Terminal([], columns=columns, lines=lines) as terminal:
        terminal.wait_for(lambda _text: _SHOWN in terminal.raw)
        early = pyte.Screen(columns, lines)
        pyte.ByteStream(early).feed(bytes(terminal.raw.split(_SHOWN)[0].removeprefix(_FIRST)))
        column = early.display[2].index("Sorting Shells")
        terminal.wait_for(lambda _text: _taken(terminal) and "Sorting Shells" in terminal.screen.display[2])
        terminal.type("j")
        terminal.wait_for(lambda _text: "▌" in terminal.screen.display[4])
        # Nor was it ever painted elsewhere on the way there: what was written is looked at piece by piece.
        stream = pyte.ByteStream(early)
        for piece in bytes(terminal.raw).split(_TAKEN)[-1].split(b"\x1b[")[1:]:
            if piece[:1] not in b"<=>?":
                stream.feed(b"\x1b[" + piece)
                line = "".join(early.buffer[2][x].data for x in range(columns))
                assert line.find("Sorting Shells") == column
        terminal.type("q")
        assert terminal.wait_for_end() == 0


def test_keys_typed_before_textual_is_there_are_obeyed(recorded_library: Path) -> None:
    with Terminal([]) as terminal:
        terminal.wait_for(lambda _text: _SHOWN in terminal.raw)
        terminal.type("jj")
        terminal.wait_for(lambda text: text.splitlines()[6].startswith("▌"))
        assert not terminal.text.splitlines()[2].startswith("▌")
        assert "titles, abstracts" in terminal.text
        terminal.type("q")
        assert terminal.wait_for_end() == 0


def test_an_enter_typed_before_the_terminal_is_set_is_an_enter(recorded_library: Path) -> None:
    with Terminal([]) as terminal:
        # The terminal makes a line feed of it, for nothing has set it otherwise yet.
        terminal.type("/sorting\ri")
        terminal.wait_for("your note")
        assert "/ sorting " in terminal.text


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_start_that_is_ended_leaves_the_terminal_as_it_was(
    recorded_library: Path, number: signal.Signals
) -> None:
    with Terminal([]) as terminal:
        before = _flags(terminal)
        terminal.wait_for(lambda _text: _SHOWN in terminal.raw)
        terminal.send(number)
        assert terminal.wait_for_end() == 128 + number
        assert _flags(terminal) == before
        assert terminal.raw.count(b"\x1b[?1049l") == 1 and b"\x1b[?25h" in terminal.raw
        assert b"Traceback" not in terminal.raw


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_screen_that_is_ended_tells_so_by_its_exit_code(library: Path, number: signal.Signals) -> None:
    with Terminal([]) as terminal:
        before = _flags(terminal)
        terminal.wait_for("Sorting Shells by Sound")
        terminal.send(number)
        assert terminal.wait_for_end() == 128 + number
        assert _flags(terminal) == before and b"Traceback" not in terminal.raw


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
@pytest.mark.parametrize("imported", ["radar.cli.program", "asyncio.runners", "textual.app"])
def test_a_signal_that_an_import_would_keep_to_itself_ends_the_start(
    recorded_library: Path, imported: str, number: signal.Signals
) -> None:
    environment = {"SIGNAL": str(int(number)), "IMPORTED": imported}
    with Terminal([], environment=environment, module="tests.cli.signalled_import") as terminal:
        before = _flags(terminal)
        assert terminal.wait_for_end() == 128 + number
        assert _flags(terminal) == before
        assert terminal.raw.startswith(_FIRST) and terminal.raw.count(b"\x1b[?1049l") == 1


@pytest.mark.parametrize("imported", ["radar.cli.program", "asyncio.runners", "textual.app"])
def test_ctrl_c_amid_a_start_without_first_page_ends_it(library: Path, imported: str) -> None:
    environment = {"SIGNAL": str(int(signal.SIGINT)), "IMPORTED": imported}
    with Terminal([], environment=environment, module="tests.cli.signalled_import") as terminal:
        assert terminal.wait_for_end() == 128 + signal.SIGINT
        assert terminal.raw == b"interrupted\r\n"


def test_an_error_after_the_first_page_is_told_on_the_normal_screen(library: Path) -> None:
    _leave_a_record(environment={"RADAR_TIMEOUT": "9"})
    environment = {"RADAR_TIMEOUT": "soon"}
    with Terminal([], environment=environment) as terminal:
        before = _flags(terminal)
        assert terminal.wait_for_end() == 2
        shown, _, after = bytes(terminal.raw).partition(b"\x1b[?1049l")
        assert shown.startswith(_FIRST) and b"timeout should be a number" in after
        assert _flags(terminal) == before


def test_changed_settings_and_an_unsound_record_start_without(recorded_library: Path) -> None:
    config = Path(os.environ["XDG_CONFIG_HOME"]) / "radar" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text('theme = "light"\n')
    _starts_without()
    _leave_a_record()
    for record in _records():
        record.write_text(record.read_text().replace("run\t", "run\t\x1b]0;owned\x07"))
    _starts_without(forbidden=b"owned")


def test_a_library_that_is_empty_or_gone_starts_without(recorded_library: Path) -> None:
    for name in ("", "-wal", "-shm"):
        recorded_library.with_name(recorded_library.name + name).unlink(missing_ok=True)
    with Terminal([]) as terminal:
        terminal.wait_for(lambda _text: _taken(terminal))
        assert not terminal.raw.startswith(_FIRST)


def test_a_terminal_that_is_not_written_to_in_utf_8_starts_without(library: Path) -> None:
    latin = {"PYTHONIOENCODING": "latin-1"}
    _leave_a_record(environment=latin)
    with Terminal([], environment=latin) as terminal:
        terminal.wait_for(lambda _text: _taken(terminal))
        assert not terminal.raw.startswith(_FIRST)


def test_a_pipe_gets_no_first_page(recorded_library: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "radar"], stdin=subprocess.DEVNULL, capture_output=True, cwd=ROOT, check=False
    )
    assert done.returncode == 2 and b"\x1b" not in done.stdout + done.stderr


def _leave_a_record(
    arguments: list[str] | None = None,
    environment: dict[str, str] | None = None,
    columns: int = 120,
    lines: int = 36,
) -> None:
    """Have the screen shown once for as long as it takes to leave its record."""
    for record in _records():
        record.unlink()
    with Terminal(arguments or [], columns=columns, lines=lines, environment=environment) as terminal:
        terminal.wait_for(lambda _text: bool(_records()), 60)
        terminal.type("q")
        assert terminal.wait_for_end() == 0


def _library_path() -> Path:
    return Path(os.environ["XDG_DATA_HOME"]) / "radar" / "library.sqlite3"


def _filled() -> Path:
    made = Library.open(_library_path())
    made.add_papers(shelf.PAPERS, Listing("file:shore"), read)
    made.close()
    return made.path


def _records() -> list[Path]:
    folder = Path(os.environ["XDG_CACHE_HOME"]) / "radar" / "first-page"
    return [file for file in folder.glob("*") if not file.name.startswith(".")]


def _starts_without(forbidden: bytes = b"\0") -> None:
    with Terminal([]) as terminal:
        terminal.wait_for("Sorting Shells by Sound")
        assert not terminal.raw.startswith(_FIRST) and forbidden not in terminal.raw
        terminal.type("q")
        assert terminal.wait_for_end() == 0


def _taken(terminal: Terminal) -> bool:
    return _TAKEN in terminal.raw


def _flags(terminal: Terminal) -> list[object]:
    return termios.tcgetattr(terminal.handle)[:4]


def _differ(early: pyte.Screen, late: pyte.Screen) -> bool:
    """Say whether any cell differs, but for the detail, which is blank at first, and the colour of blanks."""
    border = min(early.display[2].find("│") % 1_000, early.display[2].rfind("|") % 1_000)
    return any(
        _seen(early.buffer[y][x]) != _seen(late.buffer[y][x])
        for y in range(early.lines)
        for x in range(early.columns)
        if not (x > border and 2 <= y < early.lines - 2)
    )


def _seen(cell: pyte.screens.Char) -> tuple[object, ...]:
    lines = cell.underscore, cell.reverse
    if cell.data == " " and not any(lines):
        return cell.data, cell.bg
    return cell.data, cell.fg, cell.bg, cell.bold, cell.italics, lines
