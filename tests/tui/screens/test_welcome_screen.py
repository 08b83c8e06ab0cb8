from pathlib import Path

import pytest
from textual import events
from textual.screen import Screen
from textual.widgets import Input, OptionList, TextArea

from radar.pipeline.pasted import Pasted, look_at_pasted
from radar.tui.screens.welcome_screen import WelcomeChoice, WelcomeScreen
from radar.tui.words.welcome_page import kept_in
from radar.wiring.listings import build_formats
from tests.sources.feeds.test_opml import LIST
from tests.tui.screens.alone import Alone, text_of, until

LISTING = "Pebbler: Sorting Pebbles\nSorting pebbles is slow. [/] [@click=app.quit]x[/]\n"


@pytest.fixture
def listing() -> Path:
    path = Path.home() / "papers.txt"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(LISTING)
    return path


def welcome(first: bool = True) -> Alone[WelcomeChoice]:
    return Alone(WelcomeScreen(("hf:daily", "arxiv:[/]"), first=first))


def error(app: Alone[WelcomeChoice]) -> str:
    return text_of(app.shown.query_one("#welcome-error"))


async def test_the_way_to_a_model_is_told_below_the_choices_and_not_below_a_form() -> None:
    app = welcome()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        line = app.shown.query_one("#welcome-model")
        assert "e sets up one" in text_of(line)
        assert 0 < line.region.bottom <= 24
        await pilot.press("i")
        assert not line.display


async def test_an_endpoint_that_was_set_up_meanwhile_is_told_there() -> None:
    names = [""]
    app = Alone(WelcomeScreen(endpoint=lambda: names[0]))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        line = app.shown.query_one("#welcome-model")
        await app.push_screen(Screen())
        names[0] = "tiny at [local]"
        app.pop_screen()
        await pilot.pause()
        assert "tiny at [local] writes them where it is asked" in text_of(line)
        assert "sets up" not in text_of(line)


@pytest.mark.parametrize(("size", "seen"), [((80, 24), True), ((80, 12), True), ((40, 8), False)])
async def test_the_file_that_papers_are_kept_in_is_told_where_there_is_room(
    size: tuple[int, int], seen: bool
) -> None:
    app = Alone(WelcomeScreen(library=kept_in("~/mine.sqlite3", made=True)))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        line = app.shown.query_one("#welcome-library")
        assert not seen or text_of(line) == "Papers are kept in ~/mine.sqlite3, which is new."
        assert (0 < line.region.bottom <= size[1]) is line.display is seen
        await pilot.press("i")
        assert not line.display
    assert kept_in("~/mine.sqlite3", made=False) == "Papers are kept in ~/mine.sqlite3."


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (40, 24)])
async def test_every_choice_is_seen_at_once(size: tuple[int, int]) -> None:
    app = welcome()
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        shown = text_of(app.shown.query_one("#welcome-choices"))
        for words in (
            "i    Import a file",
            "p    Paste",
            "r    Refresh",
            "a    Another source: arxiv:cs.CL",
            "d    Load the sample",
            "q    Quit",
        ):
            assert words in shown
        assert "hf:daily (Hugging Face, daily), arxiv:[/]" in " ".join(shown.split())
        assert app.shown.query_one("#welcome").region.bottom <= size[1]


_FEEDS = tuple(f"feed:https://journal.example/{letter * 6}/rss" for letter in "abcdefgh")


@pytest.mark.parametrize("size", [(80, 24), (60, 18)])
async def test_many_sources_leave_the_way_out_in_view(size: tuple[int, int]) -> None:
    app: Alone[WelcomeChoice] = Alone(WelcomeScreen(_FEEDS, first=False))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        strips = app.shown._compositor.render_strips()
        lines = ["".join(segment.text for segment in strip).rstrip() for strip in strips]
        assert any("esc  Back to the list" in line for line in lines)
        place = next(number for number, line in enumerate(lines) if "Refresh from the network" in line)
        left = lines[place].index("Refresh")
        assert lines[place + 1][left:].startswith(_FEEDS[0])
        below = next(number for number, line in enumerate(lines) if line.strip().endswith(" more"))
        assert all(line[:left].isspace() for line in lines[place + 1 : below + 1]), "below its name"


async def test_what_is_said_of_a_choice_follows_the_width() -> None:
    app: Alone[WelcomeChoice] = Alone(WelcomeScreen(_FEEDS, first=False))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.resize_terminal(60, 18)
        await pilot.pause()
        shown = text_of(app.shown.query_one("#welcome-choices"))
        assert "\n     text" in shown, "it goes on below its beginning"
        assert "and 7 more" in " ".join(shown.split())


@pytest.mark.parametrize(("key", "kind"), [("r", "refresh"), ("a", "name"), ("d", "sample"), ("q", "")])
async def test_a_letter_chooses(key: str, kind: str) -> None:
    app = welcome()
    async with app.run_test() as pilot:
        await pilot.press(key)
        await pilot.pause()
        assert app.results == [WelcomeChoice(kind)]


async def test_arrows_and_enter_choose() -> None:
    app = welcome()
    async with app.run_test() as pilot:
        await pilot.press("down", "j", "j", "k", "enter")
        await pilot.pause()
        assert app.results == [WelcomeChoice("refresh")]


async def test_a_click_chooses() -> None:
    app = welcome()
    async with app.run_test() as pilot:
        await pilot.pause()
        rows = text_of(app.shown.query_one(OptionList)).splitlines()
        await pilot.click(OptionList, offset=(8, next(y for y, row in enumerate(rows) if "sample" in row)))
        await pilot.pause()
        assert app.results == [WelcomeChoice("sample")]


async def test_a_file_in_the_home_folder_is_chosen(listing: Path) -> None:
    app = welcome()
    async with app.run_test() as pilot:
        await pilot.press("i", *"~/papers.txt", "enter")
        await pilot.pause()
        assert app.results == [WelcomeChoice("import", str(listing))]


async def test_tab_completes_the_path(listing: Path) -> None:
    app = welcome()
    async with app.run_test() as pilot:
        await pilot.press("i", *"~/pap")
        path = app.shown.query_one("#welcome-path", Input)
        await until(pilot, lambda: text_of(path).startswith("~/papers.txt"), "the rest is suggested")
        await pilot.press("tab")
        assert path.value == "~/papers.txt"
        assert path.has_focus


async def test_tab_completes_to_the_one_file_of_a_folder_and_to_where_names_part() -> None:
    folder = Path.home() / "mine"
    folder.mkdir(parents=True)
    (folder / "papers.bib").write_text("x")
    app = welcome()
    async with app.run_test() as pilot:
        await pilot.press("i")
        path = app.shown.query_one("#welcome-path", Input)
        path.value = "~/mine/"
        await pilot.press("tab")
        assert path.value == "~/mine/papers.bib"
        (folder / "papers.ris").write_text("x")
        path.value = "~/mine/p"
        await pilot.press("tab")
        assert path.value == "~/mine/papers."
        await until(pilot, lambda: text_of(path).startswith("~/mine/papers.bib"), "the rest")
        await pilot.press("tab")
        assert path.value == "~/mine/papers.bib"


async def test_a_missing_file_is_told_until_the_path_is_changed() -> None:
    app = welcome()
    async with app.run_test() as pilot:
        await pilot.press("i", *"~/[x]", "enter")
        await pilot.pause()
        assert "There is no file [x] in" in error(app)
        assert not app.results
        await pilot.press("a")
        await pilot.pause()
        assert error(app) == ""


async def test_a_listing_is_pasted_and_taken() -> None:
    app = welcome()
    async with app.run_test() as pilot:
        await pilot.press("p")
        await pilot.pause()
        app.post_message(events.Paste(LISTING))
        await pilot.pause()
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert app.results == [WelcomeChoice("paste", LISTING.strip())]


@pytest.mark.parametrize("key", ["p", ""])
@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Moss grows slowly. " * 20, True),
        ("Moss grows slowly. " * 1_000, False),
        (
            "Moss grows slowly. Moss grows slowly. Moss grows slowly. Moss grows slowly. Moss.\n" * 1_500,
            False,
        ),
    ],
    ids=["short", "one long line", "many lines"],
)
async def test_long_lines_are_not_folded_anew_with_each_key(key: str, text: str, folded: bool) -> None:
    app = welcome()
    async with app.run_test(size=(84, 24)) as pilot:
        await pilot.press(*key)
        await pilot.pause()
        app.post_message(events.Paste(text))
        await pilot.pause()
        area = app.shown.query_one(TextArea)
        assert area.text == text.strip("\n")
        assert (area.wrapped_document.height > area.document.line_count) is folded
        await pilot.press("x")
        assert area.text.replace("x", "") == text.strip("\n") != area.text


@pytest.mark.parametrize("key", ["p", "i", ""])
async def test_what_a_clipboard_hides_does_not_reach_the_screen(key: str) -> None:
    app = welcome()
    async with app.run_test() as pilot:
        await pilot.press(*key)
        await pilot.pause()
        app.post_message(events.Paste("a\x1b]52;c;eA==\x07b\u202e\x9b31mc\x1b[2Jd"))
        await pilot.pause()
        shown = app.shown.query_one("#welcome-path", Input).value
        if key != "i":
            shown = app.shown.query_one(TextArea).text
        assert shown == "abcd"


async def test_nothing_pasted_is_told() -> None:
    app = welcome()
    async with app.run_test() as pilot:
        await pilot.press("p", "ctrl+s")
        await pilot.pause()
        assert error(app) == "Nothing was pasted yet"
        assert not app.results


async def test_what_is_pasted_before_a_choice_opens_the_box() -> None:
    app = welcome()
    async with app.run_test() as pilot:
        await pilot.pause()
        app.post_message(events.Paste(LISTING))
        await pilot.pause()
        assert app.shown.query_one(TextArea).text == LISTING.strip()
        await pilot.press("escape")
        app.post_message(events.Paste("Another title\n"))
        await pilot.pause()
        assert "Another title" in app.shown.query_one(TextArea).text


async def test_a_path_dropped_before_a_choice_opens_the_path_line(listing: Path) -> None:
    app = welcome()
    async with app.run_test() as pilot:
        await pilot.pause()
        app.post_message(events.Paste(f"'{listing}' "))
        await pilot.pause()
        assert app.shown.query_one("#welcome-path", Input).value == f"'{listing}'"
        await pilot.press("enter")
        await pilot.pause()
        assert app.results == [WelcomeChoice("import", str(listing))]


async def test_escape_goes_one_step_back_and_never_quits() -> None:
    app = welcome()
    async with app.run_test() as pilot:
        await pilot.press("i", "escape")
        assert app.shown.query_one(OptionList).has_focus
        await pilot.press("p", "escape", "escape")
        await pilot.pause()
        assert not app.results
        await pilot.press("d")
        await pilot.pause()
        assert app.results == [WelcomeChoice("sample")]


async def test_escape_leads_back_to_the_list_where_there_is_one() -> None:
    app = welcome(first=False)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "Back to the list" in text_of(app.shown.query_one("#welcome-choices"))
        await pilot.press("escape")
        await pilot.pause()
        assert app.results == [WelcomeChoice("")]


RIS = "TY  - JOUR\nTI  - On Kites\nER  - \n"


def looking(text: str) -> Pasted:
    return look_at_pasted(text, build_formats())


async def test_what_is_pasted_is_named_before_it_is_taken_and_keeps_its_layout() -> None:
    app = Alone(WelcomeScreen(look=looking))
    async with app.run_test() as pilot:
        await pilot.press("p")
        await pilot.pause()
        app.post_message(events.Paste(RIS * 12))
        found = app.shown.query_one("#welcome-found")
        await until(pilot, lambda: text_of(found) == "12 papers as RIS: import?", "the format is named")
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert app.results == [WelcomeChoice("paste", (RIS * 12).strip("\n"))]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("moss", "this is in no format that radar knows. It may be BibTeX, RIS"),
        ("<opml><body/></opml>", "the list of feeds names none. It may be BibTeX, RIS"),
    ],
    ids=["moss", "no feeds"],
)
async def test_what_holds_no_papers_is_said_and_not_taken(text: str, told: str) -> None:
    app = Alone(WelcomeScreen(look=looking))
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        app.post_message(events.Paste(text))
        found = app.shown.query_one("#welcome-found")
        await until(pilot, lambda: told[:30] in " ".join(text_of(found).split()), "it is said")
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert told in " ".join(error(app).split())
        assert not app.results
        assert text_of(app.shown.query_one("#welcome-keys")) == "esc back"


async def test_the_feeds_of_a_pasted_list_are_offered_to_be_followed() -> None:
    app = Alone(WelcomeScreen(first=False, pasted=LIST, look=looking))
    async with app.run_test(size=(120, 36)) as pilot:
        found = app.shown.query_one("#welcome-found")
        told = "3 feeds as OPML, no papers: follow them?"
        await until(pilot, lambda: text_of(found) == told, "it is offered")
        assert text_of(app.shown.query_one("#welcome-keys")).startswith("ctrl+s follows them")
        await pilot.press("ctrl+s")
        await pilot.pause()
        ((kind, text),) = ((choice.kind, choice.text) for choice in app.results if choice)
        assert kind == "feeds"
        assert text.startswith("<?xml") and "kites.example" in text


async def test_what_was_pasted_over_the_list_is_offered_and_escape_leads_back_there() -> None:
    app = Alone(WelcomeScreen(first=False, pasted=RIS, look=looking))
    async with app.run_test() as pilot:
        found = app.shown.query_one("#welcome-found")
        await until(pilot, lambda: text_of(found) == "1 paper as RIS: import?", "it is offered")
        await pilot.press("escape")
        await pilot.pause()
        assert app.results == [WelcomeChoice("")]


async def test_a_file_dropped_over_the_list_is_offered(listing: Path) -> None:
    app = Alone(WelcomeScreen(first=False, pasted=str(listing)))
    async with app.run_test() as pilot:
        await pilot.pause()
        assert app.shown.query_one("#welcome-path", Input).value == str(listing)
        await pilot.press("enter")
        await pilot.pause()
        assert app.results == [WelcomeChoice("import", str(listing))]


async def test_a_second_paste_stands_on_its_own_line_behind_the_first() -> None:
    app = Alone(WelcomeScreen(first=False, pasted="moss grows", look=looking))
    async with app.run_test(size=(120, 36)) as pilot:
        found = app.shown.query_one("#welcome-found")
        await until(pilot, lambda: "in no format" in text_of(found), "it is said")
        app.post_message(events.Paste("see 2601.00001\n"))
        await until(pilot, lambda: text_of(found) == "1 paper named by id or link: add it?", "it is found")
        area = app.shown.query_one(TextArea)
        assert area.text == "moss grows\nsee 2601.00001"
        await pilot.press("x")
        app.post_message(events.Paste("y"))
        await until(pilot, lambda: area.text.endswith("2601.00001xy"), "what is typed is gone on with")


async def test_ids_amid_other_words_are_handed_on_to_be_added() -> None:
    app = Alone(
        WelcomeScreen(first=False, pasted="https://arxiv.org/abs/2601.00003 and 2601.99991", look=looking)
    )
    async with app.run_test(size=(120, 36)) as pilot:
        found = app.shown.query_one("#welcome-found")
        await until(
            pilot, lambda: text_of(found) == "2 papers named by id or link: add them?", "it is offered"
        )
        assert text_of(app.shown.query_one("#welcome-keys")).startswith(
            "ctrl+s adds what it names after asking"
        )
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert app.results == [WelcomeChoice("ids", "https://arxiv.org/abs/2601.00003 2601.99991")]
