"""What the reader does with papers: marks, tags and notes, in acts that can be taken back."""
