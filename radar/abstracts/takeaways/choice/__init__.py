"""Which sentence is the takeaway: what none may be, and how much each is worth."""
