"""Names of sources of arXiv, and what names a paper of it."""

from __future__ import annotations

import pytest

from radar.errors import SettingsError
from radar.sources.arxiv.names import wanted_by
from radar.sources.arxiv.site import SITE
from tests.sources.answering import Answering


def test_every_form_that_is_shown_is_a_source() -> None:
    for form in SITE.forms:
        assert SITE.source(form, Answering().means()).name == form


@pytest.mark.parametrize(
    ("name", "usual", "query"),
    [
        ("arxiv:cs.cl", "arxiv:cs.CL", "cat:cs.CL"),
        ("arxiv: cs.CL, cs.lg cs.CL", "arxiv:cs.CL+cs.LG", "cat:cs.CL OR cat:cs.LG"),
        ("arxiv:cs.*", "arxiv:cs", "cat:cs.*"),
        ("arxiv:hep-th", "arxiv:hep-th", "cat:hep-th"),
        ("arxiv:https://arxiv.org/list/cs.CL/new?skip=0", "arxiv:cs.CL", "cat:cs.CL"),
        ("arxiv:rss.arxiv.org/rss/cs.CL+cs.LG", "arxiv:cs.CL+cs.LG", "cat:cs.CL OR cat:cs.LG"),
        ("arxiv:astro-ph", "arxiv:astro-ph", "cat:astro-ph OR cat:astro-ph.*"),
        ("arxiv:search/kites  fly", "arxiv:search/kites fly", "all:kites AND all:fly"),
        ('arxiv:search/"red kite" OR boat', 'arxiv:search/"red kite" OR boat', 'all:"red kite" OR all:boat'),
        ("arxiv:search/(a OR b) c", "arxiv:search/(a OR b) c", "( all:a OR all:b ) AND all:c"),
        ("arxiv:search/AND a AND", "arxiv:search/AND a AND", "all:a"),
        ("arxiv:search/ti:kite AND cat:cs.RO", "arxiv:search/ti:kite AND cat:cs.RO", "ti:kite AND cat:cs.RO"),
    ],
)
def test_names_are_put_into_their_usual_form_and_ask_in_the_words_of_arxiv(
    name: str, usual: str, query: str
) -> None:
    wanted = wanted_by(name)
    assert (wanted.name, wanted.query) == (usual, query)


def test_papers_are_named_by_ids_and_links_once_each_and_versions_stay() -> None:
    wanted = wanted_by("arxiv:id/2406.01234, https://arxiv.org/abs/2406.05678v2;astro-ph/0601001 2406.01234")
    assert wanted.ids == ("2406.01234", "2406.05678v2", "astro-ph/0601001")
    assert wanted.name == "arxiv:id/2406.01234,2406.05678v2,astro-ph/0601001"
    assert wanted.label == "arXiv, 3 papers by id"
    assert wanted_by("arxiv:2406.01234").name == "arxiv:id/2406.01234"


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("arxiv:cs.CLL", "arxiv:cs.CL"),
        ("arxiv:", "arxiv:cs.CL"),
        ("arxiv:+", "arxiv:cs.CL"),
        ("arxiv:math.STT", "arxiv:math.ST"),
        ("arxiv:cs.CL+cs.XX", "arxiv:cs."),
        ("arxiv:kites", "arxiv:search/kites"),
        ("arxiv:search/", "arxiv:search/small language models"),
        ("arxiv:search/OR", "arxiv:search/small language models"),
        ('arxiv:search/a "b c', 'arxiv:search/"a b c"'),
        ("arxiv:search/a (b", "arxiv:search/a b"),
        ("arxiv:search/a ) b (", "arxiv:search/a b"),
        ("arxiv:search/" + "kite " * 300, "1000 at most"),
        ("arxiv:id/", "arxiv:id/2406.01234"),
        ("arxiv:id/2406.1", "arxiv:id/2406.01234"),
        ("arxiv:id/" + ",".join(f"2406.{n:05}" for n in range(2001)), "2000 at most"),
    ],
)
def test_a_wrong_name_is_refused_with_the_nearest(name: str, hint: str) -> None:
    with pytest.raises(SettingsError) as caught:
        wanted_by(name)
    assert hint in caught.value.hint
    assert len(str(caught.value)) < 300


@pytest.mark.parametrize(
    "text",
    [
        "2406.01234",
        " arXiv:2406.01234v3 ",
        "http://arxiv.org/abs/2406.01234v2",
        "https://www.arxiv.org/pdf/2406.01234v2.pdf#page=3",
        "arxiv.org/html/2406.01234v1",
        "https://export.arxiv.org/abs/2406.01234?context=cs",
        "https://doi.org/10.48550/arXiv.2406.01234",
        "10.48550/arxiv.2406.01234",
        "https://www.alphaxiv.org/abs/2406.01234",
        "https://alphaxiv.org/overview/2406.01234v1",
        "https://ar5iv.labs.arxiv.org/html/2406.01234",
        "https://ar5iv.org/abs/2406.01234",
    ],
)
def test_an_id_a_link_or_a_doi_leads_to_the_paper_at_arxiv_then_at_hugging_face(text: str) -> None:
    assert SITE.sources_of(text) == ("arxiv:id/2406.01234", "hf:paper/2406.01234")


def test_old_ids_lead_to_their_papers() -> None:
    assert SITE.sources_of("https://arxiv.org/abs/astro-ph/0601001v1")[0] == "arxiv:id/astro-ph/0601001"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "kites",
        "arxiv:cs.CL",
        "10.1000/x",
        "https://arxiv.org/list/cs.CL/new",
        "https://huggingface.co/papers/2406.01234",
    ],
)
def test_what_names_no_paper_of_arxiv_leads_nowhere(text: str) -> None:
    assert SITE.sources_of(text) == ()
