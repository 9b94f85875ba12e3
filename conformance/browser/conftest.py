"""Fixtures: the browser, a page that is watched for complaints, and data to show."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import mlflow
import pytest
import requests
from playwright.sync_api import Browser, Page, expect, sync_playwright

import chromium
import seed
from watched import Complaints

# As a user who trains models and has closed the assistant, which opens itself once.
SETTINGS = {
    "mlflow.workflowType_v1": '"machine_learning"',
    "mlflow.assistant.fab.autoOpenedOnFirstLoad_v1": "true",
}

# Milliseconds until what does not show up counts as missing; a busy machine takes its time.
PATIENCE = 60_000


def pytest_configure(config: pytest.Config) -> None:
    url = os.environ.get("MLFLOW_TRACKING_URI")
    if not url:
        pytest.exit("MLFLOW_TRACKING_URI must name the server under test; use run.sh", 2)
    if chromium.find() is None:
        pytest.exit(chromium.MISSING, 77)
    try:
        front = requests.get(url, timeout=30).text
    except requests.ConnectionError:
        pytest.exit(f"No server answers at {url}", 2)
    if "<title>MLflow</title>" not in front:
        pytest.exit(f"{url} does not serve MLflow's web page; start it with --mlflow-ui", 2)
    os.environ.setdefault("MLFLOW_HTTP_REQUEST_MAX_RETRIES", "2")
    expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def base_url() -> str:
    return os.environ["MLFLOW_TRACKING_URI"].rstrip("/")


@pytest.fixture(scope="session")
def seeded(base_url: str) -> seed.Seed:
    mlflow.set_tracking_uri(base_url)
    return seed.seed()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium.find(), args=chromium.ARGUMENTS)
        yield running
        running.close()


@pytest.fixture
def page(browser: Browser, base_url: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A new page; what it looked like at the end is kept, and it may have complained of nothing but what the test names."""
    context = browser.new_context(viewport={"width": 1500, "height": 1000})
    context.set_default_timeout(PATIENCE)
    for key, value in SETTINGS.items():
        context.add_init_script(f"localStorage.getItem('{key}') ?? localStorage.setItem('{key}', '{value}')")
    opened = context.new_page()
    complaints = Complaints(opened, base_url)
    yield opened
    folder = Path(os.environ["RUNSTREAM_SCREENSHOTS"])
    folder.mkdir(parents=True, exist_ok=True)
    opened.screenshot(path=folder / (re.sub(r"\W+", "-", request.node.name) + ".png"))
    context.close()
    known = request.node.get_closest_marker("complains")
    assert [found for found in complaints.found if not (known and all(part in found for part in known.args))] == []


@pytest.fixture
def show(page: Page, base_url: str) -> Callable[[str], Page]:
    """Opens a page of MLflow's by what stands behind the '#'."""

    def go(path: str) -> Page:
        page.goto(f"{base_url}/#{path}")
        return page

    return go
