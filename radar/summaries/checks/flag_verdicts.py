"""What a model says of code and results, beside what the rules read: who counts, and whether they agree."""

from __future__ import annotations

import re

from radar.abstracts.reading import claim_of, claim_value_of, code_status_of, data_status_of
from radar.abstracts.releases.links import LinkKind, links
from radar.papers.bases import Value, replace
from radar.papers.listed.paper import Paper
from radar.papers.summaries.evidence import Evidence, TextField
from radar.papers.summaries.flags import Basis, Claim, CodeStatus, Flags, Release, ResultClaim
from radar.papers.summaries.summary import Agreement, Verdict
from radar.summaries.prompting.prompt import PaperText

_CODE = re.compile(
    r"\b(?:(?:source |our |the |all |full |training |and )codes?(?! ?-?(?:switch|mix|generat|complet"
    r"|review|search"
    r"|summar|book|word|base model|llm|repair|understand))(?!-)|codes? (?:is|are|will|can|and|for|at|has"
    r"|have)\b"
    r"|codebase|implementations?|software|toolkit|toolbox|program|scripts?|librar(?:y|ies)|packages?"
    r"|repositor(?:y|ies)|plug-?ins?|notebooks?"
    r"|(?:an?|our|is|are|as|we|fully) (?:\w+ )?open-?sourc(?:ed?|ing)(?! (?:[\w-]+ ){0,3}(?:models?"
    r"|[lv]lms?|data"
    r"|data ?sets?|corpora|corpus|benchmarks?|weights)\b))\b",
    re.IGNORECASE,
)
_HAD = re.compile(
    r"\b(?:available|releas(?:e|es|ed|ing)|open-?sourc(?:e|ed|ing)|publish(?:ed)?|download(?:ed|able)?"
    r"|accessible"
    r"|hosted|found at|found on|obtained (?:at|from)|shared?|public|had at|had from|distributed)\b",
    re.IGNORECASE,
)
_LATER = re.compile(
    r"\b(?:will|shall|soon|upon (?:acceptance|publication|request)|on request|plan(?:s|ned)? to"
    r"|to be released"
    r"|after (?:acceptance|publication)|once)\b",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"\b(?:whose|their|its|existing|previous(?:ly)?|prior|unlike|other|several|many|most|popular|widely"
    r"|third-party"
    r"|publicly available (?:data|corpora|benchmarks?|models?|tools?|software|code)|we (?:use|used"
    r"|employ|evaluate"
    r"|build (?:up)?on|adapt|extend|compare|analy[sz]e|study|collect|mine|survey)|using|based on"
    r"|built (?:up)?on"
    r"|available (?:tools?|software|models?|libraries|packages|code|implementations?)"
    r"|not|no|un\w*available|unavailab\w*|closed-?sourc\w*|without|lack(?:s|ing)?|rarely|if|whether"
    r"|require[sd]?)\b",
    re.IGNORECASE,
)
"""Words of a sentence by which its software may be someone else's, or not to be had."""
_DIGIT = re.compile(
    r"\d|\b(?:half|twice|two|three|four|five|six|seven|eight|nine|ten|double|triple|order)", re.IGNORECASE
)
_OUTCOME = re.compile(
    r"\b(?:we|authors|results?|experiments?|analys[ie]s|evidence|simulations?|findings?|evaluations?) "
    r"(?:\w+ ){0,2}(?:show|find|found|demonstrat|observ|prov|achiev|reveal|conclud|indicat|suggest|confirm"
    r"|establish|deriv|obtain|identif|discover|uncover)\w*|\b(?:outperforms?|surpass(?:es)?|turns? out)\b",
    re.IGNORECASE,
)
"""Words by which a sentence may tell an outcome; the rules ask for more before they believe it."""


class _Pointed(Value):
    """The sentence that a model points at."""

    text: str
    start: int
    end: int

    @property
    def evidence(self) -> Evidence:
        """The whole of it."""
        return Evidence(TextField.ABSTRACT, self.start, self.end)

    def holds(self, *spans: Evidence | None) -> bool:
        """Say whether one of the spans lies in it, in part at least."""
        return any(
            span is not None
            and span.field is TextField.ABSTRACT
            and span.start < self.end
            and span.end > self.start
            for span in spans
        )

    def moved(self, evidence: Evidence | None) -> Evidence:
        """Count evidence from the start of the abstract instead of the sentence's."""
        if evidence is None:
            return self.evidence
        return Evidence(TextField.ABSTRACT, self.start + evidence.start, self.start + evidence.end)


def code_verdict(
    number: int, kind: Release | None, paper: Paper, text: PaperText, rule: Flags
) -> tuple[CodeStatus, Verdict]:
    """Return the code flag that rules and model make together, and how they stand to each other.

    Args:
        number: of the sentence that the model points at; 0 for none.
        kind: what the model says of it; None where it was not asked.
        paper: with clean texts.
        text: what the model was given.
        rule: what the rules read.
    """
    if number == 0 or kind is Release.NONE:
        return rule.code, _silent(rule.code.value is not Release.NONE, Release.NONE)
    pointed = _pointed(number, paper, text)
    if pointed is None:
        return rule.code, Verdict()
    verdict = Verdict(Agreement.BOTH, kind or "", pointed.evidence)
    if rule.code.value is not Release.NONE:
        if kind in (None, rule.code.value):
            return rule.code, verdict
        speaks = pointed.holds(rule.code.evidence) or _says_code(pointed.text)
        return rule.code, replace(verdict, agreement=Agreement.DISPUTED if speaks else Agreement.RULE)
    if not _says_code(pointed.text):
        data = pointed.holds(rule.data.evidence) or data_status_of(pointed.text).value is not Release.NONE
        return rule.code, replace(verdict, agreement=Agreement.DISPUTED) if data else verdict
    if pointed.holds(rule.data.evidence) or _OTHERS.search(pointed.text):
        # With the whole abstract in view, the rules know what a name stands for, and whose a program is.
        return rule.code, replace(verdict, agreement=Agreement.DISPUTED)
    found = _code_in(pointed)
    agreed = kind in (None, found.value)
    return found, replace(verdict, agreement=Agreement.MODEL if agreed else Agreement.DISPUTED)


def results_verdict(
    number: int, kind: Claim | None, paper: Paper, text: PaperText, rule: ResultClaim
) -> tuple[ResultClaim, Verdict]:
    """Return the results flag that rules and model make together, and how they stand to each other.

    What a model says of the kind holds for its own sentence, so it is held against what the rules read
    there: who calls a finding without a number "qualitative" does not contradict a number elsewhere.

    Args:
        number: of the sentence that the model points at; 0 for none.
        kind: what the model says of it; None where it was not asked.
        paper: with clean texts.
        text: what the model was given.
        rule: what the rules read.
    """
    if number == 0 or kind is Claim.NONE:
        return rule, _silent(rule.value is not Claim.NONE, Claim.NONE)
    pointed = _pointed(number, paper, text)
    if pointed is None:
        return rule, Verdict()
    verdict = Verdict(Agreement.BOTH, kind or "", pointed.evidence)
    held = pointed.holds(*rule.evidence)
    if kind is None and rule.value is not Claim.NONE and (held or _OUTCOME.search(pointed.text)):
        return rule, verdict  # What the sentence by itself claims is dear to read, and would change nothing.
    there = claim_value_of(pointed.text)
    if kind is Claim.QUANTIFIED and not _DIGIT.search(pointed.text):
        kind = Claim.QUALITATIVE if there is not Claim.NONE else None
        if kind is None:
            return rule, _uncounted(verdict, rule.value is not Claim.NONE)
    if rule.value is not Claim.NONE:
        return rule, replace(verdict, agreement=_beside_rules(kind, pointed, held, there, rule))
    if there is Claim.NONE and not _OUTCOME.search(pointed.text):
        return rule, verdict
    found = _claim_in(pointed)
    agreed = kind in (None, found.value)
    return found, replace(verdict, agreement=Agreement.MODEL if agreed else Agreement.DISPUTED)


def _beside_rules(
    kind: Claim | None, pointed: _Pointed, held: bool, there: Claim, rule: ResultClaim
) -> Agreement:
    """Return how the model's word on its sentence stands to rules that read results in the paper.

    Args:
        kind: what the model says of the sentence.
        held: whether the words that the rules stand on are in it.
        there: what the rules read in that sentence alone.
    """
    read = rule.value if held and rule.value is Claim.QUALITATIVE else there
    if read is Claim.NONE and not held and not _OUTCOME.search(pointed.text):
        return Agreement.RULE
    if (kind, read) not in (
        (Claim.QUANTIFIED, Claim.QUALITATIVE),
        (Claim.QUALITATIVE, Claim.QUANTIFIED),
    ):
        return Agreement.BOTH
    # Both may say the same of the paper: that the model points at the wrong words contradicts nothing.
    return Agreement.RULE if kind is rule.value else Agreement.DISPUTED


def _silent(read: bool, said: str) -> Verdict:
    """Return the verdict where the model finds nothing."""
    return Verdict(Agreement.RULE if read else Agreement.BOTH, said)


def _uncounted(verdict: Verdict, read: bool) -> Verdict:
    """Return the verdict on words of a model that its own sentence does not carry."""
    return replace(verdict, agreement=Agreement.RULE if read else Agreement.BOTH)


def _pointed(number: int, paper: Paper, text: PaperText) -> _Pointed | None:
    for sentence in text.sentences:
        if sentence.number == number:
            start, end = sentence.span
            return _Pointed(paper.abstract[start:end], start, end)
    return None


def _says_code(sentence: str) -> bool:
    """Say whether a sentence has a word for software and one for having it, or a link to a code host."""
    found = links(sentence)
    without = sentence
    for link in reversed(found):
        without = f"{without[: link.start]} {without[link.end :]}"
    if any(link.kind is LinkKind.REPOSITORY for link in found):
        return True
    return bool(_CODE.search(without) and (found or _HAD.search(without)))


def _code_in(pointed: _Pointed) -> CodeStatus:
    """Return what a sentence that carries the words says; a link is one of its own."""
    status = code_status_of(pointed.text)
    if status.value is not Release.NONE:
        return replace(status, evidence=pointed.moved(status.evidence), basis=Basis.MODEL)
    found = links(pointed.text)
    url = next((link.url for link in found if link.kind is LinkKind.REPOSITORY), None)
    url = url or (found[0].url if len(found) == 1 else None)
    value = Release.PROMISED if _LATER.search(pointed.text) else Release.RELEASED
    return CodeStatus(value, url, pointed.evidence, Basis.MODEL)


def _claim_in(pointed: _Pointed) -> ResultClaim:
    there = claim_of(pointed.text)
    if there.value is Claim.NONE:
        return ResultClaim(Claim.QUALITATIVE, evidence=(pointed.evidence,))
    best = there.state_of_the_art_evidence
    return replace(
        there,
        evidence=tuple(map(pointed.moved, there.evidence)) or (pointed.evidence,),
        state_of_the_art_evidence=pointed.moved(best) if best else None,
    )
