"""What a run of a summariser takes, said before it begins, and the question whether to go on."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from radar.cli.output import Output
from radar.cli.parser import UsageError
from radar.papers.bases import Value
from radar.papers.text.plurals import plural
from radar.pipeline.estimating import price_range

if TYPE_CHECKING:
    from radar.pipeline.radar import Radar
    from radar.summaries.prompting.estimate import Estimate

YES_HELP = (
    "do not ask; else it asks before papers leave this machine or something is paid, and not for a free "
    "endpoint on this machine"
)
"""What --yes does, for its help."""
_OFFLINE = "offline"


class Takes(Value):
    """What summaries of papers by one summariser take."""

    told: str
    """In a line."""
    free: bool
    """Whether nothing leaves this machine and nothing is paid."""
    notice: str = ""
    """What the budgets do to it; empty where nothing."""


def what_it_takes(radar: Radar, keys: Sequence[int], name: str, again: bool = False) -> Takes:
    """Return what summaries of these papers would take.

    Args:
        name: of the summariser.
        again: take papers too that have a summary by it.

    Raises:
        PromptError: the reader's own prompt cannot be read.
    """
    papers = plural(len(keys), "paper")
    if name == _OFFLINE:
        return Takes(f"{papers} by the offline reading", free=True)
    endpoint = radar.asked.called(name)
    if endpoint is None:
        late = f"what {name} costs is known only afterwards: a budget in dollars stops it late"
        return Takes(f"{papers} by {name}", free=False, notice=late if radar.budgets.in_money else "")
    estimate = radar.estimate(keys, name, again)
    up_to = "up to " if estimate.at_most else ""
    told = (
        f"{up_to}{papers} by {endpoint.model} at {endpoint.host}{_passed_over(estimate)}: "
        f"about {estimate.tokens_in:,} tokens sent and {estimate.tokens_out:,} received, "
        f"{price_range(estimate)}"
    )
    free = not estimate.papers or (estimate.local and not estimate.cost)
    return Takes(told, free, radar.budget_notice(estimate))


def asked(output: Output) -> bool:
    """Ask whether to go on, and return whether the answer is yes.

    Raises:
        UsageError: nobody can be asked.
    """
    if not (sys.stdin and sys.stdin.isatty() and output.person_aside):
        raise UsageError("nobody can be asked here whether to go on", "Add --yes to go on without asking")
    output.aside("Go on? [y/N]")
    return sys.stdin.readline().strip().lower() in ("y", "yes")


def _passed_over(estimate: Estimate) -> str:
    parts = []
    if estimate.have_one:
        parts.append(f"{estimate.have_one:,} of them done before")
    if estimate.other_prompt:
        parts.append(f"{estimate.other_prompt:,} done with another prompt")
    if held := estimate.not_sent_at_all.line:
        parts.append(held)
    return f" ({', '.join(parts)})" if parts else ""
