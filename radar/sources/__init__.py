"""Listing to Papers: one site or file format a module, fetching apart from parsing.

plugins.py    sites by the prefix of a name, radar's own and installed.py those of other packages
arxiv/        its names, query interface, feeds, and mail
huggingface/  its papers by the day, and pages that were copied or saved
feeds/        any feed of papers, and lists of feeds
sites/        the ACL Anthology, Crossref, OpenAlex, OpenReview, Semantic Scholar
bibtex/       bibliographies
references/   what managers of references export, one format a module
records/      JSON objects that describe papers
reading/      files cut into rows, records and entries, in flat memory
texts/        days, names, links, markup and TeX
answers.py, keyed_sites.py   answers of sites read with care, and sites that know a key
site.py       what a site promises, source.py what a format and a source do

Each imports only what stands below it; sites and formats do not know each other.
"""
