"""What changed of a paper, who lists it, and what they say otherwise, in the detail."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from radar.papers.listed.conflict import Conflict, Fact
from radar.papers.reader.query import PaperEntry
from radar.papers.text.safe_text import clean
from radar.tui.detail.blocks import Block, Role, Writer
from radar.tui.detail.head import LABEL_WIDTH, day
from radar.tui.detail.readable import readable
from radar.tui.detail.typography import Typography
from radar.tui.detail.weblinks import refusal, shown

_SHOWN = 6
"""Changes that are shown, the last ones."""


def changes(entry: PaperEntry, signs: Typography) -> Iterator[Block]:
    """Yield what changed since it was listed, the newest first; all that is news stands out."""
    told = sorted(entry.changes, key=lambda change: change.when, reverse=True)
    last = told[0].when if told else None
    for number, change in enumerate(told[:_SHOWN]):
        fresh = entry.updated and change.when == last
        writer = Writer().add(f"{_when(change.when)}: ", Role.QUIET)
        writer.add(readable(change.words).text, Role.STRONG if fresh else Role.TEXT)
        if change.link:
            writer.add(": ").add(shown(change.link), Role.LINK, target=_target(change.link))
        writer.add(f"{signs.dot}{_name(change.listing.label or change.listing.name)}", Role.QUIET)
        label = "" if number else "UPDATED" if entry.updated else "CHANGES"
        yield writer.block(label=label, indent=LABEL_WIDTH)
    if len(told) > _SHOWN:
        yield Block(f"and {len(told) - _SHOWN} before", role=Role.QUIET, indent=LABEL_WIDTH)
    if told:
        yield Block("")


def site_summary(entry: PaperEntry) -> Iterator[Block]:
    """Yield what a site says of the paper in short, as the site's word."""
    paper = entry.paper
    if paper.site_summary:
        yield Block("")
        who = _name(paper.site_summary_by) or "the listing"
        who = "The authors write: " if who == "the authors" else f"{who[:1].upper()}{who[1:]} writes: "
        yield Writer().add(who, Role.LABEL).add(readable(paper.site_summary).text).block(role=Role.QUIET)


def origins(entry: PaperEntry) -> Iterator[Block]:
    """Yield who lists the paper and since when, and what they say otherwise than what is shown."""
    if len(entry.arrivals) > 1 or entry.conflicts:
        yield Block("")
        for number, origin in enumerate(entry.arrivals):
            writer = Writer().add(_name(origin.line)).add(f", {_when(origin.arrived)}", Role.QUIET)
            yield writer.block(label="" if number else "LISTED BY", indent=LABEL_WIDTH)
    for number, conflict in enumerate(entry.conflicts):
        yield _conflict(conflict, "" if number else "DIFFERS")


def _conflict(conflict: Conflict, label: str) -> Block:
    name = _name(conflict.listing.label or conflict.listing.name)
    writer = Writer().add(f"{name} says: ", Role.WARNING)
    if conflict.field is Fact.CODE:
        writer.add("code ").add(shown(conflict.other), Role.LINK, target=_target(conflict.other))
    else:
        writer.add(f"{conflict.field.value} ").add(readable(conflict.other).text)
    return writer.block(label=label, indent=LABEL_WIDTH)


def _target(link: str) -> str:
    """Return what a click on a link opens; empty where that is refused."""
    return "" if refusal(link) else link


def _when(moment: datetime) -> str:
    return day(moment.astimezone().date())


def _name(text: str) -> str:
    return clean(text)
