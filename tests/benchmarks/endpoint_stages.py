"""What each stage between a paper and its stored summary costs, in CPU time."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from radar.abstracts.reading import read
from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.net.cache import DiskCache
from radar.net.reply import Reply
from radar.papers.bases import replace
from radar.papers.listed.listing import Listing
from radar.papers.listed.paper import Paper
from radar.papers.summaries.summary import Provenance, Summary, Takeaway, TakeawayOrigin
from radar.summaries.dialogue import Answered, Dialogue
from radar.summaries.endpoints.completion import completion_of
from radar.summaries.prompting.budget import token_counter
from radar.summaries.prompting.kept_completions import completion_to_keep
from radar.summaries.summariser import SummariserSettings
from tests.benchmarks.endpoint_server import BODY


def stage_costs(papers: Sequence[Paper]) -> dict[str, float]:
    """Return milliseconds of CPU time a paper, by the name of the stage."""
    with tempfile.TemporaryDirectory() as temporary:
        return _costs(papers, Path(temporary))


def _costs(papers: Sequence[Paper], folder: Path) -> dict[str, float]:
    library = Library.open(folder / "library.sqlite3")
    keys = library.add_papers(papers, Listing("benchmark"), read).keys
    library.finish_bulk()
    reader = LibraryReader.open(library.path)
    settings = SummariserSettings("endpoint", base_url="http://127.0.0.1:1/v1", model="bench")
    dialogue = Dialogue(settings, "endpoint", lambda: datetime.now(UTC))
    count = token_counter(folder / "tiktoken")
    cache = DiskCache.open(folder / "cache")
    completion = completion_of(Reply(200, BODY.decode(), {}))
    texts = [dialogue.text_of(paper) for paper in papers]
    requests = [dialogue.question(text, count) for text in texts]
    readings = [read(paper) for paper in papers]
    answers = [Answered(request, completion) for request in requests]
    places = range(len(papers))
    summaries = [_summary(paper, number) for number, paper in enumerate(papers)]
    groups = [summaries[start : start + 16] for start in range(0, len(summaries), 16)]
    found = {
        "load from the library": _each(keys, reader.entry),
        "read by rules (only where rules are newer)": _each(papers, read),
        "text for the prompt": _each(papers, dialogue.text_of),
        "prompt and budget (tiktoken)": _each(texts, lambda text: dialogue.question(text, count)),
        "digest for the cache": _each(requests, lambda request: dialogue.digest(request, "http://x/v1")),
        "parse the completion": _each(places, lambda _: completion_of(Reply(200, BODY.decode(), {}))),
        "keep in the cache": _each(
            places, lambda place: cache.set("completions", str(place), completion_to_keep(completion))
        ),
        "answer and grounding": _each(
            places,
            lambda place: dialogue.summary(
                papers[place], readings[place], texts[place], answers[place], count
            ),
        ),
        "store, 16 in a transaction": _each(groups, library.save_summaries) / 16,
    }
    cache.close()
    reader.close()
    library.close()
    return found


def _summary(paper: Paper, number: int) -> Summary:
    made = Provenance("endpoint", datetime.now(UTC), "bench", "digest", tokens_in=400, tokens_out=40)
    reading = read(paper)
    takeaway = Takeaway(f"The approach number {number} raises accuracy on the tasks.", TakeawayOrigin.MODEL)
    return Summary(paper.id, takeaway, reading.flags, replace(made, rules_version=reading.rules_version))


def _each(things: Sequence[object], act: Callable[..., object]) -> float:
    for thing in things[:2]:
        act(thing)
    started = time.process_time()
    for thing in things:
        act(thing)
    return (time.process_time() - started) * 1000 / len(things)
