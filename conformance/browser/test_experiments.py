"""The list of experiments, and making, renaming and deleting one."""

from __future__ import annotations

import uuid
from collections.abc import Callable

import pytest
from mlflow import MlflowClient
from playwright.sync_api import Page, expect

from seed import Seed

Show = Callable[[str], Page]


def test_experiments_are_listed_with_their_notes(show: Show, seeded: Seed) -> None:
    page = show("/experiments")

    row = page.get_by_role("row").filter(has_text=seeded.experiment_name)
    expect(row).to_contain_text("What was tried with")


def test_experiments_are_found_by_a_part_of_the_name(show: Show, seeded: Seed) -> None:
    page = show("/experiments")

    page.get_by_test_id("search-experiment-input").fill(seeded.experiment_name[:-2].upper())
    page.get_by_role("button", name="Search").click()

    expect(page.get_by_role("link", name=seeded.experiment_name)).to_be_visible()
    expect(page.get_by_role("link", name="Default", exact=True)).to_have_count(0)


@pytest.mark.complains("404 GET", "experiments/get-by-name")  # The page asks whether the name is free.
def test_an_experiment_is_created_renamed_and_deleted(show: Show) -> None:
    first, second = f"born-{uuid.uuid4().hex[:8]}", f"renamed-{uuid.uuid4().hex[:8]}"
    page = show("/experiments")

    page.get_by_test_id("create-experiment-button").click()
    page.get_by_placeholder("Input an experiment name").fill(first)
    page.get_by_role("dialog").get_by_role("button", name="Create").click()
    expect(page.get_by_text(first).first).to_be_visible()
    experiment = MlflowClient().get_experiment_by_name(first)
    assert experiment is not None

    show(f"/experiments/{experiment.experiment_id}/runs")
    page.get_by_test_id("overflow-menu-trigger").click()
    page.get_by_role("menuitem", name="Edit experiment").click()
    name = page.get_by_role("dialog").get_by_role("textbox").first
    expect(name).to_have_value(first)
    name.fill(second)
    page.get_by_role("dialog").get_by_role("button", name="Save").click()
    expect(page.get_by_text(second).first).to_be_visible()
    assert MlflowClient().get_experiment(experiment.experiment_id).name == second

    show("/experiments")
    row = page.get_by_role("row").filter(has_text=second)
    row.get_by_role("checkbox").check()
    page.get_by_test_id("delete-experiments-button").click()
    page.get_by_role("dialog").get_by_role("button", name="Delete").click()
    expect(row).to_have_count(0)
    assert MlflowClient().get_experiment(experiment.experiment_id).lifecycle_stage == "deleted"
