"""Names of people, of which some stand turned round."""

from __future__ import annotations

import pytest

from radar.sources.bibtex.bibliography import Bibtex
from radar.sources.records.json_lines import JsonLines
from radar.sources.references.csv_table import CsvTable
from radar.sources.references.pubmed import Nbib
from radar.sources.references.ris import Ris
from radar.sources.references.web_of_science import WebOfScience
from radar.sources.source import Format
from radar.sources.texts.names import names_in, turned
from tests.sources.parsing import paper_in


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Kite, V.", "V. Kite"),
        ("Kite, V", "V Kite"),
        ("Kite, I", "I Kite"),
        ("Kite, X.", "X. Kite"),
        ("Kite, VI", "VI Kite"),
        ("van der Kite, V.", "V. van der Kite"),
        ("Long Kite, V.", "V. Long Kite"),
        # Without a given name besides, these are initials too.
        ("Kite, II", "II Kite"),
        ("van der Kite, IV", "IV van der Kite"),
        ("Kite, JR", "JR Kite"),
        ("Kite, Jr.", "Kite Jr."),
        ("Bo Kite, Jr.", "Bo Kite Jr."),
        ("Bo Kite, III", "Bo Kite III"),
        ("Kite, Bo Jr", "Bo Kite Jr"),
        ("Kite, B. III", "B. Kite III"),
        ("Kite, Bo V.", "Bo V. Kite"),
        ("Kite, Jr., Bo", "Bo Kite Jr."),
        ("Kite, Bo, Jr.", "Bo Kite Jr."),
        ("Kite, III, V.", "V. Kite III"),
        ("The Kite Group", "The Kite Group"),
        ("Kite Team, Line", "Kite Team, Line"),
        ("Kite and Line, Inc.", "Kite and Line, Inc."),
        ("Lab, Ada", "Ada Lab"),
    ],
)
def test_what_stands_behind_a_comma_is_the_given_name_or_a_suffix(written: str, name: str) -> None:
    assert turned(written) == name


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("family=Kite, given=Ada", "Ada Kite"),
        ("given=Ada, family=Kite", "Ada Kite"),
        ("family=Kite, given=Ada, prefix=van der, useprefix=true", "Ada van der Kite"),
        ("family={Long Kite}, given={Ada B.}, given-i={A.}, suffix=Jr.", "Ada B. Long Kite Jr."),
        ('family="Kite", given="Ada"', "Ada Kite"),
        ("family=Kite", "Kite"),
        ("given=Ada", "given=Ada"),
        ("Kite=Line, Ada", "Ada Kite=Line"),
    ],
)
def test_a_name_in_named_parts_is_put_together(written: str, name: str) -> None:
    entry = f"@article{{a, title={{On Kites}}, author={{{written} and Line, Bo}}}}"
    assert paper_in(Bibtex(), entry).authors == (name, "Bo Line")


def test_initials_that_look_like_numbers_are_turned_in_a_list_too() -> None:
    assert names_in("Kite, V. and Line, I") == ("V. Kite", "I Line")
    assert names_in("Kite, V.; Line, X; Reel, Cy") == ("V. Kite", "X Line", "Cy Reel")


@pytest.mark.parametrize(
    ("format", "text"),
    [
        (Bibtex(), "@article{a, title={On Kites}, author={Kite, V. and Line, I}, year=2020}"),
        (Ris(), "TY  - JOUR\nTI  - On Kites\nAU  - Kite, V.\nAU  - Line, I\nER  - "),
        (CsvTable(), 'title,authors,year\nOn Kites,"Kite, V.; Line, I",2020'),
        (WebOfScience(), "FN x\nVR 1.0\nPT J\nAU Kite, V.\n   Line, I\nTI On Kites\nER\nEF"),
        (Nbib(), "PMID- 1\nTI  - On Kites\nFAU - Kite, V.\nFAU - Line, I"),
    ],
    ids=["BibTeX", "RIS", "CSV", "Web of Science", "PubMed"],
)
def test_every_format_reads_initials_as_given_names(format: Format, text: str) -> None:
    assert paper_in(format, text).authors == ("V. Kite", "I Line")


def test_what_stands_third_in_a_name_of_ris_is_a_suffix() -> None:
    text = "TY  - JOUR\nTI  - On Kites\nAU  - Kite, Bo, V\nER  - "
    assert paper_in(Ris(), text).authors == ("Bo Kite V",)


@pytest.mark.parametrize("others", [" and others", ", et al.", " et al", "; et al.", " & others"])
def test_who_is_not_named_is_nobody_and_tears_no_name_apart(others: str) -> None:
    assert names_in(f"Kite, Bo and Line, I.{others}") == ("Bo Kite", "I. Line")
    assert names_in(f"Kite, Bo; Line, I.{others}") == ("Bo Kite", "I. Line")
    assert names_in(f"Bo Kite, Cy Line{others}") == ("Bo Kite", "Cy Line")


@pytest.mark.parametrize(
    ("format", "text"),
    [
        (Ris(), "TY  - JOUR\nTI  - On Kites\nAU  - Kite, Bo\nAU  - et al.\nER  - "),
        (CsvTable(), 'title,authors,year\nOn Kites,"Kite, Bo; et al.",2020'),
        (JsonLines(), '{"title": "On Kites", "authors": ["Kite, Bo", "et al."]}'),
        (JsonLines(), '{"title": "On Kites", "authors": [{"name": "Bo Kite"}, {"name": "others"}]}'),
    ],
)
def test_who_is_not_named_is_nobody_in_every_format(format: Format, text: str) -> None:
    assert paper_in(format, text).authors == ("Bo Kite",)
