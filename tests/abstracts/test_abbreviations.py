"""Abbreviations that a line uses and its abstract explains."""

from __future__ import annotations

import pytest

from radar.abstracts.abbreviations import long_form, written_out

TEXT = (
    "A crab walking network (CWN) and sand-aware gaits (SAGs) are new. We call the tide model of the "
    "northern shore (TNS) hard. The wet (WET) beach. "
    "A universal tide net (UTN) rests. Long tide gaits (LTGs) rest. A Mill-Hale network (MHN) does not."
)


@pytest.mark.parametrize(
    ("short", "form"),
    [
        ("CWN", "crab walking network"),
        ("SAG", "sand-aware gait"),
        ("LTG", "long tide gait"),
        ("MHN", "Mill-Hale network"),
        ("TNS", "tide model of the northern shore"),
        ("WET", ""),
        ("XYZ", ""),
        ("QWN", ""),
    ],
)
def test_what_an_abbreviation_stands_for_is_found_before_its_brackets(short: str, form: str) -> None:
    assert long_form(short, TEXT) == form


@pytest.mark.parametrize(
    ("line", "written"),
    [
        ("We train a CWN on sand.", "We train a crab walking network on sand."),
        ("CWNs walk on sand.", "Crab walking networks walk on sand."),
        ("SAGs need a CWN.", "Sand-aware gaits need a crab walking network."),
        ("We train a crab walking network (CWN) on sand.", "We train a crab walking network (CWN) on sand."),
        ("We train an SAG on sand.", "We train a sand-aware gait on sand."),
        ("We train an UTN on sand.", "We train a universal tide net on sand."),
        ("The CWN beats each other CWN.", "The CWN beats each other CWN."),
        ("We train GPT on sand.", "We train GPT on sand."),
        ("A CWN-like gait walks.", "A CWN-like gait walks."),
    ],
)
def test_an_abbreviation_is_written_out_where_the_abstract_explains_it(line: str, written: str) -> None:
    assert written_out(line, TEXT, "Crabs", 25) == written


def test_an_abbreviation_of_the_title_and_one_without_room_stay() -> None:
    assert written_out("CWN walks on sand.", TEXT, "CWN: a gait", 25) == "CWN walks on sand."
    assert written_out("CWN walks on sand.", TEXT, "Crabs", 5) == "CWN walks on sand."
