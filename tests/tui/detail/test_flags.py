import pytest

from radar.papers.bases import replace
from radar.papers.listed.paper import Links
from radar.papers.summaries.evidence import Evidence, TextField
from radar.papers.summaries.flags import Basis, Claim, CodeStatus, DataStatus, Flags, Release, ResultClaim
from radar.tui.detail.text import detail_of
from tests.tui.detail.shown import block_with, text_of
from tests.tui.invented import (
    ABSTRACT,
    CODE,
    COMMENT,
    FLAGS,
    PAPER,
    by_model,
    entry,
    offline,
    span,
)


def test_each_flag_shows_value_link_whose_word_it_is_and_the_words() -> None:
    text = text_of(entry(), width=90)
    assert "CODE      released · the authors, in the abstract\n          github.com/pebbles/pebbler\n" in text
    assert "“Our implementation is available at https://github.com/pebbles/pebbler”" in text
    assert "DATA      promised · the authors, in the abstract\n" in text
    assert "“The beach photographs will be released after the tide.”" in text
    assert "CLAIMS    state of the art · with numbers · +40 % pebbles\n" in text
    assert "“it sorts 40% more pebbles an hour than the best sorter before it”" in text


def test_flags_without_a_statement_say_so() -> None:
    text = text_of(entry(summaries=(offline(flags=Flags()),)))
    assert "CODE      none stated\nDATA      none stated\nCLAIMS    none stated" in text


COMMENTED = CodeStatus(
    Release.RELEASED,
    "https://codeberg.org/pebbles/scripts",
    span("scripts at https://codeberg.org/pebbles/scripts", COMMENT, TextField.COMMENT),
    Basis.COMMENT,
)


IN_TITLE = CodeStatus(Release.RELEASED, None, span("Pebbler", PAPER.title, TextField.TITLE))


@pytest.mark.parametrize(
    ("status", "added_by", "whose"),
    [
        (COMMENTED, "", "the authors, in the comment field"),
        (IN_TITLE, "", "the authors, in the title"),
        (replace(CODE, basis=Basis.MODEL), "", "a model, by this sentence"),
        (replace(CODE, basis=Basis.GUESS), "auto", "the listing's own guess, not the authors' word"),
        (replace(CODE, basis=Basis.LISTING), "auto", "the listing's own guess, not the authors' word"),
        (replace(CODE, basis=Basis.LISTING), "author", "the authors, in a field of the listing"),
        (replace(CODE, basis=Basis.LISTING), "", "the listing"),
    ],
)
def test_it_is_said_whose_word_a_flag_is(status: CodeStatus, added_by: str, whose: str) -> None:
    paper = replace(PAPER, links=replace(PAPER.links, code_added_by=added_by))
    shown = entry(paper, (offline(flags=Flags(code=status)),))
    assert f"CODE      released · {whose}\n" in text_of(shown)


@pytest.mark.parametrize(
    ("url", "line"),
    [
        ("https://zenodo.org/records/7", "zenodo.org/records/7 · archive"),
        ("https://huggingface.co/pebbles/net", "huggingface.co/pebbles/net · model hub"),
        ("https://pebbles.github.io", "pebbles.github.io · page"),
        ("https://codeberg.org/pebbles/pebbler", "codeberg.org/pebbles/pebbler"),
    ],
)
def test_a_link_that_is_no_repository_says_what_it_leads_to(url: str, line: str) -> None:
    shown = entry(summaries=(offline(flags=Flags(code=replace(CODE, url=url))),))
    assert f"          {line}\n" in text_of(shown, width=90)


def test_the_same_words_are_one_evidence() -> None:
    words = span("Our implementation is available at https://github.com/pebbles/pebbler")
    both = Flags(CODE, DataStatus(Release.RELEASED, None, words))
    assert detail_of(entry(summaries=(offline(flags=both),))).evidence == 1


def test_evidence_of_the_listing_marks_its_code_link() -> None:
    url = "https://github.com/pebbles/pebbler"
    status = CodeStatus(Release.RELEASED, url, Evidence(TextField.METADATA, 0, len(url)), Basis.LISTING)
    paper = replace(PAPER, links=Links(code=url))
    blocks = detail_of(entry(paper, (offline(flags=Flags(code=status)),))).blocks
    marks = [mark for block in blocks for mark in block.marks if block.origin and mark.evidence == 0]
    assert [mark.target for mark in marks] == [url]


def test_evidence_that_lies_outside_its_text_harms_nothing() -> None:
    lost = replace(CODE, evidence=Evidence(TextField.ABSTRACT, len(ABSTRACT) + 5, len(ABSTRACT) + 9))
    assert "released" in text_of(entry(summaries=(offline(flags=Flags(code=lost)),)))


def test_of_many_claims_the_strongest_is_quoted_and_the_others_are_counted() -> None:
    spans = tuple(
        span(words)
        for words in ("it sorts 40% more", "Mistakes are rare and gentle", "Sorting pebbles by hand is slow")
    )
    results = ResultClaim(Claim.QUANTIFIED, True, "", spans, span("the new state of the art"))
    shown = entry(summaries=(offline(flags=Flags(results=results)),))
    text = text_of(shown)
    assert "“it sorts 40% more”" in text
    assert "“the new state of the art”" in text
    assert "“Mistakes" not in text
    assert "and 2 more, underlined below" in text
    assert detail_of(shown).evidence == 4


def test_a_claim_to_be_best_inside_the_strongest_claim_is_not_quoted_twice() -> None:
    whole = span("it sorts 40% more pebbles an hour than the best sorter before it")
    results = ResultClaim(Claim.QUANTIFIED, True, "", (whole,), span("the best sorter before it"))
    text = text_of(entry(summaries=(offline(flags=Flags(results=results)),)), width=90)
    assert text.count("“") == 1
    assert "more, underlined" not in text


def test_a_long_quotation_is_cut_at_a_blank() -> None:
    long = "pebbles " * 40
    results = ResultClaim(Claim.QUALITATIVE, evidence=(Evidence(TextField.ABSTRACT, 0, len(long)),))
    block = block_with(
        entry(replace(PAPER, abstract=long), (offline(flags=Flags(results=results)),)), "“pebbles"
    )
    assert block.text.endswith("pebbles…”")
    assert len(block.text) < 210


def test_a_claim_that_is_both_is_quoted_once() -> None:
    best = span("the new state of the art")
    results = ResultClaim(Claim.QUALITATIVE, True, "", (best,), best)
    assert text_of(entry(summaries=(offline(flags=Flags(results=results)),))).count("“") == 1


def test_evidence_is_numbered_in_the_order_in_which_it_is_shown() -> None:
    theirs = Flags(CodeStatus(), FLAGS.data, FLAGS.results)
    shown = entry(summaries=(offline(), by_model(flags=theirs)), shown=1)
    numbers = [
        mark.evidence for block in detail_of(shown).blocks if "“" in block.text for mark in block.marks
    ]
    assert numbers == [0, 1, 2, 3]
