"""Which model endpoint is set, for screens and checks; without the key."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class EndpointInfo:
    """An endpoint as the reader has set it; nothing here says that it answers."""

    name: str
    """Short, for a status line: the model, else the host."""
    host: str
    """With the port, where one is set."""
    base_url: str
    model: str
    """Empty where none is set, and then nothing can be asked."""
    key_env: str
    """Name of the environment variable with the key; empty where no key is sent."""
    key_present: bool
    """Whether that variable holds something."""
    local: bool
    """Whether it runs on this machine."""
