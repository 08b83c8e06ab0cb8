"""Reading a whole paper."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from radar.abstracts.reading import (
    RULES_VERSION,
    claim_of,
    claim_value_of,
    code_status_of,
    read,
    read_text,
)
from radar.abstracts.text.tex import readable
from radar.papers.listed.paper import Links, Paper, PaperId
from radar.papers.summaries.evidence import TextField
from radar.papers.summaries.flags import Basis, Claim, Release
from radar.papers.summaries.summary import TAKEAWAY_WORDS

ABSTRACT = (
    "Sorting pebbles by hand is slow. We propose PebbleNet, a small network that sorts pebbles by colour. "
    "PebbleNet cuts sorting time by 40% on three beaches. Our code is available at https://github.com/beach/pebblenet."
)


def paper(abstract: str = ABSTRACT, *, comment: str = "", code: str = "", added_by: str = "") -> Paper:
    links = Links(code=code, code_added_by=added_by)
    return Paper(
        PaperId("title:1"), "PebbleNet: Sorting Pebbles", abstract=abstract, comment=comment, links=links
    )


def words_of(text: str, start: int, end: int) -> str:
    return text[start:end]


def test_a_paper_gets_flags_with_the_words_they_stand_on() -> None:
    reading = read(paper())
    code = reading.flags.code
    assert (code.value, code.url, code.basis) == (
        Release.RELEASED,
        "https://github.com/beach/pebblenet",
        Basis.ABSTRACT,
    )
    assert code.evidence is not None and code.evidence.field is TextField.ABSTRACT
    assert words_of(ABSTRACT, code.evidence.start, code.evidence.end) == (
        "Our code is available at https://github.com/beach/pebblenet"
    )
    results = reading.flags.results
    assert results.value is Claim.QUANTIFIED
    assert words_of(ABSTRACT, results.evidence[0].start, results.evidence[0].end).startswith("PebbleNet cuts")
    assert results.figure == "−40 % sorting time"
    assert reading.rules_version == RULES_VERSION


def test_an_empty_abstract_gives_an_empty_takeaway_and_no_flags() -> None:
    reading = read(paper(""))
    assert reading.takeaway.text == ""
    assert reading.flags.code.value is Release.NONE
    assert reading.flags.results.value is Claim.NONE


def test_read_text_reads_the_same_without_metadata() -> None:
    assert read_text("PebbleNet: Sorting Pebbles", ABSTRACT) == read(paper())


def test_a_code_link_in_the_comment_rests_on_the_comment() -> None:
    reading = read(paper("We sort pebbles.", comment="9 pages, code at github.com/beach/pebblenet"))
    assert reading.flags.code.value is Release.RELEASED
    assert reading.flags.code.basis is Basis.COMMENT
    assert reading.flags.code.evidence is not None
    assert reading.flags.code.evidence.field is TextField.COMMENT


def test_the_evidence_of_a_tex_link_ends_behind_what_is_shown_of_it() -> None:
    abstract = (
        r"We sort pebbles. Our code is at \href{https://github.com/beach/net}{this place}, with shells."
    )
    evidence = read(paper(abstract)).flags.code.evidence
    assert evidence is not None
    shown = readable(abstract)
    start, end = shown.span(evidence.start, evidence.end)
    assert shown.text[start:end] == "Our code is at this place"


def test_a_link_in_a_field_of_the_listing_is_released_on_its_word() -> None:
    link = "https://github.com/beach/pebblenet"
    for given_by in ("author", ""):
        code = read(paper("We sort pebbles.", code=link, added_by=given_by)).flags.code
        assert (code.value, code.url, code.basis) == (Release.RELEASED, link, Basis.LISTING)


def test_the_site_s_guess_is_released_and_marked_as_a_guess() -> None:
    link = "https://github.com/beach/pebblenet"
    code = read(paper("We sort pebbles.", code=link, added_by="auto")).flags.code
    assert (code.value, code.url, code.basis) == (Release.RELEASED, link, Basis.GUESS)
    assert code.evidence is not None and code.evidence.field is TextField.METADATA
    assert (code.evidence.start, code.evidence.end) == (0, len(link))


def test_the_site_s_guess_does_not_overrule_a_promise_but_the_author_s_link_does() -> None:
    link = "https://github.com/beach/pebblenet"
    promise = "We sort pebbles. Our code will be released upon acceptance."
    assert read(paper(promise, code=link, added_by="auto")).flags.code.value is Release.PROMISED
    assert read(paper(promise, code=link, added_by="author")).flags.code.value is Release.RELEASED


def test_the_site_s_guess_does_not_turn_a_data_repository_into_code() -> None:
    link = "https://github.com/beach/shells"
    flags = read(paper(f"Our dataset is available at {link}.", code=link, added_by="auto")).flags
    assert flags.code.value is Release.NONE
    assert flags.data.value is Release.RELEASED


def test_one_sentence_can_be_asked_for_its_code_statement_and_its_claim() -> None:
    assert code_status_of("We release our code.").value is Release.RELEASED
    assert code_status_of("Code generation is hard.").value is Release.NONE
    assert claim_of("It improves accuracy by 3%.").value is Claim.QUANTIFIED
    assert claim_of("We collect pebbles.").value is Claim.NONE


@pytest.mark.parametrize(
    "sentence",
    [
        "It improves accuracy by 3%.",
        "We collect pebbles.",
        "We show that pebbles roll further than shells.",
        "Our method is the new state of the art on Beach-9.",
        "We survey how pebbles may be counted.",
    ],
)
def test_the_kind_of_a_claim_alone_is_that_of_the_whole_claim(sentence: str) -> None:
    assert claim_value_of(sentence) is claim_of(sentence).value


def test_text_of_any_one_kind_is_read_without_delay() -> None:
    for piece in (
        "a",
        ".",
        "(",
        "[",
        "{",
        "}",
        "$",
        "%",
        "1",
        " ",
        "\\",
        "a@a.",
        "We ",
        "code ",
        "a. ",
        ". ",
        "1.",
        "http",
        "://",
        "$\\",
        "。",
    ):
        reading = read_text("t", (piece * (1_000_000 // len(piece)))[:1_000_000])
        assert len(reading.takeaway.text.split()) <= TAKEAWAY_WORDS


def test_importing_the_rules_brings_nothing_heavy_along() -> None:
    program = (
        "import sys, radar.abstracts.reading; print({'pylatexenc', 'html', 'textual'} & set(sys.modules))"
    )
    found = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "set()"


def test_every_process_reads_a_text_alike() -> None:
    """Sets of words have another order in each; here two equally long ends of a line would take turns."""
    text = (
        "We introduce an open tidal atlas to follow the yearly course of sand grains along beaches and "
        "propose a novel measure, the Grain Loss Ratio (GLR), to quantify how much sand each beach gives."
    )
    program = f"from radar.abstracts.reading import read_text as r; print(r('Sand', {text!r}, '').takeaway)"
    read_by = [
        subprocess.run(
            [sys.executable, "-c", program],
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "6")
    ]
    assert "Grain Loss Ratio" in read_by[0]
    assert read_by[0] == read_by[1]
