"""BibTeX: its blocks, values, strings and volumes, and its entries as papers."""
