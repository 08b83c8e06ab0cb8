"""What the reader asks for, marks and keeps: questions, watches, tags, notes, digests, removals."""
