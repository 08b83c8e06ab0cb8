from textual.binding import Binding

from radar.tui.words.help_text import (
    HelpKey,
    HelpSection,
    column_width,
    help_lines,
    key_names,
    matching,
    section_of,
)

LIST = section_of(
    "The list",
    [
        Binding("j,down", "move(1)", "Down", id="list.down", tooltip="To the paper below"),
        Binding("slash", "search", "Search", id="search.start", tooltip="Search as you type"),
        Binding("c", "filter('code')", "code", id="filter.code", tooltip="Only papers with released code"),
    ],
)
ELSEWHERE = HelpSection("Everywhere", (HelpKey("q", "Leave; running jobs go on"),))


def test_a_section_is_made_from_bindings() -> None:
    assert LIST.keys[0] == HelpKey("j, down", "To the paper below", "Down")
    assert LIST.keys[1] == HelpKey("/", "Search as you type", "Search")


def test_keys_that_the_reader_chose_are_shown() -> None:
    bindings = [Binding("j,down", "move(1)", "Down", id="list.down")]
    assert section_of("The list", bindings, {"list.down": "n"}).keys == (HelpKey("n", "Down", "Down"),)


def test_a_binding_met_twice_is_shown_once() -> None:
    binding = Binding("v", "switch", "Switch", id="summary.switch")
    assert len(section_of("Detail", [binding, binding]).keys) == 1


def test_a_group_of_bindings_is_one_row_with_all_their_keys() -> None:
    group = Binding.Group("To the beach of this number")
    bindings = [Binding(key, f"beach({key})", id=f"beach.{key}", group=group) for key in "123"]
    (row,) = section_of("Beaches", bindings, {"beach.3": "question_mark"}).keys
    assert row == HelpKey("1, 2, ?", "To the beach of this number")


def test_an_action_without_a_key_says_so() -> None:
    group = Binding.Group("To the beach of this number")
    bindings = [Binding(key, f"beach({key})", id=f"beach.{key}", group=group) for key in "12"]
    assert section_of("Beaches", bindings, {"beach.1": ""}).keys[0].keys == "2"
    assert section_of("Beaches", bindings, {"beach.1": "", "beach.2": " "}).keys[0].keys == "no key"


def test_keys_are_written_as_people_write_them() -> None:
    assert key_names("question_mark,asterisk,escape,ctrl+d,pagedown") == "?, *, esc, ctrl+d, page down"


def test_words_are_searched_in_keys_texts_and_titles() -> None:
    sections = (LIST, ELSEWHERE)
    assert matching(sections, "") == sections
    assert [key.keys for section in matching(sections, "Released CODE") for key in section.keys] == ["c"]
    assert [section.title for section in matching(sections, "everywhere")] == ["Everywhere"]
    assert matching(sections, "no such word") == ()


def test_a_single_letter_is_looked_up_as_a_key() -> None:
    assert [key.keys for section in matching((LIST, ELSEWHERE), "q") for key in section.keys] == ["q"]


def test_narrow_screens_get_one_column_and_wide_ones_more() -> None:
    many = tuple(HelpSection(f"Area {number}", LIST.keys) for number in range(6))
    assert [len(help_lines(many, width)[0]) for width in (76, 116, 196)] == [1, 2, 3]
    for width in (76, 116, 196):
        headings = [line.text for row in help_lines(many, width) for line in row if line.heading]
        assert sorted(headings) == [section.title for section in many]


def test_long_texts_fold_within_their_column() -> None:
    long = HelpSection("Long", (HelpKey("x", "word " * 30), HelpKey("shift+page down, down", "far")))
    lines = [row[0] for row in help_lines((long,), 60)]
    assert all(14 + len(line.text) <= column_width(60) for line in lines)
    assert sum("far" in line.text for line in lines) == 1
