"""What a screen may know of sources without the network: what a text names, and how one is followed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from radar.papers.bases import Value


class NamedSource(Value):
    """A source that a text names."""

    name: str
    """In its usual form: "arxiv:cs.CL"."""
    label: str
    """For people."""


class SourceDesk(Value):
    """Answers at once, in any thread; what it needs is loaded when it is first asked."""

    papers: Callable[[str], Sequence[str]]
    """Names the sources that bring the paper of a text; none where it names no paper."""
    source: Callable[[str], NamedSource]
    """Returns the source that a text names; SettingsError, with the nearest as hint, where it names none."""
    follow: Callable[[NamedSource], bool]
    """Writes a source into the settings; False where it stands there already; SettingsError where it cannot
    be written."""
