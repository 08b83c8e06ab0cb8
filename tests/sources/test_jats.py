"""Markup of publishers as plain text."""

from __future__ import annotations

import pytest

from radar.sources.jats import plain_text
from tests.sources.hostile import hostile_texts


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("Kites fly at p<0.05 & x > 3", "Kites fly at p<0.05 & x > 3"),
        ("<jats:p>We fly.</jats:p><jats:p>They fall.</jats:p>", "We fly. They fall."),
        ("<jats:title>Abstract</jats:title><jats:p>We fly.</jats:p>", "We fly."),
        ("<jats:sec><jats:title>Aim</jats:title><jats:p>Fly.</jats:p></jats:sec>", "Aim: Fly."),
        ("H<jats:sub>2</jats:sub>O in <jats:italic>E.\n coli</jats:italic>", "H2O in E. coli"),
        ("<p>Kites &amp;amp; lines &amp;lt; 5</p>", "Kites & lines < 5"),
        ("&lt;jats:p&gt;Fly&lt;/jats:p&gt;", "Fly"),
        ("<b>One</b><br/>two", "One two"),
        (
            "<jats:alternatives><jats:tex-math>$x$</jats:tex-math><mml:math><mml:mi>x</mml:mi></mml:math>"
            "</jats:alternatives>",
            "$x$",
        ),
        ("<mml:math><mml:mi>x</mml:mi><mml:mo>=</mml:mo></mml:math>", "x="),
        (
            r"<tex-math>\documentclass{a}\usepackage{b}\begin{document}$$y$$\end{document}</tex-math>",
            "$$y$$",
        ),
        ("<!-- note --><![CDATA[Fly]]>", "Fly"),
        ("", ""),
    ],
)
def test_tags_go_and_words_stay(markup: str, text: str) -> None:
    assert plain_text(markup) == text


def test_huge_and_hostile_markup_ends() -> None:
    for piece in (
        "<",
        "<a ",
        "<!--",
        "</tex-math><math>",
        "\\documentclass\\begin{document}",
        "&amp;",
        "<title>",
        "<?",
    ):
        assert len(plain_text(piece * 300_000)) <= 200_000
    for text in hostile_texts(500):
        plain_text(text)
