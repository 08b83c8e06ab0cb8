"""What a sentence says in more words than it needs, said in fewer where a line has no room for all."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from radar.abstracts.text.abbreviations import long_form
from radar.abstracts.vocabulary.patterns import pattern
from radar.abstracts.vocabulary.words import any_of, word_set

_KNOWN = word_set(
    "AGN AI ASR CMB CNN CNNs CT DFT DNN DNNs ECG EEG EFT EHR EHRs FPGA GAN GANs GNN GNNs GPU GPUs IoT ISM "
    "LHC LiDAR LLM LLMs LSTM LVLM LVLMs MDP MDPs ML MLLM MLLMs MLP MRI NLP OCR ODE ODEs PCA PDE PDEs PINN "
    "PINNs QA QCD QED RAG RL RLHF RNN RNNs SFT SGD SLAM SNR SVM TTS UAV UAVs VAE VAEs ViT VLA VLM VLMs VQA "
    "XAI"
)
"""At least as well known in their field as what they stand for."""
_EXPLAINED = pattern(r" \((?P<short>[A-Z][A-Za-z]{1,5})\)")
_PLAIN_FORMS = (
    (pattern(r"\b[Ll]arge [Ll]anguage [Mm]odel(?P<many>s?)\b"), r"LLM\g<many>"),
    (pattern(r"\b[Vv]ision[- ][Ll]anguage [Mm]odel(?P<many>s?)\b"), r"VLM\g<many>"),
)
_AN = pattern(
    r"\b(?P<a>[Aa]) (?=(?:LLM|RL|ML|SFT|RNN|MLP|MDP|LSTM|RAG|NLP|SVM|MLLM|LVLM|SNR|FPGA|EEG|ECG|EHR|XAI|AGN"
    r"|AI|IoT|OCR|ODE|ASR|SGD)\b)"
)
"""What stands before a name whose first letter is spoken with a vowel."""
_PARTICIPLE = (
    r"(?:\w+ly )?(?:[a-z-]{3,}ed|built|drawn|found|given|known|made|seen|shown|taken|driven|learnt|grown)"
    r" (?:against|along|among|as|at|between|by|during|for|from|in|into|of|on|onto|over|through|to|under|using"
    r"|via|with|within)\b"
)
_NO_VERB = (
    r"(?<!\bis )(?<!\bare )(?<!\bwas )(?<!\bwere )(?<!\bbe )(?<!\bbeen )(?<!ly )(?<!\bnot )(?<!more )"
    r"(?<!\bnor )(?<!\bneither )(?<!\bor )(?<!\band )(?<!\bbecome )(?<!\bbecomes )"
    r"(?<!\bremain )(?<!\bremains )(?<!\bstill )"
)
"""Behind one of these, what is able or designed to do something is said of a subject."""
_HOW_WELL = "".join(
    rf"(?<!\b{word})"
    for word in (
        "about almost did do does equally exactly fare fares generalise generalises generalize generalizes "
        "just learn learned learns least nearly not perform performed performing performs predict predicts "
        "quite transfer transfers work worked working works"
    ).split()
)
"""Behind one of these, "as well as" compares two things and adds none."""
_ASKS = "".join(
    rf"(?<!\b{verb})" for verb in ("decide", "determine", "find", "identify", "know", "see", "show")
)
"""Behind one of these, "which" asks."""
_IS_NEXT = (
    r"(?!(?:across|among|and|as|at|because|but|by|due|for|from|in|on|or|since|that|throughout|to|today|under|via"
    r"|when|where|with|within)\b)(?=[a-z])"
)
"""A noun phrase goes on, where a verb would lack what it says."""
_SHORTER = (
    (("as well as",),
     rf"(?<=[a-z)]){_HOW_WELL},? as well as (?=[a-z])(?![^,;.]* (?:can|did|do|does)\b)", " and "),
    ((" use of ", " usage of ", "ization of ", "isation of "),
     r"\b(?:(?:through|via|by|with|from) (?:the )?(?:use|usage|utili[sz]ation) of)\b", "using"),
    (("in the context of", "in the field of", "in the domain of", "in the area of", "in the realm of"),
     r"\bin the (?:context|field|domain|area|realm) of\b", "in"),
    (("in the case of",), r"\bin the case of\b", "for"),
    ((" purpose of ", " aim of ", " goal of ", " purposes of "),
     r"\b(?:for the purposes? of|with the (?:aim|goal) of)(?= [a-z]+ing\b)", "for"),
    (("on the basis of",), r"\bon the basis of\b", "based on"),
    (("by means of",), r"\bby means of\b", "by"),
    (("in the form of",), r"\bin the form of\b", "as"),
    (("over the course of",), r"\bover the course of\b", "over"),
    ((" fact that",), r"\bdue to the fact that\b", "because"),
    ((" able to ", " ability to "), r"\b(?:(?:is|are) able to|(?:has|have) the ability to)\b", "can"),
    (("capable of ",), rf"\b{_NO_VERB}capable of (?=[a-z]+ing\b)", ""),
    (("that is ", "that are ", "which is ", "which are "),
     rf"(?<=[a-z)]){_ASKS} (?:that|which) (?:is|are) (?=(?!not\b){_PARTICIPLE})", " "),
    (("specifically designed ",), rf"\b{_NO_VERB}specifically designed (?=to [a-z]|for )", ""),
    (("designed to ",), rf"\b{_NO_VERB}designed (?=to [a-z])", ""),
    (("order to ",), r"\bin order to\b", "to"),
    ((" challenge of ", " challenges of ", " issue of ", " issues of "),
     r"\b(?P<does>(?:address|tackl)(?:e?s|e|ing)?) the (?:[a-z]+ )?(?:challenges?|issues?) of (?=[a-z])",
     r"\g<does> "),
    ((" problem of ", " task of ", " process of "),
     r"\bthe (?:challenging |key |core |general )?(?:problem|task|process) of (?=[a-z])", ""),
    (("end-to-end m", "end-to-end f"), r"\bin an end-to-end (?:manner|fashion)\b", "end-to-end"),
    (("(SOTA)", "(SoTA)"), r"(?<=state-of-the-art) \((?:SOTA|SoTA)\)", ""),
    ((" distinct ", " different ", " key ", " main ", " complementary ", " primary "),
     r"(?<=\btwo )(?:distinct|different|key|main|complementary|primary) (?=[a-z])"
     r"|(?<=\bthree )(?:distinct|different|key|main|complementary|primary) (?=[a-z])"
     r"|(?<=\bfour )(?:distinct|different|key|main|complementary|primary) (?=[a-z])", ""),
    ((" used ", "well-known", " popular ", "so-called "),
     r"\b(?:widely[- ]used|commonly[- ]used|frequently[- ]used|well-known|so-called) "
     rf"{_IS_NEXT}", ""),
    (("along with", "together with", "in conjunction with", "in combination with"),
     r",? (?:along with|together with|in (?:conjunction|combination) with)\b", " with"),
    (("as compared ", "when compared "), r"\b(?:as|when) compared (?=to|with)", "compared "),
    (("approximately ", "roughly "), r"\b(?:approximately|roughly) (?=\d)", "~"),
    (("percent", "per cent"), r"(?<=\d) per ?cent\b", "%"),
)  # fmt: skip
"""What stands wherever there is one of them, what is said at length, and in short."""
_NOT_ONLY = pattern(r"(?<!\bdo)(?<!\bdoes)(?<!\bdid) not only (?P<one>[^;:]{3,120}?),? but also (?=[a-z])")
_COMPILED = tuple((gates, pattern(long), short) for gates, long, short in _SHORTER)


def briefer(text: str) -> Iterator[str]:
    """Yield a sentence in fewer and fewer words that say the same."""
    for step in _STEPS:
        shorter = step(text)
        if shorter != text:
            yield shorter
            text = shorter


def _with_known_names(text: str) -> str:
    """Return a sentence with "RL" for "reinforcement learning (RL)", and for other names known as well."""
    if "(" not in text:
        return text
    for found in list(_EXPLAINED.finditer(text))[::-1]:
        short = found["short"]
        if short not in _KNOWN or not (form := long_form(short.removesuffix("s"), text)):
            continue
        start = text.casefold().rfind(form.casefold(), 0, found.start() + 1)
        if start >= 0 and not text[start + len(form) : found.start()].strip("s"):
            text = f"{text[:start]}{short}{text[found.end() :]}"
    return _AN.sub(r"\g<a>n ", text)


def _with_plain_names(text: str) -> str:
    if "anguage" in text:
        for form, short in _PLAIN_FORMS:
            text = form.sub(short, text)
        text = _AN.sub(r"\g<a>n ", text)
    return text


def _without_length(text: str) -> str:
    for gates, long, short in _COMPILED:
        if any_of(gates, text):
            text = long.sub(short, text)
    return text


def _without_not_only(text: str) -> str:
    return _NOT_ONLY.sub(r" \g<one> and ", text) if " not only " in text else text


_STEPS: tuple[Callable[[str], str], ...] = (
    _with_known_names,
    _without_length,
    _with_plain_names,
    _without_not_only,
)
