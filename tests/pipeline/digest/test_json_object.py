"""A digest as JSON."""

from __future__ import annotations

import json
import re

import pytest

from radar.pipeline.digest import json_object
from radar.pipeline.digest.json_object import render
from tests.pipeline.digest.digests import NASTY, digest, full, hostile


def test_a_digest_is_one_object_with_the_fields_that_are_documented() -> None:
    found = json.loads(render(full()))
    assert (found["digest"], found["new"], found["updated_papers"]) == (1, 4, 2)
    assert found["since"] == "2026-11-25T07:00:00+00:00"
    assert found["order"] == {"name": "newest", "line": "Newest first."}
    first, rest = found["sections"]
    assert (first["watch"], first["search"], first["new"], first["more"]) == ("snails", "snail", 3, 2)
    assert rest["watch"] is None
    (paper,) = first["papers"]
    assert paper["link"] == "https://arxiv.org/abs/2511.00123"
    assert paper["also_in"] == ["code out"]
    assert paper["closeness"] == {"score": 3.5, "because": ["snails", "marbles"]}
    assert paper["evidence"]["code"]["text"] == "Code: https://github.com/snail/sort"
    (updated,) = found["updated"]
    assert updated["changes"][0]["kind"] == "code-out"
    assert updated["changes"][0]["line"] == "code is now out: github.com/snail/sort"
    assert found["failed"][0]["source"] == "arxiv:cs.CL"
    documented = set(re.findall(r"\b[a-z_]+\b", json_object.__doc__ or ""))
    assert {*found, *first, *updated, *updated["changes"][0], *found["failed"][0]} <= documented


@pytest.mark.parametrize("text", NASTY)
def test_hostile_texts_come_back_as_they_were_on_one_line(text: str) -> None:
    line = render(hostile(text))
    assert line.count("\n") == 1
    assert json.loads(line)["sections"][0]["papers"][0]["title"] == text


def test_an_empty_digest_is_an_object_too() -> None:
    found = json.loads(render(digest(sections=())))
    assert (found["new"], found["sections"]) == (0, [])
