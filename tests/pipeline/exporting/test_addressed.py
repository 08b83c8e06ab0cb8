r"""Abstracts in files keep the addresses that `\href` hides behind words."""

from __future__ import annotations

import pytest

from radar.pipeline.exporting.addressed import addressed
from radar.pipeline.exporting.formats import export_parts
from tests.pipeline.exporting.entries import entry, paper


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (r"Code is \href{https://moss.org/b\_c}{here}.", "Code is here (https://moss.org/b_c)."),
        (r"{\bf \href{https://moss.org/x--y}{This}} for $x_1$.", "This (https://moss.org/x--y) for x₁."),
        (r"\href{https://moss.org/a}{\texttt{a{b}c}}", "abc (https://moss.org/a)"),
        (r"\href{https://moss.org/a}{A} and \href{https://moss.org/b}{B}.",
         "A (https://moss.org/a) and B (https://moss.org/b)."),
        (r"\href{https://moss.org/a}{https://moss.org/a}", "https://moss.org/a"),
        (r"\href{mailto:ada@moss.org}{mail us}", "mail us"),
        (r"\href{javascript:alert(1)}{here}", "here"),
        (r"Go \href{https://moss.org/a} on", "Go https://moss.org/a on"),
        (r"Go \href{https://moss.org/a", "Go {https://moss.org/a"),
        (r"Go to \emph{moss}", "Go to moss"),
    ],
)  # fmt: skip
def test_the_address_of_a_link_stands_behind_its_words(text: str, shown: str) -> None:
    assert addressed(text) == shown


@pytest.mark.parametrize("format", ["csv", "csl-json", "bibtex"])
def test_no_format_loses_an_address(format: str) -> None:
    about = paper(
        r"\href{https://moss.org/title}{Snails} Sort",
        abstract=r"Our page is \href{https://moss.org/a}{here}.",
    )
    text = "".join(export_parts([entry(about)], format))
    assert "Our page is here (https://moss.org/a)." in text
    assert "moss.org/title" not in text
