"""The sources that a screen follows, as the settings file names them while it is open."""

from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path

import pytest

from radar.errors import SettingsError
from radar.pipeline.feed_lists import SortedFeed
from radar.pipeline.source_desk import FollowedSources
from radar.settings import Settings, SourceSettings
from radar.settings.source_tables import add_source
from radar.sources.feeds.opml import Feed
from radar.wiring.radars import build_demo
from radar.wiring.source_desk import build_source_desk


@pytest.mark.parametrize("named", [True, False])
def test_what_is_written_while_the_screen_is_open_is_followed(tmp_path: Path, named: bool) -> None:
    file = tmp_path / "own.toml" if named else Settings.load(os.environ).config_file
    file.parent.mkdir(parents=True, exist_ok=True)
    if named:
        file.write_text("", encoding="utf-8")
    settings = Settings.load({**os.environ, **({"RADAR_CONFIG": str(file)} if named else {})})
    desk = build_source_desk(settings)
    assert desk.followed() is None
    add_source(file, SourceSettings(name="arxiv:cs.CL"))
    followed = desk.followed()
    assert followed is not None and "arxiv:cs.CL" in followed.names
    assert desk.followed() is None
    file.write_text('sources = ["hf:trending"]', encoding="utf-8")
    assert desk.followed() == FollowedSources(("hf:trending",), ())
    file.unlink()
    assert desk.followed() == FollowedSources(("hf:daily",), ("hf:daily",))


def test_a_settings_file_that_was_broken_is_told_until_it_is_mended() -> None:
    settings = Settings.load(os.environ)
    settings.config_file.parent.mkdir(parents=True)
    desk = build_source_desk(settings)
    settings.config_file.write_text('sources = ["hf:daily"', encoding="utf-8")
    for _ in range(2):
        with pytest.raises(SettingsError, match=r"config\.toml"):
            desk.followed()
    settings.config_file.write_text('sources = ["arxiv:cs.CL"]', encoding="utf-8")
    assert desk.followed() == FollowedSources(("arxiv:cs.CL",), ())


def test_a_demo_follows_for_itself_and_leaves_the_settings_alone() -> None:
    settings = Settings.load(os.environ)
    with closing(build_demo(settings)) as demo:
        demo.asking.follow(demo.asking.source_of("arxiv:cs.CL"))
        feeds = (SortedFeed("feed:https://kites.example/", "Kites"), SortedFeed("arxiv:cs.CL", ""))
        assert demo.asking.follow_feeds(feeds) == ("feed:https://kites.example/",)
        assert [
            feed.known for feed in demo.asking.sort_feeds((Feed("https://kites.example/", "Kites"),))
        ] == [True]
        assert not settings.config_file.exists()
        assert list(demo.asking.sources) == ["arxiv:cs.CL", "feed:https://kites.example/"]
        add_source(settings.config_file, SourceSettings(name="hf:trending"))
        assert demo.asking.written_along(()) == ()
        followed = ("hf:trending", "arxiv:cs.CL", "feed:https://kites.example/")
        assert demo.asking.sources == followed
