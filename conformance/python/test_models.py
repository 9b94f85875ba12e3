"""Models: logged with log_model, loaded back by every kind of URI, evaluated."""

from __future__ import annotations

from pathlib import Path

import mlflow
import pytest
from mlflow import MlflowClient

from lines import X, Y, log_line, predicted
from reading import listing, read_files


def test_a_logged_model_belongs_to_its_run(client: MlflowClient, experiment: str) -> None:
    with mlflow.start_run() as run:
        info = log_line(params={"depth": 3}, tags={"team": "vision"})

    model = mlflow.get_logged_model(info.model_id)
    assert (model.name, model.experiment_id) == ("line", experiment)
    assert (model.source_run_id, model.status.value) == (run.info.run_id, "READY")
    assert model.params == {"depth": "3"}
    assert model.tags["team"] == "vision"
    assert model.artifact_location == (
        f"mlflow-artifacts:/{experiment}/models/{info.model_id}/artifacts"
    )
    outputs = client.get_run(run.info.run_id).outputs.model_outputs
    assert [(output.model_id, output.step) for output in outputs] == [(info.model_id, 0)]


def test_loading_by_the_models_id(experiment: str) -> None:
    info = log_line()

    assert predicted(f"models:/{info.model_id}") == 21
    assert mlflow.sklearn.load_model(info.model_uri).coef_[0] == pytest.approx(2)


def test_loading_through_the_run(experiment: str) -> None:
    with mlflow.start_run() as run:
        log_line("first", slope=2)
        log_line("second", slope=3)

    assert predicted(f"runs:/{run.info.run_id}/first") == 21
    assert predicted(f"runs:/{run.info.run_id}/second") == 31


def test_the_models_files_are_in_its_runs_downloads(client: MlflowClient, experiment: str) -> None:
    with mlflow.start_run() as run:
        info = log_line()

    names = {path for path, _ in listing(client, run.info.run_id, "line")}
    assert {"line/MLmodel", "line/requirements.txt"} <= names
    by_run = mlflow.artifacts.download_artifacts(run_id=run.info.run_id, artifact_path="line")
    by_model = mlflow.artifacts.download_artifacts(artifact_uri=f"models:/{info.model_id}")
    assert read_files(by_run).keys() == read_files(by_model).keys()
    found = client.list_logged_model_artifacts(info.model_id)
    assert {file.path for file in found} == {name.removeprefix("line/") for name in names}


def test_a_python_function(experiment: str) -> None:
    class Doubler(mlflow.pyfunc.PythonModel):
        def predict(self, context, model_input: list[float]) -> list[float]:
            return [2 * value for value in model_input]

    info = mlflow.pyfunc.log_model(
        name="doubler", python_model=Doubler(), pip_requirements=["mlflow"]
    )

    assert mlflow.pyfunc.load_model(info.model_uri).predict([1.5, 4.0]) == [3.0, 8.0]


def test_files_that_go_along_with_a_model(experiment: str, tmp_path: Path) -> None:
    (tmp_path / "word list.txt").write_text("ü\nb\n", encoding="utf-8")

    class Words(mlflow.pyfunc.PythonModel):
        def load_context(self, context) -> None:
            with open(context.artifacts["words"], encoding="utf-8") as file:
                self.words = file.read().split()

        def predict(self, context, model_input: list[int]) -> list[str]:
            return [self.words[index] for index in model_input]

    info = mlflow.pyfunc.log_model(
        name="words",
        python_model=Words(),
        artifacts={"words": str(tmp_path / "word list.txt")},
        pip_requirements=["mlflow"],
    )

    assert mlflow.pyfunc.load_model(info.model_uri).predict([1, 0]) == ["b", "ü"]


def test_checkpoints_are_models_at_steps(client: MlflowClient, experiment: str) -> None:
    with mlflow.start_run() as run:
        for step in (0, 5, 10):
            info = log_line("checkpoint", slope=step, step=step)
            mlflow.log_metric("loss", 10.0 - step, step=step, model_id=info.model_id)

    outputs = client.get_run(run.info.run_id).outputs.model_outputs
    assert sorted(output.step for output in outputs) == [0, 5, 10]
    [best] = mlflow.search_logged_models(
        [experiment],
        order_by=[{"field_name": "metrics.loss", "ascending": True}],
        max_results=1,
        output_format="list",
    )
    assert [(m.key, m.value, m.step) for m in best.metrics] == [("loss", 0.0, 10)]


def test_nested_runs_with_models(client: MlflowClient, experiment: str) -> None:
    with mlflow.start_run() as parent:
        for slope in (1, 2):
            with mlflow.start_run(nested=True):
                log_line(slope=slope)
        log_line("best", slope=2)

    models = mlflow.search_logged_models([experiment], output_format="list")
    sources = [model.source_run_id for model in models]
    assert sources.count(parent.info.run_id) == 1
    assert len(set(sources)) == 3


def test_evaluation_logs_metrics_of_the_model(client: MlflowClient, experiment: str) -> None:
    with mlflow.start_run() as run:
        info = log_line()
        data = mlflow.data.from_numpy(X, targets=Y, name="line-data")
        result = mlflow.models.evaluate(
            info.model_uri,
            data,
            model_type="regressor",
            evaluator_config={"log_explainer": False},
        )

    assert result.metrics["max_error"] == pytest.approx(0, abs=1e-9)
    assert client.get_run(run.info.run_id).data.metrics["example_count"] == 3
    metrics = {m.key: m for m in mlflow.get_logged_model(info.model_id).metrics}
    assert metrics["example_count"].value == 3
    assert metrics["example_count"].dataset_name == "line-data"
