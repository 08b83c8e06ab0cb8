"""What the jobs do that ask sites: a refresh of sources, and papers that the reader names."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import aclosing
from datetime import date
from typing import Any

from radar.errors import RadarError
from radar.papers.jobs.job import JobState
from radar.papers.jobs.site_wait import ToldOfWait
from radar.papers.text.plurals import plural
from radar.pipeline.bringing import Asked, Bringer, Brought
from radar.pipeline.events import TOO_YOUNG, PageKept, Refreshed
from radar.pipeline.items_left_out import lines_of
from radar.pipeline.job_kinds import arguments_of
from radar.pipeline.job_run import JobOutcome, JobRun
from radar.pipeline.refreshing import Refresher
from radar.pipeline.source_standing import STARRED

_TOLD_ONE_BY_ONE = 3
"""Sources of which each is told; of more, only those of which there is something to tell."""


async def refresh_job(run: JobRun, build: Callable[[ToldOfWait], Refresher]) -> JobOutcome:
    """Ask the sources of a job.

    Args:
        build: makes the flow, given who is told of waits.
    """
    arguments = arguments_of(run)
    names: list[str] = arguments["sources"]
    since = _day(run, arguments)
    back = since is not None
    expected = len(dict.fromkeys(names))
    run.report(total=None if back else expected, note=f"asking {', '.join(names)}")
    done: list[Refreshed] = []
    pages: dict[str, PageKept] = {}
    refresher = build(lambda wait: run.report(note=wait.line))
    events = refresher.run(
        names,
        since=since,
        anew=bool(arguments.get("anew")),
        starred=bool(arguments.get("starred")),
        due_at=run.job.created if arguments.get("quiet") else None,
    )
    async with aclosing(refresher), aclosing(events):
        async for event in events:
            match event:
                case PageKept():
                    pages[event.source] = event
                    run.report(**_counts(done, pages))
                    run.report(**_page_progress(event, back=back and len(names) == 1))
                case Refreshed():
                    done.append(event)
                    pages.pop(event.source, None)
                    progress = {} if back else {"done": len(done), "total": max(expected, len(done))}
                    run.report(**_counts(done, pages), **progress, note=event.line)
    failed = [event for event in done if event.error is not None]
    state = JobState.FAILED if done and len(failed) == len(done) else JobState.DONE
    return JobOutcome(state, message_of(done))


def message_of(done: Sequence[Refreshed]) -> str:
    """Return what came of sources on one line: of a few each, of many those with something to tell."""
    if len(done) == 1:
        return _with_items(done[0].result, done[0])
    # The look for the code of starred papers comes beside the sources, and is none that anybody could miss.
    sources = [event for event in done if event.source != STARRED]
    if len(sources) <= _TOLD_ONE_BY_ONE:
        return "; ".join(_with_items(event.line, event) for event in done)
    telling = [event for event in done if event.error or event.new or event.updated or event.left_out]
    quiet = [event for event in sources if event not in telling]
    told = [_with_items(event.line, event) for event in telling]
    return "; ".join([*told, *([_quiet(quiet)] if quiet else [])])


def _quiet(events: Sequence[Refreshed]) -> str:
    """Return what is told of sources that brought nothing new, and whether they were asked."""
    unasked = sum(event.answered is not None for event in events)
    of_some = "" if unasked == len(events) else f" of {unasked:,}"
    why = f" ({'answer' if len(events) == 1 else 'answers'}{of_some} {TOO_YOUNG})" if unasked else ""
    return f"nothing new from {plural(len(events), 'source')}{why}"


def _with_items(line: str, event: Refreshed) -> str:
    items = ", ".join(lines_of(event.left_out))
    return f"{line} ({items})" if items else line


async def add_job(run: JobRun, build: Callable[[ToldOfWait], Bringer]) -> JobOutcome:
    """Bring the papers that a job names; at the end its note is the id of the last one, for the screen.

    Args:
        build: makes the flow, given who is told of waits.
    """
    texts: list[str] = arguments_of(run)["texts"]
    run.report(total=len(texts), note="asking for papers")
    done: list[Brought] = []
    bringer = build(lambda wait: run.report(note=wait.line))
    events = bringer.run(texts)
    async with aclosing(bringer), aclosing(events):
        async for event in events:
            if isinstance(event, Asked):
                counts = {"done": event.done, "total": event.total}
                run.report(**counts, new=event.new, known=event.known, failed=event.failed)
            else:
                done.append(event)
    came = [event for event in done if event.error is None]
    new = sum(event.new for event in came)
    run.report(
        done=len(done),
        new=new,
        known=len(came) - new,
        failed=len(done) - len(came),
        note=str(came[-1].paper_id) if came else "",
    )
    # A job for one text is called by it.
    told = (_told(event, named=len(texts) == 1) for event in done)
    return JobOutcome(JobState.DONE if came else JobState.FAILED, "; ".join(told))


def _told(event: Brought, *, named: bool) -> str:
    """Return what came of a text; `named` is whether the reader is told beforehand which one it was."""
    if event.error is not None:
        return str(event.error) if named else f"{event.text}: {event.error}"
    return f"{event.outcome}: {event.title}"


def _counts(done: Sequence[Refreshed], pages: Mapping[str, PageKept]) -> dict[str, Any]:
    """Return what came of sources: of those asked to their end, and on the pages of those still at it."""
    return {
        "new": sum(event.new for event in done) + sum(page.new for page in pages.values()),
        "known": sum(event.known for event in done) + sum(page.known for page in pages.values()),
        "failed": sum(event.error is not None for event in done),
    }


def _page_progress(page: PageKept, *, back: bool) -> dict[str, Any]:
    """Return the progress after a page; of a back-fill the papers are what is counted."""
    note = f"{page.source}: {page.papers:,} papers"
    return {"total": page.total, "done": page.papers, "note": note} if back else {"note": note}


def _day(run: JobRun, arguments: dict[str, Any]) -> date | None:
    given = arguments.get("since")
    try:
        return None if given is None else date.fromisoformat(given)
    except (TypeError, ValueError) as error:
        raise RadarError(f"job {run.job.number} does not say since which day") from error
