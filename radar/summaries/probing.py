"""An endpoint tried with two papers, before anything is made to depend on it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable

from radar.abstracts.reading import read
from radar.errors import EndpointError, RadarError
from radar.net.http import HttpClient
from radar.papers.bases import Value, replace
from radar.papers.jobs.standstill import Standstill
from radar.papers.listed.paper import Paper, PaperId, clean_paper
from radar.papers.summaries.failed_checks import because
from radar.papers.summaries.summary import Summary, TakeawayOrigin
from radar.summaries.endpoint_summariser import EndpointSummariser
from radar.summaries.endpoints.ladder import Format, Shape
from radar.summaries.endpoints.learned import Learned
from radar.summaries.endpoints.metering import Purse
from radar.summaries.prompting.estimate import ANSWER_TOKENS, estimate_tokens
from radar.summaries.prompting.prompt import load_prompt, tokens_besides
from radar.summaries.summariser import SummariserSettings

_HERONS = (
    "Herons that stand still are easily missed when rivers are surveyed from the air. Earlier counts "
    "relied on observers in small planes, who disagree with each other by a factor of two. We present "
    "StillWater, a method that finds motionless birds in pairs of pictures taken four minutes apart. It "
    "aligns the pictures along the course of the river and compares what is left when the water has moved "
    "on. No labelled birds are needed, since the flow of the river itself supplies the contrast. On 310 "
    "kilometres of three rivers, StillWater finds 87% of the herons that two observers on the bank found, "
    "where trained detectors find at most 61%. It takes 12 seconds a kilometre on a laptop. Errors come "
    "mostly from driftwood and from birds under trees. The code is available at "
    "https://example.org/stillwater together with the aligned pictures."
)
_BREAD = (
    "How long a dough should rest is mostly decided by feel. We ask 48 bakers in nine towns to keep "
    "diaries of temperature, flour and waiting time over one winter. From 5,200 entries we learn that "
    "bakers correct for a cold kitchen by waiting longer, but by less than the yeast would need. "
    "Interviews suggest that the opening hours of the shop set the limit. A simple rule that adds 20 "
    "minutes for each degree below 21 predicts the bakers' own judgement of the loaf better than their "
    "experience in years does. We discuss what this means for the teaching of the trade, and where the "
    "diaries are likely to mislead. We plan to repeat the study in summer, when kitchens are warm and the "
    "shops close early. The diaries cannot be shared, because they name the bakers' customers."
)
PAPERS: tuple[Paper, ...] = tuple(
    clean_paper(Paper(PaperId(f"title:radar-probe-{number}"), title, (), abstract))
    for number, (title, abstract) in enumerate(
        (
            ("StillWater: Counting Herons from the Air", _HERONS),
            ("How Bakers Decide When Bread Is Ready", _BREAD),
        )
    )
)
"""Invented, about as long as abstracts are; the first has its code out and a number, the second neither."""
_FORMATS = {
    Format.SCHEMA: "JSON by a schema (json_schema)",
    Format.OBJECT: "JSON, without a schema (json_object)",
    Format.TEXT: "plain text, in which the JSON is looked for",
}


_LOOK_EVERY = 0.25
"""Seconds between two looks whether the endpoint asks to wait."""


class Trial(Value):
    """What came of one paper."""

    paper: Paper
    seconds: float
    """From the question to the checked answer; the first one pays for what is learned of the endpoint."""
    summary: Summary | None
    """None where it failed."""
    error: RadarError | None = None

    @property
    def kept(self) -> bool:
        """Whether what the model wrote is shown, whole or trimmed."""
        origins = (TakeawayOrigin.MODEL, TakeawayOrigin.TRIMMED)
        return self.summary is not None and self.summary.takeaway.origin in origins

    @property
    def verdict(self) -> str:
        """How the takeaway came out, with the reason where it was cut or refused."""
        if self.summary is None:
            return str(self.error)
        checks = self.summary.provenance.failed_checks
        why = because(checks) if checks else ""
        match self.summary.takeaway.origin:
            case TakeawayOrigin.MODEL:
                return "kept as the model wrote it"
            case TakeawayOrigin.TRIMMED:
                return f"its words were trimmed{why}"
        return f"its words were refused{why}"


class Probe(Value):
    """What was learned of an endpoint."""

    trials: tuple[Trial, ...]
    shape: Shape
    """How requests are put to it."""
    warning: str = ""
    """What the reader should know of the model; may be empty."""
    learned: Learned | None = None
    """The dialect as it is kept for later runs; None where nothing was answered."""

    @property
    def dialect(self) -> str:
        """How requests are put to it, in words."""
        temperature = "temperature is taken" if self.shape.temperature else "temperature is refused"
        room = f", {self.shape.room} times the room because it reasons" if self.shape.room > 1 else ""
        system = "" if self.shape.system else "; no system message is taken"
        ignored = self.learned is not None and self.learned.enforced is False
        format = _FORMATS[self.shape.format] + (", accepted, but not kept to" if ignored else "")
        return f"{format}; limit in {self.shape.limit}{room}; {temperature}{system}"

    @property
    def error(self) -> RadarError | None:
        """Why it cannot be used; None where at least one paper was answered."""
        if any(trial.summary is not None for trial in self.trials):
            return None
        return next((trial.error for trial in self.trials if trial.error is not None), None)

    @property
    def failure(self) -> RadarError | None:
        """Why it is not worth being kept: it cannot be used, or none of its words are shown."""
        if self.error is None and not any(trial.kept for trial in self.trials):
            return EndpointError(
                "nothing that it wrote can be shown", "Another model, or a prompt of your own, may do better"
            )
        return self.error

    def tokens_of_many(self, papers: int) -> tuple[int, int]:
        """Return the tokens that so many papers of this length would take, sent and received."""
        made = [trial.summary.provenance for trial in self.trials if trial.summary is not None]
        if not made:
            return 0, 0
        sent = sum(each.tokens_in for each in made) / len(made)
        received = sum(each.tokens_out for each in made) / len(made)
        return round(sent * papers), round(received * papers)

    def cost_of_many(self, papers: int) -> float | None:
        """Return US dollars for so many papers, by what those tried have cost; None where that is unknown.

        It is the endpoint's own word where it gives one, else the reader's prices or the list's.
        """
        costs = [trial.summary.provenance.cost for trial in self.trials if trial.summary is not None]
        known = [cost for cost in costs if cost is not None]
        return sum(known) / len(known) * papers if known and len(known) == len(costs) else None

    def seconds_of_many(self, papers: int, at_once: int) -> float:
        """Return about how long so many papers take, judged by the quickest of those tried."""
        quickest = min((trial.seconds for trial in self.trials if trial.summary is not None), default=0.0)
        return quickest * papers / max(1, at_once)


def probe_tokens(settings: SummariserSettings) -> tuple[int, int]:
    """Return about how many tokens a probe takes, sent and received.

    Raises:
        PromptError: the reader's own prompt cannot be read.
    """
    prompt = load_prompt(settings.prompt, settings.language, settings.profile)
    texts = sum(estimate_tokens(f"{paper.title} {paper.abstract}") for paper in PAPERS)
    return texts + len(PAPERS) * tokens_besides(prompt), len(PAPERS) * ANSWER_TOKENS


async def probe(
    settings: SummariserSettings,
    client: HttpClient | None = None,
    clock: Callable[[], float] = time.monotonic,
    purse: Purse | None = None,
    tell: Callable[[str], None] = lambda waiting: None,
) -> Probe:
    """Have an endpoint summarise two invented papers, by the very summariser that is used later.

    Nothing is taken from the cache and nothing kept, so that the endpoint is really asked.

    Args:
        purse: what it is paid from; None pays for everything and writes nothing down.
        tell: told why nothing is asked for a while, and until when.

    Raises:
        EndpointError, KeyRefused, PromptError: it cannot even be asked.
    """
    summariser = EndpointSummariser(replace(settings, cache_folder=None, connections=1), client)
    if purse is not None:
        summariser.spend_from(purse)
    trials: list[Trial] = []
    telling = asyncio.create_task(_tell_of_waits(summariser, tell))
    try:
        for paper in PAPERS:
            started = clock()
            try:
                outcome = await summariser.summarise(paper, read(paper))
            except RadarError as error:
                trials.append(Trial(paper, clock() - started, None, error))
                if getattr(error, "final", False) or not trials[0].summary:
                    break
            else:
                trials.append(Trial(paper, clock() - started, outcome.summary))
        return Probe(tuple(trials), summariser.shape, summariser.warning, summariser.learned)
    finally:
        telling.cancel()
        await summariser.aclose()


async def _tell_of_waits(summariser: EndpointSummariser, tell: Callable[[str], None]) -> None:
    """Tell of each wait once, for an endpoint may ask for one of an hour."""
    told = Standstill()
    while True:
        await asyncio.sleep(_LOOK_EVERY)
        waiting = summariser.waiting
        if waiting.why and waiting != told:
            tell(waiting.line)
        told = waiting
