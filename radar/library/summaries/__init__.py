"""The summaries of papers: all are kept, one is shown, and some go out of date."""
