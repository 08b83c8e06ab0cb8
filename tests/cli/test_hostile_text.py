"""A listing full of escape sequences, imported and printed by every command in a real terminal."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from radar.cli import main
from radar.pipeline.exporting.formats import export_formats
from tests.terminal import Terminal

_POISON = (
    "\x1b[2J\x1b]0;title\x07\x1bPq\x1b\\\x9b31m\u202e\u200b\u2066[/] [@click=app.quit]x[/] \x00\x08\x7f[b"
)
_TITLES = (
    "Snails [Experiment, Analysis & Benchmark]",
    f"Slugs {_POISON}",
    "[/] [bold]Shells[@click=app.quit]",
)
_OUR_COLOURS = re.compile(rb"\x1b\[(?:\d+(?:;\d+)*)?m")


@pytest.fixture
def _poisoned(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    records = [
        {
            "id": f"2512.{number:05d}",
            "title": title,
            "abstract": f"We {_POISON} watch snails. Our code is at https://github.com/snail/sort{_POISON}.",
            "authors": [f"Ada {_POISON} Snail", _POISON],
            "categories": [f"cs.CL{_POISON}"],
            "comment": _POISON,
            "venue": f"Garden {_POISON}",
            "url": f"https://garden.example/{number}{_POISON}",
            "listed": "2025-12-01",
        }
        for number, title in enumerate(_TITLES)
    ]
    path = tmp_path / f"listing{_POISON.replace(chr(0), '')[:40].replace('/', '')}.jsonl"
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    main(["import", str(path)])
    printed = capsys.readouterr()
    assert "3 new" in printed.out
    assert not _acts(printed.out + printed.err)


def _acts(text: str) -> bool:
    return bool(set(text) & set("\x00\x07\x08\x7f\x1b\x9b\u202e\u200b\u2066"))


@pytest.mark.usefixtures("_poisoned")
@pytest.mark.parametrize(
    "arguments",
    [
        ["list"],
        ["list", "--json"],
        ["show", "2512.00001"],
        ["show", "2512.00001", "--json"],
        ["list", _POISON[1:20]],
    ]
    + [["export", "--format", name] for name in export_formats()],
)
def test_o1_o2_o3_nothing_of_it_reaches_the_terminal(arguments: list[str]) -> None:
    with Terminal(arguments) as terminal:
        assert terminal.wait_for_end() == 0
    plain = _OUR_COLOURS.sub(b"", bytes(terminal.raw)).replace(b"\r\n", b"\n").decode()
    assert not _acts(plain)
    assert "title\x07" not in plain


@pytest.mark.usefixtures("_poisoned")
def test_o2_titles_that_look_like_markup_are_shown_as_they_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list"]) == 0
    text = capsys.readouterr().out
    assert _TITLES[0] in text
    assert _TITLES[2] in text
