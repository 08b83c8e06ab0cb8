"""Words that are numbers, and units behind numbers."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

_COUNTED = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINALS = "third fourth fifth sixth seventh eighth ninth tenth"
_OTHERS = """
hundred=100 hundreds=100 thousand=1000 thousands=1000 million=1000000 millions=1000000 billion=1000000000
billions=1000000000 trillion=1000000000000 dozen=12 dozens=12 half=0.5 halve=0.5 halves=0.5 halved=0.5
halving=0.5 quarter=0.25 quarters=0.25 """
_MULTIPLES = """
twice=2 double=2 doubles=2 doubled=2 doubling=2 triple=3 triples=3 tripled=3 tripling=3 quadruple=4
quadruples=4 quadrupled=4
"""
_ABROAD = """
zwei=2 drei=3 vier=4 fünf=5 sechs=6 sieben=7 acht=8 neun=9 zehn=10 elf=11 zwölf=12 zwanzig=20 hundert=100
tausend=1000 halb=0.5 halbe=0.5 hälfte=0.5 halbiert=0.5 halbieren=0.5 verdoppelt=2 verdoppeln=2 doppelt=2
doppelte=2 verdreifacht=3 dreifach=3
deux=2 trois=3 quatre=4 cinq=5 sept=7 huit=8 neuf=9 dix=10 onze=11 douze=12 vingt=20 moitié=0.5
double=2 doublent=2
dos=2 cuatro=4 cinco=5 seis=6 siete=7 ocho=8 nueve=9 diez=10 veinte=20 cien=100 mitad=0.5 doble=2 duplica=2
due=2 quattro=4 cinque=5 sette=7 otto=8 nove=9 dieci=10 venti=20 metà=0.5 raddoppia=2 dimezza=0.5
dois=2 duas=2 três=3 quatro=4 oito=8 dez=10 vinte=20 metade=0.5 dobra=2
"""
"""German, French, Spanish, Italian, Portuguese; words that mean something else in English are left out."""
_UNIT_WORDS = """
st=th nd=th rd=th th=th ms=ms millisecond=ms milliseconds=ms s=s sec=s second=s seconds=s min=min
minute=min minutes=min h=h hour=h hours=h hr=h hrs=h day=d days=d week=wk weeks=wk month=mo months=mo
year=yr years=yr ns=ns nanoseconds=ns
kB=kB KB=kB MB=MB GB=GB TB=TB bit=bit bits=bit byte=byte bytes=byte Hz=Hz kHz=kHz MHz=MHz GHz=GHz THz=THz
nm=nm µm=µm μm=µm um=µm micron=µm microns=µm mm=mm cm=cm m=m meter=m meters=m metre=m metres=m km=km
kilometers=km kilometres=km mg=mg g=g kg=kg W=W kW=kW MW=MW mW=mW V=V mV=mV kV=kV eV=eV meV=meV keV=keV
MeV=MeV GeV=GeV TeV=TeV dB=dB fps=fps mJ=mJ kJ=kJ pc=pc kpc=kpc Mpc=Mpc Gpc=Gpc
"""


def _pairs(text: str) -> dict[str, str]:
    return dict(pair.split("=") for pair in text.split())


TENS: Final = frozenset(_TENS.split())
"""Words that a smaller number may follow: "twenty-five"."""
ORDINALS: Final = frozenset(_ORDINALS.split())
"""They are no count that a unit follows."""
VALUES: Final[Mapping[str, str]] = MappingProxyType(
    {
        **{word: str(number) for number, word in enumerate(_COUNTED.split(), 2)},
        **{word: str(10 * tens) for tens, word in enumerate(_TENS.split(), 2)},
        **{word: str(number) for number, word in enumerate(_ORDINALS.split(), 3)},
        **_pairs(_OTHERS),
        **_pairs(_MULTIPLES),
    }
)
"""English words that are numbers, with the number."""
MULTIPLES: Final = frozenset(_pairs(_MULTIPLES))
"""Those among them that say how many times."""
VALUES_ABROAD: Final[Mapping[str, str]] = MappingProxyType(_pairs(_ABROAD))
"""The same for languages that a takeaway may be asked in."""
UNITS: Final[Mapping[str, str]] = MappingProxyType(_pairs(_UNIT_WORDS))
"""Units as they are written, with one spelling for each."""
SCALES: Final[Mapping[str, int]] = MappingProxyType(
    {"hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12, "k": 3, "K": 3, "M": 6, "B": 9}
)
"""What a number may be followed by instead of zeros, with how many."""
