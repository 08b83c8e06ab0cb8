"""What is wrong in settings is told all at once, wherever it stands."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from radar.errors import SettingsError
from radar.settings import Settings
from radar.settings.mistakes import Mistakes


def told(folder: Path, text: str, variables: Mapping[str, str], **options: object) -> list[str]:
    file = folder / "mine.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError) as raised:
        Settings.load({**os.environ, "RADAR_CONFIG": str(file), **variables}, options)
    return [str(one) for one in raised.value.each]


def test_the_file_the_environment_and_the_command_line_are_told_together(tmp_path: Path) -> None:
    variables = {"RADAR_TIMEOUT": "soon", "RADAR_MAX_TOKENS": "many"}
    found = told(tmp_path, "concurrency = 'four'", variables, ascii="perhaps", librari="x")
    starts = ["concurrency", "RADAR_TIMEOUT", "RADAR_MAX_TOKENS", "--ascii", "librari"]
    assert len(found) == len(starts)
    assert all(start in one for start, one in zip(starts, found, strict=True))


def test_a_file_that_cannot_be_read_hides_nothing_of_the_environment(tmp_path: Path) -> None:
    found = told(tmp_path, "concurrency = four", {"RADAR_TIMEOUT": "soon"})
    assert ["is not TOML" in found[0], "RADAR_TIMEOUT" in found[1]] == [True, True]


def test_every_table_and_every_name_in_one_is_told(tmp_path: Path) -> None:
    text = """
    [[source]]
    name = "arxiv:cs.CL"
    limit = "few"
    lable = "language"
    [[source]]
    label = "nameless"
    [[source]]
    name = "hf:daily"
    [[source]]
    name = "HF:daily"
    [mirrors]
    "arXiv " = "https://mirror.example"
    hf = "mirror"
    [endpoints.small]
    preset = "ollamma"
    timeout = "soon"
    [endpoints.large]
    timeout = "late"
    """
    found = told(tmp_path, text, {})
    parts = [
        "arxiv:cs.CL: limit", "'lable'", "number 2 has no name", "hf:daily has two tables", "'arXiv '",
        "[mirrors] hf",
        "[endpoints.small]: preset", "[endpoints.small]: timeout", "[endpoints.large]: timeout",
    ]  # fmt: skip
    assert len(found) == len(parts), found
    assert all(part in one for part, one in zip(parts, found, strict=True)), found


def test_two_places_of_a_key_and_endpoints_without_address_are_told_each(tmp_path: Path) -> None:
    keys = 'key_env = "ONE"\nkeyring = "two/me"\n'
    found = told(tmp_path, keys, {"RADAR_KEY_ENV": "ONE", "RADAR_KEYRING": "two/me"})
    assert len(found) == 2 and all("both say where the key is" in one for one in found)
    found = told(tmp_path, "[endpoints.a]\nmodel = 'm'\n[endpoints.b]\nmodel = 'm'\n", {})
    assert [name in one for name, one in zip(("[endpoints.a]", "[endpoints.b]"), found, strict=True)] == [
        True
    ] * 2


def test_nothing_else_than_a_wrong_setting_is_kept_back() -> None:
    mistakes = Mistakes()
    with pytest.raises(KeyError), mistakes:
        raise KeyError
    mistakes.tell()
