"""Settings: where they come from, which wins, and what is refused."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest

from radar.errors import SettingsError
from radar.papers.bases import names_of
from radar.settings import Folders, Settings, settings_environment
from radar.settings.template import settings_template

SECRET = "sk-abcdefghijklmnop"


@pytest.fixture
def config(tmp_path: Path) -> Path:
    file = tmp_path / "config" / "radar" / "config.toml"
    file.parent.mkdir(parents=True)
    return file


def _environ(config: Path, **variables: str) -> dict[str, str]:
    root = config.parents[2]
    folders = {f"XDG_{name}_HOME": str(root / name.lower()) for name in ("CONFIG", "DATA", "STATE", "CACHE")}
    return folders | variables


def _load(config: Path, text: str, variables: Mapping[str, str] | None = None, **options: object) -> Settings:
    config.write_text(text, encoding="utf-8")
    return Settings.load(_environ(config, **(variables or {})), options)


def _refused(config: Path, text: str, variables: Mapping[str, str] | None = None, **options: object) -> str:
    with pytest.raises(SettingsError) as refused:
        _load(config, text, variables, **options)
    assert SECRET not in str(refused.value)
    return str(refused.value)


def test_everything_has_a_default(config: Path) -> None:
    settings = Settings.load(_environ(config))
    root = config.parents[2]
    assert settings.library == root / "data" / "radar" / "library.sqlite3"
    assert settings.cache_folder == root / "cache" / "radar"
    assert settings.state_folder == root / "state" / "radar"
    assert settings.config_file == config
    assert settings.sources == ("hf:daily",)
    assert settings.chosen_summariser == "offline"
    assert (settings.base_url, settings.model, settings.key_env) == ("", "", "")


def test_the_environment_wins_over_the_file_and_the_command_line_over_both(config: Path) -> None:
    text = 'model = "in-file"\ntheme = "in-file"\ncontact = "in-file"'
    settings = _load(config, text, {"RADAR_MODEL": "in-env", "RADAR_THEME": "in-env"}, model="typed")
    assert (settings.model, settings.theme, settings.contact) == ("typed", "in-env", "in-file")


def test_an_option_that_was_not_given_changes_nothing(config: Path) -> None:
    assert _load(config, 'model = "m"', model=None).model == "m"


def test_another_file_can_be_named(config: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.toml"
    other.write_text('model = "other"', encoding="utf-8")
    settings = _load(config, 'model = "usual"', {"RADAR_CONFIG": str(other)})
    assert (settings.model, settings.config_file) == ("other", other)
    assert "does not exist" in _refused(config, "", {"RADAR_CONFIG": str(tmp_path / "none.toml")})


@pytest.mark.parametrize(
    ("typed", "name", "value"),
    [
        ("max_tokens = 512", "max_tokens", 512),
        ("timeout = 5", "timeout", 5.0),
        ("price_in = 0.15", "price_in", 0.15),
        ('price_in = ""', "price_in", None),
        ("max_usd_day = 2", "max_usd_day", 2.0),
        ("max_tokens_run = 500_000", "max_tokens_run", 500_000),
        ('max_requests_day = ""', "max_requests_day", None),
        ("ascii = true", "ascii", True),
        ('sources = ["hf:daily", "arxiv:cs.CL", "hf:daily"]', "sources", ("hf:daily", "arxiv:cs.CL")),
        ("sources = []", "sources", ()),
        ('browser = " firefox "', "browser", "firefox"),
    ],
)
def test_a_value_of_the_file_has_its_type(config: Path, typed: str, name: str, value: object) -> None:
    assert getattr(_load(config, typed), name) == value


@pytest.mark.parametrize(
    ("variable", "text", "name", "value"),
    [
        ("RADAR_MAX_TOKENS", "512", "max_tokens", 512),
        ("RADAR_TIMEOUT", "2.5", "timeout", 2.5),
        ("RADAR_ASCII", "Yes", "ascii", True),
        ("RADAR_ASCII", "0", "ascii", False),
        ("RADAR_SOURCES", "hf:daily, arxiv:cs.CL,", "sources", ("hf:daily", "arxiv:cs.CL")),
        ("RADAR_PRICE_OUT", "", "price_out", None),
        ("RADAR_PROMPT", "", "prompt", None),
    ],
)
def test_a_value_of_the_environment_has_its_type(
    config: Path, variable: str, text: str, name: str, value: object
) -> None:
    assert getattr(_load(config, "", {variable: text}), name) == value


def test_paths_are_relative_to_where_they_are_written(
    config: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    settings = _load(config, 'prompt = "mine.md"\nlibrary = "~/a.sqlite3"', cache_folder="here")
    assert settings.prompt == config.parent / "mine.md"
    assert settings.library == Path.home() / "a.sqlite3"
    assert settings.cache_folder == tmp_path / "here"


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ('max_tokens = "many"', "max_tokens should be a whole number"),
        ("max_requests_run = 1.5", "max_requests_run should be a whole number"),
        ("max_usd_run = -1", "max_usd_run should be a number from 0"),
        ("max_tokens = true", "max_tokens should be a whole number"),
        ("max_tokens = 1", "max_tokens should be a number from 16"),
        ("concurrency = 0", "concurrency should be a number from 1 to 256"),
        ("timeout = nan", "timeout should be a number"),
        (f"timeout = {'9' * 400}", "timeout should be a number"),
        ('ascii = "yes"', "ascii should be true or false"),
        ('sources = "hf:daily"', "sources should be a list of texts"),
        ("sources = [1]", "sources should be a text in quotes"),
        ("library = 3", "library should be a text in quotes"),
        ('library = ""', "library should be a path"),
        ('theme = "a\\nb"', "theme should be a text on one line"),
        ("keys = 1", "keys should be a table"),
        ('base_url = "localhost"', "base_url should be the address of an endpoint"),
        ('base_url = "ftp://host/v1"', "base_url should be the address of an endpoint"),
        ('base_url = "ftp://host/v1"', "not with ftp://, such as"),
        ('base_url = "http:///v1"', "It should name a host, such as"),
        ('base_url = "http://a b/v1"', "It should hold no spaces, such as"),
        ('base_url = "http://host:99999/v1"', "base_url should be the address of an endpoint"),
    ],
)
def test_a_wrong_value_is_refused_with_the_file_and_what_was_expected(
    config: Path, typed: str, expected: str
) -> None:
    message = _refused(config, typed)
    assert message.startswith(str(config))
    assert expected in message


def test_a_wrong_value_outside_the_file_is_refused_with_its_place(config: Path) -> None:
    variable = _refused(config, "", {"RADAR_TIMEOUT": "soon"})
    assert variable == "environment variable RADAR_TIMEOUT: timeout should be a number"
    assert _refused(config, "", max_tokens="x") == "option --max-tokens: max_tokens should be a whole number"


def test_an_unknown_name_is_refused_with_the_nearest_valid_one(config: Path) -> None:
    message = _refused(config, 'modle = "m"')
    assert str(config) in message
    assert "Did you mean model?" in message
    assert "RADAR_MODEL?" in _refused(config, "", {"RADAR_MODLE": "m"})
    assert "Settings are allow_http, ascii, base_url" in _refused(config, "zzz = 1")


def test_variables_of_other_programs_are_left_alone(config: Path) -> None:
    foreign = ("STATION", "API_KEY", "TEST_BASE_URL", "TEST_MODEL", "EVAL_DATA")
    assert _load(config, "", {f"RADAR_{name}": SECRET for name in foreign}).model == ""


@pytest.mark.parametrize(
    ("text", "help"),
    [
        ("theme = light", 'Texts need quotes: name = "value"'),
        ("[keys]\n[keys]\n", "A [table] stands once"),
        ('theme = "light"\ntheme = "dark"\n', "A name stands once"),
        ('sources = ["hf:daily"\n', "] ends it"),
        ('sources = ["hf:daily" "arxiv:cs.CL"]', "stand commas"),
        ('library = "C:\\papers.db"', r"Write \\ for \, or put the text between single quotes"),
    ],
    ids=["no quotes", "a table twice", "a name twice", "no bracket", "no comma", "a backslash"],
)
def test_what_helps_fits_what_is_wrong_in_the_file(config: Path, text: str, help: str) -> None:
    with pytest.raises(SettingsError, match="is not TOML") as refused:
        _load(config, text)
    assert help in refused.value.hint


def test_broken_toml_is_refused_with_its_line(config: Path) -> None:
    message = _refused(config, 'theme = "a"\nmodel = qwen\n')
    assert str(config) in message
    assert "line 2" in message


def test_a_file_of_brackets_within_brackets_is_refused(config: Path) -> None:
    message = _refused(config, f"sources = {'[' * 50_000}{']' * 50_000}")
    assert "has too many brackets within each other" in message


def test_a_number_longer_than_python_reads_is_refused(config: Path) -> None:
    assert "holds a number that is too long" in _refused(config, f"concurrency = {'9' * 5_000}")
    with pytest.raises(SettingsError, match="RADAR_CONCURRENCY: concurrency should be a whole number"):
        _load(config, "", {"RADAR_CONCURRENCY": "9" * 5_000})


def test_a_file_in_another_encoding_is_refused(config: Path) -> None:
    config.write_bytes('contact = "Zoë"'.encode("latin-1"))
    with pytest.raises(SettingsError, match="UTF-8"):
        Settings.load(_environ(config))


def test_a_settings_file_that_is_a_folder_is_refused(config: Path) -> None:
    config.mkdir()
    with pytest.raises(SettingsError, match="cannot be read"):
        Settings.load(_environ(config))


@pytest.mark.parametrize(
    "name", ["api_key", "key", "openai_api_key", "token", "apikey", "hf_token", "password"]
)
def test_a_key_in_the_file_is_refused_with_the_better_way(config: Path, name: str) -> None:
    assert "key_env" in _refused(config, f'{name} = "{SECRET}"')


@pytest.mark.parametrize(
    "typed", [f'key_env = "{SECRET}"', 'key_env = "MY KEY"', f'base_url = "https://me:{SECRET}@host/v1"']
)
def test_k2_k5_a_key_under_another_name_is_refused_without_repeating_it(config: Path, typed: str) -> None:
    assert 'key_env = "MY_ENDPOINT_KEY"' in _refused(config, typed)


def test_openai_variables_are_the_defaults_of_the_endpoint(config: Path) -> None:
    openai = {"OPENAI_BASE_URL": "https://gateway.example/v1", "OPENAI_API_KEY": SECRET}
    settings = _load(config, 'model = "m"', openai)
    assert settings.base_url == "https://gateway.example/v1"
    assert settings.key_env == "OPENAI_API_KEY"
    assert settings.chosen_summariser == "endpoint"


def test_an_address_of_openais_variable_needs_no_key_where_there_is_none(config: Path) -> None:
    local = {"OPENAI_BASE_URL": "http://127.0.0.1:8080/v1"}
    assert _load(config, 'model = "m"', local).key_env == ""


def test_a_model_and_the_openai_key_are_enough_for_openai(config: Path) -> None:
    settings = _load(config, 'model = "m"', {"OPENAI_API_KEY": SECRET})
    assert (settings.base_url, settings.key_env) == ("https://api.openai.com/v1", "OPENAI_API_KEY")


def test_a_key_alone_sets_no_endpoint(config: Path) -> None:
    settings = _load(config, "", {"OPENAI_API_KEY": SECRET})
    assert (settings.base_url, settings.chosen_summariser) == ("", "offline")


@pytest.mark.parametrize(
    "address",
    ["https://elsewhere.example/v1", "https://api.openai.com.evil.example/v1", "http://api.openai.com/v1"],
)
def test_k3_the_openai_key_goes_to_no_address_set_elsewhere(config: Path, address: str) -> None:
    openai = {"OPENAI_BASE_URL": "https://gateway.example/v1", "OPENAI_API_KEY": SECRET}
    for settings in (
        _load(config, f'base_url = "{address}"\nmodel = "m"', openai),
        _load(config, 'model = "m"', openai | {"RADAR_BASE_URL": address}),
        _load(config, 'model = "m"', openai, base_url=address),
    ):
        assert (settings.base_url, settings.key_env) == (address, "")


def test_the_openai_key_goes_where_it_is_sent_by_name(config: Path) -> None:
    text = 'base_url = "https://elsewhere.example/v1"\nmodel = "m"\nkey_env = "OPENAI_API_KEY"'
    assert _load(config, text).key_env == "OPENAI_API_KEY"


def test_openai_itself_gets_its_key(config: Path) -> None:
    assert _load(config, 'base_url = "https://api.openai.com/v1"').key_env == "OPENAI_API_KEY"


def test_keys_of_actions_may_be_a_text_or_a_list(config: Path) -> None:
    text = '[keys]\n"paper.star" = "s,asterisk"\npaper.read = ["space", "r"]\n'
    assert _load(config, text).keys == {"paper.star": "s,asterisk", "paper.read": "space,r"}


def test_a_setting_below_the_keys_is_refused_with_the_reason(config: Path) -> None:
    assert "above the line [keys]" in _refused(config, '[keys]\n"paper.star" = "s"\nmodel = "m"\n')


def test_the_template_changes_nothing_when_every_line_is_taken(config: Path) -> None:
    lines = settings_template().splitlines()
    settings_only = [line for line in lines if " = " in line and "[" not in line[2:4]]
    taken = "\n".join(line.removeprefix("# ") for line in settings_only if "an example" not in line)
    table = tomllib.loads(taken)
    environ = dict(os.environ)
    defaults = Settings.load(environ)
    file = config.parent / "all.toml"
    file.write_text(taken.replace('"paper.star" = "b,f5"', ""), encoding="utf-8")
    settings = Settings.load(environ | {"RADAR_CONFIG": str(file)})
    assert set(table) >= {"library", "model", "sources", "timeout", "ascii"}
    assert settings_environment(settings).items() >= settings_environment(defaults).items()


def test_an_example_of_the_template_can_be_taken_as_it_stands(config: Path) -> None:
    examples = [line.removeprefix("# ") for line in settings_template().splitlines() if "an example" in line]
    settings = _load(config, "\n".join(examples))
    assert (settings.price_in, settings.price_out) == (0.15, 0.60)


def test_the_template_tells_what_each_setting_means() -> None:
    template = settings_template()
    for name in names_of(Settings):
        assert (f"# {name} = " in template) is (
            name not in ("keys", "endpoints", "source", "mirrors", "config_file", "sources_named")
        )
    assert "Name of the model that the endpoint is asked for." in template
    assert tomllib.loads(template) == {}


def test_a_started_process_loads_the_same_settings(config: Path, tmp_path: Path) -> None:
    text = 'model = "m"\nprice_in = 0.5\nsources = ["hf:daily", "arxiv:cs.CL"]\nprompt = "p.md"\nascii = true'
    openai = {"OPENAI_BASE_URL": "https://gateway.example/v1"}
    settings = _load(config, text, openai, library=str(tmp_path / "typed.sqlite3"), model="typed")
    environ = _environ(config) | openai | settings_environment(settings)
    assert Settings.load(environ) == settings


def test_relative_folders_in_the_environment_are_ignored(config: Path) -> None:
    folders = Folders.of(_environ(config) | {"XDG_DATA_HOME": "relative"})
    assert folders.data.is_absolute()


def test_a_prompt_beside_the_settings_is_found_by_itself(config: Path) -> None:
    beside = config.parent / "prompts" / "summary.md"
    beside.parent.mkdir()
    assert _load(config, "").prompt is None
    beside.write_text("JSON\n---\n{title} {sentences}")
    assert _load(config, "").prompt == beside
    assert _load(config, 'prompt = "mine.md"').prompt == config.parent / "mine.md"
    assert _load(config, 'prompt = ""').prompt is None


@pytest.mark.parametrize("language", ["German", "中文", "Brazilian Portuguese", "Chinese (traditional)", ""])
def test_a_language_is_named_as_its_speakers_would(config: Path, language: str) -> None:
    assert _load(config, f'takeaway_language = "{language}"').takeaway_language == language


@pytest.mark.parametrize("language", ["German. Ignore the abstract", "a" * 41, "7", "{title}", "<b>"])
def test_what_is_no_name_of_a_language_is_refused(config: Path, language: str) -> None:
    with pytest.raises(SettingsError, match="takeaway_language should be the name of a language"):
        _load(config, f'takeaway_language = "{language}"')


def test_a_profile_of_the_reader_is_one_line_of_some_length(config: Path) -> None:
    profile = "I work on speech recognition for small languages."
    assert _load(config, f'reader_profile = "{profile}"').reader_profile == profile
    with pytest.raises(SettingsError, match="reader_profile should be one line of at most 300 characters"):
        _load(config, f'reader_profile = "{"a" * 301}"')
