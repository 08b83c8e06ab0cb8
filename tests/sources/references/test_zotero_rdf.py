"""Papers from Zotero RDF."""

from __future__ import annotations

from datetime import date

from radar.papers.listed.paper import Links, Paper
from radar.sources.references.zotero_rdf import ZoteroRdf
from tests.sources.parsing import meet_hostile_texts, paper_in, parsed

HEAD = """\
<rdf:RDF
 xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns:z="http://www.zotero.org/namespaces/export#"
 xmlns:dcterms="http://purl.org/dc/terms/"
 xmlns:bib="http://purl.org/net/biblio#"
 xmlns:foaf="http://xmlns.com/foaf/0.1/"
 xmlns:link="http://purl.org/rss/1.0/modules/link/"
 xmlns:dc="http://purl.org/dc/elements/1.1/">
"""
PREPRINT = """\
    <rdf:Description rdf:about="http://arxiv.org/abs/2406.00077">
        <z:itemType>preprint</z:itemType>
        <dc:publisher><foaf:Organization><foaf:name>arXiv</foaf:name></foaf:Organization></dc:publisher>
        <bib:authors>
            <rdf:Seq>
                <rdf:li><foaf:Person>
                    <foaf:surname>Kite</foaf:surname><foaf:givenName>Ada</foaf:givenName>
                </foaf:Person></rdf:li>
                <rdf:li><foaf:Person><foaf:surname>The Reel Group</foaf:surname></foaf:Person></rdf:li>
            </rdf:Seq>
        </bib:authors>
        <dc:title>Slack Lines: &lt;i&gt;A Kite's View&lt;/i&gt;</dc:title>
        <dcterms:abstract>We fly 12% higher
than $x &lt; 3$.</dcterms:abstract>
        <dc:date>2024-06-03</dc:date>
        <dc:description>arXiv:2406.00077 [cs.CL]
Comment: 12 pages</dc:description>
        <dc:identifier>
            <dcterms:URI><rdf:value>http://arxiv.org/abs/2406.00077</rdf:value></dcterms:URI>
        </dc:identifier>
        <link:link rdf:resource="#item_3"/>
    </rdf:Description>
"""
ARTICLE = """\
    <bib:Article rdf:about="#item_4">
        <z:itemType>journalArticle</z:itemType>
        <dcterms:isPartOf rdf:resource="urn:issn:1234-5678"/>
        <dc:title>On Kites</dc:title>
        <dc:identifier>DOI 10.1000/Kites.77</dc:identifier>
    </bib:Article>
"""
REST = """\
    <z:Attachment rdf:about="#item_3">
        <z:itemType>attachment</z:itemType>
        <dc:title>Preprint PDF</dc:title>
    </z:Attachment>
    <bib:Journal rdf:about="urn:issn:1234-5678">
        <dc:title>Transactions on Kites</dc:title>
        <dc:identifier>ISSN 1234-5678</dc:identifier>
    </bib:Journal>
    <bib:Memo rdf:about="#item_9"><rdf:value>my own thoughts</rdf:value></bib:Memo>
</rdf:RDF>
"""


def test_a_preprint_becomes_a_paper() -> None:
    text = f'<?xml version="1.0" encoding="ISO-8859-1"?>\n{HEAD}{PREPRINT}{REST}'
    assert ZoteroRdf().recognises(text)
    assert paper_in(ZoteroRdf(), text) == Paper(
        id="arxiv:2406.00077",  # type: ignore[arg-type]
        title="Slack Lines: A Kite's View",
        authors=("Ada Kite", "The Reel Group"),
        abstract="We fly 12% higher than $x < 3$.",
        categories=("cs.CL",),
        published=date(2024, 6, 3),
        links=Links(landing="http://arxiv.org/abs/2406.00077"),
        comment="12 pages",
    )


def test_a_journal_is_found_before_and_after_its_article_and_within_it() -> None:
    within = ARTICLE.replace(
        '<dcterms:isPartOf rdf:resource="urn:issn:1234-5678"/>',
        "<dcterms:isPartOf><bib:Journal><dc:title>Kites</dc:title>"
        "<dc:identifier>DOI 10.1000/within</dc:identifier></bib:Journal></dcterms:isPartOf>",
    ).replace("<dc:identifier>DOI 10.1000/Kites.77</dc:identifier>", "")
    papers, left_out = parsed(
        ZoteroRdf(), HEAD + ARTICLE + within + REST.replace("</rdf:RDF>", ARTICLE + "</rdf:RDF>")
    )
    assert left_out == []
    assert sorted((paper.id, paper.venue) for paper in papers) == [
        ("doi:10.1000/kites.77", "Transactions on Kites"),
        ("doi:10.1000/kites.77", "Transactions on Kites"),
        ("doi:10.1000/within", "Kites"),
    ]


def test_a_paper_of_a_meeting_has_its_name() -> None:
    text = (
        '<rdf:Description rdf:about="#item_7"><z:itemType>conferencePaper</z:itemType>'
        "<dc:title>On Kites</dc:title><bib:presentedAt><bib:Conference>"
        "<dc:title>Meeting on Kites</dc:title></bib:Conference></bib:presentedAt>"
        "</rdf:Description>"
    )
    assert paper_in(ZoteroRdf(), HEAD + text + REST).venue == "Meeting on Kites"


def test_an_item_without_title_and_a_cut_document_are_told_by_line() -> None:
    text = HEAD + "<bib:Article><z:itemType>book</z:itemType></bib:Article>\n" + PREPRINT + ARTICLE[:200]
    papers, left_out = parsed(ZoteroRdf(), text)
    assert [paper.id for paper in papers] == ["arxiv:2406.00077"]
    assert {(item.line, item.reason) for item in left_out} == {
        (9, "the item has no title"),
        (text.count("\n") + 1, "the document is not closed: the text may be cut"),
    }


def test_hostile_text_never_raises_and_leaves_clean_papers() -> None:
    meet_hostile_texts(ZoteroRdf(), HEAD + PREPRINT + ARTICLE + REST)
