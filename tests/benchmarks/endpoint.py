"""How fast papers go through one endpoint: `python -m tests.benchmarks.endpoint`.

The endpoint is a process of its own that answers after a fixed delay. A real worker process summarises
invented papers (or those in the *arxiv_40k*.jsonl of the folder RADAR_EVAL_DATA) while a screen on the same
library shows them, and a sampler tells how late that screen's loop is. Beside it the same requests by bare
httpx clients, without radar, show what the machine bears. The ideal rate is requests in flight / delay.

Cost per stage is measured apart, by CPU time, one paper after the other. There is no pass mark: on a machine
that other programs share, trust CPU time and the ratio to bare httpx and not the rate.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import AsyncExitStack, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from radar.abstracts.reading import read
from radar.papers.jobs.job import Job
from radar.papers.listed.listing import Listing
from radar.papers.listed.paper import Paper, PaperId
from radar.pipeline.radar import Radar
from radar.settings import Settings
from radar.tui.app import RadarApp
from radar.wiring.radars import build_radar
from tests.benchmarks.endpoint_stages import stage_costs

_PROMPT = {"model": "bench", "messages": [{"role": "user", "content": "x" * 1_900}]}
_TICKS = os.sysconf("SC_CLK_TCK")
_SAMPLE = 0.005
_ABSTRACT = (
    "Language models serve many tasks today, from the summary of news to the writing of code. Their accuracy "
    "on tasks of kind {n} stays low, however, where the data is noisy. We propose MossNet-{n}, an approach "
    "that raises accuracy by {p}% over strong baselines on {m} benchmarks. Experiments on GLUE and SQuAD "
    "show that it improves robustness, and ablations confirm that each component matters. Most errors stem "
    "from rare words and long sentences that were studied less. The results suggest that smaller models can "
    "be trained with less supervision than was thought. Code and data are available at "
    "https://github.com/moss/net{n}."
)


@dataclass(frozen=True, slots=True)
class Figures:
    """What one combination of delay and requests in flight came to."""

    delay: float
    in_flight: int
    rate: float
    cpu: float
    """Milliseconds of CPU time of the worker for one paper."""
    bare: float
    """Requests a second by httpx alone."""
    lags: tuple[float, float, float]
    """How late the screen's loop was, in milliseconds: median, 99th percentile, most."""

    @property
    def ideal(self) -> float:
        """Papers a second if nothing but the endpoint took time."""
        return self.in_flight / self.delay


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--delays", default="0.3,1", help="seconds, separated by commas")
    options.add_argument("--in-flight", default="8,32,128", help="requests at once, separated by commas")
    options.add_argument("--seconds", type=float, default=12, help="about how long each run takes")
    chosen = options.parse_args()
    delays = [float(delay) for delay in chosen.delays.split(",")]
    counts = [int(count) for count in chosen.in_flight.split(",")]
    print("CPU time of each stage, ms a paper")
    for name, cost in stage_costs(list(itertools.islice(papers(), 300))).items():
        print(f"  {name:42}{cost:8.3f}")
    print(f"\nload before: {os.getloadavg()[0]:.1f}, processors: {os.cpu_count()}")
    print(
        f"{'delay':>6}{'at once':>9}{'ideal/s':>9}{'radar/s':>9}{'share':>7}{'bare/s':>9}{'of bare':>9}"
        f"{'CPU ms':>8}{'lag p50':>9}{'p99':>7}{'max':>7}"
    )
    for delay, count in itertools.product(delays, counts):
        line(measure(delay, count, chosen.seconds))


def line(found: Figures) -> None:
    """Print one line of the table."""
    print(
        f"{found.delay:6g}{found.in_flight:9}{found.ideal:9.1f}{found.rate:9.1f}"
        f"{found.rate / found.ideal:7.2f}{found.bare:9.1f}{found.rate / found.bare:9.2f}{found.cpu:8.2f}"
        f"{found.lags[0]:9.1f}{found.lags[1]:7.1f}{found.lags[2]:7.1f}",
        flush=True,
    )


def measure(delay: float, in_flight: int, seconds: float) -> Figures:
    """Return the figures of one combination."""
    number = max(4 * in_flight, int(seconds * in_flight / delay))
    with endpoint(delay) as url, tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        bare = asyncio.run(bare_rate(url, in_flight, min(number, 6 * in_flight)))
        for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
            os.environ[name] = folder
        chosen = {"base_url": url, "model": "bench", "concurrency": in_flight}
        with closing(build_radar(Settings.load(os.environ, chosen))) as radar:
            keys = filled(radar, number)
            rate, cpu, lags = asyncio.run(run_beside_screen(radar, keys, in_flight))
    return Figures(delay, in_flight, rate, cpu, bare, lags)


@contextmanager
def endpoint(delay: float) -> Iterator[str]:
    """Run the endpoint in a process of its own and give its address."""
    command = [sys.executable, "-m", "tests.benchmarks.endpoint_server", str(delay)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield f"http://127.0.0.1:{int(process.stdout.readline())}/v1"
        finally:
            process.kill()


async def bare_rate(url: str, in_flight: int, number: int) -> float:
    """Return the requests a second by httpx clients alone, of one connection each, after a first round."""
    left = iter(range(number))
    context = httpx.create_ssl_context()

    async def ask(client: httpx.AsyncClient) -> None:
        (await client.post(f"{url}/chat/completions", json=_PROMPT)).raise_for_status()

    async def ask_on(client: httpx.AsyncClient) -> None:
        for _ in left:
            await ask(client)

    async with AsyncExitStack() as open_clients:
        made = (httpx.AsyncClient(verify=context, timeout=60) for _ in range(in_flight))
        clients = [await open_clients.enter_async_context(client) for client in made]
        await asyncio.gather(*map(ask, clients))
        started = time.perf_counter()
        await asyncio.gather(*map(ask_on, clients))
        return number / (time.perf_counter() - started)


def filled(radar: Radar, number: int) -> Sequence[int]:
    """Bring papers into the library and return their keys in the order of the list."""
    arriving = papers()
    keys: list[int] = []
    while len(keys) < number:
        chunk = list(itertools.islice(arriving, min(500, number - len(keys))))
        keys += radar.library.add_papers(chunk, Listing("benchmark"), read).keys
    radar.library.finish_bulk()
    return keys


async def run_beside_screen(
    radar: Radar, keys: Sequence[int], in_flight: int
) -> tuple[float, float, tuple[float, float, float]]:
    """Let the worker summarise while a screen shows it.

    Returns:
        Papers a second and CPU milliseconds a paper, without the first two rounds and the last, and the lags.
    """
    async with RadarApp(radar).run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        lags: list[float] = []
        sampling = asyncio.create_task(sample(lags))
        job = radar.request_summaries(keys)
        first = await reached(radar, job, 2 * in_flight)
        lags.clear()
        last = await reached(radar, job, len(keys) - in_flight)
        sampling.cancel()
        await reached(radar, job, len(keys))
    papers = last[0] - first[0]
    ordered = sorted(lags)
    found = (statistics.median(ordered), ordered[int(len(ordered) * 0.99)], ordered[-1])
    return papers / (last[1] - first[1]), 1000 * (last[2] - first[2]) / papers, found


async def sample(lags: list[float]) -> None:
    """Note how late the loop is, in milliseconds, every few of them."""
    while True:
        due = time.perf_counter() + _SAMPLE
        await asyncio.sleep(_SAMPLE)
        lags.append(1000 * (time.perf_counter() - due))


async def reached(radar: Radar, job: Job, number: int) -> tuple[int, float, float]:
    """Wait until so many papers are done; return how many are, the time and the worker's CPU seconds."""
    before = -1
    while True:
        now = radar.jobs.get(job.number)
        assert now is not None
        done = now.progress.done
        if now.state.ended and done < number:
            raise SystemExit(f"the run ended early: {now.message}")
        if done >= number and (done != before != -1 or now.state.ended):
            return done, time.perf_counter(), cpu_of(worker_of(radar, job))
        before = done
        await asyncio.sleep(0.02)


def worker_of(radar: Radar, job: Job) -> int:
    """Return the process that has the job."""
    return int(radar.library.database.value("SELECT worker FROM jobs WHERE number = ?", (job.number,)))


def cpu_of(process: int) -> float:
    """Return the CPU seconds that a process has taken; 0 where it is gone."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / _TICKS


def papers() -> Iterator[Paper]:
    """Return papers without end: real ones first where there are any, then invented ones."""
    folder = os.environ.get("RADAR_EVAL_DATA", "")
    for path in sorted(Path(folder).rglob("*arxiv_40k*.jsonl")) if folder else ():
        with path.open(encoding="utf-8") as lines:
            yield from (_real(json.loads(each)) for each in lines)
    for number in itertools.count():
        text = _ABSTRACT.format(n=number, p=number % 40 + 0.5, m=number % 9 + 2)
        title = f"MossNet-{number}: Raising the Accuracy of Language Models on Noisy Tasks"
        yield Paper(
            PaperId(f"arxiv:{2600 + number // 99_999}.{number % 99_999:05d}"), title, ("Ada Moss",), text
        )


def _real(record: dict[str, str]) -> Paper:
    return Paper(PaperId(f"arxiv:{record['id']}"), record["title"], abstract=record["abstract"])


if __name__ == "__main__":
    main()
