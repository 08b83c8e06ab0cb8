from __future__ import annotations

import re
from collections import Counter

import pytest
from textual.binding import Binding

from radar.tui.flows.copying import WORDS
from radar.tui.keys.keymap import APP, LIST, SCREEN, SEARCH, WATCHES, key_label, moving_keys

EVERY = (*LIST, *SEARCH, *WATCHES, *SCREEN, *APP)
PROMISED = {
    "j": "list.down", "k": "list.up", "g": "list.top", "G": "list.bottom", "ctrl+d": "list.half_down",
    "ctrl+u": "list.half_up", "pagedown": "list.page_down", "pageup": "list.page_up", "n": "unread.next",
    "p": "unread.previous", "enter": "paper.open", "tab": "paper.open", "slash": "search.start",
    "escape": "radar.back", "c": "filter.code", "C": "filter.promised", "d": "filter.data",
    "r": "filter.results", "u": "filter.unread", "asterisk": "filter.starred", "space": "paper.read",
    "i": "paper.note", "P": "paper.pdf", "delete": "paper.remove",
    "s": "paper.star", "t": "paper.tags", "o": "paper.browse", "O": "paper.code", "y": "paper.copy",
    "e": "papers.export", "m": "paper.summarise", "M": "papers.summarise", "x": "job.cancel",
    "R": "radar.refresh", "L": "order.next", "question_mark": "help.show", "ctrl+p": "palette.show",
    "q": "radar.quit", "U": "radar.undo", "v": "summary.switch", "V": "summary.compare",
    "w": "watches.show", "W": "watch.save", "0": "watch.none", "1": "watch.one", "9": "watch.nine",
}  # fmt: skip


@pytest.mark.parametrize("binding", EVERY, ids=lambda binding: binding.id)
def test_every_key_has_a_name_and_says_what_it_does(binding: Binding) -> None:
    assert re.fullmatch(r"[a-z]+\.[a-z_]+", binding.id or "")
    assert binding.tooltip


def test_names_are_given_once() -> None:
    assert {name: count for name, count in Counter(b.id for b in EVERY).items() if count > 1} == {}


@pytest.mark.parametrize(("key", "name"), PROMISED.items())
def test_the_promised_keys_are_there(key: str, name: str) -> None:
    found = [b.id for b in (*LIST, *SCREEN, *APP) if key in b.key.split(",")]
    assert found == [name]


def test_a_key_is_written_as_people_write_it_and_as_the_reader_chose_it() -> None:
    assert key_label("filter.starred") == "*"
    assert key_label("paper.star") == "s"
    assert key_label("paper.star", {"paper.star": "f,F"}) == "f"


def test_what_is_copied_is_told_in_full() -> None:
    (told,) = [binding.tooltip for binding in SCREEN if binding.id == "paper.copy"]
    *others, last = WORDS.values()
    assert told == f"Copy {', '.join(others)} or {last}"


def test_an_action_without_a_key_is_told_by_its_name_in_the_palette() -> None:
    assert key_label("radar.quit", {"radar.quit": ""}) == '"Quit" in ctrl+p'
    assert key_label("radar.quit", {"radar.quit": " , ", "palette.show": "f2"}) == '"Quit" in f2'
    assert key_label("radar.quit", {"radar.quit": "", "palette.show": ""}) == "no key"
    assert "" not in moving_keys({"list.down": ""})


def test_the_keys_that_move_are_those_the_reader_chose_unless_another_action_takes_them_first() -> None:
    assert {"j", "down", "pagedown", "G"} <= set(moving_keys({}))
    assert (moving_keys({})["pagedown"], moving_keys({})["k"]) == ("half(2)", "move(-1)")
    assert "s" not in moving_keys({})
    chosen = moving_keys({"list.down": "s, down", "palette.show": "k"})
    assert {"s", "down"} <= set(chosen)
    assert not {"j", "k"} & set(chosen)


def test_a_key_that_the_reader_chose_goes_before_one_that_another_move_has_by_itself() -> None:
    assert moving_keys({"list.bottom": "g"})["g"] == moving_keys({})["G"]
    assert moving_keys({"list.up": "j"})["j"] == moving_keys({})["k"]
    assert moving_keys({"list.down": "k"})["k"] == moving_keys({})["j"]


def test_the_keys_to_unread_papers_move_too_unless_something_else_has_them() -> None:
    assert (moving_keys({})["n"], moving_keys({})["p"]) == ("screen.unread(1)", "screen.unread(-1)")
    assert moving_keys({"unread.next": "f6"})["f6"] == "screen.unread(1)"
    assert moving_keys({"list.down": "n"})["n"] == "move(1)"
    for chosen in ({"paper.star": "n"}, {"unread.previous": "n"}, {"palette.show": "n"}, {"unread.next": ""}):
        assert "n" not in moving_keys(chosen)
    assert "s" not in moving_keys({"unread.next": "s"})
