"""A prompt file and a paper made into what a model is asked."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Sequence
from functools import lru_cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from radar.abstracts.text.rubble import RUBBLE_GATES
from radar.abstracts.text.sentences import Span, sentences
from radar.abstracts.text.tex import readable_text
from radar.abstracts.vocabulary.words import any_of
from radar.errors import PromptError
from radar.papers.bases import Value, replace
from radar.papers.listed.paper import Paper
from radar.papers.text.safe_text import clean
from radar.summaries.prompting.answer_schema import ANSWER_SCHEMA, RELEVANCE_SCHEMA
from radar.summaries.prompting.chat import ChatRequest, Message, Role
from radar.summaries.prompting.estimate import OVERHEAD, estimate_tokens
from radar.summaries.prompting.instructions import instruction_in, without_chat_tokens

MOST_SENTENCES = 40
_MOST_CHARACTERS = 6_000
_TITLE_CHARACTERS = 300
_AUTHORS = 200
"""So many names are looked at for text that is none."""
_PROMPT_BYTES = 100_000
_RULER = re.compile(r"^---[ \t]*$", re.MULTILINE)
_PLACE = re.compile(r"\{(title|sentences)\}")
_LANGUAGE = (
    "Write every sentence of your answer in {language}; names and numbers stay as the abstract has them."
)
_PROFILE = (
    "Answer with one more field at the end, relevance: one sentence of at most 20 words on why the paper "
    "may "
    "matter to a reader who says: “{profile}” It is empty if it does not; it adds no name and no number."
)
_CITATION = re.compile(r"\[(\d{1,4})\]")


class Prompt(Value):
    """The two parts of a prompt file."""

    system: str
    user: str
    """Holds the places `{title}` and `{sentences}`."""
    digest: str
    """The first 16 digits of the SHA-256 of both and of the schema of the answer."""
    language: str = ""
    """The language that takeaways are asked in; empty for the paper's own."""
    profile: str = ""
    """What the reader works on, to be told why a paper may matter; empty where nothing of it is asked."""

    @property
    def schema(self) -> dict[str, object]:
        """What the answer looks like, in JSON schema."""
        return RELEVANCE_SCHEMA if self.profile else ANSWER_SCHEMA


class Numbered(Value):
    """One sentence of an abstract."""

    number: int
    """Counted from 1."""
    span: Span
    """Where it stands in the abstract as stored."""
    text: str
    """As a model gets it: readable, without chat tokens."""


class PaperText(Value):
    """What a model gets of a paper."""

    title: str
    sentences: tuple[Numbered, ...]
    instruction: str = ""
    """A stretch that addresses a model instead of a reader; empty where none was found."""
    instruction_place: str = ""
    """Which text of the paper it stands in, such as "abstract"."""


def load_prompt(path: str = "", language: str = "", profile: str = "") -> Prompt:
    """Read the reader's own prompt file, or with an empty path the one that comes with radar.

    Its digest changes with everything that changes what is asked: the file, the language, the profile
    and the schema of the answer.

    Args:
        path: of the reader's own file; empty for none.
        language: that takeaways are asked in, such as "German"; empty for the paper's own.
        profile: what the reader works on; empty to ask nothing of it.

    Raises:
        PromptError: the file cannot be read or lacks a part.
    """
    prompt = _own_prompt(path) if path else _shipped_prompt()
    return _with_wishes(prompt, clean(language), clean(profile)) if language or profile else prompt


def _own_prompt(path: str) -> Prompt:
    try:
        content = Path(path).read_bytes()[: _PROMPT_BYTES + 1]
    except (OSError, ValueError):
        raise PromptError(
            f"The prompt file {path} cannot be read", "Set prompt to a file, or leave it out"
        ) from None
    return parse_prompt(content, path)


def parse_prompt(content: bytes, name: str) -> Prompt:
    """Take a prompt file apart: the system part, a line `---`, the user part with its places.

    Raises:
        PromptError: it is too large, no UTF-8, or lacks a part; the message names the file.
    """
    if len(content) > _PROMPT_BYTES:
        raise PromptError(f"The prompt file {name} is larger than {_PROMPT_BYTES // 1000} kB")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise PromptError(f"The prompt file {name} is not UTF-8 text") from None
    parts = _RULER.split(text.replace("\r\n", "\n"), maxsplit=1)
    if len(parts) != 2 or not parts[0].strip():
        raise PromptError(
            f"The prompt file {name} does not have two parts",
            "It is what the model is, a line with --- alone, then what it is given",
        )
    system, user = (part.strip() for part in parts)
    missing = [place for place in ("{title}", "{sentences}") if place not in user]
    if missing:
        raise PromptError(
            f"The prompt file {name} lacks {' and '.join(missing)}", "They stand behind the line with ---"
        )
    if "json" not in system.lower() + user.lower():
        # OpenAI and DeepSeek refuse to be asked for a JSON object by a prompt that does not say so.
        raise PromptError(f"The prompt file {name} does not ask for a JSON object", "Say JSON in it")
    return _digested(Prompt(system, user, ""))


def _with_wishes(prompt: Prompt, language: str, profile: str) -> Prompt:
    """Add what a reader wants besides to the instructions; braces in it are no places."""
    wishes = [
        _PROFILE.format(profile=profile) if profile else "",
        _LANGUAGE.format(language=language) if language else "",
    ]
    system = "\n\n".join(part for part in (prompt.system, *wishes) if part)
    return _digested(replace(prompt, system=system, language=language, profile=profile))


def _digested(prompt: Prompt) -> Prompt:
    whole = f"{prompt.system}\n---\n{prompt.user}\n---\n{json.dumps(prompt.schema, sort_keys=True)}"
    return replace(prompt, digest=hashlib.sha256(whole.encode()).hexdigest()[:16])


def paper_text(paper: Paper) -> PaperText:
    """Return what a model gets of a paper: readable, harmless, at most 40 sentences and 6,000 characters."""
    title = readable_text(paper.title[: 2 * _TITLE_CHARACTERS])
    plain = [title]
    numbered: list[Numbered] = []
    left = _MOST_CHARACTERS
    harmless = _is_harmless(paper.abstract)
    for number, span in enumerate(sentences(paper.abstract)[:MOST_SENTENCES], 1):
        end = min(span.end, span.start + 2 * _MOST_CHARACTERS)
        sentence = text = paper.abstract[span.start : end]
        if not harmless:
            sentence = readable_text(sentence)
            text = without_chat_tokens(sentence)
            text = _CITATION.sub(r"(\1)", text) if "[" in text else text
        text = text[:left]
        left -= len(text)
        plain.append(sentence)
        if text:
            numbered.append(Numbered(number, span, text))
        if left <= 0:
            break
    instruction, place = _instruction(paper, plain)
    shown = _CITATION.sub(r"(\1)", without_chat_tokens(title))[:_TITLE_CHARACTERS]
    return PaperText(shown, tuple(numbered), instruction, place)


def reason_not_to_ask(text: PaperText) -> str:
    """Return why a model is not asked about such a text; empty where it is."""
    if not text.sentences:
        return "no abstract"
    if not text.instruction:
        return ""
    return f"instruction in the {text.instruction_place}: {text.instruction}"


def _is_harmless(abstract: str) -> bool:
    """Say whether each sentence of an abstract can be given as it stands: nothing in it means anything."""
    return (
        abstract.isascii()
        and abstract.isprintable()
        and not any_of(("  ", "<", "[", *RUBBLE_GATES), abstract)
    )


def _instruction(paper: Paper, plain: Sequence[str]) -> tuple[str, str]:
    """Return what in a paper addresses a model, and where.

    Authors and comment are looked at too, although no model gets them: who hides an order there is not
    to be trusted with the abstract.
    """
    if found := instruction_in(" ".join(plain)):
        return found, "title" if instruction_in(plain[0]) else "abstract"
    aside = f"{' ; '.join(paper.authors[:_AUTHORS])} ; {paper.comment[:_MOST_CHARACTERS]}"
    if found := instruction_in(aside):
        return found, "comment" if instruction_in(paper.comment[:_MOST_CHARACTERS]) else "authors"
    return "", ""


def request_for(prompt: Prompt, title: str, chosen: Sequence[Numbered], max_tokens: int) -> ChatRequest:
    """Fill the prompt with a title and the chosen sentences; they keep their numbers."""
    lines = "\n".join(f"[{sentence.number}] {sentence.text}" for sentence in chosen)
    filling = {"title": title, "sentences": lines}
    # One pass: what a title holds is not a place.
    user = _PLACE.sub(lambda place: filling[place[1]], prompt.user)
    messages = (Message(Role.SYSTEM, prompt.system), Message(Role.USER, user))
    return ChatRequest(messages, max_tokens, schema=prompt.schema)


@lru_cache(maxsize=8)
def tokens_besides(prompt: Prompt) -> int:
    """Return about how many tokens a request has besides the title and the abstract."""
    return estimate_tokens(f"{prompt.system} {_PLACE.sub(' ', prompt.user)}") + OVERHEAD


@lru_cache(maxsize=1)
def _shipped_prompt() -> Prompt:
    inside = resources.files("radar") / "prompts" / "summary.md"
    beside = Path(__file__).parents[3] / "prompts" / "summary.md"
    places: tuple[Traversable, ...] = (inside, beside)
    for place in places:
        if place.is_file():
            return parse_prompt(place.read_bytes(), "summary.md")
    raise PromptError("The prompt that comes with radar is missing", "Install radar again")


@lru_cache(maxsize=8)
def prompt_words(prompt: Prompt) -> str:
    """Return all words of a prompt, without its places, to tell its echo in an answer."""
    return clean(_PLACE.sub(" ", f"{prompt.system} {prompt.user}"))
