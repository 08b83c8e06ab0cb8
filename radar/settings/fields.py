"""Every setting with its meaning and its default."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from radar.settings.checks import Table
from radar.settings.endpoints import (
    TOP,
    EndpointSettings,
    endpoint_kinds,
    read_tables,
    resolved,
    with_model,
)
from radar.settings.reading import read_settings
from radar.settings.sources import SourceSettings, followed
from radar.settings.values import Origin


class Settings(Table, kw_only=True):
    """What the reader has set: file, then environment, then command line; the later one wins."""

    not_set = frozenset({"config_file", "sources_named"})

    library: Path
    """The file that holds papers, marks and summaries."""

    cache_folder: Path
    """Folder of answers and pages that can be fetched again; it may be deleted at any time."""

    state_folder: Path
    """Folder of the log of unforeseen errors and of listings that were pasted."""

    export_folder: Path
    """Folder that exports made on the screen are written to."""

    sources: tuple[str, ...] = ("hf:daily",)
    """What a refresh asks, such as "hf:daily" or "arxiv:cs.CL", besides the tables [[source]], which radar
    sources add writes; left out, hf:daily where there is no such table either."""

    refresh_hours: float = 6.0
    """Hours after which the screen asks a source again by itself, one that was named here or asked for
    once; 0 asks none."""

    follow_starred: bool = True
    """Look once a day whether the code of starred papers is out, with a refresh of all sources."""

    summariser: str = ""
    """Who writes summaries: "offline", "endpoint", the name of one of [endpoints] or of an installed
    summariser; left out, the endpoint where one is set, else the first of [endpoints], else offline."""

    preset: str = ""
    """The kind of endpoint, such as "openai" or "ollama": it brings the address and the key's variable;
    radar endpoint presets lists them."""

    base_url: str = ""
    """Address of an OpenAI-compatible endpoint, such as "http://127.0.0.1:8080/v1"; left out, the
    preset's, else OPENAI_BASE_URL."""

    model: str = ""
    """Name of the model that the endpoint is asked for."""

    key_env: str = ""
    """Name of the environment variable that holds the endpoint's key, never the key itself; left out,
    the preset's or OPENAI_API_KEY, but only for the preset's own host, for OpenAI itself and for the
    address in OPENAI_BASE_URL."""

    key_command: str = ""
    """Command that writes the endpoint's key as its first line, in place of key_env, such as "pass show
    groq"; it is run without a shell, and only when the endpoint is asked."""

    keyring: str = ""
    """Entry of the system's keyring that holds the endpoint's key, in place of key_env, such as
    "groq/me": service and user. It takes radar's extra "keyring"; keyring set groq me puts the key there."""

    allow_http: bool = False
    """Send the key to an endpoint on another machine without encryption, where its address is http://."""

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
    """Papers that are summarised at the same time, 1 to 256; a server with one slot may want 1."""

    price_in: float | None = None
    """US dollars for a million tokens sent; left out, the list price where radar's extra "prices" is
    installed and knows the model. What runs on this machine is free."""

    price_out: float | None = None
    """US dollars for a million tokens received."""

    max_usd_run: float | None = None
    """US dollars that one run may spend on summaries; left out, as much as it takes. A run stops before
    the request that would cross a budget, and the same command goes on later."""

    max_usd_day: float | None = None
    """US dollars that all runs of a day (UTC) on this library may spend."""

    max_tokens_run: int | None = None
    """Tokens that one run may take, sent and received together."""

    max_tokens_day: int | None = None
    """Tokens that all runs of a day (UTC) on this library may take."""

    max_requests_run: int | None = None
    """Requests that one run may send, repeated ones among them."""

    max_requests_day: int | None = None
    """Requests that all runs of a day (UTC) on this library may send."""

    contact: str = ""
    """Mail or web address that sites are told with each request, so that they can reach you."""

    mail_to: str = ""
    """Address that radar digest --email sends to, such as "me@example.org"; several with commas between."""

    mail_from: str = ""
    """Address that digests are sent from; left out, the first of mail_to."""

    mail_host: str = ""
    """Name of the mail server that takes them, such as "smtp.example.org"."""

    mail_port: int = 0
    """Its port; 0 for the usual one: 587 for "starttls", 465 for "tls", 25 for "none"."""

    mail_security: str = "starttls"
    """How the connection is encrypted: "starttls", "tls", or "none" for a server on this machine."""

    mail_user: str = ""
    """Name to log in with; left out, there is no login."""

    mail_password_env: str = ""
    """Name of the environment variable that holds the password of mail_user, never the password itself."""

    ascii: bool = False
    """Draw with plain letters only."""

    theme: str = ""
    """Name of the colour theme."""

    browser: str = ""
    """Command that opens links, with %s where the link goes or else at its end; left out, the system's."""

    keys: Mapping[str, str] = MappingProxyType({})
    """Other keys for actions: the name of the action, and the keys divided by commas; radar settings --keys
    lists the actions with their keys."""

    endpoints: Mapping[str, EndpointSettings] = MappingProxyType({})
    """More endpoints side by side, each a table under its name, which --summariser and summariser take;
    what a table leaves out is the preset's and then as set above, but never a key."""

    source: tuple[SourceSettings, ...] = ()
    """More sources, each a table with its name, asked beside those of the list; as needed with a label, a
    limit of papers a refresh, a key_env, or off, which leaves it out of a refresh that names none."""

    mirrors: Mapping[str, str] = MappingProxyType({})
    """Addresses to ask in place of a site's own: what its sources begin with, and an http(s) address."""

    config_file: Path = Path()
    """Where the settings file is, or would be. Not a setting itself."""

    sources_named: bool = False
    """Whether the list of sources is the reader's own. Not a setting itself."""

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
    def followed(self) -> tuple[SourceSettings, ...]:
        """Every source of the list and of the tables, also those that are off.

        The list that stands for none written is none where there are tables.
        """
        return followed(() if self.source and not self.sources_named else self.sources, self.source)

    @property
    def source_names(self) -> tuple[str, ...]:
        """The names of what a refresh asks that names no source."""
        return tuple(source.name for source in self.followed if not source.off)

    @property
    def unnamed_sources(self) -> tuple[str, ...]:
        """The names of those that only stand in the list where the reader has written none."""
        return () if self.sources_named or self.source else self.sources

    @property
    def endpoint_lack(self) -> str:
        """What is missing for an endpoint to be asked; empty when nothing is."""
        if self.base_url and self.model:
            return ""
        if self.base_url:
            return "base_url is set, but no model"
        if self.model:
            return "model is set, but no base_url"
        return "endpoints are set, but none is chosen" if with_model(self.endpoints) else "no endpoint is set"

    @property
    def chosen_summariser(self) -> str:
        """The name of the summariser that is used where none is asked for by name."""
        if self.summariser:
            return self.summariser
        if self.base_url and self.model:
            return TOP
        return next(iter(with_model(self.endpoints)), "offline")

    def summariser_meant(self, name: str) -> str:
        """Return whom a name asks: with tables only, `endpoint` is the chosen one or the only one."""
        if name != TOP or not self.endpoint_lack:
            return name
        able = with_model(self.endpoints)
        if self.chosen_summariser in able:
            return self.chosen_summariser
        return able[0] if len(able) == 1 else name

    def endpoint_called(self, name: str) -> EndpointSettings | None:
        """Return an endpoint by the name it is chosen by, `endpoint` for that outside any table; None
        where no such endpoint is set.
        """
        if name != TOP:
            return self.endpoints.get(name)
        if not self.base_url:
            return None
        return EndpointSettings(name=TOP, **{key: getattr(self, key) for key in endpoint_kinds()})

    def drafted(self, name: str, table: Mapping[str, object], origin: Origin) -> EndpointSettings:
        """Return the endpoint that a table would make in these settings, without writing it.

        Raises:
            SettingsError: no endpoint can be made of it; what may be a key is not repeated.
        """
        outside = {key: getattr(self, key) for key in endpoint_kinds()}
        return resolved(read_tables({name: table}, origin), outside, origin.label)[name]

    @property
    def all_endpoints(self) -> tuple[EndpointSettings, ...]:
        """Every endpoint that is set, the one outside any table first."""
        top = self.endpoint_called(TOP)
        return (*((top,) if top else ()), *self.endpoints.values())
