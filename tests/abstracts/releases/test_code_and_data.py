"""What is released: the cases of the labelling guide, with invented papers."""

from __future__ import annotations

import pytest

from radar.abstracts.reading import read_text
from radar.papers.summaries.flags import Release

LINK = "https://github.com/crab/walk"


def flags(text: str, title: str = "Crabs that walk") -> tuple[str, str]:
    found = read_text(title, text).flags
    return found.code.value.value, found.data.value.value


@pytest.mark.parametrize(
    "text",
    [
        f"Code: {LINK}",
        f"See {LINK}.",
        "We open-source our toolkit.",
        "Our implementation is publicly available.",
        "The source code is freely available.",
        "We have released the source code along with this paper.",
        "We make our code publicly available.",
        "Codes are open-sourced.",
        f"Code available at {LINK[8:]}.",
        f"The project is available at {LINK}.",
        f"All resources can be found at {LINK}.",
        f"We present Walker ({LINK}).",
        "Our project page, which includes code, is at https://crab.github.io.",
        f"CrabWalk can be obtained from {LINK}.",
        "Since we are making the source code available, anyone can install it.",
        "We release our parser at https://anonymous.4open.science/r/crab.",
        "We present Walker, an open-source library for crabs.",
    ],
)
def test_released_code(text: str) -> None:
    assert flags(text) == ("released", "none")


@pytest.mark.parametrize(
    "text",
    [
        "Code will be released upon acceptance.",
        "We plan to open-source our framework.",
        "The source code will be made publicly available.",
        "The code will be released soon.",
        "Our code is available on request.",
        "We will release all scripts.",
        "The code is to be released after publication.",
        f"The code will be publicly available at {LINK}.",
        "Samples are at https://crab.github.io and code will be released.",
    ],
)
def test_promised_code(text: str) -> None:
    assert flags(text)[0] == "promised"


@pytest.mark.parametrize(
    "text",
    [
        "We evaluate open-source models.",
        "We study code-switching between crabs.",
        "Code generation is hard for crabs.",
        "Source code summarization is a task that we study.",
        f"We use the code of Mill et al. at {LINK}.",
        "Existing data is unavailable as open source.",
        "Our project page is https://crab.github.io/walk.",
        "The system can be used at https://crab.example.org/demo.",
        "We compare four publicly available libraries.",
        "We study error-correcting codes and release nothing.",
        "No code is publicly available for earlier methods.",
        "Materials are available.",
        "We share lessons learned from building the system.",
        "Our agent uses a small model, the larger one being accessible.",
    ],
)
def test_no_statement_about_code(text: str) -> None:
    assert flags(text)[0] == "none"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Our benchmark is available at {LINK}.", ("none", "released")),
        (f"We release our datasets and models at {LINK}.", ("none", "released")),
        ("We publicly release the annotated corpus.", ("none", "released")),
        ("The dataset will be released publicly.", ("none", "promised")),
        ("We introduce a dataset of crabs.", ("none", "none")),
        ("Our code and data are available on our project page.", ("released", "released")),
        (f"The dataset, source code and trained models are released at {LINK}.", ("released", "released")),
        ("We release the corpus, and we will release the code.", ("promised", "released")),
        ("We release a code generation benchmark.", ("none", "released")),
        ("We release a large dataset of crabs, alongside all pipeline code.", ("released", "released")),
        ("The data for this task were released as part of this shared task.", ("none", "none")),
        (f"We introduce CrabSet, a corpus of crabs. CrabSet is available at {LINK}.", ("none", "released")),
        ("All data are at https://zenodo.org/record/1.", ("none", "released")),
        ("The code is at Zenodo (doi:10.5281/zenodo.1).", ("released", "none")),
        ("See https://zenodo.org/record/1.", ("none", "released")),
        ("Previously published on Zenodo (https://zenodo.org/record/1).", ("none", "none")),
        ("Also available on Zenodo: doi:10.5281/zenodo.1", ("none", "none")),
        ("This preprint is at https://zenodo.org/record/1.", ("none", "none")),
        ("CrabSet is a data set. CrabSet is hosted on GitHub.", ("none", "released")),
        ("CrabSet is a data set. The CrabSet challenge was hosted at CRUST 2020.", ("none", "none")),
        ("We release the code to process public data.", ("released", "none")),
    ],
)
def test_code_and_data_are_told_apart(text: str, expected: tuple[str, str]) -> None:
    assert flags(text) == expected


def test_the_link_to_the_data_goes_before_that_to_a_page() -> None:
    text = (
        "We release ClawBench for research: Project page: https://crab.github.io/claw/ "
        "Dataset: https://huggingface.co/datasets/crab/claw Code: https://github.com/crab/claw"
    )
    found = read_text("ClawBench: a benchmark of claws", text).flags
    assert found.data.url == "https://huggingface.co/datasets/crab/claw"
    assert found.code.url == "https://github.com/crab/claw"


def test_a_name_is_a_data_set_when_the_title_says_so() -> None:
    text = f"ClawNet is available at {LINK}."
    assert flags(text, "ClawNet: A Dataset of Claws") == ("none", "released")
    assert flags(text, "ClawNet: A Toolkit for Claws") == ("released", "none")


def test_a_present_statement_with_a_link_beats_a_promise() -> None:
    code = read_text("Crabs", f"Code will be released. The code is available at {LINK}.").flags.code
    assert (code.value, code.url) == (Release.RELEASED, LINK)


def test_each_thing_keeps_its_own_link() -> None:
    found = read_text(
        "Crabs", f"Our code is at {LINK} and our dataset is at https://huggingface.co/datasets/crab/walk."
    ).flags
    assert found.code.url == LINK
    assert found.data.url == "https://huggingface.co/datasets/crab/walk"


def test_a_link_in_the_next_sentence_belongs_to_the_statement() -> None:
    code = read_text("Crabs", f"Our code is publicly available. {LINK}").flags.code
    assert (code.value, code.url) == (Release.RELEASED, LINK)


@pytest.mark.parametrize("said", ["The code is here ({})", "Crabs walk (code: {})"])
def test_the_evidence_closes_the_bracket_that_it_opens(said: str) -> None:
    text = f"We watch crabs. {said.format(LINK)} and in print."
    evidence = read_text("Crabs", text).flags.code.evidence
    assert evidence is not None
    assert text[evidence.start : evidence.end] == said.format(LINK)


def test_the_evidence_is_the_statement_and_not_the_whole_sentence() -> None:
    text = f"Crabs walk sideways, as everyone knows, and our code is available at {LINK}."
    evidence = read_text("Crabs", text).flags.code.evidence
    assert evidence is not None
    assert text[evidence.start : evidence.end] == f"our code is available at {LINK}"


def test_a_data_set_that_is_named_only_is_known_by_what_the_text_calls_it() -> None:
    text = (
        "We collect ClawBook, a dataset of claws. We have made ClawBook public and hope that it will help "
        "everyone who studies how crabs walk."
    )
    assert flags(text) == ("none", "released")
