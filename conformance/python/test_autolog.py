"""mlflow.autolog() for scikit-learn, XGBoost and LightGBM: what a fit leaves behind."""

from __future__ import annotations

from collections.abc import Iterator

import lightgbm
import mlflow
import numpy as np
import pandas as pd
import pytest
import xgboost
from mlflow import MlflowClient
from mlflow.entities import LoggedModel, Run
from sklearn.datasets import make_classification
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GridSearchCV
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import StandardScaler

from reading import history, listing

ROUNDS = 4


@pytest.fixture(autouse=True)
def autolog(experiment: str) -> Iterator[None]:
    mlflow.autolog(silent=True)
    yield
    mlflow.autolog(disable=True, silent=True)


@pytest.fixture
def table() -> tuple[pd.DataFrame, np.ndarray]:
    features, classes = make_classification(n_samples=60, n_features=4, random_state=3)
    return pd.DataFrame(features, columns=["a", "b", "c", "d"]), classes


def only_run(client: MlflowClient, experiment_id: str) -> Run:
    [run] = client.search_runs([experiment_id])
    return run


def only_model(run: Run, experiment_id: str) -> LoggedModel:
    """The one logged model of the run, as searched and as named by the run's outputs."""
    [model] = mlflow.search_logged_models([experiment_id], output_format="list")
    assert [output.model_id for output in run.outputs.model_outputs] == [model.model_id]
    assert (model.source_run_id, model.status.value) == (run.info.run_id, "READY")
    return model


def test_scikit_learn(client: MlflowClient, experiment: str, table) -> None:
    features, classes = table

    estimator = LogisticRegression(C=0.5).fit(features, classes)
    accuracy = estimator.score(features, classes)

    run = only_run(client, experiment)
    assert run.info.status == "FINISHED"
    assert run.data.params["C"] == "0.5"
    assert run.data.tags["estimator_name"] == "LogisticRegression"
    assert run.data.metrics["training_accuracy_score"] == accuracy
    assert run.data.metrics["LogisticRegression_score_features"] == accuracy
    assert [tag.value for tag in run.inputs.dataset_inputs[0].tags] == ["train"]
    artifacts = [path for path, _ in listing(client, run.info.run_id)]
    assert "training_confusion_matrix.png" in artifacts
    assert "estimator.html" in artifacts

    model = only_model(run, experiment)
    assert model.params["C"] == "0.5"
    assert {m.key: m.value for m in model.metrics}["training_accuracy_score"] == accuracy
    loaded = mlflow.sklearn.load_model(model.model_uri)
    assert (loaded.predict(features) == estimator.predict(features)).all()


def test_a_pipeline(client: MlflowClient, experiment: str, table) -> None:
    steps = [("scale", StandardScaler()), ("classify", LogisticRegression(C=2))]

    Pipeline(steps).fit(*table)

    run = only_run(client, experiment)
    assert run.data.params["classify__C"] == "2"
    assert run.data.params["scale__with_mean"] == "True"
    assert run.data.tags["estimator_name"] == "Pipeline"
    assert run.data.metrics["training_accuracy_score"] > 0.5


def test_a_grid_search_has_a_run_for_each_candidate(
    client: MlflowClient, experiment: str, table
) -> None:
    search = GridSearchCV(LogisticRegression(), {"C": [0.1, 1.0, 10.0]}, cv=2)

    search.fit(*table)

    [parent] = client.search_runs([experiment], "tags.estimator_name = 'GridSearchCV'")
    assert parent.data.params["best_C"] == str(search.best_params_["C"])
    assert parent.data.metrics["best_cv_score"] == search.best_score_
    assert "cv_results.csv" in [path for path, _ in listing(client, parent.info.run_id)]
    children = client.search_runs(
        [experiment],
        f"tags.mlflow.parentRunId = '{parent.info.run_id}'",
        order_by=["params.C"],
    )
    assert [child.data.params["C"] for child in children] == ["0.1", "1.0", "10.0"]
    assert [child.data.metrics["mean_test_score"] for child in children] == list(
        search.cv_results_["mean_test_score"]
    )
    models = mlflow.search_logged_models([experiment], output_format="list")
    assert sorted(model.name for model in models) == ["best_estimator", "model"]
    best = next(model for model in models if model.name == "best_estimator")
    assert mlflow.sklearn.load_model(best.model_uri).C == search.best_params_["C"]


def test_xgboost(client: MlflowClient, experiment: str, table) -> None:
    features, classes = table
    train = xgboost.DMatrix(features, classes)

    booster = xgboost.train(
        {"max_depth": 2, "objective": "binary:logistic"},
        train,
        num_boost_round=ROUNDS,
        evals=[(train, "train")],
        verbose_eval=False,
    )

    run = only_run(client, experiment)
    assert run.data.params["max_depth"] == "2"
    steps = [step for step, _, _ in history(client, run.info.run_id, "train-logloss")]
    assert steps == list(range(ROUNDS))
    assert "feature_importance_weight.json" in [p for p, _ in listing(client, run.info.run_id)]
    loaded = mlflow.xgboost.load_model(only_model(run, experiment).model_uri)
    assert np.allclose(loaded.predict(train), booster.predict(train))


def test_lightgbm(client: MlflowClient, experiment: str, table) -> None:
    features, classes = table
    train = lightgbm.Dataset(features, classes)

    booster = lightgbm.train(
        {"objective": "binary", "num_leaves": 4, "verbosity": -1},
        train,
        num_boost_round=ROUNDS,
        valid_sets=[train],
        valid_names=["train"],
    )

    run = only_run(client, experiment)
    assert run.data.params["num_leaves"] == "4"
    steps = [step for step, _, _ in history(client, run.info.run_id, "train-binary_logloss")]
    assert steps == list(range(ROUNDS))
    assert "feature_importance_split.png" in [p for p, _ in listing(client, run.info.run_id)]
    loaded = mlflow.lightgbm.load_model(only_model(run, experiment).model_uri)
    assert np.allclose(loaded.predict(features), booster.predict(features))
