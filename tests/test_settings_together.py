"""All that is wrong with the settings is told at once, each with its place."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from radar.cli import main
from radar.errors import SettingsError
from radar.settings import Settings


def _told(
    tmp_path: Path, text: str, variables: Mapping[str, str] | None = None, **options: object
) -> list[str]:
    file = tmp_path / "config.toml"
    file.write_text(text, encoding="utf-8")
    environ = {"XDG_DATA_HOME": str(tmp_path), "RADAR_CONFIG": str(file), **(variables or {})}
    with pytest.raises(SettingsError) as refused:
        Settings.load(environ, options)
    return [error.message.replace(str(file), "FILE") for error in refused.value.each]


def test_mistakes_of_file_environment_and_options_are_told_in_this_order(tmp_path: Path) -> None:
    variables = {
        "RADAR_TIMEOUT": "soon",
        "RADAR_KEY_ENV": "A",
        "RADAR_KEYRING": "a/b",
        "OPENAI_BASE_URL": "here",
    }
    assert _told(tmp_path, 'max_tokens = "many"\nkey_env = "A"\nkeyring = "a/b"', variables, limit=3) == [
        "FILE: max_tokens should be a whole number",
        "FILE: key_env and keyring both say where the key is",
        "environment variable RADAR_TIMEOUT should be a number".replace(" should", ": timeout should"),
        "environment variables RADAR_*: key_env and keyring both say where the key is",
        "option --limit: 'limit' is no setting of radar",
        "environment variable OPENAI_BASE_URL: base_url should be the address of an endpoint",
    ]


def test_a_file_that_cannot_be_read_hides_no_mistake_of_the_environment(tmp_path: Path) -> None:
    broken, other = _told(tmp_path, "model = m", {"RADAR_TIMEOUT": "soon", "OPENAI_BASE_URL": "here"})
    assert broken.startswith("FILE is not TOML")
    assert other == "environment variable RADAR_TIMEOUT: timeout should be a number"


def test_each_table_of_a_source_is_told_and_each_field_of_it(tmp_path: Path) -> None:
    text = """
        [[source]]
        nam = "hf:daily"
        limit = 0
        [[source]]
        name = "arxiv:cs.CL"
        off = "yes"
        [[source]]
        name = "arxiv:cs.LG"
        [[source]]
        name = "arxiv:cs.lg"
        [[source]]
        name = 7
    """
    assert _told(tmp_path, text) == [
        "FILE: [[source]] number 1: 'nam' is no setting of a source",
        "FILE: [[source]] number 1: limit should be a number from 1 to 1000000",
        "FILE: [[source]] number 1 has no name",
        "FILE: [[source]] arxiv:cs.CL: off should be true or false",
        "FILE: arxiv:cs.LG has two tables [[source]]",
        "FILE: [[source]] number 5: name should be a text in quotes",
    ]


def test_each_endpoint_mirror_and_key_is_told(tmp_path: Path) -> None:
    text = """
        [endpoints.One]
        [endpoints.two]
        timeout = "soon"
        concurency = 4
        key_env = "A"
        keyring = "a/b"
        [endpoints.three]
        max_tokens = 1
        [mirrors]
        arxiv = "here"
        hf = "there"
        [keys]
        star = "b"
        "paper.star" = 7
    """
    assert [one.removeprefix("FILE: ") for one in _told(tmp_path, text)] == [
        "'One' cannot be the name of an endpoint",
        "[endpoints.two]: timeout should be a number",
        "[endpoints.two]: 'concurency' is no setting of an endpoint",
        "[endpoints.two]: key_env and keyring both say where the key is",
        "[endpoints.three]: max_tokens should be a number from 16 to 1000000",
        "[mirrors] arxiv should be an address with http:// or https://",
        "[mirrors] hf should be an address with http:// or https://",
        "[keys] holds star, which is no action",
        "keys of paper.star should be a text in quotes",
    ]


def test_endpoints_without_an_address_are_told_beside_other_mistakes(tmp_path: Path) -> None:
    tables = "[endpoints.one]\nmodel = 'm'\n[endpoints.two]\npreset = 'azure'\n"
    lacking = [
        "FILE: [endpoints.one] has neither a preset nor a base_url",
        "FILE: [endpoints.two]: the preset azure needs a base_url",
    ]
    assert _told(tmp_path, tables, {"RADAR_TIMEOUT": "soon"})[1:] == lacking
    # What they would be given by a wrong address outside their tables is not known.
    (wrong,) = _told(tmp_path, f"base_url = 'here'\n{tables}")
    assert wrong == "FILE: base_url should be the address of an endpoint"
    (wrong,) = _told(tmp_path, tables, {"RADAR_PRESET": "nope"})
    assert wrong == "environment variable RADAR_PRESET: preset should be one that radar knows"


def test_k2_no_mistake_that_is_told_beside_others_repeats_a_key(tmp_path: Path) -> None:
    secret = "sk-abcdefghijklmnop"
    tables = f"[[source]]\nname = '{secret}'\nlimit = 0\n[mirrors]\n{secret} = 'x'"
    text = f"api_key = '{secret}'\nmodel = '{secret}'\n{tables}"
    told = _told(tmp_path, text, {"RADAR_KEY_ENV": secret})
    assert len(told) == 5
    assert not [one for one in told if secret in one]


def test_a_command_tells_all_of_it(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = Path(os.environ["XDG_CONFIG_HOME"]) / "radar" / "config.toml"
    file.parent.mkdir(parents=True)
    file.write_text("[[source]]\nname = 'hf:daily'\nlimit = 0\n[[source]]\nlimit = 1\n", encoding="utf-8")
    monkeypatch.setenv("RADAR_TIMEOUT", "soon")
    assert main(["list"]) == 2
    printed = capsys.readouterr().err
    for words in ("[[source]] hf:daily: limit should", "[[source]] number 2 has no name", "RADAR_TIMEOUT"):
        assert words in printed


def test_what_is_wrong_in_the_same_way_several_times_is_told_once(tmp_path: Path) -> None:
    told = _told(tmp_path, 'source = ["arxiv:cs.CL", "hf:daily"]\nmax_tokens = "many"')
    assert told == [
        'FILE: source should be a table for each, [[source]] with name = "arxiv:cs.CL" below it',
        "FILE: max_tokens should be a whole number",
    ]


def test_a_source_with_an_empty_name_is_told_by_its_place(tmp_path: Path) -> None:
    told = _told(tmp_path, '[[source]]\nname = ""\n[[source]]\nname = " "\noff = 3')
    assert told[0] == "FILE: [[source]] number 1 has no name"
    assert told[1].startswith("FILE: [[source]] number 2")


@pytest.mark.parametrize(
    "text",
    [
        '"{}" = 1',
        '[endpoints.small]\n"{}" = 1',
        '[[source]]\n"{}" = 1',
        '[[source]]\nname = "{}"\n[[source]]\nname = "{}"',
    ],
)
def test_a_key_that_stands_where_a_name_should_is_not_repeated(tmp_path: Path, text: str) -> None:
    key = "sk-proj-abcdefghijklmnop1234567890"
    assert key not in "".join(_told(tmp_path, text.replace("{}", key)))
