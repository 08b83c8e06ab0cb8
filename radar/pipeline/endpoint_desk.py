"""What a screen that sets up an endpoint asks: kinds, checks, models, a trial, and the writing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Protocol

from radar.papers.bases import Value

if TYPE_CHECKING:
    from pathlib import Path

    from radar.pipeline.endpoint_info import EndpointInfo
    from radar.pipeline.trial_lines import TrialLine


class EndpointKind(Value):
    """A kind of endpoint that radar knows."""

    name: str
    title: str
    """As people write it."""
    base_url: str
    host: str
    """Where it is, for people, with a star for a name that only the reader knows."""
    key_env: str
    """The variable that usually holds its key; empty where none is needed as a rule."""
    note: str
    """What a reader should know before choosing it; may be empty."""
    local: bool
    """Whether it is a server on this machine."""
    key_set: bool = False
    """Whether that variable holds something."""
    place: str = ""
    """The address with NAME where only the reader's own name is missing; empty where it is whole."""


class EndpointDraft(Value):
    """What is known of a new endpoint so far; of its key never more than where it is."""

    preset: str = ""
    base_url: str = ""
    """Empty for the address of the preset."""
    name: str = ""
    key_place: str = ""
    """key_env, key_command or keyring; empty where no key is sent, or the usual one."""
    key: str = ""
    """The name of the variable, the command, or the entry of the keyring."""
    allow_http: bool = False
    """Whether the key may go to another machine without encryption."""
    model: str = ""

    @property
    def table(self) -> Mapping[str, str]:
        """What its table in the settings would hold."""
        own = {
            "preset": self.preset,
            "base_url": self.base_url,
            **({self.key_place: self.key} if self.key_place else {}),
            "allow_http": "yes" if self.allow_http else "",
            "model": self.model,
        }
        return {key: value for key, value in own.items() if value}


class ModelsFound(Value):
    """Where an endpoint answers, and which models it lists."""

    base_url: str
    moved: bool
    """Whether that is not the address that was given."""
    models: tuple[str, ...]
    refused: str = ""
    """Why it lists none, where that is for want of a key that it takes."""


class TrialOutcome(Value):
    """What came of a trial."""

    lines: tuple[TrialLine, ...]
    warning: str = ""
    """What the reader should know of the model; may be empty."""
    failure: str = ""
    """Why it is not worth being kept, and what to do; empty where it is."""


class EndpointDesk(Protocol):
    """Sets up endpoints; only what is a coroutine asks the network, and nothing is written before `write`."""

    @property
    def kinds(self) -> tuple[EndpointKind, ...]:
        """Every kind that radar knows."""
        ...

    @property
    def file(self) -> Path | None:
        """The settings file that it is written into; None in a demo, which writes none."""
        ...

    @property
    def asked_by_variable(self) -> bool:
        """Whether the environment says who is asked where nobody is named, over what is written."""
        ...

    @property
    def asked_unnamed(self) -> str:
        """Who is asked where nobody is named; empty where a new endpoint is that by itself."""
        ...

    def listening(self) -> frozenset[str]:
        """Return the names of the kinds on this machine whose port is open; may take a moment."""
        ...

    def address_in(self, text: str) -> str:
        """Return the address that a text is; empty for any other text."""
        ...

    def whole_address(self, text: str, preset: str) -> str:
        """Return the address that is meant by what was typed for one, or for the name in a preset's."""
        ...

    def holds_key(self, place: str, text: str) -> bool:
        """Return whether a text may be a key, so that it is not kept.

        Args:
            place: the setting that it was typed for.
        """
        ...

    def key_refusal(self, place: str) -> str:
        """Return why a key is not taken, and what to do."""
        ...

    def variable_set(self, name: str) -> bool:
        """Return whether an environment variable holds something."""
        ...

    def check(self, draft: EndpointDraft) -> None:
        """Raise SettingsError where what is known by now is wrong; what may be a key is not repeated."""
        ...

    def free_name(self, draft: EndpointDraft) -> str:
        """Return a name that no endpoint has."""
        ...

    def info(self, draft: EndpointDraft) -> EndpointInfo:
        """Return what is to be known of the endpoint as it would be; SettingsError where it cannot be."""
        ...

    async def models(self, draft: EndpointDraft) -> ModelsFound:
        """Ask it for its models, which costs nothing; RadarError where it lists none."""
        ...

    def sent(self, draft: EndpointDraft) -> str:
        """Return what a trial sends, in a sentence; may take a moment, in any thread.

        Raises:
            PromptError: the reader's own prompt cannot be read.
        """
        ...

    async def trial(
        self,
        draft: EndpointDraft,
        tell: Callable[[str], None],
        show: Callable[[tuple[TrialLine, ...]], None],
    ) -> TrialOutcome:
        """Have it summarise two invented papers.

        Args:
            tell: told why nothing is asked for a while, and until when.
            show: given what came of each paper as soon as it is there.

        Raises:
            RadarError: it cannot even be asked.
        """
        ...

    def written(self, draft: EndpointDraft, *, default: bool) -> str:
        """Return what `write` writes."""
        ...

    def write(self, draft: EndpointDraft, *, default: bool) -> EndpointInfo:
        """Write it into the settings, and return what is to be known of it; a demo keeps it to its end.

        Args:
            default: have it asked where nobody is named, also by later runs.

        Raises:
            SettingsError: it cannot be written; the hint says what to write by hand.
        """
        ...
