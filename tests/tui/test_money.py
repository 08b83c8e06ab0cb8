from radar.tui.money import money


def test_what_four_digits_would_tell_as_nothing_is_told_as_everywhere() -> None:
    assert money(0.00003) == "under $0.0001"
    assert money(0.0001) == "$0.0001"


def test_less_than_a_cent_is_told_in_parts_of_it() -> None:
    assert [money(amount) for amount in (0, 0.0042, 0.01, 12.5)] == ["$0.00", "$0.0042", "$0.01", "$12.50"]
