"""Regular expressions of the rules, compiled at their first use."""

from radar.papers.patterns import AsciiFirst as AsciiFirst
from radar.papers.patterns import EitherCase as EitherCase
from radar.papers.patterns import at_a_word as at_a_word
from radar.papers.patterns import pattern as pattern
