"""Summarisers by name: those of radar and those that installed packages add."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING

from radar.errors import AnswerError, RadarError, SummariserError
from radar.papers.listed.paper import Paper
from radar.papers.summaries.summary import Reading
from radar.papers.text.safe_text import clean
from radar.summaries.summariser import Outcome, Summariser, SummariserSettings

GROUP = "radar.summarisers"
"""The group of entry points; each names a callable that makes a Summariser from a SummariserSettings."""

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

_OWN = {
    "offline": "radar.summaries.offline:make",
    "endpoint": "radar.summaries.endpoint_summariser:make",
}
"""Radar's own go through the same door; no package can take their names."""


def names(endpoints: Collection[str] = ()) -> tuple[str, ...]:
    """Return the names of all summarisers, radar's own first; nothing is imported.

    Args:
        endpoints: names of endpoints that the reader has set.
    """
    return tuple(_entry_points(endpoints))


def find(name: str, settings: SummariserSettings, endpoints: Collection[str] = ()) -> Summariser:
    """Make the summariser of that name.

    Args:
        settings: what it is made from.
        endpoints: names of endpoints that the reader has set; each is a summariser too.

    Raises:
        SummariserError: no summariser has the name, two have it, or the package that adds it fails.
        RadarError: the summariser cannot work with these settings.
    """
    points = _entry_points(endpoints)
    if name not in points:
        raise no_such(name, points)
    if name in endpoints and name in names():
        raise SummariserError(
            f"{name} is the name of an installed summariser and of an endpoint",
            f"Give the table [endpoints.{name}] of the settings another name",
        )
    try:
        made = points[name].load()(settings)
    except RadarError:
        raise
    except Exception as error:
        raise _failed(name, error) from error
    if name in _OWN or name in endpoints:
        own: Summariser = made
        return own
    if not (callable(getattr(made, "summarise", None)) and callable(getattr(made, "aclose", None))):
        raise SummariserError(
            f"The summariser {name} lacks summarise or aclose", "Ask whoever makes its package"
        )
    return InstalledSummariser(name, made)


def no_such(name: str, known: Iterable[str]) -> SummariserError:
    """Return what refuses a name that no summariser has, with the nearest that one has, or all."""
    known = tuple(known)
    near = difflib.get_close_matches(name, known, n=1)
    meant = f"Did you mean {near[0]}?" if near else f"There are {', '.join(known)}"
    return SummariserError(f"No summariser is called {clean(name)}", meant)


class InstalledSummariser:
    """A summariser of another package, kept from taking a run down with it."""

    def __init__(self, name: str, summariser: Summariser) -> None:
        self.name = name
        self.model = clean(str(getattr(summariser, "model", "")))
        self.prompt_digest = clean(str(getattr(summariser, "prompt_digest", "")))
        self._summariser = summariser

    async def summarise(self, paper: Paper, reading: Reading) -> Outcome:
        """Summarise one paper.

        Raises:
            SummariserError: the package failed on this paper.
            AnswerError: it returned something that is no outcome for this paper.
            RadarError: whatever it raises of radar's own errors.
        """
        try:
            outcome = await self._summariser.summarise(paper, reading)
        except RadarError:
            raise
        except Exception as error:
            raise _failed(self.name, error) from error
        if not isinstance(outcome, Outcome) or outcome.summary.paper_id != paper.id:
            raise AnswerError(f"The summariser {self.name} returned no summary of the paper")
        return outcome

    async def aclose(self) -> None:
        """Let it clean up; SummariserError where it fails at that."""
        try:
            await self._summariser.aclose()
        except Exception as error:
            raise _failed(self.name, error) from error


def _entry_points(endpoints: Collection[str] = ()) -> Mapping[str, EntryPoint]:
    # Costs 8 ms, which the first screen does not need.
    from importlib.metadata import EntryPoint, entry_points

    own = {name: EntryPoint(name, value, GROUP) for name, value in _OWN.items()}
    own |= {name: EntryPoint(name, _OWN["endpoint"], GROUP) for name in endpoints if name not in own}
    installed = {point.name: point for point in entry_points(group=GROUP)}
    return {**own, **{name: installed[name] for name in sorted(installed) if name not in own}}


def _failed(name: str, error: Exception) -> SummariserError:
    reason = clean(f"{type(error).__name__}: {error}")[:200]
    return SummariserError(f"The summariser {name} failed ({reason})", "Ask whoever makes its package")
