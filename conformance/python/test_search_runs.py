"""search_runs: filters, order, pages, tables."""

from __future__ import annotations

import math
from collections.abc import Callable

import mlflow
import pandas
import pytest
from mlflow import MlflowClient, MlflowException
from mlflow.entities import Metric, Param, RunTag, ViewType

from reading import names


@pytest.fixture
def searched(client: MlflowClient, experiment_id: str) -> str:
    """An experiment of five runs, a (the newest) to e (the oldest)."""
    rows: list[tuple[str, dict[str, float], dict[str, str], dict[str, str]]] = [
        ("a", {"acc": 0.9, "loss": 1.0}, {"lr": "0.1", "model": "Resnet"}, {"team": "Vision"}),
        ("b", {"acc": 0.5}, {"lr": "0.01", "with blank": "yes"}, {"team": "vision"}),
        ("c", {"acc": math.nan, "loss": 3.0}, {"lr": "10"}, {"note": "it's 100%_done"}),
        ("d", {"loss": 2.0}, {"model": "resnet 50"}, {}),
        ("e", {"acc": math.inf}, {}, {"team": "nlp"}),
    ]
    for age, (name, metrics, params, tags) in enumerate(rows):
        run = client.create_run(experiment_id, run_name=name, start_time=5000 - 1000 * age)
        client.log_batch(
            run.info.run_id,
            [Metric(key, value, 1, 0) for key, value in metrics.items()],
            [Param(key, value) for key, value in params.items()],
            [RunTag(key, value) for key, value in tags.items()],
        )
    client.set_terminated(run.info.run_id, "FAILED", end_time=1500)
    return experiment_id


FILTERS = {
    "": "abcde",
    "metrics.acc > 0.5": "ae",
    "metrics.acc >= 0.5": "abe",
    "metrics.acc < 0.9": "b",
    "metrics.acc != 0.5": "ace",
    "metric.acc = 0.5": "b",
    "metrics.`acc` <= 9e-1": "ab",
    "metrics.loss > 0 AND metrics.acc > 0": "a",
    "params.lr = '0.1'": "a",
    'params.lr = "0.1"': "a",
    "params.lr != '0.1'": "bc",
    "param.lr LIKE '0.%'": "ab",
    "parameters.model ILIKE 'RESNET%'": "ad",
    "params.model LIKE 'resnet%'": "d",
    "params.`with blank` = 'yes'": "b",
    "params.\"with blank\" = 'yes'": "b",
    "params.lr IS NULL": "de",
    "params.model IS NOT NULL": "ad",
    "tags.team = 'vision'": "b",
    "tags.team ILIKE 'vision'": "ab",
    "tag.team LIKE '_lp'": "e",
    "tags.team != 'vision'": "ae",
    "tags.team is null": "cd",
    'tags.note = "it\'s 100%_done"': "c",
    "tags.mlflow.runName = 'd'": "d",
    "attributes.run_name = 'a'": "a",
    "run_name LIKE '%'": "abcde",
    "`Run name` = 'b'": "b",
    "attr.status = 'FAILED'": "e",
    "status != 'FAILED'": "abcd",
    "status ILIKE 'run%'": "abcd",
    "start_time > 3000": "ab",
    "created <= 2000": "de",
    "end_time = 1500": "e",
    "start_time >= 2000 AND params.lr IS NOT NULL AND tags.team IS NULL": "c",
    "run_name = 'a' and run_name = 'b'": "",
    "params.lr = '0.1' AND": "a",
}


@pytest.mark.parametrize(("filter_string", "expected"), FILTERS.items())
def test_filters(client: MlflowClient, searched: str, filter_string: str, expected: str) -> None:
    assert "".join(names(client.search_runs([searched], filter_string))) == expected


def test_run_ids_in_a_list(client: MlflowClient, searched: str) -> None:
    by_name = {run.info.run_name: run.info.run_id for run in client.search_runs([searched])}

    def found(filter_string: str) -> str:
        return "".join(names(client.search_runs([searched], filter_string)))

    assert found(f"run_id IN ('{by_name['b']}', '{by_name['d']}')") == "bd"
    assert found(f"attributes.run_id NOT IN ('{by_name['b']}', '{by_name['d']}')") == "ace"
    assert found(f"run_id = '{by_name['c']}'") == "c"


ORDERS: list[tuple[list[str], str]] = [
    ([], "abcde"),
    (["metrics.acc"], "baecd"),
    (["metrics.acc DESC"], "eabcd"),
    (["metric.loss asc"], "adcbe"),
    (["params.lr ASC"], "bacde"),
    (["params.lr DESC"], "cabde"),
    (["tags.team"], "aebcd"),
    (["start_time"], "edcba"),
    (["attributes.run_name DESC"], "edcba"),
    (["status ASC", "start_time ASC"], "edcba"),
    (["params.`with blank`", "created"], "bedca"),
    (["end_time", "run_name DESC"], "edcba"),
]


@pytest.mark.parametrize(("order_by", "expected"), ORDERS)
def test_order(client: MlflowClient, searched: str, order_by: list[str], expected: str) -> None:
    found = "".join(names(client.search_runs([searched], order_by=order_by)))

    # How names with capitals sort is the database's business.
    if order_by == ["tags.team"]:
        assert (sorted(found[:3]), found[3:]) == (["a", "b", "e"], "cd")
    else:
        assert found == expected


def test_equal_runs_are_ordered_by_id(client: MlflowClient, experiment_id: str) -> None:
    ids = [client.create_run(experiment_id, start_time=7).info.run_id for _ in range(6)]

    found = client.search_runs([experiment_id], order_by=["metrics.none DESC"])

    assert [run.info.run_id for run in found] == sorted(ids)


def test_pages(client: MlflowClient, searched: str) -> None:
    pages: list[str] = []
    token = None
    while True:
        page = client.search_runs(
            [searched], max_results=2, order_by=["metrics.acc DESC"], page_token=token
        )
        pages.append("".join(names(page)))
        token = page.token
        if not token:
            break

    assert pages == ["ea", "bc", "d"]


def test_view_types(client: MlflowClient, searched: str) -> None:
    [run] = client.search_runs([searched], "run_name = 'b'")
    client.delete_run(run.info.run_id)

    def found(view: int) -> str:
        return "".join(names(client.search_runs([searched], run_view_type=view)))

    assert found(ViewType.ACTIVE_ONLY) == "acde"
    assert found(ViewType.DELETED_ONLY) == "b"
    assert found(ViewType.ALL) == "abcde"


def test_several_experiments(
    client: MlflowClient, searched: str, unique: Callable[[str], str]
) -> None:
    other = client.create_experiment(unique("other"))
    client.create_run(other, run_name="x", start_time=4500)

    assert names(client.search_runs([searched, other])) == ["a", "x", "b", "c", "d", "e"]
    assert names(client.search_runs([other])) == ["x"]
    assert client.search_runs([]) == []
    assert client.search_runs(["987654321"]) == []


def test_as_a_table(searched: str) -> None:
    table = mlflow.search_runs([searched], "params.lr IS NOT NULL", order_by=["run_name ASC"])

    assert list(table["tags.mlflow.runName"]) == ["a", "b", "c"]
    assert list(table["params.lr"]) == ["0.1", "0.01", "10"]
    assert list(table["metrics.acc"])[:2] == [0.9, 0.5]
    assert math.isnan(table["metrics.acc"][2])
    assert list(table["metrics.loss"].isna()) == [False, True, False]
    assert list(table["params.with blank"].fillna("")) == ["", "yes", ""]
    assert set(table["experiment_id"]) == {searched}
    assert table["start_time"][0] == pandas.Timestamp(5000, unit="ms", tz="UTC")


def test_by_experiment_name_as_a_list(client: MlflowClient, searched: str) -> None:
    name = client.get_experiment(searched).name

    found = mlflow.search_runs(experiment_names=[name], max_results=3, output_format="list")

    assert names(found) == ["a", "b", "c"]


def test_more_than_one_page_as_a_table(client: MlflowClient, experiment_id: str) -> None:
    for number in range(30):
        client.create_run(experiment_id, run_name=f"run {number:02}", start_time=number + 1)

    table = mlflow.search_runs([experiment_id], max_results=25, order_by=["start_time ASC"])

    expected = [f"run {number:02}" for number in range(25)]
    assert list(table["tags.mlflow.runName"]) == expected


REFUSED = {
    "params.lr = '0.1' OR params.lr = '1'": "Invalid clause(s) in filter string: 'OR'",
    "metrics.acc > 'x'": "Expected numeric value type for metric. Found 'x'",
    "params.lr = 0.1": "Expected a quoted string value for parameter (e.g. 'my-value'). "
    "Got value 0.1",
    "nope.a = 'x'": "Invalid entity type 'nope'. Valid values are "
    "['metric', 'parameter', 'tag', 'attribute', 'dataset']",
    "nope = 'x'": "Invalid attribute key 'nope' specified.",
    "params.lr > '1'": "Invalid comparator '>' not one of",
    "status IN ('RUNNING')": "Only ['run_id'] attributes support comparison with a list of "
    "quoted string values.",
    "run_id IN ()": "expected a non-empty list of string values, but got empty list",
    "metrics.acc IS NULL": "IS NULL / IS NOT NULL is only supported for tags and params, "
    "not for 'metric' 'acc'",
}


@pytest.mark.parametrize(("filter_string", "message"), REFUSED.items())
def test_refused_filters(
    client: MlflowClient, experiment_id: str, filter_string: str, message: str
) -> None:
    with pytest.raises(MlflowException) as refused:
        client.search_runs([experiment_id], filter_string)

    assert refused.value.error_code == "INVALID_PARAMETER_VALUE"
    assert message in refused.value.message
