"""search_experiments: filters, order, pages, view types."""

from __future__ import annotations

from collections.abc import Callable

import mlflow
import pytest
from mlflow import MlflowClient, MlflowException
from mlflow.entities import ViewType


class Searched:
    """Four experiments under a prefix of their own, so that other data does not matter."""

    def __init__(self, client: MlflowClient, prefix: str) -> None:
        self.client = client
        self.prefix = prefix
        self.ids = {
            name: client.create_experiment(f"{prefix}-{name}", tags=tags)
            for name, tags in {
                "alpha": {"team": "vision"},
                "Beta": {"team": "Vision", "done": "yes"},
                "gamma": {},
                "delta": {"team": "nlp"},
            }.items()
        }

    def names(self, filter_string: str = "", **kwargs: object) -> list[str]:
        own = f"name LIKE '{self.prefix}-%'"
        combined = f"{own} AND {filter_string}" if filter_string else own
        found = self.client.search_experiments(filter_string=combined, **kwargs)
        return [experiment.name.removeprefix(self.prefix + "-") for experiment in found]


@pytest.fixture
def searched(client: MlflowClient, unique: Callable[[str], str]) -> Searched:
    return Searched(client, unique("searched"))


def test_newest_first_by_default(searched: Searched) -> None:
    assert searched.names() == ["delta", "gamma", "Beta", "alpha"]


def test_filters(searched: Searched) -> None:
    by_name = {"order_by": ["name ASC"]}

    assert searched.names("tags.team = 'vision'") == ["alpha"]
    assert searched.names("tags.team ILIKE 'vision'", **by_name) == ["Beta", "alpha"]
    assert searched.names("tags.team != 'vision'", **by_name) == ["Beta", "delta"]
    assert searched.names("tag.`team` LIKE 'n%'") == ["delta"]
    assert searched.names("tags.team IS NULL") == ["gamma"]
    assert searched.names("tags.done IS NOT NULL") == ["Beta"]
    assert searched.names("attribute.name ILIKE '%BETA'") == ["Beta"]
    assert searched.names("name LIKE '%BETA'") == []
    assert searched.names(f"name != '{searched.prefix}-gamma'", **by_name) == [
        "Beta",
        "alpha",
        "delta",
    ]
    assert searched.names(f"experiment_id = '{searched.ids['gamma']}'") == ["gamma"]
    assert searched.names(f"experiment_id IN ('{searched.ids['gamma']}', '987654321')") == ["gamma"]
    assert searched.names("creation_time > 0 AND last_update_time > 0 AND tags.done = 'yes'") == [
        "Beta"
    ]
    assert searched.names("creation_time < 1000") == []


def test_order(searched: Searched) -> None:
    assert searched.names(order_by=["name"]) == ["Beta", "alpha", "delta", "gamma"]
    assert searched.names(order_by=["name DESC"]) == ["gamma", "delta", "alpha", "Beta"]
    assert searched.names(order_by=["experiment_id ASC"]) == ["alpha", "Beta", "gamma", "delta"]
    assert searched.names(order_by=["creation_time ASC", "experiment_id ASC"]) == [
        "alpha",
        "Beta",
        "gamma",
        "delta",
    ]


def test_view_types(searched: Searched) -> None:
    searched.client.delete_experiment(searched.ids["gamma"])

    assert searched.names() == ["delta", "Beta", "alpha"]
    assert searched.names(view_type=ViewType.DELETED_ONLY) == ["gamma"]
    assert sorted(searched.names(view_type=ViewType.ALL)) == ["Beta", "alpha", "delta", "gamma"]


def test_pages(searched: Searched) -> None:
    own = f"name LIKE '{searched.prefix}-%'"
    pages = []
    token = None
    while True:
        page = searched.client.search_experiments(
            filter_string=own, order_by=["experiment_id ASC"], max_results=3, page_token=token
        )
        pages.append([experiment.experiment_id for experiment in page])
        token = page.token
        if not token:
            break

    ids = list(searched.ids.values())
    assert pages == [ids[:3], ids[3:]]


def test_fluent_search_returns_all_pages(searched: Searched) -> None:
    found = mlflow.search_experiments(filter_string=f"name LIKE '{searched.prefix}-%'")

    assert {experiment.experiment_id for experiment in found} == set(searched.ids.values())
    assert {experiment.name: experiment.tags for experiment in found}[
        f"{searched.prefix}-Beta"
    ] == {"team": "Vision", "done": "yes"}


@pytest.mark.parametrize(
    ("filter_string", "message"),
    [
        ("name = 'a' OR name = 'b'", "Invalid clause(s) in filter string: OR"),
        ("name > 'a'", "Invalid comparator '>' not one of"),
        ("tags.a > 'a'", "Invalid comparator for tag: >"),
        ("name IN ('a')", "Only ['experiment_id'] attributes support comparison with a list"),
        ("params.a = 'b'", "Invalid entity type 'params'. Valid entity types are"),
        (
            "experiment_id = 'x'",
            "Invalid experiment ID 'x'. Experiment ID must be a valid integer.",
        ),
        ("nope = 'x'", "Invalid attribute key 'nope' specified."),
    ],
)
def test_refused_filters(client: MlflowClient, filter_string: str, message: str) -> None:
    with pytest.raises(MlflowException) as refused:
        client.search_experiments(filter_string=filter_string)

    assert refused.value.error_code == "INVALID_PARAMETER_VALUE"
    assert message in refused.value.message
