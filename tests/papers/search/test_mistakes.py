"""Mistakes in what is typed: said with their place, and the rest is searched all the same."""

from __future__ import annotations

from datetime import date

import pytest

from radar.papers.search.nodes import Column, Days, Either, Node, Not, Words
from radar.papers.search.parsing import LONGEST, MOST, parse

TODAY = date(2026, 11, 26)
A, B = Words("a"), Words("b")


def starred(text: str) -> Words:
    return Words(text, prefix=True, starred=True)


@pytest.mark.parametrize(
    ("text", "where", "said", "left"),
    [
        ("a has:codex b ", "has:codex", "there is no has:codex; has: knows code, promised, data", [A, B]),
        ("note: a ", "note:", "nothing follows note:; write it as note:replicate", [A]),
        (
            "is:foo a ",
            "is:foo",
            "there is no is:foo; is: knows unread, read, starred, disputed, updated, new",
            [A],
        ),
        (
            "a after:2026-13 b ",
            "after:2026-13",
            "2026-13 is no day; after: takes 2026, 2026-01",
            [A, B],
        ),
        ("a after:2026-13", "after:2026-13", "2026-13 is no day; after: takes", [A]),
        ("a on:2026-02-32", "on:2026-02-32", "2026-02-32 is no day; on: takes", [A]),
        ("a - ", "-", "nothing follows -; - stands before what is not to be there: -survey", [A]),
        ("year:abc a ", "year:abc", "abc is no day; year: takes 2026", [A]),
        ("-Since:abc a ", "Since:abc", "abc is no day; since: takes 2026", [A]),
        ("date: a ", "date:", "nothing follows date:; write it as on:today", [A]),
        ("notes:- a ", "notes:-", "there is no letter or digit behind notes:; write it as note:", [A]),
        ("on:monday a ", "on:monday", "monday is no day; on: takes", [A]),
        ("before:99999d a ", "before:99999d", "99999d is no day", [A]),
        ("autor:smith a ", "autor:smith", "autor: is no field; did you mean author:?", [A]),
        ("-titel:smith a ", "titel:smith", "titel: is no field; did you mean title:?", [A]),
        ("author: a ", "author:", "nothing follows author:; write it as author:vaswani", [A]),
        ("tag:* a ", "tag:*", "there is no letter or digit behind tag:; write it as tag:reading", [A]),
        ("tag:# a ", "tag:#", "there is no letter or digit behind tag:", [A]),
        ("tag:\u200b a ", "tag:\u200b", "there is no letter or digit behind tag:", [A]),
        ("tag: a ", "tag:", "nothing follows tag:; write it as tag:reading", [A]),
        ("has: a ", "has:", "nothing follows has:; has: knows code", [A]),
        ("OR a ", "OR", "nothing stands before OR; OR stands between two parts", [A]),
        ("a OR OR b ", "OR", "nothing stands between two OR", [Either((A, B))]),
        ("(a OR ) b ", "OR", "nothing follows OR", [A, B]),
        ("(NOT) a ", "NOT", "nothing follows NOT; NOT stands before what is not to be there", [A]),
        ("NOT NOT a ", "NOT", "nothing stands between two NOT; NOT stands before", [Not(A)]),
        ("NOT OR a ", "NOT", "nothing stands between NOT and OR; NOT stands before", [A]),
        ("a AND NOT AND b ", "NOT", "nothing stands between NOT and AND; NOT stands before", [A, B]),
        ("a) ", ")", "this ) closes nothing; parentheses stand around parts", [A]),
        ("a ) b ", ")", "this ) closes nothing", [A, B]),
        ("(a)) b ", ")", "this ) closes nothing", [A, B]),
        ("f(a)) ", ")", "this ) closes nothing", [Words("f(a)")]),
        ("title:a) b ", ")", "this ) closes nothing", [Words("a", Column.TITLE), B]),
        ("a () b ", "()", "nothing stands in these ( ); parentheses stand around parts", [A, B]),
        ('note:"👩" a ', 'note:"👩"', "there is no letter or digit behind note:; write it as", [A]),
        ("venue:- a ", "venue:-", "there is no letter or digit behind venue:; write it as venue:acl", [A]),
        ("🚀", "🚀", "there is no letter or digit to look for", []),
        ("!!! - |", "!!! - |", "there is no letter or digit to look for", []),
        ("AND", "AND", "there is nothing but AND to look for", []),
        (" )", " )", "there is no letter or digit to look for", []),
        (
            "*net a ",
            "*net",
            "*net has a * that is not at the end of a word; gener* finds",
            [Words("*net"), A],
        ),
        ("a x*b* ", "x*b*", "x*b* has a * that is not at the end of a word", [A, starred("x*b")]),
        ("title:*net a ", "title:*net", "*net has a *", [Words("*net", Column.TITLE), A]),
        ("code:*yes a ", "code:*yes", "code: is no field; did you mean has:code?", [A]),
        ("has:*yes a ", "has:*yes", "there is no has:*yes", [A]),
    ],
)
def test_a_mistake_says_where_it_is_and_what_there_is(
    text: str, where: str, said: str, left: list[Node]
) -> None:
    search = parse(text, TODAY)
    (mistake,) = search.mistakes
    assert text[mistake.start : mistake.end] == where
    assert str(mistake).startswith(said)
    assert not mistake.unfinished
    assert [part.node for part in search.parts] == left


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("K*te ", """: "K*te", in a shell '"K*te"'"""),
        ("-title:K*te a ", """: title:"K*te", in a shell 'title:"K*te"'"""),
        ("title:(K*te)", """: "K*te", in a shell '"K*te"'"""),
        ('K*te"x ', "is a sign like others"),
    ],
)
def test_a_star_within_a_word_is_told_with_how_the_word_is_looked_for(text: str, written: str) -> None:
    (mistake,) = parse(text, TODAY).mistakes
    assert str(mistake).endswith(written)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("a has:", [A]),
        ("a has:co", [A]),
        ("a is:un", [A]),
        ("a author:", [A]),
        ('a author:"', [A]),
        ("a OR", [A]),
        ("a NOT", [A]),
        ("a NOT ", [A]),
        ("NOT", []),
        ("a -", [A]),
        ("a OR NOT", [A]),
        ("a (", [A]),
        ("(a OR b) (", [Either((A, B))]),
        ("a -(", [A]),
        ("a venue:-", [A]),
        ("a after:", [A]),
        ("a after:2", [A]),
        ("a after:202", [A]),
        ("a after:2026-", [A, Days(date(2026, 1, 1), None)]),
        ("a after:2026-0", [A, Days(date(2026, 1, 1), None)]),
        ("a before:2026-03-", [A, Days(None, date(2026, 3, 1))]),
        ("a before:2026-03-0", [A, Days(None, date(2026, 3, 1))]),
        ("a after:to", [A]),
        ('a "b c', [A, Words("b c", prefix=True)]),
        ("a (b", [A, Words("b", prefix=True)]),
    ],
)
def test_what_may_only_be_unfinished_is_told_apart(text: str, left: list[Node]) -> None:
    search = parse(text, TODAY)
    (mistake,) = search.mistakes
    assert mistake.unfinished and str(mistake)
    assert [part.node for part in search.parts] == left


def test_a_real_mistake_is_said_before_one_that_is_being_typed() -> None:
    first, second = parse("has:x after:20", TODAY).mistakes
    assert (first.unfinished, second.unfinished) == (False, True)


def test_what_is_left_out_of_a_long_text_is_said() -> None:
    (many,) = parse("a " * (MOST + 1), TODAY).mistakes
    assert "only the first 32 parts are searched; ask for the rest by itself" in str(many)
    (long,) = parse("x" * (LONGEST + 1), TODAY).mistakes
    assert "only the first 1,000 characters are searched; ask for the rest by itself" in str(long)


@pytest.mark.parametrize(
    "text", ["LLM: a", "https://x.y/z a", "hash:abc", "remark: this", "code:yes", "c++:"]
)
def test_what_only_looks_like_a_field_is_no_mistake(text: str) -> None:
    assert parse(text, TODAY).mistakes == ()


@pytest.mark.parametrize(
    "text", ["a* ", "C*-algebra ", "gpt4* (a*) ", '"a *b" ', "2*2 ", "tag:*a ", "a ** b "]
)
def test_a_star_at_the_end_of_a_word_is_no_mistake(text: str) -> None:
    assert parse(text, TODAY).mistakes == ()


def test_a_minus_in_quotes_is_no_beginning() -> None:
    assert parse('a "-"', TODAY).mistakes == ()


@pytest.mark.parametrize(
    ("text", "where", "said"),
    [
        ("a -tga:keep ", "tga:keep", "tga: is no field; did you mean tag:?"),
        ("a -cta:cs.CV", "cta:cs.CV", "cta: is no field; did you mean cat:?"),
        ("a -Form:hf ", "Form:hf", "Form: is no field; did you mean from:?"),
        ("a -starred:yes ", "starred:yes", "starred: is no field; did you mean is:starred?"),
        ("a NOT lable:x ", "lable:x", 'lable: is no field; in quotes it is words: "lable:x", in a shell'),
        ("tga:later OR cat:cs.CV ", "tga:later", "tga: is no field; did you mean tag:?"),
        ("cat:cs.CV OR GPT:4 ", "GPT:4", 'GPT: is no field; in quotes it is words: "GPT:4", in a shell'),
        ("a -(b lable:x) ", "lable:x", "lable: is no field"),
        ("(a lable:x) OR b ", "lable:x", "lable: is no field"),
        ("-(a OR lable:x) ", "lable:x", "lable: is no field"),
        ("a OR -doi:x ", "doi:x", "doi: is no field"),
    ],
)
def test_what_looks_like_a_field_is_a_mistake_where_papers_pass_by_it(
    text: str, where: str, said: str
) -> None:
    (mistake,) = parse(text, TODAY).mistakes
    assert text[mistake.start : mistake.end] == where
    assert str(mistake).startswith(said) and not mistake.unfinished


@pytest.mark.parametrize(
    "text",
    [
        "lable:x b ",
        "(lable:x) b",
        'a -"lable:x" ',
        'a OR "GPT:4" ',
        "a -2406.01234 ",
        "a -arxiv:2406.01234 ",
        "doi:10.1000/x OR acl:2024.acl-long.1 ",
        "a -https://x.y/z ",
        "a -title:foo:bar ",
        "a OR LLM: b",
    ],
)
def test_what_looks_like_a_field_is_no_mistake_elsewhere(text: str) -> None:
    assert parse(text, TODAY).mistakes == ()


def test_an_id_behind_a_minus_may_be_unfinished() -> None:
    (mistake,) = parse("a -arxiv:24", TODAY).mistakes
    assert mistake.unfinished
