"""What a probe has found out, and what an endpoint is, in lines for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from radar.cli.columns import padded, wrapped
from radar.cli.output import Output, Style
from radar.pipeline.endpoint_info import EndpointInfo
from radar.pipeline.trial_lines import Tone, trial_lines

if TYPE_CHECKING:
    from radar.summaries.probing import Probe

_LABEL = 10
_UNBROKEN = 10_000
"""Columns in a pipe, where a line stays whole."""
_STYLES = {Tone.PLAIN: (), Tone.STRONG: (Style.BOLD,), Tone.FAILED: (Style.RED,)}


def report_probe(output: Output, probe: Probe, endpoint: EndpointInfo, concurrency: int) -> None:
    """Say how the endpoint is talked to, what came of each paper, and what a thousand would take."""
    for line in trial_lines(probe, endpoint, concurrency):
        _line(output, line.label, line.text, *_STYLES[line.tone])
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


def _line(output: Output, label: str, text: str, *styles: Style) -> None:
    room = max(20, output.width - _LABEL - 2) if output.person else _UNBROKEN
    for number, line in enumerate(wrapped(text, room)):
        named = padded("" if number else label, _LABEL)
        output.line(output.styled(f"{named}  ", Style.DIM), output.styled(line, *styles))
