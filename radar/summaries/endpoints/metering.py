"""What each request to an endpoint takes, reserved before it is sent and settled when it is over."""

from __future__ import annotations

import math
from collections.abc import Callable
from contextlib import AbstractContextManager
from types import TracebackType
from typing import Protocol

from radar.errors import BudgetReached, NetworkError, Offline, Untrusted
from radar.net.reply import Reply
from radar.papers.bases import Mutable, field
from radar.papers.jobs.spending import Charge
from radar.summaries.endpoints.prices import Prices
from radar.summaries.endpoints.refusal import refusal_of
from radar.summaries.endpoints.usage import usage_of, words_of
from radar.summaries.prompting.chat import ChatRequest
from radar.summaries.prompting.estimate import RESERVED

_BAD_REQUEST, _BROKEN = 400, 500
_COUNTED = 16
"""Texts that are counted before others are judged by their length."""


class Purse(Protocol):
    """Whom requests are paid from."""

    @property
    def limited(self) -> bool:
        """Whether there is a budget, so that what a request may take has to be known well."""
        ...

    def reserve(self, expected: Charge) -> int:
        """Note a request before it is sent, at the most that it should take, and return its number.

        Raises:
            BudgetReached: it would cross a budget, and must not be sent.
        """
        ...

    def settle(self, number: int, charge: Charge | None) -> None:
        """Note what a request came to; None where it was never sent."""
        ...

    async def settled(self) -> bool:
        """Wait until a request of this run is settled; False where none is under way."""
        ...

    def answered(self, *, cached: bool) -> None:
        """Note a paper that an answer was had for."""
        ...

    def close(self) -> None:
        """Write what is not written yet."""
        ...

    @property
    def warning(self) -> str:
        """What the reader should know; empty when all is well."""
        ...


class NoPurse:
    """Pays for everything and remembers nothing."""

    warning = ""
    limited = False

    def reserve(self, expected: Charge) -> int:
        """Allow it."""
        return 0

    def settle(self, number: int, charge: Charge | None) -> None:
        """Forget it."""

    async def settled(self) -> bool:
        """Nothing is waited for."""
        return False

    def answered(self, *, cached: bool) -> None:
        """Forget it."""

    def close(self) -> None:
        """Nothing is open."""


async def reserved(purse: Purse, expected: Charge) -> int:
    """Reserve a request, and where it does not fit wait for those of this run that are under way.

    They are reserved at the most that they may take, and most take less.

    Raises:
        BudgetReached: it must not be sent.
    """
    while True:
        try:
            return purse.reserve(expected)
        except BudgetReached:
            if not await purse.settled():
                raise


class Meter(Mutable):
    """Counts the requests to one model."""

    purse: Purse = field(default_factory=NoPurse)
    prices: Prices | None = None
    """None where none are known."""
    count: Callable[[str], int] = len
    """Counts the tokens of a text."""
    overhead: int = 0
    """Tokens that a request is charged for besides its messages."""
    longest: int = 0
    """Tokens of the longest answer so far."""
    _known: dict[str, int] = field(default_factory=dict)
    _counted: int = 0
    """Tokens of the texts that were counted so far to judge others by, and below their characters."""
    _characters: int = 0
    _texts: int = 0

    def tokens_in(self, request: ChatRequest) -> int:
        """Return about how many tokens a request has; a first message, alike for all, is counted once."""
        return self._tokens(request, self.count)

    def _tokens(self, request: ChatRequest, count: Callable[[str], int]) -> int:
        first, *others = request.messages
        if first.content not in self._known:
            self._known = {first.content: self.count(first.content)}
        return self._known[first.content] + sum(count(message.content) for message in others) + self.overhead

    def _judged(self, text: str) -> int:
        """Return about how many tokens a text has: counted for the first ones, by its length for others."""
        if not text.isascii():
            # Scripts differ too much in how many characters a token has.
            return self.count(text)
        if self._texts < _COUNTED:
            tokens = self.count(text)
            self._texts += 1
            self._counted += tokens
            self._characters += len(text)
            return tokens
        return math.ceil(len(text) * self._counted / max(1, self._characters))

    def charge(self, tokens_in: int, tokens_out: int, *, estimated: bool) -> Charge:
        """Return what so many tokens come to."""
        cost = self.prices.cost(tokens_in, tokens_out) if self.prices else None
        return Charge(tokens_in, tokens_out, cost, estimated=estimated)

    def expected(self, request: ChatRequest, room: int) -> Charge:
        """Return the most that a request should take.

        Hidden reasoning is not always held to the limit of the answer, so an answer that was longer
        before may be as long again. Where no budget is held, the tokens sent are judged by the length of
        the text: counting them is dear, and what is written down in the end is what the endpoint says.
        """
        tokens_out = max(request.max_tokens * room, self.longest)
        tokens_in = self._tokens(request, self.count if self.purse.limited else self._judged)
        return self.charge(math.ceil(tokens_in * RESERVED), tokens_out, estimated=True)

    def counted(self, request: ChatRequest, reply: Reply, expected: Charge) -> Charge:
        """Return what a reply cost: by its own word, else by count; an error that may have cost, as expected.

        A request that was refused (4xx) is charged for nothing, for no model ran.
        """
        body = reply.parsed
        usage = usage_of(body, reply.headers)
        refusal = refusal_of(reply)
        silent = usage.tokens_in is None and usage.tokens_out is None
        if refusal is not None and silent:
            refused = _BAD_REQUEST <= refusal.status < _BROKEN
            nothing = Charge(cost=0.0 if self.prices else None)
            return nothing if refused and usage.cost is None else expected
        spent = self.tokens_in(request) if usage.tokens_in is None else usage.tokens_in
        gained = self.count(words_of(body)) if usage.tokens_out is None else usage.tokens_out
        self.longest = max(self.longest, gained)
        cost = usage.cost
        if cost is None and self.prices:
            cost = self.prices.cost(spent, gained, usage.reused)
        guessed = usage.tokens_in is None or usage.tokens_out is None
        return Charge(spent, gained, cost, usage.reasoning, usage.reused, guessed)


class Bill(Mutable):
    """What the requests for one paper come to."""

    meter: Meter
    paid: Charge | None = None
    """None where no request was sent."""

    def asking(self, request: ChatRequest, room: int = 1) -> Asking:
        """Return what follows one request, which may need several tries."""
        return Asking(self, request, room)

    def add(self, charge: Charge) -> None:
        """Add what one try came to."""
        self.paid = charge if self.paid is None else self.paid + charge


class Asking(AbstractContextManager["Asking"]):
    """One request with its tries; on leaving, a try that nobody answered is settled at the estimate."""

    def __init__(self, bill: Bill, request: ChatRequest, room: int) -> None:
        self._bill = bill
        self._request = request
        self._room = room
        self._expected: Charge | None = None
        self._open: int | None = None

    async def begin(self) -> None:
        """Reserve a try that is about to be sent; a former one that failed is settled at the estimate.

        Raises:
            BudgetReached: it must not be sent.
        """
        self._end_unanswered()
        meter = self._bill.meter
        self._expected = self._expected or meter.expected(self._request, self._room)
        self._open = await reserved(meter.purse, self._expected)

    def heard(self, reply: Reply) -> None:
        """Settle a try by what came back."""
        if self._open is not None and self._expected is not None:
            self._settle(self._bill.meter.counted(self._request, reply, self._expected))

    def failed(self, error: NetworkError) -> None:
        """Settle a try that nothing came back of: at the estimate, unless nothing was sent at all."""
        if isinstance(error, Offline | Untrusted):
            number, self._open = self._open, None
            if number is not None:
                self._bill.meter.purse.settle(number, None)
        self._end_unanswered()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end_unanswered()

    def _end_unanswered(self) -> None:
        if self._expected is not None:
            self._settle(self._expected)

    def _settle(self, charge: Charge) -> None:
        if self._open is not None:
            number, self._open = self._open, None
            self._bill.add(charge)
            self._bill.meter.purse.settle(number, charge)
