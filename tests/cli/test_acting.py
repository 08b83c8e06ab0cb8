"""What commands do that act on the papers of a query, where it finds none."""

from __future__ import annotations

import pytest

from radar.cli import main
from tests.cli.seeding import seed


@pytest.mark.parametrize(
    "words",
    [
        ["export", "--format", "csv"],
        ["batch", "export", "--dialect", "rows", "--yes"],
        ["summarise", "--summariser", "offline"],
        ["compare", "--summarisers", "offline,endpoint"],
        ["mark", "read"],
        ["tag", "later"],
    ],
    ids=" ".join,
)
def test_finding_nothing_to_act_on_is_told_and_no_success(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    monkeypatch.setenv("RADAR_BASE_URL", "http://127.0.0.1:9/v1")
    monkeypatch.setenv("RADAR_MODEL", "small")
    seed()
    assert main([*words, "penguins"]) == 1
    assert "nothing matches" in capsys.readouterr().err
    assert main(["list", "penguins"]) == 0, "a list may be empty"
