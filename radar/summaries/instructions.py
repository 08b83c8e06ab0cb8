"""Text in a paper that speaks to a model instead of a reader."""

from __future__ import annotations

import re
import unicodedata

from radar.papers.text import clean

_SPEAKER = r"<\|[^<>|]{1,40}\|>|\[/?(?:INST|SYSTEM_PROMPT)\]|<<?/?SYS>?>|<(?:start|end)_of_turn>"
_SPEAKER_TOKEN = re.compile(_SPEAKER, re.IGNORECASE)
"""Tokens by which chat templates mark who speaks."""
_CHAT_TOKEN = re.compile(
    _SPEAKER + r"|\[/?(?:AVAILABLE_TOOLS|TOOL_CALLS|TOOL_RESULTS)\]"
    r"|</?s>|<(?:bos|eos|pad|unk)>|<(?:start|end)_of_\w{1,20}>"
    r"|</?(?:think|thinking|abstract|system|assistant|user|instructions?)>",
    re.IGNORECASE,
)
"""All that mean something to a template; papers about models name some of them in earnest."""
_ANSWER = r"(?:instructions?|prompts?|rules|commands?|directions|guidelines|context|everything|text)"
_INSTRUCTION = re.compile(
    "|".join(
        (
            rf"\b(?:ignore|disregard|forget|bypass|skip)\b[^.]{{0,40}}\b(?:previous|prior|above|earlier"
            rf"|preceding|all|any|your|these|the system)\b[^.]{{0,30}}\b{_ANSWER}\b",
            r"\b(?:ignore|disregard|forget|bypass|skip) (?:the |these |those |every )?"
            rf"{_ANSWER} (?:above|before)\b",
            r"\b(?:new|updated|real|actual|hidden|system) instructions?\s*:",
            r"\bsystem (?:prompt|message)\s*:",
            r"\byou are (?:now|no longer|actually) (?:an?|the|in|my|free|acting|required|instructed)\b",
            r"\b(?:act|behave) as (?:an? )?(?:unrestricted|developer|admin|root|dan)\b",
            r"\b(?:note|message|attention|instructions?) (?:to|for) (?:the |all |any )?(?:ai|llms?|models?"
            r"|language models?|assistants?|summari[sz]ers?|chatbots?|reviewers?)\b(?: \w{1,20})?\s*[:!]",
            r"\bif you are an? (?:ai|llm|language model|assistant|chatbot)\b",
            r"\bas an ai(?: language)? model, (?:you|please|i)\b",
            r"\b(?:reply|respond|answer|output|print|write|return|say|repeat) "
            r"(?:only|exactly|just|verbatim|nothing but)\b[^.]{0,40}"
            r"(?:[\"'“{:]|\bjson\b|\bword\b|\bfollowing\b)",
            r"\b(?:set|mark|label|put) (?:the )?(?:takeaway|(?:code|results)[_ ](?:sentence|flag))\b",
            r"[\"'“]?(?:takeaway|results_sentence|code_sentence)[\"'”]\s*:",
            r"\b(?:rank|rate|list|show|place|put) (?:it|this|(?:this|the) (?:paper|article|work|one)) "
            r"(?:first|highest|top|at the top|as the best|number one)\b",
            r"\b(?:this is|call (?:this|it)) the best paper (?:of|ever)\b",
            r"\b(?:give|write) (?:only )?an? (?:strong(?:ly)? )?(?:positive|favou?rable|glowing) "
            r"(?:review|summary)\b",
            r"\b(?:do not|don't|never) (?:mention|highlight|summari[sz]e) (?:any |the |this )?"
            r"(?:negatives?|weakness(?:es)?|limitations?|above|instruction)",
            r"\b(?:recommend|vote for) (?:accepting|acceptance of) this (?:paper|work|submission)\b",
            r"\b(?:buy now|click (?:here|this link|the link)"
            r"|visit (?:this|our) (?:link|website|site) (?:now|at once))\b",
            r"\b(?:ignoriere|vergiss|missachte)\b[^.]{0,40}\b(?:anweisung(?:en)?|befehle?|regeln)\b",
            r"\b(?:ignore[zr]?|oublie[zr]?) (?:toutes )?(?:les|vos|tes) (?:instructions|consignes)\b",
            r"\b(?:ignora|olvida|ignore|esqueça)\b[^.]{0,40}\b(?:instrucciones|instruções|istruzioni|órdenes)\b",
            r"(?:忽略|无视|無視|忘记)[^。]{0,20}(?:指令|指示|说明|提示)|(?:指示|命令)[^。]{0,10}(?:無視|忘れ)",
            r"(?:игнорируй(?:те)?|забудь(?:те)?)[^.]{0,40}(?:инструкци|указани)",
            r"[a-z0-9+/]{80,}={0,2}",
        )
    ),
)
"""For text in lower case, which is twice as fast as ignoring case."""
_SHOWN = 60
_ROUNDS = 8


def instruction_in(text: str) -> str:
    """Return the first stretch that addresses a model or tries to steer one, at most 60 characters, or "".

    It is a floor, not a defence: what it finds is not shown to a model at all, and what it misses is
    still held by the checks of the answer.
    """
    plain = unicodedata.normalize("NFKC", text)
    found = _SPEAKER_TOKEN.search(plain) or _INSTRUCTION.search(plain.lower())
    return clean(found[0])[:_SHOWN] if found else ""


def without_chat_tokens(text: str) -> str:
    """Return the text without the tokens by which chat templates mark who speaks.

    A token that comes together when another is taken out goes too; forms in full-width characters count.
    """
    plain = unicodedata.normalize("NFKC", text)
    if _CHAT_TOKEN.search(plain) and not _CHAT_TOKEN.search(text):
        text = plain
    for _ in range(_ROUNDS):
        shorter = _CHAT_TOKEN.sub(" ", text)
        if shorter == text:
            break
        text = shorter
    else:
        text = text.replace("<", " ").replace("[", " ")
    return clean(text)
