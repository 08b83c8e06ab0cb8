"""The case that radar was started for: which papers of a real listing have code."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from radar.cli import main

pytestmark = pytest.mark.eval


def test_exactly_the_papers_with_released_code_are_listed(
    capsys: pytest.CaptureFixture[str], eval_data: Path
) -> None:
    listing = str(eval_data / "data" / "hf_listing.txt")
    assert main(["import", listing]) == 0
    assert "66 papers: 66 new, 0 known" in capsys.readouterr().out
    assert main(["import", listing]) == 0
    assert "66 papers: 0 new, 66 known" in capsys.readouterr().out
    assert main(["list", "--code", "--json"]) == 0
    listed = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    labels = (eval_data / "labels" / "seed.jsonl").read_text(encoding="utf-8").splitlines()
    expected = {
        (label["title"], label["code_url"])
        for label in map(json.loads, labels)
        if label["code"] == "released"
    }
    assert {(record["title"], record["code_url"]) for record in listed} == expected
    assert len(listed) == len(expected)
