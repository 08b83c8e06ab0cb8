"""What a name, or a word for something named before, stands for where it is released."""

from __future__ import annotations

import pytest

from radar.abstracts.reading import read_text


@pytest.mark.parametrize(
    ("text", "code", "data"),
    [
        pytest.param(
            "We present Walkie, a gait algorithm for crabs. Walkie has been released.",
            "released",
            "none",
            id="a program's name",
        ),
        pytest.param(
            "We introduce Walkie (the Tool-using Crab Dataset). We release Walkie and a framework.",
            "released",
            "released",
            id="a part of a word names nothing",
        ),
        pytest.param(
            "We present a corpus of crab walks. It is publicly available.",
            "none",
            "released",
            id="it, for what was introduced",
        ),
        pytest.param(
            "We describe a dataset: our code is publicly available.",
            "released",
            "none",
            id="no subject before a colon",
        ),
    ],
)
def test_what_is_released(text: str, code: str, data: str) -> None:
    flags = read_text("Crabs that walk", text).flags
    assert (flags.code.value, flags.data.value) == (code, data)
