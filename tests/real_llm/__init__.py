"""Tests against a real model behind a real OpenAI-compatible server on loopback."""
