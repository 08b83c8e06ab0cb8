"""Words that begin a sentence without being a name, and abbreviations of the field."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

_MAY_OPEN = """
a an the this these those it its they we our one two three four five six seven eight nine ten most many
some few all both each every no not only in on at by for from with without within under over through
across after before during despite although while when where as if to using via based new novel simple
paper papers work works study studies research researchers authors author method methods approach
approaches model models system systems framework algorithm tool tools survey review analysis experiments
experiment results result evidence theory proof first large small better best more less even also here
there such unlike contrary introduces presents proposes shows finds argues describes develops builds
offers provides how what who why which another then instead further deep hybrid smooth higher lower smaller
larger faster slower use avoid plan out yes can could may must should people humans users ideas insights
parameters technique techniques methodology novelty history camera outputs inputs recovery sensory ideal
towards toward modular neural novel cheap open strict short long hard easy fine coarse self multi cross
zero few low high early late local global full partial rich sparse dense data code dataset datasets
training tests trials patients children students agents robots networks algorithms benchmarks metrics
errors costs gains losses limits bounds rules words names numbers groups types signals images texts videos
language languages speech vision memory attention search planning noise bias risk trust safety equip
represent compose decompose factorize reformulate rederive initialize accelerate deploy enhance propose
present explain print obfuscate against among around because beyond but like near once rather since so
than though until unless upon whether whereas yet however thus hence therefore moreover overall
together often sometimes usually always never still just almost nearly about above below between
built given drawn made taken driven grown held kept known left put run seen sent set shown split taught told
several separate written chosen broken cut fed found led met paid read spent won
"""
MAY_OPEN: Final = frozenset(_MAY_OPEN.split())
"""Words that a sentence may begin with although the paper has them nowhere."""
_OPENING_ENDS = """
ing ed ly tion tions sion ity ities ical ional ive ous ment ments ness able ible ise ize izes ises ifies ify
ates ful less wise
"""
OPENING_ENDS: Final = tuple(_OPENING_ENDS.split())
"""Endings of such words."""
_OPENING_STEMS = """
accurat achiev address adapt aim allow analy appl argu assess attempt automat benchmark boost bring build
combin compar creat demonstrat deriv describ design detect develop discov discus draw effectiv efficien
employ enabl end ensur establish estimat evaluat examin exploit explor extend fast find formal generat
general help identif impact implement improv increas infer inspir integrat interpret introduc investigat
join learn leverag make measur mitigat motivat observ offer optim outperform perform predict prevent
provid quantif reduc reliab replac report reveal revisit robust scal scientists select shows simpl solv
speed state strong suggest summar support survey test theor train transfer understand unif valid varia
verif weak when wide
"""
OPENING_STEMS: Final = tuple(_OPENING_STEMS.split())
"""Beginnings of such words."""
_SHORT_FORMS = """
ae: autoencoder, auto encoder; ai: artificial intelligence; ar: augmented reality;
asr: speech recognition; bo: bayesian optimization, bayesian optimisation;
cnn: convolutional net, convnet; cv: computer vision; dl: deep learning; dnn: deep neural, deep net;
dp: differential privacy, differentially private;
em: expectation maximization, expectation maximisation; fl: federated learning; gd: gradient descent;
gnn: graph neural, graph net; gp: gaussian process; il: imitation learning; ir: information retrieval;
kg: knowledge graph; llm: large language model; lm: language model; lstm: long short term;
mc: monte carlo; ml: machine learning; mri: magnetic resonance; mt: machine translation;
ner: named entity; nlp: natural language; nmt: neural machine translation; nn: neural net;
ode: ordinary differential; ood: out of distribution; ot: optimal transport; pde: partial differential;
qa: question answering; rl: reinforcement learning; rnn: recurrent net, recurrent neural;
sota: state of the art; tts: text to speech, speech synthesis; ui: user interface;
vae: variational autoencoder, variational auto; vit: vision transformer; vlm: vision language;
vr: virtual reality
"""


def _short_forms() -> dict[str, tuple[str, ...]]:
    pairs = (pair.split(":") for pair in _SHORT_FORMS.split(";"))
    return {short.strip(): tuple(long.strip() for long in longs.split(",")) for short, longs in pairs}


SHORT_FORMS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(_short_forms())
"""Abbreviations of the field with the words that they stand for, as `Names.order` has them."""
