"""What every summariser is, wherever it comes from."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from radar.net.key_sources import KeySource
from radar.papers.bases import Guarded, Value
from radar.papers.listed.paper import Paper
from radar.papers.summaries.summary import Reading, Summary


class SummariserSettings(Guarded):
    """What a summariser is made from, as plain values; most concern those that ask an endpoint."""

    unshown = frozenset({"key", "key_source"})

    name: str
    """The name it is chosen by."""
    base_url: str = ""
    """Address of an OpenAI-compatible endpoint."""
    model: str = ""
    key: str = ""
    """The endpoint's key; empty where it needs none."""
    key_env: str = ""
    """The environment variable that the key came from, for messages."""
    key_source: KeySource | None = None
    """Where the key is fetched from by the first request, in place of `key`; None where there is no such."""
    allow_http: bool = False
    """Whether the key may travel to another machine without encryption."""
    prompt: str = ""
    """Path of the reader's own prompt file; empty for the one that comes with radar."""
    preset: str = ""
    """The kind of endpoint it is said to be, such as "ollama"; empty where only its address tells."""
    language: str = ""
    """The language that takeaways are asked in, such as "German"; empty for the paper's own."""
    profile: str = ""
    """What the reader works on, to be told why a paper may matter; empty to ask nothing of the kind."""
    max_tokens: int = 256
    """The answer may be this long."""
    context_tokens: int = 8192
    """Prompt and answer together may be this long."""
    timeout: float = 120.0
    """Seconds for one request."""
    price_in: float | None = None
    """US dollars a million tokens sent; None where unknown."""
    price_out: float | None = None
    """US dollars a million tokens answered; None where unknown."""
    cache_folder: Path | None = None
    """Where completions and token tables are kept; None keeps nothing."""
    connections: int = 16
    """Requests under way at once, at most."""

    @property
    def completions_folder(self) -> Path | None:
        """The folder of the cache that holds completions; None where nothing is kept."""
        return self.cache_folder / "completions" if self.cache_folder else None


class Outcome(Value):
    """A summary, and whether it was had without asking again."""

    summary: Summary
    cached: bool = False


class Summariser(Protocol):
    """Turns papers into summaries; the entry points of group `radar.summarisers` make one each.

    An entry point names a callable that takes a `SummariserSettings` and returns a Summariser.
    """

    name: str
    """The name it is chosen by, as in `Provenance.summariser`."""
    model: str
    """The model it asks; empty for none."""

    async def summarise(self, paper: Paper, reading: Reading) -> Outcome:
        """Summarise one paper.

        Args:
            paper: the paper, with clean texts.
            reading: what the offline rules read out of it; the ground for whatever is not better known.

        Raises:
            KeyRefused, ModelMissing, Offline, EndpointError that is `final`: every other paper would
                fail too.
            RadarError: this paper failed.
        """
        ...

    async def aclose(self) -> None:
        """Let go of connections and files."""
        ...
