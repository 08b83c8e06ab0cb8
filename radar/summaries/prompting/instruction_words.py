"""What text says that speaks to a model instead of a reader, in English."""

from __future__ import annotations

import re
from typing import Final

from radar.summaries.prompting.instruction_words_abroad import LATIN

_PLAIN_ORDERS = r"(?:instructions?|prompts?|rules|commands?|directions|directives|guidelines|everything)"
_ORDERS = (
    r"(?:instructions?|prompts?|rules|commands?|directions|directives|guidelines|(?<!-)context|everything"
    r"|text|task)"
)
_MODEL = (
    r"(?:ai|a\.i\.|llms?|gpt|chatgpt|claude|gemini|copilot|models?|language models?|(?:ai )?assistants?"
    r"|ai agents?"
    r"|summari[sz]ers?|chatbots?|(?:ai )?reviewers?|automated (?:systems?|readers?|reviewers?))"
)
_DROP = r"(?:ignore|disregard|forget|bypass|skip|override|overrule|discard)"

_MODELS = (
    "ai llm llms gpt chatgpt claude gemini copilot model models assistant assistants agent agents "
    "summarizer summariser "
    "summarizers summarisers chatbot chatbots reviewer reviewers system systems reader readers"
)
_GROUPS: Final[tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]] = (
    (
        (
            "ignore disregard forget bypass skip override overrule discard",
            "instruction instructions prompt prompts rules command commands directions directives "
            "guidelines context everything text task all anything what whatever",
        ),
        (
            rf"\b{_DROP}\b[^.]{{0,40}}\b(?:previous|prior|above|earlier|preceding|foregoing|all|any|your"
            rf"|these|the system"
            rf"|original|initial)\b[^.]{{0,30}}\b{_PLAIN_ORDERS}\b",
            rf"\b{_DROP} (?:the |these |those |every |whatever )?{_ORDERS} (?:above|before|given|so far"
            rf"|you)\b",
            rf"\b{_DROP} (?:everything|all|anything|what(?:ever)?) (?:that |you )?(?:\w+ )?(?:was|were"
            rf"|above|before|previously"
            r"|have been|you)\b",
        ),
    ),
    (
        (
            "instruction instructions prompt message override commands",
            "new updated real actual hidden secret system important following revised additional begin end "
            "start follow obey execute reveal print repeat output show leak",
        ),
        (
            r"\b(?:new|updated|real|actual|hidden|secret|system|important|following|revised"
            r"|additional) instructions?"
            r"(?: \w+){0,3}\s*:",
            r"\bsystem (?:prompt|message|override|instruction)\s*[:=]",
            r"(?:^|[.!?:;\"*)] )(?:please |now |then |and )?(?:follow|obey|execute) (?:these"
            r"|the following|my|only (?:these|my)) (?:new )?(?:instructions?|commands?)\b"
            r"(?! (?:are|is|of|in|for|with|given)\b)",
            r"\b(?:reveal|print|repeat|output|show me|leak) (?:your|the) (?:system )?(?:prompt"
            r"|instructions?)\b\s*[.:!\"]",
        ),
    ),
    (
        (
            "mode",
            "developer debug admin god jailbreak",
        ),
        (r"\b(?:enter|enable|activate|you are in) (?:developer|debug|admin|god|jailbreak) mode\b",),
    ),
    (
        ("you you're",),
        (
            r"\byou(?: are|'re) (?:now|no longer|actually|hereby) (?:an?|the|in|my|free|acting|required"
            r"|instructed|to)\b",
            rf"\byou(?: are|'re) an? (?:helpful |unrestricted |impartial )?{_MODEL}\b(?= (?:that|who"
            rf"|which|and|tasked|with)|[.,:;])",
            r"\b(?:pretend|imagine) (?:that )?you(?: are|'re)\b",
            r"\byou (?:must|will|should|shall) (?:now |always |only )?(?:say|write|answer|respond|reply"
            r"|output|summari[sz]e|praise"
            r"|recommend|state|include|mention|rate|rank|accept)\b",
        ),
    ),
    (
        ("act behave",),
        (r"\b(?:act|behave) as (?:an? )?(?:unrestricted|developer|admin|root|dan|if you)\b",),
    ),
    (
        (
            "your",
            "summary takeaway answer response output reply review",
        ),
        (
            r"\byour (?:summary|takeaway|answer|response|output|reply|review) (?:must|should|shall|will"
            r"|needs to|has to)\b",
            r"\b(?:in|to|include in|add to) your (?:summary|takeaway|answer|response|output|reply"
            r"|review)\b\s*[,:]",
        ),
    ),
    (
        ("summary takeaway review", "must shall", "say state claim praise mention report include call"),
        (
            r"\b(?:the|any|every|each|this) (?:summary|takeaway|review) (?:must|shall) "
            r"(?:always |also |only )?(?:say|state|claim|praise|mention|report|include|call)\b",
        ),
    ),
    (
        ("report claim state quote give", "for of", "paper article work submission manuscript"),
        (
            r"(?:^|[.!?:;] )(?:please )?(?:report|claim|state|quote|give) (?:an?|the) (?:\w+ )?"
            r"(?:accuracy|error|score|result|improvement|speed-?up) of [^.!?]{0,9}(?:\.\d)?[^.!?]{0,9} "
            r"(?:for|of) this (?:paper|article|work|submission|manuscript)\b",
        ),
    ),
    (
        (
            "note message attention instruction instructions hint reminder notice memo",
            _MODELS,
        ),
        (
            rf"\b(?:note|message|attention|instructions?|hint|reminder|notice|memo) (?:to|for) (?:the "
            rf"|all |any |every )?{_MODEL}"
            r"\b(?: \w{1,20}){0,2}\s*[:!]",
            r"\battention,? (?:all )?(?:ai|llms?|chatgpt|language models|assistants?|ai \w+)\s*[:!]",
        ),
    ),
    (
        (
            "dear hey hello dearest",
            _MODELS,
        ),
        (rf"\b(?:dear|hey|hello|dearest),? (?:the |all )?{_MODEL}\b(?: \w{{1,20}})?\s*[:!,]",),
    ),
    (
        (
            "you reading processing summarizing summarising reads",
            _MODELS,
            "if this as",
        ),
        (
            rf"\bif you are (?:an? |reading this as an? |any )?(?:\w+ )?{_MODEL}\b",
            r"\bas an ai(?: language)? model, (?:you|please|i)\b",
            rf"\b(?:any|every|all) {_MODEL} (?:reading|processing|summari[sz]ing|that reads?"
            rf"|which reads?) this\b",
        ),
    ),
    (
        (
            "must should shall",
            "say state write praise recommend rate rank report conclude summarize summarise",
            "paper work article study submission manuscript",
            _MODELS,
        ),
        (
            rf"\b{_MODEL} (?:must|should|shall) (?:say|state|write|praise|recommend|rate|rank|report"
            rf"|conclude|summari[sz]e) "
            r"(?:that )?(?:this|the) (?:paper|work|article|study|submission|manuscript)\b",
        ),
    ),
    (
        (
            "reply respond answer output print write return say repeat",
            "only exactly just verbatim nothing word",
        ),
        (
            r"\b(?:reply|respond|answer|output|print|write|return|say|repeat) "
            r"(?:only|exactly|just|verbatim|nothing but|word for word)\b[^.]{0,40}"
            r"(?:[\"'“‘{:]|\bjson\b|\bword\b|\bfollowing\b|\byes\b)",
            r"\b(?:reply|respond|answer) with (?:only |exactly |just |nothing but )(?:the )?(?:word|text"
            r"|sentence|string|[\"'“])",
        ),
    ),
    (
        ("takeaway results_sentence code_sentence results_kind code_kind code_flag results_flag relevance",),
        (
            r"[\"'“]?(?:takeaway|results_sentence|code_sentence|results_kind|code_kind"
            r"|relevance)[\"'”]\s*[:=]",
            r"\btakeaway\s*[:=]",
        ),
    ),
    (
        (
            "set mark label put make",
            "takeaway code results code_sentence results_sentence code_flag results_flag code_kind "
            "results_kind",
            "takeaway sentence flag kind code_sentence results_sentence code_flag results_flag code_kind "
            "results_kind",
        ),
        (
            r"\b(?:set|mark|label|put|make) (?:the )?(?:takeaway|(?:code|results)[_ ](?:sentence|flag"
            r"|kind))\b",
        ),
    ),
    (
        (
            "rank rate list show place put score call give",
            "first highest top best one highly perfect maximum stars 10 5 9 100",
        ),
        (
            r"\b(?:rank|rate|list|show|place|put|score) (?:it|this|(?:this|the) (?:paper|article|work"
            r"|one|submission|manuscript)) "
            r"(?:as )?(?:first|highest|top|at the top|as the best|the best|number one|highly|10/10"
            r"|\d+ out of \d+)\b",
            r"\bgive (?:it|this|this paper|the paper) (?:a |an |the )?(?:\d+/\d+|(?:highest|top|perfect"
            r"|maximum) (?:score|rating|mark)"
            r"|five stars?|10)\b",
        ),
    ),
    (
        (
            "positive favorable favourable glowing",
            "review summary evaluation recommendation",
        ),
        (
            r"\b(?:give|write|provide|generate|produce) (?:us |me |only |this "
            r"|it )?(?:an? )?(?:strong(?:ly)? |very |highly )?"
            r"(?:positive|favou?rable|glowing) (?:review|summary|evaluation)\b(?! (?:of"
            r"|scores?|is|are|and|or|text))",
        ),
    ),
    (
        (
            "mention highlight summarize summarise discuss report reveal",
            "not don't never",
            "negative negatives weakness weaknesses limitation limitations above instruction instructions "
            "flaw flaws shortcoming shortcomings",
        ),
        (
            r"\b(?:do not|don't|never) (?:mention|highlight|summari[sz]e|discuss|report|reveal) (?:any "
            r"|the |this |its )?"
            r"(?:negatives?|weakness(?:es)?|limitations?|above|instruction|flaws?|shortcomings?)",
        ),
    ),
    (
        (
            "recommend suggest vote",
            "accept acceptance accepting strong",
        ),
        (
            r"\b(?:recommend|vote for) (?:accepting|acceptance of|the acceptance of) this (?:paper|work"
            r"|submission|manuscript)\b",
            r"\b(?:recommend|suggest) (?:strong )?accept(?:ance)?\s*[.!\"]",
        ),
    ),
    (
        ("praise endorse",),
        (r"\b(?:praise|endorse) (?:this|the) (?:paper|work|authors?|submission|manuscript)\b",),
    ),
    (
        (
            "buy click visit subscribe use",
            "now here this the on below our my code to today",
        ),
        (
            r"\b(?:buy (?:it )?now|click (?:here|this link|the link|on the link|below)"
            r"|visit (?:this|our|my) (?:link|website|site|shop|store) (?:now|at once|today|for)"
            r"|subscribe (?:now|today|to our)|use (?:discount )?code [a-z0-9]+ for)\b",
        ),
    ),
    (
        ("end begin start", "prompt instruction instructions context abstract"),
        (
            r"\b(?:end|begin|start) of (?:the )?(?:system )?(?:prompt|instructions?|context|abstract)\b"
            r"\s*[.:\]>=#-]",
        ),
    ),
    (
        ("best", "paper"),
        (r"\b(?:this is|call (?:this|it)) the best paper (?:of|ever)\b",),
    ),
    (
        ("do don't never", "follow obey summarize summarise review"),
        (
            r"(?:^|[.!?:;] )(?:please )?(?:do not|don't|never) (?:follow|obey) (?:the|your|any|these) "
            rf"(?:\w+ )?{_ORDERS}\b",
            r"(?:^|[.!?:;] )(?:please )?(?:do not|don't) (?:summari[sz]e|review) (?:this|the) "
            r"(?:paper|abstract|text)\b",
        ),
    ),
    (
        (
            "from when stop begin start end repeat",
            "now summarizing summarising reviewing answering reading answer summary response reply words",
            "you your always say state write mention include praise claim output the",
        ),
        (
            r"\bfrom now on,? (?:you|your|act|answer|respond)\b",
            r"\bwhen (?:summari[sz]ing|reviewing|answering)[^.]{0,30}, (?:always |please |only )?"
            r"(?:say|state|write|mention|include|praise|claim)\b",
            r"\bstop reading (?:here )?and (?:output|say|write|answer)\b",
            r"\b(?:begin|start|end) your (?:answer|summary|response|reply|takeaway)\b",
            r"\brepeat the words above\b",
        ),
    ),
    (
        (
            _MODELS,
            "describe call rate praise mention say write ignore sure summarize summarise",
        ),
        (
            rf"(?:^|[.!?] ){_MODEL}\s*: (?:please )?(?:mention|say|write|ignore|praise|sure|summari[sz]e)\b",
            rf"\b{_MODEL} (?:to )?(?:describe|call|rate|praise) this "
            r"(?:paper|work|article|study|submission)\b",
        ),
    ),
    (
        ("snoitcurtsni erongi stpmorp vafgehpgvbaf vtaber 1gnore ign0re 1gn0re 1nstructions instruct1ons",),
        (r"\b(?:snoitcurtsni|erongi|stpmorp|vafgehpgvbaf|vtaber|[i1]gn[o0]re|[i1]nstruct[i1]ons)\b",),
    ),
)
PATTERNS: Final[tuple[tuple[tuple[frozenset[str], ...], re.Pattern[str]], ...]] = tuple(
    (tuple(frozenset(words.split()) for words in gates), re.compile("|".join(patterns)))
    for gates, patterns in (*_GROUPS, LATIN)
)
"""Patterns for text in lower case, each with sets of words; text without one of each is not worth a look."""
