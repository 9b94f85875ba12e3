"""The client's whole way through TLS and under a path: what it logs comes back, artifacts included."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import mlflow
import pytest
import requests
from conftest import Person, logged_in
from mlflow import MlflowClient


@pytest.fixture(autouse=True)
def as_newcomer(newcomer: Callable[[], Person]) -> Iterator[None]:
    with logged_in(newcomer()):
        yield


@pytest.fixture
def experiment(base_url: str, unique: Callable[[], str]) -> str:
    mlflow.set_tracking_uri(base_url)
    return mlflow.set_experiment(unique()).experiment_id


def test_run_and_its_artifacts_come_back(experiment: str, tmp_path: Path) -> None:
    with mlflow.start_run() as run:
        mlflow.log_params({"learning_rate": 0.01, "layers": 3})
        mlflow.log_metrics({"loss": 0.5}, step=1)
        mlflow.log_text("It learns.", "notes/first.txt")

    found = mlflow.search_runs([experiment], "metrics.loss < 1 and params.layers = '3'", output_format="list")
    local = mlflow.artifacts.download_artifacts(f"runs:/{run.info.run_id}/notes/first.txt", dst_path=str(tmp_path))

    assert [r.info.run_id for r in found] == [run.info.run_id]
    assert Path(local).read_text() == "It learns."


def test_model_is_registered_and_read_by_its_alias(
    experiment: str, client: MlflowClient, unique: Callable[[], str], tmp_path: Path
) -> None:
    name = unique()
    with mlflow.start_run() as run:
        mlflow.log_text("weights", "model/weights.txt")

    client.create_registered_model(name)
    version = client.create_model_version(name, f"runs:/{run.info.run_id}/model", run.info.run_id)
    client.set_registered_model_alias(name, "best", version.version)
    local = mlflow.artifacts.download_artifacts(f"models:/{name}@best", dst_path=str(tmp_path))

    assert (Path(local) / "weights.txt").read_text() == "weights"


def test_certificate_is_looked_at_unless_the_user_says_otherwise(
    base_url: str, client: MlflowClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not base_url.startswith("https:"):
        pytest.skip("the server is reached without TLS")
    monkeypatch.delenv("MLFLOW_TRACKING_SERVER_CERT_PATH", raising=False)
    with pytest.raises(Exception, match="CERTIFICATE_VERIFY_FAILED"):
        client.get_experiment("0")

    monkeypatch.setenv("MLFLOW_TRACKING_INSECURE_TLS", "true")
    assert client.get_experiment("0").name == "Default"


def test_answers_are_under_the_path_as_well(base_url: str) -> None:
    authority = os.environ.get("MLFLOW_TRACKING_SERVER_CERT_PATH", True)
    assert requests.get(f"{base_url}/health", timeout=30, verify=authority).text == "OK"
