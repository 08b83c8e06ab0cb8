"""A pasted text is one event, whatever stands in it."""

from __future__ import annotations

import pytest
from textual import events

from radar.papers.text.safe_text import clean
from radar.tui.terminal.whole_paste import PasteParser
from tests.cli.seeding import seed
from tests.terminal import Terminal

BEGIN, END = "\x1b[200~", "\x1b[201~"
HOSTILE = "Kites \x1b[31mfly\x1b[0m \x1b" + "q" * 40 + " \x1b\x1b[A\x1bOP \x1b]0;title\x07 home\x1b"
SENT = f"j{BEGIN}{HOSTILE}{END}k{BEGIN}again{END}"


def _read(pieces: list[str]) -> list[str]:
    parser = PasteParser()
    found = [message for piece in pieces for message in parser.feed(piece)]
    assert all(isinstance(message, events.Key | events.Paste) for message in found)
    return [
        clean(message.text) if isinstance(message, events.Paste) else message.key
        for message in found
        if isinstance(message, events.Key | events.Paste)
    ]


@pytest.mark.parametrize("length", [1, 2, 3, 5, 7, 64, 10_000])
def test_nothing_of_a_pasted_text_is_a_key_in_whatever_pieces_it_comes(length: int) -> None:
    first, pasted, second, again = _read([SENT[at : at + length] for at in range(0, len(SENT), length)])
    assert (first, second, again) == ("j", "k", "again")
    assert pasted.startswith("Kites fly")
    assert "\x1b" not in pasted
    assert "home" in pasted


def test_keys_with_an_escape_are_read_as_ever() -> None:
    assert _read(["\x1b[A", "\x1b[", "B", "\x1b[Z"]) == ["up", "down", "shift+tab"]


@pytest.mark.parametrize(
    "report",
    ["\x1b[48;36;120;0;0t\x1b[<0;5;5M", "\x1b[48;0;0;0;0t\x1b[<0;5;5M", "\x1b[1114112u", f"\x1b[{'9' * 20}u"],
)
def test_a_report_that_makes_no_sense_means_nothing_and_what_follows_is_read(report: str) -> None:
    parser = PasteParser()
    *_, last = parser.feed(f"{report}{BEGIN}x\x1b{report}{END}j")
    assert isinstance(last, events.Key)
    assert last.key == "j"


def test_the_mouse_points_at_cells_where_the_terminal_does_not_tell_its_pixels() -> None:
    _resize, down = PasteParser().feed("\x1b[48;36;120;0;0t\x1b[<0;5;7M")
    assert isinstance(down, events.MouseDown)
    assert (down.x, down.y) == (4, 6)


def test_a_pasted_escape_does_not_have_the_screen_obey_the_rest() -> None:
    seed()
    with Terminal([]) as terminal:
        terminal.wait_for("Snails")
        terminal.type(f"{BEGIN}Kites fly \x1b{'q' * 40}{END}")
        terminal.wait_for(lambda text: f"Kites fly {'q' * 40}" in text and "ctrl+s imports it" in text)
        terminal.type("\x11")
        assert terminal.wait_for_end() == 0


def test_bytes_that_are_no_text_nor_keys_end_neither_the_screen_nor_what_is_pasted() -> None:
    seed()
    with Terminal([]) as terminal:
        terminal.wait_for("Snails")
        terminal.type("\x1b[1114112u")
        terminal.type_bytes(b"\xb5i")
        terminal.wait_for("empty for none:")
        terminal.type_bytes(BEGIN.encode() + "café".encode("latin-1") + END.encode())
        terminal.wait_for("empty for none: caf\ufffd")
        terminal.type("\x11")
        terminal.wait_for("not done yet: a note that you typed")
        terminal.type("\x11")
        assert terminal.wait_for_end() == 0
