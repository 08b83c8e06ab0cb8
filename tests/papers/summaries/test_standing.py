"""How the word of a model stands to what the rules read, as a reader is told of it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from radar.papers.bases import replace
from radar.papers.listed.paper import PaperId
from radar.papers.summaries.evidence import Evidence, TextField
from radar.papers.summaries.flags import Claim, CodeStatus, Flags, Release, ResultClaim
from radar.papers.summaries.standing import Standing, model_summary, standing_of, uncounted
from radar.papers.summaries.summary import (
    Agreement,
    Provenance,
    Summary,
    Takeaway,
    TakeawayOrigin,
    Verdict,
    Verdicts,
)

NOON = datetime(2024, 6, 3, 12, tzinfo=UTC)
SENTENCE = Evidence(TextField.ABSTRACT, 0, 9)


def _summary(
    summariser: str, code: Release = Release.NONE, claim: Claim = Claim.NONE, *verdicts: Verdict
) -> Summary:
    return Summary(
        PaperId("arxiv:2406.00001"),
        Takeaway("Tomatoes grow.", TakeawayOrigin.QUOTED),
        Flags(code=CodeStatus(code), results=ResultClaim(claim)),
        Provenance(summariser, NOON),
        Verdicts(*verdicts),
    )


def _code(ours: Release, merged: Release, verdict: Verdict) -> Agreement:
    both = (_summary("offline", ours), _summary("endpoint", merged, Claim.NONE, verdict))
    return standing_of(both, both[1]).code


@pytest.mark.parametrize("agreement", list(Agreement))
def test_a_verdict_holds_while_the_rules_read_what_they_read_then(agreement: Agreement) -> None:
    ours = Release.NONE if agreement is Agreement.MODEL else Release.RELEASED
    assert _code(ours, Release.RELEASED, Verdict(agreement, "promised")) is agreement


@pytest.mark.parametrize(
    ("ours", "merged", "verdict", "now"),
    [
        (Release.PROMISED, Release.RELEASED, Verdict(Agreement.DISPUTED, "promised"), Agreement.BOTH),
        (Release.RELEASED, Release.NONE, Verdict(Agreement.BOTH, "none"), Agreement.RULE),
        (Release.RELEASED, Release.RELEASED, Verdict(Agreement.MODEL, "released"), Agreement.BOTH),
        (Release.PROMISED, Release.RELEASED, Verdict(Agreement.BOTH, "released"), Agreement.DISPUTED),
        (Release.NONE, Release.RELEASED, Verdict(Agreement.BOTH, "released"), Agreement.MODEL),
        (Release.NONE, Release.RELEASED, Verdict(Agreement.RULE, ""), Agreement.BOTH),
        (Release.NONE, Release.RELEASED, Verdict(Agreement.RULE, "promised"), Agreement.UNASKED),
        (Release.PROMISED, Release.RELEASED, Verdict(), Agreement.UNASKED),
    ],
)
def test_newer_rules_are_held_against_what_the_model_said(
    ours: Release, merged: Release, verdict: Verdict, now: Agreement
) -> None:
    other = Verdict(Agreement.BOTH, "none")
    both = (_summary("offline", ours), _summary("endpoint", merged, Claim.NONE, verdict, other))
    assert standing_of(both, both[1]).code is now


@pytest.mark.parametrize(
    ("ours", "theirs", "agreement"),
    [
        (Release.RELEASED, Release.RELEASED, Agreement.UNASKED),
        (Release.NONE, Release.NONE, Agreement.UNASKED),
        (Release.RELEASED, Release.NONE, Agreement.RULE),
        (Release.NONE, Release.RELEASED, Agreement.MODEL),
        (Release.RELEASED, Release.PROMISED, Agreement.DISPUTED),
    ],
)
def test_without_verdicts_the_flags_are_compared(
    ours: Release, theirs: Release, agreement: Agreement
) -> None:
    both = (_summary("offline", ours), _summary("plug-in", theirs))
    assert standing_of(both, both[0]).code is agreement


def test_claims_are_compared_by_their_strength() -> None:
    both = (
        _summary("offline", claim=Claim.QUANTIFIED),
        _summary("plug-in", claim=Claim.QUALITATIVE),
    )
    assert standing_of(both, both[1]) == Standing(Agreement.UNASKED, Agreement.DISPUTED)


def test_the_shown_model_speaks_and_behind_the_rules_the_newest() -> None:
    rules, older, newer = _summary("offline"), _summary("endpoint"), _summary("plug-in")
    assert model_summary((rules, older, newer), older) is older
    assert model_summary((rules, older, newer), rules) is newer
    assert model_summary((rules,), rules) is None
    assert standing_of((rules,), rules) == Standing()


@pytest.mark.parametrize(
    ("standing", "disputed"),
    [
        (Standing(Agreement.BOTH, Agreement.DISPUTED), True),
        (Standing(Agreement.RULE, Agreement.BOTH), False),
        (Standing(Agreement.UNASKED, Agreement.BOTH), False),
        (Standing(), False),
    ],
)
def test_a_contradiction_on_any_flag_disputes_the_paper(standing: Standing, disputed: bool) -> None:
    assert standing.disputed is disputed


def test_a_sentence_that_does_not_say_so_is_told_apart() -> None:
    pointed = Verdict(Agreement.RULE, "released", SENTENCE)
    assert uncounted(pointed, Agreement.RULE)
    assert uncounted(pointed, Agreement.UNASKED)
    for agreement in (Agreement.BOTH, Agreement.MODEL, Agreement.DISPUTED):
        assert not uncounted(pointed, agreement)
    assert not uncounted(replace(pointed, sentence=None), Agreement.RULE)
    assert not uncounted(replace(pointed, said="none"), Agreement.RULE)


def test_who_points_at_a_sentence_that_does_not_say_so_does_not_agree_that_there_is_nothing() -> None:
    pointed = Verdict(Agreement.BOTH, "released", SENTENCE)
    assert _code(Release.NONE, Release.NONE, pointed) is Agreement.UNASKED
    assert _code(Release.NONE, Release.NONE, Verdict(Agreement.BOTH, "none")) is Agreement.BOTH
    assert _code(Release.RELEASED, Release.RELEASED, pointed) is Agreement.BOTH
