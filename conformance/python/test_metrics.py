"""Metrics: values, steps, timestamps, history, the latest value."""

from __future__ import annotations

import math
import time

import mlflow
import pytest
from mlflow import MlflowClient, MlflowException
from mlflow.entities import Metric

from reading import history
from rest import RestClient

pytestmark = pytest.mark.usefixtures("experiment")

LONG_MAX = 2**63 - 1
LONG_MIN = -(2**63)
DOUBLE_MAX = 1.7976931348623157e308


def test_log_metric_defaults_to_step_zero_and_now(client: MlflowClient) -> None:
    before = int(time.time() * 1000) - 1
    with mlflow.start_run() as run:
        mlflow.log_metric("m", 0.5)
    after = int(time.time() * 1000) + 1

    [(step, timestamp, value)] = history(client, run.info.run_id, "m")
    assert (step, value) == (0, 0.5)
    assert before <= timestamp <= after


def test_log_metrics_with_step_and_timestamp(client: MlflowClient) -> None:
    with mlflow.start_run() as run:
        for step in range(3):
            mlflow.log_metrics({"a": step * 1.0, "b": -step}, step=step, timestamp=1000 + step)

    assert history(client, run.info.run_id, "a") == [(0, 1000, 0.0), (1, 1001, 1.0), (2, 1002, 2.0)]
    assert history(client, run.info.run_id, "b") == [(0, 1000, 0), (1, 1001, -1), (2, 1002, -2)]
    assert client.get_run(run.info.run_id).data.metrics == {"a": 2.0, "b": -2}


def test_steps_negative_out_of_order_with_gaps(client: MlflowClient, run_id: str) -> None:
    for step in (5, -3, 1000, 0, 7):
        client.log_metric(run_id, "m", float(step), timestamp=2000, step=step)

    assert [step for step, _, _ in history(client, run_id, "m")] == [-3, 0, 5, 7, 1000]
    assert client.get_run(run_id).data.metrics == {"m": 1000.0}


def test_history_is_ordered_by_timestamp_then_step_then_value(
    client: MlflowClient, run_id: str
) -> None:
    points = [(2, 30, 1.0), (1, 30, 9.0), (1, 30, 2.0), (9, 10, 5.0), (0, 20, 3.0)]
    for step, timestamp, value in points:
        client.log_metric(run_id, "m", value, timestamp=timestamp, step=step)

    assert history(client, run_id, "m") == [
        (9, 10, 5.0),
        (0, 20, 3.0),
        (1, 30, 2.0),
        (1, 30, 9.0),
        (2, 30, 1.0),
    ]


def test_the_latest_value_has_the_greatest_step_then_timestamp_then_value(
    client: MlflowClient, run_id: str
) -> None:
    client.log_metric(run_id, "step", 1.0, timestamp=10, step=5)
    client.log_metric(run_id, "step", 2.0, timestamp=99, step=4)
    client.log_metric(run_id, "time", 1.0, timestamp=20, step=1)
    client.log_metric(run_id, "time", 2.0, timestamp=10, step=1)
    client.log_metric(run_id, "value", 8.0, timestamp=10, step=1)
    client.log_metric(run_id, "value", 3.0, timestamp=10, step=1)

    assert client.get_run(run_id).data.metrics == {"step": 1.0, "time": 1.0, "value": 8.0}


def test_sixty_four_bit_extremes(client: MlflowClient, run_id: str) -> None:
    client.log_metric(run_id, "m", 1.0, timestamp=LONG_MAX, step=LONG_MAX)
    client.log_metric(run_id, "m", 2.0, timestamp=0, step=LONG_MIN)

    assert history(client, run_id, "m") == [(LONG_MIN, 0, 2.0), (LONG_MAX, LONG_MAX, 1.0)]
    assert client.get_run(run_id).data.metrics == {"m": 1.0}


@pytest.mark.parametrize("value", [0.0, -0.0, 1e-320, 2.2250738585072014e-308, 1 / 3, 1e300, -7])
def test_doubles_survive_exactly(client: MlflowClient, run_id: str, value: float) -> None:
    client.log_metric(run_id, "m", value)

    assert client.get_run(run_id).data.metrics["m"] == value
    assert client.get_metric_history(run_id, "m")[0].value == value


def test_nan(client: MlflowClient, run_id: str) -> None:
    client.log_metric(run_id, "m", math.nan, timestamp=1, step=1)

    assert math.isnan(client.get_run(run_id).data.metrics["m"])
    assert math.isnan(client.get_metric_history(run_id, "m")[0].value)


@pytest.mark.parametrize("sign", [1, -1])
def test_infinity_comes_back_as_the_largest_double(
    client: MlflowClient, run_id: str, sign: int
) -> None:
    client.log_metric(run_id, "m", sign * math.inf)

    assert client.get_run(run_id).data.metrics["m"] == sign * DOUBLE_MAX
    assert client.get_metric_history(run_id, "m")[0].value == sign * DOUBLE_MAX


def test_the_same_point_twice_counts_once(client: MlflowClient, run_id: str) -> None:
    for _ in range(3):
        client.log_metric(run_id, "m", 1.0, timestamp=5, step=1)
        client.log_metric(run_id, "m", math.nan, timestamp=5, step=1)
    client.log_batch(run_id, metrics=[Metric("m", 1.0, 5, 1), Metric("m", 1.0, 5, 1)])

    points = client.get_metric_history(run_id, "m")
    assert len(points) == 2
    assert sorted(math.isnan(point.value) for point in points) == [False, True]


def test_a_batch_of_a_thousand(client: MlflowClient, run_id: str) -> None:
    metrics = [Metric(f"m{i % 10}", float(i), 1000 + i, i) for i in range(1000)]

    client.log_batch(run_id, metrics=metrics)

    assert history(client, run_id, "m3") == [(i, 1000 + i, float(i)) for i in range(3, 1000, 10)]
    assert client.get_run(run_id).data.metrics == {f"m{i}": 990.0 + i for i in range(10)}


def test_history_of_an_unknown_key_is_empty(client: MlflowClient, run_id: str) -> None:
    assert client.get_metric_history(run_id, "nope") == []


def test_history_in_pages(client: MlflowClient, run_id: str, rest: RestClient) -> None:
    client.log_batch(run_id, metrics=[Metric("m", float(i), i, i) for i in range(25)])
    seen: list[int] = []
    query = {"run_id": run_id, "metric_key": "m", "max_results": 10}
    sizes = []
    while True:
        page = rest.get("metrics/get-history", query).body
        sizes.append(len(page["metrics"]))
        seen += [point["step"] for point in page["metrics"]]
        if "next_page_token" not in page:
            break
        query = {**query, "page_token": page["next_page_token"]}

    assert sizes == [10, 10, 5]
    assert seen == list(range(25))


def test_a_page_that_fits_exactly_has_no_token(
    client: MlflowClient, run_id: str, rest: RestClient
) -> None:
    client.log_batch(run_id, metrics=[Metric("m", float(i), i, i) for i in range(4)])

    query = {"run_id": run_id, "metric_key": "m", "max_results": 4}
    page = rest.get("metrics/get-history", query).body

    assert len(page["metrics"]) == 4
    assert "next_page_token" not in page


def test_values_that_are_no_numbers_are_refused(client: MlflowClient, run_id: str) -> None:
    for value in ("not a number", None, [1]):
        with pytest.raises((MlflowException, TypeError)):
            client.log_metric(run_id, "m", value)

    assert client.get_run(run_id).data.metrics == {}


def test_a_negative_timestamp_is_refused(run_id: str, rest: RestClient) -> None:
    point = {"run_id": run_id, "key": "m", "value": 1, "timestamp": -1}

    assert rest.post("runs/log-metric", point).error == (
        400,
        "INVALID_PARAMETER_VALUE",
        "Invalid value -1 for parameter 'timestamp' supplied: metric 'm' (value=1.0). "
        "Timestamp must be a nonnegative long (64-bit integer) ",
    )


def test_a_metric_may_name_its_dataset(client: MlflowClient, run_id: str) -> None:
    client.log_metric(run_id, "m", 1.0, dataset_name="train", dataset_digest="abc")

    assert client.get_run(run_id).data.metrics == {"m": 1.0}


def test_sampled_history_keeps_first_and_last(
    client: MlflowClient, run_id: str, rest: RestClient
) -> None:
    client.log_batch(run_id, metrics=[Metric("m", float(i), i, i) for i in range(1000)])

    query = {"run_ids": run_id, "metric_key": "m", "max_results": 10}
    points = rest.get("metrics/get-history-bulk-interval", query).body["metrics"]

    assert [point["step"] for point in points] == [*range(0, 900, 100), 999]
    assert {point["run_id"] for point in points} == {run_id}


def test_sampled_history_of_a_range_of_steps(
    client: MlflowClient, run_id: str, rest: RestClient
) -> None:
    client.log_batch(run_id, metrics=[Metric("m", float(i), i, i) for i in range(100)])

    query = {"run_ids": run_id, "metric_key": "m", "start_step": 10, "end_step": 14}
    points = rest.get("metrics/get-history-bulk-interval", query).body["metrics"]

    assert [point["step"] for point in points] == [10, 11, 12, 13, 14]
