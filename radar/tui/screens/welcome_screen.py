"""What an empty library shows: what radar is, and the ways to bring papers in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.suggester import Suggester
from textual.widgets import Input, Static
from textual.widgets.option_list import Option

from radar.errors import ListingError
from radar.papers.bases import Value
from radar.papers.text.safe_text import clean, clean_layout
from radar.tui.screens.opened_screen import OpenedScreen
from radar.tui.terminal.clean_paste import CleanPaste
from radar.tui.terminal.given_path import common_beginning, completion, given_file, names_a_file
from radar.tui.widgets.choice_list import ChoiceList
from radar.tui.words.welcome_page import ABOUT, FORMATS, Choices, choices_for, how_to_choose, model_line

if TYPE_CHECKING:
    from textual.timer import Timer
    from textual.widgets import TextArea

    from radar.pipeline.pasted import Pasted
    from radar.tui.widgets.listing_area import ListingArea

_KEYS = {
    "listing": "ctrl+s imports it   esc back",
    "feeds": "ctrl+s follows them after asking   esc back",
    "ids": "ctrl+s adds what it names after asking   esc back",
    "nothing": "esc back",
}
"""What can be done with a pasted text, by what it is."""
_REST = 0.15
"""Seconds without a change after which the box is looked at again."""


class WelcomeChoice(Value):
    """How the reader wants to bring papers in."""

    kind: str
    """"import", "paste", "feeds", "ids", "refresh", "name", "sample", or empty to leave."""
    text: str = ""
    """The path of the file, what was pasted, or the ids and links that are among it."""


class PathSuggester(Suggester):
    """Suggests the rest of a path."""

    def __init__(self) -> None:
        super().__init__(use_cache=False, case_sensitive=True)

    async def get_suggestion(self, value: str) -> str | None:
        """Return the path completed, or None."""
        return completion(value) or None


class PathInput(CleanPaste, Input):
    """A path, completed by `tab`."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "complete", "complete", id="welcome.complete", tooltip="Complete the path"),
    ]

    def action_complete(self) -> None:
        """Complete as far as all names agree that begin so, as shells do; from there on to the first."""
        begun = common_beginning(self.value)
        if len(begun) > len(self.value):
            self.value = begun
            self.action_end()
        else:
            self.action_end()
            self.action_cursor_right()


def _import_form() -> ComposeResult:
    with Vertical(id="welcome-import", classes="form"):
        yield Static("Which file?", markup=False)
        yield PathInput(
            placeholder="~/Downloads/papers.txt",
            id="welcome-path",
            compact=True,
            suggester=PathSuggester(),
        )
        yield Static(f"It may be {FORMATS}, or feeds as OPML.", classes="quiet", markup=False)
        yield Static("enter imports it   tab completes   esc back", classes="keys", markup=False)


class WelcomeScreen(OpenedScreen[WelcomeChoice]):
    """Offers what can be done without any papers, by key and by mouse."""

    CSS_PATH = "welcome_screen.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("i", "import", "import", id="welcome.import", tooltip="Import a file"),
        Binding("p", "paste", "paste", id="welcome.paste", tooltip="Paste a listing"),
        Binding("r", "refresh", "refresh", id="welcome.refresh", tooltip="Fetch papers from the network"),
        Binding("a", "name", "name", id="welcome.name", tooltip="Name a source to follow, or a paper"),
        Binding("d", "sample", "sample", id="welcome.sample", tooltip="Load the sample"),
        Binding(
            "e", "app.set_up_endpoint", "model", id="welcome.endpoint", tooltip="Set up a model endpoint"
        ),
        Binding("q", "leave", "quit", id="welcome.leave", tooltip="Leave without papers"),
        Binding("escape", "back", "back", id="welcome.back", tooltip="One step back"),
        Binding("j", "move(1)", "down", show=False, id="welcome.down", tooltip="To the choice below"),
        Binding("k", "move(-1)", "up", show=False, id="welcome.up", tooltip="To the choice above"),
        Binding(
            "ctrl+s", "take", "take it", show=False, id="welcome.take", tooltip="Take the pasted listing"
        ),
    ]

    def __init__(
        self,
        sources: Sequence[str] = (),
        *,
        first: bool = True,
        pasted: str = "",
        look: Callable[[str], Pasted] | None = None,
        help_key: str = "?",
        library: str = "",
        endpoint: Callable[[], str] = lambda: "",
    ) -> None:
        """Welcome a reader.

        Args:
            sources: names of what a refresh would fetch.
            first: whether the library is empty; else the way out leads back to the list.
            pasted: what the reader pasted elsewhere, which is offered for import.
            look: says what a text is, for the reader to see before it is taken.
            help_key: opens the help.
            library: in which file papers are kept, in a sentence; empty where that is not said.
            endpoint: tells the name of the endpoint that writes summaries now; empty for none.
        """
        super().__init__()
        self._pasted = pasted
        self._look = look
        self._help_key = help_key
        self._library = library
        self._endpoint = endpoint
        self._rest: Timer | None = None
        self._sources = tuple(sources)
        self._first = first
        self._form = "choices"
        self._listing: ListingArea | None = None

    def compose(self) -> ComposeResult:
        options = [Option(row, id=action) for action, row in self._choices().rows]
        with Vertical(id="welcome"):
            yield Static("radar", id="welcome-name", markup=False)
            yield Static(ABOUT, id="welcome-about", markup=False)
            yield ChoiceList(*options, id="welcome-choices", compact=True, markup=False)
            yield from _import_form()
            with Vertical(id="welcome-paste", classes="form"):
                yield Static("Paste the listing here.", id="welcome-found", markup=False)
                yield Static(_KEYS["listing"], id="welcome-keys", classes="keys", markup=False)
            yield Static(how_to_choose(self._help_key), id="welcome-how", classes="keys", markup=False)
            yield Static(self._library, id="welcome-library", classes="quiet", markup=False)
            yield Static(
                Content(model_line(self._endpoint())), id="welcome-model", classes="quiet", markup=False
            )
            yield Static(id="welcome-error", markup=False)

    def on_mount(self) -> None:
        self._show("choices")
        if self._pasted:
            self._offer(self._pasted)

    def on_screen_resume(self) -> None:
        """Say who writes summaries by now; a screen that is told to end while it opens is resumed empty."""
        for line in self.query("#welcome-model").results(Static):
            line.update(Content(model_line(self._endpoint())))
            self._fit(self._choices())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to take a listing only where one is pasted."""
        return (action != "take" or self._form == "paste") and super().check_action(action, parameters)

    async def on_option_list_option_selected(self, event: ChoiceList.OptionSelected) -> None:
        event.stop()
        await self.run_action(str(event.option_id))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        try:
            path = given_file(event.value)
        except ListingError as error:
            self._tell(str(error))
        else:
            self.dismiss(WelcomeChoice("import", str(path)))

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self._tell("")

    def on_paste(self, event: events.Paste) -> None:
        """Take what is pasted before anything was chosen: a path, or a listing."""
        if self._form != "choices":
            return
        event.stop()
        self._offer(event.text)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Say what the text in the box is, once it rests."""
        event.stop()
        self._tell("")
        self._look_soon()

    def _look_soon(self) -> None:
        if self._rest is not None:
            self._rest.stop()
        self._rest = self.set_timer(_REST, self._say_what_it_is)

    def action_import(self) -> None:
        """Ask for the path of a file."""
        self._show("import")
        self.query_one("#welcome-path").focus()

    def action_paste(self) -> None:
        """Ask for a listing."""
        self._open_listing()

    def action_refresh(self) -> None:
        """Choose a refresh from the network."""
        self.dismiss(WelcomeChoice("refresh"))

    def action_name(self) -> None:
        """Choose to name a source or a paper, which the list asks for."""
        self.dismiss(WelcomeChoice("name"))

    def action_sample(self) -> None:
        """Choose the sample."""
        self.dismiss(WelcomeChoice("sample"))

    def action_leave(self) -> None:
        """Leave without papers."""
        self.dismiss(WelcomeChoice(""))

    def action_back(self) -> None:
        """Go back to the choices, and from there to the list; at once to where something was pasted."""
        if self._form != "choices" and not (self._pasted and not self._first):
            self._show("choices")
        elif not self._first:
            self.action_leave()

    def action_move(self, step: int) -> None:
        """Go to the choice below or above."""
        choices = self.query_one(ChoiceList)
        if step > 0:
            choices.action_cursor_down()
        else:
            choices.action_cursor_up()

    def action_take(self) -> None:
        """Take what was pasted."""
        text = self._listing.text if self._listing is not None else ""
        found = self._look(text) if self._look and text.strip() else None
        if not text.strip():
            self._tell("Nothing was pasted yet")
        elif found is not None and found.feeds:
            self.dismiss(WelcomeChoice("feeds", text))
        elif found is not None and not found.is_listing and found.ids:
            self.dismiss(WelcomeChoice("ids", " ".join(found.ids)))
        elif found is not None and not found.is_listing:
            self._tell(_no_listing(found))
        else:
            self.dismiss(WelcomeChoice("paste", text))

    def _offer(self, text: str) -> None:
        """Open the form for what a text is: the path of a file, or a listing."""
        if names_a_file(text):
            self.action_import()
            path = self.query_one("#welcome-path", Input)
            path.value = clean(text)
            path.action_end()
        else:
            self._open_listing(clean_layout(text).strip("\n"))

    def _say_what_it_is(self) -> None:
        text = self._listing.text if self._listing is not None else ""
        if self._look is None or not text.strip():
            line, keys = "Paste the listing here.", _KEYS["listing"]
        else:
            line, keys = _offer_of(self._look(text))
        self.query_one("#welcome-found", Static).update(Content(line))
        self.query_one("#welcome-keys", Static).update(Content(keys))

    def _open_listing(self, text: str = "") -> None:
        self._show("paste")
        if self._listing is None:
            from radar.tui.widgets.listing_area import ListingArea  # heavy, and most readers never see it

            self._listing = ListingArea(text, id="welcome-listing")
            self.query_one("#welcome-paste").mount(self._listing, after=0)
            self._look_soon()  # the text that a box is made with is no change of it
        elif text:
            self._listing.add(text)
        self._listing.focus()

    def _show(self, form: str) -> None:
        self._form = form
        self._tell("")
        for name in ("choices", "import", "paste"):
            self.query_one(f"#welcome-{name}").display = name == form
        self._fit(self._choices())
        if form == "choices":
            self.query_one(ChoiceList).focus()

    def _tell(self, line: str) -> None:
        self.query_one("#welcome-error", Static).update(Content(line))

    def on_resize(self) -> None:
        choices, shown = self.query_one(ChoiceList), self._choices()
        for action, row in shown.rows:
            choices.replace_option_prompt(action, row)
        choices.refresh(layout=True)
        self._fit(shown)
        self.once_painted(choices.scroll_to_highlight)

    def _choices(self) -> Choices:
        return choices_for(
            *self.app.size,
            self._sources,
            first=self._first,
            help_key=self._help_key,
            library=self._library,
            endpoint=self._endpoint(),
        )

    def _fit(self, shown: Choices) -> None:
        """Leave out what there is no room for."""
        choosing, page = self._form == "choices", shown.page
        for id in ("#welcome-name", "#welcome-about"):
            self.query_one(id).display = page.about
        self.query_one("#welcome-how").display = choosing
        self.query_one("#welcome-model").display = choosing and page.model
        self.query_one("#welcome-library").display = choosing and page.library and bool(self._library)
        self.query_one("#welcome-error").display = not choosing
        self.set_class(not page.gaps, "-short")
        self.set_class(page.scrolls if choosing else self._form == "paste" and not page.gaps, "-filled")


def _offer_of(found: Pasted) -> tuple[str, str]:
    """Return what a pasted text is, and the keys that do something with it."""
    if found.feeds:
        return f"{found.line}: follow {'it' if found.feeds == 1 else 'them'}?", _KEYS["feeds"]
    if found.is_listing:
        return f"{found.line}: import?", _KEYS["listing"]
    if found.ids:
        return f"{found.line}: add {'it' if len(found.ids) == 1 else 'them'}?", _KEYS["ids"]
    return _no_listing(found), _KEYS["nothing"]


def _no_listing(found: Pasted) -> str:
    """Return what a text is that cannot be imported."""
    return f"{found.line}. It may be {FORMATS}."
