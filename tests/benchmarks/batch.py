"""How fast batches go out and come in, and in how much memory: `python -m tests.benchmarks.batch`.

Papers and answers are invented. Each step runs in a process of its own, at a tenth of the size and at the
whole, so that memory that grows with the papers is seen as a ratio. Beside it: the same lines read and
written as JSON and nothing else. On a machine that others use too, trust the ratios.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from radar.abstracts.rules_version import RULES_VERSION
from radar.library.jobs.batches import BatchBook
from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.papers.listed.listing import Listing
from radar.papers.listed.paper import Paper, PaperId
from radar.papers.reader.query import PaperQuery
from radar.papers.summaries.flags import Claim, Flags, ResultClaim
from radar.papers.summaries.summary import Reading, Takeaway, TakeawayOrigin
from radar.pipeline.batches.asking import Terms
from radar.pipeline.batches.exporting import Exporter
from radar.pipeline.batches.importing import ResultImporter
from radar.summaries.batch_lines import Dialect
from radar.summaries.summariser import SummariserSettings

_SETTINGS = SummariserSettings("endpoint", model="bench")
_THINGS = [
    "gardens",
    "rivers",
    "engines",
    "libraries",
    "markets",
    "forests",
    "harbours",
    "kitchens",
    "orchards",
    "bridges",
]
_VERBS = [
    "measure",
    "sort",
    "count",
    "predict",
    "compare",
    "describe",
    "repair",
    "translate",
    "compress",
    "classify",
]
_WAYS = [
    "graphs",
    "lanterns",
    "mirrors",
    "ledgers",
    "kernels",
    "windmills",
    "prompts",
    "lattices",
    "archives",
    "pulleys",
]
_SENTENCES = (
    "Many people want to {verb} {thing}, but this is still slow and expensive in practice.",
    "Earlier work relies on {way} that were made by hand and that do not carry over to other {thing}.",
    "We introduce {name}, a method that learns to {verb} {thing} with {way} and little supervision.",
    "{name} first splits the problem into small steps and then solves each of them with shared {way}.",
    "On {count} {thing} from three regions, {name} improves accuracy by {figure} points over the best.",
    "It also needs only {share}% of the time, which makes it useful where computers are small.",
    "An analysis shows that most of the gain comes from the {way} and not from the size of the model.",
    "Our code is available at https://example.org/{name}.",
)


def main() -> None:
    """Measure and print one table, or do one step of it."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--papers", type=int, default=100_000, help="the larger size (100000)")
    options.add_argument("--step", choices=("build", "export", "answer", "import"), help=argparse.SUPPRESS)
    options.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    options.add_argument("--processes", type=int, help="how many help; by default what radar takes")
    chosen = options.parse_args()
    if chosen.step:
        print(json.dumps(_step(chosen.step, chosen.folder, chosen.papers, chosen.processes)))
        return
    print(f"load {os.getloadavg()[0]:.2f}, {os.cpu_count()} cores")
    columns = []
    for size in (max(1_000, chosen.papers // 10), chosen.papers):
        with tempfile.TemporaryDirectory() as folder:
            columns.append(_measured(Path(folder), size, chosen.processes))
    _print(columns)


def _measured(folder: Path, size: int, processes: int | None) -> dict[str, float]:
    figures: dict[str, float] = {"papers": size}
    for step in ("build", "export", "answer", "import"):
        command = [sys.executable, "-m", "tests.benchmarks.batch", "--step", step, "--folder", str(folder)]
        command += ["--papers", str(size)] + (
            ["--processes", str(processes)] if processes is not None else []
        )
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            sys.exit(done.stderr)
        figures |= json.loads(done.stdout)
    return figures


def _step(step: str, folder: Path, size: int, processes: int | None) -> dict[str, float]:
    steps = {"build": _build, "export": _export, "answer": _answer, "import": _import}
    return steps[step](folder, size, processes)


def _build(folder: Path, size: int, processes: int | None) -> dict[str, float]:
    library = Library.open(folder / "library.db")
    papers = _papers(size)
    while chunk := list(itertools.islice(papers, 500)):
        library.add_papers(chunk, Listing("benchmark"), _reading)
    library.finish_bulk()
    library.close()
    return {}


def _export(folder: Path, size: int, processes: int | None) -> dict[str, float]:
    library, reader = Library.open(folder / "library.db"), LibraryReader.open(folder / "library.db")
    before = (folder / "library.db").stat().st_size
    exporter = Exporter(reader, BatchBook(library), Terms(_SETTINGS, Dialect.OPENAI), processes=processes)
    started = time.perf_counter()
    for _ in exporter.run(reader.keys(PaperQuery()), folder / "out"):
        pass
    seconds = time.perf_counter() - started
    reader.close()
    library.close()
    written = sum(path.stat().st_size for path in (folder / "out").glob("*.jsonl"))
    grown = (folder / "library.db").stat().st_size - before
    return {
        "out, lines/s": size / seconds,
        "out, as plain JSON, lines/s": _copied(folder / "out", "requests-*", folder / "copy.jsonl"),
        "bytes a line": written / size,
        "library grows by, bytes a paper": grown / size,
        **_peak("out"),
    }


def _answer(folder: Path, size: int, processes: int | None) -> dict[str, float]:
    random.seed(size)
    for path in sorted((folder / "out").glob("requests-*.jsonl")):
        with (
            path.open("rb") as asked,
            path.with_name(path.name.replace("requests", "results")).open("wb") as out,
        ):
            for line in asked:
                out.write(json.dumps(_result(json.loads(line))).encode() + b"\n")
    return {}


def _import(folder: Path, size: int, processes: int | None) -> dict[str, float]:
    library, reader = Library.open(folder / "library.db"), LibraryReader.open(folder / "library.db")
    importer = ResultImporter(
        library, reader, BatchBook(library), lambda name: _SETTINGS, processes=processes
    )
    paths = sorted((folder / "out").glob("results-*.jsonl"))
    started = time.perf_counter()
    reading = importer.run(paths)
    try:
        while True:
            next(reading)
    except StopIteration as ended:
        tally = ended.value
    seconds = time.perf_counter() - started
    library.close()
    return {
        "in, lines/s": size / seconds,
        "in, as plain JSON, lines/s": _copied(folder / "out", "results-*", folder / "copy.jsonl"),
        "accepted": tally.accepted,
        "quoted": tally.quoted,
        "failed": tally.failed,
        **_peak("in"),
    }


def _copied(folder: Path, names: str, to: Path) -> float:
    started, lines = time.perf_counter(), 0
    with to.open("wb") as out:
        for path in sorted(folder.glob(names)):
            with path.open("rb") as stream:
                for line in stream:
                    out.write(json.dumps(json.loads(line), ensure_ascii=False).encode() + b"\n")
                    lines += 1
    return lines / (time.perf_counter() - started)


def _peak(what: str) -> dict[str, float]:
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    largest = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return {f"{what}, peak MB": own, f"{what}, peak MB of a helper": largest}


def _print(columns: list[dict[str, float]]) -> None:
    small, large = columns
    for name in large:
        ratio = large[name] / small[name] if small[name] else 0.0
        told = f"  x{ratio:.2f}" if "peak" in name else ""
        print(f"{name:32} {small[name]:>12,.0f} {large[name]:>12,.0f}{told}")


def _papers(size: int) -> Iterator[Paper]:
    chance = random.Random(1)
    for number in range(size):
        words = {
            "verb": chance.choice(_VERBS),
            "thing": chance.choice(_THINGS),
            "way": chance.choice(_WAYS),
            "name": f"{chance.choice(_WAYS)[:4].title()}{chance.choice(_THINGS)[:3].title()}{number % 97}",
            "count": f"{chance.randrange(1_000, 90_000):,}",
            "figure": f"{chance.randrange(10, 99) / 10}",
            "share": chance.randrange(5, 80),
        }
        order = [0, 1, 2, 3, 6, 4, 5, *([7] if chance.random() < 0.3 else [])]
        abstract = " ".join(_SENTENCES[index].format(**words) for index in order)
        title = "{name}: Learning to {verb} {thing} with {way}, part ".format(**words) + str(number)
        day = date(2026, 6, 1) - timedelta(days=number // 400)
        yield Paper(
            PaperId(f"arxiv:{2000 + number // 90_000}.{number % 90_000:05}"),
            title,
            ("Ada Reh",),
            abstract,
            listed=day,
        )


def _reading(paper: Paper) -> Reading:
    flags = Flags(results=ResultClaim(Claim.QUANTIFIED, figure="+2"))
    return Reading(Takeaway(paper.title[:120], TakeawayOrigin.QUOTED), flags, RULES_VERSION)


def _result(asked: dict[str, object]) -> dict[str, object]:
    body = asked["body"]
    assert isinstance(body, dict)
    text = body["messages"][1]["content"]
    name = text.split("Title: ", 1)[1].split(":", 1)[0]
    figure = text.split("accuracy by ", 1)[1].split(" ", 1)[0]
    takeaway = (
        f"{name} learns with little supervision and improves accuracy by {figure} points over earlier work."
    )
    if random.random() < 0.2:
        takeaway = f"{name} is 99.99% better than anything that the Moon Institute has ever made."
    answer = json.dumps({"takeaway": takeaway, "results_sentence": 6, "code_sentence": 0})
    message: dict[str, object] = {"role": "assistant", "content": answer, "refusal": None, "annotations": []}
    usage = {"prompt_tokens": 640, "completion_tokens": 45, "total_tokens": 685}
    completion = {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "model": "bench",
        "choices": [{"index": 0, "message": message, "logprobs": None, "finish_reason": "stop"}],
        "usage": usage,
    }
    response = {"status_code": 200, "request_id": "r", "body": completion}
    return {"id": "batch_req_1", "custom_id": asked["custom_id"], "response": response, "error": None}


if __name__ == "__main__":
    main()
