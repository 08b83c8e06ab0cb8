"""Jobs that ended before all was done asked for again; what was done already is not done twice."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from radar.errors import ListingError, RadarError
from radar.papers.jobs.job import Job, JobKind, JobState
from radar.papers.listed.identity import acl_id, arxiv_id, doi_id
from radar.papers.reader.removal import GONE
from radar.papers.text.places import is_there
from radar.papers.text.safe_text import clean
from radar.pipeline.job_arguments import arguments_in

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from radar.pipeline.radar import Radar

_JOBS_LOOKED_AT = 50
_ENDED_EARLY = frozenset({JobState.FAILED, JobState.CANCELLED, JobState.LOST})


def can_be_asked_again(job: Job) -> bool:
    """Return whether a job ended before all that it was asked for was done."""
    return job.in_part or job.state in _ENDED_EARLY


def ask_again(radar: Radar, job: Job) -> Job:
    """Queue what is left of a job that ended early, and return the new job; one that does the same and has
    not ended is returned in its place.

    Raises:
        RadarError: it cannot be asked for again, or there is nothing left of it; the message says why.
    """
    if not can_be_asked_again(job):
        raise RadarError(f"{job.label} is done" if job.state.ended else f"{job.label} has not ended yet")
    return _ASK[job.kind](radar, job, arguments_in(job))


def _queued(radar: Radar, kind: JobKind, arguments: dict[str, Any], queue: Callable[[], Job]) -> Job:
    """Return a job with these arguments that has not ended, or one that is queued now."""
    for other in radar.jobs.list(limit=_JOBS_LOOKED_AT):
        if other.kind is kind and not other.state.ended and arguments_in(other) == arguments:
            return other
    return queue()


def _import(radar: Radar, job: Job, arguments: dict[str, Any]) -> Job:
    """Queue the same files; a paper that came is known by now."""
    from radar.pipeline.pasted import name_of_import

    paths = [Path(path) for path in _listed(job, arguments, "paths")]
    for path in paths:
        name = name_of_import(path)
        if not is_there(path) and name != clean(path.name):
            raise ListingError(f"{name} is not kept any more", "Paste it once more")
        if not is_there(path):
            raise ListingError(f"there is no file {clean(str(path))} any more", "Import it from where it is")
    return _queued(radar, job.kind, arguments, lambda: radar.request_job(job.kind, job.label, arguments))


def _refresh(radar: Radar, job: Job, arguments: dict[str, Any]) -> Job:
    """Queue those sources that have not answered since; a back-fill goes on where it was by itself."""
    names = _listed(job, arguments, "sources")
    if not arguments.get("since"):
        begun = job.started or job.created
        states = radar.reader.source_states()
        answered = {state.name.casefold() for state in states if state.succeeded and state.succeeded > begun}
        names = [name for name in names if name.casefold() not in answered]
    if not (names or arguments.get("starred")):
        raise RadarError("nothing of it is left: every source has answered since")
    # The reader asks now, who asked for none of a quiet one.
    left = {**arguments, "sources": names, "quiet": False}
    return _queued(radar, job.kind, left, lambda: radar.request_job(job.kind, _named(names), left))


def _named(names: Sequence[str]) -> str:
    shown = ", ".join(names) if len(names) <= 3 else f"{len(names)} sources"
    return clean(f"refresh {shown or 'the code of starred papers'}")


def _add(radar: Radar, job: Job, arguments: dict[str, Any]) -> Job:
    """Queue those texts of which no paper is there."""
    texts = [text for text in _listed(job, arguments, "texts") if not _has(radar, text)]
    if not texts:
        raise RadarError("nothing of it is left: all that it names is in the library")
    return _queued(radar, job.kind, {**arguments, "texts": texts}, lambda: radar.asking.add(texts))


def _has(radar: Radar, text: str) -> bool:
    named = arxiv_id(text) or acl_id(text) or doi_id(text)
    return named is not None and radar.reader.key_of(named) is not None


def _summarise(radar: Radar, job: Job, arguments: dict[str, Any]) -> Job:
    """Queue the same papers; those that have a summary by the same endpoint since are passed over."""
    keys: list[int] = _listed(job, arguments, "keys")
    if not radar.reader.losses(keys).papers:
        raise RadarError(GONE if len(keys) == 1 else "its papers are not in the library any more")
    summariser = str(arguments.get("summariser", ""))
    radar.asked.refuse_unknown(summariser or radar.summariser)
    asked = radar.asked.called(summariser or radar.summariser)
    if asked is not None and asked.lacks_key:
        raise RadarError(f"no key for {asked.host}", f"Put it into the environment variable {asked.key_env}")
    again = bool(arguments.get("again"))
    return _queued(radar, job.kind, arguments, lambda: radar.request_summaries(keys, summariser, again=again))


def _listed(job: Job, arguments: dict[str, Any], needed: str) -> list[Any]:
    found = arguments.get(needed)
    if not isinstance(found, list):
        raise RadarError(f"job {job.number} does not say which {needed}")
    return found


_ASK: dict[JobKind, Callable[[Radar, Job, dict[str, Any]], Job]] = {
    JobKind.IMPORT: _import,
    JobKind.REFRESH: _refresh,
    JobKind.ADD: _add,
    JobKind.SUMMARISE: _summarise,
}
