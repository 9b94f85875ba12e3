"""What MLflow's R client sends: its requests word for word, since R is not needed to run these.

R's client makes a string of every scalar (`rapply(data, as.character)`), names runs by run_uuid and
run_id at once, and prints large round numbers with an exponent.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from rest import RestClient

NOW = "1795511456814"


@pytest.fixture
def r_experiment(rest: RestClient, unique: Callable[[str], str]) -> str:
    made = rest.post(
        "experiments/create", {"name": unique("r"), "tags": [{"key": "a", "value": "1"}]}
    )
    return made.body["experiment_id"]


@pytest.fixture
def r_run(rest: RestClient, r_experiment: str) -> str:
    body = {"experiment_id": r_experiment, "user_id": "rob", "start_time": NOW}
    tags = [{"key": "mlflow.source.name", "value": "train.R"}]
    return rest.post("runs/create", {**body, "tags": tags}).body["run"]["info"]["run_uuid"]


def both(run_id: str, **fields: Any) -> dict[str, Any]:
    return {"run_uuid": run_id, "run_id": run_id, **fields}


def run_of(rest: RestClient, run_id: str) -> Any:
    return rest.get("runs/get", both(run_id)).body["run"]


def test_a_run_from_start_to_end(rest: RestClient, r_run: str) -> None:
    metric = {"key": "rmse", "value": "0.25", "timestamp": NOW, "step": "0"}

    sent = [
        ("runs/log-parameter", both(r_run, key="alpha", value="0.5")),
        ("runs/log-metric", both(r_run, **metric)),
        ("runs/set-tag", both(r_run, key="team", value="vision")),
        ("runs/set-tag", both(r_run, key="gone", value="soon")),
        ("runs/delete-tag", {"run_id": r_run, "key": "gone"}),
        ("runs/update", both(r_run, status="FINISHED", end_time="1795511456999")),
    ]
    assert [rest.post(path, body).status for path, body in sent] == [200] * len(sent)

    run = run_of(rest, r_run)
    assert run["info"]["status"] == "FINISHED"
    assert (run["info"]["start_time"], run["info"]["end_time"]) == (1795511456814, 1795511456999)
    assert run["info"]["user_id"] == "rob"
    assert run["data"]["params"] == [{"key": "alpha", "value": "0.5"}]
    assert run["data"]["metrics"] == [
        {"key": "rmse", "value": 0.25, "timestamp": 1795511456814, "step": 0}
    ]
    tags = {tag["key"]: tag["value"] for tag in run["data"]["tags"]}
    assert (tags["team"], tags["mlflow.source.name"], "gone" in tags) == (
        "vision",
        "train.R",
        False,
    )


def test_round_numbers_have_an_exponent(rest: RestClient, r_experiment: str) -> None:
    body = {"experiment_id": r_experiment, "user_id": "rob", "start_time": "1.8e+12"}
    run_id = rest.post("runs/create", body).body["run"]["info"]["run_id"]
    metric = {"key": "m", "value": "1e+05", "timestamp": "1.8e+12", "step": "1e+05"}

    rest.post("runs/log-metric", both(run_id, **metric))

    run = run_of(rest, run_id)
    assert run["info"]["start_time"] == 1_800_000_000_000
    assert run["data"]["metrics"] == [
        {"key": "m", "value": 100000.0, "timestamp": 1_800_000_000_000, "step": 100_000}
    ]


def test_a_batch_of_data_frames(rest: RestClient, r_run: str) -> None:
    values = ["1", "NaN", "Infinity", "-Infinity"]
    body = {
        "run_id": r_run,
        "metrics": [
            {"key": f"m{number}", "value": value, "step": str(number), "timestamp": NOW}
            for number, value in enumerate(values)
        ],
        "params": [{"key": "p", "value": "1"}],
        "tags": [{"key": "t", "value": "2"}],
    }

    assert rest.post("runs/log-batch", body).status == 200

    metrics = {m["key"]: m["value"] for m in run_of(rest, r_run)["data"]["metrics"]}
    assert metrics == {
        "m0": 1.0,
        "m1": "NaN",
        "m2": 1.7976931348623157e308,
        "m3": -1.7976931348623157e308,
    }


def test_a_metrics_history(rest: RestClient, r_run: str) -> None:
    for step in ("0", "1", "2"):
        metric = {"key": "m", "value": step, "timestamp": NOW, "step": step}
        rest.post("runs/log-metric", both(r_run, **metric))

    points = rest.get("metrics/get-history", both(r_run, metric_key="m")).body["metrics"]

    assert [(point["step"], point["value"]) for point in points] == [(0, 0.0), (1, 1.0), (2, 2.0)]


def test_searches(rest: RestClient, r_experiment: str, r_run: str) -> None:
    runs = {"experiment_ids": [r_experiment], "run_view_type": "ACTIVE_ONLY", "order_by": []}
    named = {"filter": "attributes.user_id = 'rob'", **runs}
    experiments = {
        "filter": f"attribute.experiment_id = '{r_experiment}'",
        "max_results": "100",
        "order_by": [],
    }

    for body in (runs, named):
        found = rest.post("runs/search", body).body["runs"]
        assert [run["info"]["run_uuid"] for run in found] == [r_run]
    [found] = rest.post("experiments/search", experiments).body["experiments"]
    assert found["experiment_id"] == r_experiment


def test_lifecycle(rest: RestClient, r_experiment: str, r_run: str, unique) -> None:
    renamed = unique("renamed")

    sent = [
        ("runs/delete", {"run_id": r_run}),
        ("runs/restore", {"run_id": r_run}),
        ("experiments/update", {"experiment_id": r_experiment, "new_name": renamed}),
        (
            "experiments/set-experiment-tag",
            {"experiment_id": r_experiment, "key": "b", "value": "2"},
        ),
        ("experiments/delete", {"experiment_id": r_experiment}),
        ("experiments/restore", {"experiment_id": r_experiment}),
    ]

    assert [rest.post(path, body).status for path, body in sent] == [200] * len(sent)
    read = rest.get("experiments/get-by-name", {"experiment_name": renamed}).body["experiment"]
    assert read["lifecycle_stage"] == "active"
    assert {tag["key"]: tag["value"] for tag in read["tags"]} == {"a": "1", "b": "2"}


def test_artifacts_are_listed(rest: RestClient, client, r_run: str) -> None:
    client.log_text(r_run, "x", "model/a.txt")

    listed = rest.get("artifacts/list", both(r_run, path="model")).body

    assert listed["files"] == [{"path": "model/a.txt", "is_dir": False, "file_size": 1}]


def test_the_registry(rest: RestClient, r_run: str, unique) -> None:
    name = unique("r-model")
    source = run_of(rest, r_run)["info"]["artifact_uri"] + "/model"
    version = {"name": name, "version": "1"}

    rest.post("registered-models/create", {"name": name, "description": "first"})
    made = rest.post("model-versions/create", {"name": name, "source": source, "run_id": r_run})
    assert made.body["model_version"]["version"] == "1"
    rest.post("registered-models/alias", {**version, "alias": "champion"})
    by_alias = rest.get("registered-models/alias", {"name": name, "alias": "champion"}).body
    assert by_alias["model_version"]["source"] == source
    updated = rest.send("PATCH", "model-versions/update", json={**version, "description": "one"})
    assert updated.body["model_version"]["description"] == "one"
    stage = {**version, "stage": "Production"}
    moved = rest.post("model-versions/transition-stage", stage)
    assert moved.body["model_version"]["current_stage"] == "Production"
    latest = rest.get("registered-models/get-latest-versions", {"name": name}).body
    assert [v["version"] for v in latest["model_versions"]] == ["1"]
    assert rest.send("DELETE", "model-versions/delete", json=version).status == 200
    assert rest.send("DELETE", "registered-models/delete", json={"name": name}).status == 200
    assert rest.get("registered-models/get", {"name": name}).status == 404


@pytest.mark.runstream_only
def test_the_search_of_models_is_a_post(rest: RestClient, unique) -> None:
    """MLflow itself answers this with 405 since it made the route a GET."""
    name = unique("r-model")
    rest.post("registered-models/create", {"name": name})
    body = {"filter": f"name = '{name}'", "max_results": "100", "order_by": []}

    [found] = rest.post("registered-models/search", body).body["registered_models"]

    assert found["name"] == name
