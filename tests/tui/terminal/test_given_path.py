from pathlib import Path

import pytest

from radar.errors import ListingError
from radar.tui.terminal.given_path import (
    common_beginning,
    completion,
    given_file,
    names_a_file,
    place_to_write,
)


@pytest.fixture
def listing() -> Path:
    path = Path.home() / "my papers.txt"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("A title\nAn abstract\n")
    return path


@pytest.mark.parametrize(
    "form",
    [
        "{path}",
        "  {path}\n",
        "'{path}'",
        '"{path}"',
        "~/my papers.txt",
        "~/my\\ papers.txt",
        "file://{url}",
    ],
)
def test_a_file_is_found_in_the_forms_in_which_terminals_write_it(listing: Path, form: str) -> None:
    text = form.format(path=listing, url=str(listing).replace(" ", "%20"))
    assert given_file(text) == listing
    assert names_a_file(text)


def test_a_backslash_in_a_name_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "odd\\name.txt"
    path.write_text("x")
    assert given_file(str(path)) == path


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "No file is named"),
        ("   ", "No file is named"),
        ("/no such folder/papers.txt", "There is no folder /no such folder"),
        ("~nobody-of-this-name/x", "There is no folder ~nobody-of-this-name"),
        ("'", "There is no file '"),
        ("x" * 300, "There is no such file: File name too long"),
        ("file://[", "There is no file ["),
    ],
)
def test_what_is_wrong_with_a_path_is_said(text: str, message: str) -> None:
    with pytest.raises(ListingError) as caught:
        given_file(text)
    assert message in str(caught.value)
    assert not names_a_file(text)


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(ListingError, match=r"There is no file gone\.txt in"):
        given_file(str(tmp_path / "gone.txt"))
    with pytest.raises(ListingError, match="is a folder"):
        given_file(str(tmp_path))


def test_a_listing_is_no_path() -> None:
    assert not names_a_file("A title\nAn abstract")
    assert not names_a_file("word " * 2000)
    assert not names_a_file("a\0b")


def test_a_path_is_completed_to_the_first_name_that_begins_like_it(tmp_path: Path) -> None:
    for name in ("papers.bib", "papers.txt", ".papers-hidden", "other"):
        (tmp_path / name).write_text("x")
    (tmp_path / "folder").mkdir()
    at = f"{tmp_path}/"
    assert completion(f"{at}pap") == f"{at}papers.bib"
    assert completion(f"{at}papers.t") == f"{at}papers.txt"
    assert completion(f"{at}fol") == f"{at}folder/"
    assert completion(f"{at}.pap") == f"{at}.papers-hidden"
    assert [completion(f"{at}{text}") for text in ("", "x", "no/such")] == ["", "", ""]


def test_tab_completes_as_far_as_all_names_agree(tmp_path: Path) -> None:
    at = f"{tmp_path}/"
    assert (completion(at), common_beginning(at)) == ("", at)
    (tmp_path / "papers.bib").write_text("x")
    (tmp_path / ".hidden").write_text("x")
    assert (completion(at), common_beginning(at)) == (f"{at}papers.bib", f"{at}papers.bib")
    (tmp_path / "papers-of-mine").mkdir()
    assert (completion(at), common_beginning(at)) == ("", f"{at}papers")
    assert common_beginning(f"{at}pap") == f"{at}papers"
    assert common_beginning(f"{at}papers-") == f"{at}papers-of-mine/"
    assert common_beginning(f"{at}x") == f"{at}x"


def test_tab_completes_nothing_where_a_folder_has_more_names_than_are_looked_at(tmp_path: Path) -> None:
    for number in range(5_000):
        (tmp_path / f"papers-{number:04}.bib").touch()
    at = f"{tmp_path}/"
    assert common_beginning(f"{at}pap") == f"{at}papers-"
    (tmp_path / "papers.txt").touch()
    assert common_beginning(f"{at}pap") == f"{at}pap"


def test_a_name_that_a_terminal_would_act_on_is_not_offered(tmp_path: Path) -> None:
    (tmp_path / "papers\x1b]0;owned\x07.txt").write_text("x")
    assert completion(f"{tmp_path}/pap") == ""


def test_a_path_in_the_home_folder_is_completed_as_it_was_typed(listing: Path) -> None:
    assert completion("~/my") == "~/my papers.txt"


@pytest.mark.parametrize(
    ("text", "path"),
    [
        (' "/shelf/my papers.bib" ', "/shelf/my papers.bib"),
        ("'/shelf/out.bib'", "/shelf/out.bib"),
        ("file:///shelf/my%20papers.bib", "/shelf/my papers.bib"),
        ('/shelf/"quoted".bib', '/shelf/"quoted".bib'),
        ('"', '"'),
    ],
)
def test_a_file_to_write_is_named_as_one_to_read(text: str, path: str) -> None:
    assert place_to_write(text) == Path(path)
