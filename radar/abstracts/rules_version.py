"""The version of the rules, apart from them, so that who only compares it need not load them."""

from __future__ import annotations

RULES_VERSION = 32
"""Grows with every change of the rules that can change a reading."""
