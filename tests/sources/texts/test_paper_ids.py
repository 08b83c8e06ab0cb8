"""Papers that DOIs name."""

from __future__ import annotations

import pytest

from radar.papers.listed.paper import PaperId
from radar.sources.texts.paper_ids import best_id, id_of_doi


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("10.48550/arXiv.2406.01234", "arxiv:2406.01234"),
        ("https://doi.org/10.18653/v1/2024.acl-long.1", "acl:2024.acl-long.1"),
        ("10.18653/v1/P18-1001", "acl:P18-1001"),
        ("doi:10.3115/v1/p14-1062", "acl:P14-1062"),
        ("10.7717/PeerJ.4375", "doi:10.7717/peerj.4375"),
        ("10.18653/v1/2024.acl-long", "doi:10.18653/v1/2024.acl-long"),
        ("moss", None),
    ],
)
def test_a_doi_names_the_paper_of_the_archive_that_gave_it(text: str, id: str | None) -> None:
    assert id_of_doi(text) == id


def test_an_arxiv_id_is_better_than_any_other() -> None:
    doi, arxiv = PaperId("doi:10.1/x"), PaperId("arxiv:2406.01234")
    assert best_id(None, doi, arxiv) == arxiv
    assert best_id(None, doi) == doi
    assert best_id(None) is None
