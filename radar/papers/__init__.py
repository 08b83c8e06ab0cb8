"""The words of the field as values that never change; imports nothing of radar but errors.

search/       the language of the search line
reader/       what the reader asks for, marks and keeps
summaries/    what radar says of a paper, and what that stands on
listed/       a paper as listings give it
jobs/         work and what it costs
text/         text made safe, numbers, days, money, links, paths, JSON
values.py     what a flag, a claim, a takeaway and a mark can be
bases.py      what values are made of

Each imports only what stands below it.
"""
