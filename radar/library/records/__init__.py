"""Rows of the library <-> papers, flags and rows of the list; keys, and the columns that are bits."""
