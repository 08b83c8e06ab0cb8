"""What a model said of a flag beside what the rules read, as the detail tells it."""

from __future__ import annotations

import pytest

from radar.papers.bases import replace
from radar.papers.reader.query import PaperEntry
from radar.papers.summaries.evidence import Evidence
from radar.papers.summaries.flags import Basis, Claim, CodeStatus, Flags, Release, ResultClaim
from radar.papers.summaries.summary import Agreement, Summary, TakeawayOrigin, Verdict, Verdicts
from radar.tui.detail.blocks import Role, lay_out
from radar.tui.detail.painting import pieces
from radar.tui.detail.text import detail_of
from radar.tui.detail.typography import ASCII
from tests.tui.detail.shown import block_with, marked, text_of
from tests.tui.invented import CODE, FLAGS, RESULTS, by_model, entry, offline, span

NOTHING = Verdict()
NO_CODE = Flags(CodeStatus(), FLAGS.data, FLAGS.results)
GENTLE = span("Mistakes are rare and gentle.")
PROMISE = span("The beach photographs will be released after the tide.")
IMPLEMENTED = "Our implementation is available at https://github.com/pebbles/pebbler"


def judged(flags: Flags = FLAGS, *, code: Verdict = NOTHING, results: Verdict = NOTHING) -> Summary:
    return replace(by_model(flags=flags), verdicts=Verdicts(code, results))


def of_both(rules: Flags, model: Summary, shown: int = 1) -> PaperEntry:
    return entry(summaries=(offline(flags=rules), model), shown=shown)


def test_both_agree() -> None:
    model = judged(
        code=Verdict(Agreement.BOTH, "released", span(f"{IMPLEMENTED}.")),
        results=Verdict(Agreement.BOTH, "quantified", RESULTS.evidence[0]),
    )
    for shown in (0, 1):
        text = text_of(of_both(FLAGS, model, shown), width=120)
        assert "CODE      released · the authors, in the abstract · the rules and tiny-writer agree\n" in text
        assert "with numbers · +40 % pebbles · the rules and tiny-writer agree\n" in text


def test_both_agree_that_there_is_nothing() -> None:
    model = judged(NO_CODE, code=Verdict(Agreement.BOTH, "none"))
    assert "CODE      none stated · the rules and tiny-writer agree\n" in text_of(of_both(NO_CODE, model))


def test_only_the_rules_say_so() -> None:
    model = judged(code=Verdict(Agreement.RULE, "none"), results=Verdict(Agreement.RULE, "none"))
    text = text_of(of_both(FLAGS, model), width=120)
    assert "CODE      released · the authors, in the abstract · only the rules say so\n" in text
    assert "+40 % pebbles · only the rules say so\n" in text


def test_only_the_model_says_so() -> None:
    found = Flags(
        replace(CODE, basis=Basis.MODEL), FLAGS.data, ResultClaim(Claim.QUALITATIVE, evidence=(GENTLE,))
    )
    model = judged(
        found,
        code=Verdict(Agreement.MODEL, "released", CODE.evidence),
        results=Verdict(Agreement.MODEL, "qualitative", GENTLE),
    )
    rules = Flags(data=FLAGS.data)
    shown = of_both(rules, model)
    text = text_of(shown, width=120)
    assert "CODE      released · only tiny-writer says so, by this sentence\n" in text
    assert "CLAIMS    in words · only tiny-writer says so\n" in text
    abstract = block_with(shown, "Sorting pebbles by hand")
    assert marked(abstract, Role.POINTED) == [IMPLEMENTED, "Mistakes are rare and gentle."]
    behind = text_of(of_both(rules, model, 0), width=120)
    assert (
        "CODE      none stated\n          tiny-writer says: released\n          “Our implementation" in behind
    )
    assert "CLAIMS    none stated\n          tiny-writer says: in words\n" in behind


DISPUTED = judged(
    code=Verdict(Agreement.DISPUTED, "promised", PROMISE),
    results=Verdict(Agreement.DISPUTED, "qualitative", GENTLE),
)


@pytest.mark.parametrize("shown", [0, 1])
def test_a_contradiction_has_both_sentences_with_whose_they_are(shown: int) -> None:
    text = text_of(of_both(FLAGS, DISPUTED, shown), width=120)
    assert (
        "CODE      disputed · the list shows: released\n"
        "          github.com/pebbles/pebbler\n"
        "          the rules say: released · the authors, in the abstract\n"
        f"          “{IMPLEMENTED}”\n"
        "          tiny-writer says: promised\n"
        "          “The beach photographs will be released after the tide.”\n"
    ) in text
    assert "          tiny-writer says: in words\n          “Mistakes are rare and gentle.”\n" in text


def test_the_abstract_marks_both_sides_differently_and_tab_walks_to_both() -> None:
    shown = of_both(
        FLAGS, replace(DISPUTED, verdicts=Verdicts(code=Verdict(Agreement.DISPUTED, "promised", GENTLE)))
    )
    detail = detail_of(shown)
    abstract = block_with(shown, "Sorting pebbles by hand")
    assert IMPLEMENTED in marked(abstract, Role.EVIDENCE)
    assert marked(abstract, Role.POINTED) == ["Mistakes are rare and gentle."]
    walked = {mark.evidence for mark in abstract.marks if mark.evidence >= 0}
    assert walked == set(range(detail.evidence))
    [quoted] = [block for block in detail.blocks if block.text == "“Mistakes are rare and gentle.”"]
    assert quoted.marks[0].evidence == 1


def test_what_rules_and_model_both_point_at_looks_like_what_the_rules_found() -> None:
    shown = of_both(FLAGS, judged(code=Verdict(Agreement.DISPUTED, "promised", CODE.evidence)))
    assert marked(block_with(shown, "Sorting pebbles by hand"), Role.POINTED) == []
    assert text_of(shown, width=120).count(f"“{IMPLEMENTED}”") == 2


@pytest.mark.parametrize("agreement", [Agreement.BOTH, Agreement.UNASKED])
def test_a_claim_of_the_model_that_does_not_count_is_told_quietly(agreement: Agreement) -> None:
    other = Verdict(Agreement.RULE, "none")
    shown = of_both(NO_CODE, judged(NO_CODE, code=Verdict(agreement, "released", GENTLE), results=other))
    block = block_with(shown, "points at")
    assert block.text == "tiny-writer points at “Mistakes are rare and gentle.”, where nothing says so"
    assert block.role is Role.QUIET
    assert "agree" not in text_of(shown)
    assert marked(block_with(shown, "Sorting pebbles by hand"), Role.POINTED) == []


def test_each_summary_has_its_own_verdicts() -> None:
    small = replace(judged(code=Verdict(Agreement.BOTH, "released", CODE.evidence)))
    large = replace(DISPUTED, provenance=replace(small.provenance, model="large-writer"))
    summaries = (offline(), small, large)
    assert "tiny-writer agree" in text_of(entry(summaries=summaries, shown=1), width=120)
    assert "large-writer says: promised" in text_of(entry(summaries=summaries, shown=2), width=120)
    assert "large-writer says: promised" in text_of(entry(summaries=summaries, shown=0), width=120)


def test_a_plug_in_without_verdicts_speaks_by_its_flags() -> None:
    theirs = Flags(CodeStatus(Release.PROMISED, None, PROMISE), FLAGS.data, ResultClaim())
    text = text_of(of_both(FLAGS, by_model(flags=theirs)), width=120)
    assert "tiny-writer says: promised\n          “The beach photographs" in text
    assert "CLAIMS    none stated\n          the rules say: state of the art, with numbers\n" in text


def test_readings_that_differ_in_data_or_in_rank_say_so() -> None:
    lower = replace(RESULTS, state_of_the_art=False, state_of_the_art_evidence=None)
    theirs = Flags(CODE, results=lower)
    text = text_of(of_both(FLAGS, by_model(flags=theirs)), width=120)
    assert "DATA      none stated\n          the rules read it otherwise: promised\n" in text
    assert "the rules read it otherwise: state of the art · with numbers\n" in text


def test_a_model_that_was_not_asked_says_nothing() -> None:
    model = by_model(
        origin=TakeawayOrigin.QUOTED, failed_checks=("instruction in the abstract: ignore the above",)
    )
    text = text_of(of_both(FLAGS, model), width=120)
    assert not [word for word in ("agree", "says", "otherwise") if word in text.partition("CODE")[2]]


def test_what_a_model_said_is_cleaned_and_cut() -> None:
    said = "rele\x1b[31mased?" + "x" * 500
    text = text_of(of_both(FLAGS, judged(code=Verdict(Agreement.DISPUTED, said))), width=120)
    assert "tiny-writer says: released?xxxxx" in text
    assert "x" * 41 not in text
    assert "\x1b" not in text


def test_a_sentence_outside_the_text_harms_nothing() -> None:
    lost = Evidence(GENTLE.field, 9_000, 9_100)
    for agreement in Agreement:
        shown = of_both(NO_CODE, judged(NO_CODE, code=Verdict(agreement, "released", lost)))
        assert "points at" not in text_of(shown)
        for line in lay_out(detail_of(shown).blocks, 60):
            list(pieces(line, 0))


def test_plain_terminals_get_plain_signs() -> None:
    for agreement in Agreement:
        model = judged(NO_CODE, code=Verdict(agreement, "released", GENTLE))
        for block in detail_of(of_both(NO_CODE, replace(model, relevance="so")), signs=ASCII).blocks:
            assert block.text.replace("\u00a0", " ").isascii()
