"""Two processes that fetch from one site: they keep its pace together."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import threading
import time
from itertools import pairwise
from pathlib import Path

import pytest

import radar
from radar.errors import RateLimited
from tests.net.fetching import fetching
from tests.net.loopback import Arrived, Loopback, Scripted, json_answer, loopback

GAP = 0.2
PAGES = 4
_FETCH = """
import asyncio, sys
from pathlib import Path
from radar.net.http import HttpClient
from radar.net.pages import PageFetcher
from radar.net.turns import Turns

async def main(folder: str, url: str, name: str, gap: str) -> None:
    host = url.removeprefix("http://")
    turns = Turns(Path(folder), gaps={host: float(gap)})
    pages = PageFetcher(HttpClient(user_agent="radar/test"), turns)
    await asyncio.gather(*(pages.get(f"{url}/{name}/{number}") for number in range(%d)))
    await pages.aclose()

sys.stdin.readline()
asyncio.run(main(*sys.argv[1:]))
"""


def start(folder: Path, site: Loopback, name: str, pages: int = PAGES) -> subprocess.Popen[bytes]:
    process = subprocess.Popen(
        [sys.executable, "-c", _FETCH % pages, str(folder), site.url, name, str(GAP)],
        cwd=Path(radar.__file__).parents[1],
        stdin=subprocess.PIPE,
    )
    assert process.stdin is not None
    process.stdin.write(b"\n")
    process.stdin.close()
    return process


class Log:
    """Answers slowly, and writes down when each request came and how many were under way."""

    def __init__(self) -> None:
        self.came: list[tuple[float, str]] = []
        self.most = self._under_way = 0
        self._lock = threading.Lock()

    def __call__(self, arrived: Arrived) -> Scripted:
        with self._lock:
            self.came.append((time.time(), arrived.path))
            self._under_way += 1
            self.most = max(self.most, self._under_way)
        time.sleep(0.05)
        with self._lock:
            self._under_way -= 1
        return json_answer([])


def test_two_processes_never_have_two_requests_under_way_and_keep_the_gap(tmp_path: Path) -> None:
    log = Log()
    with loopback(rule=log) as site:
        processes = [start(tmp_path, site, name) for name in ("one", "other")]
        assert [process.wait(60) for process in processes] == [0, 0]
    assert sorted(path for _, path in log.came) == sorted(
        f"/{name}/{number}" for name in ("one", "other") for number in range(PAGES)
    )
    assert log.most == 1
    times = [when for when, _ in log.came]
    assert all(later - earlier >= GAP for earlier, later in pairwise(times))


def test_a_process_that_is_killed_while_it_asks_blocks_nobody(tmp_path: Path) -> None:
    asked = threading.Event()

    def answer(arrived: Arrived) -> Scripted:
        if arrived.path.startswith("/killed"):
            asked.set()
            return Scripted(hold=True)
        return json_answer([])

    with loopback(rule=answer) as site:
        killed = start(tmp_path, site, "killed", 1)
        assert asked.wait(60)
        other = start(tmp_path, site, "other", 1)
        killed.kill()
        killed.wait(60)
        assert other.wait(60) == 0
        site.finished.set()
    assert [arrived.path for arrived in site.arrived] == ["/killed/0", "/other/0"]


async def test_a_wait_that_one_process_was_asked_for_holds_in_another(tmp_path: Path) -> None:
    with loopback(json_answer([], RateLimit='"api";r=0;t=3000'), json_answer([])) as site:
        process = start(tmp_path / "turns", site, "one", 1)
        assert await asyncio.to_thread(process.wait, 60) == 0
        async with fetching(tmp_path, gaps={f"127.0.0.1:{site.port}": GAP}) as pages:
            with pytest.raises(RateLimited):
                await pages.get(site.url)
    assert len(site.arrived) == 1
