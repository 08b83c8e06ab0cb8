"""What the screen says of its own state in words: why nothing is listed, and what holds all the time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from radar.papers.jobs.job import Job
from radar.papers.reader.query import PaperQuery
from radar.papers.text.plurals import plural
from radar.tui.lines.live_lines import BETWEEN, standing_text
from radar.tui.lines.wrapping import wrap
from radar.tui.rows.painting import INDENT
from radar.tui.words.filters import drop_words

if TYPE_CHECKING:
    from radar.library.background import Found
    from radar.pipeline.radar import Radar

_IN_TROUBLE = 3
"""Parts of the line where sources failed: that, the last addition, and who summarises."""
_HANGING = "  "
"""Before the second line, and each further one, of what did not fit on one."""


class Instead:
    """Knows what stands in the list where no paper does, in lines that end with a word."""

    def __init__(
        self, lines: Callable[[PaperQuery, Found | None], tuple[str, ...]], width: Callable[[], int]
    ) -> None:
        """Begin with nothing said.

        Args:
            lines: gives what there is to say, from the question and its answer (None while that is open).
            width: gives the cells that the list has now.
        """
        self._lines_of = lines
        self._width = width
        self._lines: tuple[str, ...] = ()

    def __call__(self, query: PaperQuery, found: Found | None) -> tuple[str, ...]:
        """Return the lines for a question and its answer."""
        self._lines = self._lines_of(query, found)
        return self.again()

    def again(self) -> tuple[str, ...]:
        """Return what was said last, for the width that the list has now."""
        room = self._width() - INDENT
        # A list that is not laid out yet has no width; its lines are broken when it has one.
        return (
            self._lines if room <= 0 else tuple(part for line in self._lines for part in _broken(line, room))
        )


def _broken(line: str, room: int) -> tuple[str, ...]:
    (start, end), *more = wrap(line, max(1, room - len(_HANGING)), room)
    return line[start:end], *(f"{_HANGING}{line[first:last]}" for first, last in more)


def instead_of_papers(
    query: PaperQuery,
    found: Found | None,
    active: Sequence[Job],
    key_of: Callable[[str], str],
    *,
    empty: bool = False,
) -> tuple[str, ...]:
    """Return the lines that stand where no paper does.

    Args:
        found: the answer to the question, which no paper passes; None while that is open.
        active: jobs that have not ended.
        key_of: the key of an action, by the action's id.
        empty: whether it is known that there is no paper at all, whatever is asked for.
    """
    if query.filters and not empty:
        if found is None:
            return ("", "looking ...")
        drops = tuple(drop_words(found.without, key_of))
        if not drops:
            drops = (f"to drop one of the filters is not enough: {key_of('watch.none')} lists everything",)
        return ("", "nothing matches", *found.unknown, "", *drops)
    if active:
        return ("", f"{active[0].label} ...", "", "papers appear here as they come in")
    return (
        "",
        "the library is empty",
        "",
        f"{key_of('paper.add')} adds a paper by its id, link or DOI",
        f"{key_of('radar.add')} adds papers: a file, a pasted listing, the sample",
        f"{key_of('radar.refresh')} fetches them from the network",
    )


def standing(
    radar: Radar, latest: datetime | None, key_of: Callable[[str], str], active: Sequence[Job] = ()
) -> str:
    """Return the line shown while nothing else is said.

    Args:
        latest: when the last paper came.
        key_of: the key of an action, by the action's id.
        active: jobs that have not ended, the ones at work first.
    """
    if waiting := _waiting(active, key_of):
        return waiting[0]
    if radar.stranded:
        again = key_of("radar.refresh")
        return f"no worker begins what waits: {again} tries again; radar doctor or {radar.log} tells why"
    how = who_summarises(radar, key_of)
    if trouble := radar.asking.trouble(datetime.now(UTC), key_of("jobs.show")):
        return f"{trouble}{BETWEEN}{standing_text(latest, how)}"
    if unchosen := radar.asking.unchosen:
        follow, fetch = key_of("paper.add"), key_of("radar.refresh")
        return f"no source is chosen: {fetch} fetches {', '.join(unchosen)}, {follow} follows another"
    if radar.throwaway:
        return BETWEEN.join(("demo, thrown away at the end: abstracts are paraphrases", how))
    return standing_text(latest, how)


def shorter_standing(active: Sequence[Job], key_of: Callable[[str], str], told: str = "") -> tuple[str, ...]:
    """Return what `standing` says ever shorter; none where it can be cut at its end.

    The last one of a wait has the key in front, for it is cut where it is too long all the same. Of failed
    sources the date of the last addition is told whole or not at all.

    Args:
        told: what `standing` says.
    """
    if waiting := _waiting(active, key_of):
        return waiting[1:]
    parts = told.rsplit(BETWEEN, 2)
    return (BETWEEN.join(parts[:2]), parts[0]) if len(parts) == _IN_TROUBLE else ()


def who_summarises(radar: Radar, key_of: Callable[[str], str]) -> str:
    """Return who writes summaries, and the key that asks for one."""
    asker = radar.endpoint.name if radar.endpoint else radar.summariser.removeprefix("offline")
    key = key_of("paper.summarise")
    others = f", {key_of('endpoint.choose')} asks another" if len(radar.endpoints) > 1 else ""
    return (
        f"{asker} writes summaries: {key}{others}"
        if asker
        else f"takeaways offline, {key} says how a model writes them"
    )


def no_other_summary(radar: Radar, key_of: Callable[[str], str]) -> str:
    """Return that a paper has one summary, and the key that asks for another where anybody can be asked."""
    if radar.endpoint is None and not radar.summariser.removeprefix("offline"):
        return "there is only this summary, and no endpoint is set up that could write another"
    return f"there is only this summary; {key_of('paper.summarise')} asks for another"


def _waiting(active: Sequence[Job], key_of: Callable[[str], str]) -> tuple[str, ...]:
    """Return why nothing comes in, how much is left, and the key that ends it, and the same ever shorter."""
    going = [job for job in active if not job.cancel_requested]
    job = next((job for job in going if job.progress.waits_until), None)
    if job is None:
        return ()
    cancel = key_of("job.cancel") if job is going[0] else f"{key_of('jobs.show')} and there x"
    note, left = job.progress.told, (job.progress.total or 0) - job.progress.done
    papers = f", {plural(left, 'paper')} left" if left > 0 else ""
    ends = f"{cancel} stops it"
    told = f"{note}{papers}; {ends}"
    return f"{told}, what is done stays", told, f"{note}; {ends}", f"{ends}: {note}"
