"""Every setting with its meaning and its default."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from radar.settings.reading import read_settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the reader has set: file, then environment, then command line; the later one wins."""

    library: Path
    """The file that holds papers, marks and summaries."""

    cache_folder: Path
    """Folder of answers and pages that can be fetched again; it may be deleted at any time."""

    state_folder: Path
    """Folder of the worker's log and of listings that were pasted."""

    export_folder: Path
    """Folder that exports made on the screen are written to."""

    sources: tuple[str, ...] = ("hf:daily",)
    """What a refresh asks, such as "hf:daily" or "arxiv:cs.CL"."""

    summariser: str = ""
    """Who writes summaries: "offline", "endpoint" or the name of an installed one; left out, the
    endpoint where one is set, else offline."""

    base_url: str = ""
    """Address of an OpenAI-compatible endpoint, such as "http://127.0.0.1:8080/v1"; left out,
    OPENAI_BASE_URL."""

    model: str = ""
    """Name of the model that the endpoint is asked for."""

    key_env: str = ""
    """Name of the environment variable that holds the endpoint's key, never the key itself; left out,
    OPENAI_API_KEY, but only for OpenAI itself and for the address in OPENAI_BASE_URL."""

    prompt: Path | None = None
    """File with a prompt of your own, in place of the one that comes with radar; left out,
    prompts/summary.md beside this file where there is one."""

    takeaway_language: str = ""
    """Language that a model writes takeaways in, such as "German"; left out, that of the prompt."""

    reader_profile: str = ""
    """What you work on, such as "I work on speech recognition for small languages": the endpoint is told,
    and says in a line why a paper may matter to you."""

    max_tokens: int = 256
    """Tokens that one answer may have."""

    context_tokens: int = 8192
    """Tokens that the model takes, question and answer together."""

    timeout: float = 120.0
    """Seconds to wait for one answer."""

    concurrency: int = 4
    """Papers that are summarised at the same time, 1 to 64."""

    price_in: float | None = None
    """US dollars for a million tokens sent; left out, costs are not shown."""

    price_out: float | None = None
    """US dollars for a million tokens received."""

    contact: str = ""
    """Mail or web address that sites are told with each request, so that they can reach you."""

    ascii: bool = False
    """Draw with plain letters only."""

    theme: str = ""
    """Name of the colour theme."""

    browser: str = ""
    """Command that opens links, with %s where the link goes or else at its end; left out, the system's."""

    keys: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Other keys for actions: the name of the action, and the keys divided by commas."""

    config_file: Path = field(default=Path(), metadata={"set": False})
    """Where the settings file is, or would be. Not a setting itself."""

    @classmethod
    def load(
        cls, environ: Mapping[str, str], overrides: Mapping[str, object] = MappingProxyType({})
    ) -> Settings:
        """Read the settings file, then the environment, then what the command line says; the later wins.

        Args:
            environ: the environment: XDG_* folders, RADAR_* settings (RADAR_CONFIG another settings file),
                OPENAI_BASE_URL and OPENAI_API_KEY.
            overrides: values from the command line by name; None means not given.

        Raises:
            SettingsError: a name is unknown or a value is wrong; it says where and what was expected.
        """
        return cls(**read_settings(cls, environ, overrides))

    @property
    def endpoint_lack(self) -> str:
        """What is missing for an endpoint to be asked; empty when nothing is."""
        if self.base_url and self.model:
            return ""
        if self.base_url:
            return "base_url is set, but no model"
        return "model is set, but no base_url" if self.model else "no endpoint is set"

    @property
    def chosen_summariser(self) -> str:
        """The name of the summariser that is used where none is asked for by name."""
        return self.summariser or ("endpoint" if self.base_url and self.model else "offline")
