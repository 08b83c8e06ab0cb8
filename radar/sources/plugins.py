"""Sites by the prefix of a name: those of radar and those that installed packages add."""

from __future__ import annotations

import difflib
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, cast

from radar.errors import NoListing, RadarError, SettingsError
from radar.papers.text.safe_text import clean
from radar.sources.site import GROUP, Means, Site
from radar.sources.source import Source

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

_OWN = {
    "hf": "radar.sources.huggingface.site:SITE",
    "arxiv": "radar.sources.arxiv.site:SITE",
    "acl": "radar.sources.sites.acl_anthology:SITE",
    "openreview": "radar.sources.sites.openreview:SITE",
    "s2": "radar.sources.sites.semantic_scholar:SITE",
    "openalex": "radar.sources.sites.openalex:SITE",
    "doi": "radar.sources.sites.crossref:SITE",
    "feed": "radar.sources.feeds.site:SITE",
}
"""Radar's own go through the same door; no package can take their prefixes."""

_ALIASES = {"huggingface": "hf", "semanticscholar": "s2", "rss": "feed", "atom": "feed", "anthology": "acl"}
"""What people write for a prefix, told as a hint."""

_STRICT = ("arxiv", "hf", "acl", "openreview")
"""Sites whose names are no words that one would search for, so that a name without a prefix can be theirs."""

_WEB = ("http://", "https://")
_SHOWN = 120
_NEAR = 0.6
_LOOK_LIKE = "Sources look like hf:daily, arxiv:cs.CL or feed:https://..."

Failed = Callable[[RadarError], None]


def names() -> tuple[str, ...]:
    """Return the prefixes of all sites, radar's own first; nothing is imported."""
    return tuple(_entry_points())


def all_forms(failed: Failed | None = None) -> tuple[str, ...]:
    """Return how names of sources look, as examples, radar's own first.

    Args:
        failed: told of each installed site that fails; the others are listed all the same.
    """
    return tuple(form for site in _sites(failed) for form in site.forms)


def find_source(name: str, means_of: Callable[[str], Means]) -> Source:
    """Return the source of a name such as "hf:daily" or "arxiv:cs.CL", or of the link of what it lists.

    Args:
        means_of: gives what the site of a prefix makes its sources with.

    Raises:
        SettingsError: no source has such a name; the hint says the nearest valid form.
        ListingError: the package that adds the site fails; the message names it.
    """
    prefix, rest = _parts(name)
    points = _entry_points()
    if prefix not in points:
        if (listed := _listed_at(clean(name), means_of)) is not None:
            return listed
        raise _unknown(name, means_of)
    return _site(prefix, points[prefix]).source(f"{prefix}:{rest}", means_of(prefix))


def _listed_at(address: str, means_of: Callable[[str], Means]) -> Source | None:
    """Return the source of the listing that a link shows; None where it shows a paper, or nothing known.

    Raises:
        NoListing: it is a page of a site, and nobody's feed.
    """
    if not address.lower().startswith(_WEB) or sources_of(address):
        return None
    points = _entry_points()
    for prefix in _STRICT:
        try:
            return _site(prefix, points[prefix]).source(f"{prefix}:{address}", means_of(prefix))
        except NoListing:
            raise
        except SettingsError:
            continue
    return None


def sources_of(text: str, failed: Failed | None = None) -> tuple[str, ...]:
    """Return the names of sources that bring the one paper that an id, a link or a DOI names, best first.

    Args:
        failed: told of each installed site that fails; the others are asked all the same.
    """
    text = clean(text)
    found: list[str] = []
    for site in _sites(failed):
        try:
            found += site.sources_of(text)
        except RadarError as error:
            if failed is not None:
                failed(error)
    return tuple(dict.fromkeys(found))


def _sites(failed: Failed | None) -> Iterator[Site]:
    for prefix, points in _entry_points().items():
        try:
            yield _site(prefix, points)
        except RadarError as error:
            if failed is not None:
                failed(error)


def _site(prefix: str, points: list[EntryPoint]) -> Site:
    """Return the site of a prefix.

    Raises:
        SettingsError: two packages have it.
        ListingError: the package that adds it fails.
    """
    if prefix in _OWN:
        return cast("Site", points[0].load())
    # Its module is not needed where no package adds a site, which is nearly everywhere.
    from radar.sources.installed import InstalledSite, Maker, guarded

    packages = sorted({_package(point) for point in points})
    if len(packages) > 1:
        raise SettingsError(
            f"sources {prefix}: are of two packages, {' and '.join(packages)}", "Uninstall all but one"
        )
    maker = Maker(prefix, packages[0])
    with guarded(maker):
        named: object = points[0].load()
        made = named() if isinstance(named, type) or not hasattr(named, "source") else named  # type: ignore[operator]
    return InstalledSite(maker, made)


def _entry_points() -> Mapping[str, list[EntryPoint]]:
    # Looking through what is installed costs 3 ms, and a list of papers asks for each of its words.
    return _entry_points_on(tuple(sys.path))


@lru_cache(maxsize=1)
def _entry_points_on(_path: tuple[str, ...]) -> Mapping[str, list[EntryPoint]]:
    # Costs 8 ms, which the first screen does not need.
    from importlib.metadata import EntryPoint, entry_points

    points = {prefix: [EntryPoint(prefix, value, GROUP)] for prefix, value in _OWN.items()}
    for point in sorted(entry_points(group=GROUP), key=lambda point: (point.name.lower(), _package(point))):
        prefix = point.name.strip().lower()
        if prefix not in _OWN and prefix.isprintable() and ":" not in prefix:
            points.setdefault(prefix, []).append(point)
    return points


def _package(point: EntryPoint) -> str:
    return clean(point.dist.name) if point.dist is not None else point.value


def _parts(name: str) -> tuple[str, str]:
    """Return the prefix in lower case and what follows the colon."""
    prefix, _, rest = clean(name).partition(":")
    return prefix.strip().lower(), rest.strip()


def _unknown(name: str, means_of: Callable[[str], Means]) -> SettingsError:
    shown = clean(name)[:_SHOWN]
    near = _nearest(name, means_of)
    hint = f"The nearest is {near}" if near else f"{_LOOK_LIKE}; radar sources --forms lists all"
    return SettingsError(f"there is no source {shown or 'without a name'}", hint)


def _nearest(name: str, means_of: Callable[[str], Means]) -> str:
    """Return a name that there is, the nearest to one that there is not, or nothing."""
    name = clean(name)[:_SHOWN]
    if known := sources_of(name):
        return known[0]
    prefix, rest = _parts(name)
    points = _entry_points()
    prefixes = [_ALIASES[prefix]] if prefix in _ALIASES else difflib.get_close_matches(prefix, points, 2, 0.6)
    if name.lower().startswith(_WEB):
        prefixes, rest = ["feed"], name
    elif ":" not in name:
        prefixes, rest = list(_STRICT), name
    for candidate in prefixes:
        if rest and candidate in points:
            try:
                return (
                    _site(candidate, points[candidate])
                    .source(f"{candidate}:{rest}", means_of(candidate))
                    .name
                )
            except RadarError:
                continue
    by_lower = {form.lower(): form for form in all_forms()}
    near = difflib.get_close_matches(name.lower(), by_lower, 1, _NEAR)
    return by_lower[near[0]] if near else ""
