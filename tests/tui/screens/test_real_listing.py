from __future__ import annotations

import json
from pathlib import Path

import pytest

from radar.abstracts.reading import read
from radar.papers.listed.identity import normalised_title
from radar.pipeline.importing import Importer
from radar.sources.huggingface.listing_file import ListingText
from tests.tui.conftest import MakeRadar
from tests.tui.driving import seated


@pytest.mark.eval
async def test_c_on_a_real_listing_leaves_exactly_the_papers_whose_code_is_released(
    eval_data: Path, make_radar: MakeRadar
) -> None:
    radar = make_radar(papers=())
    for _event in Importer(radar.library, (ListingText(),), read).run(
        [eval_data / "data" / "hf_listing.txt"]
    ):
        pass
    lines = (eval_data / "labels" / "seed.jsonl").read_text(encoding="utf-8").splitlines()
    labels = [json.loads(line) for line in lines]
    released = {normalised_title(label["title"]) for label in labels if label["code"] == "released"}
    async with seated(radar) as seat:
        assert len(seat.titles()) == 66
        await seat.press("c")
        assert {normalised_title(title) for title in seat.titles()} == released
        assert f"{len(released)} of 66" in seat.lines()[1]
