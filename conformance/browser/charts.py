"""Charts, which are pictures to a browser; the library that draws them keeps the points beside."""

from __future__ import annotations

from playwright.sync_api import Page

# So many points the page asks for of a series, however long it is.
SAMPLE = 320

SHOWN = """([metric, count]) => [...document.querySelectorAll('.js-plotly-plot')].some(chart =>
    (chart.data ?? []).some(line => line.metricKey === metric && line.x?.length === count))"""


def await_points(page: Page, metric: str, count: int) -> None:
    """Waits until a chart shows the metric as a line of so many points."""
    page.wait_for_function(SHOWN, arg=[metric, count])
