"""The models of an experiment, and the registry."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

import seed

Show = Callable[[str], Page]


@pytest.fixture(scope="module")
def registered(seeded: seed.Seed) -> str:
    return seed.log_model(seeded)


def test_logged_models_are_listed(show: Show, seeded: seed.Seed, registered: str) -> None:
    page = show(f"/experiments/{seeded.experiment_id}/models")

    expect(page.get_by_role("link", name="echo", exact=True)).to_be_visible()
    expect(page.get_by_role("link", name="with model")).to_be_visible()
    expect(page.get_by_text(registered).first).to_be_visible()


def test_registered_models_are_listed(show: Show, registered: str) -> None:
    page = show("/models")

    expect(page.get_by_role("link", name=registered)).to_be_visible()
    expect(page.get_by_text("Version 1").first).to_be_visible()


def test_a_registered_model_shows_its_versions(show: Show, registered: str) -> None:
    page = show(f"/models/{registered}")

    expect(page.get_by_text("Version 1").first).to_be_visible()


def test_a_version_leads_to_its_run(show: Show, registered: str) -> None:
    page = show(f"/models/{registered}/versions/1")

    page.get_by_role("link", name="with model").click()
    expect(page.get_by_text("About this run")).to_be_visible()
