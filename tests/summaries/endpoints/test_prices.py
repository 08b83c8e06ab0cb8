"""Prices: the reader's own, free at home, else from the list by address and model, without a network."""

from __future__ import annotations

import subprocess
import sys

import pytest

from radar.summaries.endpoints.prices import (
    Prices,
    PriceSource,
    as_json,
    from_json,
    has_list,
    known_prices,
    listed_prices,
    prices_of,
)

pytestmark = pytest.mark.skipif(not has_list(), reason="genai-prices is not installed")
OPENAI = "https://api.openai.com/v1"
MINI = "gpt-4o-mini"


def test_the_readers_own_prices_come_first() -> None:
    assert prices_of(OPENAI, MINI, 7.0, 8.0, local=False) == Prices(7.0, 8.0)
    assert prices_of("http://127.0.0.1:1/v1", "fox", 7.0, 8.0, local=True) == Prices(7.0, 8.0)


def test_what_runs_on_this_machine_is_free() -> None:
    found = known_prices(None, None, local=True)
    assert found is not None
    assert (found.cost(1000, 1000), found.source) == (0.0, PriceSource.LOCAL)


def test_one_price_alone_is_no_price_elsewhere() -> None:
    assert known_prices(1.0, None, local=False) is None
    assert known_prices(None, 1.0, local=False) is None


def test_a_listed_model_has_a_price_by_its_address_and_its_name() -> None:
    found = listed_prices(OPENAI, MINI)
    assert found is not None
    assert 0 < found.tokens_in < found.tokens_out < 10
    assert found.reused is not None and found.reused < found.tokens_in
    assert found.source is PriceSource.LIST


@pytest.mark.parametrize("host", ["api.together.ai", "api.together.xyz"])
def test_a_host_that_has_two_names_has_prices_by_both(host: str) -> None:
    assert listed_prices(f"https://{host}/v1", "meta-llama/Llama-3.3-70B-Instruct-Turbo") is not None


@pytest.mark.parametrize(
    ("base_url", "model"),
    [
        (OPENAI, "fox-9000"),
        ("https://models.example/v1", MINI),
        ("http://127.0.0.1:8080/v1", MINI),
        (OPENAI, ""),
        ("", MINI),
        ("not an address", "\x1b[31m"),
    ],
)
def test_an_unknown_model_or_address_has_no_price(base_url: str, model: str) -> None:
    assert listed_prices(base_url, model) is None


def test_reused_tokens_cost_what_the_list_says() -> None:
    assert Prices(10.0, 20.0, 1.0).cost(1_000_000, 0, reused=500_000) == 5.5
    assert Prices(10.0, 20.0).cost(1_000_000, 100_000, reused=500_000) == 12.0


@pytest.mark.parametrize("prices", [None, Prices(1.0, 2.0, None, PriceSource.LIST)], ids=["none", "some"])
def test_prices_survive_as_json(prices: Prices | None) -> None:
    assert from_json(as_json(prices)) == prices


@pytest.mark.parametrize("text", ["", "[1]", '"x"', "{}", "[null, 1, 2]", "[1, null, 2]", '["a", 1, 2]'])
def test_what_is_no_price_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        from_json(text)


def test_the_list_is_loaded_only_when_it_is_read_and_its_update_never_runs() -> None:
    code = (
        "import sys, threading, radar.summaries.endpoints.prices as prices; "
        "prices.prices_of('https://a', 'b', 1.0, 1.0, local=False); "
        "assert 'genai_prices' not in sys.modules; "
        f"assert prices.listed_prices('{OPENAI}', '{MINI}'); assert threading.active_count() == 1"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_a_process_of_its_own_answers_in_one_line() -> None:
    command = [sys.executable, "-m", "radar.summaries.endpoints.prices", OPENAI, MINI]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert from_json(done.stdout) == listed_prices(OPENAI, MINI)
