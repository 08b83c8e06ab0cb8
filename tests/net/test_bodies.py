"""Bodies read as text."""

from __future__ import annotations

import pytest

from radar.net.bodies import text_of


@pytest.mark.parametrize(
    ("content_type", "body"),
    [
        ("text/plain; charset=iso-8859-1", "größer".encode("latin-1")),
        ("text/plain; charset=punycode", "größer".encode()),
        ("text/plain", "größer".encode("utf-8-sig")),
        ("application/json; charset=utf-8", "größer".encode("utf-16")),
    ],
)
def test_t12_text_is_read_by_its_mark_or_charset(content_type: str, body: bytes) -> None:
    assert text_of(body, content_type) == "größer"


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        ('<?xml version="1.0" encoding="ISO-8859-1"?><a>größer</a>'.encode("latin-1"), "text/xml"),
        ("\n<?xml version='1.0' encoding='windows-1252'?><a>größer</a>".encode("cp1252"), ""),
        ('<?xml version="1.0" encoding="ISO-8859-1"?><a>größer</a>'.encode(), "text/xml; charset=utf-8"),
        ('<?xml version="1.0" encoding="rot13"?><a>größer</a>'.encode(), ""),
        ('<?xml version="1.0"?><a encoding="latin-1">größer</a>'.encode(), ""),
    ],
    ids=["declared", "apostrophes", "header-first", "no-charset", "not-declared"],
)
def test_the_charset_that_xml_declares_counts_where_the_header_names_none(
    body: bytes, content_type: str
) -> None:
    assert "größer" in text_of(body, content_type)


@pytest.mark.parametrize(
    ("head", "content_type"),
    [
        (b"", ""),
        (b"", "application/rss+xml"),
        (b'<?xml version="1.0"?>', "text/xml"),
        (b'<?xml version="1.0" encoding="UTF-8"?>', "text/xml; charset=utf-8"),
        (b'<?xml version="1.0" encoding="rot13"?>', ""),
    ],
)
def test_markup_that_is_no_utf8_and_does_not_say_what_it_is_is_read_as_windows_1252(
    head: bytes, content_type: str
) -> None:
    told = "<a>Zürich \u2013 größer \u201cso\u201d</a>"
    assert text_of(b"\n" + head + told.encode("cp1252"), content_type) == "\n" + head.decode() + told


def test_what_is_utf8_beside_a_byte_that_is_not_stays_utf8() -> None:
    body = "<a>größer 東京</a>".encode() + b"<b>Z\xfcrich \x81</b>"
    assert text_of(body, "") == "<a>größer 東京</a><b>Zürich \x81</b>"


def test_an_answer_that_is_cut_within_a_character_and_what_is_no_markup_show_what_is_missing() -> None:
    assert text_of("<a>ü".encode()[:-1], "") == "<a>\ufffd"
    assert text_of(b'{"a": "Z\xfcrich"}', "application/json") == '{"a": "Z\ufffdrich"}'
