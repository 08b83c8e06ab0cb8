"""The text of an abstract and its title: TeX, sentences, phrases, abbreviations, and their words by class."""
