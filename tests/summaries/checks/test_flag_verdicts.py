"""What model and rules say of code and results, and which of it counts."""

from __future__ import annotations

import pytest

from radar.papers.listed.paper import Paper
from radar.papers.summaries.evidence import Evidence, TextField
from radar.papers.summaries.flags import Basis, Claim, Release
from radar.papers.summaries.summary import Agreement, Verdict, Verdicts
from radar.summaries.checks.grounding import Grounded
from radar.summaries.prompting.answer import Answer
from tests.summaries.papers import FOXES, grounded, paper, reading_of

GOOD = "FoxCam counts foxes in garden pictures and cuts the error from 33.25% to 12.5%."
NIGHTS = "Foxes are red. We study the habits of foxes in gardens of several cities at night."
AT_NIGHT = "The habits of foxes in gardens of several cities are studied at night."


def code(number: int, kind: Release | None, abstract: str = FOXES, takeaway: str = GOOD) -> Grounded:
    return grounded(Answer(takeaway, 0, number, code_kind=kind), paper(abstract))


def results(number: int, kind: Claim | None, abstract: str = FOXES, takeaway: str = GOOD) -> Grounded:
    return grounded(Answer(takeaway, number, 0, results_kind=kind), paper(abstract))


@pytest.mark.parametrize(
    ("number", "kind", "agreement"),
    [
        (4, Release.RELEASED, Agreement.BOTH),
        (4, None, Agreement.BOTH),
        (4, Release.PROMISED, Agreement.DISPUTED),
        (0, None, Agreement.RULE),
        (0, Release.RELEASED, Agreement.RULE),
        (4, Release.NONE, Agreement.RULE),
        (1, Release.RELEASED, Agreement.BOTH),
        (1, Release.PROMISED, Agreement.RULE),
        (99, Release.RELEASED, Agreement.UNASKED),
        (-1, Release.RELEASED, Agreement.UNASKED),
    ],
)
def test_what_the_rules_read_of_code_holds_and_the_model_agrees_or_not(
    number: int, kind: Release | None, agreement: Agreement
) -> None:
    shown = code(number, kind)
    assert shown.flags.code == reading_of(paper()).flags.code
    assert shown.verdicts.code.agreement is agreement


def test_the_verdict_keeps_what_the_model_said_and_where() -> None:
    verdict = code(4, Release.PROMISED).verdicts.code
    start = FOXES.index("Our code")
    assert verdict == Verdict(Agreement.DISPUTED, "promised", Evidence(TextField.ABSTRACT, start, len(FOXES)))


def test_both_agree_that_there_is_nothing() -> None:
    shown = grounded(Answer(AT_NIGHT, 0, 0, Claim.NONE, Release.NONE), paper(NIGHTS))
    assert shown.verdicts == Verdicts(Verdict(Agreement.BOTH, "none"), Verdict(Agreement.BOTH, "none"))


def test_a_sentence_without_the_words_is_kept_but_is_no_dispute() -> None:
    verdict = code(2, Release.RELEASED, NIGHTS, AT_NIGHT).verdicts.code
    assert (verdict.agreement, verdict.said) == (Agreement.BOTH, "released")
    assert verdict.sentence is not None
    assert NIGHTS[verdict.sentence.start :].startswith("We study")


def test_a_release_that_only_the_model_sees_counts_with_the_words_of_its_sentence() -> None:
    of = NIGHTS + " This work yields VIXEN, an open-source emulator of foxes for gardens that anyone can run."
    assert reading_of(paper(of)).flags.code.value is Release.NONE
    shown = code(3, Release.RELEASED, of, AT_NIGHT)
    assert (shown.flags.code.value, shown.flags.code.basis) == (Release.RELEASED, Basis.MODEL)
    assert shown.verdicts.code.agreement is Agreement.MODEL
    assert shown.flags.code.evidence == shown.verdicts.code.sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "FoxNet, our data set of foxes, is available at https://github.com/den/foxnet.",
        "Our data set is available at https://zenodo.org/records/12345.",
    ],
)
def test_a_release_of_data_that_a_model_takes_for_code_is_disputed(sentence: str) -> None:
    shown = code(3, Release.RELEASED, f"{NIGHTS} {sentence}", AT_NIGHT)
    assert shown.flags.code.value is Release.NONE
    assert shown.verdicts.code.agreement is Agreement.DISPUTED


@pytest.mark.parametrize(
    "sentence",
    [
        "Unlike BearCam, whose code is available, we count foxes at night.",
        "We use the code of BearCam, which is available at https://github.com/bear/cam.",
        "We evaluate several open-source software packages that are publicly available.",
        "No software for foxes is publicly available.",
    ],
)
def test_i10_a_release_of_someone_elses_code_is_disputed_and_does_not_count(sentence: str) -> None:
    shown = code(3, Release.RELEASED, f"{NIGHTS} {sentence}", AT_NIGHT)
    assert shown.flags.code.value is Release.NONE
    assert shown.verdicts.code.agreement is Agreement.DISPUTED


@pytest.mark.parametrize(
    "sentence",
    ["We study open-source models of foxes.", "Code-switching of foxes is available.", "Foxes share a den."],
)
def test_words_that_only_look_like_software_give_no_flag(sentence: str) -> None:
    shown = code(3, Release.RELEASED, f"{NIGHTS} {sentence}", AT_NIGHT)
    assert shown.flags.code.value is Release.NONE
    assert shown.verdicts.code.agreement in (Agreement.BOTH, Agreement.DISPUTED)


@pytest.mark.parametrize(
    ("number", "kind", "agreement"),
    [
        (3, Claim.QUANTIFIED, Agreement.BOTH),
        (3, None, Agreement.BOTH),
        (3, Claim.QUALITATIVE, Agreement.DISPUTED),
        (0, None, Agreement.RULE),
        (3, Claim.NONE, Agreement.RULE),
        (1, Claim.QUALITATIVE, Agreement.RULE),
        (99, Claim.QUANTIFIED, Agreement.UNASKED),
    ],
)
def test_what_the_rules_read_of_results_holds_and_the_model_agrees_or_not(
    number: int, kind: Claim | None, agreement: Agreement
) -> None:
    shown = results(number, kind)
    assert shown.flags.results == reading_of(paper()).flags.results
    assert shown.verdicts.results.agreement is agreement


def test_a_finding_without_a_number_is_no_contradiction_to_a_number_elsewhere() -> None:
    of = FOXES + " We also find that foxes outperform all other animals of the city."
    assert results(5, Claim.QUALITATIVE, of).verdicts.results.agreement is Agreement.BOTH


def test_the_same_word_of_the_paper_by_a_sentence_that_does_not_carry_it_is_no_contradiction() -> None:
    of = FOXES + " We also find that FoxCam-2 outperforms all other cameras of the city."
    shown = results(5, Claim.QUANTIFIED, of)
    assert shown.flags.results.value is Claim.QUANTIFIED
    assert shown.verdicts.results.agreement is Agreement.RULE


def test_a_finding_that_only_the_model_sees_counts_with_the_words_of_its_sentence() -> None:
    of: Paper = paper("Foxes are red. This survey of them is long. Evidence identifies gardens as a home.")
    assert reading_of(of).flags.results.value is Claim.NONE
    shown = grounded(Answer("A long survey of foxes and a home in gardens.", 3, 0, Claim.QUALITATIVE), of)
    assert shown.flags.results.value is Claim.QUALITATIVE
    assert shown.verdicts.results.agreement is Agreement.MODEL
    assert shown.flags.results.evidence


def test_a_model_whose_takeaway_does_not_hold_is_asked_nothing_more() -> None:
    shown = grounded(Answer("no, no, no", 3, 4, Claim.QUALITATIVE, Release.PROMISED))
    assert shown.verdicts == Verdicts()
    assert shown.flags == reading_of(paper()).flags
