"""Counting what several summarisers made of the same papers."""

from __future__ import annotations

import pytest

from radar.papers.listed.paper import PaperId
from radar.papers.summaries.flags import Claim, CodeStatus, Flags, Release, ResultClaim
from radar.papers.summaries.summary import (
    Agreement,
    Provenance,
    Summary,
    Takeaway,
    TakeawayOrigin,
    Verdict,
    Verdicts,
)
from radar.pipeline.comparison import ComparedPaper, Comparison, Contender, Result, difference
from tests.pipeline.fakes import NOON

MODEL, TRIMMED, QUOTED, OFFLINE = TakeawayOrigin
RULES = Flags(code=CodeStatus(Release.RELEASED), results=ResultClaim(Claim.QUANTIFIED))


def result(
    text: str = "Moss is heavier than lichen.",
    origin: TakeawayOrigin = MODEL,
    *,
    flags: Flags = RULES,
    verdicts: Verdicts | None = None,
    tokens: int = 100,
    cost: float | None = 0.25,
    seconds: float | None = None,
    failed: tuple[str, ...] = (),
) -> Result:
    made = Provenance(
        "fake",
        NOON,
        "fake-1",
        tokens_in=tokens,
        tokens_out=tokens // 10,
        cost=cost,
        failed_checks=failed,
    )
    return Result(
        Summary(PaperId("title:moss"), Takeaway(text, origin), flags, made, verdicts or Verdicts()),
        seconds=seconds,
    )


def comparison(*papers: tuple[Result, ...]) -> Comparison:
    contenders = tuple(Contender(f"s{place}", "m") for place in range(len(papers[0])))
    return Comparison(
        contenders,
        tuple(
            ComparedPaper(number, PaperId(f"title:{number}"), f"Paper {number}", RULES, results)
            for number, results in enumerate(papers)
        ),
    )


def test_each_paper_counts_once_by_how_its_takeaway_came_about() -> None:
    (tally,) = comparison(
        (result(),),
        (result(origin=TRIMMED),),
        (result(origin=QUOTED),),
        (result(origin=OFFLINE),),
        (Result(error="too long"),),
        (Result(),),
    ).tallies
    assert (tally.accepted, tally.trimmed, tally.quoted, tally.failed, tally.missing) == (1, 1, 2, 1, 1)


def test_the_most_frequent_reasons_come_first() -> None:
    (tally,) = comparison(
        (result(failed=("too long", "off topic")),), (result(),), (result(failed=("off topic",)),)
    ).tallies
    assert tally.reasons == (("off topic", 2), ("too long", 1))


def test_words_and_seconds_are_medians_over_the_papers_that_have_them() -> None:
    (tally,) = comparison(
        (result("one two three", seconds=1.0),),
        (result("one two three four five", seconds=9.0),),
        (result("one two three four", seconds=2.0),),
        (result("one two three four"),),
        (Result(error="no"),),
    ).tallies
    assert (tally.words, tally.seconds, tally.timed) == (4, 2.0, 3)


def test_without_any_summary_nothing_is_known() -> None:
    (tally,) = comparison((Result(),)).tallies
    assert (tally.words, tally.seconds, tally.paid, tally.cost_of_thousand) == (None, None, 0, None)


def test_tokens_and_money_are_of_the_papers_whose_cost_is_known() -> None:
    (tally,) = comparison(
        (result(),), (result(tokens=0, cost=0.0),), (result(tokens=300, cost=0.75),)
    ).tallies
    assert (tally.paid, tally.tokens_in, tally.tokens_out, tally.cost) == (2, 400, 40, 1.0)
    assert tally.cost_of_thousand == 500


def test_one_unknown_price_leaves_the_money_unknown() -> None:
    (tally,) = comparison((result(),), (result(cost=None),)).tallies
    assert tally.cost is None
    assert tally.cost_of_thousand is None
    assert tally.tokens_in == 200


@pytest.mark.parametrize(
    ("verdict", "unlike"),
    [
        (Verdict(Agreement.BOTH, "released"), 0),
        (Verdict(Agreement.RULE, "none"), 1),
        (Verdict(Agreement.DISPUTED, "promised"), 1),
        (Verdict(Agreement.UNASKED, "none"), 0),
        (Verdict(Agreement.MODEL, ""), 0),
    ],
)
def test_what_the_model_itself_said_of_the_code_counts_before_the_flag_that_is_shown(
    verdict: Verdict, unlike: int
) -> None:
    (tally,) = comparison((result(verdicts=Verdicts(code=verdict)),)).tallies
    assert tally.code_otherwise == unlike
    assert tally.claims_otherwise == 0


def test_a_flag_unlike_the_rules_counts_where_the_model_said_nothing_of_it() -> None:
    (tally,) = comparison((result(flags=Flags(code=RULES.code)),)).tallies
    assert (tally.code_otherwise, tally.claims_otherwise) == (0, 1)


def test_pairs_count_only_the_papers_of_which_both_made_a_summary() -> None:
    first, second, third = comparison(
        (result(), result("Moss is heavier than LICHEN"), result(flags=Flags())),
        (result(), result("Something else"), Result(error="no")),
    ).pairs
    assert (first.one, first.other, first.papers) == (0, 1, 2)
    assert (first.code, first.claims, first.takeaways) == (2, 2, 1)
    assert (second.one, second.other, second.papers) == (0, 2, 1)
    assert (second.code, second.claims, second.takeaways) == (0, 0, 1)
    assert third.papers == 1


def test_a_flag_that_differs_weighs_more_than_other_words() -> None:
    one_flag = (result(), result(flags=Flags(code=RULES.code)))
    other_words = (result(), result("Nothing of it."))
    failed = (result(), Result(error="no"))
    apart = comparison(other_words, one_flag, (result(), result()), failed, (Result(), Result()))
    assert [difference(paper) for paper in apart.papers] == [1.0, 1.0, 0.0, 1.0, 0.0]
    both = (result(), result("Nothing of it.", flags=Flags()))
    ranked = comparison(other_words, both, (result(), result())).most_different(5)
    assert [paper.key for paper in ranked] == [1, 0]


def test_no_more_papers_are_told_than_wanted() -> None:
    pair = (result(), result("Other words."))
    assert len(comparison(pair, pair, pair).most_different(2)) == 2
