"""Notes of a release without a verb, and what stands around a statement, with invented sentences."""

from __future__ import annotations

import pytest

from radar.abstracts.reading import read_text

LINK = "https://github.com/crab/walk"


def flags(abstract: str, comment: str = "") -> tuple[str, str]:
    found = read_text("Crabs: walking", abstract, comment).flags
    return found.code.value.value, found.data.value.value


@pytest.mark.parametrize(
    ("comment", "code", "data"),
    [
        pytest.param("9 pages. Code and shells: to be released", "promised", "none", id="behind a colon"),
        pytest.param("Code: coming soon.", "promised", "none", id="coming soon"),
        pytest.param("9 pages. Code URL coming soon", "promised", "none", id="the link comes soon"),
        pytest.param(
            "Shell catalog and code available as ancillary files", "released", "released", id="ancillary"
        ),
        pytest.param(
            f"Walking code included as ancillary material; companion benchmark: {LINK}",
            "released",
            "released",
            id="included as ancillary",
        ),
        pytest.param("Python code file available in ancillary files", "released", "none", id="a code file"),
        pytest.param("Code and walking recipes available on GitHub", "released", "none", id="code and more"),
        pytest.param("Video coming soon.", "none", "none", id="no code comes soon"),
        pytest.param("Shells and recipes available on GitHub", "none", "none", id="no code"),
    ],
)
def test_a_note_in_a_comment(comment: str, code: str, data: str) -> None:
    assert flags("We walk.", comment) == (code, data)


@pytest.mark.parametrize(
    ("text", "code", "data"),
    [
        pytest.param(
            "We introduce Sidle, an open-source Python framework offering one language to walk.",
            "released",
            "none",
            id="offering",
        ),
        pytest.param(
            "We walk. Our open-source Rust implementation parses the tables of tides.",
            "released",
            "none",
            id="our open subject does what programs do",
        ),
        pytest.param(
            "We have told all owners and will release our tools and datasets to help them.",
            "promised",
            "promised",
            id="and will release",
        ),
        pytest.param(
            "Our gait beats that of snails on sand. ^[Code and datasets will be released upon acceptance.]",
            "promised",
            "promised",
            id="a footnote in brackets",
        ),
        pytest.param(
            "Tests show that Sidle beats most of the others. code is available at https://crab.github.io/sidle.",
            "released",
            "none",
            id="a small letter begins the sentence",
        ),
        pytest.param(
            f"The code repo with trained checkpoints will be available at {LINK}.",
            "promised",
            "promised",
            id="a repo",
        ),
        pytest.param(
            "We introduce Shore, a dataset of crabs. Shore is released with splits, walking code, and more.",
            "released",
            "released",
            id="released with a list",
        ),
        pytest.param(
            "By counting these shells and releasing the dataset, we help others.",
            "none",
            "released",
            id="and releasing",
        ),
        pytest.param(
            "The dataset (including all splits of the shells) is publicly available.",
            "none",
            "released",
            id="brackets in the subject",
        ),
        pytest.param(
            "To promote open and repeatable studies of automated counting of crabs and of the upkeep of wide "
            "beaches everywhere, the dataset, the notes on shells, and the code are made openly available.",
            "released",
            "released",
            id="a long purpose first",
        ),
        pytest.param(
            "To help the study of walking, the code, data, and counting scripts have been released.",
            "released",
            "released",
            id="what a purpose is of",
        ),
    ],
)
def test_what_stands_around_a_statement(text: str, code: str, data: str) -> None:
    assert flags(text) == (code, data)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "An experimental implementation of the walk is reported under harsh tides, and a clean and "
            "easy-to-use framework for performing analysis of tides is provided by extending known results.",
            id="provided by a method",
        ),
        pytest.param("We walk. The platform is designed to be accessible to all crabs.", id="meant to be"),
        pytest.param(
            "Pebbles (PBs) are systems of stones. Here pebbles (PBs) in pairs are released to the galaxy.",
            id="released to the halo",
        ),
        pytest.param(
            "These steps are joined with the first prompt (a problem or code) and provided as food to crabs.",
            id="other brackets",
        ),
    ],
)
def test_what_sounds_like_a_release_and_is_none(text: str) -> None:
    assert flags(text) == ("none", "none")
