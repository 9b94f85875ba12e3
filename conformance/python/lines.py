"""A small model of known answers: y = slope * x + 1, asked at x = 10."""

from __future__ import annotations

import mlflow
import numpy as np
from mlflow.models import infer_signature
from mlflow.models.model import ModelInfo
from sklearn.linear_model import LinearRegression

X = np.array([[0.0], [1.0], [2.0]])
Y = np.array([1.0, 3.0, 5.0])
NEXT = np.array([[10.0]])


def log_line(name: str = "line", slope: float = 2.0, **options: object) -> ModelInfo:
    """Logs y = slope * x + 1; told its requirements, MLflow need not find them in a process."""
    estimator = LinearRegression().fit(X, slope * X[:, 0] + 1)
    return mlflow.sklearn.log_model(
        estimator,
        name=name,
        signature=infer_signature(X, Y),
        pip_requirements=["scikit-learn"],
        **options,
    )


def predicted(uri: str) -> float:
    return round(float(mlflow.pyfunc.load_model(uri).predict(NEXT)[0]), 6)
