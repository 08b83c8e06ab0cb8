"""Papers from bibliographies."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from datetime import date

import pytest

from radar.papers.listed.identity import title_id
from radar.papers.listed.listing import FieldsLeftOut, NotUnderstood
from radar.papers.listed.paper import Links, Paper, clean_paper
from radar.papers.text.partial_dates import written
from radar.sources.bibtex.bibliography import Bibtex
from radar.sources.texts.tex_text import plain_text
from tests.sources.hostile import hostile_texts

ANTHOLOGY = """\
@inproceedings{kite-line-2024-slack,
    title = "Slack Lines: A {K}ite's View of {NLP}",
    author = "Kite, Ad{\\'a}  and
      van der Line, Bo  and
      {The Reel Group}",
    editor = "Someone, Else",
    booktitle = "Proceedings of the 1st Meeting on Kites (Volume 1: Long Papers)",
    month = aug,
    year = "2024",
    address = "Bangkok, Thailand",
    publisher = "Association for Kites",
    url = "https://aclanthology.org/2024.acl-long.77/",
    doi = "10.18653/v1/2024.acl-long.77",
    pages = "1--12",
    abstract = "We fly 12{\\%} higher. Code is at \\url{https://github.com/kites-example/slack_lines}."
}
"""


def parsed(lines: Iterable[str]) -> tuple[list[Paper], list[NotUnderstood]]:
    papers: list[Paper] = []
    left_out: list[NotUnderstood] = []
    for item in Bibtex().parse(lines):
        (papers if isinstance(item, Paper) else left_out).append(item)  # type: ignore[arg-type]
    return papers, left_out


def paper_of(text: str) -> Paper:
    papers, left_out = parsed(text.splitlines())
    assert left_out == []
    (paper,) = papers
    return paper


def entry(**fields: str) -> Paper:
    lines = [f"  {name} = {{{value}}}," for name, value in {"title": "On Kites", **fields}.items()]
    return paper_of("\n".join(["@article{key,", *lines, "}"]))


def test_an_entry_of_the_acl_anthology_becomes_a_paper() -> None:
    assert paper_of(ANTHOLOGY) == Paper(
        id="acl:2024.acl-long.77",  # type: ignore[arg-type]
        title="Slack Lines: A Kite's View of NLP",
        authors=("Adá Kite", "Bo van der Line", "The Reel Group"),
        abstract="We fly 12% higher. Code is at https://github.com/kites-example/slack_lines.",
        venue="Proceedings of the 1st Meeting on Kites (Volume 1: Long Papers)",
        published=date(2024, 8, 1),
        links=Links(landing="https://aclanthology.org/2024.acl-long.77/"),
        doi="10.18653/v1/2024.acl-long.77",
    )


@pytest.mark.parametrize(
    "fields",
    [
        {"eprint": "2401.00001", "archiveprefix": "arXiv", "primaryclass": "cs.CL"},
        {"eprint": "2401.00001v2", "eprinttype": "arxiv"},
        {"url": "http://arxiv.org/abs/2401.00001"},
        {"journal": "arXiv preprint arXiv:2401.00001"},
        {"journal": "CoRR", "volume": "abs/2401.00001"},
        {"doi": "10.48550/arXiv.2401.00001"},
        {"note": "arXiv:2401.00001 [cs]"},
        {"note": "{arXiv}:2401.00001"},
        {"note": "\\url{https://arxiv.org/abs/2401.00001}"},
        {"howpublished": "\\url{https://arxiv.org/abs/2401.00001}"},
    ],
)
def test_a_preprint_is_known_by_its_number_wherever_that_stands(fields: dict[str, str]) -> None:
    paper = entry(**fields)
    assert paper.id == "arxiv:2401.00001"
    assert paper.venue == "" and paper.comment == ""


@pytest.mark.parametrize(
    "note",
    [
        "Also available as arXiv preprint arXiv:2401.00001",
        "Extended version at \\url{https://arxiv.org/abs/2401.00001}",
        "[Online]. Available: https://arxiv.org/abs/2401.00001",
        "Accepted at Kite Days 2024. arXiv:2401.00001",
        "Under review, arXiv preprint arXiv:2401.00001",
        "To appear. Preprint v2: arXiv:2401.00001",
        "Accessed: 2024-01-01, https://arxiv.org/abs/2401.00001",
    ],
)
def test_a_note_may_lead_to_the_number_of_the_preprint(note: str) -> None:
    assert entry(note=note, doi="10.1000/x").id == "arxiv:2401.00001"


@pytest.mark.parametrize(
    "note",
    [
        "A reply to arXiv:2401.00001",
        "Companion to \\url{https://arxiv.org/abs/2401.00001}",
        "See arXiv:2401.00001",
        "Reply to Kite (2023), arXiv:2401.00001",
    ],
)
def test_a_note_that_speaks_of_another_paper_gives_neither_id_nor_link(note: str) -> None:
    paper = entry(note=note, doi="10.1000/x")
    assert (paper.id, paper.links.landing) == ("doi:10.1000/x", "https://doi.org/10.1000/x")


def test_other_papers_are_known_by_doi_or_title() -> None:
    assert entry(doi="https://doi.org/10.1000/A\\_B").id == "doi:10.1000/a_b"
    assert entry(doi="10.1000/x").links.landing == "https://doi.org/10.1000/x"
    assert entry(author="Kite, Ada").id == title_id("On Kites", "Ada Kite")
    assert entry(eprint="123", archiveprefix="jstor", doi="10.1000/x").id == "doi:10.1000/x"


@pytest.mark.parametrize(
    ("fields", "day"),
    [
        ({"year": "2024", "month": "jun"}, "2024-06"),
        ({"year": "2024", "month": "June 3"}, "2024-06-03"),
        ({"year": "2024", "month": "3~jun"}, "2024-06-03"),
        ({"year": "2024", "month": "06", "day": "9"}, "2024-06-09"),
        ({"year": "2024", "month": "10--12"}, "2024-10"),
        ({"year": "2024"}, "2024"),
        ({"year": "2024", "month": "Spring"}, "2024"),
        ({"year": "in press"}, ""),
        ({"date": "2024-06-03/2024-06-07"}, "2024-06-03"),
        ({"date": "2024-06"}, "2024-06"),
        ({"date": "2024"}, "2024"),
    ],
)
def test_the_day_is_read_as_exactly_as_it_is_given(fields: dict[str, str], day: str) -> None:
    published = entry(**fields).published
    assert (written(published) if published else "") == day


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("Ada Kite and Bo Line", ("Ada Kite", "Bo Line")),
        ("Kite, Ada and Line, Jr., Bo and others", ("Ada Kite", "Bo Line Jr.")),
        ("{Barnes and Noble} and Kite, A.", ("Barnes and Noble", "A. Kite")),
        ("M{\\\"u}ller, J{\\\"o}rg and Garc{\\'\\i}a, Jos\\'{e}", ("Jörg Müller", "José García")),
        ("Kite,\n   Ada\n AND\n Line,  Bo", ("Ada Kite", "Bo Line")),
    ],
)
def test_authors_become_names(written: str, names: tuple[str, ...]) -> None:
    assert entry(author=written).authors == names


@pytest.mark.parametrize(
    ("tex", "text"),
    [
        ("plain text", "plain text"),
        ("{B}races {and {M}ore}", "Braces and More"),
        (
            "Erd\\H{o}s, \\v{S}koda, \\c{c}a, \\o re, Stra\\ss e, \\L{}\\'od\\'z, \\~n",
            "Erdős, Škoda, ça, øre, Straße, Łódź, ñ",
        ),
        ("50\\% \\& more\\_less \\#1", "50% & more_less #1"),
        ("from $x_{1}^{2}$ to \\$5", "from $x_{1}^{2}$ to $5"),
        ("\\emph{very {D}eep} and {\\it slanted} text", "very Deep and slanted text"),
        ("see \\href{https://kites.example}{here}", "see here (https://kites.example)"),
        ("pages 1--2 --- ``quoted''", "pages 1–2 — “quoted”"),
        ("10\\textsuperscript{6} or 10\\textsuperscript{--3} kites", "10^6 or 10^-3 kites"),
        (
            "10{\\textsuperscript{6}}, {10}\\textsuperscript{7} or 10\\textsuperscript{$-$8}",
            "10^6, 10^7 or 10^-8",
        ),
        ("the 20\\textsuperscript{th} CO\\textsubscript{2}", "the 20th CO2"),
        ("a~b https://kites.example/~ada", "a b https://kites.example/~ada"),
        ("an \\unknown{command} stays", "an \\unknown{command} stays"),
        ("unclosed {brace and } extra}", "unclosed brace and extra"),
        ("ends in \\", "ends in"),
    ],
)
def test_tex_becomes_text(tex: str, text: str) -> None:
    assert " ".join(plain_text(tex).split()) == text


def test_strings_are_resolved_and_comments_passed_over() -> None:
    text = """Some words before.
@string{acl = "Meeting on Kites"}
@preamble{"\\newcommand{\\x}{y}"}
@comment{jabref-meta: something}
@inproceedings(key, title = "On" # { Kites}, booktitle = acl # " 2024", month = jun, year = 2024)
"""
    paper = paper_of(text)
    assert (paper.title, paper.venue, paper.published) == (
        "On Kites",
        "Meeting on Kites 2024",
        date(2024, 6, 1),
    )


@pytest.mark.parametrize(
    "written",
    [
        "title = {On {Kites} = more} author = {Ada Kite}, year = 2020",
        'title = "On {Kites} = more"author = "Ada Kite"\n year = 2020',
        'title = {On } # "Kites = more" author = ada year = 2020, note = {Ours}',
    ],
)
def test_a_missing_comma_is_told_and_the_field_behind_it_read(written: str) -> None:
    papers, left_out = parsed([f"@string{{ada = {{Ada Kite}}}}\n@article{{key, {written}}}"])
    assert [(paper.title, paper.authors) for paper in papers] == [("On Kites = more", ("Ada Kite",))]
    assert papers[0].published == date(2020, 1, 1)
    assert all(item.field for item in left_out)
    assert left_out[0].reason == "a comma is missing before author, which is read all the same"


@pytest.mark.parametrize("name", ["annote", "annotation", "comment"])
def test_what_a_reader_noted_is_told_and_is_no_comment_of_the_authors(name: str) -> None:
    paper, told = Bibtex().parse(["@article{key, title = {On Kites},", f" {name} = {{Read this again}}}}"])
    assert isinstance(paper, Paper)
    assert paper.comment == ""
    assert told == FieldsLeftOut(((name, 1),))


def test_what_zotero_files_in_a_bibliography_is_told_from_words_of_the_authors() -> None:
    written = ["@misc{key, title = {On Kites},", " note = {Publisher: Kite Press},"]
    paper, *told = Bibtex().parse([*written, " annote = {Comment: 12 pages, 3 kites},", "}"])
    assert isinstance(paper, Paper) and told == []
    assert paper.comment == "12 pages, 3 kites"
    assert entry(abstract="Abstract\n   We fly.").abstract == "We fly."
    assert entry(abstract="Abstract meaning is a kite.").abstract == "Abstract meaning is a kite."


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (r"Nguy{\~{\^{e}}}n", "Nguy\u1ec5n"),
        (r"{\(\lambda\)}-Calculus", r"$\lambda$-Calculus"),
        (r"{\textquotesingle}Kites{\textquotesingle}", "'Kites'"),
        (r"{\textcopyright} 2019, 5{\textdegree}", "© 2019, 5°"),
    ],
)
def test_what_managers_of_references_write_of_signs_is_read(written: str, read: str) -> None:
    assert plain_text(written) == read


def test_numbers_by_which_dblp_tells_people_apart_are_no_part_of_a_name() -> None:
    assert entry(author="Wei Li 0001 and Kite 2020 Team and Ada {Kite} 0012").authors == (
        "Wei Li",
        "Kite 2020 Team",
        "Ada Kite",
    )


def test_notes_become_the_comment_unless_they_are_only_a_link() -> None:
    assert entry(note="Code at https://kites.example/code").comment == "Code at https://kites.example/code"
    paper = entry(note="\\url{https://kites.example/paper}")
    assert (paper.comment, paper.links.landing) == ("", "https://kites.example/paper")


def test_a_broken_entry_is_reported_by_its_line_and_the_others_read() -> None:
    lines = [
        "@article{one, title={One}}",
        "",
        "@article{broken, title={Two",
        "",
        "@article{three, title={Three}}",
    ]
    papers, left_out = parsed(lines)
    assert [paper.title for paper in papers] == ["One", "Three"]
    assert [item.line for item in left_out] == [3]
    assert left_out[0].text.startswith("@article{broken")


def test_entries_without_title_and_volumes_of_proceedings_are_reported() -> None:
    papers, left_out = parsed(["@misc{a, year=2020}", "@proceedings{b, title={Proceedings of Kites}}"])
    assert papers == []
    assert [(item.line, item.reason) for item in left_out] == [
        (1, "the entry has no title"),
        (2, "a volume of proceedings, not a paper"),
    ]


def test_a_key_used_twice_gives_two_papers_and_a_field_used_twice_a_report() -> None:
    papers, left_out = parsed(["@article{k, title={One}}", "@article{k, title={Two}, title={Three}}"])
    assert [paper.title for paper in papers] == ["One", "Two"]
    papers, left_out = parsed(["@article{a, title={One}}", "@article{b, title={Two}, title={Three}}"])
    assert [paper.title for paper in papers] == ["One", "Two"]
    assert [item.line for item in left_out] == [2]


def test_an_entry_with_bytes_that_are_not_utf8_is_reported_at_its_line() -> None:
    lines = ["@article{a, title={One},", "author={Caf\udce9}}", "@article{b, title={Two}}"]
    papers, left_out = parsed(lines)
    assert [(paper.title, paper.authors) for paper in papers] == [("One", ()), ("Two", ())]
    assert [(item.line, item.field) for item in left_out] == [(2, True)]
    assert "UTF-8" in left_out[0].reason
    papers, left_out = parsed(["@article{a,", "title={Caf\udce9}}", "@article{b, title={Two}}"])
    assert [paper.title for paper in papers] == ["Two"]
    assert [(item.line, item.field) for item in left_out] == [(2, False)]
    assert "UTF-8" in left_out[0].reason


def test_long_bibliographies_are_read_in_parts_with_right_numbers_of_lines() -> None:
    lines = ['@string{venue = "Kites"}']
    for number in range(1700):
        lines += [f"@article{{key{number},", f"  title = {{Kite {number}}},", "  journal = venue", "}", ""]
    lines += ["@article{last, year = 2020}"]
    papers, left_out = parsed(lines)
    assert [paper.title for paper in papers] == [f"Kite {number}" for number in range(1700)]
    assert {paper.venue for paper in papers} == {"Kites"}
    assert [item.line for item in left_out] == [len(lines)]


def test_the_library_prints_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    parsed(["@article{broken, title={Two", "@article{three, title={Three}}"])
    assert capsys.readouterr() == ("", "")
    assert not logging.getLogger("bibtexparser").isEnabledFor(logging.WARNING)


def test_recognition_looks_for_entries() -> None:
    recognises = Bibtex().recognises
    assert recognises("% a comment\n\n @InProceedings{key,\n")
    assert recognises("@string(x = {y})")
    assert not recognises("@someone wrote {this}")
    assert not recognises("")
    assert not recognises('{"id": "@article{x"}')


def test_hostile_text_never_raises_and_leaves_clean_papers() -> None:
    for text in hostile_texts(3000):
        for item in Bibtex().parse(text.split("\n")):
            if isinstance(item, Paper):
                assert clean_paper(item) == item
                item.id.encode()
    assert plain_text("{" * 100_000 + "kite" + "\\'" * 100_000) == "kite"


@pytest.mark.parametrize(
    ("field", "value", "reason"),
    [
        ("year", "20xx", "the field year holds no year"),
        ("year", "next to nothing", "the field year holds no year"),
        ("date", "soon-01", "the field date holds no day"),
        ("doi", "not a doi", "the field doi holds no DOI"),
        ("url", "ftp://kites.example/x", "the field url holds no link of the web"),
        ("url", "javascript:alert(1)", "the field url holds no link of the web"),
    ],
)
def test_a_field_that_says_nothing_radar_can_take_is_told(field: str, value: str, reason: str) -> None:
    (paper,), (told,) = parsed(["", "@article{k, title = {On Kites},", f"  {field} = {{{value}}}", "}"])
    assert (paper.title, paper.published, paper.doi, paper.links) == ("On Kites", None, "", Links())
    assert (told.line, told.reason, told.text, told.field) == (2, reason, value, True)


@pytest.mark.parametrize(
    "year",
    [
        "in press",
        "In Press.",
        "forthcoming",
        "n.d.",
        "(n. d.)",
        "to appear",
        "submitted",
        "im Druck",
        "{}",
        "tba",
    ],
)
def test_that_a_paper_has_no_year_yet_is_no_mistake(year: str) -> None:
    assert entry(year=year).published is None
    assert entry(date=year).published is None


def test_the_category_of_biblatex_and_the_comments_of_jabrefs_users_are_seen() -> None:
    text = (
        "@online{k, title = {On Kites}, eprint = {2503.04567}, eprinttype = {arXiv}, eprintclass = {cs.LG}, "
        "comment-ada = {mine}}"
    )
    paper, left_out = Bibtex().parse([text])
    assert isinstance(paper, Paper)
    assert (paper.id, paper.categories) == ("arxiv:2503.04567", ("cs.LG",))
    assert left_out == FieldsLeftOut((("comment-ada", 1),))
