from __future__ import annotations

import asyncio
import threading

from radar.pipeline.errand import Errand


def test_what_comes_of_it_is_returned() -> None:
    async def work() -> str:
        return "done"

    assert Errand(work).run() == "done"


def test_it_is_ended_from_another_thread_while_it_waits() -> None:
    begun, ended = threading.Event(), threading.Event()

    async def work() -> str:
        begun.set()
        try:
            await asyncio.Event().wait()
        finally:
            ended.set()
        return "never"

    errand = Errand(work)
    came: list[str | None] = []
    thread = threading.Thread(target=lambda: came.append(errand.run()))
    thread.start()
    assert begun.wait(30)
    errand.end()
    thread.join(30)
    assert came == [None]
    assert ended.is_set(), "what it held is let go"
    assert errand.ended


def test_what_is_ended_before_it_begins_never_does() -> None:
    begun = []

    async def work() -> str:
        begun.append(1)
        return "done"

    errand = Errand(work)
    errand.end()
    assert errand.run() is None
    assert begun == []
