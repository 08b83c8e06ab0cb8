"""How the last answers of a model fared that are kept as summaries."""

from __future__ import annotations

from collections import Counter

from radar.library.database.connection import Database
from radar.library.records.paper_records import failed_checks_of
from radar.papers.summaries.acceptance import Acceptance
from radar.papers.summaries.failed_checks import BY_A_MODEL, not_sent_because, refused_most_often
from radar.papers.summaries.not_sent import NotSent
from radar.papers.text.safe_text import clean
from radar.papers.values import TakeawayOrigin

_LAST = 50
_LOOKED_AT = 20_000
"""Summaries of all models that are looked through, the newest ones: no index leads to those of one model."""
_QUESTION = (
    "SELECT origin, failed_checks FROM (SELECT * FROM summaries ORDER BY number DESC LIMIT ?) "
    "WHERE summariser = ? AND model = ? AND json_valid(failed_checks) ORDER BY number DESC"
)


def acceptance_of(database: Database, summariser: str, model: str) -> Acceptance:
    """Return how many of a model's last 50 takeaways passed the checks.

    Args:
        summariser: the name that its endpoint is chosen by.
    """
    origins, refused = Counter[str](), Counter[str]()
    for origin, failed in database.rows(_QUESTION, (_LOOKED_AT, clean(summariser), clean(model))):
        checks = failed_checks_of(failed)
        if len(checks) == 1 and not_sent_because(checks[0]) != NotSent():
            continue
        origins[origin] += 1
        if origin not in BY_A_MODEL:
            refused.update(checks)
        if origins.total() == _LAST:
            break
    return Acceptance(
        origins.total(),
        origins[TakeawayOrigin.MODEL],
        origins[TakeawayOrigin.TRIMMED],
        refused_most_often(refused),
    )
