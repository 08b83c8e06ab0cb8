import pytest

from radar.tui.detail.weblinks import host_of, is_well_known, refusal, refused_code_link, shown


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://github.com/pebbles/pebbler", "github.com"),
        ("https://github.com@evil.example/pebbler", "evil.example"),
        ("https://github.com.evil.example/", "github.com.evil.example"),
        ("https://gıthub.com/pebbles", "xn--gthub-n4a.com"),
        ("javascript:alert(1)", ""),
        ("https://[oops/", ""),
    ],
)
def test_u2_the_host_is_the_one_the_link_leads_to(url: str, host: str) -> None:
    assert host_of(url) == host


@pytest.mark.parametrize(
    ("url", "text"),
    [
        ("https://arxiv.org/abs/2602.00017", "arxiv.org/abs/2602.00017"),
        ("https://pebbles.example/", "pebbles.example"),
        ("http://pebbles.example/page", "http://pebbles.example/page"),
        ("https://github.com@evil.example/x", "evil.example (https://github.com@evil.example/x)"),
        ("https://gıthub.com/x", "xn--gthub-n4a.com (https://gıthub.com/x)"),
    ],
)
def test_u2_a_link_is_written_with_its_real_host_first(url: str, text: str) -> None:
    assert shown(url) == text


@pytest.mark.parametrize(
    "url",
    [
        "https://arxiv.org/abs/2602.00017",
        "http://pebbles.example:8080/a?b=c#d",
        "https://pebbles.example/a%20b\\c",
        "https://künste.example/",
        "https://हिन्दी.example/",
        "https://[2606:4700::6810:85e5]/",
        "https://a_b-c.example./",
    ],
)
def test_links_to_the_open_network_may_be_opened(url: str) -> None:
    assert refusal(url) == ""


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("javascript:alert(1)", "only http and https"),
        ("file:///etc/passwd", "only http and https"),
        ("data:text/html,hello", "only http and https"),
        ("arxiv.org/abs/2602.00017", "only http and https"),
        ("https://github.com@evil.example/x", "user name"),
        ("https://", "not a link"),
        ("https://[oops/", "not a link"),
        ("https://pebbles.example:port/", "not a link"),
        ("https://pebbles.example/a b", "not a link"),
        ("http://localhost:8000/", "localhost"),
        ("http://printer.local/", "printer.local"),
        ("http://127.0.0.1/", "127.0.0.1"),
        ("http://2130706433/", "this machine"),
        ("http://0x7f.1/", "this machine"),
        ("http://0.0.0.0/", "this machine"),
        ("http://169.254.169.254/latest/meta-data", "this machine"),
        ("http://192.168.1.1/reboot", "this machine"),
        ("http://[::1]/", "this machine"),
        ("http://[::ffff:127.0.0.1]/", "this machine"),
        ("http://[fe80::1]/", "this machine"),
        ("http://[::]/", "this machine"),
        ("http://[::127.0.0.1]/", "this machine"),
        ("http://[64:ff9b::a9fe:a9fe]/", "this machine"),
        ("http://[2002:7f00:1::]/", "this machine"),
        ("http://[::ffff:a9fe:a9fe]/", "this machine"),
        ("http://0177.0.0.1/", "this machine"),
        ("http://127.1/", "this machine"),
        ("http://１２７.0.0.1/", "this machine"),
        ("vbscript:x", "only http and https"),
        ("blob:https://arxiv.org/x", "only http and https"),
        ("-https://arxiv.org/", "only http and https"),
        ("https://arxiv.org\n/x", "not a link"),
        ("http://127.0.0.1\\.arxiv.org/admin", "not a link"),
        ("https://evil.example\\.github.com/login", "not a link"),
        ("https://evil.example\\@github.com/login", "user name"),
        ("https://evil.example＼.github.com/login", "not a link"),
        ("https:\\\\evil.example/x", "not a link"),
        ("http://%6c%6fcalhost:8632/", "not a link"),
        ("http://％6c％6fcalhost:8632/", "not a link"),
        ("http://[fe80::1%25eth0]/", "not a link"),
        ("http://arxiv.org\t/x", "not a link"),
        ("http://arxiv.org\x7f/x", "not a link"),
        ("http://arxiv.org$(id)/x", "not a link"),
        ("http://ip6-loopback:8632/", "this machine"),
        ("http://intranet/", "this machine"),
        ("http://intranet./", "this machine"),
        ("http://localhost.localdomain/", "this machine"),
    ],
)
def test_u1_other_links_are_refused_with_a_reason(url: str, why: str) -> None:
    assert why in refusal(url)


@pytest.mark.parametrize(
    "url",
    [
        "https://arxiv.org/abs/2602.00017",
        "http://export.arxiv.org/abs/2602.00017",
        "https://doi.org/10.1/x",
        "https://GitHub.com/pebbles",
        "https://gist.github.com/pebbles/1",
        "https://gitlab.com/a/b",
        "https://codeberg.org/a/b",
        "https://bitbucket.org/a/b",
        "https://huggingface.co/a/b",
        "https://zenodo.org/records/7",
        "https://osf.io/x",
        "https://aclanthology.org/2024.acl-long.1",
        "https://openreview.net/forum?id=x",
        "https://github.com:443/a",
        "https://github.com./a",
    ],
)
def test_u2_sites_of_papers_and_code_are_well_known(url: str) -> None:
    assert is_well_known(url)


@pytest.mark.parametrize(
    "url",
    [
        "https://pebbles.example/",
        "https://github.com.evil.example/",
        "https://notgithub.com/",
        "https://evilarxiv.org/",
        "https://pebbles.github.io/",
        "https://pebbles.hf.space/",
        "https://pebbles.codeberg.page/",
        "https://github.com@evil.example/",
        "https://gıthub.com/",
        "https://github.com:8443/a",
        "https://com/",
        "https://8.8.8.8/",
        "javascript:github.com",
        "https://[oops/",
        "https://evil.example\\.github.com/login",
        "https://127.0.0.1\\.arxiv.org/",
        "https://evil.example%2f.github.com/",
        "https://evil.example\\@github.com/login",
        "https://ｇithub.com/",
    ],
)
def test_u2_other_sites_are_not(url: str) -> None:
    assert not is_well_known(url)


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("Our code is available at http://127.0.0.1:8080/x.", "http://127.0.0.1:8080/x"),
        ("The Software lives under ftp://shore.example/tool, free of charge.", "ftp://shore.example/tool"),
        ("Code is at https://github.com/shore/tool; code of before at http://shore/x", "http://shore/x"),
        ("Our code is available at https://github.com/shore/tool.", ""),
        ("We release code. The demo runs at http://localhost/x.", ""),
        ("Tides are encoded as in http://localhost/x", ""),
    ],
)
def test_a_link_for_code_that_is_not_opened_is_found_in_its_sentence(text: str, link: str) -> None:
    assert refused_code_link("No word of it.", text) == link


@pytest.mark.parametrize(
    "piece", ["code-", "code ", "code.", "code://", "a-", "code a+", "://", "a", "code http:/", "software+"]
)
def test_a_text_that_is_made_to_be_slow_is_read_in_one_pass(piece: str) -> None:
    """Read again from each of its letters, as many as these would not end."""
    text = piece * (1_000_000 // len(piece))
    assert refused_code_link(text, "Code: ftp://shore.example/x") == "ftp://shore.example/x"
