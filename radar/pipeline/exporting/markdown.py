"""A Markdown list, escaped so that no title can become mark-up, a link or HTML."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from radar.abstracts.text.tex import readable_text
from radar.papers.reader.query import PaperEntry
from radar.papers.summaries.flags import Claim, CodeStatus, DataStatus, Flags, Release
from radar.papers.summaries.standing import model_summary, rules_summary
from radar.papers.summaries.summary import Agreement, Summary, Verdict
from radar.papers.text.partial_dates import written
from radar.pipeline.exporting.citation import day_of, link_of
from radar.pipeline.exporting.record import evidence_text
from radar.pipeline.paper_words import origin_words, whose

_ACTIVE = re.compile(
    r"[\\`*_{}\[\]()<>|~$]|:(?=//)|(?<=www)\."
    # Obsidian's own: a tag, a highlight, a comment that is not shown.
    r"|(?<!\w)#(?=[\d/-]*[^\W\d])|=(?==)|%(?=%)",
    re.IGNORECASE,
)
_BLOCK_START = re.compile(r"^(?:[#>+=-]|\d{1,9}(?=[.)](?:\s|$)))")
_UNSAFE_IN_LINK = re.compile(r"[\s<>()\\\"'`\[\]|]")
_PEOPLE = 3
_AGREEMENTS = {
    Agreement.UNASKED: "",
    Agreement.BOTH: " (rules and model agree)",
    Agreement.RULE: " (only the rules say so)",
    Agreement.MODEL: " (only the model says so)",
}
_DISPUTED = " (disputed"


def parts(entries: Iterable[PaperEntry]) -> Iterator[str]:
    """Yield a heading, then one list item a paper."""
    yield "# Papers\n"
    for entry in entries:
        yield f"\n{list_item(entry)}"


def list_item(entry: PaperEntry) -> str:
    """Return one item: title with link, people and day, takeaway and its origin, flags and words."""
    lines = [f"- **{linked(readable_text(entry.paper.title) or entry.paper.id, link_of(entry.paper))}**"]
    lines += [f"  {line}  " for line in (_byline(entry), _takeaway(entry.summary)) if line]
    lines += [f"  - {line}" for line in _flag_lines(entry)]
    if entry.tags:
        lines.append(f"  - Tags: {_within(', '.join(entry.tags))}")
    if entry.note:
        lines.append(f"  - Note: {_within(entry.note)}")
    return "\n".join(lines) + "\n"


def escaped(text: str) -> str:
    """Return a text that begins a line, with every character escaped that Markdown or HTML acts on."""
    return _BLOCK_START.sub(_defused, _within(text))


def _within(text: str) -> str:
    """Escape a text that stands within a line, where "1." and "#" begin nothing."""
    return _ACTIVE.sub(lambda found: "\\" + found[0], text.replace("&", "&amp;"))


def _defused(found: re.Match[str]) -> str:
    # As a character reference: a backslash before the digit of "1." would be shown.
    return f"&#{ord(found[0][0])};{found[0][1:]}"


def _byline(entry: PaperEntry) -> str:
    paper = entry.paper
    people = ", ".join(paper.authors[:_PEOPLE]) + (" et al." if len(paper.authors) > _PEOPLE else "")
    day = day_of(paper)
    return " · ".join(filter(None, (escaped(people), written(day), escaped(paper.venue))))


def _takeaway(summary: Summary) -> str:
    origin = origin_words(summary)
    return f"{escaped(summary.takeaway.text)} *({_within(origin)})*" if origin else ""


def _flag_lines(entry: PaperEntry) -> Iterator[str]:
    flags = entry.summary.flags
    code, results = _standings(entry)
    for name, status, stands in (("Code", flags.code, code), ("Data", flags.data, "")):
        if status.value is not Release.NONE or stands.startswith(_DISPUTED):
            state = linked(status.value.value, status.url or "")
            by = f" ({_within(whose(status, entry))})" if status.value is not Release.NONE else ""
            yield f"{name}: {state}{by}{_quoted(_grounds(status, entry))}{stands}"
    if flags.results.value is not Claim.NONE or results.startswith(_DISPUTED):
        words = evidence_text(flags.results.evidence[0], entry.paper) if flags.results.evidence else ""
        yield f"Results: {_claim(flags)}{_quoted(words)}{results}"
    if entry.summary.relevance:
        opinion = _within(entry.summary.relevance)
        yield f"Relevance, in the opinion of {_name(entry.summary)}: {opinion}"


def _grounds(status: CodeStatus | DataStatus, entry: PaperEntry) -> str:
    words = evidence_text(status.evidence, entry.paper) if status.evidence else ""
    # What the listing's own field holds is the link itself, which the value leads to already.
    return "" if words == status.url else words


def _standings(entry: PaperEntry) -> tuple[str, str]:
    """Return how rules and model stand to each other on code and results; of a contradiction, both sides."""
    model, rules = model_summary(entry.summaries, entry.summary), rules_summary(entry.summaries)
    if model is None or rules is None:
        return "", ""
    standing, said, flags = entry.standing, model.verdicts, model.flags
    return (
        _standing(standing.code, rules.flags.code.value, said.code, flags.code.value, model, entry),
        _standing(
            standing.results, rules.flags.results.value, said.results, flags.results.value, model, entry
        ),
    )


def _standing(
    agreement: Agreement, rules: str, verdict: Verdict, merged: str, model: Summary, entry: PaperEntry
) -> str:
    if agreement is not Agreement.DISPUTED:
        return _AGREEMENTS[agreement]
    words = evidence_text(verdict.sentence, entry.paper) if verdict.sentence else ""
    sides = f"the rules say {rules}, {_name(model)} says {_within(verdict.said or merged)}"
    return f"{_DISPUTED}: {sides}{_quoted(words)})"


def _name(summary: Summary) -> str:
    return _within(summary.provenance.model or summary.provenance.summariser)


def _claim(flags: Flags) -> str:
    best = "state of the art" if flags.results.state_of_the_art else ""
    return ", ".join(filter(None, (flags.results.value.value, best, _within(flags.results.figure))))


def _quoted(words: str) -> str:
    return f": “{_within(readable_text(words))}”" if words else ""


def linked(text: str, link: str) -> str:
    """Return a text that leads to a link, or the text alone where there is none; both escaped."""
    if not link:
        return _within(text)
    target = _UNSAFE_IN_LINK.sub(lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), link)
    return f"[{_within(text)}]({target.replace('&', '&amp;')})"
