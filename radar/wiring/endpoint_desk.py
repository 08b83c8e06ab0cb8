"""Setting up an endpoint on a screen, put together from what the command uses too; light to import."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from radar.errors import RadarError, SettingsError
from radar.net.addresses import host_of, is_loopback
from radar.papers.bases import replace
from radar.pipeline.endpoint_desk import EndpointDraft, EndpointKind, ModelsFound, TrialOutcome
from radar.pipeline.trial_lines import paper_lines, trial_lines
from radar.settings import EndpointSettings, Settings
from radar.settings.endpoint import KEY_HINT, NO_ADDRESS, holds_key
from radar.settings.endpoint_tables import add_endpoint, endpoint_table, remove_endpoint
from radar.settings.presets import PRESETS
from radar.settings.toml_text import toml_value
from radar.wiring.endpoint_drafts import (
    KEY_HERE,
    Drafts,
    address_in,
    check_variable,
    known_host,
    named_place,
    table_of,
    whole_address,
)
from radar.wiring.endpoints import info_of

if TYPE_CHECKING:
    from radar.pipeline.endpoint_info import EndpointInfo
    from radar.pipeline.trial_lines import TrialLine
    from radar.summaries.probing import Trial

_LABEL = "what was typed"
_SUMMARISER = "RADAR_SUMMARISER"


class SettingsDesk:
    """Sets up endpoints in the settings of a running radar."""

    def __init__(
        self,
        settings: Settings,
        adopted: Callable[[str], object] = lambda name: None,
        throwaway: Path | None = None,
    ) -> None:
        """Keep the settings.

        Args:
            adopted: told of the name of each endpoint that was written into the settings file.
            throwaway: a demo's own settings file, which is written in the place of the reader's.
        """
        self._drafts = Drafts(settings, _LABEL)
        self._adopted = adopted
        self._throwaway = throwaway
        self.kinds = tuple(
            EndpointKind(
                name=preset.name,
                title=preset.title,
                base_url=preset.base_url,
                host=known_host(preset),
                key_env=preset.key_env,
                note=preset.note,
                local=preset.local,
                key_set=self.variable_set(preset.key_env),
                place=named_place(preset) if preset.unfinished else "",
            )
            for preset in PRESETS.values()
        )
        """Every kind that radar knows."""
        self.file = None if throwaway else settings.config_file
        """The settings file that it is written into; None in a demo, which writes none."""

    @property
    def asked_unnamed(self) -> str:
        """Who is asked where nobody is named; empty where a new endpoint is that by itself."""
        return "" if self._drafts.chosen_by_itself else self._drafts.settings.chosen_summariser

    @property
    def asked_by_variable(self) -> bool:
        """Whether the environment says who is asked where nobody is named, over what is written."""
        return bool(os.environ.get(_SUMMARISER, "").strip())

    def listening(self) -> frozenset[str]:
        """Return the names of the kinds on this machine whose port is open."""
        from radar.net.listening import listens

        return frozenset(kind.name for kind in self.kinds if kind.local and listens(kind.base_url))

    def address_in(self, text: str) -> str:
        """Return the address that a text is; empty for any other text."""
        return address_in(text)

    def whole_address(self, text: str, preset: str) -> str:
        """Return the address that is meant by what was typed for one."""
        return whole_address(text, PRESETS.get(preset))

    def holds_key(self, place: str, text: str) -> bool:
        """Return whether a text may be a key, so that it is not kept."""
        return holds_key(place, text)

    def key_refusal(self, place: str) -> str:
        """Return why a key is not taken, and what to do."""
        refused = "That may be a key: it is not kept, and radar keeps no secrets in its settings"
        if place == "key_env":
            return f"{refused}. {KEY_HERE}"
        return f"{refused}. A key belongs into an environment variable, a password manager or the keyring"

    def variable_set(self, name: str) -> bool:
        """Return whether an environment variable holds something."""
        return bool(name and os.environ.get(name, "").strip())

    def check(self, draft: EndpointDraft) -> None:
        """Raise SettingsError where what is known by now is wrong."""
        if draft.key_place == "key_env":
            check_variable(draft.key)
        try:
            if draft.name:
                self._drafts.check_name(draft.name)
            self._drafts.check(draft.table, draft.name)
        except SettingsError as error:
            raise self._told(error, draft) from None

    def free_name(self, draft: EndpointDraft) -> str:
        """Return a name that no endpoint has."""
        return self._drafts.free_name(draft.table)

    def info(self, draft: EndpointDraft) -> EndpointInfo:
        """Return what is to be known of the endpoint as it would be."""
        return info_of(self._drafted(draft))

    async def models(self, draft: EndpointDraft) -> ModelsFound:
        """Ask it for its models, which costs nothing."""
        drafted = self._drafted(draft)
        found = await self._drafts.models(drafted)
        moved = found.base_url.rstrip("/") != drafted.base_url.rstrip("/")
        return ModelsFound(found.base_url, moved, found.models, _refused(found.refused))

    def sent(self, draft: EndpointDraft) -> str:
        """Return what a trial sends, in a sentence."""
        drafted = self._drafted(draft)
        told = self._drafts.what_is_sent(drafted)
        if drafted.base_url.startswith("http:") and not is_loopback(drafted.base_url):
            told = f"{told}. Papers will travel to {host_of(drafted.base_url)} without encryption"
        return told

    async def trial(
        self,
        draft: EndpointDraft,
        tell: Callable[[str], None],
        show: Callable[[tuple[TrialLine, ...]], None],
    ) -> TrialOutcome:
        """Have it summarise two invented papers, as the command does."""
        drafted, tried = self._drafted(draft), 0

        def done(trial: Trial) -> None:
            nonlocal tried
            tried += 1
            show(tuple(paper_lines(tried, trial, hint=False)))

        found = await self._drafts.tried(drafted, tell, done)
        lines = tuple(trial_lines(found, info_of(drafted), drafted.concurrency, hint=False))
        return TrialOutcome(lines, found.warning, _failed(found.failure))

    def written(self, draft: EndpointDraft, *, default: bool) -> str:
        """Return what `write` writes."""
        table = endpoint_table(draft.name, table_of(self._drafted(draft))).strip()
        return f"summariser = {toml_value(draft.name)}\n\n{table}" if default else table

    def write(self, draft: EndpointDraft, *, default: bool) -> EndpointInfo:
        """Write it into the settings, or keep it for a demo, and know it from now on."""
        drafted = self._drafted(draft)
        settings = self._drafts.settings
        if self._throwaway is not None:
            add_endpoint(self._throwaway, drafted.name, table_of(drafted))
        else:
            self._drafts.write(drafted, default=default)
            self._adopted(drafted.name)
        known = replace(
            settings,
            endpoints={**settings.endpoints, drafted.name: drafted},
            summariser=drafted.name if default else settings.summariser,
        )
        self._drafts = Drafts(known, _LABEL)
        return info_of(drafted)

    def _drafted(self, draft: EndpointDraft) -> EndpointSettings:
        try:
            return self._drafts.drafted(draft.table, draft.name)
        except SettingsError as error:
            raise self._told(error, draft) from None

    def _told(self, error: SettingsError, draft: EndpointDraft) -> SettingsError:
        told = self._drafts.told(error, draft.name)
        # Where a key belongs is told in the words of the settings file; here nobody writes into that.
        hint = KEY_HERE if told.hint == KEY_HINT else told.hint
        # Nor does anybody here have a command line.
        hint = hint.removesuffix(f", or first: radar endpoint remove {draft.name}")
        return SettingsError(_in_steps(told.message), _in_steps(hint))


def _in_steps(text: str) -> str:
    """Return a text of an error in the words of the steps, which know no names of settings."""
    if text == f"base_url {NO_ADDRESS}":
        return "that is no address of an endpoint"
    return text.replace("base_url", "its address")


def _refused(error: RadarError | None) -> str:
    """Return why it lists no models; the screen itself names the step of the key."""
    from radar.summaries.endpoints.explaining import KEY_UNTOLD

    return str(error or "").removesuffix(f". {KEY_UNTOLD}")


def _failed(error: RadarError | None) -> str:
    """Return why an endpoint is not worth being kept, and in which step that can be mended."""
    from radar.summaries.endpoints.explaining import KEY_UNTOLD

    if error is None:
        return ""
    hint = "Go back with esc to “its key”, and say there where it is"
    return str(RadarError(error.message, hint if error.hint == KEY_UNTOLD else _in_steps(error.hint)))


def throwaway_settings(settings: Settings, folder: Path) -> Path:
    """Copy the reader's settings into a demo's folder, so that the demo's worker knows what is set up there.

    Paths of prompts are written whole, for they are beside the reader's own file.
    """
    file = folder / "config.toml"
    try:
        text = settings.config_file.read_bytes()
    except OSError:
        text = b""
    file.write_bytes(text)
    for name, endpoint in settings.endpoints.items():
        if "prompt" in endpoint.given:
            values = {key: _plain(getattr(endpoint, key)) for key in sorted(endpoint.given)}
            # What radar does not change by itself is as it was.
            with suppress(SettingsError):
                remove_endpoint(file, name)
                add_endpoint(file, name, values)
    return file


def _plain(value: object) -> str | int | float:
    return value if isinstance(value, str | int | float) else str(value)
