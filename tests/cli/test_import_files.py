"""`radar import`."""

from __future__ import annotations

import gzip
import io
import json
import os
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from radar.cli import main
from radar.library.reader import LibraryReader
from tests.cli.running import ROOT, command, radar
from tests.cli.seeding import settings
from tests.terminal import Terminal


def _listing(path: Path, count: int, *, bad: int = 0) -> Path:
    records = [
        {
            "id": f"2512.{number:05d}",
            "title": f"Snail number {number} walks",
            "abstract": f"We watch snail {number} walk on. It walks {number}% faster than before.",
            "authors": ["Ada Snail"],
            "listed": "2025-12-01",
        }
        for number in range(count)
    ]
    lines = [json.dumps(record) for record in records] + ["{broken \x1b[31m"] * bad
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def _count() -> int:
    reader = LibraryReader.open(settings().library)
    try:
        return reader.counts().papers
    finally:
        reader.close()


def test_importing_twice_changes_nothing_and_says_so(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = _listing(tmp_path / "snails.jsonl", 12)
    assert main(["import", str(path)]) == 0
    assert capsys.readouterr().out == "snails.jsonl: 12 papers: 12 new, 0 known\n"
    assert main(["import", str(path)]) == 0
    assert capsys.readouterr().out == "snails.jsonl: 12 papers: 0 new, 12 known\n"


def test_standard_input_gzipped_is_a_listing_too(tmp_path: Path) -> None:
    path = _listing(tmp_path / "snails.jsonl", 3)
    done = radar("import", "-", stdin=gzip.compress(path.read_bytes()))
    assert (done.returncode, done.stdout) == (0, "standard input: 3 papers: 3 new, 0 known\n")


@pytest.mark.parametrize(("reading", "printed"), [("import", "3 papers: 3 new"), ("read", "watch snail 2")])
def test_a_pipe_that_nobody_writes_to_is_told(tmp_path: Path, reading: str, printed: str) -> None:
    listing, pipe = _listing(tmp_path / "snails.jsonl", 3), tmp_path / "pipe"
    os.mkfifo(pipe)
    with subprocess.Popen(
        command(reading, str(pipe)), cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as done:
        assert done.stderr is not None and done.stdout is not None
        said = done.stderr.readline()
        assert said == f"{pipe} is a pipe: waiting for what is written to it, until Ctrl-C\n"
        pipe.write_bytes(listing.read_bytes())
        assert printed in done.stdout.read()
    assert done.returncode == 0


def test_lines_not_understood_are_told_by_file_and_line_and_the_others_come_in(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert main(["import", str(_listing(tmp_path / "snails.jsonl", 2, bad=1))]) == 1
    printed = capsys.readouterr()
    assert printed.out == "snails.jsonl: 2 papers: 2 new, 0 known, 1 line not understood\n"
    assert printed.err.startswith("snails.jsonl:3: ")
    assert "\x1b" not in printed.err


def test_papers_that_came_in_without_a_field_are_counted_and_the_import_is_complete(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    items = [
        {"type": "article-journal", "title": f"On Kite {number}", "issued": {"date-parts": [["soon"]]}}
        for number in range(2)
    ]
    path = tmp_path / "kites.json"
    path.write_text(json.dumps([*items, {"type": "article-journal", "title": "On Moss"}]), encoding="utf-8")
    assert main(["import", str(path)]) == 0
    printed = capsys.readouterr()
    assert printed.out == "kites.json: 3 papers: 3 new, 0 known, 2 papers with a field not understood\n"
    assert printed.err.count("the field issued holds no day: On Kite") == 2


def test_dates_that_lie_too_far_ahead_are_told_and_their_papers_come_in(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    days = [("2850-01-02", "2850-01-03"), ("2850", None), ("0001-01-01", None), ("2020-05-06", None)]
    records = [
        {"title": f"On Kite {place}", "abstract": "We fly it.", "published": published, "updated": updated}
        for place, (published, updated) in enumerate(days)
    ]
    path = tmp_path / "kites.jsonl"
    path.write_text("".join(f"{json.dumps(record)}\n" for record in records), encoding="utf-8")
    assert main(["import", str(path)]) == 0
    told = "2 papers with a date more than a year ahead, not believed"
    assert capsys.readouterr().out == f"kites.jsonl: 4 papers: 4 new, 0 known, {told}\n"
    main(["list", "--json"])
    listed = map(json.loads, capsys.readouterr().out.splitlines())
    assert sorted(filter(None, (paper["published"] for paper in listed))) == ["2020-05-06"]


def test_a_document_in_markdown_is_no_list_of_papers(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    section = "Run the command to begin. It takes the weather into account, and tells when the wind is weak. "
    text = f"# kite\n\n{section * 3}\n\n## Usage\n\n{section * 3}\n\nSee [the page](https://kite.example).\n"
    path = tmp_path / "README.md"
    path.write_text(text, encoding="utf-8")
    assert main(["import", str(path)]) == 1
    assert "in no format that radar knows" in capsys.readouterr().err
    path.write_text(f"{text}\nhttps://huggingface.co/papers/2401.00001\n", encoding="utf-8")
    assert main(["import", str(path)]) == 1


def test_many_lines_not_understood_are_counted_unless_all_are_asked_for(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = _listing(tmp_path / "snails.jsonl", 2, bad=25)
    assert main(["import", str(path)]) == 1
    told = capsys.readouterr().err.splitlines()
    assert len(told) == 11
    assert told[-1] == "snails.jsonl: and 15 more; --verbose shows all"
    assert main(["import", str(path), "--verbose"]) == 1
    assert len(capsys.readouterr().err.splitlines()) == 25


def test_a_file_that_is_no_listing_does_not_stop_the_others(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    missing = tmp_path / "missing\x1b[31m.txt"
    assert main(["import", str(empty), str(missing), str(_listing(tmp_path / "snails.jsonl", 2))]) == 1
    printed = capsys.readouterr()
    assert printed.err.count("radar: listing: ") == 2
    assert "\x1b" not in printed.err
    assert printed.out.endswith("snails.jsonl: 2 papers: 2 new, 0 known\n")


def test_a_file_named_with_an_escape_sequence_does_not_reach_the_terminal(tmp_path: Path) -> None:
    path = _listing(tmp_path / "sn\x1b[2J\x1b]0;title\x07ails\u202e.jsonl", 2, bad=1)
    with Terminal(["import", str(path)], environment={"NO_COLOR": "1"}) as terminal:
        assert terminal.wait_for_end() == 1
        assert "snails.jsonl: 2 papers" in terminal.text
    assert b"\x1b" not in terminal.raw
    assert "\u202e".encode() not in terminal.raw


def test_a_long_import_shows_a_bar_on_a_terminal_and_none_in_a_pipe(tmp_path: Path) -> None:
    path = _listing(tmp_path / "snails.jsonl", 2500)
    with Terminal(["import", str(path)]) as terminal:
        terminal.wait_for(lambda text: "snails.jsonl: " in text and "%" in text)
        assert terminal.wait_for_end() == 0
        assert "2,500 papers: 2,500 new" in terminal.text
        assert "━" not in terminal.text
    assert radar("import", str(path)).stderr == ""


def test_ctrl_c_amid_a_long_import_is_answered_while_it_ends_in_order(tmp_path: Path) -> None:
    pipe = tmp_path / "snails.jsonl"
    os.mkfifo(pipe)
    lines = _listing(tmp_path / "lines.jsonl", 3000).read_bytes()
    with Terminal(["import", str(pipe)]) as terminal, pipe.open("wb") as snails:
        snails.write(lines)
        snails.flush()
        terminal.wait_for(lambda text: "snails.jsonl: " in text and "━" in text)
        terminal.send(signal.SIGINT)
        assert terminal.wait_for_end() == 130
        assert "are kept" in terminal.text
        assert "━" not in terminal.text
    assert b"stopping, snails.jsonl: " in terminal.raw


@pytest.fixture
def importing(tmp_path: Path) -> Iterator[subprocess.Popen[bytes]]:
    """An import from a pipe that has brought in a first part and waits for more."""
    lines = _listing(tmp_path / "snails.jsonl", 3000).read_bytes().splitlines(keepends=True)
    process = subprocess.Popen(
        command("import", "-"),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        env=dict(os.environ),
    )
    assert process.stdin
    process.stdin.writelines(lines)
    process.stdin.flush()
    until = time.monotonic() + 60
    while not (settings().library.exists() and _count() > 0):
        assert time.monotonic() < until
        time.sleep(0.02)
    yield process
    process.kill()
    process.communicate()


def test_an_interrupted_import_keeps_what_was_committed_and_says_so(
    importing: subprocess.Popen[bytes],
) -> None:
    importing.send_signal(signal.SIGINT)
    assert importing.stderr
    told = importing.stderr.read().decode()
    assert importing.wait(30) == 130
    assert "interrupted: " in told
    assert "are kept" in told
    assert "Traceback" not in told
    assert _count() >= 256
    assert radar("list", "snail", "--limit", "1").stdout


class _Interrupted(io.RawIOBase):
    """Standard input on which somebody presses ^C in the place of the first word."""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        raise KeyboardInterrupt


def test_an_import_that_is_interrupted_before_anything_came_names_no_file(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BufferedReader(_Interrupted())))
    assert main(["import", "-"]) == 130
    assert capsys.readouterr().err.endswith("interrupted: nothing was read\n")


def test_fields_that_radar_does_not_know_are_told_once_for_all_files(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    snails, slugs = tmp_path / "snails.jsonl", tmp_path / "slugs.jsonl"
    snails.write_text(
        '{"title": "Snails walk", "gait\\u001b[31m": "slow", "shell": 1}\n{"title": "On", "shell": 2}\n',
        encoding="utf-8",
    )
    slugs.write_text('{"title": "Slugs walk", "gait": "slow", "shell": 0}\n', encoding="utf-8")
    assert main(["import", str(snails), str(slugs)]) == 0
    printed = capsys.readouterr()
    assert printed.err == "left out: fields radar does not take: shell (3 papers), gait (2)\n"
    assert printed.out.count("0 known") == 2


def test_what_radar_exports_lists_and_reads_holds_no_field_that_it_does_not_know(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert main(["import", str(_listing(tmp_path / "snails.jsonl", 2))]) == 0
    for arguments in (["export", "--format", "jsonl"], ["list", "--json"], ["show", "2512.00001", "--json"]):
        capsys.readouterr()
        assert main(arguments) == 0
        own = tmp_path / "own.jsonl"
        own.write_text(capsys.readouterr().out, encoding="utf-8")
        assert main(["import", str(own)]) == 0
        assert capsys.readouterr().err == ""


def test_summaries_by_models_in_an_export_are_counted_at_the_end(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "snails.jsonl"
    line = {"title": "A snail", "takeaway": "It walks.", "provenance": {"takeaway": "model"}}
    path.write_text(json.dumps(line) + "\n", encoding="utf-8")
    assert main(["import", str(path)]) == 0
    assert capsys.readouterr().err.startswith("left out: summaries by models (1 paper): ")
