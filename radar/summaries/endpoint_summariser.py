"""The summariser that asks an endpoint: prompt, budget, cache, endpoint, answer, grounding."""

from __future__ import annotations

import asyncio
import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from radar import __version__
from radar.errors import AnswerError, EndpointError, KeyRefused, TextTooLong
from radar.net.addresses import host_of
from radar.net.cache import DiskCache
from radar.net.http import HttpClient
from radar.papers.paper import Paper
from radar.papers.summary import Provenance, Reading, Summary, TakeawayOrigin
from radar.summaries.answer import read_answer
from radar.summaries.budget import CountTokens, fit, token_counter, tokens_of
from radar.summaries.chat import ChatRequest, Completion, Usage
from radar.summaries.endpoint import Endpoint
from radar.summaries.estimate import cost_of, estimate_tokens
from radar.summaries.grounding import Grounded, ground
from radar.summaries.ladder import ANSWER_SCHEMA
from radar.summaries.prompt import PaperText, load_prompt, paper_text
from radar.summaries.summariser import Outcome, SummariserSettings

NAME = "endpoint"
USER_AGENT = f"radar/{__version__}"
_NAMESPACE = "completions"
_POOL = 16
_TELLING = 20
"""Answers after which a model can be judged."""
_FAIR_SHARE = 0.4
_SECOND_TRY = 0.6
"""The share of the context that is used where a model says that the text was too long for it."""


@dataclass(frozen=True, slots=True)
class _Answered:
    request: ChatRequest
    completion: Completion
    cached: bool


class EndpointSummariser:
    """Asks one model of an OpenAI-compatible endpoint; what it answered once is not asked again.

    Args:
        settings: the endpoint, the prompt, the limits, the prices.
        client: sends the requests; by default one of its own.
        now: the moment that a summary is dated with, aware, in UTC.

    Raises:
        EndpointError, KeyRefused: the address cannot be used, or the key cannot or is not there.
        PromptError: the reader's prompt file cannot.
    """

    name = NAME

    def __init__(
        self,
        settings: SummariserSettings,
        client: HttpClient | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        if settings.base_url and not settings.model:
            host = host_of(settings.base_url)
            raise EndpointError(
                f"no model is set for {host}", "Set model; radar doctor names those it has", final=True
            )
        if settings.key_env and not settings.key.strip():
            # Found out here and not by a refusal: until then papers and prompt would have been sent.
            raise KeyRefused(
                f"no key for {host_of(settings.base_url)}: put it into the environment variable "
                f"{settings.key_env}"
            )
        self.model = settings.model
        self._settings = settings
        self._prompt = load_prompt(settings.prompt)
        self.prompt_digest = self._prompt.digest
        self._client = client or new_client(settings)
        self._endpoint = Endpoint(
            self._client,
            base_url=settings.base_url,
            model=settings.model,
            key=settings.key,
            key_env=settings.key_env,
            timeout=settings.timeout,
        )
        self._cache: DiskCache | None = None
        self._now = now
        self._count: CountTokens | None = None
        self._counting = asyncio.Lock()
        self._notice = ""
        self._looked = False
        self._answers = 0
        self._held = 0

    @property
    def warning(self) -> str:
        """What the reader should know of the cache or the model; empty when all is well."""
        of_cache = self._cache.warning if self._cache else ""
        return "; ".join(part for part in (of_cache, self._notice, self._weakness()) if part)

    async def summarise(self, paper: Paper, reading: Reading) -> Outcome:
        """Summarise one paper; what of the answer does not hold is replaced by the reading.

        A paper whose text addresses a model is not sent at all.

        Raises:
            KeyRefused, ModelMissing, Offline, EndpointError that is `final`: the run may as well stop.
            TextTooLong, RateLimited, NetworkError, EndpointError: this paper failed.
        """
        text = paper_text(paper)
        if not text.sentences:
            return self._unasked(paper, reading, "no abstract")
        if text.instruction:
            return self._unasked(paper, reading, f"instruction in the abstract: {text.instruction}")
        answered = await self._completion(text)
        await self._look_at_model(answered)
        try:
            answer = read_answer(answered.completion)
            grounded = ground(answer, paper, text, reading, self._prompt)
        except AnswerError as error:
            grounded = Grounded(reading.takeaway, reading.flags, (error.message,))
        self._answers += 1
        self._held += grounded.takeaway.origin in (TakeawayOrigin.MODEL, TakeawayOrigin.TRIMMED)
        return self._outcome(paper, reading, grounded, answered)

    async def aclose(self) -> None:
        """Close the connections and the cache."""
        await self._client.aclose()
        if self._cache:
            self._cache.close()

    async def _completion(self, text: PaperText) -> _Answered:
        count = await self._counter()
        context = self._settings.context_tokens
        request = fit(
            self._prompt,
            text,
            max_tokens=self._settings.max_tokens,
            context_tokens=context,
            count=count,
        )
        try:
            return await self._ask(request)
        except TextTooLong:
            asked = tokens_of(request, count) + self._settings.max_tokens
            shorter = fit(
                self._prompt,
                text,
                max_tokens=self._settings.max_tokens,
                context_tokens=int(min(asked, context) * _SECOND_TRY),
                count=count,
            )
            return await self._ask(shorter)

    async def _ask(self, request: ChatRequest) -> _Answered:
        cache, key = self._opened_cache(), self._cache_key(request)
        kept = _completion_from(cache.get(_NAMESPACE, key)) if cache else None
        if kept is not None:
            return _Answered(request, kept, cached=True)
        completion = await self._endpoint.complete(request)
        if cache:
            cache.set(_NAMESPACE, key, _to_keep(completion))
        return _Answered(request, completion, cached=False)

    def _opened_cache(self) -> DiskCache | None:
        folder = self._settings.completions_folder
        if self._cache is None and folder is not None:
            self._cache = DiskCache.open(folder)
        return self._cache

    def _cache_key(self, request: ChatRequest) -> str:
        """Digest all that decides an answer; the key of the endpoint is no part of it."""
        whole = {
            "base_url": self._endpoint.base_url,
            "model": self.model,
            "messages": [[message.role, message.content] for message in request.messages],
            "max_tokens": request.max_tokens,
            "temperature": request.temperature,
            "schema": ANSWER_SCHEMA,
        }
        return hashlib.sha256(json.dumps(whole, sort_keys=True).encode()).hexdigest()

    async def _counter(self) -> CountTokens:
        async with self._counting:
            if self._count is None:
                folder = self._settings.cache_folder
                # Loading the table takes a third of a second, which no request should wait out twice.
                self._count = await asyncio.to_thread(token_counter, folder / "tiktoken" if folder else None)
            return self._count

    def _unasked(self, paper: Paper, reading: Reading, reason: str) -> Outcome:
        grounded = Grounded(reading.takeaway, reading.flags, (reason,))
        return Outcome(self._summary(paper, reading, grounded, 0, 0, 0.0))

    def _outcome(self, paper: Paper, reading: Reading, grounded: Grounded, answered: _Answered) -> Outcome:
        if answered.cached:
            return Outcome(self._summary(paper, reading, grounded, 0, 0, 0.0), cached=True)
        count = self._count or estimate_tokens
        usage = answered.completion.usage
        spent = usage.tokens_in if usage.tokens_in is not None else tokens_of(answered.request, count)
        gained = usage.tokens_out if usage.tokens_out is not None else count(answered.completion.text)
        cost = cost_of(spent, gained, self._settings.price_in, self._settings.price_out)
        return Outcome(self._summary(paper, reading, grounded, spent, gained, cost))

    def _summary(
        self,
        paper: Paper,
        reading: Reading,
        grounded: Grounded,
        tokens_in: int,
        tokens_out: int,
        cost: float | None,
    ) -> Summary:
        provenance = Provenance(
            summariser=self.name,
            created=self._now(),
            model=self.model,
            prompt_digest=self.prompt_digest,
            rules_version=reading.rules_version,
            tokens_in=tokens_in,
            tokens_out=tokens_out,
            cost=cost,
            failed_checks=grounded.failed_checks,
        )
        return Summary(paper.id, grounded.takeaway, grounded.flags, provenance)

    async def _look_at_model(self, answered: _Answered) -> None:
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
        if not answering or answering.startswith(self.model) or self.model.endswith(answering):
            return ""
        return f"{self._endpoint.host} was asked for {self.model} and answers as {answering}"

    def _weakness(self) -> str:
        if self._answers < _TELLING or self._held >= _FAIR_SHARE * self._answers:
            return ""
        return f"{self.model} wrote a takeaway that holds for only {self._held} of {self._answers} papers"


def new_client(settings: SummariserSettings, attempts: int = 4) -> HttpClient:
    """Return a client for the endpoint of these settings."""
    return HttpClient(
        user_agent=USER_AGENT,
        timeout=settings.timeout,
        connections=min(max(1, settings.connections), _POOL),
        attempts=attempts,
    )


def make(settings: SummariserSettings) -> EndpointSummariser:
    """Make the summariser for these settings."""
    return EndpointSummariser(settings)


def _to_keep(completion: Completion) -> dict[str, object]:
    return {
        "text": completion.text,
        "finish_reason": completion.finish_reason,
        "model": completion.model,
        "tokens_in": completion.usage.tokens_in,
        "tokens_out": completion.usage.tokens_out,
    }


def _completion_from(kept: object) -> Completion | None:
    """Read what was kept; anything else than what `_to_keep` writes is a miss."""
    if not isinstance(kept, dict):
        return None
    texts = [kept.get(name) for name in ("text", "finish_reason", "model")]
    counts = [kept.get(name) for name in ("tokens_in", "tokens_out")]
    text, finish, model = (value if isinstance(value, str) else None for value in texts)
    spent, gained = (value if isinstance(value, int) else None for value in counts)
    if text is None or finish is None or model is None:
        return None
    return Completion(text, finish, model, Usage(spent, gained))
