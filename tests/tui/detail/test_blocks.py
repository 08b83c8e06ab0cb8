from radar.tui.detail.blocks import Block, Role, Writer, lay_out


def plain(*blocks: Block, width: int) -> list[str]:
    return [line.plain for line in lay_out(blocks, width)]


def test_a_label_stands_before_the_first_line_only() -> None:
    block = Block("pebbles lie on the beach", label="CODE", indent=6)
    assert plain(block, width=18) == ["CODE  pebbles lie", "      on the beach"]


def test_an_empty_block_is_an_empty_line() -> None:
    assert plain(Block("a"), Block(""), Block("b"), width=20) == ["a", "", "b"]


def test_what_has_no_label_moves_to_the_edge_in_a_narrow_pane() -> None:
    block = Block("pebbles", indent=10)
    assert plain(block, width=70) == ["          pebbles"]
    assert plain(block, width=50) == ["  pebbles"]


def test_a_writer_marks_what_is_more_than_plain() -> None:
    block = Writer().add("see ").add("here", Role.LINK, target="https://a.example").add(" and there").block()
    assert block.text == "see here and there"
    [mark] = block.marks
    assert (mark.start, mark.end, mark.target) == (4, 8, "https://a.example")
    [line] = lay_out([block], 40)
    assert [line.target_at(index) for index in (3, 4, 7, 8)] == [
        "",
        "https://a.example",
        "https://a.example",
        "",
    ]


def test_a_line_knows_which_evidence_it_shows() -> None:
    block = Writer().add("pebbles lie on ").add("the beach of the bay", evidence=3).block()
    assert [line.shows(3) for line in lay_out([block], 16)] == [False, True, True]
