"""Regular expressions of the rules, compiled at their first use."""

from radar.papers.text.patterns import AsciiFirst as AsciiFirst
from radar.papers.text.patterns import EitherCase as EitherCase
from radar.papers.text.patterns import at_a_word as at_a_word
from radar.papers.text.patterns import pattern as pattern
