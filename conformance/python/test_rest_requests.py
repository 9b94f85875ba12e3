"""How requests are read: content type, missing and mistyped fields, the spellings of JSON."""

from __future__ import annotations

import json
from typing import Any

import pytest

from rest import RestClient

INVALID = (400, "INVALID_PARAMETER_VALUE")
SEE_DOCS = " See the API docs for more information about request parameters."


def missing(name: str) -> tuple[int, str, str]:
    return (*INVALID, f"Missing value for required parameter '{name}'.{SEE_DOCS}")


def mistyped(name: str, value: Any, kind: str) -> tuple[int, str, str]:
    shown = json.dumps(value, separators=(",", ":"))
    hint = f"Invalid value {shown} for parameter '{name}' supplied:  Hint: Value was of type "
    return (*INVALID, f"{hint}'{kind}'.{SEE_DOCS}")


ERROR_BODIES = [
    (
        "experiments/get?experiment_id=987654321",
        404,
        "RESOURCE_DOES_NOT_EXIST",
        "RESOURCE_NOT_FOUND",
    ),
    ("experiments/get?experiment_id=x", 400, "INVALID_PARAMETER_VALUE", "INVALID_PARAMETER_VALUE"),
    ("runs/get?run_id=nobody", 404, "RESOURCE_DOES_NOT_EXIST", "RESOURCE_NOT_FOUND"),
]


@pytest.mark.parametrize(("path", "status", "code", "error_class"), ERROR_BODIES)
def test_error_bodies(
    rest: RestClient, path: str, status: int, code: str, error_class: str
) -> None:
    answer = rest.get(path)

    assert answer.status == status
    assert answer.headers["Content-Type"].startswith("application/json")
    assert list(answer.body) == ["error_code", "message", "sqlstate", "error_class"]
    assert answer.body["error_code"] == code
    assert answer.body["sqlstate"] == "KAM00"
    assert answer.body["error_class"] == error_class


def test_empty_answer_is_an_empty_object(rest: RestClient) -> None:
    search = {"max_results": 1, "filter": "name = 'nope'"}

    assert rest.post("experiments/search", search).text == "{}"


MISSING = [
    ("experiments/create", {}, "name"),
    ("experiments/create", {"name": ""}, "name"),
    ("experiments/create", {"name": None}, "name"),
    ("experiments/update", {"experiment_id": "0"}, "new_name"),
    ("experiments/update", {"new_name": "x"}, "experiment_id"),
    ("experiments/delete", {}, "experiment_id"),
    ("experiments/restore", {"experiment_id": ""}, "experiment_id"),
    ("experiments/set-experiment-tag", {"experiment_id": "0"}, "key"),
    ("experiments/set-experiment-tag", {"key": "k"}, "experiment_id"),
    ("experiments/delete-experiment-tag", {"experiment_id": "0"}, "key"),
    ("runs/update", {"status": "FINISHED"}, "run_id"),
    ("runs/delete", {}, "run_id"),
    ("runs/restore", {}, "run_id"),
    ("runs/log-metric", {"key": "m", "value": 1, "timestamp": 1}, "run_id"),
    ("runs/log-metric", {"run_id": "r", "value": 1, "timestamp": 1}, "key"),
    ("runs/log-metric", {"run_id": "r", "key": "m", "timestamp": 1}, "value"),
    ("runs/log-metric", {"run_id": "r", "key": "m", "value": 1}, "timestamp"),
    ("runs/log-metric", {}, "run_id"),
    ("runs/log-parameter", {"run_id": "r", "value": "v"}, "key"),
    ("runs/log-parameter", {"run_id": "r", "key": ""}, "key"),
    ("runs/set-tag", {"run_id": "r", "value": "v"}, "key"),
    ("runs/delete-tag", {"run_id": "r"}, "key"),
    ("runs/log-batch", {}, "run_id"),
    (
        "runs/log-batch",
        {"run_id": "r", "metrics": [{"value": 1, "timestamp": 1}]},
        "metrics[0].key",
    ),
    ("runs/log-batch", {"run_id": "r", "metrics": [{"key": "a"}]}, "metrics[0].value"),
    (
        "runs/log-batch",
        {"run_id": "r", "metrics": [{"key": "a", "value": 1}]},
        "metrics[0].timestamp",
    ),
    ("runs/log-batch", {"run_id": "r", "params": [{"key": "a"}, {"value": "1"}]}, "params[1].key"),
    ("runs/log-batch", {"run_id": "r", "tags": [{"value": "1"}]}, "tags[0].key"),
    ("runs/log-inputs", {}, "run_id"),
    ("runs/outputs", {"run_id": "r"}, "models"),
]


@pytest.mark.parametrize(("path", "body", "name"), MISSING)
def test_missing_fields(rest: RestClient, path: str, body: dict[str, Any], name: str) -> None:
    assert rest.post(path, body).error == missing(name)


MISSING_IN_QUERY = [
    ("experiments/get", "experiment_id"),
    ("experiments/get?experimentId=0", "experiment_id"),
    ("experiments/get-by-name?experiment_name=", "experiment_name"),
    ("runs/get", "run_id"),
    ("runs/get?runId=x", "run_id"),
    ("metrics/get-history?metric_key=m", "run_id"),
    ("metrics/get-history?run_id=r", "metric_key"),
    ("metrics/get-history-bulk-interval?metric_key=m", "run_ids"),
    ("metrics/get-history-bulk-interval?run_ids=r", "metric_key"),
]


@pytest.mark.parametrize(("path", "name"), MISSING_IN_QUERY)
def test_missing_parameters(rest: RestClient, path: str, name: str) -> None:
    assert rest.get(path).error == missing(name)


MISTYPED = [
    ("experiments/create", {"name": 5}, "name", "int"),
    ("experiments/create", {"name": ["x"]}, "name", "list"),
    ("experiments/create", {"name": "x", "tags": "y"}, "tags", "str"),
    ("experiments/set-experiment-tag", {"experiment_id": 5, "key": "k"}, "experiment_id", "int"),
    ("runs/create", {"experiment_id": 5}, "experiment_id", "int"),
    ("runs/create", {"experiment_id": "0", "run_name": 5}, "run_name", "int"),
    ("runs/create", {"experiment_id": "0", "start_time": "x"}, "start_time", "str"),
    ("runs/update", {"run_id": "r", "status": 99}, "status", "int"),
    ("runs/log-metric", {"run_id": "r", "key": "m", "value": "x", "timestamp": 1}, "value", "str"),
    (
        "runs/log-metric",
        {"run_id": "r", "key": "m", "value": 1, "timestamp": "x"},
        "timestamp",
        "str",
    ),
    ("runs/log-metric", {"run_id": "r", "key": 5, "value": 1, "timestamp": 1}, "key", "int"),
    ("runs/log-parameter", {"run_id": "r", "key": "p", "value": 5}, "value", "int"),
    ("runs/set-tag", {"run_id": 5, "key": "p", "value": "x"}, "run_id", "int"),
    ("runs/log-batch", {"run_id": "r", "metrics": "x"}, "metrics", "str"),
    ("runs/log-batch", {"run_id": "r", "metrics": {"key": "a"}}, "metrics", "dict"),
    ("runs/log-inputs", {"run_id": "r", "datasets": "x"}, "datasets", "str"),
    ("runs/search", {"experiment_ids": "x"}, "experiment_ids", "str"),
    ("runs/search", {"experiment_ids": ["0"], "filter": 5}, "filter", "int"),
    ("runs/search", {"experiment_ids": ["0"], "order_by": "x"}, "order_by", "str"),
    ("runs/search", {"experiment_ids": ["0"], "max_results": "x"}, "max_results", "str"),
    ("runs/search", {"experiment_ids": ["0"], "max_results": 50001}, "max_results", "int"),
    ("experiments/search", {"max_results": "x"}, "max_results", "str"),
    ("experiments/search", {"max_results": 1, "filter": 5}, "filter", "int"),
]


@pytest.mark.parametrize(("path", "body", "name", "kind"), MISTYPED)
def test_mistyped_fields(
    rest: RestClient, path: str, body: dict[str, Any], name: str, kind: str
) -> None:
    assert rest.post(path, body).error == mistyped(name, body[name], kind)


@pytest.mark.parametrize(
    ("content_type", "message"),
    [
        ("text/plain", "Bad Request. Content-Type must be one of ['application/json']."),
        ("Application/JSON", "Bad Request. Content-Type must be one of ['application/json']."),
        (None, "Bad Request. Content-Type header is missing."),
    ],
)
def test_other_content_types_are_refused(
    rest: RestClient, content_type: str | None, message: str
) -> None:
    assert rest.post_raw("runs/set-tag", "{}", content_type).error == (*INVALID, message)


def test_a_charset_is_fine(rest: RestClient, run_id: str) -> None:
    body = json.dumps({"run_id": run_id, "key": "k", "value": "v"})

    assert rest.post_raw("runs/set-tag", body, "application/json; charset=utf-8").status == 200


@pytest.mark.parametrize("raw", ["", "null", "{", '{"run_id":', "\x00", "{'run_id': 'x'}"])
def test_what_is_no_json_counts_as_empty(rest: RestClient, raw: str) -> None:
    assert rest.post_raw("runs/set-tag", raw).error == missing("run_id")


def test_json_in_a_json_string_is_decoded_twice(rest: RestClient, run_id: str) -> None:
    inner = json.dumps({"run_id": run_id, "key": "k", "value": "twice"})

    assert rest.post_raw("runs/set-tag", json.dumps(inner)).status == 200
    tags = rest.get(f"runs/get?run_id={run_id}").body["run"]["data"]["tags"]
    assert {"key": "k", "value": "twice"} in tags


def test_unknown_fields_are_ignored(rest: RestClient, run_id: str) -> None:
    body = {"run_id": run_id, "key": "k", "value": "v", "surprise": [1, {"a": None}]}

    assert rest.post("runs/set-tag", body).status == 200


def test_camel_case_is_read_too(rest: RestClient, experiment_id: str) -> None:
    created = rest.post(
        "runs/create",
        {"experimentId": experiment_id, "runName": "camel", "startTime": 5, "userId": "u"},
    ).body["run"]["info"]

    assert created["experiment_id"] == experiment_id
    assert (created["run_name"], created["start_time"], created["user_id"]) == ("camel", 5, "u")
    found = rest.post("runs/search", {"experimentIds": [experiment_id], "maxResults": 1}).body
    assert [run["info"]["run_id"] for run in found["runs"]] == [created["run_id"]]


def test_both_spellings_at_once_are_refused(rest: RestClient, run_id: str) -> None:
    assert rest.post("runs/update", {"run_id": run_id, "run_name": "a", "runName": "b"}).error == (
        *INVALID,
        "Request specifies both 'run_name' and 'runName'; provide only one of them.",
    )
    dataset = {"name": "n", "digest": "d", "source": "s", "source_type": "a", "sourceType": "b"}
    nested = {"run_id": run_id, "datasets": [{"dataset": dataset}]}
    assert rest.post("runs/log-inputs", nested).error == (
        *INVALID,
        "Request specifies both 'source_type' and 'sourceType'; provide only one of them.",
    )


def test_run_uuid_stands_in_for_run_id(rest: RestClient, run_id: str) -> None:
    for path, body in (
        ("runs/log-metric", {"key": "m", "value": 1, "timestamp": 1}),
        ("runs/log-parameter", {"key": "p", "value": "1"}),
        ("runs/set-tag", {"key": "t", "value": "1"}),
        ("runs/update", {"status": "FINISHED"}),
    ):
        assert rest.post(path, {"run_uuid": run_id, **body}).status == 200
    assert rest.get(f"runs/get?run_uuid={run_id}").body["run"]["info"]["status"] == "FINISHED"
    assert rest.get(f"metrics/get-history?run_uuid={run_id}&metric_key=m").body["metrics"]


def test_numbers_as_strings(rest: RestClient, run_id: str, experiment_id: str) -> None:
    point = {"run_id": run_id, "key": "m", "value": "1.5", "timestamp": "12", "step": "-3"}
    assert rest.post("runs/log-metric", point).status == 200
    batch = {"run_id": run_id, "metrics": [{**point, "step": "9007199254740993"}]}
    assert rest.post("runs/log-batch", batch).status == 200

    points = rest.get(f"metrics/get-history?run_id={run_id}&metric_key=m").body["metrics"]
    assert points == [
        {"key": "m", "value": 1.5, "timestamp": 12, "step": -3},
        {"key": "m", "value": 1.5, "timestamp": 12, "step": 9007199254740993},
    ]
    body = {"experiment_ids": [experiment_id], "max_results": "1"}
    assert len(rest.post("runs/search", body).body["runs"]) == 1


@pytest.mark.parametrize(
    ("sent", "read"),
    [
        ("NaN", "NaN"),
        ("Infinity", 1.7976931348623157e308),
        ("-Infinity", -1.7976931348623157e308),
        ("Inf", 1.7976931348623157e308),
        ("1e999", 1.7976931348623157e308),
    ],
)
def test_what_is_no_finite_number(rest: RestClient, run_id: str, sent: str, read: Any) -> None:
    point = {"run_id": run_id, "key": "m", "value": sent, "timestamp": 1}

    assert rest.post("runs/log-metric", point).status == 200

    data = rest.get(f"runs/get?run_id={run_id}").body["run"]["data"]
    assert data["metrics"] == [{"key": "m", "value": read, "timestamp": 1, "step": 0}]


@pytest.mark.parametrize(
    ("sent", "status"), [("FINISHED", "FINISHED"), (3, "FINISHED"), ("4", "FAILED"), (1, "RUNNING")]
)
def test_status_by_name_or_number(rest: RestClient, run_id: str, sent: Any, status: str) -> None:
    answer = rest.post("runs/update", {"run_id": run_id, "status": sent})

    assert answer.body["run_info"]["status"] == status
