"""Files beyond what fits in one request or in memory, in one stream and in parts."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import mlflow
import pytest
import requests
from mlflow import MlflowClient
from mlflow.store.artifact.artifact_repository_registry import get_artifact_repository

from reading import listing
from rest import RestClient

MIB = 1024 * 1024


@pytest.fixture
def emptied_run(client: MlflowClient, run_id: str) -> Iterator[str]:
    """A run whose artifacts are deleted afterwards, to give the disk back."""
    yield run_id
    repository = get_artifact_repository(client.get_run(run_id).info.artifact_uri)
    for path, _ in listing(client, run_id):
        repository.delete_artifacts(path)


def large_file(path: Path, mebibytes: int) -> Path:
    """Mostly holes, so quick to make, but with every mebibyte marked as its own."""
    with path.open("wb") as file:
        for number in range(mebibytes):
            file.seek(number * MIB + 17)
            file.write(b"part %06d" % number)
        file.truncate(mebibytes * MIB)
    return path


def digest(path: str | Path) -> str:
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def round_trip(client: MlflowClient, run_id: str, file: Path, back: Path) -> None:
    back.mkdir()
    client.log_artifact(run_id, str(file), back.name)
    assert listing(client, run_id, back.name) == [(f"{back.name}/{file.name}", file.stat().st_size)]
    there = client.download_artifacts(run_id, f"{back.name}/{file.name}", str(back))
    assert digest(there) == digest(file)


def test_600_mebibytes(client: MlflowClient, emptied_run: str, tmp_path: Path) -> None:
    """Above 500 MiB the client asks for an upload in parts by itself, where the server says so."""
    file = large_file(tmp_path / "large.bin", 600)

    round_trip(client, emptied_run, file, tmp_path / "back")

    # Pytest keeps the folders of the last three runs.
    for written in tmp_path.rglob("*.bin"):
        written.unlink()


def test_parts_of_unequal_size(
    client: MlflowClient, emptied_run: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MLFLOW_ENABLE_PROXY_MULTIPART_UPLOAD", "true")
    monkeypatch.setenv("MLFLOW_ENABLE_PROXY_MULTIPART_DOWNLOAD", "true")
    monkeypatch.setenv("MLFLOW_MULTIPART_UPLOAD_MINIMUM_FILE_SIZE", str(8 * MIB))
    monkeypatch.setenv("MLFLOW_MULTIPART_DOWNLOAD_MINIMUM_FILE_SIZE", str(8 * MIB))
    monkeypatch.setenv("MLFLOW_MULTIPART_UPLOAD_CHUNK_SIZE", str(5 * MIB))

    for name in ("plain.bin", "with blank+plus ü.bin"):
        round_trip(client, emptied_run, large_file(tmp_path / name, 23), tmp_path / f"to {name}")


def test_an_upload_in_parts_that_is_given_up_leaves_nothing(
    client: MlflowClient, rest: RestClient, experiment_id: str, run_id: str
) -> None:
    root = f"/api/2.0/mlflow-artifacts/mpu/{{}}/{experiment_id}/{run_id}/artifacts"
    made = rest.post(root.format("create"), {"path": "big.bin", "num_parts": 2})
    if not rest.get("/api/3.0/mlflow/server-info").body["multipart_uploads_enabled"]:
        # Its beginning tells the client to send the file in one piece.
        message = "Multipart upload is not supported for the current artifact repository"
        assert (made.status, made.body["message"][: len(message)]) == (501, message)
        return

    credentials = made.body["credentials"]
    assert [part["part_number"] for part in credentials] == [1, 2]
    requests.put(
        credentials[0]["url"], data=b"x" * MIB, headers=credentials[0].get("headers"), timeout=60
    ).raise_for_status()
    assert listing(client, run_id) == []

    body = {"path": "big.bin", "upload_id": made.body["upload_id"]}
    assert rest.post(root.format("abort"), body).status == 200
    assert listing(client, run_id) == []


def test_a_body_without_a_length(
    client: MlflowClient, base_url: str, experiment_id: str, run_id: str
) -> None:
    root = f"{base_url}/api/2.0/mlflow-artifacts/artifacts/{experiment_id}/{run_id}/artifacts"
    chunks = (bytes([number]) * 100_000 for number in range(50))

    requests.put(f"{root}/chunked.bin", data=chunks, timeout=60).raise_for_status()

    back = client.download_artifacts(run_id, "chunked.bin")
    assert Path(back).read_bytes() == b"".join(bytes([n]) * 100_000 for n in range(50))
    assert mlflow.artifacts.list_artifacts(run_id=run_id)[0].file_size == 5_000_000
