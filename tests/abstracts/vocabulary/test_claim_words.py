"""Words that make a sentence a claim of the paper's own, or keep it from being one."""

from __future__ import annotations

import pytest

from radar.abstracts.reading import read_text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The findings cut falls by 12%. We then describe crabs.", "quantified", id="own words first"
        ),
        pytest.param(
            "Extensive walks cut falls by 12%. We then describe crabs.", "quantified", id="own deeds first"
        ),
        pytest.param("We find that crabs may walk.", "qualitative", id="found, though it is only possible"),
        pytest.param("We describe a gait. Previous gaits cut falls by 12%.", "none", id="others"),
        pytest.param(
            "We describe a gait. Although crabs slip, the proposed gait cuts falls by 12%.",
            "quantified",
            id="itself beside others",
        ),
        pytest.param("We find that the gait is new (5 km of sand).", "qualitative", id="only in brackets"),
        pytest.param("We obtain a pass@1 of 71 in mud.", "quantified", id="a metric's sign"),
        pytest.param("Tests on sand reveal gaps of future gaits.", "qualitative", id="tests reveal"),
        pytest.param("Our measurements suggest salt of great potential.", "qualitative", id="they suggest"),
        pytest.param("Our tests will reveal gaps.", "none", id="tests will reveal"),
        pytest.param("Our tests are made to reveal future gaits.", "none", id="tests are to reveal"),
        pytest.param("We highlight gaits that could help.", "none", id="that, of no finding"),
        pytest.param("We describe a gait. We hope it leads to sand.", "none", id="hope"),
        pytest.param("We describe a gait. Robust legs are crucial.", "none", id="crucial"),
        pytest.param("We describe a gait. Robust walking remains a challenge.", "none", id="a challenge"),
        pytest.param("We describe a gait. Robust legs are an opportunity.", "none", id="an opportunity"),
        pytest.param("We describe a gait. Legs to walk efficiently are sold.", "none", id="what it is for"),
        pytest.param("We describe a gait. Legs walk efficiently.", "qualitative", id="what it does"),
        pytest.param("We describe a gait. Legs are able to give robust steps.", "qualitative", id="able to"),
        pytest.param("We describe a gait for detecting crabs.", "none", id="a verb of finding as a purpose"),
        pytest.param("Our gait is to be observed.", "none", id="what is wanted"),
        pytest.param("We conclude with advice on crabs.", "none", id="how the text ends"),
        pytest.param("We establish a large benchmark of gaits.", "none", id="what is founded"),
        pytest.param("We establish a law of gaits.", "qualitative", id="what is proven"),
        pytest.param("It is our duty to support crabs.", "none", id="support"),
        pytest.param("Our results support the crab.", "qualitative", id="results support"),
        pytest.param("We describe a gait. Its sensitivity enables walks.", "none", id="names of qualities"),
        pytest.param("We describe a gait. CrabBench reveals gaps.", "qualitative", id="a named subject"),
        pytest.param("We recover tones as high as 21 kHz.", "quantified", id="recovered"),
        pytest.param("We walk. It yields orders-of-magnitude gains.", "quantified", id="with hyphens"),
        pytest.param("Our crab achieves a walking score of 51.06, winning.", "quantified", id="a value of"),
        pytest.param("We observe a salt of \\(x \\sim 0.1-1\\).", "quantified", id="TeX is no aside"),
    ],
)
def test_what_a_sentence_claims(text: str, expected: str) -> None:
    assert read_text("Crabs that walk", text).flags.results.value == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It outperforms snails on sand, which shows its potential.", "qualitative"),
        ("It may outperform snails, which shows its potential.", "none"),
        ("Our gait shows potential and achieves high speed.", "qualitative"),
        ("Our gait has the potential to achieve high speed.", "none"),
        ("The tests are promising and could help crabs.", "qualitative"),
        ("Walks were timed, demonstrating that crabs tire of future walks.", "qualitative"),
        ("Sand and mud pose significant challenges, as our tests reveal.", "qualitative"),
    ],
)
def test_an_intention_hides_no_outcome_that_is_told_beside_it(text: str, expected: str) -> None:
    assert read_text("Crabs that walk", f"We describe a gait. {text}").flags.results.value == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The fast crabs tire first, suggesting that sand is heavy.", id="suggesting that"),
        pytest.param("The pattern of the sand implies that crabs turn.", id="implies that"),
        pytest.param("A walk at night revealed a second gait.", id="revealed"),
        pytest.param("We compare crabs and snails, showcasing limits of shells.", id="showcasing"),
        pytest.param("The crab demonstrated its ability to turn towards its goal.", id="its ability"),
        pytest.param("Our explorations reveal how crabs turn.", id="explorations"),
    ],
)
def test_what_is_concluded_is_an_outcome(text: str) -> None:
    assert read_text("Crabs that walk", f"We describe a gait. {text}").flags.results.value == "qualitative"


@pytest.mark.parametrize("opening", ["This research", "The investigation", "The paper", "The article"])
def test_a_paper_speaks_of_itself_by_other_names_too(opening: str) -> None:
    text = f"{opening} proposes a gait. Legs achieved 91% accuracy. This study is done."
    assert read_text("Crabs that walk", text).flags.results.value == "quantified"
