"""Opening, unpacking and decoding a listing."""

from __future__ import annotations

import gzip
import io
import random
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from radar.errors import ListingError
from radar.papers.listed.listing import NotUnderstood
from radar.papers.listed.paper import Paper
from radar.sources.reading import files
from radar.sources.reading.files import ListingFile, open_listing, read_listing
from radar.sources.records.json_lines import JsonLines
from radar.sources.source import Parsed, not_understood, recognise
from radar.wiring.listings import build_formats


class EveryLine:
    """A format that reports every line as it is."""

    name = "lines"

    def recognises(self, head: str) -> bool:
        return bool(head)

    def parse(self, lines: Iterable[str]) -> Iterator[Parsed]:
        return (not_understood(number, "a line", line) for number, line in enumerate(lines, 1))


def opened(data: bytes) -> ListingFile:
    return open_listing(None, io.BytesIO(data))


def lines_of(data: bytes) -> list[str]:
    return list(opened(data).lines())


def read(data: bytes) -> list[NotUnderstood]:
    return [item for item in read_listing(opened(data), [EveryLine()]) if isinstance(item, NotUnderstood)]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_come_without_their_ends_however_these_are_written(end: str) -> None:
    assert lines_of(f"one{end}{end}three".encode()) == ["one", "", "three"]


def test_other_separators_do_not_end_a_line() -> None:
    assert lines_of("a\u2028b\x85c\x0bd\n".encode()) == ["a\u2028b\x85c\x0bd"]


def test_a_byte_order_mark_is_taken_off() -> None:
    file = opened(b"\xef\xbb\xbfone\ntwo")
    assert file.head == "one\ntwo"
    assert list(file.lines()) == ["one", "two"]


def test_bytes_that_are_not_utf8_stay_recognisable() -> None:
    assert lines_of(b"one\ncaf\xe9\nthree") == ["one", "caf\udce9", "three"]


def test_gzip_is_recognised_by_its_first_bytes(tmp_path: Path) -> None:
    path = tmp_path / "listing.txt"
    path.write_bytes(gzip.compress(b"one\n") + gzip.compress(b"two\n") + b"\x00" * 100_000)
    with open_listing(path) as file:
        assert file.head == "one\ntwo\n"
        assert list(file.lines()) == ["one", "two"]
        assert list(file.problems()) == []
        assert file.position() == file.size() == path.stat().st_size


def test_truncated_gzip_keeps_what_was_read_and_says_where_it_ends() -> None:
    chance = random.Random(1)
    text = "".join(f"line {n} {chance.random()}\n" for n in range(20_000)).encode()
    found = read(gzip.compress(text)[:-5000])
    kept = len(found) - 1
    assert 10_000 < kept < 20_000
    assert "end too early" in found[-1].reason and found[-1].line == kept + 1


class LastLineLate(EveryLine):
    """A format that reports the last line, as one that is not closed, when there is no more."""

    def parse(self, lines: Iterable[str]) -> Iterator[Parsed]:
        return iter(list(super().parse(lines))[-1:])


def test_what_is_told_late_of_an_earlier_line_comes_before_the_end_of_the_file() -> None:
    file = opened(gzip.compress(random.Random(3).randbytes(9_000).hex().encode() + b"\n")[:-3_000])
    found = list(read_listing(file, [LastLineLate()]))
    told = [item for item in found if isinstance(item, NotUnderstood)]
    assert [(item.line, item.reason[:18]) for item in told] == [(1, "a line"), (2, "the gzip data end ")]


def test_broken_gzip_keeps_what_was_read_and_says_so() -> None:
    text = "".join(f"line {n}\n" for n in range(50_000)).encode()
    packed = bytearray(gzip.compress(text))
    packed[len(packed) // 2 :] = random.Random(2).randbytes(len(packed) // 2)
    found = read(bytes(packed))
    assert len(found) > 20_000
    assert found[20_000].text == "line 20000"
    assert "broken from here on" in found[-1].reason


def test_a_wrong_checksum_is_reported() -> None:
    packed = bytearray(gzip.compress(b"one\ntwo\n"))
    packed[-8] ^= 0xFF
    found = read(bytes(packed))
    assert [item.text for item in found] == ["one", "two", ""]
    assert "broken from here on" in found[-1].reason


def test_gzip_that_holds_nothing_readable_is_an_error() -> None:
    with pytest.raises(ListingError, match="standard input: the gzip data"):
        opened(b"\x1f\x8b\x08")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        ("text".encode("utf-16"), "text in UTF-16"),
        ("text".encode("utf-16-be"), "binary"),
        (b"%PDF-1.7", "a PDF document"),
        (b"PK\x03\x04abc", "zip"),
        (b"BZh91AY", "bzip2"),
        (gzip.compress(gzip.compress(b"one", mtime=0), mtime=0), "packed twice"),
        (gzip.compress(b"name".ljust(257, b"x") + b"ustar", mtime=0), "tar"),
        (b"one\x00two", "binary"),
    ],
)
def test_what_is_not_text_is_refused_by_its_name(data: bytes, kind: str) -> None:
    with pytest.raises(ListingError, match=kind) as caught:
        opened(data)
    assert caught.value.hint


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("", "nothing in it"),
        ("\n \n", "nothing in it"),
        ("<!DOCTYPE html><html>", "web page"),
        ("\ufeff<html lang='en'>", "web page"),
        ("<?xml version='1.0'?><feed/>", "XML"),
        ("one,two\n1,2\n", "no format"),
    ],
)
def test_a_text_in_no_known_format_is_refused_with_what_radar_reads(text: str, kind: str) -> None:
    with pytest.raises(ListingError, match=f"standard input: .*{kind}") as caught:
        list(read_listing(opened(text.encode()), [JsonLines()]))
    assert "radar reads JSON lines" in caught.value.hint


@pytest.mark.parametrize(
    "text",
    [
        "https://arxiv.org/abs/2611.01234\nhttps://doi.org/10.18653/v1/2024.acl-long.1\n",
        "2611.01234, 2611.01235; acl:2024.acl-long.1",
        "".join(f"https://arxiv.org/abs/2611.{number:05}\n" for number in range(3000)),
    ],
)
def test_ids_and_links_alone_are_told_as_such_with_what_takes_them(text: str) -> None:
    with pytest.raises(ListingError, match="ids or links") as caught:
        list(read_listing(opened(text.encode()), [JsonLines()]))
    assert "radar add -" in caught.value.hint


@pytest.mark.parametrize(
    "text",
    [
        "Titel;Autoren;Jahr\nEin Drache;Kite;2024\n",
        "On Kites,Kite,2024\n\nOn Lines,Line,2023\n",
        "title\tauthors\tplace\nOn Kites\tKite\tMoss\n",
        'title,authors\nOn Kites,"Kite, Ada"\n',
        "Place, Title\nMoss, On Kites and, again, lines\n",
    ],
)
def test_a_table_without_names_that_radar_knows_is_told_which_it_needs(text: str) -> None:
    with pytest.raises(ListingError) as caught:
        recognise(text, build_formats())
    assert caught.value.message == "this looks like a table whose columns radar cannot tell"
    assert "title, and two or more of authors" in caught.value.hint


def test_a_missing_file_and_a_folder_are_errors_with_a_hint(tmp_path: Path) -> None:
    for path in (tmp_path / "none.txt", tmp_path):
        with pytest.raises(ListingError, match="cannot be read") as caught:
            open_listing(path)
        assert caught.value.hint


def test_a_line_without_end_is_left_out_and_the_rest_read(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    with path.open("wb") as out:
        out.write(b"one\n")
        for _ in range(files.MAX_LINE_BYTES // (1 << 20) + 2):
            out.write(b"x" * (1 << 20))
        out.write(b"\nthree\n")
    with open_listing(path) as file:
        found = [item for item in read_listing(file, [EveryLine()]) if isinstance(item, NotUnderstood)]
    assert [(item.line, item.text[:5]) for item in found if item.text] == [
        (1, "one"),
        (2, "xxxxx"),
        (3, "three"),
    ]
    assert "more than 64 MB" in found[1].reason


def test_a_pipe_has_no_size_but_a_position() -> None:
    file = opened(b"one\n" * 100_000)
    assert file.size() is None
    assert sum(1 for _ in file.lines()) == 100_000
    assert file.position() == 400_000


def test_position_moves_while_reading(tmp_path: Path) -> None:
    path = tmp_path / "listing.txt"
    path.write_bytes(b"a line of some length\n" * 100_000)
    with open_listing(path) as file:
        positions = [file.position() for _ in file.lines()]
        assert positions == sorted(positions)
        assert positions[0] < positions[50_000] < positions[-1] == file.size()


def test_papers_are_read_from_a_packed_file_by_content_alone(tmp_path: Path) -> None:
    path = tmp_path / "anything.bib"
    path.write_bytes(gzip.compress(b'{"title": "One"}\r\n\r\n{"title": "Two"}\r\n'))
    with open_listing(path) as file:
        papers = list(read_listing(file, [JsonLines()]))
    assert [paper.title for paper in papers if isinstance(paper, Paper)] == ["One", "Two"]
