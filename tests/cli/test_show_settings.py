"""`radar settings`."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from radar.cli import main
from radar.cli.screen_settings import refuse_wrong_keys
from radar.tui.keys.key_areas import action_ids
from tests.cli.seeding import settings


def _shown(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, tuple[str, str]]:
    assert main(["settings", *arguments]) == 0
    lines = [line for line in capsys.readouterr().out.splitlines() if " = " in line]
    parts = [(line.partition(" = ")[0].strip(), *line.partition(" = ")[2].split("  # ")) for line in lines]
    return {name: (value, origin) for name, value, origin in parts}


def test_each_setting_says_where_it_was_set(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = settings().config_file
    file.parent.mkdir(parents=True)
    file.write_text(
        'model = "tiny"\ntimeout = 5.0\nsources = ["hf:daily", "arxiv:cs.CL"]\n', encoding="utf-8"
    )
    monkeypatch.setenv("RADAR_MODEL", "small")
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:8080/v1")
    shown = _shown(capsys, "--library", str(tmp_path / "l.sqlite3"))
    assert shown["model"] == ("small", "environment variable RADAR_MODEL")
    assert shown["timeout"] == ("5.0", "settings file")
    assert shown["sources"] == ("hf:daily, arxiv:cs.CL", "settings file")
    assert shown["base_url"] == ("http://127.0.0.1:8080/v1", "environment variable OPENAI_BASE_URL")
    assert shown["library"] == (str(tmp_path / "l.sqlite3"), "option --library")
    assert shown["ascii"] == ("false", "default")


def test_the_source_that_stands_for_none_written_is_not_shown_beside_a_table(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert _shown(capsys)["sources"] == ("hf:daily", "default")
    assert main(["sources", "add", "arxiv:cs.CL"]) == 0
    capsys.readouterr()
    shown = _shown(capsys)
    assert shown["sources"] == ("(none)", "default")
    assert shown["source arxiv:cs.CL"] == ("followed", "settings file")


def test_the_keys_that_the_template_shows_are_free(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert main(["settings", "--template"]) == 0
    lines = capsys.readouterr().out.splitlines()
    at = lines.index("# [keys]")
    file = tmp_path / "config.toml"
    file.write_text("\n".join(line.removeprefix("# ") for line in lines[at : at + 2]), encoding="utf-8")
    assert main(["--config", str(file), "settings", "--keys"]) == 0
    printed = capsys.readouterr()
    assert printed.err == ""
    assert '"paper.star"        = "b,f5"' in printed.out


def test_k2_a_key_is_named_and_never_shown(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MY_KEY", "sk-very-secret-4711")
    monkeypatch.setenv("OPENAI_API_KEY", "sk-very-secret-4712")
    monkeypatch.setenv("RADAR_KEY_ENV", "MY_KEY")
    assert main(["settings"]) == 0
    printed = capsys.readouterr()
    assert "MY_KEY" in printed.out
    assert "sk-very-secret" not in printed.out + printed.err


@pytest.mark.parametrize("written", ["limit = 1e9", 'label = "Kites"', "off = true"])
def test_a_setting_of_a_source_outside_its_table_is_told_where_it_belongs(
    capsys: pytest.CaptureFixture[str], written: str
) -> None:
    file = settings().config_file
    file.parent.mkdir(parents=True)
    file.write_text(f"{written}\n", encoding="utf-8")
    assert main(["list"]) == 2
    printed = capsys.readouterr().err
    assert f"{file}: '{written.split()[0]}' belongs to a source, not to radar itself\n" in printed
    assert "Write it below [[source]], beside the name of the source that it is for" in printed
    file.write_text('limit = 1e9\n[[source]]\nname = "hf:daily"\nlimt = 5\n', encoding="utf-8")
    assert main(["list"]) == 2
    assert "Did you mean limit?" in capsys.readouterr().err


def test_the_template_is_a_settings_file(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["settings", "--template"]) == 0
    file = tmp_path / "config.toml"
    file.write_text(capsys.readouterr().out, encoding="utf-8")
    assert main(["--config", str(file), "settings"]) == 0
    assert "base_url" in file.read_text(encoding="utf-8")


def test_a_wrong_settings_file_is_an_error_with_the_nearest_name(capsys: pytest.CaptureFixture[str]) -> None:
    file = settings().config_file
    file.parent.mkdir(parents=True)
    file.write_text('modle = "tiny"\n', encoding="utf-8")
    assert main(["list"]) == 2
    printed = capsys.readouterr().err
    assert printed.startswith("radar: settings: ")
    assert "Did you mean model?" in printed


def test_each_mistake_of_a_settings_file_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    file = settings().config_file
    file.parent.mkdir(parents=True)
    file.write_text('modle = "tiny"\ntimeout = "soon"\nsource = 3\n', encoding="utf-8")
    assert main(["list"]) == 2
    printed = capsys.readouterr().err
    assert printed.count("radar: settings: ") == 3
    assert [words in printed for words in ("Did you mean model?", "timeout should be", "[[source]]")] == [
        True,
        True,
        True,
    ]
    assert main(["doctor"]) == 1
    assert "timeout should be" in capsys.readouterr().out


def test_each_mistake_of_the_environment_is_told(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RADAR_TIMEOUT", "soon")
    monkeypatch.setenv("RADAR_THEMES", "dark")
    assert main(["list"]) == 2
    printed = capsys.readouterr().err
    assert "RADAR_TIMEOUT" in printed and "RADAR_THEMES" in printed


def test_endpoints_are_shown_with_what_they_take_over_and_never_a_key(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = settings().config_file
    file.parent.mkdir(parents=True)
    file.write_text('timeout = 7.0\n[endpoints.fast]\npreset = "groq"\nmodel = "m"\n', encoding="utf-8")
    monkeypatch.setenv("GROQ_API_KEY", "sk-very-secret-4713")
    shown = _shown(capsys)
    assert shown["endpoints.fast.model"] == ("m", "settings file")
    assert shown["endpoints.fast.base_url"] == ("https://api.groq.com/openai/v1", "preset groq")
    assert shown["endpoints.fast.key_env"] == ("GROQ_API_KEY", "preset groq")
    assert shown["endpoints.fast.timeout"] == ("7.0", "as above")
    assert shown["endpoints.fast.price_in"] == ("(none)", "default")
    assert "sk-very-secret-4713" not in str(shown)


def test_what_a_preset_brings_is_told_as_that(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RADAR_PRESET", "groq")
    shown = _shown(capsys)
    assert shown["base_url"] == ("https://api.groq.com/openai/v1", "preset groq")
    assert shown["key_env"] == ("GROQ_API_KEY", "preset groq")


def test_a_settings_file_that_is_not_there_is_told_as_it_was_named(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert main(["list", "--config", str(tmp_path / "none.toml")]) == 2
    assert "none.toml, which --config or RADAR_CONFIG names, does not exist" in capsys.readouterr().err


def test_the_keys_are_printed_as_the_table_that_changes_them(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "config.toml"
    file.write_text('[keys]\n"paper.star" = "b"\n', encoding="utf-8")
    assert main(["--config", str(file), "settings", "--keys"]) == 0
    printed = capsys.readouterr().out
    assert "# Star, or take the star away" in printed
    keys = tomllib.loads(printed)["keys"]
    assert keys.keys() == action_ids()
    assert (keys["paper.star"], keys["list.down"]) == ("b", "j,down")
    file.write_text(printed, encoding="utf-8")
    refuse_wrong_keys(keys, file)
    assert main(["--config", str(file), "settings", "--keys"]) == 0
    assert capsys.readouterr().out == printed


def test_keys_in_the_way_of_each_other_are_told_behind_the_table(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "config.toml"
    file.write_text('[keys]\n"paper.browse" = "b"\n"paper.code" = "b"\n', encoding="utf-8")
    assert main(["--config", str(file), "settings", "--keys"]) == 0
    printed = capsys.readouterr()
    assert tomllib.loads(printed.out)["keys"]["paper.code"] == "b"
    assert "[keys] gives b to both paper.browse and paper.code. In [keys], give one of the two" in printed.err


def test_a_key_of_no_action_is_told_behind_the_table(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "config.toml"
    file.write_text('[keys]\n"paper.starr" = "b"\n', encoding="utf-8")
    assert main(["--config", str(file), "settings", "--keys"]) == 2
    assert "Did you mean paper.star?" in capsys.readouterr().err
