"""Titles and abstracts without markup."""

from __future__ import annotations

import pytest

from radar.sources.texts.markup import without_markup
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
        ("CO<inf>2</inf> of <scp>NLP</scp>", "CO2 of NLP"),
        (
            '<AbstractText Label="AIM" NlmCategory="OBJECTIVE">We fly.</AbstractText><AbstractText>High.'
            "</AbstractText><CopyrightInformation>2024 Kites Ltd.</CopyrightInformation>",
            "AIM: We fly. High.",
        ),
        ('AIM: <AbstractText Label="AIM">We fly.</AbstractText>', "AIM: We fly."),
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
        ("<![CDATA[kept]]> too", "kept too"),
        ("if x<y then z>y, p<0.05 and q<p", "if x<y then z>y, p<0.05 and q<p"),
        ("p<0.05 & x > 3", "p<0.05 & x > 3"),
        ("a <b and c> d", "a <b and c> d"),
        ("a<br/>b", "a b"),
        ("<p>3.2 &#215; 10<sup>12</sup> tokens</p>", "3.2 × 10^12 tokens"),
        ("&lt;p&gt;10&lt;sup&gt;9&lt;/sup&gt; tokens&lt;/p&gt;", "10^9 tokens"),
        ("<p>Kites &amp;amp; lines &amp;lt; 5</p>", "Kites & lines < 5"),
        ("Kites &amp;amp; lines", "Kites & lines"),
        ("&lt;jats:p&gt;Fly&lt;/jats:p&gt;", "Fly"),
        ("x<SCRIPT async>if (a<b) {}</SCRIPT >y", "xy"),
        ("the <script> tag and the <object> slot", "the <script> tag and the <object> slot"),
        ("x<svg/> and <svg a='b'>shape</svg>y", "x and y"),
        ("<td nowrap>1</td><a href='x' title=it's>link</a>", "1 link"),
        ("<figure><img src='x' alt=y><figcaption>Fig</figcaption></figure>text", "Fig text"),
        ("<mml:math><mml:mi>x</mml:mi><mml:annotation>tex</mml:annotation></mml:math>", "x"),
        ("<jats:fn id='a'>note</jats:fn>", "note"),
        ("<h4>Abstract</h4><h4>Why fly?</h4><p>We</p>", "Why fly? We"),
        ("", ""),
        ("from $x_{1} < 3$ to \\textbf{y}", "from $x_{1} < 3$ to \\textbf{y}"),
    ],
)
def test_tags_go_and_the_text_stays(marked: str, text: str) -> None:
    assert plain(marked) == text


@pytest.mark.parametrize(
    "piece",
    [
        *("<!--", "<script>", "<title>", "<a x=", '<a x="', "<a x='", "<a b=c ", "<sup>1", "&lt;p", "&"),
        *("<tex-math>", "< ", "<b " * 3, "<", "</", "<![CDATA[", "<svg/>", "<svg ", "<td ", "<jats:", "<?"),
        *("</tex-math><math>", "\\documentclass\\begin{document}", "&amp;", "<jats:" + "a" * 39),
    ],
)
def test_much_of_what_is_never_closed_is_read_in_one_walk(piece: str) -> None:
    # A walk that begins anew at each piece would take longer than any test may.
    assert len(without_markup(piece * (300_000 // len(piece)))) <= 300_000
    without_markup("<title>" + " " * 300_000 + "x")


def test_hostile_text_never_raises() -> None:
    for text in hostile_texts(2000):
        without_markup(text)
