"""Formats by name, for files and for copying."""

from __future__ import annotations

import subprocess
import sys

import pytest

from radar.errors import ExportError
from radar.papers.bases import replace
from radar.papers.listed.paper import Links, PaperId
from radar.pipeline.exporting.formats import export_formats, export_parts, suffix_of, text_of
from tests.pipeline.exporting.entries import entry, paper

COPIES = ("bibtex", "link", "pdf", "code", "title", "abstract", "takeaway")


@pytest.mark.parametrize("name", export_formats())
def test_every_format_has_a_suffix_and_writes(name: str) -> None:
    assert suffix_of(name).startswith(".")
    assert "Snails" in "".join(export_parts([entry()], name))


@pytest.mark.parametrize("name", COPIES)
def test_every_form_of_copying_gives_a_text(name: str) -> None:
    assert text_of(entry(), name)


def test_the_forms_of_copying_are_what_they_are_called() -> None:
    assert text_of(entry(), "bibtex").startswith("@misc{berg2025snails-2511.00123,")
    assert text_of(entry(), "link") == "https://arxiv.org/abs/2511.00123"
    assert text_of(entry(), "code") == "https://github.com/snail/sort"
    assert text_of(entry(), "title") == "Snails Sort Marbles with BERT"


@pytest.mark.parametrize("name", COPIES)
def test_a_copy_has_nothing_that_a_terminal_obeys(name: str) -> None:
    about = paper("Snails\x1b]0;owned\x07\nrm -rf shells\u202e", venue="Sea\x9b2J")
    copied = text_of(entry(about), name)
    assert copied.replace("\n", "").isprintable()
    if name == "title":
        assert copied == "Snails rm -rf shells"


@pytest.mark.parametrize(
    ("paper_id", "link"),
    [
        ("arxiv:2511.00123", "https://arxiv.org/abs/2511.00123"),
        ("doi:10.1/snail", "https://doi.org/10.1/snail"),
        ("acl:2025.snail-long.1", "https://aclanthology.org/2025.snail-long.1"),
    ],
)
def test_an_id_stands_for_a_link_where_the_listing_gave_none(paper_id: str, link: str) -> None:
    assert text_of(entry(paper(id=PaperId(paper_id), links=Links())), "link") == link


@pytest.mark.parametrize(
    ("paper_id", "pdf"),
    [
        ("arxiv:2511.00123", "https://arxiv.org/pdf/2511.00123"),
        ("acl:2025.snail-long.1", "https://aclanthology.org/2025.snail-long.1.pdf"),
    ],
)
def test_an_id_stands_for_a_pdf_where_the_listing_gave_none(paper_id: str, pdf: str) -> None:
    about = paper(id=PaperId(paper_id), links=Links())
    assert text_of(entry(about), "pdf") == pdf
    given = "https://snail.example/1.pdf"
    assert text_of(entry(replace(about, links=Links(pdf=given))), "pdf") == given


@pytest.mark.parametrize("name", ["link", "pdf"])
def test_a_paper_without_a_link_says_so(name: str) -> None:
    with pytest.raises(ExportError, match=f"no {name}"):
        text_of(entry(paper(id=PaperId("title:abc"), links=Links())), name)


def test_an_unknown_form_names_the_known_ones() -> None:
    with pytest.raises(ExportError) as caught:
        text_of(entry(), "pdf\x1b[2J")
    assert caught.value.hint == f"Choose one of {', '.join(COPIES)}"
    assert "\x1b" not in caught.value.message


def test_naming_the_formats_does_not_load_the_bibtex_library() -> None:
    code = "import sys, radar.pipeline.exporting.formats; print('bibtexparser' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
