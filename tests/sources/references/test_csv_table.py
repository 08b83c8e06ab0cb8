"""Papers from tables."""

from __future__ import annotations

from datetime import date

import pytest

from radar.papers.listed.paper import Links, Paper
from radar.papers.text.partial_dates import written
from radar.sources.references.csv_table import CsvTable
from tests.sources.parsing import meet_hostile_texts, paper_in, parsed

ZOTERO = (
    '"Key","Item Type","Publication Year","Author","Title","Publication Title","DOI","Url","Abstract Note",'
    '"Date","Extra"\n'
    '"K1","journalArticle","2024","van der Line, Bo; The Reel Group","Slack ""Lines""","Kites",'
    '"10.1000/Kites.77","https://kites.example/77","We fly,\n12% higher.","2024-06-03","Citation Key: kite"\n'
    '"K2","attachment","","","A file","","","","","",""\n'
)


def test_an_item_of_zotero_becomes_a_paper() -> None:
    assert CsvTable().recognises("\ufeff" + ZOTERO)
    assert paper_in(CsvTable(), "\ufeff" + ZOTERO) == Paper(
        id="doi:10.1000/kites.77",  # type: ignore[arg-type]
        title='Slack "Lines"',
        authors=("Bo van der Line", "The Reel Group"),
        abstract="We fly, 12% higher.",
        venue="Kites",
        published=date(2024, 6, 3),
        links=Links(landing="https://kites.example/77"),
        doi="10.1000/kites.77",
    )


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_other_tables_are_read_by_the_names_of_their_columns(separator: str) -> None:
    cells = (
        ["Title", "Year", "Author full names", "DOI", "Abstract"],
        ["On Kites", "2020", "X", "10.1000/x", "Higher."],
    )
    text = "\n".join(separator.join(row) for row in cells)
    paper = paper_in(CsvTable(), text.replace("X", '"Kite, Ada (57190000001); Line, Bo (57190000002)"'))
    assert (paper.title, paper.authors, paper.published) == (
        "On Kites",
        ("Ada Kite", "Bo Line"),
        date(2020, 1, 1),
    )


def test_what_is_not_understood_is_told_by_the_line_it_begins_at() -> None:
    text = (
        'title,doi,abstract,authors\n"Kept","none","two\nlines",""\n,"10.1000/x",,\n"Caf\udce9",,,\n'
        '"Last",,,"Kite, A. and Line, B."\n"Open,' + "x" * 200_000
    )
    papers, left_out = parsed(CsvTable(), text)
    assert [(paper.title, paper.authors) for paper in papers] == [
        ("Kept", ()),
        ("Last", ("A. Kite", "B. Line")),
    ]
    assert [(item.line, item.reason.split(" (")[0].split(";")[0]) for item in left_out] == [
        (2, "the column DOI holds no DOI"),
        (4, "the line has no title"),
        (5, "not UTF-8 text"),
        (7, "not a line of the table"),
    ]


def test_recognition_looks_for_columns_of_papers() -> None:
    recognises = CsvTable().recognises
    assert not recognises("title,price\nKite,3\n")
    assert not recognises("A title, with an abstract and a doi\n")
    assert not recognises("")


def test_hostile_text_never_raises_and_leaves_clean_papers() -> None:
    meet_hostile_texts(CsvTable(), ZOTERO)


def test_a_sign_before_a_formula_is_a_guard_only_in_the_tables_that_radar_writes() -> None:
    own = 'title,authors,takeaway_origin,abstract\n"\'=Kites","\'@Ada Kite",rule,"\'Kites\' fly."\n'
    paper = paper_in(CsvTable(), own)
    assert (paper.title, paper.authors, paper.abstract) == ("=Kites", ("@Ada Kite",), "'Kites' fly.")
    assert paper_in(CsvTable(), own.replace("takeaway_origin", "venue")).title == "'=Kites"


def test_links_of_one_cell_are_told_apart() -> None:
    cell = "https://kites.example/a|b|https://kites.example/c.pdf | https://kites.example/d |"
    links = paper_in(CsvTable(), f"title,authors,url\nKites,Ada,{cell}\n").links
    assert (links.landing, links.pdf) == ("https://kites.example/a|b", "https://kites.example/c.pdf")


@pytest.mark.parametrize("day", ["2024", "2024-06", "2024-06-03"])
def test_a_day_is_read_as_exactly_as_it_is_given(day: str) -> None:
    published = paper_in(CsvTable(), f"title,authors,published\nOn Kites,Ada Kite,{day}\n").published
    assert published and written(published) == day


def test_when_a_paper_was_listed_and_its_categories_are_sure_only_in_the_tables_that_radar_writes() -> None:
    table = "title,authors,abstract,listed,categories,{}\nKites,Ada Kite,They fly.,{},cs.RO cs.LG,rule\n"
    paper = paper_in(CsvTable(), table.format("takeaway_origin", "2024-06-03"))
    assert (paper.listed, paper.categories) == (date(2024, 6, 3), ("cs.RO", "cs.LG"))
    other = paper_in(CsvTable(), table.format("origin", "2024-06-03"))
    assert (other.listed, other.categories) == (None, ())
    (kept,), (told,) = parsed(CsvTable(), table.format("takeaway_origin", "soon"))
    assert (kept.listed, told.line, told.reason) == (None, 2, "the column listed holds no day")
    assert told.field


def test_what_scopus_writes_where_there_is_nothing_is_nothing() -> None:
    row = '"[No author name available]","[No author name available]",Preface,2021,"[No abstract available]"'
    (paper,), told = parsed(CsvTable(), f"Authors,Author full names,Title,Year,Abstract\n{row}")
    assert (paper.title, paper.authors, paper.abstract, told) == ("Preface", (), "", [])


@pytest.mark.parametrize("column", ["arxiv", "arXiv ID", "arxiv_id"])
@pytest.mark.parametrize(
    "cell",
    [
        "2405.00009v2",
        "arXiv:2405.00009v2",
        "arXiv:2405.00009v2 [cs.RO]",
        "https://arxiv.org/abs/2405.00009v2",
    ],
)
def test_a_column_of_arxivs_numbers_needs_no_word_before_them(column: str, cell: str) -> None:
    paper = paper_in(CsvTable(), f"title,year,authors,{column}\nOn Kites,2024,Ada Kite,{cell}\n")
    assert (paper.id, paper.version) == ("arxiv:2405.00009", 2)


def test_what_is_no_number_of_arxiv_in_its_column_is_told() -> None:
    papers, told = parsed(CsvTable(), "title,year,authors,arxiv\nOn Kites,2024,Ada Kite,yes\n")
    assert [paper.title for paper in papers] == ["On Kites"]
    assert [(report.reason, report.field) for report in told] == [
        ("the column arxiv holds no number of arXiv", True)
    ]


def test_a_bare_number_in_another_column_is_no_number_of_arxiv() -> None:
    paper = paper_in(CsvTable(), "title,year,authors,number\nOn Kites,2024,Ada Kite,2405.00009\n")
    assert paper.id.startswith("title:")


TOO_MANY = (
    "{} cells where the head has {}: radar cannot tell which belong where; "
    "put quotes around a text with a comma in it"
)


@pytest.mark.parametrize(
    ("head", "row"),
    [
        ("title,abstract,authors,year", "Kites, a survey,They fly.,Ada Kite,2020"),
        ("title,doi,year,authors", "Kites,10.1000/x,2020,Kite, Ada"),
        ("title,authors,abstract", "Kites,Ada Kite,They fly, and land."),
        ("title,year,authors,url", "Kites, 2019,2020,Ada Kite,https://kites.example/7"),
        ("title,authors,abstract,year", "Kites,Ada Kite,1999,2000,2001"),
        ("title,authors,abstract,date", "Kites,Ada Kite,They fly,as in 2019,2020-05"),
        ("title,authors,year,shelf", "Kites,Ada Kite,2020,left,soon"),
    ],
)
def test_a_row_with_more_cells_than_names_is_told_and_not_taken_with_texts_of_other_columns(
    head: str, row: str
) -> None:
    papers, (told,) = parsed(CsvTable(), f"{head}\n{row}\n")
    cells, names = row.count(",") + 1, head.count(",") + 1
    assert (papers, told.line, told.reason, told.text) == ([], 2, TOO_MANY.format(cells, names), row)
    assert not told.field, "it is counted as a line that was left out"


def test_a_row_whose_last_cell_is_in_its_place_is_a_paper_without_what_stands_behind_it() -> None:
    (paper,), (told,) = parsed(CsvTable(), "title,authors,year\nKites,Ada Kite,2020,to read,soon\n")
    assert (paper.title, paper.authors) == ("Kites", ("Ada Kite",))
    assert (told.line, told.reason, told.field) == (
        2,
        "5 cells where the head has 3: those behind them are left out",
        True,
    )


@pytest.mark.parametrize(
    ("head", "row"),
    [
        ("title,authors,date", "Kites,Ada Kite,2020-05-06,2021"),
        ("title,authors,date,shelf", "Kites,Ada Kite,6 May 2020,left,2021"),
        ("title,year,authors,doi", "Kites,2020,Ada Kite,10.1000/kites,7"),
        ("title,year,authors,url", "Kites,2020,Ada Kite,https://kites.example/7,7"),
    ],
)
def test_a_day_a_doi_or_a_link_in_its_place_shows_that_nothing_moved(head: str, row: str) -> None:
    (paper,), (told,) = parsed(CsvTable(), f"{head}\n{row}\n")
    assert (paper.title, paper.authors, told.field) == ("Kites", ("Ada Kite",), True)


def test_empty_cells_behind_the_last_name_are_no_mistake() -> None:
    text = "title,authors,abstract\nKites,Ada Kite,They fly.,,\nStrings,Bo Line,They hold., \n"
    papers, told = parsed(CsvTable(), text)
    assert ([paper.title for paper in papers], told) == (["Kites", "Strings"], [])


def test_a_head_that_names_a_column_twice_is_told_and_the_first_that_is_filled_counts() -> None:
    text = "title,title,abstract,authors,x,x\nKites,Fish,They fly.,Ada Kite\n,Strings,They hold.,Bo Line\n"
    papers, (told,) = parsed(CsvTable(), text)
    assert [paper.title for paper in papers] == ["Kites", "Strings"]
    assert (told.line, told.reason) == (
        1,
        "the head names the column title twice, of which the first that is filled counts",
    )
