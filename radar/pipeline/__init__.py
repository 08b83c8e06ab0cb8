"""What the radar does, screenless: import, refresh, summarise, export; yields events."""
