"""Tests of what keys set going."""
