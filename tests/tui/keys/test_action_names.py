from __future__ import annotations

import pytest
from textual.binding import Binding
from textual.fuzzy import Matcher

from radar.pipeline.radar import Radar
from radar.tui.keys.action_names import ACTION_NAMES
from radar.tui.keys.key_areas import action_ids
from radar.tui.keys.keymap import APP, SCREEN
from radar.tui.words.help_text import matching, section_of
from tests.tui.driving import seated

EVERYDAY = {
    "export": ("Export papers", "e"),
    "quit": ("Quit", "q"),
    "sort": ("Sort order", "L"),
    "order": ("Sort order", "L"),
    "undo": ("Undo the last mark or removal", "U"),
    "import": ("Import papers", "I"),
    "tag": ("Tag this paper", "t"),
    "refresh": ("Refresh", "R"),
}


def test_names_belong_to_actions_and_are_given_once() -> None:
    assert set(ACTION_NAMES) <= action_ids()
    assert len(set(ACTION_NAMES.values())) == len(ACTION_NAMES)
    assert {str(binding.id) for binding in (*SCREEN, *APP)} <= set(ACTION_NAMES)


async def test_the_palette_finds_actions_by_everyday_words(radar: Radar) -> None:
    async with seated(radar) as seat:
        commands = [command.title for command in seat.app.get_system_commands(seat.screen)]
    for word, wanted in EVERYDAY.items():
        matcher = Matcher(word)
        assert max(commands, key=matcher.match) == f"{wanted[0]} ({wanted[1]})", word
    assert max(commands, key=Matcher("theme").match) == "Theme"
    assert "unread" in max(commands, key=Matcher("unread").match)


@pytest.mark.parametrize("word", [*EVERYDAY, "theme"])
def test_help_finds_actions_by_everyday_words(word: str) -> None:
    bindings = [binding for binding in (*SCREEN, *APP) if isinstance(binding, Binding)]
    first = matching((section_of("Keys", bindings),), word)[0].keys[0]
    assert first.keys == {"theme": "ctrl+p"}.get(word, EVERYDAY.get(word, ("", ""))[1])
