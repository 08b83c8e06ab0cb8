"""What stands behind an estimate: whom it is about, at which price, and what the budgets do to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from radar.papers.bases import Value, replace
from radar.papers.jobs.spending import Budgets, Limits, Payee, Totals, amount
from radar.papers.listed.paper import Paper
from radar.papers.reader.query import PaperEntry
from radar.papers.summaries.failed_checks import not_sent, not_sent_because
from radar.papers.summaries.not_sent import NotSent
from radar.papers.text.money import cost_told
from radar.pipeline.endpoint_info import EndpointInfo

if TYPE_CHECKING:
    from radar.library.reader import LibraryReader
    from radar.summaries.prompting.estimate import Estimate

_ESTIMATED = 400
"""Papers that an estimate reads where it does not read all; they are taken evenly and stand for the rest."""
_READ = 400
"""Up to so many papers are read for words that speak to a model, at some 0.3 ms each."""
_ROUNDING = 1e-9
"""Sums of floats may be off by that much."""
_LOOKED_UP = 2_000
"""Up to so many papers are looked at one by one for summaries that they have; more would be felt."""


class Terms(Value):
    """Where papers would be sent, and for what price."""

    endpoint: EndpointInfo | None
    """None for a summariser that is no endpoint."""
    payee: Payee
    price_in: float | None = None
    price_out: float | None = None
    language: str = ""
    """The language that takeaways are asked in; empty for that of the prompt."""
    profile: str = ""
    """What the reader works on; empty where nothing of it is asked."""
    settled: bool = True
    """Whether the price is known, or known to be unknown; False where it would have to be looked up."""
    room: int | None = None
    """By how much the limit of an answer is multiplied, as an earlier run learned; None where none did."""


def terms_of(
    endpoint: EndpointInfo | None,
    cache_folder: Path | None,
    *,
    looking_up: bool = True,
) -> Terms:
    """Return the terms of an endpoint: the reader's own prices, else free if local, else the list's.

    Args:
        endpoint: None for a summariser that is none; its price is unknown.
        cache_folder: where prices that were looked up are kept.
        looking_up: False leaves a price open that takes a moment to be looked up.
    """
    from radar.pipeline.price_book import PriceBook
    from radar.summaries.endpoints.prices import known_prices

    if endpoint is None:
        return Terms(None, Payee(""))
    payee = Payee(endpoint.summariser, endpoint.host, endpoint.model)
    prices = known_prices(endpoint.price_in, endpoint.price_out, local=endpoint.local)
    if prices is None:
        book = PriceBook(cache_folder)
        if not looking_up and not book.known(endpoint.base_url, endpoint.model):
            return Terms(endpoint, payee, settled=False)
        prices = book.look_up(endpoint.base_url, endpoint.model)
    if prices is None:
        return Terms(endpoint, payee)
    return Terms(endpoint, payee, prices.tokens_in, prices.tokens_out)


def with_room(terms: Terms, cache_folder: Path | None) -> Terms:
    """Return terms with the room that a model's answers are given, as far as an earlier run learned it."""
    from radar.summaries.endpoints.learned import room_learned

    asked = terms.endpoint
    folder = cache_folder / "completions" if cache_folder else None
    return terms if asked is None else replace(terms, room=room_learned(folder, asked.base_url, asked.model))


def estimate_of(reader: LibraryReader, terms: Terms, keys: Sequence[int], again: bool) -> Estimate:
    """Return what summaries of papers would take.

    Of up to a few thousand papers for the endpoint, those that have such a summary are counted apart;
    else the estimate says what all of them would take at most. Papers that would not be sent are counted
    apart too: all without an abstract, and of up to a few hundred those that speak to a model; of more the
    estimate says that it is of all at most.

    Args:
        again: take them for papers without a summary.

    Raises:
        PromptError: the prompt cannot be read.
    """
    from radar.summaries.prompting.estimate import estimate

    model, size = terms.payee.model, _prompt_tokens(terms)
    usual = reader.usual_answer(terms.payee) if model else None
    if again or terms.endpoint is None or len(keys) > _LOOKED_UP:
        step = max(1, len(keys) // _ESTIMATED)
        papers = [entry.paper for entry in _entries(reader, keys[::step])]
        sent, held = (papers, NotSent()) if terms.endpoint is None else _sent(papers, whole=step == 1)
        held = held.times(len(keys) / max(1, len(keys[::step])))
        # Papers that stand for others cannot show that none at all is sent, and unasked nothing may be.
        rest = max(len(keys) - held.papers, int(step > 1))
        wanted = estimate(sent, terms, rest, model, usual, size, _answer_limit(terms, usual))
        unread = terms.endpoint is not None and len(keys) > _READ
        return replace(wanted, not_sent=held, at_most=unread or not again)
    lacking, other_prompt, held_before = _unsummarised(reader, keys, terms.endpoint, terms)
    sent, held = _sent([entry.paper for entry in lacking], whole=True)
    wanted = estimate(sent, terms, None, model, usual, size, _answer_limit(terms, usual))
    return replace(
        wanted,
        passed_over=len(keys) - len(lacking),
        other_prompt=other_prompt,
        not_sent=held,
        held_before=held_before,
        lacking=tuple(entry.key for entry in lacking),
        at_most=len(lacking) > _READ,
    )


def price_range(estimate: Estimate) -> str:
    """Return what a run costs in a few words: "$0.05 to $0.08", "on this machine, free", "price unknown"."""
    if estimate.local and not estimate.high:
        return "on this machine, free"
    if estimate.low is None or estimate.high is None:
        return "price unknown"
    low, high = _rounded(estimate.low), _rounded(estimate.high)
    told = low if low == high else f"{low} to {high}"
    return f"{told}, with room for hidden reasoning" if estimate.thought else told


def budget_notice(budgets: Budgets, today: Totals, estimate: Estimate) -> str:
    """Return what the budgets do to a run, in a few words; empty where it fits or there are none."""
    told = []
    if budgets.in_money and estimate.cost is None:
        told.append("no price is known, so a budget in dollars cannot hold it")
    thought, of_money = estimate.thought * estimate.papers, (estimate.thought_cost or 0.0) * estimate.papers
    tokens = estimate.tokens_in + estimate.tokens_out + thought
    need = Totals((estimate.cost or 0.0) + of_money, tokens, estimate.papers)
    first = Totals(estimate.reserved_cost or 0.0, estimate.reserved, 1)
    few: tuple[int, str] | None = None
    for limits, spent, whose in ((budgets.run, Totals(), "the run's"), (budgets.day, today, "today's")):
        wants = zip(_used(limits, need), _used(limits, first), strict=True)
        for (unit, limit, used), (wanted, reserved) in zip(limits.against(spent), wants, strict=True):
            left = max(0.0, limit - used)
            papers = _that_fit(estimate.papers, wanted, reserved, left)
            if papers < estimate.papers and (few is None or papers < few[0]):
                lasts = (
                    f"enough for about {papers:,} {'paper' if papers == 1 else 'papers'}"
                    if papers
                    else "too little for one paper"
                )
                roomy = ", with room for hidden reasoning" if estimate.thought and unit != "requests" else ""
                few = papers, f"{whose} budget has {amount(unit, left)} left, {lasts}{roomy}"
    return "; ".join([*told, *([few[1]] if few else [])])


def _unsummarised(
    reader: LibraryReader, keys: Sequence[int], asked: EndpointInfo, terms: Terms
) -> tuple[list[PaperEntry], int, NotSent]:
    """Return the papers without a summary by an endpoint, its model and the prompt of today.

    With them comes how many of those the same model has summarised with another prompt, and how many of
    the others have a summary that says why no model was asked.
    """
    from radar.summaries.prompting.prompt import load_prompt

    digest = load_prompt(asked.prompt, terms.language, terms.profile).digest
    by = (asked.summariser, asked.model)
    lacking, other_prompt, held = [], 0, NotSent()
    for entry in _entries(reader, keys):
        known = [one for one in entry.summaries if one.provenance.is_by(*by, digest)]
        if known:
            held += not_sent(known[0])
            continue
        lacking.append(entry)
        made = (one.provenance for one in entry.summaries)
        other_prompt += any((one.summariser, one.model) == by for one in made)
    return lacking, other_prompt, held


def _sent(papers: Sequence[Paper], *, whole: bool) -> tuple[list[Paper], NotSent]:
    """Return the papers that a model would be asked about, and how many are held back.

    Args:
        whole: they are all that there are, and do not stand for others.
    """
    from radar.summaries.prompting.prompt import paper_text, reason_not_to_ask

    sent, held = [], NotSent()
    # Few papers speak to a model, and in a large run it costs nobody much to have counted them.
    read = whole and len(papers) <= _READ
    for paper in papers:
        if read or not paper.abstract.strip():
            why = not_sent_because(reason_not_to_ask(paper_text(paper)))
        else:
            why = NotSent()
        held += why
        if not why.papers:
            sent.append(paper)
    return sent, held


def _prompt_tokens(terms: Terms) -> int:
    from radar.summaries.prompting.estimate import PROMPT_TOKENS
    from radar.summaries.prompting.prompt import load_prompt, tokens_besides

    if terms.endpoint is None:
        return PROMPT_TOKENS
    return tokens_besides(load_prompt(terms.endpoint.prompt, terms.language, terms.profile))


def _entries(reader: LibraryReader, keys: Sequence[int]) -> Iterator[PaperEntry]:
    return (entry for entry in map(reader.entry, keys) if entry is not None)


def _answer_limit(terms: Terms, usual: int | None) -> int:
    """Return the most tokens that an answer may have, as they are reserved before it is asked for.

    Hidden reasoning is not always held to the limit, so answers that were longer may be as long again.
    """
    from radar.summaries.prompting.estimate import ANSWER_LIMIT

    limit = terms.endpoint.max_tokens if terms.endpoint else ANSWER_LIMIT
    return max(limit * (terms.room or 1), usual or 0)


def _used(limits: Limits, need: Totals) -> list[float]:
    return [used for _, _, used in limits.against(need)]


def _that_fit(papers: int, wanted: float, reserved: float, left: float) -> int:
    """Return how many papers a budget is enough for.

    The purse lets a request out only where the most that it may take is left, though most take less.

    Args:
        wanted: what all of them take.
        reserved: the most that the request for one may take.
        left: of the budget.
    """
    if not wanted:
        return papers
    usual = wanted / papers
    most = max(reserved, usual)
    return min(papers, 1 + int((left - most) / usual + _ROUNDING)) if left + _ROUNDING >= most else 0


def _rounded(value: float) -> str:
    return cost_told(round(value, 2) if value >= 0.1 else float(f"{value:.2g}"))
