"""Papers from RIS, in the ways that its exporters write it."""

from __future__ import annotations

from datetime import date

import pytest

from radar.papers.listed.paper import Links, Paper
from radar.papers.text.partial_dates import written
from radar.sources.references.ris import Ris
from tests.sources.parsing import meet_hostile_texts, paper_in, parsed

ZOTERO = """\
TY  - JOUR
TI  - Slack Lines: <i>A Kite's View</i> of NLP
AU  - Kite, Ada
AU  - van der Line, Bo
AU  - Reel, Cy, Jr.
AU  - The Reel Group
T2  - Transactions on Kites
AB  - We fly 12% higher at 10<sup>5</sup> m.
Code is at https://github.com/kites-example/slack_lines.
DA  - 2024/06/03/
PY  - 2024
DO  - 10.1000/Kites.77
UR  - https://kites.example/77
L1  - https://kites.example/77.pdf
N1  - Comment: 12 pages, 3 kites
KW  - wind
ER  -
"""


def record(*lines: str) -> Paper:
    return paper_in(Ris(), "\n".join(["TY  - JOUR", "TI  - On Kites", *lines, "ER  - "]))


def test_a_record_of_zotero_becomes_a_paper() -> None:
    assert paper_in(Ris(), ZOTERO) == Paper(
        id="doi:10.1000/kites.77",  # type: ignore[arg-type]
        title="Slack Lines: A Kite's View of NLP",
        authors=("Ada Kite", "Bo van der Line", "Cy Reel Jr.", "The Reel Group"),
        abstract="We fly 12% higher at 10^5 m. Code is at https://github.com/kites-example/slack_lines.",
        venue="Transactions on Kites",
        published=date(2024, 6, 3),
        links=Links(landing="https://kites.example/77", pdf="https://kites.example/77.pdf"),
        comment="12 pages, 3 kites",
        doi="10.1000/kites.77",
    )


@pytest.mark.parametrize(
    "lines",
    [
        ("DO  - 10.48550/arXiv.2401.00001",),
        ("UR  - http://arxiv.org/abs/2401.00001",),
        ("N1  - arXiv:2401.00001 [cs]",),
        ("N1  - <p>arXiv:2401.00001</p>",),
        ("M1  - arXiv:2401.00001",),
        ("PB  - arXiv", "AN  - 2401.00001"),
        ("JF  - arXiv preprint arXiv:2401.00001",),
        ("JO  - CoRR", "VL  - abs/2401.00001"),
        ("DO  - 10.1000/x", "UR  - https://arxiv.org/pdf/2401.00001.pdf"),
    ],
)
def test_a_preprint_is_known_by_its_number_wherever_that_stands(lines: tuple[str, ...]) -> None:
    paper = record(*lines)
    assert paper.id == "arxiv:2401.00001"
    assert paper.venue == "" and paper.comment == ""


def test_a_version_and_a_category_are_kept() -> None:
    paper = record("N1  - arXiv:2401.00001v3 [cs.CL]", "N1  - Comment: at a meeting")
    assert (paper.version, paper.categories, paper.comment) == (3, ("cs.CL",), "at a meeting")


@pytest.mark.parametrize(
    "line", ["VL  - 2024.1234", "N1  - An answer to arXiv:2401.00001", "M1  - 2401.00001"]
)
def test_another_number_is_not_taken_for_that_of_a_preprint(line: str) -> None:
    assert record(line, "DO  - 10.1000/x").id == "doi:10.1000/x"


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        (("PY  - 2024", "DA  - 2024/06/03/"), "2024-06-03"),
        (("PY  - 2024//",), "2024"),
        (("Y1  - 2024/06//Spring",), "2024-06"),
        (("PY  - 2024", "DA  - JUN 12"), "2024-06-12"),
        (("PY  - 2024", "DA  - JUN"), "2024-06"),
        (("PY  - 2024", "DA  - 2023/06/03"), "2024"),
        (("DA  - 3 June 2024",), "2024-06-03"),
        (("DA  - 2024-06-03",), "2024-06-03"),
        (("DA  - 31/05/2024",), "2024-05-31"),
        (("DA  - 05/31/2024",), "2024-05-31"),
        (("DA  - 05/05/2024",), "2024-05-05"),
        (("PY  - 2024/00/00/",), "2024"),
        (("PY  - in press",), ""),
    ],
)
def test_the_day_is_read_as_exactly_as_it_is_given(lines: tuple[str, ...], day: str) -> None:
    published = record(*lines).published
    assert (written(published) if published else "") == day


def test_the_tags_of_other_exporters_are_read() -> None:
    old = paper_in(
        Ris(),
        "TY  - JOUR\nID  - 7\nT1  - Old Kites\nA1  - Kite,A.\nA1  - Line,B.\nY1  - 2020/03//\n"
        "N2  - Abstract\nof it\nJF  - Journal of Kites\nJA  - J. Kit.\nSP  -\nM3  - doi: 10.1000/OLD\nER  -",
    )
    assert (old.title, old.authors, old.abstract) == ("Old Kites", ("A. Kite", "B. Line"), "Abstract of it")
    assert (old.venue, old.published, old.doi) == ("Journal of Kites", date(2020, 3, 1), "10.1000/old")
    chapter = paper_in(Ris(), "TY  - CHAP\nTI  - A Chapter\nBT  - A Book\nER  - ")
    book = paper_in(Ris(), "TY  - BOOK\nBT  - A Book\nA2  - Editor, An\nER  - ")
    assert (chapter.title, chapter.venue, book.title, book.authors) == ("A Chapter", "A Book", "A Book", ())


def test_of_several_abstracts_the_first_counts_however_long_a_translation_is() -> None:
    first = "We fly kites in the wind of the morning and look at what the lines do when nobody holds them."
    cut = first[:88] + "..."
    for tags, abstract in (
        ((f"AB  - {first}", f"AB  - {'Cometas en el viento. ' * 9}"), first),
        ((f"N2  - {first} {first}", f"AB  - {cut}"), f"{first} {first}"),
        (("AB  - No abstract.", f"N2  - {first}"), first),
    ):
        text = "\n".join(("TY  - JOUR", "TI  - Kites", *tags, "ER  - "))
        assert paper_in(Ris(), text).abstract == abstract


def test_text_of_databases_between_records_is_no_part_of_them() -> None:
    text = (
        "\ufeffRecord #1 of 2\nProvider: Kites Ltd\n\n1.\nTY  -  JOUR\nTI  -  One\nZZ  - not known\nER  -\n\n"
        "Link to the full text: https://kites.example\nC1  - Database: Kites\nSearch Strategy:\n"
        "TY  - JOUR\nTI  - Two\n\nAB  - First part.\n\n   Second part.\nER  - "
    )
    papers, left_out = parsed(Ris(), text)
    assert [(paper.title, paper.abstract) for paper in papers] == [
        ("One", ""),
        ("Two", "First part. Second part."),
    ]
    assert left_out == []


def test_one_blank_before_the_hyphen_is_enough_and_no_word_of_an_abstract_a_tag() -> None:
    paper = paper_in(Ris(), "TY - JOUR\nTI - On\nAB - With\nAI - a study - and\nPY - 2020\nER -")
    assert (paper.title, paper.abstract, paper.published) == (
        "On",
        "With AI - a study - and",
        date(2020, 1, 1),
    )


@pytest.mark.parametrize(
    ("lines", "authors"),
    [
        (
            ("AU  - Kite, Ada", "      van der Line, Bo", "Reel, C. D., Jr."),
            ("Ada Kite", "Bo van der Line", "C. D. Reel Jr."),
        ),
        (("A1  - Kite,", "Ada"), ("Ada Kite",)),
        (
            ("AU  - The Consortium for the Study of", "Kites and Lines"),
            ("The Consortium for the Study of Kites and Lines",),
        ),
        (("AU  - Kite, A.; Line, B.; Reel, C.; Spool, D.; Knot, E.; Wind, F.; Gust,", "G."), None),
    ],
)
def test_names_that_go_on_in_the_next_line_and_names_below_each_other_are_read(
    lines: tuple[str, ...], authors: tuple[str, ...] | None
) -> None:
    paper = record(*lines)
    assert paper.authors == authors if authors else paper.authors[-1] == "G. Gust"


def test_a_line_without_a_tag_that_is_no_name_is_told_and_no_part_of_an_author() -> None:
    text = "TY  - JOUR\nTI  - On\nKites\nAU  - Kite, Ada\nsomething else stands here\nAB  - We\nfly.\nER  - "
    (paper,), left_out = parsed(Ris(), text)
    assert (paper.title, paper.authors, paper.abstract) == ("On Kites", ("Ada Kite",), "We fly.")
    assert [(item.line, item.reason, item.text, item.field) for item in left_out] == [
        (5, "a line without a tag behind an author is no name", "something else stands here", True)
    ]


def test_records_without_an_end_or_glued_together_are_kept_apart() -> None:
    text = "TY  - JOUR\nTI  - One\nTY  - JOUR\nTI  - Two\nER  - TY  - JOUR\r\nTI  - Three\r\nER  - \r\n"
    papers, left_out = parsed(Ris(), text)
    assert [paper.title for paper in papers] == ["One", "Two", "Three"]
    assert left_out == []
    papers, left_out = parsed(Ris(), "TY  - JOUR\nTI  - One\nER  - \nTY  - JOUR\nTI  - Cut")
    assert [paper.title for paper in papers] == ["One", "Cut"]
    assert [(item.line, item.reason) for item in left_out] == [
        (4, "the last record has no end (ER): the file may be cut")
    ]


def test_a_record_whose_beginning_is_missing_is_still_read() -> None:
    papers, left_out = parsed(Ris(), "AU  - Kite, Ada\nTI  - One\nER  - \nTY  - JOUR\nTI  - Two\nER  - ")
    assert [paper.title for paper in papers] == ["One", "Two"]
    assert left_out == []


def test_what_cannot_be_used_is_told_by_its_line() -> None:
    text = (
        "TY  - JOUR\nAU  - Kite, Ada\nER  - \nTY  - JOUR\nTI  - Caf\udce9\nER  - \n"
        "TY  - JOUR\nTI  - Kept\nDO  - unknown\nER  - "
    )
    papers, left_out = parsed(Ris(), text)
    assert [paper.title for paper in papers] == ["Kept"]
    assert [(item.line, item.reason.split(";")[0]) for item in left_out] == [
        (1, "the record has no title"),
        (5, "not UTF-8 text"),
        (7, "the field DO holds no DOI"),
    ]


def test_a_record_without_end_does_not_fill_the_memory() -> None:
    lines = ["TY  - JOUR", "TI  - One", *["AB  - " + "kite " * 200_000] * 6, "ER  - ", *ZOTERO.splitlines()]
    papers, left_out = parsed(Ris(), lines)
    assert len(papers) == 1
    assert [(item.line, item.reason) for item in left_out] == [(1, "a record of more than 4 MB")]


def test_recognition_looks_for_a_record_with_another_tag() -> None:
    recognises = Ris().recognises
    assert recognises(ZOTERO)
    assert recognises("Provider: x\n\n TY - JOUR\nT1 - x")
    assert not recognises("TY  - JOUR")
    assert not recognises("AU  - Kite, Ada\nTI  - x")
    assert not recognises("")


def test_hostile_text_never_raises_and_leaves_clean_papers() -> None:
    meet_hostile_texts(Ris(), ZOTERO)


def test_the_notes_of_a_reader_are_no_words_of_the_authors() -> None:
    paper = record("N1  - our code is at https://github.com/me/kites, see there", "N1  - Comments: 9 pages")
    assert paper.comment == "9 pages"
    assert record("N1  - code: https://github.com/me/kites").comment == ""


@pytest.mark.parametrize(
    "note",
    [
        "DOI: 10.1000/kites.7",
        "https://doi.org/10.1000/kites.7",
        "doi:10.1000/kites.7.",
        "<p>DOI: 10.1000/kites.7</p>",
    ],
)
def test_a_doi_at_the_beginning_of_a_note_is_the_papers(note: str) -> None:
    assert record(f"N1  - {note}").doi == "10.1000/kites.7"


@pytest.mark.parametrize(
    "note",
    [
        "Comment: 4 pages. For other results, see https://doi.org/10.48550/arXiv.2401.00001",
        "Comment: an answer to doi:10.1000/other",
        "see 10.1000/other",
    ],
)
def test_a_doi_amid_a_note_is_another_papers(note: str) -> None:
    paper = record(f"N1  - {note}", "UR  - https://arxiv.org/abs/2505.00009")
    assert (paper.id, paper.doi) == ("arxiv:2505.00009", "")


def test_the_link_of_a_preprint_says_more_than_a_note() -> None:
    paper = record("N1  - DOI: 10.48550/arXiv.2401.00001", "UR  - https://arxiv.org/abs/2505.00009")
    assert paper.id == "arxiv:2505.00009"


@pytest.mark.parametrize(
    "below",
    [
        ("Berlin, Germany",),
        ("Department of Physics, University", "Berlin, Germany"),
        ("Kite Street, Building", "New York, USA"),
        ("Washington, D.C.", "Boston, MA"),
        ("Note, important", "Remark, useful"),
        ("Hill House, Main", "Tower Hill, Lower", "London, U.K."),
    ],
)
def test_an_address_below_an_author_is_told_and_no_author(below: tuple[str, ...]) -> None:
    text = "\n".join(("TY  - JOUR", "TI  - On Kites", "AU  - Kite, Ada", *below, "PY  - 2020", "ER  - "))
    (paper,), left_out = parsed(Ris(), text)
    assert paper.authors == ("Ada Kite",)
    assert [(item.line, item.text) for item in left_out] == [
        (number, line) for number, line in enumerate(below, 4)
    ]


def test_what_stands_below_one_of_many_tags_of_authors_is_no_author() -> None:
    lines = ("AU  - Kite, Ada", "Wickham, Hill", "Lower, Tower", "AU  - Line, Bo", "Reel, Cy")
    (paper,), left_out = parsed(Ris(), "\n".join(("TY  - JOUR", "TI  - On Kites", *lines, "ER  - ")))
    assert paper.authors == ("Ada Kite", "Bo Line")
    assert [item.line for item in left_out] == [4, 5, 7]


def test_of_a_list_of_names_a_line_that_is_none_is_told() -> None:
    lines = ("AU  - Kite, Ada", "Line, Bo", "Reel, Cy", "Gust, Mo", "Aachen, Germany")
    (paper,), left_out = parsed(Ris(), "\n".join(("TY  - JOUR", "TI  - On Kites", *lines, "ER  - ")))
    assert paper.authors == ("Ada Kite", "Bo Line", "Cy Reel", "Mo Gust")
    assert [item.line for item in left_out] == [7]


@pytest.mark.parametrize("tag", ["AU", "AB"])
def test_a_value_of_very_many_lines_is_read_in_one_walk(tag: str) -> None:
    # Texts that grow line by line, or are looked through at each, would take longer than any test may.
    lines = ["b,"] * 400_000
    paper = paper_in(Ris(), "\n".join(("TY  - JOUR", "TI  - On Kites", f"{tag}  - a,", *lines, "ER  - ")))
    assert paper.title == "On Kites"
