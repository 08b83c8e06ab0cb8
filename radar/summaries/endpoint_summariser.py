"""The summariser that asks an endpoint: prompt, budget, cache, endpoint, answer, grounding."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime

from radar import __version__
from radar.errors import EndpointError, KeyRefused, TextTooLong
from radar.net.addresses import host_of, is_loopback
from radar.net.cache import DiskCache
from radar.net.http import HttpClient
from radar.net.waiting import LONGEST_PAUSE
from radar.papers.jobs.standstill import Standstill
from radar.papers.listed.paper import Paper
from radar.papers.summaries.failed_checks import BY_A_MODEL, refused_most_often
from radar.papers.summaries.summary import Reading
from radar.summaries.dialogue import Answered, Dialogue
from radar.summaries.endpoints.endpoint import Endpoint
from radar.summaries.endpoints.ladder import Shape
from radar.summaries.endpoints.learned import Learned, LearnedDialects
from radar.summaries.endpoints.metering import Bill, Meter, Purse
from radar.summaries.endpoints.model_names import is_same_model
from radar.summaries.endpoints.prices import prices_of
from radar.summaries.endpoints.silence import Silence
from radar.summaries.prompting.answer import is_readable
from radar.summaries.prompting.budget import CountTokens, token_counter
from radar.summaries.prompting.chat import ChatRequest
from radar.summaries.prompting.estimate import OVERHEAD
from radar.summaries.prompting.kept_completions import completion_from, completion_to_keep
from radar.summaries.prompting.prompt import PaperText, reason_not_to_ask
from radar.summaries.summariser import Outcome, SummariserSettings

USER_AGENT = f"radar/{__version__}"
_NAMESPACE = "completions"
_TELLING = 20
"""Answers after which a model can be judged."""
_FAIR_SHARE = 0.4
_MANY = 32
"""So many requests at once take so much time of the processor that a faster library pays."""
_AHEAD = 8
"""For so many papers that are asked for at once, one more is at work."""


class EndpointSummariser:
    """Asks one model of an OpenAI-compatible endpoint; what it answered once is asked again only by wish.

    Args:
        settings: the endpoint, the prompt, the limits, the prices.
        client: sends the requests; by default one of its own.
        now: the moment that a summary is dated with, aware, in UTC.

    Raises:
        EndpointError, KeyRefused: the address cannot be used, or the key cannot or is not there.
        PromptError: the reader's prompt file cannot.
    """

    def __init__(
        self,
        settings: SummariserSettings,
        client: HttpClient | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        _refuse_what_lacks(settings)
        self.name = settings.name
        self.model = settings.model
        self._settings = settings
        self._dialogue = Dialogue(settings, self.name, now)
        self.prompt_digest = self._dialogue.prompt_digest
        self._client = client or new_client(settings, many=settings.connections >= _MANY)
        learned = LearnedDialects(self._opened_cache, now)
        self._endpoint = endpoint_of(settings, self._client, settings.base_url, learned)
        self._cache: DiskCache | None = None
        self._count: CountTokens | None = None
        self._counting = asyncio.Lock()
        self._meter = Meter(overhead=OVERHEAD)
        self._silence = Silence(now)
        self._notice = ""
        self._looked = False
        self._answers = 0
        self._held = 0
        self._failed = Counter[str]()

    @property
    def warning(self) -> str:
        """What the reader should know of the cache or the model; empty when all is well."""
        of_cache = self._cache.warning if self._cache else ""
        of_purse, advice = self._meter.purse.warning, self._endpoint.advice
        parts = (of_cache, of_purse, advice, self._notice, self._weakness())
        return "; ".join(part for part in parts if part)

    def spend_from(self, purse: Purse) -> None:
        """Pay for all further requests from a purse, which may refuse them."""
        self._meter.purse = purse

    @property
    def bears_at_once(self) -> int:
        """How many papers the endpoint bears at once at present."""
        return self._client.at_once(self._endpoint.base_url)

    @property
    def ahead(self) -> int:
        """How many papers are worth having at work beyond those that are asked for.

        They are made ready, or their answers looked at, while others are under way, so that the endpoint
        need not wait for either. None where few are asked at once: each would be one that the reader did
        not look at first.
        """
        return self.bears_at_once // _AHEAD

    @property
    def waiting(self) -> Standstill:
        """Why nothing is asked now, and until when, or since when nothing came back; without words else."""
        host, pause = self._endpoint.host, self._client.pause(self._endpoint.base_url)
        if pause is None:
            since = self._silence.since
            return Standstill(f"no answer from {host}", silent_since=since) if since else Standstill()
        why = "is in trouble and is left alone" if pause.trouble else "asks to wait"
        # Of many answers that ask for the same wait, each is some milliseconds later: that is no news.
        return Standstill(f"{host} {why}", until=pause.until.replace(microsecond=0))

    @property
    def shape(self) -> Shape:
        """How requests are put to the endpoint, as far as that is learned."""
        return self._endpoint.shape

    @property
    def learned(self) -> Learned | None:
        """What was learned of the endpoint, as it is kept between runs; None while nothing is."""
        return self._endpoint.learned

    async def summarise(self, paper: Paper, reading: Reading) -> Outcome:
        """Summarise one paper; what of the answer does not hold is replaced by the reading.

        A paper whose text addresses a model is not sent at all.

        Raises:
            KeyRefused, ModelMissing, Offline, EndpointError that is `final`: the run may as well stop.
            BudgetReached: a budget does not hold another request.
            TextTooLong, RateLimited, NetworkError, EndpointError: this paper failed.
        """
        return await self._summarise(paper, reading, anew=False)

    async def summarise_anew(self, paper: Paper, reading: Reading) -> Outcome:
        """Summarise one paper as `summarise` does, whatever was answered before; the new answer is kept.

        Raises:
            RadarError: as for `summarise`.
        """
        return await self._summarise(paper, reading, anew=True)

    async def aclose(self) -> None:
        """Close the connections and the cache, and settle what is open."""
        await self._client.aclose()
        self._meter.purse.close()
        if self._cache:
            self._cache.close()

    async def _summarise(self, paper: Paper, reading: Reading, *, anew: bool) -> Outcome:
        text = self._dialogue.text_of(paper)
        if reason := reason_not_to_ask(text):
            return Outcome(self._dialogue.unasked(paper, reading, reason))
        count = await self._counter()
        answered = await self._completion(text, count, anew=anew)
        self._meter.purse.answered(cached=answered.cached)
        await self._look_at_model(answered)
        summary = self._dialogue.summary(paper, reading, text, answered, count)
        self._answers += 1
        if summary.takeaway.origin in BY_A_MODEL:
            self._held += 1
        else:
            self._failed.update(summary.provenance.failed_checks)
        return Outcome(summary, answered.cached)

    async def _completion(self, text: PaperText, count: CountTokens, *, anew: bool) -> Answered:
        request, bill = self._dialogue.question(text, count), Bill(self._meter)
        try:
            return await self._ask(request, bill, anew=anew)
        except TextTooLong as refused:
            try:
                shorter = self._dialogue.shorter_question(text, request, count)
            except TextTooLong:
                # The endpoint's limit is what the reader can look up, not the one that was tried here.
                raise refused from None
        return await self._ask(shorter, bill, anew=anew)

    async def _ask(self, request: ChatRequest, bill: Bill, *, anew: bool) -> Answered:
        cache, key = self._opened_cache(), self._dialogue.digest(request, self._endpoint.base_url)
        kept = completion_from(cache.get(_NAMESPACE, key)) if cache and not anew else None
        if kept is not None and is_readable(kept):
            return Answered(request, kept, cached=True)
        with self._silence.asking():
            completion = await self._endpoint.complete(request, bill)
        # What cannot be read would stand in the way of an answer by a server that was mended since.
        if cache and is_readable(completion):
            cache.set(_NAMESPACE, key, completion_to_keep(completion))
        return Answered(request, completion, paid=bill.paid)

    def _opened_cache(self) -> DiskCache | None:
        folder = self._settings.completions_folder
        if self._cache is None and folder is not None:
            self._cache = DiskCache.open(folder)
        return self._cache

    async def _counter(self) -> CountTokens:
        async with self._counting:
            if self._count is None:
                # Table and prices take a third of a second each, which no request should wait out twice.
                self._count = await asyncio.to_thread(self._prepare_counting)
            return self._count

    def _prepare_counting(self) -> CountTokens:
        own = self._settings
        folder = own.cache_folder / "tiktoken" if own.cache_folder else None
        self._meter.count = count = token_counter(folder, own.model)
        self._meter.prices = prices_of(
            own.base_url, own.model, own.price_in, own.price_out, local=is_loopback(own.base_url)
        )
        return count

    async def _look_at_model(self, answered: Answered) -> None:
        """Find out once whether the model asked for is the one that answers, which nothing is charged for.

        Some servers have one model only and answer for any name, some even under that name.
        """
        self._notice = self._notice or self._other_model(answered.completion.model)
        resolved = answered.completion.model not in ("", self.model)
        if answered.cached or resolved or self._notice or self._looked:
            return
        self._looked = True
        self._notice = await self._endpoint.unlisted()

    def _other_model(self, answering: str) -> str:
        """Say it where another model answers than was asked for; dated names of the same model are none."""
        if not answering or is_same_model(self.model, answering):
            return ""
        return f"{self._endpoint.host} was asked for {self.model} and answers as {answering}"

    def _weakness(self) -> str:
        if self._answers < _TELLING or self._held >= _FAIR_SHARE * self._answers:
            return ""
        held = f"{self.model} wrote a takeaway that holds for only {self._held:,} of {self._answers:,} papers"
        return "; ".join(part for part in (held, refused_most_often(self._failed)) if part)


def _refuse_what_lacks(settings: SummariserSettings) -> None:
    host = host_of(settings.base_url)
    if settings.base_url and not settings.model:
        raise EndpointError(
            f"no model is set for {host}", "Set model; radar doctor names those it has", final=True
        )
    if settings.key_env and not settings.key.strip():
        # Found out here and not by a refusal: until then papers and prompt would have been sent.
        raise KeyRefused(f"no key for {host}: put it into the environment variable {settings.key_env}")


def endpoint_of(
    settings: SummariserSettings, client: HttpClient, base_url: str, learned: LearnedDialects | None = None
) -> Endpoint:
    """Return the endpoint of these settings at an address, which is theirs or another form of it.

    Raises:
        EndpointError, KeyRefused: the address or the key cannot be used.
    """
    return Endpoint(
        client,
        base_url=base_url,
        model=settings.model,
        key=settings.key,
        key_env=settings.key_env,
        key_source=settings.key_source,
        allow_http=settings.allow_http,
        timeout=settings.timeout,
        preset=settings.preset,
        learned=learned,
    )


def new_client(settings: SummariserSettings, attempts: int = 4, *, many: bool = False) -> HttpClient:
    """Return a client for the endpoint of these settings, for `many` requests at once or for a few."""
    return HttpClient(
        user_agent=USER_AGENT,
        timeout=settings.timeout,
        connections=max(1, settings.connections),
        attempts=attempts,
        longest_wait=LONGEST_PAUSE,
        circuit=True,
        many=many,
    )


def make(settings: SummariserSettings) -> EndpointSummariser:
    """Make the summariser for these settings."""
    return EndpointSummariser(settings)
