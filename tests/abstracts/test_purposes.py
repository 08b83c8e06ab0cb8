"""What is done, told as a purpose."""

from __future__ import annotations

import pytest

from radar.abstracts.purposes import as_purpose


@pytest.mark.parametrize(
    ("phrase", "told"),
    [
        ("for enhancing gaits", "to enhance gaits"),
        ("for Inferring gaits", "to infer gaits"),
        ("for unifying gaits", "to unify gaits"),
        ("for detecting and mitigating falls", "to detect and mitigate falls"),
        ("for reducing falls and slips", "to reduce falls and slips"),
        ("for detecting and grounding falls", "for detecting and grounding falls"),
        ("for reducing of falls", "for reducing of falls"),
        ("for walking gaits", "for walking gaits"),
        ("in enhancing gaits", "in enhancing gaits"),
    ],
)
def test_what_is_done_is_a_purpose_of_its_authors(phrase: str, told: str) -> None:
    assert " ".join(as_purpose(phrase.split(), "We propose a rope.")) == told
    assert " ".join(as_purpose(phrase.split(), "The rope wins.")) == phrase
