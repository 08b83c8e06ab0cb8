"""Claimed outcomes, in numbers and in words."""

from __future__ import annotations

import pytest

from radar.abstracts.reading import read_text
from radar.papers.summaries.flags import ResultClaim


def claim(text: str, title: str = "Crabs that walk") -> ResultClaim:
    return read_text(title, text).flags.results


@pytest.mark.parametrize(
    "text",
    [
        "We cut the error by 12%.",
        "Our method is 3x faster than walking.",
        "Our crab runs two times faster.",
        "Our method halves the cost of walking.",
        "We improve accuracy by 3.2 points over the baseline.",
        "Our system ranked 2nd in the crab task.",
        "Our model obtains a BLEU score of 31.4.",
        "We find a mass of $5.1 \\pm 0.2$ grams.",
        "We prove a convergence rate of $O(1/n)$.",
        "Our model wins on 8 of 11 tasks.",
        "Our model wins on 4 out of 5 sandy beaches.",
        "Our gait achieves sub-per cent accuracy.",
        "The best crab achieves 75.89 exact match vs. 94.74 for gulls.",
        "We find that salt follows $E \\propto -M^3$.",
        "It reduces walking time by an order of magnitude.",
    ],
)
def test_quantified_claims(text: str) -> None:
    assert claim(text).value == "quantified"


@pytest.mark.parametrize(
    "text",
    [
        "Our method outperforms strong baselines.",
        "We find that crabs prefer sand.",
        "We prove that every crab walks.",
        "Experiments show that our crab is robust.",
        "We show that our 7B crab improves walking on 17 beaches.",
        "Experiments on CIFAR-10 demonstrate that the crab works.",
        "We show that 5G crabs walk.",
        "We show that quantum doubles walk.",
        "We show with coupled cluster singles and doubles that crabs walk.",
        "Trials document the competitiveness of our gait.",
        "We show a gait yielding O(100 million) steps.",
    ],
)
def test_claims_in_words(text: str) -> None:
    assert claim(text).value == "qualitative"


@pytest.mark.parametrize(
    "text",
    [
        "We collect a corpus of 5,012 crabs in 17 languages.",
        "This paper describes a plan for a beach.",
        "We discuss how crabs could walk in the future.",
        "We introduce a dataset with 40 participants and a 7B model.",
        "Earlier methods gain 40% on this task. We describe a new task.",
    ],
)
def test_no_claim(text: str) -> None:
    assert claim(text).value == "none"


def test_a_survey_needs_more_than_a_hint() -> None:
    text = "We group crabs by efficient gaits and effective claws."
    assert claim(text, "Crabs: A Survey").value == "none"


@pytest.mark.parametrize(
    "text",
    [
        "Our crab achieves state-of-the-art results on three beaches.",
        "Our crab outperforms the state-of-the-art walkers.",
        "Our crab outperforms all prior methods.",
        "Our system ranked first in the crab task.",
        "Our method achieves the best overall performance.",
        "It sets a new state of the art.",
    ],
)
def test_claims_to_be_the_best(text: str) -> None:
    found = claim(text)
    assert found.state_of_the_art
    assert found.state_of_the_art_evidence is not None


@pytest.mark.parametrize(
    "text",
    [
        "Our crab outperforms strong baselines.",
        "Our crab is competitive with the state of the art.",
        "We find that state-of-the-art models fail at walking.",
        "Recent crabs achieve state-of-the-art results.",
        "We evaluate state-of-the-art crabs.",
        "We first describe the beach.",
    ],
)
def test_no_claim_to_be_the_best(text: str) -> None:
    assert not claim(text).state_of_the_art


def test_the_strongest_span_comes_first() -> None:
    text = "We find that crabs like sand. We improve walking by 12%."
    spans = [text[one.start : one.end] for one in claim(text).evidence]
    assert spans == ["We improve walking by 12%.", "We find that crabs like sand."]


@pytest.mark.parametrize(
    ("title", "value"),
    [
        ("CrabNet: Sorting by Tides", "quantified"),
        ("Sorting by Tides", "none"),
        ("Sorting: CrabNet by Tides", "none"),
        ("A CrabNet: Sorting by Tides", "none"),
    ],
)
def test_what_the_title_names_is_the_authors_own(title: str, value: str) -> None:
    text = "CrabNet cuts the time of sorting by 40%. We release the code at github.com/crab/net."
    assert claim(text, title).value.value == value


@pytest.mark.parametrize(
    "text",
    [
        "Despite its small shell, CrabNet walks with a success rate of 98.4%.",
        "Although trained on sand only, CrabNet wins 86% of all walks.",
        "While keeping dry, the small CrabNet cuts falls by 12%.",
        "While snails fall in 40% of cases, crabs improve with every walk.",
        "However, the fall rate drops by 11.4% in large shells.",
    ],
)
def test_what_grants_something_may_claim_a_number(text: str) -> None:
    assert claim(f"We introduce CrabNet, a gait. {text}").value == "quantified"


def test_before_a_paper_speaks_of_itself_what_grants_something_is_of_the_field() -> None:
    text = "Despite their small shells, crabs improve walking by 12%."
    assert claim(f"{text} We introduce CrabNet, a gait.").value == "none"


@pytest.mark.parametrize(
    "text",
    [
        "However, existing crabs improve walking by 12%.",
        "Although a gain of 12% is known, it has remained open whether crabs improve.",
        "While prior gaits cut falls by 12%, they are slow.",
    ],
)
def test_what_grants_something_to_others_claims_nothing(text: str) -> None:
    assert claim(f"We introduce CrabNet, a gait. {text}").value == "none"


def test_what_a_test_came_to_late_in_an_abstract_is_the_authors_own() -> None:
    field, plan = "Crabs are hard to count.", "We count crabs in the sand."
    tested = "Large nets showed an accuracy of 99.2%."
    assert claim(f"{field} Nets were trained. {tested} {plan}").value == "quantified"
    assert claim(f"{tested} {field} Nets were trained. {plan}").value == "none"
    assert claim(f"{field} Nets were trained. Crabs cover 99.2% of all beaches. {plan}").value == "none"


def test_what_grants_something_may_claim_to_be_the_best() -> None:
    text = "Despite its compact shell, CrabNet matches state-of-the-art performance on all beaches."
    found = claim(f"We introduce CrabNet, a gait. {text}")
    assert found.value == "qualitative"
    assert found.state_of_the_art
    assert not claim(f"We introduce a gait. {text}").state_of_the_art


def test_what_grants_something_may_go_on_with_tests() -> None:
    text = "Despite its compact shell, {} on all beaches show that crabs consistently win."
    assert claim(f"We introduce a gait. {text.format('extensive experiments')}").value == "qualitative"
    assert claim(f"We introduce a gait. {text.format('old films')}").value == "none"
