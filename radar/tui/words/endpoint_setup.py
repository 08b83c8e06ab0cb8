"""An endpoint as far as it is set up: the steps, and what was typed in each; no widget."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from radar.errors import SettingsError
from radar.papers.bases import replace
from radar.papers.text.safe_text import clean
from radar.pipeline.endpoint_desk import EndpointDraft, EndpointKind, ModelsFound, TrialOutcome

if TYPE_CHECKING:
    from radar.pipeline.endpoint_desk import EndpointDesk

ANOTHER = "another"
"""Chosen for a server of no known kind."""
NO_KEY = "none"
"""Chosen where no key is sent."""
AS_TYPED = "\0typed"
"""Chosen where what was typed is taken as it is; no model can be called so."""
KEY_ENV = "key_env"


class Stage(Enum):
    """One step."""

    KIND = "which one"
    ADDRESS = "its address"
    NAME = "its name"
    KEY = "its key"
    MODEL = "its model"
    TRIAL = "a try"
    WRITE = "writing it"


_SETTINGS = {Stage.ADDRESS: "base_url", Stage.NAME: "name", Stage.MODEL: "model"}
"""What a text is typed for, where it is for one setting."""


class EndpointSetup:
    """Goes from step to step; what was typed for one kind of endpoint is there when it is chosen again."""

    def __init__(self, desk: EndpointDesk) -> None:
        """Begin at the first step."""
        self.desk = desk
        self.stage = Stage.KIND
        self.draft = EndpointDraft()
        self.default = False
        """Whether it is to be asked where nobody is named, also by later runs."""
        self.listening: frozenset[str] = frozenset()
        """The kinds on this machine that listen."""
        self.found: ModelsFound | None = None
        """Its models; None while they are not known."""
        self.outcome: TrialOutcome | None = None
        """What came of the try; None where there was none, or something else was chosen since."""
        self._typed: dict[tuple[str, Stage, str], str] = {}
        self._places: dict[str, str] = {}
        self._address_first = False
        """Whether its address was typed where a kind is chosen."""
        self._whose = ""
        """The endpoint that things are typed for: its kind, or the address that was given."""
        self._plain_key: EndpointDraft | None = None
        """With which the reader was told that a key would travel without encryption."""

    @property
    def kind(self) -> EndpointKind | None:
        """The kind that is chosen; None for a server of no known kind."""
        return next((kind for kind in self.desk.kinds if kind.name == self.draft.preset), None)

    @property
    def stages(self) -> tuple[Stage, ...]:
        """The steps that this endpoint takes."""
        kind = self.kind
        whole = kind is not None and not (kind.local or kind.place)
        if whole or self._address_first:
            return tuple(stage for stage in Stage if stage is not Stage.ADDRESS)
        return tuple(Stage)

    @property
    def place(self) -> str:
        """Where the key is: key_env, key_command, keyring, or none."""
        usual = self.usual_key or not self.desk.info(self._keyless).local
        return self._places.get(self._whose, KEY_ENV if usual else NO_KEY)

    @place.setter
    def place(self, place: str) -> None:
        self._places[self._whose] = place

    @property
    def places(self) -> tuple[str, ...]:
        """Where a key can be; the key that is meant for a host goes there also where none is named."""
        named = (KEY_ENV, "key_command", "keyring")
        return named if self.usual_key else (*named, NO_KEY)

    @property
    def usual_key(self) -> str:
        """The variable of the key that this endpoint gets where none is named; empty for none."""
        return self.desk.info(self._keyless).key_env

    @property
    def text(self) -> str:
        """What stands in the line of this step."""
        return self.text_of(self.stage)

    def text_of(self, stage: Stage) -> str:
        """Return what was typed in a step, or what is offered there."""
        typed = self._typed.get(self._slot(stage))
        return self._offered(stage) if typed is None else typed

    def type(self, text: str) -> str:
        """Take what stands in the line of this step; return why it is not kept, where it may be a key."""
        setting = self.place if self.stage is Stage.KEY else _SETTINGS.get(self.stage, "")
        if any(self.desk.holds_key(setting, part) for part in (text.strip(), self._put_in(text).strip())):
            self._typed.pop(self._slot(self.stage), None)
            return self.desk.key_refusal(setting)
        if self.stage is Stage.KEY and self.place == NO_KEY and text:
            self.place = KEY_ENV
        if text != self.text:
            self._typed[self._slot(self.stage)] = text
        return ""

    def _put_in(self, text: str) -> str:
        """Return what a text has more than what is offered in this step, which a key may stand behind."""
        offered = self._offered(self.stage)
        return text.replace(offered, "", 1) if offered else text

    def go_on(self, choice: str) -> None:
        """Take what was chosen or typed in this step, and go to the next.

        Args:
            choice: what the cursor of the list is on; empty where there is no list.

        Raises:
            SettingsError: that cannot be; what may be a key is not repeated.
        """
        draft = self._with(choice, self.text.strip())
        if draft != self.draft:
            self.outcome = None
        if replace(draft, model="", name="") != replace(self.draft, model="", name=""):
            self.found = None
        if self.stage is Stage.KIND:
            self._address_first = choice == AS_TYPED
        if self.stage in (Stage.KIND, Stage.ADDRESS):
            self._whose = draft.preset or draft.base_url
        self.draft = draft
        stages = self.stages
        self.stage = stages[stages.index(self.stage) + 1]

    def back(self) -> bool:
        """Go one step back; False where there is none."""
        stages = self.stages
        at = stages.index(self.stage)
        self.stage = stages[max(0, at - 1)]
        return at > 0

    def take_models(self, found: ModelsFound) -> None:
        """Keep the models that it lists, and its address where only another form of it answers."""
        self.found = found
        if found.moved:
            self.draft = replace(self.draft, base_url=found.base_url)

    def _with(self, choice: str, text: str) -> EndpointDraft:
        """Return the draft with what this step says."""
        match self.stage:
            case Stage.KIND:
                draft = self._of_kind(choice, text)
            case Stage.ADDRESS:
                if not text:
                    raise SettingsError(
                        "type its address first" if not self.draft.preset else "type it first"
                    )
                address = self.desk.whole_address(text, self.draft.preset)
                kind = self.kind
                usual = kind is not None and address == kind.base_url
                draft = replace(self.draft, base_url="" if usual else address)
            case Stage.NAME:
                draft = replace(self.draft, name=text or self._offered(Stage.NAME))
            case Stage.KEY:
                draft = self._with_key(text)
            case Stage.MODEL:
                model = text if choice in ("", AS_TYPED) else choice
                if not model:
                    raise SettingsError("type the name of a model first")
                draft = replace(self.draft, model=model)
            case _:
                draft = self.draft
        if draft.preset or draft.base_url:
            self.desk.check(draft)
        return draft

    def _of_kind(self, choice: str, text: str) -> EndpointDraft:
        if choice == AS_TYPED:
            chosen = EndpointDraft(base_url=self.desk.address_in(text))
        else:
            chosen = EndpointDraft(preset="" if choice == ANOTHER else choice)
        if chosen.preset and chosen.preset == self.draft.preset:
            return self.draft
        return self.draft if chosen.base_url and chosen.base_url == self.draft.base_url else chosen

    def _with_key(self, text: str) -> EndpointDraft:
        place = self.place
        keyless = self._keyless
        if place == NO_KEY:
            return keyless
        if not text:
            raise SettingsError(_NOTHING_TYPED[place])
        draft = replace(keyless, key_place=place, key=text)
        try:
            self.desk.check(draft)
        except SettingsError:
            if place == KEY_ENV:
                # It may be a key, and is not kept here either.
                self._typed.pop(self._slot(Stage.KEY), None)
            raise
        if not self.desk.info(draft).encrypted:
            if self._plain_key != draft:
                self._plain_key = draft
                host = clean(self.desk.info(draft).host)
                raise SettingsError(
                    f"the key would travel to {host} without encryption: enter again sends it so"
                )
            draft = replace(draft, allow_http=True)
        return draft

    @property
    def _keyless(self) -> EndpointDraft:
        return replace(self.draft, key_place="", key="", allow_http=False)

    def _slot(self, stage: Stage) -> tuple[str, Stage, str]:
        if stage is Stage.KIND:
            return "", stage, ""
        # Of servers of no kind, what is typed for an address belongs to that one, and the address to all.
        whose = self.draft.preset if stage is Stage.ADDRESS else self._whose
        return whose, stage, self.place if stage is Stage.KEY else ""

    def _offered(self, stage: Stage) -> str:
        """Return what stands in a line before anything was typed there."""
        if stage is Stage.ADDRESS:
            kind = self.kind
            return kind.base_url if kind is not None and not kind.place else ""
        if stage is Stage.NAME:
            return self.desk.free_name(self.draft)
        if stage is Stage.KEY and self.place == KEY_ENV:
            return self.usual_key
        return ""


_NOTHING_TYPED = {
    KEY_ENV: "type the name of the variable that holds the key; not the key itself",
    "key_command": "type the command that writes the key, such as pass show groq",
    "keyring": "type the service and the user of its entry, such as groq/me",
}
