"""Finding out how one endpoint wants to be asked: where to begin, what was found, what to try next."""

from __future__ import annotations

from collections.abc import Mapping

from radar.papers.bases import replace
from radar.summaries.endpoints.dialects import Dialect
from radar.summaries.endpoints.ladder import Format, Quiet, Shape, quieter
from radar.summaries.endpoints.learned import Learned, LearnedDialects
from radar.summaries.endpoints.schema_check import keeps_to
from radar.summaries.prompting.answer import without_thoughts
from radar.summaries.prompting.chat import Completion

_JUDGED = 5
"""Answers after which it is known whether a schema is kept to."""
_TOO_MANY = 3
"""So many of them against the schema, and it is not."""
_FEW = 2
"""Where no more answers than these come, as in a try, it is not kept to if all of them are against it."""


class Learning:
    """The dialect of one endpoint and model as far as it is known.

    Args:
        base_url: the endpoint, as its owner set it.
        model: the model's name there.
        dialect: what the kind of endpoint is known for.
        kept: where dialects are kept between runs.
    """

    def __init__(self, base_url: str, model: str, dialect: Dialect, kept: LearnedDialects) -> None:
        self.dialect = dialect
        self.shape = dialect.shape
        """The dialect found so far."""
        self.begin = dialect.shape
        """What the next request that learns is put as."""
        self.settled = False
        """Whether requests go out as `shape`, with nothing to be found out."""
        self._place = (base_url, model)
        self._kept = kept
        self._recalled = False
        self._learned: Learned | None = None
        self._to_keep = False
        self._seen = 0
        self._against = 0

    @property
    def elsewhere(self) -> bool:
        """Whether the other form of the address was the one that answered when it was learned."""
        return self._learned is not None and self._learned.elsewhere

    @property
    def learned(self) -> Learned | None:
        """What was learned and answered, judged by the answers so far; None where nothing was."""
        if self._to_keep or self._learned is None:
            return None
        if self._learned.enforced is None and self._seen == self._against >= _FEW:
            return replace(self._learned, enforced=False)
        return self._learned

    def recall(self) -> bool:
        """Settle on what an earlier run learned, if there is such a thing; looks only once."""
        if self._recalled:
            return False
        self._recalled = True
        self._learned = self._kept.find(*self._place)
        if self._learned is not None:
            self.shape = self.begin = self._learned.shape
            self.settled = True
        return self.settled

    def settle(self, shape: Shape, reasons: tuple[str, ...], elsewhere: bool, answered: bool = True) -> None:
        """Settle on a shape that the endpoint has just taken.

        Kept for other runs is only what was answered too: a refusal may have had another cause.

        Args:
            shape: what was answered.
            reasons: what was said to the shapes before it.
            elsewhere: whether the other form of the address answered.
            answered: whether an answer came, and not an empty one.
        """
        before = self._learned
        same_format = before is not None and before.shape.format is shape.format
        enforced = before.enforced if before is not None and same_format else None
        earlier = before.reasons if before is not None and same_format else ()
        told = tuple(dict.fromkeys(reason for reason in (*earlier, *reasons) if reason))
        self.shape = self.begin = shape
        self.settled = True
        self._learned = Learned(shape, self._kept.now(), told, enforced, elsewhere)
        self._to_keep = not answered
        if answered:
            self._keep(self._learned)

    def heed(
        self, completion: Completion, shape: Shape, elsewhere: bool, schema: Mapping[str, object]
    ) -> None:
        """See what an answer shows: whether the schema is kept to, and whether the model still reasons.

        Args:
            completion: what was answered.
            shape: what the request was put as.
            elsewhere: whether the other form of the address answered.
            schema: what the answer was asked to be like.
        """
        if not self.settled or shape != self.shape:
            return
        answer = without_thoughts(completion.text).strip()
        if (
            self._learned is not None
            and answer
            and (self._to_keep or self._learned.elsewhere is not elsewhere)
        ):
            self._keep(replace(self._learned, elsewhere=elsewhere))
        if completion.finish_reason != "length":
            self._judge(answer, shape, schema)
        on_its_way = shape.quiet is Quiet.UNTRIED or shape.quiet.is_off
        if completion.reasoned and on_its_way:
            # The next request finds out whether it can be had for less.
            self.begin = quieter(shape, self.dialect.quiet)
            self.settled = False

    def _judge(self, answer: str, shape: Shape, schema: Mapping[str, object]) -> None:
        if not answer or shape.format is not Format.SCHEMA:
            return
        if self._learned is None or self._learned.enforced is not None:
            return
        self._seen += 1
        self._against += not keeps_to(answer, schema)
        if self._against == _TOO_MANY or self._seen == _JUDGED:
            self._keep(replace(self._learned, enforced=self._against < _TOO_MANY))

    def _keep(self, learned: Learned) -> None:
        self._learned, self._to_keep = learned, False
        self._kept.keep(*self._place, learned)
