"""Params (written once) and tags (overwritten)."""

from __future__ import annotations

import mlflow
import pytest
from mlflow import MlflowClient, MlflowException
from mlflow.entities import Param, RunTag

pytestmark = pytest.mark.usefixtures("experiment")


def test_log_param_and_params(client: MlflowClient) -> None:
    with mlflow.start_run() as run:
        assert mlflow.log_param("learning_rate", 0.01) == 0.01
        mlflow.log_params({"layers": 3, "name": "resnet", "nested": {"a": [1, None]}, "empty": ""})

    assert client.get_run(run.info.run_id).data.params == {
        "learning_rate": "0.01",
        "layers": "3",
        "name": "resnet",
        "nested": "{'a': [1, None]}",
        "empty": "",
    }


@pytest.mark.parametrize("key", ["a/b/c", "with blank", "dot.ted", "co:lon", "Größe_日本-1"])
def test_keys_of_every_legal_sort(client: MlflowClient, run_id: str, key: str) -> None:
    client.log_param(run_id, key, "p")
    client.set_tag(run_id, key, "t")
    client.log_metric(run_id, key, 1.5)

    data = client.get_run(run_id).data
    assert (data.params[key], data.tags[key], data.metrics[key]) == ("p", "t", 1.5)


@pytest.mark.parametrize("key", ["bang!", "a,b", "../up", "/root", "a//b", ".", "emoji😀"])
def test_keys_that_are_refused(client: MlflowClient, run_id: str, key: str) -> None:
    for write in (client.log_param, client.set_tag):
        with pytest.raises(MlflowException, match="Invalid value") as refused:
            write(run_id, key, "v")
        assert refused.value.error_code == "INVALID_PARAMETER_VALUE"


def test_the_same_param_again_is_fine(client: MlflowClient, run_id: str) -> None:
    client.log_param(run_id, "p", 1)
    client.log_param(run_id, "p", "1")

    assert client.get_run(run_id).data.params == {"p": "1"}


def test_a_changed_param_is_refused(client: MlflowClient, run_id: str) -> None:
    client.log_param(run_id, "p", 1)

    with pytest.raises(MlflowException) as refused:
        client.log_param(run_id, "p", 2)

    assert refused.value.error_code == "INVALID_PARAMETER_VALUE"
    assert (
        "Changing param values is not allowed. Param with key='p' was already logged with "
        f"value='1' for run ID='{run_id}'. Attempted logging new value '2'."
    ) in refused.value.message
    assert client.get_run(run_id).data.params == {"p": "1"}


def test_a_changed_param_in_a_batch_is_refused(client: MlflowClient, run_id: str) -> None:
    client.log_param(run_id, "p", 1)

    with pytest.raises(MlflowException) as refused:
        client.log_batch(run_id, params=[Param("new", "x"), Param("p", "9")])

    assert (
        "Changing param values is not allowed. Params were already logged="
        "'[{'key': 'p', 'old_value': '1', 'new_value': '9'}]' "
        f"for run ID='{run_id}'."
    ) in refused.value.message
    assert client.get_run(run_id).data.params == {"p": "1"}


def test_a_param_twice_in_a_batch_is_refused(client: MlflowClient, run_id: str) -> None:
    with pytest.raises(MlflowException, match="Duplicate parameter keys have been submitted"):
        client.log_batch(run_id, params=[Param("d", "1"), Param("d", "1")])

    assert client.get_run(run_id).data.params == {}


def test_long_values_are_cut(client: MlflowClient, run_id: str, rest, experiment_id: str) -> None:
    rest.post("runs/log-parameter", {"run_id": run_id, "key": "p", "value": "x" * 6001})
    rest.post("runs/set-tag", {"run_id": run_id, "key": "t", "value": "y" * 8001})

    data = client.get_run(run_id).data
    assert data.params["p"] == "x" * 6000
    assert data.tags["t"] == "y" * 8000


def test_params_of_the_longest_value_and_key(client: MlflowClient, run_id: str) -> None:
    client.log_param(run_id, "k" * 250, "v" * 6000)

    assert client.get_run(run_id).data.params == {"k" * 250: "v" * 6000}


def test_set_tag_and_tags_overwrite(client: MlflowClient) -> None:
    with mlflow.start_run() as run:
        mlflow.set_tag("one", 1)
        mlflow.set_tags({"one": "uno", "two": 2.5, "none": None})

    tags = client.get_run(run.info.run_id).data.tags
    assert (tags["one"], tags["two"], tags["none"]) == ("uno", "2.5", "None")


def test_the_last_of_equal_tags_in_a_batch_wins(client: MlflowClient, run_id: str) -> None:
    client.log_batch(run_id, tags=[RunTag("t", "1"), RunTag("t", "2")])

    assert client.get_run(run_id).data.tags["t"] == "2"


def test_delete_tag(client: MlflowClient) -> None:
    with mlflow.start_run() as run:
        mlflow.set_tag("temporary", "x")
        mlflow.delete_tag("temporary")

        with pytest.raises(MlflowException) as refused:
            mlflow.delete_tag("temporary")

    assert refused.value.error_code == "RESOURCE_DOES_NOT_EXIST"
    message = f"No tag with name: temporary in run with id {run.info.run_id}"
    assert message in refused.value.message
    assert "temporary" not in client.get_run(run.info.run_id).data.tags


def test_a_note(client: MlflowClient, run_id: str) -> None:
    note = "# Title\n\n- *emphasis* & <b>html</b>\n- 日本語 😀"

    client.set_tag(run_id, "mlflow.note.content", note)

    assert client.get_run(run_id).data.tags["mlflow.note.content"] == note


def test_fluent_batches_of_more_than_the_limit(client: MlflowClient) -> None:
    params = {f"p{i}": str(i) for i in range(250)}
    tags = {f"t{i}": str(i) for i in range(100)}

    with mlflow.start_run() as run:
        mlflow.log_params(dict(list(params.items())[:100]))
        mlflow.log_params(dict(list(params.items())[100:200]))
        mlflow.log_params(dict(list(params.items())[200:]))
        mlflow.set_tags(tags)

    data = client.get_run(run.info.run_id).data
    assert data.params == params
    assert {key: value for key, value in data.tags.items() if key in tags} == tags


def test_writing_to_an_unknown_run_is_refused(client: MlflowClient) -> None:
    for write in (client.log_param, client.set_tag):
        with pytest.raises(MlflowException, match="Run with id=nobody not found") as refused:
            write("nobody", "k", "v")
        assert refused.value.error_code == "RESOURCE_DOES_NOT_EXIST"
