"""What tests read back, in a shape that is easy to compare."""

from __future__ import annotations

from collections.abc import Iterable

from mlflow import MlflowClient
from mlflow.entities import Run


def history(client: MlflowClient, run_id: str, key: str) -> list[tuple[int, int, float]]:
    """A metric's points as (step, timestamp, value), in the order the server gives."""
    return [(m.step, m.timestamp, m.value) for m in client.get_metric_history(run_id, key)]


def names(runs: Iterable[Run]) -> list[str]:
    return [run.info.run_name for run in runs]
