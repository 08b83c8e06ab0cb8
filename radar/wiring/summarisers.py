"""Summarisers, and the flow that asks one for many papers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from radar.errors import SummariserError
from radar.papers.text.safe_text import clean
from radar.settings import Settings
from radar.wiring.endpoints import budgets_of, concurrency_of, endpoint_info, summariser_settings

if TYPE_CHECKING:
    from radar.library.library import Library
    from radar.library.reader import LibraryReader
    from radar.papers.jobs.spending import Payee
    from radar.pipeline.spending import LedgerPurse, RunTotals
    from radar.pipeline.summarising import Summarising
    from radar.summaries.summariser import Summariser


def build_summariser(settings: Settings, name: str = "") -> Summariser:
    """Return a summariser by its name; an empty name is the one of the settings.

    It spends without a budget and writes nothing down; `build_paid_summariser` is for what asks many.

    Raises:
        SummariserError: none has that name, or it cannot be loaded.
    """
    from radar.summaries.plugins import find

    chosen = name or settings.chosen_summariser
    return find(chosen, summariser_settings(settings, chosen), tuple(settings.endpoints))


def summariser_names(settings: Settings) -> tuple[str, ...]:
    """Return the names of all summarisers, those of the reader's endpoints among them."""
    from radar.summaries.plugins import names

    return names(tuple(settings.endpoints))


def refuse_unknown(settings: Settings, name: str) -> None:
    """Refuse a name that no summariser has; raises SummariserError."""
    from radar.summaries.plugins import no_such

    if name not in (known := summariser_names(settings)):
        raise no_such(name, known)


def refuse_gone(settings: Settings, name: str) -> None:
    """Refuse a summariser that was there when it was asked, by a radar that had read other settings.

    Raises:
        SummariserError: none has that name.
    """
    if not name or name in (known := summariser_names(settings)):
        return
    if name == settings.chosen_summariser:
        # It is there no less than it was: the settings name what there is not.
        refuse_unknown(settings, name)
    raise SummariserError(
        f"No summariser is called {clean(name)} any more: the settings have changed since it was asked",
        f"Start radar again, or put it back; now there are {', '.join(known)}",
    )


def build_paid_summariser(
    settings: Settings, library: Library | None, name: str = "", spent: RunTotals | None = None
) -> Summariser:
    """Return a summariser that holds the budgets and writes what it costs into the library's ledger.

    Args:
        library: None where there is none; then only the budgets of the run hold.
        name: empty for the one of the settings.
        spent: what the run has come to, where it is not the only one that is paid in it.
    """
    from radar.papers.jobs.spending import Payee
    from radar.pipeline.spending import paid_from

    summariser = build_summariser(settings, name)
    if summariser.name == "offline":
        return summariser
    endpoint = endpoint_info(settings, summariser.name)
    payee = Payee(summariser.name, endpoint.host if endpoint else "", summariser.model)
    return paid_from(build_purse(settings, library, payee, spent), summariser)


def build_purse(
    settings: Settings, library: Library | None, payee: Payee, spent: RunTotals | None = None
) -> LedgerPurse:
    """Return what requests to one model are paid from; see `build_paid_summariser`."""
    from radar.library.jobs.ledger import Ledger
    from radar.pipeline.spending import LedgerPurse

    ledger = Ledger(library) if library is not None else None
    return LedgerPurse(ledger, budgets_of(settings), payee, run=spent)


def build_summarising(
    settings: Settings,
    library: Library,
    reader: LibraryReader,
    name: str = "",
    looked_at: Callable[[], Sequence[int]] = tuple,
    spent: RunTotals | None = None,
) -> Summarising:
    """Return the flow that asks a summariser for many papers; close it by `aclose`.

    Args:
        looked_at: says which papers a reader looks at, to take them first.
        spent: what the run has come to, where other summarisers are paid in it too.
    """
    from radar.abstracts.reading import read
    from radar.pipeline.summarising import Summarising

    summariser = build_paid_summariser(settings, library, name, spent)
    at_once = concurrency_of(settings, name)
    return Summarising(library, reader, summariser, read, at_once, looked_at)
