"""What says that the focus changes none of its styles has them not looked for."""

from __future__ import annotations

from textual.widget import Widget

from radar.pipeline.radar import Radar
from tests.tui.driving import seated


async def test_the_list_and_a_question_have_the_same_styles_with_the_focus_and_without(radar: Radar) -> None:
    async with seated(radar) as seat:
        for keys, widget in (("tab", seat.screen.paper_list), ("L", seat.screen.prompt)):
            told: list[list[tuple[object, bool]]] = []
            for _ in range(2):
                parts = [widget, *widget.query(Widget)]
                widget.update_node_styles(animate=False)
                told.append([(dict(part.styles.base.get_rules()), part.has_focus) for part in parts])
                await seat.press(keys)
            before, after = told
            assert before != after
            assert [rules for rules, _ in before] == [rules for rules, _ in after], widget
            await seat.press("escape")
