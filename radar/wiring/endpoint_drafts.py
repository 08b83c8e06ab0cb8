"""A new endpoint before it is written: checked, asked for its models, tried; for command and screen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from radar.errors import RadarError, SettingsError
from radar.net.addresses import host_of, is_loopback
from radar.papers.bases import replace
from radar.settings import EndpointSettings, Settings
from radar.settings.endpoint import KEY_PLACES, is_variable, preset_key
from radar.settings.endpoint_tables import add_endpoint
from radar.settings.endpoints import check_endpoint_name, read_tables
from radar.settings.presets import PLACE, PRESETS, Preset
from radar.settings.values import Origin
from radar.wiring.endpoints import endpoint_summariser_settings, info_of

if TYPE_CHECKING:
    from radar.summaries.finding import Found
    from radar.summaries.probing import Probe, Trial

_NEW = "new"
"""What it is called until it has a name."""
_PATIENCE = 30.0
"""Seconds that a list of models may take; an answer may take longer."""
KEY_HERE = "Put the key into a variable (export MY_KEY=...) and type the name of the variable"


class Drafts:
    """Makes endpoints of what is said of them, in the settings that there are."""

    def __init__(self, settings: Settings, label: str) -> None:
        """Keep the settings.

        Args:
            label: where the values come from, for messages.
        """
        self.settings = settings
        self._label = label

    def check(self, table: Mapping[str, str], name: str = "") -> None:
        """Raise SettingsError where what is known of the endpoint is wrong."""
        read_tables({name or _NEW: dict(table)}, self._origin)

    def drafted(self, table: Mapping[str, str], name: str = "") -> EndpointSettings:
        """Return the endpoint that a table would make; SettingsError where it makes none."""
        return self.settings.drafted(name or _NEW, table, self._origin)

    def check_name(self, name: str) -> None:
        """Raise SettingsError where a new endpoint cannot have this name."""
        check_endpoint_name(name, self._label)
        if name in self.settings.endpoints:
            raise SettingsError(
                f"there is an endpoint called {name} already",
                f"Choose another name, or first: radar endpoint remove {name}",
            )
        if name in self.taken():
            raise SettingsError(f"{name} is the name of an installed summariser", "Choose another name")

    def taken(self) -> tuple[str, ...]:
        """Return the names that are taken."""
        from radar.wiring.summarisers import summariser_names

        return summariser_names(self.settings)

    def free_name(self, table: Mapping[str, str]) -> str:
        """Return a name that nobody has: the preset's, else that of the host."""
        taken = self.taken()
        address = table.get("base_url", "")
        host = "local" if is_loopback(address) else host_of(address).partition(":")[0]
        words = "".join(letter if letter.isalnum() and letter.isascii() else "-" for letter in host.lower())
        base = table.get("preset") or "-".join(filter(None, words.split("-")))[:30].strip("-") or "mine"
        names = (base, *(f"{base}-{number}" for number in range(2, len(taken) + 3)))
        return next(name for name in names if name not in taken)

    def told(self, error: RadarError, name: str = "") -> RadarError:
        """Return an error without where the value was set, which goes without saying to whoever typed it."""
        message = error.message.removeprefix(f"{self._label}: ")
        return SettingsError(message.removeprefix(f"[endpoints.{name or _NEW}]: "), error.hint)

    async def models(self, endpoint: EndpointSettings) -> Found:
        """Ask it for its models; raises as `find_models`."""
        from radar.summaries.finding import find_models

        asked = endpoint_summariser_settings(self.settings, endpoint.name, endpoint)
        return await find_models(replace(asked, timeout=min(asked.timeout, _PATIENCE)))

    def what_is_sent(self, endpoint: EndpointSettings) -> str:
        """Return what a trial sends, in words; PromptError where the reader's prompt cannot be read."""
        from radar.summaries.probing import probe_tokens

        sent, received = probe_tokens(endpoint_summariser_settings(self.settings, endpoint.name, endpoint))
        told = f"Two invented papers go to {endpoint.model or 'no model'} at {host_of(endpoint.base_url)}"
        return f"{told}: about {sent:,} tokens sent and {received:,} received"

    async def tried(
        self,
        endpoint: EndpointSettings,
        tell: Callable[[str], None],
        done: Callable[[Trial], None] = lambda trial: None,
    ) -> Probe:
        """Have an endpoint summarise two invented papers, paid from the budgets, and keep its dialect.

        Args:
            tell: told why nothing is asked for a while, and until when.
            done: given what came of each paper as soon as it is there.

        Raises:
            RadarError: it cannot even be asked.
        """
        from radar.papers.jobs.spending import Payee
        from radar.summaries.checking import keep_dialect
        from radar.summaries.probing import probe
        from radar.wiring.libraries import library_with_ledger
        from radar.wiring.summarisers import build_purse

        asked = endpoint_summariser_settings(self.settings, endpoint.name, endpoint)
        payee = Payee(endpoint.name, info_of(endpoint).host, endpoint.model)
        with library_with_ledger(self.settings) as library:
            purse = build_purse(self.settings, library, payee)
            found = await probe(asked, purse=purse, tell=tell, done=done)
        if found.learned is not None:
            found = replace(found, learned=keep_dialect(asked, found.learned))
        return found

    @property
    def chosen_by_itself(self) -> bool:
        """Whether a new endpoint is asked where nobody is named, although no setting says so."""
        return self.settings.chosen_summariser == "offline" and not self.settings.summariser

    def write(self, endpoint: EndpointSettings, *, default: bool) -> None:
        """Write an endpoint into the settings file; raises as `add_endpoint`."""
        add_endpoint(self.settings.config_file, endpoint.name, table_of(endpoint), default=default)

    @property
    def _origin(self) -> Origin:
        return Origin(self._label, Path(), text=True)


def check_variable(named: str) -> None:
    """Raise SettingsError where a text is no name of a variable; it is not repeated."""
    if not is_variable(named):
        raise SettingsError("That is no name of a variable, and may be a key: it is not kept", KEY_HERE)


def table_of(endpoint: EndpointSettings) -> dict[str, str | int | float]:
    """Return what the table of a drafted endpoint has to say, in the order in which it is written."""
    preset = PRESETS.get(endpoint.preset)
    names = ("preset", "base_url", *KEY_PLACES, "allow_http", "model")
    written: dict[str, str | int | float] = {name: getattr(endpoint, name) for name in names}
    if preset is not None and endpoint.base_url == preset.base_url:
        del written["base_url"]
    if endpoint.key_env == preset_key(endpoint.preset, endpoint.base_url):
        del written["key_env"]
    return {name: value for name, value in written.items() if value}


def address_in(text: str) -> str:
    """Return the address that a text is; one of this machine may lack http://. Empty for any other text."""
    if text.lower().startswith(("http://", "https://")):
        return text
    here = f"http://{text}"
    return here if (":" in text or "/" in text) and is_loopback(here) else ""


def whole_address(text: str, preset: Preset | None) -> str:
    """Return the address meant by what was typed for one, or for the name that a preset's leaves open."""
    if preset is not None and preset.unfinished:
        return text if "/" in text else preset.base_url.replace(PLACE, text)
    return address_in(text) or text


def named_place(preset: Preset) -> str:
    """Return the address of a preset with NAME for what only the reader knows."""
    return preset.base_url.replace(PLACE, "NAME")


def known_host(preset: Preset) -> str:
    """Return where a preset is, for people, with a star for what only the reader knows."""
    return host_of(preset.base_url).replace(PLACE.lower(), "*")
