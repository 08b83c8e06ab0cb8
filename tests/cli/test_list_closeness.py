"""`radar list --order close`."""

from __future__ import annotations

import json

import pytest

from radar.cli import main
from radar.library.library import Library
from radar.papers.reader.query import Mark
from tests.cli.seeding import many, seed, settings
from tests.pipeline.exporting.entries import paper
from tests.terminal import Terminal

NEAR = paper("Lichen reads clocks", "2511.00001", abstract="Lichen on clocks tells the hour of moss.")
FAR = paper("Of ink", "2511.00002", abstract="Ink dries.")


def _seed(*, star: bool = True) -> None:
    mossy = paper("Moss and lichen", "2510.00009", abstract="Moss tells the hour by lichen.")
    keys = seed([*many(12), FAR, NEAR, mossy]).keys
    library = Library.open(settings().library)
    library.mark([keys[-1]] if star else [], Mark.STARRED, True)
    library.close()


def test_the_closest_come_first_with_score_and_reasons_in_json(capsys: pytest.CaptureFixture[str]) -> None:
    _seed()
    capsys.readouterr()
    assert main(["list", "--json", "--order", "close"]) == 0
    first, *others = map(json.loads, capsys.readouterr().out.splitlines())
    assert first["id"] == NEAR.id
    assert first["closeness"]["score"] > 1
    assert "Lichen" in " ".join(first["closeness"]["because"])
    assert {"lichen", "moss", "hour"} <= set(" ".join(first["closeness"]["because"]).lower().split())
    assert next(other for other in others if other["id"] == FAR.id)["closeness"] is None
    assert main(["list", "--json"]) == 0
    assert "closeness" not in json.loads(capsys.readouterr().out.splitlines()[0])


def test_piped_a_third_line_says_how_close_and_why(capsys: pytest.CaptureFixture[str]) -> None:
    _seed()
    capsys.readouterr()
    assert main(["list", "--order", "close", "--limit", "1"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 3
    assert lines[2].startswith("    close ")
    assert ", because of: " in lines[2]


def test_a_person_is_told_on_a_line_cut_to_the_terminal() -> None:
    _seed()
    with Terminal(["list", "--order", "close", "--limit", "1"], columns=60) as terminal:
        terminal.wait_for("because of: ")
        assert terminal.wait_for_end() == 0
        said = [line for line in terminal.text.splitlines() if "because of" in line]
    assert len(said) == 1


def test_without_a_star_it_is_said_and_the_newest_come_first(capsys: pytest.CaptureFixture[str]) -> None:
    _seed(star=False)
    capsys.readouterr()
    assert main(["list", "--json", "--order", "close"]) == 0
    by_closeness = capsys.readouterr()
    assert "star a few papers first" in by_closeness.err
    assert main(["list", "--json"]) == 0
    ids = [json.loads(line)["id"] for line in capsys.readouterr().out.splitlines()]
    assert [json.loads(line)["id"] for line in by_closeness.out.splitlines()] == ids
