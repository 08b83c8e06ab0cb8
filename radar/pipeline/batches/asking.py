"""The part of a batch that needs neither library nor files: papers into lines, completions into summaries.

Each function is at the top of its module and takes plain values, so that another process can run it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from radar.abstracts.reading import read
from radar.errors import TextTooLong
from radar.papers.bases import Value
from radar.papers.listed.paper import Paper, PaperId
from radar.papers.summaries.summary import Reading, Summary
from radar.summaries.batch_lines import Dialect, batch_line, batch_shape, custom_id_of
from radar.summaries.dialogue import Answered, Dialogue
from radar.summaries.endpoints.ladder import Format
from radar.summaries.prompting.chat import Completion
from radar.summaries.prompting.estimate import estimate_tokens
from radar.summaries.prompting.prompt import reason_not_to_ask
from radar.summaries.summariser import SummariserSettings


class Terms(Value):
    """What is asked, of whom and how; no key is in it."""

    settings: SummariserSettings
    dialect: Dialect
    format: Format = Format.SCHEMA


class Question(Value):
    """A paper made into a line, or why it was not."""

    key: int
    paper_id: PaperId
    custom_id: str = ""
    line: bytes = b""
    reason: str = ""
    """Why no model is asked; empty where one is."""


class ToGround(Value):
    """A completion and all that it is held against."""

    custom_id: str
    key: int
    paper: Paper
    reading: Reading | None
    """What the rules of today read; None where they have not yet."""
    completion: Completion


def questions_of(task: tuple[Terms, Sequence[tuple[int, Paper]]]) -> list[Question]:
    """Return the questions about papers by their keys, in their order."""
    terms, papers = task
    dialogue = dialogue_of(terms.settings)
    shape = batch_shape(terms.dialect, dialogue.model, terms.format)
    questions = []
    for key, paper in papers:
        text = dialogue.text_of(paper)
        reason = reason_not_to_ask(text)
        if not reason:
            try:
                request = dialogue.question(text, estimate_tokens)
            except TextTooLong:
                reason = "too long for the context"
        if reason:
            questions.append(Question(key, paper.id, reason=reason))
            continue
        custom_id = custom_id_of(paper.id, text, dialogue.prompt_digest, dialogue.model, dialogue.name)
        line = batch_line(custom_id, request, dialogue.model, shape, terms.dialect)
        questions.append(Question(key, paper.id, custom_id, line))
    return questions


def summaries_of(
    task: tuple[SummariserSettings, Sequence[ToGround]],
) -> list[tuple[str, Summary | None]]:
    """Return the summaries that completions make, by the id of the question.

    None where the text has changed since it was asked about.
    """
    settings, answers = task
    dialogue = dialogue_of(settings)
    return [(answer.custom_id, _summary(dialogue, answer)) for answer in answers]


@lru_cache(maxsize=8)
def dialogue_of(settings: SummariserSettings) -> Dialogue:
    """Return the dialogue of these settings, made once a process."""
    return Dialogue(settings, settings.name)


@lru_cache(maxsize=4)
def _count(text: str) -> int:
    """Estimate tokens; the instructions are in every request and are estimated once."""
    return estimate_tokens(text)


def _summary(dialogue: Dialogue, answer: ToGround) -> Summary | None:
    paper = answer.paper
    text = dialogue.text_of(paper)
    asked = custom_id_of(paper.id, text, dialogue.prompt_digest, dialogue.model, dialogue.name)
    if asked != answer.custom_id:
        return None
    if reason_not_to_ask(text):
        return None
    answered = Answered(dialogue.question(text, _count), answer.completion)
    return dialogue.summary(paper, answer.reading or read(paper), text, answered, _count)
