from typing import ClassVar

import pytest
from textual import events
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.pilot import Pilot
from textual.widgets import Input, Static

from radar.tui.widgets.prompt_line import PromptLine

COPY = {"b": "BibTeX", "l": "link", "t": "title"}


class Ground(Static, can_focus=True):
    """What had the focus before."""


class Asking(App[None]):
    """A screen with a prompt line at the bottom."""

    CSS = "Ground { height: 1fr; } PromptLine { dock: bottom; }"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("j", "note('j')"), Binding("escape", "note('escape')")]

    def __init__(self) -> None:
        super().__init__()
        self.prompt = PromptLine()
        self.answers: list[tuple[str, str]] = []
        self.cancelled: list[str] = []
        self.keys: list[str] = []

    def compose(self) -> ComposeResult:
        yield Ground("list")
        yield Ground("other", id="other")
        yield self.prompt

    def on_mount(self) -> None:
        self.query(Ground).first().focus()

    def action_note(self, key: str) -> None:
        self.keys.append(key)

    def on_prompt_line_answered(self, message: PromptLine.Answered) -> None:
        self.answers.append(message.reply(message.text))  # type: ignore[arg-type]

    def on_prompt_line_cancelled(self, message: PromptLine.Cancelled) -> None:
        assert message.left is not None
        self.cancelled.append(message.left(message.text))  # type: ignore[arg-type]


def line(app: Asking) -> str:
    shown = app.prompt.query_one("#prompt-question", Static)
    text = "\n".join(shown.render_line(y).text.rstrip() for y in range(shown.size.height))
    return text.replace("\u00a0", " ")


async def ask(pilot: Pilot[None], app: Asking, purpose: str, question: str, **options: object) -> None:
    app.prompt.ask(
        purpose,
        question,
        lambda text: (purpose, text),  # type: ignore[arg-type, return-value]
        left=lambda text: f"{purpose} {text}".rstrip(),  # type: ignore[arg-type, return-value]
        **options,  # type: ignore[arg-type]
    )
    await pilot.pause()


async def test_nothing_is_there_while_nothing_is_asked() -> None:
    app = Asking()
    async with app.run_test() as pilot:
        await pilot.pause()
        assert not app.prompt.display


async def test_a_text_is_asked_for_and_answered() -> None:
    app = Asking()
    async with app.run_test() as pilot:
        await ask(pilot, app, "tags", "Tags", value="robots")
        assert app.prompt.display
        assert app.prompt.size.height == 1
        assert line(app) == "Tags"
        await pilot.press(*", sand", "enter")
        assert app.answers == [("tags", "robots, sand")]
        assert not app.prompt.display
        assert app.focused is app.query(Ground).first()


async def test_an_empty_text_is_an_answer() -> None:
    app = Asking()
    async with app.run_test() as pilot:
        await ask(pilot, app, "tags", "Tags", value="a")
        await pilot.press("backspace", "enter")
        assert app.answers == [("tags", "")]


async def test_escape_cancels_and_goes_no_further() -> None:
    app = Asking()
    async with app.run_test() as pilot:
        for choices in (None, COPY):
            await ask(pilot, app, "copy", "Copy", choices=choices)
            await pilot.press("escape")
            assert not app.prompt.display
            assert app.focused is app.query(Ground).first()
        assert (app.cancelled, app.answers, app.keys) == (["copy", "copy"], [], [])


async def test_choices_stand_on_the_line_and_one_key_answers() -> None:
    app = Asking()
    async with app.run_test() as pilot:
        await ask(pilot, app, "copy", "Copy", choices=COPY)
        assert line(app) == "Copy   b BibTeX   l link   t title   esc cancel"
        await pilot.press("l")
        assert app.answers == [("copy", "l")]
        assert app.focused is app.query(Ground).first()


async def test_no_other_key_gets_past_an_open_choice() -> None:
    app = Asking()
    async with app.run_test() as pilot:
        await ask(pilot, app, "copy", "Copy", choices=COPY)
        await pilot.press("j", "x", "enter")
        assert (app.keys, app.answers, app.prompt.purpose) == ([], [], "copy")


async def test_n_says_no_where_it_is_not_a_choice() -> None:
    app = Asking()
    async with app.run_test() as pilot:
        await ask(pilot, app, "summarise", "Summarise 10 papers?", choices={"y": "yes"})
        await pilot.press("n")
        assert app.cancelled == ["summarise"]


async def test_escape_is_no_where_that_can_be_chosen() -> None:
    app = Asking()
    async with app.run_test() as pilot:
        await ask(pilot, app, "replace", "Replace it?", choices={"y": "yes", "n": "no"})
        await pilot.press("escape")
        assert (app.answers, app.cancelled) == ([("replace", "n")], [])


@pytest.mark.parametrize(("word", "answers", "cancelled"), [("link", ["l"], []), ("cancel", [], ["copy"])])
@pytest.mark.parametrize("width", [80, 30])
async def test_choices_can_be_clicked(
    word: str, answers: list[str], cancelled: list[str], width: int
) -> None:
    app = Asking()
    async with app.run_test(size=(width, 24)) as pilot:
        await ask(pilot, app, "copy", "Copy what of this paper?", choices=COPY)
        rows = line(app).splitlines()
        y = next(y for y, row in enumerate(rows) if word in row)
        await pilot.click("#prompt-question", offset=(rows[y].index(word) + 2, y))
        assert [text for _, text in app.answers] == answers
        assert app.cancelled == cancelled


async def test_a_long_question_folds_and_shows_its_choices() -> None:
    app = Asking()
    async with app.run_test(size=(60, 24)) as pilot:
        question = "Summarise 312 papers with tiny-writer at api.example.com: about 120,000 tokens, $0.12?"
        await ask(pilot, app, "summarise", question, choices={"y": "yes"})
        assert app.prompt.size.height == 2
        assert line(app).endswith("y yes   esc cancel")


async def test_a_new_question_cancels_the_one_before_it() -> None:
    app = Asking()
    async with app.run_test() as pilot:
        await ask(pilot, app, "tags", "Tags")
        await ask(pilot, app, "copy", "Copy", choices=COPY)
        await pilot.press("b")
        assert (app.cancelled, app.answers) == (["tags"], [("copy", "b")])
        assert app.focused is app.query(Ground).first()


async def test_going_elsewhere_cancels() -> None:
    app = Asking()
    async with app.run_test() as pilot:
        for choices in (None, COPY):
            await ask(pilot, app, "copy", "Copy", choices=choices)
            await pilot.click("#other")
            await pilot.pause()
            assert not app.prompt.display
        assert app.cancelled == ["copy", "copy"]
        assert app.focused is app.query_one("#other")


async def test_what_was_typed_comes_with_the_news_that_the_question_was_left() -> None:
    app = Asking()
    async with app.run_test() as pilot:
        await ask(pilot, app, "note", "Note", value="dry ")
        await pilot.press(*"sand", "escape")
        await ask(pilot, app, "note", "Note")
        await pilot.press(*"foam")
        await pilot.click("#other")
        await pilot.pause()
        await ask(pilot, app, "tags", "Tags")
        await pilot.press(*"moss")
        await ask(pilot, app, "copy", "Copy", choices=COPY)
        assert app.cancelled == ["note dry sand", "note foam", "tags moss"]


async def test_another_window_in_front_does_not_cancel() -> None:
    app = Asking()
    async with app.run_test() as pilot:
        await ask(pilot, app, "export", "Export to", value="papers")
        app.post_message(events.AppBlur())
        await pilot.pause()
        app.post_message(events.AppFocus())
        await pilot.pause()
        await pilot.press(*".bib", "enter")
        assert (app.cancelled, app.answers) == ([], [("export", "papers.bib")])


async def test_a_hostile_question_is_shown_as_it_is() -> None:
    app = Asking()
    async with app.run_test() as pilot:
        await ask(pilot, app, "tags", "Tags of [/] [@click=app.quit]x[/]")
        assert line(app) == "Tags of [/] [@click=app.quit]x[/]"
        await ask(pilot, app, "copy", "Copy [/] 石", choices=COPY)
        assert line(app).startswith("Copy [/] 石   b BibTeX")


async def test_what_is_typed_is_not_told_to_others() -> None:
    heard: list[str] = []

    class Listening(Asking):
        def on_input_changed(self, event: Input.Changed) -> None:
            heard.append(event.value)

        def on_input_submitted(self, event: Input.Submitted) -> None:
            heard.append(event.value)

    app = Listening()
    async with app.run_test() as pilot:
        await ask(pilot, app, "tags", "Tags")
        await pilot.press("a", "enter")
        assert (heard, app.answers) == ([], [("tags", "a")])


async def test_what_is_pasted_arrives_clean() -> None:
    app = Asking()
    async with app.run_test() as pilot:
        await ask(pilot, app, "tags", "Tags")
        app.post_message(events.Paste("rob\x1b[31mots\u202e"))
        await pilot.pause()
        await pilot.press("enter")
        assert app.answers == [("tags", "robots")]


async def test_an_answer_has_room_beside_a_short_question_and_below_a_long_one() -> None:
    app = Asking()
    long = "which of the many papers, or which of the sources that there are? " * 2
    async with app.run_test(size=(80, 24)) as pilot:
        text = app.prompt.query_one(Input)
        await ask(pilot, app, "tags", "Tags:")
        assert (text.region.y, text.region.x) == (23, 7)
        await ask(pilot, app, "bring", long)
        assert (text.region.y, text.region.width, app.prompt.size.height) == (23, 78, 3)
        await pilot.resize_terminal(200, 24)
        assert text.region.x > len(long)
        assert app.prompt.size.height == 1
