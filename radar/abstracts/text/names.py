"""What a name in an abstract stands for: a data set or a program."""

from __future__ import annotations

from radar.abstracts.text.noun_phrases import Thing
from radar.abstracts.vocabulary.patterns import pattern
from radar.abstracts.vocabulary.words import lowered

_DATA = pattern(
    r"\b(?:data ?sets?|corpus|corpora|benchmarks?|treebanks?|lexicons?|test ?sets?"
    r"|test ?suites?|challenge sets?|collection"
    r"|database|knowledge (?:graph|base)|ontology|annotations?|catalog(?:ue)?|wordnet"
    r"|leaderboard|question(?:s| answering pairs))\b(?!-)"
)
_CODE = pattern(
    r"\b(?:toolkits?|toolbox|library|librar(?:y|ies)|packages?|software|frameworks?|systems?"
    r"|tools?|platforms?|algorithms?|pipelines?"
    r"|simulators?|emulators?|codes?|engine|app|methods?|approach|architecture|network"
    r"|agents?|plugin|interface)\b(?!-)"
)
_MODEL = pattern(
    r"\b(?:(?:language |foundation |vision |reasoning |generation )?models?|llms?|vlms?|mllms?"
    r"|family of)\b(?!-)"
)
_DATA_NAME = pattern(r"(?i:bench\w*$|bench-|corpus|bank$|dataset)|(?:QA|Set|Net-QA|DB|Eval|Wiki)$")
_MODEL_NAME = pattern(r"\d[bB](?:$|-)|(?:BERT|GPT|LLM|VLM|VLA|T5)(?:$|[-\d])")
_WINDOW = 110
_OCCURRENCES = 6


def kind_of_name(name: str, model: Thing | None, title: str, abstract: str) -> Thing | None:
    """Return what the words beside a name call it, or None where they do not tell.

    Args:
        name: the name, or an empty string for "it": then the first thing that the text introduces counts.
        model: what a model by that name stands for: its program, its weights or nothing.
    """
    if not name:
        return _introduced(lowered(abstract), model)
    if _DATA_NAME.search(name):
        return Thing.DATA
    if model is not None and _MODEL_NAME.search(name):
        return model
    votes = {Thing.DATA: 0.0, Thing.CODE: 0.0}
    for text, weight in ((title, 2.0), (abstract, 1.0)):
        for kind, distance in _calls(name.lower(), lowered(text), model):
            votes[kind] += weight * (1.0 if distance < 40 else 0.5)
    if votes[Thing.DATA] == votes[Thing.CODE]:
        return None
    return max(votes, key=lambda kind: votes[kind])


def _calls(name: str, text: str, model: Thing | None) -> list[tuple[Thing, int]]:
    found = []
    position = -1
    for _ in range(_OCCURRENCES):
        position = text.find(name, position + 1)
        if position < 0:
            break
        after = text[position + len(name) : position + len(name) + _WINDOW].split(". ")[0]
        first = None if after.startswith((" and ", " & ", " or ")) else _first_thing(after, model)
        if first is not None:
            found.append(first)
        before = text[max(0, position - 26) : position]
        if _DATA.search(before):
            found.append((Thing.DATA, 20))
    return found


def _first_thing(text: str, model: Thing | None) -> tuple[Thing, int] | None:
    candidates = [
        (match.start(), thing)
        for pattern, thing in ((_DATA, Thing.DATA), (_CODE, Thing.CODE), (_MODEL, model))
        if thing is not None and (match := pattern.search(text))
    ]
    if not candidates:
        return None
    start, thing = min(candidates, key=lambda candidate: candidate[0])
    return thing, start


_INTRODUCES = pattern(
    r"\b(?:introduc|present|releas|propos|creat|collect|construct|build|built|develop|provid"
    r"|describ|annotat)\w* "
)


def _introduced(text: str, model: Thing | None) -> Thing | None:
    for match in _INTRODUCES.finditer(text):
        first = _first_thing(text[match.end() : match.end() + _WINDOW].split(". ")[0], model)
        if first is not None:
            return first[0]
    return None
