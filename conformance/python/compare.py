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
import sys
import time
from random import Random

import requests

from comparison.answers import observe
from comparison.questions import Questions
from comparison.report import Report
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
    report = Report(options.show)
    for _ in range(options.queries):
        question = questions.ask()
        report.add(question, observe(runstream, ours, question), observe(mlflow, theirs, question))
    return report.conclude()


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


if __name__ == "__main__":
    try:
        sys.exit(main())
    except requests.ConnectionError as error:
        print(f"no connection to {error.request.url if error.request else 'a server'}")
        sys.exit(2)
