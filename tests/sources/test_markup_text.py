"""Text without its tags."""

from __future__ import annotations

import pytest

from radar.sources.markup_text import text_without_markup


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain text", "plain text"),
        ("a < b and c > d", "a < b and c > d"),
        ("if x<y then z>y", "if x<y then z>y"),
        ("p<0.05 and q<p", "p<0.05 and q<p"),
        ("a <b>bold</b> claim", "a bold claim"),
        ("a<br/>b", "a b"),
        ("x<script>alert(1)</script>y", "xy"),
        ("x<SCRIPT async>if (a<b) {}</SCRIPT >y", "xy"),
        ("x<script>never closed", "x"),
        ("x<!-- hidden -->y", "xy"),
        ("<![CDATA[kept]]> too", "kept too"),
        ("&lt;p&gt;twice &amp;amp; more&lt;/p&gt;", " twice & more "),
        ("<a href='x' title=it's>link</a>", "link"),
        ("<jats:p>We show</jats:p>", " We show "),
        ("<mml:math><mml:mi>x</mml:mi><mml:annotation>tex</mml:annotation></mml:math>", "x"),
        ("<td nowrap>1</td>", " 1 "),
    ],
)
def test_what_a_browser_shows_is_kept(text: str, shown: str) -> None:
    assert text_without_markup(text) == shown


PIECES = ("<", "<a ", "<!--", "&", "<a b='", '<a b="', "<![CDATA[", "</", "<script>", "<a b=c ", "<svg/>")


@pytest.mark.parametrize("piece", PIECES)
def test_a_hostile_text_is_read_to_its_end(piece: str) -> None:
    """A parser that looks back from every piece would take hours for these."""
    assert len(text_without_markup(piece * 200_000)) <= len(piece) * 200_000
