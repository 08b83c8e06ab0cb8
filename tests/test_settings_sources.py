"""Sources and mirrors of the settings: read, refused, put together and taken out."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path

import pytest

from radar.errors import SettingsError
from radar.settings import Settings, SourceSettings, settings_environment
from radar.settings.source_removing import remove_source
from radar.settings.source_tables import add_source

SECRET = "sk-abcdefghijklmnop"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config.toml"


def load(file: Path, text: str, **variables: str) -> Settings:
    file.write_text(text, encoding="utf-8")
    return Settings.load(dict(os.environ) | {"RADAR_CONFIG": str(file)} | variables)


def refused(file: Path, text: str) -> str:
    with pytest.raises(SettingsError) as error:
        load(file, text)
    return str(error.value)


def test_a_source_that_only_stands_in_the_usual_list_is_known_to_be_named_by_nobody(file: Path) -> None:
    assert load(file, "").unnamed_sources == ("hf:daily",)
    assert load(file, '[[source]]\nname = "arxiv:cs.CL"').unnamed_sources == ()
    assert load(file, '[[source]]\nname = "HF:daily"').unnamed_sources == ()
    assert load(file, 'sources = ["hf:daily"]').unnamed_sources == ()
    assert load(file, "", RADAR_SOURCES="hf:daily").unnamed_sources == ()


def test_tables_and_the_list_work_together_each_source_once(file: Path) -> None:
    settings = load(
        file,
        """
        sources = ["hf:daily", "arxiv:cs.CL"]
        [[source]]
        name = "ARXIV:cs.CL"
        limit = 50
        [[source]]
        name = "s2:search/moss"
        label = "moss"
        key_env = "MY_KEY"
        [[source]]
        name = "feed:https://kites.example"
        off = true
        """,
    )
    assert settings.source_names == ("hf:daily", "ARXIV:cs.CL", "s2:search/moss")
    assert settings.followed[1].limit == 50
    assert settings.followed[2] == SourceSettings(name="s2:search/moss", label="moss", key_env="MY_KEY")
    assert settings.followed[3].off


def test_without_a_list_the_usual_one_is_asked_beside_the_tables(file: Path) -> None:
    assert load(file, '[[source]]\nname = "arxiv:cs.CL"').source_names == ("arxiv:cs.CL",)
    assert load(file, 'sources = []\n[[source]]\nname = "arxiv:cs.CL"').source_names == ("arxiv:cs.CL",)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('[[source]]\nname = "a"\nlimt = 3', "'limt' is no setting of a source. Did you mean limit?"),
        ('[[source]]\nlabel = "x"', "[[source]] number 1 has no name"),
        ('[[source]]\nname = "a"\nlimit = 0', "limit should be a number from 1 to 1000000"),
        ('[[source]]\nname = "a"\noff = "yes"', "off should be true or false"),
        ('[[source]]\nname = "a"\n[[source]]\nname = "A"', "a has two tables [[source]]"),
        ('[source]\nname = "a"', "source should be a table for each, [[source]]"),
        ('[[source]]\nname = "a"\napi_key = "x"', "api_key looks like the name of a secret"),
        ('[mirrors]\narxiv = "ftp://x"', "[mirrors] arxiv should be an address"),
        ('[mirrors]\narxiv = "https://me:word@x.example"', "holds a user, a password or parameters"),
        ('[mirrors]\n"ar:xiv" = "https://x.example"', "which is no site"),
        ("mirrors = 3", "mirrors should be a table"),
        ("refresh_hours = -1", "refresh_hours should be a number from 0"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(file: Path, text: str, told: str) -> None:
    message = refused(file, text)
    assert told in message
    assert str(file) in message


def test_a_key_in_the_place_of_its_variable_is_not_repeated(file: Path) -> None:
    assert SECRET not in refused(file, f'[[source]]\nname = "a"\nkey_env = "{SECRET}"')


def test_mirrors_stand_without_a_slash_at_their_end(file: Path) -> None:
    settings = load(file, '[mirrors]\narxiv = "http://127.0.0.1:8000/"\nhf = "https://m.example/x"')
    assert dict(settings.mirrors) == {"arxiv": "http://127.0.0.1:8000", "hf": "https://m.example/x"}


def test_tables_are_handed_to_a_started_process_by_the_file(file: Path) -> None:
    settings = load(file, '[[source]]\nname = "a"\n[mirrors]\nhf = "https://m.example"')
    assert Settings.load(dict(os.environ) | settings_environment(settings)) == settings


@pytest.mark.parametrize("name", ["SOURCE", "MIRRORS"])
def test_the_environment_holds_no_tables(file: Path, name: str) -> None:
    with pytest.raises(SettingsError, match="settings file only"):
        load(file, "", **{f"RADAR_{name}": "x"})


def test_a_source_is_written_with_all_that_is_set_of_it(file: Path) -> None:
    assert add_source(file, SourceSettings(name="s2:search/moss", label="moss", limit=5))
    assert file.read_text() == '[[source]]\nname = "s2:search/moss"\nlabel = "moss"\nlimit = 5\n'
    assert not add_source(file, SourceSettings(name="s2:search/moss"))


MINE = """\
# what I follow
sources = [
    "hf:daily",  # every morning
    "arxiv:cs.CL",
    'feed:https://x.example/a]b',
]
ascii = true

[[source]]
name = "s2:search/moss"   # mosses
limit = 20

# snails
[[source]]
name = "s2:search/snail"

[endpoints.a]
model = "x"
preset = "ollama"
"""


@pytest.mark.parametrize(
    ("name", "gone"),
    [
        ("arxiv:cs.CL", '    "arxiv:cs.CL",\n'),
        ("feed:https://x.example/a]b", "    'feed:https://x.example/a]b',\n"),
        ("s2:search/moss", '[[source]]\nname = "s2:search/moss"   # mosses\nlimit = 20\n\n'),
        ("S2:search/snail", '[[source]]\nname = "s2:search/snail"\n'),
    ],
)
def test_a_source_is_taken_out_and_nothing_else_changes(file: Path, name: str, gone: str) -> None:
    file.write_text(MINE)
    assert remove_source(file, name, ())
    assert file.read_text() == MINE.replace(gone, "")


def test_the_last_and_the_only_name_of_a_list_go_too(file: Path) -> None:
    file.write_text('sources = ["a:1", "b:2"]\n')
    assert remove_source(file, "b:2", ())
    assert file.read_text() == 'sources = ["a:1"]\n'
    assert remove_source(file, "a:1", ())
    assert tomllib.loads(file.read_text()) == {"sources": []}


def test_a_usual_source_that_nobody_wrote_is_left_out_by_a_list_without_it(file: Path) -> None:
    file.write_text("# mine\nascii = true\n\n[mirrors]\n")
    assert remove_source(file, "hf:daily", ("hf:daily",))
    assert file.read_text() == "# mine\nascii = true\nsources = []\n\n[mirrors]\n"


def test_the_usual_source_is_none_where_a_table_names_another(file: Path) -> None:
    file.write_text(before := 'ascii = true\n\n[[source]]\nname = "a:1"\n')
    assert not remove_source(file, "hf:daily", ("hf:daily",))
    assert file.read_text() == before
    assert remove_source(file, "a:1", ("hf:daily",))
    assert tomllib.loads(file.read_text()) == {"ascii": True, "sources": []}


def test_what_nobody_names_is_told_and_nothing_is_written(file: Path) -> None:
    file.write_text(MINE)
    assert not remove_source(file, "hf:trending", ("hf:daily",))
    assert file.read_text() == MINE
