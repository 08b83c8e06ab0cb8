"""Where the key of an endpoint is, as the settings say it: one place, one host, and no key itself."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from radar.errors import SettingsError
from radar.settings import Settings, settings_environment
from radar.settings.template import settings_template
from radar.wiring.endpoints import info_of, key_source_of

SECRET = "sk-abcdefghijklmnop"
TOP = 'base_url = "https://mine.example/v1"\nmodel = "m"\n'


def _load(tmp_path: Path, text: str, variables: Mapping[str, str] | None = None) -> Settings:
    file = tmp_path / "mine.toml"
    file.write_text(text, encoding="utf-8")
    return Settings.load({**os.environ, "RADAR_CONFIG": str(file), **(variables or {})})


def _refused(tmp_path: Path, text: str, variables: Mapping[str, str] | None = None) -> str:
    with pytest.raises(SettingsError) as refused:
        _load(tmp_path, text, variables)
    assert SECRET not in str(refused.value)
    return str(refused.value)


def test_a_command_or_an_entry_stands_outside_any_table_and_in_one(tmp_path: Path) -> None:
    text = (
        f'{TOP}key_command = "pass show mine"\n'
        '[endpoints.fast]\npreset = "groq"\nmodel = "n"\nkeyring = "groq/me"\n'
    )
    settings = _load(tmp_path, text)
    fast = settings.endpoints["fast"]
    assert (settings.key_env, settings.key_command, settings.keyring) == ("", "pass show mine", "")
    assert (fast.key_env, fast.key_command, fast.keyring) == ("", "", "groq/me")


@pytest.mark.parametrize("place", ['key_command = "pass show x"', 'keyring = "x/me"'])
def test_k3_neither_is_taken_over_from_outside_a_table(tmp_path: Path, place: str) -> None:
    other = _load(tmp_path, f'{TOP}{place}\nallow_http = true\n[endpoints.in]\nmodel = "n"\n').endpoints["in"]
    assert (other.key_env, other.key_command, other.keyring) == ("", "", "")
    assert key_source_of(other) is None
    assert not other.allow_http


@pytest.mark.parametrize("place", ['key_command = "pass show x"', 'keyring = "x/me"'])
def test_k3_neither_follows_where_the_environment_names_another_host(tmp_path: Path, place: str) -> None:
    text = f"{TOP}{place}\nallow_http = true\n"
    moved = _load(tmp_path, text, {"RADAR_BASE_URL": "https://other.example/v1"})
    assert (moved.key_env, moved.key_command, moved.keyring, moved.allow_http) == ("", "", "", False)
    stayed = _load(tmp_path, text, {"RADAR_BASE_URL": "https://mine.example/other"})
    assert stayed.key_command or stayed.keyring
    assert stayed.allow_http


def test_k3_a_command_takes_the_place_of_the_variable_that_a_preset_brings(tmp_path: Path) -> None:
    settings = _load(tmp_path, 'preset = "groq"\nmodel = "m"\nkey_command = "pass show groq"\n')
    assert (settings.key_env, settings.key_command) == ("", "pass show groq")
    assert _load(tmp_path, 'preset = "groq"\nmodel = "m"\nkey_command = ""\n').key_env == "GROQ_API_KEY"


@pytest.mark.parametrize(
    "places",
    [
        'key_env = "K"\nkey_command = "pass show x"\n',
        'key_env = "K"\nkeyring = "x/me"\n',
        'key_command = "pass show x"\nkeyring = "x/me"\n',
    ],
)
def test_two_places_for_one_key_are_refused(tmp_path: Path, places: str) -> None:
    assert "both say where the key is" in _refused(tmp_path, TOP + places)
    inside = _refused(tmp_path, f'[endpoints.fast]\npreset = "groq"\nmodel = "n"\n{places}')
    assert "[endpoints.fast]: " in inside
    variables = {f"RADAR_{line.partition(' ')[0].upper()}": "x/me" for line in places.splitlines()}
    variables = {name: "K" if name == "RADAR_KEY_ENV" else value for name, value in variables.items()}
    assert "environment variables RADAR_*" in _refused(tmp_path, TOP, variables)


def test_of_two_places_that_are_set_in_two_layers_the_later_one_holds(tmp_path: Path) -> None:
    settings = _load(tmp_path, f'{TOP}key_env = "K"\n', {"RADAR_KEY_COMMAND": "pass show x"})
    assert (settings.key_env, settings.key_command) == ("", "pass show x")
    back = _load(tmp_path, f'{TOP}key_command = "pass show x"\n', {"RADAR_KEY_ENV": "K"})
    assert (back.key_env, back.key_command) == ("K", "")


@pytest.mark.parametrize(
    "line",
    [
        f'key_command = "echo {SECRET}"',
        f'key_command = "curl -H Authorization:{SECRET}"',
        """key_command = 'curl -H "Authorization: Bearer abc"'""",
        f'keyring = "groq/{SECRET}"',
        f'keyring = "{SECRET}"',
    ],
)
def test_k2_what_may_be_a_key_is_refused_and_not_repeated(tmp_path: Path, line: str) -> None:
    assert "may be a key and is not shown" in _refused(tmp_path, f"{TOP}{line}\n")


@pytest.mark.parametrize(
    "line",
    [
        f'{SECRET} = "b"',
        f'"{SECRET}" = ""',
        f'"{SECRET}.b" = "b"',
        f'paper.{SECRET} = "b"',
        f'"paper.{SECRET}" = "b"',
        f'"paper.star" = "{SECRET}"',
        f'"paper.star" = ["b", "{SECRET}"]',
        f'"paper.star" = "b, {SECRET}"',
        f'"key={SECRET}" = "b"',
        '"3b2f5c0d9e8a7f6b5c4d3e2f1a0b9c8d" = "b"',
        '"paper.star" = "3b2f5c0d9e8a7f6b5c4d3e2f1a0b9c8d"',
        '"paper.star" = "ghp_ofacrab"',
        '"paper.star" = "abcdefghijklmnopqrstuvwx"',
    ],
)
def test_k2_what_may_be_a_secret_among_the_keys_of_the_keyboard_is_not_repeated(
    tmp_path: Path, line: str
) -> None:
    told = _refused(tmp_path, f"[keys]\n{line}\n")
    assert "[keys] holds what may be a secret and is not shown" in told
    assert not any(secret in told for secret in ("3b2f5c0d", "ghp_ofacrab", "abcdefgh"))


def test_keys_of_the_keyboard_with_long_names_are_no_secrets(tmp_path: Path) -> None:
    keys = "ctrl+left_square_bracket,ctrl+alt+shift+f12,circumflex_accent"
    assert _load(tmp_path, f'[keys]\n"paper.star" = "{keys}"\n').keys == {"paper.star": keys}


def test_an_entry_that_is_only_called_after_a_kind_of_key_is_taken(tmp_path: Path) -> None:
    assert _load(tmp_path, f'{TOP}key_command = "pass show hf_token"\n').key_command == "pass show hf_token"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ('key_command = "pass show \\"x"', "quotation marks stand in pairs"),
        ('key_command = "STORE=/x pass show y"', "without a shell"),
        ('keyring = "groq"', "a service and a user"),
        ('keyring = "groq/"', "a service and a user"),
        ('allow_http = "yes"', "allow_http should be true or false"),
    ],
)
def test_what_is_no_command_and_no_entry_is_refused(tmp_path: Path, line: str, expected: str) -> None:
    assert expected in _refused(tmp_path, f"{TOP}{line}\n")


def test_a_worker_that_is_started_loads_the_same(tmp_path: Path) -> None:
    for text in (
        f"{TOP}key_command = \"pass show 'my key'\"\nallow_http = true\n",
        f'{TOP}keyring = "x/me"\n',
        f'{TOP}key_env = "K"\n[endpoints.fast]\npreset = "groq"\nmodel = "n"\nkeyring = "groq/me"\n',
    ):
        settings = _load(tmp_path, text, {"RADAR_MODEL": "other"})
        assert Settings.load({**os.environ, **settings_environment(settings)}) == settings


def test_the_template_explains_all_three() -> None:
    printed = settings_template()
    for line in ('# key_command = ""', '# keyring = ""', "# allow_http = false"):
        assert line in printed


def test_a_key_that_is_fetched_is_not_missing_and_not_known_to_be_there(tmp_path: Path) -> None:
    settings = _load(tmp_path, f'{TOP}key_command = "/no/such/pass show mine"\n')
    (info,) = map(info_of, settings.all_endpoints)
    assert (info.key_present, info.lacks_key) == (None, False)
    assert info.key_told == "key from `pass`, fetched when needed"
    (other,) = map(info_of, _load(tmp_path, f'{TOP}keyring = "x/me"\n').all_endpoints)
    assert other.key_told == "key in the keyring, fetched when needed"
