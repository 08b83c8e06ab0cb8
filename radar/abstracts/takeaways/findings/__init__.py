"""What was found, told beside what was made or studied, or in its place."""
