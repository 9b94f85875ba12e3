"""What the pages show: an experiment with runs, logged by the official client as a user would."""

from __future__ import annotations

import math
import time
import uuid
from dataclasses import dataclass

import mlflow
import pandas
from mlflow import MlflowClient
from mlflow.entities import Metric
from PIL import Image

LONG_SERIES = 100_000
POINTS_PER_BATCH = 1_000


@dataclass(frozen=True)
class Seed:
    experiment_id: str
    experiment_name: str
    runs: dict[str, str]
    """Run ids by run names."""


class Echo(mlflow.pyfunc.PythonModel):
    def predict(self, context, model_input, params=None):
        return model_input


def seed() -> Seed:
    name = f"digits-{uuid.uuid4().hex[:8]}"
    experiment_id = mlflow.set_experiment(name).experiment_id
    MlflowClient().set_experiment_tag(experiment_id, "mlflow.note.content", "What was tried with **digits**")
    runs = {run: _log_run(run, index) for index, run in enumerate(["amber", "birch", "cedar", "delta"])}
    return Seed(experiment_id, name, runs)


def log_model(seeded: Seed) -> str:
    """Logs a model in a run of its own and registers it; its registered name."""
    registered = f"echo-{seeded.experiment_name}"
    with mlflow.start_run(experiment_id=seeded.experiment_id, run_name="with model"):
        model = mlflow.pyfunc.log_model(
            name="echo", python_model=Echo(), registered_model_name=registered, pip_requirements=[]
        )
        mlflow.log_metric("accuracy", 0.875, step=1, model_id=model.model_id)
    return registered


def _log_run(name: str, index: int) -> str:
    with mlflow.start_run(run_name=name) as run:
        mlflow.log_params({"rate": 0.01 * (index + 1), "optimizer": "adam" if index % 2 else "sgd"})
        mlflow.set_tags({"stage": "sketch", "mlflow.note.content": f"Run *{name}* of four"})
        for step in range(20):
            mlflow.log_metrics({"loss": 1 / (step + 1 + index), "accuracy": 1 - 1 / (step + 2 + index)}, step=step)
            mlflow.log_metric("system/cpu_utilization_percentage", 30.0 + step, step=step)
        if index == 0:
            _log_long_series(run.info.run_id)
            mlflow.log_input(mlflow.data.from_pandas(pandas.DataFrame({"x": [1, 2]}), name="train"), context="training")
    return run.info.run_id


def log_artifacts(run_id: str) -> None:
    with mlflow.start_run(run_id=run_id):
        mlflow.log_text("The quick brown fox", "notes/fox.txt")
        mlflow.log_image(Image.new("RGB", (64, 48), (200, 30, 30)), "pictures/red square.png")
        mlflow.log_table({"question": ["what?", "who?"], "answer": ["a cat", "a dog"]}, "answers.json")


def _log_long_series(run_id: str) -> None:
    client = MlflowClient()
    now = int(time.time() * 1000)
    for start in range(0, LONG_SERIES, POINTS_PER_BATCH):
        points = range(start, start + POINTS_PER_BATCH)
        client.log_batch(run_id, metrics=[Metric("wave", math.sin(i / 5_000), now + i, i) for i in points])
