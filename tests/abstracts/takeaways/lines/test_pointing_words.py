"""Words that point at another sentence go where a text says by itself what is meant."""

from __future__ import annotations

import pytest

from radar.abstracts.reading import read_text
from radar.abstracts.takeaways.lines.pointing_words import without_pointers, without_pointing_words

GAIT = "a sideways gait that lets young crabs cross wet sand at night"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        pytest.param(f"We instead propose {GAIT}.", f"We propose {GAIT}.", id="instead"),
        pytest.param(f"We propose to instead teach {GAIT}.", f"We propose to teach {GAIT}.", id="to instead"),
        pytest.param("Yet crabs walk sideways on sand.", "Crabs walk sideways on sand.", id="yet"),
        pytest.param(f"We use this insight to design {GAIT}.", f"We design {GAIT}.", id="a means"),
        pytest.param(
            f"We argue that this slows old gulls, and formally introduce {GAIT}.",
            f"We formally introduce {GAIT}.",
            id="what was seen before",
        ),
        pytest.param("Yet another gait of crabs is slow.", None, id="yet another"),
        pytest.param("We propose sand instead of mud for young crabs.", None, id="of what"),
        pytest.param("We do not carry crabs but instead teach them to walk.", None, id="contrast told"),
        pytest.param("We use this insight to design a gait.", None, id="too little is left"),
        pytest.param(
            "We use this reef to design a sideways gait that lets young crabs cross it at night.",
            None,
            id="meant later",
        ),
        pytest.param(
            f"We argue that crabs are slow, and introduce {GAIT}.", None, id="what was seen is told"
        ),
    ],
)
def test_a_sentence_loses_what_only_joins_it_to_another(text: str, left: str | None) -> None:
    assert without_pointing_words(text) == (text if left is None else left)


@pytest.mark.parametrize(
    ("line", "left"),
    [
        pytest.param("We ease this dry-season thirst.", "We ease the dry-season thirst.", id="one"),
        pytest.param(
            "We show that these tidal pools are deep.", "We show that the tidal pools are deep.", id="many"
        ),
        pytest.param("These tidal pools are warm.", "The tidal pools are warm.", id="at the beginning"),
        pytest.param("These results show slow crabs.", "The results show slow crabs.", id="results"),
        pytest.param(
            "We answer the above questions of crabs.", "We answer the questions of crabs.", id="the above"
        ),
        pytest.param("We review these gulls by size.", "We review gulls by size.", id="told by the title"),
        pytest.param("We teach such gulls to dive.", "We teach gulls to dive.", id="such"),
        pytest.param(
            "We challenge this belief of old and show that small crabs swim.",
            "We show that small crabs swim.",
            id="what was asked",
        ),
        pytest.param("We ease this pressing thirst.", None, id="a word that says not which"),
        pytest.param("We ease this thirst.", None, id="no word beside the noun"),
        pytest.param("This paper maps tidal pools.", None, id="the paper"),
        pytest.param("This work experiments with tidal pools.", None, id="a verb of the paper"),
        pytest.param("We call this sideways walking: crabs walk so.", None, id="what gets a name"),
        pytest.param("We use this during long tides.", None, id="no noun"),
        pytest.param("We think this involves deep pools.", None, id="a verb"),
        pytest.param("Crabs and those seen across sand are slow.", None, id="those"),
        pytest.param("We note one of these tidal pools.", None, id="one of them"),
        pytest.param("We find that such gulls are slow.", None, id="found of them"),
        pytest.param("We avoid such gulls on shores.", None, id="who is rid of them"),
        pytest.param("We release the first film of such gulls.", None, id="the first"),
        pytest.param("We review these papers by size.", None, id="a noun that tells nothing"),
        pytest.param("We review these crabs by size.", None, id="not told by the title"),
        pytest.param("We reject the above view.", None, id="nothing else says which"),
    ],
)
def test_a_line_names_what_it_points_at(line: str, left: str | None) -> None:
    assert without_pointers(line, "Old Gulls and Papers of the North") == (line if left is None else left)


def test_a_takeaway_is_told_without_them() -> None:
    text = f"Crabs are slow. Others carry them. We instead propose {GAIT}. The shore is wet."
    assert read_text("On crabs", text).takeaway.text == f"We propose {GAIT}."
