"""MLflow's AuthServiceClient: permissions, and what they change for MLflow's other clients."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from mlflow import MlflowClient
from mlflow.exceptions import MlflowException, RestException
from mlflow.server.auth.client import AuthServiceClient

from conftest import Person, logged_in

Newcomer = Callable[[], Person]


def test_whoever_creates_an_experiment_manages_it(
    users: AuthServiceClient, client: MlflowClient, newcomer: Newcomer, unique: Callable[[], str]
) -> None:
    owner, guest = newcomer(), newcomer()
    with logged_in(owner):
        experiment = client.create_experiment(unique())
        run = client.create_run(experiment)
        client.log_metric(run.info.run_id, "loss", 0.5)
        assert users.get_user_permission(owner.name, "experiment", experiment).permission == "MANAGE"
    with logged_in(guest):
        assert client.get_run(run.info.run_id).data.metrics == {"loss": 0.5}
        with pytest.raises(RestException) as refused:
            client.log_metric(run.info.run_id, "loss", 0.4)
        assert refused.value.error_code == "PERMISSION_DENIED"
        with pytest.raises(RestException):
            client.create_run(experiment)
    with logged_in(owner):
        users.grant_user_permission(guest.name, "experiment", experiment, "EDIT")
    with logged_in(guest):
        client.log_metric(run.info.run_id, "loss", 0.4)
        with pytest.raises(RestException):
            client.delete_experiment(experiment)
    with logged_in(owner):
        users.revoke_user_permission(guest.name, "experiment", experiment)
    with logged_in(guest), pytest.raises(RestException):
        client.log_metric(run.info.run_id, "loss", 0.3)


def test_denial_hides_an_experiment(
    users: AuthServiceClient, client: MlflowClient, newcomer: Newcomer, unique: Callable[[], str]
) -> None:
    owner, guest = newcomer(), newcomer()
    with logged_in(owner):
        experiment = client.create_experiment(unique())
        users.grant_user_permission(guest.name, "experiment", experiment, "DENY")
    with logged_in(guest):
        with pytest.raises(RestException) as refused:
            client.get_experiment(experiment)
        assert refused.value.error_code == "PERMISSION_DENIED"
        assert experiment not in [found.experiment_id for found in client.search_experiments()]


def test_permissions_follow_a_registered_model(
    users: AuthServiceClient, client: MlflowClient, newcomer: Newcomer, unique: Callable[[], str]
) -> None:
    owner, guest = newcomer(), newcomer()
    name, new_name = unique(), unique()
    with logged_in(owner):
        client.create_registered_model(name)
        users.grant_user_permission(guest.name, "registered_model", name, "EDIT")
    with logged_in(guest):
        client.update_registered_model(name, "looked at")
    with logged_in(owner):
        client.rename_registered_model(name, new_name)
        assert users.get_user_permission(owner.name, "registered_model", new_name).permission == "MANAGE"
    with logged_in(guest):
        client.update_registered_model(new_name, "still looked at")
        with pytest.raises(MlflowException):
            client.delete_registered_model(new_name)
    with logged_in(owner):
        client.delete_registered_model(new_name)
    with logged_in(guest):
        client.create_registered_model(new_name)
        assert users.get_user_permission(guest.name, "registered_model", new_name).permission == "MANAGE"
    with logged_in(owner), pytest.raises(RestException):
        client.update_registered_model(new_name, "no longer mine")


def test_grants_are_given_once_and_taken_once(
    users: AuthServiceClient, admin: Person, newcomer: Newcomer
) -> None:
    person = newcomer()
    with logged_in(admin):
        before = users.get_user_permission(person.name, "experiment", "0")
        assert (before.permission, before.allowed) == ("READ", False)
        users.grant_user_permission(person.name, "experiment", "0", "USE")
        with pytest.raises(RestException) as twice:
            users.grant_user_permission(person.name, "experiment", "0", "EDIT")
        assert twice.value.error_code == "RESOURCE_ALREADY_EXISTS"
        after = users.get_user_permission(person.name, "experiment", "0")
        assert (after.permission, after.allowed) == ("USE", True)
        users.revoke_user_permission(person.name, "experiment", "0")
        with pytest.raises(RestException) as gone:
            users.revoke_user_permission(person.name, "experiment", "0")
        assert gone.value.error_code == "RESOURCE_DOES_NOT_EXIST"


def test_grant_on_all_experiments_is_an_administrators(
    users: AuthServiceClient, client: MlflowClient, admin: Person, newcomer: Newcomer, unique: Callable[[], str]
) -> None:
    owner, guest = newcomer(), newcomer()
    with logged_in(owner):
        experiment = client.create_experiment(unique())
        with pytest.raises(RestException):
            users.grant_user_permission(guest.name, "experiment", "*", "EDIT")
    with logged_in(admin):
        users.grant_user_permission(guest.name, "experiment", "*", "EDIT")
    with logged_in(guest):
        client.create_run(experiment)
