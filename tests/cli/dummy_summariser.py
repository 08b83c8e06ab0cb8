"""A package with a summariser, installed into a folder as pip would leave it."""

from __future__ import annotations

import os
from pathlib import Path

_MODULE = """
from datetime import UTC, datetime

from radar.errors import AnswerError
from radar.papers.summaries.flags import Flags
from radar.papers.summaries.summary import Provenance, Summary, Takeaway, TakeawayOrigin
from radar.summaries.summariser import Outcome


class Dummy:
    name = "dummy"
    model = "dummy-1"

    async def summarise(self, paper, reading):
        if paper.title.endswith(" 7"):
            raise AnswerError("seven is too much")
        made = Provenance("dummy", datetime.now(UTC), model=self.model, tokens_in=3, tokens_out=2, cost=0.5)
        takeaway = Takeaway(f"Dummy says {paper.title}.", TakeawayOrigin.MODEL)
        return Outcome(Summary(paper.id, takeaway, reading.flags, made))

    async def aclose(self):
        pass


def make(settings):
    return Dummy()
"""


def install(folder: Path) -> dict[str, str]:
    """Put the package into a folder and return the environment in which Python finds it."""
    (folder / "radar_dummy.py").write_text(_MODULE, encoding="utf-8")
    about = folder / "radar_dummy-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text(
        "Metadata-Version: 2.1\nName: radar-dummy\nVersion: 1.0\n", encoding="utf-8"
    )
    (about / "entry_points.txt").write_text(
        "[radar.summarisers]\ndummy = radar_dummy:make\n", encoding="utf-8"
    )
    return {"PYTHONPATH": os.pathsep.join(filter(None, (str(folder), os.environ.get("PYTHONPATH", ""))))}
