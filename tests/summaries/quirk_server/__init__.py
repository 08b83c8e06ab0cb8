"""The endpoints that radar may meet, each replayed on loopback with its quirks and its errors."""
