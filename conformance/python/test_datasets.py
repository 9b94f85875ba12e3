"""Dataset inputs of a run."""

from __future__ import annotations

import json

import mlflow
import pandas
import pytest
from mlflow import MlflowClient
from mlflow.entities import Dataset, DatasetInput, InputTag

from reading import names
from rest import AJAX, RestClient

pytestmark = pytest.mark.usefixtures("experiment")

FRAME = pandas.DataFrame({"x": [1.0, 2.0], "y": ["a", "b"]})


def dataset(name: str, digest: str = "d1", context: str | None = None) -> DatasetInput:
    tags = [InputTag("mlflow.data.context", context)] if context else []
    return DatasetInput(Dataset(name, digest, "local", '{"uri": "/data"}'), tags)


def test_log_input_of_a_frame(client: MlflowClient) -> None:
    data = mlflow.data.from_pandas(FRAME, source="https://example.org/d.csv", name="iris")

    with mlflow.start_run() as run:
        mlflow.log_input(data, context="training", tags={"split": "a"})

    [logged] = client.get_run(run.info.run_id).inputs.dataset_inputs
    assert logged.dataset.name == "iris"
    assert logged.dataset.digest == data.digest
    assert logged.dataset.source_type == "http"
    assert json.loads(logged.dataset.source) == {"url": "https://example.org/d.csv"}
    assert [c["name"] for c in json.loads(logged.dataset.schema)["mlflow_colspec"]] == ["x", "y"]
    assert json.loads(logged.dataset.profile)["num_rows"] == 2
    assert {tag.key: tag.value for tag in logged.tags} == {
        "mlflow.data.context": "training",
        "split": "a",
    }


def test_several_inputs_and_the_same_again(client: MlflowClient, run_id: str) -> None:
    client.log_inputs(run_id, [dataset("a", context="train"), dataset("b")])
    client.log_inputs(run_id, [dataset("a", context="test"), dataset("a", "d2")])

    inputs = client.get_run(run_id).inputs.dataset_inputs
    seen = {
        (i.dataset.name, i.dataset.digest): {tag.key: tag.value for tag in i.tags} for i in inputs
    }
    assert len(inputs) == 3
    assert seen == {("a", "d1"): {"mlflow.data.context": "train"}, ("b", "d1"): {}, ("a", "d2"): {}}


def test_search_runs_by_dataset(client: MlflowClient, experiment: str) -> None:
    first = client.create_run(experiment, run_name="first", start_time=2)
    second = client.create_run(experiment, run_name="second", start_time=1)
    client.log_inputs(first.info.run_id, [dataset("cars", "d1", "train")])
    client.log_inputs(second.info.run_id, [dataset("cars", "d2", "test"), dataset("boats", "d1")])

    def found(filter_string: str) -> list[str]:
        return names(client.search_runs([experiment], filter_string))

    assert found("dataset.name = 'cars'") == ["first", "second"]
    assert found("datasets.digest = 'd2'") == ["second"]
    assert found("dataset.context = 'train'") == ["first"]
    assert found("dataset.name LIKE 'bo%'") == ["second"]
    assert found("dataset.context IN ('test', 'other')") == ["second"]
    assert found("dataset.name = 'cars' AND dataset.context = 'test'") == ["second"]
    assert found("dataset.name = 'none'") == []


def test_search_results_carry_their_inputs(client: MlflowClient, run_id: str, run) -> None:
    client.log_inputs(run_id, [dataset("cars", "d1", "train")])

    [found] = client.search_runs([run.info.experiment_id])

    assert [i.dataset.name for i in found.inputs.dataset_inputs] == ["cars"]


def test_the_datasets_of_an_experiment(
    client: MlflowClient, experiment: str, rest: RestClient
) -> None:
    run_id = client.create_run(experiment).info.run_id
    client.log_inputs(run_id, [dataset("cars", "d1", "train"), dataset("boats", "d9")])

    answer = rest.post(f"{AJAX}/experiments/search-datasets", {"experiment_ids": [experiment]})

    summaries = sorted(answer.body["dataset_summaries"], key=lambda summary: summary["name"])
    assert summaries == [
        {"experiment_id": experiment, "name": "boats", "digest": "d9"},
        {"experiment_id": experiment, "name": "cars", "digest": "d1", "context": "train"},
    ]
