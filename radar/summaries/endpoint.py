"""An OpenAI-compatible endpoint: one chat completion at a time, in the dialect that it understands."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace

from radar.errors import RadarError
from radar.net.addresses import host_of
from radar.net.http import HttpClient
from radar.net.reply import Reply
from radar.papers.text import clean
from radar.summaries.base_url import authorization, tidy_base_url
from radar.summaries.chat import ChatRequest, Completion
from radar.summaries.completion import completion_of
from radar.summaries.explaining import explain, model_missing
from radar.summaries.judging import judged
from radar.summaries.ladder import ROOM_FOR_THOUGHT, Shape, body_of, first_shape, next_shape
from radar.summaries.metering import Bill, Meter
from radar.summaries.refusal import Kind, Refusal, refusal_of

_MODELS = 500
_NAMED = 8
_PATIENCE = 10
"""Seconds for a look at the models that nobody asked for."""


class _Misfit(Exception):
    """The endpoint did not take the request as it was put; `shape` is what to try instead."""

    def __init__(self, shape: Shape, refusal: Refusal | None) -> None:
        super().__init__()
        self.shape = shape
        self.refusal = refusal


class Endpoint:
    """Asks one model of one endpoint; what the endpoint understands is learned by the first request.

    Args:
        client: sends the requests.
        base_url: what `/chat/completions` is appended to.
        model: the model's name there.
        key: sent as a bearer token; empty for none.
        key_env: the environment variable that the key came from, for messages.
        timeout: seconds for one request.

    Raises:
        EndpointError, KeyRefused: the address or the key cannot be used.
    """

    def __init__(
        self,
        client: HttpClient,
        *,
        base_url: str,
        model: str,
        key: str = "",
        key_env: str = "",
        timeout: float = 120.0,
    ) -> None:
        self.base_url = tidy_base_url(base_url)
        self.host = host_of(self.base_url)
        self.model = model
        self.shape = first_shape(self.base_url)
        """The dialect found so far."""
        self._headers = authorization(self.base_url, key, key_env)
        self._key = key.strip()
        self._key_env = key_env
        self._timeout = timeout
        self._client = client
        self._settled = False
        self._learning = asyncio.Lock()

    async def complete(self, request: ChatRequest, bill: Bill | None = None) -> Completion:
        """Return the model's answer.

        Args:
            bill: what the requests come to is added to it.

        Raises:
            KeyRefused, ModelMissing, TextTooLong, RateLimited, Offline, NetworkError, EndpointError.
            BudgetReached: nothing was sent.
        """
        bill = bill or Bill(Meter())
        if not self._settled:
            # One request learns; the others wait for what it learned instead of being refused alike.
            async with self._learning:
                if not self._settled:
                    return await self._learn(request, bill)
        try:
            return await self._ask(request, self.shape, bill)
        except _Misfit:
            async with self._learning:
                return await self._learn(request, bill)

    async def models(self) -> tuple[str, ...]:
        """Return the names of the models that the endpoint lists, at most 500.

        Raises:
            KeyRefused, Offline, NetworkError, EndpointError: as for `complete`.
        """
        reply = await self._client.get(f"{self.base_url}/models", headers=self._headers, any_status=True)
        refusal = refusal_of(self._without_key(reply))
        if refusal is not None:
            raise self._error(refusal)
        body = reply.json()
        listed = body.get("data") or body.get("models") if isinstance(body, dict) else body
        entries = listed if isinstance(listed, list) else []
        names = [entry.get("id") or entry.get("name") for entry in entries if isinstance(entry, dict)]
        return tuple(clean(name[:200]) for name in names[:_MODELS] if isinstance(name, str))

    async def unlisted(self) -> str:
        """Say it where the endpoint lists models and this one is not among them; else an empty text.

        A list that cannot be had, is slow to come or is too long to be whole says nothing.
        """
        try:
            async with asyncio.timeout(_PATIENCE):
                models = await self.models()
        except (RadarError, TimeoutError):
            return ""
        listed = self.model in models or any(name.split(":")[0] == self.model for name in models)
        if listed or not 0 < len(models) < _MODELS:
            return ""
        names = ", ".join(models[:_NAMED]) + (", ..." if len(models) > _NAMED else "")
        return f"{self.host} does not list {self.model}; it has {names}"

    async def _learn(self, request: ChatRequest, bill: Bill) -> Completion:
        shape, tried = self.shape, set[Shape]()
        while True:
            tried.add(shape)
            try:
                completion = await self._ask(request, shape, bill)
            except _Misfit as misfit:
                if misfit.shape in tried and misfit.refusal is not None:
                    raise self._error(misfit.refusal) from None
                shape = misfit.shape
            else:
                self.shape, self._settled = shape, True
                return completion

    async def _ask(self, request: ChatRequest, shape: Shape, bill: Bill) -> Completion:
        with bill.asking(request, shape.room) as tries:
            reply = self._without_key(
                await self._client.post_json(
                    f"{self.base_url}/chat/completions",
                    body_of(request, self.model, shape),
                    headers=self._headers,
                    timeout=self._timeout,
                    judge=judged,
                    tries=tries,
                )
            )
        refusal = refusal_of(reply)
        if refusal is None:
            completion = completion_of(reply)
            if not completion.text and completion.finish_reason == "length" and shape.room == 1:
                raise _Misfit(replace(shape, room=ROOM_FOR_THOUGHT), None)
            return completion
        other = next_shape(shape, refusal)
        if other is not None:
            raise _Misfit(other, refusal)
        if refusal.kind is Kind.MODEL:
            raise model_missing(self.host, self.model, await self._models_if_any())
        raise self._error(refusal)

    async def _models_if_any(self) -> tuple[str, ...]:
        try:
            return await self.models()
        except RadarError:
            return ()

    def _error(self, refusal: Refusal) -> RadarError:
        return explain(refusal, self.host, self._key_env, bool(self._key))

    def _without_key(self, reply: Reply) -> Reply:
        """Blot out the key: some endpoints repeat it in what they answer, and answers are kept."""
        if not self._key:
            return reply
        text = reply.text
        for form in {self._key, json.dumps(self._key)[1:-1]}:
            text = text.replace(form, "[key]")
        return replace(reply, text=text)
