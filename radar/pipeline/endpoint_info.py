"""Which model endpoint is set, for screens and checks; without the key."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class EndpointInfo:
    """An endpoint as the reader has set it; nothing here says that it answers."""

    name: str
    """Short, for a status line: the model, else the host; with the endpoint's own name, where it has one."""
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
    summariser: str = "endpoint"
    """What it is chosen by, as the one who makes summaries."""
    price_in: float | None = None
    """US dollars a million tokens sent; None where unknown."""
    price_out: float | None = None
    """US dollars a million tokens answered; None where unknown."""
    prompt: str = ""
    """Path of a prompt file of the reader's own; empty for the one that comes with radar."""

    @property
    def lacks_key(self) -> bool:
        """Whether a key is named and not there, so that nothing can be asked."""
        return bool(self.key_env) and not self.key_present
