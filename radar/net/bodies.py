"""The body of an answer: bounded, unpacked and read as text."""

from __future__ import annotations

import codecs
import re
import zlib
from collections.abc import AsyncIterator

BODY_BYTES = 20_000_000
"""No body may be larger, neither as sent nor unpacked."""

_CHARSETS = frozenset(
    {"utf-8", "utf8", "us-ascii", "ascii", "utf-16", "utf-16le", "utf-16be", "latin-1", "latin1"}
    | {f"iso-8859-{number}" for number in (*range(1, 12), *range(13, 17))}
    | {f"windows-{number}" for number in range(1250, 1259)}
    | {"koi8-r", "koi8-u", "gbk", "gb2312", "gb18030", "big5", "euc-jp", "shift_jis", "iso-2022-jp", "euc-kr"}
)
"""Python knows more, some of which are no charsets of texts."""
_PLAIN = frozenset({"utf-8", "utf8", "us-ascii", "ascii"})
_AS_WINDOWS = "radar-as-windows-1252"
_MARKUP = re.compile(rb"\s*<")
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_DECLARATION = re.compile(rb"\s{0,20}<\?xml[^>]{0,100}?\bencoding\s*=\s*[\"']([A-Za-z][\w.:-]{0,40})")
_AUTOMATIC_HEADER = 47
"""zlib's window bits for "gzip or zlib, see for yourself"."""


class BodyTooLarge(Exception):
    """More bytes came, or came out of the packing, than a body may have."""


class BodyUnreadable(Exception):
    """The packing is damaged, cut, or one that was not asked for."""


class PackingUnknown(BodyUnreadable):
    """The packing is one that was not asked for, so that another try brings the same."""


async def read_body(chunks: AsyncIterator[bytes], limit: int) -> bytes:
    """Join the chunks; BodyTooLarge as soon as they exceed `limit` bytes."""
    body = bytearray()
    async for chunk in chunks:
        body += chunk
        if len(body) > limit:
            raise BodyTooLarge
    return bytes(body)


def unpack(body: bytes, encoding: str, limit: int) -> bytes:
    """Undo a `content-encoding`; never makes more than `limit` bytes out of a small bomb."""
    packings = [name for name in re.split(r"[,\s]+", encoding.lower()) if name and name != "identity"]
    if not packings or not body:
        return body
    if len(packings) > 1 or packings[0] not in ("gzip", "x-gzip", "deflate"):
        raise PackingUnknown
    return _inflate(body, limit)


def text_of(body: bytes, content_type: str) -> str:
    """Read bytes as text: by its byte order mark, else by a common charset that is named, else UTF-8.

    What the header names counts before what an XML document says of itself (RFC 7303, 3.2). Bytes of markup
    that are no UTF-8, though it is said to be or nothing is said, are read as Windows-1252, which is what
    most of the web is that does not say what it is (encoding.spec.whatwg.org, 4.2 and html.spec.whatwg.org,
    "determining the character encoding").
    """
    for mark, charset in _MARKS:
        if body.startswith(mark):
            return body.decode(charset, errors="replace")
    named = re.search(r"charset\s*=\s*[\"']?([\w.:-]+)", content_type, re.IGNORECASE)
    declared = _DECLARATION.match(body)
    charset = named[1].lower() if named else declared[1].decode().lower() if declared else "utf-8"
    if charset in _CHARSETS - _PLAIN:
        return body.decode(charset, errors="replace")
    return body.decode(errors=_AS_WINDOWS if _MARKUP.match(body) else "replace")


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    """Read bytes that are no UTF-8 one by one as Windows-1252; five that it leaves undefined are controls."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    wrong = error.object[error.start : error.end]
    if error.end == len(error.object) and error.reason == "unexpected end of data":
        # The answer was cut within a character.
        return "\ufffd", error.end
    read = (bytes((byte,)).decode("windows-1252", errors="ignore") or chr(byte) for byte in wrong)
    return "".join(read), error.end


codecs.register_error(_AS_WINDOWS, _as_windows)


def _inflate(body: bytes, limit: int) -> bytes:
    unpacked = bytearray()
    while body:
        member = zlib.decompressobj(_AUTOMATIC_HEADER)
        try:
            unpacked += member.decompress(body, limit + 1 - len(unpacked))
        except zlib.error as error:
            raise BodyUnreadable from error
        if len(unpacked) > limit:
            raise BodyTooLarge
        if not member.eof:
            raise BodyUnreadable
        body = member.unused_data
    return bytes(unpacked)
