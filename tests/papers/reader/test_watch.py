from __future__ import annotations

from datetime import UTC, datetime

from radar.papers.reader.query import CodeFilter, Order, PaperQuery
from radar.papers.reader.watch import LONGEST_NAME, Watch, watch_name

SEEN = datetime(2026, 2, 3, 9, 30, tzinfo=UTC)


def test_what_is_new_is_asked_for_newest_first_and_only_since_the_reader_looked() -> None:
    watch = Watch(1, "gulls", PaperQuery("gull", CodeFilter.RELEASED, order=Order.STARS), SEEN)
    assert watch.new_papers == PaperQuery("gull", CodeFilter.RELEASED, added_after=SEEN)


def test_a_name_is_cut_without_a_space_at_its_end() -> None:
    assert watch_name(f"{'g' * (LONGEST_NAME - 1)} ulls") == "g" * (LONGEST_NAME - 1)
