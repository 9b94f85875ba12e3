"""The pages of one run: overview, notes, tags, charts."""

from __future__ import annotations

from collections.abc import Callable

from mlflow import MlflowClient
from playwright.sync_api import Page, expect

import charts
from seed import Seed

Show = Callable[[str], Page]


def test_the_overview_shows_what_the_run_logged(show: Show, seeded: Seed) -> None:
    page = show(f"/experiments/{seeded.experiment_id}/runs/{seeded.runs['amber']}")

    for text in [seeded.runs["amber"], "Finished", "train", "stage: sketch", "Run amber of four", "optimizer", "sgd", "wave"]:
        expect(page.get_by_text(text).first).to_be_visible()
    expect(page.get_by_text("Metrics (4)")).to_be_visible()
    expect(page.get_by_text("Parameters (2)")).to_be_visible()


def test_a_note_is_edited(show: Show, seeded: Seed) -> None:
    run_id = seeded.runs["cedar"]
    page = show(f"/experiments/{seeded.experiment_id}/runs/{run_id}")

    page.get_by_role("button", name="Edit description").click()
    page.get_by_test_id("text-area").fill("Better than **all** before")
    page.get_by_role("button", name="Save").click()

    expect(page.get_by_text("Better than all before")).to_be_visible()
    assert MlflowClient().get_run(run_id).data.tags["mlflow.note.content"] == "Better than **all** before"


def test_a_tag_is_added(show: Show, seeded: Seed) -> None:
    run_id = seeded.runs["delta"]
    page = show(f"/experiments/{seeded.experiment_id}/runs/{run_id}")

    page.get_by_role("button", name="Edit tags").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("combobox").fill("colour")
    page.keyboard.press("Enter")
    dialog.get_by_placeholder("Type a value").fill("green")
    dialog.get_by_role("button", name="Add tag").click()
    dialog.get_by_role("button", name="Save").click()

    expect(page.get_by_text("colour: green")).to_be_visible()
    assert MlflowClient().get_run(run_id).data.tags["colour"] == "green"


def test_model_metrics_are_charts(show: Show, seeded: Seed) -> None:
    page = show(f"/experiments/{seeded.experiment_id}/runs/{seeded.runs['amber']}/model-metrics")

    charts.await_points(page, "accuracy", 20)
    charts.await_points(page, "loss", 20)
    charts.await_points(page, "wave", charts.SAMPLE)


def test_system_metrics_have_a_tab_of_their_own(show: Show, seeded: Seed) -> None:
    page = show(f"/experiments/{seeded.experiment_id}/runs/{seeded.runs['amber']}/system-metrics")

    expect(page.get_by_text("cpu_utilization_percentage").first).to_be_visible()
    charts.await_points(page, "system/cpu_utilization_percentage", 20)
