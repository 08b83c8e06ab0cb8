"""RSS and Atom feeds of papers, and the lists of feeds that feed readers export."""
