"""Keys of the settings that would change nothing."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from radar.cli import main
from radar.cli.screen_settings import refuse_wrong_keys
from radar.errors import SettingsError
from tests.terminal import Terminal

FILE = Path("/kites/config.toml")


@pytest.mark.parametrize(
    ("chosen", "said"),
    [
        ({"paper.sta": "b"}, "'paper.sta', which is no action. Did you mean paper.star?"),
        ({"zzz": "b"}, "'zzz', which is no action. radar settings --keys lists the actions"),
        ({"paper.star": "b,crtl+b"}, "gives paper.star the key 'crtl+b'"),
        ({"paper.star": "ctrl+foo"}, "gives paper.star the key 'ctrl+foo'"),
        ({"paper.star": "\x1b[2J"}, "gives paper.star the key"),
    ],
)
def test_a_mistake_is_told_with_what_there_is(chosen: Mapping[str, str], said: str) -> None:
    with pytest.raises(SettingsError, match=re.escape(said)) as raised:
        refuse_wrong_keys(chosen, FILE)
    assert str(raised.value).isprintable()
    assert str(raised.value).startswith(f"{FILE}: [keys] ")


def test_who_names_a_theme_that_there_is_not_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = Path(os.environ["XDG_CONFIG_HOME"]) / "radar" / "config.toml"
    file.parent.mkdir(parents=True)
    file.write_text('theme = "mauve"\n', encoding="utf-8")
    assert main(["doctor"]) == 1
    assert f"{file}: there is no theme 'mauve'" in " ".join(capsys.readouterr().out.split())
    assert main(["--theme", "puce", "doctor"]) == 1
    assert "option --theme: there is no theme 'puce'" in " ".join(capsys.readouterr().out.split())
    monkeypatch.setenv("RADAR_THEME", "ecru")
    assert main(["doctor"]) == 1
    said = " ".join(capsys.readouterr().out.split())
    assert "environment variable RADAR_THEME: there is no theme 'ecru'" in said


@pytest.mark.parametrize(
    "keys",
    [
        "b",
        "B",
        "*",
        "+",
        "asterisk",
        "plus",
        "é",
        "ctrl+b",
        "shift+down",
        "shift+tab",
        "ctrl+shift+a",
        "f5",
        "alt+1",
        "b, s",
        "",
    ],
)
def test_keys_that_there_are_may_be_given(keys: str) -> None:
    refuse_wrong_keys({"paper.star": keys, "evidence.next": keys}, FILE)


@pytest.mark.parametrize("key", ["shift+s", "shift+1", "shift+comma", "alt+shift+a"])
def test_what_shift_makes_of_a_letter_is_written_as_that(key: str) -> None:
    with pytest.raises(SettingsError, match=f"the key '{re.escape(key)}', which there is not") as raised:
        refuse_wrong_keys({"paper.star": key}, FILE)
    assert "Keys are written b, B" in raised.value.hint


def test_an_action_that_is_like_none_is_told_of_without_a_guess() -> None:
    with pytest.raises(SettingsError, match=r"'nosuch\.action', which is no action") as raised:
        refuse_wrong_keys({"nosuch.action": "b"}, FILE)
    assert raised.value.hint == "radar settings --keys lists the actions"


def test_all_that_is_wrong_is_told_at_once() -> None:
    with pytest.raises(SettingsError) as raised:
        refuse_wrong_keys({"paper.sta": "b", "paper.star": "b,crtl+b", "evidence.next": "ctrl+foo"}, FILE)
    told = [str(error) for error in raised.value.each]
    assert len(told) == 3
    assert ["paper.sta'" in told[0], "crtl+b" in told[1], "ctrl+foo" in told[2]] == [True] * 3


def test_the_screen_tells_of_each_wrong_setting_before_it_does_not_open() -> None:
    settings = Path(os.environ["XDG_CONFIG_HOME"]) / "radar" / "config.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text('theme = "mauve"\n[keys]\n"paper.sta" = "b"\n"paper.star" = "crtl+b"\n')
    with Terminal(["demo"]) as terminal:
        assert terminal.wait_for_end() == 2
        for words in ("no theme 'mauve'", "Did you mean paper.star?", "the key 'crtl+b'"):
            assert words in " ".join(terminal.text.split())


def test_the_screen_does_not_open_on_keys_that_it_would_not_obey() -> None:
    settings = Path(os.environ["XDG_CONFIG_HOME"]) / "radar" / "config.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text('[keys]\n"paper.sta" = "b"\n')
    with Terminal(["demo"]) as terminal:
        assert terminal.wait_for_end() == 2
        assert "Did you mean paper.star?" in terminal.text
