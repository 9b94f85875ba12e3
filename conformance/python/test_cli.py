"""The commands `mlflow experiments`, `mlflow runs` and `mlflow artifacts`."""

from __future__ import annotations

import csv
import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from mlflow import MlflowClient
from mlflow.cli import cli as mlflow_command
from mlflow.entities import Metric, Param

from reading import listing, read_files, write_files

Cli = Callable[..., str]


@pytest.fixture
def cli(base_url: str) -> Cli:
    """Runs a command inside of this process: one of its own takes seconds to import MLflow."""

    def call(*args: str) -> str:
        done = CliRunner().invoke(mlflow_command, args)
        assert done.exit_code == 0, done.output + str(done.exception)
        return done.stdout

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


def test_a_command_of_its_own_process(base_url: str, run_id: str) -> None:
    def describe(what: str) -> subprocess.CompletedProcess[str]:
        command = ["mlflow", "runs", "describe", "--run-id", what]
        return subprocess.run(command, capture_output=True, text=True, timeout=120)

    described, refused = describe(run_id), describe("nobody")

    assert json.loads(described.stdout)["info"]["run_id"] == run_id
    assert refused.returncode != 0
    assert "Run with id=nobody not found" in refused.stderr


def test_artifacts(cli: Cli, client: MlflowClient, run_id: str, tmp_path: Path) -> None:
    source = write_files(tmp_path / "source", {"a b.txt": b"A", "sub/ü.txt": b"UU"})
    where = ("--run-id", run_id)

    cli("artifacts", "log-artifact", *where, "--local-file", str(source / "a b.txt"))
    cli("artifacts", "log-artifacts", *where, "--local-dir", str(source), "--artifact-path", "all")

    assert listing(client, run_id) == [("a b.txt", 1), ("all", None)]
    listed = json.loads(cli("artifacts", "list", *where, "--artifact-path", "all"))
    assert [(f["path"], f["is_dir"]) for f in listed] == [
        ("all/a b.txt", False),
        ("all/sub", True),
    ]

    to = ("--dst-path", str(tmp_path))
    cli("artifacts", "download", *where, "--artifact-path", "all", *to)
    assert read_files(tmp_path / "all") == {"a b.txt": b"A", "sub/ü.txt": b"UU"}
    cli("artifacts", "download", "--artifact-uri", f"runs:/{run_id}/all/sub/ü.txt", *to)
    assert (tmp_path / "ü.txt").read_bytes() == b"UU"
