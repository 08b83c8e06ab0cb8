"""What may follow what was done."""

from __future__ import annotations

import pytest

from radar.abstracts.reading import read_text
from radar.abstracts.takeaways.findings.second_parts import answers, by_pronoun, is_no_finding, tells_again


@pytest.mark.parametrize(
    ("deed", "found", "told"),
    [
        ("We propose Sidestep, a gait", "Sidestep cuts falls by 12%.", "It cuts falls by 12%."),
        ("We propose the rope", "All ropes cut falls.", "All ropes cut falls."),
        ("We propose a gait called SideStep", "SideStep also cuts falls.", "It also cuts falls."),
        ("We propose a Side Step Gait (SSG)", "SSG outperforms ropes.", "It outperforms ropes."),
        ("We compare gulls and SSG", "SSG outperforms ropes.", "SSG outperforms ropes."),
        ("We show a rope (SSG) and compare it with BERT, GULL", "GULL exceeds SSG.", "GULL exceeds SSG."),
        ("We propose Side Step Gait (SSG), a gait", "SSG exceeds ropes.", "It exceeds ropes."),
        ("We propose SSG*, a child of SSG2", "SSG* outperforms ropes.", "SSG* outperforms ropes."),
        ("We propose SSG, a gait with CrabNet", "SSG outperforms ropes.", "SSG outperforms ropes."),
        ("We propose SSG, an SLOW gait for LLMs", "SSG outperforms ropes.", "It outperforms ropes."),
        ("We propose a gait of gulls (GULL)", "GULL outperforms ropes.", "GULL outperforms ropes."),
        ("We propose SSG, the child of SSG", "SSG outperforms ropes.", "SSG outperforms ropes."),
        ("We propose SSG, a gait", "SSG outperforms all but SSG.", "SSG outperforms all but SSG."),
        ("We propose SSG, a gait", "SSG gaits outperform ropes.", "SSG gaits outperform ropes."),
        ("We propose SSG, a gait", "Ropes outperform gulls.", "Ropes outperform gulls."),
    ],
)
def test_what_was_just_named_is_it(deed: str, found: str, told: str) -> None:
    assert by_pronoun(found, deed) == told


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ("Under heavy rain, achieves 93% fewer falls.", True),
        ("A wider shore is needed to model the falls.", True),
        ("Under heavy rain, crabs achieve 93% fewer falls.", False),
        ("Crabs on ropes fall less often than gulls.", False),
    ],
)
def test_a_finding_has_a_subject_and_is_no_wish(found: str, expected: bool) -> None:
    assert is_no_finding(found) is expected


def test_what_goes_well_is_told_once() -> None:
    deed = "We propose a gait, which improves the climbs of crabs"
    assert tells_again("Our gait can significantly enhance the climbs of crabs.", deed)
    assert not tells_again("Our gait can significantly enhance the naps of gulls.", deed)
    assert not tells_again("Our method outperforms existing methods.", deed)


def test_what_moved_its_authors_is_no_outcome_of_what_they_made() -> None:
    assert answers("to address this, we propose a gait.")
    assert not answers("we propose a gait.")
    text = (
        "Crabs walk. We find that crabs on ropes fall more often than gulls do on shores. "
        "To address this, we propose SideStep, a quiet gait for ropes."
    )
    assert read_text("SideStep: Walking on Ropes", text).takeaway.text == (
        "We propose SideStep, a quiet gait for ropes."
    )
