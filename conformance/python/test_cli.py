"""The commands `mlflow experiments` and `mlflow runs`."""

from __future__ import annotations

import csv
import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from mlflow import MlflowClient
from mlflow.entities import Metric, Param

Cli = Callable[..., str]


@pytest.fixture
def cli(base_url: str) -> Cli:
    def call(*args: str, fails: bool = False) -> str:
        done = subprocess.run(
            ["mlflow", *args], env=os.environ, capture_output=True, text=True, timeout=120
        )
        assert (done.returncode != 0) == fails, done.stdout + done.stderr
        return done.stdout + (done.stderr if fails else "")

    return call


def test_experiments(
    cli: Cli, client: MlflowClient, unique: Callable[[str], str], tmp_path: Path
) -> None:
    name = unique("by-cli")

    assert "Created experiment" in cli("experiments", "create", "--experiment-name", name)
    experiment_id = client.get_experiment_by_name(name).experiment_id
    assert name in cli("experiments", "search", "--view", "active_only")

    renamed = unique("renamed-by-cli")
    cli("experiments", "rename", "--experiment-id", experiment_id, "--new-name", renamed)
    assert client.get_experiment(experiment_id).name == renamed

    found = json.loads(
        cli("experiments", "get", "--experiment-id", experiment_id, "--output", "json")
    )
    assert found["name"] == renamed

    cli("experiments", "delete", "--experiment-id", experiment_id)
    assert client.get_experiment(experiment_id).lifecycle_stage == "deleted"
    assert renamed in cli("experiments", "search", "--view", "deleted_only")

    cli("experiments", "restore", "--experiment-id", experiment_id)
    assert client.get_experiment(experiment_id).lifecycle_stage == "active"


def test_experiments_csv(
    cli: Cli, client: MlflowClient, experiment_id: str, tmp_path: Path
) -> None:
    for number in (1, 2):
        run = client.create_run(experiment_id, run_name=f"run {number}", start_time=number)
        client.log_batch(run.info.run_id, [Metric("m", number, 1, 0)], [Param("p", str(number))])
    file = tmp_path / "runs.csv"

    cli("experiments", "csv", "--experiment-id", experiment_id, "--filename", str(file))

    rows = list(csv.DictReader(file.open()))
    assert [row["tags.mlflow.runName"] for row in rows] == ["run 2", "run 1"]
    assert [(row["metrics.m"], row["params.p"]) for row in rows] == [("2.0", "2"), ("1.0", "1")]


def test_runs(cli: Cli, client: MlflowClient, experiment_id: str) -> None:
    cli("runs", "create", "--experiment-id", experiment_id, "--run-name", "by cli")
    [run] = client.search_runs([experiment_id])
    run_id = run.info.run_id
    assert run.info.run_name == "by cli"

    listed = cli("runs", "list", "--experiment-id", experiment_id)
    assert run_id in listed and "by cli" in listed

    described = json.loads(cli("runs", "describe", "--run-id", run_id))
    assert described["info"]["run_id"] == run_id
    assert described["info"]["experiment_id"] == experiment_id

    cli("runs", "delete", "--run-id", run_id)
    assert client.get_run(run_id).info.lifecycle_stage == "deleted"
    assert run_id in cli("runs", "list", "--experiment-id", experiment_id, "--view", "deleted_only")

    cli("runs", "restore", "--run-id", run_id)
    assert client.get_run(run_id).info.lifecycle_stage == "active"


def test_an_unknown_run_fails_with_the_servers_message(cli: Cli) -> None:
    assert "Run with id=nobody not found" in cli(
        "runs", "describe", "--run-id", "nobody", fails=True
    )
