"""What a reader is asked about a new endpoint, one question at a time."""

from __future__ import annotations

from collections.abc import Mapping

from radar.cli.output import Output
from radar.cli.parser import nearest
from radar.cli.person import Person
from radar.settings.presets import PRESETS, Preset
from radar.wiring.endpoint_drafts import address_in, known_host, named_place, whole_address

_OTHER = "another"


def asked_kind(person: Person, output: Output, environ: Mapping[str, str]) -> dict[str, str]:
    """Ask which kind of endpoint it is, and return what its table begins with: a preset, or an address.

    It is empty for a server of any other kind.

    Args:
        environ: where keys are looked for; never read out.
    """
    output.aside("Which endpoint?")
    lines = [preset_line(preset, environ) for preset in PRESETS.values()]
    lines.append(f"{_OTHER:<12}any OpenAI-compatible server, by its address")
    while True:
        chosen = person.choose("number or name", (*PRESETS, _OTHER), lines)
        if chosen in PRESETS:
            return {"preset": chosen}
        if chosen == _OTHER:
            return {}
        if address := address_in(chosen):
            return {"base_url": address}
        output.aside(nearest(chosen, tuple(PRESETS)) or "That is none of them; a number will do")


def typed_address(person: Person, preset: Preset | None) -> str:
    """Ask for the address, by as little of it as the preset leaves open, and return it whole."""
    if preset is not None and preset.unfinished:
        typed = person.ask(f"Name of your resource, the NAME in {named_place(preset)}")
    elif preset is not None:
        typed = person.ask("Address", preset.base_url)
    else:
        typed = person.ask("Address, such as http://127.0.0.1:8080/v1")
    return whole_address(typed, preset)


def chosen_model(person: Person, output: Output, models: tuple[str, ...]) -> str:
    """Ask for the model, among those that the endpoint lists where it lists any."""
    while not models:
        if typed := person.ask("Model"):
            return typed
    alone = len(models) == 1
    output.aside("Which model?")
    while True:
        chosen = person.choose("number, name or a part of it", models, usual=models[0] if alone else "")
        if chosen in models or person.agrees(f"{chosen} is not listed: take it?", usual=False):
            return chosen


def preset_line(preset: Preset, environ: Mapping[str, str]) -> str:
    """Return how a kind of endpoint is listed: name, host, and the variable of its key; fits 80 columns."""
    where = f"{preset.title}, on this machine" if preset.local else known_host(preset)
    key = f"{preset.key_env} is set" if environ.get(preset.key_env, "").strip() else preset.key_env
    return f"{preset.name:<12}{where:<34}{key}"
