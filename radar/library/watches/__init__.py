"""What the reader follows: saved searches, the side bar of them, and how far digests have got."""
