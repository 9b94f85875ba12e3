"""System metrics, logged from a thread of the client beside the training code's own."""

from __future__ import annotations

import time

import mlflow
import pytest
from mlflow import MlflowClient

pytestmark = pytest.mark.usefixtures("experiment")


def test_system_metrics(client: MlflowClient) -> None:
    mlflow.set_system_metrics_sampling_interval(0.2)
    mlflow.set_system_metrics_samples_before_logging(1)
    try:
        with mlflow.start_run(log_system_metrics=True) as run:
            for step in range(10):
                mlflow.log_metric("loss", 1.0 / (step + 1), step=step)
                time.sleep(0.15)
    finally:
        mlflow.set_system_metrics_sampling_interval(None)
        mlflow.set_system_metrics_samples_before_logging(None)

    metrics = client.get_run(run.info.run_id).data.metrics
    assert metrics["loss"] == pytest.approx(0.1)
    assert metrics["system/system_memory_usage_megabytes"] > 0
    assert 0 <= metrics["system/cpu_utilization_percentage"] <= 100
    points = client.get_metric_history(run.info.run_id, "system/cpu_utilization_percentage")
    assert [point.step for point in points] == list(range(len(points)))
    assert len(points) >= 2
