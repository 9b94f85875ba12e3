"""Where Runstream differs from MLflow on purpose."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from rest import AJAX, API, RestClient

pytestmark = pytest.mark.runstream_only

INVALID = (400, "INVALID_PARAMETER_VALUE")


@pytest.mark.parametrize(
    ("sent", "read"),
    [
        ("NaN", "NaN"),
        ("Infinity", 1.7976931348623157e308),
        ("-Infinity", -1.7976931348623157e308),
    ],
)
def test_bare_nan_and_infinity_are_numbers(
    rest: RestClient, run_id: str, sent: str, read: Any
) -> None:
    single = f'{{"run_id":"{run_id}","key":"single","value":{sent},"timestamp":9,"step":2}}'
    point = f'{{"key":"batched","value":{sent},"timestamp":9,"step":2}}'
    batch = f'{{"run_id":"{run_id}","metrics":[{point}]}}'

    assert rest.post_raw("runs/log-metric", single).status == 200
    assert rest.post_raw("runs/log-batch", batch).status == 200

    metrics = rest.get(f"runs/get?run_id={run_id}").body["run"]["data"]["metrics"]
    assert sorted(metrics, key=lambda metric: metric["key"]) == [
        {"key": "batched", "value": read, "timestamp": 9, "step": 2},
        {"key": "single", "value": read, "timestamp": 9, "step": 2},
    ]


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("runs/update", {"status": "NOPE"}),
        ("runs/update", {"status": "finished"}),
        ("runs/search", {"experiment_ids": ["0"], "run_view_type": "deleted_only"}),
        ("runs/search", {"experiment_ids": ["0"], "run_view_type": 9}),
        ("experiments/search", {"max_results": 1, "view_type": "NOPE"}),
    ],
)
def test_unknown_names_of_a_choice_are_refused(
    rest: RestClient, run_id: str, path: str, body: dict[str, Any]
) -> None:
    answer = rest.post(path, {"run_id": run_id, **body} if path == "runs/update" else body)

    assert answer.error[:2] == INVALID


@pytest.mark.parametrize(
    "order_by", [["metrics.m", "metrics.m DESC"], ["start_time", "start_time"]]
)
def test_a_key_twice_in_order_by_is_refused(rest: RestClient, order_by: list[str]) -> None:
    answer = rest.post("runs/search", {"experiment_ids": ["0"], "order_by": order_by})

    assert answer.error[:2] == INVALID


def test_a_taken_name_is_refused_without_sql(rest: RestClient, unique) -> None:
    name = unique("taken")
    rest.post("experiments/create", {"name": name})
    other = rest.post("experiments/create", {"name": unique("other")}).body["experiment_id"]

    status, code, created = rest.post("experiments/create", {"name": name}).error
    assert (status, code) == (400, "RESOURCE_ALREADY_EXISTS")
    assert created.startswith(f"Experiment(name={name}) already exists.")
    body = {"experiment_id": other, "new_name": name}
    status, code, renamed = rest.post("experiments/update", body).error
    assert (status, code) == (400, "BAD_REQUEST")
    for text in (created, renamed):
        assert "SQL" not in text and "constraint" not in text.lower()


def test_a_batch_is_written_whole_or_not_at_all(rest: RestClient, run_id: str) -> None:
    rest.post("runs/log-parameter", {"run_id": run_id, "key": "p", "value": "1"})
    batch = {
        "run_id": run_id,
        "metrics": [{"key": "m", "value": 1, "timestamp": 1}],
        "params": [{"key": "new", "value": "1"}, {"key": "p", "value": "2"}],
        "tags": [{"key": "t", "value": "1"}],
    }

    assert rest.post("runs/log-batch", batch).error[:2] == INVALID

    data = rest.get(f"runs/get?run_id={run_id}").body["run"]["data"]
    assert "metrics" not in data
    assert data["params"] == [{"key": "p", "value": "1"}]
    assert "t" not in {tag["key"] for tag in data["tags"]}


def test_an_illegal_value_in_a_batch_writes_nothing(rest: RestClient, run_id: str) -> None:
    metrics = [
        {"key": "good", "value": 1, "timestamp": 1},
        {"key": "bad", "value": "x", "timestamp": 1},
    ]

    assert rest.post("runs/log-batch", {"run_id": run_id, "metrics": metrics}).error[:2] == INVALID

    assert "metrics" not in rest.get(f"runs/get?run_id={run_id}").body["run"]["data"]


def test_bulk_history_is_valid_json(rest: RestClient, run_id: str) -> None:
    point = {"run_id": run_id, "key": "m", "value": "NaN", "timestamp": 1}
    rest.post("runs/log-metric", point)

    answer = rest.get(f"{AJAX}/metrics/get-history-bulk?run_id={run_id}&metric_key=m")

    assert [metric["value"] for metric in answer.body["metrics"]] == ["NaN"]
    assert '"NaN"' in answer.text


@pytest.mark.parametrize("raw", ["[]", "[1]", "5", "true", '"abc"'])
def test_json_that_is_no_object_is_refused(rest: RestClient, raw: str) -> None:
    assert rest.post_raw("runs/set-tag", raw).error[:2] == INVALID


def test_creating_a_run_again_with_the_same_key_gives_the_first_answer(
    rest: RestClient, experiment_id: str, unique
) -> None:
    key = {"Idempotency-Key": unique("key")}
    body = f'{{"experiment_id":"{experiment_id}","run_name":"once"}}'

    answers = [rest.post_raw("runs/create", body, headers=key) for _ in range(3)]

    assert [answer.status for answer in answers] == [200, 200, 200]
    assert answers[0].body == answers[1].body == answers[2].body
    found = rest.post("runs/search", {"experiment_ids": [experiment_id]}).body["runs"]
    assert [run["info"]["run_id"] for run in found] == [answers[0].body["run"]["info"]["run_id"]]


def test_the_same_key_from_many_threads_makes_one_run(
    base_url: str, rest: RestClient, experiment_id: str, unique
) -> None:
    key = {"Idempotency-Key": unique("key")}
    body = f'{{"experiment_id":"{experiment_id}"}}'

    with ThreadPoolExecutor(8) as pool:
        answers = list(
            pool.map(
                lambda _: RestClient(base_url).post_raw("runs/create", body, headers=key), range(8)
            )
        )

    assert {answer.status for answer in answers} == {200}
    run_ids = {answer.body["run"]["info"]["run_id"] for answer in answers}
    found = rest.post("runs/search", {"experiment_ids": [experiment_id]}).body["runs"]
    assert {run["info"]["run_id"] for run in found} == run_ids
    assert len(run_ids) == 1


def test_another_key_makes_another_run(rest: RestClient, experiment_id: str, unique) -> None:
    body = f'{{"experiment_id":"{experiment_id}","run_name":"twice"}}'

    for _ in range(2):
        key = {"Idempotency-Key": unique("key")}
        assert rest.post_raw("runs/create", body, headers=key).status == 200

    found = rest.post("runs/search", {"experiment_ids": [experiment_id]}).body["runs"]
    assert len(found) == 2


def test_renaming_a_deleted_experiment_is_the_callers_mistake(
    rest: RestClient, experiment_id: str
) -> None:
    """MLflow answers 500, which its client repeats for four minutes."""
    rest.post("experiments/delete", {"experiment_id": experiment_id})

    renamed = rest.post("experiments/update", {"experiment_id": experiment_id, "new_name": "x"})

    assert renamed.error == (*INVALID, "Cannot rename a non-active experiment.")


@pytest.mark.parametrize("path", ["metrics/get-history-bulk", "experiments/search-datasets"])
def test_what_only_the_ui_calls_is_served_under_both_prefixes(rest: RestClient, path: str) -> None:
    assert rest.get(f"{API}/{path}").status != 404


def test_answers_are_compact(rest: RestClient, experiment_id: str) -> None:
    answer = rest.get(f"experiments/get?experiment_id={experiment_id}")

    assert answer.text.startswith('{"experiment":{"experiment_id":')
