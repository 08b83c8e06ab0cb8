"""Asking for summaries: of one paper at once, of many after saying what it takes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Protocol

from radar.errors import SummariserError
from radar.papers.jobs.job import Job, JobKind
from radar.papers.text.plurals import plural
from radar.pipeline.endpoint_info import EndpointInfo
from radar.pipeline.estimating import price_range
from radar.pipeline.job_arguments import arguments_in, summariser_of
from radar.tui.flows.setting_up import SetUp, offer
from radar.tui.flows.step import Ask, Say, Step, Work, Write

if TYPE_CHECKING:
    from radar.library.jobs.job_queue import JobQueue
    from radar.pipeline.asked import Asked
    from radar.summaries.prompting.estimate import Estimate

OFFLINE = "offline"
"""Name of the summariser that every paper has been through already."""
RESTART = "Settings are read at the start of radar: start it again then"
"""Said where settings have to be changed first."""
_STARTS = "the summaries"


class Summaries(Protocol):
    """Estimates and queues summaries."""

    @property
    def summariser(self) -> str:
        """Who writes summaries now."""
        ...

    @property
    def endpoint(self) -> EndpointInfo | None:
        """The endpoint that is asked now."""
        ...

    @property
    def jobs(self) -> JobQueue:
        """What is under way."""
        ...

    @property
    def asked(self) -> Asked:
        """Knows whether the settings say something else by now."""
        ...

    def estimate(self, keys: Sequence[int]) -> Estimate:
        """Return what summaries of these papers take."""
        ...

    def price_known(self) -> bool:
        """Whether an estimate is there at once."""
        ...

    def look_up_price(self) -> None:
        """Look the price up, in any thread."""
        ...

    def budget_notice(self, estimate: Estimate) -> str:
        """Return what the budgets do to such a run; empty where nothing."""
        ...

    def request_summaries(self, keys: Sequence[int], summariser: str = "", again: bool = False) -> Job:
        """Queue the papers for a worker."""
        ...


class Summarising:
    """Queues summaries; many are asked about first."""

    def __init__(self, summaries: Summaries, set_up: SetUp = lambda _then: None) -> None:
        """Make the flow; `set_up` opens what sets an endpoint up."""
        self._summaries = summaries
        self._set_up = set_up

    def one(self, key: int) -> Step:
        """Ask for a summary of one paper."""
        if refused := self._refusal(lambda: self.one(key)):
            return refused
        stale = f"; {news}" if (news := self._summaries.asked.settings_news()) else ""

        # Whoever is asked now: another that is chosen before the library is free may be dearer.
        summariser = self._summaries.summariser

        def write() -> Say:
            # A start does without it.
            from radar.tui.words.job_words import waits_behind

            jobs = self._summaries.jobs
            asked = jobs.under_way(JobKind.SUMMARISE, urgent=True)
            ahead = [job for job in asked if summariser_of(job) == summariser]
            same = next((place for place, job in enumerate(ahead) if _asks(job, key)), None)
            at_once = self._summaries.asked.at_once(summariser)
            imports = jobs.under_way(JobKind.IMPORT, urgent=False)
            told = waits_behind((*imports, *ahead[:same]), at_once, datetime.now(UTC))
            behind = f"; {told}" if told else ""
            if same is not None:
                return Say(f"asked already for a summary of this paper{stale}{behind}")
            self._summaries.request_summaries((key,), summariser, again=True)
            return Say(f"asked for a summary of this paper{stale}{behind}")

        return Write(write, starts=_STARTS)

    def all(self, keys: Sequence[int]) -> Step:
        """Say what summaries of these papers take, and ask."""
        if refused := self._refusal(lambda: self.all(keys)):
            return refused
        if not keys:
            return Say("no paper in view to summarise")
        if not self._summaries.price_known():
            look_up = self._summaries.look_up_price
            return Work("looking up what that costs", look_up, then=lambda: self._estimated(keys))
        return self._estimated(keys)

    def _estimated(self, keys: Sequence[int]) -> Step:
        estimate = self._summaries.estimate(keys)
        # What is asked for is what was agreed to: the job names and counts only those that lack one.
        keys = estimate.lacking or keys
        if not estimate.papers and estimate.not_sent.papers:
            # Nothing leaves the machine, and their rows will tell why.
            return self._request(keys, f"no model is asked: {estimate.not_sent.line}")
        if not estimate.papers:
            return Say(_nothing_left(estimate, self._summaries.endpoint))
        agreed = self._request(keys, f"asked for summaries of {_how_many(estimate)}")
        notice, news = self._summaries.budget_notice(estimate), self._summaries.asked.settings_news()
        what = _what_it_takes(estimate, self._summaries.endpoint, notice)
        if news:
            # Not at the end, where "start radar again" would be what is asked and agreed to.
            what = f"{news}; {what}"
        return Ask("summarise", what, partial(_answered, agreed), choices={"y": "yes", "n": "no"})

    def _request(self, keys: Sequence[int], told: str) -> Write:
        summariser = self._summaries.summariser

        def write() -> Say:
            self._summaries.request_summaries(keys, summariser)
            return Say(told)

        return Write(write, starts=_STARTS)

    def _refusal(self, then: Callable[[], Step]) -> Step | None:
        """Return why nobody can be asked; where no endpoint is set, the offer to set one up.

        Args:
            then: what was asked for, which follows when an endpoint is set up.
        """
        endpoint, asked = self._summaries.endpoint, self._summaries.asked
        if self._summaries.summariser == OFFLINE:
            try:
                # Raises, with the file and the names to set; nothing is queued.
                self._summaries.request_summaries(())
            except SummariserError as error:
                if news := asked.settings_news():
                    # What is to be set may be set by now.
                    return Say(f"{news}; so far {error.message}")
                if asked.can_set_up and not asked.able:
                    return offer(error.message, self._set_up, then)
                raise SummariserError(error.message, f"{error.hint}. {RESTART}") from error
        elif endpoint is None:
            # Raises where the settings name a summariser that there is not.
            asked.ready("")
        if endpoint is not None and endpoint.lacks_key:
            return Say(f"no key for {endpoint.host}: put it into the environment variable {endpoint.key_env}")
        return None


def _asks(job: Job, key: int) -> bool:
    """Return whether a job asks for a summary of that paper alone, and nobody has called it off."""
    return arguments_in(job).get("keys") == [key] and not job.cancel_requested


def _answered(agreed: Write, choice: str) -> Step:
    return agreed if choice == "y" else Say("nothing asked, nothing spent")


def _nothing_left(estimate: Estimate, endpoint: EndpointInfo | None) -> str:
    held = estimate.held_before
    if held.papers:
        return f"no other paper in view lacks a summary{_by(endpoint)}; {held.line}"
    return f"no paper in view lacks a summary{_by(endpoint)}"


def _what_it_takes(estimate: Estimate, endpoint: EndpointInfo | None, notice: str) -> str:
    have = [f"{estimate.have_one:,} {_has(estimate)} one"] if estimate.have_one else []
    if estimate.other_prompt:
        have.append(
            f"{estimate.other_prompt:,} {'was' if estimate.other_prompt == 1 else 'were'} done with "
            "another prompt"
        )
    have += [held] if (held := estimate.not_sent_at_all.line) else []
    aside = f" ({', '.join(have)})" if have else ""
    tokens = f"~{estimate.tokens_in:,} tokens in, ~{estimate.tokens_out:,} out"
    # A question mark behind what the budget lasts for would doubt just that.
    limited = f"; {notice}; begin all the same" if notice else ""
    told = f"{tokens}, {price_range(estimate)}{limited}"
    return f"summarise {_how_many(estimate)}{_by(endpoint)}{aside}: {told}?"


def _how_many(estimate: Estimate) -> str:
    return f"{'up to ' if estimate.at_most else ''}{plural(estimate.papers, 'paper')}"


def _has(estimate: Estimate) -> str:
    return "has" if estimate.have_one == 1 else "have"


def _by(endpoint: EndpointInfo | None) -> str:
    return f" by {endpoint.name}" if endpoint is not None and endpoint.model else ""
