"""`radar summarise` by a summariser that somebody installed, which is chosen by its name."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.dummy_summariser import install
from tests.cli.running import radar
from tests.cli.seeding import many, seed
from tests.terminal import Terminal


def test_an_installed_summariser_is_chosen_by_name_and_one_papers_failure_is_told(tmp_path: Path) -> None:
    seed(many(9))
    environment = install(tmp_path)
    assert radar("summarise", "--summariser", "dummy", environment=environment).returncode == 2
    done = radar("summarise", "--summariser", "dummy", "--yes", environment=environment)
    assert done.returncode == 0
    assert done.stdout.startswith("9 summarised")
    assert "$4.5" in done.stdout
    shown = radar("show", "2512.00001", environment=environment).stdout
    assert "Dummy says Snail number 1 walks." in shown


@pytest.mark.parametrize(("answer", "count"), [("n", 0), ("y", 2)])
def test_on_a_terminal_it_asks_before_anything_is_sent(tmp_path: Path, answer: str, count: int) -> None:
    seed(many(2))
    environment = install(tmp_path)
    with Terminal(["summarise", "--summariser", "dummy"], environment=environment) as terminal:
        terminal.wait_for("Go on? [y/N]")
        assert "2 papers by dummy" in terminal.text
        terminal.type(f"{answer}\r")
        assert terminal.wait_for_end() == 0
        assert ("2 summarised" if count else "nothing was sent") in terminal.text
    records = map(json.loads, radar("list", "--json").stdout.splitlines())
    assert sum(record["provenance"]["summariser"] == "dummy" for record in records) == count
