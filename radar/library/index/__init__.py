"""What follows from the papers: the search index, its words, categories; kept in step and mended."""
