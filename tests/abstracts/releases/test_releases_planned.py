"""Releases that are planned, data sets that are mirrored, and what a repository includes."""

from __future__ import annotations

import pytest

from radar.abstracts.reading import code_status_of, data_status_of
from radar.papers.values import Release


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The crab tool is planned for public release to support the beach.", id="planned"),
        pytest.param("A public release of the code is planned.", id="of the code"),
    ],
)
def test_code_planned_for_release_is_promised(text: str) -> None:
    found = code_status_of(text)
    assert found.value is Release.PROMISED
    assert found.evidence is not None
    assert "release" in text[found.evidence.start : found.evidence.end]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param(
            "The full crab dataset is being prepared for public release.", Release.PROMISED, id="now"
        ),
        pytest.param("The crab corpus is scheduled for release in June.", Release.PROMISED, id="scheduled"),
        pytest.param("The crab dataset will be published on HuggingFace.", Release.PROMISED, id="a host"),
        pytest.param(
            "The crab datasets are updated daily and mirrored on GitHub.", Release.RELEASED, id="mirrored"
        ),
        pytest.param(
            "The crab dataset is permanently hosted on GitHub.", Release.RELEASED, id="permanently hosted"
        ),
        pytest.param(
            "The GitHub repository, which includes crab checkpoints and easy-to-use code, is available at "
            "https://github.com/crab/walk.",
            Release.RELEASED,
            id="included between commas",
        ),
        pytest.param("The probe is planned for release into the sea.", Release.NONE, id="into the sea"),
        pytest.param("We study 500 crab cards hosted on Hugging Face.", Release.NONE, id="of others"),
    ],
)
def test_data_are_planned_mirrored_or_included(text: str, value: Release) -> None:
    assert data_status_of(text).value is value
