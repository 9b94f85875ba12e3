#!/usr/bin/env python3
"""Compares Runstream with a real `mlflow server`, answer by answer, on random data.

Writes the same data to both through REST, asks both the same random questions, and prints every
question that they answer differently. The same seed gives the same data and questions. Exits with
1 when something differs that is not meant to (the deviations of the contract, which are counted),
with 2 when a server can't be reached.

    compare.py --runstream http://127.0.0.1:5000 --mlflow http://127.0.0.1:5055 --seed 1
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from dataclasses import asdict
from random import Random

import requests

from comparison.answers import Observation, deviation, difference, observe
from comparison.questions import Question, Questions
from comparison.world import World
from rest import RestClient


def main() -> int:
    options = parse_options()
    random = Random(options.seed)
    prefix = f"compare-{options.seed}-{time.time_ns():x}"
    plan = World.plan(random, prefix, options.experiments, options.runs)
    runstream, mlflow = RestClient(options.runstream), RestClient(options.mlflow)

    print(f"seed {options.seed}: writing {len(plan.runs)} runs to both", flush=True)
    ours, theirs = plan.write(runstream), plan.write(mlflow)

    questions = Questions(random, plan, options.mutations)
    asked: Counter[str] = Counter()
    filled: Counter[str] = Counter()
    meant: Counter[str] = Counter()
    differing: Counter[tuple[str, str]] = Counter()
    for number in range(options.queries):
        question = questions.ask()
        asked[question.kind] += 1
        left, right = observe(runstream, ours, question), observe(mlflow, theirs, question)
        filled[question.kind] += right.says_something
        what = difference(left, right)
        if what is None:
            continue
        reason = deviation(question, left, right)
        if reason is not None:
            meant[reason] += 1
            continue
        differing[question.kind, what] += 1
        if sum(differing.values()) <= options.show:
            show(number, question, what, left, right)
    summarize(asked, filled, meant, differing)
    return 1 if differing else 0


def parse_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runstream", required=True, metavar="URL")
    parser.add_argument("--mlflow", required=True, metavar="URL", help="the reference")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--queries", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=60)
    parser.add_argument("--experiments", type=int, default=6)
    parser.add_argument(
        "--mutations", type=float, default=0.1, help="share of run filters that get damaged"
    )
    parser.add_argument("--show", type=int, default=30, help="how many differences to print")
    return parser.parse_args()


def show(
    number: int, question: Question, what: str, ours: Observation, theirs: Observation
) -> None:
    print(f"\n#{number} {question.kind}: {what} differs\n  {question.text()}")
    for name, observation in (("runstream", ours), ("mlflow", theirs)):
        text = json.dumps(asdict(observation), ensure_ascii=False)
        start = first_difference(ours, theirs)
        print(f"  {name:9} {observation.status} {text[start : start + 400]}")


def first_difference(ours: Observation, theirs: Observation) -> int:
    """Where the printed answers part, less some context."""
    left, right = (json.dumps(asdict(o), ensure_ascii=False) for o in (ours, theirs))
    common = next((i for i, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), 0)
    return max(0, common - 80)


def summarize(
    asked: Counter[str],
    filled: Counter[str],
    meant: Counter[str],
    differing: Counter[tuple[str, str]],
) -> None:
    print("\nasked (of these with content):")
    for kind, count in sorted(asked.items()):
        print(f"  {count:6} ({filled[kind]:6}) {kind}")
    if meant:
        print("differs as meant:")
        for reason, count in sorted(meant.items()):
            print(f"  {count:6} {reason}")
    if differing:
        print("DIFFERS:")
        for (kind, what), count in sorted(differing.items()):
            print(f"  {count:6} {kind}: {what}")
    else:
        print("no other difference")


if __name__ == "__main__":
    try:
        sys.exit(main())
    except requests.ConnectionError as error:
        print(f"no connection to {error.request.url if error.request else 'a server'}")
        sys.exit(2)
