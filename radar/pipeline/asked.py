"""Who is asked for summaries: the endpoints that are set, and the one that is asked now."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from radar.errors import SummariserError
from radar.papers.text.safe_text import clean

if TYPE_CHECKING:
    from radar.pipeline.endpoint_desk import EndpointDesk
    from radar.pipeline.endpoint_info import EndpointInfo
    from radar.pipeline.surroundings import Surroundings

OFFLINE = "offline"
_ENDPOINT = "endpoint"


class Asked:
    """The endpoints, and the name of whoever writes summaries where nobody is asked for by name."""

    def __init__(self, surroundings: Surroundings) -> None:
        """Begin with the summariser of the settings."""
        self.summariser = surroundings.summariser
        own = (surroundings.endpoint,) if surroundings.endpoint else ()
        self.settings_news = surroundings.settings_news
        """Says that the settings file says something else by now; empty while it does not."""
        self.endpoints: tuple[EndpointInfo, ...] = (*own, *surroundings.endpoints)
        self._surroundings = surroundings

    @property
    def endpoint(self) -> EndpointInfo | None:
        """The endpoint that is asked now; None where that is a summariser of another kind, or nobody."""
        return self.called(self.summariser)

    def called(self, name: str) -> EndpointInfo | None:
        """Return an endpoint by the name it is chosen by; None where none has it."""
        return next((one for one in self.endpoints if one.summariser == name), None)

    @property
    def can_set_up(self) -> bool:
        """Whether endpoints can be set up while radar runs."""
        return self._surroundings.endpoint_desk is not None

    @cached_property
    def desk(self) -> EndpointDesk:
        """What sets up endpoints; SummariserError where that is not to be had."""
        if self._surroundings.endpoint_desk is None:
            raise SummariserError("no endpoint can be set up here", "radar endpoint add asks what to set")
        return self._surroundings.endpoint_desk()

    @property
    def able(self) -> bool:
        """Whether any endpoint has a model, so that it can be asked."""
        return any(endpoint.model for endpoint in self.endpoints)

    def adopt(self, endpoint: EndpointInfo) -> None:
        """Know an endpoint that was set up meanwhile, and ask it from here on."""
        others = (one for one in self.endpoints if one.summariser != endpoint.summariser)
        self.endpoints = (*others, endpoint)
        self.summariser = endpoint.summariser

    def at_once(self, name: str) -> int:
        """Return how many papers the summariser of that name is given at the same time, at most."""
        endpoint = self.called(name)
        return endpoint.at_once if endpoint is not None else self._surroundings.at_once

    def choose(self, name: str) -> EndpointInfo:
        """Ask this endpoint from here on; SummariserError where there is none of that name."""
        chosen = self.called(name)
        if chosen is None:
            raise SummariserError(f"no endpoint is called {clean(name)}", "radar endpoint list names all")
        self.summariser = name
        return chosen

    def refuse_unknown(self, name: str) -> None:
        """Refuse a name that no summariser has; raises SummariserError."""
        if name != OFFLINE and self.called(name) is None:
            self._surroundings.refuse_unknown(name)

    def ready(self, summariser: str) -> str:
        """Return who is going to be asked, in words.

        Args:
            summariser: a name, or empty for whoever is asked now.

        Raises:
            SummariserError: that is nobody, nobody of that name, or an endpoint that is not set or has no
                model.
        """
        name = summariser or self.summariser
        asked = self.called(name)
        nobody = name == _ENDPOINT and asked is None
        if nobody or (asked and not asked.model) or (name == OFFLINE and not summariser):
            raise self._nobody(asked or self._surroundings.endpoint)
        if not summariser:
            self.refuse_unknown(name)
        return asked.name if asked else name

    def _nobody(self, endpoint: EndpointInfo | None) -> SummariserError:
        lack = self._surroundings.endpoint_lack or "no endpoint is set"
        where = self._surroundings.config_file
        if endpoint is not None and endpoint.model:
            return SummariserError(
                f'no model is asked, for the settings say summariser = "{OFFLINE}"',
                f"Take that out of {where}; radar summarise --summariser NAME asks one all the same",
            )
        return SummariserError(
            f"no model is set for {endpoint.host}" if endpoint else lack,
            f"radar endpoint add asks what to set, or set base_url and model in {where}",
        )
