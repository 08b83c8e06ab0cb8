"""Titles and abstracts without markup."""

from __future__ import annotations

import pytest

from radar.sources.markup import without_markup
from tests.sources.hostile import hostile_texts


def plain(text: str) -> str:
    return " ".join(without_markup(text).split())


@pytest.mark.parametrize(
    ("marked", "text"),
    [
        ("plain a < b and c > d", "plain a < b and c > d"),
        ("the <mask> token, <s> and </s>", "the <mask> token, <s> and </s>"),
        ('On <i>Kites</i> of <span class="nocase">NLP</span>', "On Kites of NLP"),
        ("<p>One</p><p>Two</p>", "One Two"),
        ("H<sub>2</sub>O at 10<sup>5</sup> and 10<sup>-3</sup>", "H2O at 10^5 and 10^-3"),
        ("the 1<sup>st</sup> kite", "the 1st kite"),
        ("a &lt; b &amp; c", "a < b & c"),
        ("&lt;p&gt;Twice &amp;amp; more&lt;/p&gt;", "Twice & more"),
        ("<jats:title>Abstract</jats:title><jats:p>We fly.</jats:p>", "We fly."),
        (
            "<jats:sec><jats:title>Background:</jats:title><jats:p>Wind.</jats:p></jats:sec>"
            "<jats:sec><jats:title>Results</jats:title><jats:p>Kites.</jats:p></jats:sec>",
            "Background: Wind. Results: Kites.",
        ),
        (
            "of <jats:inline-formula><jats:alternatives><jats:tex-math>\\documentclass{x}\\begin{document}"
            "$$x^{2}$$\\end{document}</jats:tex-math><mml:math><mml:mi>x</mml:mi></mml:math>"
            "</jats:alternatives></jats:inline-formula> kites",
            "of $x^{2}$ kites",
        ),
        ("<mml:math><mml:mi>x</mml:mi><mml:mo>+</mml:mo><mml:mn>1</mml:mn></mml:math> lines", "x+1 lines"),
        ("<!-- hidden -->shown<script>alert('<b>')</script><style>p {}</style>", "shown"),
        ("a <b unclosed and <a href='https://kites.example'>link</a>", "a <b unclosed and link"),
        ("<![CDATA[inside]]>", "inside"),
        ("from $x_{1} < 3$ to \\textbf{y}", "from $x_{1} < 3$ to \\textbf{y}"),
    ],
)
def test_tags_go_and_the_text_stays(marked: str, text: str) -> None:
    assert plain(marked) == text


@pytest.mark.parametrize(
    "piece",
    ["<!--", "<script>", "<title>", "<a x=", '<a x="', "<sup>1", "&lt;p", "<tex-math>", "< ", "<b " * 3],
)
def test_much_of_what_is_never_closed_is_read_in_one_walk(piece: str) -> None:
    # A walk that begins anew at each piece would take longer than any test may.
    assert len(without_markup(piece * (300_000 // len(piece)))) <= 300_000
    without_markup("<title>" + " " * 300_000 + "x")


def test_hostile_text_never_raises() -> None:
    for text in hostile_texts(2000):
        without_markup(text)
