r"""Journals as the bibliographies of ADS name them: by commands of AASTeX, such as \apj.

The names are those of ui.adsabs.harvard.edu/help/actions/journal-macros.
"""

from __future__ import annotations

_NAMES = {
    "aj": "Astronomical Journal", "apj": "Astrophysical Journal", "apjl": "Astrophysical Journal Letters",
    "apjlett": "Astrophysical Journal Letters", "apjs": "Astrophysical Journal Supplement",
    "apjsupp": "Astrophysical Journal Supplement", "ao": "Applied Optics",
    "applopt": "Applied Optics", "aap": "Astronomy and Astrophysics", "astap": "Astronomy and Astrophysics",
    "aapr": "Astronomy and Astrophysics Reviews", "aaps": "Astronomy and Astrophysics Supplement",
    "actaa": "Acta Astronomica", "apss": "Astrophysics and Space Science",
    "araa": "Annual Review of Astronomy and Astrophysics", "azh": "Astronomicheskii Zhurnal",
    "baas": "Bulletin of the American Astronomical Society", "gca": "Geochimica Cosmochimica Acta",
    "grl": "Geophysical Research Letters", "iaucirc": "IAU Circulars", "icarus": "Icarus",
    "jcap": "Journal of Cosmology and Astroparticle Physics", "jcp": "Journal of Chemical Physics",
    "jgr": "Journal of Geophysical Research", "jrasc": "Journal of the RAS of Canada",
    "mnras": "Monthly Notices of the Royal Astronomical Society", "nat": "Nature", "na": "New Astronomy",
    "nar": "New Astronomy Review", "pasa": "Publications of the Astronomical Society of Australia",
    "pasj": "Publications of the Astronomical Society of Japan",
    "pasp": "Publications of the Astronomical Society of the Pacific", "physrep": "Physics Reports",
    "planss": "Planetary and Space Science", "pra": "Physical Review A", "prb": "Physical Review B",
    "prc": "Physical Review C", "prd": "Physical Review D", "pre": "Physical Review E",
    "prl": "Physical Review Letters", "psj": "Planetary Science Journal",
    "qjras": "Quarterly Journal of the RAS", "solphys": "Solar Physics", "ssr": "Space Science Reviews",
}  # fmt: skip


def without_macro(venue: str) -> str:
    r"""Return the journal that a command names, or the text as it is where it is none of them."""
    return _NAMES.get(venue[1:].strip(), venue) if venue.startswith("\\") else venue
