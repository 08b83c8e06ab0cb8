"""Which site a name belongs to."""

from __future__ import annotations

import difflib

from radar.errors import SettingsError
from radar.sources import arxiv, huggingface
from radar.sources.site import Fetch, Means
from radar.sources.source import Source

FORMS = (*huggingface.SITE.forms, *arxiv.SITE.forms)
"""How names of sources look, as examples."""


def find_source(
    name: str,
    fetch: Fetch,
    *,
    huggingface_url: str = huggingface.HOME,
    arxiv_url: str = "",
) -> Source:
    """Return the source of a name such as "hf:daily" or "arxiv:cs.CL".

    Args:
        fetch: returns the text behind a url.
        huggingface_url: where the sites are; others than the real ones for tests; empty for those.

    Raises:
        SettingsError: no source has such a name; the hint says the nearest valid form.
    """
    name = name.strip()
    site = name.partition(":")[0].lower()
    if site == "hf":
        return huggingface.SITE.source(name, Means(fetch, home=huggingface_url))
    if site == "arxiv":
        return arxiv.SITE.source(name, Means(fetch, home=arxiv_url))
    near = difflib.get_close_matches(name.lower(), FORMS, 1, 0.4)
    hint = f"The nearest is {near[0]}" if near else f"Sources look like {', '.join(FORMS)}"
    raise SettingsError(f"there is no source {name or 'without a name'}", hint)
