"""How the word of a model on the flags of a paper stands to what the rules read of it today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from radar.papers.bases import Value
from radar.papers.values import Agreement

if TYPE_CHECKING:
    from collections.abc import Sequence

    from radar.papers.summaries.summary import Summary, Verdict

OFFLINE = "offline"
"""The name of the summariser that reads by rule alone."""
_NOTHING = "none"


class Standing(Value):
    """How rule and model stand to each other, flag by flag."""

    code: Agreement = Agreement.UNASKED
    results: Agreement = Agreement.UNASKED

    @property
    def disputed(self) -> bool:
        """Whether they contradict each other on any flag; that only one speaks is no contradiction."""
        return Agreement.DISPUTED in (self.code, self.results)


def model_summary(summaries: Sequence[Summary], shown: Summary) -> Summary | None:
    """Return whose word is held against the rules: the shown summary, or the newest where that is the rules'.

    Args:
        summaries: all of a paper, by time.
        shown: the one that the list shows.
    """
    if shown.provenance.summariser != OFFLINE:
        return shown
    others = [one for one in summaries if one.provenance.summariser != OFFLINE]
    return others[-1] if others else None


def rules_summary(summaries: Sequence[Summary]) -> Summary | None:
    """Return what the rules read, or None where that is not kept."""
    return next((one for one in summaries if one.provenance.summariser == OFFLINE), None)


def standing_of(summaries: Sequence[Summary], shown: Summary) -> Standing:
    """Return how rule and model stand to each other on a paper.

    A verdict holds while the rules read what they read when it was given; where newer rules read
    otherwise, what the model said is held against that. A summary without any verdict, as a plug-in
    may make it, is compared by its flags; that those are the rules' own says nothing.
    """
    from radar.papers.summaries.summary import Verdicts

    model, rules = model_summary(summaries, shown), rules_summary(summaries)
    if model is None or rules is None:
        return Standing()
    theirs, ours = model.flags, rules.flags
    if model.verdicts == Verdicts():
        return Standing(
            _compared(theirs.code.value, ours.code.value),
            _compared(theirs.results.value, ours.results.value),
        )
    return Standing(
        _today(model.verdicts.code, theirs.code.value, ours.code.value),
        _today(model.verdicts.results, theirs.results.value, ours.results.value),
    )


def uncounted(verdict: Verdict, agreement: Agreement) -> bool:
    """Whether the model points at a sentence that does not say so, and its word does not count.

    Args:
        agreement: how both stand to each other on that flag, as `Standing` has it.
    """
    if verdict.sentence is None or verdict.said in ("", _NOTHING):
        return False
    return agreement in (Agreement.UNASKED, Agreement.RULE)


def _ruled(verdict: Verdict, merged: str) -> str:
    return _NOTHING if verdict.agreement is Agreement.MODEL else str(merged)


def _compared(theirs: str, ours: str) -> Agreement:
    if theirs == ours:
        return Agreement.UNASKED
    if theirs == _NOTHING:
        return Agreement.RULE
    return Agreement.MODEL if ours == _NOTHING else Agreement.DISPUTED


def _today(verdict: Verdict, merged: str, ours: str) -> Agreement:
    """Return the agreement of a verdict with what the rules read now."""
    said = verdict.said or (_NOTHING if verdict.agreement is Agreement.RULE else "")
    if ours == _ruled(verdict, merged) or not said:
        # Who points at a sentence that does not say so does not agree that there is nothing.
        alike = verdict.agreement is not Agreement.BOTH or said in ("", ours) or ours != _NOTHING
        return verdict.agreement if alike else Agreement.UNASKED
    if said == ours:
        return Agreement.BOTH
    if said == _NOTHING:
        return Agreement.RULE
    if ours != _NOTHING:
        return Agreement.DISPUTED
    return Agreement.MODEL if verdict.agreement in _COUNTED else Agreement.UNASKED


_COUNTED = (Agreement.BOTH, Agreement.MODEL, Agreement.DISPUTED)
"""Agreements in which the model's sentence carried the words."""
