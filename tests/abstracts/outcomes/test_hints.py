"""Words that may claim an outcome, and do not where they tell what is made, meant or looked at."""

from __future__ import annotations

import pytest

from radar.abstracts.reading import read_text


def value(text: str) -> str:
    return read_text("Crabs that walk", f"We speak of crabs. {text}").flags.results.value.value


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("We present a controllable and accurate shell.", id="what is made"),
        pytest.param("This paper introduces a gait that effectively joins both sides.", id="what it does"),
        pytest.param("In this study, we further analyze the robustness of shells.", id="what is looked at"),
        pytest.param("Our study provides initial insights into the robustness of shells.", id="insights"),
        pytest.param("This has many implications for better shells.", id="implications"),
        pytest.param("Sand has an influence on the performance of our crab.", id="performance of"),
        pytest.param("Our crabs walk under the stable model semantics.", id="a term"),
        pytest.param("Our crabs are strongly correlated electron systems.", id="a term of physics"),
        pytest.param("Our gait takes advantage of sand.", id="taking advantage"),
        pytest.param("This report explains the study of crabs.", id="a report is no verb"),
        pytest.param("Our work uses shells obtained from a beach.", id="obtained from"),
        pytest.param("Our work looks at four newly discovered crabs.", id="newly discovered"),
        pytest.param("Its leg efficiently joins both sides.", id="how a part works"),
        pytest.param("Our shell makes sure of a consistent walk on sand.", id="what a thing has"),
        pytest.param("Our sieve sorts the sand, yielding a map of the beach.", id="a step"),
        pytest.param("Its eye captures steps to the left and to the right.", id="what a part sees"),
        pytest.param("Snails cannot walk on sand.", id="what others cannot"),
        pytest.param("Its scale for robustness is kept.", id="a quality that is looked at"),
        pytest.param("We highlight three gaits of crabs.", id="what is pointed out"),
        pytest.param("We illustrate the gait by two walks.", id="an example"),
        pytest.param("We walk on a beach with reported gaits.", id="reported gaits"),
        pytest.param("We stand on a beach, derived directly from a dune.", id="derived directly from"),
        pytest.param("We achieve this by a shell.", id="achieving this"),
        pytest.param("This paper introduces a tool for observing and counting crabs.", id="for observing"),
        pytest.param("A map highlights the sand and assesses performance.", id="performance is assessed"),
        pytest.param("More pictures could reveal that shells are made of sand.", id="what could be revealed"),
        pytest.param(
            "We evaluate our crab on two beaches, achieving this by robust nets.", id="done without more"
        ),
        pytest.param("By observing how snails walk, we can count a beach.", id="by observing"),
        pytest.param("We offer a new workflow for revealing shells.", id="for revealing"),
        pytest.param("This study looks at media reports on crabs.", id="reports are texts"),
        pytest.param("We compare against two established gaits.", id="established gaits"),
        pytest.param("Our notes list strengths of crabs and areas for improvement.", id="for improvement"),
        pytest.param("We store all walks to allow continuous improvement.", id="continuous improvement"),
    ],
)
def test_what_is_made_and_looked_at_is_no_outcome(text: str) -> None:
    assert value(text) == "none"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Our crab is robust in mud.", id="is robust"),
        pytest.param("In robustness our crab comes close to snails.", id="close to others"),
        pytest.param("In robustness they come near to snails.", id="near to others"),
        pytest.param("Our crab has excellent performance in mud.", id="good performance"),
        pytest.param("Our crab matches the performance of snails.", id="a match"),
        pytest.param("Two walks demonstrate the performance of our crab.", id="demonstrated"),
        pytest.param(
            "We compare stable shells, drawing the conclusion that sand is made.", id="a conclusion"
        ),
        pytest.param("Experiments showcase that our crab joins sides.", id="showcase"),
        pytest.param("Results have shown gaits on two beaches for the future.", id="have shown"),
        pytest.param("We present evidence that shells enable effective gaits.", id="evidence"),
        pytest.param("Our work is carefully validated through walks.", id="is validated"),
        pytest.param("Our tests ran on sand and suggested two gaits.", id="suggested"),
        pytest.param("We present a theorem on stable shells.", id="a theorem"),
        pytest.param(
            "We evaluate our crab on two beaches, achieving strong performances.", id="done with success"
        ),
        pytest.param("These pictures reveal that shells are made of sand.", id="several things reveal that"),
        pytest.param("We study legs by proving that eight are needed for all.", id="by proving"),
        pytest.param("We study legs by proving a sharp limit.", id="by proving a limit"),
        pytest.param("We watched crabs and observed large gaps.", id="and observed"),
        pytest.param("Our work reports two new gaits.", id="a work reports"),
        pytest.param("We see a clear improvement of the gait.", id="an improvement"),
        pytest.param("We provide results of an increased speed.", id="results"),
        pytest.param("The crabs correctly followed all signs.", id="correctly done"),
        pytest.param("Our crab has advantages over snails.", id="advantages over"),
        pytest.param("Our dune captures most of the sand.", id="captures most"),
        pytest.param("Our path approximates the optimal one.", id="approximates"),
        pytest.param("Our path ends by converging to an optimal one.", id="converging"),
        pytest.param("Shells exhibited greater robustness than sand.", id="greater robustness"),
        pytest.param("The resulting shell is consistent with the sand.", id="consistent with"),
        pytest.param("Our tests highlight two gaits.", id="results highlight"),
        pytest.param("We highlight that crabs sidle.", id="highlight that"),
        pytest.param("We walk, illustrating the benefits of shells.", id="illustrating benefits"),
        pytest.param("We present an accurate shell. It reduces the number of falls.", id="and an outcome"),
        pytest.param("We present an accurate shell. We find that crabs like it.", id="and a finding"),
    ],
)
def test_what_comes_of_it_is_one(text: str) -> None:
    assert value(text) == "qualitative"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In this position paper, we plead for shells. They consistently improve the walk.", "none"),
        ("In this position paper, we plead for shells, which improves the walk of crabs.", "none"),
        ("In this survey, we sort gaits. Sidling consistently outperforms crawling.", "none"),
        ("This survey sorts gaits. We review robust shells. Sidling consistently outperforms all.", "none"),
        ("This workshop sorts gaits. Sidling consistently outperforms crawling.", "none"),
        (
            "In this survey, we sort gaits. Experiments reveal that sidling outperforms crawling.",
            "qualitative",
        ),
        ("This survey sorts gaits. Sidling improves the walk, showing that crabs learn.", "qualitative"),
        ("In this survey, we sort gaits. Sidling improves the walk by 12%.", "quantified"),
        ("In this survey, we sort gaits. Our gait outperforms all existing ones.", "qualitative"),
        ("In this survey, we sort gaits. We find a wet kind of crab.", "qualitative"),
        ("In this survey, we sort gaits. We found 12 kinds of crab.", "none"),
        ("In this survey, we sort gaits. We name crabs we observe often in mud.", "none"),
        ("We sort gaits. Sidling consistently outperforms crawling.", "qualitative"),
        ("We sort gaits. This position is wet. Sidling outperforms crawling.", "qualitative"),
        ("We sort gaits. From this perspective, sidling consistently outperforms crawling.", "qualitative"),
    ],
)
def test_a_survey_or_a_plea_needs_more_than_praise(text: str, expected: str) -> None:
    assert value(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("We derive a general typology of shells that matter.", id="deriving a typology"),
        pytest.param("We derive three design guidelines for shells.", id="deriving guidelines"),
        pytest.param("Our gait turns wishes into validated walks.", id="into validated walks"),
        pytest.param("Our gait relies only on observed tides.", id="on observed tides"),
        pytest.param("We prefer new shells over verified ones.", id="over verified ones"),
        pytest.param("Our gait offers a more robust solution for sand.", id="a more robust solution"),
        pytest.param("This gait provides a robust and light framework for crabs.", id="a robust framework"),
        pytest.param("Shells with a hinge are a promising approach to sand.", id="a promising approach"),
        pytest.param("We tell of ways aiming to promote robust walks and reduce falls.", id="an aim"),
        pytest.param("We add optical forced photometry of the beach.", id="a term of astronomy"),
        pytest.param("We walk along the evidence lower bound of sand.", id="a term of statistics"),
    ],
)
def test_what_is_derived_or_praised_as_a_thing_is_no_outcome(text: str) -> None:
    assert value(text) == "none"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("We derive the speed of three shells.", id="deriving a value"),
        pytest.param("Our walkers and the judges obtained the same tides.", id="obtained by somebody"),
        pytest.param("Our gait is robust on sand.", id="is robust"),
        pytest.param("Our gait is a robust solution that works better in mud.", id="better beside it"),
    ],
)
def test_what_came_out_beside_them_is_an_outcome(text: str) -> None:
    assert value(text) == "qualitative"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("This offers a way to count the tides and improve the walk of crabs.", id="and improve"),
        pytest.param("Our school takes part in enhancing the walk of crabs.", id="in enhancing"),
        pytest.param("Our field is kept for achieving the best of walks.", id="for achieving"),
        pytest.param("Our school of crabs is kept for better performance.", id="for better"),
        pytest.param("We demonstrate with four walks: two on sand and two in mud.", id="by examples"),
        pytest.param("We show how to walk on a beach.", id="how to"),
        pytest.param("We further show how we walk on a beach.", id="how we"),
        pytest.param("We demonstrate how such gaits can be taught to crabs.", id="how it can be done"),
    ],
)
def test_what_it_is_for_and_how_it_is_done_is_no_outcome(text: str) -> None:
    assert value(text) == "none"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Our wax is able to improve the overall grip of a claw.", id="able to"),
        pytest.param("Wax and sand improve the grip of a claw.", id="improves"),
        pytest.param("We show how crabs turn on wet sand.", id="how they do"),
        pytest.param("We show how tides can turn crabs.", id="what they can do"),
        pytest.param("We show how to walk on a beach and find that crabs sidle.", id="and a finding"),
    ],
)
def test_what_comes_of_it_or_how_it_goes_is_an_outcome(text: str) -> None:
    assert value(text) == "qualitative"
