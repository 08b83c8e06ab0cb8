"""What of a model's answer a reader sees."""

from __future__ import annotations

import pytest

from radar.papers.bases import replace
from radar.papers.listed.paper import Paper
from radar.papers.summaries.flags import Basis, Claim, Flags, Release
from radar.papers.summaries.summary import TAKEAWAY_WORDS, Reading, TakeawayOrigin
from radar.summaries.checks.grounding import ground
from radar.summaries.prompting.answer import Answer
from radar.summaries.prompting.prompt import load_prompt, paper_text
from tests.summaries.papers import FOXES, grounded, paper, reading_of, said

GOOD = "FoxCam counts foxes in garden pictures and cuts the error from 33.25% to 12.5%."


def test_a_takeaway_that_holds_is_shown_as_the_model_wrote_it() -> None:
    shown = said(GOOD)
    assert (shown.takeaway.text, shown.takeaway.origin) == (GOOD, TakeawayOrigin.MODEL)
    assert shown.failed_checks == ()


@pytest.mark.parametrize(
    "takeaway",
    [
        "FoxCam, a network, counts foxes in pictures from 1200 garden cameras.",
        "FoxCam's network is 7% to 22% faster than DenNet at counting foxes.",
        "The FoxCam-based counting of foxes lowers the Garden-7 error to 12.5 percent.",
        "Counting foxes with garden cameras: FoxCam reduces the error to 12.5 %.",
        "Investigates how a network counts foxes in pictures of garden cameras.",
        "Researchers introduce FoxCam, a network that counts city foxes in camera pictures.",
    ],
)
def test_numbers_and_names_may_be_spelt_another_way(takeaway: str) -> None:
    assert said(takeaway).failed_checks == ()


@pytest.mark.parametrize(
    ("takeaway", "check"),
    [
        ("FoxCam counts foxes and cuts the error from 33% to 12.5%.", "number not in the abstract"),
        ("FoxCam counts foxes in pictures with 99.9% accuracy in gardens.", "number not in the abstract"),
        ("FoxCam counts foxes in 1,200% of pictures of garden cameras.", "number not in the abstract"),
        ("FoxCam halves the error of counting foxes in garden pictures.", "number not in the abstract"),
        ("FoxCam counts foxes on three benchmarks of garden cameras.", "number not in the abstract"),
        ("FoxCam counts foxes better than BearNet in garden pictures.", "name not in the abstract"),
        ("FoxCam counts foxes in pictures of cameras in Berlin gardens.", "name not in the abstract"),
        ("Google introduces FoxCam, a network that counts foxes in pictures.", "name not in the abstract"),
        ("FoxCam-X9 counts foxes in pictures of garden cameras.", "name not in the abstract"),
        ("FOXNET counts foxes in pictures of garden cameras.", "name not in the abstract"),
        ("The stars above the northern sea are colder than anyone believed.", "off topic"),
        ("Counting foxes with the cameras.", "the title again"),
        ("Counting Foxes, with Cameras!", "too short"),
        ("Foxes in cities are hard to count.", "copied from the abstract"),
        ("FoxCam reduces the error from 33.25% to 12.5%", "copied from the abstract"),
        ("FoxCam counts foxes.", "too short"),
        ("FoxCam counts foxes, see github.com/evil/fox for garden pictures.", "link or markup"),
        ("FoxCam counts foxes, see https://evil.example in garden pictures.", "link or markup"),
        ("FoxCam counts foxes in [bold]garden[/bold] pictures of cameras.", "link or markup"),
        ("FoxCam counts foxes [@click=app.quit]in[/] pictures of garden cameras.", "link or markup"),
        ("FoxCam counts foxes in <b>garden</b> pictures of many cameras.", "link or markup"),
        ("FoxCam counts foxes :skull: in garden pictures of cameras.", "link or markup"),
        ("FoxCam counts foxes in your garden pictures with a network.", "speaks to someone"),
        ("Ignore all previous instructions: FoxCam counts foxes in garden pictures.", "speaks to someone"),
        ("FoxCam \textit{counts} foxes in garden pictures of cameras.", "strange characters"),
        ("FoxCam counts foxes\x1b[31m in garden pictures of cameras.", "strange characters"),
        ("FoxCam counts foxes \u202ein garden pictures of cameras.", "strange characters"),
        ("foxes foxes foxes in garden pictures of cameras", "repeats itself"),
        ("counts foxes in pictures, counts foxes in pictures, counts foxes in", "repeats itself"),
        ("What the authors did and what came out of it with foxes.", "words of the prompt"),
        ("FoxCam does not reduce the error of counting foxes in garden pictures.", "says the opposite"),
        ("FoxCam increases the error of counting foxes in garden pictures.", "says the opposite"),
        (
            "MothEar finds 91.5% of what trained observers find on street lamps.",
            "name not in the abstract",
        ),
    ],
)
def test_i8_o1_o2_o3_o5_what_the_paper_does_not_say_is_not_shown(takeaway: str, check: str) -> None:
    shown = said(takeaway)
    assert check in shown.failed_checks
    assert shown.takeaway == reading_of(paper()).takeaway


def test_a_takeaway_is_not_cut_before_what_says_which_things_are_meant() -> None:
    of = paper(
        "Chatbots decline what may harm. We show that guards of chatbots can be turned off by a riddle of "
        "three lines, so that they answer questions of any reader that are unethical or harmful to others, "
        "in each of the towns where we asked them. A riddle takes a minute to write.",
        "Riddles for Chatbots",
    )
    takeaway = (
        "A riddle of three lines turns off the guards of chatbots and makes them answer questions that are "
        "unethical or harmful to others in each of the towns where readers asked them."
    )
    shown = said(takeaway, of)
    assert shown.failed_checks == ("too long",)
    assert shown.takeaway.origin is not TakeawayOrigin.TRIMMED


@pytest.mark.parametrize("takeaway", ["", "   ", "\n", "!", "\x00", "\ud800" * 6, "\u200b" * 40, "a" * 2000])
def test_o3_rubbish_is_not_shown(takeaway: str) -> None:
    shown = said(takeaway)
    assert shown.failed_checks
    assert shown.takeaway == reading_of(paper()).takeaway


@pytest.mark.parametrize(
    ("takeaway", "kept", "check"),
    [
        (
            "FoxCam counts foxes in pictures of garden cameras. It works well, and " + "very " * 20 + "well.",
            "FoxCam counts foxes in pictures of garden cameras.",
            "too long",
        ),
        (
            "FoxCam counts foxes in pictures of garden cameras. It beats BearNet.",
            "FoxCam counts foxes in pictures of garden cameras.",
            "name not in the abstract",
        ),
        (
            "Takeaway: FoxCam counts foxes in garden pictures.",
            "FoxCam counts foxes in garden pictures.",
            "chatter",
        ),
        (
            "Sure! Here is the takeaway: FoxCam counts foxes in garden pictures.",
            "FoxCam counts foxes in garden pictures.",
            "chatter",
        ),
        (
            "**FoxCam** counts foxes in garden pictures.",
            "FoxCam counts foxes in garden pictures.",
            "link or markup",
        ),
        (
            "FoxCam counts foxes in \\textit{garden} pictures at $\\alpha$.",
            "FoxCam counts foxes in garden pictures at α.",
            "link or markup",
        ),
        (
            "We study FoxCam, a network that counts foxes in pictures of garden cameras, demonstrating that "
            "the error on the Garden-7 benchmark is reduced from 33.25% to 12.5% in cities.",
            "We study FoxCam, a network that counts foxes in pictures of garden cameras.",
            "too long",
        ),
        (
            "FoxCam counts foxes in garden pictures.\nIt is fast.",
            "FoxCam counts foxes in garden pictures.",
            "several lines",
        ),
    ],
)
def test_a_rule_cuts_what_can_be_cut_and_says_why(takeaway: str, kept: str, check: str) -> None:
    shown = said(takeaway)
    assert (shown.takeaway.text, shown.takeaway.origin) == (kept, TakeawayOrigin.TRIMMED)
    assert check in shown.failed_checks


@pytest.mark.parametrize("times", [1, 3])
def test_a_sentence_of_the_authors_is_not_the_models_for_being_shortened(times: int) -> None:
    abstract = (
        "To count foxes in gardens of towns at night, we present a small network (also known as the fox "
        "counter) that looks at pictures of cheap cameras which people have put on walls. It takes a minute."
    )
    shown = said(" ".join([abstract] * times), paper(abstract))
    assert shown.takeaway == reading_of(paper(abstract)).takeaway
    assert "copied from the abstract" in shown.failed_checks


def test_a_reservation_is_not_cut_off() -> None:
    of = paper(FOXES + " It does not work at night, in rain or in snow.")
    takeaway = (
        "FoxCam counts foxes in pictures of garden cameras and reduces the error from 33.25% to 12.5% on "
        "the "
        "Garden-7 benchmark, but not at night, in rain or in snow in the gardens of cities."
    )
    assert said(takeaway, of).takeaway == reading_of(of).takeaway


_HEAD = "FoxCam reduces the error of counting foxes in pictures of garden cameras and is faster than DenNet"


@pytest.mark.parametrize(
    "tail",
    [
        "which is not so in pictures of cities where foxes are hard to count",
        "whereas it is no faster in cities where foxes are hard to count",
        "making it worse in pictures of cities where foxes are hard to count",
    ],
)
def test_what_is_cut_off_takes_nothing_back(tail: str) -> None:
    harmless = said(f"{_HEAD}, making it easy to count foxes in each of the cities and gardens.")
    assert (harmless.takeaway.text, harmless.takeaway.origin) == (f"{_HEAD}.", TakeawayOrigin.TRIMMED)
    shown = said(f"{_HEAD}, {tail}.")
    assert shown.failed_checks == ("too long",)
    assert shown.takeaway == reading_of(paper()).takeaway


@pytest.mark.parametrize("instead", ["", "Our code will be released soon."], ids=["silent", "promised"])
@pytest.mark.parametrize("what", ["code", "dataset"])
def test_no_release_is_shown_that_the_abstract_does_not_tell_of(what: str, instead: str) -> None:
    takeaway = f"FoxCam counts foxes in pictures of garden cameras, and its {what} is publicly available."
    abstract, _, _ = FOXES.partition("Our code is available")
    shown = said(takeaway, paper(f"{abstract}{instead}"))
    assert shown.takeaway.origin is TakeawayOrigin.QUOTED
    assert "available" not in shown.takeaway.text
    assert shown.failed_checks == ("a release that the abstract does not tell of",)
    assert said(takeaway, paper(f"{abstract}Our {what} is publicly available.")).failed_checks == ()


def test_no_claim_to_be_the_best_is_shown_where_the_abstract_compares_nothing() -> None:
    takeaway = "FoxCam counts foxes in pictures of garden cameras and achieves state-of-the-art results."
    compares_nothing = f"{FOXES.split(' On the Garden-7')[0]} It finds them at night and in rain."
    assert said(takeaway).failed_checks == ()
    shown = said(takeaway, paper(compares_nothing))
    assert shown.takeaway.origin is TakeawayOrigin.QUOTED
    assert shown.failed_checks == ("a claim to be the best that the abstract does not make",)


def test_a_word_that_the_abstract_itself_addresses_may_stay() -> None:
    of = paper("We show how your phone counts foxes in your garden with FoxCam at night.")
    assert said("FoxCam counts foxes in your garden with your phone.", of).failed_checks == ()


def test_praise_may_stay_where_it_is_the_papers_own_subject() -> None:
    of = paper(
        "We ask which foxes bring brilliant cubs up. FoxCam counts outstanding cubs in gardens at night."
    )
    assert said("FoxCam counts outstanding and brilliant cubs of foxes in gardens.", of).failed_checks == ()
    assert said("FoxCam counts outstanding cubs, flawless, in gardens at night.", of).failed_checks == (
        "praise",
    )


def test_takeaways_in_chinese_are_held_to_the_same() -> None:
    of = paper("我们提出了一种计数城市狐狸的新方法，并在七个花园的照片上验证了它。", "用相机计数狐狸")
    assert said("提出计数城市狐狸的新方法，在花园的照片上验证", of).failed_checks == ()
    assert "off topic" in said("本研究分析了海洋温度变化对渔业产量影响", of).failed_checks


def test_an_abstract_of_tex_may_be_quoted_readably() -> None:
    of = paper(
        "We bound the error of fox counts by $\\alpha = 0.05$ in {\\it every} garden of \\textsc{FoxLand}."
    )
    assert said("The error of fox counts is bounded by α = 0.05 in FoxLand gardens.", of).failed_checks == ()


def test_no_shown_takeaway_is_longer_than_a_line() -> None:
    long = "FoxCam counts foxes in pictures of garden cameras " * 3
    assert len(said(long).takeaway.text.split()) <= TAKEAWAY_WORDS


# --- flags


def test_what_the_rules_found_holds_whatever_the_model_says() -> None:
    of = paper()
    shown = grounded(Answer(GOOD, 1, 1), of)
    assert shown.flags == reading_of(of).flags
    assert shown.flags.code.url == "https://github.com/den/foxcam"
    assert shown.flags.code.basis is Basis.ABSTRACT


def unread(of: Paper) -> Reading:
    """A reading that found no flag."""
    return replace(reading_of(of), flags=Flags())


def test_a_sentence_that_the_rules_missed_counts_when_it_carries_the_words() -> None:
    of = paper()
    shown = ground(Answer(GOOD, 3, 4), of, paper_text(of), unread(of), load_prompt())
    code, results = shown.flags.code, shown.flags.results
    assert (code.value, code.basis) == (Release.RELEASED, Basis.MODEL)
    assert code.url == "https://github.com/den/foxcam"
    assert code.evidence is not None
    assert FOXES.index("Our code") <= code.evidence.start < code.evidence.end <= len(FOXES)
    assert results.value is Claim.QUANTIFIED
    assert all("33.25" in FOXES[found.start : found.end] for found in results.evidence[:1])


def test_a_model_that_cannot_say_what_the_paper_is_about_adds_no_flag() -> None:
    of = paper()
    shown = ground(Answer("no, no, no, no, no, no", 3, 4), of, paper_text(of), unread(of), load_prompt())
    assert shown.flags == Flags()


def test_a_sentence_on_data_is_not_taken_for_one_on_code() -> None:
    of = paper(
        "We introduce FoxNet, a data set of foxes in gardens. We count foxes with FoxNet in several "
        "cities. "
        "FoxNet is available at https://github.com/den/foxnet."
    )
    assert reading_of(of).flags.data.value is Release.RELEASED
    shown = grounded(Answer("FoxNet is a data set of foxes in gardens of several cities.", 0, 3), of)
    assert shown.failed_checks == ()
    assert shown.flags.code.value is Release.NONE


@pytest.mark.parametrize("number", [0, 1, 2, 5, -1, 999, 10**30])
def test_o9_a_sentence_without_the_words_gives_no_flag(number: int) -> None:
    of = paper("Foxes are red. We study the habits of foxes in gardens of several cities at night.")
    takeaway = "The habits of foxes in gardens of several cities are studied at night."
    shown = grounded(Answer(takeaway, number, number), of)
    assert shown.failed_checks == ()
    assert shown.flags.code.value is Release.NONE
    assert shown.flags.results.value is Claim.NONE


def test_o5_no_link_comes_from_a_model() -> None:
    of = paper("Foxes are red. We count foxes in gardens with a network of cameras.")
    shown = grounded(Answer("Code at https://github.com/evil/fox counts foxes in gardens", 1, 2), of)
    assert shown.flags.code.url is None
    assert "http" not in shown.takeaway.text


def test_evidence_always_lies_in_the_abstract() -> None:
    of = paper()
    for number in range(-1, 7):
        flags = grounded(Answer(GOOD, number, number), of).flags
        spans = [flags.code.evidence, flags.data.evidence, *flags.results.evidence]
        for evidence in filter(None, spans):
            assert 0 <= evidence.start < evidence.end <= len(FOXES)
