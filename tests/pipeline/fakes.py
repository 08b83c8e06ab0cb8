"""Stand-ins with the real interfaces: a source, a summariser, and waiting with a deadline."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

from radar.abstracts.reading import read
from radar.errors import RadarError
from radar.library.library import Library
from radar.papers.jobs.job import Job
from radar.papers.listed.listing import Listing, ListingPage, NotUnderstood
from radar.papers.listed.paper import Paper, PaperId
from radar.papers.summaries.flags import Flags
from radar.papers.summaries.summary import Provenance, Reading, Summary, Takeaway, TakeawayOrigin
from radar.pipeline.endpoint_info import EndpointInfo
from radar.pipeline.radar import Radar
from radar.summaries.summariser import Outcome

Build = Callable[..., Radar]
"""Makes a radar of the test's library; the arguments are those of the fixture `build`."""
ENDPOINT = EndpointInfo("qwen", "127.0.0.1:8080", "http://127.0.0.1:8080/v1", "qwen", "", False, True)
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def wait_for(condition: Callable[[], bool], what: str, seconds: float = 20.0) -> None:
    """Return once the condition holds; fail after the deadline."""
    last = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < last, f"waited in vain: {what}"
        time.sleep(0.01)


def process_state(pid: int) -> str:
    """Return the letter that the system tells the state of a process by: "T" for one that was stopped."""
    # The name before it stands in brackets and may hold any sign.
    return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]


def ended(radar: Radar, job: Job, seconds: float = 60.0) -> Job:
    """Return a job of a worker once it has come to its end."""

    def now() -> Job:
        found = radar.jobs.get(job.number)
        assert found is not None
        return found

    wait_for(lambda: now().state.ended, f"the end of {job.label}", seconds)
    return now()


def paper(number: int, **changes: str) -> Paper:
    """Return an invented paper."""
    text = {
        "title": f"Weighing Moss Number {number}",
        "abstract": f"We weigh moss in {number} places. It is heavier than lichen by {number} grams.",
    } | changes
    return Paper(PaperId(f"arxiv:2603.{number:05d}"), text["title"], ("Ada Moss",), text["abstract"])


def keys_of(library: Library, number: int) -> tuple[int, ...]:
    """Add so many papers and return their keys."""
    return library.add_papers([paper(each) for each in range(number)], Listing("file:moss"), read).keys


def write_listing(path: Path, numbers: Iterable[int]) -> Path:
    """Write invented papers as JSON lines."""
    lines = (
        f'{{"id": "2603.{number:05d}", "title": "{paper(number).title}", '
        f'"abstract": "{paper(number).abstract}", "authors": ["Ada Moss"]}}'
        for number in numbers
    )
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


@dataclass
class FakeSource:
    """A source whose pages are given, and which may fail after them."""

    name: str
    listed: list[list[Paper | NotUnderstood]] = field(default_factory=list)
    failure: RadarError | None = None
    together: asyncio.Barrier | None = None
    """Is waited for before the first page, to show who is asked at the same time."""
    label: str = ""
    goes_back: bool = False
    total: int | None = None
    asked: list[tuple[date | None, str]] = field(default_factory=list)
    """Since when, and from where on, it was asked."""

    async def pages(self, since: date | None = None, resume: str = "") -> AsyncIterator[ListingPage]:
        """Yield a page for each list, whose text is its number; of earlier days with where to go on from."""
        self.asked.append((since, resume))
        if self.together:
            await self.together.wait()
        for number in range(int(resume or 0), len(self.listed)):
            goes_on = since is not None and number + 1 < len(self.listed) + bool(self.failure)
            on = str(number + 1) if goes_on else ""
            yield ListingPage(Listing(self.name), str(number), NOON, on, self.total)
        if self.failure:
            raise self.failure

    def parse(self, page: ListingPage) -> Iterator[Paper | NotUnderstood]:
        """Yield what the page was given."""
        return iter(self.listed[int(page.text)])


@dataclass
class FakeSummariser:
    """A summariser that remembers whom it was asked for, and answers or fails as told."""

    name: str = "fake"
    model: str = "fake-1"
    prompt_digest: str = "p1"
    failures: Mapping[str, RadarError] = field(default_factory=dict)
    cached: frozenset[str] = frozenset()
    refused: frozenset[str] = frozenset()
    """Papers for which its words fail a check, and a quotation stands in their place."""
    unasked: Mapping[str, str] = field(default_factory=dict)
    """Papers that it keeps from its model, and why."""
    hangs: frozenset[str] = frozenset()
    """Papers whose request never ends by itself."""
    hanging: asyncio.Event = field(default_factory=asyncio.Event)
    """Is set once such a request is under way."""
    asked: list[str] = field(default_factory=list)
    at_once: int = 0
    most_at_once: int = 0
    closed: bool = False

    async def summarise(self, paper: Paper, reading: Reading) -> Outcome:
        """Answer, fail or hang."""
        self.asked.append(paper.id)
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        try:
            await asyncio.sleep(0.001)
            if paper.id in self.hangs:
                self.hanging.set()
                await asyncio.Event().wait()
            if paper.id in self.failures:
                raise self.failures[paper.id]
        finally:
            self.at_once -= 1
        return Outcome(self.summary_of(paper), paper.id in self.cached)

    def summary_of(self, paper: Paper) -> Summary:
        """Return what it says of a paper."""
        refused = ("praise",) if paper.id in self.refused else ()
        unasked = (self.unasked[paper.id],) if paper.id in self.unasked else ()
        made = Provenance(
            self.name,
            NOON,
            self.model,
            self.prompt_digest,
            tokens_in=100,
            tokens_out=10,
            cost=0.25,
            failed_checks=refused or unasked,
        )
        origin = TakeawayOrigin.QUOTED if refused or unasked else TakeawayOrigin.MODEL
        takeaway = Takeaway(f"{self.model} on {paper.title}", origin)
        return Summary(paper.id, takeaway, Flags(), made)

    async def aclose(self) -> None:
        """Note that it was closed."""
        self.closed = True


@dataclass
class FakeStarter:
    """Starts no process, and says so."""

    log: Path = Path("errors.log")
    started: int = 0
    stopped: int = 0
    working: bool = False
    on_its_way: bool = False
    begins: Callable[[], object] | None = None
    """What a worker does first that begins right after the next look."""

    def coming(self) -> bool:
        """Whether the test says that a worker is being started."""
        return self.on_its_way

    def alive(self) -> bool:
        """Whether the test says that a worker is at work."""
        before, begins, self.begins = self.working, self.begins, None
        if begins is not None:
            self.working = True
            begins()
        return before

    def stuck(self, now: datetime) -> str:
        """Say that it is at work."""
        return ""

    def start(self) -> int:
        """Count."""
        self.started += 1
        return 0

    def stop(self) -> None:
        """Count."""
        self.stopped += 1
