"""TeX and HTML rubble made readable."""

from __future__ import annotations

import pytest

from radar.abstracts.tex import readable


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("plain text", "plain text"),
        (r"from 33.25\% to 1.74\%", "from 33.25% to 1.74%"),
        (r"{\it Crabs} walk", "Crabs walk"),
        (r"\emph{Crabs} \textbf{walk}", "Crabs walk"),
        (r"the $L_2^2$ norm", "the L₂² norm"),
        (r"$\alpha$-crabs at $10^{-3}$", "α-crabs at 10⁻³"),
        ("textx2013even", "–even"),
        (r"\eg~crabs", "e.g. crabs"),
        (r"$\tilde{O}(n)$", "Õ(n)"),
        (r"H\"older and Poincar\'e", "Hölder and Poincaré"),
        (r"$\frac{a}{b}$", "a/b"),
        ("``crabs''", "“crabs”"),
        ("a &lt; b &amp; c", "a < b & c"),
        ("it costs $5", "it costs $5"),
        (r"\url{https://crab.example.org}", "https://crab.example.org"),
        (r"crabs \cite{mill} walk", "crabs  walk"),
        (r"$x \lesssim y$", "x ≲ y"),
        (r"$\varnothing$", "∅"),
        ("trade--off", "trade–off"),
        ("{unbalanced $x", "{unbalanced $x"),
    ],
)
def test_rubble_becomes_readable(source: str, shown: str) -> None:
    assert readable(source).text == shown


def test_a_span_of_the_source_is_found_in_what_is_shown() -> None:
    source = r"{\it Crabs} gain 5\% on $L_2$ sand."
    found = readable(source)
    start = source.index("gain")
    begin, end = found.span(start, source.index(" on "))
    assert found.text[begin:end] == "gain 5%"
    assert found.span(0, len(source)) == (0, len(found.text))


def test_the_map_covers_every_offset_and_never_goes_back() -> None:
    source = r"A $\frac{1}{2}$ of {\bf crabs} \& 10^{3} \unknown{x} &lt; \"o ``q'' -- end"
    found = readable(source)
    assert len(found.offsets) == len(source) + 1
    assert list(found.offsets) == sorted(found.offsets)
    assert found.offsets[-1] == len(found.text)


@pytest.mark.parametrize("source", ["&#27;[2J", "&#8238;abc", "textx001b[2J", "textx202e"])
def test_no_control_character_comes_out_of_an_escape(source: str) -> None:
    assert readable(source).text.isprintable()


@pytest.mark.parametrize("piece", ["{", "}", "$", "\\", "^{", "\\frac{", "&amp;", "$^{", "\\'"])
def test_a_long_line_of_rubble_is_shown_without_delay(piece: str) -> None:
    source = (piece * 1_000_000)[:1_000_000]
    assert len(readable(source).offsets) == len(source) + 1
