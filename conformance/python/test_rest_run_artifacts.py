"""A run's artifacts as the UI asks for them: lists, get-artifact, upload-artifact."""

from __future__ import annotations

import pytest

from raw import ArtifactFolder
from rest import AJAX, RestClient

ABSENT = (404, "RESOURCE_DOES_NOT_EXIST")
INVALID = (400, "INVALID_PARAMETER_VALUE")


def test_the_runs_list_is_relative_to_the_runs_root(
    folder: ArtifactFolder, rest: RestClient, run_id: str
) -> None:
    folder.put("sub/a.txt", b"x")
    root = {"root_uri": f"mlflow-artifacts:/{folder.path}"}

    whole = rest.get("artifacts/list", {"run_id": run_id})
    below = rest.get("artifacts/list", {"run_uuid": run_id, "path": "sub"})

    assert whole.body == {**root, "files": [{"path": "sub", "is_dir": True}]}
    assert below.body == {
        **root,
        "files": [{"path": "sub/a.txt", "is_dir": False, "file_size": 1}],
    }
    assert rest.get("artifacts/list", {"run_id": run_id, "path": "none"}).body == root


def test_lists_of_no_run_are_refused(rest: RestClient) -> None:
    missing = rest.get("artifacts/list")
    unknown = rest.get("artifacts/list", {"run_id": "nobody"})

    assert missing.error == (
        *INVALID,
        "Missing value for required parameter 'run_id'. "
        "See the API docs for more information about request parameters.",
    )
    assert unknown.error == (*ABSENT, "Run with id=nobody not found")


@pytest.mark.parametrize("parameter", ["run_id", "run_uuid"])
def test_get_artifact(folder: ArtifactFolder, run_id: str, parameter: str) -> None:
    folder.put("page.html", b"<b>")

    answer = folder.raw.send("GET", f"/get-artifact?{parameter}={run_id}&path=page.html")

    assert (answer.status, answer.content) == (200, b"<b>")
    assert answer.headers["content-disposition"].startswith("attachment")
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_get_artifact_of_what_is_not_there(folder: ArtifactFolder, run_id: str) -> None:
    absent = folder.raw.send("GET", f"/get-artifact?run_id={run_id}&path=none")
    unknown = folder.raw.send("GET", "/get-artifact?run_id=nobody&path=none")

    assert absent.error == (*ABSENT, f"No such artifact: '{folder.path}/none'")
    assert unknown.error == (*ABSENT, "Run with id=nobody not found")
    assert folder.raw.send("GET", f"/get-artifact?run_id={run_id}").status == 400


def test_the_uis_upload(folder: ArtifactFolder, run_id: str) -> None:
    url = f"{AJAX}/upload-artifact"

    answer = folder.raw.send("POST", f"{url}?run_uuid={run_id}&path=up/x.txt", b"hello")

    assert (answer.status, answer.content) == (200, b"")
    assert folder.get("up/x.txt").content == b"hello"


@pytest.mark.parametrize(
    ("query", "body", "what"),
    [
        ("path=x.txt", b"x", "run_uuid"),
        ("run_uuid={}", b"x", "path"),
        ("run_uuid={}&path=x.txt", b"", "data"),
    ],
)
def test_the_uis_upload_without_all_it_needs(
    folder: ArtifactFolder, run_id: str, query: str, body: bytes, what: str
) -> None:
    target = f"{AJAX}/upload-artifact?{query.format(run_id)}"

    assert folder.raw.send("POST", target, body).error == (
        *INVALID,
        f"Request must specify {what}.",
    )
