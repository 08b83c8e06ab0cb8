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
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_DECLARATION = re.compile(rb"\s{0,20}<\?xml[^>]{0,100}?\bencoding\s*=\s*[\"']([A-Za-z][\w.:-]{0,40})")
_AUTOMATIC_HEADER = 47
"""zlib's window bits for "gzip or zlib, see for yourself"."""


class BodyTooLarge(Exception):
    """More bytes came, or came out of the packing, than a body may have."""


class BodyUnreadable(Exception):
    """The packing is damaged, cut, or one that was not asked for."""


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
        raise BodyUnreadable
    return _inflate(body, limit)


def text_of(body: bytes, content_type: str) -> str:
    """Read bytes as text: by its byte order mark, else by a common charset that is named, else UTF-8.

    What the header names counts before what an XML document says of itself (RFC 7303, 3.2).
    """
    for mark, charset in _MARKS:
        if body.startswith(mark):
            return body.decode(charset, errors="replace")
    named = re.search(r"charset\s*=\s*[\"']?([\w.:-]+)", content_type, re.IGNORECASE)
    declared = _DECLARATION.match(body)
    charset = named[1].lower() if named else declared[1].decode().lower() if declared else "utf-8"
    return body.decode(charset if charset in _CHARSETS else "utf-8", errors="replace")


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
