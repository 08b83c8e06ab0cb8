"""The application: colours, keys, first screen; no flow."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events
from textual.actions import parse
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.command import CommandPalette
from textual.dom import DOMNode
from textual.screen import Screen
from textual.worker import WorkerFailed

from radar.papers.text.safe_text import clean
from radar.tui.keys.chosen_keys import NO_KEY, as_written, is_no_key, keymap_of, keys_beside, keys_in
from radar.tui.keys.keymap import APP, SCREEN, key_label, moving_keys
from radar.tui.lines.glyphs import glyphs
from radar.tui.looks.theme import PLAIN, KnownThemes, first_theme
from radar.tui.screens.last_look import LookedAt
from radar.tui.screens.radar_screen import RadarScreen
from radar.tui.terminal.ending import end_by_signal, end_without_terminal, interrupts_leave
from radar.tui.terminal.safe_lines import SafeLines
from radar.tui.terminal.terminal_cursor import FollowedCursor
from radar.tui.timing.collected import Collected
from radar.tui.timing.collecting import Collecting
from radar.tui.timing.typed_ahead import LINE_FEED, Typed, TypedAhead, enter_for_line_feed
from radar.tui.widgets.paper_list import PaperList

if TYPE_CHECKING:
    from textual.driver import Driver

    from radar.pipeline.radar import Radar
    from radar.tui.early.memory import Memory
    from radar.tui.early.remembering import Remembering
    from radar.tui.early.terminal import EarlyTerminal


_REMEMBERING = 1.0
"""Seconds between two looks whether the screen shows what the next start may paint."""


class RadarApp(
    SafeLines,
    KnownThemes,
    FollowedCursor,
    Collected,
    LookedAt,
    App[None],
    inherit_bindings=False,
    inherit_css=False,
):
    """Shows the radar; of Textual's rules for applications it has those that hold here, in its own sheet."""

    TITLE = "radar"
    CSS_PATH = "screens/radar_screen.tcss"
    BINDINGS: ClassVar[list[BindingType]] = list(APP)
    ENABLE_COMMAND_PALETTE = True
    _remembering: Remembering | None = None

    def __init__(
        self,
        radar: Radar,
        *,
        ascii: bool = False,
        theme: str = "",
        keys: Mapping[str, str] | None = None,
        collecting: Collecting | None = None,
        memory: Memory | None = None,
        terminal: EarlyTerminal | None = None,
    ) -> None:
        """Make the application.

        Args:
            ascii: draw with ASCII signs only.
            theme: dark, light, plain, or the name of one of Textual's themes; empty for dark.
            keys: the reader's own keys by the action's id, in Textual's names.
            collecting: when memory is collected; None to leave that to Python.
            memory: where what the next start paints first is kept; None to keep nothing.
            terminal: where a first page stands already.
        """
        without_colour = "NO_COLOR" in os.environ
        # Before all else, and without Textual's watcher: that would have every rule read a second time.
        self.theme_at_start = first_theme(PLAIN.name if without_colour else theme)
        self.set_reactive(App.theme, self.theme_at_start)
        super().__init__(
            ansi_color=True if without_colour else None,
            driver_class=_driver(terminal),
            css_path=[self.CSS_PATH, "screens/ascii.tcss"] if ascii else None,
        )
        # Nothing here has a tooltip or a toast, which each screen would mount a widget for.
        self._disable_tooltips = self._disable_notifications = True
        self.radar, self._ascii = radar, ascii
        self.set_class(ascii, "-ascii")
        self._keys = dict(keys or {})
        self.collecting, self._memory = collecting, memory
        self._typed_ahead = TypedAhead(self, self._hand_on, self._stays, waits=True)
        self.left: Callable[[], None] = lambda: None
        """To be called when the screen is left, so that nobody looks after its terminal any more."""
        self.set_keymap(keymap_of(self._keys))

    def get_default_screen(self) -> Screen[None]:
        """Return the main screen."""
        screen = RadarScreen(self.radar, ascii_only=self._ascii, key_of=self.key_of)
        screen.typed_already, screen.ready = self._typed_ahead.answer, self._begin
        screen.warnings = self._key_warnings
        self.last_look = screen.last_look
        screen.fit(*self.size)
        return screen

    def _load_screen_css(self, screen: Screen[Any]) -> None:
        """Learn the rules of a screen, all of which are about what stands on it.

        Textual reads every rule there is anew then, and has all that is shown already go through them.
        """
        unknown = [path for path in screen.css_path if not self.stylesheet.has_source(str(path), "")]
        for path in unknown:
            self.stylesheet.read(path)
        if unknown:
            self.stylesheet.update(screen)
        super()._load_screen_css(screen)

    @property
    def broken(self) -> Exception | None:
        """What nobody foresaw and the screen was left for."""
        failed = self._exception
        if isinstance(failed, WorkerFailed) and isinstance(failed.error, Exception):
            return failed.error
        return failed

    def _fatal_error(self) -> None:
        """Leave the screen; Textual would print the code beside every step, with what the variables hold."""
        self._close_messages_no_wait()

    def on_load(self) -> None:
        # Before anything is written to the terminal.
        end_by_signal(self.exit)

    def on_mount(self) -> None:
        # Whoever else writes to the library, the keys go on; what they ask for follows.
        self.radar.library.wait_for_others(0)
        self.left = end_without_terminal(self)
        self.begin_collecting()
        if self._memory is not None:
            self.set_interval(_REMEMBERING, self._remember)

    def _begin(self) -> None:
        """Obey keys, and import what the first papers did not need, now that they are on screen."""
        self._typed_ahead.begin()
        if self.collecting is not None:
            from radar.tui.timing.behind import PATTERNS, Behind

            Behind(self.collecting, patterns=PATTERNS).begin(self.set_interval)

    def _remember(self) -> None:
        from radar.tui.early.remembering import Remembering

        if self._remembering is None and self._memory is not None:
            self._remembering = Remembering(self._memory)
            # In a turn of its own: to load that takes as long as to look.
            self.call_later(self._remember)
        elif self._remembering is not None and isinstance(self.screen, RadarScreen):
            self._remembering.look(self.screen)

    async def action_quit(self) -> None:
        """Leave; once more where something would be lost by it."""
        for screen in self.screen_stack:
            if isinstance(screen, RadarScreen):
                if screen.holds_back():
                    return
                screen.talk.leave()
        self.last_look.leave()
        self.exit()

    async def on_event(self, event: events.Event) -> None:
        """Note every key, also those that a widget takes for itself, and obey them one after the other."""
        if isinstance(event, events.Key) and self.collecting is not None:
            self.collecting.key_pressed()
        self.last_look.take(event)
        if isinstance(event, events.Key | events.Paste) and not event.is_forwarded:
            own = not self._typed_ahead.waits and self._line_feed_is_bound
            await self._typed_ahead.take(enter_for_line_feed(event, own))
        elif not (self._typed_ahead.waits and isinstance(event, events.MouseEvent)):
            await super().on_event(event)

    @cached_property
    def _line_feed_is_bound(self) -> bool:
        return any(LINE_FEED in keys_in(keys) for keys in self._keys.values())

    @cached_property
    def _moves(self) -> dict[str, tuple[str, str, tuple[object, ...]]]:
        """Whose action each key takes that only moves in the list, the action and its arguments."""
        return {key: parse(action) for key, action in moving_keys(self._keys).items()}

    async def _hand_on(self, typed: Typed) -> None:
        screen, focused = self.screen, self.focused
        if isinstance(screen, RadarScreen) and isinstance(typed, events.Key):
            screen.notice.go_on()
            if isinstance(focused, PaperList) and (move := self._moves.get(typed.key)) is not None:
                # The way that Textual takes a key, from the list to here, finds nothing else that wants it.
                if not self.app_focus:
                    self.app_focus = True
                getattr(screen if move[0] == "screen" else focused, f"action_{move[1]}")(*move[2])
                return
        if isinstance(screen, CommandPalette) and isinstance(typed, events.Key) and not typed.is_printable:
            await _gathered(screen)
        if isinstance(screen, RadarScreen):
            screen.catch_up()
        await super().on_event(typed)

    def _stays(self, typed: Typed) -> bool:
        """Return whether a key only moves in the list, or only writes a letter of the search."""
        if not isinstance(typed, events.Key):
            return False
        screen, focused = self.screen, self.focused
        if isinstance(focused, PaperList):
            return typed.key in self._moves
        return isinstance(screen, RadarScreen) and focused is screen.search and typed.is_printable

    def get_key_display(self, binding: Binding) -> str:
        """Return how the key of an action is written, or that it has none."""
        if is_no_key(binding.key):
            return NO_KEY
        beside = keys_beside(binding.id or "", self._keys, self.key_of)
        return beside or binding.key_display or as_written(binding.key, super().get_key_display(binding))

    def key_of(self, id: str) -> str:
        """Return the key of an action, by the action's id."""
        return key_label(id, self._keys)

    def _key_warnings(self) -> tuple[str, ...]:
        """Return what is wrong with the reader's own keys, in a line."""
        if not self._keys:
            return ()
        from radar.tui.keys.clashing_keys import CLASH_HINT, key_clashes

        clashes = key_clashes(self._keys)
        more = (f"and {len(clashes) - 1} more",) if len(clashes) > 1 else ()
        return (f"{', '.join((str(clashes[0]), *more))}. {CLASH_HINT}",) if clashes else ()

    def action_help(self) -> None:
        """Show every key; where they are shown, leave them."""
        from radar.papers.search.examples import EXAMPLES
        from radar.tui.keys.key_areas import AREAS
        from radar.tui.screens.help_screen import HelpScreen
        from radar.tui.words.help_text import HelpKey, HelpSection, section_of

        if isinstance(self.screen, HelpScreen):
            self.screen.action_leave()
            return
        sections = [section_of(title, bindings, self._keys) for title, bindings in AREAS.items()]
        language = HelpSection("What to search for", tuple(HelpKey(*example) for example in EXAMPLES))
        sections.insert(len(sections) - 1, language)
        settings_path = clean(str(self.radar.settings_path))
        self.push_screen(HelpScreen(sections, glyphs(self._ascii).legend(), settings_path))

    def action_command_palette(self) -> None:
        """Offer every action by name."""
        if not isinstance(self.screen, CommandPalette):
            self.push_screen(_palette(placeholder="Search for an action", id="--command-palette"))

    async def _act_on(self, node: DOMNode, action: str) -> None:
        """Do what was chosen in the palette, unless what it was offered for is closed by then."""
        if node is self or node.is_attached:
            await self.run_action(action, node)

    def action_compare(self) -> None:
        """Show all summaries of the paper under the cursor beside each other."""
        from radar.tui.screens.comparison_screen import show_comparison

        if isinstance(self.screen, RadarScreen):
            show_comparison(self.screen, ascii_only=self._ascii)

    def action_usage(self) -> None:
        """Show what summaries cost."""
        from radar.tui.screens.usage_screen import UsageScreen

        self.push_screen(UsageScreen(self.radar, glyphs(self._ascii)))

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """Yield every action by name, for the palette."""
        from radar.tui.keys.action_names import action_name

        for node, binding, key in _actions(self, screen):
            words = binding.tooltip or binding.description
            act = partial(self._act_on, node, binding.action)
            yield SystemCommand(f"{action_name(str(binding.id), words)}{key}", words, act)
        yield SystemCommand("Theme", "Choose other colours", partial(_search_themes, self))


def _actions(app: RadarApp, screen: Screen[Any]) -> Iterator[tuple[DOMNode, Binding, str]]:
    """Yield every action with whose it is, each once, and how the key is written that it has here.

    Those of the main screen come also where their keys write letters, or mean something else.
    """
    seen: set[str | None] = {None}
    for node, binding, enabled, _tooltip in screen.active_bindings.values():
        if enabled and binding.id not in seen:
            seen.add(binding.id)
            yield node, binding, f" ({app.get_key_display(binding)})"
    for binding in SCREEN if isinstance(screen, RadarScreen) else ():
        if binding.id not in seen:
            seen.add(binding.id)
            yield screen, binding, ""


def _search_themes(app: RadarApp) -> None:
    """Offer every theme by name."""
    from radar.tui.screens.theme_choices import ThemeChoices

    app.push_screen(_palette(providers=[ThemeChoices], placeholder="Search for a theme"))


def _palette(**given: Any) -> CommandPalette:
    # Imported where it is needed: a start does without it.
    from radar.tui.screens.action_palette import ActionPalette

    return ActionPalette(**given)


async def _gathered(palette: CommandPalette) -> None:
    from radar.tui.screens.action_palette import ActionPalette

    if isinstance(palette, ActionPalette):
        await palette.gathered()


def _driver(terminal: EarlyTerminal | None) -> type[Driver] | None:
    """Return what takes over a first page that stands already; None for what Textual chooses."""
    if sys.platform == "win32" or "TEXTUAL_DRIVER" in os.environ:
        return None
    if terminal is None:
        from radar.tui.terminal.lasting_driver import LastingDriver

        return LastingDriver
    from radar.tui.early.driver import driver_over

    return driver_over(terminal)


def run(
    radar: Radar,
    *,
    ascii: bool = False,
    theme: str = "",
    keys: Mapping[str, str] | None = None,
    memory: Memory | None = None,
    terminal: EarlyTerminal | None = None,
) -> int:
    """Show the radar until the reader leaves, and return the exit code.

    Memory is collected while nobody types; Python's own timing is for the caller to switch off.

    Args:
        memory: where the first page of the next start is kept; None to keep none.
        terminal: where a first page stands already; None where none does.

    Raises:
        Exception: what nobody foresaw; the screen is left, and the caller tells it.
    """
    app = RadarApp(
        radar,
        ascii=ascii,
        theme=theme,
        keys=keys,
        collecting=Collecting(),
        memory=memory,
        terminal=terminal,
    )
    try:
        with interrupts_leave(app.exit):
            app.run()
    finally:
        app.left()
    if app.broken is not None:
        raise app.broken
    return app.return_code or 0
