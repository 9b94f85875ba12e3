"""Searches of the model registry: filters, order, pages."""

from __future__ import annotations

from collections.abc import Callable

import mlflow
import pytest
from mlflow import MlflowClient
from mlflow.entities.model_registry import ModelVersion

from registering import refused, register_version

Unique = Callable[[str], str]


@pytest.fixture
def name(client: MlflowClient, unique: Unique) -> str:
    """A registered model without versions."""
    return client.create_registered_model(unique("model")).name


@pytest.fixture
def three_versions(client: MlflowClient, name: str, experiment_id: str) -> list[ModelVersion]:
    return [
        register_version(client, name, experiment_id, tags={"number": str(number)})
        for number in (1, 2, 3)
    ]


@pytest.fixture
def family(client: MlflowClient, unique: Unique) -> str:
    """A prefix under which there are models -a, -b and -c, tagged with their letter."""
    prefix = unique("family")
    for letter in "abc":
        client.create_registered_model(f"{prefix}-{letter}", {"letter": letter})
    return prefix


MODEL_SEARCHES = [
    ("name LIKE '{0}%'", "abc"),
    ("name = '{0}-b'", "b"),
    ("name ILIKE '{0}-B'", "b"),
    ("name LIKE '{0}%' AND name != '{0}-b'", "ac"),
    ("name IN ('{0}-a', '{0}-c')", "ac"),
    ("name LIKE '{0}%' AND tags.letter = 'c'", "c"),
    ("name LIKE '{0}%' AND tags.`letter` != 'c'", "ab"),
    ("name LIKE '{0}%' AND tag.letter LIKE '%'", "abc"),
    ("name = '{0}'", ""),
]


@pytest.mark.parametrize(("form", "letters"), MODEL_SEARCHES)
def test_search_of_models(client: MlflowClient, family: str, form: str, letters: str) -> None:
    models = client.search_registered_models(form.format(family))

    assert [model.name for model in models] == [f"{family}-{letter}" for letter in letters]


def test_pages_of_models(client: MlflowClient, family: str) -> None:
    search = dict(filter_string=f"name LIKE '{family}%'", max_results=2, order_by=["name DESC"])

    first = client.search_registered_models(**search)
    second = client.search_registered_models(**search, page_token=first.token)

    assert [m.name[-1] for m in first] == ["c", "b"]
    assert [m.name[-1] for m in second] == ["a"]
    assert not second.token


def test_models_as_mlflow_lists_them(family: str) -> None:
    models = mlflow.search_registered_models(
        filter_string=f"name LIKE '{family}%'", order_by=["last_updated_timestamp ASC"]
    )

    assert [model.name[-1] for model in models] == ["a", "b", "c"]


def test_search_of_versions(client: MlflowClient, name: str, three_versions) -> None:
    made = three_versions
    own = f"name = '{name}'"

    def numbers(more: str = "", **options: object) -> list[str]:
        return [v.version for v in client.search_model_versions(own + more, **options)]

    assert sorted(numbers()) == ["1", "2", "3"]
    assert numbers(order_by=["version_number ASC"]) == ["1", "2", "3"]
    assert numbers(" AND version_number > 1", order_by=["version_number DESC"]) == ["3", "2"]
    assert numbers(f" AND run_id = '{made[1].run_id}'") == ["2"]
    assert sorted(numbers(f" AND run_id IN ('{made[0].run_id}', '{made[2].run_id}')")) == ["1", "3"]
    assert numbers(f" AND source_path = '{made[0].source}'") == ["1"]
    assert numbers(" AND tags.number = '3'") == ["3"]
    assert mlflow.search_model_versions(filter_string=own, max_results=1)[0].name == name


def test_pages_of_versions(client: MlflowClient, name: str, three_versions) -> None:
    search = dict(filter_string=f"name = '{name}'", max_results=2, order_by=["version_number ASC"])

    first = client.search_model_versions(**search)
    second = client.search_model_versions(**search, page_token=first.token)

    assert [v.version for v in first] == ["1", "2"]
    assert ([v.version for v in second], bool(second.token)) == (["3"], False)


@pytest.mark.parametrize(
    "filter_string", ["nothing = 'x'", "name ~ 'x'", "name = 'a' OR name = 'b'"]
)
def test_illegal_filters_are_refused(client: MlflowClient, filter_string: str) -> None:
    refused("INVALID_PARAMETER_VALUE", client.search_registered_models, filter_string)
    refused("INVALID_PARAMETER_VALUE", client.search_model_versions, filter_string)


def test_prompts_ride_on_the_registry(client: MlflowClient, unique: Unique) -> None:
    name = unique("prompt")

    mlflow.genai.register_prompt(name=name, template="Say {{ word }}!")
    second = mlflow.genai.register_prompt(name=name, template="Shout {{ word }}!")
    mlflow.genai.set_prompt_alias(name, "loud", second.version)

    assert mlflow.genai.load_prompt(f"prompts:/{name}/1").format(word="hi") == "Say hi!"
    assert mlflow.genai.load_prompt(f"prompts:/{name}@loud").template == "Shout {{ word }}!"
    assert client.search_registered_models(f"name = '{name}'") == []
