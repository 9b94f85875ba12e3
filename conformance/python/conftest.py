"""Fixtures: a client, an experiment of one's own, names nobody else uses.

Every test makes its own experiments and runs under unique names and counts nothing that others
may add to, so tests run in any order, against servers that hold other data.
"""

from __future__ import annotations

import os
import subprocess
import sys
import uuid
from collections.abc import Callable, Iterator

import mlflow
import pytest
import requests
from mlflow import MlflowClient
from mlflow.entities import Run

from raw import ArtifactFolder, RawClient
from rest import RestClient


def pytest_configure(config: pytest.Config) -> None:
    url = os.environ.get("MLFLOW_TRACKING_URI")
    if not url:
        pytest.exit("MLFLOW_TRACKING_URI must name the server under test; use run.sh", 2)
    try:
        RestClient(url).get("/health")
    except requests.ConnectionError:
        pytest.exit(f"No server answers at {url}", 2)
    # A server that is down must fail the tests at once, not after the client's minutes of retries.
    os.environ.setdefault("MLFLOW_HTTP_REQUEST_MAX_RETRIES", "2")
    os.environ.setdefault("MLFLOW_HTTP_REQUEST_TIMEOUT", "30")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if os.environ.get("MLFLOW_REFERENCE") != "1":
        return
    skip = pytest.mark.skip(reason="Runstream answers differently from MLflow on purpose")
    for item in items:
        if item.get_closest_marker("runstream_only"):
            item.add_marker(skip)


@pytest.fixture(scope="session")
def base_url() -> str:
    return os.environ["MLFLOW_TRACKING_URI"].rstrip("/")


@pytest.fixture(scope="session")
def is_mlflow() -> bool:
    return os.environ.get("MLFLOW_REFERENCE") == "1"


@pytest.fixture(scope="session")
def rest(base_url: str) -> RestClient:
    return RestClient(base_url)


@pytest.fixture(scope="session")
def raw(base_url: str) -> RawClient:
    return RawClient(base_url)


@pytest.fixture
def client(base_url: str) -> MlflowClient:
    return MlflowClient(base_url)


@pytest.fixture
def unique() -> Callable[[str], str]:
    """Makes a name that nobody else uses."""
    return lambda prefix="name": f"{prefix}-{uuid.uuid4().hex[:12]}"


@pytest.fixture
def experiment_id(client: MlflowClient, unique: Callable[[str], str]) -> str:
    return client.create_experiment(unique("experiment"))


@pytest.fixture
def experiment(experiment_id: str) -> str:
    """The fluent API's active experiment, new and empty."""
    mlflow.set_experiment(experiment_id=experiment_id)
    return experiment_id


@pytest.fixture
def run(client: MlflowClient, experiment_id: str) -> Run:
    return client.create_run(experiment_id)


@pytest.fixture
def run_id(run: Run) -> str:
    return run.info.run_id


@pytest.fixture
def folder(raw: RawClient, experiment_id: str, run_id: str) -> ArtifactFolder:
    """The artifacts of `run_id`, over bare HTTP."""
    return ArtifactFolder(raw, experiment_id, run_id)


@pytest.fixture
def fresh_python(base_url: str) -> Callable[..., str]:
    """Runs a script in a Python process of its own and gives its output back."""

    def call(script: str, *args: str, **env: str) -> str:
        done = subprocess.run(
            [sys.executable, "-c", script, *args],
            env={**os.environ, **env},
            capture_output=True,
            text=True,
            timeout=120,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout.strip()

    return call


@pytest.fixture(autouse=True)
def clean_fluent_state(base_url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No test inherits the fluent API's active run or experiment from the one before."""

    def forget() -> None:
        while mlflow.active_run() is not None:
            mlflow.end_run()
        mlflow.tracking.fluent._active_experiment_id = None
        for name in ("MLFLOW_EXPERIMENT_ID", "MLFLOW_EXPERIMENT_NAME", "MLFLOW_RUN_ID"):
            os.environ.pop(name, None)
        mlflow.set_tracking_uri(base_url)

    forget()
    yield
    forget()
