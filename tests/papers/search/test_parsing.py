"""What typed text means."""

from __future__ import annotations

import random
from datetime import date

import pytest

from radar.papers.search.nodes import (
    All,
    Category,
    Column,
    Days,
    Either,
    IdBegins,
    Is,
    Named,
    Node,
    Not,
    Source,
    State,
    Tag,
    Words,
)
from radar.papers.search.parsing import DEEPEST, MOST, parse
from radar.papers.search.quoting import in_quotes

TODAY = date(2026, 11, 26)


def meant(text: str) -> list[Node]:
    return [part.node for part in parse(text, TODAY).parts]


def begun(text: str, column: Column | None = None) -> Words:
    return Words(text, column, prefix=True)


def starred(text: str, column: Column | None = None) -> Words:
    return Words(text, column, prefix=True, starred=True)


A, B, C = Words("a"), Words("b"), Words("c")
CODE = Is(State.CODE)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("  ", []),
        ("graph", [begun("graph")]),
        ("graph ", [Words("graph")]),
        ("graph neur", [Words("graph"), begun("neur")]),
        ("pre-trained c++", [Words("pre-trained"), Words("c++")]),
        ("GPT-4", [begun("GPT-4")]),
        ("Élan 深度学习 ", [Words("Élan"), Words("深度学习")]),
        ("gener* x ", [starred("gener"), Words("x")]),
        ("gener*", [starred("gener")]),
        ('"chain of thought" ', [Words("chain of thought")]),
        ('"chain of thought"', [Words("chain of thought")]),
        ('"chain of thou', [begun("chain of thou")]),
        ("“chain of thought” a ", [Words("chain of thought"), A]),
        ('"a"b ', [A, B]),
        ('5" screen ', [Words('5"'), Words("screen")]),
        ("-a b ", [Not(A), B]),
        ("b -a", [B, Not(A)]),
        ("b -a*", [B, Not(starred("a"))]),
        ('-"a b"', [Not(Words("a b"))]),
        ("-has:code", [Not(CODE)]),
        ("has:-code", [Not(CODE)]),
        ("title:-a b ", [Not(Words("a", Column.TITLE)), B]),
        ("title:-a", [Not(Words("a", Column.TITLE))]),
        ('title:-"a b" ', [Not(Words("a b", Column.TITLE))]),
        ("title:-(a b) ", [Not(All((Words("a", Column.TITLE), Words("b", Column.TITLE))))]),
        ("-title:-a ", [Not(Not(Words("a", Column.TITLE)))]),
        ("title:a-b ", [Words("a-b", Column.TITLE)]),
        ('tag:"-a" ', [Tag("-a", exact=True)]),
        ("id:-a ", [IdBegins("-a")]),
        ("-(a b) ", [Not(All((A, B)))]),
        ("a - b ", [A, B]),
        ("--help ", [Words("--help")]),
        ("a-b ", [Words("a-b")]),
        ("a OR b ", [Either((A, B))]),
        ("a | b ", [A, B]),
        ("a OR b OR c ", [Either((A, B, C))]),
        ("a OR b c ", [Either((A, B)), C]),
        ("a b OR c ", [A, Either((B, C))]),
        ("a or b ", [A, Words("or"), B]),
        ("a AND b ", [A, B]),
        ("NOT a b ", [Not(A), B]),
        ("b NOT a", [B, Not(A)]),
        ("a AND NOT b ", [A, Not(B)]),
        ("a OR NOT b ", [Either((A, Not(B)))]),
        ("NOT (a b) ", [Not(All((A, B)))]),
        ("NOT has:code ", [Not(CODE)]),
        ("not a ", [Words("not"), A]),
        ("not a NOTE ", [Words("not"), A, Words("NOTE")]),
        ("(a b) OR c ", [Either((All((A, B)), C))]),
        ("(a OR b) c ", [Either((A, B)), C]),
        ("f(x) ", [Words("f(x)")]),
        ("(f(x)) ", [Words("f(x)")]),
        ("a OR -b ", [Either((A, Not(B)))]),
        ("author:wang ", [Words("wang", Column.AUTHOR)]),
        ("Author:wang", [begun("wang", Column.AUTHOR)]),
        ('author:"de la Vega"', [Words("de la Vega", Column.AUTHOR)]),
        ('author:"Liu, Yang" ', [Words("Yang Liu", Column.AUTHOR)]),
        ('author:"de la Vega, An', [Words("de la Vega", Column.AUTHOR)]),
        ('author:"Liu,"', [Words("Liu,", Column.AUTHOR)]),
        ('title:"Liu, Yang"', [Words("Liu, Yang", Column.TITLE)]),
        ("title:att* ", [starred("att", Column.TITLE)]),
        ("title:(a OR b) ", [Either((Words("a", Column.TITLE), Words("b", Column.TITLE)))]),
        ("title:(a author:b) ", [All((Words("a", Column.TITLE), Words("b", Column.AUTHOR)))]),
        ("abstract:a takeaway:b ", [Words("a", Column.ABSTRACT), Words("b", Column.TAKEAWAY)]),
        ("venue:acl comment:12 ", [Words("acl", Column.VENUE), Words("12", Column.COMMENT)]),
        ("id:2406.0 ", [IdBegins("2406.0")]),
        ("tag:soil", [Tag("soil")]),
        ('tag:"to read"', [Tag("to read", exact=True)]),
        ("tag:🔥 ", [Tag("🔥")]),
        ("-tag:!!! ", [Not(Tag("!!!"))]),
        ("tag:#?* ", [Tag("?")]),
        ('tag:"**" ', [Tag("**", exact=True)]),
        ("cat:cs.CL", [Category("cs.CL")]),
        ("cat:cs.*", [Category("cs")]),
        ("cat:cs.CL,cs.LG ", [Either((Category("cs.CL"), Category("cs.LG")))]),
        ("from:hf", [Source("hf")]),
        ("only:file:book.bib ", [Source("file:book.bib", alone=True)]),
        ('only:"file:my library.bib"', [Source("file:my library.bib", alone=True)]),
        ('-only:"file:my library.bib" a ', [Not(Source("file:my library.bib", alone=True)), A]),
        (r'only:"file:the \"best\" of.bib" a ', [Source('file:the "best" of.bib', alone=True), A]),
        ('only:“file:the "best" of.bib” a ', [Source('file:the "best" of.bib', alone=True), A]),
        ('only:file:"best".bib a ', [Source('file:"best".bib', alone=True), A]),
        (r'from:"file:a\\" a ', [Source("file:a\\"), A]),
        ('from:"file:a*" ', [Source("file:a*")]),
        ("from:file:a* ", [Source("file:a")]),
        (r'"\alpha\b\"', [Words("\\alpha\\b\\")]),
        ("has:code", [CODE]),
        ("HAS:CODE", [CODE]),
        ("has:result ", [Is(State.RESULTS)]),
        ("has:code|data", [Either((CODE, Is(State.DATA)))]),
        ("is:unread is:starred", [Is(State.UNREAD), Is(State.STARRED)]),
        ("is:new", [Is(State.NEW)]),
        ("2406.01234 ", [Named("2406.01234", Words("2406.01234"))]),
        ("arXiv:2406.01234v2 ", [Named("arXiv:2406.01234v2", Words("arXiv:2406.01234v2"))]),
        ("https://arxiv.org/pdf/2406.01234v2", [Named("https://arxiv.org/pdf/2406.01234v2")]),
        ("2406.01234 0704.0001", [Either((Named("2406.01234"), Named("0704.0001")), each=True)]),
        ("-(2406.01234, 10.1234/moss)",
         [Not(Either((Named("2406.01234"), Named("10.1234/moss")), each=True))]),
        ("2406.01234 0704.0001 a ", [Named("2406.01234", Words("2406.01234")),
                                     Named("0704.0001", Words("0704.0001")), A]),
        ("https://example.org/a", [begun("https://example.org/a")]),
        ("LLM: a survey ", [Words("LLM:"), A, Words("survey")]),
        ("a:b ", [Words("a:b")]),
        ("3:1", [begun("3:1")]),
    ],
)  # fmt: skip
def test_text_means(text: str, expected: list[Node]) -> None:
    assert meant(text) == expected
    assert parse(text, TODAY).mistakes == () or '"' in text


@pytest.mark.parametrize("name", ['a"b', "a b", "a\\", '\\"', "a\\\\b", "a*", "“a”", '"', 'a" b\\" c'])
def test_whatever_is_written_in_quotes_is_read_as_it_is(name: str) -> None:
    assert meant(f"only:{in_quotes(f'file:{name}')} a ") == [Source(f"file:{name}", alone=True), A]


@pytest.mark.parametrize(
    ("text", "first", "end"),
    [
        ("after:2026", date(2026, 1, 1), None),
        ("after:2026-03", date(2026, 3, 1), None),
        ("since:2026-03-04", date(2026, 3, 4), None),
        ("after:2026/3/4", date(2026, 3, 4), None),
        ("before:2025", None, date(2025, 1, 1)),
        ("before:2025-02", None, date(2025, 2, 1)),
        ("on:2025", date(2025, 1, 1), date(2026, 1, 1)),
        ("on:2025-12", date(2025, 12, 1), date(2026, 1, 1)),
        ("on:2024-02-29", date(2024, 2, 29), date(2024, 3, 1)),
        ("on:today", date(2026, 11, 26), date(2026, 11, 27)),
        ("on:yesterday", date(2026, 11, 25), date(2026, 11, 26)),
        ("after:7d", date(2026, 11, 19), None),
        ("after:2w", date(2026, 11, 12), None),
        ("after:9m", date(2026, 2, 26), None),
        ("after:1Y", date(2025, 11, 26), None),
    ],
)
def test_days(text: str, first: date | None, end: date | None) -> None:
    assert meant(text) == [Days(first, end)]
    assert parse(text, TODAY).mistakes == ()


def test_months_ago_end_with_the_month() -> None:
    assert parse("after:1m", date(2026, 3, 31)).parts[0].node == Days(date(2026, 2, 28), None)
    assert parse("after:1m", date(2024, 3, 31)).parts[0].node == Days(date(2024, 2, 29), None)


def test_parts_say_where_they_stand() -> None:
    text = 'graph -"a b"  cat:cs.CL OR x '
    assert [text[part.start : part.end] for part in parse(text, TODAY).parts] == [
        "graph",
        '-"a b"',
        "cat:cs.CL OR x",
    ]


def test_words_that_must_not_occur_are_not_sought() -> None:
    text = 'graph -tree (title:cat OR "a dog") -(x OR y) has:code 2406.01234 '
    assert parse(text, TODAY).sought == (
        Words("graph"),
        Words("cat", Column.TITLE),
        Words("a dog"),
        Words("2406.01234"),
    )


def test_no_text_is_too_much() -> None:
    assert len(meant("a " * 5_000)) == MOST
    assert meant("(" * 900 + "a" + ")" * 900)
    assert meant("-(" * (DEEPEST + 5) + "a")
    assert meant("x" * 100_000) == [Words("x" * 1_000)] or meant("x" * 100_000) == [begun("x" * 1_000)]


def test_whatever_is_typed_is_read() -> None:
    chance = random.Random(3)
    pieces = ["a", "OR", "AND", "-", "(", ")", '"', "author:", "has:", "is:new", "after:", "20", " ", ":",
              "*", "|", "“", "\ud800", "\x00", "深", "cat:", "-(", "2406.01234", ",", "id:"]  # fmt: skip
    for _ in range(3_000):
        text = "".join(chance.choice(pieces) for _ in range(chance.randrange(12)))
        search = parse(text, TODAY)
        places = [(part.start, part.end) for part in search.parts]
        places += [(mistake.start, mistake.end) for mistake in search.mistakes]
        assert all(0 <= start <= end <= len(text) for start, end in places), text


def test_only_several_ids_side_by_side_are_each_to_be_a_paper() -> None:
    links = "https://arxiv.org/abs/2406.01234", "https://arxiv.org/abs/0704.0001"
    assert len(parse(" ".join(links), TODAY).these) == 2
    assert parse(" OR ".join(links), TODAY).these == ()
