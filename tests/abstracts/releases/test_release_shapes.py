"""Shapes of statements and of what only looks like one, with invented sentences; each stands for a rule."""

from __future__ import annotations

import pytest

from radar.abstracts.reading import read_text

LINK = "https://github.com/crab/walk"


@pytest.mark.parametrize(
    ("text", "code", "data"),
    [
        (
            "We release the models, a dataset, and code, positioning CrabLM as a start for others.",
            "released",
            "released",
        ),
        (
            "Walker is available as an open-source web application.",
            "released",
            "none",
        ),
        ("We open-sourced our proposal so that others can add lobsters.", "released", "none"),
        (
            "We release the catalogs of claws, together with the code used for training, to the public.",
            "released",
            "released",
        ),
        (
            "The claw catalogs derived here, together with the code used, have been publicly released.",
            "released",
            "released",
        ),
        (
            "Two crabs walk. By releasing training code and checkpoints, OpenCrab lets everyone walk.",
            "released",
            "released",
        ),
        ("The dataset has been publicly released for biologists.", "none", "released"),
        (
            "This tidy dataset has been made publicly available.",
            "none",
            "released",
        ),
        ("Weights for both crabs have been released for schools.", "none", "released"),
        ("Walker's code and models are openly available.", "released", "released"),
        ("The code will be released when the paper is accepted.", "promised", "none"),
        (f"The dataset and development kits are open-sourced at {LINK}.", "released", "released"),
        (
            "We count claws in a new corpus which we release along with our walking codebases.",
            "released",
            "released",
        ),
        ("We also provide fine-tuning and evaluation code.", "released", "none"),
        ("We enter a race and contribute publicly available datasets and code.", "released", "released"),
        (f"We release our scaffold here ({LINK}).", "released", "none"),
        (f"Code and examples are available at {LINK}.", "released", "none"),
        (f"Code and audio examples are available at {LINK}.", "released", "none"),
        (f"Our toolkit and video examples are available at {LINK}.", "released", "none"),
        (f"Code and speech samples are available at {LINK}.", "released", "none"),
        (f"Code and samples are available at {LINK}.", "released", "released"),
        ("Walker is available at https://pypi.org/project/walker/.", "released", "none"),
        ("We add to this (3) an open release of all crab datasets and trained models.", "none", "released"),
        ("Walking comes with full release of code to the public.", "released", "none"),
        ("Our pre-trained weight will be made publicly available.", "none", "promised"),
        (
            "We present the first public dataset of crabs. The dataset will be available upon acceptance.",
            "none",
            "promised",
        ),
        (
            "We present Walker, an open-source toolkit. Code will be released upon acceptance.",
            "promised",
            "none",
        ),
        (
            "We ask divers, and open-source all datasets and trained models.",
            "none",
            "released",
        ),
        (
            "For schools, we compiled and released the Crab500 dataset consisting of 500 crabs.",
            "none",
            "released",
        ),
        (
            "We release a family of sideways CrabCLIP models which are robust against waves.",
            "none",
            "released",
        ),
        ("We release 95k sharp, hand-checked crab images to everyone.", "none", "released"),
        ("We train and release autoencoders on the claws of four crabs.", "none", "released"),
        ("We release 900 instances across two beaches.", "none", "released"),
        ("We release an open-source integration with SeaDB to help deployment.", "released", "none"),
        (
            "Four datasets serve us, including two that we publicly release.",
            "none",
            "released",
        ),
        (
            f"Accepted at a meeting, Project page: https://crab.github.io/walk , GitHub: {LINK}",
            "released",
            "none",
        ),
        (
            f"We release parts of the Crab benchmark, and make our codebase and models available at {LINK}.",
            "released",
            "released",
        ),
        ("10 pages, 7 figures, code link 10.5281/zenodo.12345678", "released", "none"),
        ("Data behind figures 3-6 can be found at 10.5281/zenodo.12345678", "none", "released"),
        ("Crab walks. Source data repository: OSF (DOI: 10.17605/OSF.IO/ABCDE)", "none", "released"),
        ("Experiments on two datasets show that crabs win. github.com/crab/walk.", "released", "none"),
        (
            f"Crabs win.\\footnote{{Code and data is available at \\href{{{LINK}}}{{here}}.}}",
            "released",
            "released",
        ),
        (
            f"The code is included in the supplementary files. The weights are available at: {LINK}.",
            "released",
            "released",
        ),
        (
            "The walking code has been made available for review at the following URL. https://osf.io/abcde",
            "released",
            "none",
        ),
        (
            f"It learns from few examples, making it fit for many beaches ({LINK}).",
            "released",
            "none",
        ),
        (f"Evaluation harness and study data: {LINK}", "released", "released"),
        ("Submitted to a journal, data are available at https://data.crab.fr/walk/", "none", "released"),
        ("15 pages, 3 figures, open source code on GitHub", "released", "none"),
        (
            "The claw catalogs replace previous shell lists of the coast, and are publicly released.",
            "none",
            "released",
        ),
        ("You can try it in the package: pip install crabwalk.", "released", "none"),
        (f"For associated data and code repository see: {LINK}", "released", "released"),
        ("We release the created datasets and code for further research.", "released", "released"),
        ("We publicly release CrabBench and the code implementation.", "released", "released"),
        (f"homepage url: https://crab.github.io , code url: {LINK}", "released", "none"),
        ("We release the newly annotated corpus.", "none", "released"),
        (f"All code and data files are available at {LINK}", "released", "released"),
        (
            "We provide all related resources, including the dataset and source code, to help others.",
            "released",
            "released",
        ),
        ("Code, pretrained models, and demos are available on our website.", "released", "released"),
        ("We release the claw-probe runner and the judge outputs.", "released", "released"),
        (
            "Our contributions are (i) a claw, (ii) a shell, and (iii) releasing a benchmark of walks.",
            "none",
            "released",
        ),
        ("We also introduce and open-source Crab-Lite-7B, which walks faster.", "none", "released"),
        ("The entirety of our codebase is available on Github.", "released", "none"),
        (
            "We introduce Interactive Crabs, an open-source framework that enables walking.",
            "released",
            "none",
        ),
        (
            "We present crab-tools (Coastal Crab Tools), an open-source package for walking.",
            "released",
            "none",
        ),
        ("We announce CrabPy, an open source Python library for claws.", "released", "none"),
        ("Code release upon publication.", "promised", "none"),
        (
            "For reuse, we made the scripts and the model accessible on GitHub.",
            "released",
            "released",
        ),
        ("Code: Code will be open-sourced after review.", "promised", "none"),
        ("Code and model weights are in the supplementary materials.", "released", "released"),
        ("We also publicly release the logs of all walks.", "none", "released"),
        ("We test on Shells, a new dataset that we release to measure walking.", "none", "released"),
        ("The claws evolve, making our measurements publicly available.", "none", "released"),
        ("We release our GitHub for setting up the walk.", "released", "none"),
        ("We release our tools and reports.", "released", "none"),
        ("We release all data (90 hours of walking), training code, and notes.", "released", "released"),
        (
            "All walking scripts, fixed splits into training and test beaches, "
            "and the settings of all the claws and shells are released.",
            "released",
            "none",
        ),
        (
            "We build two shell datasets, called SH1 and SH2, and make the former publicly available.",
            "none",
            "released",
        ),
        ("Data, transcripts, and code to be uploaded to OSF: https://osf.io/ab1cd/", "promised", "promised"),
        (
            "We release CrabGemma to help the community. CrabGemma is a language model of walking.",
            "none",
            "released",
        ),
        (f"We train CrabGemma, a language model. CrabGemma is available at {LINK}.", "released", "none"),
        (f"All models, datasets, and codes are published at {LINK}.", "released", "released"),
        (
            f"The claws grow fast, etc. Codes and model weights are publicly available at {LINK}.",
            "released",
            "released",
        ),
        (f"Source code and generated data are available in {LINK}", "released", "released"),
        (
            f"We list existing datasets of shells, and a living GitHub repository ({LINK}).",
            "released",
            "none",
        ),
        ("The walker is released as an open source project under the MIT license.", "released", "none"),
        ("We share a set of ten walking questions.", "none", "released"),
        (
            "All code for the walk, the claw controller, and the shell framework is publicly available.",
            "released",
            "none",
        ),
        ("We provide code and example videos at https://crab.github.io/walk", "released", "none"),
    ],
)
def test_a_statement_is_read_in_its_shape(text: str, code: str, data: str) -> None:
    flags = read_text("Crabs: walking", text).flags
    assert (flags.code.value.value, flags.data.value.value) == (code, data)


@pytest.mark.parametrize(
    "text",
    [
        "Crabs draw, and once these generations are shared on a beach, gulls see them.",
        "Walking systems must be robust to change, as new shells are released into the sea.",
        "Our walk is slow and leverages publicly available crab datasets.",
        "We introduce CrabBase, a dataset consolidating publicly available crab collections.",
        "We use two sets: one is private and the other is a public dataset of shells.",
        "We present a walk along CrabDev, which is a public dataset of claws.",
        "Each claw learns to share similar embeddings with its neighbours.",
        "We walk by exploring and sharing diverse trajectories between claws.",
        "We propose a shell that lets two layers share weights.",
        "We took the shell apart, using the source code available in its GitHub repository.",
        "Thanks to the deep datasets that are available over these beaches, we count crabs.",
        "Videos are available at https://crab.github.io/walk.",
        "More details and videos are available at https://crab.github.io/walk.",
        "Further details are available at: https://sites.google.com/view/crab-system.",
        "Preregistered: osf.io/ab5cd. Companion papers exist.",
        "This work provides an open-source foundation for building walking agents.",
        "We enter a competition (https://www.kaggle.com/competitions/crab-walk) for claws.",
        "The task focused solely on harbour meetings and was available in two settings.",
        "A short video illustrating the walking workflow is available online.",
        "Crabs need data for their walks, making them well-suited to beaches and available shells.",
        "The structure of a claw can be obtained by divers, and data can be obtained by walking.",
        "In late 2025, CrabPedia was released, an encyclopedia of claws.",
        "Also available on Zenodo: DOI 10.5281/zenodo.12345678",
        "27 pages, 11 figures, 13 tables, Project Page: https://crab.github.io/walk",
        "Audio samples are available at https://crab.github.io/walk.",
        "Crabs walk in many ways, and time-to-failure data are commonly available.",
        "The model supports (1) distributed training without shells, and (2) data-flexible inference.",
        "It is the first method which uses both claws and the next state, available in offline datasets.",
        "We share components between claws and slice the data.",
        "We release the walks underpinning the walking framework.",
        "We propose a corpus, CrabLM, making CrabLM claws more accessible on beaches.",
        "We collect a dataset. Webpage is available at https://crab.github.io/walk.",
        "An implementation of the walk is reported, and a tidy framework for counting crabs is provided.",
        "Since the public release of CrabCode, beaches are full.",
    ],
)
def test_what_only_looks_like_a_statement_is_none(text: str) -> None:
    flags = read_text("Crabs: walking", text).flags
    assert (flags.code.value.value, flags.data.value.value) == ("none", "none")
