"""`radar endpoint`: listed, set up by asking, tried, taken out, and no key is ever shown."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from radar.cli import main
from radar.settings.presets import PRESETS
from tests.cli.dummy_summariser import install
from tests.cli.endpoint_desk import (
    MODELS,
    SECRET,
    answer,
    answer_with_key,
    asked,
    settings_file,
    settings_tables,
    write_settings,
)
from tests.cli.running import radar
from tests.cli.seeding import seed, settings
from tests.net.loopback import Arrived, Loopback, Scripted, free_port, json_answer, loopback


@pytest.fixture
def server() -> Iterator[Loopback]:
    with loopback(rule=answer) as made:
        yield made


@pytest.fixture
def keyed() -> Iterator[Loopback]:
    with loopback(rule=answer_with_key) as made:
        yield made


def test_without_endpoints_it_says_how_to_set_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["endpoint"]) == 0
    assert "radar endpoint add" in capsys.readouterr().err


def test_the_endpoints_are_listed_with_model_host_key_and_price(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write_settings(
        'base_url = "https://host.example/v1"\nmodel = "dear"\nkey_env = "TOP_KEY"\n'
        '[endpoints.fast]\npreset = "groq"\nmodel = "quick"\nprice_in = 0.1\nprice_out = 0.2\n'
        '[endpoints.here]\npreset = "ollama"\nmodel = "qwen"\n'
    )
    monkeypatch.setenv("TOP_KEY", SECRET)
    assert main(["endpoint", "list"]) == 0
    printed = capsys.readouterr().out
    assert SECRET not in printed
    assert printed.splitlines() == [
        "* endpoint  dear at host.example  key in TOP_KEY, price not known",
        "  fast      quick at api.groq.com  GROQ_API_KEY is not set, price known",
        "  here      qwen at localhost:11434  on this machine, free",
    ]
    assert main(["endpoint", "list", "--json"]) == 0
    first, second, third = map(json.loads, capsys.readouterr().out.splitlines())
    assert (first["name"], first["key_present"], first["default"]) == ("endpoint", True, True)
    assert (second["key_env"], second["key_present"], second["price_in"]) == ("GROQ_API_KEY", False, 0.1)
    assert third["local"]


def test_a_price_of_the_list_is_known_too(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("genai_prices")
    monkeypatch.setenv("OPENAI_API_KEY", SECRET)
    write_settings('[endpoints.mini]\npreset = "openai"\nmodel = "gpt-4o-mini"\n')
    assert main(["endpoint", "list"]) == 0
    assert "key in OPENAI_API_KEY, price known" in capsys.readouterr().out


def test_the_presets_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["endpoint", "presets"]) == 0
    printed = capsys.readouterr().out
    assert all(preset.base_url in printed for preset in PRESETS.values())
    assert main(["endpoint", "presets", "--json"]) == 0
    records = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [record["name"] for record in records] == list(PRESETS)


def test_an_endpoint_is_added_without_a_question_where_everything_is_said(
    capsys: pytest.CaptureFixture[str], server: Loopback
) -> None:
    write_settings("# mine\ntheme = 'light'\n")
    arguments = ["--base-url", server.url, "--model", "small", "--yes"]
    assert main(["endpoint", "add", "garden", *arguments]) == 0
    printed = capsys.readouterr()
    assert f"it answers at {server.url}/v1, so that is taken" in printed.err
    assert "Two invented papers go to small at 127.0.0.1:" in printed.err
    assert "json_object" in printed.out
    assert "600 tokens sent, 40 received; kept as the model wrote it" in printed.out
    assert "its words were refused" in printed.out
    assert "in its place stands what the rules read" in printed.out
    assert "a thousand  papers take about 600,000 tokens sent and 40,000 received" in printed.out
    assert "free: it runs on this machine" in printed.out
    assert "garden is asked where nobody is named" in printed.out
    assert settings_tables()["endpoints"] == {"garden": {"base_url": f"{server.url}/v1", "model": "small"}}
    assert settings_file().read_text(encoding="utf-8").startswith("# mine\n")
    assert settings().chosen_summariser == "garden"


def test_an_address_in_the_place_of_the_name_is_the_address(server: Loopback) -> None:
    assert main(["endpoint", "add", f"{server.url}/v1", "--model", "small", "--yes"]) == 0
    expected = {"local": {"base_url": f"{server.url}/v1", "model": "small"}}
    assert settings_tables()["endpoints"] == expected


@pytest.mark.parametrize("tried", [["add", "garden", "--model", "small", "--yes"], ["test", "garden"]])
def test_what_a_try_learns_of_the_endpoint_is_not_found_out_again_by_the_first_summary(
    capsys: pytest.CaptureFixture[str], server: Loopback, tried: list[str]
) -> None:
    seed()
    if tried[0] == "add":
        tried = [*tried, "--base-url", server.url]
    else:
        write_settings(f'[endpoints.garden]\nbase_url = "{server.url}/v1"\nmodel = "small"\n')
    assert main(["endpoint", *tried]) == 0
    tries = len(asked(server))
    assert main(["summarise", "--yes", "--limit", "1", "--summariser", "garden"]) == 0
    assert len(asked(server)) == tries + 1
    assert b"json_schema" not in asked(server)[-1].body
    main(["doctor"])
    assert "json_object" in capsys.readouterr().out


def test_a_second_one_becomes_the_default_only_where_that_is_asked_for(
    capsys: pytest.CaptureFixture[str], server: Loopback
) -> None:
    more = ["--base-url", f"{server.url}/v1", "--model", "small", "--yes"]
    for name in ("one", "two"):
        assert main(["endpoint", "add", name, *more]) == 0
    assert settings().chosen_summariser == "one"
    assert "radar summarise --summariser two asks it" in capsys.readouterr().out
    assert main(["endpoint", "add", "three", *more, "--default"]) == 0
    assert settings_tables()["summariser"] == "three"


def test_a_price_that_is_known_gives_what_a_thousand_papers_cost(
    capsys: pytest.CaptureFixture[str], server: Loopback
) -> None:
    write_settings(
        f'[endpoints.paid]\nbase_url = "{server.url}/v1"\nmodel = "small"\nprice_in = 1.0\nprice_out = 10.0\n'
    )
    assert main(["endpoint", "test", "paid"]) == 0
    assert "that is about $1.00" in capsys.readouterr().out
    before = settings_file().read_text(encoding="utf-8")
    assert main(["endpoint", "test"]) == 0
    assert settings_file().read_text(encoding="utf-8") == before


def test_a_try_is_paid_from_the_budgets_and_written_into_the_ledger(
    capsys: pytest.CaptureFixture[str], server: Loopback
) -> None:
    seed()
    table = (
        f'[endpoints.paid]\nbase_url = "{server.url}/v1"\nmodel = "small"\nprice_in = 1.0\nprice_out = 10.0\n'
    )
    write_settings(table)
    assert main(["endpoint", "test", "paid"]) == 0
    capsys.readouterr()
    assert main(["usage", "--by", "endpoint", "--json"]) == 0
    spent = json.loads(capsys.readouterr().out.splitlines()[0])
    assert (spent["summariser"], spent["papers"]) == ("paid", 2)
    assert spent["cost"] == pytest.approx(2 * (600 + 400) / 1e6)
    sent = len(asked(server))
    write_settings(f"max_requests_day = 3\n{table}")
    assert main(["endpoint", "test", "paid"]) != 0
    assert "today's budget of 3 requests is reached" in " ".join(capsys.readouterr().out.split())
    assert len(asked(server)) == sent


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([], "--preset NAME"),
        (["--preset", "azure"], "--base-url https://RESOURCE.openai.azure.com"),
        (["--preset", "grok"], "Did you mean groq?"),
        (["--base-url", "localhost"], "base_url should be the address"),
        (["offline"], "offline is a name that radar needs itself"),
        (["A B", "--preset", "ollama"], "cannot be the name of an endpoint"),
        (["--preset", "groq", "--model", "m"], "GROQ_API_KEY holds no key for api.groq.com"),
        (["groq", "--model", "m"], "GROQ_API_KEY holds no key for api.groq.com"),
    ],
)
def test_what_is_missing_or_wrong_is_told_where_nobody_can_be_asked(
    capsys: pytest.CaptureFixture[str], arguments: list[str], expected: str
) -> None:
    assert main(["endpoint", "add", *arguments, "--yes"]) != 0
    assert expected in capsys.readouterr().err
    assert not settings_file().exists()


def test_a_model_that_is_not_said_is_asked_for_with_those_that_are_there(
    capsys: pytest.CaptureFixture[str], server: Loopback
) -> None:
    assert main(["endpoint", "add", "--base-url", f"{server.url}/v1", "--yes"]) == 2
    assert "Add --model with one that it has: small, tall, tall-old" in capsys.readouterr().err


def test_without_a_yes_nothing_is_sent_where_nobody_can_be_asked(
    capsys: pytest.CaptureFixture[str], server: Loopback
) -> None:
    assert main(["endpoint", "add", "--base-url", f"{server.url}/v1", "--model", "small"]) == 2
    assert "Add --yes" in capsys.readouterr().err
    assert asked(server) == []
    assert not settings_file().exists()


def test_an_endpoint_that_fails_is_not_written(capsys: pytest.CaptureFixture[str]) -> None:
    dead = f"http://127.0.0.1:{free_port()}/v1"
    assert main(["endpoint", "add", "dead", "--base-url", dead, "--model", "m", "--yes"]) == 3
    assert "Is the server running?" in capsys.readouterr().err
    with loopback(json_answer({"error": {"message": "overloaded"}}, 400)) as broken:
        arguments = ["--base-url", f"{broken.url}/v1", "--model", "m", "--yes"]
        assert main(["endpoint", "add", "broken", *arguments]) == 3
    printed = capsys.readouterr()
    assert "failed: " in printed.out
    assert "nothing was written" in printed.err
    assert not settings_file().exists()


def _nothing_to_show(arrived: Arrived) -> Scripted:
    if arrived.path == "/v1/models":
        return MODELS
    choice = {
        "index": 0,
        "message": {"role": "assistant", "content": "I am a kettle"},
        "finish_reason": "stop",
    }
    return json_answer({"model": "small", "choices": [choice]})


def test_an_endpoint_whose_words_cannot_be_shown_is_not_written_and_its_test_fails(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with loopback(rule=_nothing_to_show) as server:
        arguments = ["--base-url", f"{server.url}/v1", "--model", "small", "--yes"]
        assert main(["endpoint", "add", "kettle", *arguments]) == 3
        printed = capsys.readouterr().err
        assert "radar: endpoint: kettle: nothing that it wrote can be shown" in printed
        assert "--force writes it although the try fails\nnothing was written\n" in printed
        assert not settings_file().exists()
        assert main(["endpoint", "add", "kettle", *arguments, "--force"]) == 0
        assert settings().endpoints["kettle"].model == "small"
        capsys.readouterr()
        assert main(["endpoint", "test", "kettle"]) == 3
        assert "nothing that it wrote can be shown" in capsys.readouterr().err


def test_an_endpoint_that_cannot_be_asked_is_written_by_force_only(
    capsys: pytest.CaptureFixture[str],
) -> None:
    dead = f"http://127.0.0.1:{free_port()}/v1"
    arguments = ["endpoint", "add", "dead", "--base-url", dead, "--model", "m", "--yes"]
    assert main(arguments) == 3
    assert "--force sets it up without a try" in capsys.readouterr().err
    assert not settings_file().exists()
    assert main([*arguments, "--force"]) == 0
    assert "Is the server running?" in capsys.readouterr().err
    assert settings_tables()["endpoints"] == {"dead": {"base_url": dead, "model": "m"}}


def test_a_name_that_is_taken_is_refused_before_anything_is_asked(
    capsys: pytest.CaptureFixture[str], server: Loopback, tmp_path: Path
) -> None:
    write_settings('[endpoints.here]\npreset = "ollama"\nmodel = "m"\n')
    more = ["--base-url", f"{server.url}/v1", "--model", "small", "--yes"]
    assert main(["endpoint", "add", "here", *more]) == 2
    assert "radar endpoint remove here" in capsys.readouterr().err
    done = radar("endpoint", "add", "dummy", *more, environment=install(tmp_path))
    assert done.returncode == 2
    assert "dummy is the name of an installed summariser" in done.stderr
    assert server.arrived == []


@pytest.mark.parametrize(
    "arguments",
    [
        ["--key", SECRET],
        [f"--api-key={SECRET}"],
        ["--key-env", SECRET, "--preset", "groq"],
        ["--preset", SECRET],
        ["--preset", "ollama", "--model", SECRET],
        ["--base-url", f"https://me:{SECRET}@host.example/v1"],
        ["--base-url", f"https://host.example/v1?key={SECRET}"],
        [SECRET],
        ["name", SECRET],
        [f"--kee={SECRET}"],
    ],
)
def test_k2_a_key_that_is_typed_anywhere_is_refused_and_not_repeated(
    capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    assert main(["endpoint", "add", *arguments, "--yes"]) == 2
    printed = capsys.readouterr()
    assert SECRET not in printed.out + printed.err
    assert not settings_file().exists()


def test_k2_a_key_reaches_the_endpoint_and_nothing_else(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, keyed: Loopback
) -> None:
    monkeypatch.setenv("MY_KEY", SECRET)
    arguments = ["--base-url", f"{keyed.url}/v1", "--key-env", "MY_KEY", "--model", "small", "--yes"]
    assert main(["endpoint", "add", "mine", *arguments]) == 0
    for command in (
        ["endpoint"],
        ["endpoint", "test"],
        ["endpoint", "list", "--json"],
        ["settings"],
        ["doctor"],
    ):
        assert main(command) == 0
    printed = capsys.readouterr()
    assert SECRET not in printed.out + printed.err
    home = Path(os.environ["XDG_DATA_HOME"]).parent
    written = [path for path in home.rglob("*") if path.is_file()]
    assert settings_file() in written
    assert not [path for path in written if SECRET.encode() in path.read_bytes()]


def test_k6_a_key_does_not_travel_without_encryption(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MY_KEY", SECRET)
    arguments = ["--base-url", "http://192.0.2.7/v1", "--key-env", "MY_KEY", "--model", "m", "--yes"]
    assert main(["endpoint", "add", "far", *arguments]) == 3
    printed = capsys.readouterr().err
    assert "without encryption" in printed
    assert SECRET not in printed
    assert not settings_file().exists()


@pytest.mark.parametrize(
    "key", ["sk-a\nb", "sk-a b", "sk-“a”", "sk-é"], ids=["line break", "space", "quotes", "accent"]
)
def test_k1_a_key_that_can_be_none_is_refused_before_anything_is_sent(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, server: Loopback, key: str
) -> None:
    monkeypatch.setenv("MY_KEY", key)
    arguments = ["--base-url", f"{server.url}/v1", "--key-env", "MY_KEY", "--model", "small", "--yes"]
    assert main(["endpoint", "add", "odd", *arguments]) == 3
    printed = capsys.readouterr().err
    assert "The key in MY_KEY holds a character that no key has" in printed
    assert key not in printed
    assert server.arrived == []


def test_k3_the_key_of_a_preset_does_not_follow_it_to_another_address(
    monkeypatch: pytest.MonkeyPatch, server: Loopback
) -> None:
    monkeypatch.setenv("GROQ_API_KEY", SECRET)
    arguments = ["--preset", "groq", "--base-url", f"{server.url}/v1", "--model", "small", "--yes"]
    assert main(["endpoint", "add", "proxy", *arguments]) == 0
    assert asked(server)
    assert not any("authorization" in arrived.headers for arrived in server.arrived)


def test_an_unknown_action_or_name_is_answered_with_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    write_settings('[endpoints.here]\npreset = "ollama"\nmodel = "m"\n')
    for arguments in (["tset"], ["test", "hear"], ["remove", "hear"], ["add", "--modle", "m"]):
        assert main(["endpoint", *arguments]) == 2
        assert "Did you mean" in capsys.readouterr().err


def test_an_endpoint_is_taken_out_and_what_was_there_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    write_settings('summariser = "here"\n# kept\n[endpoints.here]\npreset = "ollama"\nmodel = "m"\n')
    assert main(["endpoint", "remove", "here"]) == 0
    printed = capsys.readouterr()
    assert printed.out == '[endpoints.here]\npreset = "ollama"\nmodel = "m"\n'
    assert 'summariser = "here" is taken out too' in printed.err
    assert settings_file().read_text(encoding="utf-8") == "# kept\n"


def test_the_endpoint_outside_any_table_is_left_to_the_reader(capsys: pytest.CaptureFixture[str]) -> None:
    write_settings('base_url = "http://127.0.0.1:9/v1"\nmodel = "m"\n')
    assert main(["endpoint", "remove", "endpoint"]) == 2
    assert "Delete base_url, model and key_env" in capsys.readouterr().err
