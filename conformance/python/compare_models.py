#!/usr/bin/env python3
"""Compares Runstream's logged models with those of a real `mlflow server`, answer by answer.

Writes the same random models, and metrics measured of them, to both, asks both the same random
searches page by page, and prints every one that they answer differently. The same seed gives the
same data and questions. Exits with 1 when something differs.

    compare_models.py --runstream http://127.0.0.1:5000 --mlflow http://127.0.0.1:5055 --seed 1
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from random import Random
from urllib.error import HTTPError
from urllib.request import Request, urlopen

NAMES = ["tree", "forest", "Tree", "net"]
PARAMS = ["lr", "batch size", "depth"]
TAGS = ["team", "stage"]
VALUES = ["1", "0.01", "a", "B", "a_b"]
METRICS = ["acc", "loss"]
DATASETS = [("train", "d1"), ("train", "d2"), ("test", "d3")]
TEXT_FIELDS = ["name", "model_type", "attributes.name", "source_run_id"]


class Server:
    """One of the two, with the ids that it gave."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.experiments: list[str] = []
        self.runs: list[str] = []
        self.models: list[str] = []

    def call(self, method: str, path: str, body: dict | None = None) -> tuple[int, dict]:
        request = Request(
            f"{self.url}/api/2.0/mlflow/{path}",
            data=None if body is None else json.dumps(body).encode(),
            method=method,
            headers={"Content-Type": "application/json"},
        )
        try:
            with urlopen(request) as answer:
                return answer.status, json.load(answer)
        except HTTPError as e:
            text = e.read()
            return e.code, json.loads(text) if text.startswith(b"{") else {}

    def want(self, method: str, path: str, body: dict) -> dict:
        status, answer = self.call(method, path, body)
        assert status == 200, (self.url, path, status, answer)
        return answer

    def shown(self, model: dict) -> dict:
        """A model without what must differ: ids, times, generated names; metrics in one order."""
        info = dict(model["info"])
        info.pop("creation_timestamp_ms")
        info.pop("last_updated_timestamp_ms")
        metrics = [
            {**metric, "run_id": self.runs.index(metric["run_id"])}
            for metric in model["data"].get("metrics", [])
        ]
        data = {**model["data"], "metrics": sorted(metrics, key=json.dumps)}
        text = json.dumps({"info": info, "data": data}, sort_keys=True)
        for kind in ("models", "runs", "experiments"):
            for number, its_id in enumerate(getattr(self, kind)):
                if kind != "experiments":
                    text = text.replace(its_id, f"{kind}-{number}")
        shown = json.loads(text)
        shown["info"]["experiment_id"] = self.experiments.index(info["experiment_id"])
        shown["info"]["artifact_uri"] = shown["info"]["artifact_uri"].split("/models/")[1]
        return shown


def write(random: Random, servers: list[Server], prefix: str, models: int) -> None:
    for number in range(2):
        for server in servers:
            answer = server.want("POST", "experiments/create", {"name": f"{prefix}-{number}"})
            server.experiments.append(answer["experiment_id"])
            answer = server.want(
                "POST", "runs/create", {"experiment_id": server.experiments[number]}
            )
            server.runs.append(answer["run"]["info"]["run_id"])
    for _ in range(models):
        experiment = random.randrange(2)
        source = random.choice([None, 0, 1])
        body = {
            "name": random.choice(NAMES),
            "model_type": random.choice(["", "sklearn", "agent"]),
            "params": pairs(random, PARAMS),
            "tags": pairs(random, TAGS),
        }
        status = random.choice([None, "LOGGED_MODEL_READY", "LOGGED_MODEL_UPLOAD_FAILED"])
        more = pairs(random, TAGS)
        points = {
            (random.choice(METRICS), random.randrange(4), random.randrange(3), random.randrange(2)): (
                random.choice([-1, 0, 0.5, 0.9, 7]),
                random.choice([None, *DATASETS]),
            )
            for _ in range(random.randrange(6))
        }
        gone = random.random() < 0.1
        for server in servers:
            create_one(server, experiment, source, body, status, more, points, gone)
        # The default order is by the time of creation, which must not be the same twice.
        time.sleep(0.003)


def create_one(server, experiment, source, body, status, more, points, gone) -> None:
    body = {**body, "experiment_id": server.experiments[experiment]}
    if source is not None:
        body["source_run_id"] = server.runs[source]
    model = server.want("POST", "logged-models", body)["model"]["info"]["model_id"]
    server.models.append(model)
    path = f"logged-models/{model}"
    server.want("PATCH", f"{path}/tags", {"tags": more})
    for (key, timestamp, step, run), (value, dataset) in points.items():
        point = {"key": key, "value": value, "timestamp": timestamp, "step": step}
        point |= {"run_id": server.runs[run], "model_id": model}
        if dataset:
            point |= {"dataset_name": dataset[0], "dataset_digest": dataset[1]}
        server.want("POST", "runs/log-metric", point)
    if status:
        server.want("PATCH", path, {"model_id": model, "status": status})
    if gone:
        server.want("DELETE", path, {})


def pairs(random: Random, keys: list[str]) -> list[dict]:
    chosen = random.sample(keys, random.randrange(len(keys) + 1))
    return [{"key": key, "value": random.choice(VALUES)} for key in chosen]


def question(random: Random) -> dict:
    """A search; whatever names an id names it by its number, as {run-0} or {model-3}."""
    clauses = [clause(random) for _ in range(random.choice([0, 1, 1, 2, 3]))]
    search: dict = {"filter": " AND ".join(clauses), "max_results": random.choice([1, 3, 7, 100])}
    if random.random() < 0.3:
        search["datasets"] = [
            {"dataset_name": name, "dataset_digest": digest}
            for name, digest in random.sample(DATASETS, random.randrange(1, 3))
        ]
    search["order_by"] = [order(random) for _ in range(random.choice([0, 0, 1, 1, 2]))]
    return search


def clause(random: Random) -> str:
    comparator = random.choice(["=", "!=", "LIKE", "ILIKE", "IN", "NOT IN"])
    match random.randrange(5):
        case 0:
            number = random.choice(["0", "0.5", "0.9", "-1", "1e1"])
            return f"metrics.{random.choice(METRICS)} {random.choice(['<', '<=', '>', '>=', '=', '!='])} {number}"
        case 1:
            field = f"params.`{random.choice(PARAMS)}`"
        case 2:
            field = f"tags.{random.choice(TAGS)}"
        case 3:
            return f"creation_timestamp {random.choice(['>', '<=', '!='])} 5"
        case _:
            field = random.choice(TEXT_FIELDS)
    words = VALUES + NAMES + ["sklearn"]
    if comparator.endswith("IN"):
        return f"{field} {comparator} ({', '.join(repr(random.choice(words)) for _ in range(2))})"
    word = random.choice(words)
    if comparator.endswith("LIKE"):
        word = random.choice([word[:1] + "%", "%" + word[-1:], word.upper(), "_" + word[1:]])
    return f"{field} {comparator} '{word}'"


def order(random: Random) -> dict:
    field = random.choice(["name", "model_type", "creation_timestamp", "status", "metrics.acc", "metrics.loss"])
    term: dict = {"field_name": field, "ascending": random.random() < 0.5}
    if field.startswith("metrics") and random.random() < 0.5:
        term["dataset_name"], term["dataset_digest"] = random.choice(DATASETS)
    return term


def pages(server: Server, search: dict) -> list:
    """All pages, or the refusal."""
    found: list = []
    token = None
    while True:
        body = {**search, "experiment_ids": server.experiments}
        if token:
            body["page_token"] = token
        status, answer = server.call("POST", "logged-models/search", body)
        if status != 200:
            return [status, answer.get("error_code"), answer.get("message")]
        found.append([server.shown(model) for model in answer.get("models", [])])
        token = answer.get("next_page_token")
        if not token:
            return found


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runstream", required=True, metavar="URL")
    parser.add_argument("--mlflow", required=True, metavar="URL", help="the reference")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--models", type=int, default=60)
    parser.add_argument("--queries", type=int, default=500)
    options = parser.parse_args()
    random = Random(options.seed)
    ours, theirs = Server(options.runstream), Server(options.mlflow)
    write(random, [ours, theirs], f"models-{options.seed}-{time.time_ns():x}", options.models)
    differing = filled = 0
    for number, _ in enumerate(ours.models):
        left, right = (s.call("GET", f"logged-models/{s.models[number]}") for s in (ours, theirs))
        same = left[0] == right[0] and (
            left[0] != 200 or ours.shown(left[1]["model"]) == theirs.shown(right[1]["model"])
        )
        if not same:
            differing += 1
            print(f"model {number}:\n  runstream {left}\n  mlflow    {right}")
    for _ in range(options.queries):
        search = question(random)
        left, right = pages(ours, search), pages(theirs, search)
        filled += right != [[]]
        if left != right:
            differing += 1
            print(f"{json.dumps(search)}\n  runstream {brief(left)}\n  mlflow    {brief(right)}")
    print(f"{len(ours.models)} models, {options.queries} searches ({filled} found some), {differing} differ")
    return 1 if differing else 0


def brief(found: list) -> str:
    if found and not isinstance(found[0], list):
        return str(found)
    return str([[model["info"]["model_id"] for model in page] for page in found])


if __name__ == "__main__":
    sys.exit(main())
