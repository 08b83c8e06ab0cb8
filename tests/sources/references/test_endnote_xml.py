"""Papers from EndNote XML."""

from __future__ import annotations

from datetime import date

from radar.papers.listed.paper import Links, Paper
from radar.sources.references.endnote_xml import EndNoteXml
from tests.sources.parsing import meet_hostile_texts, paper_in, parsed

STYLE = '<style face="normal" font="default" size="100%">'
RECORD = f"""\
<record>
<database name="kites.enl" path="/kites.enl">kites.enl</database>
<source-app name="EndNote" version="20.2">EndNote</source-app><rec-number>7</rec-number>
<ref-type name="Journal Article">17</ref-type>
<contributors><authors>
<author>{STYLE}Kite, Ada</style></author><author>{STYLE}The Reel Group,</style></author>
</authors><secondary-authors><author>Editor, An</author></secondary-authors></contributors>
<titles><title>{STYLE}Slack Lines: </style><style face="italic">A Kite&apos;s View</style></title>
<secondary-title>{STYLE}Kites</style></secondary-title></titles>
<periodical><full-title>{STYLE}Transactions on Kites</style></full-title></periodical>
<dates><year>{STYLE}2024</style></year><pub-dates><date>{STYLE}Jun 3</style></date></pub-dates></dates>
<abstract>{STYLE}We fly 12% higher.</style></abstract>
<urls><related-urls><url>{STYLE}https://kites.example/77</style></url></related-urls>
<pdf-urls><url>internal-pdf://kites.pdf</url></pdf-urls></urls>
<electronic-resource-num>{STYLE}10.1000/Kites.77</style></electronic-resource-num>
</record>
"""


def document(*records: str) -> str:
    return '<?xml version="1.0" encoding="UTF-8" ?>\n<xml><records>' + "".join(records) + "</records></xml>"


def test_a_record_becomes_a_paper() -> None:
    text = document(RECORD)
    assert EndNoteXml().recognises(text)
    assert paper_in(EndNoteXml(), text) == Paper(
        id="doi:10.1000/kites.77",  # type: ignore[arg-type]
        title="Slack Lines: A Kite's View",
        authors=("Ada Kite", "The Reel Group"),
        abstract="We fly 12% higher.",
        venue="Transactions on Kites",
        published=date(2024, 6, 3),
        links=Links(landing="https://kites.example/77"),
        doi="10.1000/kites.77",
    )


def test_what_is_not_understood_is_told_by_line() -> None:
    empty = "<record><ref-type>17</ref-type></record>\n"
    odd = RECORD.replace("10.1000/Kites.77", "unknown")
    papers, left_out = parsed(EndNoteXml(), document("\n", empty, odd))
    assert [paper.title for paper in papers] == ["Slack Lines: A Kite's View"]
    assert [(item.line, item.reason) for item in left_out] == [
        (3, "the record has no title"),
        (4, "electronic-resource-num holds no DOI"),
    ]


def test_other_xml_is_not_taken_for_it() -> None:
    assert not EndNoteXml().recognises("<records><record><title>x</title></record></records>")
    assert not EndNoteXml().recognises("<feed><entry/></feed>")


def test_hostile_text_never_raises_and_leaves_clean_papers() -> None:
    meet_hostile_texts(EndNoteXml(), document(RECORD, RECORD))
