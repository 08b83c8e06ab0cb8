"""The first page on few lines: the choice under the cursor is in view, and so are the keys."""

import pytest
from textual.widgets import OptionList, TextArea

from radar.tui.screens.welcome_screen import WelcomeChoice
from tests.tui.screens.alone import Alone
from tests.tui.screens.test_welcome_screen import welcome


def _lines(app: Alone[WelcomeChoice]) -> list[str]:
    strips = app.shown._compositor.render_strips()
    return ["".join(segment.text for segment in strip).rstrip() for strip in strips]


def _under_cursor(app: Alone[WelcomeChoice]) -> str:
    """Return what is painted as the choice under the cursor is."""
    choices = app.shown.query_one(OptionList)
    ground = choices.get_component_rich_style("option-list--option-highlighted").bgcolor
    strips = app.shown._compositor.render_strips()
    painted = (segment for strip in strips for segment in strip)
    return " ".join(one.text for one in painted if one.style is not None and one.style.bgcolor == ground)


_NAMES = ("Import a file", "Paste", "Refresh", "Another source", "Load the sample", "Quit")


@pytest.mark.parametrize("size", [(80, 24), (80, 18), (80, 12), (60, 12), (40, 10), (60, 5), (40, 6)])
async def test_the_choice_under_the_cursor_is_in_view_and_so_is_how_to_choose(size: tuple[int, int]) -> None:
    app = welcome()
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        assert _NAMES[0] in _under_cursor(app)
        for key, names in (("down", _NAMES[1:]), ("up", _NAMES[-2::-1])):
            for name in names:
                await pilot.press(key)
                await pilot.pause()
                assert name in _under_cursor(app)
                assert "? help" in "\n".join(_lines(app))


@pytest.mark.parametrize(
    ("size", "seen", "left_out"),
    [
        ((80, 24), ("New research", "copied from a page", "Takeaways need no model"), ()),
        ((80, 18), ("New research", "copied from a page", "Takeaways need no model"), ()),
        ((80, 12), ("copied from a page",), ("New research", "Takeaways need no model")),
        ((60, 12), _NAMES, ("New research", "copied from a page", "Takeaways need no model")),
        ((40, 10), _NAMES, ("New research", "copied from a page", "Takeaways need no model")),
    ],
)
async def test_on_few_lines_what_is_said_makes_room_for_the_choices(
    size: tuple[int, int], seen: tuple[str, ...], left_out: tuple[str, ...]
) -> None:
    app = welcome()
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        shown = "\n".join(_lines(app))
        assert all(words in shown for words in (*seen, *_NAMES))
        assert not any(words in shown for words in left_out)


async def test_the_page_follows_the_size_of_the_terminal_and_the_cursor_stays_in_view() -> None:
    app = welcome()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("end")
        for size in ((60, 5), (40, 10), (80, 24)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert "Quit" in _under_cursor(app)
        assert "New research" in "\n".join(_lines(app))


@pytest.mark.parametrize("size", [(80, 24), (80, 16), (40, 10)])
async def test_the_keys_of_a_form_are_in_view_on_few_lines(size: tuple[int, int]) -> None:
    app = welcome()
    async with app.run_test(size=size) as pilot:
        await pilot.press("i")
        await pilot.pause()
        assert "esc back" in "\n".join(_lines(app))
        await pilot.press("escape", "p")
        await pilot.pause()
        assert "esc back" in "\n".join(_lines(app))
        assert app.shown.query_one(TextArea).size.height >= 4
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "Nothing was pasted yet" in "\n".join(_lines(app))
