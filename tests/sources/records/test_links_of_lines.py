"""Links in JSON lines, and what stands in their place."""

from __future__ import annotations

import json

import pytest

from radar.papers.listed.paper import Links
from radar.sources.records.json_lines import JsonLines
from tests.sources.parsing import parsed


@pytest.mark.parametrize(
    ("field", "value", "reason"),
    [
        ("url", "javascript:alert(1)", "the field url holds no link"),
        ("link", "ftp://kites.example/x", "the field link holds no link"),
        ("pdf", "file:///etc/passwd", "the field pdf holds no link of the web"),
        ("project", "data:text/html,x", "the field project holds no link of the web"),
        ("github", "ssh://git@kites.example/x", "the field github holds no link of the web"),
    ],
)
def test_what_is_no_link_of_the_web_is_told(field: str, value: str, reason: str) -> None:
    (paper,), (told,) = parsed(JsonLines(), [json.dumps({"title": "Kites", field: value})])
    assert paper.links == Links()
    assert (told.line, told.reason, told.field) == (1, reason, True)


def test_an_id_in_place_of_a_link_and_a_flag_in_place_of_code_are_no_mistakes() -> None:
    found = {"title": "Kites", "url": "arxiv.org/abs/2401.00001", "code": "yes", "pdf": ""}
    (paper,), told = parsed(JsonLines(), [json.dumps(found)])
    assert (paper.id, paper.links.landing) == ("arxiv:2401.00001", "https://arxiv.org/abs/2401.00001")
    assert told == []
