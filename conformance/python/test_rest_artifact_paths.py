"""Paths that try to leave a run's artifacts are refused on every route that takes one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from raw import ARTIFACTS, RawAnswer, RawClient
from rest import AJAX, API

INVALID_PATH = (400, "INVALID_PARAMETER_VALUE", "Invalid path")
MULTIPART = "/api/2.0/mlflow-artifacts/mpu"
PRESIGNED = "/api/2.0/mlflow-artifacts/presigned"

# As they stand in a URL: raw, encoded once, twice, three times; behind a fragment.
CLIMBING = [
    "../../../secret",
    "a/../../../../secret",
    "..",
    "%2e%2e/%2e%2e/secret",
    "%2e%2e%2f%2e%2e%2fsecret",
    ".%2e/secret",
    "%252e%252e/secret",
    "%252e%252e%252fsecret",
    "%25252e%25252e%25252fsecret",
    "a%23b/../secret",
]
ABSOLUTE = [
    "%2fetc%2fpasswd",
    "%252fetc%252fpasswd",
    "C:%5cWindows%5csecret",
    "file:%2f%2f%2fetc%2fpasswd",
]
ATTACKS = [*CLIMBING, *ABSOLUTE]
# MLflow refuses these on Windows only.
BACKSLASHES = ["..%5c..%5csecret", "a%5c..%5c..%5csecret", "%255c..%255csecret"]

Ask = Callable[[str], RawAnswer]


@pytest.mark.parametrize("attack", CLIMBING)
@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE"])
def test_climbing_paths_of_the_proxy(
    raw: RawClient, experiment_id: str, method: str, attack: str
) -> None:
    body = b"x" if method == "PUT" else None

    answer = raw.send(method, f"{ARTIFACTS}/{experiment_id}/{attack}", body)

    # Not found or not allowed: tidied on the way, so a URL outside of the artifacts.
    assert answer.status in (400, 404, 405), answer


@pytest.mark.parametrize("attack", ABSOLUTE)
@pytest.mark.parametrize("method", ["GET", "PUT"])
def test_absolute_paths_of_the_proxy(raw: RawClient, method: str, attack: str) -> None:
    body = b"x" if method == "PUT" else None

    assert raw.send(method, f"{ARTIFACTS}/{attack}", body).status == 400


def query_routes(raw: RawClient, run_id: str) -> dict[str, Ask]:
    return {
        "proxy list": lambda path: raw.send("GET", f"{ARTIFACTS}?path={path}"),
        "run list": lambda path: raw.send(
            "GET", f"{API}/artifacts/list?run_id={run_id}&path={path}"
        ),
        "get-artifact": lambda path: raw.send("GET", f"/get-artifact?run_id={run_id}&path={path}"),
        "upload-artifact": lambda path: raw.send(
            "POST", f"{AJAX}/upload-artifact?run_uuid={run_id}&path={path}", b"x"
        ),
    }


@pytest.mark.parametrize("attack", ATTACKS)
@pytest.mark.parametrize("route", ["proxy list", "run list", "get-artifact", "upload-artifact"])
def test_paths_in_queries(raw: RawClient, run_id: str, route: str, attack: str) -> None:
    answer = query_routes(raw, run_id)[route](attack)

    assert answer.error == INVALID_PATH


@pytest.mark.parametrize("attack", ["%252e%252e%252fsecret", "a%5c..%5csecret", "..%2f..%2fx"])
@pytest.mark.parametrize(
    ("method", "route"),
    [
        ("POST", f"{MULTIPART}/create/"),
        ("POST", f"{MULTIPART}/complete/"),
        ("POST", f"{MULTIPART}/abort/"),
        ("GET", f"{PRESIGNED}/"),
    ],
)
def test_paths_of_uploads_in_parts_and_signed_downloads(
    raw: RawClient, method: str, route: str, attack: str
) -> None:
    body = b'{"path": "x", "num_parts": 1, "upload_id": "u", "parts": []}'
    headers = {"Content-Type": "application/json"}

    answer = raw.send(method, route + attack, body if method == "POST" else None, headers)

    assert answer.status in (400, 404, 501), answer


@pytest.mark.runstream_only
@pytest.mark.parametrize("attack", BACKSLASHES)
@pytest.mark.parametrize("route", ["proxy list", "run list", "get-artifact", "upload-artifact"])
def test_backslashes_in_queries(raw: RawClient, run_id: str, route: str, attack: str) -> None:
    answer = query_routes(raw, run_id)[route](attack)

    assert answer.error == INVALID_PATH


@pytest.mark.runstream_only
@pytest.mark.parametrize("attack", BACKSLASHES)
def test_backslashes_in_paths_of_the_proxy(raw: RawClient, run_id: str, attack: str) -> None:
    assert raw.send("PUT", f"{ARTIFACTS}/0/{run_id}/artifacts/{attack}", b"x").error == INVALID_PATH


def test_an_upload_never_lands_beside_the_runs_folder(
    raw: RawClient, experiment_id: str, run_id: str
) -> None:
    root = f"{ARTIFACTS}/{experiment_id}/{run_id}/artifacts"
    for attack in [*ATTACKS, *BACKSLASHES]:
        raw.send("PUT", f"{root}/{attack}", b"x")

    beside = raw.send("GET", f"{ARTIFACTS}?path={experiment_id}")

    assert [f["path"] for f in beside.json.get("files", [])] in ([], [run_id])
