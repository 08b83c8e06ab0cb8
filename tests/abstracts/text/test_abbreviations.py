"""Abbreviations that a line uses and its abstract explains."""

from __future__ import annotations

import pytest

from radar.abstracts.reading import read_text
from radar.abstracts.text.abbreviations import long_form, with_own_name, written_out

TEXT = (
    "A crab walking network (CWN) and sand-aware gaits (SAGs) are new. We call the tide model of the "
    "northern shore (TNS) hard. The wet (WET) beach. A universal tide net (UTN) rests. Long tide gaits "
    "(LTGs) rest. A Mill-Hale network (MHN) does not. Self-supervised sand (SSS) and hour glass sand "
    "(HGS) are fine. "
    "Tide processes (TPs) and gull processes (GP) end. A crab study (CS) and crab walking (CW) go on. "
    "We use $a sand field}$ (ASF). A CWN field (CF). The artificial intelligence (AI) of crabs. "
    "A proper pace operation (PPO) through tide-time sand (TTS) ends."
)


@pytest.mark.parametrize(
    ("short", "form"),
    [
        ("CWN", "crab walking network"),
        ("SAG", "sand-aware gaits"),
        ("LTG", "long tide gaits"),
        ("MHN", "Mill-Hale network"),
        ("TNS", "tide model of the northern shore"),
        ("SSS", "self-supervised sand"),
        ("PPO", "proper pace operation"),
        ("TTS", "tide-time sand"),
        ("WET", ""),
        ("XYZ", ""),
        ("QWN", ""),
        ("ASF", ""),
        ("CF", ""),
    ],
)
def test_what_an_abbreviation_stands_for_is_found_before_its_brackets(short: str, form: str) -> None:
    assert long_form(short, TEXT) == form


@pytest.mark.parametrize(
    ("line", "written"),
    [
        ("We train a CWN on sand.", "We train a crab walking network on sand."),
        ("CWNs walk on sand.", "Crab walking networks walk on sand."),
        ("“CWN” walks on sand.", "“Crab walking network” walks on sand."),
        ("SAGs need a CWN.", "Sand-aware gaits need a crab walking network."),
        ("We train an SAG on sand.", "We train a sand-aware gait on sand."),
        ("We train an UTN on sand.", "We train a universal tide net on sand."),
        ("We fill a HGS on sand.", "We fill an hour glass sand on sand."),
        ("TPs end.", "Tide processes end."),
    ],
)
def test_an_abbreviation_is_written_out_where_the_abstract_explains_it(line: str, written: str) -> None:
    assert written_out(line, TEXT, "Crabs", 25) == written


@pytest.mark.parametrize(
    "line",
    [
        "We train a crab walking network (CWN) on sand.",
        "The CWN beats each other CWN.",
        "We train GPT on sand.",
        "A CWN-like gait walks.",
        "The CWN's gait walks.",
        "The CWN network walks.",
        "We fit a TP to sand.",
        "We fit a GP to sand.",
        "Two CSs and two CWs go on.",
        "The AI of crabs walks.",
    ],
)
def test_an_abbreviation_stays_where_its_long_form_does_not_fit(line: str) -> None:
    assert written_out(line, TEXT, "Crabs", 25) == line


def test_an_abbreviation_of_the_title_and_one_without_room_stay() -> None:
    assert written_out("CWN walks on sand.", TEXT, "CWN: a gait", 25) == "CWN walks on sand."
    assert written_out("CWN walks on sand.", TEXT, "Crabs", 5) == "CWN walks on sand."


def test_abbreviations_that_explain_each_other_are_written_out_once() -> None:
    text = (
        "We propose AB for robots in large factories and homes. It is c-d/AB (CD) that is old. "
        "It was a-b/CD (AB) here."
    )
    assert "AB" in read_text("Robots", text).takeaway.text


@pytest.mark.parametrize(
    ("line", "title", "expected"),
    [
        pytest.param(
            "We propose Sand Claw Maps, a sieve.",
            "Crabs",
            "We propose Sand Claw Maps (SCM), a sieve.",
            id="what was made",
        ),
        pytest.param(
            "They use old kelp on sand.",
            "OKS: Kelp for Crabs",
            "They use old kelp (OKS) on sand.",
            id="named by the title",
        ),
        pytest.param(
            "They use old kelp on sand.",
            "Crabs with OKS",
            "They use old kelp on sand.",
            id="explained in passing",
        ),
        pytest.param("They use old kelp on sand.", "Crabs", "They use old kelp on sand.", id="of others"),
        pytest.param(
            "We propose Sand Claw Maps (SCM), a sieve.",
            "SCM",
            "We propose Sand Claw Maps (SCM), a sieve.",
            id="told already",
        ),
        pytest.param("We propose a sieve.", "SCM", "We propose a sieve.", id="not in the line"),
        pytest.param(
            "We propose Sand Claw Maps, a sieve of wet sand.",
            "SCM",
            "We propose Sand Claw Maps, a sieve of wet sand.",
            id="no room",
        ),
    ],
)
def test_a_line_tells_what_its_sentence_calls_what_was_made(line: str, title: str, expected: str) -> None:
    sentence = "We propose Sand Claw Maps (SCM), a sieve. They use old kelp (OKS) on sand."
    assert with_own_name(line, sentence, title, 10) == expected


def test_a_takeaway_quotes_what_was_made_with_its_name() -> None:
    sentence = "We propose Sand Claw Maps (SCM), a sieve of wet sand that counts the crabs of cold shores."
    assert read_text("Crabs on Sand", f"Crabs slip. {sentence}").takeaway.text == sentence
