"""Findings told in the passive voice, by tests or before a hope, and what only shows a thing at work."""

from __future__ import annotations

import pytest

from radar.abstracts.reading import read_text


def value(text: str, title: str = "Crabs that walk") -> str:
    return read_text(title, f"We speak of crabs. {text}").flags.results.value.value


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("It is demonstrated that these crabs sidle.", id="it is demonstrated that"),
        pytest.param("It was shown that for this beach the sand parts.", id="it was shown that"),
        pytest.param("It is verified that crabs sidle.", id="it is verified that"),
        pytest.param("The crab is further shown to have ten legs.", id="is further shown to"),
        pytest.param("The crab is demonstrated to be ten-legged.", id="is demonstrated to be"),
        pytest.param(
            "The validity of the gait was confirmed on two beaches.", id="its validity was confirmed"
        ),
        pytest.param("The ability of the crab to sidle is validated on sand.", id="its ability is validated"),
        pytest.param("Associations were observed with tides.", id="associations were observed"),
        pytest.param("A difference between the claws is established.", id="a difference is established"),
        pytest.param("Extensive experimental evidence has demonstrated its use on sand.", id="evidence has"),
        pytest.param("Numerical evidence supports the gait.", id="numerical evidence supports"),
        pytest.param("Experiments validate the gait for the future.", id="experiments validate"),
        pytest.param("Simulations verify the gait for the future.", id="simulations verify"),
        pytest.param("Extensive tests substantiate the gait.", id="tests substantiate"),
        pytest.param("Two analyses corroborate the future promise of the gait.", id="analyses corroborate"),
        pytest.param("Our findings underscore that sand may be essential.", id="findings underscore that"),
        pytest.param("These findings underline that sand may be essential.", id="findings underline that"),
        pytest.param("Our findings highlight critical limitations, and challenges to come.", id="limits"),
        pytest.param(
            "Evaluation of known gaits exposes a lack of balance, with a need for more.", id="a lack"
        ),
        pytest.param("We offer analyses that reveal key gaps and opportunities.", id="analyses that reveal"),
        pytest.param("Our crab walks on par with snails.", id="on par"),
        pytest.param("Our crab compares favorably with snails.", id="favorably"),
        pytest.param("Crabs underperform snails.", id="underperform"),
        pytest.param("The gait exceeded that of snails.", id="exceeded"),
    ],
)
def test_a_finding_may_have_no_subject_that_finds(text: str) -> None:
    assert value(text) == "qualitative"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("It may be shown that crabs sidle.", id="may be shown"),
        pytest.param("The gait was validated by others.", id="a thing was validated"),
        pytest.param("Our findings highlight the need for future gaits.", id="the need"),
        pytest.param("Experiments to validate the gait lie in the future.", id="to validate"),
    ],
)
def test_what_is_wanted_is_no_finding(text: str) -> None:
    assert value(text) == "none"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Benchmarking of known crabs exposes a persistent gap between claws.", "qualitative"),
        ("Our analysis highlights several gaps between claws.", "none"),
    ],
)
def test_a_survey_may_point_at_gaps_where_experiments_find_them(text: str, expected: str) -> None:
    assert value(text, "A survey of crabs") == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "We demonstrate effective walks on new beaches, highlighting the potential of crabs.",
            id="effective",
        ),
        pytest.param("This work shows the feasibility of shells and highlights their potential.", id="work"),
        pytest.param(
            "We walk on sand, and the results demonstrate its strong balance, with potential to help.",
            id="the results demonstrate its strong",
        ),
        pytest.param("We walk on sand, demonstrating robust gaits that could help.", id="demonstrating"),
        pytest.param("Our gait can be used on sand, and it achieves better balance.", id="and it achieves"),
    ],
)
def test_a_finding_before_a_hope_is_one(text: str) -> None:
    assert value(text) == "qualitative"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("We demonstrate our approach on a wet beach.", id="our approach on"),
        pytest.param("We demonstrate the use of our gait on sand.", id="the use of"),
        pytest.param("We show an algorithm for such walks of crabs.", id="an algorithm for"),
        pytest.param("We illustrate it through two walks.", id="it through"),
        pytest.param("We show a novel way to walk.", id="a novel way to"),
        pytest.param("We report the results and present an analysis.", id="the results"),
        pytest.param("We report on the plan of a beach.", id="report on"),
        pytest.param("We present a net for multimodal report generation.", id="a report is a noun"),
        pytest.param("This paper suggests a course for crabs, and our work goes on.", id="suggests a course"),
        pytest.param("We part the sand, detect the grains, and count them.", id="a list of steps"),
        pytest.param("I revisit established gaits of our beach.", id="established gaits"),
        pytest.param("Our gait establishes a robust basis for walks.", id="establishes a basis"),
        pytest.param("This gap leads to poor performance of nets on sand.", id="an ill effect"),
        pytest.param("This paper hypothesizes that crabs are robust.", id="hypothesizes"),
    ],
)
def test_a_thing_at_work_is_no_finding(text: str) -> None:
    assert value(text) == "none"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("We demonstrate our approach's superiority on a beach.", id="what it is good for"),
        pytest.param("We report the discovery of a crab.", id="a discovery"),
        pytest.param("We report on the discovery of a crab.", id="report on a discovery"),
        pytest.param("We detect crabs in the sand.", id="we detect"),
        pytest.param("It is established by us and our walks.", id="is established"),
        pytest.param("Our crab leads to robust gaits, and it is stable.", id="a good effect"),
    ],
)
def test_what_is_found_by_the_same_words_is_one(text: str) -> None:
    assert value(text) == "qualitative"


def test_what_results_in_waste_is_of_the_field() -> None:
    opening = "A lack of sand results in low performance of crabs on beaches."
    assert read_text("Crabs", f"{opening} We propose a gait.").flags.results.value.value == "none"


def test_what_is_unfortunate_is_of_the_field() -> None:
    text = "We propose a gait. Unfortunately, walking takes $O(n^2)$ steps."
    assert read_text("Crabs", text).flags.results.value.value == "none"


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        ("Nets achieve excellent results on beaches.", "none"),
        ("Several theoretical works have shown that crabs significantly improve.", "none"),
        ("The findings reveal that crabs sidle.", "qualitative"),
        ("A count of results was performed, showing that crabs significantly improve.", "qualitative"),
    ],
)
def test_results_before_a_paper_speaks_of_itself_are_of_others(opening: str, expected: str) -> None:
    text = f"{opening} Sand is wet. Shells are dry. We present a gait. It walks."
    assert read_text("Crabs", text).flags.results.value.value == expected


def test_results_are_the_papers_own_where_it_never_speaks_of_itself_or_late() -> None:
    found = "Experimental walks and evaluation show that crabs significantly improve."
    assert read_text("Crabs", f"{found} Sand is wet.").flags.results.value.value == "qualitative"
    late = f"Sand is wet. Shells are dry. Crabs walk. {found} We end here."
    assert read_text("Crabs", late).flags.results.value.value == "qualitative"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("While crabs keep to the sand, snails consistently outperform them.", "qualitative"),
        ("Although shells cost balance, the dry crab achieves good walks.", "qualitative"),
        ("While existing crabs keep to the sand, snails consistently outperform them.", "none"),
        ("While crabs keep to the sand, snails slip.", "none"),
    ],
)
def test_a_contrast_between_two_findings_is_the_papers_own(text: str, expected: str) -> None:
    assert read_text("Crabs", f"We present a gait. {text}").flags.results.value.value == expected
