"""What can be chosen in each step of setting up an endpoint, by what was typed; no widget."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from textual.content import Content

from radar.papers.bases import Value
from radar.papers.text.safe_text import clean
from radar.pipeline.endpoint_desk import EndpointKind
from radar.tui.lines.cells import cell_len
from radar.tui.lines.wrapping import shortened
from radar.tui.words.endpoint_setup import ANOTHER, AS_TYPED, KEY_ENV, NO_KEY, EndpointSetup, Stage

_MOST = 200
"""Models listed at once: more are found by typing."""
_NAME = 23
"""Cells of a name before what is said of it."""


class Choice(Value):
    """A line that can be chosen."""

    id: str
    name: str
    said: str = ""
    good: bool = False
    """Whether what is said speaks for it."""

    def row(self, width: int, ellipsis: str) -> Content:
        """Return it as a line of that many cells."""
        if not self.said:
            return shortened(Content(self.name), width, ellipsis)
        gap = " " * max(2, _NAME - cell_len(self.name))
        said = Content.styled(self.said, "$text-success" if self.good else "$foreground-muted")
        return shortened(Content(self.name + gap) + said, width, ellipsis)


def choices_of(setup: EndpointSetup) -> tuple[Choice, ...]:
    """Return what can be chosen now, the likeliest first."""
    match setup.stage:
        case Stage.KIND:
            return tuple(_kinds(setup))
        case Stage.KEY:
            return tuple(_key_places(setup))
        case Stage.MODEL:
            return tuple(_models(setup))
    return ()


def more_models(setup: EndpointSetup) -> int:
    """Return how many more models match than are listed."""
    if setup.stage is not Stage.MODEL or setup.found is None:
        return 0
    return max(0, sum(1 for name in setup.found.models if _matches(setup.text, name)) - _MOST)


def _kinds(setup: EndpointSetup) -> Iterator[Choice]:
    text = setup.text
    if address := setup.desk.address_in(text.strip()):
        yield Choice(AS_TYPED, "this address", clean(address))
        return
    listening = setup.listening
    kinds = sorted(setup.desk.kinds, key=lambda kind: kind.name not in listening)
    for kind in kinds:
        if _matches(text, f"{kind.name} {kind.title} {kind.host}"):
            yield _kind(kind, listens=kind.name in listening)
    yield Choice(ANOTHER, "another", "any OpenAI-compatible server, by its address")


def _kind(kind: EndpointKind, *, listens: bool) -> Choice:
    if kind.local:
        said = "on this machine, its port answers" if listens else "on this machine"
        return Choice(kind.name, kind.title, said, good=listens)
    said = f"{kind.key_env} is set" if kind.key_set else kind.host
    return Choice(kind.name, kind.title, said, good=kind.key_set)


def _key_places(setup: EndpointSetup) -> Iterator[Choice]:
    variable = setup.text.strip() if setup.place == KEY_ENV else setup.usual_key
    there = setup.desk.variable_set(variable)
    said = f"{variable} is {'' if there else 'not '}set" if variable else "such as MY_KEY"
    about = {
        KEY_ENV: Choice(KEY_ENV, "environment variable", clean(said), good=there),
        "key_command": Choice("key_command", "command", "such as pass show groq"),
        "keyring": Choice("keyring", "keyring", "as SERVICE/USER"),
        NO_KEY: Choice(NO_KEY, "no key"),
    }
    return (about[place] for place in setup.places)


def _models(setup: EndpointSetup) -> Iterator[Choice]:
    text = setup.text.strip()
    models = setup.found.models if setup.found is not None else ()
    matching = [name for name in models if _matches(text, name)]
    # What is typed whole is meant, though it may stand within other names.
    first = [text] if text in matching else []
    for name in _first(first, matching):
        yield Choice(name, clean(name))
    if text and text not in matching:
        yield Choice(AS_TYPED, clean(text), "as typed" if models else "")


def _first(first: list[str], names: Iterable[str]) -> list[str]:
    return [*first, *(name for name in names if name not in first)][:_MOST]


def _matches(text: str, name: str) -> bool:
    return all(word in name.casefold() for word in text.casefold().split())
