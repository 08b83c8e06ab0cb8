"""Answers of sites, the usable and the others."""

from __future__ import annotations

import pytest

from radar.errors import ListingError, NetworkError, RadarError, RateLimited
from radar.sources.answers import (
    Wrong,
    declares_entities,
    error_in,
    json_in,
    list_of,
    number_of,
    object_in,
    object_of,
    raise_refusal,
    raise_wrong,
    refusal,
    text_of,
    wrong_markup,
)
from tests.sources.answering import page
from tests.sources.hostile import hostile_texts

PAGE = "<!DOCTYPE html>\n<html><head><title>Just a moment...</title></head></html>"


def test_json_is_read_and_what_it_does_not_have_is_null() -> None:
    assert json_in('\ufeff{"a": [1, NaN, -Infinity]}') == {"a": [1, None, None]}
    assert object_in('{"a": 1}') == {"a": 1}


@pytest.mark.parametrize(
    "before", ["", "\ufeff\n", "<?xml version='1.0'?>", f"<?x {'>' * 3000}?> <!-- <feed> -->\n"]
)
def test_entities_are_seen_however_much_stands_before_them(before: str) -> None:
    assert declares_entities(f"{before}<!DOCTYPE feed [ <!ENTITY a 'ha'> ]><feed>&a;</feed>")
    assert not declares_entities(f"{before}<!DOCTYPE feed SYSTEM 'feed.dtd'><feed/>")
    assert not declares_entities(f"{before}<feed><![CDATA[<!DOCTYPE x [<!ENTITY a 'ha'>]>]]></feed>")
    assert not declares_entities("<!--" * 200_000)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "empty"),
        (" \n", "empty"),
        (PAGE, "a web page instead of data"),
        ("<?xml version='1.0'?><html>", "a web page instead of data"),
        ('[{"a": 1}, {"b', "not whole JSON"),
        ("[" * 5_000_000, "not whole JSON"),
        ('{"a":' * 100_000, "not whole JSON"),
        ("9" * 5_000, "the site answers: 999"),
        ("Rate exceeded.\x1b[2J", "the site answers: Rate exceeded"),
        ('{"error": "Invalid date \\u001b[2J"}', "the site answers: Invalid date"),
    ],
)
def test_another_answer_gives_the_reason(text: str, reason: str) -> None:
    for read in (json_in, object_in):
        wrong = read(text)
        assert isinstance(wrong, Wrong)
        assert reason in wrong.reason and "\x1b" not in wrong.reason and len(wrong.reason) < 250


def test_an_answer_of_another_shape_is_wrong() -> None:
    assert isinstance(object_in("[]"), Wrong)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ({"error": "Paper not found"}, "Paper not found"),
        ({"error": {"message": "no such field", "code": 3}}, "no such field"),
        ({"message": "Too Many Requests.", "code": "429"}, "Too Many Requests"),
        ({"error": "Invalid query parameters error.", "message": "x is no field"}, "x is no field"),
        ({"status": "failed", "message": [{"type": "a", "message": "it is invalid"}]}, "it is invalid"),
        ({"errors": [{"detail": "late"}]}, "late"),
        ({"status": "failed"}, "an error without a word"),
        ({"status": "ok", "message": {"title": ["A"]}}, ""),
        ({"error": None, "errors": [], "notes": []}, ""),
        ([], ""),
    ],
)
def test_the_words_of_the_site_are_found(value: object, words: str) -> None:
    assert error_in(value) == words


def test_a_refusal_has_the_status_and_the_words_but_no_page() -> None:
    told = (
        (page("fine"), None),
        (page("Resource not found.", 404), "the site answers 404: Resource not found"),
        (page('{"error": "gone"}', 410), "the site answers 410: gone"),
        (page(PAGE, 403), "the site answers 403"),
    )
    for answer, reason in told:
        wrong = refusal(answer)
        assert (wrong.reason if wrong else None) == reason


def test_markup_is_told_from_web_pages_by_its_first_element() -> None:
    assert wrong_markup("\ufeff<?xml version='1.0'?>\n<feed xmlns='x'>", ("feed",)) is None
    assert wrong_markup("<a:feed xmlns:a='x'>", ("feed",)) is None
    for text, reason in ((PAGE, "web page"), ("", "empty"), ("{}", "not XML"), ("<svg/>", "promises")):
        wrong = wrong_markup(text, ("feed", "rss"))
        assert wrong and reason in wrong.reason


def test_fields_of_another_kind_are_as_if_they_were_not_there() -> None:
    record = {"a": 1, "b": "x", "c": [1], "d": {"e": 2}, "f": True, "g": "", "h": -1, "i": 1e400}
    assert (text_of(record, "a", "g", "b"), text_of(record, "zz")) == ("x", "")
    assert [number_of(record, name) for name in "abfhiz"] == [1, None, None, None, None, None]
    assert (list_of(record, "c"), list_of(record, "b"), object_of(record, "d"), object_of(record, "c")) == (
        [1],
        [],
        {"e": 2},
        {},
    )


def test_what_is_wrong_is_raised_with_the_source_and_what_to_do() -> None:
    with pytest.raises(ListingError, match=r"hf:daily: the answer is empty") as caught:
        raise_wrong("hf:daily", Wrong("the answer is empty"))
    assert caught.value.hint


def test_hostile_text_never_raises() -> None:
    for text in hostile_texts(1000):
        json_in(text)
        refusal(page(text, 500))
        wrong_markup(text, ("feed",))


@pytest.mark.parametrize(
    ("status", "kind", "said"),
    [
        (429, RateLimited, "the site asks to slow down. It asks to wait 90 s"),
        (503, NetworkError, "the site answers 503"),
        (404, ListingError, "the site answers 404"),
    ],
)
def test_a_refusal_is_raised_as_what_it_means(status: int, kind: type[RadarError], said: str) -> None:
    answer = page("", status, retry_after="90")
    wrong = refusal(answer)
    assert wrong
    with pytest.raises(kind, match=f"doi:10.1/x: {said}") as caught:
        raise_refusal("doi:10.1/x", answer, wrong)
    assert getattr(caught.value, "retry_after", 90.0) == 90.0


@pytest.mark.parametrize("status", [403, 503])
def test_a_site_that_is_closed_for_longer_than_is_waited_says_until_when(status: int) -> None:
    answer = page("", status, retry_after="900")
    wrong = refusal(answer)
    assert wrong
    with pytest.raises(RateLimited, match=f"the site answers {status}. It asks to wait 15 min") as caught:
        raise_refusal("feed:https://x.example/rss", answer, wrong)
    assert caught.value.retry_after == 900.0
