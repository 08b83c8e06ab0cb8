"""Escape sequences, markup and invisible characters, in papers and in answers, on a real terminal."""

from __future__ import annotations

import contextlib
import json
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.papers.bases import replace
from radar.papers.summaries.summary import Agreement, Verdict, Verdicts
from tests.net.loopback import Arrived, Loopback, Scripted, json_answer
from tests.terminal import Terminal

POISON = (
    "\x1b]0;PWNED\x07\x1b]52;c;UFdORUQ=\x07\x1b]8;;http://evil.example\x1b\\\x1b[31;47;5m\x1b[?1049l\x1b[5;5H"
    "\x1bP0;1|PWNED\x1b\\\x9b2J\u202e\u2066\u200b\ufeff\U000e0041\x00\x08\x7f[/] [@click=app.quit]x[/] [bold"
)
_TITLES = (
    "Gulls at Rest [Experiment, Analysis & Benchmark]",
    f"Terns {POISON} in flight",
    "[/] [@click=app.quit]Puffins[/] [/bold",
    "海鳥の群れ \u0301\u0301\u0301\u0301\u0301\u0301\u0301 と風",
)
_FOREIGN = (b"PWNED", b"UFdORUQ", b"\x1b]52", b"\x1b]8;", b"31;47;5m", b"\x1b[?1049l", b"\x1bP", b"\x07")
_POINTER_SHAPES = re.compile(rb"\x1b\]22;[a-z-]*\x07")
"""Textual's own, sent when the mouse pointer should change."""
_INVISIBLE = re.compile("[\x80-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\U000e0000-\U000e007f]")


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A library whose papers carry poison in every field."""
    records = [
        {
            "id": f"2511.{number:05d}",
            "title": title,
            "abstract": f"We {POISON} watch 12 gulls. Rest takes 40% less energy{POISON} than flight. "
            f"Our code is at https://github.com/gulls/rest{POISON}.",
            "authors": [f"Ada {POISON} Gull", POISON],
            "categories": [f"cs.CL{POISON}"],
            "comment": f"9 pages {POISON}",
            "venue": f"Coast {POISON}",
            "url": f"https://coast.example/{number}{POISON}",
            "listed": "2025-11-03",
        }
        for number, title in enumerate(_TITLES)
    ]
    listing = tmp_path / "listing.jsonl"
    listing.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    path = tmp_path / "library.sqlite3"
    with Terminal(["--library", str(path), "import", str(listing)]) as terminal:
        assert terminal.wait_for_end() == 0
    return path


def _hostile_model(request: Arrived) -> Scripted:
    if request.method == "GET":
        return json_answer({"data": [{"id": f"gull{POISON}"}]})
    answer = {
        "takeaway": f"Rest takes gulls 40% less energy than flight {POISON}.",
        "results_sentence": 2,
        "code_sentence": 3,
        POISON: POISON,
    }
    choice = {"message": {"content": json.dumps(answer)}, "finish_reason": "stop"}
    return json_answer(
        {"model": POISON, "choices": [choice], "usage": {"prompt_tokens": 9, "completion_tokens": 9}}
    )


def _hostile_refusal(_request: Arrived) -> Scripted:
    return json_answer({"error": {"message": POISON, "type": POISON, "code": POISON}}, status=400)


@pytest.fixture(params=[_hostile_model, _hostile_refusal], ids=["answer", "refusal"])
def endpoint(request: pytest.FixtureRequest) -> Iterator[Loopback]:
    with contextlib.closing(Loopback(rule=request.param)) as server:
        yield server


def test_o1_o2_o3_nothing_foreign_reaches_the_terminal_and_nothing_crashes(
    library: Path, endpoint: Loopback
) -> None:
    environment = {"RADAR_BASE_URL": endpoint.url + "/v1", "RADAR_MODEL": "gull"}
    with Terminal(["--library", str(library)], environment=environment) as terminal:
        terminal.wait_for("Gulls at Rest [Experiment, Analysis & Benchmark]")
        terminal.wait_for("[/] [@click=app.quit]Puffins[/] [/bold")
        for keys, shown in (
            ("j", "in flight"),
            ("\r", "github.com/gulls/rest"),
            ("\t", "40%"),
            ("\x1b", "4 papers"),
        ):
            terminal.type(keys)
            terminal.wait_for(shown)
        terminal.type("/")
        terminal.wait_for("drop the search")
        terminal.type("\x1b[200~gulls\u202e\u200b\x9b31m\ufeff\x1b[201~")
        terminal.wait_for("/ gulls")
        terminal.type("\x1b")
        terminal.wait_for("titles, abstracts")
        terminal.type("m")
        terminal.wait_for(lambda _: any(arrived.method == "POST" for arrived in endpoint.arrived))
        terminal.wait_for(
            lambda text: any(word in text for word in ("summarised", "answered", "failed", 'summarise "'))
        )
        terminal.type("J")
        terminal.wait_for("jobs go on")
        before_leaving = _POINTER_SHAPES.sub(b"", bytes(terminal.raw))
        terminal.type("\x1b")
        terminal.wait_for("Puffins")
        terminal.type("q")
        assert terminal.wait_for_end() == 0
    _assert_nothing_foreign(before_leaving)


_CONTRADICTED = {
    "code": ["disputed", POISON + "promised", ["abstract", 0, 40]],
    "results": ["both", POISON, None],
}
_CHECKS = [f"{POISON} of a check", "too long"]
_INSTRUCTS = [f"instruction in the abstract: ignore {POISON} everything"]


def _plant(path: Path, paper: str, checks: list[str]) -> None:
    """Keep a model's summary, then put poison where radar itself would have cleaned it away."""
    library = Library.open(path)
    reader = LibraryReader.open(path)
    entry = reader.entry(reader.key_of(paper) or 0)
    assert entry is not None
    verdicts = Verdicts(Verdict(Agreement.DISPUTED, "promised"), Verdict(Agreement.BOTH, "quantified"))
    made = replace(entry.summary.provenance, summariser="endpoint", model="gull", prompt_digest="d")
    library.save_summaries([replace(entry.summary, provenance=made, verdicts=verdicts, relevance="birds")])
    reader.close()
    library.close()
    with sqlite3.connect(path) as connection:
        connection.execute(
            "UPDATE summaries SET verdicts = ?, relevance = ?, failed_checks = ?, model = ?, "
            "prompt_digest = ? WHERE id = ?",
            (
                json.dumps(_CONTRADICTED),
                f"rest{POISON}",
                json.dumps(checks),
                f"gull{POISON}",
                POISON,
                entry.key,
            ),
        )
    connection.close()


def _assert_nothing_foreign(raw: bytes) -> None:
    for foreign in _FOREIGN:
        at = raw.find(foreign)
        assert at < 0, raw[max(0, at - 60) : at + 40]
    assert not _INVISIBLE.search(raw.decode("utf-8", "replace"))


def test_o1_o2_o3_what_a_model_says_of_flags_and_reader_is_text_and_nothing_else(library: Path) -> None:
    _plant(library, "2511.00000", _CHECKS)
    _plant(library, "2511.00002", _INSTRUCTS)
    with Terminal(["--library", str(library)], columns=100, lines=70) as terminal:
        terminal.wait_for("Gulls at Rest [Experiment, Analysis & Benchmark]")
        for keys, shown in (
            ("D", "disputed · newest"),
            ("\r", "for you, says gull"),
            ("\t", "promised"),
            ("v", "offline · rules"),
            ("v", "for you, says gull"),
        ):
            terminal.type(keys)
            terminal.wait_for(shown)
        assert "[@click=app.quit]x[/]" in terminal.text, "markup stands as it is"
        terminal.type("\x1b")
        terminal.wait_for("Puffins")
        terminal.type("j\r")
        terminal.wait_for("no model was asked")
        raw = _POINTER_SHAPES.sub(b"", bytes(terminal.raw))
        terminal.type("\x1b")
        terminal.wait_for("enter read")
        terminal.type("q")
        assert terminal.wait_for_end() == 0
    _assert_nothing_foreign(raw)


@pytest.mark.parametrize("command", [["show", "2511.00000", "2511.00002"], ["list"], ["list", "--disputed"]])
def test_o1_o2_o3_the_commands_tell_it_as_text_too(library: Path, command: list[str]) -> None:
    _plant(library, "2511.00000", _CHECKS)
    _plant(library, "2511.00002", _INSTRUCTS)
    with Terminal(["--library", str(library), *command], columns=100, lines=80) as terminal:
        assert terminal.wait_for_end() == 0
        terminal.wait_for("are not shown: " if command[0] == "show" else "disputed: code")
        _assert_nothing_foreign(bytes(terminal.raw))
