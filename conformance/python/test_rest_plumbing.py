"""What is around the API: health, version, server-info, unknown paths, both prefixes."""

from __future__ import annotations

import pytest

from rest import AJAX, API, RestClient


def test_health(rest: RestClient) -> None:
    answer = rest.get("/health")

    assert (answer.status, answer.text) == (200, "OK")
    assert answer.headers["Content-Type"].startswith("text/plain")


def test_version(rest: RestClient) -> None:
    answer = rest.get("/version")

    assert (answer.status, answer.text) == (200, "3.17.2")
    assert answer.headers["Content-Type"].startswith("text/html")


@pytest.mark.parametrize("prefix", ["/api", "/ajax-api"])
def test_server_info(rest: RestClient, prefix: str) -> None:
    answer = rest.get(f"{prefix}/3.0/mlflow/server-info")

    assert answer.status == 200
    assert set(answer.body) == {
        "store_type",
        "workspaces_enabled",
        "trace_archival_enabled",
        "multipart_uploads_enabled",
        "multipart_downloads_enabled",
        "presigned_upload_run_id_supported",
        "presigned_upload_model_id_supported",
        "features_enabled",
    }
    assert answer.body["store_type"] == "SqlStore"
    assert answer.body["workspaces_enabled"] is False
    assert set(answer.body["features_enabled"]) == {"gateway"}


@pytest.mark.parametrize("prefix", [API, AJAX])
def test_unknown_paths_are_404(rest: RestClient, prefix: str) -> None:
    assert rest.get(f"{prefix}/nope").status == 404
    assert rest.post(f"{prefix}/runs/nope").status == 404


def test_wrong_methods_are_405(rest: RestClient) -> None:
    assert rest.get("runs/create").status == 405
    assert rest.post("runs/get").status == 405


def test_both_prefixes_serve_the_same(rest: RestClient, run_id: str, experiment_id: str) -> None:
    for path in (
        f"runs/get?run_id={run_id}",
        f"experiments/get?experiment_id={experiment_id}",
        "experiments/get?experiment_id=987654321",
    ):
        api, ajax = rest.get(f"{API}/{path}"), rest.get(f"{AJAX}/{path}")
        assert (ajax.status, ajax.body) == (api.status, api.body)

    tag = {"run_id": run_id, "key": "by", "value": "ajax"}
    assert rest.post(f"{AJAX}/runs/set-tag", tag).status == 200


def test_security_headers(rest: RestClient) -> None:
    for answer in (rest.get("/health"), rest.get("experiments/get?experiment_id=0")):
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["X-Frame-Options"] == "SAMEORIGIN"
