"""The model registry through MlflowClient: models, versions, aliases, tags, stages."""

from __future__ import annotations

from collections.abc import Callable

import mlflow
import pytest
from mlflow import MlflowClient
from mlflow.entities.model_registry import ModelVersion

from reading import listing
from registering import refused, register_version

Unique = Callable[[str], str]


@pytest.fixture
def name(client: MlflowClient, unique: Unique) -> str:
    """A registered model without versions."""
    return client.create_registered_model(unique("model")).name


@pytest.fixture
def version(client: MlflowClient, name: str, experiment_id: str) -> Callable[..., ModelVersion]:
    """Registers one more version of the model."""
    return lambda **options: register_version(client, name, experiment_id, **options)


def test_a_registered_model(client: MlflowClient, unique: Unique) -> None:
    name = unique("Größe 1.0")

    made = client.create_registered_model(name, {"team": "vision", "empty": ""}, "what **it** is")
    read = client.get_registered_model(name)

    assert (read.name, read.description) == (name, "what **it** is")
    assert read.tags == made.tags == {"team": "vision", "empty": ""}
    assert read.creation_timestamp == read.last_updated_timestamp
    assert (read.latest_versions, read.aliases) == ([], {})


def test_a_taken_name_is_refused(client: MlflowClient, name: str) -> None:
    message = refused("RESOURCE_ALREADY_EXISTS", client.create_registered_model, name)

    assert f"Registered Model (name={name}) already exists" in message


@pytest.mark.parametrize("illegal", ["", "a/b", "a:b"])
def test_illegal_names_are_refused(client: MlflowClient, illegal: str) -> None:
    refused("INVALID_PARAMETER_VALUE", client.create_registered_model, illegal)


def test_unknown_models_are_refused(client: MlflowClient, unique: Unique) -> None:
    nobody = unique("nobody")
    expected = f"Registered Model with name={nobody} not found"

    for call in (client.get_registered_model, client.delete_registered_model):
        assert expected in refused("RESOURCE_DOES_NOT_EXIST", call, nobody)
    rename = client.rename_registered_model
    assert expected in refused("RESOURCE_DOES_NOT_EXIST", rename, nobody, unique("new"))


def test_renaming_takes_the_versions_along(
    client: MlflowClient, name: str, version, unique: Unique
) -> None:
    version()
    client.set_registered_model_alias(name, "champion", "1")
    after = unique("renamed")

    client.rename_registered_model(name, after)

    assert client.get_model_version(after, "1").name == after
    assert client.get_model_version_by_alias(after, "champion").version == "1"
    refused("RESOURCE_DOES_NOT_EXIST", client.get_registered_model, name)
    assert client.create_registered_model(name).latest_versions == []


def test_renaming_to_a_taken_name_is_refused(
    client: MlflowClient, name: str, unique: Unique
) -> None:
    taken = client.create_registered_model(unique("taken")).name

    refused("RESOURCE_ALREADY_EXISTS", client.rename_registered_model, name, taken)


def test_the_description_changes(client: MlflowClient, name: str) -> None:
    before = client.get_registered_model(name)

    client.update_registered_model(name, "new words")

    after = client.get_registered_model(name)
    assert after.description == "new words"
    assert after.last_updated_timestamp >= before.last_updated_timestamp


def test_a_deleted_model_frees_its_name(client: MlflowClient, name: str, version) -> None:
    version()

    client.delete_registered_model(name)

    refused("RESOURCE_DOES_NOT_EXIST", client.get_registered_model, name)
    refused("RESOURCE_DOES_NOT_EXIST", client.get_model_version, name, "1")
    client.create_registered_model(name)
    assert version().version == "1"


def test_tags_of_a_model(client: MlflowClient, name: str) -> None:
    client.set_registered_model_tag(name, "a", "1")
    client.set_registered_model_tag(name, "a", "2")
    client.set_registered_model_tag(name, "b", "3")
    client.delete_registered_model_tag(name, "b")
    client.delete_registered_model_tag(name, "never-was")

    assert client.get_registered_model(name).tags == {"a": "2"}


def test_versions_count_up_and_are_ready(client: MlflowClient, name: str, version) -> None:
    first = version(description="the first", tags={"a": "1"})
    second = version()

    assert (first.version, second.version) == ("1", "2")
    read = client.get_model_version(name, "1")
    assert (read.name, read.version, read.status) == (name, "1", "READY")
    assert (read.description, read.tags) == ("the first", {"a": "1"})
    assert (read.run_id, read.source) == (first.run_id, first.source)
    assert (read.current_stage, read.aliases) == ("None", [])
    assert [v.version for v in client.get_registered_model(name).latest_versions] == ["2"]


def test_numbers_of_deleted_versions_are_not_used_again(
    client: MlflowClient, name: str, version
) -> None:
    version(), version(), version()

    client.delete_model_version(name, "2")

    assert version().version == "4"
    refused("RESOURCE_DOES_NOT_EXIST", client.get_model_version, name, "2")


def test_unknown_versions_are_refused(client: MlflowClient, name: str) -> None:
    message = f"Model Version (name={name}, version=7) not found"

    for call in (client.get_model_version, client.delete_model_version):
        assert message in refused("RESOURCE_DOES_NOT_EXIST", call, name, "7")
    tag = client.set_model_version_tag
    assert message in refused("RESOURCE_DOES_NOT_EXIST", tag, name, "7", "a", "1")


def test_a_version_of_an_unknown_model_is_refused(client: MlflowClient, run) -> None:
    source = f"{run.info.artifact_uri}/m"

    refused(
        "RESOURCE_DOES_NOT_EXIST", client.create_model_version, "nobody", source, run.info.run_id
    )


def test_the_description_and_tags_of_a_version(client: MlflowClient, name: str, version) -> None:
    version(tags={"gone": "1"})

    client.update_model_version(name, "1", "new words")
    client.set_model_version_tag(name, "1", "kept", "ü")
    client.delete_model_version_tag(name, "1", "gone")

    read = client.get_model_version(name, "1")
    assert (read.description, read.tags) == ("new words", {"kept": "ü"})


def test_the_latest_version_of_a_model_can_be_tagged_by_stage(
    client: MlflowClient, name: str, version
) -> None:
    version()
    client.transition_model_version_stage(name, "1", "Staging")

    client.set_model_version_tag(name, key="a", value="1", stage="Staging")

    assert client.get_model_version(name, "1").tags == {"a": "1"}


def test_aliases(client: MlflowClient, name: str, version) -> None:
    version(), version()

    client.set_registered_model_alias(name, "champion", "1")
    client.set_registered_model_alias(name, "challenger", "2")
    client.set_registered_model_alias(name, "champion", "2")

    assert client.get_registered_model(name).aliases == {"champion": "2", "challenger": "2"}
    assert sorted(client.get_model_version(name, "2").aliases) == ["challenger", "champion"]
    assert client.get_model_version(name, "1").aliases == []
    assert client.get_model_version_by_alias(name, "champion").version == "2"
    client.delete_registered_model_alias(name, "champion")
    client.delete_registered_model_alias(name, "never-was")
    assert client.get_registered_model(name).aliases == {"challenger": "2"}


def test_an_alias_goes_with_its_version(client: MlflowClient, name: str, version) -> None:
    version()
    client.set_registered_model_alias(name, "champion", "1")

    client.delete_model_version(name, "1")

    assert client.get_registered_model(name).aliases == {}


@pytest.mark.parametrize("alias", ["latest", "v1", "a b", ""])
def test_illegal_aliases_are_refused(client: MlflowClient, name: str, version, alias: str) -> None:
    version()

    refused("INVALID_PARAMETER_VALUE", client.set_registered_model_alias, name, alias, "1")


def test_an_unknown_alias_is_refused(client: MlflowClient, name: str) -> None:
    message = refused("INVALID_PARAMETER_VALUE", client.get_model_version_by_alias, name, "nobody")

    assert "Registered model alias nobody not found." in message


def test_stages(client: MlflowClient, name: str, version) -> None:
    version(), version(), version()

    client.transition_model_version_stage(name, "1", "Production")
    client.transition_model_version_stage(name, "2", "staging")
    assert client.get_model_version(name, "2").current_stage == "Staging"
    client.transition_model_version_stage(name, "2", "Production", archive_existing_versions=True)

    stages = {v: client.get_model_version(name, v).current_stage for v in ("1", "2", "3")}
    assert stages == {"1": "Archived", "2": "Production", "3": "None"}
    latest = {v.current_stage: v.version for v in client.get_latest_versions(name)}
    assert latest == {"Archived": "1", "Production": "2", "None": "3"}
    [production] = client.get_latest_versions(name, ["Production"])
    assert production.version == "2"


def test_an_unknown_stage_is_refused(client: MlflowClient, name: str, version) -> None:
    version()

    message = refused(
        "INVALID_PARAMETER_VALUE", client.transition_model_version_stage, name, "1", "Nowhere"
    )
    assert "Invalid Model Version stage: Nowhere." in message


def test_the_files_of_a_version(client: MlflowClient, name: str, version) -> None:
    made = version()

    assert client.get_model_version_download_uri(name, "1") == made.source
    folder = mlflow.artifacts.download_artifacts(artifact_uri=f"models:/{name}/1")
    assert mlflow.artifacts.load_text(f"models:/{name}/1/weights.txt") == "weights"
    assert folder and listing(client, made.run_id, "m") == [("m/weights.txt", 7)]
