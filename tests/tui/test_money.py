from radar.tui.money import money


def test_less_than_a_cent_is_told_in_parts_of_it() -> None:
    assert [money(amount) for amount in (0, 0.0042, 0.01, 12.5)] == ["$0.00", "$0.0042", "$0.01", "$12.50"]
