"""Wordings of a release that are told by one word beside the noun; every sentence is invented."""

from __future__ import annotations

import pytest

from radar.abstracts.reading import read_text

LINK = "https://github.com/crab/walk"


@pytest.mark.parametrize(
    ("text", "code", "data"),
    [
        pytest.param(
            "We are open-sourcing both the models and code, for the good of all crabs.",
            "released",
            "released",
            id="are open-sourcing is no passive",
        ),
        pytest.param(
            "Through open-sourcing our system and models, we hope that others walk.",
            "released",
            "released",
            id="through open-sourcing",
        ),
        pytest.param(
            "Both the dataset and software programs of this study are made publicly available.",
            "released",
            "released",
            id="software programs",
        ),
        pytest.param(
            "We release both the dataset and an automated, claw-based evaluation pipeline.",
            "released",
            "released",
            id="a pipeline behind data, with its adjectives",
        ),
        pytest.param(
            f"Our walk generation pipeline and the resulting dataset are available at {LINK}.",
            "released",
            "released",
            id="a pipeline before data, with its adjectives",
        ),
        pytest.param(
            f"Our walking code and CrabBench are released at {LINK}.",
            "released",
            "released",
            id="a name beside code, with a link",
        ),
        pytest.param(f"This project is available at {LINK}.", "released", "none", id="a project is no name"),
        pytest.param(
            "The C++ implementation is available from a public GitHub repository.",
            "released",
            "none",
            id="a sign in the subject",
        ),
        pytest.param(
            "The code is shared upon request with known divers.", "promised", "none", id="shared on request"
        ),
        pytest.param(
            "Walker enables a fine diagnosis of claws, and will be released with evaluation code.",
            "promised",
            "none",
            id="released with code",
        ),
        pytest.param(
            f"The source code and data involved in this paper can be found in {LINK}.",
            "released",
            "released",
            id="involved",
        ),
        pytest.param(f"The code and the re-annotations are available at {LINK}.", "released", "released"),
        pytest.param(
            "We provide walks to quantify these and commit to open research by first releasing inference "
            f"code and model weights at {LINK}, "
            "with data engine and training code to follow.",
            "promised",
            "promised",
            id="first releasing",
        ),
        pytest.param(
            "We introduce CRAB, an open-source walking framework whose legs were made anew.",
            "released",
            "none",
            id="whose",
        ),
        pytest.param("I introduce an open-source framework for claws.", "released", "none", id="one author"),
        pytest.param(
            "The open-source implementation provides a way to count claws.",
            "released",
            "none",
            id="an open subject",
        ),
        pytest.param(
            "Our open-source toolkit supports many claws.",
            "released",
            "none",
            id="an open program of our own",
        ),
        pytest.param(
            "The publicly available code and datasets provide tools for walking.",
            "released",
            "none",
            id="an open subject of two parts",
        ),
        pytest.param(
            "The released Crab and ROS2 codes can serve as a start for many claws.",
            "released",
            "none",
            id="a released subject",
        ),
        pytest.param(
            "Built on sand and accompanied by open-source code, Walker makes many steps.",
            "released",
            "none",
            id="accompanied by",
        ),
        pytest.param(
            "The open-source implementation provides a start. Code will be released upon acceptance.",
            "promised",
            "none",
            id="an open subject is weaker than a promise",
        ),
    ],
)
def test_a_wording_is_read(text: str, code: str, data: str) -> None:
    flags = read_text("Crabs: walking", text).flags
    assert (flags.code.value.value, flags.data.value.value) == (code, data)


@pytest.mark.parametrize(
    "text",
    [
        "It learns fast, making it the first model capable of leveraging all available data annotations.",
        "This helps all, making LLMs both powerful and accessible tools for a wide range of users.",
        "We test Walker on the Crab and Shell datasets, which are public datasets for walking.",
        "A growing number of tools and packages have been released for walking.",
        "We present Walkie, a robotic system for crabs. Walkie has been released into the sea.",
        "Tidal Workshop on the use of Large Language Models for Crabs (https://crab-meeting.example.org/)",
        "Appeared in the Workshop on Building Walking Models, July 2025, https://walks.example.org/",
        "Audio sampled examples are available at: https://huggingface.co/spaces/crab/walk",
        "Project page: https://hf.co/spaces/crab/walk",
        "The open-source implementation of many previous tools is slow.",
        "The open-source toolkit is widely used in gardens. We study why it fails on snails.",
        "The publicly available framework provides the baseline that we compare crabs with.",
        "Experiments are accompanied by an open-source implementation of the baselines.",
        "We study Claw. The released software includes bugs that we count.",
        "We built on the open-source library of shells.",
    ],
)
def test_what_is_not_the_authors_release_is_none(text: str) -> None:
    flags = read_text("Crabs: walking", text).flags
    assert (flags.code.value.value, flags.data.value.value) == ("none", "none")


def test_the_annotation_of_data_is_no_data() -> None:
    text = "We release code and scripts to enable replication, comparison, and dataset annotation."
    flags = read_text("Crabs: walking", text).flags
    assert (flags.code.value.value, flags.data.value.value) == ("released", "none")


@pytest.mark.parametrize("said", ["code at", "code available from", "Code:"])
def test_a_link_behind_a_meeting_may_be_the_authors(said: str) -> None:
    flags = read_text("Crabs", f"Workshop on Walking, {said} https://walks.example.org/").flags
    assert flags.code.value.value == "released"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Our crabs agree with the tide and published data on shells.", id="published by others"),
        pytest.param("Our walk is similar to published data on crabs.", id="published, behind to"),
        pytest.param(
            "We look at Kaggle through its metadata, shared code, and talks.", id="what people share"
        ),
        pytest.param(
            "We test our proposed corpora and public benchmarks.", id="what was proposed, and others'"
        ),
        pytest.param("We prune its legs, making large models accessible on the beach.", id="a consequence"),
        pytest.param("Our crab aims to make tidal data accessible to gulls.", id="an aim for others' data"),
        pytest.param("Synthesis offers a way to make data available in private.", id="a way for anybody"),
    ],
)
def test_what_is_open_by_others_or_may_be_is_no_release(text: str) -> None:
    flags = read_text("Crabs that walk", text).flags
    assert (flags.code.value, flags.data.value) == ("none", "none")


@pytest.mark.parametrize(
    ("text", "code", "data"),
    [
        pytest.param("We release our task suite.", "none", "released", id="a suite of tasks"),
        pytest.param("We also release a benchmarking suite.", "none", "released", id="a suite to compare by"),
        pytest.param("We open-source a subset of 220 walks.", "none", "released", id="a part of the data"),
        pytest.param("We release a subset of our code.", "released", "none", id="a part of the code"),
        pytest.param("We built and published a corpus of steps.", "none", "released", id="published a thing"),
        pytest.param("We trained crabs and publicly released code.", "released", "none", id="publicly"),
        pytest.param("We walk, making our data accessible to all.", "none", "released", id="making ours so"),
        pytest.param(
            "We propose a public dataset of steps.", "none", "released", id="proposing a public one"
        ),
    ],
)
def test_what_is_open_by_the_authors_is_a_release(text: str, code: str, data: str) -> None:
    flags = read_text("Crabs that walk", text).flags
    assert (flags.code.value, flags.data.value) == (code, data)
