"""How many takeaways of a model passed the checks lately."""

from __future__ import annotations

from radar.papers.bases import Value

_WEAK = 0.4
_TELLING = 20
"""Answers after which a model can be judged by them."""


class Acceptance(Value):
    """The last answers of an endpoint's model that are kept, without what no model was asked for."""

    answers: int = 0
    passed: int = 0
    """Takeaways that passed every check as the model wrote them."""
    trimmed: int = 0
    """Takeaways that a rule cut so that they pass."""
    refused: str = ""
    """For what the others were refused most often, as a clause; empty where none was."""

    @property
    def weak(self) -> bool:
        """Whether the model seems too weak for the prompt; False where too few answers are there to tell."""
        return self.answers >= _TELLING and self.passed < _WEAK * self.answers
