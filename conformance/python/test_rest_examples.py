"""The REST reference walked through: each call of MLflow's documentation, sent with curl."""

from __future__ import annotations

import json
import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from rest import API

Unique = Callable[[str], str]


class Curl:
    """Runs curl as the documentation's examples do; a status other than 200 is a failure."""

    def __init__(self, base_url: str) -> None:
        self._url = base_url

    def __call__(self, method: str, path: str, body: Any = None, *options: str) -> Any:
        return json.loads(self.text(method, f"{API}/{path}", body, *options))

    def get(self, path: str, /, **query: str) -> Any:
        options = ["--get"]
        for name, value in query.items():
            options += ["--data-urlencode", f"{name}={value}"]
        return self("GET", path, None, *options)

    def post(self, path: str, /, **body: Any) -> Any:
        return self("POST", path, body)

    def text(self, method: str, path: str, body: Any, *options: str) -> str:
        command = ["curl", "--silent", "--show-error", "--fail-with-body", "-X", method]
        if body is not None:
            command += ["-H", "Content-Type: application/json", "-d", json.dumps(body)]
        done = subprocess.run(
            [*command, *options, self._url + path], capture_output=True, text=True, timeout=60
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout


@pytest.fixture
def curl(base_url: str) -> Curl:
    if not shutil.which("curl"):
        pytest.fail("These tests need curl.")
    return Curl(base_url)


def start_run(curl: Curl, unique: Unique) -> tuple[str, str]:
    """Creates an experiment and a run in it: their ids."""
    experiment_id = curl.post("experiments/create", name=unique("example"))["experiment_id"]
    started = curl.post(
        "runs/create", experiment_id=experiment_id, start_time=int(time.time() * 1000)
    )
    return experiment_id, started["run"]["info"]["run_id"]


def test_experiments(curl: Curl, unique: Unique) -> None:
    name, renamed = unique("example"), unique("renamed")
    tags = [{"key": "team", "value": "vision"}]

    experiment_id = curl.post("experiments/create", name=name, tags=tags)["experiment_id"]

    assert curl.get("experiments/get", experiment_id=experiment_id)["experiment"]["name"] == name
    by_name = curl.get("experiments/get-by-name", experiment_name=name)["experiment"]
    assert (by_name["experiment_id"], by_name["tags"]) == (experiment_id, tags)
    assert curl.post("experiments/update", experiment_id=experiment_id, new_name=renamed) == {}
    assert (
        curl.post("experiments/set-experiment-tag", experiment_id=experiment_id, key="k", value="v")
        == {}
    )
    assert curl.post("experiments/delete", experiment_id=experiment_id) == {}
    assert curl.post("experiments/restore", experiment_id=experiment_id) == {}
    found = curl.post("experiments/search", max_results=10, filter=f"name = '{renamed}'")
    assert [entry["experiment_id"] for entry in found["experiments"]] == [experiment_id]


def test_a_run(curl: Curl, unique: Unique) -> None:
    experiment_id, run_id = start_run(curl, unique)
    now = int(time.time() * 1000)

    assert curl.post("runs/log-parameter", run_id=run_id, key="alpha", value="0.3") == {}
    for step in (0, 1):
        metric = {"key": "loss", "value": 1.5 - step, "timestamp": now + step, "step": step}
        assert curl.post("runs/log-metric", run_id=run_id, **metric) == {}
    assert curl.post("runs/set-tag", run_id=run_id, key="phase", value="test") == {}
    assert (
        curl.post(
            "runs/log-batch",
            run_id=run_id,
            metrics=[{"key": "mse", "value": 2500.0, "timestamp": now, "step": 0}],
            params=[{"key": "learning_rate", "value": "0.1"}],
            tags=[{"key": "model_class", "value": "LogisticRegression"}],
        )
        == {}
    )
    ended = curl.post("runs/update", run_id=run_id, status="FINISHED", end_time=now + 5)

    assert ended["run_info"]["status"] == "FINISHED"
    data = curl.get("runs/get", run_id=run_id)["run"]["data"]
    assert {m["key"]: m["value"] for m in data["metrics"]} == {"loss": 0.5, "mse": 2500.0}
    history = curl.get("metrics/get-history", run_id=run_id, metric_key="loss")["metrics"]
    assert [(point["step"], point["value"]) for point in history] == [(0, 1.5), (1, 0.5)]
    found = curl.post(
        "runs/search",
        experiment_ids=[experiment_id],
        filter="metrics.loss < 1 and params.alpha = '0.3'",
        order_by=["metrics.loss ASC"],
        max_results=5,
    )
    assert [run["info"]["run_id"] for run in found["runs"]] == [run_id]
    assert curl.post("runs/delete-tag", run_id=run_id, key="phase") == {}
    assert curl.post("runs/delete", run_id=run_id) == {}
    assert curl.post("runs/restore", run_id=run_id) == {}


def test_datasets_of_a_run(curl: Curl, unique: Unique) -> None:
    _, run_id = start_run(curl, unique)
    dataset = {"name": "d", "digest": "123", "source_type": "http", "source": "https://x/d.csv"}
    tags = [{"key": "mlflow.data.context", "value": "training"}]

    assert (
        curl.post("runs/log-inputs", run_id=run_id, datasets=[{"dataset": dataset, "tags": tags}])
        == {}
    )

    inputs = curl.get("runs/get", run_id=run_id)["run"]["inputs"]["dataset_inputs"]
    assert [(entry["dataset"]["name"], entry["tags"]) for entry in inputs] == [("d", tags)]


def test_artifacts(curl: Curl, unique: Unique, tmp_path: Path) -> None:
    experiment_id, run_id = start_run(curl, unique)
    (tmp_path / "in.bin").write_bytes(b"\x00\x01\x02")
    url = f"/api/2.0/mlflow-artifacts/artifacts/{experiment_id}/{run_id}/artifacts/dir/in.bin"

    assert curl.text("PUT", url, None, "-T", str(tmp_path / "in.bin")) == ""

    listed = curl.get("artifacts/list", run_id=run_id, path="dir")
    assert listed["files"] == [{"path": "dir/in.bin", "is_dir": False, "file_size": 3}]
    curl.text("GET", url, None, "-o", str(tmp_path / "out.bin"))
    assert (tmp_path / "out.bin").read_bytes() == b"\x00\x01\x02"


def test_logged_models(curl: Curl, unique: Unique) -> None:
    experiment_id, run_id = start_run(curl, unique)
    created = curl.post(
        "logged-models",
        experiment_id=experiment_id,
        name="forest",
        model_type="tree",
        source_run_id=run_id,
        params=[{"key": "depth", "value": "3"}],
        tags=[{"key": "team", "value": "vision"}],
    )
    model_id = created["model"]["info"]["model_id"]
    here = f"logged-models/{model_id}"

    assert created["model"]["info"]["status"] == "LOGGED_MODEL_PENDING"
    ready = curl("PATCH", here, {"model_id": model_id, "status": "LOGGED_MODEL_READY"})
    assert ready["model"]["info"]["status"] == "LOGGED_MODEL_READY"
    assert (
        curl.post(f"{here}/params", model_id=model_id, params=[{"key": "leaves", "value": "9"}])
        == {}
    )
    curl("PATCH", f"{here}/tags", {"model_id": model_id, "tags": [{"key": "a", "value": "1"}]})
    model = curl("GET", here)["model"]
    assert model["info"]["source_run_id"] == run_id
    assert {p["key"]: p["value"] for p in model["data"]["params"]} == {"depth": "3", "leaves": "9"}
    found = curl.post(
        "logged-models/search", experiment_ids=[experiment_id], filter="name = 'forest'"
    )
    assert [entry["info"]["model_id"] for entry in found["models"]] == [model_id]
    assert curl("DELETE", f"{here}/tags/a") == {}
    assert curl("DELETE", here) == {}


def test_registered_models(curl: Curl, unique: Unique) -> None:
    name, renamed = unique("example-model"), unique("example-renamed")

    made = curl.post("registered-models/create", name=name, description="words")
    assert made["registered_model"]["name"] == name
    curl.post("registered-models/rename", name=name, new_name=renamed)
    curl("PATCH", "registered-models/update", {"name": renamed, "description": "other"})
    curl.post("registered-models/set-tag", name=renamed, key="k", value="v")
    read = curl.get("registered-models/get", name=renamed)["registered_model"]
    assert (read["description"], read["tags"]) == ("other", [{"key": "k", "value": "v"}])
    curl("DELETE", "registered-models/delete-tag", {"name": renamed, "key": "k"})
    found = curl.get("registered-models/search", filter=f"name = '{renamed}'", max_results="5")
    assert [model["name"] for model in found["registered_models"]] == [renamed]
    assert curl("DELETE", "registered-models/delete", {"name": renamed}) == {}


def test_model_versions(curl: Curl, unique: Unique) -> None:
    experiment_id, run_id = start_run(curl, unique)
    name = unique("example-model")
    source = f"mlflow-artifacts:/{experiment_id}/{run_id}/artifacts/model"
    curl.post("registered-models/create", name=name)
    first = {"name": name, "version": "1"}

    made = curl.post("model-versions/create", name=name, source=source, run_id=run_id)
    assert (made["model_version"]["version"], made["model_version"]["status"]) == ("1", "READY")
    curl("PATCH", "model-versions/update", {**first, "description": "words"})
    curl.post("model-versions/set-tag", **first, key="k", value="v")
    read = curl.get("model-versions/get", **first)["model_version"]
    assert (read["description"], read["tags"]) == ("words", [{"key": "k", "value": "v"}])
    assert curl.get("model-versions/get-download-uri", **first) == {"artifact_uri": source}
    curl.post(
        "model-versions/transition-stage",
        **first,
        stage="Production",
        archive_existing_versions=False,
    )
    latest = curl.post("registered-models/get-latest-versions", name=name, stages=["Production"])
    assert [version["version"] for version in latest["model_versions"]] == ["1"]
    curl.post("registered-models/alias", **first, alias="champion")
    by_alias = curl.get("registered-models/alias", name=name, alias="champion")
    assert by_alias["model_version"]["version"] == "1"
    found = curl.get("model-versions/search", filter=f"name = '{name}'")
    assert [version["version"] for version in found["model_versions"]] == ["1"]
    curl("DELETE", "registered-models/alias", {"name": name, "alias": "champion"})
    curl("DELETE", "model-versions/delete-tag", {**first, "key": "k"})
    assert curl("DELETE", "model-versions/delete", first) == {}
