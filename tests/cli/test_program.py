"""The program as a whole: quick to start, quiet to leave, and with an exit code for everything."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from radar.cli.exit_codes import ExitCode, exit_code_of
from radar.errors import ExportError, KeyRefused, LibraryError, Offline, RadarError, SettingsError
from tests.cli.running import ROOT, command, radar
from tests.cli.seeding import many, seed
from tests.terminal import Terminal

_HEAVY = (
    "textual",
    "httpx",
    "rich.progress",
    "rich.console",
    "tiktoken",
    "tenacity",
    "diskcache",
    "bibtexparser",
    "feedparser",
)


def _loaded(*arguments: str) -> set[str]:
    return _loaded_by("from radar.cli import main; code = main(sys.argv[1:])", *arguments)


def _loaded_by_a_bare_parser(option: str) -> set[str]:
    return _loaded_by(
        "import argparse; parser = argparse.ArgumentParser(); code = 0;"
        "parser.add_argument('--version', action='version', version='1');"
        "parser.exit = lambda *said: None;"
        "parser.parse_args(sys.argv[1:])",
        option,
    )


def _loaded_by(doing: str, *arguments: str) -> set[str]:
    code = f"import sys; {doing}; print(*sys.modules, sep='\\n', file=sys.stderr); sys.exit(code)"
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True, cwd=ROOT
    )
    return set(done.stderr.splitlines())


@pytest.mark.parametrize(
    "arguments", [["--version"], ["--help"], ["list"], ["list", "--json"], ["jobs"], ["settings"]]
)
def test_a_quick_command_loads_neither_screen_nor_network(arguments: list[str]) -> None:
    seed()
    assert not _loaded(*arguments) & set(_HEAVY)


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_version_and_help_need_no_database_no_reading_and_no_values(option: str) -> None:
    needless = ("sqlite3", "msgspec", "dataclasses", "radar.abstracts", "radar.library", "radar.settings")
    # Python's own parser loads some of them for its colours from 3.14 on.
    unasked = _loaded(option) - _loaded_by_a_bare_parser(option)
    assert not [name for name in unasked if name.startswith(needless)]


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (SettingsError("x"), 2),
        (LibraryError("x"), 2),
        (ExportError("x"), 1),
        (RadarError("x"), 2),
        (Offline("x"), 3),
        (KeyRefused("x"), 3),
    ],
)
def test_every_error_has_an_exit_code(error: RadarError, code: int) -> None:
    assert exit_code_of(error) == code
    assert int(ExitCode.INTERRUPTED) == 130


@pytest.mark.parametrize("arguments", [["list"], ["list", "--json"], ["export", "--format", "markdown"]])
def test_a_reader_that_has_had_enough_is_no_error(arguments: list[str]) -> None:
    seed(many(400))
    process = subprocess.Popen(
        command(*arguments), stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT, env=dict(os.environ)
    )
    assert process.stdout
    process.stdout.readline()
    process.stdout.close()
    assert process.stderr
    assert process.stderr.read() == b""
    assert process.wait(30) == 0
    process.stderr.close()


def test_the_screen_without_a_terminal_says_what_to_use_instead() -> None:
    done = radar()
    assert (done.returncode, done.stdout) == (2, "")
    assert "the screen needs a terminal" in done.stderr
    assert "radar list" in done.stderr


@pytest.mark.parametrize("kind", ["dumb", "unknown", ""])
def test_a_terminal_that_cannot_draw_is_named_before_the_screen_opens(kind: str) -> None:
    with Terminal([], environment={"TERM": kind, "COLORTERM": ""}) as terminal:
        assert terminal.wait_for_end() == 2
        assert f"this terminal cannot show the screen (TERM={kind})" in terminal.text
        assert "radar list prints" in terminal.text
    assert b"\x1b" not in terminal.raw


def test_letters_that_the_terminal_lacks_are_replaced_and_fatal_to_nobody() -> None:
    seed()
    done = radar("show", "2511.00123", environment={"PYTHONIOENCODING": "ascii"})
    assert done.returncode == 0
    assert "Snails Sort Marbles" in done.stdout


def test_d2_a_full_disk_is_an_error_and_no_traceback() -> None:
    seed(many(50))
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            command("list"), stdout=full, stderr=subprocess.PIPE, check=False, cwd=ROOT, env=dict(os.environ)
        )
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        b"radar: standard output cannot be written: No space left on device",
        b"  What is there is not whole",
    ]


def test_a_keyboard_as_standard_input_is_told_so_that_nothing_seems_to_hang() -> None:
    with Terminal(["read"]) as terminal:
        terminal.wait_for("until Ctrl-D")
        terminal.type('{"id": 1, "title": "Snails", "abstract": "We watch snails."}\n\x04')
        assert terminal.wait_for_end() == 0
        assert '{"id": 1, "takeaway"' in terminal.text


@pytest.mark.parametrize(("shell", "code"), [(">&-", 0), ("2>&-", 0), (">&- 2>&-", 0), ("<&-", 0)])
def test_a_closed_stream_is_no_reason_to_fail(shell: str, code: int) -> None:
    seed()
    line = f'"{sys.executable}" -m radar list {shell}'
    done = subprocess.run(
        ["sh", "-c", line], capture_output=True, check=False, cwd=ROOT, env=dict(os.environ)
    )
    assert (done.returncode, done.stderr) == (code, b"")


def test_a_closed_standard_input_is_told_where_it_is_to_be_read() -> None:
    line = f'"{sys.executable}" -m radar read <&-'
    done = subprocess.run(
        ["sh", "-c", line], capture_output=True, check=False, cwd=ROOT, env=dict(os.environ)
    )
    assert done.returncode == 1, "as radar import"
    assert done.stderr.startswith(b"radar: listing: standard input is closed\n")


@pytest.mark.parametrize("words", [(), ("list",), ("watch", "add")])
def test_help_is_a_command_too(words: tuple[str, ...]) -> None:
    asked, told = radar("help", *words), radar(*words, "--help")
    assert (asked.returncode, asked.stdout) == (0, told.stdout)
    assert told.stdout


_TOLD_AMID_AN_EXPORT = """
import os, sys
from radar.cli import main

def tell(event, values):
    # Before the file takes its name, Python tells that its rights are set.
    if event == "os.chmod":
        os.kill(os.getpid(), int(sys.argv[1]))

sys.addaudithook(tell)
sys.exit(main(sys.argv[2:]))
"""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_command_that_is_told_to_end_tidies_up(number: signal.Signals, tmp_path: Path) -> None:
    seed()
    out = tmp_path / "papers.bib"
    out.write_text("mine")
    arguments = [str(int(number)), "export", "--out", str(out), "--force"]
    done = subprocess.run(
        [sys.executable, "-c", _TOLD_AMID_AN_EXPORT, *arguments], capture_output=True, check=False, cwd=ROOT
    )
    assert done.returncode == 128 + number, done.stderr
    assert b"Traceback" not in done.stderr
    assert [each.name for each in tmp_path.iterdir() if each.is_file()] == [out.name]
    assert out.read_text() == "mine"


def test_a_command_goes_on_where_signals_are_ignored(tmp_path: Path) -> None:
    seed()
    out = tmp_path / "papers.bib"
    ignoring = f"import signal; signal.signal(signal.SIGHUP, signal.SIG_IGN){_TOLD_AMID_AN_EXPORT}"
    arguments = [str(int(signal.SIGHUP)), "export", "--out", str(out)]
    subprocess.run([sys.executable, "-c", ignoring, *arguments], capture_output=True, check=True, cwd=ROOT)
    assert out.exists()


@pytest.mark.parametrize("zone", ["UTC+99", "ABC-24", "ABC-1XYZ-30"])
def test_a_time_zone_that_no_clock_can_show_is_told_and_utc_taken(zone: str) -> None:
    seed()
    done = radar("digest", environment={"TZ": zone})
    assert (done.returncode, done.stderr) == (
        0,
        f"TZ={zone} is a day or more from UTC: UTC is taken; Europe/Paris is a zone, or UTC-2\n",
    )
    assert radar("jobs", environment={"TZ": "ABC-14"}).stderr == "no jobs yet\n"


def test_the_screen_stands_in_a_time_zone_that_no_clock_can_show() -> None:
    seed()
    with Terminal([], environment={"TZ": "UTC+99"}) as terminal:
        terminal.wait_for("? help")
        terminal.type("q")
        assert terminal.wait_for_end() == 0
