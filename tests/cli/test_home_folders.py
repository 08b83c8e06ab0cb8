"""Paths on the command line that begin with `~`, which a shell hands on where it stands in quotes."""

from __future__ import annotations

from pathlib import Path

import pytest

from radar.cli import main
from tests.cli.seeding import seed


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (["export", "--out", "~no-such-user/papers.bib"], "~no-such-user/papers.bib cannot be written"),
        (["digest", "--out", "~no-such-user/today.md"], "~no-such-user/today.md cannot be written"),
        (["batch", "import", "~no-such-user/results.jsonl"], "~no-such-user/results.jsonl cannot be read"),
        (["list", "--config", "~no-such-user/config.toml"], "~no-such-user/config.toml, which --config or"),
    ],
    ids=lambda part: part[0] if isinstance(part, list) else "",
)
def test_a_home_of_nobody_is_told_as_a_place_that_is_not_there(
    capsys: pytest.CaptureFixture[str], command: list[str], said: str
) -> None:
    seed()
    assert main(command) in (1, 2)
    assert said in capsys.readouterr().err


def test_a_settings_file_of_nobody_that_the_environment_names_is_told_as_not_there(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RADAR_CONFIG", "~no-such-user/config.toml")
    assert main(["list"]) == 2
    assert "~no-such-user/config.toml, which --config or RADAR_CONFIG names" in capsys.readouterr().err


def test_a_settings_file_is_found_in_the_home_folder(capsys: pytest.CaptureFixture[str]) -> None:
    file = Path.home() / "mine.toml"
    file.touch()
    assert main(["settings", "--config", "~/mine.toml"]) == 0
    assert str(file) in capsys.readouterr().out


@pytest.mark.parametrize("command", ["import", "read"])
def test_a_listing_is_found_in_the_home_folder(capsys: pytest.CaptureFixture[str], command: str) -> None:
    (Path.home() / "moss.jsonl").write_text(
        '{"id": "2603.00001", "title": "Moss on Roofs", "abstract": "It grows."}\n'
    )
    assert main([command, "~/moss.jsonl"]) == 0
    printed = capsys.readouterr()
    assert any(told in printed.out + printed.err for told in ("1 new", "2603.00001"))
