"""A new endpoint put together from what the command line says and what is asked for."""

from __future__ import annotations

import argparse
import asyncio
from collections.abc import Mapping
from types import MappingProxyType

from radar.cli.endpoint_questions import asked_kind, chosen_model, typed_address
from radar.cli.output import Output
from radar.cli.parser import UsageError
from radar.cli.person import Person
from radar.errors import EndpointError, KeyRefused, Offline, RadarError, SettingsError, Untrusted
from radar.net.addresses import host_of, is_loopback
from radar.settings import EndpointSettings, Settings
from radar.settings.endpoint import KEY_PLACES
from radar.settings.presets import PRESETS, Preset
from radar.wiring.endpoint_drafts import Drafts, address_in, check_variable

LABEL = "radar endpoint add"
_NO_KEY = "none"
_WITHOUT_A_TRY = "Set it up all the same, without trying it?"
_ELSEWHERE = "(A key can also come from a command or the keyring: --key-command, --keyring)"


class _Declined(Exception):
    """The reader does not want to go on."""


class Drafting:
    """Asks for what is missing of one endpoint.

    Args:
        arguments: what the command line says of it: name, preset, base_url, model, where its key is.
        environ: where keys are looked for; never read out.
    """

    def __init__(
        self,
        settings: Settings,
        arguments: argparse.Namespace,
        person: Person,
        output: Output,
        environ: dict[str, str],
    ) -> None:
        self._drafts = Drafts(settings, LABEL)
        self._person = person
        self._output = output
        self._environ = environ
        self._name, self._table = _said(arguments)
        self._forced: bool = arguments.force
        self._asks: bool = person.present and not arguments.yes
        self.trouble: RadarError | None = None
        """Why the endpoint cannot be asked as things are; None where nothing is known against it."""

    def draft(self) -> EndpointSettings | None:
        """Return the endpoint, whole and checked; None where it is not to be set up as things are.

        Raises:
            SettingsError: a value is wrong; what may be a key is not repeated.
            UsageError: something is missing and nobody can be asked.
        """
        if self._name:
            self._drafts.check_name(self._name)
        preset = self._choose_kind()
        self._complete_address(preset)
        try:
            self._complete_key()
            self._complete_name()
            self._complete_model(preset)
        except _Declined:
            return None
        drafted = self._drafted()
        if drafted.base_url.startswith("http:") and not is_loopback(drafted.base_url):
            self._output.aside(f"papers will travel to {host_of(drafted.base_url)} without encryption")
        return drafted

    def _drafted(self) -> EndpointSettings:
        return self._drafts.drafted(self._table, self._name)

    def _choose_kind(self) -> Preset | None:
        if "preset" not in self._table and "base_url" not in self._table:
            if self._name in PRESETS:
                self._table["preset"] = self._name
            elif not self._person.present:
                raise UsageError(
                    "nothing says which endpoint",
                    "Add --preset NAME (radar endpoint presets) or --base-url URL",
                )
            else:
                self._ask_kind()
        self._checked_so_far()
        preset = PRESETS.get(self._table.get("preset", ""))
        if preset is not None and preset.note:
            self._output.aside(f"{preset.title}: {preset.note}")
        return preset

    def _ask_kind(self) -> None:
        while True:
            typed = asked_kind(self._person, self._output, self._environ)
            try:
                self._checked_so_far(typed)
            except SettingsError as error:
                self._say(error)
                continue
            self._table |= typed
            return

    def _complete_address(self, preset: Preset | None) -> None:
        if "base_url" in self._table:
            return
        if preset is not None and not (preset.unfinished or preset.local):
            return
        if not self._person.present:
            if preset is None or preset.unfinished:
                raise UsageError("it does not say where it is", f"Add --base-url {_example(preset)}")
            return
        while True:
            address = typed_address(self._person, preset)
            if preset is None or address != preset.base_url:
                self._table["base_url"] = address
            try:
                self._checked_so_far()
            except SettingsError as error:
                self._table.pop("base_url", None)
                self._say(error)
            else:
                return

    def _complete_key(self) -> None:
        """Settle where the key is: a hosted endpoint needs one, a local one hardly ever does."""
        if self._fetches_key():
            return
        address = self._drafted().base_url
        usual = self._drafted().key_env
        if "key_env" not in self._table and self._person.present and not usual:
            usual = "" if is_loopback(address) else _NO_KEY
            if usual:
                self._ask_variable(usual)
        found = self._drafted().key_env
        if found and not self._environ.get(found, "").strip():
            self._trouble(
                KeyRefused(
                    f"the environment variable {found} holds no key for {host_of(address)}",
                    f"Put the key into it (export {found}=...), then run this again; or give "
                    "--key-command or --keyring",
                )
            )

    def _fetches_key(self) -> bool:
        return any(place in self._table for place in ("key_command", "keyring"))

    def _ask_variable(self, usual: str) -> None:
        self._output.aside(_ELSEWHERE)
        while True:
            named = self._person.ask("Environment variable that holds the key", usual)
            if named == _NO_KEY:
                return
            try:
                check_variable(named)
            except SettingsError as error:
                self._output.aside(str(error))
            else:
                self._table["key_env"] = named
                return

    def _complete_name(self) -> None:
        if self._name:
            return
        usual = self._drafts.free_name(self._table)
        if not self._person.present:
            self._name = usual
            return
        while True:
            named = self._person.ask("Name for it", usual)
            try:
                self._drafts.check_name(named)
            except RadarError as error:
                self._say(error)
            else:
                self._name = named
                return

    def _complete_model(self, preset: Preset | None) -> None:
        if "model" in self._table and "base_url" not in self._table:
            return
        # What Azure lists are models, and what it is asked for are the reader's deployments of them.
        models = () if self.trouble or (preset and preset.unfinished) else self._models()
        if "model" in self._table:
            return
        if not self._person.present:
            listed = f": {', '.join(models[:8])}{', ...' if len(models) > 8 else ''}" if models else ""
            raise UsageError("it does not say which model", f"Add --model with one that it has{listed}")
        while True:
            self._table["model"] = chosen_model(self._person, self._output, models)
            try:
                self._checked_so_far()
            except SettingsError as error:
                self._say(error)
            else:
                return

    def _models(self) -> tuple[str, ...]:
        """Return the models that it lists, and correct its address where only another form works."""
        drafted = self._drafted()
        try:
            found = asyncio.run(self._drafts.models(drafted))
        except RadarError as error:
            if isinstance(error, Offline | Untrusted) or (isinstance(error, EndpointError) and error.final):
                self._trouble(error)
            else:
                self._say(error)
            return ()
        if found.base_url.rstrip("/") != drafted.base_url.rstrip("/"):
            self._output.aside(f"it answers at {found.base_url}, so that is taken")
            self._table["base_url"] = found.base_url
        return found.models if found.refused is None else self._models_with_key(found.refused)

    def _models_with_key(self, refused: KeyRefused) -> tuple[str, ...]:
        """Ask for the variable of a key, where none is named, and then for the models once more."""
        if self._drafted().key_env or self._fetches_key() or not self._person.present:
            self._trouble(refused)
            return ()
        self._output.aside(refused.message)
        self._ask_variable(_NO_KEY)
        if "key_env" not in self._table:
            self._trouble(refused)
            return ()
        self._complete_key()
        return () if self.trouble else self._models()

    def _trouble(self, error: RadarError) -> None:
        """Say why the endpoint cannot be asked; unless forced or agreed to, that is the end."""
        self.trouble = error
        if not (self._asks or self._forced):
            self._output.error(error)
            self._output.aside("--force sets it up without a try")
            raise _Declined
        self._say(error)
        if not self._forced and not self._person.agrees(_WITHOUT_A_TRY, usual=False):
            raise _Declined

    def _checked_so_far(self, typed: Mapping[str, str] = MappingProxyType({})) -> None:
        """Raise SettingsError where what is known by now, with what was just typed, is wrong."""
        self._drafts.check({**self._table, **typed}, self._name)

    def _say(self, error: RadarError) -> None:
        self._output.aside(self._drafts.told(error, self._name).message)
        self._output.hint(error.hint)


def _said(arguments: argparse.Namespace) -> tuple[str, dict[str, str]]:
    """Return name and table as the command line gives them; an address in the place of the name is one."""
    name: str = arguments.name or ""
    keys = ("preset", "base_url", *KEY_PLACES, "model")
    table: dict[str, str] = {key: value for key in keys if (value := getattr(arguments, key) or "")}
    if arguments.allow_http:
        table["allow_http"] = "yes"
    if "base_url" not in table and (address := address_in(name)):
        # No address can be a name, so it is clear what is meant.
        name, table["base_url"] = "", address
    return name, table


def _example(preset: Preset | None) -> str:
    return preset.base_url if preset is not None else "http://127.0.0.1:8080/v1"
