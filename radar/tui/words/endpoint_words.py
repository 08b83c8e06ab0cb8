"""What the screen that sets up an endpoint says in each step; no widget."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from radar.papers.bases import Value
from radar.papers.text.safe_text import clean
from radar.pipeline.trial_lines import Tone, TrialLine
from radar.tui.lines.cells import cell_len
from radar.tui.lines.wrapping import wrap
from radar.tui.words.endpoint_setup import NO_KEY, EndpointSetup, Stage

_LABEL = 12
"""Cells of the label of a line of the report."""
_PROSE = 90
"""Running text is at most so many cells wide."""
_STYLES = {Tone.PLAIN: "", Tone.STRONG: "bold", Tone.FAILED: "$text-error"}
_ABOUT = {
    Stage.KIND: "Type to find one, or type the address of any OpenAI-compatible server.",
    Stage.ADDRESS: "Where it answers, such as http://127.0.0.1:8080/v1.",
    Stage.NAME: "What to call it: lower-case letters and digits, with hyphens between words.",
    Stage.KEY: "Where its key is. Never the key itself: radar keeps no secrets.",
    Stage.MODEL: "Type to find one of those that it lists, or type a name.",
}
_BACK = "esc back"
_KEYS = {
    Stage.KIND: "enter takes it   up/down choose   esc leaves",
    Stage.ADDRESS: f"enter goes on   {_BACK}",
    Stage.NAME: f"enter goes on   {_BACK}",
    Stage.KEY: f"enter goes on   up/down say where the key is   {_BACK}",
    Stage.MODEL: f"enter takes it   up/down choose   {_BACK}",
}
_SCROLLS = "j/k scroll"


class Trying(Value):
    """How far a try is."""

    sent: str = ""
    """What it sends, in a sentence; empty while that is not known."""
    running: bool = False
    lines: tuple[TrialLine, ...] = ()
    """What came of papers so far."""
    told: str = ""
    """Why nothing is asked for a while; empty where that is not so."""


def title_of(setup: EndpointSetup) -> str:
    """Return the heading of a step."""
    stages = setup.stages
    at = stages.index(setup.stage) + 1
    return f"Set up an endpoint, {at} of {len(stages)}: {setup.stage.value}"


def so_far(setup: EndpointSetup, dot: str) -> str:
    """Return what is settled already.

    Args:
        dot: what stands between two things.
    """
    draft, kind, stages = setup.draft, setup.kind, setup.stages
    at = stages.index(setup.stage)
    parts = [kind.title if kind else "", draft.base_url] if at else []
    if at > stages.index(Stage.NAME):
        parts.append(draft.name)
    if at > stages.index(Stage.KEY):
        parts.append(_key_told(setup))
    if at > stages.index(Stage.MODEL):
        parts.append(draft.model)
    return dot.join(clean(part) for part in parts if part)


def about(setup: EndpointSetup) -> str:
    """Return what is asked for in a step."""
    kind = setup.kind
    if setup.stage is Stage.ADDRESS and kind is not None and kind.place:
        return f"Name of your resource, the NAME in {kind.place}"
    told = _ABOUT.get(setup.stage, "")
    if setup.stage is Stage.MODEL and kind is not None and kind.note:
        return f"{told} {kind.title}: {kind.note}."
    if setup.stage is Stage.KEY and setup.place == NO_KEY:
        return f"{told} A server on your own machine hardly ever needs one."
    return told


def keys_of(setup: EndpointSetup, trying: Trying) -> str:
    """Return the keys of a step."""
    if setup.stage is Stage.WRITE:
        turns = "tab where nobody is named   " if may_turn(setup) else ""
        return f"enter {'keeps' if setup.desk.file is None else 'writes'} it   {turns}{_BACK}"
    if setup.stage is not Stage.TRIAL:
        return _KEYS[setup.stage]
    if trying.running:
        return "esc cancels the try"
    if setup.outcome is None:
        return f"enter tries it   ctrl+s goes on without a try   {_BACK}"
    if setup.outcome.failure:
        return f"enter tries again   ctrl+s sets it up all the same   {_SCROLLS}   {_BACK}"
    return f"enter goes on   {_SCROLLS}   {_BACK}"


def trial_report(setup: EndpointSetup, trying: Trying, width: int) -> Content:
    """Return what a try sends, and what came of it: first whether it works, which is to be in sight."""
    lines: list[Content] = []
    outcome = setup.outcome
    if outcome is not None:
        lines += _prose(outcome.failure or "It works.", width, _verdict(outcome.failure))
        lines += _prose(outcome.warning, width, "$text-warning") if outcome.warning else []
        lines.append(Content(""))
    lines += [*_prose(trying.sent or "counting what that sends ...", width), Content("")]
    lines += _report(outcome.lines if outcome is not None else trying.lines, width)
    if trying.told:
        lines += _prose(trying.told, width)
    return Content("\n").join(lines)


def writing_report(setup: EndpointSetup, file: str, width: int) -> Content:
    """Return what is written, and where.

    Args:
        file: the settings file, for people; empty in a demo.
    """
    lines: list[Content] = []
    outcome = setup.outcome
    if outcome is None:
        lines += _prose("It was not tried.", width, "$text-warning")
    elif outcome.failure:
        lines += _prose(f"Its try failed: {outcome.failure}", width, "$text-warning")
    sure = " all the same" if outcome is None or outcome.failure else ""
    where = f"This is written{sure} into {clean(file)}:"
    if not file:
        where = f"This is kept{sure} until the demo ends; nothing is written into your settings:"
    lines += [*_prose(where, width), Content("")]
    for line in setup.desk.written(setup.draft, default=setup.default).splitlines():
        lines += [Content.styled(part.plain, "bold") for part in _prose(line, max(8, width - 2), indent=2)]
    lines += [Content(""), *_prose(_who_is_asked(setup), width)]
    return Content("\n").join(lines)


def may_turn(setup: EndpointSetup) -> bool:
    """Return whether it can be chosen that later runs ask it too."""
    desk = setup.desk
    return desk.file is not None and bool(desk.asked_unnamed) and not desk.asked_by_variable


def _who_is_asked(setup: EndpointSetup) -> str:
    name, now = setup.draft.name, clean(setup.desk.asked_unnamed)
    here = f"{name} writes summaries here from then on"
    if setup.desk.file is None:
        return f"{here}."
    if setup.desk.asked_by_variable:
        return f"{here}; the next time radar starts, RADAR_SUMMARISER says who does."
    if setup.default or not now:
        return f"{here}, and wherever nobody is named."
    return f"{here}; the next time radar starts, {now} does again: tab has {name} asked then too."


def _key_told(setup: EndpointSetup) -> str:
    draft = setup.draft
    if draft.key_place == "key_command":
        return setup.desk.info(draft).key_told
    return f"key in {draft.key or setup.usual_key}" if draft.key or setup.usual_key else "no key"


def _report(lines: Sequence[TrialLine], width: int) -> list[Content]:
    drawn = []
    for line in lines:
        style = _STYLES[line.tone]
        for number, part in enumerate(_prose(clean(line.text), width, style, indent=_LABEL)):
            label = "" if number else line.label
            named = Content.styled(label + " " * max(0, _LABEL - cell_len(label)), "$foreground-muted")
            drawn.append(named + part[_LABEL:])
    return drawn


def _verdict(failure: str) -> str:
    return "$text-error" if failure else "$text-success"


def _prose(text: str, width: int, style: str = "", indent: int = 0) -> list[Content]:
    room = max(8, min(_PROSE, width - indent))
    said = clean(text)
    margin = Content(" " * indent)
    return [margin + Content.styled(said[start:end], style) for start, end in wrap(said, room)]
