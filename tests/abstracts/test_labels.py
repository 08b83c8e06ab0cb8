"""The rules against labelled real abstracts."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.benchmarks.reading import labelled
from tests.benchmarks.reading_scores import Score, score, score_with_evidence

pytestmark = [
    pytest.mark.eval,
    pytest.mark.skipif("RADAR_EVAL_DATA" not in os.environ, reason="RADAR_EVAL_DATA is not set"),
]


def scores(name: str) -> dict[str, Score]:
    return score(labelled(Path(os.environ["RADAR_EVAL_DATA"]), name))


def test_the_listing_that_radar_was_started_for_is_read_right() -> None:
    found = scores("seed.jsonl")
    assert found["code"].right() >= 65
    assert found["code"].links_right == found["code"].links
    assert found["data"].right() >= 65
    assert found["results"].right() >= 59


def test_code_statements_of_the_development_set_are_read() -> None:
    found = scores("code_dev.jsonl")
    assert found["code"].f1("released") >= 0.97
    assert found["data"].f1("released") >= 0.95


def test_a_statement_is_shown_where_the_annotator_marked_it() -> None:
    _, evidence = score_with_evidence(labelled(Path(os.environ["RADAR_EVAL_DATA"]), "code_dev.jsonl"))
    assert evidence.shown == evidence.flags
    assert evidence.overlapping >= 0.95 * evidence.marked


def test_claims_of_the_development_set_are_read() -> None:
    found = scores("results_dev.jsonl")
    assert found["results"].f1("quantified") >= 0.93
    assert found["sota"].f1("true") >= 0.9
