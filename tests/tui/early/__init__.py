"""Tests of the page that is painted before Textual is there."""
