"""Registering versions of a model, and being refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from mlflow import MlflowClient, MlflowException
from mlflow.entities.model_registry import ModelVersion


def register_version(
    client: MlflowClient, name: str, experiment_id: str, **options: Any
) -> ModelVersion:
    """Registers one more version of a model, from a run of its own with one file."""
    run = client.create_run(experiment_id)
    client.log_text(run.info.run_id, "weights", "m/weights.txt")
    source = f"{run.info.artifact_uri}/m"
    return client.create_model_version(name, source, run.info.run_id, **options)


def refused(error_code: str, call: Callable[..., object], *args: object) -> str:
    """The message with which a call is refused."""
    with pytest.raises(MlflowException) as raised:
        call(*args)
    assert raised.value.error_code == error_code
    return raised.value.message
