"""What text says that speaks to a model instead of a reader, in many languages."""

from __future__ import annotations

import re
from typing import Final

_ORDERS = r"(?:instructions?|prompts?|rules|commands?|directions|directives|guidelines|(?<!-)context|everything|text|task)"
_MODEL = (
    r"(?:ai|a\.i\.|llms?|gpt|chatgpt|claude|gemini|copilot|models?|language models?|(?:ai )?assistants?|ai agents?"
    r"|summari[sz]ers?|chatbots?|(?:ai )?reviewers?|automated (?:systems?|readers?|reviewers?))"
)
_DROP = r"(?:ignore|disregard|forget|bypass|skip|override|overrule|discard)"


def _beside(firsts: str, seconds: str) -> tuple[str, ...]:
    """Return every first word before every second; "_" stands for a space within one."""
    return tuple(
        f"{first} {second}".replace("_", " ") for first in firsts.split() for second in seconds.split()
    )


_GROUPS: Final[tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]] = (
    (
        ("ignor", "disregard", "forget", "bypass", "skip", "overrid", "overrul", "discard"),
        (
            rf"\b{_DROP}\b[^.]{{0,40}}\b(?:previous|prior|above|earlier|preceding|foregoing|all|any|your|these|the system"
            rf"|original|initial)\b[^.]{{0,30}}\b{_ORDERS}\b",
            rf"\b{_DROP} (?:the |these |those |every |whatever )?{_ORDERS} (?:above|before|given|so far|you)\b",
            rf"\b{_DROP} (?:everything|all|anything|what(?:ever)?) (?:that |you )?(?:\w+ )?(?:was|were|above|before|previously"
            r"|have been|you)\b",
        ),
    ),
    (
        (
            "instruction", "system prompt", "system message", "system override", "your prompt", "the prompt",
            "of prompt", "my command", "following command", "new command", "these command", "of context", "of abstract",
            "of the context", "of the abstract", *_beside("developer debug admin god jailbreak", "mode"),
        ),
        (
            r"\b(?:new|updated|real|actual|hidden|secret|system|important|following|revised|additional) instructions?"
            r"(?: \w+){0,3}\s*:",
            r"\bsystem (?:prompt|message|override|instruction)\s*[:=]",
            r"\b(?:end|begin|start) of (?:the )?(?:system )?(?:prompt|instructions?|context|abstract)\b\s*[.:\]>=#-]",
            r"(?:^|[.!?:;\"*)] )(?:please |now |then |and )?(?:follow|obey|execute) (?:these|the following|my|only (?:these|my)) (?:new )?(?:instructions?|commands?)\b"
            r"(?! (?:are|is|of|in|for|with|given)\b)",
            r"\b(?:reveal|print|repeat|output|show me|leak) (?:your|the) (?:system )?(?:prompt|instructions?)\b\s*[.:!\"]",
            r"\b(?:enter|enable|activate|you are in) (?:developer|debug|admin|god|jailbreak) mode\b",
        ),
    ),
    (
        (
            *_beside("you", "are must will should shall"), "you're", "act as", "behave as", "pretend", "imagine",
            *_beside("your", "summary takeaway answer response output reply review"),
        ),
        (
            r"\byou(?: are|'re) (?:now|no longer|actually|hereby) (?:an?|the|in|my|free|acting|required|instructed|to)\b",
            rf"\byou(?: are|'re) an? (?:helpful |unrestricted |impartial )?{_MODEL}\b(?= (?:that|who|which|and|tasked|with)|[.,:;])",
            r"\b(?:act|behave) as (?:an? )?(?:unrestricted|developer|admin|root|dan|if you)\b",
            r"\b(?:pretend|imagine) (?:that )?you(?: are|'re)\b",
            r"\byou (?:must|will|should|shall) (?:now |always |only )?(?:say|write|answer|respond|reply|output|summari[sz]e|praise"
            r"|recommend|state|include|mention|rate|rank|accept)\b",
            r"\byour (?:summary|takeaway|answer|response|output|reply|review) (?:must|should|shall|will|needs to|has to)\b",
            r"\b(?:in|to|include in|add to) your (?:summary|takeaway|answer|response|output|reply|review)\b\s*[,:]",
        ),
    ),
    (
        (
            *_beside("note message attention instruction instructions hint reminder notice memo", "to for"),
            "dear ", "dear,", "hey ", "hello ", "hey,", "hello,", "attention,", "attention ai", "attention llm",
            "attention all", "if you are", "as an ai", "reading this", "processing this", "summarizing this",
            "summarising this", "reads this", "read this",
            *_beside("must should shall", "say state write praise recommend rate rank report conclude summar"),
        ),
        (
            rf"\b(?:note|message|attention|instructions?|hint|reminder|notice|memo) (?:to|for) (?:the |all |any |every )?{_MODEL}"
            r"\b(?: \w{1,20}){0,2}\s*[:!]",
            rf"\b(?:dear|hey|hello|dearest),? (?:the |all )?{_MODEL}\b(?: \w{{1,20}})?\s*[:!,]",
            rf"\battention,? (?:all )?(?:ai|llms?|chatgpt|language models|assistants?|ai \w+)\s*[:!]",
            rf"\bif you are (?:an? |reading this as an? |any )?(?:\w+ )?{_MODEL}\b",
            r"\bas an ai(?: language)? model, (?:you|please|i)\b",
            rf"\b(?:any|every|all) {_MODEL} (?:reading|processing|summari[sz]ing|that reads?|which reads?) this\b",
            rf"\b{_MODEL} (?:must|should|shall) (?:say|state|write|praise|recommend|rate|rank|report|conclude|summari[sz]e) "
            r"(?:that )?(?:this|the) (?:paper|work|article|study|submission|manuscript)\b",
        ),
    ),
    (
        (
            *_beside("reply respond answer output print write return say repeat", "only exactly just with_only with_exactly"
                     " with_just with_nothing"),
            "verbatim", "nothing but", "word for word",
        ),
        (
            r"\b(?:reply|respond|answer|output|print|write|return|say|repeat) "
            r"(?:only|exactly|just|verbatim|nothing but|word for word)\b[^.]{0,40}"
            r"(?:[\"'“‘{:]|\bjson\b|\bword\b|\bfollowing\b|\byes\b)",
            r"\b(?:reply|respond|answer) with (?:only |exactly |just |nothing but )(?:the )?(?:word|text|sentence|string|[\"'“])",
        ),
    ),
    (
        ("takeaway", "results_", "code_", *_beside("results code", "sentence flag kind"), "relevance\"", "relevance'"),
        (
            r"\b(?:set|mark|label|put|make) (?:the )?(?:takeaway|(?:code|results)[_ ](?:sentence|flag|kind))\b",
            r"[\"'“]?(?:takeaway|results_sentence|code_sentence|results_kind|code_kind|relevance)[\"'”]\s*[:=]",
            r"\btakeaway\s*[:=]",
        ),
    ),
    (
        (
            *_beside("rank rate list show place put score", "it this the_pap the_art the_work the_sub the_man"), "best paper",
            *_beside("give", "it this the_paper"),
        ),
        (
            r"\b(?:rank|rate|list|show|place|put|score) (?:it|this|(?:this|the) (?:paper|article|work|one|submission|manuscript)) "
            r"(?:as )?(?:first|highest|top|at the top|as the best|the best|number one|highly|10/10|\d+ out of \d+)\b",
            r"\b(?:this is|call (?:this|it)) the best paper (?:of|ever)\b",
            r"\bgive (?:it|this|this paper|the paper) (?:a |an |the )?(?:\d+/\d+|(?:highest|top|perfect|maximum) (?:score|rating|mark)"
            r"|five stars?|10)\b",
        ),
    ),
    (
        (
            *_beside("positive favorable favourable glowing", "review summary evaluation recommendation"),
            *_beside("not don't never", "mention highlight summar discuss report reveal"),
            *_beside("recommend suggest", "accept strong the_accept"), "vote for",
            *_beside("praise endorse", "this the"),
        ),
        (
            r"\b(?:give|write|provide|generate|produce) (?:us |me |only |this |it )?(?:an? )?(?:strong(?:ly)? |very |highly )?"
            r"(?:positive|favou?rable|glowing) (?:review|summary|evaluation|recommendation)\b(?! (?:of|scores?|is|are|and|or|text))",
            r"\b(?:do not|don't|never) (?:mention|highlight|summari[sz]e|discuss|report|reveal) (?:any |the |this |its )?"
            r"(?:negatives?|weakness(?:es)?|limitations?|above|instruction|flaws?|shortcomings?)",
            r"\b(?:recommend|vote for) (?:accepting|acceptance of|the acceptance of) this (?:paper|work|submission|manuscript)\b",
            r"\b(?:recommend|suggest) (?:strong )?accept(?:ance)?\s*[.!\"]",
            r"\b(?:praise|endorse) (?:this|the) (?:paper|work|authors?|submission|manuscript)\b",
        ),
    ),
    (
        (
            *_beside("buy", "now it"), *_beside("click", "here this the on below"), *_beside("visit", "this our my"),
            "subscribe", "discount code", "use code",
        ),
        (
            r"\b(?:buy (?:it )?now|click (?:here|this link|the link|on the link|below)"
            r"|visit (?:this|our|my) (?:link|website|site|shop|store) (?:now|at once|today|for)"
            r"|subscribe (?:now|today|to our)|use (?:discount )?code [a-z0-9]+ for)\b",
        ),
    ),
    (
        (
            "ignorier", "vergiss", "vergessen sie", "missachte", "ignorez", "ignorer", "oublie", "ignora", "olvid", "esqueça",
            "desconsidere", "dimentica", "negeer", "vergeet", "zignoruj", "zapomnij", "yok say", "unut", "görmezden",
            "abaikan", "bỏ qua", "antworte", "responde", "répond", "rispondi",
            *_beside("ignore", "les la las los as todas todos toutes tous tutte"),
        ),
        (
            r"\b(?:ignorier\w*|vergiss|vergessen sie|missachte\w*)\b[^.]{0,50}\b(?:anweisung(?:en)?|befehle?|regeln|anleitung)\b",
            r"\b(?:ignore[zr]?|oublie[zr]?) (?:toutes? )?(?:les?|vos|tes|la) (?:\w+ )?(?:instructions?|consignes?|directives?)\b",
            r"\b(?:ignora|ignore|olvida|olvide|esqueça|desconsidere|dimentica)\b[^.]{0,40}\b(?:instrucciones|instruções|istruzioni"
            r"|órdenes|comandos|indicaciones)\b",
            r"\b(?:negeer|vergeet)\b[^.]{0,40}\b(?:instructies|opdrachten)\b",
            r"\b(?:zignoruj|zapomnij)\b[^.]{0,40}\b(?:instrukcj\w+|polece\w+)",
            r"\b(?:ignorera|ignorer)\b[^.]{0,40}\b(?:instruktion\w*|instrukser?)\b",
            r"\b(?:talimat\w*|yönerge\w*)\b[^.]{0,40}\b(?:yok say|unut|görmezden)",
            r"\babaikan\b[^.]{0,40}\b(?:instruksi|perintah)\b",
            r"\bbỏ qua\b[^.]{0,40}(?:hướng dẫn|chỉ thị|lệnh)",
            r"\b(?:antworte|antworten sie) (?:nur|ausschließlich) mit\b",
            r"\b(?:responde|respondez|réponds|répondez|rispondi) (?:solo|sólo|uniquement|seulement|solamente|soltanto|apenas) "
            r"(?:con|avec|com|par)\b",
        ),
    ),
)  # fmt: skip
_ABROAD: Final = (
    r"(?:忽略|无视|無視|忘记|忘記|不要理会|不要理會)[^。]{0,20}(?:指令|指示|说明|說明|提示|规则|規則)",
    r"(?:指示|命令|プロンプト|指令)[^。]{0,10}(?:無視|忘れ)",
    r"(?:指示|지시|명령|지침|프롬프트)[^.。]{0,12}(?:무시|잊어)",
    r"(?:игнорируй(?:те)?|забудь(?:те)?|проигнорируй(?:те)?)[^.]{0,40}(?:инструкци|указани|команд)",
    r"(?:ігноруй(?:те)?|забудь(?:те)?)[^.]{0,40}(?:інструкц|вказівк)",
    r"(?:αγνόησε|αγνοήστε|ξέχνα)[^.]{0,40}(?:οδηγίες|εντολές)",
    r"(?:تجاهل|انس)[^.]{0,40}(?:التعليمات|تعليمات|الأوامر)",
    r"(?:نادیده بگیر)",
    r"(?:התעלם|התעלמי)[^.]{0,40}(?:ההוראות|הוראות)",
    r"(?:निर्देशों?|आदेशों?)[^।]{0,30}(?:अनदेखा|नज़रअंदाज़|भूल)",
    r"(?:ละเว้น|เพิกเฉย|ลืม)[^.]{0,20}(?:คำสั่ง|คำแนะนำ)",
)

PATTERNS: Final[tuple[tuple[tuple[str, ...], re.Pattern[str]], ...]] = tuple(
    (gates, re.compile("|".join(patterns))) for gates, patterns in _GROUPS
)
"""Patterns for text in lower case, each with words of which one must be there for it to be worth a look."""
ABROAD: Final = re.compile("|".join(_ABROAD))
"""For text in lower case that has letters beyond ASCII."""
