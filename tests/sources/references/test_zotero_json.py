"""Papers from Zotero's own JSON."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from radar.papers.listed.paper import Links, Paper
from radar.sources.references.zotero_json import ZoteroJson
from tests.sources.parsing import meet_hostile_texts, paper_in, parsed

ITEM: dict[str, Any] = {
    "itemType": "preprint",
    "title": "Slack Lines: A Kite's View",
    "abstractNote": "We fly 12% higher.",
    "creators": [
        {"firstName": "Ada", "lastName": "Kite", "creatorType": "author"},
        {"name": "The Reel Group", "creatorType": "author"},
        {"firstName": "An", "lastName": "Editor", "creatorType": "editor"},
    ],
    "date": "2024-06-03",
    "url": "http://arxiv.org/abs/2406.00077",
    "repository": "arXiv",
    "extra": "arXiv:2406.00077 [cs.CL]\ntex.howpublished: x",
    "notes": [{"note": "<p>Comment: 12 pages</p>"}, {"note": "my own thoughts"}],
    "attachments": [{"itemType": "attachment", "url": "https://arxiv.org/pdf/2406.00077", "title": "PDF"}],
    "itemID": 7,
}
EXPORT: dict[str, Any] = {
    "config": {"id": "36a3b0b5-bad0-4a04-b79b-441c7cef77db", "label": "BetterBibTeX JSON", "options": {}},
    "version": {"zotero": "7.0"},
    "collections": {"K": {"name": "Kites", "items": [7, 8], "parent": False}},
    "items": [ITEM, {"itemType": "attachment", "title": "A file"}, {"itemType": "note", "note": "x"}],
}


def test_an_item_of_better_bibtex_becomes_a_paper() -> None:
    text = json.dumps({**EXPORT, "collections": {}}, indent=2)
    assert ZoteroJson().recognises(text)
    assert paper_in(ZoteroJson(), text) == Paper(
        id="arxiv:2406.00077",  # type: ignore[arg-type]
        title="Slack Lines: A Kite's View",
        authors=("Ada Kite", "The Reel Group"),
        abstract="We fly 12% higher.",
        categories=("cs.CL",),
        published=date(2024, 6, 3),
        links=Links(landing="http://arxiv.org/abs/2406.00077", pdf="https://arxiv.org/pdf/2406.00077"),
        comment="12 pages",
    )


def test_collections_hold_numbers_of_items_and_not_items() -> None:
    for text in (json.dumps(EXPORT), json.dumps(EXPORT, indent="\t")):
        papers, left_out = parsed(ZoteroJson(), text)
        assert [paper.id for paper in papers] == ["arxiv:2406.00077"]
        assert left_out == []


def test_items_of_the_web_api_have_their_fields_within() -> None:
    item = {
        "key": "K",
        "library": {"id": 1},
        "data": {"itemType": "book", "title": "On Kites", "date": "2020"},
    }
    paper = paper_in(ZoteroJson(), json.dumps([item]))
    assert (paper.title, paper.published) == ("On Kites", date(2020, 1, 1))


def test_what_is_not_understood_is_told() -> None:
    items = [{"itemType": "book"}, {"itemType": "book", "title": "x", "DOI": "none", "creators": "Kite"}]
    papers, left_out = parsed(
        ZoteroJson(), "\n".join(["[", *(json.dumps(item) + "," for item in items), "]"])
    )
    assert [paper.title for paper in papers] == ["x"]
    assert [(item.line, item.reason) for item in left_out] == [
        (2, "the item has no title"),
        (3, "the field DOI holds no DOI"),
        (3, "the field creators holds something that radar does not understand"),
    ]


def test_recognition_looks_for_items_of_zotero() -> None:
    recognises = ZoteroJson().recognises
    assert recognises(json.dumps(EXPORT)[:150])
    assert recognises(json.dumps([ITEM]))
    assert not recognises('[{"type": "book", "title": "x"}]')
    assert not recognises("itemType")


def test_hostile_text_never_raises_and_leaves_clean_papers() -> None:
    meet_hostile_texts(ZoteroJson(), json.dumps(EXPORT, indent=1))
