"""Which model endpoint is set, for screens and checks; without the key."""

from __future__ import annotations

from radar.papers.bases import Value


class EndpointInfo(Value):
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
    key_present: bool | None
    """Whether that variable holds something; None for a key that is fetched when it is needed."""
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
    max_tokens: int = 256
    """Tokens that an answer may have."""
    at_once: int = 1
    """How many papers it is asked about at the same time, at most."""
    key_place: str = ""
    """Where a key that is fetched is from, such as "from `pass`"; empty where none is."""

    @property
    def lacks_key(self) -> bool:
        """Whether a key is named and not there, so that nothing can be asked."""
        return bool(self.key_env) and self.key_present is False

    @property
    def key_told(self) -> str:
        """Where the key is, and whether it is there, for a list of endpoints."""
        if self.key_place:
            return f"key {self.key_place}, fetched when needed"
        if not self.key_env:
            return "no key"
        return f"{self.key_env} is not set" if self.lacks_key else f"key in {self.key_env}"

    @property
    def encrypted(self) -> bool:
        """Whether nobody on the way can read papers and key."""
        return self.local or not self.base_url.lower().startswith("http:")
