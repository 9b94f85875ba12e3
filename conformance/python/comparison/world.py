"""The data that both servers are given: a plan made from a seed, written through REST."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from random import Random
from typing import Any
from urllib.parse import quote

from comparison.ids import Ids, experiment, run
from raw import ARTIFACTS
from rest import RestClient

METRIC_KEYS = ["acc", "loss", "val/loss", "with blank", "a.b", "x-y", "rare"]
PARAM_KEYS = ["lr", "model", "with blank", "a.b.c", "x-y", "order", "rare"]
TAG_KEYS = ["team", "note", "with blank", "mlflow.source.name", "p/q", "rare"]
# No zero: MLflow leaves open whether it comes before or after a NaN of the same time and step.
METRIC_VALUES: list[float | str] = [3, 1, 1, 2.5, -1, 0.1, 1e300, -1e-300, 100]
METRIC_VALUES += ["NaN", "NaN", "Infinity", "-Infinity"]
TEXTS = ["1", "10", "2", "abc", "ABC", "Abc", "a_c", "a%c", "abcd", "", "it's", 'say "x"', "日本"]
TEXTS += ["back\\slash", " lead", "trail ", "0.1", "vision"]
STATUSES = ["RUNNING", "FINISHED", "FAILED", "KILLED", "SCHEDULED"]
USERS = ["ann", "bob", "Bob"]
DATASET_NAMES = ["cars", "Cars", "boats"]
DIGESTS = ["d1", "d2", "d3"]
CONTEXTS = ["train", "test", "Train"]
ARTIFACT_PATHS = [
    "a.txt",
    "a/b.txt",
    "a/b/c.bin",
    "a-b/x",
    "ab",
    "A.txt",
    "with blank/ü+1.txt",
    "empty",
]
FIRST_START = 1_600_000_000_000


@dataclass
class RunPlan:
    name: str
    experiment: str
    run_name: str
    user: str
    start_time: int
    status: str
    end_time: int | None
    deleted: bool
    metrics: list[dict[str, Any]] = field(default_factory=list)
    params: list[dict[str, str]] = field(default_factory=list)
    tags: list[dict[str, str]] = field(default_factory=list)
    datasets: list[dict[str, Any]] = field(default_factory=list)
    artifacts: dict[str, bytes] = field(default_factory=dict)


@dataclass
class ExperimentPlan:
    name: str
    title: str
    tags: list[dict[str, str]]
    renamed: bool
    deleted: bool


@dataclass
class World:
    prefix: str
    experiments: list[ExperimentPlan]
    runs: list[RunPlan]
    ties: str
    """An experiment of its own, whose runs all started at once: only there ids decide the order."""

    def searched(self) -> list[str]:
        return [plan.name for plan in self.experiments if plan.name != self.ties]

    @staticmethod
    def plan(random: Random, prefix: str, experiments: int = 6, runs: int = 60) -> World:
        plans = [
            ExperimentPlan(
                name=experiment(number),
                title=f"{prefix}-{random.choice(['alpha', 'Beta', 'it' + chr(39) + 's', 'a_b'])}"
                f"-{number}",
                tags=_entries(random, TAG_KEYS),
                renamed=random.random() < 0.3,
                deleted=number == 1,
            )
            for number in range(experiments + 1)
        ]
        ties = plans[-1].name
        # Start times are unique, but in no order; else ids would decide, which differ by server.
        starts = random.sample(range(FIRST_START, FIRST_START + 10 * runs), runs)
        run_plans = [
            _run_plan(random, number, experiment(random.randrange(experiments)), starts[number])
            for number in range(runs)
        ]
        for number in range(runs, runs + 8):
            plan = _run_plan(random, number, ties, FIRST_START)
            plan.deleted = False
            run_plans.append(plan)
        return World(prefix, plans, run_plans, ties)

    def write(self, client: RestClient) -> Ids:
        ids = Ids()

        def post(path: str, body: dict[str, Any]) -> Any:
            answer = client.post(path, ids.to_server(body))
            if answer.status != 200:
                raise RuntimeError(f"{client.base_url} refused {path}: {answer.text}")
            return answer.body

        for plan in self.experiments:
            self._write_experiment(plan, ids, post)
            # Creation times order experiments: no two in the same millisecond.
            time.sleep(0.003)
        for run_plan in self.runs:
            self._write_run(run_plan, ids, post)
            self._write_artifacts(run_plan, ids, client)
        for plan in self.experiments:
            if plan.deleted:
                post("experiments/delete", {"experiment_id": plan.name})
        return ids

    def _write_experiment(self, plan: ExperimentPlan, ids: Ids, post: Any) -> None:
        title = plan.title + "-old" if plan.renamed else plan.title
        created = post("experiments/create", {"name": title, "tags": plan.tags})
        ids.add_experiment(plan.name, created["experiment_id"])
        if plan.renamed:
            post("experiments/update", {"experiment_id": plan.name, "new_name": plan.title})

    def _write_run(self, plan: RunPlan, ids: Ids, post: Any) -> None:
        body = {
            "experiment_id": plan.experiment,
            "run_name": plan.run_name,
            "user_id": plan.user,
            "start_time": plan.start_time,
            "tags": plan.tags[:1],
        }
        ids.add_run(plan.name, post("runs/create", body)["run"]["info"]["run_id"])
        half = len(plan.metrics) // 2
        body = {"run_id": plan.name, "metrics": plan.metrics[:half], "params": plan.params}
        post("runs/log-batch", {**body, "tags": plan.tags[1:]})
        post("runs/log-batch", {"run_id": plan.name, "metrics": plan.metrics[half:]})
        if plan.datasets:
            post("runs/log-inputs", {"run_id": plan.name, "datasets": plan.datasets})
        if plan.status != "RUNNING" or plan.end_time is not None:
            body = {"run_id": plan.name, "status": plan.status}
            if plan.end_time is not None:
                body["end_time"] = plan.end_time
            post("runs/update", body)
        if plan.deleted:
            post("runs/delete", {"run_id": plan.name})

    def _write_artifacts(self, plan: RunPlan, ids: Ids, client: RestClient) -> None:
        root = ids.to_server(f"{ARTIFACTS}/{plan.experiment}/{plan.name}/artifacts")
        for path, content in plan.artifacts.items():
            answer = client.send("PUT", f"{root}/{quote(path)}", data=content)
            if answer.status != 200:
                raise RuntimeError(f"{client.base_url} refused {path}: {answer.text}")


def _entries(random: Random, keys: list[str]) -> list[dict[str, str]]:
    chosen = random.sample(keys, random.randrange(len(keys)))
    return [{"key": key, "value": random.choice(TEXTS)} for key in chosen]


def _run_plan(random: Random, number: int, owner: str, start_time: int) -> RunPlan:
    metrics = [
        {
            "key": key,
            "value": random.choice(METRIC_VALUES),
            "timestamp": random.randrange(1000, 1010),
            "step": random.choice([0, 0, 1, 2, 3, 10, -5]),
        }
        for key in random.sample(METRIC_KEYS, random.randrange(len(METRIC_KEYS)))
        for _ in range(random.choice([1, 2, 5, 30]))
    ]
    random.shuffle(metrics)
    datasets = {
        (name, digest): {
            "tags": [{"key": "mlflow.data.context", "value": random.choice(CONTEXTS)}]
            * random.randrange(2),
            "dataset": {"name": name, "digest": digest, "source_type": "local", "source": "s"},
        }
        for name, digest in [
            (random.choice(DATASET_NAMES), random.choice(DIGESTS))
            for _ in range(random.choice([0, 0, 1, 3]))
        ]
    }
    end_time = start_time + random.randrange(5) if random.random() < 0.5 else None
    return RunPlan(
        name=run(number),
        experiment=owner,
        run_name=random.choice(TEXTS).strip() or f"run {number}",
        user=random.choice(USERS),
        start_time=start_time,
        status=random.choice(STATUSES),
        end_time=end_time,
        deleted=random.random() < 0.15,
        metrics=metrics,
        params=_entries(random, PARAM_KEYS),
        tags=_entries(random, TAG_KEYS),
        datasets=list(datasets.values()),
        artifacts={
            path: b"" if path == "empty" else b"x" * random.randrange(1, 100)
            for path in random.sample(ARTIFACT_PATHS, random.choice([0, 0, 1, 4, 8]))
        },
    )
