"""Which link is whose, where code and data are named together; every sentence is invented."""

from __future__ import annotations

import pytest

from radar.abstracts.reading import read_text

CODE = "https://github.com/crab/walk"
PAGE = "https://crab.example.org/walk"
HUB = "https://huggingface.co/datasets/crab/walks"
ARCHIVE = "https://doi.org/10.5281/zenodo.1234567"
DRIVE = "https://drive.example.com/walks"


@pytest.mark.parametrize(
    ("text", "code", "data"),
    [
        pytest.param(f"Our code and data are available at {CODE} and {HUB}.", CODE, HUB, id="by the place"),
        pytest.param(
            f"The claw dataset and code are available at \\href{{{HUB}}}{{Hugging Face}} and "
            f"\\href{{{CODE}}}{{Github}} respectively.",
            CODE,
            HUB,
            id="in order, in TeX",
        ),
        pytest.param(
            f"The code and data are available at \\href{{{PAGE}}}{{link 1}} and \\href{{{DRIVE}}}{{link 2}}, "
            "respectively.",
            PAGE,
            DRIVE,
            id="in order, where the places tell nothing",
        ),
        pytest.param(
            f"The data and code are respectively available at {DRIVE} and {PAGE}.",
            PAGE,
            DRIVE,
            id="in order, said before",
        ),
        pytest.param(
            f"Walk data, trained model, and code are available at {HUB}, {DRIVE}, and {CODE}.",
            CODE,
            HUB,
            id="three links",
        ),
        pytest.param(
            f"Code and models will be released at {CODE} and {ARCHIVE}.", CODE, ARCHIVE, id="a promise"
        ),
        pytest.param(
            f"Code and data are available at {PAGE} and {DRIVE}.", PAGE, PAGE, id="where nothing tells"
        ),
        pytest.param(
            "As CrabNet is the first framework for walks, we test our methods by generating two walk "
            f"datasets, available at {HUB}. "
            f"Our code is publicly available as part of the Shell library ({CODE}).",
            CODE,
            HUB,
            id="a repository is the better place for code",
        ),
        pytest.param(
            f"Code and walks are available at {CODE} and the demo at {PAGE}.",
            CODE,
            None,
            id="another thing stands between",
        ),
        pytest.param(
            f"Our \\href{{{CODE}}}{{code}} and \\href{{{HUB}}}{{datasets}} are publicly available.",
            CODE,
            HUB,
            id="the label of a link names what it leads to",
        ),
        pytest.param(f"\\href{{{CODE}}}{{Code and data}} are open.", CODE, CODE, id="a label names both"),
        pytest.param(
            f"We win. GitHub: {CODE} HuggingFace: {HUB}", CODE, HUB, id="a hub is named before its link"
        ),
    ],
)
def test_a_link_belongs_to_what_it_leads_to(text: str, code: str, data: str | None) -> None:
    flags = read_text("Crabs that walk", text).flags
    assert (flags.code.url, flags.data.url) == (code, data)


def test_the_words_of_a_flag_reach_to_its_link() -> None:
    text = f"Crabs win. Our code and data are available at {CODE} and {HUB}."
    data = read_text("Crabs that walk", text).flags.data
    assert data.evidence is not None
    assert text[data.evidence.start : data.evidence.end].endswith(HUB)
