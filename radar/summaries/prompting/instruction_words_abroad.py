"""What text says that speaks to a model instead of a reader, in languages other than English."""

from __future__ import annotations

import re
from typing import Final

LATIN: Final[tuple[tuple[str, ...], tuple[str, ...]]] = (
    (
        "ignoriere ignorieren ignoriert ignorier vergiss vergessen missachte missachten ignorez "
        "ignorer ignore oublie oubliez ignora olvida olvide esqueça desconsidere dimentica negeer "
        "vergeet zignoruj zapomnij ignorera unut görmezden yok abaikan bỏ antworte antworten responde "
        "respondez réponds répondez rispondi",
    ),
    (
        r"\b(?:ignorier\w*|vergiss|vergessen sie|missachte\w*)\b[^.]{0,50}\b(?:anweisung(?:en)?"
        r"|befehle?|regeln|anleitung)\b",
        r"\b(?:ignore[zr]?|oublie[zr]?) (?:toutes? )?(?:les?|vos|tes|la) (?:\w+ )?(?:instructions?"
        r"|consignes?|directives?)\b",
        r"\b(?:ignora|ignore|olvida|olvide|esqueça|desconsidere"
        r"|dimentica)\b[^.]{0,40}\b(?:instrucciones|instruções|istruzioni"
        r"|órdenes|comandos|indicaciones)\b",
        r"\b(?:negeer|vergeet)\b[^.]{0,40}\b(?:instructies|opdrachten)\b",
        r"\b(?:zignoruj|zapomnij)\b[^.]{0,40}\b(?:instrukcj\w+|polece\w+)",
        r"\b(?:ignorera|ignorer)\b[^.]{0,40}\b(?:instruktion\w*|instrukser?)\b",
        r"\b(?:talimat\w*|yönerge\w*)\b[^.]{0,40}\b(?:yok say|unut|görmezden)",
        r"\babaikan\b[^.]{0,40}\b(?:instruksi|perintah)\b",
        r"\bbỏ qua\b[^.]{0,40}(?:hướng dẫn|chỉ thị|lệnh)",
        r"\b(?:antworte|antworten sie) (?:nur|ausschließlich) mit\b",
        r"\b(?:responde|respondez|réponds|répondez|rispondi) (?:solo|sólo|uniquement|seulement"
        r"|solamente|soltanto|apenas) "
        r"(?:con|avec|com|par)\b",
    ),
)
"""Words of which one must be there, and patterns, for text in lower case in Latin letters."""
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

ABROAD: Final = re.compile("|".join(_ABROAD))
"""For text in lower case that has letters beyond ASCII."""
