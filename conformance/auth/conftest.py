"""Fixtures: clients that say who they are, and users nobody else uses."""

from __future__ import annotations

import os
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from mlflow import MlflowClient
from mlflow.server import get_app_client
from mlflow.server.auth.client import AuthServiceClient

PASSWORD = "correct horse battery"


@dataclass(frozen=True)
class Person:
    """Somebody with a name and a password."""

    name: str
    password: str = PASSWORD


@contextmanager
def logged_in(person: Person | None) -> Iterator[None]:
    """What MLflow's clients do meanwhile, they do as that person; None for a stranger."""
    keys = ("MLFLOW_TRACKING_USERNAME", "MLFLOW_TRACKING_PASSWORD")
    before = {key: os.environ.pop(key, None) for key in keys}
    if person is not None:
        os.environ.update(zip(keys, (person.name, person.password)))
    try:
        yield
    finally:
        for key, value in before.items():
            os.environ.pop(key, None)
            if value is not None:
                os.environ[key] = value


def pytest_configure(config: pytest.Config) -> None:
    if "RUNSTREAM_ADMIN_PASSWORD_FILE" not in os.environ:
        pytest.exit("RUNSTREAM_ADMIN_PASSWORD_FILE must name the file with the administrator's password", 2)
    os.environ.setdefault("MLFLOW_HTTP_REQUEST_MAX_RETRIES", "0")
    if authority := os.environ.get("RUNSTREAM_CONFORMANCE_AUTHORITY"):
        os.environ["MLFLOW_TRACKING_SERVER_CERT_PATH"] = authority


@pytest.fixture(scope="session")
def base_url() -> str:
    return os.environ["MLFLOW_TRACKING_URI"].rstrip("/")


@pytest.fixture(scope="session")
def admin() -> Person:
    return Person("admin", Path(os.environ["RUNSTREAM_ADMIN_PASSWORD_FILE"]).read_text().strip())


@pytest.fixture
def users(base_url: str) -> AuthServiceClient:
    return get_app_client("basic-auth", tracking_uri=base_url)


@pytest.fixture
def client(base_url: str) -> MlflowClient:
    return MlflowClient(base_url)


@pytest.fixture
def newcomer(users: AuthServiceClient, admin: Person) -> Callable[[], Person]:
    """Creates a user."""

    def create() -> Person:
        person = Person(f"user-{uuid.uuid4().hex[:12]}")
        with logged_in(admin):
            users.create_user(person.name, person.password)
        return person

    return create


@pytest.fixture
def unique() -> Callable[[], str]:
    return lambda: f"name-{uuid.uuid4().hex[:12]}"
