"""BibTeX that BibTeX takes, whatever a title holds."""

from __future__ import annotations

import re
from datetime import date

import pytest
from bibtexparser.entrypoint import parse_string
from bibtexparser.model import Entry

from radar.papers.bases import replace
from radar.papers.listed.paper import PaperId
from radar.papers.text.partial_dates import PartialDate
from radar.pipeline.exporting import bibtex
from radar.pipeline.exporting.bibtex import bibtex_entry
from tests.pipeline.exporting.entries import HOSTILE, entry, paper


def _parsed(text: str) -> list[Entry]:
    library = parse_string(text)
    assert not library.failed_blocks
    return library.entries


def test_a_preprint_becomes_a_misc_entry_with_its_arxiv_number() -> None:
    (parsed,) = _parsed(bibtex_entry(paper()))
    fields = {field.key: field.value for field in parsed.fields}
    assert parsed.entry_type == "misc"
    assert parsed.key == "berg2025snails-2511.00123"
    assert fields["title"] == "Snails Sort Marbles with {BERT}"
    assert fields["author"] == "van der Berg, Ada and Chen, Bo and {OpenSnail}"
    assert (fields["year"], fields["eprint"], fields["archiveprefix"]) == ("2025", "2511.00123", "arXiv")
    assert fields["primaryclass"] == "cs.RO"
    assert fields["url"] == "https://arxiv.org/abs/2511.00123"


@pytest.mark.parametrize(
    ("venue", "kind", "field"),
    [
        ("Proceedings of the Snail Conference", "inproceedings", "booktitle"),
        ("Journal of Slow Robots", "article", "journal"),
        ("1st Workshop on Snails", "inproceedings", "booktitle"),
        ("Annual Meeting of the Snail Society", "inproceedings", "booktitle"),
        ("Findings of the Snails", "inproceedings", "booktitle"),
        ("Neural Information Processing Systems", "inproceedings", "booktitle"),
        ("Submitted to SNAIL 2026", "inproceedings", "booktitle"),
        ("SnAIL'26", "inproceedings", "booktitle"),
        ("NeurIPS", "inproceedings", "booktitle"),
        ("Archive of Moss", "article", "journal"),
        ("Moss Lab 2026", "article", "journal"),
        ("bioRxiv", "article", "journal"),
        ("TMLR", "article", "journal"),
        ("TMLR 2025", "article", "journal"),
        ("JCAP 2024(05) 012", "article", "journal"),
        ("MNRAS 2026", "article", "journal"),
        ("PeerJ", "article", "journal"),
        ("NeuroImage", "article", "journal"),
        ("From JMLR 2023 to SnAIL 2026", "inproceedings", "booktitle"),
        ("PLOS Moss", "article", "journal"),
        ("Snail University Physics Letters", "article", "journal"),
        ("Bulletin of Moss State University", "article", "journal"),
        ("Vestnik Moss University, Mathematics", "article", "journal"),
        ("Annales de l'Institut des Escargots", "article", "journal"),
        ("Moss Press Club Archive", "article", "journal"),
        ("University of Moss", "misc", "howpublished"),
        ("Moss State University", "misc", "howpublished"),
        ("Snail University of Moss, Berlin", "misc", "howpublished"),
        ("Universität Moos", "misc", "howpublished"),
        ("Snail Institute of Technology", "misc", "howpublished"),
        ("Snail Press", "misc", "howpublished"),
        ("Snail University Press", "misc", "howpublished"),
        ("Springer", "misc", "howpublished"),
        ("Addison-Wesley", "misc", "howpublished"),
        ("INRIA", "misc", "howpublished"),
        ("Zenodo", "misc", "howpublished"),
        ("Springer Tracts in Moss", "article", "journal"),
        ("Proceedings of the Snails at the University of Moss", "inproceedings", "booktitle"),
        ("Moss Publishing Company", "misc", "howpublished"),
    ],
)
def test_a_venue_decides_the_type_of_the_entry(venue: str, kind: str, field: str) -> None:
    (parsed,) = _parsed(bibtex_entry(paper(venue=venue)))
    assert parsed.entry_type == kind
    assert parsed.fields_dict[field].value == venue


@pytest.mark.parametrize("venue", ["arXiv", "arXiv.org", "arXiv preprint arXiv:2511.00123", "CoRR"])
def test_arxiv_is_no_conference(venue: str) -> None:
    about = paper(venue=venue, published=date(2025, 11, 3))
    (parsed,) = _parsed(bibtex_entry(about))
    assert parsed.entry_type == "misc"
    assert not {"booktitle", "journal", "howpublished"} & set(parsed.fields_dict)
    fields = {field.key: field.value for field in parsed.fields}
    names = ("eprint", "archiveprefix", "primaryclass", "year", "day")
    assert [fields[name] for name in names] == ["2511.00123", "arXiv", "cs.RO", "2025", "3"]


@pytest.mark.parametrize("title", [*HOSTILE, "Snails in $a{b$ gardens", "Snails in $a}b$ and $}{$ gardens"])
def test_no_title_breaks_out_of_its_entry(title: str) -> None:
    about = paper(title, authors=(title, "and and and"), abstract=title, venue=title)
    text = "".join(bibtex.parts([entry(about, tags=(title,), note=title), entry(paper())]))
    first, second = _parsed(text)
    assert first.key.endswith("-2511.00123")
    assert second.fields_dict["title"].value == "Snails Sort Marbles with {BERT}"
    assert _is_balanced(first.fields_dict["title"].value)
    assert not re.search(r"\\(?:input|write)", text)


def test_plain_mathematics_stays_and_money_does_not_become_mathematics() -> None:
    math = bibtex_entry(paper(r"An $\alpha$-divergence with $O(n^{2})$ for $5 to $10"))
    assert r"An $\alpha$-divergence with $O(n^{2})$ for \$5 to \$10" in math


def test_mathematics_in_letters_of_other_scripts_stays_and_the_rest_loses_its_dollars() -> None:
    assert "Ly$α$ and x<y>z|" in bibtex_entry(paper('Ly$α$ and $x<y>z|"$'))


def test_the_commands_of_a_listing_are_resolved_and_not_shown_as_they_are_typed() -> None:
    text = bibtex_entry(paper(r"Un \'etude of {\it snails} at $\texttt{home}$ in 33.25\% of $\nonsense{x}$"))
    assert r"Un étude of snails at $\texttt{home}$ in 33.25\% of" in text
    assert "textbackslash" not in text


@pytest.mark.parametrize(
    ("title", "written"),
    [
        ("Snails of MOSS~J0717 and Fig.~3", "Snails of {MOSS} J0717 and Fig. 3"),
        ("Snails of $\\omega$~Moss", "Snails of $\\omega$~Moss"),
        ("Snails at z~5 and ~2 km", r"Snails at z\textasciitilde{}5 and \textasciitilde{}2 km"),
    ],
)
def test_a_tie_of_tex_is_no_tilde_in_a_title(title: str, written: str) -> None:
    assert f"title = {{{written}}}," in bibtex_entry(paper(title))


@pytest.mark.parametrize(
    ("title", "written"),
    [
        ("Serving {SNAIL} at {Moss} Speed", "Serving {SNAIL} at Moss Speed"),
        ("Snails in {a, b}", r"Snails in \textbraceleft{}a, b\textbraceright{}"),
    ],
)
def test_braces_that_keep_capitals_in_a_listing_are_not_shown(title: str, written: str) -> None:
    assert f"title = {{{written}}}," in bibtex_entry(paper(title))


def test_the_key_of_a_paper_is_the_same_in_every_export_and_no_other_papers() -> None:
    twins = [paper(number="2511.00123"), paper(number="2511.00124")]
    together = [parsed.key for parsed in _parsed("".join(bibtex.parts(map(entry, twins))))]
    alone = [parsed.key for twin in twins for parsed in _parsed(bibtex_entry(twin))]
    assert together == alone
    assert len(set(together)) == 2


def test_keys_are_plain_whatever_the_author_is_called() -> None:
    named = paper(authors=("Łukasz Żółć",), id=PaperId("doi:10.1/é(x)"))
    (parsed,) = _parsed(bibtex_entry(named))
    assert re.fullmatch(r"[a-z0-9.-]+", parsed.key)


def test_a_key_is_short_however_long_a_name_or_a_word_is() -> None:
    long = [paper(authors=("Ada " + "k" * 5000,), title="s" * 5000, number=f"2511.0012{at}") for at in (3, 4)]
    keys = [parsed.key for each in long for parsed in _parsed(bibtex_entry(each))]
    assert [len(key) for key in keys] == [40 + len("2025") + 40 + len("-2511.00123")] * 2
    assert len(set(keys)) == 2


def test_a_paper_without_authors_day_or_link_has_an_entry_too() -> None:
    bare = replace(
        paper(), id=PaperId("title:0123456789abcdef"), authors=(), listed=None, links=type(paper().links)()
    )
    (parsed,) = _parsed(bibtex_entry(bare))
    assert {field.key for field in parsed.fields} == {"title"}


def test_copies_have_no_abstract_and_exports_have_one_with_the_tags() -> None:
    assert "abstract" not in bibtex_entry(paper())
    text = "".join(bibtex.parts([entry()]))
    assert r"Our method sorts 40\% faster" in text
    assert "keywords = {garden}" in text
    assert "annote" not in text


def test_a_note_is_exported_where_no_style_prints_it() -> None:
    text = "".join(bibtex.parts([entry(note="5 % off, ask Ada_2")]))
    assert r"annote = {5 \% off, ask Ada\_2}" in text


def test_the_month_is_the_macro_that_styles_know() -> None:
    assert "month = feb," in bibtex_entry(paper(published=date(2024, 2, 29)))


@pytest.mark.parametrize(
    ("published", "fields"),
    [
        (date(2024, 2, 29), {"year": "2024", "month": "feb", "day": "29"}),
        (date(2024, 2, 1), {"year": "2024", "month": "feb"}),
        (date(2024, 1, 2), {"year": "2024", "month": "jan", "day": "2"}),
        (date(2024, 1, 1), {"year": "2024"}),
        (PartialDate(2024, 1), {"year": "2024", "month": "jan"}),
        (PartialDate(2024), {"year": "2024"}),
        (None, {}),
    ],
)
def test_no_month_and_no_day_is_written_that_nobody_may_have_given(
    published: date | None, fields: dict[str, str]
) -> None:
    (parsed,) = _parsed(bibtex_entry(paper(published=published, listed=None)))
    names = ("year", "month", "day")
    assert {name: parsed.fields_dict[name].value for name in names if name in parsed.fields_dict} == fields


def _is_balanced(text: str) -> bool:
    depth = 0
    for character in text:
        depth += (character == "{") - (character == "}")
        if depth < 0:
            return False
    return depth == 0
