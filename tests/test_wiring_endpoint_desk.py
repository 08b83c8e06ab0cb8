"""The desk that sets endpoints up: where it writes, and that a demo writes nowhere else."""

from __future__ import annotations

import os
from contextlib import closing

from radar.pipeline.endpoint_desk import EndpointDraft
from radar.settings import Settings
from radar.wiring.endpoint_desk import SettingsDesk
from radar.wiring.radars import build_demo, build_radar
from tests.cli.endpoint_desk import settings_file, settings_tables, write_settings

DRAFT = EndpointDraft(base_url="http://127.0.0.1:9/v1", name="pond", model="small")
TABLE = {"base_url": "http://127.0.0.1:9/v1", "model": "small"}


def test_an_endpoint_is_written_into_the_settings_and_asked_without_a_start() -> None:
    with closing(build_radar(Settings.load(os.environ))) as radar:
        radar.asked.adopt(radar.asked.desk.write(DRAFT, default=False))
        assert settings_tables() == {"endpoints": {"pond": TABLE}}
        assert radar.asked.ready("") == "small at pond"
        assert radar.asked.settings_news() == "", "what radar wrote itself is no news"
        assert radar.asked.desk.free_name(DRAFT) != "pond"


def test_a_demo_keeps_an_endpoint_to_its_end_and_leaves_the_settings_alone() -> None:
    theirs = '[endpoints.lake]\nbase_url = "http://127.0.0.1:8/v1"\nmodel = "large"\n'
    write_settings(theirs)
    with closing(build_demo(Settings.load(os.environ))) as radar:
        desk = radar.asked.desk
        assert desk.file is None
        radar.asked.adopt(desk.write(DRAFT, default=False))
        assert radar.asked.ready("") == "small at pond"
    assert settings_file().read_text(encoding="utf-8") == theirs


def test_what_is_shown_is_what_is_written() -> None:
    write_settings("")
    desk = SettingsDesk(Settings.load(os.environ))
    shown = desk.written(DRAFT, default=True)
    desk.write(DRAFT, default=True)
    assert [line for line in settings_file().read_text().splitlines() if line] == [
        line for line in shown.splitlines() if line
    ]
