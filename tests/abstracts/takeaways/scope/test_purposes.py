"""What is done, told as a purpose."""

from __future__ import annotations

import pytest

from radar.abstracts.takeaways.scope.purposes import as_purpose, as_what_for


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


@pytest.mark.parametrize(
    ("phrase", "line", "told"),
    [
        ("in crab colonies", "We propose Sidestep, a rope that counts.", "for crab colonies"),
        ("in crab colonies", "This paper also introduces a rope.", "for crab colonies"),
        ("in crab colonies", "We study how ropes count.", "in crab colonies"),
        ("in crab colonies", "We present a detailed analysis of ropes.", "in crab colonies"),
        ("in crab colonies", "We propose that ropes count.", "in crab colonies"),
        ("in the wild", "We propose a rope.", "in the wild"),
        ("in latent space", "We propose a rope.", "in latent space"),
        ("under crab colonies", "We propose a rope.", "under crab colonies"),
        ("in crab colonies", "The rope wins.", "in crab colonies"),
    ],
)
def test_what_is_made_is_for_its_field_and_not_in_it(phrase: str, line: str, told: str) -> None:
    assert " ".join(as_what_for(phrase.split(), line)) == told
