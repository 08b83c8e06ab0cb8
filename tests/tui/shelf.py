"""A small library of invented papers, and a radar around it that starts no worker."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from radar.abstracts.reading import read
from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.papers.listed.listing import Listing
from radar.papers.listed.paper import Links, Paper, PaperId
from radar.pipeline.endpoint_info import EndpointInfo
from radar.pipeline.radar import Radar
from radar.pipeline.surroundings import Surroundings
from tests.new_library import file_of, lay, new_library

HOSTILE = "A [/] title [@click=app.quit]x[/] [Experiment, Analysis & Benchmark]"
WIDE = "海辺の小石を数える小さな網 and x\u0304 pebbles \U0001f3f3\ufe0f \U0001f44b\U0001f3fd"
_CODE = "Our code is available at https://github.com/shore/{name}."
_PROMISED = "We will release our code upon acceptance."
_DATA = "We release the shell photographs at https://zenodo.org/record/{number}."
_NUMBER = "It outperforms strong baselines by 12% in accuracy."
_BEST = "It outperforms the state of the art on three beaches."
_WORDS = "It outperforms strong baselines."


def _paper(number: int, title: str, *sentences: str) -> Paper:
    name = f"tool{number}"
    text = " ".join(sentence.format(name=name, number=4000 + number) for sentence in sentences)
    identity = f"2602.{number:05}"
    return Paper(
        id=PaperId(f"arxiv:{identity}"),
        title=title,
        authors=("Ada Strand", "Bo Kiesel"),
        abstract=f"Shells lie about in heaps. We describe a way of sorting number {number}. {text}",
        listed=date(2026, 2, 28 - number),
        links=Links(landing=f"https://arxiv.org/abs/{identity}"),
    )


PAPERS = (
    _paper(1, "Sorting Shells by Sound", _NUMBER, _CODE),
    _paper(2, "Limpets Revisited", _WORDS),
    _paper(3, HOSTILE, _BEST, _PROMISED),
    _paper(4, WIDE, _DATA),
    _paper(5, "A Survey of Tides"),
    _paper(6, "Counting Gulls Without Looking", _NUMBER, _BEST, _CODE, _DATA),
    _paper(7, "Dune Grass and Its Discontents", _WORDS, _PROMISED),
    _paper(8, "Barnacle Embeddings", _NUMBER),
    _paper(9, "On the Colour of Foam", _WORDS, _CODE),
    _paper(10, "Lighthouses as Clocks", _BEST),
    _paper(11, "Salt in the Loop", _NUMBER),
    _paper(12, "Driftwood Parsing"),
)
"""The newest first, as the list shows them."""
WITH_CODE = ("Sorting Shells by Sound", "Counting Gulls Without Looking", "On the Colour of Foam")
SHORE = Listing("file:shore", "shore")
ENDPOINT = EndpointInfo(
    name="tiny-writer",
    host="127.0.0.1:9",
    base_url="http://127.0.0.1:9/v1",
    model="tiny-writer",
    key_env="",
    key_present=False,
    local=True,
)


@dataclass
class IdleStarter:
    """Starts no process, but notes that it should have."""

    log: Path
    living: bool = False
    started: int = 0
    stopped: int = field(default=0)

    def alive(self) -> bool:
        return self.living

    def coming(self) -> bool:
        return False

    def stuck(self, now: datetime) -> str:
        return ""

    def start(self) -> int:
        self.started += 1
        return 1

    def stop(self) -> None:
        self.stopped += 1


@cache
def _shelved() -> bytes:
    return file_of(lambda library: library.add_papers(PAPERS, SHORE, read))


def shelf(
    folder: Path,
    papers: tuple[Paper, ...] = PAPERS,
    *,
    endpoint: EndpointInfo | None = None,
    sources: tuple[str, ...] = (),
    living: bool = False,
    **more: Any,
) -> Radar:
    """Return a radar around a new library of these papers; `more` are further surroundings."""
    path = folder / "library.sqlite3"
    if papers is PAPERS and not path.exists():
        lay(path, _shelved())
        library = Library.open(path)
    else:
        library = new_library(path)
        library.add_papers(papers, SHORE, read)
    surroundings = Surroundings(
        summariser="endpoint" if endpoint else "offline",
        endpoint=endpoint,
        sources=sources,
        state_folder=folder / "state",
        download_folder=folder,
        config_file=folder / "radar.toml",
        **more,
    )
    return Radar(library, LibraryReader.open(path), IdleStarter(folder / "errors.log", living), surroundings)
