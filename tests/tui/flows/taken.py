"""Steps of a flow taken as the screen takes them, where the library is free."""

from __future__ import annotations

from radar.tui.flows.step import Ask, Say, Step, Write


def done(step: Step | None) -> Step | None:
    """Write what is to be written, and return what comes of it."""
    while isinstance(step, Write):
        step = step.run()
    return step


def said(step: Step | None) -> Say:
    """Write what is to be written, and return what is said."""
    step = done(step)
    assert isinstance(step, Say)
    return step


def replied(asked: Step | None, text: str) -> Step | None:
    """Answer a question, write what is to be written, and return what comes of it."""
    assert isinstance(asked, Ask)
    return done(asked.reply(text))
