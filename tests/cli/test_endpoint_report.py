"""What an endpoint is and costs, in lines for people."""

from __future__ import annotations

import io

from radar.cli.endpoint_report import print_endpoint, report_probe
from radar.cli.output import Output
from radar.papers.bases import replace
from radar.papers.summaries.summary import Takeaway, TakeawayOrigin
from radar.summaries.endpoints.ladder import Shape
from radar.summaries.probing import Probe, Trial
from tests.pipeline.fakes import ENDPOINT, paper
from tests.tui.invented import by_model

_FAR = replace(ENDPOINT, host="far.example", base_url="https://far.example/v1", local=False)


def test_prices_of_nothing_are_free_wherever_the_endpoint_is() -> None:
    out = io.StringIO()
    for endpoint in (_FAR, replace(ENDPOINT, local=True)):
        gift = replace(endpoint, price_in=0.0, price_out=0.0)
        print_endpoint(Output(out, io.StringIO(), {}), gift, priced=True, chosen=True, width=8)
    assert [line.rpartition(", ")[2] for line in out.getvalue().splitlines()] == ["free", "free"]


def test_a_thousand_papers_that_cost_nothing_are_free() -> None:
    made = by_model()
    summary = replace(
        made,
        takeaway=Takeaway("Moss grows.", TakeawayOrigin.MODEL),
        provenance=replace(made.provenance, cost=0.0),
    )
    out = io.StringIO()
    probe = Probe((Trial(paper(1), 0.5, summary),), Shape())
    report_probe(Output(out, io.StringIO(), {}), probe, _FAR, 4)
    assert "that is free\n" in out.getvalue()
