"""What a sentence loses as a takeaway: each rule decides between two sentences."""

from __future__ import annotations

import pytest

from radar.abstracts.reading import read_text


@pytest.mark.parametrize(
    ("text", "line"),
    [
        pytest.param(
            "Our results cut the falls by 12%. Sidewise walking of the crabs cuts the falls by 12%.",
            "Sidewise walking of the crabs cuts the falls by 12%.",
            id="a general subject",
        ),
        pytest.param(
            "We ask crabs. We show that young crabs walk on sand and in mud of the coast. "
            "We show with this gait that they walk on sand and in mud of the coast.",
            "Young crabs walk on sand and in mud of the coast.",
            id="a word for what was named before",
        ),
        pytest.param(
            "We ask crabs on the coast. It shows that the gait of crabs improves walking on sand by 12%.",
            "We ask crabs on the coast.",
            id="a beginning that refers back",
        ),
        pytest.param(
            "We propose a gait for crabs. We feed the crabs and the gulls of the coast, "
            "which cuts the falls of crabs on sand by 12% in mud and in the sea and in salt.",
            "We propose a gait for crabs.",
            id="a finding that lost its number is not joined to what was done",
        ),
        pytest.param(
            "We describe a gait for crabs. "
            "We release a gait of crabs as open-source code on our project page.",
            "We describe a gait for crabs.",
            id="files",
        ),
        pytest.param(
            "Warning: our paper proposes a gait and may contain offensive crabs. A gait is described.",
            "A gait is described.",
            id="a warning",
        ),
        pytest.param(
            "We describe a gait for crabs. We describe a gait for future work on all crabs.",
            "We describe a gait for crabs.",
            id="what is to come",
        ),
        pytest.param(
            "In our previous work, we proposed Sidestep, a gait for crabs. A gait for gulls is described.",
            "A gait for gulls is described.",
            id="earlier work",
        ),
        pytest.param(
            "In our previous work, we proposed a gait; here we propose Sidestep. A gull is asked.",
            "In our previous work, we proposed a gait; here we propose Sidestep.",
            id="earlier work and this one",
        ),
        pytest.param(
            "We describe a gait of crabs on sand. We describe a gait that meets both challenges of crabs.",
            "We describe a gait of crabs on sand.",
            id="both of what",
        ),
        pytest.param(
            "We describe a gait of crabs on sand. We describe this gait of the crabs on dry sand.",
            "We describe a gait of crabs on sand.",
            id="this one",
        ),
        pytest.param(
            "A gait is described. Keywords: we propose crabs, we propose gaits.",
            "A gait is described.",
            id="keywords",
        ),
        pytest.param(
            "We describe a gait of . We describe a gait of crabs.",
            "We describe a gait of crabs.",
            id="a word is missing",
        ),
        pytest.param(
            "We build a gait for crabs. The gait cuts falls by 12% on sand.",
            "We build a gait for crabs; the gait cuts falls by 12% on sand.",
            id="what was built is joined by its finding",
        ),
        pytest.param(
            "We study the gait of crabs. The gait cuts falls by 12% on sand.",
            "We study the gait of crabs; the gait cuts falls by 12% on sand.",
            id="what was studied is joined by its finding",
        ),
        pytest.param(
            "We propose a gait for crabs. It cuts falls by 12% on wet sand here.",
            "We propose a gait for crabs.",
            id="a finding that points back is not joined to what was done",
        ),
        pytest.param(
            "We propose a gait for crabs. A gait cuts the falls of crabs by 12% on wet sand.",
            "We propose a gait for crabs; a gait cuts the falls of crabs by 12% on wet sand.",
            id="a finding that is joined goes on in lower case",
        ),
    ],
)
def test_the_better_of_two_sentences_is_the_takeaway(text: str, line: str) -> None:
    assert read_text("Crabs that walk", text).takeaway.text == line


def test_another_sentence_is_the_takeaway_where_the_best_breaks_off_before_its_verb() -> None:
    asked = "We ask where crabs sleep under the stones."
    found = (
        "When the pull of the full moon and the push of the north wind on the tide of the long beach are "
        "both strong, the slow walk of the small grey crabs and their kin is found to shrink by 52%."
    )
    assert read_text("Moon and wind and crabs", f"Crabs are small. {asked} {found}").takeaway.text == asked


def test_a_line_does_not_point_back_behind_its_opening() -> None:
    told = "In this paper, we first show that for crabs on wet sand, these two issues can be solved at once."
    also = "We show that crabs of the cold north coast walk far on wet sand at night."
    assert read_text("Crabs", f"Crabs fall and tire. {told} {also}").takeaway.text.startswith("Crabs of")
