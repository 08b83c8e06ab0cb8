"""Names as a bibliography sorts them."""

from __future__ import annotations

import pytest

from radar.pipeline.exporting.bibtex import bibtex_entry
from radar.pipeline.exporting.csl_json import item
from radar.pipeline.exporting.people import Person, person
from radar.sources.bibtex.entry import people_in
from tests.pipeline.exporting.entries import entry, paper


@pytest.mark.parametrize(
    ("name", "given", "family"),
    [
        ("Ada van der Moss", "Ada", "van der Moss"),
        ("Ada Le Cun", "Ada", "Le Cun"),
        ("Ada Van Gool", "Ada", "Van Gool"),
        ("A. Van den Broeck", "A.", "Van den Broeck"),
        ("Ada De La Fuente", "Ada", "De La Fuente"),
        ("Paul de La Moss", "Paul", "de La Moss"),
        ("G. Di Matteo", "G.", "Di Matteo"),
        ("Salwa K. Al Khatib", "Salwa K.", "Al Khatib"),
        ("Ismail Ben Ayed", "Ismail", "Ben Ayed"),
        ("Ben Moss", "Ben", "Moss"),
        ("Van Moss", "Van", "Moss"),
        ("Kiet Van Nguyen", "Kiet Van", "Nguyen"),
        ("Minh Le Nguyen", "Minh Le", "Nguyen"),
        ("Nguyen Van Tu", "Nguyen Van", "Tu"),
        ("Xue Bin Peng", "Xue Bin", "Peng"),
        ("Young San Kim", "Young San", "Kim"),
        ("Ada Maria Moss", "Ada Maria", "Moss"),
        ("The Viet Bui", "The Viet", "Bui"),
    ],
)
def test_a_family_name_begins_with_its_particle_whatever_its_case(name: str, given: str, family: str) -> None:
    assert person(name) == Person(family, given)


def test_a_suffix_stands_apart() -> None:
    assert person("Ada Le Cun Jr.") == Person("Le Cun", "Ada", "Jr.")


@pytest.mark.parametrize(
    "name",
    [
        "ATLAS Collaboration",
        "Gemini Team",
        "Gemini Team, Google",
        "Team Snail",
        "World Snail Organization",
        "H. E. S. S. Collaboration",
        "the SNAIL consortium",
        "Moss and Friends, Inc.",
        "Snail Institute of Technology",
    ],
)
def test_a_group_has_no_given_name_and_comes_back_as_it_was(name: str) -> None:
    about = paper(authors=(name, "Ada Moss"))
    text = bibtex_entry(about)
    assert f"author = {{{{{name}}} and Moss, Ada}}" in text
    assert item(entry(about))["author"] == [{"literal": name}, {"family": "Moss", "given": "Ada"}]
    assert people_in(text.partition("author = {")[2].partition("},\n")[0]) == about.authors


@pytest.mark.parametrize("name", ["G. De Luca", "Luc Van Gool", "Ada van der Moss"])
def test_a_name_with_a_particle_comes_back_as_it_was(name: str) -> None:
    written = bibtex_entry(paper(authors=(name,))).partition("author = {")[2].partition("},\n")[0]
    assert people_in(written) == (name,)
