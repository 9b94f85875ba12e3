"""Experiments: create, set, get, rename, tag, delete, restore."""

from __future__ import annotations

from collections.abc import Callable

import mlflow
import pytest
from mlflow import MlflowClient, MlflowException

Unique = Callable[[str], str]


def test_tracking_uri_is_the_one_set(base_url: str) -> None:
    mlflow.set_tracking_uri(base_url)

    assert mlflow.get_tracking_uri() == base_url
    assert mlflow.is_tracking_uri_set()


def test_default_experiment_exists(client: MlflowClient) -> None:
    default = client.get_experiment("0")

    assert default.experiment_id == "0"
    assert default.name == "Default"


def test_create_experiment_with_tags(client: MlflowClient, unique: Unique) -> None:
    name = unique("created")

    experiment_id = mlflow.create_experiment(name, tags={"team": "vision", "empty": ""})

    experiment = mlflow.get_experiment(experiment_id)
    assert experiment.name == name
    assert experiment.tags == {"team": "vision", "empty": ""}
    assert experiment.lifecycle_stage == "active"
    assert experiment.artifact_location == f"mlflow-artifacts:/{experiment_id}"
    assert experiment.creation_time == experiment.last_update_time
    assert client.get_experiment_by_name(name).experiment_id == experiment_id


def test_create_experiment_with_an_artifact_location(unique: Unique) -> None:
    experiment_id = mlflow.create_experiment(unique("located"), "s3://bucket/some/where")

    assert mlflow.get_experiment(experiment_id).artifact_location == "s3://bucket/some/where"
    with mlflow.start_run(experiment_id=experiment_id) as run:
        expected = f"s3://bucket/some/where/{run.info.run_id}/artifacts"
        assert run.info.artifact_uri == expected


@pytest.mark.parametrize(
    "form", ["{}/with/slashes", "  {} in blanks ", "{} Größe 日本 😀", "{}'\";--"]
)
def test_names_are_kept_as_they_are(form: str, unique: Unique) -> None:
    name = form.format(unique("odd"))

    experiment_id = mlflow.create_experiment(name)

    assert mlflow.get_experiment(experiment_id).name == name
    assert mlflow.get_experiment_by_name(name).experiment_id == experiment_id


def test_a_taken_name_is_refused(unique: Unique) -> None:
    name = unique("taken")
    mlflow.create_experiment(name)

    with pytest.raises(MlflowException) as refused:
        mlflow.create_experiment(name)

    assert refused.value.error_code == "RESOURCE_ALREADY_EXISTS"
    assert f"Experiment(name={name}) already exists." in refused.value.message


def test_set_experiment_creates_by_name_and_finds_it_again(unique: Unique) -> None:
    name = unique("set")

    created = mlflow.set_experiment(name)
    found = mlflow.set_experiment(name)

    assert created.experiment_id == found.experiment_id
    with mlflow.start_run() as run:
        assert run.info.experiment_id == created.experiment_id


def test_set_experiment_by_id(experiment_id: str) -> None:
    mlflow.set_experiment(experiment_id=experiment_id)

    with mlflow.start_run() as run:
        assert run.info.experiment_id == experiment_id


def test_set_experiment_of_an_unknown_id_is_refused() -> None:
    with pytest.raises(MlflowException, match="No Experiment with id=987654321 exists") as refused:
        mlflow.set_experiment(experiment_id="987654321")

    assert refused.value.error_code == "RESOURCE_DOES_NOT_EXIST"


def test_set_experiment_of_a_deleted_one_is_refused(unique: Unique) -> None:
    name = unique("deleted")
    mlflow.delete_experiment(mlflow.create_experiment(name))

    with pytest.raises(MlflowException, match="deleted"):
        mlflow.set_experiment(name)


def test_environment_names_the_experiment(
    unique: Unique, fresh_python: Callable[..., str], experiment_id: str
) -> None:
    script = "import mlflow\nwith mlflow.start_run() as r: print(r.info.experiment_id)"
    name = unique("from-environment")

    by_name = fresh_python(script, MLFLOW_EXPERIMENT_NAME=name).split()
    by_id = fresh_python(script, MLFLOW_EXPERIMENT_ID=experiment_id).split()

    assert mlflow.get_experiment_by_name(name).experiment_id in by_name
    assert experiment_id in by_id


def test_rename_moves_the_update_time(client: MlflowClient, unique: Unique) -> None:
    experiment_id = client.create_experiment(unique("before"))
    created = client.get_experiment(experiment_id)
    after = unique("after")

    client.rename_experiment(experiment_id, after)

    renamed = client.get_experiment(experiment_id)
    assert renamed.name == after
    assert renamed.creation_time == created.creation_time
    assert renamed.last_update_time >= created.last_update_time
    assert client.get_experiment_by_name(created.name) is None


def test_rename_to_a_taken_name_is_refused(client: MlflowClient, unique: Unique) -> None:
    taken = unique("taken")
    client.create_experiment(taken)
    experiment_id = client.create_experiment(unique("other"))

    with pytest.raises(MlflowException) as refused:
        client.rename_experiment(experiment_id, taken)

    assert refused.value.error_code == "BAD_REQUEST"


def test_experiment_tags(client: MlflowClient, experiment_id: str) -> None:
    before = client.get_experiment(experiment_id)

    client.set_experiment_tag(experiment_id, "stage", "draft")
    client.set_experiment_tag(experiment_id, "stage", "final")
    client.set_experiment_tag(experiment_id, "mlflow.note.content", "**a note**")
    client.set_experiment_tag(experiment_id, "gone", "soon")
    client.delete_experiment_tag(experiment_id, "gone")

    after = client.get_experiment(experiment_id)
    assert after.tags == {"stage": "final", "mlflow.note.content": "**a note**"}
    assert after.last_update_time == before.last_update_time


def test_fluent_experiment_tags(experiment: str) -> None:
    mlflow.set_experiment_tag("one", 1)
    mlflow.set_experiment_tags({"two": 2, "three": "3"})

    assert mlflow.get_experiment(experiment).tags == {"one": "1", "two": "2", "three": "3"}


def test_deleting_an_unknown_experiment_tag_is_refused(
    client: MlflowClient, experiment_id: str
) -> None:
    message = f"No tag with name: nope in experiment with id {experiment_id}"

    with pytest.raises(MlflowException, match=message) as refused:
        client.delete_experiment_tag(experiment_id, "nope")

    assert refused.value.error_code == "RESOURCE_DOES_NOT_EXIST"


def test_delete_and_restore_take_the_runs_along(client: MlflowClient, experiment_id: str) -> None:
    run_ids = {client.create_run(experiment_id).info.run_id for _ in range(3)}

    client.delete_experiment(experiment_id)

    assert client.get_experiment(experiment_id).lifecycle_stage == "deleted"
    assert {client.get_run(r).info.lifecycle_stage for r in run_ids} == {"deleted"}
    assert client.search_runs([experiment_id]) == []

    client.restore_experiment(experiment_id)

    assert client.get_experiment(experiment_id).lifecycle_stage == "active"
    assert {r.info.run_id for r in client.search_runs([experiment_id])} == run_ids


def test_a_deleted_experiment_keeps_its_name(client: MlflowClient, unique: Unique) -> None:
    name = unique("kept")
    experiment_id = client.create_experiment(name)
    client.delete_experiment(experiment_id)

    with pytest.raises(MlflowException) as refused:
        client.create_experiment(name)

    assert refused.value.error_code == "RESOURCE_ALREADY_EXISTS"
    assert client.get_experiment_by_name(name).lifecycle_stage == "deleted"


def test_no_run_starts_in_a_deleted_experiment(client: MlflowClient, experiment_id: str) -> None:
    client.delete_experiment(experiment_id)
    message = (
        f"The experiment {experiment_id} must be in the 'active' state. "
        "Current state is deleted."
    )

    with pytest.raises(MlflowException, match=message) as refused:
        client.create_run(experiment_id)

    assert refused.value.error_code == "INVALID_PARAMETER_VALUE"


@pytest.mark.parametrize("call", ["delete_experiment", "restore_experiment"])
def test_lifecycle_of_an_unknown_experiment_is_refused(client: MlflowClient, call: str) -> None:
    with pytest.raises(MlflowException, match="No Experiment with id=987654321 exists") as refused:
        getattr(client, call)("987654321")

    assert refused.value.error_code == "RESOURCE_DOES_NOT_EXIST"


def test_unknown_name_is_none_and_unknown_id_raises(client: MlflowClient, unique: Unique) -> None:
    assert client.get_experiment_by_name(unique("nobody")) is None
    with pytest.raises(MlflowException, match="No Experiment with id=987654321 exists"):
        client.get_experiment("987654321")
