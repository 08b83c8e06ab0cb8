"""The arguments that a job was queued with; light to import, for the screen uses it."""

from __future__ import annotations

from typing import Any

from radar.errors import RadarError
from radar.papers.jobs.job import Job


def arguments_in(job: Job) -> dict[str, Any]:
    """Return the arguments of a job; none where they are no object.

    Raises:
        RadarError: they are no JSON.
    """
    # Imported where it is needed: most screens look at no job.
    import json

    try:
        found = json.loads(job.arguments)
    except (ValueError, RecursionError) as error:
        raise RadarError(f"job {job.number} has arguments that are no JSON") from error
    return found if isinstance(found, dict) else {}


def summariser_of(job: Job) -> str:
    """Return who is asked by a job of summaries; empty for the usual one, or where nobody can be read."""
    try:
        return str(arguments_in(job).get("summariser", ""))
    except RadarError:
        # It is told when the job is done.
        return ""
