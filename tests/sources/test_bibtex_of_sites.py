"""Bibliographies as sites and managers of references write them, beside what BibTeX would have."""

from __future__ import annotations

import pytest

from radar.papers.listed.listing import NotUnderstood
from radar.papers.listed.paper import Paper
from radar.papers.reader.own_marks import OwnMarks
from radar.papers.text.partial_dates import written
from radar.sources.bibtex.bibliography import Bibtex
from radar.sources.references.csl_json import CslJson
from radar.sources.references.csv_table import CsvTable
from radar.sources.references.endnote import EndNote
from radar.sources.references.endnote_xml import EndNoteXml
from radar.sources.references.ris import Ris
from radar.sources.references.zotero_json import ZoteroJson
from radar.sources.source import Format
from tests.sources.parsing import paper_in, parsed


def entry(**fields: str) -> Paper:
    lines = [f"  {name} = {{{value}}}," for name, value in {"title": "On Kites", **fields}.items()]
    return paper_in(Bibtex(), "\n".join(["@article{key,", *lines, "}"]))


@pytest.mark.parametrize(
    ("written", "link"),
    [
        (
            r"https://kites.example/a{\_}b{\_}c?x=1{\&}y={\%}20{\#}z",
            "https://kites.example/a_b_c?x=1&y=%20#z",
        ),
        (r"https://kites.example/a\_b?x=1\&y", "https://kites.example/a_b?x=1&y"),
        (r"https://kites.example/{\~{}}ada/\~{}bo", "https://kites.example/~ada/~bo"),
        (r"https://kites.example/{\textasciitilde}ada/\textasciitilde{}bo", "https://kites.example/~ada/~bo"),
        (r"https://kites.example/$\sim$ada/$^\sim$bo", "https://kites.example/~ada/~bo"),
        # Of several links the first, whatever stands for the break between them.
        (r"https://kites.example/a{\%}5Cnhttps://line.example/b", "https://kites.example/a"),
        (r"https://kites.example/a{\%}0Apapers3://line/b", "https://kites.example/a"),
        ('see <a href="https://kites.example/a">the paper</a>', "https://kites.example/a"),
        ("<https://kites.example/a>", "https://kites.example/a"),
        (r"https://kites.example/41{\textless}1::B{\textgreater}2", "https://kites.example/41<1::B>2"),
    ],
)
def test_a_link_is_read_to_its_end_and_no_further(written: str, link: str) -> None:
    for field in ("url", "howpublished"):
        assert entry(**{field: written}).links.landing == link


@pytest.mark.parametrize(
    "fields",
    [
        {"doi": r"10.1000/Kite{\_}28"},
        {"doi": r"10.1000/kite\_28"},
        {"doi": "DOI: 10.1000/kite_28"},
        {"doi": "10.1000/kite_28, 10.1000/correction"},
        {"doi": "10.1000/kite_28,\n   10.1000/correction"},
        {"doi": "https://doi.org/10.1000/kite_28."},
        {"url": "https://doi.org/10.1000/kite_28"},
        {"url": r"http://dx.doi.org/10.1000/kite{\_}28"},
        {"howpublished": r"\url{https://doi.org/10.1000/kite\_28}"},
        {"url": 'doi:<a href="https://doi.org/10.1000/kite_28">10.1000/kite_28</a>'},
    ],
)
def test_a_doi_is_read_however_it_is_written_and_of_a_link_to_it(fields: dict[str, str]) -> None:
    paper = entry(**fields)
    assert (paper.id, paper.doi) == ("doi:10.1000/kite_28", "10.1000/kite_28")


def test_brackets_of_a_doi_that_stand_in_braces_are_part_of_it() -> None:
    assert entry(doi="10.1000/001(2001)094{[}0909:KITES{]}2.0").doi == "10.1000/001(2001)094[0909:kites]2.0"


def test_links_that_lead_nowhere_for_others_are_passed_over_as_in_other_formats() -> None:
    for url in (r"{\textless}Go to ISI{\textgreater}://WOS:1", "file:///home/ada/kite.pdf"):
        assert entry(url=url).links.landing == ""
    _, told = parsed(Bibtex(), "@misc{a, title={On Kites}, url={kites}}")
    assert [item.reason for item in told] == ["the field url holds no link of the web"]


def test_entities_and_tags_of_sites_are_no_part_of_texts() -> None:
    paper = entry(
        title=r"Kites {\&}amp; Lines of {\textless}i{\textgreater}Reel{\textless}/i{\textgreater}",
        abstract="<h3>Abstract</h3> <p>We fly H<sub>2</sub>O &gt; air, and a < b.</p>",
        booktitle="Proceedings of Kites &#38; Lines",
        author="Kite, Ada &amp; Co.",
        note="Fly &amp; land",
    )
    assert paper.title == "Kites & Lines of Reel"
    assert paper.abstract.strip() == "We fly H2O > air, and a < b."
    assert paper.venue == "Proceedings of Kites & Lines"
    assert paper.authors == ("Ada & Co. Kite",)
    assert paper.comment == "Fly & land"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (r"\{EEG\} and \{fMRI\} of \{THE\} Kite", "EEG and fMRI of THE Kite"),
        (r"\{a, B\} and \{kite\} stay", "{a, B} and {kite} stay"),
        (r"T{\$}\beta{\$}4 and {\$}L{\_}2{\$}", r"T$\beta$4 and $L_2$"),
        (r"from {\$}5 to {\$}10", "from $5 to $10"),
        (r"A \textrightarrow{} B", "A → B"),
    ],
)
def test_what_programs_escape_once_too_often_is_read(written: str, read: str) -> None:
    assert entry(title=written).title == read


@pytest.mark.parametrize(
    ("written", "name"),
    [
        (r"Wei\ssbecker-Kite, Xenia", "Xenia Weißbecker-Kite"),
        (r"B\laszkite, Konrad", "Konrad Błaszkite"),
        (r"\AAsheim, Ada", "Ada Åsheim"),
        (r"Kite, Mat\'\ias", "Matías Kite"),
        (r"Ma\tilde{n}kite, V.", "V. Mañkite"),
        (r"Ignat\cprime ev, M.", "M. Ignatʹev"),
        (r"Naskr\polhk ecki, B.", "B. Naskręcki"),
        (r"Kite, Jo\ão", "João Kite"),
    ],
)
def test_letters_of_names_are_read_where_no_brace_divides_their_command(written: str, name: str) -> None:
    assert entry(author=written).authors == (name,)


def test_a_command_that_is_not_known_stays_whole_outside_of_names() -> None:
    assert entry(title=r"On \lineforms").title == r"On \lineforms"


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("A. Kite, B. Line, C. D. Reel", ("A. Kite", "B. Line", "C. D. Reel")),
        ("Kite, Ada, Line, Bo, van Reel, C.", ("Ada Kite", "Bo Line", "C. van Reel")),
        ("Kite, A.B., B. Line, C.D. Reel, and E. String", ("A.B. Kite", "B. Line", "C.D. Reel", "E. String")),
        ("Kite, Ada, MA, PhD and Line, Bo", ("Ada Kite MA PhD", "Bo Line")),
        ("Lab of Kites, Department of Lines, Reel University, Spain", None),
    ],
)
def test_names_that_only_commas_divide_are_several(written: str, names: tuple[str, ...] | None) -> None:
    read = entry(author=written).authors
    assert read == names if names else len(read) == 1


@pytest.mark.parametrize(
    ("format", "record"),
    [
        (Ris(), "TY  - JOUR\nTI  - On Kites\nAU  - {}\nER  - "),
        (EndNote(), "%0 Journal Article\n%T On Kites\n%A {}"),
        (
            EndNoteXml(),
            "<xml><records><record><ref-type name='Journal Article'>17</ref-type><contributors><authors>"
            "<author>{}</author></authors></contributors><titles><title>On Kites</title></titles></record>"
            "</records></xml>",
        ),
    ],
    ids=["RIS", "EndNote", "EndNote XML"],
)
@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("A. Kite, B. Line, C. Reel, D. Bow", ("A. Kite", "B. Line", "C. Reel", "D. Bow")),
        ("A. Kite, B. Line, C. Reel", ("A. Kite", "B. Line", "C. Reel")),
        ("Kite, A.; Line, B.", ("A. Kite", "B. Line")),
        ("Ada Kite and Bo Line", ("Ada Kite", "Bo Line")),
        ("Center for Kites and Lines", ("Center for Kites and Lines",)),
        ("Institute for Kites and Lines", ("Institute for Kites and Lines",)),
        ("Lab of Kites and Project of Lines", ("Lab of Kites and Project of Lines",)),
        ("Kite, Ada, MA, MBA, MSc", ("Ada Kite MA MBA MSc",)),
        ("Kite, Bo, V", ("Bo Kite V",)),
    ],
)
def test_a_line_for_one_author_may_hold_several(
    format: Format, record: str, line: str, names: tuple[str, ...]
) -> None:
    assert paper_in(format, record.format(line)).authors == names


def test_those_who_are_only_counted_are_nobody() -> None:
    assert entry(author="Kite, A. and {et al.} and 36 others and {\\& 2 more}").authors == ("A. Kite",)


def test_keywords_in_a_field_each_become_tags_all_of_them() -> None:
    text = "@article{a, title={On Kites}, keywords={kites}, keywords={lines {\\&}amp; reels}}"
    marks, paper = Bibtex(takes_tags=True).parse([text])
    assert isinstance(marks, OwnMarks)
    assert marks.tags == ("kites", "lines & reels")
    assert isinstance(paper, Paper)
    assert not any(isinstance(item, NotUnderstood) for item in Bibtex().parse([text]))


def test_the_title_of_a_paper_in_a_book_may_stand_as_its_chapter() -> None:
    text = "@incollection{a, chapter={How Kites Fly}, booktitle={A Book of Wind}}"
    paper = paper_in(Bibtex(), text)
    assert (paper.title, paper.venue) == ("How Kites Fly", "A Book of Wind")
    assert entry(chapter="Of another name").title == "On Kites"
    for chapter in ("3", "III", "Seven"):
        _, told = parsed(Bibtex(), f"@inbook{{a, chapter={{{chapter}}}, booktitle={{A Book}}}}")
        assert [item.reason for item in told] == ["the entry has no title"]


@pytest.mark.parametrize(
    ("format", "text"),
    [
        (Bibtex(), "@article{a, title={On Kites}, doi={10/Kite7b}}"),
        (Ris(), "TY  - JOUR\nTI  - On Kites\nDO  - 10/kite7b\nER  - "),
        (CsvTable(), "Title,Author,DOI,Year\nOn Kites,,10/kite7b,"),
        (CslJson(), '[{"id": "a", "type": "article-journal", "title": "On Kites", "DOI": "10/kite7b"}]'),
        (ZoteroJson(), '[{"itemType": "journalArticle", "title": "On Kites", "DOI": "doi:10/kite7b"}]'),
    ],
    ids=["BibTeX", "RIS", "CSV", "CSL-JSON", "Zotero JSON"],
)
def test_the_short_form_of_a_doi_is_a_link_and_no_mistake(format: Format, text: str) -> None:
    paper = paper_in(format, text)
    assert (paper.links.landing, paper.doi) == ("https://doi.org/10/kite7b", "")


@pytest.mark.parametrize(
    ("rest", "day"),
    [
        ("12/13/", "2024-12-13"),
        ("7/3/", "2024-07-03"),
        ("1//", "2024-01"),
        ("//", "2024"),
        ("Nov 23", "2024-11-23"),
    ],
)
def test_month_and_day_that_endnote_keeps_beside_the_year_are_read(rest: str, day: str) -> None:
    text = (
        "<xml><records><record><ref-type name='Journal Article'>17</ref-type><titles><title>On Kites</title>"
        f"</titles><dates><year>2024</year><pub-dates><date>{rest}</date></pub-dates></dates></record>"
        "</records></xml>"
    )
    published = paper_in(EndNoteXml(), text).published
    assert published is not None
    assert written(published) == day
