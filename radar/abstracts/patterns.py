"""The patterns of the rules: compiled at their first use, so that importing the rules costs nothing."""

from radar.papers.patterns import pattern as pattern
