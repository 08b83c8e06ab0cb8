from collections.abc import Sequence
from dataclasses import replace

import pytest

from radar.papers.evidence import Evidence, TextField
from radar.papers.flags import Basis, Claim, CodeStatus, DataStatus, Flags, Release, ResultClaim
from radar.papers.paper import Links
from radar.papers.query import Mark, PaperEntry
from radar.papers.summary import Takeaway, TakeawayOrigin
from radar.tui.detail.blocks import Block, Role, lay_out
from radar.tui.detail.text import detail_of
from radar.tui.detail.typography import ASCII
from tests.tui.invented import (
    ABSTRACT,
    CODE,
    COMMENT,
    FLAGS,
    PAPER,
    WHEN,
    by_model,
    entry,
    offline,
    span,
)


def text_of(shown: PaperEntry, words: Sequence[str] = (), width: int = 78, all_people: bool = False) -> str:
    blocks = detail_of(shown, words, all_people=all_people).blocks
    return "\n".join(line.plain.replace("\u00a0", " ") for line in lay_out(blocks, width))


def block_with(shown: PaperEntry, words: str, search: Sequence[str] = ()) -> Block:
    return next(block for block in detail_of(shown, search).blocks if words in block.text)


def marked(block: Block, role: Role) -> list[str]:
    return [block.text[mark.start : mark.end] for mark in block.marks if mark.role is role]


def test_title_people_and_place_come_first() -> None:
    lines = text_of(entry()).splitlines()
    assert lines[0] == PAPER.title
    assert lines[1] == "Ada Strand, Bo Kiesel"
    assert lines[2].startswith("BeachConf 2026 · published 1 Feb 2026, listed 3 Feb 2026 · cs.RO cs.CV")
    assert "hf:daily" in lines[2] + lines[3]


def test_links_are_written_with_their_hosts() -> None:
    text = text_of(entry())
    assert "page      arxiv.org/abs/2602.00017" in text
    assert "pdf       arxiv.org/pdf/2602.00017" in text


def test_a_code_link_that_the_site_guessed_says_so() -> None:
    links = Links(code="https://github.com/pebbles/pebbler", code_added_by="auto")
    text = text_of(entry(replace(PAPER, links=links, stars=1234)), width=90)
    assert "github.com/pebbles/pebbler · 1,234 stars · added by the site, not by the authors" in text


def test_a_doi_is_a_link() -> None:
    assert "doi       doi.org/10.1/pebbles" in text_of(entry(replace(PAPER, doi="10.1/pebbles")))


def test_many_authors_are_folded_and_can_be_unfolded() -> None:
    people = tuple(f"Author{number}" for number in range(20))
    shown = entry(replace(PAPER, authors=people))
    assert "Author9 … and 10 more" in text_of(shown)
    assert "Author10" not in text_of(shown)
    assert "Author19" in text_of(shown, all_people=True)


def test_a_dozen_authors_are_not_folded() -> None:
    people = tuple(f"Author{number}" for number in range(12))
    assert "Author11" in text_of(entry(replace(PAPER, authors=people)))


def test_marks_of_the_reader_are_named() -> None:
    assert "starred · read" in text_of(entry(marks=Mark.STARRED | Mark.READ))


def test_a_takeaway_by_rule_says_so() -> None:
    local = WHEN.astimezone()
    text = text_of(entry())
    assert "TAKEAWAY  by rule, offline\nPebbler sorts 40% more pebbles an hour." in text
    assert f"offline · rules 3 · 3 Feb 2026 {local:%H:%M}" in text


def test_a_takeaway_by_a_model_names_model_prompt_tokens_and_cost() -> None:
    text = text_of(entry(summaries=(offline(), by_model()), shown=1), width=90)
    assert "TAKEAWAY  written by a model · 2 of 2 (v)" in text
    assert "tiny-writer · endpoint · prompt 3fa9c21b" in text
    assert "412 + 38 tokens · $0.0002" in text


@pytest.mark.parametrize(
    ("origin", "how", "why"),
    [
        (TakeawayOrigin.TRIMMED, "written by a model, trimmed", "trimmed because: number 93 is not there"),
        (TakeawayOrigin.QUOTED, "quoted from the abstract", "the model's own words were not used: number 93"),
    ],
)
def test_a_takeaway_whose_words_were_changed_says_why(origin: TakeawayOrigin, how: str, why: str) -> None:
    summary = by_model(origin=origin, failed_checks=("number 93 is not there",))
    text = text_of(entry(summaries=(summary,)))
    assert how in text
    assert why in text


def test_a_paper_without_abstract_says_so() -> None:
    summary = replace(offline(flags=Flags()), takeaway=Takeaway("", TakeawayOrigin.OFFLINE))
    text = text_of(entry(replace(PAPER, abstract=""), (summary,)))
    assert "none: there is no abstract to read" in text
    assert "No abstract was listed." in text


def test_a_failed_request_is_told() -> None:
    assert "last request failed: the endpoint is asleep" in text_of(entry(error="the endpoint is asleep"))


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
        (replace(CODE, basis=Basis.LISTING), "auto", "the listing's own guess, not the authors' word"),
        (replace(CODE, basis=Basis.LISTING), "author", "the authors, in a field of the listing"),
        (replace(CODE, basis=Basis.LISTING), "", "the listing"),
    ],
)
def test_it_is_said_whose_word_a_flag_is(status: CodeStatus, added_by: str, whose: str) -> None:
    paper = replace(PAPER, links=replace(PAPER.links, code_added_by=added_by))
    shown = entry(paper, (offline(flags=Flags(code=status)),))
    assert f"CODE      released · {whose}\n" in text_of(shown)


def test_rule_and_model_that_disagree_are_both_shown() -> None:
    theirs = Flags(CodeStatus(), FLAGS.data, ResultClaim(Claim.QUALITATIVE))
    summaries = (offline(), by_model(flags=theirs))
    model_shown = text_of(entry(summaries=summaries, shown=1), width=90)
    assert "CODE      none stated\n          the rules read it otherwise: released" in model_shown
    assert "the rules read it otherwise: state of the art · with numbers" in model_shown
    assert "“Our implementation is available at" in model_shown
    rule_shown = text_of(entry(summaries=summaries, shown=0), width=90)
    assert "tiny-writer read it otherwise: none stated" in rule_shown
    assert "tiny-writer read it otherwise: in words" in rule_shown


def test_readings_that_agree_say_nothing_of_each_other() -> None:
    assert "otherwise" not in text_of(entry(summaries=(offline(), by_model()), shown=1))


def test_evidence_is_marked_in_the_abstract_with_the_number_of_its_quotation() -> None:
    abstract = block_with(entry(), "Sorting pebbles by hand")
    numbers = {abstract.text[mark.start : mark.end]: mark.evidence for mark in abstract.marks}
    assert abstract.origin
    assert numbers["the new state of the art"] == 3
    quotation = block_with(entry(), "“the new state of the art”")
    assert [mark.evidence for mark in quotation.marks] == [3]
    assert detail_of(entry()).evidence == 4


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


def test_words_found_are_marked_in_title_takeaway_and_abstract() -> None:
    assert marked(block_with(entry(), PAPER.title, ["sort"]), Role.FOUND) == ["Sorting"]
    assert marked(block_with(entry(), "Pebbler sorts", ["sort"]), Role.FOUND) == ["sorts"]
    assert marked(block_with(entry(), "Sorting pebbles by", ["beaches", "sort"]), Role.FOUND) == [
        "Sorting",
        "beaches",
        "sorts",
        "sorter",
    ]


def test_only_the_last_word_may_be_unfinished() -> None:
    assert marked(block_with(entry(), PAPER.title, ["sort", "pebb"]), Role.FOUND) == ["Pebbler", "Pebbles"]


def test_found_words_are_found_without_their_accents() -> None:
    paper = replace(PAPER, title="Über die Kiesel am Straße-Ufer")
    assert marked(block_with(entry(paper), "Kiesel am", ["uber"]), Role.FOUND) == ["Über"]


def test_comment_and_tags_stand_at_the_end() -> None:
    text = text_of(entry(tags=("robots", "to read")), width=90)
    assert f"COMMENT   {COMMENT}" in text
    assert text.endswith("TAGS      robots  to read")


def test_plain_terminals_get_plain_signs() -> None:
    paper = replace(PAPER, authors=tuple(f"Author{number}" for number in range(20)))
    for block in detail_of(entry(paper, marks=Mark.READ), signs=ASCII).blocks:
        assert block.text.replace("\u00a0", " ").isascii()


def test_no_line_is_wider_than_it_may_be() -> None:
    blocks = detail_of(entry(tags=("a",) * 30)).blocks
    for width in (20, 40, 58, 90):
        assert all(len(line.plain) <= width for line in lay_out(blocks, width))


def test_tex_is_made_readable_and_evidence_still_finds_its_words() -> None:
    source = r"We sort {\it all} pebbles and gain 40\% on \emph{three} beaches."
    words = span(r"gain 40\% on \emph{three} beaches", source)
    claim = ResultClaim(Claim.QUANTIFIED, evidence=(words,))
    shown = entry(replace(PAPER, abstract=source), (offline(flags=Flags(results=claim)),))
    assert "“gain 40% on three beaches”" in text_of(shown)
    assert marked(block_with(shown, "We sort all pebbles"), Role.EVIDENCE) == ["gain 40% on three beaches"]


def test_links_in_abstract_and_comment_can_be_clicked() -> None:
    for words, url in (
        ("Sorting pebbles by", "https://github.com/pebbles/pebbler"),
        ("12 pages", "https://codeberg.org/pebbles/scripts"),
    ):
        assert [mark.target for mark in block_with(entry(), words).marks if mark.target] == [url]


def test_links_into_the_reader_s_own_network_are_plain_text() -> None:
    paper = replace(PAPER, abstract="See http://127.0.0.1:8080/reboot for more.")
    shown = entry(paper, (offline(flags=Flags()),))
    assert not [mark for mark in block_with(shown, "See http").marks if mark.target]


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


def test_what_servers_say_is_cleaned() -> None:
    summary = by_model(failed_checks=("number \x1b]0;x\x07 9",), origin=TakeawayOrigin.TRIMMED)
    made = replace(summary.provenance, model="tiny\x1b[31m-writer\u202e")
    shown = entry(summaries=(offline(), replace(summary, provenance=made)), shown=1, error="no\x9b31m answer")
    text = text_of(shown, width=90)
    assert not set(text) & set("\x1b\x07\x9b\u202e")
    assert "tiny-writer" in text
    assert "no answer" in text
