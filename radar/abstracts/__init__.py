"""Reading an abstract: sentences, links, code statements, claims, takeaway; pure, no model, no I/O."""
