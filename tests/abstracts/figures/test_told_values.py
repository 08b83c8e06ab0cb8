"""Values with the noun before them: uncertainties, powers of ten, bounds and known indices."""

from __future__ import annotations

import pytest

from radar.abstracts.reading import read_text
from radar.abstracts.text.plain_signs import with_plain_signs
from radar.abstracts.text.units import fits, unit_behind


def figure(text: str) -> str:
    return read_text("Crabs that walk", text).flags.results.figure


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "We measure a shell mass of $(5.1 \\pm 0.2) \\times 10^5 M_\\odot$.",
            "(5.1±0.2)×10⁵ Msun shell mass",
            id="a power of ten",
        ),
        pytest.param(
            "We obtain a sand flow rate of $4^{+6}_{-2}~M_\\odot$ yr$^{-1}$ for the reef.",
            "4+6−2 Msun/yr sand flow rate",
            id="two uncertainties",
        ),
        pytest.param(
            "The result yields an upper limit on the claw luminosity of $2 \\times 10^{30}$ erg s$^{-1}$.",
            "<2×10³⁰ erg/s claw luminosity",
            id="an upper limit",
        ),
        pytest.param(
            "It yields an upper bound on the moult rate density $\\lesssim 10^5$ pc$^{-3}$ yr$^{-1}$.",
            "<10⁵ pc⁻³/yr moult rate density",
            id="a bound with a symbol",
        ),
        pytest.param(
            "We find a leg radius of $\\sim22$ au in the reef.", "22 au leg radius", id="no blank before it"
        ),
        pytest.param(
            "Our crab achieves a raw grip generation rate of 22.4 kbps with stable legs.",
            "22.4 kbps grip generation rate",
            id="a rate",
        ),
        pytest.param(
            "The walk corresponds to a sand Mach number of 0.45$\\pm$0.03.", "Mach number 0.45", id="an index"
        ),
        pytest.param(
            "Reefs show extreme inequality (Gini = 0.84 vs. 0.47).", "Gini 0.84", id="an index in brackets"
        ),
        pytest.param(
            "Gains scale with reef complexity (OR = 1.60, $p = 0.008$).",
            "OR 1.60 reef complexity",
            id="a ratio with what it is of",
        ),
    ],
)
def test_a_value_is_told_with_its_noun(text: str, expected: str) -> None:
    assert figure(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("We find crabs in reefs with a halo mass of $\\sim 10^9 M_\\odot$.", id="a setting"),
        pytest.param(
            "We measure walks of crabs at a temperature of $(2 \\pm 1) \\times 10^4$ pc.", id="another unit"
        ),
        pytest.param("We obtain an uncertainty of $σ(m)=0.096 \\pm 0.01$ for the crab mass $σ(m)$.", id="σ"),
        pytest.param("If crabs attain a cosine similarity of 0.84, we win.", id="supposed"),
        pytest.param("We find a dip in the reef (age = $35 \\pm 5$ Myr).", id="of what is studied"),
        pytest.param("We find a claw mass of $\\log(M) = 44.5 \\pm 0.7$.", id="a logarithm"),
        pytest.param(
            "It has been argued that crabs reach a shell mass of $(3 \\pm 1) \\times 10^4$ kg.", id="others"
        ),
    ],
)
def test_what_is_no_outcome_of_its_own_is_not_told(text: str) -> None:
    assert figure(text) == ""


@pytest.mark.parametrize(
    ("written", "unit"),
    [
        pytest.param("~km~s$^{-1}$ kpc$^{-1}$ here", "km/s/kpc", id="powers below nothing"),
        pytest.param(" M$_{\\odot}$ yr$^{-1}$) is", "Msun/yr", id="the sun"),
        pytest.param("\\,{\\rm eV}$ in", "eV", id="upright"),
        pytest.param(" cm$^{-3}$ in", "cm⁻³", id="a density"),
        pytest.param(" in the reef", None, id="none"),
        pytest.param(" m \\times 4", None, id="a factor behind it"),
    ],
)
def test_a_unit_is_read_out_of_tex(written: str, unit: str | None) -> None:
    found = unit_behind(written)
    assert (found[0] if found else None) == unit


def test_a_mass_is_not_told_in_parsecs() -> None:
    assert fits("claw mass", "kg")
    assert not fits("claw mass", "pc")


def test_a_command_before_a_digit_becomes_a_sign_and_no_place_moves() -> None:
    assert with_plain_signs("a $\\sim22$ and \\geq5 \\sim x") == "a $   ~22$ and    ≥5 \\sim x"
