"""TeX and HTML rubble made readable."""

from __future__ import annotations

import pytest

from radar.abstracts.text.tex import readable


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("plain text", "plain text"),
        (r"$x^\prime$ and $10^\dagger 2$", "x′ and 10† 2"),
        (r"crabs \ldots walk, \eg hermits", "crabs … walk, e.g. hermits"),
        (r"crabs are $(a \pm)$ fast", "crabs are (a ±) fast"),
        ("Fish at $x for us. Crabs pay $y_2 now.", "Fish at $x for us. Crabs pay $y_2 now."),
        ("We pay $5 for wet sand and US$6 for mud.", "We pay $5 for wet sand and US$6 for mud."),
        (r"Crabs eat $5\,\mathrm{wet crabs}$ here.", "Crabs eat 5 wet crabs here."),
        (r"$x^{~2}$ and $x_{\, 2}$", "x² and x₂"),
        (r"CO$_{\rm 2}$, H$_{\mathrm{2}}$O, $^{\mathbf 3}$He, the 4$^{\rm th}$", "CO₂, H₂O, ³He, the 4ᵗʰ"),
        (r"10\textsuperscript{6} crabs, CO\textsubscript{2}, H\textsuperscript{+}", "10⁶ crabs, CO₂, H⁺"),
        (
            r"10\textsuperscript{$-$3}, 10\textsuperscript{--4} or 10\textsuperscript{−5} crabs",
            "10⁻³, 10⁻⁴ or 10⁻⁵ crabs",
        ),
        (r"the 4\textsuperscript{th} crab\textsuperscript{\textregistered}", "the 4th crab®"),
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
        (r"crabs \cite{mill} walk", "crabs walk"),
        (r"$x \lesssim y$", "x ≲ y"),
        (r"$\varnothing$", "∅"),
        ("trade--off", "trade–off"),
        ("walking crabs~(WCs), at f~(x) and ~(5) of", "walking crabs (WCs), at f~(x) and ~(5) of"),
        ("{unbalanced $x", "{unbalanced $x"),
        (r"$10^9 M_{\odot}$ and $f_{\rm esc}$", "10⁹ M_⊙ and f_esc"),
        (r"$M_{A,B}$ and $x^{2.5}$", "M_(A,B) and x^(2.5)"),
        (r"$\frac{n-t}{t}$ of $\frac{k^2}{9x}$", "(n-t)/t of k²/(9x)"),
        (r"$\sqrt{n+1}$, $\sqrt{n}$, $\sqrt d$", "√(n+1), √n, √d"),
        (r"$\binom{n}{k}$ crabs", "(n choose k) crabs"),
        (r"at $45^\circ$ or $390^oC$", "at 45° or 390ᵒC"),
        (r"$x^{th}$ of $A^T$ at $2^{'}$", "xᵗʰ of Aᵀ at 2′"),
        (r"H$_2^{\,16}$O", "H₂¹⁶O"),
        (r"$4\times 10^3$ and $4 \times 10^3$", "4×10³ and 4 × 10³"),
        (r"4 $\times 10^3$ of $\sim 10$", "4 × 10³ of ∼10"),
        (r"$\Delta t$ and $\alpha + 1$", "Δt and α + 1"),
        (r"$O(\log\log n)$ in $2\min(a)$", "O(log log n) in 2 min(a)"),
        (r"$\bar{\nu}\, M$", "ν̄ M"),
        (r"$\biggl(x\biggr)$", "(x)"),
        (r"known from \cite{mill}, and crabs (\cite{mill} too)", "known from, and crabs (too)"),
        (r"$3\ \,\mathrm{eV}$", "3 eV"),
        (r"\ours walks and \ours{} swims", "ours walks and ours swims"),
        (r"out\footnote{at once}. Crabs", "out (at once). Crabs"),
        (r"\ion{Fe}{ii} in \ce{H2O}, by \ac{CRAB}", "Fe ii in H2O, by CRAB"),
        (r"$0\farcs3$, 30\deg wide, 5\arcmin away", "0″.3, 30° wide, 5′ away"),
        (r"the degree $\deg f$ is $x \pmod{n}$", "the degree deg f is x mod n"),
        (
            r"in $\Bbb R^n$ and {\cal L}, of 2\,\Msun and 3\percent of all",
            "in Rⁿ and L, of 2 M_⊙ and 3% of all",
        ),
        (r"We run $\verb|walk_on|$ and \verb+rest+.", "We run walk_on and rest."),
        (r"We run \verb|walk on", "We run |walk on"),
        (r"our \verb{gait} and \textbf{rope} walk", "our gait and rope walk"),
        (r"We run \verb. Then we rest. They swim", "We run . Then we rest. They swim"),
        (r"of $2\deg(f)+1$ and $3\deg X$ and $5\deg\times 2$", "of 2 deg(f)+1 and 3 deg X and 5°×2"),
        (r"for $n\equiv 1\pmod{4}$ and $b\pmod n$", "for n≡1 mod 4 and b mod n"),
        (r"in \ion{H}{$\alpha$} and \ion{Mg}{} too", "in H α and Mg too"),
        (r"{\hypersetup{urlcolor=blue}crabs}", "crabs"),
        ("crabs -- and shells --- walk", "crabs – and shells — walk"),
        (r"45$^\circ$--60$^\circ$ or 5%--6%", "45°–60° or 5%–6%"),
        ("13~mm of AG~News, (1)~crabs", "13 mm of AG News, (1) crabs"),
        ("z~7 or (~5%) or about ~3", "z~7 or (~5%) or about ~3"),
        (r"Fig.~3 of $x$ at z~7 (~5 cm) in 0.1 ~GeV", "Fig. 3 of x at z~7 (~5 cm) in 0.1 GeV"),
        (r"by 20\%~44\% or (6~9) of $x$, and F1~0.3", "by 20%~44% or (6~9) of x, and F1 0.3"),
        ("from $1,503 to $708", "from $1,503 to $708"),
        (r"$5--$10 a crab at $\alpha$", "$5–$10 a crab at α"),
        (r"costs $3 where $x$ is 4", "costs $3 where x is 4"),
        (r"($x$) basis, unbalanced$ and $y$", "(x) basis, unbalanced and y"),
        ("Hal{ö}n of {C}rab-{A}ided walks, {SIDE}", "Halön of Crab-Aided walks, SIDE"),
        ("1{,}500 wet{, cold} crabs", "1,500 wet, cold crabs"),
        ("S}idestep walks (SW)}. It rests.}", "Sidestep walks (SW). It rests."),
        ("in {0, 1} or {crab, gull} or {x | x > 0}", "in {0, 1} or {crab, gull} or {x | x > 0}"),
        ("the set {x}, of Cra{B}s", "the set {x}, of CraBs"),
        (r"of H\{crab} and {12 crabs}", r"of H{crab} and 12 crabs"),
        ("{crabs" + " walk" * 90 + "}", "{crabs" + " walk" * 90 + "}"),
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


def test_every_word_of_a_span_is_found_in_what_is_shown() -> None:
    source = (
        r"By \emph{crabs} \cite{mill}, we gain 5\% -- see \href{https://crab.example.org}{our "
        r"$\alpha$ page}, $\frac{a+b}{c}$ \& ``shells''~\& \'ecrevisses \ours swim at $3\,\mathrm{km}$."
    )
    found = readable(source)
    for word in ("crabs", "gain", "see", "our", "page", "shells", "swim", "km"):
        start = source.index(word)
        begin, end = found.span(start, start + len(word))
        assert found.text[begin:end] == word


def test_the_map_covers_every_offset_and_never_goes_back() -> None:
    source = r"A $\frac{1}{2}$ of {\bf crabs} \& 10^{3} \unknown{x} &lt; \"o ``q'' -- end"
    found = readable(source)
    assert len(found.offsets) == len(source) + 1
    assert list(found.offsets) == sorted(found.offsets)
    assert found.offsets[-1] == len(found.text)


@pytest.mark.parametrize("source", ["&#27;[2J", "&#8238;abc", "textx001b[2J", "textx202e"])
def test_no_control_character_comes_out_of_an_escape(source: str) -> None:
    assert readable(source).text.isprintable()


@pytest.mark.parametrize("piece", ["{", "}", "a}", "$", "\\", "^{", "\\frac{", "&amp;", "$^{", "\\'"])
def test_a_long_line_of_rubble_is_shown_without_delay(piece: str) -> None:
    source = (piece * 1_000_000)[:1_000_000]
    assert len(readable(source).offsets) == len(source) + 1


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        (r"See \href{https://crab.example.org}.", "See https://crab.example.org."),
        (r"See \href{https://crab.example.org} {our page}.", "See our page."),
    ],
)
def test_a_link_is_shown_where_no_words_stand_for_it(source: str, shown: str) -> None:
    assert readable(source).text == shown
