"""A key is found in what a server says, however it is written there."""

from __future__ import annotations

import base64
import html
import json
import re
from collections.abc import Callable
from urllib.parse import quote

import pytest

from radar.net.repeated_keys import without_key

KEY = "sk-very+secret/4711&x=<y>'z_~"


def as_dotnet(text: str) -> str:
    """Write JSON as System.Text.Json does."""
    return re.sub(r"[+&<>']", lambda found: f"\\u{ord(found[0]):04X}", json.dumps(text))


def as_php(text: str) -> str:
    return json.dumps(text).replace("/", "\\/")


WRITTEN = {
    "plain": KEY,
    ".NET": as_dotnet(KEY),
    "Go": as_dotnet(KEY).lower(),
    "PHP": as_php(KEY),
    "JSON in JSON": as_dotnet(json.dumps({"raw": as_dotnet(KEY)})),
    "JSON in JSON in JSON": json.dumps(as_dotnet(json.dumps(as_php(KEY)))),
    "address": quote(KEY, safe=""),
    "address in small letters": quote(KEY, safe="").replace("%2B", "%2b"),
    "address in an address": quote(quote(KEY, safe=""), safe=""),
    "HTML": html.escape(KEY),
    "HTML by number": html.escape(KEY).replace("+", "&#43;").replace("/", "&#x2F;"),
    "HTML in JSON": as_dotnet(html.escape(KEY).replace("+", "&#43;")),
    "all escaped": "".join(f"\\u{ord(sign):04x}" for sign in KEY),
    "base64": base64.b64encode(KEY.encode()).decode(),
    "base64 behind a word": base64.b64encode(f"Bearer {KEY}".encode()).decode(),
    "base64 behind a name": base64.b64encode(f"ada:{KEY}".encode()).decode(),
    "base64 of addresses": base64.urlsafe_b64encode(f"a:{KEY}".encode()).decode(),
    "base64 in JSON": as_dotnet(base64.b64encode(f"\xfb\xef\xbe{KEY}".encode()).decode()),
}


@pytest.mark.parametrize("way", WRITTEN)
def test_k2_a_key_is_taken_out_however_it_is_written(way: str) -> None:
    left = without_key(f"the key {WRITTEN[way]} is wrong", KEY)
    assert left.startswith("the key ")
    assert left.endswith(" is wrong")
    assert left.count("[key]") == 1
    bare = re.sub(r"\W|u0022|raw", "", left)
    assert len(bare) <= len("thekeykeyiswrong") + 12, "no more is left than what stood before it in base64"


@pytest.mark.parametrize("write", [json.dumps, as_dotnet, as_php])
def test_json_stays_json(write: Callable[[str], str]) -> None:
    said = {"message": f"Bearer {KEY}\n", "inner": json.dumps({"key": KEY}), "other": 'a "b" \\ + / é'}
    body = ",".join(f"{json.dumps(name)}: {write(text)}" for name, text in said.items())
    assert json.loads(without_key(f"{{{body}}}", KEY)) == {
        "message": "Bearer [key]\n",
        "inner": '{"key": "[key]"}',
        "other": 'a "b" \\ + / é',
    }


@pytest.mark.parametrize("text", ["", "sk-very secret", "%2B &#43; \\u002B &amp; " * 9, "c2stdmVyeQ=="])
def test_what_is_no_key_stays(text: str) -> None:
    assert without_key(text, KEY) == text
    assert without_key(text, "") == text
