"""The comparison itself: a tool that finds no difference must be able to find one."""

from __future__ import annotations

from random import Random

import pytest

from comparison import ids
from comparison.answers import Observation, deviation, difference, observe
from comparison.questions import Question, Questions
from comparison.world import World
from rest import RestClient

SEARCH = Question("search runs", "runs/search", {"experiment_ids": ["0"]})
FOUND = Observation(200, None, None, [{"runs": ["a", "b"]}])
REFUSED = Observation(400, "INVALID_PARAMETER_VALUE", "no", None)


@pytest.mark.parametrize(
    ("other", "what"),
    [
        (FOUND, None),
        (Observation(200, None, None, [{"runs": ["b", "a"]}]), "result"),
        (Observation(200, None, None, [{"runs": ["a"]}, {"runs": ["b"]}]), "result"),
        (REFUSED, "status"),
    ],
)
def test_differences_are_found(other: Observation, what: str | None) -> None:
    assert difference(FOUND, other) == what


def test_only_what_is_meant_may_differ() -> None:
    crash = Observation(500, "INTERNAL_ERROR", "`order_by` contains duplicate fields: []", None)
    leak = Observation(400, "INVALID_PARAMETER_VALUE", "x [SQL: y]", None)

    assert deviation(SEARCH, REFUSED, crash) == "a key twice in order_by is 400"
    assert deviation(SEARCH, REFUSED, leak) == "no SQL in messages"
    assert deviation(SEARCH, REFUSED, FOUND) is None
    assert deviation(SEARCH, crash, REFUSED) is None
    assert deviation(SEARCH, FOUND, crash) is None


def test_names_and_ids_are_exchanged_at_any_depth() -> None:
    known = ids.Ids()
    known.add_run(ids.run(3), "0123456789abcdef0123456789abcdef")
    known.add_experiment(ids.experiment(1), "77")
    named = {
        "experiment_id": ids.experiment(1),
        "runs": [f"run_id = '{ids.run(3)}'", f"mlflow-artifacts:/{ids.experiment(1)}/x"],
    }
    served = {
        "experiment_id": "77",
        "runs": ["run_id = '0123456789abcdef0123456789abcdef'", "mlflow-artifacts:/77/x"],
    }

    assert known.to_server(named) == served
    assert known.to_names(served) == named


def test_a_seed_gives_the_same_plan_and_questions() -> None:
    def made() -> tuple[World, list[Question]]:
        random = Random(5)
        plan = World.plan(random, "prefix")
        questions = Questions(random, plan, 0.1)
        return plan, [questions.ask() for _ in range(50)]

    assert made() == made()


def test_a_planned_world_compares_equal_with_its_twin(base_url: str, unique) -> None:
    random = Random(7)
    plan = World.plan(random, unique("twin"), experiments=2, runs=8)
    client = RestClient(base_url)
    first = plan.write(client)

    # Names are taken now: the twin has other titles, which no question below asks for.
    for experiment in plan.experiments:
        experiment.title += "-twin"
    second = plan.write(client)

    question = Question(
        "search runs", "runs/search", {"experiment_ids": plan.searched()}, paged=True
    )
    assert difference(observe(client, first, question), observe(client, second, question)) is None
