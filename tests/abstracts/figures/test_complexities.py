"""Orders of growth that are proved."""

from __future__ import annotations

import pytest

from radar.abstracts.reading import read_text


def figure(text: str) -> str:
    return read_text("Crabs that walk", text).flags.results.figure


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "We prove that our crab achieves $\\tilde{\\mathcal{O}}(\\sqrt{T})$ regret.",
            "O(√T) regret",
            id="behind",
        ),
        pytest.param(
            "We establish a sample complexity of $O(\\epsilon^{-2})$ for walking crabs.",
            "O(ε⁻²) sample complexity",
            id="before",
        ),
        pytest.param(
            "We prove a convergence rate of $\\mathcal{O}\\left(\\frac{1}{T}\\right)$.",
            "O(1/T) convergence rate",
            id="a fraction",
        ),
    ],
)
def test_an_order_of_growth_is_told_with_what_it_is_of(text: str, expected: str) -> None:
    assert figure(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "We prove that crabs walk well without the prohibitive $O(N^2)$ overhead of snails.", id="others"
        ),
        pytest.param("We prove that prior work needs $O(n^5)$ queries for a walk.", id="prior work"),
        pytest.param("We prove that no crab can achieve $O(n)$ regret in sand.", id="denied"),
        pytest.param("We prove that a walk takes $n^{O(\\Delta)}$ time.", id="an exponent"),
        pytest.param("We prove a $O(\\Xi_{q}^{\\top} x)$ regret of crabs.", id="what cannot be shown"),
    ],
)
def test_what_cannot_be_shown_or_belongs_to_others_is_not_told(text: str) -> None:
    assert figure(text) == ""
