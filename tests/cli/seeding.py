"""A library with a few invented papers, where the program looks for it."""

from __future__ import annotations

import os
from collections.abc import Sequence

from radar.abstracts.reading import read
from radar.library.adding.storing import Added
from radar.papers.listed.listing import Listing
from radar.papers.listed.paper import Paper
from radar.settings import Settings
from tests.new_library import new_library
from tests.pipeline.exporting.entries import paper

SORTING = paper(
    abstract="Snails sort marbles 40% faster with us. Our code is available at https://github.com/snail/sort."
)
PROMISING = paper(
    "Slugs Climb Walls",
    "2511.00124",
    abstract="We find that slugs climb walls. We will release our code upon acceptance.",
)
SILENT = paper("A Survey of Shells", "2511.00125", abstract="This survey describes shells and their colours.")
PAPERS = (SORTING, PROMISING, SILENT)


def settings() -> Settings:
    """Return the settings of the test's own environment."""
    return Settings.load(os.environ)


def seed(papers: Sequence[Paper] = PAPERS) -> Added:
    """Bring the papers into the library and return what came of it."""
    library = new_library(settings().library)
    try:
        added = library.add_papers(papers, Listing("file:garden.txt", "garden.txt"), read)
        library.finish_bulk()
        return added
    finally:
        library.close()


def many(count: int) -> list[Paper]:
    """Return numbered papers."""
    return [
        paper(
            f"Snail number {number} walks", f"2512.{number:05d}", abstract=f"We watch snail {number} walk on."
        )
        for number in range(count)
    ]
