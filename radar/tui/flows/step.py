"""What a flow wants next: ask the reader something, write to the library, or say what happened."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from radar.papers.bases import Value

if TYPE_CHECKING:
    from radar.papers.reader.query import PaperQuery
    from radar.pipeline.course import Course


class Ask(Value):
    """A question to the reader."""

    purpose: str
    """Name of the flow, and behind a dot which of its questions: "export.path"."""
    question: str
    reply: Callable[[str], Step | None]
    """Takes the answer. It holds all that the question is about, so that nothing that is asked or shown
    between question and answer changes what the answer does."""
    value: str = ""
    """What the answer is to begin with."""
    offered: str | None = None
    """What stood there by itself, where `value` holds what was typed already."""
    replaced: bool = False
    """Whether the first letter takes the place of that, as of a name that is only offered."""
    choices: Mapping[str, str] | None = None
    """Single keys with what they mean, where one key is the answer."""
    ahead: bool = False
    """Whether a choice that was typed already is taken without a question: nobody needs to read it first."""
    left: Callable[[str], Step | None] | None = None
    """Takes what was typed where the question is left unanswered; None where it is not worth keeping."""


class Say(Value):
    """A line about what happened or why nothing did."""

    text: str
    failed: bool = False
    changed: tuple[int, ...] = ()
    """Papers to be read and painted anew."""
    everything: bool = False
    """Whether any paper of the library may have changed."""
    cursor_on: int | None = None
    """The paper that the cursor goes to, and that is listed again where it belongs to what is listed."""
    back: bool = False
    """Whether papers may belong to what is listed that did not when it was asked for, or not any more."""
    watch: int | None = None
    """Number of the watch that is shown from here on, unless another question than `made_of` is listed."""
    made_of: PaperQuery | None = None
    """What was listed when that watch was made of it."""
    watch_back: int | None = None
    """Number of a watch that is as it was before, to which the cursor of the side bar goes."""
    standing: bool = False
    """Whether what is shown while nothing is said is another thing now."""


class Write(Value):
    """A change of the library: done at once, or in its turn as soon as the library can be written."""

    run: Callable[[], Step | None]
    """Does it, and may be called again where the library was busy: it holds all that it needs, and changes
    nothing else before the library has taken it."""
    starts: str = ""
    """The run that it starts, which can be called off while it waits; empty for what is done by itself."""


class Work(Value):
    """Something that may take long: said at once, done in a thread."""

    text: str
    run: Callable[[], Say | None]
    """What came of it; None where `then` goes on."""
    then: Callable[[], Step] | None = None
    """The next step, taken if the reader has not gone elsewhere meanwhile."""
    course: Course | None = None
    """How far it is, where that is shown, and by which it can be stopped."""


class Later(Value):
    """A step that has to wait for what comes by itself: said at once, taken then."""

    text: str
    when: Callable[[Callable[[], None]], None]
    """Takes what is to be called when it has come."""
    then: Callable[[], Step | None]
    """The step, taken if the reader has not gone elsewhere meanwhile."""


class CallOff(Value):
    """Calls off the run that was asked for last and waits for the library still."""

    otherwise: str
    """What is said where none waits."""


Step = Ask | Say | Write | Work | Later | CallOff
