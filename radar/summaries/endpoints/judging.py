"""What an endpoint's answer says of how the endpoint is, for the gate to it."""

from __future__ import annotations

from radar.net.reply import Judged, Load, Reply
from radar.net.waiting import LONGEST_WAIT
from radar.summaries.endpoints.refusal import Kind, refusal_of, worth_asking_again


def judged(reply: Reply) -> Judged:
    """Judge an answer by all that it says: errors in a body of status 200 and waits named there count."""
    refusal = refusal_of(reply)
    if refusal is None or refusal.about_shape or refusal.kind not in (Kind.RATE, Kind.OUTAGE):
        return Judged()
    wait = refusal.retry_after
    patient = wait is not None and wait > LONGEST_WAIT and reply.headers.get("x-should-retry") != "false"
    load = Load.BUSY if refusal.kind is Kind.RATE else Load.TROUBLE
    return Judged(patient or worth_asking_again(reply), load, wait)
