"""`radar read`, the filter form."""

from __future__ import annotations

import gzip
import json
import os
import random
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from radar.cli import main
from tests.cli.dummy_summariser import install
from tests.cli.running import ROOT, command, radar
from tests.cli.seeding import settings
from tests.net.loopback import Scripted, json_answer, loopback

_KEYS = [
    "id",
    "takeaway",
    "code",
    "code_url",
    "data",
    "data_url",
    "results",
    "sota",
    "evidence",
    "provenance",
]


def _lines(count: int) -> str:
    text = "Snails sort marbles. Code is available at https://github.com/snail/sort."
    records = [{"id": f"s{number}", "title": f"Snail {number}", "abstract": text} for number in range(count)]
    return "".join(json.dumps(record) + "\n" for record in records)


def test_one_line_a_paper_comes_out_in_the_same_order_with_exactly_the_promised_fields() -> None:
    done = radar("read", "-", stdin=_lines(20))
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert (done.returncode, done.stderr) == (0, "")
    assert [record["id"] for record in records] == [f"s{number}" for number in range(20)]
    assert all(list(record) == _KEYS for record in records)
    assert {(record["code"], record["code_url"]) for record in records} == {
        ("released", "https://github.com/snail/sort")
    }


def test_bad_lines_are_told_by_number_and_the_good_ones_come_out(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "papers.jsonl"
    path.write_text(f"{_lines(1)}nonsense\n\n{_lines(1)}{{}}\n", encoding="utf-8")
    assert main(["read", str(path)]) == 1
    printed = capsys.readouterr()
    assert len(printed.out.splitlines()) == 2
    assert [line.partition(":")[0] for line in printed.err.splitlines()] == ["papers.jsonl", "papers.jsonl"]
    assert [line.split(":")[1] for line in printed.err.splitlines()] == ["2", "5"]
    done = radar("read", stdin=path.read_bytes())
    assert [line.partition(":")[0] for line in done.stderr.splitlines()] == ["line 2", "line 5"]


def test_a_file_of_another_format_is_told_what_reads_it(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "snails.bib"
    path.write_text("@article{snail,\n  title={Snails},\n}\n", encoding="utf-8")
    assert main(["read", str(path)]) == 1
    printed = capsys.readouterr()
    assert printed.err.splitlines()[-1] == (
        "snails.bib holds no paper in JSON lines, which is what radar read takes; radar import takes BibTeX, "
        "RIS and the other formats"
    )
    path.write_text('{"id": 1}\n', encoding="utf-8")
    assert main(["read", str(path)]) == 1
    assert "radar import" not in capsys.readouterr().err, "it is of the right format"


@pytest.mark.parametrize(("bad", "more"), [(11, "and 1 more bad line"), (1234, "and 1,224 more bad lines")])
def test_of_lines_that_are_bad_before_anything_comes_out_ten_are_told(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, bad: int, more: str
) -> None:
    path = tmp_path / "snails.bib"
    path.write_text("title={Snails},\n" * bad, encoding="utf-8")
    assert main(["read", str(path)]) == 1
    *told, untold, help = capsys.readouterr().err.splitlines()
    assert [line.split(":")[1] for line in told] == [str(number) for number in range(1, 11)]
    assert untold == more
    assert "radar import takes BibTeX" in help
    path.write_text("x\n" * bad + _lines(1) + "x\n" * 12, encoding="utf-8")
    assert main(["read", str(path)]) == 1
    printed = capsys.readouterr()
    assert len(printed.out.splitlines()) == 1
    told = printed.err.splitlines()
    assert told[10] == more
    assert [line.split(":")[1] for line in told[11:]] == [str(bad + 1 + number) for number in range(1, 13)]


def test_neither_library_nor_any_other_file_is_made(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "papers.jsonl"
    path.write_text(_lines(2), encoding="utf-8")
    assert main(["read", str(path)]) == 0
    assert not settings().library.exists()
    assert not list(Path(os.environ["HOME"]).iterdir())


def test_a_broken_settings_file_does_not_concern_the_offline_reading(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "papers.jsonl"
    path.write_text(_lines(1), encoding="utf-8")
    broken = tmp_path / "config.toml"
    broken.write_text("nonsense", encoding="utf-8")
    assert main(["--config", str(broken), "read", str(path)]) == 0


def test_the_same_lines_in_give_the_same_lines_out(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "papers.jsonl.gz"
    path.write_bytes(gzip.compress(_lines(3).encode()))
    assert main(["read", str(path)]) == 0
    first = capsys.readouterr().out
    assert main(["read", str(path)]) == 0
    assert capsys.readouterr().out == first
    assert len(first.splitlines()) == 3


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(gzip.compress(random.Random(1).randbytes(500), mtime=0)[:-30], id="cut"),
        pytest.param(b"\x1f\x8bnot gzip at all", id="not gzip"),
    ],
)
def test_a_file_that_breaks_off_is_an_error_and_no_traceback(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "papers.gz"
    path.write_bytes(content)
    assert main(["read", str(path)]) == 1
    assert "cannot be read" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["missing\x1b[31m.jsonl", ""])
def test_a_file_that_cannot_be_opened_is_named_without_its_escape_sequence(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, name: str
) -> None:
    assert main(["read", str(tmp_path / name)]) == main(["import", str(tmp_path / name)]) == 1
    printed = capsys.readouterr().err
    assert printed.startswith("radar: listing: ")
    assert "\x1b" not in printed


@pytest.fixture
def reading() -> Iterator[subprocess.Popen[bytes]]:
    """A reading from a pipe that stays open."""
    process = subprocess.Popen(
        command("read", "-"),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        env=dict(os.environ),
    )
    yield process
    process.kill()
    process.communicate()


def test_a_line_comes_out_while_the_input_is_still_open(reading: subprocess.Popen[bytes]) -> None:
    assert reading.stdin
    assert reading.stdout
    for _ in range(3):
        reading.stdin.write(_lines(1).encode())
        reading.stdin.flush()
        assert json.loads(reading.stdout.readline())["id"] == "s0"


def test_an_interruption_is_quiet_and_has_its_exit_code(reading: subprocess.Popen[bytes]) -> None:
    assert reading.stdin
    assert reading.stdout
    reading.stdin.write(_lines(1).encode())
    reading.stdin.flush()
    reading.stdout.readline()
    reading.send_signal(signal.SIGINT)
    assert reading.wait(30) == 130
    assert reading.stderr
    assert reading.stderr.read() == b"interrupted\n"


def test_an_installed_summariser_can_read_too_and_its_failures_become_offline_readings(
    tmp_path: Path,
) -> None:
    done = radar("read", "-", "--summariser", "dummy", stdin=_lines(12), environment=install(tmp_path))
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 1
    assert [record["id"] for record in records] == [f"s{number}" for number in range(12)]
    made = [record["provenance"]["summariser"] for record in records]
    assert made == ["dummy"] * 7 + ["offline"] + ["dummy"] * 4
    assert "line 8: read offline instead: " in done.stderr
    assert not settings().library.exists()


def test_an_unknown_summariser_is_answered_with_the_nearest(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "papers.jsonl"
    path.write_text(_lines(1), encoding="utf-8")
    assert main(["read", str(path), "--summariser", "ofline"]) == 2
    assert "Did you mean offline?" in capsys.readouterr().err


def _completion(model: str) -> Scripted:
    choice = {"index": 0, "message": {"role": "assistant", "content": "{}"}, "finish_reason": "stop"}
    return json_answer({"model": model, "choices": [choice]})


def test_a_key_that_is_named_and_not_there_is_refused_before_anything_is_sent() -> None:
    with loopback(_completion("small")) as server:
        environment = {
            "RADAR_BASE_URL": f"{server.url}/v1",
            "RADAR_MODEL": "small",
            "RADAR_KEY_ENV": "NO_KEY",
        }
        done = radar("read", "--summariser", "endpoint", stdin=_lines(1), environment=environment)
        assert server.arrived == []
    assert (done.returncode, done.stdout) == (3, "")
    assert "put it into the environment variable NO_KEY" in done.stderr


def test_another_model_that_answers_is_told_at_the_end() -> None:
    with loopback(_completion("small")) as server:
        environment = {"RADAR_BASE_URL": f"{server.url}/v1", "RADAR_MODEL": "tall"}
        done = radar("read", "--summariser", "endpoint", stdin=_lines(1), environment=environment)
    assert len(done.stdout.splitlines()) == 1
    assert "was asked for tall and answers as small" in done.stderr
