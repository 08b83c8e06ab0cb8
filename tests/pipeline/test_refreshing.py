"""Sources into a real library."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import aclosing
from datetime import date, datetime, timedelta
from itertools import count
from typing import Any

import pytest

from radar.abstracts.reading import read
from radar.errors import LibraryError, NetworkError, Offline, RateLimited, SettingsError
from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.papers.bases import replace
from radar.papers.listed.listing import Listing, ListingPage, NotUnderstood
from radar.papers.listed.paper import Paper
from radar.pipeline.events import PageKept, Refreshed
from radar.pipeline.refreshing import Refresher
from radar.pipeline.source_course import MOST_MISSED, SourceOrder
from radar.pipeline.source_standing import due, unfinished, utc_now
from radar.sources.source import Source
from tests.pipeline.fakes import NOON, FakeSource, paper


def refresher_of(
    library: Library,
    *sources: FakeSource,
    closed: list[str] | None = None,
    clock: Callable[[], datetime] = utc_now,
    orders: Mapping[str, SourceOrder] | None = None,
) -> Refresher:
    by_name = {source.name: source for source in sources}

    def source_of(name: str) -> Source:
        if name not in by_name:
            raise SettingsError(f"no source is called {name}")
        return by_name[name]

    async def close() -> None:
        if closed is not None:
            closed.append("connections")

    return Refresher(library, source_of, read, close, orders or {}, lambda: ("hf:daily",), clock)


async def outcomes_of(refresher: Refresher, *names: str, **wish: Any) -> dict[str, Refreshed]:
    async with aclosing(refresher.run(names, **wish)) as events:
        return {event.source: event async for event in events if isinstance(event, Refreshed)}


async def test_papers_of_every_page_are_committed_under_their_source(
    library: Library, reader: LibraryReader
) -> None:
    source = FakeSource("hf:daily", [[paper(1), paper(2)], [paper(2), paper(3)]])
    done = await outcomes_of(refresher_of(library, source), "hf:daily")
    # The paper that two pages list counts once.
    assert done["hf:daily"] == Refreshed("hf:daily", 3, 3, 0, 0, 0, None)
    assert done["hf:daily"].line == "hf:daily: 3 new, 0 known"
    done = await outcomes_of(refresher_of(library, source), "hf:daily")
    assert done["hf:daily"].line == "hf:daily: 0 new, 3 known"
    entry = reader.entry(reader.key_of("arxiv:2603.00003") or 0)
    assert entry is not None
    assert [origin.name for origin in entry.origins] == ["hf:daily"]


async def test_a_source_that_fails_stops_no_other_and_keeps_its_first_pages(
    library: Library, reader: LibraryReader
) -> None:
    dead = FakeSource("arxiv:cs.CL", failure=Offline("no connection to export.arxiv.org"))
    halfway = FakeSource("arxiv:cs.LG", [[paper(1)]], failure=NetworkError("page 2 did not come"))
    good = FakeSource("hf:daily", [[paper(2)]])
    done = await outcomes_of(
        refresher_of(library, dead, halfway, good), "arxiv:cs.CL", "arxiv:cs.LG", "hf:daily", "nowhere"
    )
    assert isinstance(done["arxiv:cs.CL"].error, Offline)
    assert done["arxiv:cs.CL"].line.startswith("arxiv:cs.CL: no connection to export.arxiv.org; asked again ")
    assert done["arxiv:cs.LG"].line.startswith(
        "arxiv:cs.LG: page 2 did not come (1 new, 0 known before that); asked again "
    )
    assert isinstance(done["nowhere"].error, SettingsError)
    assert done["hf:daily"].error is None
    assert reader.counts().papers == 2


async def test_lines_that_are_not_understood_are_reported(library: Library) -> None:
    bad = NotUnderstood(7, "no title", "{}")
    refresher = refresher_of(library, FakeSource("hf:daily", [[paper(1), bad]]))
    async with aclosing(refresher.run(["hf:daily"])) as events:
        got = [event async for event in events]
    assert isinstance(got[-1], Refreshed)
    assert (got[-1].not_understood, got[-1].left_out) == (1, (bad,))


async def test_an_item_that_is_left_out_again_is_counted_and_not_told_again(library: Library) -> None:
    bad, other = NotUnderstood(7, "no title", "https://moss.example/7"), NotUnderstood(1, "no title", "other")
    moved = replace(bad, line=9)
    told = []
    for left_out in ([bad, moved], [moved], [moved, other], [], [bad]):
        refresher = refresher_of(library, FakeSource("hf:daily", [[paper(1), *left_out]]))
        done = (await outcomes_of(refresher, "hf:daily"))["hf:daily"]
        told.append((done.not_understood, done.left_out))
    assert told == [(2, (bad,)), (1, ()), (2, (other,)), (0, ()), (1, (bad,))]


async def test_an_answer_that_breaks_off_forgets_nothing_that_was_told(library: Library) -> None:
    bad, other = NotUnderstood(7, "no title", "one"), NotUnderstood(1, "no title", "other")
    whole = FakeSource("hf:daily", [[bad]])
    await outcomes_of(refresher_of(library, whole), "hf:daily")
    cut = FakeSource("hf:daily", [[other]], NetworkError("gone"))
    assert (await outcomes_of(refresher_of(library, cut), "hf:daily"))["hf:daily"].left_out == (other,)
    both = FakeSource("hf:daily", [[bad, other]])
    assert (await outcomes_of(refresher_of(library, both), "hf:daily"))["hf:daily"].left_out == ()


async def test_different_sites_are_asked_at_the_same_time(library: Library) -> None:
    together = asyncio.Barrier(2)
    sources = [FakeSource(name, [[paper(1)]], together=together) for name in ("hf:daily", "arxiv:cs.CL")]
    async with asyncio.timeout(10):
        done = await outcomes_of(refresher_of(library, *sources), "hf:daily", "arxiv:cs.CL")
    assert len(done) == 2


async def test_feeds_of_different_hosts_are_asked_at_the_same_time(library: Library) -> None:
    names = ("feed:https://kites.example/rss", "feed:https://crabs.example/rss")
    together = asyncio.Barrier(2)
    sources = [FakeSource(name, [[paper(1)]], together=together) for name in names]
    async with asyncio.timeout(10):
        done = await outcomes_of(refresher_of(library, *sources), *names)
    assert len(done) == 2


@pytest.mark.parametrize(
    "names",
    [
        ("arxiv:cs.CL", "arxiv:cs.LG"),
        ("feed:https://Kites.example/rss", "feed:https://kites.example/atom?of=strings"),
    ],
)
async def test_one_site_is_asked_one_question_after_the_other_and_nobody_twice(
    library: Library, names: tuple[str, str]
) -> None:
    order: list[str] = []

    class Noting(FakeSource):
        async def pages(self, since=None, resume=""):  # type: ignore[no-untyped-def]
            order.append(f"{self.name} asked")
            await asyncio.sleep(0)
            async for page in super().pages():
                yield page
            order.append(f"{self.name} done")

    sources = [Noting(name, [[paper(1)]]) for name in names]
    await outcomes_of(refresher_of(library, *sources), *names, names[0])
    assert order == [f"{name} {what}" for name in names for what in ("asked", "done")]


async def test_a_library_that_cannot_be_written_ends_the_refresh(library: Library) -> None:
    library.close()
    try:
        await outcomes_of(refresher_of(library, FakeSource("hf:daily", [[paper(1)]])), "hf:daily")
    except LibraryError:
        return
    raise AssertionError("papers were lost in silence")


async def test_connections_are_closed(library: Library) -> None:
    closed: list[str] = []
    await refresher_of(library, closed=closed).aclose()
    assert closed == ["connections"]


# How sources stand


def _ticking(seconds: float = 1.0) -> Callable[[], datetime]:
    """Return a clock that goes on by so many seconds whenever it is looked at."""
    moments = (NOON + timedelta(seconds=seconds * number) for number in range(10_000))
    return lambda: next(moments)


async def test_what_came_is_noted_with_when_it_was_asked(library: Library) -> None:
    library.add_papers([paper(3)], Listing("file:moss"), read)
    source = FakeSource("hf:daily", [[paper(1)], [paper(1), paper(2), paper(3)]], label="Daily papers")
    await outcomes_of(refresher_of(library, source, clock=_ticking()), "hf:daily")
    (state,) = library.source_states()
    assert (state.name, state.label, state.new, state.known, state.error) == (
        "hf:daily",
        "Daily papers",
        2,
        1,
        "",
    )
    assert state.asked is not None
    assert state.succeeded is not None
    assert state.asked < state.succeeded


async def test_a_failure_is_noted_with_when_it_is_tried_again_and_the_last_success_stays(
    library: Library,
) -> None:
    clock = _ticking()
    await outcomes_of(refresher_of(library, FakeSource("hf:daily", [[paper(1)]]), clock=clock), "hf:daily")
    (before,) = library.source_states()
    asked_to_wait = FakeSource("hf:daily", failure=RateLimited("asks to slow down", "Wait", retry_after=600))
    done = await outcomes_of(refresher_of(library, asked_to_wait, clock=clock), "hf:daily")
    (state,) = library.source_states()
    assert (state.error, state.hint, state.succeeded) == ("asks to slow down", "Wait", before.succeeded)
    assert state.again == done["hf:daily"].again
    assert state.again is not None
    assert state.asked is not None
    assert timedelta(seconds=600) <= state.again - state.asked < timedelta(seconds=610)


@pytest.mark.parametrize(
    ("away", "goes_back", "since"),
    [
        (timedelta(hours=20), True, []),
        (timedelta(days=9), True, [NOON.date()]),
        (timedelta(days=9), False, []),
        (timedelta(days=300), True, [(NOON + timedelta(days=300) - MOST_MISSED).date()]),
    ],
    ids=["hours", "days", "days, where none can be asked for", "months"],
)
async def test_what_was_listed_while_nobody_asked_is_caught_up_with(
    library: Library, away: timedelta, goes_back: bool, since: list[date]
) -> None:
    source = FakeSource("arxiv:cs.CL", [[paper(1)]], goes_back=goes_back)
    await outcomes_of(refresher_of(library, source, clock=lambda: NOON), "arxiv:cs.CL")
    source.asked.clear()
    await outcomes_of(refresher_of(library, source, clock=lambda: NOON + away), "arxiv:cs.CL")
    assert [day for day, _ in source.asked] == [None, *since]


async def test_how_a_source_stands_is_known_by_the_name_it_was_written_with(library: Library) -> None:
    source = FakeSource("arxiv:cs.CL+cs.LG", [[paper(1)]])
    refresher = replace(refresher_of(library), source=lambda name: source)
    await outcomes_of(refresher, "arxiv:cs.CL,cs.LG", "arxiv:cs.cl+CS.lg")
    names = ["arxiv:cs.CL+cs.LG", "arxiv:cs.CL,cs.LG"]
    assert [(state.name, state.new) for state in library.source_states()] == [(name, 1) for name in names]


async def test_a_name_that_is_no_source_is_not_asked_again_by_itself(library: Library) -> None:
    await outcomes_of(refresher_of(library), "nowhere:moss")
    states = library.source_states()
    assert [(state.name, state.error) for state in states] == [
        ("nowhere:moss", "no source is called nowhere:moss")
    ]
    assert due(["nowhere:moss"], states, timedelta(hours=6), utc_now() + timedelta(days=9)) == ()


class Hanging(FakeSource):
    """A source whose second page never comes."""

    async def pages(self, since: date | None = None, resume: str = "") -> AsyncIterator[ListingPage]:
        """Yield the first page and wait without end."""
        async for page in super().pages(since, resume):
            yield page
            await asyncio.Event().wait()


async def test_a_question_given_up_amid_its_pages_is_known_as_one_without_an_end(library: Library) -> None:
    refresher = refresher_of(library, Hanging("hf:daily", [[paper(1)], [paper(2)]]))
    async with aclosing(refresher.run(["hf:daily"])) as events:
        async for event in events:
            if isinstance(event, PageKept):
                break
    (state,) = library.source_states()
    assert unfinished(state)
    assert state.new == 1


async def test_a_source_takes_as_many_papers_as_the_reader_wants(
    library: Library, reader: LibraryReader
) -> None:
    source = FakeSource("hf:daily", [[paper(1), paper(2)], [paper(3), paper(4)], [paper(5)]])
    orders = {"hf:daily": SourceOrder("mine", 3)}
    done = await outcomes_of(refresher_of(library, source, orders=orders), "hf:daily")
    assert (done["hf:daily"].papers, done["hf:daily"].label) == (3, "mine")
    entry = reader.entry(reader.key_of("arxiv:2603.00001") or 0)
    assert entry is not None
    assert entry.origins[0].label == "mine"


async def test_a_source_that_nobody_asks_by_itself_is_not_said_to_be_asked_again(library: Library) -> None:
    failing = FakeSource("hf:daily", failure=NetworkError("no answer"))
    orders = {"hf:daily": SourceOrder(again=False)}
    done = (await outcomes_of(refresher_of(library, failing, orders=orders), "hf:daily"))["hf:daily"]
    assert (done.line, done.again) == ("hf:daily: no answer", None)
    # Its pause is kept, for the reader may follow it by then.
    assert library.source_states()[0].again is not None


# Going back

SINCE = date(2026, 1, 1)


async def test_a_back_fill_that_ended_amid_its_pages_goes_on_from_there(
    library: Library, reader: LibraryReader
) -> None:
    pages: list[list[Paper | NotUnderstood]] = [[paper(1)], [paper(2)], [paper(3)]]
    broken = FakeSource("arxiv:cs.CL", pages[:2], NetworkError("gone"), goes_back=True, total=3)
    done = await outcomes_of(refresher_of(library, broken), "arxiv:cs.CL", since=SINCE)
    assert (
        "2 of about 3 papers since 2026-01-01 are here; the same command goes on" in done["arxiv:cs.CL"].line
    )
    whole = FakeSource("arxiv:cs.CL", pages, goes_back=True)
    done = await outcomes_of(refresher_of(library, whole), "arxiv:cs.CL", since=SINCE)
    assert whole.asked == [(SINCE, "2")]
    assert done["arxiv:cs.CL"].line == "arxiv:cs.CL: 1 new, 0 known"
    fill = library.back_fill("arxiv:cs.CL", SINCE)
    assert fill is not None
    assert (fill.papers, fill.total, fill.resume) == (3, 3, "")
    assert fill.ended is not None
    assert reader.counts().papers == 3


async def test_a_back_fill_at_its_end_is_not_asked_again_unless_anew(library: Library) -> None:
    source = FakeSource("arxiv:cs.CL", [[paper(1)], [paper(2)]], goes_back=True)
    refresher = refresher_of(library, source)
    await outcomes_of(refresher, "arxiv:cs.CL", since=SINCE)
    done = await outcomes_of(refresher, "arxiv:cs.CL", since=SINCE)
    assert "all since 2026-01-01 came" in done["arxiv:cs.CL"].line
    assert "2 papers; --anew begins again" in done["arxiv:cs.CL"].line
    assert len(source.asked) == 1
    await outcomes_of(refresher, "arxiv:cs.CL", since=SINCE, anew=True)
    assert source.asked[1:] == [(SINCE, "")]
    fill = library.back_fill("arxiv:cs.CL", SINCE)
    assert fill is not None
    assert (fill.papers, fill.ended is not None) == (2, True)


async def test_a_wish_that_moves_on_with_the_days_goes_on_with_its_back_fill(library: Library) -> None:
    broken = FakeSource("arxiv:cs.CL", [[paper(1)]], NetworkError("gone"), goes_back=True)
    await outcomes_of(refresher_of(library, broken), "arxiv:cs.CL", since=SINCE)
    whole = FakeSource("arxiv:cs.CL", [[paper(1)], [paper(2)]], goes_back=True)
    await outcomes_of(refresher_of(library, whole), "arxiv:cs.CL", since=SINCE + timedelta(days=1))
    assert whole.asked == [(SINCE, "1")]


async def test_a_wish_for_earlier_days_begins_a_back_fill_of_its_own(library: Library) -> None:
    broken = FakeSource("arxiv:cs.CL", [[paper(1)]], NetworkError("gone"), goes_back=True)
    await outcomes_of(refresher_of(library, broken), "arxiv:cs.CL", since=SINCE)
    earlier = SINCE - timedelta(days=1)
    whole = FakeSource("arxiv:cs.CL", [[paper(1)], [paper(2)]], goes_back=True)
    await outcomes_of(refresher_of(library, whole), "arxiv:cs.CL", since=earlier)
    assert whole.asked == [(earlier, "")]
    kept = library.back_fill("arxiv:cs.CL", SINCE)
    assert kept is not None
    assert (kept.resume, kept.ended) == ("1", None)


async def test_a_source_that_cannot_go_back_says_which_can(library: Library) -> None:
    done = await outcomes_of(refresher_of(library, FakeSource("hf:trending")), "hf:trending", since=SINCE)
    error = done["hf:trending"].error
    assert isinstance(error, SettingsError)
    assert str(error) == "cannot be asked for earlier days. These can: hf:daily"
    assert library.source_states() == ()


async def test_the_time_left_is_what_the_pace_so_far_makes_of_the_rest(library: Library) -> None:
    pages: list[list[Paper | NotUnderstood]] = [
        [paper(10 * page + number) for number in range(10)] for page in range(4)
    ]
    source = FakeSource("arxiv:cs.CL", pages, goes_back=True, total=40)
    # The machine sleeps between any two pages, and the pace is that of the time it is awake.
    asleep = refresher_of(library, source, clock=_ticking(8 * 3600))
    refresher = replace(asleep, seconds=map(float, count()).__next__)
    async with aclosing(refresher.run(["arxiv:cs.CL"], since=SINCE)) as events:
        kept = [event async for event in events if isinstance(event, PageKept)]
    assert [(event.papers, event.total, event.share) for event in kept] == [
        (10, 40, 0.25),
        (20, 40, 0.5),
        (30, 40, 0.75),
        (40, 40, 1.0),
    ]
    assert [event.left for event in kept] == [3, 2, 1, 0]
