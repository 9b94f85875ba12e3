"""Finding and fetching artifacts: lists, files, folders, whole runs, by every kind of URI."""

from __future__ import annotations

from pathlib import Path

import mlflow
import pytest
from mlflow import MlflowClient, MlflowException
from mlflow.store.artifact.artifact_repository_registry import get_artifact_repository

from reading import listing, read_files, write_files

FILES = {"a.txt": b"A", "sub/b.txt": b"BB", "sub/deeper/c.txt": b"CCC"}
BELOW_SUB = {"b.txt": b"BB", "deeper/c.txt": b"CCC"}


@pytest.fixture
def filled(client: MlflowClient, run_id: str, tmp_path: Path) -> str:
    """A run with FILES as its artifacts."""
    client.log_artifacts(run_id, str(write_files(tmp_path / "source", FILES)))
    return run_id


def test_lists_are_sorted_and_go_one_level_down(client: MlflowClient, filled: str) -> None:
    assert listing(client, filled) == [("a.txt", 1), ("sub", None)]
    assert listing(client, filled, "sub") == [("sub/b.txt", 2), ("sub/deeper", None)]
    assert listing(client, filled, "sub/deeper") == [("sub/deeper/c.txt", 3)]


@pytest.mark.parametrize("path", ["a.txt", "nowhere", "sub/b.txt"])
def test_lists_of_a_file_or_nothing_are_empty(client: MlflowClient, filled: str, path: str) -> None:
    assert listing(client, filled, path) == []


def test_fluent_lists_by_run_and_by_uri(filled: str) -> None:
    by_run = mlflow.artifacts.list_artifacts(run_id=filled, artifact_path="sub")
    by_uri = mlflow.artifacts.list_artifacts(artifact_uri=f"runs:/{filled}/sub")

    assert [(f.path, f.is_dir) for f in by_run] == [("sub/b.txt", False), ("sub/deeper", True)]
    assert [f.path for f in by_uri] == [f.path for f in by_run]


def test_download_of_a_whole_run(filled: str, tmp_path: Path) -> None:
    back = mlflow.artifacts.download_artifacts(run_id=filled, dst_path=str(tmp_path / "to"))

    assert Path(back).is_relative_to(tmp_path / "to")
    assert read_files(back) == FILES


def test_download_of_a_folder_and_of_a_file(
    client: MlflowClient, filled: str, tmp_path: Path
) -> None:
    (tmp_path / "to").mkdir()

    folder = client.download_artifacts(filled, "sub", str(tmp_path / "to"))
    file = client.download_artifacts(filled, "sub/deeper/c.txt", str(tmp_path / "to"))

    assert read_files(folder) == BELOW_SUB
    assert Path(file).is_relative_to(tmp_path / "to")
    assert Path(file).read_bytes() == b"CCC"


def test_download_by_runs_uri(filled: str) -> None:
    back = mlflow.artifacts.download_artifacts(artifact_uri=f"runs:/{filled}/sub")

    assert read_files(back) == BELOW_SUB


def test_download_by_the_uri_of_the_run(client: MlflowClient, filled: str) -> None:
    uri = client.get_run(filled).info.artifact_uri
    assert uri.startswith("mlflow-artifacts:/")

    assert read_files(mlflow.artifacts.download_artifacts(artifact_uri=uri)) == FILES
    one = mlflow.artifacts.download_artifacts(artifact_uri=f"{uri}/sub/b.txt")
    assert Path(one).read_bytes() == b"BB"


def test_get_artifact_uri_names_the_place(experiment: str) -> None:
    with mlflow.start_run() as run:
        mlflow.log_text("x", "t.txt")
        assert (
            mlflow.get_artifact_uri()
            == f"mlflow-artifacts:/{experiment}/{run.info.run_id}/artifacts"
        )
        assert mlflow.artifacts.load_text(mlflow.get_artifact_uri("t.txt")) == "x"


def test_what_is_not_there_is_refused(filled: str) -> None:
    with pytest.raises((MlflowException, OSError)):
        mlflow.artifacts.download_artifacts(run_id=filled, artifact_path="nowhere.txt")


def test_artifacts_of_an_unknown_run_are_refused(client: MlflowClient) -> None:
    with pytest.raises(MlflowException, match="not found") as refused:
        client.list_artifacts("0" * 32)

    assert refused.value.error_code == "RESOURCE_DOES_NOT_EXIST"


def test_an_experiment_with_its_own_location_behind_the_proxy(
    client: MlflowClient, unique, tmp_path: Path
) -> None:
    place = unique("place")
    experiment_id = client.create_experiment(unique("own"), f"mlflow-artifacts:/{place}/inner")
    run_id = client.create_run(experiment_id).info.run_id

    client.log_artifacts(run_id, str(write_files(tmp_path / "source", FILES)))

    assert client.get_run(run_id).info.artifact_uri == (
        f"mlflow-artifacts:/{place}/inner/{run_id}/artifacts"
    )
    assert listing(client, run_id) == [("a.txt", 1), ("sub", None)]
    assert read_files(mlflow.artifacts.download_artifacts(run_id=run_id)) == FILES


def test_the_client_deletes_through_the_proxy_as_mlflow_gc_does(
    client: MlflowClient, filled: str
) -> None:
    repository = get_artifact_repository(client.get_run(filled).info.artifact_uri)

    repository.delete_artifacts("sub/deeper")
    assert listing(client, filled, "sub") == [("sub/b.txt", 2)]
    repository.delete_artifacts("a.txt")
    assert listing(client, filled) == [("sub", None)]
    repository.delete_artifacts()
    assert listing(client, filled) == []
    repository.delete_artifacts("never/was")
