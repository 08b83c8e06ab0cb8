"""What radar says of a paper, and where that comes from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from radar.papers.bases import Value
from radar.papers.listed.paper import Paper, PaperId
from radar.papers.summaries.evidence import Evidence
from radar.papers.summaries.flags import Flags
from radar.papers.text.safe_text import clean
from radar.papers.values import Agreement as Agreement
from radar.papers.values import TakeawayOrigin as TakeawayOrigin

TAKEAWAY_WORDS = 25
"""A takeaway has at most this many words."""


ORIGINS: Mapping[TakeawayOrigin, str] = {
    TakeawayOrigin.MODEL: "model",
    TakeawayOrigin.TRIMMED: "model, trimmed",
    TakeawayOrigin.QUOTED: "quoted from the abstract",
    TakeawayOrigin.OFFLINE: "offline, by rule",
}
"""Where the words of a takeaway come from."""
NO_TAKEAWAY = "none: there is no abstract to read"


class Takeaway(Value):
    """One line of at most 25 words; empty text where the abstract is empty."""

    text: str
    origin: TakeawayOrigin


class Provenance(Value):
    """Which summariser made a summary, with what, when and at which cost."""

    summariser: str
    """The name it is chosen by, such as "offline" or "endpoint"."""
    created: datetime
    """Aware, UTC."""
    model: str = ""
    prompt_digest: str = ""
    rules_version: int = 0
    """Version of the rules in `abstracts`, for the offline summariser and for grounding."""
    tokens_in: int = 0
    tokens_out: int = 0
    cost: float | None = None
    """US dollars; None where no price is known."""
    failed_checks: tuple[str, ...] = ()
    """Why a model's words were cut or replaced; empty where they were not."""

    @property
    def author(self) -> str:
        """Whose word it is: the model's name or, where there is none, the summariser's; cleaned."""
        return clean(self.model or self.summariser)

    def is_by(self, summariser: str, model: str, prompt_digest: str) -> bool:
        """Return whether this summariser made it, by this model and this prompt."""
        return (self.summariser, self.model, self.prompt_digest) == (summariser, model, prompt_digest)


class Verdict(Value):
    """What a model said of one flag, beside what the rules read."""

    agreement: Agreement = Agreement.UNASKED
    said: str = ""
    """The model's own value, of `Release` or `Claim`; empty where it gave none."""
    sentence: Evidence | None = None
    """The sentence of the abstract that the model pointed at."""


class Verdicts(Value):
    """What a model said of the flags that it is asked for."""

    code: Verdict = Verdict()
    results: Verdict = Verdict()


class Summary(Value):
    """A takeaway and the flags, grounded in the paper's own words."""

    paper_id: PaperId
    takeaway: Takeaway
    flags: Flags
    provenance: Provenance
    verdicts: Verdicts = Verdicts()
    relevance: str = ""
    """Why the paper may matter to the reader, as a model sees it: an opinion, shown as one."""


class Reading(Value):
    """What `abstracts` reads out of one paper, without any model."""

    takeaway: Takeaway
    flags: Flags
    rules_version: int


Read = Callable[[Paper], Reading]
"""Reads a paper by the rules, for whoever is given it."""
