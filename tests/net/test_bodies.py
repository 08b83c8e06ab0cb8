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
