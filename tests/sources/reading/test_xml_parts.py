"""XML in parts, and what makes XML dangerous."""

from __future__ import annotations

from pathlib import Path

import pytest

from radar.papers.listed.listing import NotUnderstood
from radar.sources.reading.xml_parts import Part, XmlParts


def read(text: str, depth: int = 1) -> tuple[list[Part], list[NotUnderstood]]:
    found = list(XmlParts(depth).of(text.split("\n")))
    return [one for one in found if isinstance(one, Part)], [
        one for one in found if isinstance(one, NotUnderstood)
    ]


def test_parts_have_their_text_in_reading_order_and_their_line() -> None:
    parts, left_out = read("\n  \n<a>\n<b x='1'>one <c>two</c> three</b>\n<b/></a>")
    assert [(part.name, part.line, part.text) for part in parts] == [("b", 4, "one two three"), ("b", 5, "")]
    assert parts[0].attributes == {"x": "1"}
    assert (parts[0].text_of("c"), parts[0].text_of("d")) == ("two", "")
    assert left_out == []


def test_a_billion_laughs_are_given_up_before_the_first() -> None:
    laughs = "\n".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    parts, left_out = read(f'<!DOCTYPE a [\n<!ENTITY l0 "ha">\n{laughs}\n]>\n<a><b>&l9;</b></a>')
    assert parts == []
    assert [(item.line, item.reason) for item in left_out] == [
        (2, "it declares the entity l0, which radar does not follow; the rest is left out")
    ]


@pytest.mark.parametrize("kind", ["", "% "])
def test_no_file_is_read_for_an_entity(tmp_path: Path, kind: str) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("moss")
    parts, left_out = read(f'<!DOCTYPE a [<!ENTITY {kind}x SYSTEM "file://{secret}">]>\n<a><b>&x;</b></a>')
    assert parts == []
    assert len(left_out) == 1 and "entity x" in left_out[0].reason


def test_a_document_type_without_entities_is_passed_over(tmp_path: Path) -> None:
    parts, left_out = read(f'<!DOCTYPE a SYSTEM "file://{tmp_path}/a.dtd">\n<a><b>one</b></a>')
    assert [part.text for part in parts] == ["one"]
    assert left_out == []


def test_control_characters_are_dropped_and_bytes_that_are_no_utf8_cost_only_their_part() -> None:
    parts, left_out = read("<a><b>o\x00n\x0be</b>\n<b>caf\udce9</b>\n<b>two\ufffe</b></a>")
    assert [part.text for part in parts] == ["one", "two"]
    assert [item.line for item in left_out] == [2]
    assert "UTF-8" in left_out[0].reason


def test_broken_markup_keeps_the_parts_before_it() -> None:
    parts, left_out = read("<a><b>one</b>\n<b>two</c></a>")
    assert [part.text for part in parts] == ["one"]
    assert [(item.line, item.reason) for item in left_out] == [
        (2, "not well-formed XML (mismatched tag); the rest is left out")
    ]


def test_depth_and_size_are_bounded() -> None:
    parts, left_out = read("<a>" + "<b>" * 100_000)
    assert parts == []
    assert "more than 64 deep" in left_out[0].reason
    parts, left_out = read("<a><b>" + "kite " * 2_000_000 + "</b><b>two</b></a>")
    assert [part.text for part in parts] == ["two"]
    assert [item.reason for item in left_out] == ["an entry of more than 8 MB"]
    parts, left_out = read("<a><b>" + "<c/>" * 200_000 + "</b><b>two</b></a>")
    assert [part.text for part in parts] == ["two"]
