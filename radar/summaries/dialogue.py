"""From a paper to what a model is asked, and from what it answered to a summary; nothing is sent here."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from datetime import UTC, datetime

from radar.errors import AnswerError
from radar.papers.bases import Value
from radar.papers.jobs.spending import Charge
from radar.papers.listed.paper import Paper
from radar.papers.summaries.summary import Provenance, Reading, Summary
from radar.summaries.checks.grounding import Grounded, ground
from radar.summaries.prompting.answer import read_answer
from radar.summaries.prompting.budget import MARGIN, CountTokens, fit, tokens_of
from radar.summaries.prompting.chat import ChatRequest, Completion
from radar.summaries.prompting.estimate import cost_of
from radar.summaries.prompting.prompt import PaperText, load_prompt, paper_text, request_for
from radar.summaries.summariser import SummariserSettings

_SECOND_TRY = 0.6
"""The share of the context that is used where a model says that the text was too long for it."""
_LEAST_TEXT = 0.4
"""The share of the sentences that is sent at least then."""


class Answered(Value):
    """A request and what came back."""

    request: ChatRequest
    completion: Completion
    cached: bool = False
    """Whether it was kept from an earlier time, and costs nothing."""
    paid: Charge | None = None
    """What all requests for it came to; None where only its usage tells."""


class Dialogue:
    """The questions put to one model and the summaries made of its answers, online or in a batch.

    Args:
        settings: the model, the prompt, the limits, the prices.
        name: of the summariser, for the provenance.
        now: the moment that a summary is dated with, aware, in UTC.

    Raises:
        PromptError: the reader's prompt file cannot be used.
    """

    def __init__(
        self,
        settings: SummariserSettings,
        name: str,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self.name = name
        self.model = settings.model
        self._settings = settings
        self._prompt = load_prompt(settings.prompt, settings.language, settings.profile)
        self.prompt_digest = self._prompt.digest
        self._now = now

    def text_of(self, paper: Paper) -> PaperText:
        """Return what the model would get of a paper."""
        return paper_text(paper)

    def question(self, text: PaperText, count: CountTokens) -> ChatRequest:
        """Return the request for a text, with as many of its sentences as the context holds.

        Raises:
            TextTooLong: not even one sentence fits.
        """
        return self._fitting(text, count, self._settings.context_tokens)

    def shorter_question(self, text: PaperText, refused: ChatRequest, count: CountTokens) -> ChatRequest:
        """Return a request that asks for less, after an endpoint said that one was too long."""
        limit = self._settings.max_tokens
        asked = tokens_of(refused, count)
        room = min(asked + limit, self._settings.context_tokens) * _SECOND_TRY
        # The prompt cannot be made shorter, so where it is most of the request the sentences give way.
        prompt = tokens_of(request_for(self._prompt, text.title, (), limit), count)
        least = MARGIN * (prompt + _LEAST_TEXT * (asked - prompt)) + limit
        return self._fitting(text, count, int(max(room, least)))

    def summary(
        self, paper: Paper, reading: Reading, text: PaperText, answered: Answered, count: CountTokens
    ) -> Summary:
        """Return the summary that an answer makes; what of it does not hold is replaced by the reading."""
        try:
            answer = read_answer(answered.completion)
            grounded = ground(answer, paper, text, reading, self._prompt)
        except AnswerError as error:
            grounded = Grounded(reading.takeaway, reading.flags, (str(error),))
        if answered.cached:
            return self._made(paper, reading, grounded, 0, 0, 0.0)
        if (paid := answered.paid) is not None:
            return self._made(paper, reading, grounded, paid.tokens_in, paid.tokens_out, paid.cost)
        usage = answered.completion.usage
        spent = usage.tokens_in if usage.tokens_in is not None else tokens_of(answered.request, count)
        gained = usage.tokens_out if usage.tokens_out is not None else count(answered.completion.text)
        cost = usage.cost
        if cost is None:
            cost = cost_of(spent, gained, self._settings.price_in, self._settings.price_out)
        return self._made(paper, reading, grounded, spent, gained, cost)

    def unasked(self, paper: Paper, reading: Reading, reason: str) -> Summary:
        """Return the reading as the summary of a paper that no model is asked about."""
        return self._made(paper, reading, Grounded(reading.takeaway, reading.flags, (reason,)), 0, 0, 0.0)

    def digest(self, request: ChatRequest, base_url: str) -> str:
        """Return the SHA-256 of all that decides an answer; the key of the endpoint is no part of it."""
        whole = {
            "base_url": base_url,
            "model": self.model,
            "messages": [[message.role, message.content] for message in request.messages],
            "max_tokens": request.max_tokens,
            "temperature": request.temperature,
            "schema": request.schema,
        }
        return hashlib.sha256(json.dumps(whole, sort_keys=True).encode()).hexdigest()

    def _fitting(self, text: PaperText, count: CountTokens, context_tokens: int) -> ChatRequest:
        return fit(
            self._prompt,
            text,
            max_tokens=self._settings.max_tokens,
            context_tokens=context_tokens,
            count=count,
        )

    def _made(
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
        return Summary(
            paper.id,
            grounded.takeaway,
            grounded.flags,
            provenance,
            verdicts=grounded.verdicts,
            relevance=grounded.relevance,
        )
