"""What an endpoint's answer says of how the endpoint is, for the gate to it."""

from __future__ import annotations

from radar.net.reply import Judged, Load, Reply
from radar.net.waiting import LONGEST_WAIT
from radar.summaries.refusal import Kind, refusal_of, worth_asking_again


def judged(reply: Reply) -> Judged:
    """Judge an answer by all that it says: errors in a body of status 200 and waits named there count.

    An overload that names a wait is one that asks to be asked less.
    """
    refusal = refusal_of(reply)
    if refusal is None or refusal.about_shape or refusal.kind not in (Kind.RATE, Kind.OUTAGE):
        return Judged()
    wait = refusal.retry_after
    busy = refusal.kind is Kind.RATE or wait is not None
    patient = wait is not None and wait > LONGEST_WAIT and reply.headers.get("x-should-retry") != "false"
    return Judged(patient or worth_asking_again(reply), Load.BUSY if busy else Load.TROUBLE, wait)
