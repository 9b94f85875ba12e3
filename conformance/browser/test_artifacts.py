"""A run's artifacts, shown by what they are."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

import seed

Show = Callable[[str], Page]


@pytest.fixture(scope="module")
def artifacts(seeded: seed.Seed) -> str:
    """The page of a run with artifacts."""
    run_id = seeded.runs["birch"]
    seed.log_artifacts(run_id)
    return f"/experiments/{seeded.experiment_id}/runs/{run_id}/artifacts"


def test_files_and_folders_are_listed(show: Show, artifacts: str) -> None:
    page = show(artifacts)

    for name in ["notes", "pictures", "answers.json"]:
        expect(page.get_by_text(name, exact=True)).to_be_visible()
    page.get_by_text("notes", exact=True).click()
    expect(page.get_by_text("fox.txt", exact=True)).to_be_visible()


def test_a_text_is_shown(show: Show, artifacts: str) -> None:
    page = show(f"{artifacts}/notes/fox.txt")

    expect(page.get_by_text("The quick brown fox")).to_be_visible()


def test_an_image_is_shown(show: Show, artifacts: str) -> None:
    page = show(artifacts)
    page.get_by_text("pictures", exact=True).click()
    page.get_by_text("red square.png", exact=True).click()

    image = page.locator("img[src^='blob:'], .image-container img").first
    expect(image).to_be_visible()
    assert image.evaluate("shown => [shown.naturalWidth, shown.naturalHeight]") == [64, 48]


def test_a_table_is_shown(show: Show, artifacts: str) -> None:
    page = show(f"{artifacts}/answers.json")

    for text in ["question", "answer", "what?", "a dog"]:
        expect(page.get_by_text(text, exact=True).first).to_be_visible()
