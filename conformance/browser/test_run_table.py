"""The table of an experiment's runs: columns, filter, order, charts, comparison."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

import charts
from seed import Seed

Show = Callable[[str], Page]


@pytest.fixture
def table(show: Show, seeded: Seed) -> Page:
    page = show(f"/experiments/{seeded.experiment_id}/runs")
    expect(run_names(page).first).to_be_visible()
    return page


def run_names(page: Page) -> Locator:
    return page.locator(".ag-cell a[href*='/runs/']")


def await_order(page: Page, names: list[str]) -> None:
    """Waits until the table shows just these runs from top to bottom; rows are moved by style, not in the document."""
    page.wait_for_function(
        """names => [...document.querySelectorAll(".ag-cell a[href*='/runs/']")]
            .sort((one, other) => one.getBoundingClientRect().top - other.getBoundingClientRect().top)
            .map(link => link.innerText.trim()).join() === names.join()""",
        arg=names,
    )


def find(page: Page, condition: str) -> None:
    page.get_by_test_id("search-box").fill(condition)
    page.keyboard.press("Enter")


def test_runs_are_listed_newest_first(table: Page) -> None:
    find(table, "tags.stage = 'sketch'")

    await_order(table, ["delta", "cedar", "birch", "amber"])
    expect(table.get_by_test_id("open-dataset-drawer")).to_contain_text("train")


def test_columns_of_params_metrics_and_tags_are_added(table: Page) -> None:
    table.get_by_test_id("column-selection-dropdown").first.click()
    for column in ["accuracy", "optimizer", "stage"]:
        table.get_by_placeholder("Search columns").fill(column)
        table.get_by_text(column, exact=True).last.click()
    table.keyboard.press("Escape")

    for column in ["accuracy", "optimizer", "stage"]:
        expect(table.get_by_role("columnheader", name=column).first).to_be_visible()
    row = table.get_by_role("row").filter(has_text="sketch")
    expect(row.first).to_be_visible()
    expect(table.get_by_text("0.95", exact=False).first).to_be_visible()
    expect(table.get_by_role("gridcell", name="adam")).to_have_count(2)


def test_a_filter_keeps_what_meets_it(table: Page) -> None:
    find(table, "params.optimizer = 'adam' and metrics.loss < 0.05")

    await_order(table, ["delta", "birch"])


@pytest.mark.complains("400 POST", "runs/search")
def test_a_filter_that_cannot_be_read_is_explained(table: Page) -> None:
    find(table, "oops")

    expect(table.get_by_text("Invalid clause(s) in filter string").first).to_be_visible()


def test_runs_are_sorted_by_a_metric(table: Page) -> None:
    find(table, "tags.stage = 'sketch'")
    table.get_by_test_id("sort-select-dropdown").click()
    table.get_by_test_id("sort-select-loss").click()

    await_order(table, ["amber", "birch", "cedar", "delta"])


def test_charts_show_every_metric_also_one_of_100_000_points(show: Show, seeded: Seed) -> None:
    page = show(f"/experiments/{seeded.experiment_id}/runs?compareRunsMode=CHART")

    charts.await_points(page, "accuracy", 20)
    charts.await_points(page, "loss", 20)
    charts.await_points(page, "wave", charts.SAMPLE)


@pytest.mark.complains("TypeError", "reading 'includes'")  # Now and then, also on MLflow's own server.
def test_runs_are_compared(show: Show, seeded: Seed) -> None:
    ids = f"[%22{seeded.runs['amber']}%22,%22{seeded.runs['birch']}%22]"
    page = show(f"/compare-runs?runs={ids}&experiments=[%22{seeded.experiment_id}%22]")

    expect(page.get_by_text("Comparing 2 Runs from 1 Experiment").first).to_be_visible()
    for text in [seeded.runs["amber"], seeded.runs["birch"], "sgd", "adam"]:
        expect(page.get_by_text(text).first).to_be_visible()
    expect(page.locator(".js-plotly-plot").first).to_be_visible()
