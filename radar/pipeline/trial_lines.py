"""What a trial of an endpoint has found out, in lines for people."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import TYPE_CHECKING

from radar.papers.bases import Value
from radar.papers.text.money import dollars

if TYPE_CHECKING:
    from radar.pipeline.endpoint_info import EndpointInfo
    from radar.summaries.probing import Probe, Trial

_MANY = 1_000


class Tone(Enum):
    """How a line is to be read."""

    PLAIN = "plain"
    STRONG = "strong"
    """What the model wrote."""
    FAILED = "failed"


class TrialLine(Value):
    """A line of the report, as long as it is; whoever shows it breaks it."""

    label: str
    """What it is about; empty where it goes on with the line before."""
    text: str
    tone: Tone = Tone.PLAIN


def paper_lines(number: int, trial: Trial, *, hint: bool = True) -> Iterator[TrialLine]:
    """Yield what came of one paper.

    Args:
        number: its place among those tried, from 1.
        hint: whether to say what to do about an error.
    """
    told = f"“{trial.paper.title}”: {trial.seconds:.1f} s"
    if trial.summary is None:
        why = trial.verdict if hint or trial.error is None else trial.error.message
        yield TrialLine(f"paper {number}", f"{told}; failed: {why}", Tone.FAILED)
        return
    made = trial.summary.provenance
    yield TrialLine(
        f"paper {number}",
        f"{told}, {made.tokens_in:,} tokens sent, {made.tokens_out:,} received; {trial.verdict}",
    )
    if not trial.kept:
        yield TrialLine("", "in its place stands what the rules read:")
    yield TrialLine("", trial.summary.takeaway.text, Tone.STRONG)


def trial_lines(
    probe: Probe, endpoint: EndpointInfo, at_once: int, *, hint: bool = True
) -> Iterator[TrialLine]:
    """Yield how the endpoint is talked to, what came of each paper, and what a thousand would take.

    Args:
        at_once: how many papers it is asked about at the same time.
        hint: whether to say what to do about an error for which it cannot be used at all.
    """
    answered = probe.error is None
    if answered:
        yield TrialLine("dialect", probe.dialect)
    for number, trial in enumerate(probe.trials, 1):
        yield from paper_lines(number, trial, hint=hint or trial.error is not probe.error)
    if answered:
        sent, received = probe.tokens_of_many(_MANY)
        yield TrialLine("a thousand", f"papers take about {sent:,} tokens sent and {received:,} received")
        yield TrialLine("", _price(probe, endpoint))
        seconds = probe.seconds_of_many(_MANY, at_once)
        yield TrialLine("", f"and about {_duration(seconds)} with {at_once} asked at once")


def _price(probe: Probe, endpoint: EndpointInfo) -> str:
    cost = probe.cost_of_many(_MANY)
    if endpoint.local and not cost:
        return "that is free: it runs on this machine"
    if cost is not None:
        return f"that is about {dollars(cost)}" if cost else "that is free"
    return "what that costs is not known: price_in and price_out, in dollars for a million tokens, would tell"


def _duration(seconds: float) -> str:
    if seconds < 90:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 5400 else f"{seconds / 3600:.1f} h"
