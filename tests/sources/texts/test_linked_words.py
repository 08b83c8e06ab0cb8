"""Addresses behind the words of links in abstracts."""

from __future__ import annotations

import json

import pytest

from radar.abstracts.reading import read
from radar.papers.listed.listing import Listing, ListingPage
from radar.papers.listed.paper import Paper
from radar.papers.summaries.flags import Release
from radar.sources.bibtex.bibliography import Bibtex
from radar.sources.feeds.entries import feed_in, papers_of_feed
from radar.sources.records.json_lines import JsonLines
from radar.sources.references.csl_json import CslJson
from radar.sources.references.ris import Ris
from radar.sources.sites.crossref import SITE as CROSSREF
from radar.sources.texts.linked_words import with_addresses
from radar.sources.texts.markup import abstract_without_markup, without_markup
from tests.sources.answering import NOON, Answering
from tests.sources.hostile import hostile_texts
from tests.sources.parsing import paper_in

REPOSITORY = "https://github.com/kites/lines"
PAGE = "https://kiter.example/x"
HERE = f'<a href="{REPOSITORY}">here</a>'
ABSTRACT = f"<p>We cut the drag of kites by 12%.</p><p>Code is at {HERE}.</p>"


def plain(text: str, own: str = "") -> str:
    return " ".join(abstract_without_markup(text, own).split())


def feed_paper(described: str) -> Paper:
    text = (
        '<rss version="2.0"><channel><title>Kites</title><item><title>On Kites</title>'
        f"<link>https://kites.example/papers/1?rss=yes</link><description><![CDATA[{described}]]>"
        "</description></item></channel></rss>"
    )
    address = "https://kites.example/feed"
    papers = [
        item for item in papers_of_feed(feed_in(text, address), text, address) if isinstance(item, Paper)
    ]
    return papers[0]


def crossref_paper(abstract: str) -> Paper:
    text = json.dumps({"message": {"DOI": "10.1000/k.7", "title": ["On Kites"], "abstract": abstract}})
    page = ListingPage(Listing("doi:10.1000/k.7"), text, NOON)
    (paper,) = CROSSREF.source("doi:10.1000/k.7", Answering().means()).parse(page)
    assert isinstance(paper, Paper)
    return paper


def papers_with(abstract: str) -> dict[str, Paper]:
    item = {"type": "article", "title": "On Kites", "abstract": abstract, "issued": {"date-parts": [[2024]]}}
    line = {"id": "2401.00001", "title": "On Kites", "abstract": abstract}
    return {
        "feed": feed_paper(abstract),
        "csl": paper_in(CslJson(), json.dumps([item])),
        "crossref": crossref_paper(abstract),
        "lines": paper_in(JsonLines(), json.dumps(line)),
        "ris": paper_in(Ris(), f"TY  - JOUR\nTI  - On Kites\nAB  - {abstract}\nER  - "),
        "bibtex": paper_in(Bibtex(), f"@article{{k, title={{On Kites}}, abstract={{{abstract}}}}}"),
    }


@pytest.mark.parametrize("source", ["feed", "csl", "crossref", "lines", "ris", "bibtex"])
def test_code_that_only_a_link_tells_is_found_wherever_the_abstract_comes_from(source: str) -> None:
    paper = papers_with(ABSTRACT)[source]
    assert " ".join(paper.abstract.split()).endswith(f"Code is at here ({REPOSITORY}).")
    code = read(paper).flags.code
    assert (code.value, code.url) == (Release.RELEASED, REPOSITORY)


@pytest.mark.parametrize(
    ("marked", "text"),
    [
        (
            f'<jats:ext-link ext-link-type="uri" xlink:href="{REPOSITORY}">Our repository</jats:ext-link>.',
            f"Our repository ({REPOSITORY}).",
        ),
        (f"<uri xlink:href='{REPOSITORY}'>Our repository</uri>", f"Our repository ({REPOSITORY})"),
        (f"<A target=_blank HREF={REPOSITORY}>Here.</A> We fly.", f"Here ({REPOSITORY}). We fly."),
        (f'<a href="{REPOSITORY}"><b>here </b></a>now', f"here ({REPOSITORY}) now"),
        (f'our <a href="{REPOSITORY}">tool</a>s', f"our tool ({REPOSITORY}) s"),
        (f'<a href="{REPOSITORY}">here </a>now', f"here ({REPOSITORY}) now"),
        (f'<a href=" {REPOSITORY}?a=1&amp;copy=2 ">here</a>', f"here ({REPOSITORY}?a=1&copy=2)"),
        (
            f'&lt;a href="{REPOSITORY}?a=1&amp;amp;copy=2"&gt;here&lt;/a&gt;',
            f"here ({REPOSITORY}?a=1&copy=2)",
        ),
        (f'<a title="no href=https://x.example/y" href="{REPOSITORY}">here</a>', f"here ({REPOSITORY})"),
        ('<a href="https://doi.org/10.5281/zenodo.77">Data</a>', "Data (https://doi.org/10.5281/zenodo.77)"),
        (f'<a href="{REPOSITORY}">Kites 2024</a>', f"Kites 2024 ({REPOSITORY})"),
        (f'<a href="{REPOSITORY}">https://github.com/kites…</a> it is', f"{REPOSITORY} it is"),
        (f'<a href="https://kites.example/a"><a href="{REPOSITORY}">code</a></a>', f"code ({REPOSITORY})"),
    ],
)
def test_the_address_stands_in_brackets_behind_the_words(marked: str, text: str) -> None:
    assert plain(marked) == text


@pytest.mark.parametrize(
    ("marked", "text"),
    [
        (f'<a href="{REPOSITORY}">{REPOSITORY}/</a>', f"{REPOSITORY}/"),
        (f'<a href="{REPOSITORY}">github.com/kites/lines</a>', "github.com/kites/lines"),
        (
            'lines<a href="#ref1">1</a> and <a href="https://kites.example/a#ref2">[2,3]</a>',
            "lines1 and [2,3]",
        ),
        ('<a href="https://kites.example/a#fn">†</a><a href="/b">there</a>', "†there"),
        ('<a href="https://kites.example/a#r7">Doe et al., 2019</a>', "Doe et al., 2019"),
        ('<a href="https://kites.example/a#r7">Doe (2019)</a>', "Doe (2019)"),
        ('<a href="https://kites.example/a#f2">Fig. 2</a>', "Fig. 2"),
        ('<a href="https://records.example/7">ABC01234</a>', "ABC01234"),
        ('<a href="mailto:ada@kites.example">Ada</a>', "Ada"),
        ('<a href="https://doi.org/10.1000/k.7">Full text</a>', "Full text"),
        ('<a href="https://kites.example/k7">doi:10.1000/k.7</a>', "doi:10.1000/k.7"),
        (f'<a href="{REPOSITORY}">$x$-lines</a>', "$x$-lines"),
        (f'<a href="{REPOSITORY}"><mml:math><mml:mi>xy</mml:mi></mml:math></a>', "xy"),
        (f'<a href="{REPOSITORY}"><img src="x"/></a>seen', "seen"),
        ("<a href='javascript:alert(1)'>click here</a>", "click here"),
        ('<a href="https://ada:secret@kites.example/x">here</a>', "here"),
        ('<a href="https://kites.example/\x1b]8;;x">here</a>', "here"),
        (f'<a href="{REPOSITORY}">{"word " * 60}</a>', ("word " * 60).strip()),
        ('<a href="https://kites.example/1#top">Read more</a>', "Read more"),
    ],
)
def test_what_the_words_tell_or_what_leads_nowhere_stays_without_an_address(marked: str, text: str) -> None:
    assert plain(marked, "https://kites.example/1?rss=yes") == text


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("<p>We fly.</p><p>Project page: {}</p>", "KITER"),
        ("We fly. The data are found {}.", "here"),
        ("We fly. See {} for the weights.", "this https URL"),
        ("Find the lines {}.", "on our project page"),
        ("We introduce {}, a benchmark of kites.", "KITER"),
        ("{} is released.", "KITER"),
        ("We show it in a {}.", "demo"),
        ("We fly. The code is <b>publicly</b> {}.", "available online"),
    ],
)
def test_a_page_that_the_words_or_their_sentence_call_the_papers_own_is_kept(marked: str, words: str) -> None:
    link = f'<a href="{PAGE}">{words}</a>'
    assert f"{words} ({PAGE})" in plain(marked.format(link))


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("<p>Our code flies.</p><p>The post on data appeared first on {}</p>", "Data and Kites"),
        ("<p>The data are released.</p><p>{} Comments</p>", "Share"),
        ("<p>The data are released.</p>{}", "Share"),
        ("The data are released. A {} flies.", "kite"),
        ("A {} flies. The data are released.", "kite"),
        ("<div>A kite flies</div> {} <div>Code</div>", "here"),
        ("We show {}, who flies.", "Ada"),
        ("We fly our model like a {}.", "kite"),
        ("Read more about the code {}.", "here"),
    ],
)
def test_other_pages_are_left_out_and_repositories_never(marked: str, words: str) -> None:
    assert "(" not in plain(marked.format(f'<a href="{PAGE}?data=code">{words}</a>'))
    assert f"({REPOSITORY})" in plain(marked.format(f'<a href="{REPOSITORY}">{words}</a>'))


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("Wir messen Drachen. Die Daten sind {} verfügbar.", "hier"),
        ("Der Quellcode ist auf der {} abrufbar.", "Seite der Gruppe"),
        ("Wir stellen KITER vor (siehe {}).", "Projektseite"),
        ("Nous volons. Le code est disponible {}.", "ici"),
        ("Les données sont téléchargeables sur {}.", "Cerfs-volants"),
        ("Los datos y el código están disponibles {}.", "aquí"),
        ("Os dados podem ser baixados {}.", "neste link"),
        ("Il codice è disponibile su {}.", "KITER"),
        ("Данные опубликованы {}.", "здесь"),
        ("我们放飞风筝。代码可在{}获取。", "此处"),
        ("凧を測る。データは{}からダウンロードできる。", "こちら"),
        ("연을 날린다. 코드는 {}에 공개되어 있다.", "여기"),
    ],
)
def test_a_page_that_a_sentence_in_another_language_calls_the_papers_own_is_kept(
    marked: str, words: str
) -> None:
    assert f"{words} ({PAGE})" in plain(marked.format(f'<a href="{PAGE}">{words}</a>'))


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("Die Daten zeigen es. Ein {} fliegt.", "Drachen"),
        ("Los datos muestran que la {} vuela.", "cometa"),
        ("El artículo está disponible {}.", "aquí"),
        ("Le code vole. Lire la suite {}.", "ici"),
        ("Die Daten sind verfügbar. Der Beitrag erschien zuerst auf {}.", "Drachenblog"),
        ("数据表明{}会飞。", "风筝"),
        ("データは公開。{}が飛ぶ。", "凧"),
    ],
)
def test_other_pages_in_other_languages_are_left_out(marked: str, words: str) -> None:
    assert "(" not in plain(marked.format(f'<a href="{PAGE}">{words}</a>'))


def test_titles_and_what_stands_before_an_abstract_in_a_feed_get_no_addresses() -> None:
    assert without_markup(f"On {HERE}") == "On here"
    paper = feed_paper(
        '<p>Authors: <a href="https://people.example/ada">Ada Kite</a>, Bo Line</p><p>Source: <a '
        'href="https://kites.example/journal">Kite Letters</a>, Volume 2</p><p>Abstract: We fly. Code is '
        f"{HERE}.</p>"
    )
    assert (paper.authors, paper.venue) == (("Ada Kite", "Bo Line"), "Kite Letters")
    assert paper.abstract == f"We fly. Code is here ({REPOSITORY})."


def test_a_takeaway_leaves_the_address_out() -> None:
    paper = crossref_paper(f'We propose <a href="{REPOSITORY}">KITER</a>, a kite that cuts drag by 12%.')
    assert paper.abstract.startswith(f"We propose KITER ({REPOSITORY})")
    assert read(paper).takeaway.text == "We propose KITER, a kite that cuts drag by 12%."


@pytest.mark.parametrize(
    "piece",
    [
        *(HERE, f'<a href="{REPOSITORY}">', f'<a href="{REPOSITORY}">x.', "<a href=", "<a href='", "</a>"),
        *(f'<a href="{PAGE}">{"http " * 40}x</a>', f'<a href="{PAGE}">here</a>: - '),
        *(f"<a href={REPOSITORY} x='", "<a href='https://x.org/&amp;'>", "<a " + "b=c " * 9, "..</a>", "..…"),
        *(f'<a href="{REPOSITORY}">' + "." * 999, f'<a href="{REPOSITORY}">' + "<b>" * 99 + "</a>"),
    ],
)
def test_many_links_and_many_that_are_never_closed_are_read_in_one_walk(piece: str) -> None:
    # A walk that begins anew at each piece would take longer than any test may.
    assert len(abstract_without_markup(piece * (300_000 // len(piece)))) <= 300_000
    abstract_without_markup(f'<a href="{REPOSITORY}">' + piece * (300_000 // len(piece)) + "</a>")


def test_hostile_text_never_raises() -> None:
    for text in hostile_texts(1000):
        abstract_without_markup(f'<a href="{text}">{text}</a>')
        with_addresses(f"<a href={text}>here</a>", text)
