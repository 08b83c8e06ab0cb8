"""A paper made into what a model is asked, within a budget, and a completion read as an answer."""
