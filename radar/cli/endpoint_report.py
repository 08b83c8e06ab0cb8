"""What a probe has found out, and what an endpoint is, in lines for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from radar.cli.columns import padded, shortened, wrapped
from radar.cli.output import Output, Style
from radar.papers.text.money import dollars
from radar.pipeline.endpoint_info import EndpointInfo

if TYPE_CHECKING:
    from radar.summaries.probing import Probe, Trial

_MANY = 1_000
_LABEL = 10
_UNBROKEN = 10_000
"""Columns in a pipe, where a line stays whole."""


def report_probe(output: Output, probe: Probe, endpoint: EndpointInfo, concurrency: int) -> None:
    """Say how the endpoint is talked to, what came of each paper, and what a thousand would take."""
    if probe.error is None:
        _line(output, "dialect", probe.dialect)
    for number, trial in enumerate(probe.trials, 1):
        _report_trial(output, number, trial)
    if probe.error is None:
        sent, received = probe.tokens_of_many(_MANY)
        _line(output, "a thousand", f"papers take about {sent:,} tokens sent and {received:,} received")
        _line(output, "", _price(probe, endpoint))
        seconds = probe.seconds_of_many(_MANY, concurrency)
        _line(output, "", f"and about {_duration(seconds)} with {concurrency} asked at once")
    if probe.warning:
        output.aside(probe.warning)
    if probe.error is None and probe.failure is not None:
        output.error(probe.failure, endpoint.summariser)


def print_endpoint(output: Output, endpoint: EndpointInfo, *, priced: bool, chosen: bool, width: int) -> None:
    """Print one endpoint of a list on a line.

    Args:
        priced: whether a price of its model is known.
        chosen: whether it is asked where nobody is named.
        width: cells of the longest name.
    """
    where, style = endpoint.key_told, Style.GREEN
    if endpoint.local:
        missing = f"no key in {endpoint.key_env}" if endpoint.lacks_key else endpoint.key_told
        keyed = endpoint.key_env or endpoint.key_place
        where = f"on this machine, {missing}" if keyed else "on this machine"
    elif endpoint.lacks_key:
        style = Style.RED
    if not endpoint.encrypted:
        where, style = f"{where}, without encryption", style if style == Style.RED else Style.YELLOW
    own = endpoint.price_in is not None and endpoint.price_out is not None
    free = not (endpoint.price_in or endpoint.price_out) if own else endpoint.local
    price = "free" if free else "price known" if priced else "price not known"
    output.line(
        output.styled("* " if chosen else "  ", Style.BOLD),
        output.styled(padded(endpoint.summariser, width), Style.BOLD),
        output.styled(f"  {endpoint.model or '(no model)'} at {endpoint.host}  "),
        output.styled(where, style),
        output.styled(f", {price}", Style.DIM),
    )


def endpoint_record(endpoint: EndpointInfo, *, chosen: bool) -> dict[str, object]:
    """Return an endpoint for JSON; of its key only where it is and whether a variable holds something."""
    return {
        "name": endpoint.summariser,
        "model": endpoint.model,
        "base_url": endpoint.base_url,
        "key_env": endpoint.key_env,
        "key_present": endpoint.key_present,
        "key_fetched": endpoint.key_place,
        "encrypted": endpoint.encrypted,
        "local": endpoint.local,
        "price_in": endpoint.price_in,
        "price_out": endpoint.price_out,
        "default": chosen,
    }


def _report_trial(output: Output, number: int, trial: Trial) -> None:
    told = f"“{shortened(trial.paper.title, 60)}”: {trial.seconds:.1f} s"
    if trial.summary is None:
        _line(output, f"paper {number}", f"{told}; failed: {trial.verdict}", Style.RED)
        return
    made = trial.summary.provenance
    _line(
        output,
        f"paper {number}",
        f"{told}, {made.tokens_in:,} tokens sent, {made.tokens_out:,} received; {trial.verdict}",
    )
    if not trial.kept:
        _line(output, "", "in its place stands what the rules read:")
    _line(output, "", trial.summary.takeaway.text, Style.BOLD)


def _price(probe: Probe, endpoint: EndpointInfo) -> str:
    cost = probe.cost_of_many(_MANY)
    if endpoint.local and not cost:
        return "that is free: it runs on this machine"
    if cost is not None:
        return f"that is about {dollars(cost)}" if cost else "that is free"
    return "what that costs is not known: price_in and price_out, in dollars for a million tokens, would tell"


def _duration(seconds: float) -> str:
    if seconds < 90:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 5400 else f"{seconds / 3600:.1f} h"


def _line(output: Output, label: str, text: str, *styles: Style) -> None:
    room = max(20, output.width - _LABEL - 2) if output.person else _UNBROKEN
    for number, line in enumerate(wrapped(text, room)):
        named = padded("" if number else label, _LABEL)
        output.line(output.styled(f"{named}  ", Style.DIM), output.styled(line, *styles))
