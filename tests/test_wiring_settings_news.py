"""A running radar says so where its settings file says something else than it was started with."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from radar.settings import Settings, SourceSettings
from radar.settings.source_tables import add_source
from radar.wiring.radars import build_demo
from radar.wiring.settings_news import SettingsNews

_CHANGED = "settings changed: start radar again"
_TABLE = '[endpoints.garden]\nbase_url = "http://127.0.0.1:9/v1"\nmodel = "small"\n'


def _settings(file: Path, text: str | None, monkeypatch: pytest.MonkeyPatch) -> Settings:
    if text is not None:
        file.write_text(text, encoding="utf-8")
        monkeypatch.setenv("RADAR_CONFIG", str(file))
    return Settings.load(os.environ)


def test_what_is_changed_is_told_and_what_is_changed_back_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "config.toml"
    settings = _settings(file, _TABLE, monkeypatch)
    news = SettingsNews(settings)
    assert news() == ""
    file.write_text(f"max_usd_day = 2\n{_TABLE}", encoding="utf-8")
    assert (news(), news()) == (_CHANGED, _CHANGED)
    file.write_text(f"# mine\n{_TABLE}", encoding="utf-8")
    assert news() == "", "a comment changes nothing"
    file.unlink()
    monkeypatch.delenv("RADAR_CONFIG")
    assert news() == _CHANGED


def test_a_file_that_was_not_there_at_the_start_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = Settings.load(os.environ)
    news = SettingsNews(settings)
    settings.config_file.parent.mkdir(parents=True)
    settings.config_file.write_text(_TABLE, encoding="utf-8")
    assert news() == _CHANGED


def test_sources_are_followed_without_a_start_and_no_news(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "config.toml"
    news = SettingsNews(_settings(file, _TABLE, monkeypatch))
    assert add_source(file, SourceSettings(name="arxiv:cs.CL"), ())
    assert "arxiv:cs.CL" in file.read_text(encoding="utf-8")
    assert news() == ""


def test_a_mistake_in_the_file_is_told_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "config.toml"
    news = SettingsNews(_settings(file, _TABLE, monkeypatch))
    file.write_text(f'max_tokens = "\\u001b[31mmany"\n{_TABLE}', encoding="utf-8")
    assert news().startswith("settings changed and cannot be used: ")
    assert "max_tokens" in news()
    assert "\x1b" not in news()


def test_the_folders_of_the_demo_are_no_news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "config.toml"
    radar = build_demo(_settings(file, _TABLE, monkeypatch))
    file.write_text(f"# mine\n{_TABLE}", encoding="utf-8")
    assert radar.asked.settings_news() == ""
    radar.close()
