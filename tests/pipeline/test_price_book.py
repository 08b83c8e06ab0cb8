"""List prices for the screen, looked up by another process and kept."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from radar.pipeline.price_book import PriceBook
from radar.summaries.endpoints.prices import PriceSource, has_list, listed_prices

pytestmark = pytest.mark.skipif(not has_list(), reason="genai-prices is not installed")
OPENAI = "https://api.openai.com/v1"
MINI = "gpt-4o-mini"


def test_a_price_is_looked_up_once_and_kept(tmp_path: Path) -> None:
    book = PriceBook(tmp_path / "cache")
    assert not book.known(OPENAI, MINI)
    found = book.look_up(OPENAI, MINI)
    assert found == listed_prices(OPENAI, MINI)
    assert book.known(OPENAI, MINI)
    assert not book.known(OPENAI, "other")
    assert [path.name for path in (tmp_path / "cache").iterdir()] == ["prices.json"]


def test_a_model_without_a_price_is_not_looked_up_again(tmp_path: Path) -> None:
    book = PriceBook(tmp_path)
    assert book.look_up("https://models.example/v1", "fox") is None
    assert book.known("https://models.example/v1", "fox")


def test_what_is_kept_is_read_and_old_prices_are_not(tmp_path: Path) -> None:
    line = "[1.0, 2.0, null]"
    entry = f"{OPENAI} fox"
    (tmp_path / "prices.json").write_text(json.dumps({entry: [time.time(), line]}))
    found = PriceBook(tmp_path).look_up(OPENAI, "fox")
    assert found is not None
    assert (found.tokens_in, found.tokens_out, found.source) == (1.0, 2.0, PriceSource.LIST)
    (tmp_path / "prices.json").write_text(json.dumps({entry: [time.time() - 8 * 86_400, line]}))
    assert not PriceBook(tmp_path).known(OPENAI, "fox")


DAMAGED = [
    *("", "[]", "{", '{"a": 1}', "[" * 50_000, '{"https://api.openai.com/v1 fox": [1]}'),
    f'{{"https://api.openai.com/v1 fox": [{"9" * 400}, "1"]}}',
]


@pytest.mark.parametrize("text", DAMAGED, ids=["empty", "list", "cut", "other", "deep", "short", "long"])
def test_a_damaged_file_is_no_price(tmp_path: Path, text: str) -> None:
    (tmp_path / "prices.json").write_text(text)
    assert not PriceBook(tmp_path).known(OPENAI, "fox")


def test_without_a_folder_nothing_is_kept_and_a_price_is_found_all_the_same(tmp_path: Path) -> None:
    assert PriceBook(None).look_up(OPENAI, MINI) is not None
    (tmp_path / "file").write_text("in the way")
    assert PriceBook(tmp_path / "file").look_up(OPENAI, MINI) is not None


def test_what_may_be_a_key_in_the_address_is_neither_kept_nor_handed_on(tmp_path: Path) -> None:
    book = PriceBook(tmp_path)
    assert book.look_up(f"{OPENAI}?key=sk-secret", MINI) is not None
    assert "secret" not in (tmp_path / "prices.json").read_text()


def test_the_process_of_the_screen_loads_neither_the_list_nor_http(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from radar.pipeline.price_book import PriceBook; "
        f"assert PriceBook(Path({str(tmp_path)!r})).look_up({OPENAI!r}, {MINI!r}); "
        "assert not {'genai_prices', 'httpx', 'httpx2', 'pydantic'} & set(sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, env=dict(os.environ)
    )
    assert done.returncode == 0, done.stderr
