"""Papers named by their ids are chosen by nothing else besides."""

from __future__ import annotations

import pytest

from radar.cli import main
from tests.cli.seeding import SILENT, seed


@pytest.fixture(autouse=True)
def _endpoint(monkeypatch: pytest.MonkeyPatch) -> None:
    seed()
    monkeypatch.setenv("RADAR_BASE_URL", "http://127.0.0.1:9/v1")
    monkeypatch.setenv("RADAR_MODEL", "small")


@pytest.mark.parametrize(
    ("others", "named"),
    [
        ("slugs", "QUERY"),
        ("--starred --tag none", "--starred, --tag"),
        *(
            (option, option.split()[0])
            for option in (
                "--code", "--promised", "--data", "--results sota", "--unread", "--starred", "--updated",
                "--disputed", "--tag later", "--order oldest", "--watch snails", "--new",
            )
        ),
    ],
)  # fmt: skip
def test_ids_and_what_chooses_besides_exclude_each_other(
    capsys: pytest.CaptureFixture[str], others: str, named: str
) -> None:
    assert main(["summarise", *others.split(), "--ids", SILENT.id]) == 2
    assert f"{named} and --ids exclude each other" in capsys.readouterr().err
