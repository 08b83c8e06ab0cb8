"""What the title says of the scope of a line, and where the line takes it up."""
