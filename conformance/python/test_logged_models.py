"""Logged models without files: creation, status, params, tags, metrics, search, deletion."""

from __future__ import annotations

import mlflow
import numpy as np
import pytest
from mlflow import MlflowClient, MlflowException
from mlflow.entities import LoggedModel, LoggedModelInput, LoggedModelOutput

ACCURACIES = [("alpha", 0.5), ("beta", 0.9), ("gamma", 0.7)]


def found(
    client: MlflowClient, experiment_id: str, filter_string: str | None = None, **options: object
) -> list[str]:
    """Names of the models found, in the order found."""
    models = client.search_logged_models([experiment_id], filter_string, **options)
    return [model.name for model in models]


@pytest.fixture
def three(client: MlflowClient, experiment: str) -> dict[str, LoggedModel]:
    """Models alpha, beta, gamma with an accuracy each, made in this order by one run."""
    made = {}
    with mlflow.start_run() as run:
        for number, (name, accuracy) in enumerate(ACCURACIES):
            model = client.create_logged_model(
                experiment,
                name=name,
                source_run_id=run.info.run_id,
                params={"depth": str(number)},
                tags={"first": name[0]},
                model_type="tree" if number else "line",
            )
            mlflow.log_metric("accuracy", accuracy, model_id=model.model_id, timestamp=number + 1)
            client.finalize_logged_model(model.model_id, "FAILED" if number == 2 else "READY")
            made[name] = model
    return made


def test_creation(client: MlflowClient, experiment_id: str, run_id: str) -> None:
    made = client.create_logged_model(
        experiment_id, "tree", run_id, {"t": "1"}, {"p": "2"}, model_type="forest"
    )

    model = client.get_logged_model(made.model_id)
    assert model.model_id.startswith("m-")
    assert (model.name, model.experiment_id) == ("tree", experiment_id)
    assert (model.source_run_id, model.model_type) == (run_id, "forest")
    assert (model.tags, model.params) == ({"t": "1"}, {"p": "2"})
    assert model.status.value == "PENDING"
    assert model.creation_timestamp == model.last_updated_timestamp
    assert model.model_uri == f"models:/{model.model_id}"


def test_a_model_without_a_name_gets_one(client: MlflowClient, experiment_id: str) -> None:
    assert client.create_logged_model(experiment_id).name


@pytest.mark.parametrize("name", ["a/b", "a:b", "a.b", "a%b", 'a"b', "a'b"])
def test_illegal_names_are_refused(client: MlflowClient, experiment_id: str, name: str) -> None:
    with pytest.raises(MlflowException, match="Invalid model name") as refused:
        client.create_logged_model(experiment_id, name)

    assert refused.value.error_code == "INVALID_PARAMETER_VALUE"


@pytest.mark.parametrize("status", ["READY", "FAILED"])
def test_finalization(client: MlflowClient, experiment_id: str, status: str) -> None:
    model = client.create_logged_model(experiment_id, "m")

    assert client.finalize_logged_model(model.model_id, status).status.value == status
    assert client.get_logged_model(model.model_id).status.value == status


def test_an_external_model_is_ready(experiment: str) -> None:
    model = mlflow.create_external_model(name="elsewhere", params={"p": "1"}, tags={"t": "2"})

    read = mlflow.get_logged_model(model.model_id)
    assert (read.name, read.status.value, read.params) == ("elsewhere", "READY", {"p": "1"})
    assert read.tags["t"] == "2"
    assert read.tags["mlflow.model.isExternal"] == "true"


def test_params_and_tags(client: MlflowClient, experiment_id: str) -> None:
    model_id = client.create_logged_model(experiment_id, "m", tags={"old": "1"}).model_id

    client.log_model_params(model_id, {"a": "1", "b": "ü"})
    client.set_logged_model_tags(model_id, {"old": "2", "new": "3"})
    client.delete_logged_model_tag(model_id, "new")

    model = client.get_logged_model(model_id)
    assert model.params == {"a": "1", "b": "ü"}
    assert model.tags == {"old": "2"}


def test_many_params_are_logged_in_parts(experiment: str) -> None:
    params = {f"p{number:03}": str(number) for number in range(150)}

    model = mlflow.initialize_logged_model(name="many", params=params)

    assert mlflow.get_logged_model(model.model_id).params == params


def test_a_tag_that_is_not_there_cannot_be_deleted(
    client: MlflowClient, experiment_id: str
) -> None:
    model_id = client.create_logged_model(experiment_id, "m").model_id

    with pytest.raises(MlflowException, match="No tag with key 'nope'"):
        client.delete_logged_model_tag(model_id, "nope")


def test_metrics_of_a_model_are_metrics_of_its_run_too(
    client: MlflowClient, experiment: str
) -> None:
    model = mlflow.create_external_model(name="measured")
    with mlflow.start_run() as run:
        mlflow.log_metric("loss", 0.5, step=1, model_id=model.model_id)
        mlflow.log_metric("loss", 0.25, step=2, model_id=model.model_id)
        mlflow.log_metrics({"f1": 0.75}, step=2, model_id=model.model_id)

    metrics = mlflow.get_logged_model(model.model_id).metrics
    assert {(m.key, m.step, m.value, m.run_id) for m in metrics} == {
        ("loss", 1, 0.5, run.info.run_id),
        ("loss", 2, 0.25, run.info.run_id),
        ("f1", 2, 0.75, run.info.run_id),
    }
    assert client.get_run(run.info.run_id).data.metrics == {"loss": 0.25, "f1": 0.75}


def test_metrics_of_a_model_on_a_dataset(experiment: str) -> None:
    model = mlflow.create_external_model(name="measured")
    data = mlflow.data.from_numpy(np.array([1, 2, 3]), name="numbers")
    with mlflow.start_run():
        mlflow.log_metric("loss", 0.5, model_id=model.model_id, dataset=data)

    [metric] = mlflow.get_logged_model(model.model_id).metrics
    assert (metric.key, metric.value) == ("loss", 0.5)
    assert (metric.dataset_name, metric.dataset_digest) == ("numbers", data.digest)


def test_inputs_and_outputs_of_a_run(client: MlflowClient, experiment_id: str, run_id: str) -> None:
    used, made = (client.create_logged_model(experiment_id, name) for name in ("used", "made"))

    client.log_inputs(run_id, models=[LoggedModelInput(used.model_id)])
    client.log_outputs(run_id, [LoggedModelOutput(made.model_id, step=7)])

    run = client.get_run(run_id)
    assert [given.model_id for given in run.inputs.model_inputs] == [used.model_id]
    assert [(o.model_id, o.step) for o in run.outputs.model_outputs] == [(made.model_id, 7)]


SEARCHES = [
    (None, ["alpha", "beta", "gamma"]),
    ("name = 'beta'", ["beta"]),
    ("name LIKE '%a' AND name != 'beta'", ["alpha", "gamma"]),
    ("name IN ('alpha', 'gamma')", ["alpha", "gamma"]),
    ("name NOT IN ('alpha', 'gamma')", ["beta"]),
    ("attributes.model_type = 'tree'", ["beta", "gamma"]),
    ("params.depth = '1'", ["beta"]),
    ("tags.first = 'g'", ["gamma"]),
    ("tags.`first` ILIKE 'A'", ["alpha"]),
    ("metrics.accuracy > 0.6", ["beta", "gamma"]),
    ("metrics.accuracy <= 0.5", ["alpha"]),
    ("metrics.none > 0", []),
    ("creation_time > 0 AND last_updated_timestamp > 0", ["alpha", "beta", "gamma"]),
]


@pytest.mark.parametrize(("filter_string", "names"), SEARCHES)
def test_search(
    client: MlflowClient, three, experiment: str, filter_string: str | None, names: list[str]
) -> None:
    assert sorted(found(client, experiment, filter_string)) == names


def test_search_by_run_and_by_id(client: MlflowClient, three, experiment: str) -> None:
    alpha = three["alpha"]

    assert found(client, experiment, f"model_id = '{alpha.model_id}'") == ["alpha"]
    assert len(found(client, experiment, f"source_run_id = '{alpha.source_run_id}'")) == 3
    assert found(client, experiment, "source_run_id = 'nobody'") == []


@pytest.mark.parametrize(
    ("field", "ascending", "names"),
    [
        ("name", True, ["alpha", "beta", "gamma"]),
        ("name", False, ["gamma", "beta", "alpha"]),
        ("metrics.accuracy", True, ["alpha", "gamma", "beta"]),
        ("metrics.accuracy", False, ["beta", "gamma", "alpha"]),
    ],
)
def test_order(
    client: MlflowClient, three, experiment: str, field: str, ascending: bool, names: list[str]
) -> None:
    order = [{"field_name": field, "ascending": ascending}]

    assert found(client, experiment, order_by=order) == names


def test_pages(client: MlflowClient, three, experiment: str) -> None:
    names, token = [], None
    while True:
        page = client.search_logged_models(
            [experiment], max_results=2, order_by=[{"field_name": "name"}], page_token=token
        )
        names.append([model.name for model in page])
        token = page.token
        if not token:
            break

    assert names == [["alpha", "beta"], ["gamma"]]


def test_a_search_as_a_table(three, experiment: str) -> None:
    table = mlflow.search_logged_models([experiment], order_by=[{"field_name": "name"}])

    assert list(table["name"]) == ["alpha", "beta", "gamma"]
    assert list(table["source_run_id"]) == [three["alpha"].source_run_id] * 3


@pytest.mark.parametrize(
    "filter_string", ["name ~ 'a'", "nothing = 'x'", "params.a > 1", "name = 'a' OR name = 'b'"]
)
def test_illegal_filters_are_refused(
    client: MlflowClient, experiment_id: str, filter_string: str
) -> None:
    with pytest.raises(MlflowException) as refused:
        client.search_logged_models([experiment_id], filter_string)

    assert refused.value.error_code == "INVALID_PARAMETER_VALUE"


def test_a_deleted_model_is_gone(client: MlflowClient, experiment_id: str) -> None:
    model_id = client.create_logged_model(experiment_id, "gone").model_id

    client.delete_logged_model(model_id)

    assert found(client, experiment_id) == []
    with pytest.raises(MlflowException, match="not found") as refused:
        client.get_logged_model(model_id)
    assert refused.value.error_code == "RESOURCE_DOES_NOT_EXIST"


def test_an_unknown_model_is_refused(client: MlflowClient) -> None:
    with pytest.raises(MlflowException, match="m-nobody"):
        client.get_logged_model("m-nobody")


def test_the_active_model_gets_the_metrics(experiment: str) -> None:
    model = mlflow.set_active_model(name="active")
    try:
        with mlflow.start_run():
            mlflow.log_metric("score", 3)
    finally:
        mlflow.clear_active_model()

    assert [(m.key, m.value) for m in mlflow.get_logged_model(model.model_id).metrics] == [
        ("score", 3.0)
    ]
