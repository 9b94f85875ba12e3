"""The exact shape of answers."""

from __future__ import annotations

import re
from typing import Any

from rest import AJAX, RestClient

DATASETS = [
    {
        "tags": [{"key": "mlflow.data.context", "value": "train"}],
        "dataset": {
            "name": "ds",
            "digest": "d1",
            "source_type": "local",
            "source": '{"uri":"/x"}',
            "schema": "{}",
            "profile": '{"n":1}',
        },
    },
    {"dataset": {"name": "ds2", "digest": "d2", "source_type": "local", "source": "s"}},
]


def by_key(entries: list[dict[str, Any]]) -> dict[str, Any]:
    return {entry["key"]: entry for entry in entries}


def test_create_run_with_nothing_but_an_experiment(rest: RestClient, experiment_id: str) -> None:
    run = rest.post("runs/create", {"experiment_id": experiment_id}).body["run"]

    run_id = run["info"]["run_id"]
    name = run["info"]["run_name"]
    assert re.fullmatch("[0-9a-f]{32}", run_id)
    assert run == {
        "info": {
            "run_uuid": run_id,
            "experiment_id": experiment_id,
            "run_name": name,
            "user_id": "",
            "status": "RUNNING",
            "start_time": 0,
            "artifact_uri": f"mlflow-artifacts:/{experiment_id}/{run_id}/artifacts",
            "lifecycle_stage": "active",
            "run_id": run_id,
        },
        "data": {"tags": [{"key": "mlflow.runName", "value": name}]},
        "inputs": {},
    }


def test_create_run_with_everything(rest: RestClient, experiment_id: str) -> None:
    tags = [{"key": "z", "value": "1"}, {"key": "empty", "value": ""}, {"key": "none"}]
    body = {
        "experiment_id": experiment_id,
        "user_id": "bob",
        "run_name": "named",
        "start_time": 123,
        "tags": tags,
    }

    run = rest.post("runs/create", body).body["run"]

    info = run["info"]
    assert (info["user_id"], info["run_name"], info["start_time"]) == ("bob", "named", 123)
    assert by_key(run["data"]["tags"]) == {
        "z": {"key": "z", "value": "1"},
        "empty": {"key": "empty", "value": ""},
        "none": {"key": "none", "value": ""},
        "mlflow.runName": {"key": "mlflow.runName", "value": "named"},
    }


def test_get_run_with_everything(rest: RestClient, run_id: str, experiment_id: str) -> None:
    batch = {
        "run_id": run_id,
        "metrics": [
            {"key": "a", "value": 1.5, "timestamp": 5},
            {"key": "b", "value": "NaN", "timestamp": 6, "step": -2},
        ],
        "params": [{"key": "p", "value": "1"}, {"key": "none"}],
        "tags": [{"key": "t", "value": "v"}],
    }
    assert rest.post("runs/log-batch", batch).text == "{}"
    assert rest.post("runs/log-inputs", {"run_id": run_id, "datasets": DATASETS}).text == "{}"

    run = rest.get(f"runs/get?run_id={run_id}").body["run"]

    assert list(run) == ["info", "data", "inputs", "outputs"]
    assert by_key(run["data"]["metrics"]) == {
        "a": {"key": "a", "value": 1.5, "timestamp": 5, "step": 0},
        "b": {"key": "b", "value": "NaN", "timestamp": 6, "step": -2},
    }
    assert by_key(run["data"]["params"]) == {
        "p": {"key": "p", "value": "1"},
        "none": {"key": "none", "value": ""},
    }
    assert by_key(run["data"]["tags"])["t"] == {"key": "t", "value": "v"}
    inputs = sorted(run["inputs"]["dataset_inputs"], key=lambda i: i["dataset"]["name"])
    assert inputs == DATASETS
    assert run["outputs"] == {}
    body = {"experiment_ids": [experiment_id]}
    [found] = rest.post("runs/search", body).body["runs"]
    assert found["info"] == run["info"]
    assert by_key(found["data"]["metrics"]) == by_key(run["data"]["metrics"])


def test_get_run_with_nothing(rest: RestClient, run_id: str) -> None:
    run = rest.get(f"runs/get?run_id={run_id}").body["run"]

    assert list(run["data"]) == ["tags"]
    assert (run["inputs"], run["outputs"]) == ({}, {})


def test_update_run(rest: RestClient, run_id: str, experiment_id: str) -> None:
    def update(**fields: Any) -> dict[str, Any]:
        return rest.post("runs/update", {"run_id": run_id, **fields}).body["run_info"]

    finished = update(status="FINISHED", end_time=999, run_name="renamed")
    assert list(finished) == [
        "run_uuid",
        "experiment_id",
        "run_name",
        "user_id",
        "status",
        "start_time",
        "end_time",
        "artifact_uri",
        "lifecycle_stage",
        "run_id",
    ]
    assert (finished["status"], finished["end_time"], finished["run_name"]) == (
        "FINISHED",
        999,
        "renamed",
    )
    assert update() == finished
    assert update(run_name="") == finished
    assert update(end_time=5) == {**finished, "end_time": 5}
    assert update(status="RUNNING")["end_time"] == 5


def test_run_outputs(rest: RestClient, run_id: str) -> None:
    models = [{"model_id": "m-1", "step": 3}, {"model_id": "m-2"}]

    assert rest.post("runs/outputs", {"run_id": run_id, "models": models}).text == "{}"

    run = rest.get(f"runs/get?run_id={run_id}").body["run"]
    assert sorted(run["outputs"]["model_outputs"], key=lambda o: o["model_id"]) == [
        {"model_id": "m-1", "step": 3},
        {"model_id": "m-2", "step": 0},
    ]


def test_experiment(rest: RestClient, unique) -> None:
    name = unique("shape")
    tags = [{"key": "a", "value": "1"}, {"key": "none"}]
    created = rest.post("experiments/create", {"name": name, "tags": tags}).body
    experiment_id = created["experiment_id"]

    experiment = rest.get(f"experiments/get?experiment_id={experiment_id}").body["experiment"]

    assert created == {"experiment_id": experiment_id}
    assert list(experiment) == [
        "experiment_id",
        "name",
        "artifact_location",
        "lifecycle_stage",
        "last_update_time",
        "creation_time",
        "tags",
        "workspace",
    ]
    assert experiment["workspace"] == "default"
    assert by_key(experiment["tags"]) == {
        "a": {"key": "a", "value": "1"},
        "none": {"key": "none", "value": ""},
    }
    found = rest.post("experiments/search", {"max_results": 2, "filter": f"name = '{name}'"}).body
    assert found == {"experiments": [experiment]}
    by_get = rest.get("experiments/search", {"max_results": 2, "filter": f"name = '{name}'"})
    assert by_get.body == found


def test_history(rest: RestClient, run_id: str) -> None:
    points = [(1, 10, 2), (2, 5, 1), (3, 10, 1), ("NaN", 10, 1), ("Infinity", 7, 0), (0.5, 20, -3)]
    metrics = [{"key": "m", "value": v, "timestamp": t, "step": s} for v, t, s in points]
    rest.post("runs/log-batch", {"run_id": run_id, "metrics": metrics})

    history = rest.get(f"metrics/get-history?run_id={run_id}&metric_key=m").body
    interval = rest.get(f"metrics/get-history-bulk-interval?run_ids={run_id}&metric_key=m").body
    bulk = rest.get(f"{AJAX}/metrics/get-history-bulk?run_id={run_id}&metric_key=m").body

    assert history == {
        "metrics": [
            {"key": "m", "value": 2.0, "timestamp": 5, "step": 1},
            {"key": "m", "value": 1.7976931348623157e308, "timestamp": 7, "step": 0},
            {"key": "m", "value": "NaN", "timestamp": 10, "step": 1},
            {"key": "m", "value": 3.0, "timestamp": 10, "step": 1},
            {"key": "m", "value": 1.0, "timestamp": 10, "step": 2},
            {"key": "m", "value": 0.5, "timestamp": 20, "step": -3},
        ]
    }
    assert [(p["step"], p["timestamp"]) for p in interval["metrics"]] == [
        (-3, 20),
        (0, 7),
        (1, 5),
        (1, 10),
        (1, 10),
        (2, 10),
    ]
    assert interval["metrics"][0] == {
        "key": "m",
        "value": 0.5,
        "timestamp": 20,
        "step": -3,
        "run_id": run_id,
    }
    assert [(p["timestamp"], p["step"]) for p in bulk["metrics"]] == [
        (p["timestamp"], p["step"]) for p in history["metrics"]
    ]


def test_history_of_nothing(rest: RestClient, run_id: str) -> None:
    assert rest.get("metrics/get-history?run_id=nobody&metric_key=m").text == "{}"
    assert rest.get(f"metrics/get-history?run_id={run_id}&metric_key=none").text == "{}"
    interval = "metrics/get-history-bulk-interval?run_ids=nobody&metric_key=m"
    assert rest.get(interval).text == "{}"
    bulk = f"{AJAX}/metrics/get-history-bulk?run_id=nobody&metric_key=m"
    assert rest.get(bulk).body == {"metrics": []}
