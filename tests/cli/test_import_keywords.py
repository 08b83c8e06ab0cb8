"""Tags and notes that come with papers of a file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from radar.cli import main

BIB = (
    "@article{kite, title = {On Kites and Their Strings}, author = {Ada Kite}, "
    "keywords = {wind, #Kites; long strings}, note = {12 pages}, annote = {mine}}\n"
)


def tags_of(capsys: pytest.CaptureFixture[str]) -> list[list[str]]:
    capsys.readouterr()
    assert main(["list", "--json"]) == 0
    return [sorted(json.loads(line)["tags"]) for line in capsys.readouterr().out.splitlines()]


def test_keywords_become_tags_only_where_asked_and_beside_those_that_are_there(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "kites.bib"
    path.write_text(BIB, encoding="utf-8")
    assert main(["import", str(path)]) == 0
    printed = capsys.readouterr()
    assert printed.err == "left out: fields radar does not take: annote (1 paper), keywords (1)\n"
    assert tags_of(capsys) == [[]]
    assert main(["tag", "mine", "kites"]) == 0
    capsys.readouterr()
    assert main(["import", "--tags", str(path)]) == 0
    printed = capsys.readouterr()
    assert printed.err == "left out: fields radar does not take: annote (1 paper)\n"
    assert printed.out == "kites.bib: 1 paper: 0 new, 1 known, tags added to 1 known\n"
    assert tags_of(capsys) == [["Kites", "long strings", "mine", "wind"]]
    assert main(["import", "--tags", str(path)]) == 0
    assert capsys.readouterr().out == "kites.bib: 1 paper: 0 new, 1 known\n", "it has them all"
    path.write_text(BIB.replace("wind, ", "WIND, rain, ") + BIB.replace("wind", "rain"), encoding="utf-8")
    assert main(["import", "--tags", str(path)]) == 0
    assert "2 known, tags added to 1 known\n" in capsys.readouterr().out, "it came twice"
    assert tags_of(capsys) == [["Kites", "long strings", "mine", "rain", "wind"]]


FILES = {
    "kites.ris": "TY  - JOUR\nTI  - On Kites and Strings\nKW  - wind\nKW  - long strings\nER  - \n",
    "kites.nbib": "PMID- 1\nTI  - On Kites and Strings\nOT  - wind\nOT  - long strings\n\n",
    "kites.enw": "%0 Journal Article\n%T On Kites and Strings\n%K wind\nlong strings\n",
    "kites.txt": "PT J\nAU Kite, A\nTI On Kites and Strings\nDE wind; long strings\nPY 2020\nER\n",
    "kites.csv": "title,author,year,manual tags\nOn Kites and Strings,Ada Kite,2020,wind; long strings\n",
    "csl.json": '[{"type": "book", "title": "On Kites and Strings", "author": [],'
    ' "keyword": "wind, long strings", "issued": {"date-parts": [[2020]]}}]',
    "zotero.json": '{"items": [{"itemType": "book", "title": "On Kites and Strings",'
    ' "tags": [{"tag": "wind"}, {"tag": "long strings"}]}]}',
    "kites.xml": "<xml><records><record><ref-type>17</ref-type>"
    "<titles><title>On Kites and Strings</title></titles>"
    "<keywords><keyword>wind</keyword><keyword>long strings</keyword></keywords></record></records></xml>",
    "kites.rdf": '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:bib="http://purl.org/net/biblio#"'
    ' xmlns:z="http://www.zotero.org/namespaces/export#"><bib:Article rdf:about="#1">'
    "<dc:title>On Kites and Strings</dc:title><dc:subject>wind</dc:subject><dc:subject><z:AutomaticTag>"
    "<rdf:value>long strings</rdf:value></z:AutomaticTag></dc:subject></bib:Article></rdf:RDF>",
}


@pytest.mark.parametrize("name", FILES)
def test_each_format_gives_its_keywords(
    name: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_text(FILES[name], encoding="utf-8")
    assert main(["import", "--tags", str(path)]) == 0
    assert tags_of(capsys) == [["long strings", "wind"]]


NOTED = {
    "kites.ris": ("ER  - ", "N1  - Comment: 12 pages\nN1  - <p>my own thoughts</p>\nER  - ", "N1"),
    "kites.csv": ("manual tags\nOn Kites", "notes\nOn Kites", "notes"),
    "csl.json": ('"type": "book"', '"type": "book", "annote": "mine"', "annote"),
    "zotero.json": ('"itemType"', '"notes": [{"note": "<p>mine</p>"}], "itemType"', "notes"),
    "kites.xml": ("<keywords>", "<research-notes>mine</research-notes><keywords>", "research-notes"),
    "kites.rdf": (
        "</bib:Article>",
        '<t:isReferencedBy xmlns:t="http://purl.org/dc/terms/" rdf:resource="#2"/></bib:Article>'
        '<bib:Memo rdf:about="#2"><rdf:value>my own thoughts</rdf:value></bib:Memo>',
        "bib:Memo",
    ),
}


@pytest.mark.parametrize("name", NOTED)
def test_notes_of_the_reader_are_not_taken_and_counted(
    name: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    before, after, field = NOTED[name]
    assert before in FILES[name]
    path = tmp_path / name
    path.write_text(FILES[name].replace(before, after), encoding="utf-8")
    assert main(["import", "--tags", str(path)]) == 0
    assert capsys.readouterr().err == f"left out: fields radar does not take: {field} (1 paper)\n"


@pytest.mark.parametrize(
    ("name", "before", "field"),
    [
        ("csl.json", '"type": "book"', "note"),
        ("zotero.json", '"itemType"', "extra"),
        ("kites.csv", "manual tags", "extra"),
    ],
)
def test_a_note_beside_the_fields_of_a_reference_manager_is_the_readers_and_counted(
    name: str, before: str, field: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path, counted = tmp_path / name, f"left out: fields radar does not take: {field} (1 paper)\n"
    assert before in FILES[name]
    for note, told in (("my own thoughts", counted), ("Citation Key: kite2020", "")):
        is_table = name.endswith(".csv")
        text = FILES[name].replace(before, field if is_table else f'"{field}": "{note}", {before}')
        path.write_text(text.replace("wind; long strings", note) if is_table else text, encoding="utf-8")
        assert main(["import", "--tags", str(path)]) == 0
        assert capsys.readouterr().err == told


def test_the_note_that_a_bibliography_prints_is_the_comment_of_its_paper(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "kites.bib"
    path.write_text(BIB, encoding="utf-8")
    assert main(["import", str(path)]) == 0
    capsys.readouterr()
    assert main(["list", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["comment"] == "12 pages"


@pytest.mark.parametrize(
    "note", ["Comment: 12 pages", "arXiv:2401.00001 [cs]", "<p>arXiv:2401.00001</p>", "doi: 10.1000/kite"]
)
def test_a_note_that_is_read_as_the_papers_is_not_counted(
    note: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "kites.ris"
    path.write_text(FILES["kites.ris"].replace("ER  - ", f"N1  - {note}\nER  - "), encoding="utf-8")
    assert main(["import", "--tags", str(path)]) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("format", ["bibtex", "csl-json", "csv", "jsonl"])
def test_what_radar_exported_brings_tags_and_note_along_to_another_library(
    format: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path, out = tmp_path / "kites.bib", tmp_path / "out"
    path.write_text(BIB, encoding="utf-8")
    assert main(["import", "--tags", str(path)]) == 0
    capsys.readouterr()
    assert main(["list", "--json"]) == 0
    id = json.loads(capsys.readouterr().out)["id"]
    note = 'read_this & that: 5 % of {them}, ~never "again" \\ done'
    assert main(["note", id, note]) == 0
    assert main(["export", "--format", format, "--out", str(out)]) == 0
    other = tmp_path / "other.sqlite3"
    capsys.readouterr()
    assert main(["--library", str(other), "import", str(out)]) == 0
    printed = capsys.readouterr()
    assert printed.err == ""
    assert "1 with marks, tags or notes" in printed.out
    assert main(["--library", str(other), "show", "--json", id]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert (shown["tags"], shown["note"]) == (["Kites", "long strings", "wind"], note)
