"""A real library in a temporary folder, and the screen on top of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from radar.papers.listed.paper import Paper
from radar.pipeline.radar import Radar
from tests.tui import shelf

MakeRadar = Callable[..., Radar]


@pytest.fixture
def make_radar(tmp_path: Path) -> Iterator[MakeRadar]:
    """Makes radars around libraries of invented papers, and closes them at the end."""
    made: list[Radar] = []

    def make(papers: tuple[Paper, ...] = shelf.PAPERS, **surroundings: object) -> Radar:
        folder = tmp_path / f"shelf{len(made)}"
        folder.mkdir()
        made.append(shelf.shelf(folder, papers, **surroundings))  # type: ignore[arg-type]
        return made[-1]

    yield make
    for radar in made:
        radar.close()


@pytest.fixture
def radar(make_radar: MakeRadar) -> Radar:
    """A radar around the twelve papers of the shelf."""
    return make_radar()
