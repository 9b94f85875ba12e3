"""Logging that returns before the server has answered."""

from __future__ import annotations

from collections.abc import Callable

import mlflow
import pytest
from mlflow import MlflowClient

from reading import history

pytestmark = pytest.mark.usefixtures("experiment")


def test_synchronous_false(client: MlflowClient) -> None:
    with mlflow.start_run() as run:
        pending = [
            mlflow.log_metric("m", float(step), step=step, timestamp=step + 1, synchronous=False)
            for step in range(200)
        ]
        pending.append(mlflow.log_params({"p": 1, "q": 2}, synchronous=False))
        pending.append(mlflow.set_tags({"t": "x"}, synchronous=False))
        for operation in pending:
            operation.wait()

        data = client.get_run(run.info.run_id).data
        assert data.metrics == {"m": 199.0}
        assert data.params == {"p": "1", "q": "2"}
        assert data.tags["t"] == "x"
        assert history(client, run.info.run_id, "m") == [(i, i + 1, float(i)) for i in range(200)]


def test_flush_when_the_run_ends(client: MlflowClient) -> None:
    with mlflow.start_run() as run:
        for step in range(50):
            mlflow.log_metrics({"a": step, "b": -step}, step=step, timestamp=1, synchronous=False)
    mlflow.flush_async_logging()

    assert len(client.get_metric_history(run.info.run_id, "a")) == 50
    assert client.get_run(run.info.run_id).data.metrics == {"a": 49, "b": -49}


ENABLED = """
import mlflow, sys
with mlflow.start_run(experiment_id=sys.argv[1]) as run:
    for step in range(100):
        mlflow.log_metric("m", step, step=step, timestamp=step + 1)
    mlflow.log_param("p", "v")
    mlflow.set_tag("t", "v")
mlflow.flush_async_logging()
print("run", run.info.run_id)
"""


def test_async_logging_enabled_by_environment(
    client: MlflowClient, experiment: str, fresh_python: Callable[..., str]
) -> None:
    output = fresh_python(ENABLED, experiment, MLFLOW_ENABLE_ASYNC_LOGGING="true")

    run_id = output.split("run ")[-1].split()[0]
    data = client.get_run(run_id).data
    assert len(client.get_metric_history(run_id, "m")) == 100
    assert (data.metrics, data.params, data.tags["t"]) == ({"m": 99.0}, {"p": "v"}, "v")


def test_a_refused_param_is_reported_by_wait(client: MlflowClient) -> None:
    with mlflow.start_run() as run:
        mlflow.log_param("p", 1)
        operation = mlflow.log_params({"p": 2}, synchronous=False)

        with pytest.raises(Exception, match="Changing param values is not allowed"):
            operation.wait()

    assert client.get_run(run.info.run_id).data.params == {"p": "1"}
