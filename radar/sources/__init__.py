"""Listing to Papers: one site or file format a module, fetching apart from parsing."""
