"""What the screen is painted with: colours, styles, and lines that cost little."""
