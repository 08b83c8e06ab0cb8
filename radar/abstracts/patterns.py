"""Regular expressions of the rules, compiled at their first use."""

from radar.papers.patterns import EitherCase as EitherCase
from radar.papers.patterns import pattern as pattern
