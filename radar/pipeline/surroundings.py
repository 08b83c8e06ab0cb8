"""Where a radar works, as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from radar.pipeline.endpoint_info import EndpointInfo


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a radar is told about where it works, as plain values."""

    summariser: str
    """Who writes summaries where nobody is asked for by name."""
    endpoint: EndpointInfo | None
    """The endpoint that is set without a name of its own."""
    sources: tuple[str, ...]
    state_folder: Path
    download_folder: Path
    config_file: Path
    """Where the settings are, or would be, for hints."""
    price_in: float | None = None
    price_out: float | None = None
    prompt: str = ""
    """Path of the reader's own prompt file; empty for the one that comes with radar."""
    browser: str = ""
    """Command that opens links; empty for the system's own."""
    throwaway: bool = False
    endpoint_lack: str = ""
    """What is missing for an endpoint to be asked; empty when nothing is."""
    endpoints: tuple[EndpointInfo, ...] = ()
    """Endpoints that have a name of their own."""
