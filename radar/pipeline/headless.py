"""`radar read`: JSON lines of papers in, one JSON line a paper out, in the same order, beside the library."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterable, Iterator
from contextlib import aclosing, suppress
from datetime import UTC, datetime

from radar.errors import RadarError
from radar.papers.bases import Value
from radar.papers.listed.paper import Paper, PaperId
from radar.papers.summaries.summary import Summary
from radar.papers.text.safe_text import clean
from radar.pipeline.exporting.json_text import json_line
from radar.pipeline.exporting.record import Record, summary_record
from radar.pipeline.patience import Patience


class PaperLine(Value):
    """A line that holds a paper."""

    line: int
    """Number of the line, counted from 1."""
    id: str | int
    """The id as it came, which goes out unchanged."""
    paper: Paper


class BadLine(Value):
    """A line that could not be read, or whose paper the summariser could not deal with."""

    line: int
    reason: str
    no_record: bool = False
    """Whether it holds no object of JSON at all."""


class ReadLine(Value):
    """What comes out for one paper."""

    line: int
    text: str
    """A JSON object on one line, without the line break."""
    problem: str = ""
    """Why the offline reading stands in for the summariser asked for; empty where it does not."""


ReadEvent = ReadLine | BadLine
OfflineReading = Callable[[Paper], Summary]
Ask = Callable[[Paper], Awaitable[Summary]]


def offline_reading() -> OfflineReading:
    """Return the reading by rule, which needs neither model nor network."""
    from radar.abstracts.reading import read
    from radar.summaries.offline import offline_summary

    return lambda paper: offline_summary(paper.id, read(paper), datetime.now(UTC))


def read_offline(lines: Iterable[bytes], offline: OfflineReading) -> Iterator[ReadEvent]:
    """Read each line as it comes; nothing is kept back and nothing is held in memory."""
    for met in paper_lines(lines):
        yield met if isinstance(met, BadLine) else _answered(met, offline(met.paper))


async def read_with(
    lines: Iterable[bytes], ask: Ask, offline: OfflineReading, *, at_once: int, patience: Patience
) -> AsyncGenerator[ReadEvent, None]:
    """Ask about up to `at_once` papers at the same time and give the answers in the order of the lines.

    A paper that fails by itself comes out as the offline reading with its problem; an error that
    ends the `patience` is raised.
    """
    waiting: asyncio.Queue[asyncio.Task[ReadEvent] | BadLine | None] = asyncio.Queue()
    room = asyncio.Semaphore(at_once)

    async def answer(met: PaperLine) -> ReadEvent:
        try:
            summary = await ask(met.paper)
        except RadarError as error:
            if patience.ended_by(error):
                raise
            return _answered(met, offline(met.paper), clean(str(error)))
        patience.answered()
        return _answered(met, summary)

    async def start() -> None:
        try:
            async with aclosing(_met_in_a_thread(lines, at_once)) as arriving:
                async for met in arriving:
                    await room.acquire()
                    waiting.put_nowait(met if isinstance(met, BadLine) else asyncio.create_task(answer(met)))
        finally:
            waiting.put_nowait(None)

    starting = asyncio.create_task(start())
    try:
        while (next_one := await waiting.get()) is not None:
            yield await next_one if isinstance(next_one, asyncio.Task) else next_one
            room.release()
        await starting
    finally:
        await _cancelled(starting, waiting)


async def _cancelled(
    starting: asyncio.Task[None], waiting: asyncio.Queue[asyncio.Task[ReadEvent] | BadLine | None]
) -> None:
    starting.cancel()
    await asyncio.gather(starting, return_exceptions=True)
    tasks: list[asyncio.Task[ReadEvent]] = []
    while not waiting.empty():
        if isinstance(left := waiting.get_nowait(), asyncio.Task):
            left.cancel()
            tasks.append(left)
    await asyncio.gather(*tasks, return_exceptions=True)


async def _met_in_a_thread(lines: Iterable[bytes], ahead: int) -> AsyncGenerator[PaperLine | BadLine, None]:
    """Read lines in a thread of its own, at most `ahead` of them in store.

    The thread is a daemon: a reader blocked on a silent pipe must not hold up the end of the program.
    """
    loop = asyncio.get_running_loop()
    arrived: asyncio.Queue[PaperLine | BadLine | RadarError | None] = asyncio.Queue()
    room = threading.Semaphore(ahead)
    ended = threading.Event()

    def read() -> None:
        last: RadarError | None = None
        try:
            for met in paper_lines(lines):
                room.acquire()
                if ended.is_set():
                    return
                loop.call_soon_threadsafe(arrived.put_nowait, met)
        except RadarError as error:
            last = error
        with suppress(RuntimeError):  # the loop is closed: nobody listens any more
            loop.call_soon_threadsafe(arrived.put_nowait, last)

    threading.Thread(target=read, name="radar-read", daemon=True).start()
    try:
        while (met := await arrived.get()) is not None:
            if isinstance(met, RadarError):
                raise met
            room.release()
            yield met
    finally:
        ended.set()
        room.release()


def paper_lines(lines: Iterable[bytes]) -> Iterator[PaperLine | BadLine]:
    """Read each line as a paper; blank lines are passed over."""
    for number, line in enumerate(lines, 1):
        if number == 1:
            line = line.removeprefix(b"\xef\xbb\xbf")
        if line.strip():
            yield _paper_line(number, line)


def _paper_line(number: int, line: bytes) -> PaperLine | BadLine:
    try:
        record = json.loads(line.decode())
    except UnicodeDecodeError:
        return BadLine(number, "is not UTF-8 text", no_record=True)
    except RecursionError:
        return BadLine(number, "is nested too deeply", no_record=True)
    except ValueError as error:
        return BadLine(number, f"is not JSON: {clean(getattr(error, 'msg', str(error)))}", no_record=True)
    if not isinstance(record, dict):
        return BadLine(number, "is not a JSON object", no_record=True)
    reason = _wrong(record)
    if reason:
        return BadLine(number, reason)
    title, abstract, comment = (clean(record.get(name) or "") for name in ("title", "abstract", "comment"))
    paper = Paper(PaperId(clean(str(record["id"]))), title, abstract=abstract, comment=comment)
    return PaperLine(number, record["id"], paper)


def _wrong(record: dict[str, object]) -> str:
    missing = [name for name in ("id", "title", "abstract") if name not in record]
    if missing:
        return f"has no {' and no '.join(missing)}"
    if isinstance(record["id"], bool) or not isinstance(record["id"], str | int):
        return "has an id that is neither text nor a number"
    for name in ("title", "abstract", "comment"):
        if not isinstance(record.get(name), str | None):
            return f"has {'an' if name == 'abstract' else 'a'} {name} that is not text"
    if not record["title"] and not record["abstract"]:
        return "has neither title nor abstract"
    return ""


def _answered(met: PaperLine, summary: Summary, problem: str = "") -> ReadLine:
    record: Record = {"id": met.id, **summary_record(summary, met.paper)}
    del record["figure"]
    if isinstance(made := record["provenance"], dict) and not summary.provenance.model:
        # Rules read the same words the same way at any time: the same lines in give the same lines out.
        made["created"] = None
    return ReadLine(met.line, json_line(record), problem)
