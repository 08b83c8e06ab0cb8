"""Hugging Face's papers: asked of the site, and read from pages that were copied or saved."""
