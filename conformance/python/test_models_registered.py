"""Models registered while or after they are logged, and loaded by version and by alias."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import mlflow
import pytest
from mlflow import MlflowClient, MlflowException

from lines import log_line, predicted

Unique = Callable[[str], str]


def test_registering_while_logging(client: MlflowClient, experiment: str, unique: Unique) -> None:
    name = unique("registered")
    with mlflow.start_run() as run:
        first = log_line(registered_model_name=name)
        second = log_line(slope=3, registered_model_name=name)

    assert (first.registered_model_version, second.registered_model_version) == ("1", "2")
    version = client.get_model_version(name, "1")
    assert (version.run_id, version.source) == (
        run.info.run_id,
        f"models:/{first.model_id}",
    )
    assert version.status == "READY"
    assert predicted(f"models:/{name}/1") == 21
    assert predicted(f"models:/{name}/2") == 31
    assert predicted(f"models:/{name}/latest") == 31


def test_loading_by_alias_follows_the_alias(
    client: MlflowClient, experiment: str, unique: Unique
) -> None:
    name = unique("aliased")
    log_line(registered_model_name=name)
    log_line(slope=3, registered_model_name=name)

    client.set_registered_model_alias(name, "champion", "1")
    assert predicted(f"models:/{name}@champion") == 21
    client.set_registered_model_alias(name, "champion", "2")
    assert predicted(f"models:/{name}@champion") == 31
    client.delete_registered_model_alias(name, "champion")
    with pytest.raises(MlflowException, match="alias champion not found"):
        predicted(f"models:/{name}@champion")


def test_registering_afterwards(client: MlflowClient, experiment: str, unique: Unique) -> None:
    with mlflow.start_run() as run:
        info = log_line()
    name = unique("afterwards")

    by_model = mlflow.register_model(info.model_uri, name, tags={"from": "model"})
    by_run = mlflow.register_model(f"runs:/{run.info.run_id}/line", name)

    assert (by_model.version, by_run.version) == ("1", "2")
    assert (by_model.tags, by_run.run_id) == ({"from": "model"}, run.info.run_id)
    assert predicted(f"models:/{name}/1") == predicted(f"models:/{name}/2") == 21


def test_a_copied_version_has_the_same_files(
    client: MlflowClient, experiment: str, unique: Unique
) -> None:
    name, copy = unique("source"), unique("copy")
    log_line(registered_model_name=name)

    version = client.copy_model_version(f"models:/{name}/1", copy)

    assert (version.version, version.source) == ("1", f"models:/{name}/1")
    assert predicted(f"models:/{copy}/1") == 21


def test_registering_one_name_from_many_threads_numbers_without_gaps(
    client: MlflowClient, experiment: str, unique: Unique
) -> None:
    name = unique("contended")
    model_id = mlflow.create_external_model(name="one").model_id
    client.create_registered_model(name)
    barrier = threading.Barrier(4)

    def register(_: int) -> int:
        barrier.wait()
        made = client.create_model_version(name, f"models:/{model_id}", model_id=model_id)
        return int(made.version)

    with ThreadPoolExecutor(4) as pool:
        assert sorted(pool.map(register, range(4))) == [1, 2, 3, 4]
