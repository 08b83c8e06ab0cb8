"""An OpenAI-compatible endpoint: one chat completion at a time, in the dialect that it understands."""

from __future__ import annotations

import asyncio

from radar.errors import EndpointError, NetworkError, RadarError, RateLimited
from radar.net.addresses import host_of
from radar.net.http import HttpClient
from radar.net.key_headers import HiddenText
from radar.net.key_sources import KeySource
from radar.net.reply import Reply
from radar.net.tries import Tries
from radar.net.waiting import LONGEST_PAUSE
from radar.papers.bases import replace
from radar.papers.text.safe_text import clean
from radar.summaries.endpoints.base_url import other_form, tidy_base_url
from radar.summaries.endpoints.completion import completion_of
from radar.summaries.endpoints.dialects import dialect_of
from radar.summaries.endpoints.endpoint_key import EndpointKey
from radar.summaries.endpoints.explaining import explain, model_refused
from radar.summaries.endpoints.judging import judged
from radar.summaries.endpoints.ladder import ROOM_FOR_THOUGHT, Shape, body_of, next_shape, quieter
from radar.summaries.endpoints.learned import Learned, LearnedDialects, reason_of
from radar.summaries.endpoints.learning import Learning
from radar.summaries.endpoints.metering import Bill, Meter
from radar.summaries.endpoints.refusal import Kind, Refusal, refusal_of
from radar.summaries.prompting.answer import without_thoughts
from radar.summaries.prompting.chat import ChatRequest, Completion

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
        self.reason = refusal.message or f"status {refusal.status}" if refusal else "no room for an answer"


class Endpoint:
    """Asks one model of one endpoint; what the endpoint understands is learned by the first request.

    Args:
        client: sends the requests.
        base_url: what `/chat/completions` is appended to.
        model: the model's name there.
        key: sent as a bearer token, or as the kind of endpoint wants it; empty for none.
        key_env: the environment variable that the key came from, for messages.
        key_source: where the key is fetched from by the first request, in place of `key`.
        allow_http: whether the key may travel to another machine without encryption.
        timeout: seconds for one request.
        preset: the kind of endpoint, one of the names in `dialects.DIALECTS`; else its address tells.
        learned: where dialects are kept between runs; by default nowhere.

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
        key_source: KeySource | None = None,
        allow_http: bool = False,
        timeout: float = 120.0,
        preset: str = "",
        learned: LearnedDialects | None = None,
    ) -> None:
        # A report of what goes wrong from here on may print local variables.
        key = HiddenText(key)
        self.base_url = tidy_base_url(base_url)
        self.host = host_of(self.base_url)
        self.model = model
        dialect = dialect_of(self.base_url, preset)
        self._key = EndpointKey(
            self.base_url,
            key=key,
            key_env=key_env,
            source=key_source,
            header=dialect.key_header,
            allow_http=allow_http,
        )
        self._key_env = key_env
        self._timeout = timeout
        self._client = client
        self._known = Learning(self.base_url, model, dialect, learned or LearnedDialects())
        self._learning = asyncio.Lock()
        self._in_vain: RadarError | None = None
        self._elsewhere = False
        self._other_form_tried = False
        self._addressing = asyncio.Lock()

    @property
    def shape(self) -> Shape:
        """The dialect found so far."""
        return self._known.shape

    @property
    def learned(self) -> Learned | None:
        """What was learned of the endpoint, as it is kept between runs; None while nothing is."""
        return self._known.learned

    @property
    def advice(self) -> str:
        """What the reader should set better; empty where there is nothing."""
        if not self._elsewhere:
            return ""
        return f"{other_form(self.base_url)} answers and {self.base_url} does not: set base_url to the first"

    async def complete(self, request: ChatRequest, bill: Bill | None = None) -> Completion:
        """Return the model's answer.

        Args:
            bill: what the requests come to is added to it.

        Raises:
            KeyRefused, ModelMissing, TextTooLong, RateLimited, Offline, NetworkError, EndpointError.
            BudgetReached: nothing was sent.
        """
        bill = bill or Bill(Meter())
        if not self._known.settled:
            # One request learns; the others wait for what it learned instead of being refused alike.
            before = self._in_vain
            async with self._learning:
                if self._in_vain is not None and self._in_vain is not before:
                    raise self._in_vain
                if not self._known.settled and not self._recall():
                    return await self._learn_first(request, bill)
        asked = self.shape
        try:
            completion = await self._ask(request, bill, asked)
        except _Misfit as misfit:
            async with self._learning:
                begin = misfit.shape if self.shape == asked else self.shape
                return await self._learn(request, bill, begin, reason_of(misfit.reason))
        self._known.heed(completion, asked, self._elsewhere, request.schema)
        return completion

    async def models(self) -> tuple[str, ...]:
        """Return the names of the models that the endpoint lists, at most 500.

        Raises:
            KeyRefused, Offline, NetworkError, EndpointError: as for `complete`.
        """
        reply = self._without_key(
            await self._client.get(
                f"{self._place(self._elsewhere)}/models", headers=await self._key.headers(), any_status=True
            )
        )
        refusal = refusal_of(reply)
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

    def _recall(self) -> bool:
        recalled = self._known.recall()
        self._elsewhere = self._elsewhere or self._known.elsewhere
        return recalled

    async def _learn_first(self, request: ChatRequest, bill: Bill) -> Completion:
        """Learn, and keep a refusal that those who wait for what is learned would only meet again."""
        try:
            return await self._learn(request, bill, self._known.begin)
        except EndpointError as error:
            self._in_vain = error if error.final else None
            raise
        except RateLimited as error:
            self._in_vain = error if (error.retry_after or 0) > LONGEST_PAUSE else None
            raise

    async def _learn(self, request: ChatRequest, bill: Bill, shape: Shape, *reasons: str) -> Completion:
        tried = set[Shape]()
        while True:
            tried.add(shape)
            try:
                completion = await self._ask(request, bill, shape)
            except _Misfit as misfit:
                if misfit.shape in tried and misfit.refusal is not None:
                    raise self._error(misfit.refusal) from None
                reasons = (*reasons, reason_of(misfit.reason))
                shape = misfit.shape
            else:
                answered = bool(without_thoughts(completion.text).strip())
                self._known.settle(shape, reasons, self._elsewhere, answered)
                self._known.heed(completion, shape, self._elsewhere, request.schema)
                return completion

    async def _ask(self, request: ChatRequest, bill: Bill, shape: Shape) -> Completion:
        with bill.asking(request, shape.room) as tries:
            reply = await self._send(body_of(request, self.model, shape), tries)
        refusal = refusal_of(reply)
        if refusal is None:
            completion = self._read(reply)
            cut = completion.finish_reason == "length"
            if cut and shape.room == 1 and not without_thoughts(completion.text).strip():
                more = replace(shape, room=ROOM_FOR_THOUGHT)
                raise _Misfit(quieter(more, self._known.dialect.quiet), None)
            return completion
        other = next_shape(shape, refusal, self._known.dialect.quiet)
        if other is not None:
            raise _Misfit(other, refusal)
        if refusal.kind is Kind.MODEL:
            raise model_refused(refusal, self.host, self.model, await self._models_if_any())
        raise self._error(refusal)

    async def _send(self, body: dict[str, object], tries: Tries) -> Reply:
        """Send a request; where nothing is at its address, try the other form of the address once."""
        elsewhere = self._elsewhere
        reply = await self._post(body, elsewhere, tries)
        if not _nothing_there(reply):
            return reply
        async with self._addressing:
            if self._elsewhere is not elsewhere:
                return await self._post(body, self._elsewhere, tries)
            if self._other_form_tried:
                return reply
            self._other_form_tried = True
            try:
                other = await self._post(body, not elsewhere, tries)
            except NetworkError:
                return reply
            if _nothing_there(other, or_trouble=True):
                return reply
            self._elsewhere = not elsewhere
            return other

    async def _post(self, body: dict[str, object], elsewhere: bool, tries: Tries) -> Reply:
        return self._without_key(
            await self._client.post_json(
                f"{self._place(elsewhere)}/chat/completions",
                body,
                headers=await self._key.headers(),
                timeout=self._timeout,
                judge=judged,
                tries=tries,
            )
        )

    def _place(self, elsewhere: bool) -> str:
        return other_form(self.base_url) if elsewhere else self.base_url

    async def _models_if_any(self) -> tuple[str, ...]:
        try:
            return await self.models()
        except RadarError:
            return ()

    def _error(self, refusal: Refusal) -> RadarError:
        return explain(refusal, self.host, self._key_env, self._key.present, self._key.place)

    def _without_key(self, reply: Reply) -> Reply:
        text = self._key.taken_out_of(reply.text)
        headers = {name: self._key.taken_out_of(value) for name, value in reply.headers.items()}
        if (text, headers) == (reply.text, reply.headers):
            return reply
        return replace(reply, text=text, headers=headers)

    def _read(self, reply: Reply) -> Completion:
        """Read a completion, whose parts may be a key only once they are joined."""
        completion = completion_of(reply)
        text = self._key.taken_out_of(completion.text)
        return completion if text == completion.text else replace(completion, text=text)


def _nothing_there(reply: Reply, or_trouble: bool = False) -> bool:
    refusal = refusal_of(reply)
    kinds = (Kind.ADDRESS, Kind.OUTAGE) if or_trouble else (Kind.ADDRESS,)
    return refusal is not None and refusal.kind in kinds
