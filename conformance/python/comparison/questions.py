"""Random questions to both servers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Any

from comparison import world
from comparison.filters import Filters
from comparison.ids import experiment, run
from comparison.world import World
from raw import ARTIFACTS
from rest import AJAX

MAX_PAGES = 40
PATHS_LISTED = ["", "a", "a/", "a/b", "a-b", "ab", "a.txt", "with blank", "none", "a/none", "empty"]
PATHS_LISTED += ["..", "a/../a", "a/..", "/a", "a//b", "%2e%2e", "a#b", "./a", "file:///etc"]


@dataclass(frozen=True)
class Question:
    """One request, or a walk through all pages of its answer."""

    kind: str
    path: str
    body: dict[str, Any] | None = None
    query: tuple[tuple[str, str], ...] | None = None
    paged: bool = False
    ties: bool = False
    """Whether ids decide the order; then each server's answer must be in the order of its ids."""
    method: str = "POST"
    """How a body is sent."""

    def text(self) -> str:
        return f"{self.path} {self.body if self.query is None else dict(self.query)}"


class Questions:
    def __init__(self, random: Random, plan: World, mutations: float) -> None:
        self._random = random
        self._world = plan
        self._mutations = mutations
        self._filters = Filters(random, len(plan.runs), len(plan.experiments))

    def ask(self) -> Question:
        kinds: list[tuple[int, Callable[[], Question]]] = [
            (50, self._search_runs),
            (4, self._ties),
            (8, self._search_experiments),
            (8, self._history),
            (6, self._interval),
            (3, self._bulk),
            (3, self._datasets),
            (8, self._artifacts),
            (5, self._get_run),
            (3, self._get_experiment),
            (10, self._refused),
        ]
        [chosen] = self._random.choices([k for _, k in kinds], [weight for weight, _ in kinds])
        return chosen()

    def _search_runs(self) -> Question:
        random = self._random
        everywhere = self._world.searched()
        body: dict[str, Any] = {
            "experiment_ids": random.sample(everywhere, random.randint(1, len(everywhere))),
            "order_by": self._filters.runs_order(),
        }
        kind = "search runs"
        if random.random() < 0.75:
            body["filter"] = self._filters.runs()
            # Of an id outside of quotes the tokens depend on the id.
            if random.random() < self._mutations and "⟦" not in body["filter"]:
                kind = "search runs, mutated filter"
                body["filter"] = self._filters.mutated(body["filter"])
        if random.random() < 0.5:
            body["run_view_type"] = random.choice(["ACTIVE_ONLY", "DELETED_ONLY", "ALL", 1, 2, 3])
        if random.random() < 0.6:
            body["max_results"] = random.choice([1, 2, 3, 5, 10, "7", 1000])
        return Question(kind, "runs/search", body, paged=True)

    def _ties(self) -> Question:
        body = {
            "experiment_ids": [self._world.ties],
            "order_by": self._random.choice([[], ["start_time"], ["metrics.none DESC"]]),
            "max_results": self._random.choice([2, 3, 100]),
        }
        return Question("search runs, ties", "runs/search", body, paged=True, ties=True)

    def _search_experiments(self) -> Question:
        random = self._random
        own = f"name LIKE '{self._world.prefix}-%'"
        body: dict[str, Any] = {
            "filter": own,
            "max_results": random.choice([1, 2, 3, 1000]),
            "order_by": self._filters.experiments_order(),
        }
        if random.random() < 0.7:
            body["filter"] += " AND " + self._filters.experiments()
        if random.random() < 0.5:
            body["view_type"] = random.choice(["ACTIVE_ONLY", "DELETED_ONLY", "ALL", 2, 3])
        return Question("search experiments", "experiments/search", body, paged=True)

    def _history(self) -> Question:
        plan = self._random.choice(self._world.runs)
        logged = [metric["key"] for metric in plan.metrics]
        key = self._random.choice([*logged[:5], self._metric_key()])
        query = [("run_id", plan.name), ("metric_key", key)]
        if self._random.random() < 0.6:
            query.append(("max_results", str(self._random.choice([1, 2, 5, 30, 1000]))))
        return Question("history", "metrics/get-history", query=tuple(query), paged=True)

    def _interval(self) -> Question:
        random = self._random
        query = [("run_ids", self._run()) for _ in range(random.choice([1, 1, 2, 5]))]
        query.append(("metric_key", self._metric_key()))
        if random.random() < 0.7:
            query.append(("max_results", str(random.choice([1, 2, 3, 7, 10, 320, 2500]))))
        if random.random() < 0.4:
            start = random.randrange(-6, 4)
            query.append(("start_step", str(start)))
            query.append(("end_step", str(start + random.randrange(0, 8))))
        return Question("interval", "metrics/get-history-bulk-interval", query=tuple(query))

    def _bulk(self) -> Question:
        query = [("metric_key", self._metric_key()), ("run_id", self._run())]
        if self._random.random() < 0.5:
            query.append(("max_results", str(self._random.choice([1, 5, 1000]))))
        else:
            query.append(("run_id", self._run()))
        return Question("bulk history", f"{AJAX}/metrics/get-history-bulk", query=tuple(query))

    def _datasets(self) -> Question:
        ids = self._random.sample(self._world.searched(), self._random.randint(1, 3))
        return Question("datasets", f"{AJAX}/experiments/search-datasets", {"experiment_ids": ids})

    def _artifacts(self) -> Question:
        plan = self._random.choice(self._world.runs)
        path = self._random.choice(PATHS_LISTED)
        if self._random.random() < 0.4:
            root = f"{plan.experiment}/{plan.name}/artifacts"
            return Question("proxy list", ARTIFACTS, query=(("path", f"{root}/{path}"),))
        query = (("run_id", plan.name), ("path", path)) if path else (("run_id", plan.name),)
        return Question("artifact list", "artifacts/list", query=query)

    def _get_run(self) -> Question:
        return Question("get run", "runs/get", query=(("run_id", self._run()),))

    def _get_experiment(self) -> Question:
        plan = self._random.choice(self._world.experiments)
        if self._random.random() < 0.5:
            return Question(
                "get experiment", "experiments/get", query=(("experiment_id", plan.name),)
            )
        return Question(
            "get experiment",
            "experiments/get-by-name",
            query=(("experiment_name", self._random.choice([plan.title, "nobody"])),),
        )

    def _refused(self) -> Question:
        path, body = self._random.choice(self._bodies_to_refuse())
        return Question("refused", path, body)

    def _bodies_to_refuse(self) -> list[tuple[str, dict[str, Any]]]:
        """Requests that write nothing, however often they are sent."""
        random = self._random
        some_run, deleted = self._run(), experiment(1)
        search = {"experiment_ids": [self._world.searched()[0]]}
        value = random.choice([5, "x", "", None, [], ["x"], {"a": 1}, "a!", "../a", "k" * 251])
        return [
            ("runs/log-metric", {"run_id": some_run, "key": "a!", "value": 1, "timestamp": 1}),
            ("runs/log-metric", {"run_id": some_run, "key": "m", "value": 1, "timestamp": -1}),
            ("runs/log-metric", {"run_id": some_run, "key": "m", "value": "x", "timestamp": 1}),
            ("runs/log-metric", {"run_id": "nobody", "key": "m", "value": 1, "timestamp": 1}),
            ("runs/log-parameter", {"run_id": "nobody", "key": value}),
            ("runs/set-tag", {"run_id": "nobody", "key": value, "value": "v"}),
            ("runs/delete-tag", {"run_id": "nobody", "key": value}),
            ("runs/delete-tag", {"run_id": some_run, "key": "no such tag"}),
            ("runs/log-batch", {"run_id": "nobody", "params": [{"key": "a!"}]}),
            ("runs/log-batch", {"run_id": some_run, "params": [{"key": "d"}, {"key": "d"}]}),
            ("runs/log-batch", {"run_id": some_run, "tags": [{"value": "v"}]}),
            ("runs/log-batch", {"run_id": some_run, "metrics": [{"key": "m", "value": 1}]}),
            ("runs/update", {"run_id": "nobody", "run_name": "x"}),
            ("runs/create", {"experiment_id": random.choice(["987654321", "abc", deleted])}),
            ("runs/search", {**search, "max_results": random.choice([0, -1, 50001, "x"])}),
            ("runs/search", {**search, "filter": value}),
            ("runs/search", {**search, "order_by": [random.choice(["", "x", "tags.a UP", "1"])]}),
            ("runs/search", {**search, "order_by": ["metrics.acc", "metrics.acc"]}),
            ("runs/search", {**search, "page_token": random.choice(["zz", "a", "abc!", "e30="])}),
            ("runs/search", {"experiment_ids": ["abc"]}),
            ("runs/search", {**search, "run_view_type": random.choice(["NOPE", "all", 9])}),
            ("experiments/search", {"max_results": random.choice([0, -1, 50001, "x", None])}),
            (
                "experiments/search",
                {"max_results": 1, "filter": random.choice(["name", "a.b = 1"])},
            ),
            ("experiments/create", {"name": random.choice(["", None, 5, "n" * 501])}),
            ("experiments/create", {"name": random.choice(self._world.experiments).title}),
            ("experiments/delete", {"experiment_id": random.choice([deleted, "987654321", "x"])}),
            ("experiments/restore", {"experiment_id": random.choice(["987654321", "x", ""])}),
            ("experiments/update", {"experiment_id": deleted, "new_name": "x"}),
            ("experiments/update", {"experiment_id": experiment(0)}),
            (
                "experiments/set-experiment-tag",
                {"experiment_id": deleted, "key": "k", "value": "v"},
            ),
            (
                "experiments/delete-experiment-tag",
                {"experiment_id": experiment(0), "key": "no such tag"},
            ),
        ]

    def _run(self) -> str:
        return run(self._random.randrange(len(self._world.runs)))

    def _metric_key(self) -> str:
        return self._random.choice(world.METRIC_KEYS)
