"""What the detail of a paper says, as blocks of plain text with marked spans; pure, knows no Textual."""
