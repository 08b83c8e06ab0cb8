"""Sources written into the settings file by radar."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from radar.errors import SettingsError
from radar.settings.source_tables import add_sources, known_sources
from radar.settings.template import settings_template

MINE = """\
# what I follow
sources = ["hf:daily", "feed:https://listed.example"]

[[source]]
name = "feed:https://known.example/x"   # the best
limit = 20

[endpoints.a]
# slow
model = "x"
"""
NEW = [("feed:https://kites.example/x?a=1", 'On "Kites" \\ Lines'), ("feed:https://reels.example", "")]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "radar" / "config.toml"


def _write(file: Path, text: str) -> None:
    file.parent.mkdir()
    file.write_text(text, encoding="utf-8")


def test_a_file_that_is_not_there_is_made(file: Path) -> None:
    assert known_sources(file) == frozenset()
    assert add_sources(file, NEW) == tuple(name for name, _ in NEW)
    assert tomllib.loads(file.read_text(encoding="utf-8")) == {
        "source": [{"name": NEW[0][0], "label": NEW[0][1]}, {"name": NEW[1][0]}]
    }


@pytest.mark.parametrize(
    "text",
    [MINE, 'model = "m"', "# only a comment\n", settings_template()],
    ids=["mine", "no end", "comment", "template"],
)
def test_tables_are_added_and_every_line_that_was_there_stays(file: Path, text: str) -> None:
    _write(file, text)
    add_sources(file, NEW)
    written = file.read_text(encoding="utf-8")
    assert written.startswith(text)
    assert len(tomllib.loads(written)["source"]) == len(tomllib.loads(text).get("source", [])) + 2
    assert add_sources(file, NEW) == ()
    assert file.read_text(encoding="utf-8") == written


def test_what_is_a_source_already_is_not_added_again(file: Path) -> None:
    _write(file, MINE)
    known = ["feed:https://known.example/x", "feed:https://listed.example"]
    assert add_sources(file, [(name, "other") for name in known]) == ()
    assert file.read_text(encoding="utf-8") == MINE
    assert known_sources(file) == {*known, "hf:daily"}


@pytest.mark.parametrize("text", ['source = "x"\n', "[source]\nname = 1\n", "not toml"])
def test_a_file_that_no_table_can_be_added_to_is_left_and_the_hint_says_what_to_write(
    file: Path, text: str
) -> None:
    _write(file, text)
    with pytest.raises(SettingsError) as caught:
        add_sources(file, NEW)
    assert "[[source]]" in caught.value.hint
    assert file.read_text(encoding="utf-8") == text


def test_line_ends_and_the_mark_of_an_editor_stay(file: Path) -> None:
    _write(file, "")
    file.write_bytes(b'\xef\xbb\xbfmodel = "m"\r\n')
    add_sources(file, NEW[1:])
    assert (
        file.read_bytes()
        == b'\xef\xbb\xbfmodel = "m"\r\n\r\n[[source]]\r\nname = "feed:https://reels.example"\r\n'
    )


def test_a_source_that_cannot_be_written_is_told_as_it_has_to_stand_there(tmp_path: Path) -> None:
    (tmp_path / "radar").write_text("a file where the folder should be", encoding="utf-8")
    with pytest.raises(SettingsError) as raised:
        add_sources(tmp_path / "radar" / "config.toml", NEW)
    words, table = raised.value.hint.split("\n", 1)
    assert words == f"Write this into it by hand, and {len(NEW) - 1} more in the same way:"
    assert tomllib.loads(table)["source"][0]["name"] == NEW[0][0]


@pytest.mark.parametrize("text", ['source = [{name = "hf:daily"}]\n', "source = [\n]\n"])
def test_what_to_put_into_a_list_of_tables_by_hand_fits_into_it(file: Path, text: str) -> None:
    _write(file, text)
    with pytest.raises(SettingsError) as raised:
        add_sources(file, NEW[:1])
    assert file.read_text(encoding="utf-8") == text
    words, table = raised.value.hint.split("\n", 1)
    assert words == "Put this into its list source by hand, with commas between:"
    before = tomllib.loads(text)["source"]
    comma = ", " if before else ""
    after = tomllib.loads(text.replace("]", f"{comma}{table}]"))
    assert after == {"source": [*before, {"name": NEW[0][0], "label": NEW[0][1]}]}
