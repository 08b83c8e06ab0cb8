"""What a radar is told about where it works."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from radar.papers.bases import Value
from radar.papers.jobs.budgets import Budgets
from radar.papers.jobs.reports import tell_nobody

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from radar.pipeline.endpoint_desk import EndpointDesk
    from radar.pipeline.endpoint_info import EndpointInfo
    from radar.pipeline.source_desk import SourceDesk
    from radar.sources.source import Format


class Surroundings(Value):
    """What a radar is told about where it works, as plain values."""

    summariser: str
    """Who writes summaries where nobody is asked for by name."""
    endpoint: EndpointInfo | None
    """The endpoint that is set without a name of its own."""
    sources: tuple[str, ...]
    """What a refresh asks."""
    state_folder: Path
    download_folder: Path
    config_file: Path
    """Where the settings are, or would be, for hints."""
    budgets: Budgets = Budgets()
    """How much may be spent on summaries."""
    at_once: int = 1
    """How many papers a summariser that is no endpoint is given at the same time, at most."""
    cache_folder: Path | None = None
    """Where prices that were looked up are kept; None keeps none."""
    language: str = ""
    """The language that takeaways are asked in; empty for that of the prompt."""
    profile: str = ""
    """What the reader works on; empty where nothing of it is asked."""
    browser: str = ""
    """Command that opens links; empty for the system's own."""
    throwaway: bool = False
    endpoint_lack: str = ""
    """What is missing for an endpoint to be asked; empty when nothing is."""
    endpoints: tuple[EndpointInfo, ...] = ()
    """Endpoints that have a name of their own."""
    refresh_every: timedelta = timedelta()
    """After which the screen asks a source again by itself; none at all asks none."""
    unnamed_sources: tuple[str, ...] = ()
    """Of the sources those that the reader has not named: asked by itself once they were asked for."""
    follow_starred: bool = False
    """Whether the code of starred papers is looked for."""
    source_desk: SourceDesk | None = None
    """Knows what names papers and sources, and follows sources; None where that is not to be had."""
    formats: Callable[[], Sequence[Format]] = tuple
    """Makes the formats that listings are read in; called where one has to be recognised."""
    settings_news: Callable[[], str] = str
    """Says that the settings file says something else than this by now; empty while it does not."""
    refuse_unknown: Callable[[str], None] = tell_nobody
    """Raises SummariserError at a name that no summariser has."""
    endpoint_desk: Callable[[], EndpointDesk] | None = None
    """Makes what sets up endpoints on a screen, when it is first asked for; None where there is none."""
