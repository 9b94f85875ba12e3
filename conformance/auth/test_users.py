"""MLflow's AuthServiceClient: users."""

from __future__ import annotations

import os
from collections.abc import Callable

import pytest
import requests
from mlflow import MlflowClient
from mlflow.exceptions import RestException
from mlflow.server.auth.client import AuthServiceClient

from conftest import Person, logged_in

Newcomer = Callable[[], Person]


def test_strangers_are_asked_who_they_are(base_url: str, client: MlflowClient) -> None:
    with logged_in(None), pytest.raises(RestException) as refused:
        client.search_experiments()
    assert refused.value.error_code == "UNAUTHENTICATED"
    answer = requests.get(f"{base_url}/", timeout=30, verify=os.environ.get("MLFLOW_TRACKING_SERVER_CERT_PATH", True))
    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"].startswith('Basic realm="mlflow"')


def test_wrong_password_is_no_password(client: MlflowClient, newcomer: Newcomer) -> None:
    person = newcomer()
    with logged_in(Person(person.name, "something else")), pytest.raises(RestException):
        client.search_experiments()
    with logged_in(person):
        client.search_experiments()


def test_user_is_created_and_found(users: AuthServiceClient, admin: Person, newcomer: Newcomer) -> None:
    person = newcomer()
    with logged_in(admin):
        user = users.get_user(person.name)
        with pytest.raises(RestException, match="already exists") as taken:
            users.create_user(person.name, person.password)
    assert (user.username, user.is_admin) == (person.name, False)
    assert taken.value.error_code == "RESOURCE_ALREADY_EXISTS"


def test_users_are_no_business_of_other_users(
    users: AuthServiceClient, admin: Person, newcomer: Newcomer
) -> None:
    person = newcomer()
    with logged_in(person):
        assert users.get_user(person.name).username == person.name
        for forbidden in (
            lambda: users.get_user(admin.name),
            lambda: users.create_user("somebody", "correct horse battery"),
            lambda: users.update_user_admin(person.name, True),
            lambda: users.update_user_password(admin.name, "correct horse battery"),
            lambda: users.delete_user(admin.name),
        ):
            with pytest.raises(RestException) as refused:
                forbidden()
            assert refused.value.error_code == "PERMISSION_DENIED"


def test_password_changes_at_once(
    users: AuthServiceClient, client: MlflowClient, admin: Person, newcomer: Newcomer
) -> None:
    person = newcomer()
    with logged_in(person):
        client.search_experiments()
        users.update_user_password(person.name, "another horse entirely", current_password=person.password)
        with pytest.raises(RestException):
            client.search_experiments()
    with logged_in(Person(person.name, "another horse entirely")):
        client.search_experiments()
    with logged_in(admin):
        users.update_user_password(person.name, person.password)
    with logged_in(person):
        client.search_experiments()


def test_administrators_are_made(users: AuthServiceClient, admin: Person, newcomer: Newcomer) -> None:
    person = newcomer()
    with logged_in(admin):
        users.update_user_admin(person.name, is_admin=True)
    with logged_in(person):
        assert users.get_user(person.name).is_admin
        assert users.get_user(admin.name).is_admin
    with logged_in(admin):
        users.update_user_admin(person.name, is_admin=False)
    with logged_in(person), pytest.raises(RestException):
        users.get_user(admin.name)


def test_deleted_user_is_out(
    users: AuthServiceClient, client: MlflowClient, admin: Person, newcomer: Newcomer
) -> None:
    person = newcomer()
    with logged_in(person):
        client.search_experiments()
    with logged_in(admin):
        users.delete_user(person.name)
        with pytest.raises(RestException, match="not found"):
            users.get_user(person.name)
        with pytest.raises(RestException, match="cannot delete their own account"):
            users.delete_user(admin.name)
    with logged_in(person), pytest.raises(RestException):
        client.search_experiments()
