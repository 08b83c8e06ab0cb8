"""Several endpoints in the settings: what a table takes from where, and to whom no key goes."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from radar.errors import SettingsError
from radar.settings import Settings, settings_environment
from radar.settings.presets import PRESETS
from radar.settings.values import Origin

SECRET = "sk-abcdefghijklmnop"
NAMES = (
    "openai azure openrouter groq together fireworks mistral deepseek gemini anthropic huggingface "
    "ollama lmstudio vllm llamacpp litellm"
)


def _load(tmp_path: Path, text: str, variables: Mapping[str, str] | None = None) -> Settings:
    file = tmp_path / "mine.toml"
    file.write_text(text, encoding="utf-8")
    environ = {name: value for name, value in os.environ.items() if not name.startswith("OPENAI_")}
    return Settings.load(environ | {"RADAR_CONFIG": str(file)} | dict(variables or {}))


def _refused(tmp_path: Path, text: str, variables: Mapping[str, str] | None = None) -> str:
    with pytest.raises(SettingsError) as refused:
        _load(tmp_path, text, variables)
    assert SECRET not in str(refused.value)
    return str(refused.value)


def test_the_presets_are_those_that_are_promised_each_with_its_source() -> None:
    assert tuple(PRESETS) == tuple(NAMES.split())
    for preset in PRESETS.values():
        address = urlsplit(preset.base_url)
        assert urlsplit(preset.source).scheme == "https"
        assert preset.local is (address.scheme == "http")
        assert preset.local is not bool(preset.key_env)
        assert not preset.base_url.endswith("/")


def test_a_preset_brings_the_address_and_the_variable_of_the_key(tmp_path: Path) -> None:
    settings = _load(tmp_path, '[endpoints.fast]\npreset = "groq"\nmodel = "m"\n')
    fast = settings.endpoints["fast"]
    assert (fast.name, fast.base_url, fast.key_env, fast.model) == (
        "fast",
        "https://api.groq.com/openai/v1",
        "GROQ_API_KEY",
        "m",
    )
    assert fast.given == {"preset", "model"}


def test_what_a_table_leaves_out_is_as_set_outside_it(tmp_path: Path) -> None:
    text = (
        'base_url = "http://127.0.0.1:9/v1"\nmodel = "top"\nmax_tokens = 99\ntimeout = 7.0\n'
        'concurrency = 2\ncontext_tokens = 1000\nprompt = "p.md"\n'
        '[endpoints.other]\nmodel = "other"\nconcurrency = 8\n'
    )
    other = _load(tmp_path, text, {"RADAR_TIMEOUT": "9"}).endpoints["other"]
    assert (other.base_url, other.model, other.max_tokens) == ("http://127.0.0.1:9/v1", "other", 99)
    assert (other.timeout, other.concurrency, other.context_tokens) == (9.0, 8, 1000)
    assert other.prompt == tmp_path / "p.md"


def test_a_path_in_a_table_is_relative_to_the_file(tmp_path: Path) -> None:
    text = '[endpoints.small]\npreset = "ollama"\nprompt = "short.md"\n'
    assert _load(tmp_path, text).endpoints["small"].prompt == tmp_path / "short.md"


def test_prices_are_taken_over_for_the_same_model_at_the_same_address_only(tmp_path: Path) -> None:
    text = (
        'base_url = "https://host.example/v1"\nmodel = "dear"\nprice_in = 1.0\nprice_out = 2.0\n'
        '[endpoints.same]\nprompt = "p.md"\n'
        '[endpoints.cheap]\nmodel = "cheap"\n'
        '[endpoints.own]\npreset = "groq"\nprice_in = 0.1\nprice_out = 0.2\n'
    )
    found = _load(tmp_path, text).endpoints
    assert (found["same"].price_in, found["same"].price_out) == (1.0, 2.0)
    assert (found["cheap"].price_in, found["cheap"].price_out) == (None, None)
    assert (found["own"].price_in, found["own"].price_out) == (0.1, 0.2)


def test_k3_a_key_is_never_taken_over_from_outside_a_table(tmp_path: Path) -> None:
    text = (
        'base_url = "https://host.example/v1"\nmodel = "m"\nkey_env = "TOP_KEY"\n'
        '[endpoints.inside]\nmodel = "n"\n[endpoints.elsewhere]\nbase_url = "https://other.example/v1"\n'
    )
    settings = _load(tmp_path, text)
    assert settings.key_env == "TOP_KEY"
    assert [endpoint.key_env for endpoint in settings.endpoints.values()] == ["", ""]


@pytest.mark.parametrize(
    "address",
    [
        "https://gateway.example/v1",
        "http://api.groq.com/openai/v1",
        "https://api.groq.com.evil.example/openai/v1",
        "https://api.groq.com:8443/openai/v1",
    ],
)
def test_k3_the_key_of_a_preset_goes_to_no_other_address(tmp_path: Path, address: str) -> None:
    text = f'[endpoints.fast]\npreset = "groq"\nbase_url = "{address}"\nmodel = "m"\n'
    assert _load(tmp_path, text).endpoints["fast"].key_env == ""
    top = _load(tmp_path, f'preset = "groq"\nbase_url = "{address}"\nmodel = "m"\n')
    assert (top.base_url, top.key_env) == (address, "")


def test_k3_a_key_named_for_one_host_is_dropped_where_the_environment_names_another(tmp_path: Path) -> None:
    text = 'base_url = "https://mine.example/v1"\nmodel = "m"\nkey_env = "MINE"\n'
    other = {"RADAR_BASE_URL": "https://other.example/v1"}
    assert _load(tmp_path, text, other).key_env == ""
    assert _load(tmp_path, text, other | {"RADAR_KEY_ENV": "THEIRS"}).key_env == "THEIRS"
    assert _load(tmp_path, text, {"RADAR_BASE_URL": "https://mine.example/v2"}).key_env == "MINE"
    by_preset = 'preset = "groq"\nmodel = "m"\nkey_env = "MINE"\n'
    assert _load(tmp_path, by_preset, other).key_env == ""


def test_openai_itself_gets_its_key_in_a_table_too(tmp_path: Path) -> None:
    text = '[endpoints.theirs]\nbase_url = "https://api.openai.com/v1"\nmodel = "m"\n'
    assert _load(tmp_path, text).endpoints["theirs"].key_env == "OPENAI_API_KEY"


def test_azure_needs_the_name_of_the_resource(tmp_path: Path) -> None:
    message = _refused(tmp_path, '[endpoints.work]\npreset = "azure"\nmodel = "m"\n')
    assert "[endpoints.work]: the preset azure needs a base_url" in message
    assert "https://RESOURCE.openai.azure.com/openai/v1" in message
    assert "needs a base_url" in _refused(tmp_path, 'preset = "azure"\nmodel = "m"\n')
    text = '[endpoints.work]\npreset = "azure"\nbase_url = "https://me.openai.azure.com/openai/v1"\n'
    assert _load(tmp_path, text).endpoints["work"].key_env == "AZURE_OPENAI_API_KEY"
    evil = text.replace("me.openai.azure.com", "me.openai.azure.com.evil.example")
    assert _load(tmp_path, evil).endpoints["work"].key_env == ""


def test_a_preset_outside_any_table_wins_over_the_address_in_openais_variable(tmp_path: Path) -> None:
    openai = {"OPENAI_BASE_URL": "https://gateway.example/v1", "OPENAI_API_KEY": SECRET}
    settings = _load(tmp_path, 'preset = "ollama"\nmodel = "m"\n', openai)
    assert (settings.base_url, settings.key_env) == ("http://localhost:11434/v1", "")


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ('[endpoints.a]\nmodle = "m"', "[endpoints.a]: 'modle' is no setting of an endpoint"),
        ('[endpoints.a]\nmodle = "m"', "Did you mean model?"),
        ('[endpoints.a]\npreset = "grok"', "Did you mean groq?"),
        ('[endpoints.a]\npreset = "nope"', "There are openai, "),
        ('[endpoints.a]\npreset = "zzz"', "There are openai, azure"),
        ('[endpoints.a]\npreset = "groq"\nmax_tokens = 1', "max_tokens should be a number from 16"),
        ('[endpoints.a]\nmodel = "m"', "has neither a preset nor a base_url"),
        ('[endpoints.a]\nbase_url = "localhost"', "[endpoints.a]: base_url should be the address"),
        ('[endpoints.a]\nbase_url = "http://h/v1"\nsources = []', "'sources' is no setting of an endpoint"),
        ('[endpoints]\npreset = "groq"', "[endpoints] holds preset, which is no table"),
        ("endpoints = 3", "endpoints should be a table for each"),
        ('[endpoints.Big]\npreset = "groq"', "'Big' cannot be the name of an endpoint"),
        ('[endpoints."a b"]\npreset = "groq"', "'a b' cannot be the name of an endpoint"),
        ('[endpoints.a-]\npreset = "groq"', "'a-' cannot be the name of an endpoint"),
        ('[endpoints.offline]\npreset = "groq"', "offline is a name that radar needs itself"),
        ('[endpoints.endpoint]\npreset = "groq"', "endpoint is a name that radar needs itself"),
    ],
)
def test_what_is_wrong_in_a_table_is_told_with_file_table_and_key(
    tmp_path: Path, table: str, expected: str
) -> None:
    message = _refused(tmp_path, table)
    assert message.startswith(str(tmp_path / "mine.toml"))
    assert expected in message


@pytest.mark.parametrize(
    "table",
    [
        f'[endpoints.a]\napi_key = "{SECRET}"',
        f'[endpoints.a]\npreset = "groq"\nkey_env = "{SECRET}"',
        f'[endpoints.a]\npreset = "groq"\nmodel = "{SECRET}"',
        f'[endpoints.a]\npreset = "{SECRET}"',
        f'[endpoints.{SECRET}]\npreset = "groq"',
        f'[endpoints]\n{SECRET} = "groq"',
    ],
    ids=["own name", "variable", "model", "preset", "table", "setting"],
)
def test_a_key_in_a_table_is_refused_and_not_repeated(tmp_path: Path, table: str) -> None:
    _refused(tmp_path, table)


@pytest.mark.parametrize(
    "address",
    [
        f"https://me:{SECRET}@host.example/v1",
        f"https://{SECRET}@host.example/v1",
        f"https://host.example/v1?key={SECRET}",
        f"https://host.example/v1#{SECRET}",
    ],
    ids=["password", "user", "parameter", "fragment"],
)
def test_k5_an_address_that_holds_a_secret_is_refused_wherever_it_stands(
    tmp_path: Path, address: str
) -> None:
    _refused(tmp_path, f'[endpoints.a]\nbase_url = "{address}"\nmodel = "m"')
    _refused(tmp_path, f'base_url = "{address}"\nmodel = "m"')
    assert "OPENAI_BASE_URL" in _refused(tmp_path, 'model = "m"', {"OPENAI_BASE_URL": address})


def test_the_environment_holds_no_tables_of_endpoints(tmp_path: Path) -> None:
    assert "settings file only" in _refused(tmp_path, "", {"RADAR_ENDPOINTS": "x"})
    assert _load(tmp_path, "", {"RADAR_ENDPOINT": "of another program"}).endpoints == {}


def test_the_first_endpoint_is_asked_where_nothing_else_is_chosen(tmp_path: Path) -> None:
    tables = '[endpoints.empty]\npreset = "vllm"\n[endpoints.one]\npreset = "ollama"\nmodel = "m"\n'
    assert _load(tmp_path, tables).chosen_summariser == "one"
    top = 'base_url = "http://127.0.0.1:9/v1"\nmodel = "top"\n'
    assert _load(tmp_path, top + tables).chosen_summariser == "endpoint"
    assert _load(tmp_path, 'summariser = "empty"\n' + tables).chosen_summariser == "empty"


def test_every_endpoint_is_found_by_its_name(tmp_path: Path) -> None:
    text = 'base_url = "http://127.0.0.1:9/v1"\nmodel = "top"\n[endpoints.one]\npreset = "ollama"\n'
    settings = _load(tmp_path, text)
    assert [endpoint.name for endpoint in settings.all_endpoints] == ["endpoint", "one"]
    top = settings.endpoint_called("endpoint")
    assert top is not None
    assert (top.base_url, top.model) == ("http://127.0.0.1:9/v1", "top")
    assert settings.endpoint_called("two") is None
    assert _load(tmp_path, "").all_endpoints == ()


def test_a_started_process_sees_the_same_endpoints(tmp_path: Path) -> None:
    text = 'summariser = "one"\nmax_tokens = 77\n[endpoints.one]\npreset = "ollama"\nmodel = "m"\n'
    settings = _load(tmp_path, text, {"RADAR_TIMEOUT": "5"})
    environ = {name: value for name, value in os.environ.items() if not name.startswith("RADAR_")}
    assert Settings.load(environ | settings_environment(settings)) == settings


def test_a_draft_is_checked_like_a_table_of_the_file(tmp_path: Path) -> None:
    settings = _load(tmp_path, "max_tokens = 77\n")
    origin = Origin("typed", Path(), text=True)
    drafted = settings.drafted("new", {"preset": "ollama", "model": "m"}, origin)
    assert (drafted.name, drafted.base_url, drafted.max_tokens) == ("new", "http://localhost:11434/v1", 77)
    with pytest.raises(SettingsError, match=r"typed: \[endpoints.new\]: key_env") as refused:
        settings.drafted("new", {"preset": "groq", "key_env": SECRET}, origin)
    assert SECRET not in str(refused.value)
