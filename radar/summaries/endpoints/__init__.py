"""OpenAI-compatible endpoints: how each wants to be asked, what it refuses, and what a request takes."""
