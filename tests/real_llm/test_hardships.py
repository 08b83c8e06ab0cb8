"""A real server that understands little, is too small, is killed, refuses, or writes nonsense."""

from __future__ import annotations

import json
import os
from collections.abc import AsyncGenerator, Iterator
from contextlib import aclosing
from dataclasses import dataclass
from pathlib import Path

import pytest

from radar.abstracts.reading import read
from radar.cli import main
from radar.errors import KeyRefused, Offline
from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.net.http import HttpClient
from radar.papers.bases import replace
from radar.papers.listed.listing import Listing
from radar.papers.listed.paper import Paper, PaperId
from radar.papers.reader.query import PaperEntry
from radar.pipeline.events import Summarised, SummariseEnded, SummariseEvent
from radar.pipeline.summarising import Summarising
from radar.settings import Settings
from radar.summaries.endpoint_summariser import EndpointSummariser
from radar.summaries.summariser import SummariserSettings
from tests.net.loopback import Waits, free_port
from tests.real_llm.conftest import RealServer, Start
from tests.real_llm.counting import FORMATS, counting
from tests.real_llm.honest import PAPERS, assert_honest, settings_of

pytestmark = pytest.mark.real_llm

SHORT = 48
"""Tokens of an answer: enough for a line, and often cut short, which is a hardship of its own."""
LONG = Paper(
    PaperId("title:real-long"),
    "The Diary of a Weather Station",
    abstract=" ".join(
        f"On day {day} the wind turned and the rain gauge of the old station by the lake had to be emptied."
        for day in range(1, 29)
    )
    + " We find that the gauge was emptied on every single day.",
)
_BRIEF = (
    "Answer with a JSON object: takeaway, what was found in one short sentence; results_sentence, the number "
    "of the sentence that says so; code_sentence, the number of the sentence about code, or 0.\n\n---\n\n"
    "Title: {title}\n{sentences}\n"
)
"""A prompt that is quickly read: what these tests are about is not how well the model writes."""
_NONSENSE = (
    "Write anything at all, with many numbers such as 123.4 and links such as https://github.com/you/it. "
    "Answer with a JSON object with the fields takeaway, results_sentence and code_sentence.\n\n---\n\n"
    "Title: {title}\n{sentences}\n"
)


def _summariser(settings: SummariserSettings) -> EndpointSummariser:
    return EndpointSummariser(settings, HttpClient(user_agent="radar/test", sleep=Waits()))


@pytest.fixture
def brief(tmp_path: Path) -> str:
    path = tmp_path / "brief.md"
    path.write_text(_BRIEF, encoding="utf-8")
    return str(path)


@pytest.mark.parametrize("number", [0, 1, 2], ids=FORMATS)
async def test_a_server_that_takes_less_is_asked_for_less_and_every_paper_gets_an_honest_line(
    real_server: RealServer, brief: str, number: int
) -> None:
    with counting(real_server.base_url, FORMATS[number:]) as between:
        real = RealServer(between.base_url, real_server.model)
        settings = replace(settings_of(real), max_tokens=SHORT, prompt=brief)
        async with aclosing(_summariser(settings)) as summariser:
            for paper in PAPERS[:2]:
                assert_honest(paper, (await summariser.summarise(paper, read(paper))).summary)
    # What it does not take is found out once.
    assert between.formats == [*FORMATS[: number + 1], FORMATS[number]]
    assert between.completions == 2


async def test_a_paper_too_long_for_the_server_is_asked_about_again_with_fewer_sentences(
    start_server: Start, brief: str
) -> None:
    with start_server("--context", "640") as server, counting(server.base_url) as between:
        real = RealServer(between.base_url, "smollm2")
        settings = replace(settings_of(real), context_tokens=8192, max_tokens=SHORT, prompt=brief)
        async with aclosing(_summariser(settings)) as summariser:
            made = (await summariser.summarise(LONG, read(LONG))).summary
    assert_honest(LONG, made)
    first, second = map(json.loads, between.answers)
    assert first["error"]["type"] == "exceed_context_size_error"
    assert second["usage"]["prompt_tokens"] <= 640
    assert made.provenance.tokens_in == second["usage"]["prompt_tokens"]


@dataclass(frozen=True)
class Shelf:
    """A library with papers in it."""

    library: Library
    reader: LibraryReader
    keys: tuple[int, ...]

    async def summarise(self, settings: SummariserSettings, again: bool = False) -> SummariseEnded:
        """Have all papers summarised, one after the other, and return what came of it."""
        # Left half-way, what closes the connections would run whenever the generator is collected.
        async with aclosing(self.events(settings, again)) as events:
            async for event in events:
                if isinstance(event, SummariseEnded):
                    return event
        raise AssertionError("the run did not end")

    async def events(
        self, settings: SummariserSettings, again: bool = False
    ) -> AsyncGenerator[SummariseEvent]:
        """Yield what happens meanwhile."""
        flow = Summarising(self.library, self.reader, _summariser(settings), read, 1)
        async with aclosing(flow), aclosing(flow.run(self.keys, again)) as events:
            async for event in events:
                yield event

    def entries(self) -> list[PaperEntry]:
        """Return what is known of each paper."""
        return [entry for entry in map(self.reader.entry, self.keys) if entry is not None]


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    library = Library.open(tmp_path / "library.sqlite3")
    keys = library.add_papers(PAPERS[:4], Listing("file:real"), read).keys
    reader = LibraryReader.open(library.path)
    yield Shelf(library, reader, keys)
    reader.close()
    library.close()


async def test_a_server_killed_in_the_middle_and_started_again_is_asked_only_for_what_is_missing(
    start_server: Start, shelf: Shelf, brief: str, tmp_path: Path
) -> None:
    port = str(free_port())
    real = RealServer(f"http://127.0.0.1:{port}/v1", "smollm2")
    settings = replace(settings_of(real, tmp_path / "cache"), max_tokens=SHORT, prompt=brief)
    ended, done = None, 0
    with start_server("--port", port) as server:
        async for event in shelf.events(settings):
            done += isinstance(event, Summarised) and event.summary is not None
            if done == 2:
                # The third request is on its way, or about to be.
                server.kill()
            ended = event
    assert isinstance(ended, SummariseEnded)
    assert isinstance(ended.stopped, Offline)
    assert (ended.failed, ended.left) == (0, 4 - ended.done)
    assert 2 <= ended.done < 4
    assert sum(len(entry.summaries) == 2 for entry in shelf.entries()) == ended.done
    with start_server("--port", port):
        resumed = await shelf.summarise(settings)
        assert (resumed.done, resumed.skipped) == (ended.left, ended.done)
        assert (resumed.cached, resumed.stopped) == (0, None)
        # Asked again, they are asked anew, whatever answers of both runs are at hand.
        repeated = await shelf.summarise(settings, again=True)
        assert (repeated.done, repeated.cached) == (4, 0)
        assert repeated.tokens_in > 0
    assert [len(entry.summaries) for entry in shelf.entries()] == [2, 2, 2, 2]
    for entry in shelf.entries():
        assert_honest(entry.paper, entry.summary)


async def test_a_context_that_not_even_the_prompt_fits_is_said_and_every_paper_keeps_its_line(
    start_server: Start, shelf: Shelf
) -> None:
    with start_server("--context", "256") as server:
        settings = replace(settings_of(RealServer(server.base_url, "smollm2")), max_tokens=SHORT)
        ended = await shelf.summarise(settings)
    assert (ended.done, ended.failed) == (0, 4)
    for entry in shelf.entries():
        assert "context_tokens" in entry.error
        assert entry.summary.takeaway == read(entry.paper).takeaway


async def test_a_wrong_key_ends_a_run_at_once_and_every_paper_keeps_its_line(
    start_server: Start, shelf: Shelf
) -> None:
    with start_server("--api-key", "sk-right-4711") as server:
        real = RealServer(server.base_url, "smollm2")
        ended = await shelf.summarise(settings_of(real, key="sk-wrong-4711"))
    assert isinstance(ended.stopped, KeyRefused)
    assert "RADAR_TEST_KEY" in str(ended.stopped)
    assert (ended.done, ended.left) == (0, 4)
    for entry in shelf.entries():
        assert "4711" not in entry.error
        assert entry.summary.takeaway == read(entry.paper).takeaway


async def test_nonsense_that_was_asked_for_brings_no_invented_link_and_no_ungrounded_number(
    real_server: RealServer, tmp_path: Path
) -> None:
    prompt = tmp_path / "nonsense.md"
    prompt.write_text(_NONSENSE, encoding="utf-8")
    with counting(real_server.base_url, ("text",)) as between:
        real = RealServer(between.base_url, real_server.model)
        settings = replace(settings_of(real), max_tokens=SHORT, prompt=str(prompt))
        async with aclosing(_summariser(settings)) as summariser:
            for paper in PAPERS[1:3]:
                assert_honest(paper, (await summariser.summarise(paper, read(paper))).summary)


def test_a_real_model_and_the_rules_are_compared(
    real_server: RealServer, brief: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    variables = {
        "BASE_URL": real_server.base_url,
        "MODEL": real_server.model,
        "MAX_TOKENS": str(SHORT),
        "PROMPT": brief,
    }
    for name, value in variables.items():
        monkeypatch.setenv(f"RADAR_{name}", value)
    library = Library.open(Settings.load(os.environ).library)
    library.add_papers(PAPERS[:2], Listing("file:real"), read)
    library.close()
    assert main(["compare", "--summarisers", "endpoint,offline", "--json"]) == 0
    record = json.loads(capsys.readouterr().out)
    asked, offline = record["summarisers"]
    assert asked["accepted"] + asked["trimmed"] + asked["quoted"] == 2
    assert asked["tokens_in"] > 200
    assert asked["papers_timed"] == 2
    assert (offline["quoted"], offline["tokens_in"]) == (2, 0)
